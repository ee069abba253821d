"""Request accessors and handler base classes: intent, slots, listener, device.

The functions take the SDK's `HandlerInput`. A slot may be empty, absurd, long or
ambiguous: what cannot be used is None or an empty tuple, never an error.
"""

import re
from collections.abc import Awaitable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Intent, Response, Slot
from ask_sdk_model.slu.entityresolution import Resolution, StatusCode, ValueWrapper
from ask_sdk_model.slu.entityresolution import Value as ResolvedValue

from providers.listener import Listener
from providers.sample_library import SAMPLE_TOKEN

if TYPE_CHECKING:
    # The SDK annotates `handle` as synchronous. Its generic ancestors let the type
    # checker see that our dispatcher awaits the result, without a single ignore.
    from ask_sdk_runtime.dispatch_components import (
        AbstractExceptionHandler as _ExceptionHandler,
    )
    from ask_sdk_runtime.dispatch_components import (
        AbstractRequestHandler as _RequestHandler,
    )

    RequestHandler = _RequestHandler[HandlerInput, Awaitable[Response]]
    ExceptionHandler = _ExceptionHandler[HandlerInput, Awaitable[Response]]
else:
    from ask_sdk_core.dispatch_components import (
        AbstractExceptionHandler as ExceptionHandler,
    )
    from ask_sdk_core.dispatch_components import (
        AbstractRequestHandler as RequestHandler,
    )

__all__ = [
    "ExceptionHandler",
    "IntentHandler",
    "RequestHandler",
    "TypeHandler",
    "begins_session",
    "chosen_number",
    "dynamic_entity_ids",
    "empty_slot",
    "fill_slot",
    "has_screen",
    "intent_of",
    "is_own",
    "is_reference",
    "language_of",
    "listener_of",
    "note_ordinal",
    "note_reference",
    "ordinal_of",
    "reinterpret",
    "request_id_of",
    "request_time",
    "reread",
    "resolved_ids",
    "resolved_names",
    "says_other",
    "slot_number",
    "slot_text",
    "slot_texts",
    "spoken_step",
    "type_of",
]

INTENT = "IntentRequest"

HEARD_LIMIT = 120
"""Characters of a slot's text that are used; the rest is cut off."""

_RAW_LIMIT = 1_000  # characters of a slot that are looked at, white space included

LONGEST_ID = 128
"""Characters of an id in a slot's resolutions; a longer id is ignored."""

OLDEST_APL = (1, 4)
"""The version of Alexa Presentation Language that our documents are written in."""

_LONGEST_VERSION = 16  # characters
_VERSION = re.compile(r"(\d{1,4})\.(\d{1,4})", re.ASCII)

_NEIGHBOUR, _OTHER = "neighbour", "other"
_STEPS = {"after": 1, "before": -1, _OTHER: 1}  # ids of the slot type Neighbour

_NO_WORDS: Mapping[str, str] = {}

_ORDINAL = "ordinal"
_REFERENCE = "reference"

# https://developer.amazon.com/docs/custom-skills/use-dynamic-entities-for-customized-interactions.html
_DYNAMIC = "amzn1.er-authority.echo-sdk.dynamic."


class TypeHandler(RequestHandler):
    """Handle requests of one type, `request_type`.

    The dispatcher indexes the handler by that attribute.
    """

    request_type: str

    def can_handle(self, handler_input: HandlerInput) -> bool:
        return type_of(handler_input) == self.request_type


class IntentHandler(RequestHandler):
    """Handle the intents named in `intents`.

    The dispatcher indexes the handler by `request_type` and `intents`. A subclass that
    handles an intent only in some situations narrows `can_handle`.
    """

    request_type: str = INTENT
    intents: frozenset[str]

    def can_handle(self, handler_input: HandlerInput) -> bool:
        return intent_of(handler_input) in self.intents


def request_time(handler_input: HandlerInput) -> datetime:
    """Return the time at which Amazon sent the request.

    The verification has checked that this time is about now. Raises `TypeError` where
    the request carries no time.
    """
    request = handler_input.request_envelope.request
    if request is None or request.timestamp is None:
        raise TypeError("the request carries no time")
    timestamp: datetime = request.timestamp
    return timestamp


def begins_session(handler_input: HandlerInput) -> bool:
    """Return whether the listener called the skill with this request."""
    own = handler_input.request_envelope.session
    return own is not None and own.new is True


def request_id_of(handler_input: HandlerInput) -> str:
    """Return the request's id; an empty string where the request has none."""
    request = handler_input.request_envelope.request
    return str(getattr(request, "request_id", None) or "")


