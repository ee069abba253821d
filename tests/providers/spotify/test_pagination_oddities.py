"""Pages that are smaller, slide, have holes or point elsewhere."""

from datetime import timedelta
from typing import Any

import msgspec
import pytest
from aioresponses import CallbackResult, aioresponses

from providers import music
from providers.errors import Rejected, Unreadable
from providers.listener import Listener
from providers.spotify.library import SpotifyLibrary
from tests.providers.spotify.conftest import Workbench, listener_for
from tests.providers.spotify.numbered_library import ANY, PLAYLIST, Numbered


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
    assert (found.total, found.unreadable, found.complete) == (60, 60, True)


async def test_elements_that_are_counted_and_never_sent_are_unreadable(
    library: SpotifyLibrary, listener: Listener, numbered: Numbered
) -> None:
    numbered.total, numbered.fields = 2, {"total": 5}
    found = await library.playlists(listener)
    assert (len(found.items), found.total, found.unreadable) == (2, 2, 3)


class Whole(Numbered):
    """A list of 102 tracks at a service that ignores limits, offsets, or both."""

    limit: int | None = None
    offset: int | None = None

    def element(self, number: int) -> dict[str, Any]:
        return {"track": super().element(number)}

    def page(self, offset: int, limit: int) -> dict[str, Any]:
        limit = limit if self.limit is None else self.limit
        return super().page(offset if self.offset is None else self.offset, limit)


@pytest.mark.parametrize("says_so", [True, False])
@pytest.mark.parametrize("total", [102, None])
@pytest.mark.parametrize(
    "ignoring",
    [
        (102, 0, 102, True),  # the whole list, each time
        (100, None, 102, True),  # more than asked for, from the right place
        (None, 0, 50, False),  # the first page, each time
        (20, 0, 20, False),
        (500, None, 102, True),
    ],
)
async def test_what_is_ignored_makes_no_list_longer(
    library: SpotifyLibrary,
    listener: Listener,
    spotify: aioresponses,
    *,
    says_so: bool,
    total: int | None,
    ignoring: tuple[int | None, int | None, int, bool],
) -> None:
    limit, offset, read, complete = ignoring
    world = Whole(spotify, 102)
    world.limit, world.offset = limit, offset
    world.fields = {} if total else {"total": None}
    if says_so and limit:
        world.fields["limit"] = limit
    if says_so and offset is not None:
        world.fields["offset"] = offset
    world.start()
    found = await library.playlist_items(listener, PLAYLIST)
    titles = [item.track.title for item in found.items]
    assert titles == [f"Number {number}" for number in range(read)]
    assert found.complete is complete or total is None
    assert found.total == (102 if total else read)


@pytest.mark.parametrize("list_name", ["playlists", "items"])
async def test_a_page_that_comes_again_with_other_pictures_is_recognised(
    library: SpotifyLibrary, listener: Listener, spotify: aioresponses, list_name: str
) -> None:
    class Restless(Numbered):
        def page(self, offset: int, limit: int) -> dict[str, Any]:
            page = super().page(0, limit)
            for element in page["items"]:
                images = [{"url": f"https://i.scdn.co/image/{offset}"}]
                element |= {"images": images, "snapshot_id": f"version {offset}"}
                if list_name == "items":
                    element["track"] = element | {"album": {"name": "A", **element}}
            return page

    Restless(spotify, 240).start()
    if list_name == "playlists":
        playlists = await library.playlists(listener)
        assert (playlists.complete, playlists.total) == (False, 240)
    else:
        contents = await library.playlist_items(listener, PLAYLIST)
        assert (contents.complete, len(contents.items)) == (False, 50)


async def test_the_same_song_a_hundred_times_is_a_hundred_songs(
    library: SpotifyLibrary, listener: Listener, spotify: aioresponses
) -> None:
    class Loop(Whole):
        def element(self, number: int) -> dict[str, Any]:
            return super().element(0 * number)

    Loop(spotify, 102).start()
    assert len((await library.playlist_items(listener, PLAYLIST)).items) == 102


class Small(Numbered):
    """A service that takes smaller pages than it documents."""

    largest = 20
    status = 400
    message = "Invalid limit"

    async def answer(self, url: object, **_: object) -> CallbackResult:
        answer = await super().answer(url)
        if int(self.asked[-1][1]["limit"]) <= self.largest:
            return answer
        told = {"error": {"status": self.status, "message": self.message}}
        return CallbackResult(status=self.status, payload=told)


