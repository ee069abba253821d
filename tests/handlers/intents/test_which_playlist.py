""" "Which playlist has …?" """

import pytest

from providers.errors import Forbidden, NotFound, ProviderError, RateLimited
from tests.handlers.alexa import Alexa
from tests.handlers.collection import Collection, items, playlist, track


@pytest.fixture
def searchable(collection: Collection) -> Collection:
    song = track("Yesterday", "The Beatles")
    collection.contents["id-Gym"] = items(track("Run"), song)
    collection.contents["id-Rain"] = items(song)
    collection.contents["id-Café"] = items(track("Solo", "Me"))
    return collection


@pytest.mark.parametrize("heard", ["solo", "solo by me"])
async def test_on_one(alexa: Alexa, searchable: Collection, heard: str) -> None:
    reply = await alexa.says("WhichPlaylistIntent", song=heard)
    assert "is on Café" in reply.speech
    assert "all 7 playlists you made or edit" in reply.speech
    opened = await alexa.says("AMAZON.YesIntent")
    assert "Solo by Me" in opened.speech


async def test_on_several(alexa: Alexa, searchable: Collection) -> None:
    reply = await alexa.says("WhichPlaylistIntent", song="yesterday")
    assert "Gym and Rain" in reply.speech
    second = await alexa.says("SelectIntent", number="2")
    assert "Here's Rain" in second.speech or "Rain has" in second.speech


async def test_more_than_can_be_said(alexa: Alexa, searchable: Collection) -> None:
    everywhere = items(track("Yesterday", "The Beatles"))
    searchable.contents = {one.id: everywhere for one in searchable.shelf}
    reply = await alexa.says("WhichPlaylistIntent", song="yesterday")
    assert "Deep Focus, Sunday Roast, and 90s R&B <3, and on 4 more" in reply.speech


async def test_on_none(alexa: Alexa, searchable: Collection) -> None:
    reply = await alexa.says("WhichPlaylistIntent", song="tomorrow")
    assert "couldn't find tomorrow" in reply.speech
    assert reply.open


@pytest.mark.parametrize("slot", [None, "", "  "])
async def test_which_song(alexa: Alexa, slot: str | None) -> None:
    reply = await alexa.says("WhichPlaylistIntent", song=slot)
    assert "Which song" in reply.speech
    assert reply.open


async def test_only_own_playlists_and_ten_of_them(
    alexa: Alexa, collection: Collection
) -> None:
    own = tuple(playlist(f"Own {n}") for n in range(12))
    theirs = tuple(playlist(f"Their {n}", mine=False) for n in range(5))
    collection.shelf = (*theirs, *own)
    reply = await alexa.says("WhichPlaylistIntent", song="nothing")
    assert collection.calls.count("playlist_items") == 10
    assert "10 of the 12 playlists" in reply.speech


async def test_none_of_ones_own(alexa: Alexa, collection: Collection) -> None:
    collection.shelf = (playlist("Theirs", mine=False),)
    reply = await alexa.says("WhichPlaylistIntent", song="solo")
    assert "no playlists, because there are none you made or edit" in reply.speech


async def test_playlists_of_unknown_owners_are_searched(
    alexa: Alexa, collection: Collection
) -> None:
    shelf = tuple(playlist(f"List {n}", mine=None, owner=None) for n in range(3))
    collection.shelf = shelf
    collection.contents = {shelf[1].id: items(track("Yesterday"))}
    reply = await alexa.says("WhichPlaylistIntent", song="yesterday")
    assert "is on List 1" in reply.speech
    assert "all 3 playlists" in reply.speech


@pytest.mark.parametrize("error", [Forbidden(), NotFound()])
async def test_an_unknown_owners_that_is_refused_is_somebody_elses(
    alexa: Alexa, collection: Collection, error: ProviderError
) -> None:
    collection.shelf = (playlist("A", mine=None), playlist("B", mine=None))
    collection.fails["playlist_items"] = error
    reply = await alexa.says("WhichPlaylistIntent", song="yesterday")
    assert "there are none you made or edit" in reply.speech
    assert reply.open


async def test_one_that_fails_is_not_counted(
    alexa: Alexa, searchable: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = searchable.playlist_items

    async def some(listener: object, one: object) -> object:
        if getattr(one, "name", "") == "Gym":
            raise Forbidden
        return await whole(listener, one)  # type: ignore[arg-type]

    monkeypatch.setattr(searchable, "playlist_items", some)
    reply = await alexa.says("WhichPlaylistIntent", song="yesterday")
    assert "is on Rain" in reply.speech
    assert "6 of the 7" in reply.speech


async def test_all_of_them_failing(alexa: Alexa, searchable: Collection) -> None:
    searchable.fails["playlist_items"] = RateLimited(60)
    reply = await alexa.says("WhichPlaylistIntent", song="yesterday")
    assert "slow down" in reply.speech
