"""What an answer is made of: picks, and the signals in the data that speak for each."""

from typing import Literal

from providers.music import Period, Track, Value

Signal = Literal[
    "top_track",  # among the listener's top tracks of `period`
    "top_artist",  # by a top artist of `period`
    "top_tracks",  # `count` top tracks are by the artist
    "played",  # `count` of the last plays are of the artist
    "saved",  # `count` saved tracks are by the artist
    "followed",  # the artist is followed
    "playlist",  # on a playlist of the listener's own
    "genre",  # `count` artists of the listener's are of this genre
    "similar",  # said to be similar to an artist of the listener's
    "mood",
    "activity",
    "asked_genre",
    "asked_artist",
    "kindred",  # of a genre of an artist who was asked for, or is liked
    "liked",  # the listener said so
    "named",  # of a playlist: its name says the artist's
    "holds",  # of a playlist: `count` of its tracks are by the artist
]
"""One kind of fact that a reason may name."""

ASKED: frozenset[Signal] = frozenset(
    ("mood", "activity", "asked_genre", "asked_artist", "kindred")
)
"""Facts about what was asked for."""

Familiarity = Literal["familiar", "discovery"]
"""Whether the listener's own lists hold the track, or a search brought it."""


class Evidence(Value, frozen=True):
    """One fact that speaks for a pick; `strength` above 0, at most about 2.

    `about` is the artist, genre, mood or playlist that the fact is about.
    """

    signal: Signal
    strength: float
    about: str | None = None
    period: Period | None = None
    count: int | None = None


class Pick(Value, frozen=True):
    """A track to recommend, and why; `evidence` strongest first, never empty.

    `key` names the song, whichever of its ids the service shows, and tells nothing.
    `checked` when it is known that the listener has not saved it.
    """

    key: str
    track: Track
    familiarity: Familiarity
    score: float
    evidence: tuple[Evidence, ...]
    genres: tuple[str, ...] = ()
    checked: bool = False


Rung = Literal["full", "heard", "playlists", "nothing"]
"""How far down the ladder an answer stands: new to the shelf; top tracks even if saved
or just heard; anything from own playlists; nothing at all."""


class Ranking(Value, frozen=True):
    """All picks of a listener's day, best first, an artist at most twice.

    `version` names the sources that it was made from; `missing` those that did not
    answer, each with the reason of its error. `stale` when most of them are from
    earlier.
    """

    picks: tuple[Pick, ...]
    rung: Rung
    version: str
    missing: tuple[tuple[str, str], ...] = ()
    stale: bool = False
