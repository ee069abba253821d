"""Opening a playlist: named, doubtful, empty, gone, somebody else's."""

import logging

import pytest

from providers.errors import Forbidden, NotFound
from providers.music import Album
from tests.handlers.alexa import Alexa, said
from tests.handlers.collection import Collection, items, playlist, track


async def test_two_songs_of_one_name_are_told_apart_by_their_albums(
    alexa: Alexa, collection: Collection
) -> None:
    live, studio = (
        track("Fire", "Me", album=Album(name, name)) for name in ("Live", "One")
    )
    collection.contents["id-Gym"] = items(live, studio, track("Ice", "Me"))
    reply = await alexa.says("OpenPlaylistIntent", playlist="gym")
    assert "Fire by Me from Live, Fire by Me from One, and Ice by Me" in reply.speech
    collection.contents["id-Rain"] = items(live, live)
    twice = await alexa.says("OpenPlaylistIntent", playlist="rain")
    assert "Fire by Me and Fire by Me" in twice.speech


async def test_first_tracks_artists_and_length(alexa: Alexa) -> None:
    reply = await alexa.says("OpenPlaylistIntent", playlist="deep focus")
    assert "Deep Focus" in reply.speech
    assert "5 tracks, 15 minutes" in reply.speech
    assert "An Ending by Brian Eno" in reply.speech
    assert "Says" not in reply.speech
    assert reply.open
    assert "1. An Ending by Brian Eno (3:00)" in reply.card


async def test_beside_long_names_the_length_is_left_for_a_question(
    alexa: Alexa, collection: Collection
) -> None:
    songs = [track(f"The Distant Shoreline {n}", "The Lost Foundry") for n in "ABC"]
    collection.contents["id-Gym"] = items(*songs)
    reply = await alexa.says("OpenPlaylistIntent", playlist="gym")
    assert "three tracks" in reply.speech or "3 tracks" in reply.speech
    assert "9 minutes" not in reply.speech
    assert "9 minutes" in (await alexa.says("PlaylistLengthIntent")).speech


async def test_the_next_page_of_tracks(alexa: Alexa) -> None:
    await alexa.says("OpenPlaylistIntent", playlist="deep focus")
    reply = await alexa.says("AMAZON.NextIntent")
    assert "Says by Nils Frahm and Strobe by deadmau5" in reply.speech


@pytest.mark.parametrize("slot", [None, "", "   "])
async def test_an_empty_slot_is_asked_for(alexa: Alexa, slot: str | None) -> None:
    reply = await alexa.says("OpenPlaylistIntent", playlist=slot)
    assert reply.speech in ("Which playlist?", "Which playlist do you mean?")
    assert reply.open
    answer = await alexa.says("OpenPlaylistIntent", playlist="deep focus")
    assert "An Ending" in answer.speech


async def test_no_slots_at_all(alexa: Alexa) -> None:
    assert (await alexa.says("OpenPlaylistIntent")).open


async def test_the_recognisers_own_entity_wins(alexa: Alexa) -> None:
    rain = said("the rain", "id-Rain", dynamic=True)
    reply = await alexa.says("OpenPlaylistIntent", playlist=rain)
    assert "Rain" in reply.speech


async def test_an_entity_that_is_gone_is_matched_by_its_words(alexa: Alexa) -> None:
    rain = said("rain", "id-Gone", dynamic=True)
    reply = await alexa.says("OpenPlaylistIntent", playlist=rain)
    assert "Rain" in reply.speech


@pytest.mark.parametrize("seconds", ["x" * 500, "purple elephants", "???"])
async def test_nothing_like_it(alexa: Alexa, seconds: str) -> None:
    reply = await alexa.says("OpenPlaylistIntent", playlist=seconds)
    assert "list my playlists" in reply.speech
    assert reply.open


