"""HTTP server of the fake Spotify: one web application with all its parts."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from providers.secret import Secret
from simulator.spotify import faults, images_and_links
from simulator.spotify.accounts_service import AccountsEndpoints
from simulator.spotify.api import catalogue, library, player, playlists, profile
from simulator.spotify.api.endpoint import ApiEndpoint
from simulator.spotify.control import Control
from simulator.spotify.errors import ApiError
from simulator.spotify.faults import Faults
from simulator.spotify.middleware import VERSION, ApiMiddleware
from simulator.spotify.world import Counters, World

TOPICS = (profile, playlists, library, catalogue, player)

ENDPOINTS: tuple[ApiEndpoint, ...] = tuple(
    endpoint for topic in TOPICS for endpoint in topic.ENDPOINTS
)


def create_fake_spotify(
    world: World,
    *,
    control_key: Secret | None = None,
    sleep: faults.Sleep = asyncio.sleep,
) -> web.Application:
    """Return the application: Web API, accounts service, images, control endpoints.

    control_key: the key that the control endpoints need; None: no key.
    sleep: how faults let time pass.
    """
    app = web.Application()
    middleware = ApiMiddleware(world, sleep)
    app.add_routes(_api_routes(middleware, ENDPOINTS))
    app.add_routes(AccountsEndpoints(world).routes())
    app.add_routes(images_and_links.routes())
    app.add_routes(Control(world, control_key).routes())
    return app


def _api_routes(
    middleware: ApiMiddleware, endpoints: Iterable[ApiEndpoint]
) -> list[web.RouteDef]:
    routes = [
        web.route(
            endpoint.method,
            VERSION + endpoint.template,
            middleware.handler_for(endpoint),
        )
        for endpoint in endpoints
    ]
    return [
        *routes,
        web.route("*", VERSION + "/{tail:.*}", middleware.handler_for(UNKNOWN)),
    ]


def _unknown(_call: object) -> None:
    raise ApiError(404, "Service not found")


UNKNOWN = ApiEndpoint("*", "(unknown)", _unknown)


@dataclass(frozen=True, slots=True)
class RunningSpotify:
    """A fake Spotify that is listening.

    base_url: its address, without a final slash.
    world: the data and state behind it.
    """

    base_url: str
    world: World

    @property
    def api_url(self) -> str:
        """The base address of the Web API, for a client's settings."""
        return f"{self.base_url}/v1"

    @property
    def accounts_url(self) -> str:
        """The base address of the accounts service, for a client's settings."""
        return self.base_url

    @property
    def faults(self) -> Faults:
        """The faults in force."""
        return self.world.faults

    @property
    def counters(self) -> Counters:
        """The counters of API calls."""
        return self.world.counters


_RUNNER_OPTIONS: dict[str, Any] = {
    # Without the cancellation a hanging call would outlive the client that gave it up.
    "handler_cancellation": True,
    "access_log": None,
    "shutdown_timeout": 0.1,
    "auto_decompress": False,  # a body that claims to be gzip is refused as it is
}


@asynccontextmanager
async def serving(
    world: World,
    *,
    host: str = "127.0.0.1",
    port: int = 0,
    control_key: Secret | None = None,
    public_url: str | None = None,
) -> AsyncIterator[RunningSpotify]:
    """Serve a world until the block ends; port 0 takes any free port.

    public_url: the address from outside, where it differs from host and port.
    """
    app = create_fake_spotify(world, control_key=control_key)
    runner = web.AppRunner(app, **_RUNNER_OPTIONS)
    await runner.setup()
    try:
        # The catalogue is generated before the first call waits for it; the backlog
        # has room for a thousand connections at once.
        _ = world.catalogue
        site = web.TCPSite(runner, host, port, backlog=1024)
        await site.start()
        bound_port = runner.addresses[0][1]
        world.base_url = public_url or f"http://{_in_url(host)}:{bound_port}"
        yield RunningSpotify(world.base_url, world)
    finally:
        world.faults.clear()
        await runner.cleanup()


def _in_url(host: str) -> str:
    return f"[{host}]" if ":" in host else host
