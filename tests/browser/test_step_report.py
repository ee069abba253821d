"""Understanding, linking, breaking, replaying: the panels."""

import json
import re
from pathlib import Path

import pytest
from playwright.async_api import expect

from tests.browser.page import ConsolePage

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_the_waterfall_shows_every_call(page: ConsolePage) -> None:
    await page.says("what are my playlists")
    panel = await page.tab("What happened")
    rows = panel.get_by_role("row")
    await expect(rows.filter(has_text="/me/playlists")).to_have_count(5)
    await expect(panel.get_by_role("rowheader", name="at once").first).to_be_visible()
    for phase in ("read", "verify", "decode", "dispatch", "encode"):
        await expect(panel.get_by_role("rowheader", name=phase)).to_be_visible()
    await expect(panel).to_contain_text("of the 8 s that Alexa waits")


async def test_the_wire_shows_request_and_response_without_tokens(
    page: ConsolePage,
) -> None:
    await page.says("what are my playlists")
    panel = await page.tab("On the wire")
    request = json.loads(await panel.get_by_label("Request").inner_text())
    assert request["request"]["intent"]["name"] == "ListPlaylistsIntent"
    assert request["context"]["System"]["user"]["accessToken"].endswith("…")


async def test_what_plays_and_what_was_saved(page: ConsolePage) -> None:
    await page.tab("Spotify")
    await page.presses("Play on devices")
    panel = await page.tab("Spotify")
    await expect(panel).to_contain_text("Nothing plays.")
    await expect(panel.get_by_label("Devices")).to_contain_text("Kitchen · active")
    await page.says("what should I listen to")
    await page.says("save this song")
    await page.says("make a playlist of these")
    await expect(panel).to_contain_text(
        re.compile(r"Record Shelf, [A-Z][a-z]+ \d+, \d{4}")  # the day in the room
    )
    await page.says("play it on the phone")
    await expect(panel.locator("#now-playing")).to_contain_text("plays at 0:")
    await expect(panel.get_by_label("Devices")).to_contain_text("Phone · active")


async def test_breaks_and_heals_spotify(page: ConsolePage) -> None:
    panel = await page.tab("Break things")
    await panel.get_by_label("Fault").select_option("error_html")
    await page.presses("Break it")
    apology = await page.says("what are my playlists")
    assert "240" not in apology
    happened = await page.tab("What happened")
    await expect(happened).to_contain_text("attempt 2")
    await page.tab("Break things")
    await page.presses("Heal everything")
    await page.presses("A day passes")
    assert "240" in await page.says("what are my playlists")


async def test_a_forged_request_is_refused(page: ConsolePage) -> None:
    panel = await page.tab("Break things")
    await panel.get_by_label("Requests are").select_option("forged")
    await page.settles()
    assert (await page.says("what are my playlists")).startswith("400")


async def test_links_through_the_log_in_pages(page: ConsolePage) -> None:
    await page.open(account=None)
    await page.says("what are my playlists")
    card = page.page.get_by_role("article", name="Card in the Alexa app")
    await card.get_by_role("button", name="Link account").click()
    async with page.page.context.expect_page() as opened:
        await page.page.get_by_role("link", name="Link through").click()
    login = await opened.value
    await login.get_by_label("Ben Winter").check()
    await login.get_by_role("button", name="Continue").click()
    async with login.expect_event("close"):
        await login.get_by_role("button", name="Agree").click()
    await page.page.bring_to_front()
    await page.page.evaluate("() => window.dispatchEvent(new Event('focus'))")
    panel = page.page.get_by_role("tabpanel", name="Link")
    await expect(panel).to_contain_text("ben is linked")
    assert "Loud" in await page.says("what are my playlists")


async def test_links_again_after_half_a_year(page: ConsolePage) -> None:
    await page.tab("Link")
    await page.presses("Half a year passes")
    assert "again" in await page.says("what are my playlists")
    await page.presses("Link it")
    assert "240" in await page.says("what are my playlists")


async def test_a_recognised_speaker(page: ConsolePage) -> None:
    await page.tab("Link")
    await page.presses("Recognise")
    assert "Loud" in await page.says("what are my playlists")


async def test_saves_and_replays(page: ConsolePage, tmp_path: Path) -> None:
    await page.says("what are my playlists")
    await page.says("next")
    panel = await page.tab("Replay")
    async with page.page.expect_download() as download:
        await panel.get_by_role("link", name="Save this conversation").click()
    file = tmp_path / "conversation.json"
    await (await download.value).save_as(file)
    await panel.get_by_label("Conversation").set_input_files(file)
    await expect(panel).to_contain_text("Every answer is the same.")
    edited = re.sub(r"Sunday Dinner", "Monday Lunch", file.read_text(), count=1)
    file.write_text(edited)
    await panel.get_by_label("Conversation").set_input_files(file)
    await expect(panel).to_contain_text("1 differences")
    await expect(panel).to_contain_text("Monday Lunch")
    await expect(panel).to_contain_text("edited since it was saved")


async def test_a_file_of_another_kind_is_refused(
    page: ConsolePage, tmp_path: Path
) -> None:
    file = tmp_path / "shopping.json"
    file.write_text("milk, bread")
    panel = await page.tab("Replay")
    await panel.get_by_label("Conversation").set_input_files(file)
    await expect(page.page.get_by_role("alert")).to_contain_text("not JSON")


async def test_a_refused_file_leaves_the_conversation(
    page: ConsolePage, tmp_path: Path
) -> None:
    await page.says("what are my playlists")
    file = tmp_path / "other.json"
    file.write_text('{"format": "shopping"}')
    panel = await page.tab("Replay")
    await panel.get_by_label("Conversation").set_input_files(file)
    alert = page.page.get_by_role("alert")
    await expect(alert).to_contain_text("not a saved conversation")
    await expect(page.turns).to_have_count(1)
    page.complaints.clear()  # the browser's own line about the status 400


async def test_redis_down_changes_no_answer(page: ConsolePage) -> None:
    await page.tab("Break things")
    await page.presses("Begin anew with Redis")
    await page.says("what are my playlists")
    await page.presses("Redis is down")
    assert "240" in await page.says("list my playlists")
