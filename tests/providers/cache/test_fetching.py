"""Flights meet stores that change under their eyes."""

from typing import Any

import pytest

from providers.cache.keyring import Signets
from providers.cache.memory import Memory
from providers.cache.read_through import Cache
from providers.cache.records import Dates, Entry, Record, Unsound
from providers.cache.redis.client import _text
from providers.cache.redis.protocol import newer
from providers.cache.request import Visit
from providers.cache.store import Claim, NoStore, Stored
from providers.cache.tiers import Epochs
from providers.cache.ttl import TRACK
from providers.music import Track
from tests.providers.cache.world import FIRST_SECRET, Clock, listener, roles


class Restless(NoStore):
    """Holds another stale record at every look."""

    def __init__(self) -> None:
        self.looks = 0

    async def claim(
        self, _entry: Entry[Any], _visit: Visit, _mark: bytes, _seconds: float, /
    ) -> Claim:
        self.looks += 1
        record = Record.of(Track("t", "Old"), Dates(0.0, 1.0, 4e9))
        return Stored(record, str(self.looks).encode())


async def test_a_store_that_never_rests_is_left() -> None:
    clock, store = Clock(), Restless()
    signets = Signets(FIRST_SECRET)
    cache = Cache(signets, Memory(2**20, 60), store, clock.sources())
    who = listener()
    assert who.token is not None
    visit = cache.visit(who, who.token)

    async def fetch() -> Track:
        return Track("t", "New")

    entry = cache.entry(visit.person, TRACK, "t")
    assert (await cache.read(entry, fetch, visit)).title == "New"
    assert store.looks == 5
    assert roles(who) == ["track:fetch"]
    await cache.aclose()


@pytest.mark.parametrize("length", [0, 23, 24])
def test_a_record_has_dates_and_a_payload(length: int) -> None:
    with pytest.raises(Unsound):
        Record.from_bytes(b"\x00" * length, b"")


def test_a_record_comes_back_from_its_bytes() -> None:
    record = Record.of(Track("t", "T"), Dates(1.0, 2.5, 3.25))
    assert Record.from_bytes(record.to_bytes(), b"") == record


@pytest.mark.parametrize("reply", [5, [b"x"], "text", True])
def test_a_reply_of_another_shape_is_none(reply: object) -> None:
    with pytest.raises(TypeError):
        _text(reply)


def test_the_later_reading_wins_under_the_first_mark() -> None:
    early = Stored(Record.of(1, Dates(1.0, 2.0, 3.0)), b"first")
    late = Stored(Record.of(2, Dates(1.5, 2.0, 3.0)), b"other")
    best = newer(early, late)
    assert (best.mark, best.record and best.record.dates) == (
        b"first",
        Dates(1.5, 2.0, 3.0),
    )
    assert newer(late, early) is late
    assert newer(early, Stored()) is early
    assert newer(Stored(mark=b"junk"), late).mark == b"junk"


def test_requests_begun_before_a_purge_are_told_for_a_minute() -> None:
    clock = Clock()
    epochs, signets = Epochs(clock), Signets(FIRST_SECRET)
    ada, bob = (signets.subject(b"person", name) for name in ("ada", "bob"))
    assert epochs.of(ada) == epochs.of(bob) == 0
    epochs.advance(ada)
    first = epochs.of(ada)
    epochs.advance(ada)
    assert len({0, first, epochs.of(ada)}) == 3
    clock.pass_by(61)
    epochs.advance(bob)
    assert epochs.of(ada) == 0
    assert epochs.of(bob) != 0
