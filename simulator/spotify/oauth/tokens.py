"""OAuth grants and tokens: codes, access and refresh tokens, expiry, revocation."""

import base64
import calendar
import hashlib
import hmac
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from simulator.spotify.oauth.clients import Clients, Credentials, OAuthClient

CODE_LIFETIME = timedelta(minutes=10)

ACCESS_LIFETIME = timedelta(hours=1)

# https://developer.spotify.com/documentation/web-api/tutorials/refreshing-tokens
REFRESH_MONTHS = 6


class GrantRefused(Exception):
    """A code or refresh token is not valid; the text is the error's description."""


@dataclass(slots=True, eq=False)
class Grant:
    """One listener's consent to one application.

    client_id: the application.
    account: the listener's account.
    scopes: the permissions.
    redirect_uri: of the authorization request.
    challenge: the PKCE challenge; None without one.
    consented_at: when the listener agreed (aware).
    revoked: whether the grant has ended.
    redeemed: whether the code was exchanged.
    refresh_token: the refresh token in force; empty before the exchange.
    """

    client_id: str
    account: str
    scopes: frozenset[str]
    redirect_uri: str
    challenge: str | None
    consented_at: datetime
    revoked: bool = False
    redeemed: bool = False
    refresh_token: str = field(default="", repr=False)

    @property
    def expires_at(self) -> datetime:
        """When refresh tokens of this grant end."""
        return months_later(self.consented_at, REFRESH_MONTHS)


def months_later(moment: datetime, months: int) -> datetime:
    """Return the same day `months` later, or the last day of that month."""
    years, month = divmod(moment.month - 1 + months, 12)
    year = moment.year + years
    day = min(moment.day, calendar.monthrange(year, month + 1)[1])
    return moment.replace(year=year, month=month + 1, day=day)


@dataclass(frozen=True, slots=True)
class _Access:
    grant: Grant
    expires_at: datetime


class Grants:
    """All grants and their tokens.

    `clock` is aware; `new_token` returns another unguessable text each time.
    """

    def __init__(
        self, clock: Callable[[], datetime], new_token: Callable[[], str]
    ) -> None:
        self._clock = clock
        self._mint = new_token
        self._codes: dict[str, Grant] = {}
        self._access: dict[str, _Access] = {}
        self._refresh: dict[str, Grant] = {}

    def issue_code(self, grant: Grant) -> str:
        """Store a new grant and return its code."""
        code = f"AQ{self._mint()}"
        self._codes[code] = grant
        return code

    def redeem(
        self, code: str, client_id: str, redirect_uri: str, verifier: str | None
    ) -> Grant:
        """Return the grant of a code. Raise `GrantRefused`.

        A code is good once, for ten minutes.
        """
        grant = self._codes.get(code)
        if grant is None or grant.client_id != client_id:
            raise GrantRefused("Invalid authorization code")
        if grant.redeemed:
            # https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2: somebody stole it.
            grant.revoked = True
            raise GrantRefused("Invalid authorization code")
        if self._clock() > grant.consented_at + CODE_LIFETIME:
            raise GrantRefused("Authorization code expired")
        if grant.redirect_uri != redirect_uri:
            raise GrantRefused("Invalid redirect URI")
        _check_verifier(grant.challenge, verifier)
        grant.redeemed = True
        return grant

    def find_by_refresh_token(self, token: str, client_id: str) -> Grant:
        """Return the grant of a refresh token. Raise `GrantRefused`."""
        grant = self._refresh.get(token)
        if grant is None or grant.client_id != client_id:
            raise GrantRefused("Invalid refresh token")
        if grant.revoked or grant.refresh_token != token:
            raise GrantRefused("Refresh token revoked")
        if self._clock() >= grant.expires_at:
            raise GrantRefused("Refresh token expired")
        return grant

    def new_access_token(self, grant: Grant) -> str:
        """Return a new access token; it lasts one hour."""
        token = f"BQ{self._mint()}"
        self._access[token] = _Access(grant, self._clock() + ACCESS_LIFETIME)
        return token

    def new_refresh_token(self, grant: Grant) -> str:
        """Return a new refresh token; the grant's former one is no longer valid."""
        grant.refresh_token = f"AQ{self._mint()}"
        self._refresh[grant.refresh_token] = grant
        return grant.refresh_token

    def find_by_access_token(self, access_token: str) -> Grant | None:
        """Return the grant of a valid access token; None for any other text."""
        access = self._access.get(access_token)
        if access is None or access.grant.revoked or self._clock() >= access.expires_at:
            return None
        return access.grant

    def was_issued(self, access_token: str) -> bool:
        """Return whether this access token was ever issued."""
        return access_token in self._access

    def revoke(self, token: str) -> None:
        """End the grant of an access or refresh token; ignore other texts."""
        access = self._access.get(token)
        grant = access.grant if access else self._refresh.get(token)
        if grant is not None:
            grant.revoked = True

    def revoke_account(self, account: str) -> int:
        """End all grants of an account; return how many there were.

        The listener does this on the service's own page.
        """
        grants = [
            grant
            for grant in self._refresh.values()
            if grant.account == account and not grant.revoked
        ]
        for grant in grants:
            grant.revoked = True
        return len(set(grants))


