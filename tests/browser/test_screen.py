"""The device's screen: drawn by the real renderer, touched, of every shape."""

import pytest
from playwright.async_api import FrameLocator, Route, expect

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


DOCUMENT = {
    "type": "APL",
    "version": "1.8",
    "mainTemplate": {
        "parameters": ["payload"],
        "items": [
            {
                "type": "Sequence",
                "width": "100vw",
                "height": "100vh",
                "data": "${payload.shelf.items}",
                "items": [
                    {
                        "type": "TouchWrapper",
                        "onPress": {
                            "type": "SendEvent",
                            "arguments": ["choose", "${data.number}"],
                        },
                        "items": [{"type": "Text", "text": "${data.name}"}],
                    }
                ],
            }
        ],
    },
}
ITEMS = [
    {"name": "Crates of Jazz", "number": 1, "arguments": ["choose", 1]},
    {"name": "Garage & Soul", "number": 2, "arguments": ["choose", 2]},
]
DIRECTIVE = {
    "type": "Alexa.Presentation.APL.RenderDocument",
    "token": "shelf",
    "document": DOCUMENT,
    "datasources": {"shelf": {"title": "Crates", "items": ITEMS}},
}


async def show(page: ConsolePage, *, apl: bool = True) -> None:
    """The next answer of the skill comes with a screen that is made here."""

    async def with_screen(route: Route) -> None:
        response = await route.fetch()
        answer = await response.json()
        answer["seen"]["reply"]["screen"] = DIRECTIVE
        answer["state"]["apl"] = apl
        await route.fulfill(response=response, json=answer)

    await page.page.route("**/api/do", with_screen, times=1)
    await page.says("what are my playlists")


@pytest.mark.parametrize("shape", ["round", "small", "large", "tv"])
async def test_a_document_is_drawn_on_every_screen(
    page: ConsolePage, shape: str
) -> None:
    await page.open(screen=shape)
    await show(page)
    await expect(page.page.locator("iframe[data-drawn]")).to_be_visible()
    await expect(screen(page).get_by_text("Crates of Jazz")).to_be_visible()
    await expect(page.page.locator("#renderer")).to_have_text("APL, rendered")


async def test_a_touch_reaches_the_skill(page: ConsolePage) -> None:
    await show(page)
    await touch(page, "Garage & Soul")
    await page.answer(2)
    await expect(page.turns.nth(1).locator(".you")).to_contain_text("choose 2")


@pytest.mark.parametrize("apl", [True, False])
async def test_the_same_in_words_can_be_pressed(
    page: ConsolePage, *, apl: bool
) -> None:
    await show(page, apl=apl)
    device = page.page.locator("#device")
    if apl:
        await device.get_by_text("The same in words").click()
    await expect(device.get_by_role("heading", name="Crates")).to_be_visible()
    await device.get_by_role("button", name="Garage & Soul").click()
    await page.answer(2)
    await expect(page.turns.nth(1).locator(".you")).to_contain_text("choose 2")


async def test_the_screen_goes_dark_with_the_session(page: ConsolePage) -> None:
    await show(page)
    await page.says("stop")
    await expect(page.page.locator("#device")).to_contain_text("The screen is dark.")


async def test_a_document_that_cannot_be_drawn_is_said(page: ConsolePage) -> None:
    async def broken(route: Route) -> None:
        response = await route.fetch()
        answer = await response.json()
        answer["seen"]["reply"]["screen"] = {"document": {"mainTemplate": {}}}
        await route.fulfill(response=response, json=answer)

    await page.page.route("**/api/do", broken, times=1)
    await page.says("what are my playlists")
    await expect(page.page.locator("#renderer")).to_contain_text("cannot be drawn")


@pytest.mark.parametrize(
    ("shape", "name"), [("round", "Morning Coffee"), ("large", "Deep Focus")]
)
async def test_the_skills_own_list_is_drawn_and_touched(
    page: ConsolePage, shape: str, name: str
) -> None:
    await page.open(screen=shape)
    await page.says("what are my playlists")
    await touch(page, name)
    assert name in await page.answer(2)
    request = page.turns.nth(1).locator(".facts")
    await expect(request).to_contain_text("Alexa.Presentation.APL.UserEvent")


async def test_the_skills_own_list_in_words(page: ConsolePage) -> None:
    await page.says("what are my playlists")
    device = page.page.locator("#device")
    await device.get_by_text("The same in words").click()
    assert await device.locator(".plain img.cover").count() == 8
    await device.get_by_role("button", name="Deep Focus").click()
    assert "Deep Focus" in await page.answer(2)


async def test_a_device_without_a_screen_shows_none(page: ConsolePage) -> None:
    await page.open(screen="none")
    await page.says("what are my playlists")
    await expect(page.page.locator("#device")).to_contain_text("has no screen")
    await expect(page.page.locator("iframe")).to_have_count(0)
