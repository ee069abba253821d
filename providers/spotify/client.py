"""HTTP client of Spotify's Web API: each call has a time limit and one retry at most.

https://developer.spotify.com/documentation/web-api/concepts/api-calls
"""

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Literal, TypeVar
from urllib.parse import quote_plus

import aiohttp
import msgspec
from aiohttp import ClientHandlerType, ClientRequest, ClientResponse
from aiohttp.http_exceptions import HttpProcessingError
from yarl import URL
from zlib_ng import zlib_ng

from providers.deadline import time_limits
from providers.errors import (
    DeadlineExceeded,
    LinkExpired,
    NotFound,
    NotLinked,
    ProviderError,
    TooSlow,
    Unavailable,
    Unconfirmed,
    Unreadable,
)  # fmt: skip
from providers.listener import Listener
from providers.secret import Secret
from providers.spotify.call_policy import (
    CALLS_AT_ONCE,
    CallPolicy,
    left_for_attempt,
    left_for_calls,
)
from providers.spotify.errors import error_for, is_transient
from providers.spotify.ids import require_id
from providers.turn_telemetry import SpotifyCall


def open_session(
    user_agent: str, *, limit: int = CALLS_AT_ONCE
) -> aiohttp.ClientSession:
    """Return a session without cookies, environment proxies and time-outs of its own.

    - `user_agent`: the header that names the service.
    - `limit`: how many connections are open at most.

    Every call brings its own time limit. Needs a running loop; the caller closes the
    session. From now on aiohttp unpacks gzip with zlib-ng, in the whole process.
    """
    # Measured on a page of 52 kB: 100 µs instead of 158.
    aiohttp.set_zlib_backend(zlib_ng)
    return aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(
            limit=limit, keepalive_timeout=15, ttl_dns_cache=300
        ),
        cookie_jar=aiohttp.DummyCookieJar(),
        headers={"User-Agent": user_agent, "Accept": "application/json"},
        timeout=aiohttp.ClientTimeout(total=None),
        trust_env=False,
        auto_decompress=True,
        raise_for_status=False,
    )


async def without_hidden_retry(
    request: ClientRequest, handler: ClientHandlerType
) -> ClientResponse:
    """Send `request` once; raise `aiohttp.ClientConnectionError` if that fails.

    A client middleware: one attempt is one request on the wire. aiohttp repeats
    idempotent requests by itself after a lost connection, outside every budget and
    record. An error of another class stops that.
    """
    with suppress(aiohttp.ClientOSError, aiohttp.ServerDisconnectedError):
        return await handler(request)
    raise aiohttp.ClientConnectionError


LONGEST_ANSWER = 8 * 1024 * 1024
"""Bytes of a body at most; fifty saved albums with all their tracks are about 2 MB."""

LONGEST_ERROR = 64 * 1024
"""Bytes that are read of an error's body."""

PAGE_SIZE_HOLDS = timedelta(hours=1)
"""How long a page size is remembered that Spotify refused larger ones for."""

WIRE_FAULTS = (
    aiohttp.ClientError,
    HttpProcessingError,
    OSError,  # resets, TLS, DNS
    EOFError,  # half-read streams
    ValueError,  # host names and headers that cannot be encoded
    RuntimeError,  # a session that is being closed
)
"""What aiohttp raises where an exchange fails."""


Query = Mapping[str, str | int]
"""Parameters of a call, not yet encoded."""

NO_QUERY: Query = MappingProxyType({})

ChangeMethod = Literal["POST", "PUT", "DELETE"]
"""The methods that change something."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A change to make: `entity_id` replaces `{id}` in `endpoint`.

    - `body`: becomes JSON; None for a change without a body.
    """

    method: ChangeMethod
    endpoint: str
    entity_id: str | None = field(default=None, repr=False)
    query: Query = field(default_factory=dict, repr=False)
    body: Mapping[str, object] | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class ApiRequest:
    """A call to make.

    - `endpoint`: the path's template, without ids; records and metrics may show it.
    - `url`: the whole URL; contains ids.
    - `body`: JSON; empty for a call without a body.
    """

    method: Literal["GET"] | ChangeMethod
    endpoint: str
    url: URL = field(repr=False)
    body: bytes = field(default=b"", repr=False)


