""" "Play it": what to ask Alexa's own music skill for, and honest answers."""

from dataclasses import replace
from typing import Any

import msgspec
import pytest

from providers.errors import Unavailable
from providers.music import Album, Artist, SavedTrack
from simulator.alexa.requests import ScreenProfile
from tests.handlers.alexa import NOON, Alexa, said
from tests.handlers.apl_rules import components
from tests.handlers.collection import Collection, playlist, track
from tests.handlers.screens import PICTURE, SCREENS, drawn, watching

SECOND = said("second", "2")
SHUFFLED = said("shuffle", "shuffled")


async def heard(alexa: Alexa, **slots: Any) -> str:
    reply = await alexa.says("PlayIntent", **slots)
    assert reply.closed, reply.speech
    assert reply.card
    return reply.speech.partition("Say: ")[2].rstrip(".")


async def test_a_playlist_by_its_name(alexa: Alexa) -> None:
    reply = await alexa.says("PlayIntent", playlist="deep focus")
    assert "Alexa, play the playlist Deep Focus on Spotify." in reply.speech
    assert "music" in reply.speech
    assert reply.closed
    assert 'Say: "Alexa, play the playlist Deep Focus on Spotify"' in reply.card
    assert "open.spotify.com" not in reply.speech


async def test_another_speaker_is_chosen_by_its_name(alexa: Alexa) -> None:
    for speaker, hint in (
        (said("phone", "phone"), True),
        (said("here", "here"), False),
    ):
        request = await heard(alexa, playlist="deep focus", speaker=speaker)
        assert request.startswith("Alexa, play the playlist Deep Focus on Spotify")
        assert ("add its name" in request) is hint


async def test_music_is_no_name(alexa: Alexa, collection: Collection) -> None:
    reply = await alexa.says("PlayIntent", playlist="some music", speaker="phone")
    assert "what you'd like to hear" in reply.speech
    collection.shelf = (playlist("Music", id="m"),)
    own = said("music", "m", dynamic=True)
    request = await heard(alexa, playlist=own)
    assert request == "Alexa, play the playlist Music on Spotify"


async def test_what_cannot_be_queued_is_handed_off(alexa: Alexa) -> None:
    await alexa.says("OpenPlaylistIntent", playlist="deep focus")
    for slots in ({"position": SECOND}, {"title": "avril fourteenth"}):
        reply = await alexa.says("QueueIntent", **slots)
        assert "can't queue" in reply.speech
        assert "Alexa, play Avril 14th by Aphex Twin on Spotify" in reply.speech
        await alexa.says("OpenPlaylistIntent", playlist="deep focus")


async def test_shuffled(alexa: Alexa) -> None:
    shuffled = await heard(alexa, playlist="deep focus", order=SHUFFLED)
    assert shuffled == "Alexa, shuffle the playlist Deep Focus on Spotify"
    await alexa.says("OpenPlaylistIntent", playlist="deep focus")
    assert await heard(alexa, order=SHUFFLED) == shuffled


async def test_what_was_named_last(alexa: Alexa) -> None:
    await alexa.says("OpenPlaylistIntent", playlist="deep focus")
    assert (
        await heard(alexa) == "Alexa, play the playlist Deep Focus on Spotify"
    )  # the playlist whose songs were read
    await alexa.says("OpenPlaylistIntent", playlist="deep focus")
    await alexa.says("SelectIntent", position=SECOND)
    assert await heard(alexa) == "Alexa, play Avril 14th by Aphex Twin on Spotify"


@pytest.mark.parametrize(
    ("slots", "song"),
    [
        ({"position": SECOND}, "Avril 14th by Aphex Twin"),
        ({"position": said("last", "-1")}, "Rhubarb by Aphex Twin"),
        ({"number": "5"}, "Strobe by deadmau5"),
        ({"playlist": "the second one"}, "Avril 14th by Aphex Twin"),
        ({"title": "the second one"}, "Avril 14th by Aphex Twin"),
        ({"playlist": "avril fourteenth"}, "Avril 14th by Aphex Twin"),
        ({"title": "an ending"}, "An Ending by Brian Eno"),
    ],
)
async def test_one_of_the_page(alexa: Alexa, slots: Any, song: str) -> None:
    await alexa.says("OpenPlaylistIntent", playlist="deep focus")
    assert await heard(alexa, **slots) == f"Alexa, play {song} on Spotify"


async def test_a_number_counts_in_the_list(alexa: Alexa) -> None:
    await alexa.says("OpenPlaylistIntent", playlist="deep focus")
    await alexa.says("AMAZON.NextIntent")
    assert "Avril 14th" in await heard(alexa, number="2")
    assert "Deep Focus" in await heard(Alexa(alexa.skill), number="1")


