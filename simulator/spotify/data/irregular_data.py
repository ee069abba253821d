"""Irregular data: libraries that break the documentation, as clients reported."""

from collections.abc import Callable
from datetime import datetime, timedelta

from simulator.spotify.data.catalogue import CatalogueTrack
from simulator.spotify.data.listening_history import ListenerTaste, ListeningHistory
from simulator.spotify.data.user_library import (
    ABSENT,
    NULL,
    Altered,
    Element,
    FakePlay,
    FakePlaylist,
    LocalTrack,
    PlaylistEntry,
    Saved,
    UserLibrary,
    Verbatim,
)

LibraryChange = Callable[[UserLibrary, ListenerTaste, datetime], None]

LOCAL = LocalTrack("Demo (kitchen tape)", "Me and My Guitar", "Tapes", 187_000)
NAMELESS_LOCAL = LocalTrack("", "", "", 61_000)
# A lone surrogate is allowed by JSON's grammar and by no Unicode text.
SURROGATE = Verbatim(b'{"id":"x","name":"\\ud800","type":"playlist"}')


def _single(library: UserLibrary, taste: ListenerTaste, began: datetime) -> None:
    """Leave a single track, on one playlist, saved and played once."""
    (track, *_) = taste.top_tracks["long_term"]
    (playlist,) = _playlists(library)
    playlist.fill = lambda: [PlaylistEntry(track, began, playlist.owner.id)]
    library.saved_tracks.append(Saved(track, began))
    library.top_tracks = {"long_term": [track]}
    library.plays = lambda _now: [FakePlay(track, began)]


def _collector(library: UserLibrary, taste: ListenerTaste, began: datetime) -> None:
    """Save 10,000 tracks, the most that the service once allowed."""
    step = timedelta(minutes=97)
    library.saved_tracks[:] = [
        Saved(track, began - place * step)
        for place, track in enumerate(taste.catalogue.tracks[:10_000])
    ]


def _local(library: UserLibrary, taste: ListenerTaste, began: datetime) -> None:
    """Fill the playlists with local files and podcast episodes only."""
    entries: dict[str, list[Element]] = {
        "My files": [LOCAL, NAMELESS_LOCAL, LOCAL],
        "Podcasts": [*taste.catalogue.shows[0].episodes],
        "Files and podcasts": [LOCAL, *taste.catalogue.shows[1].episodes[:3]],
    }
    for playlist in _playlists(library):
        _refill(playlist, entries[playlist.name], began)


def _playlists(library: UserLibrary) -> list[FakePlaylist]:
    """Return the playlists, before any of them is made irregular."""
    return [
        element for element in library.playlists if isinstance(element, FakePlaylist)
    ]


def _refill(playlist: FakePlaylist, items: list[Element], began: datetime) -> None:
    owner = playlist.owner.id
    playlist.size = len(items)
    playlist.fill = lambda: [_entry(item, began, owner) for item in items]


def _entry(item: Element, began: datetime, owner: str) -> Element:
    return item if isinstance(item, Verbatim) else PlaylistEntry(item, began, owner)


def _quirky(library: UserLibrary, taste: ListenerTaste, began: datetime) -> None:
    """Put one of every irregularity that clients reported between sound elements."""
    tracks = taste.top_tracks["medium_term"]
    plain, holes, files = _playlists(library)
    _refill(holes, [tracks[0], NULL, tracks[1], NULL], began)
    episode = taste.catalogue.shows[0].episodes[0]
    _refill(files, [LOCAL, episode, tracks[2]], began)
    _irregular_entries(plain, tracks, began)
    library.playlists[1:1] = _irregular_playlists(plain)
    _irregular_tracks(library, tracks, began)
    _irregular_artists(library, taste)
    history = ListeningHistory(taste, began)
    library.plays = lambda now: _irregular_plays(history.plays(now))


def _irregular_playlists(plain: FakePlaylist) -> list[Element]:
    return [
        NULL,
        Altered(plain, {"name": "No images", "images": None}),
        Altered(plain, {"name": "No owner's name", "owner.display_name": None}),
        Altered(plain, {"name": "Unknown size", "items.total": None}),
        Altered(plain, {"name": "No contents", "items": ABSENT}),
        Altered(plain, {"name": "Public or not", "public": None}),
        Altered(plain, {"name": None}),
        Altered(plain, {"id": None, "name": "No id"}),
        Altered(plain, {"name": "A picture without address", "images.0.url": None}),
        SURROGATE,
    ]


def _irregular_entries(
    plain: FakePlaylist, tracks: list[CatalogueTrack], began: datetime
) -> None:
    regular = [PlaylistEntry(track, began, plain.owner.id) for track in tracks[:8]]
    irregular: list[Element] = [
        regular[0],
        Altered(regular[1], {"item": None}),
        Altered(regular[2], {"added_at": None}),
        Altered(regular[3], {"added_by": None}),
        Altered(regular[4], {"item.external_ids": ABSENT}),
        Altered(regular[5], {"item.album.release_date": "0000"}),
        Altered(regular[6], {"item.album.images": None}),
        regular[7],
    ]
    plain.size, plain.fill = len(irregular), lambda: list(irregular)


def _irregular_tracks(
    library: UserLibrary, tracks: list[CatalogueTrack], began: datetime
) -> None:
    irregular: list[Element] = [
        NULL,
        Altered(tracks[0], {"artists": None}),
        Altered(tracks[1], {"album": None}),
        Altered(tracks[2], {"duration_ms": None}),
        Altered(tracks[3], {"artists.0.name": None}),
        Altered(tracks[4], {"album.release_date": "1987"}),
        Altered(tracks[5], {"is_playable": ABSENT}),
        Altered(tracks[6], {"artists.0.id": None}),
    ]
    library.top_tracks = {
        span: [*irregular, *taste] for span, taste in library.top_tracks.items()
    }
    library.saved_tracks[1:1] = [
        NULL,
        *(Saved(track, began) for track in irregular[:4]),
        Altered(Saved(tracks[7], began), {"added_at": None}),
    ]
    album = tracks[0].album
    library.saved_albums[1:1] = [
        NULL,
        Altered(Saved(album, began), {"album.images": None}),
        Altered(Saved(album, began), {"album.release_date": "0000"}),
        Altered(Saved(album, began), {"album": None}),
        Altered(Saved(album, began), {"album.popularity": ABSENT}),
    ]


def _irregular_artists(library: UserLibrary, taste: ListenerTaste) -> None:
    (first, second, third, *_) = taste.top_artists["long_term"]
    irregular: list[Element] = [
        NULL,
        Altered(first, {"images": None}),
        Altered(second, {"genres": ABSENT}),
        Altered(third, {"genres": None, "images": []}),
    ]
    library.top_artists = {
        span: [*irregular, *artists] for span, artists in library.top_artists.items()
    }
    library.followed[1:1] = irregular


def _irregular_plays(plays: list[Element]) -> list[Element]:
    first, second, *rest = plays
    return [
        first,
        first,
        Altered(second, {"context": None}),
        Altered(second, {"track": None}),
        NULL,
        *rest[:45],
    ]


IRREGULAR_LIBRARIES: dict[str, LibraryChange] = {
    "single": _single,
    "collector": _collector,
    "local": _local,
    "quirky": _quirky,
}
