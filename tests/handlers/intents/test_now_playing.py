""" "What's playing?": told, and then it is what "it" means."""

import pytest
from msgspec.structs import replace

from providers.errors import ScopeMissing
from providers.music import Album, Artist, NowPlaying
from tests.handlers.alexa import Alexa
from tests.handlers.collection import Collection, items, track

SONG = track("Avril 14th", "Aphex Twin")  # which Deep Focus has


@pytest.fixture
def playing(collection: Collection) -> Collection:
    collection.plays_now = NowPlaying("track", SONG)
    return collection


async def test_the_song_is_told(alexa: Alexa, playing: Collection) -> None:
    reply = await alexa.says("NowPlayingIntent")
    assert reply.speech == "You're listening to Avril 14th by Aphex Twin. What next?"
    assert "Avril 14th by Aphex Twin\nFrom Spotify" in reply.card
    assert reply.open
    playing.plays_now = NowPlaying("track", SONG, paused=True)
    again = await alexa.says("NowPlayingIntent")
    assert again.speech.startswith("You've paused Avril 14th by Aphex Twin.")


async def test_the_song_is_what_it_means(alexa: Alexa, playing: Collection) -> None:
    await alexa.says("ListPlaylistsIntent")
    await alexa.says("NowPlayingIntent")
    assert "Aphex Twin" in (await alexa.says("PlaylistOwnerIntent")).speech
    assert "3 minutes" in (await alexa.says("PlaylistLengthIntent")).speech
    found = await alexa.says("WhichPlaylistIntent", song="it")
    assert "Deep Focus" in found.speech
    await alexa.says("NowPlayingIntent")
    more = await alexa.says("MoreLikeThisIntent")
    assert "More like Avril 14th." in more.speech
    await alexa.says("NowPlayingIntent")
    assert "Avril 14th by Aphex Twin on" in (await alexa.says("PlayIntent")).speech


async def test_the_year_is_told(alexa: Alexa, collection: Collection) -> None:
    album = Album("a1", "Drukqs", SONG.artists, released="2001-10-22")
    song = replace(SONG, album=album)
    collection.plays_now = NowPlaying("track", song)
    collection.contents = {collection.shelf[0].id: items(song)}
    await alexa.says("NowPlayingIntent")
    speech = (await alexa.says("PlaylistOwnerIntent")).speech
    assert "Aphex Twin, from the album Drukqs, released in 2001." in speech


async def test_it_stays_when_the_player_goes_on(
    alexa: Alexa, playing: Collection
) -> None:
    await alexa.says("NowPlayingIntent")
    playing.plays_now = NowPlaying("track", track("Says", "Nils Frahm"))
    assert "Aphex Twin" in (await alexa.says("PlaylistOwnerIntent")).speech
    repeated = await alexa.says("AMAZON.RepeatIntent")
    assert "Aphex Twin" in repeated.speech


async def test_repeat_asks_once_more(alexa: Alexa, playing: Collection) -> None:
    first = await alexa.says("NowPlayingIntent")
    assert (await alexa.says("AMAZON.RepeatIntent")).speech == first.speech


@pytest.mark.parametrize(
    ("now", "speech"),
    [
        (NowPlaying("nothing"), "Nothing is playing on your Spotify right now."),
        (NowPlaying("ad"), "An ad is playing right now."),
        (NowPlaying("unknown"), "Spotify doesn't say what's playing."),
    ],
)
async def test_no_song(
    alexa: Alexa, collection: Collection, now: NowPlaying, speech: str
) -> None:
    collection.plays_now = now
    reply = await alexa.says("NowPlayingIntent")
    assert reply.speech == f"{speech} Shall I find you something?"
    assert alexa.attributes["question"]["purpose"] == "recommend"


