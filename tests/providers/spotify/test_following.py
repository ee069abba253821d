"""The one list that goes by cursor."""

from typing import Any

from aioresponses import aioresponses

from providers.listener import Listener
from providers.spotify.library import SpotifyLibrary
from tests.providers.spotify.conftest import exhibit
from tests.providers.spotify.numbered_library import ANY, API

FOLLOWING = f"{API}/me/following?limit=50&type=artist"


AFTER = "1vCWHaC5f2uS3yhpwWbIA6"


async def test_followed_artists_by_cursor(
    library: SpotifyLibrary, listener: Listener, spotify: aioresponses
) -> None:
    spotify.get(FOLLOWING, body=exhibit("following"))
    spotify.get(f"{FOLLOWING}&after={AFTER}", body=exhibit("following_end"))
    found = await library.followed_artists(listener)
    assert [it.name for it in found.items] == ["Pitbull", "Sensato", "deadmau5"]
    assert found.complete
    assert {url.host for _, url in spotify.requests} == {"api.spotify.com"}


async def test_a_cursor_that_runs_in_circles_ends(
    library: SpotifyLibrary, listener: Listener, spotify: aioresponses
) -> None:
    spotify.get(ANY, body=exhibit("following"), repeat=True)
    found = await library.followed_artists(listener)
    assert len(listener.turn.calls) == 2
    assert (len(found.items), found.total, found.complete) == (2, 3, False)


async def test_endless_cursors_are_capped(
    library: SpotifyLibrary, listener: Listener, spotify: aioresponses
) -> None:
    def page(number: int) -> dict[str, Any]:
        artist = {"id": f"a{number}", "name": "A"}
        return {"artists": {"items": [artist], "cursors": {"after": f"c{number}&x=1"}}}

    for number in range(9):
        spotify.get(ANY, payload=page(number))
    found = await library.followed_artists(listener)
    assert len(found.items) == 4
    assert not found.complete
    last = list(spotify.requests)[-1][1]
    assert last.query["after"] == "c2&x=1"


async def test_a_lost_later_page_of_followed_artists(
    library: SpotifyLibrary, listener: Listener, spotify: aioresponses
) -> None:
    spotify.get(FOLLOWING, body=exhibit("following"))
    spotify.get(ANY, status=404)
    found = await library.followed_artists(listener)
    assert (len(found.items), found.complete) == (2, False)


async def test_a_full_page_without_a_cursor_is_not_the_end(
    library: SpotifyLibrary, listener: Listener, spotify: aioresponses
) -> None:
    artists = [{"id": f"a{number}", "name": "A"} for number in range(50)]
    page = {"items": artists, "total": 200, "cursors": {"after": 5}}
    spotify.get(ANY, payload={"artists": page})
    found = await library.followed_artists(listener)
    assert (len(found.items), found.total, found.complete) == (50, 200, False)


async def test_a_cursor_that_stays_is_followed_once(
    library: SpotifyLibrary, listener: Listener, spotify: aioresponses
) -> None:
    page = {"items": [{"id": "a", "name": "A"}], "cursors": {"after": "x"}}
    spotify.get(ANY, payload={"artists": page}, repeat=True)
    found = await library.followed_artists(listener)
    assert len(listener.turn.calls) == 2
    assert (len(found.items), found.complete) == (1, False)
