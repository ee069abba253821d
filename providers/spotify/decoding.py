"""Decoders from an answer's bytes to domain values.

A sound body is decoded at once. A body with something broken is decoded element by
element, so that a broken element costs itself and not the page.
"""

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
"""What a msgspec decoder raises for bytes that do not fit."""

NULL = msgspec.Raw(b"null")

_LONE_SURROGATES = re.compile("[\ud800-\udfff]")

_RAW_PAGE = msgspec.json.Decoder(schema.RawPage)
_RAW_LIST = msgspec.json.Decoder(list[msgspec.Raw])
_NUMBER = msgspec.json.Decoder(int | None, strict=False)
_TEXT = msgspec.json.Decoder(str | None)
_CURSORS = msgspec.json.Decoder(schema.Cursors | None)


class DecodedPage(msgspec.Struct, Generic[D], frozen=True, gc=False):
    """One page of a list, decoded.

    - `items`: the readable elements.
    - `sent`: how many elements came, broken ones too.
    - `total`: the length of the whole list; None where the service does not say.
    - `limit`: the page size that the service applied; None where it does not say.
    - `more`: the service names a next page.
    - `after`: the cursor of the next page; None for the last page.
    - `null_items`: null came where the elements belong.
    """

    items: tuple[D, ...]
    sent: int
    total: int | None = None
    limit: int | None = None
    more: bool = False
    after: str | None = None
    null_items: bool = False


class EntityDecoder(Generic[W, D]):
    """Decoder for one kind of thing, alone or in pages; built once, used by every call.

    `wire_type` is the schema; `to_domain` maps it and returns None for what lacks
    something needed.
    """

    def __init__(self, wire_type: type[W], to_domain: Callable[[W], D | None]) -> None:
        self._page = msgspec.json.Decoder(schema.Page[wire_type])  # type: ignore[valid-type]
        self._lenient = msgspec.json.Decoder(wire_type, strict=False)
        self._to_domain = to_domain

    def decode_one(self, body: Json) -> D:
        """Return the single thing in `body`; raise `Unreadable` for anything else."""
        value = self._element(body)
        if value is None:
            raise Unreadable
        return value

    def decode_page(self, body: Json) -> DecodedPage[D]:
        """Return the page without its broken elements; else raise `Unreadable`."""
        try:
            page = self._page.decode(body)
        except UNDECODABLE:
            return self._element_by_element(body)
        if page.items is msgspec.UNSET:
            raise Unreadable
        elements: Iterable[W | None] = page.items or ()
        to_domain = self._to_domain
        return DecodedPage(
            tuple([v for element in elements if element and (v := to_domain(element))]),
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
        null_items = page.items == NULL
        elements = [] if null_items else _tried(_RAW_LIST, page.items)
        if elements is None:
            raise Unreadable
        cursors = _tried(_CURSORS, page.cursors)
        return DecodedPage(
            tuple(value for raw in elements if (value := self._element(raw))),
            len(elements),
            _tried(_NUMBER, page.total),
            _tried(_NUMBER, page.limit),
            bool(_tried(_TEXT, page.next)),
            cursors.after if cursors else None,
            null_items,
        )

    def _element(self, raw: Json) -> D | None:
        element = _tried(self._lenient, raw) or _tried(self._lenient, repaired(raw))
        return self._to_domain(element) if element else None


def decode_with(decoder: "msgspec.json.Decoder[T]", body: bytes) -> T:
    """Return what `decoder` reads in `body`; raise `Unreadable` where it cannot."""
    value = _tried(decoder, body) or _tried(decoder, repaired(body))
    if value is None:
        raise Unreadable
    return value


def repaired(body: Json) -> bytes:
    """Return the same JSON without what makes strict decoders refuse all of it.

    Half a surrogate pair in one title (an emoji cut in two), a stray byte or a NaN
    would otherwise cost every element beside it. Empty where nothing can be saved.
    """
    try:
        text = bytes(body).decode("utf-8-sig", "replace")
        value = json.loads(text, parse_constant=_null)
        whole = _LONE_SURROGATES.sub("\ufffd", json.dumps(value, ensure_ascii=False))
        return whole.encode()
    except (ValueError, RecursionError):
        return b""


def _null(_: str) -> None:
    return None


def _tried(decoder: "msgspec.json.Decoder[T]", raw: Json) -> T | None:
    try:
        return decoder.decode(raw)
    except UNDECODABLE:
        return None


# One decoder for each kind of thing that Spotify answers with.

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


def decode_followed(body: bytes) -> DecodedPage[music.Artist]:
    """Return the page of followed artists, which comes wrapped under `artists`.

    Raises `Unreadable` where there is no such page.
    """
    return ARTIST.decode_page(decode_with(_FOLLOWING, body).artists)
