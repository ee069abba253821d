"""Glimpses, and what is known without a call."""

from collections.abc import AsyncIterator

import pytest

from providers.errors import NotLinked
from providers.listener import Listener
from tests.conftest import RedisServer
from tests.providers.fake_library import listener
from tests.providers.recommender_process import Accounts, Process, asking
from tests.providers.recommender_setup import CATALOGUE
from tests.providers.sample_music import playlist, rich_taste, tracks


@pytest.fixture(params=["memory", "redis"])
async def process(
    request: pytest.FixtureRequest, redis_server: RedisServer
) -> AsyncIterator[Process]:
    library = Accounts(rich_taste(), CATALOGUE)
    url = redis_server.url if request.param == "redis" else None
    process = Process(library, url)
    yield process
    await process.close()


async def test_a_whole_list_in_memory_serves_for_its_beginning(
    process: Process,
) -> None:
    asked = asking()
    await process.own.playlists(asked)
    await process.own.saved_tracks(asked)
    await process.own.followed_artists(asked)
    process.library.calls.clear()
    await process.ask()
    glimpses = {"first_playlists", "latest_saves", "first_followed"}
    assert not glimpses & set(process.library.calls)


async def test_contents_that_were_read_are_known(process: Process) -> None:
    shelf = await process.own.first_page_of_playlists(asking())
    process.library.contents = {"p0": tracks(9)}
    await process.own.playlist_items(asking(), shelf.items[0])
    known = await process.own.known_contents(
        asking(), (*shelf.items, playlist(8, version=None))
    )
    assert known == {"p0": [*tracks(9)]}
    assert await process.own.known_contents(asking("new", "new"), shelf.items) == {}


async def test_the_beginning_of_contents_is_read_once(process: Process) -> None:
    shelf = await process.own.first_page_of_playlists(asking())
    process.library.contents = {"p0": tracks(9)}
    for _ in range(2):
        await process.own.page_of_items(asking(), shelf.items[0], "first")
    assert process.library.calls.count("first_items p0") == 1
    # The beginning is not the contents.
    assert await process.own.known_contents(asking(), shelf.items) == {}


async def test_nobody_without_a_token(process: Process) -> None:
    asked = listener()
    unlinked = Listener(asked.key, None, asked.deadline, asked.turn)
    with pytest.raises(NotLinked):
        await process.own.resolve_account(unlinked)
