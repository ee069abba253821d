"""The accounts service over HTTP."""

from collections.abc import Callable, Mapping
from typing import Any

import msgspec
from aiohttp import web

from service.standin.spotify.oauth import asking, pages
from service.standin.spotify.oauth.asking import Ask, AskedWrongly, NotTrusted
from service.standin.spotify.oauth.clients import credentials
from service.standin.spotify.oauth.grants import Grant
from service.standin.spotify.oauth.tokens import TokenRefused
from service.standin.spotify.roster import roster
from service.standin.spotify.world import World


class AccountsDesk:
    """`GET|POST /authorize`, `POST /api/token`, `POST /api/revoke`."""

    def __init__(self, world: World) -> None:
        self._world = world

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/authorize", self._shown),
            web.post("/authorize", self._decided),
            web.post("/api/token", self._token),
            web.post("/api/revoke", self._revoke),
        ]

    async def _shown(self, request: web.Request) -> web.Response:
        """Who are you, and once that is said: do you agree."""
        return self._heard(request.query, self._page_for)

    async def _decided(self, request: web.Request) -> web.Response:
        return self._heard(await _form(request), self._decision)

    def _heard(
        self,
        fields: Mapping[str, str],
        answer: Callable[[Ask, Mapping[str, str]], web.Response],
    ) -> web.Response:
        try:
            ask = asking.read(fields, self._world.clients)
        except NotTrusted as refused:
            return _html(pages.wrong(str(refused)), pages.policy(), 400)
        except AskedWrongly as refused:
            return _redirect(refused.location)
        return answer(ask, fields)

    def _page_for(self, ask: Ask, fields: Mapping[str, str]) -> web.Response:
        name = fields.get("other") or fields.get("account") or ""
        account = self._world.account(name)
        if account is None:
            shown = {n: part.display_name for n, part in roster().items()}
            return _html(pages.login(ask, shown, missed=name != ""), pages.policy())
        page = pages.consent(ask, name, account.profile.display_name)
        return _html(page, pages.policy(pages.origin(ask.redirect_uri)))

    def _decision(self, ask: Ask, fields: Mapping[str, str]) -> web.Response:
        name = fields.get("account", "")
        if fields.get("decision") != "agree" or self._world.account(name) is None:
            return _redirect(ask.back(error="access_denied"))
        grant = Grant(
            client_id=ask.client.id,
            account=name,
            scopes=ask.scopes,
            redirect_uri=ask.redirect_uri,
            challenge=ask.challenge,
            consented_at=self._world.clock(),
        )
        return _redirect(ask.back(code=self._world.grants.consent(grant)))

    async def _token(self, request: web.Request) -> web.Response:
        form = await _form(request)
        who = credentials(request.headers.get("Authorization"), form)
        try:
            return _json(self._world.tokens.answer(form, who))
        except TokenRefused as refused:
            return _json(refused.body, refused.status)

    async def _revoke(self, request: web.Request) -> web.Response:
        """Always 200: whoever asks learns nothing of other tokens.

        https://www.rfc-editor.org/rfc/rfc7009#section-2.2
        """
        form = await _form(request)
        self._world.grants.revoke(form.get("token", ""))
        return web.Response()


async def _form(request: web.Request) -> Mapping[str, str]:
    fields = await request.post()
    return {name: text for name, text in fields.items() if isinstance(text, str)}


def _html(page: str, policy: str, status: int = 200) -> web.Response:
    headers = {
        "Content-Security-Policy": policy,
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-store",
    }
    return web.Response(
        status=status, text=page, content_type="text/html", headers=headers
    )


def _redirect(location: str) -> web.Response:
    return web.Response(status=303, headers={"Location": location})


def _json(value: Any, status: int = 200) -> web.Response:
    return web.Response(
        status=status,
        body=msgspec.json.encode(value),
        content_type="application/json",
        headers={"Cache-Control": "no-store"},
    )
