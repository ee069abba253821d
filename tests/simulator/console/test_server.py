"""The page's server: files, policies, the state, steps; and who may use it."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp.test_utils import TestClient, TestServer

from simulator.console.console import Sessions
from simulator.console.server import ConsoleServer, renderer
from simulator.console.steps import InitialState
from tests.simulator.conftest import MORNING

pytestmark = pytest.mark.no_cover

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


async def test_the_page_may_talk_to_its_own_server_only(page: Client) -> None:
    async with page.get("/") as response:
        policy = response.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "scdn" not in policy
        assert '<script type="module" src="/static/main.js">' in await response.text()


async def test_the_screen_may_compile_and_reach_nobody(page: Client) -> None:
    async with page.get("/screen") as response:
        policy = response.headers["Content-Security-Policy"]
        assert policy.startswith("sandbox allow-scripts")
        assert "connect-src data:" in policy
    async with page.get("/renderer.js") as response:
        assert await response.read() == b"renderer"


async def test_without_npm_there_is_no_renderer(sessions: Sessions) -> None:
    await sessions.begin(InitialState(began=MORNING))
    async with TestClient(TestServer(ConsoleServer(sessions).application())) as page:
        async with page.get("/renderer.js") as response:
            assert response.status == 404
        async with page.get("/api/state") as response:
            assert (await response.json())["state"]["apl"] is False


async def test_the_state_tells_what_can_be_chosen(page: Client) -> None:
    async with page.get("/api/state") as response:
        console_state = (await response.json())["state"]
    assert console_state["locale"] == "en-US"
    assert {"code": "en-US", "name": "English (United States)"} in console_state[
        "locales"
    ]
    assert console_state["account"]["name"] == "ada"
    assert {"ada", "ben", "yuki"} <= {one["name"] for one in console_state["accounts"]}
    assert console_state["suggestions"]
    assert console_state["session"] == {
        "open": False,
        "microphone": False,
        "reprompt": "",
    }


async def test_a_step_is_performed_and_told(page: Client) -> None:
    answer = await do(page, {"do": "say", "text": "what are my playlists"})
    assert "240" in answer["seen"]["reply"]["speech"]
    assert answer["seen"]["heard"]["intent"] == "ListPlaylistsIntent"
    assert answer["seen"]["turn"]["calls"]
    assert answer["state"]["session"]["microphone"] is True
    assert any(one["type"] == "UserPlaylist" for one in answer["state"]["entities"])
    async with page.get("/api/state") as response:
        assert len((await response.json())["seen"]) == 1


async def test_tokens_do_not_show(page: Client, sessions: Sessions) -> None:
    token = sessions.console.device.profile.token
    assert token
    await do(page, {"do": "link", "account": "ben"})
    answer = await do(page, {"do": "open"})
    shown = answer["seen"]["request"]["context"]["System"]["user"]["accessToken"]
    assert "…" in shown
    fresh = sessions.console.device.profile.token
    assert fresh
    async with page.get("/api/state") as response:
        text = await response.text()
    assert token not in text
    assert fresh not in text


@pytest.mark.parametrize(
    ("deed", "error"),
    [
        ({"do": "dance"}, "dance"),
        ({"do": "say"}, "text"),
        ({"do": "say", "text": 3}, "str"),
        ({"do": "speak", "locale": "tlh-QO"}, "no interaction model"),
        ({"do": "break", "fault": {"kind": "earthquake"}}, "no fault of this kind"),
        ({"do": "link", "account": "captain"}, "access_denied"),
    ],
)
async def test_what_cannot_be_done_is_said(
    page: Client, deed: dict[str, Any], error: str
) -> None:
    assert error in (await do(page, deed, 400))["error"]


async def test_a_skill_that_is_gone_is_said(page: Client, sessions: Sessions) -> None:
    await sessions.console.environment.stop_skill()
    assert "did not answer" in (await do(page, {"do": "open"}, 502))["error"]


async def test_another_environment_from_parts_of_an_initial_state(page: Client) -> None:
    await do(page, {"do": "open"})
    async with page.post("/api/begin", json={"account": "nobody", "seed": 7}) as begun:
        console_state = (await begun.json())["state"]
    assert (console_state["account"]["name"], console_state["scene"]["seed"]) == (
        "nobody",
        7,
    )
    assert console_state["steps"] == 0
    async with page.post("/api/begin", json={"screen": "enormous"}) as refused:
        assert refused.status == 400


async def test_a_conversation_is_saved_and_replayed(page: Client) -> None:
    await do(page, {"do": "say", "text": "what are my playlists"})
    async with page.get("/api/recording") as response:
        assert "attachment" in response.headers["Content-Disposition"]
        saved = await response.json()
    async with page.post("/api/replay", json=saved) as response:
        verdict = await response.json()
    assert (verdict["differences"], verdict["edited"]) == ([], False)
    assert len(verdict["seen"]) == 1
    async with page.post("/api/replay", json={"format": "x"}) as refused:
        assert "not a saved conversation" in (await refused.json())["error"]


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Host": "evil.example"}, 403),
        ({"Content-Type": "text/plain"}, 415),
    ],
)
async def test_another_site_may_not_speak_through_it(
    page: Client, headers: dict[str, str], status: int
) -> None:
    sent = {"Content-Type": "application/json"} | headers
    async with page.post("/api/do", data=b'{"do":"open"}', headers=sent) as response:
        assert response.status == status


def test_the_renderer_is_there_when_npm_installed_it(tmp_path: Any) -> None:
    assert renderer(tmp_path) is None
    folder = tmp_path / "apl-viewhost-web"
    folder.mkdir()
    font = "src: url('https://d1.cloudfront.net/Amazon_Rg.ttf');"
    (folder / "index.js").write_text(font)
    patched = renderer(tmp_path)
    assert patched is not None
    assert b"cloudfront" not in patched
    assert patched.startswith(b"src: local(")


async def test_without_an_environment_there_is_no_console(sessions: Sessions) -> None:
    with pytest.raises(RuntimeError, match="no environment"):
        _ = sessions.console
