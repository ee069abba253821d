"""Minimal skill, the second yardstick: verify, read JSON, two calls at once, answer.

`python -m tests.load.minimal` reads the service's own settings ALEXA_TEST_CHAIN_FILE,
SPOTIFY_API_URL and PORT. The minimal skill keeps what it read by token for as long as
it lives, knows one sentence, and fails where anything fails. It runs as fast as it can
(msgspec, uvloop, a collector that seldom looks, any number of
connections). The service is compared with it when a thousand listeners come at once.
"""

import asyncio
import base64
import os
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import aiohttp
import msgspec
from aiohttp import web
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.hashes import SHA256

from tests.load.bare import serve

SLACK = 150.0  # seconds


class Minimal:
    """The skill; `chain` is the PEM of what Alexa signs with, leaf first."""

    def __init__(self, chain: bytes, spotify: str) -> None:
        key = x509.load_pem_x509_certificates(chain)[0].public_key()
        if not isinstance(key, RSAPublicKey):
            raise TypeError("the chain's leaf has no RSA key")
        self._key = key
        self._spotify = spotify
        self._kept: dict[str, bytes] = {}
        self._session: aiohttp.ClientSession

    async def live(self, _app: web.Application) -> AsyncIterator[None]:
        connector = aiohttp.TCPConnector(limit=0)
        async with aiohttp.ClientSession(connector=connector) as self._session:
            yield

    async def answer(self, request: web.Request) -> web.Response:
        body = await request.read()
        signature = base64.b64decode(request.headers["Signature-256"])
        self._key.verify(signature, body, PKCS1v15(), SHA256())
        asked = msgspec.json.decode(body)
        sent = datetime.fromisoformat(asked["request"]["timestamp"])
        if abs((datetime.now(UTC) - sent).total_seconds()) > SLACK:
            raise web.HTTPBadRequest
        token = asked["context"]["System"]["user"]["accessToken"]
        if token not in self._kept:
            self._kept[token] = await self._read(token)
        return web.Response(body=self._kept[token], content_type="application/json")

    async def _read(self, token: str) -> bytes:
        account, playlists = await asyncio.gather(
            self._get("/me", token), self._get("/me/playlists?limit=50", token)
        )
        text = f"Hello {account['display_name']}, {playlists['total']} playlists."
        speech = {"type": "SSML", "ssml": f"<speak>{text}</speak>"}
        response = {"outputSpeech": speech, "shouldEndSession": False}
        return msgspec.json.encode({"version": "1.0", "response": response})

    async def _get(self, path: str, token: str) -> dict[str, object]:
        headers = {"Authorization": f"Bearer {token}"}
        async with self._session.get(self._spotify + path, headers=headers) as answer:
            answer.raise_for_status()
            found: dict[str, object] = msgspec.json.decode(await answer.read())
            return found


def create_app(chain: bytes, spotify: str) -> web.Application:
    skill = Minimal(chain, spotify)
    app = web.Application()
    app.router.add_post("/alexa", skill.answer)
    app.cleanup_ctx.append(skill.live)
    return app


if __name__ == "__main__":
    app = create_app(
        Path(os.environ["ALEXA_TEST_CHAIN_FILE"]).read_bytes(),
        os.environ["SPOTIFY_API_URL"],
    )
    serve(app)
