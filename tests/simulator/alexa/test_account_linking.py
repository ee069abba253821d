"""Linking against accounts services that misbehave."""

import secrets
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer

from providers.secret import Secret
from simulator.alexa.account_linking import (
    AccountLinking,
    AccountsService,
    LinkRefused,
    Tokens,
)
from tests.simulator.conftest import MORNING, Wall

Handler = Callable[[web.Request], Awaitable[web.Response]]
Opener = Callable[[Handler], Awaitable[AccountLinking]]


@pytest.fixture
async def at() -> AsyncIterator[Opener]:
    """Makes a linking at a service whose token endpoint is the given handler."""
    servers: list[TestServer] = []
    async with ClientSession() as session:

        async def open_session(handler: Handler) -> AccountLinking:
            app = web.Application()
            app.router.add_post("/api/token", handler)
            server = TestServer(app)
            await server.start_server()
            servers.append(server)
            service = AccountsService(str(server.make_url("")).rstrip("/"), "mine")
            return AccountLinking(service, session, Wall(), secrets.token_urlsafe)

        yield open_session
        for server in servers:
            await server.close()


def answering(text: str, status: int = 200) -> Handler:
    async def handler(_request: web.Request) -> web.Response:
        return web.Response(text=text, status=status)

    return handler


TOKENS = Tokens(Secret("old"), Secret("r1"), MORNING)


@pytest.mark.parametrize(
    ("handler", "why"),
    [
        (answering("<html>", 503), "answered 503"),
        (answering('{"error":"invalid_grant"}', 400), "invalid_grant$"),
        (
            answering('{"error":"invalid_grant","error_description":"Expired"}', 400),
            "invalid_grant: Expired",
        ),
        (answering("[]"), "answered no tokens"),
        (answering('{"access_token": "x"}'), "answered no tokens"),
    ],
)
async def test_a_refusal_is_told(at: Opener, handler: Handler, why: str) -> None:
    linking = await at(handler)
    with pytest.raises(LinkRefused, match=why):
        await linking.refresh(TOKENS)


async def test_a_refresh_keeps_the_refresh_token_unless_another_comes(
    at: Opener,
) -> None:
    kept = await at(answering('{"access_token":"new","expires_in":60}'))
    assert (await kept.refresh(TOKENS)).refresh == Secret("r1")
    given = '{"access_token":"new","expires_in":60,"refresh_token":"r2"}'
    changed = await (await at(answering(given))).refresh(TOKENS)
    assert (changed.access, changed.refresh) == (Secret("new"), Secret("r2"))


async def test_a_public_client_names_itself_and_proves_nothing_else(
    at: Opener,
) -> None:
    seen: dict[str, str] = {}

    async def handler(request: web.Request) -> web.Response:
        seen.update({k: str(v) for k, v in (await request.post()).items()})
        assert "Authorization" not in request.headers
        return web.json_response({"access_token": "a", "expires_in": 3600})

    linking = await at(handler)
    state = linking.authorization_url("http://127.0.0.1:8000/callback").split("state=")[
        1
    ]
    state = state.partition("&")[0]
    await linking.exchange_code({"state": state, "code": "c1"})
    assert seen["client_id"] == "mine"
    assert len(seen["code_verifier"]) >= 43
    assert seen["redirect_uri"] == "http://127.0.0.1:8000/callback"


async def test_without_a_refresh_token_there_is_no_refresh(at: Opener) -> None:
    linking = await at(answering("{}"))
    with pytest.raises(LinkRefused, match="no refresh token"):
        await linking.refresh(Tokens(Secret("old"), None, MORNING))


async def test_what_nobody_began_is_not_finished(at: Opener) -> None:
    linking = await at(answering("{}"))
    with pytest.raises(LinkRefused, match="nobody here began"):
        await linking.exchange_code({"code": "stolen", "state": "made up"})


async def test_tokens_do_not_show_themselves() -> None:
    assert "old" not in repr(TOKENS)
    assert "r1" not in repr(TOKENS)
