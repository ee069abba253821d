"""Every screen on every device, as the kept pictures show it, and fit to be used."""

from dataclasses import replace

import pytest
from playwright.async_api import Browser

from tests.browser.comparing import TOLERANCE, difference
from tests.browser.drawing import DEVICES, UNKNOWN, draw, screen
from tests.browser.music import (
    ENGLISH,
    GERMAN,
    HOSTILE,
    Json,
    answers,
    directive,
    listener,
)
from tests.browser.screens import CASES, PICTURES, drawings

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest.mark.parametrize("name", CASES)
async def test_screens_look_as_they_are_kept(browser: Browser, name: str) -> None:
    page = await browser.new_page()
    changed = {}
    for kind, (picture, faults) in (await drawings(browser, CASES[name])).items():
        kept = (PICTURES / f"{kind}-{name}.png").read_bytes()
        share = await difference(page, picture, kept)
        if share > TOLERANCE or faults:
            changed[kind] = [f"{share:.1%} of the pixels differ", *faults]
    await page.close()
    assert changed == {}


async def test_another_language_is_a_difference(browser: Browser) -> None:
    page = await browser.new_page()
    one, other = (
        (PICTURES / f"playlist-large-{code}.png").read_bytes() for code in ("en", "de")
    )
    assert await difference(page, one, one) == 0
    assert await difference(page, one, other) > TOLERANCE
    await page.close()


async def test_the_pictures_are_few_and_light() -> None:
    kept = {file.stem for file in PICTURES.glob("*.png")}
    cases = {f"{kind}-{name}" for name, case in CASES.items() for kind in case.screens}
    assert kept == cases
    assert sum(file.stat().st_size for file in PICTURES.glob("*.png")) < 5 * 2**20


@pytest.mark.parametrize("name", [*DEVICES, *UNKNOWN])
async def test_names_of_any_kind_fit_on_any_device(browser: Browser, name: str) -> None:
    device = {**DEVICES, **UNKNOWN}[name]
    found = {}
    replies = await answers(HOSTILE, device.screen)
    async with screen(browser, device) as shown:
        for kind, reply in replies.items():
            drawing = await shown.draw(directive(reply))
            if faults := await drawing.faults(device):
                found[kind] = faults
    assert found == {}


@pytest.mark.parametrize("name", ["lying phone", "bar"])
async def test_how_to_link_is_whole_on_a_low_screen(
    browser: Browser, name: str
) -> None:
    device = UNKNOWN[name]
    replies = await answers(GERMAN, device.screen, ("linking", "code"))
    for reply in replies.values():
        async with draw(browser, directive(reply), device) as drawing:
            assert await drawing.faults(device) == []


@pytest.mark.parametrize("locale", ["fr-FR", "es-ES", "it-IT", "pt-BR"])
async def test_buttons_and_steps_fit_on_the_least_screens(
    browser: Browser, locale: str
) -> None:
    music, found = replace(ENGLISH, locale=locale), {}
    for device in (DEVICES["round"], UNKNOWN["least phone"]):
        replies = await answers(music, device.screen, ("song", "help", "linking"))
        async with screen(browser, device) as shown:
            for kind, reply in replies.items():
                drawing = await shown.draw(directive(reply))
                if faults := await drawing.faults(device):
                    found[kind, device.size] = faults
    assert found == {}


@pytest.mark.parametrize("count", [1, 8, 240])
async def test_a_shelf_of_any_length(browser: Browser, count: int) -> None:
    music = replace(ENGLISH, playlists=[f"Playlist {n}" for n in range(count)])
    alexa = listener(music, DEVICES["large"].screen)
    shown = directive(await alexa.says("ListPlaylistsIntent"))
    async with draw(browser, shown, DEVICES["large"]) as drawing:
        assert await drawing.faults(DEVICES["large"]) == []
        titles = drawing.frame.get_by_text("Playlist ", exact=False)
        assert await titles.count() >= min(count, 8)


async def test_names_of_the_last_column_end_before_the_edge(
    browser: Browser,
) -> None:
    name, device = "Große Gefühle für kleine Küchen", DEVICES["tv"]
    alexa = listener(replace(GERMAN, playlists=[name] * 4), device.screen)
    shown = directive(await alexa.says("ListPlaylistsIntent"))
    async with draw(browser, shown, device) as drawing:
        texts = drawing.frame.get_by_text("Große")
        boxes = [await text.bounding_box() for text in await texts.all()]
    density, safe = device.screen.dpi / 160, 40
    right = device.screen.width - safe * density
    assert len(boxes) >= 4
    assert all(box and box["x"] + box["width"] <= right for box in boxes)


@pytest.mark.parametrize("name", ["round", "large", "phone"])
async def test_no_playlist_and_one_song(browser: Browser, name: str) -> None:
    device = {**DEVICES, **UNKNOWN}[name]
    music = replace(ENGLISH, playlists=(), songs=ENGLISH.songs[:1])
    alexa = listener(music, device.screen)
    async with screen(browser, device) as shown:
        for reply in (await alexa.opens(), await alexa.says("RecommendIntent")):
            drawing = await shown.draw(directive(reply))
            assert await drawing.faults(device) == []


async def test_an_empty_shelf_says_so(browser: Browser) -> None:
    alexa = listener(replace(ENGLISH, playlists=()), DEVICES["large"].screen)
    shown = directive(await alexa.says("ListPlaylistsIntent"))
    async with draw(browser, shown, DEVICES["large"]) as drawing:
        assert await drawing.faults(DEVICES["large"]) == []
        text = drawing.frame.get_by_text("You don’t have any playlists yet")
        assert await text.is_visible()


async def test_broken_art_leaves_the_record(browser: Browser) -> None:
    music = replace(ENGLISH, art=".broken")
    alexa = listener(music, DEVICES["large"].screen)
    shown = directive(await alexa.says("ListPlaylistsIntent"))
    async with draw(browser, shown, DEVICES["large"]) as drawing:
        assert await drawing.frame.locator("svg").count() >= 8
        assert await drawing.faults(DEVICES["large"]) == []


def _spoil(document: Json, change: str) -> None:
    layouts, colours = document["layouts"], document["resources"][0]["colors"]
    if change == "contrast":
        colours["faint"] = "#333333"
    if change == "target too small":
        layouts["Buttons"]["items"][0]["items"][0]["height"] = 20
    if change == "outline":
        colours["edge"] = colours["paper"]
    if change == "cut through":
        _, grid, *_ = document["mainTemplate"]["items"][0]["body"]
        grid["height"] = "${@body - 60}"


@pytest.mark.parametrize(
    "fault", ["contrast", "outline", "target too small", "cut through"]
)
async def test_a_fault_is_found(browser: Browser, fault: str) -> None:
    alexa = listener(ENGLISH, DEVICES["large"].screen)
    shown = directive(await alexa.says("ListPlaylistsIntent"))
    _spoil(shown["document"], fault)
    async with draw(browser, shown, DEVICES["large"]) as drawing:
        faults = await drawing.faults(DEVICES["large"])
    assert any(found.startswith(fault) for found in faults), faults