async def test_a_place_on_no_page_plays_nothing(alexa: Alexa) -> None:
    reply = await alexa.says("PlayIntent", position=SECOND)
    assert "I'm not reading a list" in reply.speech


@pytest.mark.parametrize("intent", ["PlayIntent", "SelectIntent"])
async def test_a_place_where_no_list_was_read_is_no_playlist(
    alexa: Alexa, intent: str
) -> None:
    await alexa.says("CountPlaylistsIntent")
    reply = await alexa.says(intent, position=SECOND)
    assert "I'm not reading a list" in reply.speech
    await alexa.opens()
    assert "not reading" not in (await alexa.says(intent, position=SECOND)).speech


async def test_no_such_number_keeps_the_conversation(alexa: Alexa) -> None:
    await alexa.says("OpenPlaylistIntent", playlist="deep focus")
    reply = await alexa.says("PlayIntent", number="9")
    assert reply.open
    assert "from one to 5" in reply.speech


async def test_several_named_are_asked_about(alexa: Alexa) -> None:
    await alexa.says("ListPlaylistsIntent")
    reply = await alexa.says("PlayIntent")
    assert reply.open
    assert reply.speech == "Which number?"
    reply = await alexa.says("SelectIntent", number="2")
    assert "Alexa, play the playlist " in reply.speech
    assert reply.closed


async def test_the_song_that_was_named_and_not_its_playlist(alexa: Alexa) -> None:
    await alexa.says("WhichPlaylistIntent", song="avril fourteenth")
    reply = await alexa.says("PlaySongIntent")
    assert "Avril 14th by Aphex Twin" in reply.speech
    await alexa.says("OpenPlaylistIntent", playlist="deep focus")
    reply = await alexa.says("PlaySongIntent")
    assert reply.speech == "Which number?"


async def test_a_name_that_two_playlists_have(
    alexa: Alexa, collection: Collection
) -> None:
    collection.shelf = (
        playlist("Summer", id="one", size=7),
        playlist("Summer", id="two", size=8),
    )
    asked = await alexa.says("PlayIntent", playlist="summer", order=SHUFFLED)
    assert asked.open
    assert "Summer with 7 tracks" in asked.speech
    reply = await alexa.says("SelectIntent", position=SECOND)
    assert "Alexa, shuffle the playlist Summer" in reply.speech
    assert "playlist/two" in reply.card
    await alexa.says("PlayIntent", playlist="summer")
    assert await heard(alexa, position=said("first", "1")) == (
        "Alexa, play the playlist Summer on Spotify"
    )


@pytest.mark.parametrize(
    ("slots", "request_"),
    [
        ({"playlist": "bohemian rhapsody"}, "bohemian rhapsody"),
        ({"playlist": "discover weekly"}, "discover weekly"),
        ({"title": "imagine by john lennon"}, "imagine by john lennon"),
        ({"genre": said("jazz", "jazz")}, "some jazz"),
        ({"artist": said("nina simone", "a7", dynamic=True)}, "nina simone"),
    ],
)
async def test_what_is_not_in_the_library(
    alexa: Alexa, slots: Any, request_: str
) -> None:
    assert await heard(alexa, **slots) == f"Alexa, play {request_} on Spotify"
    alexa.unlinks()  # it needs no permission
    assert await heard(alexa, **slots) == f"Alexa, play {request_} on Spotify"


async def test_a_library_that_cannot_be_read_is_no_hindrance(
    alexa: Alexa, collection: Collection
) -> None:
    collection.fails = {"playlists": Unavailable()}
    assert "play deep focus on" in await heard(alexa, playlist="deep focus")


async def test_the_search_for_words_is_on_the_card(alexa: Alexa) -> None:
    reply = await alexa.says("PlayIntent", title="sturm & drang")
    assert "https://open.spotify.com/search/sturm%20%26%20drang" in reply.card
    assert "From Spotify" in reply.card


async def test_nothing_to_play(alexa: Alexa) -> None:
    reply = await alexa.says("PlayIntent")
    assert reply.open
    assert "don't know yet what you'd like to hear" in reply.speech
    assert alexa.attributes["question"]["purpose"] == "recommend"


@pytest.fixture
def odd(collection: Collection) -> Collection:
    """One song of each kind that Alexa cannot play, and one that has no artist."""
    song = track("Odd", "Somebody")
    collection.saved = tuple(
        SavedTrack(one, NOON)
        for one in (
            msgspec.structs.replace(song, id=None, local=True),
            msgspec.structs.replace(song, id="b" * 22, playable=False),
            msgspec.structs.replace(
                song, id="c" * 22, spoken=True, artists=(Artist(None, "Talks"),)
            ),
            msgspec.structs.replace(song, id="d" * 22, artists=()),
            msgspec.structs.replace(song, id="e" * 22, title="🌊"),
        )
    )
    return collection


