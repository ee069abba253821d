"""Every fault and quirk at every endpoint, through the real client: the whole table."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from typing import Any

import aiohttp
import pytest

from providers import errors
from providers.music import NOTHING_PLAYS, Found, Listing
from simulator.spotify.broken_responses import QUIRKS
from simulator.spotify.errors import PREPARED_REPLIES
from simulator.spotify.faults import BODY_FAULTS, CONNECTION_FAULTS
from simulator.spotify.server import RunningSpotify
from simulator.spotify.world import World
from tests.simulator.spotify.client_reads import (
    ACCOUNT,
    fresh_library,
    readings,
    somebody,
)
from tests.simulator.spotify.fault_outcomes import (
    COSTLY,
    DEADLY,
    ERRORS,
    HARMLESS,
    MAY_REPEAT,
    ONE_THING,
    SHORT,
    SPARING,
)

pytestmark = pytest.mark.no_cover

NOW_PLAYING = "GET /me/player/currently-playing"
NO_BODY = ("no_body", "no_content")


@dataclass
class Table:
    """All readings at once, each by a client that has learned nothing yet."""

    session: aiohttp.ClientSession
    spotify: RunningSpotify

    async def row(self, seconds: float = 20) -> dict[str, Any]:
        """What each endpoint's reading brought: a value, or the error it raised."""
        table = readings(self.spotify.world)
        outcomes = await asyncio.gather(
            *(
                reading(
                    fresh_library(self.session, self.spotify.api_url),
                    somebody(seconds=seconds),
                )
                for reading in table.values()
            ),
            return_exceptions=True,
        )
        return dict(zip(table, outcomes, strict=True))


@pytest.fixture
async def table(spotify: RunningSpotify) -> AsyncIterator[Table]:
    async with aiohttp.ClientSession() as session:
        yield Table(session, spotify)


def _lists(value: Any) -> list[Sequence[Any]]:
    match value:
        case Listing(items=items):
            return [items]
        case Found():
            return [value.artists, value.tracks, value.albums]
    return [[value]]


def _size(value: Any) -> int:
    return sum(map(len, _lists(value)))


def _texts(error: BaseException | None) -> str:
    """Everything that a log of this error could show."""
    if error is None:
        return ""
    return f"{error!r} {error}" + _texts(error.__cause__) + _texts(error.__context__)


def test_every_fault_and_every_quirk_has_its_expectation() -> None:
    assert ERRORS.keys() == PREPARED_REPLIES.keys() | BODY_FAULTS | CONNECTION_FAULTS
    expected = HARMLESS | DEADLY | SPARING | COSTLY
    assert expected | {"doubled", "items_null", "one_wrong_element"} == QUIRKS.keys()


@pytest.mark.parametrize("kind", sorted(ERRORS))
async def test_each_fault_is_the_right_error_everywhere(
    table: Table, world: World, kind: str
) -> None:
    # Dripping, the shortest body takes 0.7 s: clearly longer than an attempt may take.
    world.faults.add(kind, seconds=0.1 if kind == "drip" else 0.05)
    row = await table.row(SHORT if kind in {"hang", "drip"} else 20)
    for endpoint, outcome in row.items():
        expected = ERRORS[kind]
        if kind == "not_found" and "{id}" not in endpoint:
            expected = errors.Unavailable  # one's own list cannot be gone
        if endpoint == NOW_PLAYING and kind in NO_BODY:
            assert outcome == NOTHING_PLAYS  # Spotify says it with an empty body
            continue
        assert type(outcome) is expected, endpoint
        assert ACCOUNT not in _texts(outcome)


@pytest.mark.parametrize("quirk", sorted(QUIRKS))
async def test_each_quirk_costs_no_more_than_it_must(
    table: Table, world: World, quirk: str
) -> None:
    sound = await table.row()
    world.faults.add("quirk", quirk=quirk)
    for endpoint, outcome in (await table.row()).items():
        _check(quirk, endpoint, sound[endpoint], outcome)


def _check(quirk: str, endpoint: str, sound: Any, outcome: Any) -> None:
    if quirk in DEADLY:
        assert type(outcome) is errors.Unreadable, endpoint
        return
    if quirk in COSTLY and endpoint in ONE_THING and isinstance(outcome, Exception):
        assert type(outcome) is errors.Unreadable, endpoint
        return
    assert not isinstance(outcome, BaseException), endpoint
    size, full = _size(outcome), _size(sound)
    if quirk in HARMLESS:
        assert outcome == sound, endpoint
    elif quirk in SPARING:
        assert size == full, endpoint
    elif quirk in COSTLY:
        assert size <= full, endpoint
    elif not isinstance(sound, Listing | Found):
        assert outcome == sound, endpoint
    else:
        assert size == _remaining(quirk, endpoint, sound), endpoint


def _remaining(quirk: str, endpoint: str, sound: Any) -> int:
    """How many elements are left of a list, each kind of a search being one."""
    lists = len([one for one in _lists(sound) if one])
    match quirk:
        case "one_wrong_element":
            return _size(sound) - lists
        case "doubled" if endpoint in MAY_REPEAT:
            return _size(sound) * 2
        case "items_null":
            return 0
    return _size(sound)


async def test_pages_without_end_come_to_one(table: Table, world: World) -> None:
    sound = await table.row()
    world.faults.add("endless")
    world.counters.reset()
    for endpoint, outcome in (await table.row()).items():
        assert not isinstance(outcome, BaseException), endpoint
        assert _size(outcome) >= _size(sound[endpoint])
    assert world.counters.calls() < 100


@pytest.mark.parametrize(
    "token", ["ada", "collector", "emoji", "jonas", "local", "nobody", "quirky", "yuki"]
)
async def test_every_account_is_read_without_an_error(table: Table, token: str) -> None:
    library = fresh_library(table.session, table.spotify.api_url)
    listener = somebody(token)
    playlists = await library.playlists(listener)
    for playlist in [one for one in playlists.items if one.owner][:4]:
        try:
            await library.playlist_items(listener, playlist)
        except errors.Forbidden:
            assert not playlist.mine
    for name, reading in readings(table.spotify.world).items():
        if name != "GET /playlists/{id}/items":
            await reading(library, listener)


async def test_what_is_sound_of_the_quirky_account_survives(table: Table) -> None:
    library = fresh_library(table.session, table.spotify.api_url)
    listener = somebody("quirky")
    playlists = await library.playlists(listener)
    names = [one.name for one in playlists.items]
    assert {"Plain", "Holes", "Files and talk", "No images", "Unknown size"} <= set(
        names
    )
    by_name = {one.name: one for one in playlists.items}
    plain = await library.playlist_items(listener, by_name["Plain"])
    assert len(plain.items) == 7  # of eight, one of which is null inside
    holes = await library.playlist_items(listener, by_name["Holes"])
    assert len(holes.items) == 2
    mixed = await library.playlist_items(listener, by_name["Files and talk"])
    kinds = [(one.track.local, one.track.spoken) for one in mixed.items]
    assert kinds == [(True, False), (False, True), (False, False)]
