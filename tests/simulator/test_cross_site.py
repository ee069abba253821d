"""No other site may use the console or the control endpoints of the fake Spotify."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import aiohttp
import pytest

from providers.secret import Secret
from simulator.console.console import Console, Sessions
from simulator.console.server import ConsoleServer
from simulator.console.simulated_environment import listen
from simulator.cross_site import is_loopback
from simulator.spotify.control import KEY_HEADER
from simulator.spotify.server import serving
from simulator.spotify.world import World
from tests.simulator.conftest import MORNING

pytestmark = pytest.mark.no_cover

JSON = {"Content-Type": "application/json"}


@dataclass
class Servers:
    """The console and its fake Spotify, both listening."""

    console: Console
    console_url: str
    session: aiohttp.ClientSession = field(repr=False)

    def url(self, path: str) -> str:
        spotify = self.console.environment.spotify
        base = spotify.base_url if path.startswith("/control") else self.console_url
        return base + path

    async def status(
        self, method: str, path: str, headers: dict[str, str], body: bytes | None = None
    ) -> int:
        async with self.session.request(
            method, self.url(path), data=body, headers=headers, allow_redirects=False
        ) as answer:
            return answer.status

    @property
    def state(self) -> object:
        """Everything that the requests below would change."""
        world = self.console.environment.spotify.world
        return (
            len(self.console.history),
            self.console.device.clock_skew,
            world.faults.as_json(),
            world.clock.ahead,
            world.regime,
            world.counters.calls(),
            world.clients.get("evil"),
            self.console.device.profile.token,
        )


@pytest.fixture
async def servers(sessions: Sessions, console: Console) -> AsyncIterator[Servers]:
    page = await listen(ConsoleServer(sessions).application())
    async with aiohttp.ClientSession() as session:
        yield Servers(console, page.url, session)
    await page.runner.cleanup()


CHANGES = (
    ("POST", "/api/do", b'{"do":"skew","seconds":9}'),
    ("POST", "/api/begin", b'{"seed":7}'),
    ("POST", "/api/replay", b"{}"),
    ("POST", "/api/real", b"{}"),
    ("POST", "/control/faults", b'{"kind":"error"}'),
    ("DELETE", "/control/faults", None),
    ("DELETE", "/control/faults/1", None),
    ("POST", "/control/release", None),
    ("DELETE", "/control/counters", None),
    ("POST", "/control/clock", b'{"advance_seconds":60}'),
    ("DELETE", "/control/clock", None),
    ("PUT", "/control/regime", b'{"regime":"extended"}'),
    ("POST", "/control/playlists/x", None),
    ("DELETE", "/control/accounts/ada/grants", None),
    ("PUT", "/control/clients/evil", b'{"secret":"s","redirect_uris":[]}'),
)
READS = (
    ("GET", "/api/state", None),
    ("GET", "/api/recording", None),
    ("GET", "/link", None),
    ("GET", "/control/faults", None),
    ("GET", "/control/counters", None),
    ("GET", "/control/accounts", None),
)
FOREIGN_SITES = (
    {"Origin": "https://evil.example"},
    {"Origin": "null"},
    {"Origin": "http://127.0.0.1"},
    {"Origin": "http://127.0.0.1:1"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Sec-Fetch-Site": "anything new"},
)
FOREIGN_HOSTS = (
    "evil.example",
    "127.0.0.1.evil.example",
    "evil.example:8000",
    "0.0.0.0:8000",
    "127.0.0.1@evil.example",
    "10.0.0.7",
    "[2001:db8::1]",
    "localhost.evil.example",
    "",
)
SIMPLE_TYPES = (
    "text/plain",
    "text/plain; charset=application/json",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "",
)


@pytest.mark.slow
@pytest.mark.parametrize("headers", FOREIGN_SITES)
async def test_another_site_changes_and_reads_nothing(
    servers: Servers, headers: dict[str, str]
) -> None:
    before = servers.state
    for method, path, body in (*CHANGES, *READS):
        status = await servers.status(method, path, {**JSON, **headers}, body)
        assert status == 403, (method, path)
    assert servers.state == before


@pytest.mark.slow
@pytest.mark.parametrize("host", FOREIGN_HOSTS)
async def test_a_foreign_host_name_is_refused(servers: Servers, host: str) -> None:
    before = servers.state
    own = {**JSON, "Host": host, "Origin": f"http://{host}"}
    for method, path, body in (*CHANGES, *READS, ("GET", "/callback", None)):
        status = await servers.status(method, path, own, body)
        assert status in {400, 403}, (method, path)
    assert servers.state == before


@pytest.mark.parametrize("content_type", SIMPLE_TYPES)
async def test_a_body_that_is_not_declared_as_json_is_refused(
    servers: Servers, content_type: str
) -> None:
    before = servers.state
    for method, path, body in CHANGES:
        if method != "DELETE":
            headers = {"Content-Type": content_type}
            status = await servers.status(method, path, headers, body or b"{}")
            assert status == 415, (method, path)
            if content_type:
                empty = await servers.status(method, path, headers)
                assert empty == 415, (method, path)
    assert servers.state == before


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "LOCALHOST", "[::1]"])
async def test_the_own_page_is_answered(servers: Servers, host: str) -> None:
    for path, body in (
        ("/api/do", b'{"do":"skew","seconds":9}'),
        ("/control/clock", b'{"advance_seconds":60}'),
    ):
        port = servers.url(path).rsplit(":", 1)[1].partition("/")[0]
        own = {"Host": f"{host}:{port}", "Origin": f"http://{host}:{port}"}
        headers = {**JSON, **own, "Sec-Fetch-Site": "same-origin"}
        assert await servers.status("POST", path, headers, body) == 200
    typed = {"Sec-Fetch-Site": "none"}
    assert await servers.status("GET", "/link", typed) == 303
    assert await servers.status("POST", "/control/release", {}) == 200
    # The accounts service, another site, leads the browser back to this page.
    back = {"Sec-Fetch-Site": "cross-site"}
    assert await servers.status("GET", "/callback?state=x", back) == 400
    assert await servers.status("GET", "/", back) == 200


async def test_with_a_key_the_host_is_free_and_other_sites_are_not() -> None:
    world = World(now=lambda: MORNING)
    async with (
        serving(world, control_key=Secret("k")) as running,
        aiohttp.ClientSession() as session,
    ):
        url = f"{running.base_url}/control/faults"
        for headers, status in (
            ({"Host": "spotify.example", KEY_HEADER: "k"}, 201),
            ({"Host": "spotify.example"}, 403),
            ({KEY_HEADER: "k", "Origin": "https://evil.example"}, 403),
            ({KEY_HEADER: "k", "Sec-Fetch-Site": "cross-site"}, 403),
            ({KEY_HEADER: "kö"}, 403),
        ):
            body = b'{"kind":"error"}'
            async with session.post(url, data=body, headers={**JSON, **headers}) as a:
                assert a.status == status, headers


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("127.0.0.1", True),
        ("127.8.9.1", True),
        ("::1", True),
        ("localhost", True),
        ("localhost.", True),
        ("0.0.0.0", False),
        ("localhost.example", False),
        ("169.254.1.1", False),
        ("", False),
    ],
)
def test_loopback_names(host: str, expected: bool) -> None:
    assert is_loopback(host) is expected
