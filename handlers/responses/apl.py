"""APL: the documents in `handlers/apl/`, their data, the RenderDocument directive.

https://developer.amazon.com/docs/alexa/alexa-presentation-language/apl-interface.html
"""

import json
import logging
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import segno
from ask_sdk_core.dispatch_components import AbstractResponseInterceptor
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers.request import has_screen

Json = dict[str, Any]

FOLDER = Path(__file__).parents[1] / "apl"

PARTS = "parts"
"""The file with the layouts, styles, graphics and sizes that the documents share."""

_QUIET = 4  # modules around a QR code (ISO/IEC 18004)
_SIDE = 100  # units of the graphic that a QR code is drawn in, in `parts.json`
_WORD = re.compile(r"\w+")

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


class Code(msgspec.Struct, frozen=True):
    """A QR code as a path of an Alexa Vector Graphic (AVG).

    - `path`: the dark modules, in modules from the upper left corner
    - `unit`: the size of a module in units of the graphic
    """

    path: str
    unit: float


def qr_code(text: str) -> Code:
    """Return the QR code of a text, with the quiet zone around it.

    Raises `segno.DataOverflowError` for more than 2,953 bytes.
    """
    symbol = segno.make_qr(text)
    rows = enumerate(symbol.matrix, _QUIET)
    path = "".join(_dark_runs(bytes(row), y) for y, row in rows)
    return Code(path, round(_SIDE / (len(symbol.matrix) + 2 * _QUIET), 4))


def _dark_runs(row: bytes, y: int) -> str:
    """Return one rectangle for each run of dark modules."""
    runs = re.finditer(b"\1+", row)
    spans = ((run.start() + _QUIET, len(run.group())) for run in runs)
    return "".join(f"M{x},{y}h{length}v1h-{length}z" for x, length in spans)


class Screen(msgspec.Struct, frozen=True):
    """The data of a document.

    - `title`, `text`, `hint`: lines of text
    - `source`: words that say whose metadata is shown
    - `link`: where `source` leads
    - `logo`: address of the logo beside `source`
    - `image`: address of the playlist's picture
    - `code`: QR code of the skill's page
    - `rows`, `choices`, `buttons`: what can be touched

    No field is left out of the JSON: a document tells an empty text from none.
    """

    title: str
    text: str = ""
    hint: str = ""
    source: str = ""
    link: str | None = None
    logo: str | None = None
    image: str | None = None
    code: Code | None = None
    rows: Sequence[Row] = ()
    choices: Sequence[Row] = ()
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
    """Return the document with those parts that it names, and that these name."""
    named = set(_words(document))
    while True:
        used = {key: _named(key, part, named) for key, part in parts.items()}
        names = named | set(_words(used))
        if names == named:
            break
        named = names
    layouts = used.get("layouts", {}) | document.get("layouts", {})
    return used | document | {"layouts": layouts}


def _named(key: str, part: Any, names: Collection[str]) -> Any:
    """Return what of one kind of parts is named."""
    if key in ("layouts", "styles", "graphics"):
        return {name: value for name, value in part.items() if name in names}
    if key == "resources":
        blocks = [
            {
                kind: values if kind == "when" else _named("styles", values, names)
                for kind, values in block.items()
            }
            for block in part
        ]
        return [
            {kind: values for kind, values in block.items() if values}
            for block in blocks
            if any(values for kind, values in block.items() if kind != "when")
        ]
    return part


def _words(part: Any) -> Iterator[str]:
    """Yield the words of every text in `part`, at any depth."""
    if isinstance(part, str):
        yield from _WORD.findall(part)
    elif isinstance(part, list):
        for element in part:
            yield from _words(element)
    elif isinstance(part, dict):
        yield from _words(list(part.values()))


def _is_screen(directive: object) -> bool:
    if not isinstance(directive, msgspec.Raw):
        return False
    return bytes(memoryview(directive)[: len(_START)]) == _START


def _size(response: Response, measure: Callable[[Sequence[str | None]], int]) -> int:
    """Return at least the bytes of the response, if the SDK's models are few."""
    card, reprompt = response.card, response.reprompt
    image = getattr(card, "image", None)
    texts = [
        getattr(response.output_speech, "ssml", None),
        getattr(reprompt.output_speech, "ssml", None) if reprompt else None,
        getattr(card, "title", None),
        getattr(card, "content", None),
        getattr(card, "text", None),
        *(
            getattr(image, name, None)
            for name in ("small_image_url", "large_image_url")
        ),
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
