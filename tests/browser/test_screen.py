"""The device's screen: drawn by the real renderer, touched, of every shape."""

import pytest
from playwright.async_api import FrameLocator, expect

from tests.browser.page import ConsolePage

pytestmark = pytest.mark.asyncio(loop_scope="session")


def screen(page: ConsolePage) -> FrameLocator:
    return page.page.frame_locator('iframe[title="The device\'s screen"]')


async def touch(page: ConsolePage, text: str) -> None:
    """Presses where a text stands; the frame is shown smaller than it is."""
    frame = page.page.locator("iframe")
    await expect(page.page.locator("iframe[data-drawn]")).to_be_visible()
    place = (
        await screen(page)
        .get_by_text(text)
        .first.evaluate(
            "(one) => { const box = one.getBoundingClientRect();"
            " return [box.x + box.width / 2, box.y + box.height / 2]; }"
        )
    )
    box = await frame.bounding_box()
    width = await frame.evaluate("(one) => one.clientWidth")
    assert box is not None
    scale = box["width"] / width
    mouse = page.page.mouse
    await mouse.move(box["x"] + place[0] * scale, box["y"] + place[1] * scale)
    await page.page.wait_for_timeout(600)  # the renderer drops what comes sooner
    await mouse.down()
    await page.page.wait_for_timeout(100)  # … and what is shorter than a press
    await mouse.up()


@pytest.mark.parametrize("shape", ["round", "small", "large", "tv"])
async def test_a_list_is_drawn_on_every_screen(page: ConsolePage, shape: str) -> None:
    await page.open(screen=shape)
    await page.says("what are my playlists")
    await expect(page.page.locator("iframe[data-drawn]")).to_be_visible()
    await expect(screen(page).get_by_text("Morning Coffee").first).to_be_visible()


async def test_touching_an_item_opens_it(page: ConsolePage) -> None:
    await page.says("what are my playlists")
    await touch(page, "Deep Focus")
    assert "Deep Focus" in await page.answer(2)


async def test_a_device_without_a_screen_shows_none(page: ConsolePage) -> None:
    await page.open(screen="none")
    await page.says("what are my playlists")
    await expect(page.page.locator("#device")).to_contain_text("has no screen")
    await expect(page.page.locator("iframe")).to_have_count(0)
