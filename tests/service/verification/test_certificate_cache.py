"""Validated keys are kept, renewed in time, and fetched once for all who wait."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest
from yarl import URL

from service.verification.certificate_cache import (
    LONGEST_KEPT,
    MOST_KEYS,
    SigningKeyCache,
)
from service.verification.errors import VerificationError
from simulator.alexa.certificates import BACKDATE, Flaw, make_chain
from tests.service.shelf import HERE, Clocks, Shelf, there
from tests.service.signing import NOW, chain, refused, signer_key, sound_chain

SECOND = timedelta(seconds=1)


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
async def certificates(clocks: Clocks, shelf: Shelf) -> AsyncIterator[SigningKeyCache]:
    kept = SigningKeyCache(shelf, now=clocks.now, clock=clocks.clock)
    yield kept
    await kept.close()


async def test_a_key_is_fetched_once(
    certificates: SigningKeyCache, shelf: Shelf
) -> None:
    first = await certificates.key(HERE)
    assert first.public_key == signer_key().public_key()
    assert await certificates.key(URL(str(HERE))) is first
    assert shelf.fetched == [HERE]


async def test_each_url_has_its_own_key(
    certificates: SigningKeyCache, shelf: Shelf
) -> None:
    await certificates.key(HERE)
    await certificates.key(there(1))
    assert shelf.fetched == [HERE, there(1)]


async def test_a_key_is_fetched_again_after_a_day(
    certificates: SigningKeyCache, shelf: Shelf, clocks: Clocks
) -> None:
    await certificates.key(HERE)
    clocks.move(LONGEST_KEPT - SECOND)
    await certificates.key(HERE)
    assert len(shelf.fetched) == 1
    clocks.move(SECOND)
    await certificates.key(HERE)
    assert len(shelf.fetched) == 2


async def test_an_expired_certificate_is_fetched_again_and_refused(
    certificates: SigningKeyCache, shelf: Shelf, clocks: Clocks
) -> None:
    shelf.pem = make_chain(NOW, key=signer_key(), lifetime=timedelta(minutes=5)).pem
    await certificates.key(HERE)
    clocks.move(timedelta(minutes=5))
    assert certificates.status().keys == 0
    clocks.move(SECOND)
    with refused("chain_untrusted"):
        await certificates.key(HERE)
    assert len(shelf.fetched) == 2


async def test_a_renewed_certificate_at_the_same_url_is_taken(
    certificates: SigningKeyCache, shelf: Shelf, clocks: Clocks
) -> None:
    shelf.pem = make_chain(NOW, key=signer_key(), lifetime=timedelta(minutes=5)).pem
    old = await certificates.key(HERE)
    clocks.move(timedelta(minutes=6))
    shelf.pem = make_chain(clocks.wall).pem
    new = await certificates.key(HERE)
    assert new.public_key != old.public_key
    assert await certificates.key(HERE) is new


@pytest.mark.parametrize("flaw", Flaw)
async def test_a_flawed_chain_is_never_kept(
    certificates: SigningKeyCache, shelf: Shelf, clocks: Clocks, flaw: Flaw
) -> None:
    shelf.pem = chain(flaw).pem
    with pytest.raises(VerificationError):
        await certificates.key(HERE)
    assert certificates.status().keys == 0
    shelf.pem = sound_chain().pem
    clocks.move(timedelta(seconds=shelf.limits.failure_seconds))
    await certificates.key(HERE)


async def test_a_failure_is_shared_for_a_short_while(
    certificates: SigningKeyCache, shelf: Shelf, clocks: Clocks
) -> None:
    shelf.refusal = "certificate_status"
    for _ in range(3):
        with refused("certificate_status"):
            await certificates.key(HERE)
        clocks.move(timedelta(seconds=0.9))
    assert len(shelf.fetched) == 1
    shelf.refusal = None
    clocks.move(SECOND)
    await certificates.key(HERE)
    assert len(shelf.fetched) == 2


async def test_a_failure_concerns_its_own_url(
    certificates: SigningKeyCache, shelf: Shelf
) -> None:
    shelf.refusal = "certificate_unreachable"
    with refused("certificate_unreachable"):
        await certificates.key(HERE)
    shelf.refusal = None
    await certificates.key(there(1))


async def test_without_a_pause_a_failure_is_forgotten_at_once(
    shelf: Shelf, clocks: Clocks
) -> None:
    shelf.limits = replace(shelf.limits, failure_seconds=0.0)
    certificates = SigningKeyCache(shelf, now=clocks.now, clock=clocks.clock)
    shelf.refusal = "certificate_unreachable"
    with refused("certificate_unreachable"):
        await certificates.key(HERE)
    shelf.refusal = None
    await certificates.key(HERE)


async def test_failures_do_not_pile_up(
    certificates: SigningKeyCache, shelf: Shelf, clocks: Clocks
) -> None:
    shelf.refusal = "certificate_status"
    for number in range(100):
        clocks.move(SECOND)
        with refused("certificate_status"):
            await certificates.key(there(number))
    assert len(certificates._failures) <= 4


async def test_the_keys_are_bounded_and_the_first_to_expire_goes(
    certificates: SigningKeyCache, shelf: Shelf, clocks: Clocks
) -> None:
    for number in range(MOST_KEYS, -1, -1):
        await certificates.key(there(number))
        clocks.move(SECOND)
    assert certificates.status().keys == MOST_KEYS
    shelf.fetched.clear()
    for number in range(MOST_KEYS):
        await certificates.key(there(number))
    assert shelf.fetched == []
    await certificates.key(there(MOST_KEYS))
    assert shelf.fetched == [there(MOST_KEYS)]


async def test_the_status_tells_how_long_the_keys_live(
    certificates: SigningKeyCache, shelf: Shelf, clocks: Clocks
) -> None:
    assert certificates.status().expires is None
    await certificates.key(HERE)
    shelf.pem = make_chain(NOW, key=signer_key(), lifetime=timedelta(hours=1)).pem
    await certificates.key(there(1))
    status = certificates.status()
    assert (status.keys, status.expires) == (2, NOW + timedelta(hours=1))
    clocks.move(timedelta(hours=2))
    assert certificates.status().keys == 1


async def test_a_chain_of_the_future_is_refused_until_then(
    certificates: SigningKeyCache, shelf: Shelf, clocks: Clocks
) -> None:
    shelf.pem = chain(Flaw.NOT_YET_VALID).pem
    with refused("chain_untrusted"):
        await certificates.key(HERE)
    clocks.move(BACKDATE + SECOND)
    await certificates.key(HERE)
