"""Bundles: what is compressed together is read, dropped and counted by itself."""

import tracemalloc
from collections.abc import Sequence
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from providers.cache.keyring import Keyring
from providers.cache.memory import (
    LARGEST_BUNDLE,
    SCOPES_APART,
    SLOT_BYTES,
    MemoryCache,
)
from providers.cache.records import CacheKey, Lifetimes, PackedRecord
from providers.cache.ttl import PLAYLISTS
from providers.music import Listing, Playlist
from tests.providers.cache.test_records_packing import real_looking
from tests.providers.cache.world import FIRST_SECRET

KEYRING = Keyring(FIRST_SECRET)
ADA, BOB = b"ada", b"bob"
OTHERS = 1000  # numbers of scopes from here on only make others old
Shelf = Listing[Playlist]


def key(number: int, scope: int = 0) -> CacheKey[Shelf]:
    """The key of the record `number` of a scope."""
    hashed = KEYRING.scope(b"account", str(scope))
    return KEYRING.key(hashed, PLAYLISTS, str(number))


def shelf(number: int, scope: int = 0, size: int = 40) -> Shelf:
    """Half of the playlists are on all shelves of the scope, as songs are on lists."""
    both, own = Random(scope), Random(f"{scope} {number}")
    items = [real_looking(both if n % 2 else own) for n in range(size)]
    return Listing(tuple(items), size)


def record(value: object, dead_at: float = 1000.0) -> PackedRecord:
    return PackedRecord.of(value, Lifetimes(0.0, 10.0, dead_at))


def put(memory: MemoryCache, number: int, scope: int = 0, **more: Any) -> None:
    memory.put(key(number, scope), record(shelf(number, scope), **more), ADA, 0)


def bundled(count: int = 8, scope: int = 0, limit: int = 2**22) -> MemoryCache:
    """A memory with so many records of a scope, which others have written since."""
    memory = MemoryCache(limit, ceiling=60)
    for number in range(count):
        put(memory, number, scope)
    let_others_write(memory)
    return memory


def let_others_write(memory: MemoryCache) -> None:
    for other in range(OTHERS, OTHERS + SCOPES_APART):
        put(memory, 0, other)
    for other in range(OTHERS, OTHERS + SCOPES_APART):
        memory.erase_hash(key(0, other).hash)


def read(memory: MemoryCache, number: int, scope: int = 0, now: float = 1.0) -> Any:
    held = memory.get(key(number, scope), ADA, now)
    return held and held.value


def packed(memory: MemoryCache) -> int:
    """The bytes in use, without decoded values: nothing here has been read."""
    return memory.size


def test_records_of_one_scope_take_fewer_bytes_together() -> None:
    apart = MemoryCache(2**22, ceiling=60)
    for number in range(8):
        put(apart, number)
    payloads = packed(apart) - 8 * SLOT_BYTES
    assert packed(bundled()) - 8 * SLOT_BYTES < 0.65 * payloads


def test_a_bundled_record_is_read_with_its_lifetimes_and_owners() -> None:
    memory = bundled()
    for number in range(8):
        held = memory.get(key(number), BOB, 1)
        assert held is not None
        assert (held.value, held.lifetimes.fresh_until) == (shelf(number), 10)
        assert memory.editions(key(number), ADA) == memory.editions(key(number), BOB)
    assert read(memory, 8) is None


def test_what_takes_the_place_of_a_bundled_record_is_read() -> None:
    memory = bundled()
    assert read(memory, 3) == shelf(3)
    for _ in range(2):
        memory.put(key(3), record(shelf(99)), ADA, 0)
        assert [read(memory, 3), read(memory, 4)] == [shelf(99), shelf(4)]
        let_others_write(memory)
    assert [read(memory, 3), read(memory, 4)] == [shelf(99), shelf(4)]


def test_a_bundled_record_dies_at_its_own_time() -> None:
    memory = MemoryCache(2**22, ceiling=60)
    for number in range(8):
        put(memory, number, dead_at=20.0 + number)
    let_others_write(memory)
    assert [read(memory, n, now=23) is not None for n in range(8)] == [
        *(False,) * 4,
        *(True,) * 4,
    ]


