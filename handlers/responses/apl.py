"""APL: the documents in `handlers/apl/`, their data, the RenderDocument directive.

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

from handlers.request import has_screen

Json = dict[str, Any]

FOLDER = Path(__file__).parents[1] / "apl"

PARTS = "parts"
"""The file with the layouts, styles and sizes that the documents share."""

# https://developer.amazon.com/docs/alexa/custom-skills/request-and-response-json-reference.html
LARGEST_RESPONSE = 24_576
"""Bytes of a whole response that Alexa accepts."""

_AROUND = 1_000  # bytes of keys, braces and escapes around everything that is counted
_LONGEST_ESCAPE = 6  # bytes of one character in JSON, as of a control character
_TYPE = "Alexa.Presentation.APL.RenderDocument"
_START = b'{"type":"' + _TYPE.encode()

_log = logging.getLogger(__name__)


class Row(msgspec.Struct, frozen=True, omit_defaults=True):
    """A row or button that can be touched.

    - `title`, `subtitle`, `reason`: lines of text
    - `arguments`: what a touch sends to `handlers.intents.touch`
    - `number`: the item's position in its list, from 1
    - `image`: https address of a picture
    """

    title: str
    arguments: Sequence[str | int | None]
    number: int | None = None
    subtitle: str = ""
    reason: str = ""
    image: str | None = None


class Screen(msgspec.Struct, frozen=True):
    """The data of a document.

    - `title`, `text`, `hint`: lines of text
    - `source`: words that say whose metadata is shown
    - `link`: where `source` leads
    - `logo`: address of the logo beside `source`
    - `image`: address of the playlist's picture
    - `rows`, `buttons`: what can be touched

    No field is left out of the JSON: a document tells an empty text from none.
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


def read(folder: Path = FOLDER) -> dict[str, Json]:
    """Return the documents of `folder` by name, each with the shared parts it uses."""
    files = {
        file.stem: json.loads(file.read_text(encoding="utf-8"))
        for file in sorted(folder.glob("*.json"))
    }
    parts = files.pop(PARTS)
    return {name: _with_parts(document, parts) for name, document in files.items()}


@cache
def documents() -> Mapping[str, msgspec.Raw]:
    """Return our documents by name, encoded as JSON."""
    return {
        name: msgspec.Raw(msgspec.json.encode(document))
        for name, document in read().items()
    }


def show(handler_input: HandlerInput, name: str, screen: Screen) -> None:
    """Add the document `name` with its data to the response.

    Does nothing for a device without a screen. The session stays as it is.
    """
    if not has_screen(handler_input):
        return
    directive = _Directive(_TYPE, name, documents()[name], _Data(screen))
    response: Response = handler_input.response_builder.response
    # Raw bytes beside the SDK's models: the encoder takes either.
    directives: list[Any] = [
        *(response.directives or ()),
        msgspec.Raw(msgspec.json.encode(directive)),
    ]
    response.directives = directives


class DropOversizedScreen(AbstractResponseInterceptor):
    """Response interceptor: drop the screen where the response would be too large."""

    def process(self, handler_input: HandlerInput, response: Response | None) -> None:
        if response is None or not any(map(_is_screen, response.directives or ())):
            return
        attributes = _attributes_size(handler_input)
        if _size(response, _upper_bound) + attributes <= LARGEST_RESPONSE:
            return
        size = _size(response, _encoded_size) + attributes
        if size > LARGEST_RESPONSE:
            _log.info("screen left out", extra={"fields": {"bytes": size}})
            others = [d for d in response.directives or () if not _is_screen(d)]
            response.directives = others or None


def _with_parts(document: Json, parts: Json) -> Json:
    used: dict[str, Json] = {}
    unvisited = [document["mainTemplate"]]
    while unvisited:
        for name in _types(unvisited.pop()):
            if name in parts["layouts"] and name not in used:
                used[name] = parts["layouts"][name]
                unvisited.append(used[name])
    shared = {key: value for key, value in parts.items() if key != "layouts"}
    return shared | {"layouts": dict(sorted(used.items()))} | document


def _types(part: Any) -> Iterator[str]:
    """Yield the types of every component in `part`, at any depth."""
    if isinstance(part, list):
        for element in part:
            yield from _types(element)
    elif isinstance(part, dict):
        if isinstance(part.get("type"), str):
            yield part["type"]
        yield from _types(list(part.values()))


def _is_screen(directive: object) -> bool:
    if not isinstance(directive, msgspec.Raw):
        return False
    return bytes(memoryview(directive)[: len(_START)]) == _START


def _size(response: Response, measure: Callable[[Sequence[str | None]], int]) -> int:
    """Return at least the bytes of the response, if the SDK's models are few."""
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


def _upper_bound(texts: Sequence[str | None]) -> int:
    """Return more bytes than the texts take in JSON; quicker than encoding them."""
    return _LONGEST_ESCAPE * sum(len(text) for text in texts if text)


def _encoded_size(texts: Sequence[str | None]) -> int:
    return len(msgspec.json.encode(texts))


def _attributes_size(handler_input: HandlerInput) -> int:
    if not handler_input.request_envelope.session:
        return 0
    attributes = handler_input.attributes_manager.session_attributes
    return len(msgspec.json.encode(attributes))
