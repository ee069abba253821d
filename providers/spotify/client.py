"""One call of the Web API: bounded, counted, judged, repeated at most once."""

import asyncio
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Literal, TypeVar
from urllib.parse import urlencode

import aiohttp
import msgspec
from yarl import URL

from providers.errors import (
    DeadlineExceeded,
    LinkExpired,
    NotLinked,
    ProviderError,
    TooSlow,
    Unavailable,
    Unreadable,
)  # fmt: skip
from providers.listener import Listener
from providers.secret import Secret
from providers.spotify.attempt import WIRE_FAULTS, Attempt, Order
from providers.spotify.identifiers import checked
from providers.spotify.limits import left_for_attempt, left_for_calls
from providers.spotify.restraint import Restraint
from providers.spotify.verdict import verdict
from providers.turn import Call

# What may stand in a header (RFC 6750 §2.1 allows less).
_SENDABLE = re.compile(r"[\x21-\x7e]+")

T = TypeVar("T")
Query = Mapping[str, str | int]
NO_QUERY: Query = MappingProxyType({})


class SpotifyClient:
    """Calls for many listeners over one session; keeps nothing of any of them.

    Every method raises `ProviderError`s only, and records each attempt, the failed
    ones too, in the listener's turn. `read` makes a value of an answer's body; it
    raises `Unreadable` for anything else.
    """

    def __init__(
        self, session: aiohttp.ClientSession, base_url: str, *, restraint: Restraint
    ) -> None:
        self._session = session
        self._base = str(URL(base_url)).rstrip("/")
        self._restraint = restraint

    async def get(
        self,
        listener: Listener,
        endpoint: str,
        read: Callable[[bytes], T],
        *,
        of: str | None = None,
        query: Query = NO_QUERY,
    ) -> T:
        """GETs `endpoint`, `{id}` in it filled with `of`; one retry where it helps."""
        order = self._order("GET", endpoint, of, query)
        first = Attempt(order, 1)
        self._restraint.budget.earn()
        try:
            return await self._run(listener, first, read)
        except Unavailable as fault:
            if isinstance(fault, Unreadable) or not first.passing:
                raise
            if not await self._restraint.may_repeat(listener.deadline):
                raise
        return await self._run(listener, Attempt(order, 2), read)

    async def post(
        self,
        listener: Listener,
        endpoint: str,
        read: Callable[[bytes], T],
        *,
        of: str | None = None,
        body: Mapping[str, object],
    ) -> T:
        """POSTs JSON, once: nobody knows whether a lost answer was a lost request."""
        order = self._order("POST", endpoint, of, NO_QUERY, msgspec.json.encode(body))
        self._restraint.budget.earn()
        return await self._run(listener, Attempt(order, 1), read)

    def _order(
        self,
        method: Literal["GET", "POST"],
        endpoint: str,
        of: str | None,
        query: Query,
        body: bytes | None = None,
    ) -> Order:
        path = endpoint if of is None else endpoint.replace("{id}", checked(of))
        tail = f"?{urlencode(query)}" if query else ""
        url = URL(f"{self._base}{path}{tail}", encoded=True)
        return Order(method, endpoint, url, body)

    async def _run(
        self, listener: Listener, attempt: Attempt, read: Callable[[bytes], T]
    ) -> T:
        outcome = "cancelled"
        try:
            await self._exchange(listener, attempt, _token(listener))
            value = await self._judge(attempt, read)
            outcome = "ok"
        except ProviderError as error:
            outcome = error.reason
            raise
        finally:
            _record(listener, attempt, outcome)
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
        """Waits for a lane as long as there is time, then sends within the limit."""
        deadline, lanes = listener.deadline, self._restraint.lanes
        left_for_calls(deadline)
        await self._restraint.check()
        crowded = listener.lanes.locked() or lanes.locked()
        patience = left_for_calls(deadline) if crowded else left_for_attempt(deadline)
        async with asyncio.timeout(patience) as timer, listener.lanes, lanes:
            if crowded:
                await self._restraint.check()
                limit = asyncio.get_running_loop().time() + left_for_attempt(deadline)
                timer.reschedule(limit)
            del timer  # it holds the task whose error's traceback holds this frame
            attempt.began = listener.turn.now()
            await attempt.send(self._session, token)

    async def _judge(self, attempt: Attempt, read: Callable[[bytes], T]) -> T:
        status, body = attempt.status or 0, bytes(attempt.body)
        if status == 429:
            raise await self._restraint.stop(attempt.headers, body)
        if error := verdict(status, attempt.headers, body):
            try:
                raise error
            finally:
                del error  # its traceback holds this frame
        return read(body)


def _token(listener: Listener) -> Secret:
    if not listener.token:
        raise NotLinked
    if not _SENDABLE.fullmatch(listener.token.reveal()):
        raise LinkExpired
    return listener.token


def _record(listener: Listener, attempt: Attempt, outcome: str) -> None:
    if attempt.began is None:
        return
    seconds = listener.turn.now() - attempt.began
    listener.turn.called(
        Call(
            attempt.order.endpoint,
            attempt.number,
            attempt.status,
            outcome,
            attempt.began,
            seconds,
        )
    )
