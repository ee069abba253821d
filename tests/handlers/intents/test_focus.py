"""What "this", "it" and "that one" mean: what was named last, whatever it was."""

from typing import Any

import pytest

from providers.music import Album, Artist, SavedTrack
from simulator.alexa.requests import ScreenProfile
from tests.handlers.alexa import NOON, Alexa, said
from tests.handlers.collection import Collection, track

pytestmark = pytest.mark.no_cover

FIRST = {"position": said("first", "1")}
SECOND = {"position": said("second", "2")}


@pytest.fixture
def eno(collection: Collection) -> Collection:
    """A library with artists, saved songs and a new album."""
    collection.artists = {"months": (Artist("a1", "Nils Frahm"), Artist("a2", "Eno"))}
    album = Album("album-2", "Late", artists=(Artist("a1", "Nils Frahm"),), size=9)
    collection.followed = (Artist("a1", "Nils Frahm"),)
    collection.albums = {
        "a1": (album.__class__("album-2", "Late", album.artists, "2026-11-01", 9),)
    }
    collection.saved = tuple(
        SavedTrack(track(f"Song {n}", f"Artist {n}"), NOON) for n in range(4)
    )
    return collection


async def test_a_song_of_a_list(alexa: Alexa) -> None:
    await alexa.says("OpenPlaylistIntent", playlist="deep focus")
    await alexa.says("SelectIntent", **SECOND)
    assert "by Aphex Twin" in (await alexa.says("PlaylistOwnerIntent")).speech.replace(
        "That's", "It's by"
    )
    assert (
        "Avril 14th by Aphex Twin runs for 3 minutes"
        in (await alexa.says("PlaylistLengthIntent")).speech
    )
    assert "Avril 14th" in (await alexa.says("OpenPlaylistIntent")).speech
    assert "Number 2 is Avril 14th" in (await alexa.says("OpenPlaylistIntent")).speech
    news = await alexa.says("PlaylistNewsIntent")
    assert "New on Deep Focus" in news.speech


async def test_a_song_is_told_with_its_album(alexa: Alexa) -> None:
    await alexa.says("OpenPlaylistIntent", playlist="deep focus")
    await alexa.says("SelectIntent", **FIRST)
    assert (
        "Brian Eno, from the album Ambient 1. "
        in (await alexa.says("PlaylistOwnerIntent")).speech
    )


async def test_a_playlist_that_was_asked_about(alexa: Alexa) -> None:
    await alexa.says("PlaylistOwnerIntent", playlist="deep focus")
    assert "5 tracks" in (await alexa.says("PlaylistLengthIntent")).speech
    assert "An Ending" in (await alexa.says("OpenPlaylistIntent")).speech
    assert "You made Deep Focus" in (await alexa.says("PlaylistOwnerIntent")).speech


async def test_the_playlist_that_a_song_is_on(
    alexa: Alexa, collection: Collection
) -> None:
    await alexa.says("WhichPlaylistIntent", song="strobe")
    assert "5 tracks" in (await alexa.says("PlaylistLengthIntent")).speech


async def test_several_things_are_not_it(alexa: Alexa) -> None:
    await alexa.says("OpenPlaylistIntent", playlist="deep focus")
    await alexa.says("ListPlaylistsIntent")
    assert "focus" not in alexa.attributes
    for intent in ("PlaylistLengthIntent", "OpenPlaylistIntent"):
        reply = await alexa.says(intent)
        assert reply.speech in ("Which playlist?", "Which playlist do you mean?")


async def test_an_album_and_an_artist(alexa: Alexa, eno: Collection) -> None:
    await alexa.says("NewReleasesIntent")
    assert "Nils Frahm" in (await alexa.says("PlaylistOwnerIntent")).speech
    assert "9 tracks" in (await alexa.says("PlaylistLengthIntent")).speech
    await alexa.says("TopArtistsIntent")
    assert "focus" not in alexa.attributes
    await alexa.says("SelectIntent", **SECOND)
    assert alexa.attributes["focus"] == {
        "kind": "artist",
        "id": "a2",
        "in": "top-artists",
    }
    assert "Number 2 is Eno" in (await alexa.says("PlaylistOwnerIntent")).speech


