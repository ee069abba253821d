"""Items that the service counts and that cannot be read: totals and sentences agree."""

import re

import pytest

from providers.music import Artist, Play, SavedTrack
from tests.handlers.alexa import NOON, Alexa
from tests.handlers.collection import Collection, track

LISTS = {
    "playlists": ("ListPlaylistsIntent", {}),
    "playlist_items": ("OpenPlaylistIntent", {"playlist": "deep focus"}),
    "saved_tracks": ("LatestAdditionsIntent", {}),
    "recent_plays": ("RecentPlaysIntent", {}),
    "top_tracks": ("TopTracksIntent", {}),
    "top_artists": ("TopArtistsIntent", {}),
}


@pytest.fixture
def full(collection: Collection) -> Collection:
    """Two items in every list but the playlists, of which there are two as well."""
    collection.shelf = collection.shelf[:2]
    focus = collection.shelf[0].id
    collection.contents = {focus: collection.contents[focus][:2]}
    songs = (track("A", "Eno"), track("B", "Eno"))
    collection.saved = tuple(SavedTrack(song) for song in songs)
    collection.plays = tuple(Play(song, NOON) for song in songs)
    collection.tracks = {"months": songs}
    collection.artists = {"months": (Artist("1", "Eno"), Artist("2", "Bo"))}
    return collection


@pytest.mark.parametrize("name", sorted(LISTS))
async def test_what_was_left_out_is_told(
    alexa: Alexa, full: Collection, name: str
) -> None:
    intent, slots = LISTS[name]
    full.unreadable[name] = 3
    reply = await alexa.says(intent, **slots)
    assert "I left out 3 that I cannot read" in reply.speech
    assert "5" not in reply.speech
    full.unreadable[name] = 1
    reply = await alexa.says(intent, **slots)
    assert "I left out one that I cannot read" in reply.speech


async def test_greeting_count_and_list_name_the_same_total(
    alexa: Alexa, full: Collection
) -> None:
    full.unreadable["playlists"] = 3
    told = (
        await alexa.opens(),
        await alexa.says("CountPlaylistsIntent"),
        await alexa.says("ListPlaylistsIntent"),
        await alexa.says("RefreshIntent"),
    )
    assert [re.findall(r"(\d+) playlists", reply.speech) for reply in told] == [
        ["2"]
    ] * 4
    assert "I left out 3" in told[1].speech
    assert "all of them are your own" in told[1].speech
    reply = await alexa.says("SelectIntent", number="3")
    assert "from one to 2" in reply.speech


@pytest.mark.parametrize("name", sorted(LISTS))
async def test_a_list_of_which_nothing_can_be_read_is_not_empty(
    alexa: Alexa, full: Collection, name: str
) -> None:
    full.unreadable[name] = 3
    full.saved, full.plays, full.tracks, full.artists = (), (), {}, {}
    if name == "playlists":
        full.shelf = ()
    full.contents = {}
    intent, slots = LISTS[name]
    reply = await alexa.says(intent, **slots)
    assert "can't read anything" in reply.speech
    assert reply.open


async def test_a_greeting_where_nothing_can_be_read(
    alexa: Alexa, full: Collection
) -> None:
    full.shelf, full.unreadable["playlists"] = (), 3
    assert "3 playlists" in (await alexa.opens()).speech


async def test_the_length_of_a_playlist_with_a_gap(
    alexa: Alexa, full: Collection
) -> None:
    full.unreadable["playlist_items"] = 1
    reply = await alexa.says("PlaylistLengthIntent", playlist="deep focus")
    assert "I left out one that I cannot read. Deep Focus has 2 tracks" in reply.speech
    assert "at least 6 minutes" in reply.speech


async def test_gaps_and_missing_pages_are_both_told(
    alexa: Alexa, full: Collection
) -> None:
    full.unreadable["playlists"], full.missing["playlists"] = 1, 8
    reply = await alexa.says("ListPlaylistsIntent")
    assert "I left out one that I cannot read" in reply.speech
    assert "only 2 of 10" in reply.speech


async def test_a_name_that_may_be_among_what_did_not_come(
    alexa: Alexa, full: Collection
) -> None:
    full.missing["playlists"] = 8
    reply = await alexa.says("OpenPlaylistIntent", playlist="purple elephants")
    assert "I didn't find a playlist called purple elephants" in reply.speech
    assert "only 2 of 10" in reply.speech
    assert "no playlist like that" not in reply.speech
    assert reply.open


async def test_a_playlist_on_a_page_that_did_not_come_is_not_gone(
    alexa: Alexa, full: Collection
) -> None:
    await alexa.says("OpenPlaylistIntent", playlist="deep focus")
    full.shelf, full.missing["playlists"] = full.shelf[1:], 1
    reply = await alexa.says("AMAZON.RepeatIntent")
    assert reply.turn.reason == "unavailable"
    assert "removed" not in reply.speech
    alexa.attributes = {
        "question": {"kind": "meant", "purpose": "open", "ids": ["id-Deep Focus"]}
    }
    reply = await alexa.says("AMAZON.YesIntent")
    assert reply.turn.reason == "unavailable"
    full.missing.clear()
    alexa.attributes = {"list": {"kind": "tracks", "of": "id-Deep Focus"}}
    reply = await alexa.says("AMAZON.RepeatIntent")
    assert reply.turn.reason == "not_found"
