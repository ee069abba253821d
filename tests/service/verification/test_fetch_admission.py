"""Which unknown certificate address is fetched, in a flood of invented ones."""

import asyncio
from itertools import count

import pytest
from yarl import URL

from service.verification import fetch_admission
from service.verification.certificate_cache import LANES, MOST_KEYS, SigningKeyCache
from service.verification.certificate_source import Chain, FetchLimits
from service.verification.errors import VerificationError
from service.verification.fetch_admission import (
    LIKELY_ADDRESSES,
    MOST_ADDRESSES,
    FairQueue,
    Form,
    form_of,
    shape_of,
)
from tests.service.chain_source import HERE, Clocks, MemoryChainSource, there
from tests.service.signing import refused

GENUINE = HERE.with_name("echo-api-cert-12.pem")
STANDIN = HERE.with_name("echo-api-cert-standin.pem")


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("echo-api-cert.pem", Form.LIKELY),
        ("echo-api-cert-7.pem", Form.LIKELY),
        ("echo-api-cert-12.pem", Form.LIKELY),
        ("echo-api-cert-123.pem", Form.ALIKE),
        ("echo-api-cert-next.pem", Form.ALIKE),
        ("echo-api-cert-\u0661.pem", Form.ALIKE),
        ("echo-api-cert-" + "x" * 40 + ".pem", Form.OTHER),
        ("folder/echo-api-cert-12.pem", Form.OTHER),
        ("Echo-api-cert-12.pem", Form.OTHER),
        ("12.pem", Form.OTHER),
    ],
)
def test_forms(name: str, form: Form) -> None:
    assert form_of(URL(f"https://s3.amazonaws.com/echo.api/{name}")) is form


def test_numbered_addresses_have_the_shape_of_their_length() -> None:
    shapes = {shape_of(there(number)) for number in range(1000)}
    assert shapes == {f"/aaaa.aaa/{'0' * n}.aaa" for n in (1, 2, 3)}


class SlowChainSource(MemoryChainSource):
    """A source that has one chain; every other address is a failure, after a while."""

    def __init__(self, good: URL) -> None:
        super().__init__()
        self.limits = FetchLimits(burst=40, per_second=20.0, failure_seconds=3.0)
        self.good = good

    async def fetch(self, url: URL) -> Chain:
        self.fetched.append(url)
        await asyncio.sleep(0.05)
        if url != self.good:
            raise VerificationError("certificate_status")
        return Chain(self.pem, self.roots())


async def flood(certificates: SigningKeyCache, pattern: str, per_second: int) -> None:
    """Ask for invented addresses until cancelled; nobody waits for the outcome."""
    loop = asyncio.get_running_loop()
    began, asked = loop.time(), set()
    for number in count(10**6):
        url = HERE.join(URL(pattern.format(number)))
        task = asyncio.create_task(_ask(certificates, url))
        asked.add(task)
        task.add_done_callback(asked.discard)
        ahead = (number - 10**6) / per_second - (loop.time() - began)
        await asyncio.sleep(max(0.0, ahead))


async def _ask(certificates: SigningKeyCache, url: URL) -> None:
    with pytest.raises(VerificationError):
        await certificates.key(url)


@pytest.fixture
async def clocks() -> Clocks:
    """The loop's own clock, since turns are waited for."""
    clocks = Clocks()
    clocks.clock = asyncio.get_running_loop().time  # type: ignore[method-assign]
    return clocks


@pytest.mark.parametrize(
    "pattern", ["{}.pem", "echo-api-cert-{}.pem", "a/{}/echo-api-cert-12.pem"]
)
@pytest.mark.parametrize("good", [GENUINE, STANDIN, HERE], ids=lambda url: url.name)
async def test_a_genuine_looking_address_gets_its_turn_in_a_flood(
    good: URL, pattern: str, clocks: Clocks
) -> None:
    source = SlowChainSource(good)
    certificates = SigningKeyCache(source, now=clocks.now, clock=clocks.clock)
    flooding = asyncio.create_task(flood(certificates, pattern, per_second=300))
    async with asyncio.timeout(5):
        while len(source.fetched) < 20:  # noqa: ASYNC110 - the flood is there first
            await asyncio.sleep(0.01)
        before = len(source.fetched)
        await certificates.key(good)
    assert source.fetched.index(good) - before < 20, "a second's tokens"
    flooding.cancel()
    await asyncio.gather(flooding, return_exceptions=True)
    await certificates.close()


