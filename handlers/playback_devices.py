"""Speakers: on which of their devices a listener wants to hear music."""

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers import request, session
from handlers.dynamic_entities import offer_playlists, offer_speakers
from handlers.request import listener_of
from handlers.responses.responder import Responder
from handlers.responses.sanitizing import bounded
from handlers.session import PendingQuestion, SentEntities, pending_question
from providers.fan_out import optional
from providers.library import Library
from providers.music import NowPlaying
from providers.name_matching.matcher import answer
from providers.player import PlaybackDevice, RemotePlayer

SLOT = "speaker"

MOVE = "move"
"""The purpose of letting what is in the player go on, on another device."""

YES = "AMAZON.YesIntent"

_HERE = "here"  # id of "here" and "this echo" among the slot's values

# The kinds of devices that a value of the slot means, by the value's id.
# https://developer.spotify.com/documentation/web-api/reference/get-a-users-available-devices
_KINDS: Mapping[str, frozenset[str]] = {
    "phone": frozenset(("smartphone",)),
    "tablet": frozenset(("tablet",)),
    "computer": frozenset(("computer",)),
    "tv": frozenset(("tv", "stb", "castvideo")),
    "speakers": frozenset(("speaker", "avr", "castaudio", "audiodongle")),
    "console": frozenset(("gameconsole",)),
    "car": frozenset(("automobile",)),
}
_MOST = 5  # devices that a question names, and keeps for the answer


class SpeakerLead(Enum):
    """Why the listener is asked for a speaker; messages choose by it.

    - SILENT: no device plays, or the listener wants to know
    - UNKNOWN: the one that was named is not there
    - GONE: it was there a moment ago
    - RESTRICTED: it takes no commands
    - HERE: an Echo is a device of the service only once the service played on it
    """

    SILENT = "silent"
    UNKNOWN = "unknown"
    GONE = "gone"
    RESTRICTED = "restricted"
    HERE = "here"


class Speakers:
    """Choose the device that a listener means, and ask where that is not clear.

    Every method raises the `ProviderError`s of `RemotePlayer.devices`.
    """

    def __init__(
        self, player: RemotePlayer, library: Library, responder: Responder
    ) -> None:
        self._player = player
        self._library = library
        self._responder = responder

    async def playing(self, handler_input: HandlerInput) -> NowPlaying | None:
        """Return what the player has now; None where that cannot be read."""
        look = self._library.now_playing(listener_of(handler_input))
        return await optional(look, None)

    async def choose(
        self, handler_input: HandlerInput, purpose: str
    ) -> PlaybackDevice | Response:
        """Return the device that is meant; else the question for it.

        It is the one that was named, else the one that plays, else the only one. A name
        can be a kind of device: "the phone".
        """
        if is_here(handler_input):
            return await self.ask(handler_input, purpose, SpeakerLead.HERE)
        devices = await self._player.devices(listener_of(handler_input))
        if (chosen := self._chosen(handler_input, devices)) is not None:
            if chosen.usable:
                return chosen
            return await self._ask(
                handler_input, purpose, devices, SpeakerLead.RESTRICTED
            )
        lead = SpeakerLead.SILENT
        if _names_a_speaker(handler_input):
            lead = SpeakerLead.UNKNOWN
            if of_kind := _of_kind(handler_input, devices):
                devices, lead = of_kind, SpeakerLead.SILENT
        usable = [device for device in devices if device.usable]
        active = [device for device in usable if device.active]
        if lead is SpeakerLead.SILENT and (active or len(usable) == 1):
            return (active or usable)[0]
        return await self._ask(handler_input, purpose, devices, lead)

    async def ask(
        self, handler_input: HandlerInput, purpose: str, lead: SpeakerLead
    ) -> Response:
        """Ask which of the devices it shall be; say so where there is none."""
        devices = await self._player.devices(listener_of(handler_input))
        return await self._ask(handler_input, purpose, devices, lead)

    async def has(self, handler_input: HandlerInput, name: str) -> bool:
        """Return whether a device of the listener's is called so."""
        devices = await self._player.devices(listener_of(handler_input))
        language = self._responder.localization_of(handler_input).code
        names = [bounded(device.name) for device in devices]
        return answer(name, names, language=language) is not None

    async def _offer_names(
        self, handler_input: HandlerInput, devices: Sequence[PlaybackDevice]
    ) -> None:
        """Offer the devices' names to Alexa, with those of playlists that it has.

        Alexa keeps no names but those of the last directive.
        """
        sent = session.get(handler_input, SentEntities)
        if sent is not None and sent.playlists:
            listener = listener_of(handler_input)
            listing = await optional(self._library.playlists(listener), None)
            if listing is None:
                return
            offer_playlists(handler_input, listing.items)
        offer_speakers(handler_input, devices)

    def _chosen(
        self, handler_input: HandlerInput, devices: Sequence[PlaybackDevice]
    ) -> PlaybackDevice | None:
        """Return the device that was named, or chosen by its place in a question."""
        heard = request.slot_text(handler_input, SLOT)
        if heard is not None:
            language = self._responder.localization_of(handler_input).code
            names = [bounded(device.name) for device in devices]
            for words in (heard, *_other_names(handler_input)):
                index = answer(words, names, language=language)
                if index is not None:
                    return devices[index]
            return None
        question = pending_question(handler_input)
        number = _place(handler_input)
        if question is None or question.kind != "speaker" or number is None:
            return None
        place = len(question.ids) if number < 0 else number
        wanted = question.ids[place - 1 : place] if place > 0 else ()
        return next((device for device in devices if device.id in wanted), None)

    async def _ask(
        self,
        handler_input: HandlerInput,
        purpose: str,
        devices: Sequence[PlaybackDevice],
        lead: SpeakerLead,
    ) -> Response:
        usable = [device for device in devices if device.usable and device.id]
        if not usable:
            return self._responder.respond(handler_input, "speakers-none", lead=lead)
        named = usable[:_MOST]
        ids = tuple(device.id for device in named if device.id)
        if not session.ask(handler_input, PendingQuestion("speaker", purpose, ids)):
            return self._responder.respond(handler_input, "question-dropped")
        await self._offer_names(handler_input, usable)
        items = [device.name for device in named]
        return self._responder.respond(
            handler_input, "which-speaker", lead=lead, items=items, count=len(items)
        )