async def test_somebody_elses_is_explained_by_its_owner(
    alexa: Alexa, collection: Collection
) -> None:
    collection.shelf = (playlist("Top 50", owner="Spotify", mine=False),)
    collection.fails["playlist_items"] = Forbidden()
    reply = await alexa.says("OpenPlaylistIntent", playlist="top 50")
    assert "Top 50 belongs to Spotify" in reply.speech
    assert reply.open
    assert reply.turn.reason == "forbidden"


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"mine": False, "owner": None}, "won't let me read Gym"),
        ({"mine": None, "owner": None}, "won't let me read Gym"),
        ({"mine": None, "owner": "🎧"}, "won't let me read Gym"),
        ({"mine": True}, "won't let me read Gym"),
        ({"mine": False, "collaborative": True}, "won't let me read Gym"),
        ({"mine": None, "owner": "Bo"}, "Gym belongs to Bo"),
        ({"mine": False, "owner": "Bo"}, "Gym belongs to Bo"),
    ],
)
async def test_a_refusal_is_told_as_far_as_it_is_known(
    alexa: Alexa, collection: Collection, values: dict[str, object], expected: str
) -> None:
    collection.shelf = (playlist("Gym", **values),)
    collection.fails["playlist_items"] = Forbidden()
    for intent in ("OpenPlaylistIntent", "PlaylistNewsIntent"):
        reply = await alexa.says(intent, playlist="gym")
        assert expected in reply.speech
        assert "somebody else" not in reply.speech
        assert reply.open


@pytest.mark.parametrize("owner", ["Spotify", None])
async def test_an_editorial_list_is_explained_like_somebody_elses(
    alexa: Alexa, collection: Collection, owner: str | None
) -> None:
    collection.shelf = (playlist("Top 50", owner=owner, mine=False, size=None),)
    collection.fails["playlist_items"] = NotFound()
    for intent in ("OpenPlaylistIntent", "PlaylistNewsIntent", "PlaylistLengthIntent"):
        reply = await alexa.says(intent, playlist="top 50")
        told = "belongs to Spotify" if owner else "won't let me read Top 50"
        assert told in reply.speech
        assert "removed" not in reply.speech
        assert reply.turn.reason == "forbidden"


async def test_the_length_of_an_editorial_list_is_its_size(
    alexa: Alexa, collection: Collection
) -> None:
    collection.shelf = (playlist("Top 50", owner="Spotify", mine=False, size=50),)
    collection.fails["playlist_items"] = NotFound()
    reply = await alexa.says("PlaylistLengthIntent", playlist="top 50")
    assert "Top 50 has 50 tracks" in reply.speech


async def test_an_own_playlist_that_is_gone_is_gone(
    alexa: Alexa, collection: Collection
) -> None:
    collection.fails["playlist_items"] = NotFound()
    reply = await alexa.says("OpenPlaylistIntent", playlist="gym")
    assert "may have been removed" in reply.speech


async def test_nothing_on_it(alexa: Alexa) -> None:
    reply = await alexa.says("OpenPlaylistIntent", playlist="gym")
    assert "nothing on Gym yet" in reply.speech


async def test_an_empty_shelf(alexa: Alexa, collection: Collection) -> None:
    collection.shelf = ()
    reply = await alexa.says("OpenPlaylistIntent", playlist="gym")
    assert "any playlists" in reply.speech


async def test_a_long_list_that_is_cut_says_at_least(
    alexa: Alexa, collection: Collection
) -> None:
    collection.missing["playlist_items"] = 100
    reply = await alexa.says("OpenPlaylistIntent", playlist="deep focus")
    assert "at least 15 minutes" in reply.speech
    assert "only 5 of 105" in reply.speech


async def test_odd_tracks_are_said(alexa: Alexa, collection: Collection) -> None:
    collection.contents["id-Gym"] = items(
        track("🎧", "A & B", minutes=0.5, id=None),
        track("No artist", duration_ms=None),
        track("Many", "One", "Two", "Three", duration_ms=None),
    )
    reply = await alexa.says("OpenPlaylistIntent", playlist="gym")
    assert "track number 1 by A & B, No artist, and Many by One." in reply.speech
    assert "at least 30 seconds" in reply.speech


async def test_the_log_has_the_bucket_and_not_the_name(
    alexa: Alexa, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "handlers")
    await alexa.says("OpenPlaylistIntent", playlist="deep focus")
    (record,) = caplog.records
    assert vars(record)["fields"] == {"verdict": "act", "score": "90-100"}
    assert "focus" not in caplog.text.lower()


async def test_a_playlist_that_vanished_while_it_was_read(
    alexa: Alexa, collection: Collection
) -> None:
    await alexa.says("OpenPlaylistIntent", playlist="deep focus")
    collection.shelf = collection.shelf[1:]
    reply = await alexa.says("AMAZON.NextIntent")
    assert "cannot find that any more" in reply.speech
    assert reply.open
    assert "list" not in alexa.attributes
