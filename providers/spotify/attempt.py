"""One exchange over HTTP: what went out, and as much as came back of the answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

import aiohttp
from aiohttp.http_exceptions import HttpProcessingError
from yarl import URL

from providers.errors import Unreadable
from providers.secret import Secret
from providers.spotify.session import sent_once
from providers.spotify.verdict import RETRIED

# Fifty saved albums with all their tracks are about 2 MB at worst.
LONGEST_ANSWER = 8 * 1024 * 1024
LONGEST_REFUSAL = 64 * 1024

WIRE_FAULTS = (
    aiohttp.ClientError,
    HttpProcessingError,
    OSError,  # resets, TLS, DNS
    EOFError,  # half-read streams
    ValueError,  # host names and headers that cannot be encoded
    RuntimeError,  # a session that is being closed
)


@dataclass(frozen=True, slots=True)
class Order:
    """A call to make; `endpoint` is the template that records and metrics may show."""

    method: Literal["GET", "POST"]
    endpoint: str
    url: URL = field(repr=False)
    body: bytes | None = field(default=None, repr=False)


@dataclass(slots=True)
class Attempt:
    """Filled while it happens, so that a time-out still finds what was there.

    `began` is None until the request was handed to the session.
    """

    order: Order
    number: int
    began: float | None = None
    status: int | None = None
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    body: bytearray = field(default_factory=bytearray, repr=False)

    @property
    def refused(self) -> bool:
        """Whether the status alone already says no, whatever came of the body."""
        return self.status is not None and self.status >= 300

    @property
    def passing(self) -> bool:
        """Whether the same call may well succeed a moment later."""
        safe = self.order.method == "GET"
        return safe and (not self.refused or self.status in RETRIED)

    async def send(self, session: aiohttp.ClientSession, token: Secret) -> None:
        """Raises `WIRE_FAULTS`, and `Unreadable` for an answer beyond all measure."""
        headers = {"Authorization": f"Bearer {token.reveal()}"}
        if self.order.body is not None:
            headers["Content-Type"] = "application/json"
        async with session.request(
            self.order.method,
            self.order.url,
            data=self.order.body,
            headers=headers,
            allow_redirects=False,
            middlewares=(sent_once,),
        ) as response:
            self.status, self.headers = response.status, response.headers
            await self._read(response)

    async def _read(self, response: aiohttp.ClientResponse) -> None:
        most = LONGEST_REFUSAL if self.refused else LONGEST_ANSWER
        async for chunk in response.content.iter_any():
            self.body += chunk
            if len(self.body) > most:
                if self.refused:
                    return
                raise Unreadable
