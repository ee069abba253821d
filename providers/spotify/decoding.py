"""Decoders from an answer's bytes to domain values.

A sound body is decoded at once. A body with something broken is decoded element by
element, and a broken element field by field. So an odd field costs itself if it is not
needed, and else its element, but never the page. Elements that are lost are counted
(`DecodedPage.sent`).
"""

import json
import math
import re
from collections.abc import Callable
from functools import cache, cached_property
from typing import Any, Generic, TypeVar, get_args, get_origin, get_type_hints

import msgspec

from providers import music, player
from providers.errors import Unreadable
from providers.json_depth import is_too_deep
from providers.spotify import mapping, schema

W = TypeVar("W", bound=schema.Wire)

D = TypeVar("D", bound=msgspec.Struct)

T = TypeVar("T")

Json = bytes | msgspec.Raw

UNDECODABLE = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
"""What a msgspec decoder raises for bytes that do not fit."""

NULL = msgspec.Raw(b"null")

LONGEST_NUMBER = 19
"""Characters of a whole number at most; 64 bits hold each number with fewer."""

_LONE_SURROGATES = re.compile("[\ud800-\udfff]")

_RAW_PAGE = msgspec.json.Decoder(schema.RawPage)
_RAW_LIST = msgspec.json.Decoder(list[msgspec.Raw])
_NUMBER = msgspec.json.Decoder(int | None, strict=False)
_TEXT = msgspec.json.Decoder(str | None)
_CURSORS = msgspec.json.Decoder(schema.Cursors | None)


class DecodedPage(msgspec.Struct, Generic[D], frozen=True, gc=False):
    """One page of a list, decoded.

    - `items`: the readable elements.
    - `sent`: how many elements came, broken ones and nulls too.
    - `broken`: how many elements came that are not null and not readable.
    - `total`: the length of the whole list; None where the service does not say.
    - `limit`: the page size that the service applied; None where it does not say.
    - `offset`: where the page begins as the service says; None where it does not say.
    - `more`: the service names a next page.
    - `after`: the cursor of the next page; None for the last page.
    - `null_items`: null came where the elements belong.
    """

    items: tuple[D, ...]
    sent: int
    broken: int = 0
    total: int | None = None
    limit: int | None = None
    offset: int | None = None
    more: bool = False
    after: str | None = None
    null_items: bool = False


