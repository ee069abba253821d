"""OAuth clients: registered applications and their redirect URIs."""

import base64
import hmac
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import SplitResult, urlsplit

from providers.secret import Secret

# Rules for redirect URIs:
# https://developer.spotify.com/documentation/web-api/concepts/redirect_uri
#

LOOPBACK = frozenset({"127.0.0.1", "::1"})


class RedirectRefused(ValueError):
    """The service does not register this redirect URI; `why` tells the owner why."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def check_redirect_uri(uri: str) -> str:
    """Return the URI if it may be registered. Raise `RedirectRefused` otherwise."""
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
    """Return whether a request may use the redirect URI.

    The URI must equal a registered one. A registered loopback address without a port
    allows every port.
    """
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

# Where Amazon sends a linked listener; the last part of the path names the vendor.
# https://developer.amazon.com/docs/account-linking/configure-authorization-code-grant.html
ALEXA_REDIRECTS = tuple(
    f"https://{host}/api/skill/link/STANDIN"
    for host in ("pitangui.amazon.com", "layla.amazon.com", "alexa.amazon.co.jp")
)

DEMO_REDIRECTS = ("http://127.0.0.1/callback", "http://[::1]/callback")


@dataclass(frozen=True, slots=True)
class OAuthClient:
    """A registered application.

    id: the client id.
    secret: the client secret.
    redirects: the registered redirect URIs, already checked.
    """

    id: str
    secret: Secret = field(repr=False)
    redirects: frozenset[str]

    def may_redirect_to(self, uri: str) -> bool:
        """Return whether a request of this application may use the redirect URI."""
        return is_redirect_allowed(uri, self.redirects)

    def has_secret(self, secret: str) -> bool:
        """Return whether `secret` is the application's secret."""
        return hmac.compare_digest(secret.encode(), self.secret.reveal().encode())


class Clients:
    """All registered applications; at first only the demo's."""

    def __init__(self) -> None:
        self._known: dict[str, OAuthClient] = {}
        self.register(DEMO_ID, DEMO_SECRET, *DEMO_REDIRECTS, *ALEXA_REDIRECTS)

    def register(self, client_id: str, secret: Secret, *redirects: str) -> OAuthClient:
        """Add or replace an application and return it. Raise `RedirectRefused`."""
        client = OAuthClient(
            client_id, secret, frozenset(map(check_redirect_uri, redirects))
        )
        self._known[client_id] = client
        return client

    def get(self, client_id: str | None) -> OAuthClient | None:
        """Return the application with this id, or None."""
        return self._known.get(client_id or "")


@dataclass(frozen=True, slots=True)
class Credentials:
    """A client id and secret from a token request.

    client_id: None where the request names none.
    secret: None where the request has none (PKCE).
    """

    client_id: str | None
    secret: str | None = field(repr=False)


def credentials(authorization: str | None, form: Mapping[str, str]) -> Credentials:
    """Return the credentials of a request: from HTTP Basic, else from the form."""
    scheme, _, encoded = (authorization or "").partition(" ")
    if scheme.lower() != "basic":
        return Credentials(form.get("client_id"), form.get("client_secret"))
    try:
        text = base64.b64decode(encoded, validate=True).decode()
    except ValueError:
        return Credentials(None, None)
    name, _, secret = text.partition(":")
    return Credentials(name, secret)
