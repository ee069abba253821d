"""The applications that are registered with the accounts service."""

import base64
import hmac
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import SplitResult, urlsplit

from providers.secret import Secret

# FOLDED Which redirect URIs may be registered, and which of them a request may use.
#
# https://developer.spotify.com/documentation/web-api/concepts/redirect_uri
#

LOOPBACK = frozenset({"127.0.0.1", "::1"})


class RedirectRefused(ValueError):
    """The service would not register this URI; `why` for its owner."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def check_redirect_uri(uri: str) -> str:
    """The URI itself where it may be registered; `RedirectRefused` otherwise."""
    parts = _split(uri)
    if parts is None or not parts.hostname:
        raise RedirectRefused("not an absolute address")
    if parts.hostname == "localhost":
        raise RedirectRefused("localhost is not allowed; use 127.0.0.1 or [::1]")
    if parts.fragment or "*" in uri:
        raise RedirectRefused("no fragment and no wildcard is allowed")
    if parts.scheme != "https" and not _loopback(parts):
        raise RedirectRefused("https, or http to a loopback literal, is needed")
    return uri


def is_redirect_allowed(uri: str, registered_uris: Iterable[str]) -> bool:
    """Whether a request may use the URI: equal to a registered one, to the letter; one
    that names a loopback literal without its port stands for every port."""
    registered_uris = set(registered_uris)
    if uri in registered_uris:
        return True
    parts = _split(uri)
    if parts is None or not _loopback(parts) or parts.port is None:
        return False
    return parts._replace(netloc=_portless(parts)).geturl() in registered_uris


def _split(uri: str) -> SplitResult | None:
    try:
        parts = urlsplit(uri)
        _ = parts.port
    except ValueError:
        return None
    return parts


def _loopback(parts: SplitResult) -> bool:
    return parts.scheme == "http" and parts.hostname in LOOPBACK


def _portless(parts: SplitResult) -> str:
    host = parts.hostname or ""
    return f"[{host}]" if ":" in host else host


DEMO_ID = "record-shelf"

DEMO_SECRET = Secret("record-shelf-demo-secret")

# Where Amazon takes a linked listener back to; the last part names the vendor.
# https://developer.amazon.com/docs/account-linking/configure-authorization-code-grant.html
ALEXA_REDIRECTS = tuple(
    f"https://{host}/api/skill/link/STANDIN"
    for host in ("pitangui.amazon.com", "layla.amazon.com", "alexa.amazon.co.jp")
)

DEMO_REDIRECTS = ("http://127.0.0.1/callback", "http://[::1]/callback")


@dataclass(frozen=True, slots=True)
class OAuthClient:
    """An application; its redirect URIs have been checked."""

    id: str
    secret: Secret = field(repr=False)
    redirects: frozenset[str]

    def may_redirect_to(self, uri: str) -> bool:
        return is_redirect_allowed(uri, self.redirects)

    def has_secret(self, secret: str) -> bool:
        return hmac.compare_digest(secret.encode(), self.secret.reveal().encode())


class Clients:
    """Every registered application; at first only the demo's own."""

    def __init__(self) -> None:
        self._known: dict[str, OAuthClient] = {}
        self.register(DEMO_ID, DEMO_SECRET, *DEMO_REDIRECTS, *ALEXA_REDIRECTS)

    def register(self, client_id: str, secret: Secret, *redirects: str) -> OAuthClient:
        """Adds an application or replaces it; raises `RedirectRefused`."""
        client = OAuthClient(
            client_id, secret, frozenset(map(check_redirect_uri, redirects))
        )
        self._known[client_id] = client
        return client

    def get(self, client_id: str | None) -> OAuthClient | None:
        return self._known.get(client_id or "")


@dataclass(frozen=True, slots=True)
class Credentials:
    """Who asks for a token; `secret` is None for one that only names itself."""

    client_id: str | None
    secret: str | None = field(repr=False)


def credentials(authorization: str | None, form: Mapping[str, str]) -> Credentials:
    """From HTTP Basic, or from the form where there is none."""
    scheme, _, encoded = (authorization or "").partition(" ")
    if scheme.lower() != "basic":
        return Credentials(form.get("client_id"), form.get("client_secret"))
    try:
        text = base64.b64decode(encoded, validate=True).decode()
    except ValueError:
        return Credentials(None, None)
    name, _, secret = text.partition(":")
    return Credentials(name, secret)
