"""Every endpoint under every fault of the fake Spotify, through the real client.

`pytest tests/providers/spotify/test_fault_table.py -s` prints the table.
"""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from providers.music import Listing
from simulator.spotify.broken_responses import QUIRKS
from simulator.spotify.faults import KINDS
from tests.providers.spotify.expected_outcomes import (
    CHANGES,
    EMPTY,
    IN_TIME,
    NONSENSE,
    PARTIAL,
    REFUSALS,
    SAVING,
    SLOW,
    UNCONFIRMED,
    UNREAD,
    UNREADABLE,
    WHOLE,
    WITH_AN_ID,
    WITHOUT_AN_ID,
)
from tests.providers.spotify.fault_table import Row, Table, heading, line, open_table

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.no_cover]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def table() -> AsyncIterator[Table]:
    async with open_table() as table:
        print()
        print(heading(table.questions))
        yield table


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def sound(table: Table) -> Row:
    """The row without any fault."""
    row = await table.row()
    print(line("(none)", row))
    return row


@pytest.fixture(autouse=True)
def no_fault_is_left(table: Table) -> None:
    table.fake_spotify.faults.clear()


def shown(row: Row) -> dict[str, str]:
    return {name: str(cell) for name, cell in row.items()}


def expected(name: str, reason: str) -> str:
    """Return what a question's cell shows for an error: of a change, it is not sure."""
    return "unconfirmed" if name in CHANGES and reason in UNCONFIRMED else reason


def nothing_readable(row: Row) -> dict[str, str]:
    cells = {name: expected(name, "unreadable") for name in row}
    return cells | dict.fromkeys(UNREAD, "1")


def right(row: Row) -> bool:
    wrongs = [wrong for cell in row.values() for wrong in cell.wrongs()]
    assert wrongs == []
    return True


async def test_every_fault_and_quirk_has_its_row() -> None:
    faults = {*REFUSALS, *NONSENSE, *SLOW, *IN_TIME}
    ignoring = {"limit_ignored", "offset_ignored", "limit_refused"}
    assert {*faults, *ignoring, "endless", "answer", "quirk"} == KINDS
    quirks = {*WHOLE, *UNREADABLE, *PARTIAL}
    one_by_one = {"doubled", "one_wrong_element", "nameless_first"}
    assert {*quirks, *one_by_one} == set(QUIRKS)


async def test_without_a_fault_everything_is_answered(sound: Row) -> None:
    assert right(sound)
    assert [name for name, cell in sound.items() if cell.reason] == []
    empty = {name for name, cell in sound.items() if cell.size == 0}
    assert empty <= {"saved_among"}
    assert sound["playlists"].size == 240
    assert len(sound["playlists"].listener.turn.calls) == 5


@pytest.mark.parametrize("fault", REFUSALS)
async def test_refused(table: Table, fault: str) -> None:
    row = await table.struck(fault)
    assert right(row)
    other = WITHOUT_AN_ID.get(fault, REFUSALS[fault])
    whole = dict.fromkeys(SAVING, "1") if fault == "truncate" else {}  # an empty body
    assert shown(row) == {
        **{
            name: expected(name, REFUSALS[fault] if name in WITH_AN_ID else other)
            for name in row
        },
        **whole,
    }


@pytest.mark.parametrize("fault", NONSENSE)
async def test_nonsense(table: Table, fault: str) -> None:
    row = await table.struck(fault)
    assert right(row)
    silence = {"now_playing": "1"} if fault in EMPTY else {}
    assert shown(row) == nothing_readable(row) | silence


@pytest.mark.parametrize("fault", SLOW)
async def test_too_slow(table: Table, fault: str) -> None:
    row = await table.struck(fault, seconds_left=0.75, seconds=5.0)
    assert right(row)
    late = {name: expected(name, "too_slow") for name in row}
    dripped = dict.fromkeys(SAVING, "1") if fault == "drip" else {}  # an empty body
    assert shown(row) == late | dripped


@pytest.mark.parametrize("fault", IN_TIME)
async def test_slow_but_in_time(table: Table, sound: Row, fault: str) -> None:
    row = await table.struck(fault, seconds=0.001)
    assert right(row)
    assert shown(row) == shown(sound)


