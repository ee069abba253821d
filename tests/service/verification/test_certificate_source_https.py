"""The real fetcher, over TLS, against a server that stands for Amazon's bucket."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import web
from yarl import URL

from service.verification.certificate_chain import TrustStore
from service.verification.certificate_source import (
    LARGEST_CHAIN,
    HttpChainSource,
    open_session,
)
from tests.service.https_bucket import Answer, Bucket, Towards, fetching, serving
from tests.service.signing import refused, sound_chain

HERE = URL("https://s3.amazonaws.com/echo.api/echo-api-cert.pem")


@pytest.fixture
async def bucket(tmp_path: Path) -> AsyncIterator[Bucket]:
    async with serving(tmp_path) as running:
        yield running


@pytest.fixture
async def amazon(bucket: Bucket) -> AsyncIterator[HttpChainSource]:
    async with fetching(bucket) as source:
        yield source


def answering(response: web.Response) -> Answer:
    async def answer(_: web.Request) -> web.StreamResponse:
        return response

    return answer


async def test_a_chain_is_fetched(bucket: Bucket, amazon: HttpChainSource) -> None:
    fetched = await amazon.fetch(HERE)
    assert fetched.pem == sound_chain().pem
    assert fetched.roots is amazon.roots()
    assert bucket.paths == ["/echo.api/echo-api-cert.pem"]


async def test_the_name_asked_for_is_amazons(bucket: Bucket) -> None:
    resolver = Towards(bucket.port)
    context = bucket.client_context()
    async with open_session(ssl_context=context, resolver=resolver) as session:
        source = HttpChainSource(session, TrustStore.last_of(sound_chain().pem))
        await source.fetch(HERE)
    assert resolver.asked == ["s3.amazonaws.com:443"]


@pytest.mark.parametrize("status", [201, 204, 206, 400, 403, 404, 429, 500, 503])
async def test_only_200_counts(
    bucket: Bucket, amazon: HttpChainSource, status: int
) -> None:
    body = None if status == 204 else sound_chain().pem
    bucket.answer = answering(web.Response(status=status, body=body))
    with refused("certificate_status"):
        await amazon.fetch(HERE)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_a_redirect_is_not_followed(
    bucket: Bucket, amazon: HttpChainSource, status: int
) -> None:
    away = {"Location": "https://s3.amazonaws.com/echo.api/other.pem"}
    bucket.answer = answering(web.Response(status=status, headers=away))
    with refused("certificate_status"):
        await amazon.fetch(HERE)
    assert bucket.paths == ["/echo.api/echo-api-cert.pem"]


def padded(size: int) -> bytes:
    """A sound chain, followed by text up to `size` bytes."""
    return sound_chain().pem.ljust(size, b"\n")


@pytest.mark.parametrize("chunked", [False, True])
async def test_64_kib_are_read_and_no_byte_more(
    bucket: Bucket, amazon: HttpChainSource, chunked: bool
) -> None:
    async def answer(request: web.Request) -> web.StreamResponse:
        response = web.Response(body=padded(size))
        if chunked:
            response.enable_chunked_encoding()
        return response

    bucket.answer = answer
    size = LARGEST_CHAIN
    assert len((await amazon.fetch(HERE)).pem) == LARGEST_CHAIN
    size = LARGEST_CHAIN + 1
    with refused("certificate_size"):
        await amazon.fetch(HERE)


async def test_an_endless_answer_is_left_early(
    bucket: Bucket, amazon: HttpChainSource
) -> None:
    async def answer(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        while not bucket.patience.is_set():
            await response.write(b"-" * 65536)
        return response

    bucket.answer = answer
    with refused("certificate_size"):
        await amazon.fetch(HERE)


@pytest.mark.parametrize("begin", [False, True])
async def test_a_slow_answer_is_left(bucket: Bucket, begin: bool) -> None:
    async def answer(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        if begin:
            await response.prepare(request)
            await response.write(sound_chain().pem[:100])
        await bucket.patience.wait()
        return response

    bucket.answer = answer
    async with fetching(bucket, seconds=0.1) as source:
        with refused("certificate_slow"):
            await source.fetch(HERE)


async def test_an_answer_that_breaks_off_is_refused(
    bucket: Bucket, amazon: HttpChainSource
) -> None:
    async def answer(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Length": "5000"})
        await response.prepare(request)
        await response.write(b"-----BEGIN")
        assert request.transport
        request.transport.abort()
        return response

    bucket.answer = answer
    with refused("certificate_unreachable"):
        await amazon.fetch(HERE)
