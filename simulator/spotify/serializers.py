"""Serializers: catalogue and library objects as the Web API's JSON.

JSON that never changes is cached as bytes.
"""

import base64
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal
from urllib.parse import quote_plus

import msgspec

from simulator.spotify.data.catalogue import (
    CatalogueAlbum,
    CatalogueArtist,
    CatalogueShow,
    CatalogueTrack,
    Episode,
)
from simulator.spotify.data.user_library import (
    Altered,
    Element,
    FakePlay,
    FakePlaylist,
    LocalTrack,
    PlaylistEntry,
    Saved,
    Verbatim,
    with_changes,
)
from simulator.spotify.images_and_links import Links
from simulator.spotify.paging import PageSerializer, Window

Regime = Literal["development", "extended"]

"""Apps registered since February 2026 see `items` and `item` and fewer fields, without
artists' genres; apps with an extended quota still see `tracks` and `track`.
https://developer.spotify.com/documentation/web-api/tutorials/february-2026-migration-guide
"""

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class CatalogueSerializer:
    """Serialize the catalogue's objects; shapes as in the Web API's reference.

    links: make the addresses.
    regime: decides which fields there are.
    """

    links: Links
    regime: Regime

    def simple_artist(self, artist: CatalogueArtist) -> Json:
        """Return an artist as albums and tracks name them."""
        return self.links.identified("artist", artist.id) | {"name": artist.name}

    def artist(self, artist: CatalogueArtist) -> Json:
        """Return an artist with images; with genres only for an extended quota.

        The published description has no `genres` in development mode, and live answers
        have none either: https://github.com/marcelmarais/spotify-mcp-server/issues/73
        """
        fields = self.simple_artist(artist) | {
            "images": self.links.pictures("artist", artist.id),
        }
        if self.regime == "extended":
            fields["genres"] = artist.genres
            fields["popularity"] = artist.popularity
            fields["followers"] = {"href": None, "total": artist.popularity**3}
        return fields

    def album(self, album: CatalogueAlbum) -> Json:
        """Return an album as tracks and lists contain it."""
        return self.links.identified("album", album.id) | {
            "album_type": album.kind,
            "artists": [self.simple_artist(artist) for artist in album.artists],
            "images": self.links.pictures("album", album.id),
            "name": album.name,
            "release_date": album.released,
            "release_date_precision": _precision(album.released),
            "total_tracks": len(album.tracks),
        }

    def whole_album(self, album: CatalogueAlbum, tracks: Json) -> Json:
        """Return an album alone or saved; `tracks` is the first page of its tracks."""
        return self.album(album) | {
            "copyrights": [{"text": f"℗ {album.released[:4]} Invented", "type": "P"}],
            "external_ids": {},
            "genres": [],
            "label": "Invented Records",
            "popularity": album.popularity,
            "tracks": tracks,
        }

    def simple_track(self, track: CatalogueTrack) -> Json:
        """Return a track as its own album contains it."""
        fields = self.links.identified("track", track.id) | {
            "artists": [self.simple_artist(artist) for artist in track.artists],
            "disc_number": 1,
            "duration_ms": track.duration_ms,
            "explicit": track.explicit,
            "is_local": False,
            "is_playable": track.playable,
            "name": track.title,
            "track_number": track.number,
        }
        if not track.playable:
            fields["restrictions"] = {"reason": "market"}
        return fields

    def track(self, track: CatalogueTrack) -> Json:
        """Return a track with its album."""
        fields = self.simple_track(track) | {
            "album": self.album(track.album),
            "external_ids": {"isrc": track.isrc},
        }
        if self.regime == "extended":
            fields["popularity"] = track.popularity
        return fields

    def show(self, show: CatalogueShow) -> Json:
        """Return a podcast."""
        return self.links.identified("show", show.id) | {
            "copyrights": [],
            "description": f"{show.name}, every week.",
            "explicit": False,
            "html_description": f"<p>{show.name}, every week.</p>",
            "images": self.links.pictures("show", show.id),
            "is_externally_hosted": False,
            "languages": [show.language],
            "media_type": "audio",
            "name": show.name,
            "total_episodes": len(show.episodes),
        }

    def episode(self, episode: Episode) -> Json:
        """Return an episode with its podcast."""
        return self.links.identified("episode", episode.id) | {
            "description": episode.title,
            "duration_ms": episode.duration_ms,
            "explicit": False,
            "html_description": f"<p>{episode.title}</p>",
            "images": self.links.pictures("episode", episode.id),
            "is_externally_hosted": False,
            "is_playable": True,
            "languages": [episode.show.language],
            "name": episode.title,
            "release_date": episode.released,
            "release_date_precision": "day",
            "show": self.show(episode.show),
        }


