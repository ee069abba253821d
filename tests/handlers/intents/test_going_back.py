""" "Go back", "back to my playlists", "repeat": where one was, and what was said."""

from typing import Any

import pytest

from providers.music import Play, SavedTrack
from tests.handlers.alexa import NOON, Alexa, Reply, said
from tests.handlers.collection import Collection, playlist, track
from tests.handlers.locales.catalogue import locales

SECOND = {"position": said("second", "2")}
FORWARD = (
    *("Then", "Next", "Before that", "Dann", "Danach", "Davor", "Ensuite", "Puis"),
    *("Avant", "Después", "Luego", "Antes", "Poi", "Dopo", "Prima", "Depois"),
    *("Em seguida", "続いて", "その次", "その前"),
)


async def back(alexa: Alexa) -> Reply:
    return await alexa.says("AMAZON.PreviousIntent")


async def to(alexa: Alexa, kind: str) -> Reply:
    return await alexa.says("GoBackIntent", list=said(kind, kind))


def place(alexa: Alexa) -> tuple[str, int]:
    cursor = alexa.attributes["list"]
    return cursor["kind"], cursor.get("at", 0)


async def test_back_to_the_list_from_a_playlist_that_no_list_led_to(
    alexa: Alexa,
) -> None:
    await alexa.says("OpenPlaylistIntent", playlist="deep focus")
    await to(alexa, "list")
    assert place(alexa) == ("playlists", 0)


async def test_from_a_song_to_its_playlist_to_the_shelf(alexa: Alexa) -> None:
    await alexa.says("ListPlaylistsIntent")
    await alexa.says("AMAZON.NextIntent")
    await alexa.says("OpenPlaylistIntent", playlist="deep focus")
    await alexa.says("AMAZON.NextIntent")
    await alexa.says("SelectIntent", **SECOND)
    await back(alexa)
    assert place(alexa) == ("tracks", 3)
    await back(alexa)
    assert place(alexa) == ("tracks", 0)
    shelf = await back(alexa)
    assert place(alexa) == ("playlists", 3)
    assert "Here are Gym, Café, and Rain" in shelf.speech
    await back(alexa)
    assert place(alexa) == ("playlists", 0)
    assert "start of the list" in (await back(alexa)).speech


async def test_back_to_my_playlists_from_anywhere(alexa: Alexa) -> None:
    await alexa.says("ListPlaylistsIntent")
    await alexa.says("AMAZON.NextIntent")
    await alexa.says("OpenPlaylistIntent", playlist="deep focus")
    await alexa.says("LatestAdditionsIntent")
    await alexa.says("RecommendIntent")
    await to(alexa, "playlists")
    assert place(alexa) == ("playlists", 3)
    await alexa.says("OpenPlaylistIntent", playlist="deep focus")
    await alexa.says("PlaylistOwnerIntent")
    await to(alexa, "list")
    assert place(alexa) == ("tracks", 0)
    await to(alexa, "list")
    assert place(alexa) == ("playlists", 3)


async def test_back_to_a_list_that_was_never_read(alexa: Alexa) -> None:
    assert "7 playlists" in (await to(alexa, "playlists")).speech
    alexa.attributes = {}
    assert "not reading a list" in (await to(alexa, "list")).speech
    assert (await to(alexa, "picks")).open


@pytest.mark.parametrize("locale", locales())
async def test_back_is_not_told_as_forward(
    alexa: Alexa, collection: Collection, locale: str
) -> None:
    alexa.speaks(locale)
    songs = [track(f"Song {n}", f"Artist {n}") for n in range(12)]
    collection.saved = tuple(SavedTrack(song, NOON) for song in songs)
    collection.shelf = tuple(playlist(f"List {n}") for n in range(12))
    for intent in ("ListPlaylistsIntent", "LatestAdditionsIntent"):
        await alexa.says(intent)
        for _ in range(2):
            await alexa.says("AMAZON.NextIntent")
        for again in (await back(alexa), await alexa.says("AMAZON.RepeatIntent")):
            assert place(alexa)[1] == 3
            assert not again.speech.startswith(FORWARD)


async def test_the_way_back_is_short(alexa: Alexa, collection: Collection) -> None:
    collection.saved = (SavedTrack(track("Song"), NOON),)
    for _ in range(3):
        for name in ("deep focus", "gym", "rain"):
            await alexa.says("ListPlaylistsIntent")
            await alexa.says("OpenPlaylistIntent", playlist=name)
        await alexa.says("LatestAdditionsIntent")
    assert len(alexa.attributes["trail"]["pages"]) <= 3
    assert len(str(alexa.attributes)) < 1_000
    for _ in range(6):
        assert (await back(alexa)).open
    assert "start of the list" in (await back(alexa)).speech


async def test_a_page_that_is_gone(alexa: Alexa, collection: Collection) -> None:
    await alexa.says("OpenPlaylistIntent", playlist="deep focus")
    await alexa.says("ListPlaylistsIntent")
    collection.shelf = collection.shelf[1:]
    gone = await back(alexa)
    assert "can't find" in gone.speech or "cannot find" in gone.speech
    assert gone.open
    assert (await back(alexa)).open
    collection.shelf = ()
    assert (await to(alexa, "playlists")).open


