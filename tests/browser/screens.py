"""`python -m tests.browser.screens`: every screen drawn anew, as pictures and a sheet.

The pictures in `tests/browser/pictures/` are what `test_screens.py` compares with; the
sheet is `docs/images/screens.png`. Names after the command choose cases and screens;
the sheet is then left as it is.
"""

import asyncio
import sys
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from playwright.async_api import Browser

from tests.browser.drawing import (
    DEVICES,
    LIGHT,
    UNKNOWN,
    Device,
    Drawing,
    screen,
)
from tests.browser.music import (
    ENGLISH,
    GERMAN,
    JAPANESE,
    RIGHT_TO_LEFT,
    SCREENS,
    Music,
    answers,
    directive,
)
from tests.browser.running import ROOT, chromium
from tests.browser.sheet import sheet

PICTURES = ROOT / "tests" / "browser" / "pictures"
SHEET = ROOT / "docs" / "images" / "screens.png"


WORDS = ("help", "error", "saved", "linking", "code")
"""Screens without pictures of music."""


@dataclass(frozen=True)
class Case:
    """A device in the hands of a listener, and the screens that are drawn there."""

    device: Device
    music: Music
    screens: Sequence[str] = SCREENS


def _cases() -> dict[str, Case]:
    """Every device in English, in the longest language, and in another script.

    What only some screens show is drawn for these alone.
    """
    cases = {
        f"{name}-{music.locale[:2]}": Case(device, music)
        for music in (ENGLISH, GERMAN, JAPANESE)
        for name, device in DEVICES.items()
    }
    phone, portrait = UNKNOWN["phone"], UNKNOWN["portrait"]
    large, tv = DEVICES["large"], DEVICES["tv"]
    with_art = tuple(name for name in SCREENS if name not in WORDS)
    lists = ("launch", "shelf", "playlist", "song")
    focused = ("launch", "shelf")
    cases["light-en"] = Case(LIGHT, ENGLISH)
    # A telephone cannot scan the code on itself, so that is no screen of its own there.
    cases["phone-en"] = Case(
        phone, ENGLISH, tuple(name for name in SCREENS if name != "code")
    )
    cases["portrait-de"] = Case(portrait, GERMAN)
    cases["artless-en"] = Case(large, replace(ENGLISH, art=None), with_art)
    cases["banner-en"] = Case(large, replace(ENGLISH, art=".svg"), with_art)
    cases["arabic-en"] = Case(large, RIGHT_TO_LEFT, lists)
    cases["remote-en"] = Case(replace(tv, remote=True), ENGLISH, focused)
    cases["opening-en"] = Case(replace(large, opens_links=True), ENGLISH, ("play",))
    cases["opening-phone-en"] = Case(
        replace(phone, opens_links=True), ENGLISH, ("play", "code")
    )
    return cases


CASES = _cases()
SHOWN = (
    ("large-en", "light-en", "tv-de", "small-ja"),
    ("phone-en", "portrait-de", "round-en", "round-ja"),
    ("opening-phone-en", "remote-en", "arabic-en", "artless-en", "banner-en"),
)
"""The cases on the sheet: wide screens, narrow ones, and what only some have."""


async def drawings(
    browser: Browser, case: Case, names: Collection[str] = SCREENS
) -> dict[str, tuple[bytes, list[str]]]:
    """Draw the named screens of a case: each one's picture and its faults."""
    chosen = [name for name in case.screens if name in names]
    replies = await answers(case.music, case.device.screen, chosen)
    drawn: dict[str, tuple[bytes, list[str]]] = {}
    async with screen(browser, case.device) as shown:
        for name, reply in replies.items():
            drawing = await shown.draw(directive(reply))
            drawn[name] = await _look(drawing, case.device)
    return drawn


async def _look(drawing: Drawing, device: Device) -> tuple[bytes, list[str]]:
    if device.remote:
        await drawing.press("ArrowDown")
    return await drawing.picture(), await drawing.faults(device)


async def main(names: list[str]) -> None:
    """Write the pictures of the named cases and screens, or all, and the sheet."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    cases = [name for name in names if name in CASES] or [*CASES]
    screens = [name for name in names if name in SCREENS] or SCREENS
    async with chromium() as browser:
        for case in cases:
            drawn = await drawings(browser, CASES[case], screens)
            for name, (picture, faults) in drawn.items():
                (PICTURES / f"{name}-{case}.png").write_bytes(picture)
                print(f"{name}-{case}", *faults, sep="\n  ")
        if not names:
            await _write_sheet(browser)


async def _write_sheet(browser: Browser) -> None:
    """Write the sheet of the kept pictures."""
    blocks = [
        {
            f"{name}-{case}": (PICTURES / f"{name}-{case}.png").read_bytes()
            for name in SCREENS
            for case in cases
            if name in CASES[case].screens
        }
        for cases in SHOWN
    ]
    SHEET.write_bytes(await sheet(browser, blocks))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1:]))
