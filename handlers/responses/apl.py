"""Screens beside the speech: a document, and the data that it is bound to.

https://developer.amazon.com/docs/alexa/alexa-presentation-language/apl-interface.html
"""

import json
import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from ask_sdk_core.dispatch_components import AbstractResponseInterceptor
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

# FOLDED The screens' documents: read once, each with the shared parts that it uses.

Json = dict[str, Any]

FOLDER = Path(__file__).parents[1] / "apl"

PARTS = "parts"


def read(folder: Path = FOLDER) -> dict[str, Json]:
    """The documents of a folder by their names, complete; `parts.json` is in each."""
    files = {
        file.stem: json.loads(file.read_text(encoding="utf-8"))
        for file in sorted(folder.glob("*.json"))
    }
    parts = files.pop(PARTS)
    return {name: _complete(document, parts) for name, document in files.items()}


@cache
def documents() -> Mapping[str, msgspec.Raw]:
    """Our documents as they travel."""
    return {
        name: msgspec.Raw(msgspec.json.encode(document))
        for name, document in read().items()
    }


def _complete(document: Json, parts: Json) -> Json:
    used: dict[str, Json] = {}
    waiting = [document["mainTemplate"]]
    while waiting:
        for name in _types(waiting.pop()):
            if name in parts["layouts"] and name not in used:
                used[name] = parts["layouts"][name]
                waiting.append(used[name])
    whole = {key: value for key, value in parts.items() if key != "layouts"}
    return whole | {"layouts": dict(sorted(used.items()))} | document


def _types(part: Any) -> Iterator[str]:
    """The types of every component in it, at any depth."""
    if isinstance(part, list):
        for one in part:
            yield from _types(one)
    elif isinstance(part, dict):
        if isinstance(part.get("type"), str):
            yield part["type"]
        yield from _types(list(part.values()))


# https://developer.amazon.com/docs/alexa/custom-skills/request-and-response-json-reference.html
LARGEST_RESPONSE = 24_576

_AROUND = 1_000

"""Bytes of keys, braces and escapes around everything that is counted."""

_LONGEST_ESCAPE = 6  # bytes, as of a control character

_TYPE = "Alexa.Presentation.APL.RenderDocument"

_START = b'{"type":"' + _TYPE.encode()

_log = logging.getLogger(__name__)


class Row(msgspec.Struct, frozen=True, omit_defaults=True):
    """A row that can be touched; `handlers.intents.touch` gets its `arguments`."""

    title: str
    arguments: Sequence[str | int | None]
    number: int | None = None
    subtitle: str = ""
    reason: str = ""
    image: str | None = None


class Screen(msgspec.Struct, frozen=True):
    """What a document shows. `source` says whose metadata it is, `link` leads back,
    `logo` is the address of its owner's.

    Nothing is omitted: a document tells an empty text from none.
    """

    title: str
    text: str = ""
    hint: str = ""
    source: str = ""
    link: str | None = None
    logo: str | None = None
    image: str | None = None
    rows: Sequence[Row] = ()
    buttons: Sequence[Row] = ()


class _Data(msgspec.Struct, frozen=True):
    screen: Screen


class _Directive(msgspec.Struct, frozen=True):
    # The type comes first: `_is_screen` looks for it there.
    type: str
    token: str
    document: msgspec.Raw
    datasources: _Data


def has_screen(handler_input: HandlerInput) -> bool:
    """Whether the device that asks can draw documents."""
    context = handler_input.request_envelope.context
    device = context.system.device if context and context.system else None
    supported = device.supported_interfaces if device else None
    return supported is not None and supported.alexa_presentation_apl is not None


def show(handler_input: HandlerInput, name: str, screen: Screen) -> None:
    """Adds the document `name` to the answer, where the device has a screen.

    The session stays as the answer has it.
    """
    if not has_screen(handler_input):
        return
    drawn = _Directive(_TYPE, name, documents()[name], _Data(screen))
    response: Response = handler_input.response_builder.response
    # Raw bytes beside the SDK's models: the encoder takes either.
    added: list[Any] = [
        *(response.directives or ()),
        msgspec.Raw(msgspec.json.encode(drawn)),
    ]
    response.directives = added


class DropOversizedScreen(AbstractResponseInterceptor):
    """Leaves the screen out where the answer would be too large with it."""

    def process(self, handler_input: HandlerInput, response: Response | None) -> None:
        if response is None or not any(map(_is_screen, response.directives or ())):
            return
        attributes = _attributes_size(handler_input)
        if _size(response, _at_most) + attributes <= LARGEST_RESPONSE:
            return
        size = _size(response, _exactly) + attributes
        if size > LARGEST_RESPONSE:
            _log.info("screen left out", extra={"fields": {"bytes": size}})
            kept = [d for d in response.directives or () if not _is_screen(d)]
            response.directives = kept or None


def _is_screen(directive: object) -> bool:
    if not isinstance(directive, msgspec.Raw):
        return False
    return bytes(memoryview(directive)[: len(_START)]) == _START


def _size(response: Response, measure: Callable[[Sequence[str | None]], int]) -> int:
    """At least the bytes of the response, as long as the SDK's models are few."""
    card, reprompt = response.card, response.reprompt
    texts = [
        getattr(response.output_speech, "ssml", None),
        getattr(reprompt.output_speech, "ssml", None) if reprompt else None,
        getattr(card, "title", None),
        getattr(card, "content", None),
    ]
    # Ours are raw bytes, which the SDK's annotation does not know.
    directives: Sequence[Any] = response.directives or ()
    raw = sum(len(memoryview(d)) for d in directives if isinstance(d, msgspec.Raw))
    return raw + measure(texts) + _AROUND


def _at_most(texts: Sequence[str | None]) -> int:
    """More bytes than this no character takes in JSON; quicker than to write them."""
    return _LONGEST_ESCAPE * sum(len(text) for text in texts if text)


def _exactly(texts: Sequence[str | None]) -> int:
    return len(json.dumps(texts, ensure_ascii=False).encode("utf-8", "replace"))


def _attributes_size(handler_input: HandlerInput) -> int:
    if not handler_input.request_envelope.session:
        return 0
    attributes = handler_input.attributes_manager.session_attributes
    try:
        return len(msgspec.json.encode(attributes))
    except UnicodeEncodeError:  # a session may bring anything back
        return len(json.dumps(attributes))
