"""Two pictures compared by the browser, so that no picture library is needed."""

from base64 import b64encode

from playwright.async_api import Page

TOLERANCE = 0.01
"""Share of pixels that may differ: other releases smooth the edges of letters anew."""

_DIFFERENCE = """async (sources) => {
  const [one, other] = await Promise.all(sources.map(async (source) => {
    const picture = new Image();
    picture.src = `data:image/png;base64,${source}`;
    await picture.decode();
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const context = canvas.getContext("2d");
    context.drawImage(picture, 0, 0);
    return context.getImageData(0, 0, picture.width, picture.height);
  }));
  if (one.width !== other.width || one.height !== other.height) return 1;
  let count = 0;
  for (let at = 0; at < one.data.length; at += 4) {
    const away = (hue) => Math.abs(one.data[at + hue] - other.data[at + hue]);
    if (Math.max(away(0), away(1), away(2)) > 48) count += 1;
  }
  return count / (one.width * one.height);
}"""


async def difference(page: Page, one: bytes, other: bytes) -> float:
    """Return the share of pixels that differ visibly; 1 for pictures of other sizes."""
    sources = [b64encode(picture).decode() for picture in (one, other)]
    share: float = await page.evaluate(_DIFFERENCE, sources)
    return share
