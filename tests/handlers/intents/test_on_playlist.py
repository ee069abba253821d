"""What of somebody is on a playlist: that is named, that is in focus, or on any."""

import pytest

from providers.music import Artist
from tests.handlers.alexa import Alexa
from tests.handlers.collection import Collection, items, playlist, track

TITLES = ("Dancing Queen", "Waterloo", "SOS", "Fernando", "Chiquitita")


@pytest.mark.parametrize("here", ["here", "in here"])
async def test_here_is_the_playlist_that_is_open(
    alexa: Alexa, collection: Collection, here: str
) -> None:
    collection.contents["id-Gym"] = items(track("SOS", "Abba"))
    await alexa.says("OpenPlaylistIntent", playlist="gym")
    reply = await alexa.says("OnPlaylistIntent", performer="abba", playlist=here)
    assert "Yes, Gym has SOS by Abba. " in reply.speech


async def test_what_of_somebody_is_on_a_playlist(
    alexa: Alexa, collection: Collection
) -> None:
    song = track("Dreams", "Fleetwood Mac", "Abba")
    collection.contents["id-Gym"] = items(*(track(t, "Abba") for t in TITLES), song)
    collection.contents["id-Rain"] = items(song, track("Dreams", "The Corrs"))
    reply = await alexa.says("OnPlaylistIntent", performer="abba", playlist="rain")
    assert "Yes, Rain has Dreams by Fleetwood Mac. What next?" in reply.speech
    reply = await alexa.says("OnPlaylistIntent", song="dreams")  # on the same one
    assert "Rain has Dreams by Fleetwood Mac and Dreams by The Corrs" in reply.speech
    reply = await alexa.says("OnPlaylistIntent", performer="abba", playlist="gym")
    assert "SOS by Abba, and 3 more. " in reply.speech
    reply = await alexa.says("OnPlaylistIntent", song="waterloo")
    assert "Yes, Gym has Waterloo by Abba. " in reply.speech
    reply = await alexa.says("OnPlaylistIntent", song="the corrs")
    assert reply.speech.startswith("No, I can't find the corrs on Gym.")
    assert "on Rain" in (await alexa.says("AMAZON.YesIntent")).speech


async def test_songs_of_one_artist_are_told_by_their_titles(
    alexa: Alexa, collection: Collection
) -> None:
    collection.contents["id-Gym"] = items(*(track(t, "Abba") for t in TITLES[:4]))
    reply = await alexa.says("OnPlaylistIntent", performer="abba", playlist="gym")
    assert "Dancing Queen, Waterloo, SOS, and Fernando. What next?" in reply.speech


async def test_the_playlist_is_asked_for_where_names_are_equal(
    alexa: Alexa, collection: Collection
) -> None:
    twins = (playlist("Mix", id="one", size=1), playlist("Mix", id="two", size=2))
    collection.shelf = twins
    collection.contents = {
        "one": items(track("SOS", "Abba")),
        "two": items(track("Waterloo", "Abba"), track("Run")),
    }
    asks = await alexa.says("OnPlaylistIntent", performer="abba", playlist="mix")
    assert asks.speech.endswith("?")
    reply = await alexa.says("SelectIntent", number="2")
    assert "Mix has Waterloo by Abba" in reply.speech


async def test_without_a_playlist_all_are_searched(
    alexa: Alexa, collection: Collection
) -> None:
    collection.contents["id-Gym"] = items(track("SOS", "Abba"))
    reply = await alexa.says("OnPlaylistIntent", song="abba")
    assert "abba on Gym" in reply.speech
    nothing = await alexa.says("OnPlaylistIntent")
    assert nothing.open


async def test_a_genre_or_a_mood_is_told_by_its_artists(
    alexa: Alexa, collection: Collection
) -> None:
    """What the listener's favourites are known for; nobody knows it of all songs."""
    collection.artists = {"months": (Artist("a1", "Eno", ("ambient",)),)}
    collection.contents["id-Gym"] = items(
        track("Ending", "Eno"), track("SOS", "Abba"), track("Run", "Snow Patrol")
    )
    await alexa.says("OpenPlaylistIntent", playlist="gym")
    reply = await alexa.says("OnPlaylistIntent", song="any ambient")
    assert "Yes, Gym has Ending by Eno. " in reply.speech
    reply = await alexa.says("OnPlaylistIntent", song="something calm")
    assert "Yes, Gym has Ending by Eno. " in reply.speech
    reply = await alexa.says("OnPlaylistIntent", song="reggae")
    assert "I see no reggae on Gym, but I don't know every song's genre" in reply.speech


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("de-DE", "was ruhiges"),
        ("fr-FR", "calme"),
        ("es-ES", "tranquilo"),
        ("it-IT", "tranquillo"),
        ("pt-BR", "calma"),
        ("ja-JP", "静かな曲"),
    ],
)
async def test_a_mood_on_a_playlist_in_every_language(
    alexa: Alexa, collection: Collection, locale: str, words: str
) -> None:
    alexa.speaks(locale)
    collection.artists = {"months": (Artist("a1", "Eno", ("ambient",)),)}
    collection.contents["id-Gym"] = items(track("Ending", "Eno"))
    await alexa.says("OpenPlaylistIntent", playlist="gym")
    assert "Ending" in (await alexa.says("OnPlaylistIntent", song=words)).speech


async def test_the_song_stays_meant_where_no_playlist_has_the_name(
    alexa: Alexa, collection: Collection
) -> None:
    collection.contents["id-Gym"] = items(track("SOS", "Abba"))
    await alexa.says("OpenPlaylistIntent", playlist="gym")
    await alexa.says("SelectIntent", number="1")
    reply = await alexa.says("OnPlaylistIntent", playlist="zumba")
    assert "zumba" in reply.speech
    assert "Abba" in (await alexa.says("PlaylistOwnerIntent")).speech


async def test_a_song_that_was_named_takes_the_place_of_the_one_before(
    alexa: Alexa, collection: Collection
) -> None:
    collection.contents["id-Gym"] = items(track("SOS", "Abba"))
    await alexa.says("OpenPlaylistIntent", playlist="gym")
    await alexa.says("SelectIntent", number="1")
    await alexa.says("OnPlaylistIntent", song="waterloo", playlist="zumba")
    assert "Abba" not in (await alexa.says("PlaylistOwnerIntent")).speech
