"""Values of the recommender: evidence, picks, rankings, and a listener's taste."""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from itertools import chain
from typing import Literal

import msgspec

from providers.music import Artist, Period, Play, Playlist, SavedTrack, Track, Value
from providers.recommender.ranking.track_identity import artist_key, first_credited

Signal = Literal[
    "top_track",  # among the listener's top tracks of `period`
    "top_artist",  # by a top artist of `period`
    "top_tracks",  # `count` top tracks are by the artist
    "played",  # `count` of the last plays are of the artist
    "saved",  # `count` saved tracks are by the artist
    "followed",  # the artist is followed
    "playlist",  # on a playlist of the listener's own, from the day `since` on
    "genre",  # `count` artists of the listener's are of this genre
    "style",  # the song is of this genre, and nothing is known of the listener
    "mood",
    "activity",
    "asked_genre",
    "asked_artist",
    "era",  # its album came out in the year `count`
    "kindred",  # of a genre of an artist who was asked for, or is liked
    "liked",  # the listener said so
    "listed",  # songs by the artist are on playlists of the listener's own
    "neighbour",  # people who play `about` also play `artist`
    "similar",  # the same, and the listener has been playing `about` a lot
    "liked_neighbour",  # the same, and the listener said that they like `about`
    "guest",  # `artist` is a guest on a song by `about` that the listener has
    "host",  # `about` is on an album by `artist`
    "partner",  # `artist` and `about`, whom the listener likes, have a song together
    "joined",  # `about` is on the song, too
    "named",  # of a playlist: its name says the artist's
    "holds",  # of a playlist: `count` of its tracks are by the artist
]
"""The kinds of evidence that an explanation may name."""

ASKED: frozenset[Signal] = frozenset(
    ("mood", "activity", "asked_genre", "asked_artist", "kindred")
)
"""The signals that answer the listener's query."""

Familiarity = Literal["familiar", "habit", "discovery"]
"""`familiar`: in the listener's own lists. The others were found by searches: a `habit`
is by an artist whom the listener knows, a `discovery` is by an artist who is new."""

FAMILIARITIES: tuple[Familiarity, ...] = ("discovery", "habit", "familiar")
"""All of them, the newest first."""


class Evidence(Value, frozen=True):
    """One fact that speaks for a pick.

    `signal`: the kind of fact. `strength`: its weight, above 0, at most about 2.
    `about`: the name of the artist, genre or playlist, or the id of the mood.
    `period` and `count`: as the signal says; None where the signal has none, and where
    the list that is counted is not whole. `artist`: the new artist, where the signal
    relates one to `about`. `since`: a day, as in `date.toordinal()`; None where the
    signal has none, and where it is not known.
    """

    signal: Signal
    strength: float
    about: str | None = None
    period: Period | None = None
    count: int | None = None
    artist: str | None = None
    since: int | None = None


class Pick(Value, frozen=True, cache_hash=True):
    """A track to recommend, and why.

    `key`: the song, whichever of its track ids Spotify shows; a hash, so that the key
    reveals nothing. `score`: higher is better. `evidence`: strongest first, never
    empty. `genres`: lower case. `checked`: the track is known not to be saved.
    """

    key: str
    track: Track
    familiarity: Familiarity
    score: float
    evidence: tuple[Evidence, ...]
    genres: tuple[str, ...] = ()
    checked: bool = False


_OF_ANYONE: frozenset[Signal] = ASKED | {"era", "joined", "liked", "liked_neighbour"}


def impersonal(pick: Pick) -> Pick:
    """Return the pick without evidence of what its listener plays, saves or follows.

    For people whose listening is not known: what they asked for and liked is told, else
    the song's genre. Nor is it told whether they know the song.
    """
    facts = tuple([fact for fact in pick.evidence if fact.signal in _OF_ANYONE])
    facts = facts or tuple([Evidence("style", 1, genre) for genre in pick.genres])
    return msgspec.structs.replace(pick, familiarity="habit", evidence=facts)


FallbackLevel = Literal["full", "heard", "playlists", "nothing"]
"""How far a ranking fell back.

`full`: songs that the listener neither saved nor just heard. `heard`: top tracks even
if saved or just heard. `playlists`: anything from own playlists. `nothing`: no picks.
"""