@pytest.mark.parametrize("largest", [49, 20, 10, 7, 1])
async def test_a_refused_page_size_is_made_smaller(
    library: SpotifyLibrary, listener: Listener, spotify: aioresponses, largest: int
) -> None:
    world = Small(spotify, 15)
    world.largest = largest
    world.start()
    found = await library.playlists(listener)
    assert (len(found.items), found.complete) == (15, True)
    refused = [it for it in listener.turn.calls if it.status == 400]
    again = listener_for("another")
    await library.playlists(again)
    assert [it.status for it in again.turn.calls if it.status != 200] == []
    assert len(refused) <= 4


async def test_without_a_retry_left_a_refusal_is_raised_and_remembered(
    library: SpotifyLibrary, listener: Listener, spotify: aioresponses
) -> None:
    Small(spotify, 15).start()
    listener.turn.retries_left = 0
    with pytest.raises(Rejected):
        await library.playlists(listener)
    assert len(listener.turn.calls) == 1
    again = listener_for("another")
    await library.playlists(again)
    assert [it.status for it in again.turn.calls] == [200]


async def test_a_page_size_is_remembered_for_an_hour(
    bench: Workbench, listener: Listener
) -> None:
    client = bench.client()
    client.remember_page_size("/me/playlists", 20)
    assert client.page_size("/me/playlists", 50) == 20
    assert client.page_size("/me/playlists", 10) == 10
    assert client.page_size("/me/tracks", 50) == 50
    bench.time_of_day += timedelta(hours=1)
    assert client.page_size("/me/playlists", 50) == 50


async def test_a_service_that_takes_no_limit_at_all_rejects(
    library: SpotifyLibrary, listener: Listener, spotify: aioresponses
) -> None:
    world = Small(spotify, 15)
    world.largest = 0
    world.start()
    with pytest.raises(Rejected):
        await library.playlists(listener)
    assert len(world.asked) == 5


class Items(Small):
    """A playlist, with the page size that it is read with."""

    largest = 50

    def element(self, number: int) -> dict[str, Any]:
        return {"item": super().element(number)}


@pytest.mark.parametrize(
    ("size", "total", "read"),
    [
        (120, 120, range(70, 120)),
        (9, 9, range(9)),
        (0, 0, range(0)),
        (None, 60, range(50)),
        (90, 93, range(40, 90)),
    ],
)
async def test_the_last_page_is_one_call(
    library: SpotifyLibrary, spotify: aioresponses, size: int, total: int, read: range
) -> None:
    world = Items(spotify, total)
    world.start()
    playlist = msgspec.structs.replace(PLAYLIST, size=size)
    page = await library.page_of_items(listener_for("ada"), playlist, "last")
    ids = [item.track.id for item in page.items]
    assert ids == [f"n{number}" for number in read]
    assert (page.total, len(world.asked)) == (total, 1)


async def test_a_page_that_is_not_the_end_is_not_taken_for_it(
    library: SpotifyLibrary, listener: Listener, spotify: aioresponses
) -> None:
    world = Items(spotify, 120)
    world.largest = 20
    world.start()
    playlist = msgspec.structs.replace(PLAYLIST, size=120)
    with pytest.raises(Unreadable):
        await library.page_of_items(listener, playlist, "last")
    page = await library.page_of_items(listener_for("another"), playlist, "last")
    assert [page.items[0].track.id, page.items[-1].track.id] == ["n100", "n119"]
    five = [world.element(number) for number in range(5)]
    for fields in (
        {"items": None},
        {"items": five, "limit": 5},
        {"items": five, "limit": 5, "offset": 0},
    ):
        world.fields = fields
        with pytest.raises(Unreadable):
            await library.page_of_items(listener_for("third"), playlist, "last")


@pytest.mark.parametrize(
    ("status", "largest", "calls"),
    [(400, 20, 2), (422, 20, 2), (400, 0, 2), (405, 0, 1)],
)
async def test_a_refusal_that_names_no_parameter_is_tried_smaller_once(
    library: SpotifyLibrary,
    listener: Listener,
    spotify: aioresponses,
    *,
    status: int,
    largest: int,
    calls: int,
) -> None:
    world = Small(spotify, 15)
    world.status, world.message, world.largest = status, "Bad request.", largest
    world.start()
    if largest:
        assert len((await library.playlists(listener)).items) == 15
    else:
        with pytest.raises(Rejected):
            await library.playlists(listener)
    assert len(world.asked) == calls


@pytest.mark.parametrize("what", ["recent_plays", "search"])
async def test_other_pages_are_made_smaller_too(
    library: SpotifyLibrary, listener: Listener, spotify: aioresponses, what: str
) -> None:
    world = Small(spotify)
    world.largest = 5
    world.start()
    if what == "search":
        await library.search(listener, "x", ("track",))
    else:
        await library.recent_plays(listener)
    assert [query["limit"] for _, query in world.asked][-1] == "5"


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