@pytest.mark.parametrize(
    "intent",
    [
        "PlaylistOwnerIntent",
        "SongFactsIntent",
        "ArtistFactsIntent",
        "AlbumTracksIntent",
    ],
)
async def test_a_question_about_silence(
    alexa: Alexa, collection: Collection, intent: str
) -> None:
    """Who asks "what album is this off?" first of all, means what plays."""
    collection.plays_now = NowPlaying("nothing")
    reply = await alexa.says(intent)
    assert reply.speech.startswith("Nothing is playing on your Spotify right now.")
    assert alexa.attributes["question"]["purpose"] == "recommend"
    collection.plays_now = NowPlaying("ad")
    reply = await Alexa(alexa.skill).says(intent)
    assert "Nothing is playing" not in reply.speech


async def test_a_podcast(alexa: Alexa, collection: Collection) -> None:
    episode = replace(SONG, spoken=True, artists=(Artist(None, "Talks"),))
    collection.plays_now = NowPlaying("episode", episode)
    reply = await alexa.says("NowPlayingIntent")
    assert reply.speech == "That's a podcast, Avril 14th by Talks. What next?"
    assert "play the podcast Talks" in (await alexa.says("PlayIntent")).speech


async def test_a_file_of_ones_own(alexa: Alexa, collection: Collection) -> None:
    collection.plays_now = NowPlaying("track", replace(SONG, id=None, local=True))
    assert "Avril 14th" in (await alexa.says("NowPlayingIntent")).speech
    assert "file of your own" in (await alexa.says("PlayIntent")).speech


async def test_who_linked_before_may_link_again(
    alexa: Alexa, collection: Collection
) -> None:
    collection.fails = {"now_playing": ScopeMissing()}
    reply = await alexa.says("NowPlayingIntent")
    assert "linked your account before I could do that" in reply.speech
    assert reply.links
    assert (await alexa.says("ListPlaylistsIntent")).open  # nothing else changes


@pytest.fixture
def playing_deep_focus(collection: Collection) -> Collection:
    collection.plays_now = NowPlaying("track", SONG, playlist="id-Deep Focus")
    return collection


async def test_of_a_playlist_that_plays_both_are_told(
    alexa: Alexa, playing_deep_focus: Collection
) -> None:
    made = await alexa.says("PlaylistOwnerIntent")
    assert made.speech.startswith("The song is by Aphex Twin. You made Deep Focus")
    long = await alexa.says("PlaylistLengthIntent")
    assert "Deep Focus has 5 tracks" in long.speech
    assert "This song runs for 3 minutes." in long.speech
    saved = await alexa.says("WhichPlaylistIntent", song="it")
    assert "Avril 14th on Deep Focus" in saved.speech


@pytest.mark.parametrize(
    ("intent", "slots", "told"),
    [
        ("OpenPlaylistIntent", {}, "Deep Focus"),
        ("PlaylistNewsIntent", {}, "New on Deep Focus"),
        ("OnPlaylistIntent", {"song": "says"}, "Deep Focus has Says"),
        ("PlaylistArtistsIntent", {}, "on Deep Focus"),
    ],
)
async def test_what_is_asked_of_playlists_means_the_one_that_plays(
    alexa: Alexa,
    playing_deep_focus: Collection,
    intent: str,
    slots: dict[str, str],
    told: str,
) -> None:
    assert told in (await alexa.says(intent, **slots)).speech
    alexa.attributes.clear()
    await alexa.says("NowPlayingIntent")
    if intent != "PlaylistNewsIntent":
        assert told in (await alexa.says(intent, **slots)).speech


async def test_what_was_named_is_meant_and_not_what_plays(
    alexa: Alexa, playing_deep_focus: Collection
) -> None:
    await alexa.says("NowPlayingIntent")
    assert "It runs" not in (await alexa.says("PlaylistOwnerIntent")).speech
    assert "Deep Focus" not in (await alexa.says("PlaylistLengthIntent")).speech
    await alexa.says("ListPlaylistsIntent")
    assert "hich" in (await alexa.says("PlaylistLengthIntent")).speech


async def test_a_playlist_of_somebody_else_that_plays_is_not_told_of(
    alexa: Alexa, collection: Collection
) -> None:
    collection.plays_now = NowPlaying("track", SONG, playlist="not-listed")
    assert "Aphex Twin" in (await alexa.says("PlaylistOwnerIntent")).speech
    alexa.attributes.clear()
    assert "hich" in (await alexa.says("OpenPlaylistIntent")).speech