async def test_an_address_that_many_ask_for_goes_before_invented_ones_of_its_shape(
    clocks: Clocks,
) -> None:
    good = HERE.with_name("echo-api-cert-1234567.pem")
    source = SlowChainSource(good)
    certificates = SigningKeyCache(source, now=clocks.now, clock=clocks.clock)
    flooding = asyncio.create_task(
        flood(certificates, "echo-api-cert-{}.pem", per_second=300)
    )
    async with asyncio.timeout(5):
        while len(source.fetched) < 40:  # noqa: ASYNC110 - the flood is there first
            await asyncio.sleep(0.01)
        await asyncio.gather(*(certificates.key(good) for _ in range(5)))
    flooding.cancel()
    await asyncio.gather(flooding, return_exceptions=True)
    await certificates.close()


async def test_each_likely_address_can_be_tried_at_once(clocks: Clocks) -> None:
    source = MemoryChainSource()
    source.refusal = "certificate_status"
    certificates = SigningKeyCache(source, now=clocks.now, clock=clocks.clock)
    names = ["echo-api-cert.pem", *(f"echo-api-cert-{n}.pem" for n in range(100))]
    names += [f"echo-api-cert-{n:02}.pem" for n in range(10)]
    assert len(names) == LIKELY_ADDRESSES
    for name in names:
        with refused("certificate_status"):
            await certificates.key(HERE.with_name(name))


async def test_requests_that_wait_are_bounded(
    clocks: Clocks, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = MemoryChainSource()
    source.gate.clear()
    lane = LANES[Form.LIKELY]
    certificates = SigningKeyCache(source, now=clocks.now, clock=clocks.clock)
    waiting = [
        asyncio.create_task(certificates.key(HERE)) for _ in range(lane.requests)
    ]
    await asyncio.sleep(0)
    with refused("certificate_throttled"):
        await certificates.key(HERE)
    source.gate.set()
    await asyncio.gather(*waiting)
    assert await certificates.key(HERE) is waiting[0].result()
    assert not certificates._waiters


async def test_who_waits_in_vain_is_refused(
    clocks: Clocks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetch_admission, "WAIT_SECONDS", 0.05)
    source = MemoryChainSource()
    source.limits = FetchLimits(burst=1, per_second=0.001, failure_seconds=3.0)
    certificates = SigningKeyCache(source, now=clocks.now, clock=clocks.clock)
    await certificates.key(STANDIN)
    with refused("certificate_throttled"):
        await certificates.key(HERE.with_name("echo-api-cert-next.pem"))
    assert len(source.fetched) == 1
    await certificates.close()


async def test_a_cancelled_turn_is_given_back(clocks: Clocks) -> None:
    source = MemoryChainSource()
    source.gate.clear()
    certificates = SigningKeyCache(source, now=clocks.now, clock=clocks.clock)
    lane = LANES[Form.ALIKE]
    callers = [
        asyncio.create_task(_swallow(certificates, f"echo-api-cert-x{n}.pem"))
        for n in range(lane.at_once + 3)
    ]
    async with asyncio.timeout(5):
        while len(source.fetched) < lane.at_once:  # noqa: ASYNC110
            await asyncio.sleep(0)
    await certificates.close()
    await asyncio.gather(*callers, return_exceptions=True)
    source.gate.set()
    for n in range(lane.at_once + 3):
        await certificates.key(HERE.with_name(f"echo-api-cert-y{n}.pem"))
    await certificates.close()


async def _swallow(certificates: SigningKeyCache, name: str) -> None:
    with pytest.raises(asyncio.CancelledError):
        await certificates.key(HERE.with_name(name))


async def test_a_confirmed_key_is_not_pushed_out_by_others(clocks: Clocks) -> None:
    source = MemoryChainSource()
    certificates = SigningKeyCache(source, now=clocks.now, clock=clocks.clock)
    await certificates.key(GENUINE)
    certificates.confirm(GENUINE)
    certificates.confirm(STANDIN)  # unknown: nothing happens
    for number in range(MOST_KEYS + 3):
        await certificates.key(there(number))
    source.fetched.clear()
    await certificates.key(GENUINE)
    assert source.fetched == []


async def test_a_full_queue_displaces_from_the_largest_shape() -> None:
    queue = FairQueue(lambda url: 2 if url == there(5) else 1)
    turns = [queue.add(there(number)) for number in range(MOST_ADDRESSES)]
    turn = queue.add(STANDIN)
    assert len(queue) == MOST_ADDRESSES
    assert [n for n, each in enumerate(turns) if each.done()] == [10]
    assert [queue.pop(), queue.pop(), queue.pop()] == [turns[5], turns[11], turn]
    queue.remove(there(5))
    assert queue
