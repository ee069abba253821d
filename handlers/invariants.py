"""What must hold of every response, whoever made it."""

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator, Sequence
from copy import copy
from importlib import import_module
from typing import Any

import msgspec
from ask_sdk_core.dispatch_components import AbstractResponseInterceptor
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

# https://developer.amazon.com/docs/custom-skills/request-and-response-json-reference.html
LONGEST_TEXT = 8_000
LARGEST_RESPONSE = 24_576

_QUESTION = re.compile(r"[?？;;؟][\s\"'»”」)]*$")
_MARKUP = re.compile(r"</?[a-z][\w:-]*(?:\s[^<>]*)?/?>|&(?:amp|lt|gt|quot|apos);")
_VISUAL = "Alexa.Presentation.APL"


class BrokenResponse(AssertionError):
    """A response that breaks a rule; `rules` names every one of them."""

    def __init__(self, rules: Sequence[str]) -> None:
        super().__init__(", ".join(rules))
        self.rules = tuple(rules)


class Invariants(AbstractResponseInterceptor):
    """Tells `object_to` of every response that breaks a rule, before it is sent."""

    def __init__(self, object_to: Callable[[BrokenResponse], None]) -> None:
        self._object_to = object_to
        # Imported where somebody objects only: it brings half of the SDK with it.
        serialize = import_module("ask_sdk_core.serialize")
        self._serializer = serialize.DefaultSerializer()

    def process(self, handler_input: HandlerInput, response: Response | None) -> None:
        if response is None:
            return
        screen = _has_screen(handler_input)
        broken = list(broken_rules(self._wire(response), apl=screen))
        if broken:
            self._object_to(BrokenResponse(broken))

    def _wire(self, response: Response) -> dict[str, Any]:
        """The response as JSON values; what was encoded already comes as it is."""
        directives: Sequence[Any] = response.directives or ()
        encoded = [one for one in directives if isinstance(one, msgspec.Raw)]
        others = copy(response)
        others.directives = [one for one in directives if one not in encoded] or None
        wire: dict[str, Any] = self._serializer.serialize(others)
        if encoded:
            ready = [msgspec.json.decode(one) for one in encoded]
            wire["directives"] = [*wire.get("directives", ()), *ready]
        return wire


def broken_rules(wire: dict[str, Any], *, apl: bool) -> Iterator[str]:
    """The rules that a response, as JSON, breaks; `apl` is whether there is a screen.

    An open session asks and has a reprompt, a closed one does not ask; speech is
    well-formed XML; texts and the whole stay within Amazon's limits; cards are plain;
    visuals go only where they are supported; `shouldEndSession` is never null.
    """
    speech = _ssml(wire.get("outputSpeech"))
    reprompt = _ssml((wire.get("reprompt") or {}).get("outputSpeech"))
    yield from _about_session(wire, speech, reprompt)
    for name, ssml in (("speech", speech), ("reprompt", reprompt)):
        if ssml is not None and _heard(ssml) is None:
            yield f"{name}: not well-formed"
        if ssml is not None and len(ssml) > LONGEST_TEXT:
            yield f"{name}: too long"
    yield from _about_card(wire.get("card") or {})
    if not apl and any(
        str(one.get("type", "")).startswith(_VISUAL)
        for one in wire.get("directives") or ()
    ):
        yield "directives: visuals without a screen"
    if len(json.dumps(wire, ensure_ascii=False).encode()) > LARGEST_RESPONSE:
        yield "response: too large"


def _about_session(
    wire: dict[str, Any], speech: str | None, reprompt: str | None
) -> Iterator[str]:
    ends = wire.get("shouldEndSession", ...)
    asks = bool(_QUESTION.search(_heard(speech or "") or ""))
    if ends is None:
        yield "session: null"
    if ends is False and not asks:
        yield "session: open without a question"
    if ends is False and not reprompt:
        yield "session: open without a reprompt"
    if ends is True and (asks or reprompt):
        yield "session: closed with a question"


def _about_card(card: dict[str, Any]) -> Iterator[str]:
    texts = [str(card.get(name) or "") for name in ("title", "content", "text")]
    if sum(map(len, texts)) > LONGEST_TEXT:
        yield "card: too long"
    if any(_MARKUP.search(text) for text in texts):
        yield "card: not plain"


def _ssml(speech: Any) -> str | None:
    return str(speech.get("ssml") or speech.get("text") or "") if speech else None


def _heard(ssml: str) -> str | None:
    """The words of the speech; None where it does not parse."""
    if not ssml.startswith("<speak>"):
        return ssml if "<" not in ssml else None
    try:
        return "".join(ET.fromstring(ssml).itertext())  # noqa: S314 - our own output
    except ET.ParseError:
        return None


def _has_screen(handler_input: HandlerInput) -> bool:
    context = handler_input.request_envelope.context
    device = context.system.device if context and context.system else None
    supported = device.supported_interfaces if device else None
    return bool(supported and supported.alexa_presentation_apl)
