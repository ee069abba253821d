"""Cross-site protection: refuse foreign host names and requests that other sites send.

The console and the fake Spotify's control endpoints listen on this machine, and any
page in the machine's browser can send requests there. Three checks refuse these:

- The host name must be a loopback name. A site whose name resolves to 127.0.0.1 (DNS
  rebinding) would share the origin of its own page and could read the answers.
- `Origin` and `Sec-Fetch-Site` must not name another site.
- A body must be declared as JSON. A page can send other content types to any address
  without asking first ("simple requests").

https://fetch.spec.whatwg.org/#cors-safelisted-request-header
https://www.w3.org/TR/fetch-metadata/#sec-fetch-site-header
"""

import ipaddress
import re

from aiohttp import web

_HOST = re.compile(r"(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(?::[0-9]{1,5})?", re.IGNORECASE)
_OWN_SITE = frozenset(("same-origin", "none"))  # "none": the user typed the address
_WITH_BODY = frozenset(("POST", "PUT", "PATCH"))
_JSON = frozenset(("application/json",))
_JSON_OR_NONE = _JSON | {"application/octet-stream"}


class RequestRefused(Exception):
    """A request that this endpoint does not answer: HTTP status and reason."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status


def check_host(request: web.Request) -> None:
    """Raise `RequestRefused` 403 unless `Host` is one loopback name or address."""
    hosts = request.headers.getall("Host", [])
    match = _HOST.fullmatch(hosts[0]) if len(hosts) == 1 else None
    if match is None or not is_loopback(match[1].strip("[]")):
        raise RequestRefused(403, "only loopback host names are answered")


def check_site(request: web.Request) -> None:
    """Raise `RequestRefused` 403 where another site sent the request."""
    origins = request.headers.getall("Origin", [])
    own = f"://{request.headers.get('Host', '')}".lower()
    if any(own != f":{origin.lower().partition(':')[2]}" for origin in origins):
        raise RequestRefused(403, "another site sent this request")
    sites = request.headers.getall("Sec-Fetch-Site", [])
    if not _OWN_SITE.issuperset(sites):
        raise RequestRefused(403, "another site sent this request")


def check_content_type(request: web.Request) -> None:
    """Raise `RequestRefused` 415 where a POST, PUT or PATCH does not declare JSON.

    Without a body the content type may be missing or `application/octet-stream`, as
    tools send it. Another site's request without a content type has an `Origin`, which
    `check_site` refuses.
    """
    if request.method not in _WITH_BODY:
        return
    # aiohttp gives a request without a content type the default octet-stream.
    allowed = _JSON if request.body_exists else _JSON_OR_NONE
    if request.content_type not in allowed:
        raise RequestRefused(415, "the content type must be application/json")


def is_loopback(host: str) -> bool:
    """Return whether a host name or address means this machine."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower().removesuffix(".") == "localhost"