@dataclass(slots=True)
class Attempt:
    """One exchange over HTTP, filled while it happens.

    A time-out therefore still finds what had come by then.

    - `number`: 1 for the first attempt of a call, 2 for the retry.
    - `began`: seconds of the turn's clock; None until the request was handed over.
    - `status`, `headers`, `body`: what came of the answer so far.
    """

    request: ApiRequest
    number: int
    began: float | None = None
    status: int | None = None
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    body: bytearray = field(default_factory=bytearray, repr=False)

    @property
    def refused(self) -> bool:
        """Whether the status alone is a refusal, whatever came of the body."""
        return self.status is not None and self.status >= 300

    @property
    def transient(self) -> bool:
        """Whether the same call may well succeed a moment later (GET only)."""
        if self.request.method != "GET" or self.began is None:
            return False
        if self.status is None or not self.refused:
            return True
        return is_transient(self.request.endpoint, self.status, bytes(self.body))

    async def send(self, session: aiohttp.ClientSession, token: Secret) -> None:
        """Send the request and read the answer.

        Raises one of `WIRE_FAULTS`, or `Unreadable` for a body over `LONGEST_ANSWER`.
        """
        headers = {"Authorization": f"Bearer {token.reveal()}"}
        if self.request.body:
            headers["Content-Type"] = "application/json"
        async with session.request(
            self.request.method,
            self.request.url,
            data=self.request.body or None,
            headers=headers,
            allow_redirects=False,
            middlewares=(without_hidden_retry,),
        ) as response:
            self.status, self.headers = response.status, response.headers
            await self._read(response)

    async def _read(self, response: aiohttp.ClientResponse) -> None:
        longest = LONGEST_ERROR if self.refused else LONGEST_ANSWER
        while chunk := await response.content.readany():
            self.body += chunk
            if len(self.body) > longest:
                if self.refused:
                    return
                raise Unreadable


# What may stand in a header (RFC 6750 §2.1 allows less).
_SENDABLE = re.compile(r"[\x21-\x7e]+")

T = TypeVar("T")


