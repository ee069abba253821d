"""Artists, albums and tracks by their ids."""

from typing import Any, TypeVar

from service.standin.spotify.api.call import Call, Endpoint
from service.standin.spotify.catalogue import Album, Artist, Catalogue, Track
from service.standin.spotify.paging import Bounds
from service.standin.spotify.refusal import malformed, not_found

T = TypeVar("T", Album, Artist, Track)

TRACKS = Bounds()
# https://developer.spotify.com/documentation/web-api/tutorials/february-2026-migration-guide
DISCOGRAPHY = Bounds(default=5, most=10)
GROUPS = ("album", "single", "appears_on", "compilation")


def _known(call: Call, kind: type[T]) -> T:
    found = call.world.catalogue.by_id.get(call.id())
    if not isinstance(found, kind):
        raise not_found()
    return found


def artist(call: Call) -> Any:
    """https://developer.spotify.com/documentation/web-api/reference/get-an-artist"""
    return call.rendering.element(_known(call, Artist))


def track(call: Call) -> Any:
    """https://developer.spotify.com/documentation/web-api/reference/get-track"""
    return call.rendering.element(_known(call, Track))


def album(call: Call) -> Any:
    """https://developer.spotify.com/documentation/web-api/reference/get-an-album"""
    return call.rendering.whole_album(_known(call, Album))


def album_tracks(call: Call) -> Any:
    """https://developer.spotify.com/documentation/web-api/reference/get-an-albums-tracks"""
    tracks = _known(call, Album).tracks
    window = call.window(TRACKS)
    simple = call.rendering.songbook.simple_track
    shown = [simple(one) for one in window.of(tracks)]
    return call.pager.page(window, shown, len(tracks))


def discography(call: Call) -> Any:
    """Group after group, newest first in each.

    https://developer.spotify.com/documentation/web-api/reference/get-an-artists-albums
    """
    wanted = call.query.get("include_groups", ",".join(GROUPS)).split(",")
    if not set(wanted) <= set(GROUPS):
        raise malformed("include_groups")
    by = _known(call, Artist)
    grouped = [
        (group, one)
        for group in GROUPS
        if group in wanted
        for one in _group(call.world.catalogue, by, group)
    ]
    window = call.window(DISCOGRAPHY)
    shown = [_listed(call, *one) for one in window.of(grouped)]
    return call.pager.page(window, shown, len(grouped))


def _group(catalogue: Catalogue, by: Artist, group: str) -> list[Album]:
    if group == "appears_on":
        return list(dict.fromkeys(catalogue.guests.get(by.id, ())))
    return [one for one in catalogue.by_artist[by.id] if one.kind == group]


def _listed(call: Call, group: str, one: Album) -> Any:
    if call.rendering.regime == "development":
        return call.rendering.element(one)
    return call.rendering.songbook.album(one) | {"album_group": group}


ENDPOINTS = (
    Endpoint("GET", "/artists/{id}", artist),
    Endpoint("GET", "/artists/{id}/albums", discography),
    Endpoint("GET", "/albums/{id}", album),
    Endpoint("GET", "/albums/{id}/tracks", album_tracks),
    Endpoint("GET", "/tracks/{id}", track),
)
