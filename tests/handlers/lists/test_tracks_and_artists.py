"""Saved, heard, loved: lists of tracks and artists."""

from datetime import timedelta

import msgspec
import pytest

from providers.errors import ScopeMissing
from providers.music import Artist, Play, SavedTrack
from tests.handlers.alexa import NOON, Alexa, said
from tests.handlers.collection import Collection, track


async def test_what_was_saved_last(alexa: Alexa, collection: Collection) -> None:
    collection.saved = tuple(
        SavedTrack(track(f"Song {n}", "Eno"), NOON) for n in range(5)
    )
    reply = await alexa.says("LatestAdditionsIntent")
    assert "Song 0 by Eno, Song 1 by Eno, and Song 2 by Eno" in reply.speech
    assert "Song 3" in (await alexa.says("AMAZON.NextIntent")).speech


async def test_what_was_heard_last_each_once(
    alexa: Alexa, collection: Collection
) -> None:
    heard = ("A", "A", "B", "A", "C", "C", "D")
    collection.plays = tuple(
        Play(track(title, "Eno"), NOON - timedelta(hours=hours))
        for hours, title in enumerate(heard)
    )
    reply = await alexa.says("RecentPlaysIntent")
    assert "A by Eno, B by Eno, and C by Eno" in reply.speech
    last = await alexa.says("AMAZON.NextIntent")
    assert "D by Eno" in last.speech


async def test_followed_artists(alexa: Alexa, collection: Collection) -> None:
    collection.followed = tuple(Artist(f"a{n}", f"Band {n}") for n in range(4))
    reply = await alexa.says("FollowedArtistsIntent")
    assert "You follow 4 artists" in reply.speech
    assert "Band 0, Band 1, and Band 2" in reply.speech
    assert "Band 3" in (await alexa.says("AMAZON.NextIntent")).speech
    chosen = await alexa.says("SelectIntent", number="2")
    assert "Number 2 is Band 1" in chosen.speech


async def test_following_nobody(alexa: Alexa) -> None:
    reply = await alexa.says("FollowedArtistsIntent")
    assert "don't follow any artists" in reply.speech
    assert reply.open


async def test_followed_artists_that_were_read_in_part(
    alexa: Alexa, collection: Collection
) -> None:
    collection.followed = (Artist("a", "Band"),)
    collection.missing["followed_artists"] = 5
    reply = await alexa.says("FollowedArtistsIntent")
    assert "1 of 6" in reply.speech


@pytest.mark.parametrize(
    ("slot", "during", "name"),
    [
        (said("lately", "weeks"), "in the last four weeks", "Weeks"),
        (said("the last six months", "months"), "in the last six months", "Months"),
        (said("this month", "month"), "in the last four weeks", "Weeks"),
        (said("last week", "last-week"), "in the last four weeks", "Weeks"),
        (said("this year", "this-year"), "in about the last year", "Years"),
        (said("ever", "years"), "in about the last year", "Years"),
        (said("blah"), "in the last six months", "Months"),
        (said("odd", "centuries"), "in the last six months", "Months"),
        (None, "in the last six months", "Months"),
    ],
)
async def test_top_artists_and_tracks_of_a_period(
    alexa: Alexa, collection: Collection, slot: object, during: str, name: str
) -> None:
    for period in ("weeks", "months", "years"):
        title = period.capitalize()
        collection.artists[period] = tuple(
            Artist(f"{title}{n}", f"{title} {n}") for n in range(4)
        )
        collection.tracks[period] = tuple(track(f"{title} {n}") for n in range(4))
    for intent in ("TopArtistsIntent", "TopTracksIntent"):
        reply = await alexa.says(intent, period=slot)  # type: ignore[arg-type]
        assert during in reply.speech
        assert f"{name} 0, {name} 1, and {name} 2" in reply.speech
        assert f"{name} 3" in (await alexa.says("AMAZON.NextIntent")).speech


async def test_one_is_read_where_one_is_asked_for(
    alexa: Alexa, collection: Collection
) -> None:
    collection.artists["months"] = tuple(Artist(f"{n}", f"Band {n}") for n in range(5))
    collection.tracks["weeks"] = tuple(track(f"Song {n}") for n in range(5))
    artist = await alexa.says("TopArtistIntent")
    assert (
        "Your top artist in the last six months is Band 0. What next?" in artist.speech
    )
    assert (
        "Band 1, Band 2, and Band 3" in (await alexa.says("AMAZON.NextIntent")).speech
    )
    song = await alexa.says("TopTrackIntent", period=said("this month", "month"))
    assert "Your top song in the last four weeks is Song 0" in song.speech
    assert song.speech == (await alexa.says("AMAZON.RepeatIntent")).speech
    assert (
        "Song 0"
        in (await alexa.says("SelectIntent", position=said("last", "-1"))).speech
    )


async def test_the_song_that_was_heard_last(
    alexa: Alexa, collection: Collection
) -> None:
    collection.plays = tuple(
        Play(track(title, "Eno"), NOON - timedelta(hours=hours))
        for hours, title in enumerate("ABC")
    )
    assert "The last one was A by Eno" in (await alexa.says("LastPlayIntent")).speech
    assert "B by Eno and C by Eno" in (await alexa.says("AMAZON.NextIntent")).speech
    month = await alexa.says("TopTrackIntent", period=said("today", "today"))
    assert "A by Eno, B by Eno, and C by Eno" in month.speech


