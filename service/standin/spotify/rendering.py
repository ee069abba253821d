"""Whatever stands in a list, as the Web API's JSON; the unchanging is kept as bytes."""

import base64
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

import msgspec

from service.standin.spotify.altering import altered
from service.standin.spotify.catalogue import Album, Artist, Episode, Track
from service.standin.spotify.holdings import (
    Altered,
    Element,
    Entry,
    LocalTrack,
    Play,
    Playlist,
    Saved,
    Verbatim,
)
from service.standin.spotify.links import Links
from service.standin.spotify.paging import Pager, Window
from service.standin.spotify.songbook import Json, Regime, Songbook, local_track

_OLD_NAMES = (("items", "tracks"), ("item", "track"))


class Rendering:
    """Renders the elements of lists for one regime and one address."""

    def __init__(self, links: Links, regime: Regime) -> None:
        self.links = links
        self.regime = regime
        self.songbook = Songbook(links, regime)
        self._kept: dict[str, msgspec.Raw] = {}
        self._makers: dict[type[Any], Callable[[Any], Json]] = {
            Album: self.songbook.album,
            Artist: self.songbook.artist,
            Entry: self._entry,
            Episode: self.songbook.episode,
            LocalTrack: local_track,
            Play: self._play,
            Playlist: self.playlist,
            Saved: self._saved,
            Track: self.songbook.track,
        }

    def all(self, elements: Sequence[Element]) -> list[Any]:
        """Each element as it stands in its list."""
        return [self.element(element) for element in elements]

    def element(self, element: Element) -> Any:
        """JSON-able: raw bytes where they are kept."""
        if isinstance(element, Track | Album | Artist):
            return self._keep(element)
        if isinstance(element, Altered):
            return self._altered(element)
        if isinstance(element, Verbatim):
            return msgspec.Raw(element.json)
        return self._makers[type(element)](element)

    def _keep(self, element: Track | Album | Artist) -> msgspec.Raw:
        raw = self._kept.get(element.id)
        if raw is None:
            made = self._makers[type(element)](element)
            raw = self._kept[element.id] = msgspec.Raw(msgspec.json.encode(made))
        return raw

    def _altered(self, element: Altered) -> Any:
        """Paths are written in the words of development mode; so it is put into them,
        altered, and put back."""
        sound = msgspec.json.decode(msgspec.json.encode(self.element(element.base)))
        old = self.regime == "extended" and isinstance(
            _innermost(element), Entry | Playlist
        )
        if old:
            _rename(sound, [(tracks, items) for items, tracks in _OLD_NAMES])
        changed = altered(sound, element.changes)
        if old:
            _rename(changed, _OLD_NAMES)
        return changed

    def playlist(self, playlist: Playlist) -> Json:
        """As it stands on a shelf."""
        href = self.links.api(f"/playlists/{playlist.id}/items")
        return self._in_words(
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

    def _entry(self, entry: Entry) -> Json:
        item = self.element(entry.item)
        return self._in_words(
            {
                "added_at": timestamp(entry.added_at),
                "added_by": self.links.user(entry.added_by),
                "is_local": isinstance(entry.item, LocalTrack),
                "item": item,
            }
        )

    def _saved(self, saved: Saved) -> Json:
        added_at = timestamp(saved.saved_at)
        if isinstance(saved.item, Album):
            return {"added_at": added_at, "album": self.whole_album(saved.item)}
        return {"added_at": added_at, "track": self.element(saved.item)}

    def _play(self, play: Play) -> Json:
        album = play.track.album if isinstance(play.track, Track) else None
        return {
            "context": album and self._context(album),
            "played_at": precise_timestamp(play.played_at),
            "track": self.element(play.track),
        }

    def _context(self, album: Album) -> msgspec.Raw:
        """Where a play came from; kept beside the album itself."""
        name = f"context {album.id}"
        raw = self._kept.get(name)
        if raw is None:
            made = self.links.identified("album", album.id)
            del made["id"]
            raw = self._kept[name] = msgspec.Raw(msgspec.json.encode(made))
        return raw

    def whole_album(self, album: Album) -> Json:
        window = Window(limit=50, offset=0)
        pager = Pager(self.links, f"/albums/{album.id}/tracks", {})
        tracks = [self.songbook.simple_track(track) for track in album.tracks]
        page = pager.page(window, tracks, len(tracks))
        return self.songbook.whole_album(album, page)

    def _in_words(self, made: Json) -> Json:
        """In the words of the regime."""
        return _rename(made, _OLD_NAMES) if self.regime == "extended" else made


def _innermost(element: Element) -> Element:
    while isinstance(element, Altered):
        element = element.base
    return element


def _rename(made: Json, names: Sequence[tuple[str, str]]) -> Json:
    for new, old in names:
        if new in made:
            made[old] = made.pop(new)
    return made


def snapshot_id(playlist: Playlist) -> str:
    """Another one after every change.

    https://developer.spotify.com/documentation/web-api/concepts/playlists#version-control-and-snapshots
    """
    text = f"{playlist.edits + 1},{playlist.id}"
    return base64.b64encode(text.encode()).decode()


def timestamp(moment: datetime) -> str:
    return _universal(moment).isoformat(timespec="seconds")[:-6] + "Z"


def precise_timestamp(moment: datetime) -> str:
    """As plays have it, with milliseconds."""
    return _universal(moment).isoformat(timespec="milliseconds")[:-6] + "Z"


def _universal(moment: datetime) -> datetime:
    return moment if moment.tzinfo is UTC else moment.astimezone(UTC)
