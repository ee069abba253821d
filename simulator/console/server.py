"""HTTP server of the console: the page's files, its state, and steps to perform."""

import re
from collections.abc import Awaitable, Callable
from html import escape
from pathlib import Path
from typing import Any

import msgspec
from aiohttp import ClientError, web

from simulator.alexa.account_linking import LinkRefused, Tokens
from simulator.alexa.interaction_model import ModelMissing, ModelUnreadable
from simulator.console import recording
from simulator.console.console import RealSpotify, Sessions
from simulator.console.linked_accounts import LinkedAccount
from simulator.console.page_state import console_state
from simulator.console.recording import replay
from simulator.console.redis_proxy import RedisMissing
from simulator.console.simulated_environment import LOOPBACK
from simulator.console.step_report import StepReport
from simulator.console.steps import AnyStep, InitialState, Link, OutOfTime
from simulator.cross_site import (
    RequestRefused,
    check_content_type,
    check_host,
    check_site,
)
from simulator.json_body import InvalidBody, decode_body

STATIC = Path(__file__).with_name("static")

INSTALLED = Path(__file__).parents[2] / ".console" / "node_modules"

RENDERER = Path("apl-viewhost-web") / "index.js"

# The renderer would fetch its fonts from a host of Amazon's; local fonts replace them.
_FONT = re.compile(rb"url\('https://[a-z0-9]+\.cloudfront\.net/[\w-]+\.ttf'\)")

_LOCAL_FONT = b"local('Amazon Ember'), local('DejaVu Sans'), local('Arial')"


def renderer(folder: Path = INSTALLED) -> bytes | None:
    """Return the APL renderer with local fonts; None where npm did not install it."""
    file = folder / RENDERER
    if not file.is_file():
        return None
    return _FONT.sub(_LOCAL_FONT, file.read_bytes())


def page_policy(*pictures: str) -> str:
    """Return the page's policy: its own server only, and images of these hosts."""
    profile = " ".join(("'self'", *pictures))
    return (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
        f"img-src {profile}; frame-src 'self'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'"
    )


def screen_policy(*pictures: str) -> str:
    """Return the renderer's policy: it may compile code and styles, reach no host."""
    profile = " ".join(("data:", "blob:", *pictures))
    return (
        "sandbox allow-scripts; default-src 'none'; connect-src data:; "
        "script-src 'self' 'unsafe-eval' 'wasm-unsafe-eval'; "
        f"style-src 'self' 'unsafe-inline'; img-src {profile}; base-uri 'none'; "
        "form-action 'none'; frame-ancestors 'self'"
    )


def html_file(name: str, policy: str) -> web.Response:
    """Return a static page with its policy."""
    return html_response((STATIC / name).read_text(encoding="utf-8"), policy)


def html_response(page: str, policy: str, status: int = 200) -> web.Response:
    """Return a page with its policy and the other security headers."""
    return web.Response(
        status=status,
        text=page,
        content_type="text/html",
        headers={
            "Content-Security-Policy": policy,
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "no-store",
        },
    )


CALLBACK = "/callback"


class LinkingPages:
    """Link in the browser: `GET /link`, the accounts service's pages, `/callback`."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def add_to(self, app: web.Application) -> None:
        """Add both routes to an application."""
        app.router.add_get("/link", self.begin_linking)
        app.router.add_get(CALLBACK, self.finish_linking)

    async def begin_linking(self, request: web.Request) -> web.Response:
        """Redirect the browser to the accounts service's log-in page."""
        port = request.url.port
        back = f"http://127.0.0.1:{port}{CALLBACK}"
        address = self._sessions.console.accounts.linking.authorization_url(back)
        return web.Response(status=303, headers={"Location": address})

    async def finish_linking(self, request: web.Request) -> web.Response:
        """Exchange the code of the query for tokens and link the account."""
        console = self._sessions.console
        try:
            tokens = await console.accounts.linking.exchange_code(request.query)
        except LinkRefused as refused:
            return _page("Not linked", f"The account is not linked: {refused}.", 400)
        except UNANSWERED as error:
            return _page("Not linked", f"No answer from the service: {error}.", 502)
        name = self._name(tokens)
        async with self._sessions.busy:
            await console.perform(Link(name), linked=LinkedAccount(name, tokens))
        return _page("Linked", "The account is linked. You can close this window.")

    def _name(self, tokens: Tokens) -> str | None:
        """Return the account of the tokens; None for a real account."""
        world = self._sessions.console.environment.spotify.world
        grant = world.grants.find_by_access_token(tokens.access.reveal())
        return grant.account if grant else None


