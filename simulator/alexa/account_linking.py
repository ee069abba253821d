"""Account linking: Alexa's OAuth client (authorization code, PKCE, refresh).

https://developer.amazon.com/docs/alexa/account-linking/configure-authorization-code-grant.html
"""

import base64
import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from urllib.parse import parse_qs, urlencode, urlsplit

import msgspec
from aiohttp import ClientSession, encode_basic_auth

from providers.secret import Secret
from providers.spotify.scopes import scopes_for

REFRESH_MARGIN = timedelta(seconds=30)  # a token this near its end is refreshed


class LinkRefused(Exception):
    """The accounts service or the listener refused the link; the text says why."""


class _TokenResponse(msgspec.Struct):
    access_token: str
    expires_in: int
    refresh_token: str | None = None


class _TokenError(msgspec.Struct):
    error: str
    error_description: str = ""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens that Alexa keeps for one linked account.

    access: the access token that goes into each request to the skill.
    refresh: the refresh token, None when the service gave none.
    expires_at: when the access token ends (aware).
    """

    access: Secret
    refresh: Secret | None
    expires_at: datetime

    def needs_refresh(self, now: datetime) -> bool:
        """Return whether the access token is over, or will be in 30 seconds."""
        return now >= self.expires_at - REFRESH_MARGIN


@dataclass(frozen=True, slots=True)
class AccountsService:
    """An accounts service, and the application that is registered with it.

    url: the service's base address, without a final slash.
    client_id: the application.
    client_secret: the application's secret; without one, PKCE alone is the proof.
    """

    url: str
    client_id: str
    client_secret: Secret | None = None


@dataclass(slots=True)
class AccountLinking:
    """Link accounts at one accounts service, and refresh their tokens.

    service: where accounts are linked.
    session: the HTTP client.
    now: an aware clock.
    new_token: returns unguessable text, another one each time.
    scopes: the permissions that are asked for.
    """

    service: AccountsService
    session: ClientSession
    now: Callable[[], datetime]
    new_token: Callable[[], str]
    scopes: Sequence[str] = scopes_for()
    _pending: dict[str, tuple[str, str]] = field(default_factory=dict)

    def authorization_url(self, redirect_uri: str) -> str:
        """Return the address of the page where the listener logs in and agrees.

        `exchange_code` later takes what this page sends to `redirect_uri`.
        """
        query = urlencode(self._authorization_query(redirect_uri))
        return f"{self.service.url}/authorize?{query}"

    def _authorization_query(self, redirect_uri: str) -> dict[str, str]:
        state, verifier = self.new_token(), self.new_token() + self.new_token()
        self._pending[state] = (verifier, redirect_uri)
        digest = hashlib.sha256(verifier.encode()).digest()
        return {
            "response_type": "code",
            "client_id": self.service.client_id,
            "scope": " ".join(self.scopes),
            "redirect_uri": redirect_uri,
            "state": state,
            "code_challenge_method": "S256",
            "code_challenge": base64.urlsafe_b64encode(digest).rstrip(b"=").decode(),
        }

    async def exchange_code(self, query: Mapping[str, str]) -> Tokens:
        """Return the tokens for the query that the page sent to the redirect URI.

        Raise `LinkRefused` when the query's state is unknown, the listener cancelled
        or the service gives no tokens.
        """
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
        """Return tokens of an account of the fake Spotify, without showing its pages.

        Raise `LinkRefused` for an account that does not exist.
        """
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
        """Return new tokens in exchange for the refresh token.

        Raise `LinkRefused` without a refresh token, or when the service refuses it.
        """
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
