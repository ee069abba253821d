"""An application that links accounts with an OAuth library of others."""

import asyncio
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html import unescape
from typing import Any, cast
from urllib.parse import urlencode

import aiohttp
import requests_oauthlib
from requests.auth import HTTPBasicAuth

from simulator.spotify.data.accounts import READ_SCOPES
from simulator.spotify.oauth.clients import DEMO_ID
from simulator.spotify.server import RunningSpotify

REDIRECT = "http://127.0.0.1:52817/callback"


@dataclass
class AccountLinking:
    """One application's walk; `secret` is None for one that relies on PKCE alone."""

    spotify: RunningSpotify
    secret: str | None = None
    scopes: frozenset[str] = READ_SCOPES
    session: Any = field(init=False)

    def __post_init__(self) -> None:
        self.session = cast("Any", requests_oauthlib).OAuth2Session(
            DEMO_ID,
            redirect_uri=REDIRECT,
            scope=sorted(self.scopes),
            pkce=None if self.secret else "S256",
        )

    async def consent(self, account: str, decision: str = "agree") -> str:
        """Clicks through both pages; where the listener is sent."""
        url, _ = self.session.authorization_url(f"{self.spotify.base_url}/authorize")
        async with aiohttp.ClientSession() as browser:
            async with browser.get(url) as page:
                login = await page.text()
            chosen = urlencode(_hidden(login) | {"account": account})
            async with browser.get(
                f"{self.spotify.base_url}/authorize?{chosen}"
            ) as page:
                asked = await page.text()
            form = _hidden(asked) | {"decision": decision}
            target = f"{self.spotify.base_url}/authorize"
            async with browser.post(target, data=form, allow_redirects=False) as sent:
                assert sent.status == 303
                return sent.headers["Location"]

    async def tokens(self, location: str) -> Any:
        auth = HTTPBasicAuth(DEMO_ID, self.secret) if self.secret else None
        return await self._aside(
            lambda: self.session.fetch_token(
                f"{self.spotify.accounts_url}/api/token",
                authorization_response=location,
                auth=auth,
                include_client_id=not self.secret,
            )
        )

    async def refresh(self) -> Any:
        auth = HTTPBasicAuth(DEMO_ID, self.secret) if self.secret else None
        more = {} if self.secret else {"client_id": DEMO_ID}
        return await self._aside(
            lambda: self.session.refresh_token(
                f"{self.spotify.accounts_url}/api/token", auth=auth, **more
            )
        )

    async def me(self) -> Any:
        return await self._aside(lambda: self.session.get(f"{self.spotify.api_url}/me"))

    async def _aside(self, call: Callable[[], Any]) -> Any:
        """The library is synchronous, the fake Spotify runs in this loop."""
        return await asyncio.to_thread(call)


def _hidden(page: str) -> dict[str, str]:
    found = re.findall(r'type="hidden" name="([^"]*)" value="([^"]*)"', page)
    return {unescape(name): unescape(value) for name, value in found}
