"""The real renderer in a real browser, without a console: one screen at a time."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, Frame, Page, Request, Route

from simulator.alexa.requests import ScreenProfile
from simulator.console.server import STATIC, renderer
from simulator.spotify.images_and_links import cover

Json = dict[str, Any]

HOST = "http://screens.test/"
PATIENCE = 30_000  # milliseconds; the machine may be busy
STEP, QUIET = (
    50,
    300,
)  # milliseconds; how often it is looked, and how long all is loaded
_PAGE = """<!doctype html><meta charset="utf-8"><title>Screen</title>
<body style="margin:0"><iframe src="/screen" style="border:0;display:block"></iframe>
<script>window.told = []; addEventListener("message", ({data}) => told.push(data));
</script>"""


_BANNER = """<svg xmlns="http://www.w3.org/2000/svg" width="400" height="150">
<rect width="400" height="150" fill="#3b6ea5"/><circle cx="200" cy="75" r="60"
fill="#f2d0a9"/></svg>"""


@dataclass(frozen=True)
class Device:
    """A screen, its theme, and how much smaller its picture is kept.

    `opens_links`: whether it opens addresses; `remote`: whether it has a focus, which
    the arrow keys of a remote control move.
    """

    screen: ScreenProfile
    theme: str = "dark"
    scale: float = 0.5
    opens_links: bool = False
    remote: bool = False

    @property
    def size(self) -> tuple[int, int]:
        return self.screen.width, self.screen.height


DEVICES = {
    "round": Device(ScreenProfile(shape="ROUND", width=480, height=480)),
    "small": Device(ScreenProfile(width=960, height=480)),
    "large": Device(ScreenProfile(width=1280, height=800)),
    "tv": Device(
        ScreenProfile(mode="TV", width=1920, height=1080, dpi=320), scale=1 / 3
    ),
}
LIGHT = Device(DEVICES["large"].screen, theme="light")
UNKNOWN = {
    "portrait": Device(ScreenProfile(width=600, height=1024)),
    "vast": Device(ScreenProfile(width=1920, height=1080), scale=1 / 3),
    "bar": Device(ScreenProfile(mode="AUTO", width=1024, height=400)),
    "phone": Device(ScreenProfile(mode="MOBILE", width=360, height=640), scale=0.75),
    "lying phone": Device(ScreenProfile(mode="MOBILE", width=600, height=320)),
    "least phone": Device(ScreenProfile(mode="MOBILE", width=320, height=600)),
}


_FOCUS_IS_ON_A_TARGET = "() => document.activeElement.classList.contains('apl-c')"
FAULTS = (Path(__file__).with_name("faults.js")).read_text(encoding="utf-8")


async def _serve(route: Route) -> None:
    """The files that the console serves, and pictures."""
    address = route.request.url
    if address.startswith(HOST):
        path = address.removeprefix(HOST)
        if path == "":
            await route.fulfill(body=_PAGE, content_type="text/html")
        elif path == "screen":
            await route.fulfill(path=STATIC / "screen.html")
        elif path == "renderer.js":
            code = renderer() or b""
            await route.fulfill(body=code, content_type="text/javascript")
        else:
            await route.fulfill(path=STATIC / path.removeprefix("static/"))
    elif found := re.fullmatch(r"https://pictures\.example/(\d+)\.png", address):
        await route.fulfill(body=cover(found[1], 300), content_type="image/png")
    elif address.endswith(".svg"):
        await route.fulfill(body=_BANNER, content_type="image/svg+xml")
    else:
        await route.abort()


@dataclass(frozen=True)
class Drawing:
    """A screen that was drawn; `frame` holds its elements."""

    page: Page
    frame: Frame

    async def faults(self, device: Device) -> list[str]:
        """What a listener could not read, touch or see whole, by rule."""
        edge = {
            "dp": device.screen.dpi / 160,
            "round": device.screen.shape == "ROUND",
            "width": device.screen.width,
            "height": device.screen.height,
        }
        found: list[str] = await self.frame.evaluate(FAULTS, edge)
        return found

    async def press(self, key: str) -> None:
        """Press a key of the remote control until something to touch has the focus.

        The renderer also gives the focus to invisible edges of what scrolls. The
        browser's own ring around what has the focus is no part of the screen.
        """
        await self.frame.add_style_tag(content="* { outline: none !important; }")
        await self.frame.locator("#view [tabindex]").first.focus()
        for _ in range(3):
            await self.page.keyboard.press(key)
            await self.page.wait_for_timeout(200)
            if await self.frame.evaluate(_FOCUS_IS_ON_A_TARGET):
                return

    async def picture(self) -> bytes:
        """The screen as a PNG, scaled down."""
        drawn: bytes = await self.page.screenshot()
        return drawn


class Screen:
    """A screen that draws one directive after the other, as the device would."""

    def __init__(self, page: Page, device: Device) -> None:
        self._page, self._device = page, device
        self._loading: set[Request] = set()
        page.on("request", self._begun)
        page.on("requestfinished", self._ended)
        page.on("requestfailed", self._ended)

    def _begun(self, request: Request) -> None:
        self._loading.add(request)

    def _ended(self, request: Request) -> None:
        self._loading.discard(request)

    async def draw(self, directive: Json) -> Drawing:
        """Draw a directive in the place of the one before, with its pictures."""
        device, page = self._device, self._page
        await page.evaluate(
            "(drawn) => { told.length = 0; frames[0].postMessage(drawn, '*'); }",
            {
                "directive": directive,
                "viewport": device.screen.viewport() | {"theme": device.theme},
                "opensLinks": device.opens_links,
            },
        )
        await page.wait_for_function("() => told.length > 0")
        told = await page.evaluate("() => told.at(-1)")
        assert told["kind"] == "drawn", told
        await self._until_loaded()
        return Drawing(page, page.frames[1])

    async def _until_loaded(self) -> None:
        """Wait until nothing has been loading for a while."""
        quiet = 0
        while quiet < QUIET:
            await self._page.wait_for_timeout(STEP)
            quiet = 0 if self._loading else quiet + STEP


@asynccontextmanager
async def screen(browser: Browser, device: Device) -> AsyncIterator[Screen]:
    """A screen of the device's size, with the renderer loaded, which takes longest."""
    width, height = device.size
    context = await browser.new_context(
        viewport={"width": width, "height": height},
        device_scale_factor=device.scale,
        reduced_motion="reduce",
    )
    page = await context.new_page()
    page.set_default_timeout(PATIENCE)
    await page.route("**/*", _serve)
    await page.goto(HOST)
    await page.evaluate(
        "([w, h]) => Object.assign(document.querySelector('iframe').style,"
        " {width: `${w}px`, height: `${h}px`})",
        [width, height],
    )
    await page.wait_for_function("() => told.some((one) => one.kind === 'ready')")
    try:
        yield Screen(page, device)
    finally:
        await context.close()


@asynccontextmanager
async def draw(
    browser: Browser, directive: Json, device: Device
) -> AsyncIterator[Drawing]:
    """Draw a directive on a screen of its own."""
    async with screen(browser, device) as alone:
        yield await alone.draw(directive)
