"""Sheets of pictures: many screens on one page, each with its name."""

import io
from base64 import b64encode
from collections.abc import Mapping, Sequence

from PIL import Image
from playwright.async_api import Browser

COLOURS = 128  # of the sheet: a third of the bytes that it takes with all of them

_STYLE = """
body { margin: 0; padding: 28px; width: 4960px;
       background: #e9e6df; color: #1b2023; font: 20px "DejaVu Sans", sans-serif; }
section { display: flex; flex-wrap: wrap; gap: 22px; margin-bottom: 60px; }
figure { margin: 0; }
figcaption { margin-bottom: 6px; }
img { display: block; border-radius: 6px; }
img.round { border-radius: 50%; }
"""


async def sheet(browser: Browser, blocks: Sequence[Mapping[str, bytes]]) -> bytes:
    """Return a PNG of pictures by name, block after block."""
    body = "".join(
        f"<section>{''.join(_figure(*each) for each in block.items())}</section>"
        for block in blocks
    )
    page = await browser.new_page()
    await page.set_content(f"<style>{_STYLE}</style>{body}")
    picture: bytes = await page.locator("body").screenshot()
    await page.close()
    return _lighter(picture)


def _lighter(picture: bytes) -> bytes:
    """Return a PNG with fewer colours."""
    file = io.BytesIO()
    with Image.open(io.BytesIO(picture)) as image:
        few = image.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
        few.save(file, "PNG", optimize=True)
    return file.getvalue()


def _figure(name: str, picture: bytes) -> str:
    """Return a picture below its name; that of a round screen is round."""
    source = f"data:image/png;base64,{b64encode(picture).decode()}"
    shape = "round" if "-round-" in name else ""
    image = f'<img class="{shape}" src="{source}" alt="">'
    return f"<figure><figcaption>{name}</figcaption>{image}</figure>"
