"""Memory keeps what was used last, within its bytes and its minute."""

import tracemalloc
from collections.abc import Sequence
from random import Random

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from providers.cache.keyring import Keyring
from providers.cache.memory import SLOT_BYTES, MemoryCache
from providers.cache.records import CachedValue, CacheKey, Lifetimes, PackedRecord
from providers.cache.ttl import PLAYLISTS, TOP_TRACKS
from providers.music import Listing, Playlist
from tests.providers.cache.test_records_packing import real_looking
from tests.providers.cache.world import FIRST_SECRET

pytestmark = pytest.mark.no_cover

SIGNETS = Keyring(FIRST_SECRET)
ADA, BOB = b"ada", b"bob"


def place(number: int) -> CacheKey[Listing[Playlist]]:
    return SIGNETS.key(SIGNETS.scope(b"account", str(number)), PLAYLISTS)


def lists(count: int = 1, number: int = 0) -> Listing[Playlist]:
    return Listing(
        tuple(Playlist(f"{number} {i}", "Name") for i in range(count)), count
    )


def record(value: object, dead_at: float = 1000.0) -> PackedRecord:
    made = PackedRecord.of(value, Lifetimes(0.0, 10.0, dead_at))
    return msgspec.structs.replace(made, etag=b"mark")


def test_what_is_put_is_got_decoded() -> None:
    memory = MemoryCache(2**20, ceiling=60)
    assert memory.get(place(1), ADA, 0) is None
    memory.put(place(1), record(lists()), ADA, 0)
    held = memory.get(place(1), ADA, 0)
    assert held is not None
    assert (held.value, held.lifetimes.fresh_until, held.etag) == (lists(), 10, b"mark")
    again = memory.get(place(1), ADA, 0)
    assert again is not None
    assert again.value is held.value, "decoded once"


@pytest.mark.parametrize(
    ("put_at", "dead_at", "until"), [(0, 1000, 60), (7, 1000, 67), (0, 30, 30)]
)
def test_nothing_is_believed_longer(
    put_at: float, dead_at: float, until: float
) -> None:
    memory = MemoryCache(2**20, ceiling=60)
    memory.put(place(1), record(lists(), dead_at), ADA, put_at)
    assert memory.get(place(1), ADA, until - 0.1) is not None
    assert memory.get(place(1), ADA, until) is None
    assert len(memory) == memory.size == 0


def test_the_dead_are_not_taken_in() -> None:
    memory = MemoryCache(2**20, ceiling=60)
    memory.put(place(1), record(lists(), dead_at=5), ADA, 5)
    assert len(memory) == 0


def test_the_least_recently_used_goes_first() -> None:
    room = 3 * (SLOT_BYTES + 100)
    memory = MemoryCache(int(room / 0.75), ceiling=60)
    for number in (1, 2, 3):
        memory.put(place(number), record(lists(1, number)), ADA, 0)
    assert memory.get(place(1), ADA, 0) is not None
    memory.put(place(4), record(lists(1, 4)), ADA, 0)
    left = [n for n in (1, 2, 3, 4) if memory.get(place(n), ADA, 0) is not None]
    assert left == [1, 3, 4]


def test_decoded_values_are_dropped_before_their_records() -> None:
    memory = MemoryCache(100_000, ceiling=60)
    for number in range(8):
        memory.put(place(number), record(lists(60, number)), ADA, 0)
        assert memory.get(place(number), ADA, 0) is not None
    first = memory.get(place(0), ADA, 0)
    assert first is not None
    assert first.value == lists(60, 0), "decoded again"


def test_values_too_large_to_keep_decoded_are_still_served() -> None:
    memory = MemoryCache(20_000, ceiling=60)
    memory.put(place(1), record(lists(100)), ADA, 0)
    for _ in range(2):
        held = memory.get(place(1), ADA, 0)
        assert held is not None
        assert held.value == lists(100)