class EntityDecoder(Generic[W, D]):
    """Decoder for one kind of thing, alone or in pages; made at its first use.

    `wire_type` is the schema; `to_domain` maps it and returns None for what lacks
    something needed.
    """

    def __init__(self, wire_type: type[W], to_domain: Callable[[W], D | None]) -> None:
        self._wire_type = wire_type
        self._to_domain = to_domain

    @cached_property
    def _page(self) -> "msgspec.json.Decoder[schema.Page[W]]":
        return msgspec.json.Decoder(schema.Page[self._wire_type])  # type: ignore[name-defined]

    @cached_property
    def _lenient(self) -> "msgspec.json.Decoder[W]":
        return msgspec.json.Decoder(self._wire_type, strict=False)

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
        elements = page.items or []
        to_domain = self._to_domain
        items = tuple([v for wire in elements if wire and (v := to_domain(wire))])
        return DecodedPage(
            items,
            sent=len(elements),
            broken=len(elements) - elements.count(None) - len(items),
            total=page.total,
            limit=page.limit,
            offset=page.offset,
            more=bool(page.next),
            after=page.cursors.after if page.cursors else None,
            null_items=page.items is None,
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
        items = tuple(value for raw in elements if (value := self._element(raw)))
        return DecodedPage(
            items,
            sent=len(elements),
            broken=sum(raw != NULL for raw in elements) - len(items),
            total=_tried(_NUMBER, page.total),
            limit=_tried(_NUMBER, page.limit),
            offset=_tried(_NUMBER, page.offset),
            more=bool(_tried(_TEXT, page.next)),
            after=cursors.after if cursors else None,
            null_items=null_items,
        )

    def _element(self, raw: Json) -> D | None:
        element = _tried(self._lenient, raw) or salvaged(self._wire_type, raw)
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
        return _repaired_text(body).encode()
    except ValueError:
        return b""


def salvaged(wire_type: type[W], body: Json) -> W | None:
    """Return what fits of an object, field by field; None where there is no object.

    A field of another type than documented (`"images": {}`, `"description": 5`) is
    left out, as is each such element of a list.
    """
    try:
        value = json.loads(_repaired_text(body))
        return _salvaged(wire_type, value) if isinstance(value, dict) else None
    except ValueError:
        return None


def _salvaged(wire_type: type[W], value: dict[str, Any]) -> W:
    fields = {
        name: fitting
        for name, field_type in _field_types(wire_type).items()
        if (fitting := _fitting(field_type, value.get(name))) is not None
    }
    return wire_type(**fields)


@cache
def _field_types(wire_type: type[schema.Wire]) -> dict[str, Any]:
    return get_type_hints(wire_type, include_extras=True)


def _fitting(field_type: Any, value: object) -> object:
    """Return as much of `value` as fits one of the types; None where nothing does.

    A list is cut to its bound, and so is a text whose type says `cut`.
    """
    for option in get_args(field_type):
        bounds = getattr(option, "__metadata__", (msgspec.Meta(),))[0]
        plain = option.__origin__ if bounds != msgspec.Meta() else option
        if get_origin(plain) is list and isinstance(value, list):
            (element_type,) = get_args(plain)
            some = value[: bounds.max_length]
            return [_fitting(element_type, element) for element in some]
        if get_origin(plain) is None and issubclass(plain, schema.Wire):
            if isinstance(value, dict):
                return _salvaged(plain, value)
            continue
        if isinstance(value, str) and bounds.extra:
            value = value[: bounds.max_length]
        if value is not None and plain is not type(None):
            try:
                return msgspec.convert(value, option, strict=False)
            except msgspec.ValidationError:
                continue
    return None


def _repaired_text(body: Json) -> str:
    if is_too_deep(bytes(body)):
        raise ValueError("nested too deep")
    text = bytes(body).decode("utf-8-sig", "replace")
    value = json.loads(
        text, parse_constant=_null, parse_int=_int_or_null, parse_float=_float_or_null
    )
    return _LONE_SURROGATES.sub("\ufffd", json.dumps(value, ensure_ascii=False))


def _null(_: str) -> None:
    return None


def _int_or_null(digits: str) -> int | None:
    """None for a number that 64 bits cannot hold."""
    return int(digits) if len(digits) < LONGEST_NUMBER else None


def _float_or_null(digits: str) -> float | None:
    number = float(digits)
    return number if math.isfinite(number) else None


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

_DEVICE = EntityDecoder(schema.Device, mapping.device)
_NOW_PLAYING = EntityDecoder(schema.CurrentlyPlaying, mapping.now_playing)

_DEVICES = msgspec.json.Decoder(schema.Devices)
_FOLLOWING = msgspec.json.Decoder(schema.Following)


def decode_followed(body: bytes) -> DecodedPage[music.Artist]:
    """Return the page of followed artists, which comes wrapped under `artists`.

    Raises `Unreadable` where there is no such page.
    """
    return ARTIST.decode_page(decode_with(_FOLLOWING, body).artists)


def decode_now_playing(body: bytes) -> music.NowPlaying:
    """Return what plays; nothing for an empty body, which comes with status 204."""
    return _NOW_PLAYING.decode_one(body) if body else music.NOTHING_PLAYS


def decode_devices(body: bytes) -> tuple[player.PlaybackDevice, ...]:
    """Return the devices that can be read; raise `Unreadable` where there is no list.

    The list comes under `devices`; what is broken in one of them costs that one.
    """
    raw = decode_with(_DEVICES, body).devices
    return _DEVICE.decode_page(b'{"items":%b}' % raw).items