REPEATED: tuple[tuple[tuple[str, dict[str, Any]], ...], ...] = (
    (("ListPlaylistsIntent", {}),),
    (("OpenPlaylistIntent", {"playlist": "deep focus"}),),
    (("OpenPlaylistIntent", {"playlist": "gym"}),),
    (("OpenPlaylistIntent", {}),),
    (("OpenPlaylistIntent", {"playlist": "deep focus"}), ("SelectIntent", SECOND)),
    (("PlaylistOwnerIntent", {"playlist": "gym"}),),
    (("PlaylistLengthIntent", {"playlist": "deep focus"}),),
    (
        ("OpenPlaylistIntent", {"playlist": "deep focus"}),
        ("SelectIntent", SECOND),
        ("PlaylistOwnerIntent", {}),
    ),
    (("CountPlaylistsIntent", {}),),
    (("WhoseAccountIntent", {}),),
    (("RefreshIntent", {}),),
    (("AMAZON.HelpIntent", {}),),
    (("ListPlaylistsIntent", {}), ("AMAZON.HelpIntent", {})),
    (("ListPlaylistsIntent", {}), ("SelectIntent", {"number": "99"})),
    (("WhichPlaylistIntent", {}),),
    (("ForgetMeIntent", {}),),
    (("ThanksIntent", {}),),
)


def facts(reply: Reply) -> set[str]:
    """The capitalised words and the numbers: wordings vary, facts do not."""
    words = reply.speech.replace(",", "").replace(".", "").split()[1:]
    return {word for word in words if word[:1].isupper() or word.isdecimal()}


@pytest.mark.parametrize("steps", REPEATED, ids=lambda steps: steps[-1][0])
async def test_the_last_answer_is_repeated(
    alexa: Alexa, steps: tuple[tuple[str, dict[str, Any]], ...]
) -> None:
    for intent, slots in steps:
        told = await alexa.says(intent, **slots)
    question = alexa.attributes.get("question", {}).get("kind")
    again = await alexa.says("AMAZON.RepeatIntent")
    assert facts(again) >= facts(told) - {
        "Here's",
        "It",
        "Which",
        "I",
        "It's",
        "That's",
    }
    assert alexa.attributes.get("question", {}).get("kind") == question


async def test_a_launch_is_repeated(alexa: Alexa) -> None:
    await alexa.opens()
    again = await alexa.says("AMAZON.RepeatIntent")
    assert "7 playlists" in again.speech
    assert alexa.attributes["question"]["purpose"] == "recommend"


async def test_candidates_are_repeated(alexa: Alexa, collection: Collection) -> None:
    collection.shelf = (playlist("Morning Run"), playlist("Morning Sun"))
    await alexa.says("OpenPlaylistIntent", playlist="morning fun")
    again = await alexa.says("AMAZON.RepeatIntent")
    assert "Morning Run" in again.speech
    assert "Morning Sun" in again.speech


async def test_a_name_that_was_not_found_is_not_kept(alexa: Alexa) -> None:
    await alexa.says("OpenPlaylistIntent", playlist="purple elephants")
    assert "purple" not in str(alexa.attributes)
    again = await alexa.says("AMAZON.RepeatIntent")
    assert again.speech in ("Which playlist?", "Which playlist do you mean?")


@pytest.mark.parametrize(
    "answer",
    [
        {"kind": "message", "name": "no-such-message"},
        {"kind": "message", "name": "did-you-mean"},
        {"kind": "message", "name": "from-service"},
        {"kind": "message", "name": "playlists-counted", "numbers": {"count": None}},
        {"kind": "intent", "name": "ForgetMeIntent"},
        {"kind": "intent", "name": "LikeIntent"},
        {"kind": "intent", "name": "WhyIntent"},
        {"kind": "item"},
        {"kind": "page", "page": {"kind": "tracks", "of": "gone"}},
        {"kind": "page", "page": {"kind": "nothing"}},
        {"kind": "page", "page": []},
        {"kind": "word"},
        [],
    ],
)
async def test_an_answer_that_was_bent(alexa: Alexa, answer: Any) -> None:
    alexa.attributes = {"answer": answer}
    reply = await alexa.says("AMAZON.RepeatIntent")
    assert reply.turn.outcome in {"answered", "apologised"}
    assert reply.open


async def test_from_a_playlist_opened_first_to_the_shelf(alexa: Alexa) -> None:
    await alexa.says("OpenPlaylistIntent", playlist="deep focus")
    await back(alexa)
    assert place(alexa) == ("playlists", 0)


@pytest.mark.parametrize(
    ("intent", "slots"),
    [
        ("AMAZON.PreviousIntent", {}),
        ("SelectIntent", {"neighbour": said("before", "before")}),
    ],
)
async def test_the_ones_before_the_newest_are_older(
    alexa: Alexa, collection: Collection, intent: str, slots: dict[str, Any]
) -> None:
    songs = [track(f"Song {number}") for number in range(8)]
    collection.saved = tuple(SavedTrack(song, NOON) for song in songs)
    reply = await alexa.says("LatestAdditionsIntent")
    assert reply.speech.endswith("Want the ones before?")
    reply = await alexa.says(intent, **slots)
    assert reply.speech.startswith("Before that, ")
    assert place(alexa)[0] == "saved"
    await back(alexa)
    assert place(alexa) == ("saved", 0)


async def test_the_ones_before_the_last_plays_are_older(
    alexa: Alexa, collection: Collection
) -> None:
    songs = [track(f"Song {number}") for number in range(8)]
    collection.plays = tuple(Play(song, NOON) for song in songs)
    await alexa.says("RecentPlaysIntent")
    await back(alexa)
    assert place(alexa) == ("recent", 3)
    await back(alexa)
    assert place(alexa) == ("recent", 0)