def test_what_is_too_large_is_not_taken_in() -> None:
    memory = MemoryCache(2000, ceiling=60)
    memory.put(place(1), record([str(n) for n in range(5000)]), ADA, 0)
    assert len(memory) == 0


def test_another_release_is_a_miss() -> None:
    memory = MemoryCache(2**20, ceiling=60)
    memory.put(place(1), record({"items": 5}), ADA, 0)
    assert memory.get(place(1), ADA, 0) is None
    assert len(memory) == 0


def test_forgetting_an_owner_takes_what_they_heard_too() -> None:
    memory = MemoryCache(2**20, ceiling=60)
    for number, owner in enumerate((ADA, ADA, BOB, BOB)):
        memory.put(place(number), record(lists()), owner, 0)
    memory.get(place(2), ADA, 0)
    memory.erase_owner(ADA)
    assert [memory.get(place(n), BOB, 0) is not None for n in range(4)] == [
        *(False, False),
        *(False, True),
    ]


def test_forgetting_a_tag_takes_that_subject_alone() -> None:
    memory = MemoryCache(2**20, ceiling=60)
    other_kind = SIGNETS.key(place(1).scope, TOP_TRACKS, "weeks")
    memory.put(place(1), record(lists()), ADA, 0)
    memory.put(other_kind, record(lists()), ADA, 0)
    memory.put(place(2), record(lists()), ADA, 0)
    memory.erase_hash(place(1).hash)
    assert len(memory) == 1


def test_what_takes_the_place_of_what_was_read_is_not_unpacked() -> None:
    memory = MemoryCache(2**20, ceiling=60)
    memory.put(place(1), record(lists(1)), ADA, 0)
    assert not memory.is_decoded(place(1))
    memory.get(place(1), ADA, 0)
    assert memory.is_decoded(place(1))
    memory.put(place(1), made := record(lists(2)), ADA, 0)
    memory.keep_decoded(place(1), kept := CachedValue(lists(2), made.lifetimes))
    assert memory.get(place(1), ADA, 0) is kept
    memory.keep_decoded(place(2), kept)
    assert memory.get(place(2), ADA, 0) is None, "nothing was put there"


Step = tuple[int, int, bool]
steps = st.lists(
    st.tuples(st.integers(0, 30), st.integers(0, 300), st.booleans()), max_size=60
)


@settings(max_examples=60)
@given(steps, st.integers(3000, 60_000))
def test_it_never_holds_more_than_its_limit(done: Sequence[Step], limit: int) -> None:
    memory = MemoryCache(limit, ceiling=60)
    latest: dict[int, int] = {}
    for number, count, puts in done:
        if puts:
            value = lists(count, number)
            was_read = memory.is_decoded(place(number))
            memory.put(place(number), made := record(value), ADA, 0)
            if was_read:
                memory.keep_decoded(place(number), CachedValue(value, made.lifetimes))
            latest[number] = count
        held = memory.get(place(number), ADA, 0)
        assert memory.size <= limit
        if held is not None:
            assert held.value == lists(latest[number], number)
    for number in latest:
        memory.erase_hash(place(number).hash)
    assert memory.size == 0


def test_the_count_is_not_far_from_the_truth() -> None:
    limit = 2**20
    tracemalloc.start()
    try:
        before, _ = tracemalloc.get_traced_memory()
        memory = MemoryCache(limit, ceiling=60)
        for number in range(280):
            rng = Random(number)
            value = Listing(tuple(real_looking(rng) for _ in range(30)), 30)
            memory.put(place(number), record(value), ADA, 0)
            memory.get(place(number), ADA, 0)
        used = tracemalloc.get_traced_memory()[0] - before
    finally:
        tracemalloc.stop()
    assert memory.size <= limit
    print(f"{len(memory)} entries, {used / limit:.2f} of the limit")
    assert 0.5 * limit <= used <= 1.1 * limit
