"""What must hold of every document, beyond what a renderer complains of."""

import json
from collections.abc import Iterator
from typing import Any

Json = dict[str, Any]

# https://developer.amazon.com/docs/alexa/alexa-presentation-language/apl-document.html
OLDEST, NEWEST = (1, 4), (1, 9)
COMPONENTS = frozenset(
    (
        *("Container", "Frame", "Image", "Text", "VectorGraphic"),
        *("GridSequence", "Pager", "ScrollView", "Sequence"),
    )
)
TOUCHABLE = "TouchWrapper"
SMALLEST_TEXT = {"viewport.mode == 'tv'": 18, "viewport.width <": 16}
"""Sizes in dp by viewport: a television doubles them, a telephone is held near."""
SMALLEST_ELSEWHERE = 20
THEMES = "viewport.theme == 'light'"
SHAPES = (
    THEMES,
    "viewport.shape == 'round'",
    "viewport.mode == 'tv'",
    "viewport.height <",
)


def parts(value: Any) -> Iterator[Json]:
    """Every object in it, at any depth."""
    if isinstance(value, list):
        for one in value:
            yield from parts(one)
    elif isinstance(value, dict):
        yield value
        yield from parts(list(value.values()))


def components(document: Json) -> list[Json]:
    known = {*COMPONENTS, TOUCHABLE, *document["layouts"]}
    scope = [document["mainTemplate"], document["layouts"]]
    return [part for part in parts(scope) if part.get("type") in known]


def broken(document: Json) -> Iterator[str]:
    """The rules that a document breaks."""
    yield from _of_the_format(document)
    yield from _of_attribution(document)
    yield from _of_touch(document)
    yield from _of_viewports(document)
    yield from _of_empty_lists(document)


def _of_the_format(document: Json) -> Iterator[str]:
    version = tuple(int(part) for part in document["version"].split("."))
    if document["type"] != "APL" or not OLDEST <= version <= NEWEST:
        yield "version"
    if document.get("import"):
        yield "import"
    known = {*COMPONENTS, TOUCHABLE, *document["layouts"], "SendEvent", "OpenURL"}
    main = [document["mainTemplate"], document["layouts"]]
    if any(one["type"] not in known for one in parts(main) if "type" in one):
        yield "component"
    if document["mainTemplate"]["parameters"] != ["payload"]:
        yield "parameters"


def _of_attribution(document: Json) -> Iterator[str]:
    """Metadata goes with its source's name and a link; pictures are whole."""
    text = json.dumps(document)
    shows_metadata = "screen.rows" in text
    sources = [one for one in components(document) if one.get("id") == "attribution"]
    if shows_metadata and not any("screen.source" in json.dumps(c) for c in sources):
        yield "attribution"
    if any("OpenURL" not in json.dumps(one.get("onPress")) for one in sources):
        yield "link"
    for one in components(document):
        if one["type"] == "Image":
            if one.get("scale") != "best-fit" or one.get("width") != one.get("height"):
                yield "cropped"
            if {"overlayColor", "overlayGradient", "filters", "borderRadius"} & {*one}:
                yield "altered"


def _of_touch(document: Json) -> Iterator[str]:
    for one in components(document):
        if one["type"] == TOUCHABLE:
            if not one.get("accessibilityLabel"):
                yield "label"
            if not one.get("onPress"):
                yield "press"


def _of_empty_lists(document: Json) -> Iterator[str]:
    """Bound to an empty list, a component draws its items once, with nothing in them.

    https://developer.amazon.com/docs/alexa/alexa-presentation-language/apl-data-binding-children.html
    """
    for one in components(document):
        listed = one.get("data", "") if one["type"] == "Container" else ""
        if listed and one.get("when") != listed.replace("}", ".length > 0}"):
            yield "ghost"


def _of_viewports(document: Json) -> Iterator[str]:
    sizes = document["resources"]
    conditions = " ".join(one.get("when", "") for one in sizes)
    if not all(shape in conditions for shape in SHAPES):
        yield "viewport"
    for one in sizes:
        viewport = one.get("when", "")
        least = min(
            (size for known, size in SMALLEST_TEXT.items() if known in viewport),
            default=SMALLEST_ELSEWHERE,
        )
        texts = ("big", "title", "text", "small")
        numbers = one.get("numbers", {})
        if any(numbers[name] < least for name in texts if name in numbers):
            yield "small text"
    sized = [*components(document), *parts(document["styles"])]
    fonts = [one["fontSize"] for one in sized if "fontSize" in one]
    if any(isinstance(font, int) or font[:1] not in "@$" for font in fonts):
        yield "font"
