"""`python -m tests.browser.device_screens`: what devices show, for docs/screens.md."""

import asyncio
from typing import Any

from playwright.async_api import Browser

from tests.browser.page import ConsolePage
from tests.browser.running import ROOT, chromium, console

PICTURES = ROOT / "docs" / "images" / "screens"
SENTENCES: dict[str, tuple[str, str | None]] = {
    "launch": ("open record shelf", "ada"),
    "list": ("what are my playlists", "ada"),
    "playlist": ("open deep focus", "ada"),
    "picks": ("what should I listen to", "ada"),
    "linking": ("open record shelf", None),
}
# A kind is looked at on a round screen and on one of the others in turn.
DEVICES = {
    "launch": ("round", "small"),
    "list": ("round", "tv"),
    "playlist": ("round", "large"),
    "picks": ("round", "large"),
    "linking": ("round", "small"),
}
# The frame as large as the device itself, above everything else on the page.
_ALONE = """(frame) => {
  frame.style.transform = "none";
  frame.style.position = "fixed";
  frame.style.inset = "0 auto auto 0";
  frame.style.zIndex = "99999";
  return [frame.clientWidth, frame.clientHeight];
}"""


async def take(page: ConsolePage, kind: str, screen: str) -> None:
    said, account = SENTENCES[kind]
    changes: dict[str, Any] = {"screen": screen, "account": account}
    await page.open(**changes)
    await page.says(said)
    frame = page.page.locator("iframe[data-drawn]")
    await frame.wait_for()
    width, height = await frame.evaluate(_ALONE)
    await page.page.wait_for_load_state("networkidle")
    await page.page.screenshot(
        path=PICTURES / f"{kind}-{screen}.png",
        clip={"x": 0, "y": 0, "width": width, "height": height},
    )


async def draw(browser: Browser, address: str) -> None:
    shown = await browser.new_page(viewport={"width": 2000, "height": 1200})
    page = ConsolePage(shown, address)
    for kind, screens in DEVICES.items():
        for screen in screens:
            await take(page, kind, screen)
            print(PICTURES / f"{kind}-{screen}.png")


async def main() -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    with console() as address:
        async with chromium() as browser:
            await draw(browser, address)


if __name__ == "__main__":
    asyncio.run(main())
