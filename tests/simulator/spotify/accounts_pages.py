"""The log-in and consent pages, used as a listener does with a browser."""

import base64
import hashlib
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from simulator.spotify.oauth.clients import DEMO_ID, DEMO_SECRET
from simulator.spotify.server import RunningSpotify
from tests.simulator.spotify.conftest import ApiAnswer, ApiCaller

REDIRECT = "http://127.0.0.1:5000/callback"
ASK = {
    "client_id": DEMO_ID,
    "response_type": "code",
    "redirect_uri": REDIRECT,
    "scope": "user-top-read playlist-read-private",
    "state": 'x"><&y=z',
}
BASIC = base64.b64encode(f"{DEMO_ID}:{DEMO_SECRET.reveal()}".encode()).decode()
VERIFIER = "v" * 64
CHALLENGE = (
    base64.urlsafe_b64encode(hashlib.sha256(VERIFIER.encode()).digest())
    .rstrip(b"=")
    .decode()
)


class Browser:
    """Somebody at the accounts service; follows no redirect."""

    def __init__(self, ask: ApiCaller, spotify: RunningSpotify) -> None:
        self._session = ask.session
        self._base = spotify.base_url

    async def page(self, **fields: str) -> ApiAnswer:
        return await self._send("GET", f"/authorize?{urlencode(fields)}")

    async def decide(self, **fields: str) -> ApiAnswer:
        return await self._send("POST", "/authorize", data=fields)

    async def code(self, **more: str) -> str:
        sent = await self.decide(**ASK, account="ada", decision="agree", **more)
        (code,) = parse_qs(urlsplit(sent.headers["Location"]).query)["code"]
        return code

    async def token(self, basic: str | None = BASIC, **form: str) -> ApiAnswer:
        headers = {"Authorization": f"Basic {basic}"} if basic else {}
        return await self._send("POST", "/api/token", data=form, headers=headers)

    async def _send(self, method: str, path: str, **more: Any) -> ApiAnswer:
        async with self._session.request(
            method, self._base + path, allow_redirects=False, **more
        ) as answer:
            text = await answer.text()
            kind = answer.content_type
            json = await answer.json() if kind == "application/json" else None
            return ApiAnswer(answer.status, text, json, kind, dict(answer.headers))


@pytest.fixture
def browser(ask: ApiCaller, spotify: RunningSpotify) -> Browser:
    return Browser(ask, spotify)
