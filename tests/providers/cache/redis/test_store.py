"""Records in Redis: in one slot, sealed, leased, and replaced when they are junk."""

import asyncio
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from redis.crc import key_slot

from providers.cache.keyring import Signets
from providers.cache.records import Dates, Entry, Record
from providers.cache.redis.client import RedisLink
from providers.cache.redis.factory import CacheSettings
from providers.cache.redis.protocol import (
    Call,
    generation_name,
    lease_name,
    names_name,
    tags_name,
    value_name,
)
from providers.cache.redis.store import RedisStore
from providers.cache.request import Visit
from providers.cache.store import Busy, Commit, Failed, Store, Stored, Ticket, Unclaimed
from providers.cache.ttl import PLAYLISTS, SEARCH
from providers.timeouts import RedisBudget
from tests.conftest import RedisServer
from tests.providers.cache.world import (
    FIRST_SECRET,
    Instance,
    listener,
)

SIGNETS = Signets(FIRST_SECRET)
ENTRY = SIGNETS.entry(SIGNETS.subject(b"account", "id"), PLAYLISTS)
RECORD = Record.of(["x"], Dates(0.0, 4e9, 4e9))


@pytest.fixture
def back_end(on_redis: CacheSettings) -> CacheSettings:
    """This is about Redis alone."""
    return on_redis


@pytest.fixture
def store(instance: Instance) -> Store:
    return instance.cache._store


def visit(instance: Instance, token: str = "token-of-ada") -> Visit:  # noqa: S107 - no real token
    who = listener(token)
    assert who.token is not None
    found = instance.cache.visit(who, who.token)
    found.uses = who.turn.cache
    return found


@given(st.text(max_size=20), st.text(max_size=20))
def test_all_keys_of_a_subject_are_in_one_slot(identity: str, detail: str) -> None:
    subject = SIGNETS.subject(b"account", identity)
    entries: list[Entry[Any]] = [
        SIGNETS.entry(subject, PLAYLISTS),
        SIGNETS.entry(subject, SEARCH, detail),
    ]
    names = [generation_name(subject.tags[0]), names_name(subject.tags[0])]
    names.append(tags_name(subject.tags[0]))
    for entry in entries:
        names += [value_name(entry), lease_name(entry)]
    assert len(set(names)) == 7
    assert len({key_slot(name) for name in names}) == 1


async def test_a_lease_is_given_once(store: Store, instance: Instance) -> None:
    first = await store.claim(ENTRY, visit(instance), b"", 5)
    assert isinstance(first, Ticket)
    assert await store.claim(ENTRY, visit(instance), b"", 5) == Busy()
    outcome, mark = await store.commit(ENTRY, visit(instance), RECORD, first)
    assert outcome is Commit.KEPT
    stored = await store.claim(ENTRY, visit(instance), b"", 5)
    assert stored == Stored(stored.record, mark)  # type: ignore[union-attr] # equal, so it is one
    assert isinstance(await store.claim(ENTRY, visit(instance), mark, 5), Ticket)


async def test_a_lease_that_ran_out_keeps_nothing(
    store: Store, instance: Instance, redis_server: RedisServer
) -> None:
    late = await store.claim(ENTRY, visit(instance), b"", 5)
    assert isinstance(late, Ticket)
    with redis_server.client() as client:
        client.delete(lease_name(ENTRY))
    outcome, _ = await store.commit(ENTRY, visit(instance), RECORD, late)
    assert outcome is Commit.SUPERSEDED
    assert await store.read(ENTRY, visit(instance)) == Stored()


async def test_a_failure_is_told_to_others(store: Store, instance: Instance) -> None:
    ticket = await store.claim(ENTRY, visit(instance), b"", 5)
    assert isinstance(ticket, Ticket)
    await store.fail(ENTRY, visit(instance), ticket, b"rate_limited 30.000")
    told = await store.claim(ENTRY, visit(instance), b"", 5)
    assert told == Failed(b"rate_limited 30.000")


async def test_a_refused_token_says_nothing_of_other_tokens(
    store: Store, instance: Instance
) -> None:
    ticket = await store.claim(ENTRY, visit(instance), b"", 5)
    assert isinstance(ticket, Ticket)
    await store.fail(ENTRY, visit(instance), ticket, b"link_expired")
    told = await store.claim(ENTRY, visit(instance), b"", 5)
    assert told == Failed(b"link_expired")
    other = await store.claim(ENTRY, visit(instance, "another"), b"", 5)
    assert other == Unclaimed(out=False)


async def test_a_lease_given_back_without_a_word_is_free(
    store: Store, instance: Instance
) -> None:
    ticket = await store.claim(ENTRY, visit(instance), b"", 5)
    assert isinstance(ticket, Ticket)
    await store.fail(ENTRY, visit(instance), ticket, b"")
    assert isinstance(await store.claim(ENTRY, visit(instance), b"", 5), Ticket)


class Babel(RedisLink):
    """Answers scripts with something that none of them returns."""

    async def run(self, _budget: RedisBudget, *calls: Call) -> list[object]:
        return [5 for _ in calls]


async def test_answers_without_sense_are_none(instance: Instance) -> None:
    store = instance.cache._store
    assert isinstance(store, RedisStore)
    store._link = Babel(store._link._cache, store._sources)
    visiting = visit(instance)
    assert await store.claim(ENTRY, visiting, b"", 5) == Unclaimed()
    visiting.forgotten = False
    outcome, _ = await store.commit(ENTRY, visiting, RECORD, Ticket(b"n", b""))
    assert outcome is Commit.LOST


async def test_a_reader_who_left_does_not_disturb_the_batch(
    instance: Instance,
) -> None:
    store = instance.cache._store
    assert isinstance(store, RedisStore)
    name, budget = value_name(ENTRY), visit(instance).budget
    leaving, staying = (
        asyncio.create_task(store._link.get(name, budget)) for _ in range(2)
    )
    await asyncio.sleep(0)
    leaving.cancel()
    assert await staying is None