def language_of(handler_input: HandlerInput) -> str:
    """Return the language code of the request's locale; English where it has none."""
    locale = getattr(handler_input.request_envelope.request, "locale", None)
    return str(locale or "en").partition("-")[0].lower()


def type_of(handler_input: HandlerInput) -> str | None:
    """Return the request's type as Amazon wrote it; None where it has none."""
    request = handler_input.request_envelope.request
    name: str | None = getattr(request, "object_type", None)
    return name


def intent_of(handler_input: HandlerInput) -> str | None:
    """Return the intent's name; None where the request is no intent request."""
    request: Any = handler_input.request_envelope.request
    if getattr(request, "object_type", None) != INTENT or not request.intent:
        return None
    name: str | None = request.intent.name
    return name


def listener_of(handler_input: HandlerInput) -> Listener:
    """Return the person who speaks, with token and deadline.

    `service.skill_invoker` stores the listener in the SDK's `context`. Raises
    `TypeError` where that is missing.
    """
    context = handler_input.context
    if not isinstance(context, Listener):
        raise TypeError("the handler input carries no listener")
    return context


def is_own(handler_input: HandlerInput) -> bool:
    """Return whether the listener's own account is linked: the demo has none."""
    return listener_of(handler_input).token not in (None, SAMPLE_TOKEN)


def has_screen(handler_input: HandlerInput) -> bool:
    """Return whether the device can draw our APL documents.

    A device may draw an older APL than theirs; one that names no version draws them.
    """
    context = handler_input.request_envelope.context
    device = context.system.device if context and context.system else None
    supported = device.supported_interfaces if device else None
    apl = supported.alexa_presentation_apl if supported else None
    if apl is None:
        return False
    return apl.runtime is None or _draws(
        str(apl.runtime.max_version)[:_LONGEST_VERSION]
    )


@lru_cache(maxsize=64)
def _draws(version: str) -> bool:
    """Return whether a device with this newest version of APL draws our documents."""
    newest = _VERSION.match(version)
    return newest is None or (int(newest[1]), int(newest[2])) >= OLDEST_APL


def slot_text(handler_input: HandlerInput, name: str) -> str | None:
    """Return the slot's words as Alexa heard them; None where the slot is empty.

    White space is collapsed; the text has at most `HEARD_LIMIT` characters.
    """
    slot = _slot(handler_input, name)
    return _text(slot) if slot else None


def slot_texts(handler_input: HandlerInput, names: Iterable[str]) -> dict[str, str]:
    """Return the `slot_text` of those of the named slots that are not empty."""
    slots = slots_of(handler_input)
    texts: dict[str, str] = {}
    for name in names if slots else ():
        if name in slots and (slot := slots[name]) and (text := _text(slot)):
            texts[name] = text
    return texts


def slot_number(handler_input: HandlerInput, name: str) -> int | None:
    """Return the slot as a whole number; None for `?`, words and absurd lengths."""
    digits = slot_text(handler_input, name)
    if digits is None or len(digits) > 9 or not digits.lstrip("-").isdecimal():
        return None
    return int(digits) if digits.count("-") <= 1 else None


def chosen_number(handler_input: HandlerInput) -> tuple[int | None, bool]:
    """Return the number that was said, and whether it counts on the page.

    "The second" counts on the page, "number two" in the list. -1 is the last one.
    """
    for position in resolved_ids(handler_input, "position"):
        if position.lstrip("-").isdecimal():
            return int(position), True
    ordinal = ordinal_of(handler_input)
    if ordinal is not None:
        return ordinal, True
    return slot_number(handler_input, "number"), False


def spoken_step(handler_input: HandlerInput) -> int | None:
    """Return 1 for "the one after", -1 for "the one before"; None for neither.

    "The other one" is the one after, unless there is none.
    """
    ids = resolved_ids(handler_input, _NEIGHBOUR)
    return next((_STEPS[each] for each in ids if each in _STEPS), None)


def says_other(handler_input: HandlerInput) -> bool:
    """Return whether "the other one" was said."""
    return _OTHER in resolved_ids(handler_input, _NEIGHBOUR)


def resolved_ids(handler_input: HandlerInput, name: str) -> tuple[str, ...]:
    """Return the ids of the interaction model's values that the slot resolves to."""
    return _ids(handler_input, name, dynamic=False)


def resolved_names(handler_input: HandlerInput, name: str) -> tuple[str, ...]:
    """Return the names of the interaction model's values that the slot resolves to.

    "Lounge" resolves to the value that is named "living room".
    """
    slot = _slot(handler_input, name)
    values = _values(slot, dynamic=False) if slot else ()
    return tuple(str(value.name)[:HEARD_LIMIT] for value in values if value.name)


