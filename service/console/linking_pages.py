"""Linking in the browser: off to the accounts service's pages, and back."""

from html import escape

from aiohttp import web

from service.console.files import document_of, page_policy
from service.console.household import Linked
from service.console.linking import LinkRefused, Tokens
from service.console.steps import Link
from service.console.theatre import Theatre

CALLBACK = "/callback"


class LinkingPages:
    """`GET /link` sends to the accounts service, which sends back to `/callback`."""

    def __init__(self, theatre: Theatre) -> None:
        self._theatre = theatre

    def add_to(self, app: web.Application) -> None:
        app.router.add_get("/link", self.leave)
        app.router.add_get(CALLBACK, self.return_)

    async def leave(self, request: web.Request) -> web.Response:
        port = request.url.port
        back = f"http://127.0.0.1:{port}{CALLBACK}"
        address = self._theatre.console.household.linking.begin(back)
        return web.Response(status=303, headers={"Location": address})

    async def return_(self, request: web.Request) -> web.Response:
        console = self._theatre.console
        try:
            tokens = await console.household.linking.finish(request.query)
        except LinkRefused as refused:
            return _page("Not linked", f"The account is not linked: {refused}.", 400)
        name = self._name(tokens)
        async with self._theatre.busy:
            await console.perform(Link(name), linked=Linked(name, tokens))
        return _page("Linked", "The account is linked. You can close this window.")

    def _name(self, tokens: Tokens) -> str | None:
        """Whose account it is; nobody here knows that of a real one."""
        world = self._theatre.console.stage.spotify.world
        grant = world.grants.holder(tokens.access.reveal())
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
    return document_of(page, page_policy(), status)