def _page(title: str, text: str, status: int = 200) -> web.Response:
    page = (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title>"
        '<link rel="stylesheet" href="/static/page.css">'
        '<script type="module" src="/static/linked.js"></script></head>'
        f'<body><main class="alone"><h1>{escape(title)}</h1>'
        f'<p>{escape(text)}</p><p><a href="/">Back to the console</a></p>'
        "</main></body></html>"
    )
    return html_response(page, page_policy(), status)


MAX_BODY = 4 * 1024 * 1024  # bytes: a long conversation's recording

OWN_PAGE_ONLY = ("/api/", "/link")  # paths that no other site may request

REJECTED_ERRORS = (
    InvalidBody, msgspec.ValidationError, OutOfTime,
    ModelMissing, ModelUnreadable, RedisMissing, LinkRefused,
)  # fmt: skip

UNANSWERED = (ClientError, TimeoutError)

"""Errors that a request of the page can cause: the answer is 400."""

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class ConsoleServer:
    """Serve the console's page and its API.

    `renderer` is the APL renderer; None where it is not installed. `real_spotify` is
    the real Spotify; None without an application of one's own.
    """

    def __init__(
        self,
        sessions: Sessions,
        renderer: bytes | None = None,
        real_spotify: RealSpotify | None = None,
    ) -> None:
        self._sessions = sessions
        self._renderer = renderer
        self._real_spotify = real_spotify

    def application(self) -> web.Application:
        """Return the console's web application."""
        app = web.Application(
            client_max_size=MAX_BODY, middlewares=[reject_foreign_requests]
        )
        app.router.add_get("/", self.index)
        app.router.add_get("/screen", self.screen)
        app.router.add_get("/renderer.js", self.renderer)
        app.router.add_get("/api/state", self.get_state)
        app.router.add_post("/api/do", self.perform_step)
        app.router.add_post("/api/begin", self.begin_session)
        app.router.add_get("/api/recording", self.get_recording)
        app.router.add_post("/api/replay", self.replay)
        app.router.add_post("/api/real", self.use_real_spotify)
        LinkingPages(self._sessions).add_to(app)
        app.router.add_static("/static", STATIC)
        return app

    async def index(self, _request: web.Request) -> web.Response:
        """Return the page."""
        return html_file("index.html", page_policy(*self._pictures()))

    async def screen(self, _request: web.Request) -> web.Response:
        """Return the frame for the renderer, which cannot reach the page."""
        return html_file("screen.html", screen_policy(*self._pictures()))

    def _pictures(self) -> list[str]:
        """Return the hosts of cover images.

        The fake Spotify's port is another at every start. Spotify's own host is
        allowed only where the real Spotify was asked for.
        """
        own = [f"http://{LOOPBACK}:*"]
        return [*own, "https://i.scdn.co"] if self._real_spotify else own

    async def renderer(self, _request: web.Request) -> web.Response:
        """Return the renderer. Raise 404 where it is not installed."""
        if self._renderer is None:
            raise web.HTTPNotFound(text="the renderer of screens is not installed\n")
        return web.Response(body=self._renderer, content_type="text/javascript")

    async def get_state(self, _request: web.Request) -> web.Response:
        """Return all step reports and the page's state."""
        reports = [report.as_json() for report in self._sessions.console.reports]
        return _json({"seen": reports, "state": self._state()})

    async def perform_step(self, request: web.Request) -> web.Response:
        """Perform a step; answer 400 with an `error` for an impossible step."""
        try:
            step: AnyStep = decode_body(await request.read(), AnyStep)
            async with self._sessions.busy:
                report = await self._sessions.console.perform(step)
        except REJECTED_ERRORS as error:
            return _json({"error": str(error)}, 400)
        except UNANSWERED as error:
            return _unanswered(error)
        return self._step_response(report)

    async def begin_session(self, request: web.Request) -> web.Response:
        """Start a new environment; the body changes the present initial state."""
        try:
            changes = decode_body(await request.read(), dict[str, Any])
            now = msgspec.to_builtins(self._sessions.console.environment.initial)
            initial_state = msgspec.convert(now | changes, InitialState)
            async with self._sessions.busy:
                await self._sessions.begin(initial_state)
        except REJECTED_ERRORS as error:
            return _json({"error": str(error)}, 400)
        except UNANSWERED as error:
            return _unanswered(error)
        return self._step_response(None)

    async def use_real_spotify(self, _request: web.Request) -> web.Response:
        """Restart the skill with the real Spotify; `begin` goes back to the fake."""
        if self._real_spotify is None:
            return _json({"error": "SPOTIFY_CLIENT_ID is not set"}, 400)
        async with self._sessions.busy:
            await self._real_spotify.connect(self._sessions.console)
        return self._step_response(None)

    async def get_recording(self, _request: web.Request) -> web.Response:
        """Return the conversation so far as a file."""
        console = self._sessions.console
        if console.uses_real_spotify:
            return _json({"error": str(recording.Unrecordable())}, 409)
        now = console.environment.clock.now()
        name = f"{console.environment.initial.locale}-{now:%Y%m%d-%H%M}"
        headers = {"Content-Disposition": f'attachment; filename="{name}.json"'}
        body = recording.encode(recording.record(console))
        return web.Response(body=body, content_type="application/json", headers=headers)

    async def replay(self, request: web.Request) -> web.Response:
        """Replay a saved conversation in a new environment, which then stays."""
        try:
            saved = recording.decode(await request.read())
            async with self._sessions.busy:
                console = await self._sessions.begin(saved.initial_state, fresh=False)
                differences = [
                    str(difference)
                    async for _, _, found in replay(saved, console)
                    for difference in found
                ]
        except (recording.Unreplayable, *REJECTED_ERRORS) as error:
            return _json({"error": str(error)}, 400)
        except UNANSWERED as error:
            return _unanswered(error)
        reports = [report.as_json() for report in console.reports]
        verdict = {"differences": differences, "edited": saved.edited}
        return _json({"seen": reports, "state": self._state(), **verdict})

    def _step_response(self, report: StepReport | None) -> web.Response:
        return _json(
            {"seen": report.as_json() if report else None, "state": self._state()}
        )

    def _state(self) -> dict[str, Any]:
        console_json = console_state(
            self._sessions.console, apl=self._renderer is not None
        )
        return console_json | {"can_be_real": self._real_spotify is not None}


@web.middleware
async def reject_foreign_requests(
    request: web.Request, handler: Handler
) -> web.StreamResponse:
    """Refuse foreign host names, other sites' requests and bodies not JSON.

    Pages and files may be opened from another site, and the accounts service leads the
    browser back to `CALLBACK`, where the `state` parameter is the proof.
    """
    try:
        check_host(request)
        if request.path.startswith(OWN_PAGE_ONLY):
            check_site(request)
        check_content_type(request)
    except RequestRefused as refused:
        return web.Response(status=refused.status, text=f"{refused}\n")
    return await handler(request)


def _unanswered(error: Exception) -> web.Response:
    return _json({"error": f"the skill did not answer: {error}"}, 502)


def _json(value: Any, status: int = 200) -> web.Response:
    body = msgspec.json.encode(value, enc_hook=str)
    return web.Response(body=body, status=status, content_type="application/json")
