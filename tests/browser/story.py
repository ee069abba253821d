"""`python -m tests.browser.story`: the story of docs/console.md, table and pictures.

The console replays the conversation for the pictures, and every answer must be the
same. `--text` writes the table alone, without a browser.
"""

import asyncio
import sys
import tempfile
from pathlib import Path

from playwright.async_api import Browser, expect

from tests.browser.page import ConsolePage
from tests.browser.running import ROOT, chromium, console
from tests.simulator.console.story import Turn, table, told, write

IMAGES = ROOT / "docs" / "images"
PICTURES = {
    "why": ("story-why", "What happened"),
    "play it": ("story-play", "Spotify"),
    "what's playing": ("console-playing", "Spotify"),
}
"""The picture's name and the panel that it shows, by the sentence before it."""


async def take(browser: Browser, address: str, turn: Turn, folder: Path) -> None:
    """Let the console replay the conversation up to a turn, and picture it."""
    name, tab = PICTURES[turn.said]
    file = folder / f"{name}.json"
    file.write_bytes(turn.recording)
    page = await browser.new_page(
        viewport={"width": 1400, "height": 1000},
        color_scheme="light",
        reduced_motion="reduce",
    )
    shown = ConsolePage(page, address)
    await shown.open()
    panel = await shown.tab("Replay")
    await panel.get_by_label("Conversation").set_input_files(file)
    await expect(panel).to_contain_text("Every answer is the same.")
    await shown.tab(tab)
    await shown.pictures(IMAGES / f"{name}.png")
    await page.close()


async def main() -> None:
    """Write the table and, unless told otherwise, the pictures."""
    turns = await told()
    write(turns)
    print(table(turns), end="")
    if "--text" in sys.argv[1:]:
        return
    with tempfile.TemporaryDirectory() as folder, console() as address:
        async with chromium() as browser:
            for turn in turns:
                if turn.said in PICTURES:
                    await take(browser, address, turn, Path(folder))


if __name__ == "__main__":
    asyncio.run(main())
