"""Skill events: linked, disabled, enabled; repeated, overtaken, broken."""

import pytest

from handlers.intents.account import DisabledUsers
from providers.errors import LinkExpired
from providers.secret import Secret
from simulator.alexa import requests as standin
from simulator.alexa.requests import RequestStamp
from tests.handlers.alexa import NOON, Alexa
from tests.handlers.collection import Collection
from tests.handlers.skill import FakePersonalData

LINKED = "SkillAccountLinked"


async def test_linking_warms_the_library(alexa: Alexa, collection: Collection) -> None:
    alexa.unlinks()
    reply = await alexa.announces(LINKED, {"accessToken": "fresh"})
    assert reply.silent
    assert collection.calls == ["account", "playlists"]


@pytest.mark.parametrize("body", [None, {}, {"accessToken": ""}, {"other": 1}])
async def test_linking_without_a_token(
    alexa: Alexa, collection: Collection, body: dict[str, object] | None
) -> None:
    reply = await alexa.announces(LINKED, body)
    assert reply.silent
    assert collection.calls == []
    assert reply.turn.outcome == "answered"


async def test_a_token_that_is_refused(alexa: Alexa, collection: Collection) -> None:
    collection.fails["account"] = LinkExpired()
    reply = await alexa.announces(LINKED, {"accessToken": "old"})
    assert reply.silent
    assert reply.turn.reason == "link_expired"


async def test_disabling_forgets(alexa: Alexa, personal_data: FakePersonalData) -> None:
    for _ in range(2):
        assert (await alexa.announces("SkillDisabled")).silent
    assert personal_data.forgotten == [Secret("amzn1.ask.account.STANDIN")] * 2
    personal_data.reachable = False
    reply = await alexa.announces("SkillDisabled")
    assert reply.turn.reason == "memory_unreachable"


async def test_a_link_that_was_overtaken_warms_nothing(
    alexa: Alexa, collection: Collection
) -> None:
    await alexa.announces("SkillDisabled")
    await alexa.announces(LINKED, {"accessToken": "fresh"})
    assert collection.calls == []


async def test_a_link_after_the_departure_warms(
    alexa: Alexa, collection: Collection
) -> None:
    await alexa.announces("SkillDisabled")
    later = RequestStamp("request-9", NOON.replace(hour=13))
    event = standin.account_linked(alexa.device, later, "fresh")
    assert (await alexa.sends(event)).silent
    assert collection.calls == ["account", "playlists"]


@pytest.mark.parametrize(
    "name", ["SkillEnabled", "SkillPermissionAccepted", "SkillPermissionChanged"]
)
async def test_what_is_only_noted(
    alexa: Alexa, collection: Collection, name: str
) -> None:
    assert (await alexa.announces(name)).silent
    assert collection.calls == []


def test_departures_are_bounded() -> None:
    departures = DisabledUsers()
    for number in range(1_200):
        departures.add(Secret(str(number)), NOON)
    assert not departures.disabled_since(Secret("0"), NOON)
    assert departures.disabled_since(Secret("1199"), NOON)
    departures.add(Secret("1199"), NOON.replace(hour=9))
    assert departures.disabled_since(Secret("1199"), NOON)
