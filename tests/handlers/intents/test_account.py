"""Counting, whose it is, reading anew, forgetting."""

from dataclasses import replace

import pytest

from providers.secret import Secret
from tests.handlers.alexa import Alexa
from tests.handlers.collection import Collection, playlist
from tests.handlers.skill import FakePersonalData


@pytest.mark.parametrize(
    ("own", "theirs", "expected"),
    [
        (0, 0, "no playlists on your shelf yet"),
        (1, 0, "There is one playlist"),
        (2, 1, "3 playlists on your shelf; 2 of them are your own"),
        (1, 1, "2 playlists on your shelf; one of them is your own"),
        (0, 2, "none of them is your own"),
        (2, 0, "all of them are your own"),
    ],
)
async def test_how_many(
    alexa: Alexa, collection: Collection, own: int, theirs: int, expected: str
) -> None:
    mine = tuple(playlist(f"Own {n}") for n in range(own))
    others = tuple(playlist(f"Their {n}", mine=False) for n in range(theirs))
    collection.shelf = (*mine, *others)
    reply = await alexa.says("CountPlaylistsIntent")
    assert expected in reply.speech
    assert reply.open


@pytest.mark.parametrize(
    ("own", "unknown", "expected"),
    [
        (0, 2, "I do not know which of them are your own"),
        (1, 1, "at least one of them is your own"),
        (3, 1, "at least 3 of them are your own"),
    ],
)
async def test_unknown_owners_are_not_counted_as_others(
    alexa: Alexa, collection: Collection, own: int, unknown: int, expected: str
) -> None:
    mine = tuple(playlist(f"Own {n}") for n in range(own))
    others = tuple(playlist(f"P {n}", mine=None, owner=None) for n in range(unknown))
    collection.shelf = (*mine, *others)
    assert expected in (await alexa.says("CountPlaylistsIntent")).speech


async def test_pages_that_did_not_come_are_not_counted_as_others(
    alexa: Alexa, collection: Collection
) -> None:
    collection.missing["playlists"] = 13
    reply = await alexa.says("CountPlaylistsIntent")
    assert "only 7 of 20" in reply.speech
    assert "at least 7 of them are your own" in reply.speech


async def test_whose_account(alexa: Alexa, collection: Collection) -> None:
    assert "Ada Lovelace" in (await alexa.says("WhoseAccountIntent")).speech
    collection.name = "31xkdj3kd5ql2"
    reply = await alexa.says("WhoseAccountIntent")
    assert "31x" not in reply.speech
    assert "doesn't have a name" in reply.speech


async def test_a_recognised_speaker_has_a_library_of_their_own(
    alexa: Alexa, personal_data: FakePersonalData
) -> None:
    alexa.device = replace(alexa.device, person_id="person-1", person_token="bo")
    await alexa.says("RefreshIntent")
    alexa.device = replace(alexa.device, person_token=None)
    await alexa.says("RefreshIntent")
    assert personal_data.refreshed == [
        Secret("person-1"),
        Secret("amzn1.ask.account.STANDIN"),
    ]


async def test_how_to_link_sends_the_card(alexa: Alexa) -> None:
    linked = await alexa.says("LinkAccountIntent")
    assert "account is linked. To unlink it, turn" in linked.speech
    assert linked.open
    assert not linked.links
    alexa.unlinks()
    unlinked = await alexa.says("LinkAccountIntent")
    assert unlinked.links
    assert unlinked.closed
    await alexa.says("DemoIntent")
    assert (await alexa.says("LinkAccountIntent")).links


async def test_refresh(alexa: Alexa, personal_data: FakePersonalData) -> None:
    reply = await alexa.says("RefreshIntent")
    assert len(personal_data.refreshed) == 1
    assert "refreshed" in reply.speech
    assert "7 playlists" in reply.speech
    personal_data.reachable = False
    assert "can't refresh it right now" in (await alexa.says("RefreshIntent")).speech


async def test_forgetting_is_confirmed_first(
    alexa: Alexa, personal_data: FakePersonalData
) -> None:
    asked = await alexa.says("ForgetMeIntent")
    assert asked.open
    assert personal_data.forgotten == []
    done = await alexa.says("AMAZON.YesIntent")
    assert personal_data.forgotten == [Secret("amzn1.ask.account.STANDIN")]
    assert done.closed
    assert alexa.attributes == {}


async def test_no_is_no(alexa: Alexa, personal_data: FakePersonalData) -> None:
    await alexa.says("ForgetMeIntent")
    reply = await alexa.says("AMAZON.NoIntent")
    assert reply.open
    assert personal_data.forgotten == []
    await alexa.says("AMAZON.YesIntent")
    assert personal_data.forgotten == []


async def test_a_forged_confirmation_of_something_else(
    alexa: Alexa, personal_data: FakePersonalData
) -> None:
    alexa.attributes = {"question": {"kind": "confirm", "purpose": "sell"}}
    reply = await alexa.says("AMAZON.YesIntent")
    assert reply.open
    assert personal_data.forgotten == []


async def test_a_memory_that_cannot_be_reached(
    alexa: Alexa, personal_data: FakePersonalData
) -> None:
    personal_data.reachable = False
    await alexa.says("ForgetMeIntent")
    reply = await alexa.says("AMAZON.YesIntent")
    assert "can't do that right now" in reply.speech
    assert reply.closed


async def test_help_about_the_question(
    alexa: Alexa, personal_data: FakePersonalData
) -> None:
    await alexa.says("ForgetMeIntent")
    assert "Say yes" in (await alexa.says("AMAZON.HelpIntent")).speech
    await alexa.says("AMAZON.YesIntent")
    assert len(personal_data.forgotten) == 1


async def test_what_is_known_is_told_and_nothing_is_erased(
    alexa: Alexa, personal_data: FakePersonalData
) -> None:
    reply = await alexa.says("WhatIKeepIntent")
    assert "for a day" in reply.speech
    assert "say, forget me" in reply.speech
    await alexa.says("AMAZON.YesIntent")
    assert personal_data.forgotten == []


@pytest.mark.parametrize("intent", ["UnsaveSongIntent", "UnsupportedIntent"])
async def test_what_is_kept_can_be_deleted_at_once(
    alexa: Alexa, personal_data: FakePersonalData, intent: str
) -> None:
    await alexa.says("WhatIKeepIntent")
    slots = {"playlist": "that"} if intent == "UnsupportedIntent" else {}
    assert "Shall I?" in (await alexa.says(intent, **slots)).speech
    assert personal_data.forgotten == []
    await alexa.says("AMAZON.YesIntent")
    assert len(personal_data.forgotten) == 1


@pytest.mark.parametrize("slots", [{"playlist": "Deep Focus"}, {}])
async def test_something_else_is_not_what_is_kept(
    alexa: Alexa, slots: dict[str, str]
) -> None:
    await alexa.says("WhatIKeepIntent")
    reply = await alexa.says("UnsupportedIntent", **slots)
    assert "forget" not in reply.speech
