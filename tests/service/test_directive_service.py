"""A word in between: posted once, and its failures are nobody's trouble."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest
from aiohttp import web

from providers.secret import Secret
from service.directive_service import (
    POSTS_AT_ONCE,
    DirectiveServiceClient,
    open_session,
)

Handler = Callable[[web.Request], Awaitable[web.Response]]
TOKEN = Secret("api-access-token-of-a-request")


@asynccontextmanager
async def alexa(handler: Handler) -> AsyncIterator[str]:
    app = web.Application()
    app.router.add_post("/v1/directives", handler)
    runner = web.AppRunner(app, handler_cancellation=True, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/v1/directives"
    finally:
        await runner.cleanup()


async def post(url: str, token: Secret = TOKEN) -> None:
    async with open_session() as session:
        await DirectiveServiceClient(session)(url, token, b'{"directive":{}}')


async def test_the_directive_is_posted_with_the_requests_own_token(
    caplog: pytest.LogCaptureFixture,
) -> None:
    heard: list[tuple[str, str, bytes]] = []

    async def take(request: web.Request) -> web.Response:
        headers = request.headers["Authorization"], request.headers["Content-Type"]
        heard.append((*headers, await request.read()))
        return web.Response(status=204)

    async with alexa(take) as url:
        await post(url)
    assert heard == [
        (f"Bearer {TOKEN.reveal()}", "application/json", b'{"directive":{}}')
    ]
    assert not caplog.records


@pytest.mark.parametrize(
    ("status", "told"), [(400, "status 400"), (302, "status 302"), (500, "status 500")]
)
async def test_a_refusal_is_one_line(
    status: int, told: str, caplog: pytest.LogCaptureFixture
) -> None:
    async def refuse(_request: web.Request) -> web.Response:
        return web.Response(status=status, headers={"Location": "/elsewhere"})

    with caplog.at_level(logging.WARNING, "service"):
        async with alexa(refuse) as url:
            await post(url)
    assert [r.getMessage() for r in caplog.records] == [
        f"a progressive response was not taken: {told}"
    ]


async def test_an_alexa_that_hangs_is_given_up(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("service.directive_service.SECONDS", 0.05)

    async def hang(_request: web.Request) -> web.Response:
        return await asyncio.Future[web.Response]()

    with caplog.at_level(logging.WARNING, "service"):
        async with alexa(hang) as url:
            await post(url)
    assert caplog.records[0].getMessage().endswith("too slow")


@pytest.mark.parametrize(
    ("url", "token"),
    [
        ("http://127.0.0.1:9/v1/directives", TOKEN),
        ("http://[::1", TOKEN),
        ("http://127.0.0.1:9/v1/directives", Secret("line\nbreak-secret")),
    ],
)
async def test_nothing_of_a_failure_is_quoted(
    url: str, token: Secret, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING, "service"):
        await post(url, token)
    assert len(caplog.records) == 1
    assert caplog.records[0].getMessage().endswith("unreachable")
    assert token.reveal() not in caplog.text


async def test_more_than_a_machine_can_post_at_once_are_not_posted(
    caplog: pytest.LogCaptureFixture,
) -> None:
    all_are_there = asyncio.Event()
    heard: list[int] = []

    async def wait(_request: web.Request) -> web.Response:
        heard.append(len(heard))
        if len(heard) == POSTS_AT_ONCE:
            all_are_there.set()
        await all_are_there.wait()
        return web.Response(status=204)

    async with alexa(wait) as url, open_session() as session:
        client = DirectiveServiceClient(session)
        posts = [client(url, TOKEN, b"{}") for _ in range(POSTS_AT_ONCE + 2)]
        await asyncio.gather(*posts)
    assert len(heard) == POSTS_AT_ONCE
    message = "a progressive response was not taken: too many at once"
    assert [record.getMessage() for record in caplog.records] == [message] * 2
