"""Pages that are smaller, slide, have holes or point elsewhere."""

from typing import Any

import pytest
from aioresponses import aioresponses

from providers import music
from providers.listener import Listener
from providers.spotify.library import SpotifyLibrary
from tests.providers.spotify.numbered_library import ANY, Numbered


async def test_a_server_with_smaller_pages_is_read_in_its_steps(
    library: SpotifyLibrary, listener: Listener, spotify: aioresponses
) -> None:
    class Small(Numbered):
        def page(self, offset: int, limit: int) -> dict[str, Any]:
            return super().page(offset, min(limit, 20))

    world = Small(spotify, 70)
    world.fields = {"limit": 20}
    world.start()
    found = await library.playlists(listener)
    assert len(found.items) == 70
    assert found.complete


@pytest.mark.parametrize("limit", [0, -3, 1000, "x", None])
async def test_a_nonsense_limit_is_not_believed(
    library: SpotifyLibrary, listener: Listener, numbered: Numbered, limit: object
) -> None:
    numbered.total, numbered.fields = 70, {"limit": limit}
    found = await library.playlists(listener)
    assert len(found.items) == 70


async def test_what_slid_from_page_to_page_is_there_once(
    library: SpotifyLibrary, listener: Listener, spotify: aioresponses
) -> None:
    class Sliding(Numbered):
        def element(self, number: int) -> dict[str, Any]:
            return super().element(number - (number >= 50))

    Sliding(spotify, 100).start()
    found = await library.playlists(listener)
    assert len(found.items) == len({it.id for it in found.items}) == 99


async def test_what_a_page_says_twice_is_there_once(
    library: SpotifyLibrary, listener: Listener, spotify: aioresponses
) -> None:
    """Under one id and one name, that is."""
    one, other = {"id": "p", "name": "One"}, {"id": "p", "name": "Other"}
    spotify.get(ANY, payload={"items": [one, one, other], "total": 3})
    found = await library.playlists(listener)
    assert [it.name for it in found.items] == ["One", "Other"]


async def test_more_than_the_total_is_the_total(
    library: SpotifyLibrary, listener: Listener, numbered: Numbered
) -> None:
    numbered.total, numbered.fields = 30, {"total": 7}
    found = await library.playlists(listener)
    assert len(found.items) == found.total == 30


async def test_broken_elements_do_not_shift_the_pages(
    library: SpotifyLibrary, listener: Listener, spotify: aioresponses
) -> None:
    class Holed(Numbered):
        def element(self, number: int) -> Any:
            return super().element(number) if number % 2 else None

    Holed(spotify, 120).start()
    found = await library.playlists(listener)
    assert [it.id for it in found.items] == [f"n{it}" for it in range(1, 120, 2)]
    assert (found.total, found.complete) == (120, True)


async def test_a_foreign_next_is_never_followed(
    library: SpotifyLibrary, listener: Listener, numbered: Numbered
) -> None:
    numbered.total, numbered.fields = 120, {"next": "https://evil.example/v1/steal"}
    await library.playlists(listener)
    asked = [url for _, url in numbered.canned.requests]
    assert {url.host for url in asked} == {"api.spotify.com"}


@pytest.mark.parametrize(("key", "calls"), [("track", 5), ("album", 2)])
async def test_of_ten_thousand_saved_things_the_newest_are_read(
    library: SpotifyLibrary,
    listener: Listener,
    spotify: aioresponses,
    key: str,
    calls: int,
) -> None:
    class Saved(Numbered):
        def element(self, number: int) -> dict[str, Any]:
            return {"added_at": "2026-01-01T00:00:00Z", key: super().element(number)}

    world = Saved(spotify, 10_000)
    world.start()
    read = library.saved_tracks if key == "track" else library.saved_albums
    found: music.Listing[Any] = await read(listener)
    assert {it for it, _ in world.asked} == {f"/me/{key}s"}
    assert len(world.asked) == calls
    assert len(found.items) == calls * 50
    assert (found.total, found.complete) == (10_000, False)