def _check_verifier(challenge: str | None, verifier: str | None) -> None:
    """https://www.rfc-editor.org/rfc/rfc7636#section-4.6"""
    if challenge is None:
        return
    digest = hashlib.sha256((verifier or "").encode()).digest()
    expected = base64.urlsafe_b64encode(digest).rstrip(b"=")
    if not hmac.compare_digest(expected, challenge.encode()):
        raise GrantRefused("code_verifier was incorrect")


class TokenRefused(Exception):
    """An error of the token endpoint, in the shape of RFC 6749.

    status: the HTTP status.
    body: the response's JSON.
    https://developer.spotify.com/documentation/web-api/concepts/api-calls#authentication-error
    """

    def __init__(self, error: str, description: str, status: int = 400) -> None:
        super().__init__(description)
        self.status = status
        self.body = {"error": error, "error_description": description}


class TokenEndpoint:
    """The token endpoint: exchanges codes and refresh tokens for access tokens.

    rotate: whether every refresh gives a new refresh token. Applications without a
        secret always get a new one.
    """

    def __init__(self, clients: Clients, grants: Grants) -> None:
        self.rotate = False
        self._clients = clients
        self._grants = grants

    def answer(self, form: Mapping[str, str], caller: Credentials) -> dict[str, Any]:
        """Return the tokens that a form asks for. Raise `TokenRefused`."""
        client = self._clients.get(caller.client_id)
        if client is None:
            raise TokenRefused("invalid_client", "Invalid client")
        authenticated = caller.secret is not None
        if caller.secret is not None and not client.has_secret(caller.secret):
            raise TokenRefused("invalid_client", "Invalid client secret")
        try:
            match form.get("grant_type"):
                case "authorization_code":
                    return self._exchange_code(
                        form, client, authenticated=authenticated
                    )
                case "refresh_token":
                    return self._refresh(form, client, authenticated=authenticated)
        except GrantRefused as refused:
            raise TokenRefused("invalid_grant", str(refused)) from refused
        raise TokenRefused("unsupported_grant_type", "grant_type is not supported")

    def _exchange_code(
        self, form: Mapping[str, str], client: OAuthClient, *, authenticated: bool
    ) -> dict[str, Any]:
        verifier = form.get("code_verifier")
        if not authenticated and not verifier:
            raise TokenRefused("invalid_request", "code_verifier required")
        code, redirect_uri = form.get("code", ""), form.get("redirect_uri", "")
        grant = self._grants.redeem(code, client.id, redirect_uri, verifier)
        if not authenticated and grant.challenge is None:
            raise TokenRefused("invalid_client", "Invalid client secret")
        token = self._grants.new_refresh_token(grant)
        return self._token_response(grant) | {"refresh_token": token}

    def _refresh(
        self, form: Mapping[str, str], client: OAuthClient, *, authenticated: bool
    ) -> dict[str, Any]:
        grant = self._grants.find_by_refresh_token(
            form.get("refresh_token", ""), client.id
        )
        if not authenticated and grant.challenge is None:
            raise TokenRefused("invalid_client", "Invalid client secret")
        tokens = self._token_response(grant)
        if self.rotate or not authenticated:
            tokens["refresh_token"] = self._grants.new_refresh_token(grant)
        return tokens

    def _token_response(self, grant: Grant) -> dict[str, Any]:
        return {
            "access_token": self._grants.new_access_token(grant),
            "token_type": "Bearer",
            "expires_in": int(ACCESS_LIFETIME.total_seconds()),
            "scope": " ".join(sorted(grant.scopes)),
        }
