"""Screens are light, and give way where there is no room for them."""

import json
from dataclasses import replace

import msgspec
import pytest

from handlers.responses import apl
from handlers.responses.sanitizing import usable_url
from providers.music import Album
from simulator.alexa import requests as standin
from simulator.alexa.requests import AlexaSession, RequestStamp, ScreenProfile
from tests.browser.music import Music, answers
from tests.handlers.alexa import NOON, Alexa, Reply
from tests.handlers.collection import Collection, items, playlist, track
from tests.handlers.screens import APL, PICTURE, drawn, watching
from tests.handlers.skill import configuration

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
    assert len(json.dumps(screen, ensure_ascii=False).encode()) < 16_000
    for reply in (opened, await seen.says("ListPlaylistsIntent")):
        assert size(reply) < LARGEST


async def test_every_screen_of_the_longest_names_leaves_room() -> None:
    long = "夜" * 200
    names = [f"{n} {long}" for n in range(9)]
    music = Music("en-US", names, [(name, long) for name in names], owner=long)
    replies = await answers(music, ScreenProfile())
    kilobytes = {name: size(reply) / 1024 for name, reply in replies.items()}
    assert {name for name, reply in replies.items() if drawn(reply) is None} == set()
    assert {name: kb for name, kb in kilobytes.items() if kb >= 20} == {}


async def test_an_everyday_screen_with_all_names_takes_half_of_the_room(
    seen: Alexa, collection: Collection
) -> None:
    collection.shelf = tuple(
        playlist(f"An everyday name {n}", id=f"{n:022}", image=PICTURE)
        for n in range(120)
    )
    reply = await seen.says("ListPlaylistsIntent")
    screen = next(one for one in reply.directives if one["type"] == APL)
    assert len(json.dumps(screen)) < LARGEST / 2
    assert len(reply.directives) == 2
    assert size(reply) < 0.82 * LARGEST


async def test_a_screen_that_does_not_fit_is_left_out(
    seen: Alexa, collection: Collection
) -> None:
    seen.largest = 20_000
    long = "夜" * 200
    picture = "https://pictures.example/" + "p" * 200
    collection.shelf = tuple(
        playlist(f"{n} {long}", id=f"{n:0128}", image=picture) for n in range(120)
    )
    reply = await seen.says("ListPlaylistsIntent")
    assert drawn(reply) is None
    assert reply.speech
    assert len(reply.directives) == 1


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "https://e.example/ü.png",
        "https://e/" + "x" * 300,
        "http://i.scdn.co/image/1",
        "HTTP://i.scdn.co/image/1",
        "http://127.0.0.1:8765/images/1.png",
        "https:i.scdn.co/image/1",
        "https:///image/1",
        "//i.scdn.co/image/1",
        "javascript:alert(1)",
        "data:image/png;base64,aGk=",
        "https://i.scdn.co@evil.example/1",
        "https://i.scdn.co/a b",
        "https://i.scdn.co/a\n.png",
        'https://i.scdn.co/"><b>',
        " https://i.scdn.co/1",
        "https://" + "a" * 100_000,
    ],
)
def test_an_address_that_cannot_travel_is_left_out(url: str | None) -> None:
    assert usable_url(url) is None


@pytest.mark.parametrize(
    "url",
    [
        "https://i.scdn.co/image/ab67616d0000b273",
        "https://i.scdn.co",
        "HTTPS://Mosaic.Scdn.co/640/a%20b?x=1&y=2#z",
        "https://pictures.example:8443/1.png",
    ],
)
def test_an_https_address_is_kept(url: str) -> None:
    assert usable_url(url) == url


async def test_only_https_pictures_reach_a_screen(
    seen: Alexa, collection: Collection
) -> None:
    """Rows and the playlist's own picture alike."""
    bad = "http://pictures.example/1.png"
    album = Album("album-1", "Ambient 1", image=bad)
    focus = msgspec.structs.replace(collection.shelf[0], image=bad)
    collection.shelf = (focus, *collection.shelf[1:])
    collection.contents = {focus.id: items(track("Says", album=album))}
    for reply in (
        await seen.says("ListPlaylistsIntent"),
        await seen.says("OpenPlaylistIntent", playlist="deep focus"),
    ):
        assert drawn(reply) is not None
        assert "http://" not in str(reply.response)


async def test_a_screen_needs_no_session(seen: Alexa) -> None:
    wire = standin.launch(seen.device, RequestStamp("request-1", NOON), AlexaSession())
    del wire["session"]
    assert drawn(await seen.sends(wire)) is not None


@pytest.mark.parametrize(
    ("version", "draws"),
    [("1.3", False), ("1.4", True), ("1.10", True), ("2024.3", True), ("?", True)],
)
async def test_a_device_of_an_older_apl_gets_the_card(
    seen: Alexa, version: str, *, draws: bool
) -> None:
    seen.device = replace(seen.device, screen=ScreenProfile(apl=version))
    reply = await seen.says("ListPlaylistsIntent")
    assert (drawn(reply) is not None) == draws
    assert "Deep Focus" in reply.card


async def test_a_card_has_picture_lines_and_address(
    alexa: Alexa, collection: Collection
) -> None:
    covered = playlist("Covered", image=PICTURE)
    link = f"https://open.spotify.com/playlist/{covered.id}"
    collection.shelf = (covered,)
    songs = [track(f"Song {n}", "Her", id=f"{n:022}") for n in range(7)]
    collection.contents = {covered.id: items(*songs)}
    reply = await alexa.says("OpenPlaylistIntent", playlist="covered")
    card = reply.response["card"]
    assert card["type"] == "Standard"
    assert card["image"] == {"smallImageUrl": PICTURE, "largeImageUrl": PICTURE}
    assert "6. Song 5 by Her (3:00)" in card["text"]
    assert "Song 5" not in reply.speech
    assert card["text"].endswith(f"From Spotify\n{link}")


async def test_the_code_leads_to_the_skills_page(collection: Collection) -> None:
    page = "https://www.amazon.com/dp/B0RECORD01"
    unlinked = Alexa(configuration(collection, skill_page=page))
    unlinked.device = replace(unlinked.device, token=None, screen=ScreenProfile())
    screen = drawn(await unlinked.opens())
    assert screen is not None
    assert screen["code"] == msgspec.to_builtins(apl.qr_code(page))
    assert screen["code"]["path"].startswith("M4,4h7v1h-7z")


@pytest.mark.parametrize(
    ("page", "typed"),
    [
        ("https://www.amazon.com/dp/B0RECORD01", "amazon.com/dp/B0RECORD01"),
        ("https://record-shelf.example/", "record-shelf.example"),
        ("https://www.amazon.com/dp/B0RECORD01/ref=sr_1_1?keywords=x", ""),
    ],
)
async def test_an_address_stands_below_its_code_where_one_likes_to_type_it(
    collection: Collection, page: str, typed: str
) -> None:
    unlinked = Alexa(configuration(collection, skill_page=page))
    unlinked.device = replace(unlinked.device, token=None, screen=ScreenProfile())
    screen = drawn(await unlinked.opens())
    assert screen is not None
    assert screen["address"] == typed