async def test_a_touched_row(alexa: Alexa, eno: Collection) -> None:
    alexa.device = alexa.device.__class__(
        skill_id="s", token="ada", screen=ScreenProfile()
    )
    await alexa.says("OpenPlaylistIntent", playlist="deep focus")
    rows = alexa.attributes["focus"]["id"]
    await alexa.touches("choose", "tracks", rows, 4, "track-Says")
    assert "Nils Frahm" in (await alexa.says("PlaylistOwnerIntent")).speech


async def test_which_playlist_has_this_song(alexa: Alexa) -> None:
    await alexa.says("OpenPlaylistIntent", playlist="deep focus")
    await alexa.says("SelectIntent", **SECOND)
    reply = await alexa.says("WhichPlaylistIntent", song="this song")
    assert "Avril 14th on Deep Focus" in reply.speech


@pytest.mark.parametrize("words", [None, "a song"])
async def test_a_search_for_a_song_asks_which(alexa: Alexa, words: str | None) -> None:
    await alexa.says("OpenPlaylistIntent", playlist="deep focus")
    await alexa.says("SelectIntent", **SECOND)
    assert "Which song" in (await alexa.says("WhichPlaylistIntent", song=words)).speech


async def test_what_is_on_an_open_playlist(alexa: Alexa) -> None:
    opened = await alexa.says("OpenPlaylistIntent", playlist="deep focus")
    assert "An Ending" in opened.speech
    more = await alexa.says("OpenPlaylistIntent")  # "what's on it?"
    assert "An Ending" not in more.speech
    assert "end of the list" in (await alexa.says("OpenPlaylistIntent")).speech
    again = await alexa.says("OpenPlaylistIntent", playlist="deep focus")
    assert again.card == opened.card
    assert "You made Deep Focus" in (await alexa.says("PlaylistOwnerIntent")).speech
    assert "15 minutes" in (await alexa.says("PlaylistLengthIntent")).speech
    assert "New on Deep Focus" in (await alexa.says("PlaylistNewsIntent")).speech


async def test_the_song_that_was_found_is_this_song(
    alexa: Alexa, collection: Collection, eno: Collection
) -> None:
    await alexa.says("WhichPlaylistIntent", song="avril 14th")
    reply = await alexa.says("MoreLikeThisIntent")
    assert "More like Avril 14th." in reply.speech
    collection.contents["id-Gym"] = collection.contents["id-Deep Focus"]
    await alexa.says("WhichPlaylistIntent", song="avril 14th")
    reply = await alexa.says("MoreLikeThisIntent")
    assert "More like Avril 14th." in reply.speech
    await alexa.says("WhichPlaylistIntent", song="avril 14th")
    assert "Deep Focus has" in (await alexa.says("OpenPlaylistIntent")).speech


async def test_no_opinion_of_what_was_not_named(alexa: Alexa, eno: Collection) -> None:
    await alexa.says("RecommendIntent")
    await alexa.says("LatestAdditionsIntent")
    reply = await alexa.says("LikeIntent")
    assert "Which song" in reply.speech
    assert reply.open
    await alexa.says("ListPlaylistsIntent")
    await alexa.says("OpenPlaylistIntent", playlist="deep focus")
    assert "Which song" in (await alexa.says("LikeIntent")).speech


async def test_an_opinion_of_a_place(alexa: Alexa, eno: Collection) -> None:
    assert "Which song" in (await alexa.says("LikeIntent", **SECOND)).speech
    await alexa.says("LatestAdditionsIntent")
    assert "Noted: you like" in (await alexa.says("LikeIntent", **SECOND)).speech
    assert "goes from" in (await alexa.says("LikeIntent", number="999")).speech
    await alexa.says("ListPlaylistsIntent")
    assert "Which song" in (await alexa.says("DislikeIntent", **SECOND)).speech
    await alexa.says("ListPlaylistsIntent")
    opened = await alexa.says("LikeIntent", **SECOND)
    await alexa.says("ListPlaylistsIntent")
    assert opened.speech == (await alexa.says("SelectIntent", **SECOND)).speech


async def test_an_opinion_of_a_song_of_a_list(alexa: Alexa, eno: Collection) -> None:
    await alexa.says("LatestAdditionsIntent")
    await alexa.says("SelectIntent", **SECOND)
    reply = await alexa.says("LikeIntent")
    assert "Good to know." in reply.speech


