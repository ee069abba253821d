"""Whom a bearer token names: the fixed names of the roster, or a token that was issued.

A fixed token is an account's name. `name~anything` is another token of the same
account, `name-without-user-top-read` one that lacks a permission. `noscope` was linked
for playlists only; `expired` and `revoked` are tokens no longer.
"""

from collections.abc import Callable

from service.standin.spotify.account import EVERY_SCOPE, Account, Session
from service.standin.spotify.refusal import Refusal

PLAYLISTS_ONLY = frozenset({"playlist-read-private", "playlist-read-collaborative"})


def fixed_session(token: str, find: Callable[[str], Account | None]) -> Session | None:
    """The session of a fixed token; None for any other text."""
    name, _, _ = token.partition("~")
    name, _, lacking = name.partition("-without-")
    account = find(name)
    if account is None:
        return None
    scopes = PLAYLISTS_ONLY if name == "noscope" else EVERY_SCOPE
    return Session(account, scopes - {lacking})


def bearer(authorization: str | None) -> str:
    """The token of an `Authorization` header; Refusal where there is none."""
    if not authorization:
        raise Refusal(401, "No token provided")
    scheme, _, token = authorization.partition(" ")
    if scheme.lower() != "bearer":
        raise Refusal(400, "Only valid bearer authentication supported")
    return token.strip()


def unknown(token: str, *, issued: bool) -> Refusal:
    """Why a token is refused: it was `issued` once and is over, or never was."""
    if issued or token in {"expired", "revoked"}:
        return Refusal(401, "The access token expired")
    return Refusal(401, "Invalid access token")
