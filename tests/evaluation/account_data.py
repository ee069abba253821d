"""What is true of an account of the fake Spotify, whole lists included."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from providers.music import Period, Track
from providers.recommender.ranking.track_identity import artist_key
from simulator.spotify.data.catalogue import CatalogueArtist, CatalogueTrack
from simulator.spotify.data.user_library import (
    Element,
    FakePlay,
    FakePlaylist,
    PlaylistEntry,
    Saved,
    TimeRange,
    UserLibrary,
    without_changes,
)

PAGE = 50
SPANS: Mapping[Period, TimeRange] = {
    "weeks": "short_term",
    "months": "medium_term",
    "years": "long_term",
}


@dataclass(frozen=True, slots=True)
class AccountData:
    """What is true of an account: names are `artist_key`s, songs are ids.

    top_artists, top_tracks: by period, as long as the Web API tells them.
    plays: the last fifty. saved: all of them. playlists: ids by playlist's name.
    listed: the tracks of all playlists.
    asked, liked: what the listener asked for and liked so far.
    similar: by artist, the artists that are neighbours in the service's file.
    appearances: pairs of a guest and the artist of the album.
    pairs: artists who have a song together.
    """

    top_artists: Mapping[Period, Sequence[CatalogueArtist]]
    top_tracks: Mapping[Period, Sequence[CatalogueTrack]]
    plays: Sequence[CatalogueTrack]
    saved: Sequence[CatalogueTrack]
    followed: Sequence[CatalogueArtist]
    playlists: Mapping[str, frozenset[str]]
    asked: frozenset[str] = frozenset()
    liked: frozenset[str] = frozenset()
    listed: Sequence[CatalogueTrack] = ()
    similar: Mapping[str, frozenset[str]] = field(default_factory=dict)
    appearances: frozenset[tuple[str, str]] = frozenset()
    pairs: frozenset[frozenset[str]] = frozenset()

    def songs(self) -> Iterator[CatalogueTrack]:
        """Yield the tracks of all lists, repeats included."""
        for tracks in (*self.top_tracks.values(), self.plays, self.saved, self.listed):
            yield from tracks

    def artists(self) -> Iterator[CatalogueArtist]:
        """Yield the artists of all lists, repeats included."""
        for top in self.top_artists.values():
            yield from top
        yield from self.followed
        for tracks in (*self.top_tracks.values(), self.plays, self.saved):
            for track in tracks:
                yield from track.artists

    def knows(self, track: Track) -> bool:
        """Return whether the first artist is on any list, and not only as a guest."""
        known = {artist_key(artist.name) for artist in self.followed}
        for top in self.top_artists.values():
            known.update(artist_key(artist.name) for artist in top)
        for tracks in (*self.top_tracks.values(), self.plays, self.saved):
            known.update(artist_key(one.artists[0].name) for one in tracks)
        return any(artist_key(artist.name) in known for artist in track.artists[:1])


def data_of(library: UserLibrary, now: datetime) -> AccountData:
    """Return what is true of an account's library at a moment."""
    playlists: dict[str, frozenset[str]] = {}
    listed: list[CatalogueTrack] = []
    for element in map(without_changes, library.playlists):
        if isinstance(element, FakePlaylist) and element.size < 1000:
            tracks = list(_tracks(element.items))
            listed += tracks
            ids = frozenset(track.id for track in tracks)
            playlists[element.name] = playlists.get(element.name, frozenset()) | ids
    return AccountData(
        top_artists={
            period: list(_artists(library.top_artists.get(span, ())[:PAGE]))
            for period, span in SPANS.items()
        },
        top_tracks={
            period: list(_tracks(library.top_tracks.get(span, ())[:PAGE]))
            for period, span in SPANS.items()
        },
        plays=list(_tracks(library.plays(now)[:PAGE])),
        saved=list(_tracks(library.saved_tracks)),
        followed=list(_artists(library.followed)),
        playlists=playlists,
        listed=listed,
    )


def _tracks(elements: Iterable[Element]) -> Iterator[CatalogueTrack]:
    for element in map(without_changes, elements):
        inner: Element = element
        if isinstance(element, PlaylistEntry | Saved):
            inner = without_changes(element.item)
        elif isinstance(element, FakePlay):
            inner = without_changes(element.track)
        if isinstance(inner, CatalogueTrack):
            yield inner


def _artists(elements: Iterable[Element]) -> Iterator[CatalogueArtist]:
    for element in map(without_changes, elements):
        if isinstance(element, CatalogueArtist):
            yield element
