"""A real browser before the real console, both started once for all."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, async_playwright

from tests.browser.page import ConsolePage
from tests.conftest import free_port

ROOT = Path(__file__).parents[2]
AXE = ROOT / ".console" / "node_modules" / "axe-core" / "axe.min.js"
FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic"),
    *("--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
)


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """The console as a listener of ours starts it, in a process of its own."""
    environ = {k: v for k, v in os.environ.items() if k != "SPOTIFY_CLIENT_ID"}
    process = subprocess.Popen(  # noqa: S603 - our own interpreter
        [sys.executable, "-m", "service.console", "--port", str(free_port())],
        cwd=ROOT,
        env=environ,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    try:
        line = process.stdout.readline()
        found = re.search(r"http://[^/]+", line)
        assert found, f"the console did not start: {line}"
        yield found.group()
    finally:
        process.terminate()
        process.wait(timeout=10)
        process.stdout.close()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    """Debian's Chromium, which script/browser installs."""
    program = shutil.which("chromium")
    assert program, "chromium is not installed; script/browser installs it"
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=program, args=list(FLAGS)
        )
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="session")
async def page(browser: Browser, address: str) -> AsyncIterator[ConsolePage]:
    """The page on a fresh stage; at the end it must not have complained of anything,
    nor asked anybody outside this machine."""
    context = await browser.new_context(
        viewport={"width": 1400, "height": 900}, accept_downloads=True
    )
    page = ConsolePage(await context.new_page(), address)
    await page.open()
    yield page
    await context.close()
    assert page.complaints == []
    assert page.foreign == []
