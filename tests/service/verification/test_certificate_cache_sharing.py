"""Who waits for the same chain shares its fetch, and floods find few of them."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from service.verification.certificate_cache import LONGEST_KEPT, SigningKeyCache
from service.verification.errors import Reason, VerificationError
from tests.service.chain_source import HERE, Clocks, MemoryChainSource, there
from tests.service.signing import refused

SECOND = timedelta(seconds=1)


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


@pytest.fixture
def source() -> MemoryChainSource:
    return MemoryChainSource()


@pytest.fixture
async def certificates(
    clocks: Clocks, source: MemoryChainSource
) -> AsyncIterator[SigningKeyCache]:
    kept = SigningKeyCache(source, now=clocks.now, clock=clocks.clock)
    yield kept
    await kept.close()


async def test_callers_at_once_share_one_fetch(
    certificates: SigningKeyCache, source: MemoryChainSource
) -> None:
    source.gate.clear()
    callers = [asyncio.create_task(certificates.key(HERE)) for _ in range(50)]
    await asyncio.sleep(0)
    source.gate.set()
    assert len(set(map(id, await asyncio.gather(*callers)))) == 1
    assert source.fetched == [HERE]


async def test_callers_at_once_share_one_failure(
    certificates: SigningKeyCache, source: MemoryChainSource
) -> None:
    source.gate.clear()
    source.refusal = "certificate_slow"
    callers = [asyncio.create_task(certificates.key(HERE)) for _ in range(5)]
    await asyncio.sleep(0)
    source.gate.set()
    outcomes = await asyncio.gather(*callers, return_exceptions=True)
    assert [type(one) for one in outcomes] == [VerificationError] * 5
    assert len(set(map(id, outcomes))) == 5, "each has a traceback of its own"
    assert source.fetched == [HERE]


async def test_who_gives_up_does_not_stop_the_others(
    certificates: SigningKeyCache, source: MemoryChainSource
) -> None:
    source.gate.clear()
    impatient, patient = (asyncio.create_task(certificates.key(HERE)) for _ in "ab")
    await asyncio.sleep(0)
    impatient.cancel()
    with pytest.raises(asyncio.CancelledError):
        await impatient
    source.gate.set()
    await patient
    assert source.fetched == [HERE]


@pytest.mark.parametrize("refusal", [None, "certificate_slow"])
async def test_a_fetch_goes_on_when_nobody_waits(
    certificates: SigningKeyCache, source: MemoryChainSource, refusal: Reason | None
) -> None:
    """Neither the key is lost, nor does a failure complain that nobody heard it."""
    source.gate.clear()
    caller = asyncio.create_task(certificates.key(HERE))
    await asyncio.sleep(0)
    caller.cancel()
    source.refusal = refusal
    source.gate.set()
    await asyncio.gather(*certificates._fetches.values())
    assert certificates.status().keys == (0 if refusal else 1)
    assert len(source.fetched) == 1


async def test_unknown_urls_are_fetched_only_so_often(
    certificates: SigningKeyCache, source: MemoryChainSource, clocks: Clocks
) -> None:
    source.refusal = "certificate_status"
    for number in range(source.limits.burst):
        with refused("certificate_status"):
            await certificates.key(there(number))
    with refused("certificate_throttled"):
        await certificates.key(there(99))
    assert len(source.fetched) == source.limits.burst
    source.refusal = None
    clocks.move(SECOND)
    await certificates.key(there(99))


async def test_a_flood_neither_evicts_a_key_nor_stops_its_renewal(
    certificates: SigningKeyCache, source: MemoryChainSource, clocks: Clocks
) -> None:
    key = await certificates.key(HERE)
    source.refusal = "certificate_status"
    for number in range(200):
        with pytest.raises(VerificationError):
            await certificates.key(there(number))
    assert await certificates.key(HERE) is key
    clocks.wall += LONGEST_KEPT
    source.refusal = None
    await certificates.key(HERE)
    assert source.fetched[-1] == HERE


async def test_closing_ends_a_fetch(
    certificates: SigningKeyCache, source: MemoryChainSource
) -> None:
    source.gate.clear()
    caller = asyncio.create_task(certificates.key(HERE))
    await asyncio.sleep(0)
    await certificates.close()
    with pytest.raises(asyncio.CancelledError):
        await caller
    assert certificates._fetches == {}


async def test_a_fault_of_a_source_is_not_hidden(
    certificates: SigningKeyCache, source: MemoryChainSource
) -> None:
    source.pem = b"no chain, so the source itself fails"
    with pytest.raises(ValueError, match="empty"):
        await certificates.key(HERE)
    assert certificates._fetches == {}