async def test_the_last_song_is_meant_where_nothing_was_heard_then(
    alexa: Alexa, collection: Collection
) -> None:
    collection.plays = (Play(track("A", "Eno"), NOON - timedelta(hours=1)),)
    reply = await alexa.says("RecentPlaysIntent", period=said("today", "today-evening"))
    assert "The last one was A by Eno" in reply.speech
    assert "A by Eno" in (await alexa.says("SongFactsIntent")).speech


async def test_picking_an_artist(alexa: Alexa, collection: Collection) -> None:
    collection.artists["months"] = (
        Artist("1", "Eno", genres=("ambient", "art rock", "glam")),
        Artist("2", "🎸"),
        Artist(None, "Bo"),
    )
    await alexa.says("TopArtistsIntent")
    reply = await alexa.says("SelectIntent", number="1")
    assert "Eno, known for ambient and art rock" in reply.speech
    nameless = await alexa.says("SelectIntent", number="2")
    assert "an artist without a name" in nameless.speech
    assert "Bo" in (await alexa.says("SelectIntent", number="3")).speech


@pytest.mark.parametrize(
    ("intent", "expected"),
    [
        ("LatestAdditionsIntent", "saved any songs yet"),
        ("RecentPlaysIntent", "anything you've heard lately"),
        ("TopArtistsIntent", "doesn't know your top"),
        ("TopTracksIntent", "doesn't know your top"),
    ],
)
async def test_nothing_is_there(alexa: Alexa, intent: str, expected: str) -> None:
    reply = await alexa.says(intent)
    assert expected in reply.speech
    assert reply.open


async def test_a_missing_permission_is_asked_for(
    alexa: Alexa, collection: Collection
) -> None:
    collection.fails["top_artists"] = ScopeMissing()
    reply = await alexa.says("TopArtistsIntent")
    assert "before I could do that" in reply.speech
    assert reply.links


async def test_old_readings_are_said_to_be_old(
    alexa: Alexa, collection: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = collection._listing
    monkeypatch.setattr(
        collection,
        "_listing",
        lambda *found: msgspec.structs.replace(whole(*found), stale_for=2 * 3600),
    )
    reply = await alexa.says("ListPlaylistsIntent")
    assert "this is from about 2 hours ago" in reply.speech


async def test_a_list_of_items_with_long_ids_can_be_paged(
    alexa: Alexa, collection: Collection
) -> None:
    """The page's place is kept, though such an id has no room in the session."""
    collection.saved = tuple(
        SavedTrack(track(f"Song {n}", "Eno", id=f"{n}" * 500)) for n in range(5)
    )
    assert "Song 0" in (await alexa.says("LatestAdditionsIntent")).speech
    assert "Song 3" in (await alexa.says("AMAZON.NextIntent")).speech
    assert "Song 0" in (await alexa.says("AMAZON.PreviousIntent")).speech


async def test_what_was_heard_at_a_time(alexa: Alexa, collection: Collection) -> None:
    """It is Sunday noon, seven in the morning on the clock of most listeners."""
    hours_ago = {"A": 1, "B": 10, "C": 20, "D": 30, "E": 50}
    collection.plays = tuple(
        Play(track(title, "Eno"), NOON - timedelta(hours=hours))
        for title, hours in hours_ago.items()
    )
    heard = {
        "today-morning": "This morning you heard A by Eno.",
        "last-night": "Last night you heard B by Eno.",
        "yesterday": "Yesterday you heard B by Eno and C by Eno.",
        "yesterday-afternoon": "Yesterday afternoon? I can't see any plays. The last",
        "friday": "On Friday you heard D by Eno and E by Eno.",
        "week": "This week you heard A by Eno, B by Eno, and C by Eno.",
        "last-week": "Last week? I can't see any plays. Spotify only shows",
    }
    for period, expected in heard.items():
        reply = await alexa.says("RecentPlaysIntent", period=said(period, period))
        assert expected in reply.speech


async def test_another_period_of_the_list_that_is_read(
    alexa: Alexa, collection: Collection
) -> None:
    collection.plays = (Play(track("Now", "Eno"), NOON - timedelta(hours=20)),)
    for period in ("weeks", "years"):
        collection.artists[period] = (Artist(period, f"Band {period}"),)
        collection.tracks[period] = (track(f"Song {period}"),)
    steps = {
        "TopArtistsIntent years": "Band years",
        "OtherPeriodIntent month": "four weeks: Band weeks",
        "OtherPeriodIntent yesterday": "Yesterday you heard Now",
        "OtherPeriodIntent this-year": "songs in about the last year: Song years",
        "OtherPeriodIntent weeks": "four weeks: Song weeks",
    }
    for step, expected in steps.items():
        intent, period = step.split()
        reply = await alexa.says(intent, period=said(period, period))
        assert expected in reply.speech
    year = said("this year", "this-year")  # which is the era of a wish elsewhere
    reply = await alexa.says("RecommendIntent", era=year)
    assert "songs in about the last year: Song years" in reply.speech
    await alexa.says("ListPlaylistsIntent")
    reply = await alexa.says("OtherPeriodIntent", period=said("month", "month"))
    assert "top" not in reply.speech
