"""Records in Redis: in one slot, sealed, leased, and replaced when they are junk."""

import asyncio
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from redis.crc import key_slot

from providers.cache.keyring import Keyring
from providers.cache.records import CacheKey, Lifetimes, PackedRecord
from providers.cache.redis.client import RedisClient
from providers.cache.redis.commands import ScriptCall
from providers.cache.redis.factory import CacheSettings
from providers.cache.redis.lua_scripts import (
    generation_key,
    lease_key,
    members_key,
    scopes_key,
    value_key,
)
from providers.cache.redis.store import RedisStore
from providers.cache.request_state import CacheRequest
from providers.cache.store import (
    CommitResult,
    Lease,
    LeaseHeld,
    NoLease,
    RecentFailure,
    Store,
    StoreRead,
)
from providers.cache.ttl import PLAYLISTS, SEARCH
from providers.deadline import TimeBudget
from tests.conftest import RedisServer
from tests.providers.cache.world import (
    FIRST_SECRET,
    Clock,
    Instance,
    listener,
)

KEYRING = Keyring(FIRST_SECRET)
ENTRY = KEYRING.key(KEYRING.scope(b"account", "id"), PLAYLISTS)
OTHER_ENTRY = KEYRING.key(KEYRING.scope(b"account", "id"), SEARCH, "words")
RECORD = PackedRecord.of(["x"], Lifetimes(0.0, 4e9, 4e9))


@pytest.fixture
def back_end(on_redis: CacheSettings) -> CacheSettings:
    """This is about Redis alone."""
    return on_redis


@pytest.fixture
def store(instance: Instance) -> Store:
    return instance.cache._store


def request(instance: Instance, token: str = "token-of-ada") -> CacheRequest:  # noqa: S107 - no real token
    who = listener(token)
    assert who.token is not None
    found = instance.cache.request(who, who.token)
    found.uses = who.turn.cache
    return found


@given(st.text(max_size=20), st.text(max_size=20))
def test_all_keys_of_a_subject_are_in_one_slot(identity: str, detail: str) -> None:
    subject = KEYRING.scope(b"account", identity)
    entries: list[CacheKey[Any]] = [
        KEYRING.key(subject, PLAYLISTS),
        KEYRING.key(subject, SEARCH, detail),
    ]
    names = [generation_key(subject.hashes[0]), members_key(subject.hashes[0])]
    names.append(scopes_key(subject.hashes[0]))
    for entry in entries:
        names += [value_key(entry), lease_key(entry)]
    assert len(set(names)) == 7
    assert len({key_slot(name) for name in names}) == 1


async def test_a_lease_is_given_once(store: Store, instance: Instance) -> None:
    first = await store.claim(ENTRY, request(instance), b"", 5)
    assert isinstance(first, Lease)
    assert await store.claim(ENTRY, request(instance), b"", 5) == LeaseHeld()
    outcome, mark = await store.commit(ENTRY, request(instance), RECORD, first)
    assert outcome is CommitResult.KEPT
    stored = await store.claim(ENTRY, request(instance), b"", 5)
    assert stored == StoreRead(stored.record, mark)  # type: ignore[union-attr] # equal, so it is one
    assert isinstance(await store.claim(ENTRY, request(instance), mark, 5), Lease)


async def test_a_lease_of_a_foreign_type_is_none(
    store: Store, instance: Instance, redis_server: RedisServer
) -> None:
    with redis_server.client() as client:
        client.lpush(lease_key(ENTRY), "of somebody else")
    assert isinstance(await store.claim(ENTRY, request(instance), b"", 5), Lease)


async def test_a_lease_that_ran_out_keeps_nothing(
    store: Store, instance: Instance, redis_server: RedisServer
) -> None:
    late = await store.claim(ENTRY, request(instance), b"", 5)
    assert isinstance(late, Lease)
    with redis_server.client() as client:
        client.delete(lease_key(ENTRY))
    outcome, _ = await store.commit(ENTRY, request(instance), RECORD, late)
    assert outcome is CommitResult.SUPERSEDED
    assert await store.read((ENTRY,), request(instance)) == [StoreRead()]


async def test_a_failure_is_told_to_others(store: Store, instance: Instance) -> None:
    lease = await store.claim(ENTRY, request(instance), b"", 5)
    assert isinstance(lease, Lease)
    await store.fail(ENTRY, request(instance), lease, b"rate_limited 30.000")
    told = await store.claim(ENTRY, request(instance), b"", 5)
    assert told == RecentFailure(b"rate_limited 30.000")


