"""Screens are light, and give way where there is no room for them."""

import json

import pytest

from handlers.responses.screens import usable_url
from simulator.alexa import requests as standin
from simulator.alexa.requests import AlexaSession, RequestStamp
from tests.handlers.alexa import NOON, Alexa, Reply
from tests.handlers.collection import Collection, items, playlist, track
from tests.handlers.screens import APL, PICTURE, drawn, watching

LARGEST = 24_576


@pytest.fixture
def seen(alexa: Alexa, collection: Collection) -> Alexa:
    return watching(alexa, collection)


def size(reply: Reply) -> int:
    return len(json.dumps(reply.response, ensure_ascii=False).encode())


async def test_a_screen_of_long_names_stays_small(
    seen: Alexa, collection: Collection
) -> None:
    long = "夜" * 200
    songs = items(*(track(f"{long}{n}", long, long, id=f"{n:022}") for n in range(99)))
    collection.shelf = tuple(
        playlist(f"{n} {long}", id=f"{n:022}", image=PICTURE) for n in range(120)
    )
    collection.contents = {collection.shelf[0].id: songs}
    opened = await seen.says("SelectIntent", number="1")
    assert drawn(opened) is not None
    screen = next(one for one in opened.directives if one["type"] == APL)
    assert len(json.dumps(screen, ensure_ascii=False).encode()) < 11_000
    for reply in (opened, await seen.says("ListPlaylistsIntent")):
        assert size(reply) < LARGEST


async def test_an_everyday_screen_with_all_names_takes_half_of_the_room(
    seen: Alexa, collection: Collection
) -> None:
    collection.shelf = tuple(
        playlist(f"An everyday name {n}", id=f"{n:022}", image=PICTURE)
        for n in range(120)
    )
    reply = await seen.says("ListPlaylistsIntent")
    screen = next(one for one in reply.directives if one["type"] == APL)
    assert len(json.dumps(screen)) < 8_000
    assert len(reply.directives) == 2
    assert size(reply) < 2 * LARGEST / 3


async def test_a_screen_that_does_not_fit_is_left_out(
    seen: Alexa, collection: Collection
) -> None:
    long = "夜" * 200
    picture = "https://pictures.example/" + "p" * 200
    collection.shelf = tuple(
        playlist(f"{n} {long}", id=f"{n:0128}", image=picture) for n in range(120)
    )
    seen.attributes = {"demo": {"on": False, "padding": "x" * 15_000}}
    reply = await seen.says("ListPlaylistsIntent")
    assert drawn(reply) is None
    assert reply.speech
    assert len(reply.directives) == 1


@pytest.mark.parametrize(
    "url", [None, "https://e.example/ü.png", "https://e/" + "x" * 300]
)
def test_an_address_that_cannot_travel_is_left_out(url: str | None) -> None:
    assert usable_url(url) is None


async def test_a_screen_needs_no_session(seen: Alexa) -> None:
    wire = standin.launch(seen.device, RequestStamp("request-1", NOON), AlexaSession())
    del wire["session"]
    assert drawn(await seen.sends(wire)) is not None
