""" "What's new for me?" in signed conversations against the fake Spotify."""

from datetime import timedelta

import pytest

from simulator.console.steps import Break, Heal, Wait
from simulator.spotify.faults import Fault
from tests.service.test_library_writes import Shelf, listening, says

DAY = int(timedelta(days=1).total_seconds())
ALBUMS = "GET /artists/{id}/albums"
ASK = "what's new for me"


async def test_what_came_is_told_once() -> None:
    async with listening() as console:
        shelf = Shelf(console)
        first = await says(console, ASK)
        assert "in the last week" in first or "haven't looked everywhere" in first
        assert shelf.world.counters.calls(ALBUMS) <= 8
        await console.perform(Wait(2 * DAY))
        before = shelf.world.counters.calls(ALBUMS)
        shelf.world.add_random_track(shelf.playlist("Deep Focus"))
        title = shelf.playlist("Deep Focus").items[-1].item.title  # type: ignore[union-attr]
        news = await says(console, "open record shelf", ASK)
        assert f"{title} by" in news
        assert "on Deep Focus" in news
        assert shelf.world.counters.calls(ALBUMS) - before <= 8
        await console.perform(Wait(DAY))
        assert title not in await says(console, ASK)


async def test_what_was_not_looked_at_is_not_called_without_news() -> None:
    async with listening() as console:
        library = Shelf(console).library
        library.playlists.clear()
        del library.followed[20:]
        answers = []
        for _ in range(4):
            answers.append(await says(console, ASK))
            await console.perform(Wait(2 * 3600))
        nothing = ["I found nothing new" in answer for answer in answers]
        looks_on = ["haven't looked everywhere yet" in answer for answer in answers]
        assert nothing == [False, True, False, True]
        assert looks_on == [False, True, False, False]


async def test_the_visit_is_forgotten_with_the_rest() -> None:
    async with listening(cache="redis") as console:
        first = await says(console, ASK)
        (title, *_) = first.partition(": ")[2].partition(" by ")
        await console.perform(Wait(DAY))
        assert title not in await says(console, ASK)
        assert "Done" in await says(console, "forget me", "yes")
        assert title in await says(console, ASK)


@pytest.mark.parametrize(
    ("endpoint", "heard"),
    [
        (ALBUMS, "couldn't check"),
        ("GET /playlists/{id}/items", "couldn't check"),
        ("GET /me/following", "couldn't check"),
        ("*", "can't reach Spotify"),
    ],
)
async def test_what_cannot_be_read_is_said(endpoint: str, heard: str) -> None:
    async with listening() as console:
        await console.perform(Break(Fault(kind="unavailable", endpoint=endpoint)))
        assert heard in await says(console, ASK)
        await console.perform(Heal())
        await console.perform(Wait(60))
        assert "couldn't" not in await says(console, ASK)
