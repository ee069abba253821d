"""The console in a process of its own, and Debian's Chromium before it."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

from playwright.async_api import Browser, async_playwright

from tests.conftest import free_port

ROOT = Path(__file__).parents[2]
FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic"),
    *("--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
)


class NotRunning(Exception):
    """The console or the browser did not start; the text says why."""


@contextmanager
def console() -> Iterator[str]:
    """The console as anybody starts it; its address."""
    environ = {k: v for k, v in os.environ.items() if k != "SPOTIFY_CLIENT_ID"}
    process = subprocess.Popen(  # noqa: S603 - our own interpreter
        [sys.executable, "-m", "simulator", "--port", str(free_port())],
        cwd=ROOT,
        env=environ,
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        line = process.stdout.readline() if process.stdout else ""
        found = re.search(r"http://[^/]+", line)
        try:
            if found is None:
                raise NotRunning(f"the console said {line!r}")
            yield found.group()
        finally:
            process.terminate()


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    program = shutil.which("chromium")
    if program is None:
        raise NotRunning("chromium is not installed; script/browser installs it")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=program, args=list(FLAGS)
        )
        yield browser
        await browser.close()