class Ranking(Value, frozen=True):
    """All picks of a listener's day.

    `picks`: best first, an artist at most twice. `version`: the version of the taste
    that the ranking was made from. `missing`: pairs of a source that did not answer and
    the reason of its error. `stale`: most sources were read from the cache because
    Spotify is slow or out. `excluded`: songs were left out because of exclusions.
    `complete`: False where no call was left to search for new music.
    `familiar_share`: how much of the answers is familiar. `searched`: hashes of the
    searches that it was made of. `whole`: made from all lists, see `Taste`.
    """

    picks: tuple[Pick, ...]
    fallback: FallbackLevel = msgspec.field(name="rung")
    version: str
    missing: tuple[tuple[str, str], ...] = ()
    stale: bool = False
    excluded: bool = False
    complete: bool = True
    familiar_share: float = 1 / 3
    searched: tuple[str, ...] = ()
    whole: bool = True


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
"""The sources that an answer may draw on; each is optional."""

PERIODS: tuple[Period, ...] = ("weeks", "months", "years")


class RankedList(msgspec.Struct, frozen=True):
    """Tracks from one source, best first, and the evidence that each of them gains.

    Without `evidence`, what is known of their artists is their evidence. `genre`: the
    genre that was searched for, None for other sources. `weight`: the weight of this
    list when lists are fused. `found`: by a search; else from the listener's own lists.
    """

    tracks: tuple[Track, ...]
    evidence: Evidence | None
    genre: str | None = None
    weight: float = 1.0
    found: bool = False


class Taste(msgspec.Struct, frozen=True):
    """The listener's own lists, each in the order of its source.

    `top_artists`, `top_tracks`: by period; a period without entries has no key.
    `plays`: newest first. `saves`: newest first; `saves_complete`: no save is left out.
    `followed`: followed artists. `playlists`: own and followed playlists.
    `known`: tracks of own playlists whose contents are in the cache.
    `missing`: maps a source that did not answer to the reason of its error.
    `stale`: most lists were read from the cache because Spotify is slow or out.
    `whole`: all lists were read; else those of a first answer.
    """

    top_artists: Mapping[Period, tuple[Artist, ...]] = msgspec.field(
        default_factory=dict
    )
    top_tracks: Mapping[Period, tuple[Track, ...]] = msgspec.field(default_factory=dict)
    plays: tuple[Play, ...] = ()
    saves: tuple[SavedTrack, ...] = ()
    saves_complete: bool = True
    followed: tuple[Artist, ...] = ()
    playlists: tuple[Playlist, ...] = ()
    known: tuple[Track, ...] = ()
    missing: Mapping[str, str] = msgspec.field(default_factory=dict)
    stale: bool = False
    whole: bool = True

    def tracks(self) -> Iterator[Track]:
        """Yield every track of the lists, repeats included."""
        for period in PERIODS:
            yield from self.top_tracks.get(period, ())
        yield from (play.track for play in self.plays)
        yield from (save.track for save in self.saves)
        yield from self.known

    def artists(self) -> Iterator[Artist]:
        """Yield every artist of the lists, repeats included."""
        for period in PERIODS:
            yield from self.top_artists.get(period, ())
        yield from self.followed
        for track in self.tracks():
            yield from track.artists

    def own_artists(self) -> frozenset[str]:
        """Return the keys of the artists whom the listener knows.

        They are on a list of artists, or a song of the lists is theirs; who is only a
        guest on one may be new to the listener.
        """
        listed = (*chain.from_iterable(self.top_artists.values()), *self.followed)
        songs = (first_credited(track) for track in self.tracks())
        names = (artist_key(artist.name) for artist in listed)
        return frozenset(key for key in (*songs, *names) if key is not None)

    def version(self) -> str:
        """Return a hash of these lists (24 hex digits), to compare tastes with."""
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
    ranking: Ranking, checked_ids: Iterable[str], saved: frozenset[str]
) -> Ranking:
    """Return the ranking without the tracks in `saved`.

    The remaining tracks of `checked_ids` become `checked`: known not to be saved.
    Both arguments are track ids.
    """
    checked = frozenset(checked_ids)
    picks = tuple(
        msgspec.structs.replace(pick, checked=True)
        if pick.track.id in checked
        else pick
        for pick in ranking.picks
        if pick.track.id not in saved
    )
    return msgspec.structs.replace(ranking, picks=picks)


def keep_checked(ranking: Ranking, before: Ranking) -> Ranking:
    """Return the ranking with those picks `checked` that were so in `before`."""
    checked = [pick.track.id for pick in before.picks if pick.checked and pick.track.id]
    return without_saved(ranking, checked, frozenset())


def checked_only(ranking: Ranking) -> Ranking:
    """Return the ranking with its `checked` picks alone."""
    picks = tuple(pick for pick in ranking.picks if pick.checked)
    return msgspec.structs.replace(ranking, picks=picks)