def local_track(track: LocalTrack) -> Json:
    """Return a local file of the listener's, which the service knows by its tags only.

    https://developer.spotify.com/documentation/web-api/concepts/playlists#local-files
    """
    tags = (track.artist, track.album, track.title, str(track.duration_ms // 1000))
    nothing: Json = {"external_urls": {}, "href": None, "id": None, "uri": None}
    return nothing | {
        "album": nothing
        | {
            "album_type": None,
            "artists": [],
            "images": [],
            "name": track.album,
            "release_date": None,
            "release_date_precision": None,
            "total_tracks": 0,
            "type": "album",
        },
        "artists": [nothing | {"name": track.artist, "type": "artist"}],
        "disc_number": 0,
        "duration_ms": track.duration_ms,
        "explicit": False,
        "external_ids": {},
        "is_local": True,
        "name": track.title,
        "track_number": 0,
        "type": "track",
        "uri": "spotify:local:" + ":".join(map(quote_plus, tags)),
    }


def _precision(released: str) -> str:
    return ("year", "month", "day")[released.count("-")]


_OLD_NAMES = (("items", "tracks"), ("item", "track"))


class LibrarySerializer:
    """Serialize the elements of lists, for one regime and one base address."""

    def __init__(self, links: Links, regime: Regime) -> None:
        self.links = links
        self.regime = regime
        self.catalogue = CatalogueSerializer(links, regime)
        self._cache_of_json: dict[str, msgspec.Raw] = {}
        self._serialize_by_type: dict[type[Any], Callable[[Any], Json]] = {
            CatalogueAlbum: self.catalogue.album,
            CatalogueArtist: self.catalogue.artist,
            PlaylistEntry: self._entry,
            Episode: self.catalogue.episode,
            LocalTrack: local_track,
            FakePlay: self._play,
            FakePlaylist: self.playlist,
            Saved: self._saved,
            CatalogueTrack: self.catalogue.track,
        }

    def all(self, elements: Sequence[Element]) -> list[Any]:
        """Return the JSON of each element as its list contains it."""
        return [self.element(element) for element in elements]

    def element(self, element: Element) -> Any:
        """Return the JSON of one element; raw bytes where the JSON is cached."""
        if isinstance(element, CatalogueTrack | CatalogueAlbum | CatalogueArtist):
            return self._cached(element)
        if isinstance(element, Altered):
            return self._altered(element)
        if isinstance(element, Verbatim):
            return msgspec.Raw(element.json)
        return self._serialize_by_type[type(element)](element)

    def _cached(
        self, element: CatalogueTrack | CatalogueAlbum | CatalogueArtist
    ) -> msgspec.Raw:
        raw = self._cache_of_json.get(element.id)
        if raw is None:
            rendered_json = self._serialize_by_type[type(element)](element)
            raw = self._cache_of_json[element.id] = msgspec.Raw(
                msgspec.json.encode(rendered_json)
            )
        return raw

    def _altered(self, element: Altered) -> Any:
        """Return the JSON with the element's changes.

        The changes' paths use the field names of development mode: the fields are
        renamed to these, changed, and renamed back.
        """
        unchanged = msgspec.json.decode(msgspec.json.encode(self.element(element.base)))
        extended = self.regime == "extended" and isinstance(
            _base_of(element), PlaylistEntry | FakePlaylist
        )
        if extended:
            _rename(unchanged, [(tracks, items) for items, tracks in _OLD_NAMES])
        changed = with_changes(unchanged, element.changes)
        if extended:
            _rename(changed, _OLD_NAMES)
        return changed

    def playlist(self, playlist: FakePlaylist) -> Json:
        """Return a playlist as the list of playlists contains it."""
        href = self.links.api(f"/playlists/{playlist.id}/items")
        return self._in_regime_names(
            self.links.identified("playlist", playlist.id)
            | {
                "collaborative": playlist.collaborative,
                "description": playlist.description,
                "images": self.links.mosaic(playlist.id) if playlist.picture else [],
                "items": {"href": href, "total": playlist.size},
                "name": playlist.name,
                "owner": self.links.owner(playlist.owner),
                "public": playlist.public,
                "snapshot_id": snapshot_id(playlist),
            }
        )

    def _entry(self, entry: PlaylistEntry) -> Json:
        item = self.element(entry.item)
        return self._in_regime_names(
            {
                "added_at": timestamp(entry.added_at),
                "added_by": self.links.user(entry.added_by),
                "is_local": isinstance(entry.item, LocalTrack),
                "item": item,
            }
        )

    def _saved(self, saved: Saved) -> Json:
        added_at = timestamp(saved.saved_at)
        if isinstance(saved.item, CatalogueAlbum):
            return {"added_at": added_at, "album": self.whole_album(saved.item)}
        return {"added_at": added_at, "track": self.element(saved.item)}

    def _play(self, play: FakePlay) -> Json:
        album = play.track.album if isinstance(play.track, CatalogueTrack) else None
        return {
            "context": album and self._context(album),
            "played_at": precise_timestamp(play.played_at),
            "track": self.element(play.track),
        }

    def _context(self, album: CatalogueAlbum) -> msgspec.Raw:
        """Return where a play came from; cached beside the album itself."""
        name = f"context {album.id}"
        raw = self._cache_of_json.get(name)
        if raw is None:
            rendered_json = self.links.identified("album", album.id)
            del rendered_json["id"]
            raw = self._cache_of_json[name] = msgspec.Raw(
                msgspec.json.encode(rendered_json)
            )
        return raw

    def whole_album(self, album: CatalogueAlbum) -> Json:
        """Return an album with the first page of its tracks."""
        window = Window(limit=50, offset=0)
        pager = PageSerializer(self.links, f"/albums/{album.id}/tracks", {})
        tracks = [self.catalogue.simple_track(track) for track in album.tracks]
        page = pager.page(window, tracks, len(tracks))
        return self.catalogue.whole_album(album, page)

    def _in_regime_names(self, rendered_json: Json) -> Json:
        """Return the object with the regime's field names."""
        return (
            _rename(rendered_json, _OLD_NAMES)
            if self.regime == "extended"
            else rendered_json
        )


def _base_of(element: Element) -> Element:
    while isinstance(element, Altered):
        element = element.base
    return element


def _rename(rendered_json: Json, names: Sequence[tuple[str, str]]) -> Json:
    for new, extended in names:
        if new in rendered_json:
            rendered_json[extended] = rendered_json.pop(new)
    return rendered_json


def snapshot_id(playlist: FakePlaylist) -> str:
    """Return the playlist's snapshot id; it changes with every edit.

    https://developer.spotify.com/documentation/web-api/concepts/playlists#version-control-and-snapshots
    """
    text = f"{playlist.edits + 1},{playlist.id}"
    return base64.b64encode(text.encode()).decode()


def timestamp(moment: datetime) -> str:
    """Return a moment in UTC, to the second, as additions have it."""
    return _in_utc(moment).isoformat(timespec="seconds")[:-6] + "Z"


def precise_timestamp(moment: datetime) -> str:
    """Return a moment in UTC, to the millisecond, as plays have it."""
    return _in_utc(moment).isoformat(timespec="milliseconds")[:-6] + "Z"


def _in_utc(moment: datetime) -> datetime:
    return moment if moment.tzinfo is UTC else moment.astimezone(UTC)
