"""Bytes to domain values: whole where all is well, element by element where not."""

import json
import re
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

import msgspec

from providers import music
from providers.errors import Unreadable
from providers.spotify import mapping, schema

W = TypeVar("W", bound=schema.Wire)

D = TypeVar("D", bound=msgspec.Struct)

T = TypeVar("T")

Json = bytes | msgspec.Raw

UNDECODABLE = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)

_HALVES = re.compile("[\ud800-\udfff]")

NULL = msgspec.Raw(b"null")

_RAW_PAGE = msgspec.json.Decoder(schema.RawPage)

_RAW_LIST = msgspec.json.Decoder(list[msgspec.Raw])

_NUMBER = msgspec.json.Decoder(int | None, strict=False)

_TEXT = msgspec.json.Decoder(str | None)

_CURSORS = msgspec.json.Decoder(schema.Cursors | None)


class DecodedPage(msgspec.Struct, Generic[D], frozen=True, gc=False):
    """One page. `sent` counts what came, broken elements too; `blank` pages came
    with null where the elements belong."""

    items: tuple[D, ...]
    sent: int
    total: int | None = None
    limit: int | None = None
    more: bool = False
    after: str | None = None
    null_items: bool = False


class EntityDecoder(Generic[W, D]):
    """How one kind of thing is read; built once, used by every call."""

    def __init__(self, kind: type[W], meaning: Callable[[W], D | None]) -> None:
        self._page = msgspec.json.Decoder(schema.Page[kind])  # type: ignore[valid-type]
        self._lenient = msgspec.json.Decoder(kind, strict=False)
        self._to_domain = meaning

    def one(self, body: Json) -> D:
        """A single thing; `Unreadable` for anything that is not one."""
        value = self._element(body)
        if value is None:
            raise Unreadable
        return value

    def page(self, body: Json) -> DecodedPage[D]:
        """A page without its broken elements; `Unreadable` for what is no page."""
        try:
            page = self._page.decode(body)
        except UNDECODABLE:
            return self._element_by_element(body)
        if page.items is msgspec.UNSET:
            raise Unreadable
        elements: Iterable[W | None] = page.items or ()
        meant = self._to_domain
        return DecodedPage(
            tuple([it for element in elements if element and (it := meant(element))]),
            len(page.items or ()),
            page.total,
            page.limit,
            bool(page.next),
            page.cursors.after if page.cursors else None,
            page.items is None,
        )

    def _element_by_element(self, body: Json) -> DecodedPage[D]:
        """The slow way, taken only where something on the page is broken."""
        page = _tried(_RAW_PAGE, body) or _tried(_RAW_PAGE, repaired(body))
        if page is None:
            raise Unreadable
        blank = page.items == NULL
        elements = [] if blank else _tried(_RAW_LIST, page.items)
        if elements is None:
            raise Unreadable
        cursors = _tried(_CURSORS, page.cursors)
        return DecodedPage(
            tuple(it for raw in elements if (it := self._element(raw))),
            len(elements),
            _tried(_NUMBER, page.total),
            _tried(_NUMBER, page.limit),
            bool(_tried(_TEXT, page.next)),
            cursors.after if cursors else None,
            blank,
        )

    def _element(self, raw: Json) -> D | None:
        element = _tried(self._lenient, raw) or _tried(self._lenient, repaired(raw))
        return self._to_domain(element) if element else None


def decoded(decoder: "msgspec.json.Decoder[T]", body: bytes) -> T:
    """What `decoder` reads; `Unreadable` where it cannot."""
    value = _tried(decoder, body) or _tried(decoder, repaired(body))
    if value is None:
        raise Unreadable
    return value


def repaired(body: Json) -> bytes:
    """The same JSON without what makes strict readers refuse all of it.

    Half a surrogate pair in one title (an emoji cut in two), a stray byte or a NaN
    would otherwise cost every element beside it. Empty where nothing can be saved.
    """
    try:
        text = bytes(body).decode("utf-8-sig", "replace")
        value = json.loads(text, parse_constant=_nothing)
        whole = _HALVES.sub("\ufffd", json.dumps(value, ensure_ascii=False))
        return whole.encode()
    except (ValueError, RecursionError):
        return b""


def _nothing(_: str) -> None:
    return None


def _tried(decoder: "msgspec.json.Decoder[T]", raw: Json) -> T | None:
    try:
        return decoder.decode(raw)
    except UNDECODABLE:
        return None


# FOLDED Every shape that Spotify answers in, its decoder built once.

ACCOUNT = EntityDecoder(schema.User, mapping.account)

ALBUM = EntityDecoder(schema.Album, mapping.album)

ARTIST = EntityDecoder(schema.Artist, mapping.artist)

PLAY = EntityDecoder(schema.Play, mapping.play)

PLAYLIST = EntityDecoder(schema.Playlist, mapping.playlist)

PLAYLIST_ITEM = EntityDecoder(schema.PlaylistItem, mapping.playlist_item)

SAVED_ALBUM = EntityDecoder(schema.SavedAlbum, mapping.saved_album)

SAVED_TRACK = EntityDecoder(schema.SavedTrack, mapping.saved_track)

TRACK = EntityDecoder(schema.Track, mapping.track)

_FOLLOWING = msgspec.json.Decoder(schema.Following)


def followed(body: bytes) -> DecodedPage[music.Artist]:
    """The one list that comes wrapped: a page under the name `artists`."""
    return ARTIST.page(decoded(_FOLLOWING, body).artists)
