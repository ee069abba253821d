"""Fault injection: which API calls fail, how, and how often."""

import asyncio
import itertools
import math
import socket
import struct
from collections.abc import Awaitable, Callable, Iterable, Mapping
from fnmatch import fnmatchcase
from random import Random
from types import MappingProxyType
from typing import Annotated, Any

import msgspec
from aiohttp import web

from simulator.spotify.broken_responses import QUIRKS
from simulator.spotify.errors import PREPARED_REPLIES, ApiReply

DELAY_FAULTS = frozenset({"delay", "lognormal", "straggle", "hold"})

CONNECTION_FAULTS = frozenset({"hang", "reset"})

BODY_FAULTS = frozenset({"truncate", "short", "drip"})

PARAMETER_FAULTS: Mapping[str, str] = MappingProxyType(
    {"limit_ignored": "limit", "offset_ignored": "offset"}
)
"""The query parameter that each of these faults makes Spotify ignore."""

KINDS = (
    DELAY_FAULTS | CONNECTION_FAULTS | BODY_FAULTS | PREPARED_REPLIES.keys()
    | PARAMETER_FAULTS.keys() | {"answer", "endless", "limit_refused", "quirk"}
)  # fmt: skip


# Bounds of what the control endpoints accept: beyond them a fault would break the fake
# Spotify itself, not its answers.
Count = Annotated[int, msgspec.Meta(ge=0, le=10**9)]
Share = Annotated[float, msgspec.Meta(ge=0, le=1)]
Seconds = Annotated[float, msgspec.Meta(ge=0, le=86_400)]
Status = Annotated[int, msgspec.Meta(ge=200, le=599)]
ContentType = Annotated[str, msgspec.Meta(pattern=r"^[ -~]*$", max_length=200)]


class UnknownFault(ValueError):
    """No fault or quirk has this name."""


