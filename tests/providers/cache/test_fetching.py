"""Flights meet stores that change under their eyes."""

from typing import Any

import pytest

from providers.cache.keyring import Keyring
from providers.cache.memory import MemoryCache
from providers.cache.read_through import Cache
from providers.cache.records import CacheKey, Lifetimes, PackedRecord, Undecodable
from providers.cache.redis.connection import _string_reply
from providers.cache.redis.lua_scripts import newest
from providers.cache.request_state import CacheRequest
from providers.cache.store import ClaimResult, NoStore, StoreRead
from providers.cache.tiers import ErasureEpochs
from providers.cache.ttl import TRACK
from providers.music import Track
from tests.providers.cache.world import FIRST_SECRET, Clock, listener, roles


class Restless(NoStore):
    """Holds another stale record at every look."""

    def __init__(self) -> None:
        self.looks = 0

    async def claim(
        self,
        _entry: CacheKey[Any],
        _request: CacheRequest,
        _mark: bytes,
        _seconds: float,
        /,
    ) -> ClaimResult:
        self.looks += 1
        record = PackedRecord.of(Track("t", "Old"), Lifetimes(0.0, 1.0, 4e9))
        return StoreRead(record, str(self.looks).encode())


async def test_a_store_that_never_rests_is_left() -> None:
    clock, store = Clock(), Restless()
    keyring = Keyring(FIRST_SECRET)
    cache = Cache(keyring, MemoryCache(2**20, 60), store, clock.sources())
    who = listener()
    assert who.token is not None
    request = cache.request(who, who.token)

    async def fetch() -> Track:
        return Track("t", "New")

    entry = cache.key(request.person, TRACK, "t")
    assert (await cache.get_or_fetch(entry, fetch, request)).title == "New"
    assert store.looks == 5
    assert roles(who) == ["track:fetch"]
    await cache.aclose()


@pytest.mark.parametrize("length", [0, 23, 24])
def test_a_record_has_dates_and_a_payload(length: int) -> None:
    with pytest.raises(Undecodable):
        PackedRecord.from_bytes(b"\x00" * length, b"")


def test_a_record_comes_back_from_its_bytes() -> None:
    record = PackedRecord.of(Track("t", "T"), Lifetimes(1.0, 2.5, 3.25))
    assert PackedRecord.from_bytes(record.to_bytes(), b"") == record


@pytest.mark.parametrize("reply", [5, [b"x"], "text", True])
def test_a_reply_of_another_shape_is_none(reply: object) -> None:
    with pytest.raises(TypeError):
        _string_reply(reply)


def test_the_later_reading_wins_under_the_first_mark() -> None:
    early = StoreRead(PackedRecord.of(1, Lifetimes(1.0, 2.0, 3.0)), b"first")
    late = StoreRead(PackedRecord.of(2, Lifetimes(1.5, 2.0, 3.0)), b"other")
    best = newest(early, late)
    assert (best.etag, best.record and best.record.lifetimes) == (
        b"first",
        Lifetimes(1.5, 2.0, 3.0),
    )
    assert newest(late, early) is late
    assert newest(early, StoreRead()) is early
    assert newest(StoreRead(etag=b"junk"), late).etag == b"junk"


def test_requests_begun_before_a_purge_are_told_for_a_minute() -> None:
    clock = Clock()
    epochs, keyring = ErasureEpochs(clock), Keyring(FIRST_SECRET)
    ada, bob = (keyring.scope(b"person", name) for name in ("ada", "bob"))
    assert epochs.of(ada) == epochs.of(bob) == 0
    epochs.advance(ada)
    first = epochs.of(ada)
    epochs.advance(ada)
    assert len({0, first, epochs.of(ada)}) == 3
    clock.pass_by(61)
    epochs.advance(bob)
    assert epochs.of(ada) == 0
    assert epochs.of(bob) != 0
