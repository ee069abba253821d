"""The console's page in the words of somebody who uses it."""

from pathlib import Path
from typing import Any

from playwright.async_api import ConsoleMessage, Locator, Page, Request, expect

PATIENCE = 15_000  # milliseconds; the machine may be busy


class ConsolePage:
    """`complaints` are errors in the browser's console, `foreign` requests to others
    than this machine."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.complaints: list[str] = []
        self.foreign: list[str] = []
        page.set_default_timeout(PATIENCE)
        expect.set_options(timeout=PATIENCE)
        page.on("console", self._noted)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.context.on("request", self._asked)

    def _noted(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def _asked(self, request: Request) -> None:
        if not request.url.startswith(("http://127.0.0.1:", "data:", "blob:")):
            self.foreign.append(request.url)

    async def open(self, **changes: Any) -> None:
        """Open the page on a new environment; `changes` alter its initial state."""
        fresh = {
            "locale": "en-US", "account": "ada", "screen": "large", "cache": "memory",
            "seed": 1, "name": "browser",
        }  # fmt: skip
        answer = await self.page.request.post(
            f"{self.address}/api/begin", data=fresh | changes
        )
        assert answer.ok, await answer.text()
        await self.page.goto(f"{self.address}/")
        await expect(self.page.locator("#suggestions button").first).to_be_visible()

    async def says(self, text: str) -> str:
        """Types and sends a sentence; what Alexa answered."""
        turns = await self.turns.count()
        await self.page.get_by_label("Say something to Alexa").fill(text)
        await self.page.get_by_role("button", name="Say", exact=True).click()
        return await self.answer(turns + 1)

    async def answer(self, number: int) -> str:
        """What was answered in the turn of this number, once it is there."""
        turn = self.turns.nth(number - 1)
        await expect(turn.locator(".facts")).to_be_visible()
        said: str = await turn.locator(".alexa").last.inner_text()
        return said.removeprefix("Alexa:").strip()

    @property
    def turns(self) -> Locator:
        return self.page.locator("#log > li")

    async def tab(self, name: str) -> Locator:
        """Open a panel of the step report."""
        tab = self.page.get_by_role("tab", name=name)
        await tab.click()
        return self.page.get_by_role("tabpanel", name=name)

    async def presses(self, name: str) -> None:
        await self.page.get_by_role("button", name=name, exact=True).click()
        await self.settles()

    async def pictures(self, file: Path) -> None:
        """Take a picture of the page, with its screen drawn, and print where it is."""
        await self.settles()
        await self.page.mouse.move(0, 0)
        if await self.page.locator("iframe").count():
            await self.page.locator("iframe[data-drawn]").wait_for()
        await self.page.screenshot(path=file)
        print(file)

    async def settles(self) -> None:
        """Until the page waits for nothing any more."""
        await expect(self.page.locator("body:not([aria-busy])")).to_be_visible()