def _other_names(handler_input: HandlerInput) -> Iterator[str]:
    """Yield what else the room or the kind that was said is called, lastly in English.

    A speaker is often called "Kitchen" where nobody speaks English. The values of the
    slot type have English ids: "living-room".
    """
    yield from request.resolved_names(handler_input, SLOT)
    for value in request.resolved_ids(handler_input, SLOT):
        yield value.replace("-", " ")


def _of_kind(
    handler_input: HandlerInput, devices: Sequence[PlaybackDevice]
) -> list[PlaybackDevice]:
    """Return the usable devices of the kind that was said: "the phone"."""
    said = [
        _KINDS.get(i, frozenset()) for i in request.resolved_ids(handler_input, SLOT)
    ]
    kinds = frozenset[str]().union(*said)
    return [device for device in devices if device.usable and device.kind in kinds]


def is_here(handler_input: HandlerInput) -> bool:
    """Return whether "here" or "this echo" was said for the device."""
    return _HERE in request.resolved_ids(handler_input, SLOT)


def open_purpose(handler_input: HandlerInput) -> str | None:
    """Return the purpose of the question for a speaker; None where none is open."""
    question = pending_question(handler_input)
    return question.purpose if question and question.kind == "speaker" else None


def takes_the_only_one(handler_input: HandlerInput) -> bool:
    """Return whether this is a yes to the only device: "Shall I play it there?"."""
    question = pending_question(handler_input)
    is_only = question and question.kind == "speaker" and len(question.ids) == 1
    return bool(is_only) and request.intent_of(handler_input) == YES


def _place(handler_input: HandlerInput) -> int | None:
    """Return the place that was said, from 1, -1 for the last; a yes is the first."""
    if takes_the_only_one(handler_input):
        return 1
    return request.chosen_number(handler_input)[0]


def _names_a_speaker(handler_input: HandlerInput) -> bool:
    """Return whether a device was named or chosen, whether or not there is one."""
    is_open = open_purpose(handler_input) is not None
    number = _place(handler_input)
    heard = request.slot_text(handler_input, SLOT)
    return heard is not None or (is_open and number is not None)
