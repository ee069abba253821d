"""What is known of a listener's music: the sources, and which of them are missing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Literal

from providers.music import Artist, Period, Play, Playlist, SavedTrack, Track
from providers.recommending.evidence import Evidence

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
class Finding:
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
