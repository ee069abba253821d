""" "How long is it?", "who made it?", "what's new on it?" """

from datetime import UTC, datetime

import pytest

from providers.errors import Forbidden
from providers.music import PlaylistItem
from tests.handlers.alexa import Alexa
from tests.handlers.collection import Collection, items, playlist, track


async def test_how_long_by_name(alexa: Alexa) -> None:
    reply = await alexa.says("PlaylistLengthIntent", playlist="deep focus")
    assert "Deep Focus has 5 tracks, 15 minutes" in reply.speech


async def test_a_song_that_was_just_read_out_is_meant_before_a_playlist(
    alexa: Alexa, collection: Collection
) -> None:
    collection.shelf = (*collection.shelf, playlist("Yesterday 2011"))
    collection.contents["id-Gym"] = items(track("Yesterday", "The Beatles"))
    alone = await alexa.says("PlaylistOwnerIntent", playlist="yesterday")
    assert "Yesterday 2011" in alone.speech
    await alexa.says("OpenPlaylistIntent", playlist="gym")
    song = await alexa.says("PlaylistOwnerIntent", playlist="yesterday")
    assert "Yesterday by The Beatles" in song.speech
    again = await alexa.says("PlaylistLengthIntent", playlist="yesterday")
    assert "Yesterday by The Beatles" in again.speech


async def test_how_long_of_the_open_one(alexa: Alexa) -> None:
    await alexa.says("OpenPlaylistIntent", playlist="deep focus")
    reply = await alexa.says("PlaylistLengthIntent")
    assert "Deep Focus has 5 tracks" in reply.speech


async def test_how_long_of_which(alexa: Alexa) -> None:
    await alexa.says("ListPlaylistsIntent")
    asked = await alexa.says("PlaylistLengthIntent", playlist=None)
    assert asked.open
    reply = await alexa.says("OpenPlaylistIntent", playlist="deep focus")
    assert "15 minutes" in reply.speech


@pytest.mark.parametrize(
    ("intent", "name"),
    [("LongestPlaylistIntent", "Long"), ("ShortestPlaylistIntent", "Short")],
)
async def test_the_longest_of_all_playlists(
    alexa: Alexa, collection: Collection, intent: str, name: str
) -> None:
    sizes = {"Short": 2, "Gym": 5, "Long": 90, "Empty": 0, "Unknown": None}
    collection.shelf = tuple(playlist(n, size=size) for n, size in sizes.items())
    reply = await alexa.says(intent)
    assert f"{name} has" in reply.speech
    assert name in (await alexa.says("PlaylistOwnerIntent")).speech


async def test_no_playlist_whose_length_is_known(
    alexa: Alexa, collection: Collection
) -> None:
    collection.shelf = (playlist("Gym", size=None),)
    reply = await alexa.says("LongestPlaylistIntent")
    assert "sort" in reply.speech


async def test_hours(alexa: Alexa, collection: Collection) -> None:
    def long(minutes: float) -> tuple[PlaylistItem, ...]:
        return (PlaylistItem(track("Long", minutes=minutes)),)

    for minutes, length in ((60, "one hour"), (121, "2 hours and one minute")):
        collection.contents["id-Gym"] = long(minutes)
        reply = await alexa.says("PlaylistLengthIntent", playlist="gym")
        assert length in reply.speech


async def test_the_size_of_somebody_elses_is_known(
    alexa: Alexa, collection: Collection
) -> None:
    collection.fails["playlist_items"] = Forbidden()
    reply = await alexa.says("PlaylistLengthIntent", playlist="gym")
    assert "Gym has 5 tracks, but I can't see how long it runs." in reply.speech
    collection.shelf = (playlist("Gym", owner="Bo", mine=False),)
    reply = await alexa.says("PlaylistLengthIntent", playlist="gym")
    assert "Gym belongs to Bo" in reply.speech


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({}, "You made Gym yourself"),
        ({"mine": False, "owner": "Bo"}, "Gym is by Bo"),
        ({"mine": False, "owner": None}, "Gym isn't yours"),
        ({"collaborative": True, "owner": "Bo"}, "Bo began Gym"),
        ({"mine": None, "owner": None}, "I do not know who made Gym"),
        ({"mine": None, "owner": "🎧"}, "I do not know who made Gym"),
        ({"mine": None, "owner": "Bo"}, "Gym is by Bo"),
        ({"mine": None, "owner": None, "collaborative": True}, "Several people add"),
        ({"mine": False, "owner": None, "collaborative": True}, "Several people add"),
    ],
)
async def test_who_made_it(
    alexa: Alexa, collection: Collection, values: dict[str, object], said: str
) -> None:
    collection.shelf = (playlist("Gym", **values),)
    reply = await alexa.says("PlaylistOwnerIntent", playlist="gym")
    assert said in reply.speech


async def test_what_is_new_on_it(alexa: Alexa, collection: Collection) -> None:
    dated = (
        PlaylistItem(track(f"Track {day}"), datetime(2026, 3, day, tzinfo=UTC))
        for day in (1, 9, 4, 20)
    )
    collection.contents["id-Gym"] = (*dated, PlaylistItem(track("Undated")))
    reply = await alexa.says("PlaylistNewsIntent", playlist="gym")
    assert "New on Gym: Track 20, Track 9, and Track 4" in reply.speech
    assert "The newest one came on March 20. " in reply.speech
    more = await alexa.says("AMAZON.NextIntent")
    assert "Track 1 and Undated" in more.speech
    who = await alexa.says("PlaylistOwnerIntent")
    assert "Gym" in who.speech


async def test_nothing_is_new_on_an_empty_one(alexa: Alexa) -> None:
    reply = await alexa.says("PlaylistNewsIntent", playlist="gym")
    assert "nothing on Gym yet" in reply.speech


async def test_no_dates_are_known(alexa: Alexa, collection: Collection) -> None:
    collection.contents["id-Gym"] = (PlaylistItem(track("Undated")),)
    reply = await alexa.says("PlaylistNewsIntent", playlist="gym")
    assert "Undated" in reply.speech
    assert "newest" not in reply.speech
