"""The story of docs/console.md is told in today's words."""

from tests.simulator.console.story import table, told, written


async def test_the_page_tells_the_story_as_it_is_today() -> None:
    found = table(await told())
    assert written() == found, "run: python -m tests.browser.story"
