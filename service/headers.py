"""The headers of every response: nothing to guess, to keep or to embed."""

from collections.abc import Mapping

from aiohttp import hdrs, web

# https://owasp.org/www-project-secure-headers/ as far as it concerns JSON and text.
HEADERS: Mapping[str, str] = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
}
ONLY_HTTPS = "max-age=31536000"


def add_headers(app: web.Application, public_url: str | None) -> None:
    """Sets `HEADERS` on whatever the application answers, its own refusals too.

    What a handler sets itself stays. The server's name and version are nobody's
    business.
    """
    fixed = dict(HEADERS)
    if public_url and public_url.startswith("https:"):
        fixed[hdrs.STRICT_TRANSPORT_SECURITY] = ONLY_HTTPS

    async def harden(_: web.Request, response: web.StreamResponse) -> None:
        headers = response.headers
        headers.popall(hdrs.SERVER, None)
        headers.update(fixed)
        headers.setdefault(hdrs.CACHE_CONTROL, "no-store")
        headers.setdefault("Content-Security-Policy", "default-src 'none'")

    app.on_response_prepare.append(harden)
