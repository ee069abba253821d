"""The listener's own names for Alexa's ears: playlists and artists as entities.

https://developer.amazon.com/docs/custom-skills/use-dynamic-entities-for-customized-interactions.html
"""

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

import msgspec
from ask_sdk_core.dispatch_components import AbstractResponseInterceptor
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers.responses import sanitizing
from handlers.session import SessionAttribute, delete, get, set_attribute
from providers.music import Artist, Playlist

ENTITIES = 100
"""Values that Alexa takes, all types together."""

PLAYLISTS = 80
"""Of which playlists take so many at most, where there are artists too."""

ROOM = 7_000
"""Bytes of the response's 24,576 that entities may fill."""

_OVERHEAD = 34  # bytes of braces, quotes and keys around a name and its id
_KEPT = 128  # directives kept in memory, at most `ROOM` bytes each
_NOTED = "names"

_CLEAR = msgspec.Raw(
    b'{"type":"Dialog.UpdateDynamicEntities","updateBehavior":"CLEAR"}'
)


class SentEntities(SessionAttribute, frozen=True, omit_defaults=True):
    """What this session's entities were made of."""

    key: ClassVar[str] = "entities"

    playlists: bool = False
    artists: bool = False


class _Offered(msgspec.Struct):
    playlists: tuple[Playlist, ...] = ()
    artists: tuple[Artist, ...] = ()


def offer_playlists(handler_input: HandlerInput, found: Sequence[Playlist]) -> None:
    """Somebody read the shelf: its order is that of use, as far as anybody knows."""
    _offered(handler_input).playlists = tuple(found)


def offer_artists(handler_input: HandlerInput, found: Sequence[Artist]) -> None:
    """Somebody read the artists that are heard most, the first the most."""
    _offered(handler_input).artists = tuple(found)


def _offered(handler_input: HandlerInput) -> _Offered:
    attributes = handler_input.attributes_manager.request_attributes
    noted = attributes.get(_NOTED)
    if not isinstance(noted, _Offered):
        noted = attributes[_NOTED] = _Offered()
    return noted


class SendDynamicEntities(AbstractResponseInterceptor):
    """Sends the names once a session, again when artists are known too; clears them
    with the response that ends it.

    Nothing is read for this: the names are those that the answer was made from.
    """

    def __init__(self) -> None:
        self._made: dict[tuple[int, int], tuple[_Offered, msgspec.Raw]] = {}

    def process(self, handler_input: HandlerInput, response: Response | None) -> None:
        if response is None or not handler_input.request_envelope.session:
            return
        taught = get(handler_input, SentEntities) or SentEntities()
        if response.should_end_session:
            if taught.playlists or taught.artists:
                delete(handler_input, SentEntities)
                _add(response, _CLEAR)
            return
        noted = _offered(handler_input)
        if not noted.playlists:
            return
        if taught.playlists and (taught.artists or not noted.artists):
            return
        set_attribute(
            handler_input, SentEntities(playlists=True, artists=bool(noted.artists))
        )
        _add(response, self._directive(noted))

    def _directive(self, noted: _Offered) -> msgspec.Raw:
        """The directive for these names; made once for one reading of a library."""
        key = id(noted.playlists), id(noted.artists)
        kept = self._made.get(key)
        # While an entry is kept, nothing else can have the ids of what it was made of.
        if kept is None:
            if len(self._made) >= _KEPT:
                self._made.clear()
            kept = noted, directive(noted.playlists, noted.artists)
            self._made[key] = kept
        return kept[1]


def directive(playlists: Sequence[Playlist], artists: Sequence[Artist]) -> msgspec.Raw:
    """The entities as they travel: the first names that fit into number and room."""
    most = PLAYLISTS if artists else ENTITIES
    listed, left = _entities(((p.id, p.name) for p in playlists), most, ROOM)
    known = ((a.id, a.name) for a in artists if a.id)
    heard, _ = _entities(known, ENTITIES - len(listed), left)
    types = [{"name": "UserPlaylist", "values": listed}]
    if heard:
        types.append({"name": "UserArtist", "values": heard})
    return msgspec.Raw(
        msgspec.json.encode(
            {
                "type": "Dialog.UpdateDynamicEntities",
                "updateBehavior": "REPLACE",
                "types": types,
            }
        )
    )


class _Name(msgspec.Struct):
    value: str


class _Entity(msgspec.Struct):
    id: str
    name: _Name


def _entities(
    named: Iterable[tuple[str, str]], most: int, room: int
) -> tuple[list[_Entity], int]:
    """Each sayable name once, while there is room; with what is left of that."""
    listed: dict[str, _Entity] = {}
    for one, name in named:
        said = sanitizing.for_speech(name)
        folded = said.casefold()
        if not said or folded in listed:
            continue
        size = len(said) if said.isascii() else len(said.encode())
        left = room - len(one) - size - _OVERHEAD
        if len(listed) == most or left < 0:
            break
        listed[folded] = _Entity(one, _Name(said))
        room = left
    return list(listed.values()), room


def _add(response: Response, directive: msgspec.Raw) -> None:
    """Raw bytes beside the SDK's models: the encoder takes either."""
    directives: list[Any] = [*(response.directives or ()), directive]
    response.directives = directives