class Fault(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One way to fail, and the calls that fail this way.

    kind: a name of `errors.PREPARED_REPLIES`; or `answer` (`status`, `body`,
        `content_type`); `delay` (`seconds`), `lognormal` (median `seconds`, `sigma`),
        `straggle` (a `share` of the calls takes `seconds` more), `hold` (until
        released); `hang`, `reset`, `truncate`, `short`, `drip` (a few bytes every
        `seconds`); `endless` pages; `limit_ignored`, `offset_ignored`;
        `limit_refused` (400 where the limit is above `largest`); or `quirk`.
    quirk: a name of `broken_responses.QUIRKS`, for the kind `quirk`.
    endpoint: a pattern (`*`, `?`) over `GET /me/top/{type}`, the method optional.
    account: only calls of this account; None: of every account.
    query: only calls with these query parameters.
    after: how many matching calls pass first.
    times: how many calls fail after these; None: all.
    probability: of each such call to fail, 0 to 1.
    retry_after: the seconds in `Retry-After`; None: no such header.
    """

    kind: str
    endpoint: str = "*"
    account: str | None = None
    query: dict[str, str] = {}
    times: Count | None = None
    after: Count = 0
    probability: Share = 1.0
    seconds: Seconds = 0.1
    sigma: Annotated[float, msgspec.Meta(ge=0, le=10)] = 0.5
    share: Share = 0.05
    retry_after: Annotated[int, msgspec.Meta(ge=-(10**12), le=10**12)] | None = None
    quirk: str = ""
    largest: Count = 20
    status: Status = 200
    body: str = ""
    content_type: ContentType = "application/json"

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise UnknownFault(f"no fault of this kind; known: {sorted(KINDS)}")
        if self.kind == "quirk" and self.quirk not in QUIRKS:
            raise UnknownFault(f"no such quirk; known: {sorted(QUIRKS)}")

    def matches(
        self, endpoint: str, account: str | None, query: Mapping[str, str]
    ) -> bool:
        """Return whether the fault is meant for this call."""
        _method, _space, path = endpoint.partition(" ")
        return (
            (fnmatchcase(endpoint, self.endpoint) or fnmatchcase(path, self.endpoint))
            and self.account in {None, account}
            and all(query.get(name) == value for name, value in self.query.items())
        )


class ArmedFault:
    """A fault in force.

    fault: the fault.
    matching_calls: how many calls it was meant for so far.
    applied: how many of these it made fail.
    """

    __slots__ = ("applied", "fault", "matching_calls")

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        self.matching_calls = 0
        self.applied = 0

    def applies(self, rng: Random) -> bool:
        """Count a matching call; return whether the fault makes this call fail."""
        self.matching_calls += 1
        fault = self.fault
        if self.matching_calls <= fault.after or self.spent:
            return False
        if fault.probability < 1.0 and rng.random() >= fault.probability:
            return False
        self.applied += 1
        return True

    @property
    def spent(self) -> bool:
        """Whether the fault has failed as many calls as its `times` allows."""
        return self.fault.times is not None and self.applied >= self.fault.times


class Faults:
    """All faults in force; `rng` decides where a fault has a probability."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self._numbers = itertools.count(1)
        self._armed: dict[int, ArmedFault] = {}
        self._open = asyncio.Event()

    def add(self, kind: str, endpoint: str = "*", **options: Any) -> int:
        """Put `Fault(kind=…, endpoint=…, **options)` in force; return its number."""
        return self.arm(Fault(kind=kind, endpoint=endpoint, **options))

    def arm(self, fault: Fault) -> int:
        """Put a fault in force; return its number."""
        number = next(self._numbers)
        self._armed[number] = ArmedFault(fault)
        return number

    def remove(self, number: int) -> bool:
        """Take a fault out of force; return whether it was in force."""
        return self._armed.pop(number, None) is not None

    def clear(self) -> None:
        """Take all faults out of force and let held calls go on."""
        self._armed.clear()
        self.release()

    def release(self) -> None:
        """Let all held calls go on, and take the `hold` faults out of force."""
        self._armed = {n: a for n, a in self._armed.items() if a.fault.kind != "hold"}
        self._open.set()
        self._open = asyncio.Event()

    async def wait_for_release(self) -> None:
        """Wait for the next `release`."""
        await self._open.wait()

    def applied(self, number: int) -> int:
        """Return how many calls a fault made fail; 0 for one that is not in force."""
        armed = self._armed.get(number)
        return armed.applied if armed else 0

    def as_json(self) -> list[dict[str, Any]]:
        """Return each fault's fields, its `id` and how many calls it has `struck`."""
        return [
            {"id": number, "struck": a.applied, **msgspec.structs.asdict(a.fault)}
            for number, a in self._armed.items()
        ]

    def applying_to(
        self, endpoint: str, account: str | None, query: Mapping[str, str]
    ) -> list[Fault]:
        """Count this call at each matching fault; return the faults that make it fail.

        The oldest fault comes first.
        """
        if not self._armed:
            return []
        return [
            armed.fault
            for armed in self._armed.values()
            if armed.fault.matches(endpoint, account, query) and armed.applies(self.rng)
        ]


Sleep = Callable[[float], Awaitable[None]]

DRIP_PIECES = 20  # pieces of a dripping body


def delay_seconds(fault: Fault, rng: Random) -> float:
    """Return by how many seconds a fault delays one call."""
    match fault.kind:
        case "delay":
            return fault.seconds
        case "lognormal" if fault.seconds > 0:
            return rng.lognormvariate(math.log(fault.seconds), fault.sigma)
        case "straggle" if rng.random() < fault.share:
            return fault.seconds
    return 0.0


async def delay(
    applied: Iterable[Fault], rng: Random, sleep: Sleep = asyncio.sleep
) -> None:
    """Wait as long as all delays together."""
    seconds = sum(delay_seconds(f, rng) for f in applied if f.kind in DELAY_FAULTS)
    if seconds > 0:
        await sleep(seconds)


def prepared_reply(fault: Fault) -> ApiReply | None:
    """Return the reply that a fault answers with; None for a fault without one."""
    if fault.kind == "answer":
        return ApiReply(fault.status, fault.body.encode(), fault.content_type)
    reply = PREPARED_REPLIES.get(fault.kind)
    if reply is None or fault.retry_after is None:
        return reply
    headers = {"Retry-After": str(fault.retry_after)}
    return ApiReply(reply.status, reply.body, reply.content_type, headers)


def web_response(reply: ApiReply) -> web.Response:
    """Return the reply as aiohttp's response."""
    headers = {"Content-Type": reply.content_type, **reply.headers}
    if reply.status == 204:
        del headers["Content-Type"]
    return web.Response(status=reply.status, body=reply.body, headers=headers)


def reset_connection(request: web.Request) -> web.Response:
    """Break the connection off with a TCP reset; nothing is answered."""
    if (transport := request.transport) is not None:
        linger = struct.pack("ii", 1, 0)  # on, for no time at all: RST instead of FIN
        connection = transport.get_extra_info("socket")
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        transport.abort()
    return web.Response()


def _shortened(reply: ApiReply) -> ApiReply:
    half = reply.body[: len(reply.body) // 2]
    return ApiReply(reply.status, half, reply.content_type, reply.headers)


async def send_damaged(
    fault: Fault, reply: ApiReply, request: web.Request, sleep: Sleep = asyncio.sleep
) -> web.StreamResponse:
    """Send the reply with a damaged body, and return the response.

    `short` sends half of the body with the right length of that half; `truncate`
    sends half and closes, with the whole length announced; `drip` sends the whole
    body in pieces, one every `seconds`.
    """
    if fault.kind == "short":
        return web_response(_shortened(reply))
    response = web.StreamResponse(status=reply.status, headers=dict(reply.headers))
    response.headers["Content-Type"] = reply.content_type
    response.content_length = len(reply.body)
    await response.prepare(request)
    if fault.kind == "truncate":
        response.force_close()
        await response.write(_shortened(reply).body)
        return response
    piece = max(1, -(-len(reply.body) // DRIP_PIECES))
    for start in range(0, len(reply.body), piece):
        await response.write(reply.body[start : start + piece])
        await sleep(fault.seconds)
    return response
