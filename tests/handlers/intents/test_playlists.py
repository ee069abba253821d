"""The shelf read out, page by page."""

import pytest

from providers.errors import Unavailable
from simulator.alexa.requests import SlotValue
from tests.handlers.alexa import Alexa, said
from tests.handlers.collection import Collection, items, playlist, track


async def test_three_at_a_time_in_the_services_order(alexa: Alexa) -> None:
    reply = await alexa.says("ListPlaylistsIntent")
    assert "7 playlists" in reply.speech
    assert "Deep Focus, Sunday Roast, and 90s R&B <3" in reply.speech
    assert "Gym" not in reply.speech
    assert reply.open
    assert reply.speech.endswith("?")
    assert reply.reprompt.endswith("?")


async def test_the_card_is_plain_and_names_its_source(alexa: Alexa) -> None:
    reply = await alexa.says("ListPlaylistsIntent")
    assert "3. 90s R&B <3 – 5 tracks" in reply.card
    assert "From Spotify" in reply.card
    assert "1 to 6 of 7" in reply.card


async def test_next_previous_repeat_and_start_over(alexa: Alexa) -> None:
    await alexa.says("ListPlaylistsIntent")
    second = await alexa.says("AMAZON.NextIntent")
    assert "Gym, Café, and Rain" in second.speech
    again = await alexa.says("AMAZON.RepeatIntent")
    assert "Gym, Café, and Rain" in again.speech
    third = await alexa.says("AMAZON.NextIntent")
    assert "Zzz" in third.speech
    back = await alexa.says("AMAZON.PreviousIntent")
    assert "Gym, Café, and Rain" in back.speech
    start = await alexa.says("AMAZON.StartOverIntent")
    assert "Deep Focus, Sunday Roast" in start.speech


async def test_both_ends_are_said(alexa: Alexa) -> None:
    await alexa.says("ListPlaylistsIntent")
    assert "start of the list" in (await alexa.says("AMAZON.PreviousIntent")).speech
    await alexa.says("AMAZON.NextIntent")
    await alexa.says("AMAZON.NextIntent")
    end = await alexa.says("AMAZON.NextIntent")
    assert "end of the list" in end.speech
    assert end.open
    assert (await alexa.says("AMAZON.RepeatIntent")).speech == end.speech


@pytest.mark.parametrize("intent", ["AMAZON.NextIntent", "AMAZON.PreviousIntent"])
async def test_nothing_to_page_explains_itself(alexa: Alexa, intent: str) -> None:
    reply = await alexa.says(intent)
    assert "not reading a list" in reply.speech
    assert reply.open


async def test_an_empty_shelf(alexa: Alexa, collection: Collection) -> None:
    collection.shelf = ()
    reply = await alexa.says("ListPlaylistsIntent")
    assert "any playlists" in reply.speech
    assert reply.open


async def test_what_is_missing_is_said(alexa: Alexa, collection: Collection) -> None:
    collection.missing["playlists"] = 20
    reply = await alexa.says("ListPlaylistsIntent")
    assert "only 7 of 27" in reply.speech


async def test_names_that_cannot_be_spoken_get_a_number(
    alexa: Alexa, collection: Collection
) -> None:
    collection.shelf = (playlist("🎸🔥"), playlist("\u200b"), playlist("Ro\x0bck"))
    reply = await alexa.says("ListPlaylistsIntent")
    assert "playlist number 1, playlist number 2, and Ro ck" in reply.speech


async def test_a_library_that_changed_is_noticed(
    alexa: Alexa, collection: Collection
) -> None:
    await alexa.says("ListPlaylistsIntent")
    await alexa.says("AMAZON.NextIntent")
    collection.shelf = (playlist("Brand New"), *collection.shelf)
    reply = await alexa.says("AMAZON.NextIntent")
    assert "changed since" in reply.speech
    assert "Zzz" in reply.speech


async def test_a_page_that_is_gone_begins_again(
    alexa: Alexa, collection: Collection
) -> None:
    await alexa.says("ListPlaylistsIntent")
    await alexa.says("AMAZON.NextIntent")
    collection.shelf = collection.shelf[:2]
    reply = await alexa.says("AMAZON.RepeatIntent")
    assert "changed since" in reply.speech
    assert "Deep Focus and Sunday Roast" in reply.speech


