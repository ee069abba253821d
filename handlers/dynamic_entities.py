"""Dynamic entities: sends the listener's names of playlists, artists and speakers.

https://developer.amazon.com/docs/custom-skills/use-dynamic-entities-for-customized-interactions.html
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

import msgspec
from ask_sdk_core.dispatch_components import AbstractResponseInterceptor
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers import session
from handlers.request import language_of
from handlers.responses import sanitizing
from handlers.session import SentEntities
from providers.music import Artist, Playlist
from providers.name_matching.short_forms import spoken_form
from providers.player import PlaybackDevice

ENTITIES = 100
"""Values and synonyms that Alexa accepts, all types together."""

PLAYLISTS = 80
"""Playlists among those values at most, where there are artists too."""

SPEAKERS = 10
"""Speakers among those values at most."""

ROOM = 7_000
"""Bytes of the response's 24,576 that entities may fill."""

_OVERHEAD = 34  # bytes of braces, quotes and keys around a name and its id
_SYNONYM_OVERHEAD = 17  # bytes of brackets, quotes and the key around a synonym
_KEPT = 128  # directives kept in memory, at most `ROOM` bytes each
_NAMES = 4096  # names that are kept as they are sent
_OFFERED = "names"

_CLEAR = msgspec.Raw(
    b'{"type":"Dialog.UpdateDynamicEntities","updateBehavior":"CLEAR"}'
)


class _Offered(msgspec.Struct):
    """What this request has read and could send."""

    playlists: tuple[Playlist, ...] = ()
    artists: tuple[Artist, ...] = ()
    speakers: tuple[PlaybackDevice, ...] = ()


def offer_playlists(handler_input: HandlerInput, playlists: Sequence[Playlist]) -> None:
    """Offer the names of the playlists that this request has read, in their order.

    The service's order is that of use, as far as anybody knows.
    """
    _offered(handler_input).playlists = tuple(playlists)


def offer_artists(handler_input: HandlerInput, artists: Sequence[Artist]) -> None:
    """Offer the names of the listener's top artists, the one played most first."""
    _offered(handler_input).artists = tuple(artists)


def offer_speakers(
    handler_input: HandlerInput, devices: Sequence[PlaybackDevice]
) -> None:
    """Offer the names of the devices that the listener can play on."""
    _offered(handler_input).speakers = tuple(devices)


class SendDynamicEntities(AbstractResponseInterceptor):
    """Response interceptor: send offered names once a session, clear them at its end.

    The names are sent again when artists or speakers become known too. Nothing is read
    for this: the names are those that the response was made from.
    """

    def __init__(self) -> None:
        self._directives: dict[tuple[int, int, str], tuple[_Offered, msgspec.Raw]] = {}

    def process(self, handler_input: HandlerInput, response: Response | None) -> None:
        if response is None or not handler_input.request_envelope.session:
            return
        sent = session.get(handler_input, SentEntities) or SentEntities()
        if response.should_end_session:
            if sent != SentEntities():
                session.delete(handler_input, SentEntities)
                _add(response, _CLEAR)
            return
        offered = _offered(handler_input)
        has_playlists = bool(offered.playlists)
        now_sent = SentEntities(
            playlists=has_playlists,
            artists=has_playlists and bool(offered.artists),
            speakers=bool(offered.speakers),
        )
        if not _is_news(now_sent, sent):
            return
        session.put(handler_input, now_sent)
        _add(response, self._directive(offered, language_of(handler_input)))

    def _directive(self, offered: _Offered, language: str) -> msgspec.Raw:
        """Return the directive for these names, made once for one reading of them.

        Speakers are read for each request.
        """
        if offered.speakers:
            return directive(
                offered.playlists, offered.artists, language, offered.speakers
            )
        key = id(offered.playlists), id(offered.artists), language
        kept = self._directives.get(key)
        # While an entry is kept, no other tuples can have the ids of its tuples.
        if kept is None:
            if len(self._directives) >= _KEPT:
                self._directives.clear()
            kept = offered, directive(offered.playlists, offered.artists, language)
            self._directives[key] = kept
        return kept[1]


