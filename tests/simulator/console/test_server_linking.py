"""Linking in the browser, at the fake Spotify and at one that plays the real one."""

from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from aiohttp.test_utils import TestClient, TestServer

from simulator.console.console import RealSpotify, Sessions, real_spotify
from simulator.console.server import ConsoleServer
from simulator.console.steps import InitialState
from simulator.spotify.oauth.clients import DEMO_ID
from simulator.spotify.server import serving
from simulator.spotify.world import World
from tests.simulator.conftest import MORNING, Wall

Client = TestClient[Any, Any]


@pytest.fixture
async def page(sessions: Sessions) -> AsyncIterator[Client]:
    await sessions.begin(InitialState(began=MORNING))
    app = ConsoleServer(sessions, renderer=b"renderer").application()
    async with TestClient(TestServer(app)) as client:
        yield client


async def do(page: Client, deed: dict[str, Any], status: int = 200) -> dict[str, Any]:
    async with page.post("/api/do", json=deed) as response:
        assert response.status == status
        answer: dict[str, Any] = await response.json()
        return answer


async def test_linking_goes_through_the_pages_of_the_stand_in(
    page: Client, sessions: Sessions
) -> None:
    await do(page, {"do": "link", "account": None})
    async with page.get("/link", allow_redirects=False) as response:
        address = response.headers["Location"]
    spotify = sessions.console.environment.spotify
    assert address.startswith(f"{spotify.accounts_url}/authorize?")
    back = await agree(sessions, address)
    async with page.get(back) as response:
        assert response.status == 200
        assert "The account is linked" in await response.text()
    assert sessions.console.accounts.account is not None
    assert sessions.console.accounts.account.name == "jonas"
    async with page.get(back) as again:
        assert again.status == 400
        assert "nobody here began this linking" in await again.text()


async def agree(sessions: Sessions, address: str) -> str:
    """Jonas agrees on the page; the path that he is sent back to."""
    session = sessions.console.environment.client.session
    url, _, query = address.partition("?")
    fields = dict(parse_qsl(query)) | {"account": "jonas", "decision": "agree"}
    async with session.post(url, data=fields, allow_redirects=False) as response:
        back = urlsplit(response.headers["Location"])
    return f"{back.path}?{back.query}"


async def test_saying_no_leaves_everything_as_it_is(
    page: Client, sessions: Sessions
) -> None:
    async with page.get("/link", allow_redirects=False) as response:
        console_state = (
            response.headers["Location"].partition("state=")[2].partition("&")[0]
        )
    async with page.get(
        f"/callback?error=access_denied&state={console_state}"
    ) as response:
        assert response.status == 400
        assert "access_denied" in await response.text()
    assert sessions.console.accounts.account is not None


async def test_the_real_service_is_whatever_the_settings_name(
    sessions: Sessions,
) -> None:
    """Another fake plays the real Spotify: the first one gets no more calls."""
    await sessions.begin(InitialState(began=MORNING))
    async with serving(World(now=Wall())) as elsewhere:
        real_spotify = RealSpotify(DEMO_ID, elsewhere.api_url, elsewhere.accounts_url)
        app = ConsoleServer(sessions, real_spotify=real_spotify).application()
        async with TestClient(TestServer(app)) as page:
            async with page.post("/api/real", json={}) as response:
                console_state = (await response.json())["state"]
            assert (console_state["real"], console_state["account"]) == (True, None)
            async with page.get("/link", allow_redirects=False) as response:
                address = response.headers["Location"]
            assert address.startswith(elsewhere.accounts_url)
            async with page.get(await agree(sessions, address)) as response:
                assert response.status == 200
            answer = await do(page, {"do": "say", "text": "what are my playlists"})
            assert "18" in answer["seen"]["reply"]["speech"]
            assert elsewhere.counters.calls("GET /me/playlists") > 0
            async with page.get("/api/recording") as response:
                assert response.status == 409
            async with page.post("/api/begin", json={}) as response:
                assert (await response.json())["state"]["real"] is False


async def test_without_a_client_id_there_is_no_real_service(page: Client) -> None:
    async with page.post("/api/real", json={}) as response:
        assert response.status == 400
        assert "SPOTIFY_CLIENT_ID" in (await response.json())["error"]


def test_the_real_service_comes_from_the_environment() -> None:
    assert real_spotify({}) is None
    assert real_spotify({"SPOTIFY_CLIENT_ID": " "}) is None
    app = real_spotify({"SPOTIFY_CLIENT_ID": "mine"})
    assert app == RealSpotify("mine")
    assert app.api_url == "https://api.spotify.com/v1"


async def test_a_real_service_may_show_its_covers(sessions: Sessions) -> None:
    await sessions.begin(InitialState(began=MORNING))
    app = ConsoleServer(sessions, real_spotify=RealSpotify("mine")).application()
    async with TestClient(TestServer(app)) as page, page.get("/") as response:
        assert "https://i.scdn.co" in response.headers["Content-Security-Policy"]
