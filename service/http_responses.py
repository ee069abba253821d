"""HTTP responses: the headers that every response has, and a response in one piece."""

from collections.abc import Mapping
from http import HTTPStatus

from aiohttp import hdrs, web
from aiohttp.abc import AbstractStreamWriter
from aiohttp.helpers import rfc822_formatted_time

# https://owasp.org/www-project-secure-headers/ as far as it concerns JSON and text.
SECURITY_HEADERS: Mapping[str, str] = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
}

# Headers of a response that does not set them itself.
DEFAULT_HEADERS: Mapping[str, str] = {
    hdrs.CACHE_CONTROL: "no-store",
    "Content-Security-Policy": "default-src 'none'",
}

ONLY_HTTPS = "max-age=31536000"

JSON = "application/json"

TEXT = "text/plain; charset=utf-8"


def security_headers(public_url: str | None) -> dict[str, str]:
    """Return the headers of every response; https adds `Strict-Transport-Security`."""
    headers = dict(SECURITY_HEADERS)
    if public_url and public_url.startswith("https:"):
        headers[hdrs.STRICT_TRANSPORT_SECURITY] = ONLY_HTTPS
    return headers


def add_headers(app: web.Application, public_url: str | None) -> None:
    """Set the security headers on each response of the application.

    A header that a handler sets itself stays. `Server` is removed: name and version of
    the software would help attackers only.
    """
    headers = security_headers(public_url)

    async def set_security_headers(
        _: web.Request, response: web.StreamResponse
    ) -> None:
        response.headers.popall(hdrs.SERVER, None)
        response.headers.update(headers)
        for name, value in DEFAULT_HEADERS.items():
            response.headers.setdefault(name, value)

    app.on_response_prepare.append(set_security_headers)


class BareResponse(web.Response):
    """A response of the connection itself, to bytes that are no HTTP or after a fault.

    It has no body, and says neither name nor version of the server software.
    """

    def __init__(self, status: int) -> None:
        super().__init__(status=status, headers={**SECURITY_HEADERS, **DEFAULT_HEADERS})

    async def _prepare_headers(self) -> None:
        await super()._prepare_headers()
        self.headers.popall(hdrs.SERVER, None)


class ResponseHeads:
    """Make responses whose heads are the same bytes each time but for length and date.

    public_url: see `security_headers`.
    """

    def __init__(self, public_url: str | None = None) -> None:
        self._common = {**security_headers(public_url), **DEFAULT_HEADERS}
        self._heads: dict[tuple[int, str], bytes] = {}

    def response(
        self, status: int, body: bytes, content_type: str = JSON
    ) -> "WholeResponse":
        """Return a response with `body`; 429 adds `Retry-After`."""
        head = self._heads.get((status, content_type))
        if head is None:
            head = self._heads[status, content_type] = self._head(status, content_type)
        return WholeResponse(status, head, body)

    def _head(self, status: int, content_type: str) -> bytes:
        headers = {hdrs.CONTENT_TYPE: content_type, **self._common}
        if status == HTTPStatus.TOO_MANY_REQUESTS:
            headers[hdrs.RETRY_AFTER] = "1"
        lines = (f"{name}: {value}\r\n" for name, value in headers.items())
        return f"{status} {HTTPStatus(status).phrase}\r\n{''.join(lines)}".encode()


class WholeResponse(web.StreamResponse):
    """A response whose head and body are written in one piece.

    The signals of an application do not see it. Measured: a request with such a
    response costs a third less than one with a `web.Response`.
    """

    def __init__(self, status: int, head: bytes, body: bytes) -> None:
        """`head` has the status and all header lines that are always the same."""
        super().__init__(status=status)
        self._head, self._whole_body = head, body
        self._persistent = False

    @property
    def keep_alive(self) -> bool:
        """Return whether the connection stays open after this response."""
        return self._persistent

    async def prepare(self, request: web.BaseRequest) -> AbstractStreamWriter:
        """Write everything; wait while the client reads too slowly."""
        version = request.version
        self._persistent = request.keep_alive and self._keep_alive is not False
        connection = b""
        if not self._persistent and version >= (1, 1):
            connection = b"Connection: close\r\n"
        elif self._persistent and version == (1, 0):
            connection = b"Connection: keep-alive\r\n"
        writer = request.writer
        await writer.write(
            b"HTTP/%d.%d %bContent-Length: %d\r\nDate: %b\r\n%b\r\n%b"
            % (
                *version,
                self._head,
                len(self._whole_body),
                rfc822_formatted_time().encode(),
                connection,
                self._whole_body,
            )
        )
        await writer.drain()
        return writer

    async def write_eof(self, data: bytes = b"") -> None:
        """Do nothing: `prepare` has written everything."""