def directive(
    playlists: Sequence[Playlist],
    artists: Sequence[Artist],
    language: str,
    speakers: Sequence[PlaybackDevice] = (),
) -> msgspec.Raw:
    """Return the directive as JSON: the first names that fit into number and room.

    A name that is said otherwise than it is written ("Vol. II") has a synonym in the
    language with this code.
    """
    budget = _Budget(SPEAKERS, ROOM, language)
    speaker_values = _entities([(d.id, d.name) for d in speakers if d.id], budget)
    budget.number += (PLAYLISTS if artists else ENTITIES) - SPEAKERS
    playlist_values = _entities([(p.id, p.name) for p in playlists], budget)
    budget.number += ENTITIES - PLAYLISTS if artists else 0
    artist_values = _entities([(a.id, a.name) for a in artists if a.id], budget)
    values = {
        "UserPlaylist": playlist_values,
        "UserArtist": artist_values,
        "Speaker": speaker_values,
    }
    types = [{"name": n, "values": v} for n, v in values.items() if v]
    return msgspec.Raw(
        msgspec.json.encode(
            {
                "type": "Dialog.UpdateDynamicEntities",
                "updateBehavior": "REPLACE",
                "types": types,
            }
        )
    )


class _Name(msgspec.Struct, omit_defaults=True):
    value: str
    synonyms: tuple[str, ...] = ()


class _Entity(msgspec.Struct):
    id: str
    name: _Name


class _SentName(msgspec.Struct, frozen=True):
    """A name as it is sent.

    - `folded`: the name in lower case
    - `plain`, `room`: the name alone, and the bytes that it takes beside an id
    - `whole`, `more_room`: the name with a synonym, and the bytes that this takes more;
      None for a name that is said as it is written
    """

    folded: str
    plain: _Name
    room: int
    whole: _Name | None = None
    more_room: int = 0


@lru_cache(_NAMES)
def _sent_name(name: str, language: str) -> _SentName | None:
    """Return the name as it is sent; None where nothing of it can be spoken."""
    spoken = sanitizing.for_speech(name)
    if not spoken:
        return None
    folded, room = spoken.casefold(), len(spoken.encode()) + _OVERHEAD
    said = spoken_form(spoken.lower(), language)  # keeps "ß", which is heard so
    if said is None:
        return _SentName(folded, _Name(spoken), room)
    more_room = len(said.encode()) + _SYNONYM_OVERHEAD
    return _SentName(folded, _Name(spoken), room, _Name(spoken, (said,)), more_room)


class _Budget(msgspec.Struct):
    """What is left for entities: `number` of values and synonyms, `room` in bytes."""

    number: int
    room: int
    language: str


def _entities(
    ids_and_names: Iterable[tuple[str, str]], budget: _Budget
) -> list[_Entity]:
    """Return each speakable name once, with a synonym where it is said otherwise."""
    entities: dict[str, _Entity] = {}
    number, room = budget.number, budget.room
    for entity_id, name in ids_and_names:
        sent = _sent_name(name[: sanitizing.NAME_LIMIT], budget.language)
        if sent is None or sent.folded in entities:
            continue
        size = len(entity_id) + sent.room
        if not number or size > room:
            break
        number, room, value = number - 1, room - size, sent.plain
        if sent.whole and number and sent.more_room <= room:
            number, room, value = number - 1, room - sent.more_room, sent.whole
        entities[sent.folded] = _Entity(entity_id, value)
    budget.number, budget.room = number, room
    return list(entities.values())


def _offered(handler_input: HandlerInput) -> _Offered:
    attributes = handler_input.attributes_manager.request_attributes
    offered = attributes.get(_OFFERED)
    if not isinstance(offered, _Offered):
        offered = attributes[_OFFERED] = _Offered()
    return offered


def _is_news(names: SentEntities, sent: SentEntities) -> bool:
    """Return whether these are names of a kind of which none were sent."""
    return (
        (names.playlists and not sent.playlists)
        or (names.artists and not sent.artists)
        or (names.speakers and not sent.speakers)
    )


def _add(response: Response, directive: msgspec.Raw) -> None:
    """Add raw bytes beside the SDK's models: the encoder takes either."""
    directives: list[Any] = [*(response.directives or ()), directive]
    response.directives = directives
