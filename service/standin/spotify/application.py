"""The stand-in as one web application."""

import asyncio
from collections.abc import Iterable

from aiohttp import web

from providers.secret import Secret
from service.standin.spotify import effects, pictures
from service.standin.spotify.api import (
    catalogue,
    history,
    library,
    player,
    playlists,
    profile,
    search,
    withdrawn,
)
from service.standin.spotify.api.call import Endpoint
from service.standin.spotify.control import Control
from service.standin.spotify.gate import VERSION, Gate
from service.standin.spotify.oauth.desk import AccountsDesk
from service.standin.spotify.refusal import Refusal
from service.standin.spotify.world import World

TOPICS = (
    profile, playlists, history, library, catalogue, search, player, withdrawn,
)  # fmt: skip
ENDPOINTS: tuple[Endpoint, ...] = tuple(
    endpoint for topic in TOPICS for endpoint in topic.ENDPOINTS
)


def create_standin(
    world: World,
    *,
    control_key: Secret | None = None,
    sleep: effects.Sleep = asyncio.sleep,
) -> web.Application:
    """The API below `/v1`, the accounts service, pictures and the control endpoints.

    `control_key` guards the last; `sleep` is how faults let time pass.
    """
    app = web.Application()
    gate = Gate(world, sleep)
    app.add_routes(_api_routes(gate, ENDPOINTS))
    app.add_routes(AccountsDesk(world).routes())
    app.add_routes(pictures.routes())
    app.add_routes(Control(world, control_key).routes())
    return app


def _api_routes(gate: Gate, endpoints: Iterable[Endpoint]) -> list[web.RouteDef]:
    routes = [
        web.route(one.method, VERSION + one.template, gate.leading_to(one))
        for one in endpoints
    ]
    return [*routes, web.route("*", VERSION + "/{tail:.*}", gate.leading_to(UNKNOWN))]


def _unknown(_call: object) -> None:
    raise Refusal(404, "Service not found")


UNKNOWN = Endpoint("*", "(unknown)", _unknown)
