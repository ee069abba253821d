"""Wishes that go on from the one before: signed conversations."""

import pytest

from tests.service.talking import listening, says

pytestmark = pytest.mark.no_cover


async def test_nothing_older_by_somebody_is_no_end() -> None:
    """The years are left out, and this is said; it is not asked for an artist."""
    async with listening() as console:
        await says(console, "open record shelf")
        first = await says(console, "something by farrah nakagawa")
        assert "by Farrah Nakagawa" in first
        older = await says(console, "something older")
        assert "I found nothing from before" in older
        assert "by Farrah Nakagawa" in older


async def test_searches_are_left_for_a_wish_without_its_era() -> None:
    async with listening() as console:
        await says(console, "open record shelf")
        reply = await says(console, "something from the sixties for running")
        assert reply.startswith("I found nothing from the sixties. ")
        assert "good for running" in reply
