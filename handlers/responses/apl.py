"""APL: the documents in `handlers/apl/`, their data, the RenderDocument directive.

https://developer.amazon.com/docs/alexa/alexa-presentation-language/apl-interface.html
"""

import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any
from zlib import crc32

import msgspec
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

Json = dict[str, Any]

Touch = tuple[str | int | None, ...]
"""What a touch sends to `handlers.intents.touch`."""

FOLDER = Path(__file__).parents[1] / "apl"

PARTS = "parts"
"""The file with the layouts, styles, graphics and sizes that the documents share."""

_QUIET = 4  # modules around a QR code (ISO/IEC 18004)
_SIDE = 100  # units of the graphic that a QR code is drawn in, in `parts.json`
_WORD = re.compile(r"\w+")
_EXPRESSION = re.compile(r"\$\{[^}]*\}")
# A text, or an operator and the spaces around it.
_SPACED = re.compile(r"('[^']*')|(?:(?<!\s)\s+)?([^\w\s'.@]+)\s*")

# https://developer.amazon.com/docs/alexa/custom-skills/request-and-response-json-reference.html
LARGEST_RESPONSE = 24_576
"""Bytes of a whole response that Alexa accepts."""

_TYPE = "Alexa.Presentation.APL.RenderDocument"


class Row(msgspec.Struct, frozen=True, omit_defaults=True):
    """A row or button that can be touched.

    - `title`, `subtitle`, `reason`: lines of text
    - `arguments`: what a touch sends to `handlers.intents.touch`
    - `number`: the item's position in its list, from 1
    - `image`: https address of a picture
    - `hue`: degrees of the colour that stands for a missing picture
    - `lines`: the title with line breaks, where it needs some
    - `broad`: the same for lines with more room, where it needs others there
    """

    title: str
    arguments: Sequence[str | int | None]
    number: int | None = None
    subtitle: str = ""
    reason: str = ""
    image: str | None = None
    hue: int = 0
    lines: str = ""
    broad: str = ""


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
    import segno  # most operators have no page of the skill yet

    symbol = segno.make_qr(text)
    rows = enumerate(symbol.matrix, _QUIET)
    path = "".join(_dark_runs(bytes(row), y) for y, row in rows)
    return Code(path, round(_SIDE / (len(symbol.matrix) + 2 * _QUIET), 4))


def _dark_runs(row: bytes, y: int) -> str:
    """Return one rectangle for each run of dark modules."""
    runs = re.finditer(b"\1+", row)
    spans = ((run.start() + _QUIET, len(run.group())) for run in runs)
    return "".join(f"M{x},{y}h{length}v1h-{length}z" for x, length in spans)


class Screen(msgspec.Struct, frozen=True, omit_defaults=True):
    """The data of a document.

    - `title`, `text`, `hint`: lines of text
    - `places`: which items of how many are shown
    - `say`: what the listener can say next
    - `columns`: width of `text`; a Chinese, Japanese or Korean character counts twice
    - `steps`: how to link an account, or what can be said
    - `page`: how to link an account on the skill's page
    - `source`: words that say whose metadata is shown
    - `link`: where `source` leads
    - `logo`: address of the logo beside `source`
    - `image`: address of the picture of what is shown
    - `hue`: degrees of the colour that stands for a missing picture
    - `code`: QR code of the skill's page
    - `address`: the same page's address, short enough to be typed
    - `rows`, `choices`, `buttons`: what can be touched

    Fields that are not given are left out of the JSON.
    """

    title: str
    text: str = ""
    hint: str = ""
    source: str = ""
    link: str | None = None
    logo: str | None = None
    image: str | None = None
    code: Code | None = None
    address: str = ""
    rows: Sequence[Row] = ()
    choices: Sequence[Row] = ()
    buttons: Sequence[Row] = ()
    places: str = ""
    say: str = ""
    columns: int = 0
    hue: int = 0
    steps: Sequence[str] = ()
    page: Sequence[str] = ()


class _Data(msgspec.Struct, frozen=True):
    screen: Screen


class _Directive(msgspec.Struct, frozen=True, tag_field="type", tag=_TYPE):
    """What the SDK calls `RenderDocumentDirective`; as a struct it is encoded directly.

    - `token`: the document's name
    """

    token: str
    document: msgspec.Raw
    datasources: _Data


def hue(name: str) -> int:
    """Return the colour that stands for the missing picture of what has this name."""
    return 1 + crc32(name.encode()) % 360


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
    """Return our documents by name, encoded as JSON; expressions without spaces."""
    return {
        name: msgspec.Raw(msgspec.json.encode(_tight(document)))
        for name, document in read().items()
    }


def show(handler_input: HandlerInput, name: str, screen: Screen) -> None:
    """Add the document `name` with its data to the response.

    For a device with a screen only. The session stays as it is.
    """
    directive = _Directive(name, documents()[name], _Data(screen))
    response: Response = handler_input.response_builder.response
    directives: list[Any] = [*(response.directives or ()), directive]
    response.directives = directives


def has_screen_of_its_own(response: Response) -> bool:
    """Return whether the response has one of our documents."""
    directives: list[Any] = response.directives or []
    return _Directive in map(type, directives)


def drop_screen(response: Response) -> bool:
    """Remove the screen from the response; return whether there was one."""
    directives: list[Any] = response.directives or []
    others = [each for each in directives if not isinstance(each, _Directive)]
    response.directives = others or None
    return len(others) < len(directives)


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


def _tight(part: Any) -> Any:
    """Return `part` with no spaces around the operators of its expressions."""
    if isinstance(part, str):
        return _EXPRESSION.sub(
            lambda found: _SPACED.sub(lambda piece: piece[1] or piece[2], found[0]),
            part,
        )
    if isinstance(part, list):
        return [_tight(element) for element in part]
    if isinstance(part, dict):
        return {key: _tight(value) for key, value in part.items()}
    return part


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