def test_bytes_of_what_is_gone_go_with_the_next_bundle() -> None:
    memory = MemoryCache(2**22, ceiling=60)
    for number in range(8):
        put(memory, number, dead_at=20.0 if number else 1000.0)
    let_others_write(memory)
    assert [read(memory, n, now=30) for n in range(1, 8)] == [None] * 7
    before = packed(memory)
    let_others_write(memory)
    assert packed(memory) < 0.4 * before
    assert read(memory, 0) == shelf(0)


@pytest.mark.parametrize("whose", [ADA, None])
def test_nothing_is_left_of_an_erased_scope(whose: bytes | None) -> None:
    memory = bundled()
    assert read(memory, 1) == shelf(1)
    if whose is None:
        memory.erase_hash(key(0).hash)
    else:
        memory.erase_owner(whose)
    assert (len(memory), memory.size) == (0, 0)
    assert shelf(1).items[0].id not in repr(vars(memory._bundles))
    assert read(memory, 1) is None


def test_short_records_stay_apart() -> None:
    memory = MemoryCache(2**22, ceiling=60)
    for number in range(8):
        memory.put(key(number), record(shelf(number, size=1)), ADA, 0)
    before = packed(memory)
    let_others_write(memory)
    assert packed(memory) == before


def test_a_large_library_is_read_without_unpacking_all_of_it() -> None:
    memory = MemoryCache(2**24, ceiling=60)
    for number in range(20):
        value = shelf(number, size=300)
        memory.put(key(number), record(value), ADA, 0)
    let_others_write(memory)
    scope = key(0).hash
    together = sum(map(len, memory._bundles.texts(scope).values()))
    assert LARGEST_BUNDLE / 2 < together <= LARGEST_BUNDLE
    assert all(read(memory, n) == shelf(n, size=300) for n in range(20))
    memory.erase_hash(scope)
    assert memory.size == 0


def test_lists_that_find_no_room_leave_nothing_behind() -> None:
    memory = MemoryCache(2**24, ceiling=60)
    for number in range(2):
        value = shelf(number, size=3000)
        memory.put(key(number), record(value), ADA, 0)
    let_others_write(memory)
    assert key(0).hash not in memory._bundles
    memory.erase_hash(key(0).hash)
    assert memory.size == 0


def test_a_bundle_goes_as_a_whole_unless_it_was_used() -> None:
    for used in (False, True):
        memory = bundled(4, limit=150_000)
        for scope in range(1, 80):
            put(memory, 0, scope)
            if used:
                assert read(memory, 0) == shelf(0)
        there = [read(memory, number) is not None for number in range(4)]
        assert there == [used] * 4


Step = tuple[int, int, int]
steps = st.lists(
    st.tuples(st.integers(0, 20), st.integers(0, 4), st.integers(0, 3)), max_size=120
)


@settings(max_examples=60)
@given(steps, st.integers(9000, 60_000))
def test_whatever_is_read_is_what_was_put_last(
    done: Sequence[Step], limit: int
) -> None:
    memory, latest = MemoryCache(limit, ceiling=60), dict[tuple[int, int], int]()
    for turn, (scope, number, step) in enumerate(done):
        if step == 3:
            memory.erase_hash(key(0, scope).hash)
            latest = {at: value for at, value in latest.items() if at[0] != scope}
        elif step:
            value = shelf(turn, scope, size=30)
            memory.put(key(number, scope), record(value), ADA, 0)
            latest[scope, number] = turn
        held = read(memory, number, scope)
        if held is not None:
            assert held == shelf(latest[scope, number], scope, size=30)
        assert memory.size <= limit
    for scope in range(21):
        memory.erase_hash(key(0, scope).hash)
    assert memory.size == 0


def test_the_count_of_bundles_is_not_far_from_the_truth() -> None:
    shelves = {
        (number, scope): record(shelf(number, scope))
        for scope in range(40)
        for number in range(8)
    }
    keys = {at: key(*at) for at in shelves}
    tracemalloc.start()
    try:
        memory = MemoryCache(2**22, ceiling=60)
        for (number, scope), made in shelves.items():
            copy = PackedRecord.from_bytes(made.to_bytes(), b"mark")
            memory.put(keys[number, scope], copy, b"%d" % scope, 0)
        del copy
        used, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert 0.6 * used <= memory.size <= 1.2 * used
    print(f"{used} bytes, counted as {memory.size}")
