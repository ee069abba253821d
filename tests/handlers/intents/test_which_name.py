"""Names that more than one playlist has: counted, told apart, asked for by number."""

import pytest

from tests.handlers.alexa import Alexa, said
from tests.handlers.collection import Collection, items, playlist, track


@pytest.fixture(autouse=True)
def shelf(collection: Collection) -> None:
    """Playlists whose only song has the playlist's place in its title."""
    names = (
        *(f"Daily Mix {number}" for number in (5, 1, 3, 2, 7, 9)),
        "Summer", "Summer", "🎸🔥", "Best of 2022", "Best of 2023", "Best of 2024",
        "Jazz for Rain", "Late Jazz", "Jazz Piano", "Jazz Guitar",
    )  # fmt: skip
    collection.shelf = tuple(
        playlist(name, id=f"id-{place}", size=place)
        for place, name in enumerate(names, 1)
    )
    collection.contents = {
        each.id: items(track(f"Song {each.size}")) for each in collection.shelf
    }


async def say(alexa: Alexa, heard: str) -> str:
    return (await alexa.says("OpenPlaylistIntent", playlist=heard)).speech


async def choose(alexa: Alexa, number: int) -> str:
    return (await alexa.says("SelectIntent", number=str(number))).speech


async def test_a_series_is_counted_and_asked_for_by_number(alexa: Alexa) -> None:
    question = await say(alexa, "daily mix")
    assert question == "There are 6 called Daily Mix. Which number?"
    assert "Song 3" in await choose(alexa, 3)


async def test_a_number_that_the_session_has_no_room_for(alexa: Alexa) -> None:
    await say(alexa, "daily mix")
    assert "Song 6" in await choose(alexa, 9)


@pytest.mark.parametrize("heard", ["three", "number three", "daily mix three"])
async def test_the_number_as_words(alexa: Alexa, heard: str) -> None:
    await say(alexa, "daily mix")
    assert "Song 3" in await say(alexa, heard)


async def test_a_number_that_is_not_in_the_series(alexa: Alexa) -> None:
    await say(alexa, "daily mix")
    assert "Which number?" in await choose(alexa, 4)
    assert "Song 1" in await choose(alexa, 5)


async def test_the_second_is_the_second_by_number(alexa: Alexa) -> None:
    await say(alexa, "daily mix")
    reply = await alexa.says("SelectIntent", position=said("second", "2"))
    assert "Song 4" in reply.speech


async def test_a_series_of_years(alexa: Alexa) -> None:
    assert "Which year?" in await say(alexa, "best of")
    assert "Song 11" in await choose(alexa, 2023)


async def test_several_names_are_counted_and_three_are_named(alexa: Alexa) -> None:
    reply = await alexa.says("OpenPlaylistIntent", playlist="jazz")
    assert "I found 4. The first ones are" in reply.speech
    assert reply.speech.count("Jazz") == 3
    assert "4. Late Jazz" in reply.card
    assert "Song 14" in await choose(alexa, 4)


async def test_namesakes_are_told_apart_by_their_length(alexa: Alexa) -> None:
    question = await say(alexa, "summer")
    assert "Summer with 7 tracks" in question
    assert "Summer with 8 tracks" in question
    assert "Song 8" in await say(alexa, "the one with eight tracks")


async def test_the_length_alone_is_an_answer(alexa: Alexa) -> None:
    await say(alexa, "summer")
    assert "Song 7" in await say(alexa, "seven tracks")
    await say(alexa, "summer")
    assert "Song 8" in await choose(alexa, 8)


@pytest.mark.parametrize(
    ("owners", "told"),
    [
        (("Ada", "Bo"), "Summer by Bo"),
        (("Ada", "Ada"), "Summer, number 2"),
        ((None, None), "Summer, number 2"),
    ],
)
async def test_namesakes_of_one_length(
    alexa: Alexa, collection: Collection, owners: tuple[str | None, ...], told: str
) -> None:
    collection.shelf = tuple(
        playlist("Summer", id=f"id-{place}", size=5, owner=owner)
        for place, owner in enumerate(owners, 1)
    )
    assert told in await say(alexa, "summer")
    assert "Song 2" in await choose(alexa, 2)


async def test_a_namesake_by_its_owner(alexa: Alexa, collection: Collection) -> None:
    collection.shelf = tuple(
        playlist("Summer", id=f"id-{place}", size=5, owner=owner)
        for place, owner in enumerate(("Ada", "Bo"), 1)
    )
    await say(alexa, "summer")
    assert "Song 2" in await say(alexa, "the one by bo")


@pytest.mark.parametrize(
    ("locale", "heard"),
    [
        ("en-US", "playlist number nine"),
        ("de-DE", "Playlist Nummer neun"),
        ("fr-FR", "playlist numéro neuf"),
        ("es-ES", "la playlist número nueve"),
        ("it-IT", "playlist numero nove"),
        ("pt-BR", "playlist número nove"),
        ("ja-JP", "プレイリスト9番"),
    ],
)
async def test_what_is_read_out_for_a_name_is_understood(
    alexa: Alexa, locale: str, heard: str
) -> None:
    alexa.speaks(locale)
    assert "Song 9" in await say(alexa, heard)


async def test_a_track_by_its_number(alexa: Alexa, collection: Collection) -> None:
    songs = [track(f"Tune {n}") for n in ("one", "two", "three")]
    collection.contents["id-7"] = items(*songs)
    await say(alexa, "playlist number seven")
    assert "Tune three" in await say(alexa, "track number three")


async def test_a_place_that_there_is_not(alexa: Alexa) -> None:
    assert "from one to 16" in await say(alexa, "playlist number 99")
    assert "list my playlists" in await say(alexa, "99")


async def test_another_number_is_not_offered(alexa: Alexa) -> None:
    assert "list my playlists" in await say(alexa, "daily mix four")


async def test_a_candidate_that_is_gone(alexa: Alexa, collection: Collection) -> None:
    await say(alexa, "summer")
    collection.shelf = tuple(p for p in collection.shelf if p.id != "id-8")
    assert "isn't there any more" in await choose(alexa, 2)