@pytest.mark.parametrize(
    ("number", "speech", "link"),
    [
        ("1", "Odd is a file of your own", ""),
        ("2", "Odd can't be played on Spotify where you are", ""),
        ("3", "Alexa, play the podcast Talks on Spotify", "episode/"),
        ("4", "Alexa, play the song Odd on Spotify", "track/"),
        ("5", "that name can't be spoken", "track/"),
    ],
)
async def test_what_cannot_simply_be_played(
    alexa: Alexa, odd: Collection, number: str, speech: str, link: str
) -> None:
    await alexa.says("LatestAdditionsIntent")
    reply = await alexa.says("PlayIntent", number=number)
    assert speech in reply.speech
    assert reply.closed == bool(link)
    assert (f"open.spotify.com/{link}" in reply.card) == bool(link)


async def test_what_is_gone(alexa: Alexa, odd: Collection) -> None:
    await alexa.says("LatestAdditionsIntent")
    await alexa.says("SelectIntent", number="4")
    odd.saved = odd.saved[:2]
    reply = await alexa.says("PlayIntent")
    assert reply.open
    assert "isn't there any more" in reply.speech


async def test_an_album_and_an_artist(alexa: Alexa, collection: Collection) -> None:
    frahm = Artist("a" * 22, "Nils Frahm")
    collection.followed = (frahm,)
    album = Album("b" * 22, "Late", (frahm,), "2026-11-01", 9)
    collection.albums = {frahm.id: (album,)}  # type: ignore[dict-item]
    await alexa.says("NewReleasesIntent")
    album_reply = await alexa.says("PlayIntent", position=said("first", "1"))
    assert "play the album Late by Nils Frahm on Spotify" in album_reply.speech
    assert f"open.spotify.com/album/{'b' * 22}" in album_reply.card
    await alexa.says("FollowedArtistsIntent")
    artist_reply = await alexa.says("PlayIntent", position=said("first", "1"))
    assert "Alexa, play Nils Frahm on Spotify" in artist_reply.speech
    assert f"open.spotify.com/artist/{'a' * 22}" in artist_reply.card


async def test_the_demo_has_songs_that_there_are(alexa: Alexa) -> None:
    alexa.unlinks()
    await alexa.says("DemoIntent")
    await alexa.says("ListPlaylistsIntent")
    reply = await alexa.says("PlayIntent", position=said("first", "1"))
    assert reply.open
    assert "only in this demo" in reply.speech
    await alexa.says("TopTracksIntent")
    song = await alexa.says("PlayIntent", position=said("first", "1"))
    assert "Say: Alexa, play" in song.speech
    assert "open.spotify.com" not in song.card


async def test_card_and_screen_show_the_picture(
    alexa: Alexa, collection: Collection
) -> None:
    watching(alexa, collection)
    await alexa.says("TopTracksIntent")
    reply = await alexa.says("PlayIntent", position=said("first", "1"))
    seen = drawn(reply)
    assert seen is not None
    assert seen["image"] == PICTURE
    assert reply.response["card"]["image"]["largeImageUrl"] == PICTURE


@pytest.mark.parametrize("screen", [None, *SCREENS.values()])
async def test_a_screen_has_a_button_that_opens_the_address(
    alexa: Alexa, screen: ScreenProfile | None
) -> None:
    alexa.device = replace(alexa.device, screen=screen)
    reply = await alexa.says("PlayIntent", title="imagine")
    seen = drawn(reply)
    assert (seen is None) == (screen is None)
    if seen:
        assert seen["name"] == "words"
        assert seen["text"] == "“Alexa, play imagine on Spotify”"
        assert seen["hint"] == "Open in Spotify"
        assert seen["link"] == "https://open.spotify.com/search/imagine"
        document = reply.directives[0]["document"]
        (button,) = [one for one in components(document) if one.get("id") == "open"]
        assert "environment.allowOpenURL" in button["when"]
        assert button["onPress"][0]["type"] == "OpenURL"


async def test_one_song_cannot_be_shuffled(alexa: Alexa) -> None:
    await alexa.says("OpenPlaylistIntent", playlist="deep focus")
    await alexa.says("SelectIntent", position=SECOND)
    reply = await alexa.says("PlayIntent", order=SHUFFLED)
    assert "only shuffle a playlist" in reply.speech
    assert reply.open
