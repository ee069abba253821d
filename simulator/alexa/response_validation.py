"""Response validation: the rules that every response of the skill must keep.

The simulator and the tests check each response. Production does not: the check costs
time, and its answer could help no listener.
"""

import json
import logging
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import msgspec
from ask_sdk_core.dispatch_components import AbstractResponseInterceptor
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers.request import has_screen
from service.serialization.model_codec import to_json_fields

# Amazon's limits, written down here a second time on purpose: a wrong number in
# service/serialization must not go unseen.
# https://developer.amazon.com/docs/custom-skills/request-and-response-json-reference.html
LONGEST_TEXT = 8_000  # characters
LARGEST_RESPONSE = 24_576  # bytes

_QUESTION = re.compile(r"[?？;;؟][\s\"'»”」)]*$")
_MARKUP = re.compile(r"</?[a-z][\w:-]*(?:\s[^<>]*)?/?>|&(?:amp|lt|gt|quot|apos);")
_VISUAL = "Alexa.Presentation.APL"


log = logging.getLogger(__name__)


class BrokenResponse(AssertionError):
    """A response breaks a rule.

    rules: the name of each rule that the response breaks.
    """

    def __init__(self, rules: Sequence[str]) -> None:
        super().__init__(", ".join(rules))
        self.rules = tuple(rules)


def raise_violation(violation: BrokenResponse) -> None:
    """Raise `violation`, so that the turn fails: for tests."""
    raise violation


def log_violation(violation: BrokenResponse) -> None:
    """Log `violation` as an error: for the console, which shows log lines."""
    log.error("a response breaks a rule: %s", violation)


class ResponseValidator(AbstractResponseInterceptor):
    """Call `on_violation` with each response that breaks a rule, before it is sent."""

    def __init__(self, on_violation: Callable[[BrokenResponse], None]) -> None:
        self._on_violation = on_violation

    def process(self, handler_input: HandlerInput, response: Response | None) -> None:
        """Check `response`; None, the empty answer, breaks no rule."""
        if response is None:
            return
        screen = has_screen(handler_input)
        rules = list(broken_rules(_as_json(response), apl=screen))
        if rules:
            self._on_violation(BrokenResponse(rules))


def _as_json(response: Response) -> dict[str, Any]:
    """Return the response as JSON values, as the service encodes it."""
    body = msgspec.json.encode(response, enc_hook=to_json_fields)
    data: dict[str, Any] = msgspec.json.decode(body)
    return data


def broken_rules(response: dict[str, Any], *, apl: bool) -> Iterator[str]:
    """Yield the name of each rule that `response`, as JSON values, breaks.

    apl: whether the device has a screen.
    An open session asks and has a reprompt, a closed one does not ask; speech is
    well-formed XML; texts and the whole stay within Amazon's limits; cards are plain;
    visuals go only to a device with a screen; `shouldEndSession` is never null.
    """
    speech = _ssml(response.get("outputSpeech"))
    reprompt = _ssml((response.get("reprompt") or {}).get("outputSpeech"))
    yield from _about_session(response, speech, reprompt)
    for name, ssml in (("speech", speech), ("reprompt", reprompt)):
        if ssml is not None and _words(ssml) is None:
            yield f"{name}: not well-formed"
        if ssml is not None and len(ssml) > LONGEST_TEXT:
            yield f"{name}: too long"
    yield from _about_card(response.get("card") or {})
    if not apl and any(
        str(directive.get("type", "")).startswith(_VISUAL)
        for directive in response.get("directives") or ()
    ):
        yield "directives: visuals without a screen"
    if len(json.dumps(response, ensure_ascii=False).encode()) > LARGEST_RESPONSE:
        yield "response: too large"


def _about_session(
    response: dict[str, Any], speech: str | None, reprompt: str | None
) -> Iterator[str]:
    ends = response.get("shouldEndSession", ...)
    asks = bool(_QUESTION.search(_words(speech or "") or ""))
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


def _words(ssml: str) -> str | None:
    """Return the words of the speech; None where the SSML does not parse."""
    if not ssml.startswith("<speak>"):
        return ssml if "<" not in ssml else None
    try:
        return "".join(ET.fromstring(ssml).itertext())  # noqa: S314 - our own output
    except ET.ParseError:
        return None
