"""The page's own server: files, the state, and steps to perform."""

from collections.abc import Awaitable, Callable
from typing import Any

import msgspec
from aiohttp import ClientError, web

from service.console.files import STATIC, document, page_policy, screen_policy
from service.console.interaction_model import ModelMissing, ModelUnreadable
from service.console.scene import Scene
from service.console.seen import Seen
from service.console.state import state
from service.console.steps import Deed
from service.console.theatre import Theatre

LARGEST_BODY = 4 * 1024 * 1024  # bytes: a long conversation's recording
LOOPBACK_HOSTS = frozenset(("127.0.0.1", "localhost", "[::1]", "::1"))
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Page:
    """Routes of the page; `renderer` is the APL renderer, where it is installed."""

    def __init__(self, theatre: Theatre, renderer: bytes | None = None) -> None:
        self._theatre = theatre
        self._renderer = renderer

    def application(self) -> web.Application:
        app = web.Application(client_max_size=LARGEST_BODY, middlewares=[guard])
        app.router.add_get("/", self.index)
        app.router.add_get("/screen", self.screen)
        app.router.add_get("/renderer.js", self.renderer)
        app.router.add_get("/api/state", self.tell)
        app.router.add_post("/api/do", self.do)
        app.router.add_post("/api/begin", self.begin)
        app.router.add_static("/static", STATIC)
        return app

    async def index(self, _request: web.Request) -> web.Response:
        pictures = self._theatre.console.stage.spotify.base_url
        return document("index.html", page_policy(pictures))

    async def screen(self, _request: web.Request) -> web.Response:
        """The frame that the renderer runs in, without access to the page."""
        pictures = self._theatre.console.stage.spotify.base_url
        return document("screen.html", screen_policy(pictures))

    async def renderer(self, _request: web.Request) -> web.Response:
        """The renderer with its fonts taken from this machine."""
        if self._renderer is None:
            raise web.HTTPNotFound(text="the renderer of screens is not installed\n")
        return web.Response(body=self._renderer, content_type="text/javascript")

    async def tell(self, _request: web.Request) -> web.Response:
        seen = [one.view() for one in self._theatre.console.seen]
        return _json({"seen": seen, "state": self._state()})

    async def do(self, request: web.Request) -> web.Response:
        """Performs a step; 400 with an `error` for one that cannot be."""
        try:
            deed = msgspec.json.decode(await request.read(), type=Deed)
            async with self._theatre.busy:
                seen = await self._theatre.console.perform(deed)
        except (msgspec.MsgspecError, ModelMissing, ModelUnreadable) as error:
            return _json({"error": str(error)}, 400)
        except (ClientError, TimeoutError) as error:
            return _json({"error": f"the skill did not answer: {error}"}, 502)
        return self._told(seen)

    async def begin(self, request: web.Request) -> web.Response:
        """A new stage from the parts of a scene that are given."""
        try:
            wishes = msgspec.json.decode(await request.read(), type=dict[str, Any])
            now = msgspec.to_builtins(self._theatre.console.stage.scene)
            scene = msgspec.convert(now | wishes, Scene)
            async with self._theatre.busy:
                await self._theatre.begin(scene)
        except (msgspec.MsgspecError, ModelMissing, ModelUnreadable) as error:
            return _json({"error": str(error)}, 400)
        return self._told(None)

    def _told(self, seen: Seen | None) -> web.Response:
        return _json({"seen": seen.view() if seen else None, "state": self._state()})

    def _state(self) -> dict[str, Any]:
        return state(self._theatre.console, apl=self._renderer is not None)


@web.middleware
async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Nobody but this machine's own page: another site may not speak through it."""
    if (request.url.host or "") not in LOOPBACK_HOSTS:
        raise web.HTTPForbidden(text="this console answers on loopback names only\n")
    origin = request.headers.get("Origin")
    private = request.path.startswith("/api/")
    if private and origin not in (None, str(request.url.origin())):
        raise web.HTTPForbidden(text="another site may not use this console\n")
    if request.method == "POST" and request.content_type != "application/json":
        raise web.HTTPUnsupportedMediaType(text="JSON only\n")
    return await handler(request)


def _json(value: Any, status: int = 200) -> web.Response:
    body = msgspec.json.encode(value, enc_hook=str)
    return web.Response(body=body, status=status, content_type="application/json")