@pytest.mark.parametrize(
    "forged",
    [
        [],
        "text",
        7,
        {"list": []},
        {"list": {"kind": "playlists", "at": -3}},
        {"list": {"kind": "playlists", "at": "3"}},
        {"list": {"kind": "elsewhere", "at": 0}},
        {"list": {"kind": "x" * 5000}},
        {"question": {"kind": "meant", "purpose": "sell", "ids": ["a", "b"]}},
        {"foreign": {"deep": ["x"] * 1000}},
    ],
)
@pytest.mark.parametrize("intent", ["AMAZON.NextIntent", "AMAZON.YesIntent"])
async def test_forged_attributes_are_as_good_as_none(
    alexa: Alexa, forged: object, intent: str
) -> None:
    alexa.attributes = forged
    reply = await alexa.says(intent)
    assert reply.open
    assert reply.turn.outcome == "answered"
    assert "foreign" not in (alexa.attributes or {})


async def test_a_cursor_far_past_the_end(alexa: Alexa) -> None:
    alexa.attributes = {"list": {"kind": "playlists", "at": 99_000}}
    reply = await alexa.says("AMAZON.RepeatIntent")
    assert "Deep Focus" in reply.speech


async def test_the_session_holds_ids_only(alexa: Alexa) -> None:
    await alexa.says("ListPlaylistsIntent")
    await alexa.says("AMAZON.NextIntent")
    words = alexa.attributes.pop("words")
    assert {type(each) for each in words.values()} == {int}
    assert alexa.attributes == {
        "list": {"kind": "playlists", "at": 3, "mark": "id-Gym"},
        "entities": {"playlists": True},
        "answer": {"kind": "page"},
    }


async def test_an_unreachable_service_has_its_sentence(
    alexa: Alexa, collection: Collection
) -> None:
    collection.fails["playlists"] = Unavailable()
    reply = await alexa.says("ListPlaylistsIntent")
    assert "can't reach Spotify" in reply.speech
    assert not reply.open


@pytest.mark.parametrize(
    ("slots", "expected"),
    [
        ({"position": said("second", "2")}, "Aphex"),
        ({"number": "1"}, "An Ending"),
        ({"position": said("last", "-1")}, "Rhubarb"),
        ({"number": "5"}, "Strobe"),
        ({"number": "9"}, "from one to 5"),
        ({"number": "0"}, "from one to 5"),
        ({"number": "?"}, "Which number"),
        ({"position": said("odd", "middle"), "number": "1"}, "An Ending"),
        ({"number": None}, "Which number"),
        ({}, "Which number"),
    ],
)
async def test_picking_from_a_page(
    alexa: Alexa, slots: dict[str, SlotValue | str | None], expected: str
) -> None:
    await alexa.says("OpenPlaylistIntent", playlist="deep focus")
    reply = await alexa.says("SelectIntent", **slots)
    assert expected in reply.speech
    assert reply.open


@pytest.mark.parametrize("heard", ["avril 14th", "avril fourteenth by aphex twin"])
async def test_a_name_on_the_page(alexa: Alexa, heard: str) -> None:
    await alexa.says("OpenPlaylistIntent", playlist="deep focus")
    reply = await alexa.says("OpenPlaylistIntent", playlist=heard)
    assert "Number 2 is Avril 14th by Aphex Twin" in reply.speech


async def test_a_name_that_is_not_on_the_page(alexa: Alexa) -> None:
    await alexa.says("OpenPlaylistIntent", playlist="deep focus")
    reply = await alexa.says("OpenPlaylistIntent", playlist="strobe")
    assert "strobe" in reply.speech
    assert "list my playlists" in reply.speech
    reply = await alexa.says("OpenPlaylistIntent", playlist="gym")
    assert "Gym" in reply.speech


async def test_names_on_the_page_may_be_unsayable(
    alexa: Alexa, collection: Collection
) -> None:
    collection.contents["id-Gym"] = items(track("🎸", "Eno"), track("🎧"), track("Run"))
    await alexa.says("OpenPlaylistIntent", playlist="gym")
    reply = await alexa.says("OpenPlaylistIntent", playlist="run")
    assert "Number 3 is Run" in reply.speech


async def test_a_name_and_a_forged_list(alexa: Alexa) -> None:
    alexa.attributes = {"list": {"kind": "elsewhere"}}
    reply = await alexa.says("OpenPlaylistIntent", playlist="deep focus")
    assert "An Ending" in reply.speech


async def test_a_number_opens_a_playlist(alexa: Alexa) -> None:
    reply = await alexa.says("SelectIntent", number="1")
    assert "Deep Focus" in reply.speech


async def test_an_ordinal_counts_on_the_page(
    alexa: Alexa, collection: Collection
) -> None:
    await alexa.says("ListPlaylistsIntent")
    await alexa.says("AMAZON.NextIntent")
    reply = await alexa.says("SelectIntent", position=said("second", "2"))
    assert "Café" in reply.speech
