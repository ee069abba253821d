"""Questions about the listener's own music: how many by whom, genres, when last."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from providers.music import Album, Artist, Found, NowPlaying, Play, SavedTrack
from tests.handlers.alexa import NOON, Alexa, said
from tests.handlers.collection import Collection, items, playlist, track

FRAHM = Artist("f1", "Nils Frahm")
SAYS, AMBRE, OTHER = (
    track("Says", "Nils Frahm"),
    track("Ambre", "Nils Frahm"),
    track("Xtal", "Aphex Twin"),
)


@pytest.fixture(autouse=True)
def music(collection: Collection) -> Collection:
    collection.saved = tuple(SavedTrack(song) for song in (SAYS, AMBRE, OTHER))
    collection.plays = (
        Play(OTHER, NOON - timedelta(hours=3)),
        Play(SAYS, NOON - timedelta(days=2)),
    )
    return collection


async def test_songs_of_an_artist_are_counted(alexa: Alexa) -> None:
    reply = await alexa.says("SongsByArtistIntent", performer="nils frahm")
    assert "2 songs by Nils Frahm" in reply.speech
    none = await alexa.says("SongsByArtistIntent", performer="abba")
    assert "can't see any songs by abba" in none.speech


async def test_genres_are_told_where_they_are_known(
    alexa: Alexa, music: Collection
) -> None:
    music.artists["months"] = (FRAHM,)
    reply = await alexa.says("TopGenresIntent")
    assert "doesn't tell me genres" in reply.speech
    assert "Nils Frahm" in reply.speech
    music.artists["months"] = (replace(FRAHM, genres=("classical", "ambient")), FRAHM)
    told = await alexa.says("TopGenresIntent")
    assert "mostly classical" in told.speech


async def test_when_it_was_heard_last(alexa: Alexa) -> None:
    for heard, told in (
        ("xtal", "Xtal by Aphex Twin about 3 hours ago"),
        ("nils frahm", "Says by Nils Frahm 2 days ago"),
        ("dancing queen", "can't see dancing queen among your last plays"),
    ):
        assert told in (await alexa.says("LastHeardIntent", song=heard)).speech
    await alexa.says("RecentPlaysIntent")
    await alexa.says("SelectIntent", number="2")
    assert "2 days ago" in (await alexa.says("LastHeardIntent")).speech


async def test_whose_song_is_asked_where_several_are_called_so(
    alexa: Alexa, music: Collection
) -> None:
    others = (track("Says", "Somebody", id="s2"), track("Says", "Nobody", id="s3"))
    music.found = Found(tracks=others)
    reply = await alexa.says("SongFactsIntent", song="says")
    assert "called Says, by Nils Frahm, Somebody, and Nobody" in reply.speech
    second = await alexa.says("SelectIntent", number="2")
    assert "Says by Somebody" in second.speech


async def test_what_an_artist_released_lately(alexa: Alexa, music: Collection) -> None:
    music.found = Found(artists=(FRAHM,))
    music.albums = {"f1": (Album("a9", "Spaces", released="2013-11-19"),)}
    old = await alexa.says("NewByArtistIntent", performer="nils frahm")
    assert "Nothing lately. The newest by Nils Frahm is Spaces, from 2013" in old.speech
    music.albums = {"f1": (Album("a8", "Day", released="2026-11-01"),)}
    new = await alexa.says("NewByArtistIntent", performer="nils frahm")
    assert "New by Nils Frahm: Day." in new.speech
    music.albums = {}
    none = await alexa.says("NewByArtistIntent", performer="nils frahm")
    assert "can't see any releases" in none.speech


async def test_the_same_about_another_artist(alexa: Alexa, music: Collection) -> None:
    music.found = Found(artists=(FRAHM,))
    music.albums = {"f1": (Album("a8", "Day", released="2026-11-01"),)}
    for intent, told in (
        ("SongsByArtistIntent", "songs by Nobody"),
        ("NewByArtistIntent", "called nobody"),
        ("ArtistFactsIntent", "called nobody"),
    ):
        await alexa.says(intent, performer="nils frahm")
        reply = await alexa.says("OtherArtistIntent", performer="nobody")
        assert told.casefold() in reply.speech.casefold(), reply.speech


@pytest.mark.parametrize(
    ("intent", "slot"), [("OtherArtistIntent", "performer"), ("CorrectIntent", "name")]
)
@pytest.mark.parametrize("asked", ["NewReleasesIntent", "WhatsNewIntent"])
async def test_and_another_artist_after_new_music(
    alexa: Alexa, music: Collection, asked: str, intent: str, slot: str
) -> None:
    music.found = Found(artists=(FRAHM,))
    music.followed = (FRAHM,)
    music.albums = {"f1": (Album("a8", "Day", released="2026-11-01"),)}
    await alexa.says(asked)
    reply = await alexa.says(intent, **{slot: "nils frahm"})
    assert "New by Nils Frahm: Day." in reply.speech


async def test_another_artist_after_anything_else(alexa: Alexa) -> None:
    reply = await alexa.says("OtherArtistIntent", performer="nils frahm")
    assert "Says by Nils Frahm, because" in reply.speech


async def test_who_else_is_the_next_page_of_artists(
    alexa: Alexa, music: Collection
) -> None:
    music.artists["months"] = tuple(
        Artist(f"a{number}", f"Artist {number}") for number in range(1, 6)
    )
    assert "Artist 3" in (await alexa.says("TopArtistsIntent")).speech
    assert "Artist 4" in (await alexa.says("AnotherIntent")).speech


async def test_whether_the_song_that_plays_is_saved(
    alexa: Alexa, music: Collection
) -> None:
    music.plays_now = NowPlaying("track", SAYS)
    reply = await alexa.says("IsSavedIntent")
    assert "Yes, Says by Nils Frahm is among your saved songs" in reply.speech
    music.saved = ()
    reply = await alexa.says("IsSavedIntent")
    assert "you haven't saved Says by Nils Frahm" in reply.speech
    music.shelf = (playlist("Piano"),)
    music.contents["id-Piano"] = items(SAYS)
    found = await alexa.says("AMAZON.YesIntent")
    assert "Piano" in found.speech


async def test_nothing_is_known_to_be_saved(alexa: Alexa) -> None:
    reply = await alexa.says("IsSavedIntent")
    assert "Nothing is playing" in reply.speech


async def test_what_plays_was_heard_today(alexa: Alexa, music: Collection) -> None:
    today = said("today", "today")
    music.plays_now = NowPlaying("track", AMBRE)
    reply = await alexa.says("RecentPlaysIntent", period=today)
    assert "Ambre" in reply.speech
    assert "Xtal" in reply.speech
    all_of_them = await alexa.says("RecentPlaysIntent")
    assert "Ambre" not in all_of_them.speech
