"""A real browser before the real console, both started once for all."""

from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser

from tests.browser.page import ConsolePage
from tests.browser.running import chromium, console


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    with console() as address:
        yield address


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    async with chromium() as browser:
        yield browser


@pytest_asyncio.fixture(loop_scope="session")
async def page(browser: Browser, address: str) -> AsyncIterator[ConsolePage]:
    """The page on a new environment; at the end it must not have logged any error,
    nor sent a request to another machine."""
    context = await browser.new_context(
        viewport={"width": 1400, "height": 900}, accept_downloads=True
    )
    page = ConsolePage(await context.new_page(), address)
    await page.open()
    yield page
    await context.close()
    assert page.complaints == []
    assert page.foreign == []