@pytest.mark.parametrize(
    ("intent", "slots", "artist"),
    [
        ("TopArtistsIntent", FIRST, "Nils Frahm"),
        ("NewReleasesIntent", FIRST, "Nils Frahm"),
        ("LatestAdditionsIntent", SECOND, "Artist 1"),
    ],
)
async def test_more_like_this_of_anything(
    alexa: Alexa, eno: Collection, intent: str, slots: dict[str, str], artist: str
) -> None:
    await alexa.says(intent)
    await alexa.says("SelectIntent", **slots)
    reply = await alexa.says("MoreLikeThisIntent")
    assert artist in reply.speech


async def test_more_like_a_playlist(alexa: Alexa, eno: Collection) -> None:
    await alexa.says("OpenPlaylistIntent", playlist="deep focus")
    reply = await alexa.says("MoreLikeThisIntent")
    assert "More like Deep Focus" in reply.speech or "Aphex Twin" in reply.speech


async def test_what_is_gone_is_nothing(alexa: Alexa, eno: Collection) -> None:
    await alexa.says("OpenPlaylistIntent", playlist="deep focus")
    await alexa.says("SelectIntent", **SECOND)
    collection_id = alexa.attributes["focus"]["of"]
    eno.contents[collection_id] = eno.contents[collection_id][:1]
    assert (await alexa.says("PlaylistOwnerIntent")).speech in (
        "Which playlist?",
        "Which playlist do you mean?",
    )
    for intent in ("OpenPlaylistIntent", "MoreLikeThisIntent", "LikeIntent"):
        assert (await alexa.says(intent)).open


@pytest.mark.slow
@pytest.mark.parametrize(
    "focus",
    [
        {"kind": "track", "id": "x", "in": "nowhere"},
        {"kind": "pick", "id": "x", "in": "picks"},
        {"kind": "track", "id": "x", "in": "playlists"},
        {"kind": "artist", "id": "id-Gym", "in": "playlists"},
        {"kind": "playlist", "id": "gone", "in": "playlists"},
        {"kind": "song", "id": "x", "in": "tracks"},
        {"kind": "track", "id": "x"},
        [],
    ],
)
@pytest.mark.parametrize(
    "intent",
    [
        *("PlaylistOwnerIntent", "PlaylistLengthIntent", "PlaylistNewsIntent"),
        *("OpenPlaylistIntent", "LikeIntent", "MoreLikeThisIntent", "WhyIntent"),
        "WhichPlaylistIntent",
    ],
)
async def test_a_focus_that_was_bent(
    alexa: Alexa, eno: Collection, focus: object, intent: str
) -> None:
    alexa.attributes = {"focus": focus}
    reply = await alexa.says(intent)
    assert reply.turn.outcome == "answered"
    assert reply.open


@pytest.mark.parametrize(
    ("intent", "slots", "answer"),
    [
        ("NewByArtistIntent", {"performer": "the first one"}, "Late"),
        (
            "RecommendIntent",
            {"performer": "the first one", "novelty": said("new", "new")},
            "Late",
        ),
        ("ArtistFactsIntent", {"performer": "the first one"}, "Nils Frahm"),
        ("SongsByArtistIntent", {"performer": "the second one"}, "Eno"),
        ("SongsByArtistIntent", {"performer": "number two"}, "Eno"),
        ("RecommendIntent", {"artist": "the second one"}, "More like Eno"),
    ],
)
async def test_an_artist_of_the_list_by_place(
    alexa: Alexa, eno: Collection, intent: str, slots: dict[str, Any], answer: str
) -> None:
    await alexa.says("TopArtistsIntent")
    assert answer in (await alexa.says(intent, **slots)).speech


@pytest.mark.parametrize("intent", ["ListPlaylistsIntent", "OpenPlaylistIntent"])
async def test_a_dislike_of_a_page_is_a_no(alexa: Alexa, intent: str) -> None:
    await alexa.says("OpenPlaylistIntent", playlist="deep focus")
    await alexa.says(intent)
    reply = await alexa.says("DislikeIntent")
    assert "What would you like instead" in reply.speech
    assert reply.open
