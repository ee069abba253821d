"""From pages to a list: how many calls, and what a missing page leaves."""

import asyncio
import gc
from collections.abc import Awaitable, Callable
from typing import Any

import msgspec
import pytest
from aioresponses import aioresponses

from providers import music
from providers.errors import (
    Unavailable,
)  # fmt: skip
from providers.library import Library
from providers.listener import Listener
from providers.spotify.decoding import DecodedPage
from providers.spotify.library import SpotifyLibrary
from providers.spotify.pagination import PagedEndpoint
from tests.providers.spotify.conftest import exhibit
from tests.providers.spotify.numbered_library import ANY, API, ID, Numbered

pytestmark = pytest.mark.no_cover


async def test_240_playlists_are_five_calls_four_of_them_at_once(
    library: SpotifyLibrary, listener: Listener, numbered: Numbered
) -> None:
    numbered.total = 240
    found = await library.playlists(listener)
    assert [it.id for it in found.items] == [f"n{number}" for number in range(240)]
    assert (found.total, found.complete) == (240, True)
    assert sorted(int(query["offset"]) for _, query in numbered.asked) == [
        0, 50, 100, 150, 200,
    ]  # fmt: skip
    assert numbered.peak == 4
    assert all(query["limit"] == "50" for _, query in numbered.asked)


@pytest.mark.parametrize(("total", "calls"), [(0, 1), (1, 1), (50, 1), (51, 2)])
async def test_no_page_is_asked_for_in_vain(
    library: SpotifyLibrary,
    listener: Listener,
    numbered: Numbered,
    total: int,
    calls: int,
) -> None:
    numbered.total = total
    found = await library.playlists(listener)
    assert len(found.items) == found.total == total
    assert len(numbered.asked) == calls


@pytest.mark.parametrize(
    ("read", "pages"),
    [
        (lambda it, who: it.playlists(who), 20),
        (lambda it, who: it.album_tracks(who, ID), 4),
    ],
)
async def test_a_list_that_claims_to_be_endless_is_capped(
    library: SpotifyLibrary,
    listener: Listener,
    numbered: Numbered,
    read: Callable[[Library, Listener], Awaitable[music.Listing[Any]]],
    pages: int,
) -> None:
    numbered.total = 10**9
    found = await read(library, listener)
    assert len(numbered.asked) == pages
    assert len(found.items) == pages * 50
    assert found.total == 10**9
    assert not found.complete


async def test_without_a_total_one_page_follows_the_other(
    library: SpotifyLibrary, listener: Listener, numbered: Numbered
) -> None:
    numbered.total, numbered.fields = 120, {"total": None}
    found = await library.playlists(listener)
    assert len(found.items) == found.total == 120
    assert found.complete
    assert len(numbered.asked) == 3


async def test_without_a_total_or_an_end_it_is_capped(
    library: SpotifyLibrary, listener: Listener, numbered: Numbered
) -> None:
    numbered.total = None
    found = await library.playlists(listener)
    assert len(numbered.asked) == 20
    assert not found.complete


async def test_without_a_total_an_empty_page_is_the_end(
    library: SpotifyLibrary, listener: Listener, numbered: Numbered
) -> None:
    numbered.total, numbered.fields = 60, {"total": None, "next": f"{API}/for/ever"}
    found = await library.playlists(listener)
    assert len(found.items) == 60
    assert found.complete
    assert len(numbered.asked) == 3


async def test_without_a_total_a_lost_page_leaves_the_list_incomplete(
    library: SpotifyLibrary, listener: Listener, numbered: Numbered
) -> None:
    numbered.total, numbered.fields = 200, {"total": None}
    numbered.failing = {100: 404}
    found = await library.playlists(listener)
    assert len(found.items) == 100
    assert not found.complete


async def test_a_lost_later_page_leaves_a_gap_and_says_so(
    library: SpotifyLibrary, listener: Listener, numbered: Numbered
) -> None:
    numbered.total, numbered.failing = 150, {50: 500}
    found = await library.playlists(listener)
    assert [it.id for it in found.items] == [
        f"n{number}" for number in (*range(50), *range(100, 150))
    ]
    assert (found.total, found.complete) == (150, False)


async def test_a_lost_first_page_is_an_error(
    library: SpotifyLibrary, listener: Listener, numbered: Numbered
) -> None:
    numbered.total, numbered.failing = 150, {0: 500}
    with pytest.raises(Unavailable):
        await library.playlists(listener)


async def test_a_blank_first_page_is_not_an_empty_library(
    library: SpotifyLibrary, listener: Listener, spotify: aioresponses
) -> None:
    spotify.get(ANY, body=exhibit("playlists_items_null"))
    found = await library.playlists(listener)
    assert (found.items, found.total, found.complete) == ((), 3, False)


async def test_who_gives_up_between_two_pages_leaves_nothing_unawaited(
    listener: Listener,
) -> None:
    """A coroutine left behind would be an error of this suite."""

    class Client:
        def page_size(self, _: str, wanted: int) -> int:
            return wanted

        async def get(self, *_: object, **__: object) -> DecodedPage[Thing]:
            asyncio.get_running_loop().call_soon(reading.cancel)
            return DecodedPage((Thing(),) * 50, sent=50, total=240, limit=50)

    client: Any = Client()
    things = PagedEndpoint("/things", DecodedPage, max_pages=9)  # type: ignore[arg-type, var-annotated]
    reading = asyncio.create_task(things.fetch_by_offset(client, listener))
    with pytest.raises(asyncio.CancelledError):
        await reading
    gc.collect()


class Thing(msgspec.Struct):
    """An element of a list."""
