"""No lease is left behind by a reply that is lost, late or without sense."""

import asyncio
import time
from collections.abc import AsyncIterator

import pytest

from providers.cache.keyring import Keyring
from providers.cache.records import Lifetimes, PackedRecord
from providers.cache.redis.lua_scripts import lease_key, value_key
from providers.cache.request_state import CacheRequest
from providers.cache.store import CommitResult, Lease, NoLease, RecentFailure, Store
from providers.cache.ttl import PLAYLISTS
from providers.deadline import TimeBudget
from tests.conftest import RedisServer
from tests.fault_proxy import Fault
from tests.providers.cache.endurance import begin, behind_a_proxy
from tests.providers.cache.world import FIRST_SECRET, Instance, listener

KEYRING = Keyring(FIRST_SECRET)
KEY = KEYRING.key(KEYRING.scope(b"account", "id"), PLAYLISTS)
PATIENT = "socket_timeout=9&socket_connect_timeout=9"
RECORD = PackedRecord.of(["x"], Lifetimes(0.0, 4e9, 4e9))


def request(instance: Instance, seconds: float | None = None) -> CacheRequest:
    """A request; with `seconds` it has more time for Redis than usual."""
    who = listener()
    assert who.token is not None
    made = instance.cache.request(who, who.token)
    made.budget = TimeBudget(time.monotonic, seconds)
    return made


def patient(redis_server: RedisServer) -> Instance:
    """A process that a busy machine does not disturb."""
    return begin(f"{redis_server.url}?{PATIENT}")


def store_of(instance: Instance) -> Store:
    return instance.cache._store


@pytest.fixture
async def other(redis_server: RedisServer) -> AsyncIterator[Instance]:
    """Another process, which reaches Redis without a fault."""
    instance = patient(redis_server)
    yield instance
    await instance.aclose()


@pytest.mark.parametrize(
    "fault", [Fault.LATENCY, Fault.CUT, Fault.DRIP, Fault.CORRUPT], ids=lambda f: f.name
)
async def test_a_claim_whose_reply_does_not_come_is_given_back(
    fault: Fault, redis_server: RedisServer, other: Instance
) -> None:
    async with behind_a_proxy(redis_server) as (proxy, instance):
        proxy.seconds = 0.3
        await proxy.inflict(fault)
        claim = await store_of(instance).claim(KEY, request(instance), b"", 7)
        assert claim == NoLease()
    assert isinstance(
        await store_of(other).claim(KEY, request(other, 9), b"", 7), Lease
    ), "the process has closed, and with it what was under way"


async def test_a_claim_that_nobody_waits_for_is_given_back(
    redis_server: RedisServer, other: Instance
) -> None:
    async with behind_a_proxy(redis_server, f"?{PATIENT}") as (proxy, instance):
        proxy.seconds = 0.1
        await proxy.inflict(Fault.LATENCY)
        claiming = asyncio.create_task(
            store_of(instance).claim(KEY, request(instance, 9), b"", 7)
        )
        with redis_server.client() as client:
            while not client.exists(lease_key(KEY)):
                assert not claiming.done(), "it gave up before it was cancelled"
                await asyncio.sleep(0)
        claiming.cancel()
        with pytest.raises(asyncio.CancelledError):
            await claiming
    assert isinstance(
        await store_of(other).claim(KEY, request(other, 9), b"", 7), Lease
    )


async def test_a_commit_whose_reply_does_not_come_leaves_no_lease(
    redis_server: RedisServer, other: Instance
) -> None:
    async with behind_a_proxy(redis_server) as (proxy, instance):
        asking = request(instance)
        lease = await store_of(instance).claim(KEY, asking, b"", 7)
        assert isinstance(lease, Lease)
        await proxy.inflict(Fault.BLACK_HOLE)
        outcome = await store_of(instance).commit(KEY, asking, RECORD, lease)
        assert outcome == (CommitResult.LOST, b"")
        await proxy.inflict(Fault.NONE)
    assert isinstance(
        await store_of(other).claim(KEY, request(other, 9), b"", 7), Lease
    )


async def test_a_record_is_sent_though_the_request_has_no_time_left_for_redis(
    redis_server: RedisServer,
) -> None:
    instance = patient(redis_server)
    asking = request(instance, 9)
    lease = await store_of(instance).claim(KEY, asking, b"", 7)
    assert isinstance(lease, Lease)
    asking.budget.lost = True
    outcome, _ = await store_of(instance).commit(KEY, asking, RECORD, lease)
    assert outcome is CommitResult.LOST, "nobody waited to hear"
    await instance.aclose()
    with redis_server.client() as client:
        assert client.exists(value_key(KEY))
        assert not client.exists(lease_key(KEY))


async def test_a_failure_is_told_though_the_request_has_no_time_left_for_redis(
    redis_server: RedisServer, other: Instance
) -> None:
    instance = patient(redis_server)
    asking = request(instance, 9)
    lease = await store_of(instance).claim(KEY, asking, b"", 7)
    assert isinstance(lease, Lease)
    asking.budget.lost = True
    await store_of(instance).fail(KEY, asking, lease, b"unavailable")
    await instance.aclose()
    claim = await store_of(other).claim(KEY, request(other, 9), b"", 7)
    assert claim == RecentFailure(b"unavailable")


async def test_a_lease_is_renewed_by_its_holder_only(
    redis_server: RedisServer, other: Instance
) -> None:
    asking = request(other, 9)
    lease = await store_of(other).claim(KEY, asking, b"", 1)
    assert isinstance(lease, Lease)
    assert await store_of(other).renew(KEY, asking, lease, 60)
    with redis_server.client() as client:
        left = client.pttl(lease_key(KEY))
        assert isinstance(left, int)
        assert left > 50_000
        assert not await store_of(other).renew(KEY, asking, Lease(b"n0", b""), 99)
        client.delete(lease_key(KEY))
    assert not await store_of(other).renew(KEY, asking, lease, 60), "it ran out"


async def test_without_redis_nothing_is_renewed(redis_server: RedisServer) -> None:
    async with behind_a_proxy(redis_server) as (proxy, instance):
        await proxy.inflict(Fault.REFUSE)
        lease = Lease(b"n0", b"")
        assert not await store_of(instance).renew(KEY, request(instance), lease, 60)


async def test_nobody_waits_for_a_distant_redis_to_confirm(
    redis_server: RedisServer, other: Instance
) -> None:
    async with behind_a_proxy(redis_server) as (proxy, instance):
        proxy.seconds = 0.03
        await proxy.inflict(Fault.LATENCY)
        for _ in range(3):  # what tells the distance
            await store_of(instance).read((KEY,), request(instance, 9))
        asking = request(instance)
        lease = await store_of(instance).claim(KEY, asking, b"", 7)
        assert isinstance(lease, Lease)
        outcome, etag = await store_of(instance).commit(KEY, asking, RECORD, lease)
        assert outcome is CommitResult.LOST, "nobody waited to hear"
    (found,) = await store_of(other).read((KEY,), request(other, 9))
    assert found.etag == etag
    with redis_server.client() as client:
        assert not client.exists(lease_key(KEY))
