"""Light fake Spotify for bursts: two endpoints, 80 ms late, at little cost.

`python -m tests.load.light_spotify` listens on the port that PORT names. The fake
Spotify's own answers for one account are made once; each token gets an account of its
own all the same. Two thousand calls a second then
cost the generator's core next to nothing, so that a burst measures the skill.
"""

import asyncio
import json
import os
from datetime import UTC, datetime

import aiohttp
from aiohttp import web

from simulator.spotify.server import serving
from simulator.spotify.world import World

LATE = 0.08  # seconds
ONE = "load-1"


async def recorded() -> tuple[dict[str, object], dict[str, object]]:
    """The account and the first page of the shelf, whole."""
    headers = {"Authorization": f"Bearer {ONE}"}
    async with (
        serving(World(now=lambda: datetime.now(UTC))) as spotify,
        aiohttp.ClientSession(headers=headers) as session,
        session.get(f"{spotify.api_url}/me") as me,
        session.get(f"{spotify.api_url}/me/playlists?limit=20") as playlists,
    ):
        account, shelf = await me.json(), await playlists.json()
    shelf |= {"next": None, "previous": None, "total": len(shelf["items"])}
    return account, shelf


def create_app(account: dict[str, object], shelf: dict[str, object]) -> web.Application:
    known, lasting = str(account["id"]), str(account["account_id"])
    me, page = json.dumps(account), json.dumps(shelf).encode()

    async def whose(request: web.Request) -> web.Response:
        await asyncio.sleep(LATE)
        token = request.headers["Authorization"].removeprefix("Bearer ")
        body = me.replace(known, token).replace(lasting, f"lasting-{token}").encode()
        return web.Response(body=body, content_type="application/json")

    async def playlists(_request: web.Request) -> web.Response:
        await asyncio.sleep(LATE)
        return web.Response(body=page, content_type="application/json")

    app = web.Application()
    app.router.add_get("/v1/me", whose)
    app.router.add_get("/v1/me/playlists", playlists)
    return app


if __name__ == "__main__":
    port = int(os.environ["PORT"])
    app = create_app(*asyncio.run(recorded()))
    web.run_app(app, host="127.0.0.1", port=port, access_log=None, print=None)
