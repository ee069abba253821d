"""Which redirect URIs may be registered, and which of them a request may use.

https://developer.spotify.com/documentation/web-api/concepts/redirect_uri
"""

from collections.abc import Iterable
from urllib.parse import SplitResult, urlsplit

LOOPBACK = frozenset({"127.0.0.1", "::1"})


class RedirectRefused(ValueError):
    """The service would not register this URI; `why` for its owner."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def registered(uri: str) -> str:
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


def allowed(uri: str, among: Iterable[str]) -> bool:
    """Whether a request may use the URI: equal to a registered one, to the letter; one
    that names a loopback literal without its port stands for every port."""
    among = set(among)
    if uri in among:
        return True
    parts = _split(uri)
    if parts is None or not _loopback(parts) or parts.port is None:
        return False
    return parts._replace(netloc=_portless(parts)).geturl() in among


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
