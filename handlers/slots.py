"""Slots as they are heard: every one may be empty, absurd, long or doubtful."""

from collections.abc import Iterator

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import IntentRequest, Slot
from ask_sdk_model.slu.entityresolution import StatusCode

HEARD_LIMIT = 120
"""Characters of a slot that are looked at."""

# https://developer.amazon.com/docs/custom-skills/use-dynamic-entities-for-customized-interactions.html
_DYNAMIC = "amzn1.er-authority.echo-sdk.dynamic."


def _slot(handler_input: HandlerInput, name: str) -> Slot | None:
    request = handler_input.request_envelope.request
    if not isinstance(request, IntentRequest) or not request.intent:
        return None
    slots = request.intent.slots
    found = slots.get(name) if isinstance(slots, dict) else None
    return found if isinstance(found, Slot) else None


def heard(handler_input: HandlerInput, name: str) -> str | None:
    """The slot's words as they were heard; None where there are none."""
    slot = _slot(handler_input, name)
    value = slot.value if slot else None
    if not isinstance(value, str):
        return None
    return " ".join(value.split())[:HEARD_LIMIT].rstrip() or None


def resolved(handler_input: HandlerInput, name: str) -> tuple[str, ...]:
    """Ids of the interaction model's own values that the words stand for."""
    return tuple(_ids(handler_input, name, dynamic=False))


def entities(handler_input: HandlerInput, name: str) -> tuple[str, ...]:
    """Ids of the listener's own names (dynamic entities) that the words stand for."""
    return tuple(_ids(handler_input, name, dynamic=True))


def number(handler_input: HandlerInput, name: str) -> int | None:
    """The slot as a whole number; None for `?`, words and absurd lengths."""
    said = heard(handler_input, name)
    if said is None or len(said) > 9 or not said.lstrip("-").isdecimal():
        return None
    return int(said) if said.count("-") <= 1 else None


def _ids(handler_input: HandlerInput, name: str, *, dynamic: bool) -> Iterator[str]:
    slot = _slot(handler_input, name)
    resolutions = slot.resolutions if slot else None
    for authority in (resolutions and resolutions.resolutions_per_authority) or ():
        named = str(authority.authority or "")
        if named.startswith(_DYNAMIC) != dynamic:
            continue
        if authority.status and authority.status.code == StatusCode.ER_SUCCESS_MATCH:
            for wrapper in authority.values or ():
                if wrapper.value and wrapper.value.id:
                    yield str(wrapper.value.id)
