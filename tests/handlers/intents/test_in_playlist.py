"""What a playlist holds: who is on it, its longest, its oldest and its first song."""

import pytest

from providers.music import Album
from tests.handlers.alexa import Alexa, said
from tests.handlers.collection import Collection, items, track
from tests.handlers.locales.catalogue import locales


@pytest.fixture
def alexa(alexa: Alexa, collection: Collection) -> Alexa:
    """Gym has more songs than a page, the longest one last."""
    dated = Album("b1", "Arrival", released="1976-10-11")
    collection.contents["id-Gym"] = items(
        track("SOS", "Abba"),
        track("Run", "Snow Patrol"),
        track("Waterloo", "Abba"),
        track("Fernando", "Abba", album=dated, minutes=2.0),
        track("Ending", "Eno", minutes=9.0),
        track("Dreams", "The Corrs"),
    )
    return alexa


async def test_who_is_on_it(alexa: Alexa) -> None:
    await alexa.says("OpenPlaylistIntent", playlist="gym")
    reply = await alexa.says("PlaylistArtistsIntent")
    expected = "Most often on Gym: Abba, Snow Patrol, and Eno, and one more. What next?"
    assert reply.speech == expected
    reply = await alexa.says("PlaylistArtistsIntent", playlist="deep focus")
    assert "Most often on Deep Focus: Aphex Twin, Brian Eno, and" in reply.speech


async def test_one_song_each(alexa: Alexa, collection: Collection) -> None:
    collection.contents["id-Rain"] = items(track("SOS", "Abba"), track("Run", "Eno"))
    reply = await alexa.says("PlaylistArtistsIntent", playlist="rain")
    assert reply.speech == "Rain has one song each by Abba and Eno. What next?"


async def test_a_place_of_a_playlist_that_is_named(alexa: Alexa) -> None:
    """Nothing was read: then a place is one of that playlist, not of a page."""
    first = await alexa.says(
        "PlaylistExtremeIntent", playlist="gym", position=said("first", "1")
    )
    assert first.speech.startswith("That's SOS by Abba.")
    for word, place, song in (("last", "-1", "Dreams"), ("fourth", "4", "Fernando")):
        reply = await alexa.says("SelectIntent", position=said(word, place))
        assert reply.speech.startswith(f"That's {song} by ")
    assert alexa.attributes["focus"]["kind"] == "track"


@pytest.mark.parametrize("locale", locales())
async def test_a_place_that_a_playlist_lacks(alexa: Alexa, locale: str) -> None:
    alexa.speaks(locale)
    ninth = said("ninth", "9")
    reply = await alexa.says("PlaylistExtremeIntent", playlist="gym", position=ninth)
    assert "Gym" in reply.speech
    assert "6" in reply.speech


async def test_the_longest_of_the_whole_playlist(alexa: Alexa) -> None:
    await alexa.says("OpenPlaylistIntent", playlist="gym")
    reply = await alexa.says(
        "PlaylistExtremeIntent", extreme=said("longest", "longest")
    )
    assert "That's Ending by Eno. It runs for 9 minutes." in reply.speech
    assert alexa.attributes["focus"]["kind"] == "track"
    oldest = said("oldest", "oldest")
    assert (
        "Fernando" in (await alexa.says("PlaylistExtremeIntent", extreme=oldest)).speech
    )
    reply = await alexa.says(
        "PlaylistExtremeIntent", extreme=said("newest", "newest"), playlist="deep focus"
    )
    assert reply.speech == "I don't know that of these songs. What next?"


async def test_of_another_list_it_is_compared_on_the_page(
    alexa: Alexa, collection: Collection
) -> None:
    short = track("Short", "By A", minutes=1.0)
    collection.tracks = {"months": (short, track("Long", "By B", minutes=5.0))}
    await alexa.says("TopTracksIntent")
    longest = said("longest", "longest")
    assert (
        "Long by By B"
        in (await alexa.says("PlaylistExtremeIntent", extreme=longest)).speech
    )
    alexa.attributes = {}
    reply = await alexa.says("PlaylistExtremeIntent", extreme=longest)
    assert "can't sort" in reply.speech or "don't sort" in reply.speech


async def test_nothing_on_it_and_nobody_elses(
    alexa: Alexa, collection: Collection
) -> None:
    reply = await alexa.says("PlaylistArtistsIntent", playlist="zzz")
    assert "nothing on Zzz yet" in reply.speech
    reply = await alexa.says("PlaylistArtistsIntent")
    assert "nothing on Zzz yet" in reply.speech
    alexa.attributes = {}
    assert "Which" in (await alexa.says("PlaylistArtistsIntent")).speech


@pytest.mark.parametrize("locale", locales())
async def test_every_language_tells_the_artists(alexa: Alexa, locale: str) -> None:
    alexa.speaks(locale)
    await alexa.says("OpenPlaylistIntent", playlist="gym")
    reply = await alexa.says("PlaylistArtistsIntent")
    assert reply.speech.index("Abba") < reply.speech.index("Eno")


async def test_the_longest_of_these_is_of_the_playlist_that_was_told_of(
    alexa: Alexa,
) -> None:
    await alexa.says("PlaylistLengthIntent", playlist="gym")
    reply = await alexa.says("CompareIntent", extreme=said("longest", "longest"))
    assert "Ending by Eno" in reply.speech
