"""What a listener does, done in the page."""

import re

import pytest
from playwright.async_api import expect

from tests.browser.page import ConsolePage

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_lists_and_pages(page: ConsolePage) -> None:
    assert "240" in await page.says("what are my playlists")
    assert "Sunday Dinner" in await page.says("next")
    assert "Morning Coffee" in await page.says("previous")
    await expect(page.page.locator("#session")).to_have_text("Alexa is listening")


async def test_opens_a_misheard_name(page: ConsolePage) -> None:
    assert "Deep Focus" in await page.says("open deep focuss")
    card = page.page.get_by_role("article", name="Card in the Alexa app")
    await expect(card.get_by_role("heading")).to_contain_text("Deep Focus")


async def test_asks_back_for_an_ambiguous_name(page: ConsolePage) -> None:
    await page.open(account="emoji")
    asked = await page.says("open chill vipes")
    assert "Chill Vibe" in asked
    assert asked.endswith("?")
    assert "Chill Vibe" in await page.says("the first one")


async def test_recommends_says_why_and_offers_another(page: ConsolePage) -> None:
    recommended = await page.says("what should I listen to")
    assert re.search(r" by [A-Z]", recommended)
    why = await page.says("why")
    assert why not in ("", recommended)
    another = await page.says("another one")
    assert another not in (recommended, why)


async def test_one_shot_and_goodbye(page: ConsolePage) -> None:
    assert "240" in await page.says("ask record shelf for my playlists")
    await page.says("stop")
    await expect(page.page.locator("#session")).to_have_text("no session")


async def test_silence_brings_the_reprompt_then_the_end(page: ConsolePage) -> None:
    await page.presses("Open the skill")
    await page.presses("Stay silent")
    assert await page.answer(2) != ""
    await page.presses("Stay silent")
    await expect(page.page.locator("#session")).to_have_text("no session")


async def test_a_suggestion_is_said_by_pressing_it(page: ConsolePage) -> None:
    first = page.page.locator("#suggestions button").first
    said = await first.inner_text()
    await first.click()
    await page.answer(1)
    await expect(page.turns.first.locator(".you")).to_contain_text(said)


@pytest.mark.parametrize(
    "text", ["🙂", "<img src=x onerror=alert(1)>", "</script>", "x" * 300, "؟؟؟"]
)
async def test_any_text_is_answered(page: ConsolePage, text: str) -> None:
    assert await page.says(text) != ""


async def test_german(page: ConsolePage) -> None:
    await page.open(locale="de-DE", account="jonas")
    assert "Frühstück" in await page.says("welche Playlists habe ich")
    assert "Große Gefühle" in await page.says("öffne große gefühle")


async def test_japanese(page: ConsolePage) -> None:
    await page.open(locale="ja-JP", account="yuki")
    assert "朝のコーヒー" in await page.says("プレイリストを教えて")
    assert "Deep Focus" in await page.says("ディープフォーカスを開いて")


async def test_the_language_can_be_changed_in_the_page(page: ConsolePage) -> None:
    await page.page.get_by_label("Language").select_option("de-DE")
    await page.settles()
    assert "240" in await page.says("welche Playlists habe ich")


async def test_a_first_conversation_in_one_click(page: ConsolePage) -> None:
    await page.page.get_by_role("button", name="Show me a first").click()
    assert "because" in (await page.answer(4)).lower()
    await expect(page.page.locator("#welcome")).to_be_hidden()
    await expect(page.page.locator("iframe[data-drawn]")).to_be_visible()


async def test_keyboard_alone_is_enough(page: ConsolePage) -> None:
    keyboard = page.page.keyboard
    await keyboard.press("Tab")
    await expect(page.page.get_by_role("link", name="Skip to the")).to_be_focused()
    await keyboard.press("Enter")
    await page.page.get_by_label("Say something to Alexa").focus()
    await keyboard.type("what are my playlists")
    await keyboard.press("Enter")
    assert "240" in await page.answer(1)
    await page.page.get_by_role("tab", name="What happened").focus()
    await keyboard.press("ArrowRight")
    await expect(page.page.get_by_role("tab", name="On the wire")).to_be_focused()
    await expect(page.page.get_by_role("tabpanel")).to_contain_text("POST /alexa")
