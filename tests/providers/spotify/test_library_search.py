"""Search, and what is saved already."""

import json
from typing import Any

import pytest
from aioresponses import CallbackResult, aioresponses

from providers.errors import (
    Rejected,
    Unreadable,
)
from providers.listener import Listener
from providers.music import Found, Kind
from providers.spotify.library import SpotifyLibrary
from tests.providers.spotify.conftest import exhibit
from tests.providers.spotify.numbered_library import ANY


def queries(spotify: aioresponses) -> list[dict[str, str]]:
    return [dict(url.query) for _, url in spotify.requests]


async def test_a_search_brings_each_kind_without_its_nulls(
    library: SpotifyLibrary, listener: Listener, spotify: aioresponses
) -> None:
    spotify.get(ANY, body=exhibit("search"))
    kinds: tuple[Kind, ...] = ("artist", "track", "album", "playlist")
    found = await library.search(listener, 'artist:"AC/DC & more"', kinds)
    counts = [len(it) for it in (found.artists, found.tracks, found.albums)]
    assert counts == [1, 1, 1]
    assert [it.name for it in found.playlists] == ["Spotify Web API Testing playlist"]
    assert queries(spotify) == [
        {
            "q": 'artist:"AC/DC & more"',
            "type": "artist,track,album,playlist",
            "limit": "10",
        }
    ]


@pytest.mark.parametrize(("asked", "sent"), [(3, "3"), (50, "10"), (0, "1"), (-1, "1")])
async def test_a_search_keeps_to_the_limit(
    library: SpotifyLibrary,
    listener: Listener,
    spotify: aioresponses,
    asked: int,
    sent: str,
) -> None:
    spotify.get(ANY, payload={})
    await library.search(listener, "x", ("track",), limit=asked)
    assert queries(spotify)[0]["limit"] == sent


async def test_a_long_question_is_cut(
    library: SpotifyLibrary, listener: Listener, spotify: aioresponses
) -> None:
    spotify.get(ANY, payload={})
    await library.search(listener, "x" * 1000, ("track",))
    assert len(queries(spotify)[0]["q"]) == 250


@pytest.mark.parametrize(
    ("query", "kinds"), [("", ("track",)), ("  ", ("track",)), ("x", ())]
)
async def test_who_asks_nothing_finds_nothing(
    library: SpotifyLibrary,
    listener: Listener,
    spotify: aioresponses,
    query: str,
    kinds: tuple[Kind, ...],
) -> None:
    assert await library.search(listener, query, kinds) == Found()
    assert not spotify.requests


async def test_a_kind_that_cannot_be_read_costs_itself(
    library: SpotifyLibrary, listener: Listener, spotify: aioresponses
) -> None:
    tracks = {"items": [{"id": "t", "name": "T"}], "total": 1}
    spotify.get(ANY, payload={"artists": 5, "albums": None, "tracks": tracks})
    found = await library.search(listener, "x", ("artist", "track", "album"))
    assert [it.title for it in found.tracks] == ["T"]
    assert not found.artists
    assert not found.albums


async def test_nothing_but_nonsense_is_not_nothing_found(
    library: SpotifyLibrary, listener: Listener, spotify: aioresponses
) -> None:
    empty = {"items": [], "total": 0}
    spotify.get(ANY, payload={"artists": 5, "tracks": empty})
    with pytest.raises(Unreadable):
        await library.search(listener, "x", ("artist", "track"))


class Contains:
    """Answers which of the numbered tracks are saved: every third."""

    def __init__(self, spotify: aioresponses) -> None:
        self.sizes: list[int] = []
        spotify.get(ANY, callback=self.answer, repeat=True)

    def answer(self, url: Any, **_: object) -> CallbackResult:
        uris = url.query["uris"].split(",")
        assert all(it.startswith("spotify:track:n") for it in uris)
        self.sizes.append(len(uris))
        numbers = [int(it.removeprefix("spotify:track:n")) for it in uris]
        saved = [number % 3 == 0 for number in numbers]
        return CallbackResult(body=json.dumps(saved))


@pytest.mark.parametrize(
    ("count", "sizes"), [(0, []), (1, [1]), (40, [40]), (41, [1, 40])]
)
async def test_forty_are_looked_up_at_once(
    library: SpotifyLibrary,
    listener: Listener,
    spotify: aioresponses,
    count: int,
    sizes: list[int],
) -> None:
    world = Contains(spotify)
    asked = [f"n{number}" for number in range(count)]
    saved = await library.saved_among(listener, [*asked, *asked])
    assert saved == {f"n{number}" for number in range(0, count, 3)}
    assert sorted(world.sizes) == sizes


async def test_impossible_ids_are_not_saved(
    library: SpotifyLibrary, listener: Listener, spotify: aioresponses
) -> None:
    world = Contains(spotify)
    asked = ["n0", "a,spotify:track:n3", "", "../x"]
    assert await library.saved_among(listener, asked) == {"n0"}
    assert world.sizes == [1]


@pytest.mark.parametrize("payload", [[], [True, True], {}, [1], ["yes"]])
async def test_an_answer_that_does_not_fit_is_unreadable(
    library: SpotifyLibrary, listener: Listener, spotify: aioresponses, payload: object
) -> None:
    spotify.get(ANY, payload=payload)
    with pytest.raises(Unreadable):
        await library.saved_among(listener, ["n0"])


async def test_a_null_is_a_no(
    library: SpotifyLibrary, listener: Listener, spotify: aioresponses
) -> None:
    spotify.get(ANY, payload=[None, True])
    assert await library.saved_among(listener, ["n0", "n1"]) == {"n1"}


async def test_too_many_ids_are_asked_for_in_halves(
    library: SpotifyLibrary, listener: Listener, spotify: aioresponses
) -> None:
    sizes: list[int] = []

    def answer(url: Any, **_: Any) -> CallbackResult:
        size = len(url.query["uris"].split(","))
        sizes.append(size)
        if size > 20:
            told = {"error": {"status": 400, "message": "Too many uris requested"}}
            return CallbackResult(status=400, payload=told)
        return CallbackResult(body=json.dumps([True] * size))

    spotify.get(ANY, callback=answer, repeat=True)
    ids = [f"n{number}" for number in range(40)]
    assert await library.saved_among(listener, ids) == set(ids)
    assert sizes == [40, 20, 20]


async def test_one_id_that_is_too_many_is_rejected(
    library: SpotifyLibrary, listener: Listener, spotify: aioresponses
) -> None:
    told = {"error": {"status": 400, "message": "Too many uris requested"}}
    spotify.get(ANY, status=400, payload=told, repeat=True)
    with pytest.raises(Rejected):
        await library.saved_among(listener, ["n0"])
