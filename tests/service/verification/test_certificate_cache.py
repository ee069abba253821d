"""Validated keys are kept, renewed in time, and fetched once for all who wait."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from msgspec.structs import replace
from yarl import URL

from service.verification.certificate_cache import (
    LONGEST_KEPT,
    MOST_KEYS,
    SigningKeyCache,
)
from service.verification.errors import VerificationError
from simulator.alexa.certificates import BACKDATE, Flaw, make_chain
from tests.service.chain_source import HERE, Clocks, MemoryChainSource, there
from tests.service.signing import NOW, chain, refused, signer_key, sound_chain

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


async def test_a_key_is_fetched_once(
    certificates: SigningKeyCache, source: MemoryChainSource
) -> None:
    first = await certificates.key(HERE)
    assert first.public_key == signer_key().public_key()
    assert await certificates.key(URL(str(HERE))) is first
    assert source.fetched == [HERE]


async def test_each_url_has_its_own_key(
    certificates: SigningKeyCache, source: MemoryChainSource
) -> None:
    await certificates.key(HERE)
    await certificates.key(there(1))
    assert source.fetched == [HERE, there(1)]


async def test_a_key_is_fetched_again_after_a_day(
    certificates: SigningKeyCache, source: MemoryChainSource, clocks: Clocks
) -> None:
    await certificates.key(HERE)
    clocks.move(LONGEST_KEPT - SECOND)
    await certificates.key(HERE)
    assert len(source.fetched) == 1
    clocks.move(SECOND)
    await certificates.key(HERE)
    assert len(source.fetched) == 2


async def test_an_expired_certificate_is_fetched_again_and_refused(
    certificates: SigningKeyCache, source: MemoryChainSource, clocks: Clocks
) -> None:
    source.pem = make_chain(NOW, key=signer_key(), lifetime=timedelta(minutes=5)).pem
    await certificates.key(HERE)
    clocks.move(timedelta(minutes=5))
    assert certificates.status().keys == 0
    clocks.move(SECOND)
    with refused("chain_untrusted"):
        await certificates.key(HERE)
    assert len(source.fetched) == 2


async def test_a_renewed_certificate_at_the_same_url_is_taken(
    certificates: SigningKeyCache, source: MemoryChainSource, clocks: Clocks
) -> None:
    source.pem = make_chain(NOW, key=signer_key(), lifetime=timedelta(minutes=5)).pem
    old = await certificates.key(HERE)
    clocks.move(timedelta(minutes=6))
    source.pem = make_chain(clocks.wall).pem
    new = await certificates.key(HERE)
    assert new.public_key != old.public_key
    assert await certificates.key(HERE) is new


@pytest.mark.parametrize("flaw", Flaw)
async def test_a_flawed_chain_is_never_kept(
    certificates: SigningKeyCache, source: MemoryChainSource, clocks: Clocks, flaw: Flaw
) -> None:
    source.pem = chain(flaw).pem
    with pytest.raises(VerificationError):
        await certificates.key(HERE)
    assert certificates.status().keys == 0
    source.pem = sound_chain().pem
    clocks.move(timedelta(seconds=source.limits.failure_seconds))
    await certificates.key(HERE)


async def test_a_failure_is_shared_for_a_short_while(
    certificates: SigningKeyCache, source: MemoryChainSource, clocks: Clocks
) -> None:
    source.refusal = "certificate_status"
    for _ in range(3):
        with refused("certificate_status"):
            await certificates.key(HERE)
        clocks.move(timedelta(seconds=0.9))
    assert len(source.fetched) == 1
    source.refusal = None
    clocks.move(SECOND)
    await certificates.key(HERE)
    assert len(source.fetched) == 2


async def test_a_failure_concerns_its_own_url(
    certificates: SigningKeyCache, source: MemoryChainSource
) -> None:
    source.refusal = "certificate_unreachable"
    with refused("certificate_unreachable"):
        await certificates.key(HERE)
    source.refusal = None
    await certificates.key(there(1))


async def test_without_a_pause_a_failure_is_forgotten_at_once(
    source: MemoryChainSource, clocks: Clocks
) -> None:
    source.limits = replace(source.limits, failure_seconds=0.0)
    certificates = SigningKeyCache(source, now=clocks.now, clock=clocks.clock)
    source.refusal = "certificate_unreachable"
    with refused("certificate_unreachable"):
        await certificates.key(HERE)
    source.refusal = None
    await certificates.key(HERE)


async def test_failures_do_not_pile_up(
    certificates: SigningKeyCache, source: MemoryChainSource, clocks: Clocks
) -> None:
    source.refusal = "certificate_status"
    for number in range(100):
        clocks.move(SECOND)
        with refused("certificate_status"):
            await certificates.key(there(number))
    assert len(certificates._failures) <= 4


async def test_the_keys_are_bounded_and_the_first_to_expire_goes(
    certificates: SigningKeyCache, source: MemoryChainSource, clocks: Clocks
) -> None:
    for number in range(MOST_KEYS, -1, -1):
        await certificates.key(there(number))
        clocks.move(SECOND)
    assert certificates.status().keys == MOST_KEYS
    source.fetched.clear()
    for number in range(MOST_KEYS):
        await certificates.key(there(number))
    assert source.fetched == []
    await certificates.key(there(MOST_KEYS))
    assert source.fetched == [there(MOST_KEYS)]


async def test_the_status_tells_how_long_the_keys_live(
    certificates: SigningKeyCache, source: MemoryChainSource, clocks: Clocks
) -> None:
    assert certificates.status().expires is None
    await certificates.key(HERE)
    source.pem = make_chain(NOW, key=signer_key(), lifetime=timedelta(hours=1)).pem
    await certificates.key(there(1))
    status = certificates.status()
    assert (status.keys, status.expires) == (2, NOW + timedelta(hours=1))
    clocks.move(timedelta(hours=2))
    assert certificates.status().keys == 1


async def test_a_chain_of_the_future_is_refused_until_then(
    certificates: SigningKeyCache, source: MemoryChainSource, clocks: Clocks
) -> None:
    source.pem = chain(Flaw.NOT_YET_VALID).pem
    with refused("chain_untrusted"):
        await certificates.key(HERE)
    clocks.move(BACKDATE + SECOND)
    await certificates.key(HERE)
