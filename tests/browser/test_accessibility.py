"""Nobody is left out: axe on every panel, in every colour, wide and narrow."""

from typing import Any, Literal

import pytest

from tests.browser.page import ConsolePage
from tests.browser.running import ROOT

pytestmark = pytest.mark.asyncio(loop_scope="session")
AXE = ROOT / ".console" / "node_modules" / "axe-core" / "axe.min.js"
TABS = (
    "What happened", "On the wire", "Spotify", "Link", "Break things", "Replay",
)  # fmt: skip


async def violations(page: ConsolePage) -> list[str]:
    """What axe objects to; the frame with the device's screen is not ours to draw."""
    await page.page.evaluate(AXE.read_text(encoding="utf-8"))
    found: dict[str, Any] = await page.page.evaluate(
        "() => axe.run(document, {iframes: false})"
    )
    return [
        f"{one['id']}: {node['target']} {node['failureSummary']}"
        for one in found["violations"]
        for node in one["nodes"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_axe_finds_nothing(
    page: ConsolePage, scheme: Literal["light", "dark"]
) -> None:
    await page.page.emulate_media(color_scheme=scheme)
    await page.says("what are my playlists")
    await page.says("what should I listen to")
    for tab in TABS:
        await page.tab(tab)
        assert await violations(page) == [], tab


@pytest.mark.parametrize("width", [320, 360])
async def test_narrow_pages_scroll_one_way_only(page: ConsolePage, width: int) -> None:
    await page.page.set_viewport_size({"width": width, "height": 700})
    await page.says("what are my playlists")
    for tab in TABS:
        await page.tab(tab)
        wider = await page.page.evaluate(
            "() => document.documentElement.scrollWidth - window.innerWidth"
        )
        assert wider <= 0, tab
        assert await violations(page) == [], tab


async def test_the_keyboard_stays_where_it_was(page: ConsolePage) -> None:
    await page.tab("Link")
    await page.presses("Unlink")
    inside = await page.page.evaluate(
        "() => document.activeElement.closest('#panel-link') !== null"
    )
    assert inside


async def tab_to(page: ConsolePage, selector: str, name: str = "") -> None:
    """Press Tab until what matches, and begins with the name, has the focus."""
    for _ in range(90):
        await page.page.keyboard.press("Tab")
        words: str | None = await page.page.evaluate(
            "(selector) => document.activeElement.matches(selector)"
            " ? document.activeElement.textContent.trim() : null",
            selector,
        )
        if words is not None and words.startswith(name):
            return
    raise AssertionError(f"Tab never reaches {selector} {name}")


async def test_a_conversation_by_keyboard_alone(page: ConsolePage) -> None:
    keyboard = page.page.keyboard
    await tab_to(page, "a.skip")
    await keyboard.press("Enter")
    await keyboard.type("what are my playlists")
    await keyboard.press("Enter")
    assert "240" in await page.answer(1)
    await page.settles()
    await tab_to(page, "#device summary")
    await keyboard.press("Enter")
    await tab_to(page, "#device button", "Deep Focus")
    await keyboard.press("Enter")
    assert "Deep Focus" in await page.answer(2)
    await page.settles()
    await tab_to(page, "[role=tab]", "What happened")
    await keyboard.press("ArrowRight")
    assert await page.page.locator(":focus").inner_text() == "On the wire"
    assert await page.page.get_by_role("tabpanel", name="On the wire").is_visible()
