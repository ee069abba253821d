"""New releases of followed artists."""

import pytest

from providers.errors import LinkExpired, Unavailable
from providers.music import Album, Artist
from tests.handlers.alexa import Alexa
from tests.handlers.collection import Collection


def album(name: str, released: str | None, *by: str, **values: object) -> Album:
    artists = tuple(Artist(f"id-{one}", one) for one in by)
    return Album(f"id-{name}", name, artists, released, **values)  # type: ignore[arg-type]


@pytest.fixture
def following(collection: Collection) -> Collection:
    collection.followed = tuple(Artist(f"id-{n}", f"Artist {n}") for n in range(8))
    collection.albums = {
        "id-0": (
            album("Old", "2019-01-01", "Artist 0"),
            album("Newer", "2026-11-20", "Artist 0", size=9),
        ),
        "id-1": (
            album("New", "2026-10-02", "Artist 1", size=1),
            album("This Month", "2026-11", "Artist 1"),
            album("This Year", "2026", "Artist 1"),
            album("Undated", None, "Artist 1"),
        ),
        "id-2": (album("Newer", "2026-11-20", "Artist 0", size=9),),
    }
    return collection


async def test_the_newest_first_each_once(alexa: Alexa, following: Collection) -> None:
    reply = await alexa.says("NewReleasesIntent")
    assert "Newer by Artist 0, This Month by Artist 1, and New by" in reply.speech
    assert "Old" not in reply.speech
    assert "This Year" not in reply.card
    assert "1. Newer by Artist 0, November 20, 2026" in reply.card


async def test_no_more_than_six_artists_are_asked_about(
    alexa: Alexa, following: Collection
) -> None:
    following.artists["months"] = (Artist("id-7", "Artist 7"),)
    await alexa.says("NewReleasesIntent")
    assert following.calls.count("artist_albums") == 6


async def test_those_heard_most_come_first(alexa: Alexa, following: Collection) -> None:
    following.artists["months"] = (Artist("id-7", "Artist 7"),)
    following.albums = {"id-7": (album("Seventh", "2026-11-01", "Artist 7"),)}
    assert "Seventh" in (await alexa.says("NewReleasesIntent")).speech


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("1", "Newer by Artist 0, 9 tracks, released on November 20, 2026"),
        ("2", "This Month by Artist 1, released in 2026"),
        ("3", "New by Artist 1, a single track"),
    ],
)
async def test_more_about_one(
    alexa: Alexa, following: Collection, number: str, expected: str
) -> None:
    await alexa.says("NewReleasesIntent")
    assert expected in (await alexa.says("SelectIntent", number=number)).speech


@pytest.mark.parametrize(
    ("followed", "expected"),
    [(0, "don't follow any artists"), (1, "artist you follow has"), (3, "3 artists")],
)
async def test_nothing_new(
    alexa: Alexa, collection: Collection, followed: int, expected: str
) -> None:
    collection.followed = tuple(Artist(f"a{n}", f"A {n}") for n in range(followed))
    reply = await alexa.says("NewReleasesIntent")
    assert expected in reply.speech
    assert reply.open


async def test_without_knowing_the_top_artists(
    alexa: Alexa, following: Collection
) -> None:
    following.fails["top_artists"] = Unavailable()
    assert "Newer" in (await alexa.says("NewReleasesIntent")).speech
    following.fails["top_artists"] = LinkExpired()
    assert (await alexa.says("NewReleasesIntent")).links


async def test_an_artist_that_fails_is_said(
    alexa: Alexa, following: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = following.artist_albums

    async def some(listener: object, artist_id: str, groups: object) -> object:
        if artist_id == "id-1":
            raise Unavailable
        return await whole(listener, artist_id, groups)  # type: ignore[arg-type]

    monkeypatch.setattr(following, "artist_albums", some)
    reply = await alexa.says("NewReleasesIntent")
    assert "couldn't check one of your artists" in reply.speech
    assert "Newer" in reply.speech


async def test_all_of_them_failing_is_an_apology(
    alexa: Alexa, following: Collection
) -> None:
    following.fails["artist_albums"] = Unavailable()
    reply = await alexa.says("NewReleasesIntent")
    assert "can't reach Spotify" in reply.speech


async def test_albums_without_artists_or_name(
    alexa: Alexa, following: Collection
) -> None:
    following.albums = {"id-0": (album("🎸", "2026-11-11"),)}
    await alexa.says("NewReleasesIntent")
    reply = await alexa.says("SelectIntent", number="1")
    assert "track number 1" in reply.speech
