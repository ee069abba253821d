"""Requests of which one value was replaced: by null, text, a number, a list, an object.

A genuine request is bent at every place, so that no place is forgotten: there by two of
the values in turn, with `--whole` by all of them. Such a request may be refused as
malformed; it must never end in a failed turn.
"""

import copy
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from providers.music import Artist
from service.admission import Admission
from service.serialization.request import MalformedEnvelope
from simulator.alexa import requests
from simulator.alexa.requests import (
    AlexaSession,
    DeviceProfile,
    RequestStamp,
    ScreenProfile,
)
from tests.handlers.alexa import NOON, Alexa, said
from tests.handlers.collection import Collection

Json = dict[str, Any]

VALUES: tuple[Any, ...] = (None, "text", "", 10**30, [None], {"a": None})
ATTRIBUTES: Json = {
    "list": {"kind": "tracks", "at": 3, "of": "id-Deep Focus", "mark": "track-Says"},
    "demo": {"on": True},
    "entities": {"playlists": True},
    "suggested": {"record": "r", "songs": ["a", "b"], "novelty": "new", "place": 1},
}
QUESTION: Json = {"kind": "meant", "purpose": "open", "ids": ["id-Gym", "id-Rain"]}

Requests = dict[str, Callable[[Alexa], Json]]


def here(
    alexa: Alexa, **attributes: Json
) -> tuple[DeviceProfile, RequestStamp, AlexaSession]:
    session = AlexaSession(new=False, attributes=ATTRIBUTES | attributes)
    return alexa.device, RequestStamp("request-1", NOON), session


def event(alexa: Alexa, kind: str, body: Json | None) -> Json:
    stamp = RequestStamp("request-1", NOON)
    return requests.skill_event(alexa.device, stamp, kind, body)


GENUINE: Requests = {
    "launch": lambda alexa: requests.launch(*here(alexa)),
    "open": lambda alexa: requests.intent(
        *here(alexa, question=QUESTION),
        "OpenPlaylistIntent",
        {"playlist": said("deep focus", "id-Deep Focus", "id-Gym", dynamic=True)},
    ),
    "select": lambda alexa: requests.intent(
        *here(alexa),
        "SelectIntent",
        {"position": said("second", "2"), "number": said("3")},
    ),
    "recommend": lambda alexa: requests.intent(
        *here(alexa),
        "RecommendIntent",
        {"mood": said("calm", "calm"), "novelty": said("new", "new")},
    ),
    "top": lambda alexa: requests.intent(
        *here(alexa), "TopArtistsIntent", {"period": said("this month", "weeks")}
    ),
    "yes": lambda alexa: requests.intent(
        *here(alexa, question=QUESTION), "AMAZON.YesIntent", {}
    ),
    "next": lambda alexa: requests.intent(*here(alexa), "AMAZON.NextIntent", {}),
    "help": lambda alexa: requests.intent(*here(alexa), "AMAZON.HelpIntent", {}),
    "touch": lambda alexa: requests.user_event(
        *here(alexa), ("choose", "tracks", "id-Deep Focus", 1, "track-Says")
    ),
    "ended": lambda alexa: requests.session_ended(
        *here(alexa), "ERROR", ("INVALID_RESPONSE", "An exception occurred")
    ),
    "refused": lambda alexa: requests.exception_encountered(
        *here(alexa), "INVALID_RESPONSE", "request-0"
    ),
    "linked": lambda alexa: event(alexa, "SkillAccountLinked", {"accessToken": "t"}),
    "disabled": lambda alexa: event(alexa, "SkillDisabled", None),
}


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the path of every value below `value`."""
    children: Any = ()
    if isinstance(value, dict):
        children = value.items()
    elif isinstance(value, list):
        children = enumerate(value)
    for key, child in children:
        yield (*path, key)
        yield from places(child, (*path, key))


def bent(request: Json, path: tuple[Any, ...], value: Any) -> Json:
    changed = copy.deepcopy(request)
    parent: Any = changed
    for key in path[:-1]:
        parent = parent[key]
    parent[path[-1]] = value
    return changed


@pytest.mark.slow
@pytest.mark.parametrize("kind", sorted(GENUINE))
async def test_a_request_that_is_bent_somewhere_fails_no_turn(
    alexa: Alexa, collection: Collection, kind: str, whole: bool
) -> None:
    collection.artists["weeks"] = (Artist("a", "Eno"),)
    person = {"person_id": "person-1", "person_token": "ada"}
    alexa.device = replace(alexa.device, screen=ScreenProfile(), **person)
    request = GENUINE[kind](alexa)
    failed: list[tuple[Any, ...]] = []
    for number, path in enumerate(places(request)):
        for value in VALUES if whole else VALUES[number % 3 :: 3]:
            try:
                reply = await alexa.sends(bent(request, path, value))
            except MalformedEnvelope:
                continue
            if reply.turn.reason == "unexpected":
                failed.append((path, value))
    assert failed == []


@pytest.mark.parametrize(
    "attributes",
    [
        {"list": {"kind": "x" * 24_000}},
        {"list": "x" * 24_000},
        {"list": {"kind": "playlists", "other": "x" * 24_000}},
        {"suggested": {"record": "r", "songs": ["x" * 4_000] * 6}},
        {"question": {"kind": "meant", "purpose": "open", "ids": ["x" * 5_000] * 5}},
        {"list": 10**400, "demo": {"on": 10**400}},
        {"list": {"kind": "tracks", "at": 10**400}},
        {"list": {"kind": "tracks", "at": -1}, "entities": [1e999]},
        {"list": ["tracks", 3], "demo": True, "entities": 0, "suggested": ""},
        {"other": "x" * 24_000},
    ],
    ids="-".join,
)
@pytest.mark.parametrize("intent", ["AMAZON.NextIntent", "ListPlaylistsIntent"])
async def test_attributes_that_cannot_be_read_are_dropped(
    alexa: Alexa, attributes: Json, intent: str
) -> None:
    alexa.attributes = attributes
    reply = await alexa.says(intent)
    assert reply.turn.outcome == "answered"
    assert len(str(alexa.attributes)) < 1_000
    assert "Deep Focus" in (await alexa.says("ListPlaylistsIntent")).speech


@pytest.mark.parametrize(
    "attributes", [{"list": "x" * 24_000}, {"list": 1e999}, {"other": [["x"] * 8_000]}]
)
async def test_attributes_of_a_request_that_no_interceptor_saw(
    alexa: Alexa, attributes: Json
) -> None:
    """A busy process answers before the attributes were looked at."""
    alexa.attributes = attributes
    alexa.admission = Admission(verified=0)
    reply = await alexa.says("ListPlaylistsIntent")
    assert reply.turn.outcome == "apologised"
    assert "very busy" in reply.speech


async def test_an_id_that_does_not_fit_the_session_is_not_stored(alexa: Alexa) -> None:
    period = said("always", "y" * 30_000)
    assert (await alexa.says("TopTracksIntent", period=period)).open
    assert "y" * 200 not in str(alexa.attributes)
    assert (await alexa.says("AMAZON.HelpIntent")).turn.outcome == "answered"


async def test_an_event_without_a_time_zone(alexa: Alexa) -> None:
    for kind, body in (("SkillDisabled", None), ("SkillAccountLinked", {"a": 1})):
        wire = event(alexa, kind, body)
        wire["request"]["eventCreationTime"] = "2026-11-22T12:00:00"
        assert (await alexa.sends(wire)).turn.outcome == "answered"
        wire["request"]["eventCreationTime"] = "2026-11-22T12:00:00Z"
        assert (await alexa.sends(wire)).turn.outcome == "answered"
