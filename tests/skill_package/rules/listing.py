"""What customers and Amazon's testers read about the skill, and see of it.

https://developer.amazon.com/docs/alexa/smapi/skill-manifest.html
"""

import struct
from collections.abc import Iterator

from tests.skill_package.package import Package
from tests.skill_package.rules import Rule
from tests.skill_package.rules.lexicon import everywhere, split

SUMMARY, DESCRIPTION, INSTRUCTIONS = 160, 4000, 4000
KEYWORDS, KEYWORD = 30, 150
ICONS = {"smallIcon": 108, "largeIcon": 512}
"""Icons by the name of their file, and their width and height in pixels."""

SERVICE = "Spotify"

_PNG = b"\x89PNG\r\n\x1a\n"


def has_a_name(package: Package) -> Iterator[str]:
    taken = everywhere().brands | everywhere().wake
    for locale, told in package.published().items():
        name = told.get("name", "")
        if not 2 <= len(name) <= 50 or taken.intersection(split(name.lower(), locale)):
            yield f"{locale}: {name!r} cannot be the skill's name"


def has_a_short_summary(package: Package) -> Iterator[str]:
    for locale, told in package.published().items():
        if not 0 < len(told.get("summary", "")) <= SUMMARY:
            yield f"{locale}: the summary is missing or longer than {SUMMARY}"


def has_a_description(package: Package) -> Iterator[str]:
    for locale, told in package.published().items():
        if not 0 < len(told.get("description", "")) <= DESCRIPTION:
            yield f"{locale}: the description is missing or longer than {DESCRIPTION}"


def has_few_keywords(package: Package) -> Iterator[str]:
    for locale, told in package.published().items():
        words = told.get("keywords", [])
        if not 0 < len(words) <= KEYWORDS or len(set(words)) < len(words):
            yield f"{locale}: keywords are missing, double or more than {KEYWORDS}"
        for word in words:
            if not 0 < len(word) <= KEYWORD:
                yield f"{locale}: {word[:20]!r} is empty or longer than {KEYWORD}"


def names_whose_metadata_it_is(package: Package) -> Iterator[str]:
    """Before the first listener hears a title: the last paragraph names its source.

    https://developer.spotify.com/documentation/design
    """
    for locale, told in package.published().items():
        last = told.get("description", "").strip().rpartition("\n\n")[2]
        if last.count(SERVICE) < 2:
            yield f"{locale}: the description does not end with what {SERVICE} asks"


def has_icons(package: Package) -> Iterator[str]:
    for locale, told in package.published().items():
        for kind, pixels in ICONS.items():
            path = f"assets/images/{locale}_{kind}.png"
            if told.get(f"{kind}Uri") != f"file://{path}":
                yield f"{locale}: {kind}Uri is not file://{path}"
            if size(package.files.get(path, b"")) != (pixels, pixels):
                yield f"{locale}: {path} is no PNG of {pixels} by {pixels}"


def tells_how_to_test(package: Package) -> Iterator[str]:
    told = package.manifest["publishingInformation"].get("testingInstructions", "")
    if not 0 < len(told) <= INSTRUCTIONS:
        yield f"testing instructions are missing or longer than {INSTRUCTIONS}"
    for word in ("demo", "link", SERVICE):
        if word not in told:
            yield f"testing instructions do not mention {word!r}"


def size(picture: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG, in pixels; None where it is none."""
    if not picture.startswith(_PNG) or len(picture) < 24:
        return None
    width, height = struct.unpack(">II", picture[16:24])
    return width, height


RULES: tuple[Rule, ...] = (
    has_a_name,
    has_a_short_summary,
    has_a_description,
    has_few_keywords,
    names_whose_metadata_it_is,
    has_icons,
    tells_how_to_test,
)
