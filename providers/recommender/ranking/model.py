"""What an answer is made of: picks, and the signals in the data that speak for each."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Literal

import msgspec

from providers.music import Artist, Period, Play, Playlist, SavedTrack, Track, Value

Signal = Literal[
    "top_track",  # among the listener's top tracks of `period`
    "top_artist",  # by a top artist of `period`
    "top_tracks",  # `count` top tracks are by the artist
    "played",  # `count` of the last plays are of the artist
    "saved",  # `count` saved tracks are by the artist
    "followed",  # the artist is followed
    "playlist",  # on a playlist of the listener's own
    "genre",  # `count` artists of the listener's are of this genre
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


FallbackLevel = Literal["full", "heard", "playlists", "nothing"]

"""How far down the ladder an answer stands: new to the shelf; top tracks even if saved
or just heard; anything from own playlists; nothing at all."""


class Ranking(Value, frozen=True):
    """All picks of a listener's day, best first, an artist at most twice.

    `version` names the sources that it was made from; `missing` those that did not
    answer, each with the reason of its error. `stale` when most of them are from
    earlier.
    """

    picks: tuple[Pick, ...]
    fallback: FallbackLevel = msgspec.field(name="rung")
    version: str
    missing: tuple[tuple[str, str], ...] = ()
    stale: bool = False


# FOLDED What is known of a listener's music: the sources, and which of them are
# missing.

Source = Literal[
    "top_artists_weeks",
    "top_artists_months",
    "top_artists_years",
    "top_tracks_weeks",
    "top_tracks_months",
    "top_tracks_years",
    "recent_plays",
    "saved_tracks",
    "followed_artists",
    "playlists",
    "discovery",
    "saved_check",
]

"""Everything that an answer may draw on; each is optional."""

PERIODS: tuple[Period, ...] = ("weeks", "months", "years")


@dataclass(frozen=True, slots=True)
class RankedList:
    """Tracks that a search brought, and the fact that made us look there.

    `genre` is set where the search was for that genre; `weight` is the list's when
    lists are fused.
    """

    tracks: tuple[Track, ...]
    evidence: Evidence
    genre: str | None = None
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Taste:
    """The listener's own lists, each as its source orders it.

    `known` are tracks on own playlists whose contents happen to be known; `missing`
    maps a source that did not answer to the reason of its error. `stale` when most of
    this is from earlier, because the service is slow or out.
    """

    top_artists: Mapping[Period, tuple[Artist, ...]] = field(default_factory=dict)
    top_tracks: Mapping[Period, tuple[Track, ...]] = field(default_factory=dict)
    plays: tuple[Play, ...] = ()
    saves: tuple[SavedTrack, ...] = ()
    saves_complete: bool = True
    followed: tuple[Artist, ...] = ()
    playlists: tuple[Playlist, ...] = ()
    known: tuple[Track, ...] = ()
    missing: Mapping[str, str] = field(default_factory=dict)
    stale: bool = False

    def tracks(self) -> Iterator[Track]:
        """Every track that the listener's lists hold, repeats included."""
        for period in PERIODS:
            yield from self.top_tracks.get(period, ())
        yield from (play.track for play in self.plays)
        yield from (save.track for save in self.saves)
        yield from self.known

    def artists(self) -> Iterator[Artist]:
        """Every artist that the listener's lists hold, repeats included."""
        for period in PERIODS:
            yield from self.top_artists.get(period, ())
        yield from self.followed
        for track in self.tracks():
            yield from track.artists

    def empty(self) -> bool:
        """Whether nothing is known that a taste could be read from."""
        return next(self.artists(), None) is None

    def version(self) -> str:
        """A short name of exactly these contents, for a ranking to be kept under."""
        digest = blake2b(digest_size=12)
        for name, ids in self._contents():
            digest.update(f"\0{name}\0".encode())
            digest.update("\n".join(map(str, ids)).encode())
        return digest.hexdigest()

    def _contents(self) -> Iterator[tuple[str, Iterator[object]]]:
        for period in PERIODS:
            artists = self.top_artists.get(period, ())
            yield f"artists {period}", (item.id for item in artists)
            tracks = self.top_tracks.get(period, ())
            yield f"tracks {period}", (item.id for item in tracks)
        yield "plays", (play.track.id for play in self.plays)
        yield "saves", (save.track.id for save in self.saves)
        yield "followed", iter(sorted(artist.id or "" for artist in self.followed))
        yield "playlists", (f"{item.id} {item.version}" for item in self.playlists)
        yield "known", iter(sorted({track.id or "" for track in self.known}))
        yield "missing", iter(sorted(self.missing))


def without_saved(
    ranking: Ranking, asked: Iterable[str], saved: frozenset[str]
) -> Ranking:
    """After a look at the listener's shelf: without the tracks that are saved there,
    and with the others of those `asked` about known not to be. Both are track ids."""
    known = frozenset(asked)
    picks = tuple(
        msgspec.structs.replace(pick, checked=True) if pick.track.id in known else pick
        for pick in ranking.picks
        if pick.track.id not in saved
    )
    return msgspec.structs.replace(ranking, picks=picks)


def keep_checked(ranking: Ranking, before: Ranking) -> Ranking:
    """With what was known of the picks of an earlier ranking."""
    known = [pick.track.id for pick in before.picks if pick.checked and pick.track.id]
    return without_saved(ranking, known, frozenset())


def checked_only(ranking: Ranking) -> Ranking:
    """The picks that are known not to be saved."""
    picks = tuple(pick for pick in ranking.picks if pick.checked)
    return msgspec.structs.replace(ranking, picks=picks)
