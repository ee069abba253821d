"""Account linking as Alexa does it: authorization code, PKCE, refresh.

https://developer.amazon.com/docs/alexa/account-linking/configure-authorization-code-grant.html
"""

import base64
import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from urllib.parse import parse_qs, urlencode, urlsplit

import msgspec
from aiohttp import ClientSession, encode_basic_auth

from providers.secret import Secret
from providers.spotify.scopes import scopes_for

REFRESH_MARGIN = timedelta(seconds=30)  # a token this near its end is refreshed


class LinkRefused(Exception):
    """The accounts service, or the person before it, said no; the text says how."""


class _TokenResponse(msgspec.Struct):
    access_token: str
    expires_in: int
    refresh_token: str | None = None


class _TokenError(msgspec.Struct):
    error: str
    error_description: str = ""


@dataclass(frozen=True, slots=True)
class Tokens:
    """What a linked account is to Alexa."""

    access: Secret
    refresh: Secret | None
    expires_at: datetime

    def needs_refresh(self, now: datetime) -> bool:
        return now >= self.expires_at - REFRESH_MARGIN


@dataclass(frozen=True, slots=True)
class AccountsService:
    """Where accounts are linked; without a secret, PKCE alone proves who asks."""

    url: str
    client_id: str
    client_secret: Secret | None = None


@dataclass(slots=True)
class AccountLinking:
    """`mint` makes unguessable text; `now` is an aware clock."""

    service: AccountsService
    session: ClientSession
    now: Callable[[], datetime]
    new_token: Callable[[], str]
    _pending: dict[str, tuple[str, str]] = field(default_factory=dict)

    def authorization_url(self, redirect_uri: str) -> str:
        """The address of the page on which somebody logs in and agrees."""
        query = urlencode(self._authorization_query(redirect_uri))
        return f"{self.service.url}/authorize?{query}"

    def _authorization_query(self, redirect_uri: str) -> dict[str, str]:
        state, verifier = self.new_token(), self.new_token() + self.new_token()
        self._pending[state] = (verifier, redirect_uri)
        digest = hashlib.sha256(verifier.encode()).digest()
        return {
            "response_type": "code",
            "client_id": self.service.client_id,
            "scope": " ".join(scopes_for()),
            "redirect_uri": redirect_uri,
            "state": state,
            "code_challenge_method": "S256",
            "code_challenge": base64.urlsafe_b64encode(digest).rstrip(b"=").decode(),
        }

    async def exchange_code(self, query: Mapping[str, str]) -> Tokens:
        """Tokens for what the page sent back; raises `LinkRefused`."""
        pending = self._pending.pop(query.get("state", ""), None)
        if pending is None:
            raise LinkRefused("nobody here began this linking, or it is over")
        if "code" not in query:
            raise LinkRefused(query.get("error", "no code came back"))
        verifier, redirect_uri = pending
        return await self._tokens(
            {
                "grant_type": "authorization_code",
                "code": query["code"],
                "redirect_uri": redirect_uri,
                "code_verifier": verifier,
            }
        )

    async def link_without_pages(self, account: str, redirect_uri: str) -> Tokens:
        """Tokens of a stand-in's account, as if its holder had used the pages."""
        form = self._authorization_query(redirect_uri) | {
            "account": account,
            "decision": "agree",
        }
        url = f"{self.service.url}/authorize"
        async with self.session.post(url, data=form, allow_redirects=False) as response:
            answer = urlsplit(response.headers.get("Location", ""))
        return await self.exchange_code(
            {k: v[0] for k, v in parse_qs(answer.query).items()}
        )

    async def refresh(self, tokens: Tokens) -> Tokens:
        """Fresh tokens in place of stale ones; raises `LinkRefused`."""
        if tokens.refresh is None:
            raise LinkRefused("there is no refresh token")
        form = {"grant_type": "refresh_token", "refresh_token": tokens.refresh.reveal()}
        return await self._tokens(form, tokens.refresh)

    async def _tokens(
        self, form: dict[str, str], refresh: Secret | None = None
    ) -> Tokens:
        service, url = self.service, f"{self.service.url}/api/token"
        headers: dict[str, str] = {}
        if service.client_secret is None:
            form = form | {"client_id": service.client_id}
        else:
            secret = service.client_secret.reveal()
            headers["Authorization"] = encode_basic_auth(service.client_id, secret)
        async with self.session.post(url, data=form, headers=headers) as response:
            body = await response.read()
        if response.status != 200:
            raise LinkRefused(_error_text(body, response.status))
        try:
            token_response = msgspec.json.decode(body, type=_TokenResponse)
        except msgspec.MsgspecError:
            raise LinkRefused("the accounts service answered no tokens") from None
        return Tokens(
            access=Secret(token_response.access_token),
            refresh=Secret(token_response.refresh_token)
            if token_response.refresh_token
            else refresh,
            expires_at=self.now() + timedelta(seconds=token_response.expires_in),
        )


def _error_text(body: bytes, status: int) -> str:
    try:
        token_error = msgspec.json.decode(body, type=_TokenError)
    except msgspec.MsgspecError:
        return f"the accounts service answered {status}"
    return f"{token_error.error}: {token_error.error_description}".rstrip(": ")
