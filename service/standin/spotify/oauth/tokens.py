"""The token endpoint: codes and refresh tokens for access tokens."""

from collections.abc import Mapping
from typing import Any

from service.standin.spotify.oauth.clients import Clients, Credentials, OAuthClient
from service.standin.spotify.oauth.grants import (
    ACCESS_LIFETIME,
    Grant,
    GrantRefused,
    Grants,
)


class TokenRefused(Exception):
    """An error in the token endpoint's own shape, RFC 6749's.

    https://developer.spotify.com/documentation/web-api/concepts/api-calls#authentication-error
    """

    def __init__(self, error: str, description: str, status: int = 400) -> None:
        super().__init__(description)
        self.status = status
        self.body = {"error": error, "error_description": description}


class TokenDesk:
    """Answers forms; `rotate` gives a new refresh token at every refresh to everybody,
    not only to those without a secret."""

    def __init__(self, clients: Clients, grants: Grants) -> None:
        self.rotate = False
        self._clients = clients
        self._grants = grants

    def answer(self, form: Mapping[str, str], who: Credentials) -> dict[str, Any]:
        """What the form asks for; `TokenRefused` otherwise."""
        client = self._clients.get(who.client_id)
        if client is None:
            raise TokenRefused("invalid_client", "Invalid client")
        proven = who.secret is not None
        if who.secret is not None and not client.is_proven(who.secret):
            raise TokenRefused("invalid_client", "Invalid client secret")
        try:
            match form.get("grant_type"):
                case "authorization_code":
                    return self._first(form, client, proven=proven)
                case "refresh_token":
                    return self._again(form, client, proven=proven)
        except GrantRefused as refused:
            raise TokenRefused("invalid_grant", str(refused)) from refused
        raise TokenRefused("unsupported_grant_type", "grant_type is not supported")

    def _first(
        self, form: Mapping[str, str], client: OAuthClient, *, proven: bool
    ) -> dict[str, Any]:
        verifier = form.get("code_verifier")
        if not proven and not verifier:
            raise TokenRefused("invalid_request", "code_verifier required")
        code, redirect_uri = form.get("code", ""), form.get("redirect_uri", "")
        grant = self._grants.redeem(code, client.id, redirect_uri, verifier)
        if not proven and grant.challenge is None:
            raise TokenRefused("invalid_client", "Invalid client secret")
        token = self._grants.new_refresh_token(grant)
        return self._tokens(grant) | {"refresh_token": token}

    def _again(
        self, form: Mapping[str, str], client: OAuthClient, *, proven: bool
    ) -> dict[str, Any]:
        grant = self._grants.refreshed(form.get("refresh_token", ""), client.id)
        if not proven and grant.challenge is None:
            raise TokenRefused("invalid_client", "Invalid client secret")
        tokens = self._tokens(grant)
        if self.rotate or not proven:
            tokens["refresh_token"] = self._grants.new_refresh_token(grant)
        return tokens

    def _tokens(self, grant: Grant) -> dict[str, Any]:
        return {
            "access_token": self._grants.new_access_token(grant),
            "token_type": "Bearer",
            "expires_in": int(ACCESS_LIFETIME.total_seconds()),
            "scope": " ".join(sorted(grant.scopes)),
        }