class SpotifyClient:
    """Client of the Web API for many listeners over one session; keeps no listener.

    - `base_url`: the API's root, with the version.
    - `policy`: what all calls of the process share.

    Every method raises `ProviderError`s only, and records each attempt in the
    listener's turn, failed attempts too. The argument `decode` makes a value of an
    answer's body; it raises `Unreadable` for anything else.
    """

    def __init__(
        self, session: aiohttp.ClientSession, base_url: str, *, policy: CallPolicy
    ) -> None:
        self._session = session
        self._base = str(URL(base_url)).rstrip("/")
        self._policy = policy
        # By endpoint: the largest page that was not refused, and until when that holds.
        self._page_sizes: dict[str, tuple[int, datetime]] = {}

    def page_size(self, endpoint: str, wanted: int) -> int:
        """Return `wanted`, or less where Spotify refused larger pages lately."""
        size, until = self._page_sizes.get(endpoint, (wanted, None))
        if until is not None and self._policy.wall_clock() >= until:
            return wanted
        return min(size, wanted)

    def remember_page_size(self, endpoint: str, size: int) -> None:
        """Ask `endpoint` for `size` at most, for an hour."""
        until = self._policy.wall_clock() + PAGE_SIZE_HOLDS
        self._page_sizes[endpoint] = size, until

    async def get(
        self,
        listener: Listener,
        endpoint: str,
        decode: Callable[[bytes], T],
        *,
        entity_id: str | None = None,
        query: Query = NO_QUERY,
    ) -> T:
        """Return the decoded answer of a GET; one retry where it may help and is left.

        `{id}` in `endpoint` is replaced by `entity_id`; raises `NotFound` for an
        impossible id.
        """
        request = ApiRequest("GET", endpoint, self._url(endpoint, entity_id, query))
        first = Attempt(request, 1)
        self._policy.budget.deposit()
        try:
            return await self._run(listener, first, decode)
        except (Unavailable, LinkExpired) as fault:
            if isinstance(fault, Unreadable) or not first.transient:
                raise
            if not listener.turn.take_retry():
                raise
            if not await self._policy.may_retry(listener.deadline):
                raise
        return await self._run(listener, Attempt(request, 2), decode)

    async def change(
        self, listener: Listener, change: Change, decode: Callable[[bytes], T]
    ) -> T:
        """Return the decoded answer of a change, which is sent once only.

        It may take all the time that is left, because no retry comes after it. Raises
        `Unconfirmed` where it was sent and no usable answer came.
        """
        url = self._url(change.endpoint, change.entity_id, change.query)
        body = b"" if change.body is None else msgspec.json.encode(change.body)
        attempt = Attempt(ApiRequest(change.method, change.endpoint, url, body), 1)
        self._policy.budget.deposit()
        try:
            return await self._run(listener, attempt, decode)
        except Unavailable:
            if attempt.began is None:
                raise
        # Raised out here, because the error above holds the request in its traceback.
        raise NotFound if attempt.status == 404 else Unconfirmed

    def _url(self, endpoint: str, entity_id: str | None, query: Query) -> URL:
        path = endpoint
        if entity_id is not None:
            path = endpoint.replace("{id}", require_id(entity_id))
        tail = f"?{_encoded(query)}" if query else ""
        return URL(f"{self._base}{path}{tail}", encoded=True)

    async def _run(
        self, listener: Listener, attempt: Attempt, decode: Callable[[bytes], T]
    ) -> T:
        outcome = "cancelled"
        try:
            await self._exchange(listener, attempt, _token(listener))
            value = await self._judge(attempt, decode)
            outcome = "ok"
        except ProviderError as error:
            outcome = error.reason
            raise
        finally:
            if attempt.began is not None:
                self._policy.count()
                _record(listener, attempt, attempt.began, outcome)
        return value

    async def _exchange(
        self, listener: Listener, attempt: Attempt, token: Secret
    ) -> None:
        fault: ProviderError
        try:
            await self._send(listener, attempt, token)
        except TimeoutError:
            fault = DeadlineExceeded() if attempt.began is None else TooSlow()
        except WIRE_FAULTS as lost:
            lost.with_traceback(None)  # aiohttp keeps some: without our frames, then
            fault = Unavailable()
        else:
            return
        # Raised out here, because aiohttp's own errors hold the request's headers and
        # would hang on as the context of ours.
        try:
            if not attempt.refused:
                raise fault
        finally:
            del fault  # its traceback holds this frame

    async def _send(self, listener: Listener, attempt: Attempt, token: Secret) -> None:
        """Wait for a call slot while there is time, then send within the limit."""
        deadline, slots = listener.deadline, self._policy.call_slots
        endpoint = attempt.request.endpoint
        left_for_calls(deadline)
        await self._policy.check(endpoint)
        crowded = not (listener.call_slots.free and slots.free)
        is_read = attempt.request.method == "GET"
        left = left_for_attempt if is_read else left_for_calls
        seconds = left_for_calls(deadline) if crowded else left(deadline)
        timeout = time_limits.begin(seconds)
        try:
            async with timeout, listener.call_slots, slots:
                if crowded:
                    await self._policy.check(endpoint)
                    time_limits.move(timeout, left(deadline))
                attempt.began = listener.turn.now()
                await attempt.send(self._session, token)
        finally:
            time_limits.end(timeout)
            del timeout  # holds the task whose error's traceback holds this frame

    async def _judge(self, attempt: Attempt, decode: Callable[[bytes], T]) -> T:
        status, body = attempt.status or 0, bytes(attempt.body)
        endpoint = attempt.request.endpoint
        if status == 429:
            raise await self._policy.block_after_429(endpoint, attempt.headers, body)
        if error := error_for(endpoint, status, attempt.headers, body):
            try:
                raise error
            finally:
                del error  # its traceback holds this frame
        return decode(body)


def _encoded(query: Query) -> str:
    """Return what `urlencode` returns, without a quotation of numbers and our names."""
    return "&".join(
        [
            f"{name}={quote_plus(value) if isinstance(value, str) else value}"
            for name, value in query.items()
        ]
    )


def _token(listener: Listener) -> Secret:
    if not listener.token:
        raise NotLinked
    if not _SENDABLE.fullmatch(listener.token.reveal()):
        raise LinkExpired
    return listener.token


def _record(listener: Listener, attempt: Attempt, began: float, outcome: str) -> None:
    endpoint, method = attempt.request.endpoint, attempt.request.method
    number, status, seconds = (
        attempt.number,
        attempt.status,
        listener.turn.now() - began,
    )
    listener.turn.add_call(
        SpotifyCall(endpoint, number, status, outcome, began, seconds, method)
    )
