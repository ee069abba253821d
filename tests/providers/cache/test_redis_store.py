"""Records in Redis: in one slot, sealed, leased, and replaced when they are junk."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from redis.crc import key_slot

from providers.cache.kinds import PLAYLISTS, SEARCH
from providers.cache.opening import CacheSettings
from providers.cache.records import Dates, Entry, Record
from providers.cache.redis_names import (
    generation_name,
    lease_name,
    names_name,
    tags_name,
    value_name,
)
from providers.cache.signets import Signets
from providers.cache.store import Busy, Commit, Failed, Store, Stored, Ticket, Unclaimed
from providers.cache.visits import Visit
from providers.errors import LinkExpired, RateLimited
from tests.conftest import RedisServer
from tests.providers.cache.conftest import Begin
from tests.providers.cache.world import (
    FIRST_SECRET,
    Instance,
    listener,
    roles,
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
    assert isinstance(told, Failed)
    assert isinstance(told.error, RateLimited)


async def test_a_refused_token_says_nothing_of_other_tokens(
    store: Store, instance: Instance
) -> None:
    ticket = await store.claim(ENTRY, visit(instance), b"", 5)
    assert isinstance(ticket, Ticket)
    await store.fail(ENTRY, visit(instance), ticket, b"link_expired")
    told = await store.claim(ENTRY, visit(instance), b"", 5)
    assert isinstance(told, Failed)
    assert isinstance(told.error, LinkExpired)
    other = await store.claim(ENTRY, visit(instance, "another"), b"", 5)
    assert other == Unclaimed(out=False)


async def test_a_lease_given_back_without_a_word_is_free(
    store: Store, instance: Instance
) -> None:
    ticket = await store.claim(ENTRY, visit(instance), b"", 5)
    assert isinstance(ticket, Ticket)
    await store.fail(ENTRY, visit(instance), ticket, b"")
    assert isinstance(await store.claim(ENTRY, visit(instance), b"", 5), Ticket)


Spoil = Callable[[bytes], bytes]
JUNK: dict[str, Spoil] = {
    "empty": lambda _: b"",
    "foreign": lambda _: b"{}",
    "truncated": lambda value: value[:-1],
    "half": lambda value: value[: len(value) // 2],
    "a bit turned": lambda value: value[:-9] + bytes([value[-9] ^ 1]) + value[-8:],
    "another version": lambda value: b"\x00" + value[1:],
    "no value but its mark": lambda value: value[:13],
}


@pytest.mark.parametrize("name", JUNK)
async def test_junk_is_a_miss_counted_and_replaced(
    name: str,
    instance: Instance,
    redis_server: RedisServer,
    begin: Begin,
    on_redis: CacheSettings,
) -> None:
    await instance.library.playlists(listener())
    with redis_server.client() as client:
        (key,) = client.keys("*:playlists")
        client.set(key, JUNK[name](client.get(key)), px=60_000)
    reader = begin(on_redis)
    who = listener()
    assert (await reader.library.playlists(who)).total == 2
    assert roles(who) == ["account:redis", "playlists:fetch"]
    assert reader.cache.status().unsound == 1
    assert reader.cache.status().failures == 0
    third = begin(on_redis)
    await third.library.playlists(listener())
    assert instance.shelf.calls["playlists"] == 2, "it was replaced"


async def test_a_foreign_type_is_a_miss_and_replaced(
    instance: Instance, redis_server: RedisServer, begin: Begin, on_redis: CacheSettings
) -> None:
    await instance.library.playlists(listener())
    with redis_server.client() as client:
        (key,) = client.keys("*:playlists")
        client.delete(key)
        client.rpush(key, "somebody's list")
        client.pexpire(key, 60_000)
    for calls in (2, 2):
        reader = begin(on_redis)
        await reader.library.playlists(listener())
        assert instance.shelf.calls["playlists"] == calls


async def test_another_records_value_is_a_miss(
    instance: Instance, redis_server: RedisServer, begin: Begin, on_redis: CacheSettings
) -> None:
    instance.shelf.owners["token-of-bob"] = "bob"
    await instance.library.playlists(listener())
    await instance.library.playlists(listener("token-of-bob", "person-bob"))
    with redis_server.client() as client:
        first, second = client.keys("*:playlists")
        values = client.mget(first, second)
        client.set(first, values[1], keepttl=True)
        client.set(second, values[0], keepttl=True)
    reader = begin(on_redis)
    lists = await reader.library.playlists(listener())
    assert lists.items[0].name == "Mix of ada 1"
    assert reader.cache.status().unsound == 1


async def test_a_value_of_another_release_is_a_miss_and_replaced(
    instance: Instance, begin: Begin, on_redis: CacheSettings
) -> None:
    who = listener()
    await instance.library.account(who)
    visiting = visit(instance)
    home = instance.cache.meet(visiting, await instance.library.account(who))
    place = instance.cache.entry(home.shelf, PLAYLISTS)
    ticket = await instance.cache._store.claim(place, visiting, b"", 5)
    assert isinstance(ticket, Ticket)
    await instance.cache._store.commit(place, visiting, RECORD, ticket)
    reader = begin(on_redis)
    assert (await reader.library.playlists(listener())).total == 2
    assert reader.cache.status().unsound >= 1


@pytest.fixture
def two(
    instance: Instance, begin: Begin, on_redis: CacheSettings
) -> tuple[Instance, Instance]:
    return instance, begin(on_redis)


async def test_followers_of_another_process_hear_what_it_read(
    two: tuple[Instance, Instance],
) -> None:
    first, second = two
    await first.library.account(listener())
    first.shelf.hold("playlists")
    leading = asyncio.create_task(first.library.playlists(listener()))
    await first.shelf.begun["playlists"].wait()
    who = listener()
    following = asyncio.create_task(second.library.playlists(who))
    await asyncio.sleep(0.03)  # a poll or two
    first.shelf.release("playlists")
    assert await following == await leading
    assert roles(who) == ["account:redis", "playlists:follow"]
    assert first.shelf.calls["playlists"] == 1


async def test_followers_give_up_in_time_for_a_fetch_of_their_own(
    two: tuple[Instance, Instance],
) -> None:
    first, second = two
    await first.library.account(listener())
    first.shelf.hold("playlists")
    leading = asyncio.create_task(first.library.playlists(listener()))
    await first.shelf.begun["playlists"].wait()
    shut = first.shelf.shut.pop("playlists")  # the second call is not held
    who = listener(seconds=2.03)
    assert (await second.library.playlists(who)).total == 2
    assert who.deadline.remaining() > 1.5
    shut.set()
    await leading
    assert first.shelf.calls["playlists"] == 2


async def test_a_leader_that_leaves_gives_the_lease_back(
    two: tuple[Instance, Instance],
) -> None:
    first, second = two
    await first.library.account(listener())
    first.shelf.hold("playlists")
    leading = asyncio.create_task(first.library.playlists(listener()))
    await first.shelf.begun["playlists"].wait()
    following = asyncio.create_task(second.library.playlists(listener()))
    await asyncio.sleep(0.03)
    leading.cancel()
    first.shelf.release("playlists")
    assert (await following).total == 2
