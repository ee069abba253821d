"""A request to link, as it arrives at the authorize page, checked."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit, urlunsplit

from service.standin.spotify.oauth.clients import Clients, OAuthClient
from service.standin.spotify.oauth.scopes import SCOPES

FIELDS = (
    "client_id", "response_type", "redirect_uri", "scope", "state",
    "code_challenge", "code_challenge_method",
)  # fmt: skip


class NotTrusted(Exception):
    """Whoever asks is not known; nobody may be sent anywhere, so it is shown here."""


class AskedWrongly(Exception):
    """A known application asks for what there is not; it is told so by redirect."""

    def __init__(self, error: str, location: str) -> None:
        super().__init__(error)
        self.location = location


@dataclass(frozen=True, slots=True)
class Ask:
    """A request to link that may be put before a listener."""

    client: OAuthClient
    redirect_uri: str
    scopes: frozenset[str]
    state: str | None
    challenge: str | None
    fields: Mapping[str, str]

    def back(self, **answer: str) -> str:
        """Where the listener goes with the answer, the state beside it."""
        return _back(self.redirect_uri, self.state, answer)


def read(fields: Mapping[str, str], clients: Clients) -> Ask:
    """https://developer.spotify.com/documentation/web-api/tutorials/code-flow"""
    client = clients.get(fields.get("client_id"))
    if client is None:
        raise NotTrusted("INVALID_CLIENT: Invalid client")
    redirect_uri = fields.get("redirect_uri", "")
    if not client.may_redirect_to(redirect_uri):
        raise NotTrusted("INVALID_CLIENT: Invalid redirect URI")
    state, scopes = fields.get("state"), frozenset(fields.get("scope", "").split())
    if error := _wrong(fields, scopes):
        raise AskedWrongly(error, _back(redirect_uri, state, {"error": error}))
    kept = {name: fields[name] for name in FIELDS if name in fields}
    challenge = fields.get("code_challenge")
    return Ask(client, redirect_uri, scopes, state, challenge, kept)


def _wrong(fields: Mapping[str, str], scopes: frozenset[str]) -> str | None:
    if fields.get("response_type") != "code":
        return "unsupported_response_type"
    if not scopes <= SCOPES.keys():
        return "invalid_scope"
    method = fields.get("code_challenge_method")
    if ("code_challenge" in fields) != (method == "S256"):
        return "invalid_request"
    return None


def _back(redirect_uri: str, state: str | None, answer: Mapping[str, str]) -> str:
    told = dict(answer) | ({} if state is None else {"state": state})
    parts = urlsplit(redirect_uri)
    query = "&".join(filter(None, (parts.query, urlencode(told))))
    return urlunsplit(parts._replace(query=query))