def dynamic_entity_ids(handler_input: HandlerInput, name: str) -> tuple[str, ...]:
    """Return the ids of the listener's own names (dynamic entities) in the slot."""
    return _ids(handler_input, name, dynamic=True)


def reinterpret(
    handler_input: HandlerInput,
    intent: str,
    words: Mapping[str, str] | None = _NO_WORDS,
) -> None:
    """Take the request for another intent's with these slots; None keeps its own."""
    wire: Any = handler_input.request_envelope.request
    if type_of(handler_input) == INTENT:
        slots = wire.intent.slots
        if words is not None:
            slots = {name: Slot(name=name, value=text) for name, text in words.items()}
        wire.intent = Intent(name=intent, slots=slots)


def reread(handler_input: HandlerInput, intent: str, name: str, other: str) -> None:
    """Take the request for another intent's, whose slot `other` has what `name` had."""
    wire: Any = handler_input.request_envelope.request
    slot = _slot(handler_input, name)
    if slot is not None:
        words = Slot(name=other, value=slot.value)
        kept = {n: s for n, s in wire.intent.slots.items() if n != name}
        wire.intent = Intent(name=intent, slots={**kept, other: words})


def empty_slot(handler_input: HandlerInput, name: str) -> None:
    """Take the slot's words away."""
    slot = _slot(handler_input, name)
    if slot is not None:
        slot.value, slot.resolutions = None, None


def fill_slot(handler_input: HandlerInput, name: str, text: str) -> None:
    """Put other words into the slot."""
    slot = _slot(handler_input, name)
    if slot is not None:
        slot.value, slot.resolutions = text, None


def note_reference(handler_input: HandlerInput) -> None:
    """Note that a name's place held "it" or "the second one"."""
    handler_input.attributes_manager.request_attributes[_REFERENCE] = True


def is_reference(handler_input: HandlerInput) -> bool:
    """Return whether a name's place held "it" or "the second one"."""
    return _REFERENCE in handler_input.attributes_manager.request_attributes


def note_ordinal(handler_input: HandlerInput, ordinal: int) -> None:
    """Note the position that was said in a name's place, for `ordinal_of`."""
    handler_input.attributes_manager.request_attributes[_ORDINAL] = ordinal


def ordinal_of(handler_input: HandlerInput) -> int | None:
    """Return the position that was said in a name's place: from 1, -1 for the last."""
    ordinal = handler_input.attributes_manager.request_attributes.get(_ORDINAL)
    return ordinal if isinstance(ordinal, int) else None


def _text(slot: Slot) -> str | None:
    value = slot.value
    if not isinstance(value, str):
        return None
    return " ".join(value[:_RAW_LIMIT].split())[:HEARD_LIMIT].rstrip() or None


def _slot(handler_input: HandlerInput, name: str) -> Slot | None:
    return slots_of(handler_input).get(name)


def slots_of(handler_input: HandlerInput) -> Mapping[str, Slot | None]:
    """Return the intent's slots: the SDK's, or structs with their attributes."""
    request: Any = handler_input.request_envelope.request
    if getattr(request, "object_type", None) != INTENT or not request.intent:
        return {}
    return request.intent.slots or {}


def _ids(handler_input: HandlerInput, name: str, *, dynamic: bool) -> tuple[str, ...]:
    """Return the ids of one kind of authority."""
    slot = _slot(handler_input, name)
    if slot is None or slot.resolutions is None:
        return ()
    ids = [str(value.id or "") for value in _values(slot, dynamic=dynamic)]
    return tuple([each for each in ids if 0 < len(each) <= LONGEST_ID])


def _values(slot: Slot, *, dynamic: bool) -> Iterator[ResolvedValue]:
    """Yield the values of one kind of authority.

    The codec makes None of what is no object, at any depth: `[null, "text"]` arrives as
    `[None, None]`.
    """
    resolutions = slot.resolutions
    authorities: Sequence[Resolution | None] = (
        resolutions and resolutions.resolutions_per_authority
    ) or ()
    for resolution in authorities:
        if resolution is None or resolution.status is None:
            continue
        authority = str(resolution.authority or "")
        if authority.startswith(_DYNAMIC) != dynamic:
            continue
        if resolution.status.code == StatusCode.ER_SUCCESS_MATCH:
            wrappers: Sequence[ValueWrapper | None] = resolution.values or ()
            for wrapper in wrappers:
                if wrapper is not None and wrapper.value is not None:
                    yield wrapper.value