async def test_a_refused_token_says_nothing_of_other_tokens(
    store: Store, instance: Instance
) -> None:
    lease = await store.claim(ENTRY, request(instance), b"", 5)
    assert isinstance(lease, Lease)
    await store.fail(ENTRY, request(instance), lease, b"link_expired")
    told = await store.claim(ENTRY, request(instance), b"", 5)
    assert told == RecentFailure(b"link_expired")
    other = await store.claim(ENTRY, request(instance, "another"), b"", 5)
    assert other == NoLease(out=False)


async def test_a_failure_that_none_of_us_left_lately_is_none(
    store: Store, instance: Instance, redis_server: RedisServer, clock: Clock
) -> None:
    """Whoever can write Redis let a listener hear one for ever."""
    free = NoLease(out=False)
    lease = await store.claim(ENTRY, request(instance), b"", 5)
    assert isinstance(lease, Lease)
    await store.fail(ENTRY, request(instance), lease, b"rate_limited 30.000")
    key = lease_key(ENTRY)
    with redis_server.client() as client:
        failure = client.get(key)
        assert isinstance(failure, bytes)
        assert b"rate_limited" not in failure
        for forged in (b"f" + b"0" * 16 + b"quota_exceeded 1e9", b"f", failure[:-1]):
            client.set(key, forged)
            assert await store.claim(ENTRY, request(instance), b"", 5) == free
        client.set(key, failure)
        told = await store.claim(ENTRY, request(instance), b"", 5)
        assert isinstance(told, RecentFailure)
        client.set(lease_key(OTHER_ENTRY), failure)
        assert await store.claim(OTHER_ENTRY, request(instance), b"", 5) == free
        clock.pass_by(11)
        assert await store.claim(ENTRY, request(instance), b"", 5) == free


async def test_a_lease_given_back_without_a_word_is_free(
    store: Store, instance: Instance
) -> None:
    lease = await store.claim(ENTRY, request(instance), b"", 5)
    assert isinstance(lease, Lease)
    await store.fail(ENTRY, request(instance), lease, b"")
    assert isinstance(await store.claim(ENTRY, request(instance), b"", 5), Lease)


class Babel(RedisClient):
    """Answers scripts with something that none of them returns."""

    async def run_scripts(
        self,
        _budget: TimeBudget,
        *calls: ScriptCall,
        undo: Sequence[ScriptCall] = (),  # noqa: ARG002 - as the base class has it
    ) -> list[object]:
        return [5 for _ in calls]


async def test_answers_without_sense_are_none(instance: Instance) -> None:
    store = instance.cache._store
    assert isinstance(store, RedisStore)
    store._client = Babel(store._client._cache, store._clocks)
    visiting = request(instance)
    assert await store.claim(ENTRY, visiting, b"", 5) == NoLease(out=False)
    visiting.forgotten = False
    outcome, _ = await store.commit(ENTRY, visiting, RECORD, Lease(b"n", b""))
    assert outcome is CommitResult.LOST


async def test_a_reader_who_left_does_not_disturb_the_batch(
    instance: Instance,
) -> None:
    store = instance.cache._store
    assert isinstance(store, RedisStore)
    name, budget = value_key(ENTRY), request(instance).budget
    leaving, staying = (
        asyncio.create_task(store._client.get(name, budget)) for _ in range(2)
    )
    await asyncio.sleep(0)
    leaving.cancel()
    assert await staying is None


async def test_a_reply_that_comes_after_a_younger_one_is_no_erasure(
    instance: Instance, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The read began before the person had an edition; a link has made one since."""
    store = instance.cache._store
    assert isinstance(store, RedisStore)
    read, go_on = asyncio.Event(), asyncio.Event()
    get_all = store._client.get_all

    async def late(keys: Sequence[bytes], budget: TimeBudget) -> list[bytes | None]:
        values = await get_all(keys, budget)
        read.set()
        await go_on.wait()
        return values

    monkeypatch.setattr(store._client, "get_all", late)
    asking = request(instance)
    reading = asyncio.create_task(store.read((ENTRY,), asking))
    await read.wait()
    await store.meet(asking)
    go_on.set()
    assert await reading == [StoreRead()]
    assert not asking.forgotten