async def test_pages_without_end(table: Table) -> None:
    row = await table.struck("endless")
    assert right(row)
    for name, cell in row.items():
        assert cell.reason is None
        assert len(cell.listener.turn.calls) <= 20
        assert 0 < cell.size <= 1000
        if isinstance(cell.result, Listing) and len(cell.listener.turn.calls) > 1:
            assert not cell.result.complete, name


@pytest.mark.parametrize("quirk", WHOLE)
async def test_quirks_that_cost_nothing(table: Table, sound: Row, quirk: str) -> None:
    row = await table.struck("quirk", quirk=quirk)
    assert right(row)
    assert shown(row) == shown(sound)


@pytest.mark.parametrize("quirk", UNREADABLE)
async def test_quirks_that_leave_nothing(table: Table, quirk: str) -> None:
    row = await table.struck("quirk", quirk=quirk)
    assert right(row)
    assert shown(row) == nothing_readable(row)


@pytest.mark.parametrize("quirk", PARTIAL)
async def test_quirks_that_cost_this_much(table: Table, sound: Row, quirk: str) -> None:
    row = await table.struck("quirk", quirk=quirk)
    assert right(row)
    assert shown(row) == {**shown(sound), **PARTIAL[quirk]}


async def test_what_comes_twice_is_there_once_where_it_must(
    table: Table, sound: Row
) -> None:
    row = await table.struck("quirk", quirk="doubled")
    assert right(row)
    twice = {name for name, cell in row.items() if cell.size == 2 * sound[name].size}
    assert twice == {"playlist_items", "album_tracks", "search"}
    same = {name for name, cell in row.items() if cell.size == sound[name].size}
    assert same | twice == set(row)


async def test_one_wrong_element_costs_itself(table: Table, sound: Row) -> None:
    row = await table.struck("quirk", quirk="one_wrong_element")
    assert right(row)
    for name, cell in row.items():
        if isinstance(cell.result, Listing):
            pages = len(cell.listener.turn.calls)
            assert sound[name].size - cell.size == pages, name


async def test_an_ignored_offset_makes_no_list_longer(table: Table, sound: Row) -> None:
    row = await table.struck("offset_ignored")
    assert right(row)
    for name, cell in row.items():
        assert cell.reason is None
        assert cell.size <= min(sound[name].size, 50)
        if isinstance(cell.result, Listing) and cell.size < sound[name].size:
            assert not cell.result.complete, name


async def test_an_ignored_limit_costs_calls_only(table: Table, sound: Row) -> None:
    row = await table.struck("limit_ignored")
    assert right(row)
    assert row["playlists"].size == sound["playlists"].size == 240
    assert [name for name, cell in row.items() if cell.reason] == []


@pytest.mark.parametrize("largest", [20, 10])
async def test_a_refused_limit_is_made_smaller(
    table: Table, sound: Row, largest: int
) -> None:
    row = await table.struck("limit_refused", largest=largest)
    for name, cell in row.items():
        assert cell.reason is None, name
        assert cell.size > 0 or not sound[name].size
        assert {call.status for call in cell.listener.turn.calls} <= {200, 201, 400}
    assert row["playlists"].size == (240 if largest == 20 else 200)


async def test_an_empty_name_costs_itself_where_a_name_is_needed(
    table: Table, sound: Row
) -> None:
    row = await table.struck("quirk", quirk="nameless_first")
    assert right(row)
    for name, cell in row.items():
        if isinstance(cell.result, Listing):
            lost = sound[name].size - cell.size
            assert lost <= len(cell.listener.turn.calls)
            assert cell.result.unreadable == lost or not cell.result.complete, name


async def test_a_quirky_listener_is_answered(table: Table) -> None:
    """Everything odd at once, in the data instead of in every answer."""
    quirky = {name: ("quirky", ask) for name, (_, ask) in table.questions.items()}
    row = await Table(table.fake_spotify, table.session, quirky).row()
    print(line("(quirky)", row))
    assert right(row)
    for name in ("account", "playlists", "top_tracks", "saved_albums", "recent_plays"):
        assert row[name].reason is None, name
        assert row[name].size > 0, name
