"""Sheets of pictures: many screens on one page, each with its name."""

import io
from base64 import b64encode
from collections.abc import Mapping, Sequence

from PIL import Image
from playwright.async_api import Browser

COLOURS = 128  # of the sheet: a third of the bytes that it takes with all of them

_STYLE = """
body { margin: 0; padding: 28px; width: max-content;
       background: #e9e6df; color: #1b2023; font: 22px "DejaVu Sans", sans-serif; }
table { border-spacing: 14px; }
th { text-align: left; font-weight: 400; }
td img { display: block; border-radius: 6px; }
td img.round { border-radius: 50%; }
"""


async def sheet(
    browser: Browser, columns: Sequence[str], rows: Mapping[str, Mapping[str, bytes]]
) -> bytes:
    """Return a PNG: one row for each screen, one column for each device."""
    head = "".join(f"<th>{name}</th>" for name in ("", *columns))
    body = "".join(
        f"<tr><th>{name}</th>{''.join(_cell(column, row) for column in columns)}</tr>"
        for name, row in rows.items()
    )
    page = await browser.new_page()
    await page.set_content(
        f"<style>{_STYLE}</style><table><tr>{head}</tr>{body}</table>"
    )
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


def _cell(column: str, row: Mapping[str, bytes]) -> str:
    if column not in row:
        return "<td></td>"
    source = f"data:image/png;base64,{b64encode(row[column]).decode()}"
    shape = column.partition("-")[0]
    return f'<td><img class="{shape}" src="{source}" alt=""></td>'
