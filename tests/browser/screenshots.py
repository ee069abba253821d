"""`python -m tests.browser.screenshots`: the console's pictures under docs/images."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Literal

from playwright.async_api import Browser

from tests.browser.page import ConsolePage
from tests.browser.running import ROOT, chromium, console

IMAGES = ROOT / "docs" / "images"
Act = Callable[[ConsolePage], Awaitable[None]]


async def cold_recommendation(page: ConsolePage) -> None:
    """The waterfall of a first recommendation, with Spotify as slow as it is."""
    await page.tab("Break things")
    await page.page.get_by_label("Fault").select_option("lognormal")
    await page.page.get_by_label("seconds", exact=True).fill("0.12")
    await page.presses("Break it")
    await page.tab("What happened")
    await page.says("what should I listen to")


async def nothing_said(page: ConsolePage) -> None:
    """The first scene."""


async def list_and_touch(page: ConsolePage) -> None:
    await page.says("open record shelf")
    await page.says("what are my playlists")


async def recommendation(page: ConsolePage) -> None:
    await page.says("what should I listen to")
    await page.says("why")


async def linking(page: ConsolePage) -> None:
    await page.open(account=None)
    await page.says("what are my playlists")
    await page.tab("Link")


async def japanese(page: ConsolePage) -> None:
    await page.open(locale="ja-JP", account="yuki")
    await page.says("プレイリストを教えて")


async def on_a_round_screen(page: ConsolePage) -> None:
    await page.open(screen="round")
    await page.says("what should I listen to")


PICTURES: dict[str, tuple[Act, tuple[int, int], Literal["light", "dark"]]] = {
    "console": (list_and_touch, (1400, 900), "light"),
    "console-first": (nothing_said, (1400, 900), "light"),
    "console-dark": (recommendation, (1400, 900), "dark"),
    "console-narrow": (list_and_touch, (360, 780), "light"),
    "console-waterfall": (cold_recommendation, (1400, 1100), "light"),
    "console-link": (linking, (1400, 900), "dark"),
    "console-round": (on_a_round_screen, (1400, 900), "light"),
    "console-japanese": (japanese, (1400, 900), "light"),
}


async def take(browser: Browser, address: str, name: str) -> None:
    act, (width, height), scheme = PICTURES[name]
    page = await browser.new_page(
        viewport={"width": width, "height": height},
        color_scheme=scheme,
        reduced_motion="reduce",
    )
    shown = ConsolePage(page, address)
    await shown.open()
    await act(shown)
    await shown.pictures(IMAGES / f"{name}.png")
    await page.close()


async def main() -> None:
    IMAGES.mkdir(parents=True, exist_ok=True)
    with console() as address:
        async with chromium() as browser:
            for name in PICTURES:
                await take(browser, address, name)


if __name__ == "__main__":
    asyncio.run(main())
