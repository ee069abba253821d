"""`python -m tests.browser.screens`: every screen drawn anew, as pictures and a sheet.

The pictures in `tests/browser/pictures/` are what `test_screens.py` compares with; the
sheet is `docs/images/screens.png`. Names after the command choose the cases.
"""

import asyncio
import sys
from dataclasses import dataclass, replace

from playwright.async_api import Browser

from tests.browser.drawing import DEVICES, LIGHT, UNKNOWN, Device, Drawing, draw
from tests.browser.music import (
    ENGLISH,
    GERMAN,
    JAPANESE,
    SCREENS,
    Music,
    answers,
    directive,
)
from tests.browser.running import ROOT, chromium
from tests.browser.sheet import sheet

PICTURES = ROOT / "tests" / "browser" / "pictures"
SHEET = ROOT / "docs" / "images" / "screens.png"


@dataclass(frozen=True)
class Case:
    """A device in the hands of a listener."""

    device: Device
    music: Music


def _cases() -> dict[str, Case]:
    """Every device in English, in the longest language, and in another script."""
    cases = {
        f"{name}-{music.locale[:2]}": Case(device, music)
        for music in (ENGLISH, GERMAN, JAPANESE)
        for name, device in DEVICES.items()
    }
    cases["light-en"] = Case(LIGHT, ENGLISH)
    cases["phone-en"] = Case(UNKNOWN["phone"], ENGLISH)
    cases["portrait-de"] = Case(UNKNOWN["portrait"], GERMAN)
    cases["artless-en"] = Case(DEVICES["large"], replace(ENGLISH, art=None))
    cases["banner-en"] = Case(DEVICES["large"], replace(ENGLISH, art=".svg"))
    return cases


CASES = _cases()
SHOWN = (
    *("round-en", "small-en", "large-en", "tv-en", "light-en"),
    *("small-de", "round-ja", "tv-ja", "phone-en", "portrait-de"),
)
"""The cases on the sheet."""


async def drawings(browser: Browser, case: Case) -> dict[str, tuple[bytes, list[str]]]:
    """Draw every screen of a case: its picture and its faults."""
    replies = await answers(case.music, case.device.screen)
    drawn: dict[str, tuple[bytes, list[str]]] = {}
    for name in SCREENS:
        async with draw(browser, directive(replies[name]), case.device) as drawing:
            drawn[name] = await _look(drawing, case.device)
    return drawn


async def _look(drawing: Drawing, device: Device) -> tuple[bytes, list[str]]:
    return await drawing.picture(), await drawing.faults(device)


async def main(names: list[str]) -> None:
    """Write the pictures of the named cases, or of all cases, and the sheet."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    async with chromium() as browser:
        for name in names or CASES:
            for screen, (picture, faults) in (
                await drawings(browser, CASES[name])
            ).items():
                (PICTURES / f"{screen}-{name}.png").write_bytes(picture)
                print(f"{screen}-{name}", *faults, sep="\n  ")
        rows = {
            screen: {
                case: (PICTURES / f"{screen}-{case}.png").read_bytes() for case in SHOWN
            }
            for screen in SCREENS
        }
        SHEET.write_bytes(await sheet(browser, SHOWN, rows))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1:]))
