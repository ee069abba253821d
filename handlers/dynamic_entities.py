"""Dynamic entities: sends the listener's own playlist and artist names to Alexa.

https://developer.amazon.com/docs/custom-skills/use-dynamic-entities-for-customized-interactions.html
"""

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from ask_sdk_core.dispatch_components import AbstractResponseInterceptor
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers import session
from handlers.responses import sanitizing
from handlers.session import SentEntities
from providers.music import Artist, Playlist

ENTITIES = 100
"""Values that Alexa accepts, all types together."""

PLAYLISTS = 80
"""Playlists among those values at most, where there are artists too."""

ROOM = 7_000
"""Bytes of the response's 24,576 that entities may fill."""

_OVERHEAD = 34  # bytes of braces, quotes and keys around a name and its id
_KEPT = 128  # directives kept in memory, at most `ROOM` bytes each
_OFFERED = "names"

_CLEAR = msgspec.Raw(
    b'{"type":"Dialog.UpdateDynamicEntities","updateBehavior":"CLEAR"}'
)


class _Offered(msgspec.Struct):
    """What this request has read and could send."""

    playlists: tuple[Playlist, ...] = ()
    artists: tuple[Artist, ...] = ()


def offer_playlists(handler_input: HandlerInput, playlists: Sequence[Playlist]) -> None:
    """Offer the names of the playlists that this request has read, in their order.

    The service's order is that of use, as far as anybody knows.
    """
    _offered(handler_input).playlists = tuple(playlists)


def offer_artists(handler_input: HandlerInput, artists: Sequence[Artist]) -> None:
    """Offer the names of the listener's top artists, the one played most first."""
    _offered(handler_input).artists = tuple(artists)


class SendDynamicEntities(AbstractResponseInterceptor):
    """Response interceptor: send offered names once a session, clear them at its end.

    The names are sent again when artists become known too. Nothing is read for this:
    the names are those that the response was made from.
    """

    def __init__(self) -> None:
        self._directives: dict[tuple[int, int], tuple[_Offered, msgspec.Raw]] = {}

    def process(self, handler_input: HandlerInput, response: Response | None) -> None:
        if response is None or not handler_input.request_envelope.session:
            return
        sent = session.get(handler_input, SentEntities) or SentEntities()
        if response.should_end_session:
            if sent.playlists or sent.artists:
                session.delete(handler_input, SentEntities)
                _add(response, _CLEAR)
            return
        offered = _offered(handler_input)
        if not offered.playlists:
            return
        if sent.playlists and (sent.artists or not offered.artists):
            return
        now_sent = SentEntities(playlists=True, artists=bool(offered.artists))
        session.put(handler_input, now_sent)
        _add(response, self._directive(offered))

    def _directive(self, offered: _Offered) -> msgspec.Raw:
        """Return the directive for these names, made once for one reading of them."""
        key = id(offered.playlists), id(offered.artists)
        kept = self._directives.get(key)
        # While an entry is kept, no other tuples can have the ids of its tuples.
        if kept is None:
            if len(self._directives) >= _KEPT:
                self._directives.clear()
            kept = offered, directive(offered.playlists, offered.artists)
            self._directives[key] = kept
        return kept[1]


def directive(playlists: Sequence[Playlist], artists: Sequence[Artist]) -> msgspec.Raw:
    """Return the directive as JSON: the first names that fit into number and room."""
    limit = PLAYLISTS if artists else ENTITIES
    playlist_values, room = _entities(((p.id, p.name) for p in playlists), limit, ROOM)
    named = ((a.id, a.name) for a in artists if a.id)
    artist_values, _ = _entities(named, ENTITIES - len(playlist_values), room)
    types = [{"name": "UserPlaylist", "values": playlist_values}]
    if artist_values:
        types.append({"name": "UserArtist", "values": artist_values})
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
    ids_and_names: Iterable[tuple[str, str]], limit: int, room: int
) -> tuple[list[_Entity], int]:
    """Return each speakable name once, at most `limit`, and the room that is left."""
    entities: dict[str, _Entity] = {}
    for entity_id, name in ids_and_names:
        spoken = sanitizing.for_speech(name)
        folded = spoken.casefold()
        if not spoken or folded in entities:
            continue
        size = len(spoken) if spoken.isascii() else len(spoken.encode())
        left = room - len(entity_id) - size - _OVERHEAD
        if len(entities) == limit or left < 0:
            break
        entities[folded] = _Entity(entity_id, _Name(spoken))
        room = left
    return list(entities.values()), room


def _offered(handler_input: HandlerInput) -> _Offered:
    attributes = handler_input.attributes_manager.request_attributes
    offered = attributes.get(_OFFERED)
    if not isinstance(offered, _Offered):
        offered = attributes[_OFFERED] = _Offered()
    return offered


def _add(response: Response, directive: msgspec.Raw) -> None:
    """Add raw bytes beside the SDK's models: the encoder takes either."""
    directives: list[Any] = [*(response.directives or ()), directive]
    response.directives = directives
