"""Floods of invented addresses and slow bodies: Alexa is answered all the same."""

import asyncio
import itertools
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from aiohttp import web

from service.app import Components
from service.http_endpoints import SLOWEST_BODY
from service.verification.certificate_chain import TrustStore
from service.verification.certificate_source import HttpChainSource, open_session
from simulator.alexa.requests import AlexaSession, Signer, encode, launch
from tests.service.https_bucket import Bucket, Towards, serving
from tests.service.running import Line, now, running
from tests.service.signing import chain

pytestmark = pytest.mark.no_cover

GENUINE = "https://s3.amazonaws.com/echo.api/renewed-{}.pem"


@asynccontextmanager
async def besieged(
    folder: Path, bucket: Bucket, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Line]:
    """The service, fetching chains over https from the bucket; the real limits."""
    roots = TrustStore.last_of(_pem())

    async def chains(_parts: Components, stack: object) -> HttpChainSource:
        del stack  # the session is closed with the test, not with the service
        return HttpChainSource(session, roots)

    monkeypatch.setattr(Components, "_chains", chains)
    session = open_session(
        ssl_context=bucket.client_context(), resolver=Towards(bucket.port)
    )
    async with session, running(folder) as line:
        yield line


@cache
def _pem() -> bytes:
    return chain(now=now()).pem


async def _genuine_or_not_there(request: web.Request) -> web.Response:
    """Amazon's bucket: chains of one name are there, everything else is 404."""
    if "renewed" in request.path or "standin" in request.path:
        return web.Response(body=_pem())
    await asyncio.sleep(0.05)
    return web.Response(status=404)


async def test_invented_certificate_urls_cost_few_fetches_and_no_listener(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with (
        serving(tmp_path) as bucket,
        besieged(tmp_path, bucket, monkeypatch) as line,
    ):
        bucket.answer = _genuine_or_not_there
        assert (await line.opens()).status == 200
        loop = asyncio.get_running_loop()
        begun = loop.time()
        stop = asyncio.Event()
        crowd = [asyncio.create_task(_invent(line, n, stop)) for n in range(20)]
        for _ in range(40):
            assert (await line.opens()).status == 200, "its key is kept"
            await asyncio.sleep(0.02)
        renewed = replace(line.signer, url=GENUINE.format(1))
        assert await _sooner_or_later(line, renewed) == 200
        stop.set()
        refused: Counter[bytes] = sum(await asyncio.gather(*crowd), Counter())
        seconds = loop.time() - begun
    allowed = HttpChainSource.limits.burst + HttpChainSource.limits.per_second * seconds
    assert len(bucket.paths) <= allowed + 2
    assert set(refused) <= {b"certificate_status\n", b"certificate_throttled\n"}
    assert refused[b"certificate_throttled\n"] > refused[b"certificate_status\n"]


@pytest.mark.parametrize("invented", ["{}-{}.pem", "echo-api-cert-{}{}.pem"])
@pytest.mark.parametrize(
    "genuine", ["echo-api-cert-standin.pem", "echo-api-cert-12.pem"]
)
async def test_a_cold_start_in_a_flood_answers_the_first_genuine_request(
    genuine: str, invented: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def answer(request: web.Request) -> web.Response:
        await asyncio.sleep(0.05)
        if request.path.endswith(genuine):
            return web.Response(body=_pem())
        return web.Response(status=404)

    async with (
        serving(tmp_path) as bucket,
        besieged(tmp_path, bucket, monkeypatch) as line,
    ):
        bucket.answer = answer
        stop = asyncio.Event()
        crowd = [
            asyncio.create_task(_invent(line, number, stop, invented))
            for number in range(100, 140)
        ]
        async with asyncio.timeout(10):
            while len(bucket.paths) < 10:  # noqa: ASYNC110 - the flood is there first
                await asyncio.sleep(0.01)
        url = f"https://s3.amazonaws.com/echo.api/{genuine}"
        asking = replace(line, signer=replace(line.signer, url=url))
        assert (await asking.opens()).status == 200
        stop.set()
        await asyncio.gather(*crowd)


async def _invent(
    line: Line, number: int, stop: asyncio.Event, name: str = "{}-{}.pem"
) -> Counter[bytes]:
    """Asks with another URL each time until it is told to stop; what it heard."""
    body = encode(launch(line.device, line.moment(), AlexaSession()))
    headers = line.signer.headers(body)
    heard: Counter[bytes] = Counter()
    for turn in itertools.count():
        if stop.is_set():
            return heard
        url = "https://s3.amazonaws.com/echo.api/" + name.format(number, turn)
        answer = await line.post(body, headers | {"SignatureCertChainUrl": url})
        assert answer.status == 400
        heard[answer.body] += 1
        await asyncio.sleep(0.01)
    return heard


async def _sooner_or_later(line: Line, signer: Signer) -> int:
    """The status once the first fetch of a renewed chain had its turn."""
    status = 0
    async with asyncio.timeout(5):
        while status != 200:
            again = replace(line, signer=signer)
            status = (await again.opens()).status
    return status


async def test_dripping_bodies_are_given_up_while_others_are_served(
    tmp_path: Path,
) -> None:
    async with running(tmp_path) as line:
        clock = asyncio.get_running_loop().time
        begun = clock()
        drips = [asyncio.create_task(_drip(line)) for _ in range(50)]
        served = 0
        while not all(drip.done() for drip in drips):
            assert (await line.opens()).status == 200
            served += 1
            await asyncio.sleep(0.02)
        seconds = clock() - begun
        assert [drip.result() for drip in drips] == [b"body_slow"] * 50
    assert seconds >= SLOWEST_BODY
    assert served >= 10


async def _drip(line: Line) -> bytes:
    """Sends a request's body byte by byte for as long as it may; what came back."""
    host, port = line.url.removeprefix("http://").split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    writer.writelines(_head(line, length=1000))
    answer = asyncio.create_task(reader.readuntil(b"body_slow"))
    while not answer.done():
        writer.write(b"x")
        await asyncio.sleep(0.1)
    writer.close()
    head, _, word = (await answer).partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 400 ")
    return word


def _head(line: Line, *, length: int) -> Iterator[bytes]:
    yield b"POST /alexa HTTP/1.1\r\nHost: x\r\n"
    headers = line.signer.headers(b"x" * length) | {"Content-Length": str(length)}
    for name, value in headers.items():
        yield f"{name}: {value}\r\n".encode()
    yield b"\r\n"
