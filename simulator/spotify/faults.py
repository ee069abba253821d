"""What is to go wrong, where, how often: a list that every call is held against."""

import asyncio
import itertools
import math
import socket
import struct
from collections.abc import Awaitable, Callable, Iterable, Mapping
from fnmatch import fnmatchcase
from random import Random
from typing import Any

import msgspec
from aiohttp import web

from simulator.spotify.broken_responses import QUIRKS
from simulator.spotify.errors import PREPARED_REPLIES, ApiReply

DELAY_FAULTS = frozenset({"delay", "lognormal", "straggle", "hold"})

CONNECTION_FAULTS = frozenset({"hang", "reset"})

BODY_FAULTS = frozenset({"truncate", "short", "drip"})

KINDS = (
    DELAY_FAULTS | CONNECTION_FAULTS | BODY_FAULTS | PREPARED_REPLIES.keys()
    | {"answer", "endless", "quirk"}
)  # fmt: skip


class UnknownFault(ValueError):
    """No fault is called that."""


class Fault(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One way to fail, and which calls it strikes.

    `kind`: a name of `canned.CANNED`; or `answer` (`status`, `body`, `content_type`);
    `delay` (`seconds`), `lognormal` (median `seconds`, `sigma`), `straggle` (`share`
    of the calls takes `seconds` more), `hold` (until released); `hang`, `reset`,
    `truncate`, `short`, `drip` (a few bytes every `seconds`); `endless` pages; or
    `quirk`, a name of `spoiling.SPOILERS`.

    `endpoint` is a pattern over `GET /me/top/{type}` with or without its method;
    `account` and `query` narrow it to calls of that account, with these parameters.
    The first `after` such calls pass, then `times` of them (None: all) are struck,
    each with `probability`.
    """

    kind: str
    endpoint: str = "*"
    account: str | None = None
    query: dict[str, str] = {}
    times: int | None = None
    after: int = 0
    probability: float = 1.0
    seconds: float = 0.1
    sigma: float = 0.5
    share: float = 0.05
    retry_after: int | None = None
    quirk: str = ""
    status: int = 200
    body: str = ""
    content_type: str = "application/json"

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise UnknownFault(f"no fault of this kind; known: {sorted(KINDS)}")
        if self.kind == "quirk" and self.quirk not in QUIRKS:
            raise UnknownFault(f"no such quirk; known: {sorted(QUIRKS)}")

    def matches(
        self, endpoint: str, account: str | None, query: Mapping[str, str]
    ) -> bool:
        _method, _space, path = endpoint.partition(" ")
        return (
            (fnmatchcase(endpoint, self.endpoint) or fnmatchcase(path, self.endpoint))
            and self.account in {None, account}
            and all(query.get(name) == value for name, value in self.query.items())
        )


class ArmedFault:
    """A fault in force, with what it has done so far."""

    __slots__ = ("applied", "fault", "matching_calls")

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        self.matching_calls = 0
        self.applied = 0

    def applies(self, rng: Random) -> bool:
        """Whether this matching call is struck."""
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
        return self.fault.times is not None and self.applied >= self.fault.times


class Faults:
    """Every fault in force; `rng` decides those that are a matter of chance."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self._numbers = itertools.count(1)
        self._armed: dict[int, ArmedFault] = {}
        self._open = asyncio.Event()

    def add(self, kind: str, endpoint: str = "*", **options: Any) -> int:
        """Puts `Fault(kind=…, endpoint=…, **options)` in force; its number."""
        return self.arm(Fault(kind=kind, endpoint=endpoint, **options))

    def arm(self, fault: Fault) -> int:
        number = next(self._numbers)
        self._armed[number] = ArmedFault(fault)
        return number

    def remove(self, number: int) -> bool:
        """Whether it was in force until now."""
        return self._armed.pop(number, None) is not None

    def clear(self) -> None:
        """Takes every fault out of force and lets held calls go on."""
        self._armed.clear()
        self.release()

    def release(self) -> None:
        """Lets every held call go on, and holds no more."""
        self._armed = {n: a for n, a in self._armed.items() if a.fault.kind != "hold"}
        self._open.set()
        self._open = asyncio.Event()

    async def wait_for_release(self) -> None:
        """Waits for the next release."""
        await self._open.wait()

    def applied(self, number: int) -> int:
        """How many calls a fault has struck so far; 0 for one that is gone."""
        armed = self._armed.get(number)
        return armed.applied if armed else 0

    def as_json(self) -> list[dict[str, Any]]:
        """Each with its `id` and how many calls it has `struck`, JSON-able."""
        return [
            {"id": number, "struck": a.applied, **msgspec.structs.asdict(a.fault)}
            for number, a in self._armed.items()
        ]

    def applying_to(
        self, endpoint: str, account: str | None, query: Mapping[str, str]
    ) -> list[Fault]:
        """The faults that strike this call, oldest first."""
        if not self._armed:
            return []
        return [
            armed.fault
            for armed in self._armed.values()
            if armed.fault.matches(endpoint, account, query) and armed.applies(self.rng)
        ]


# FOLDED How a fault is felt on the wire: late, broken off, or in another's words.

Sleep = Callable[[float], Awaitable[None]]

DRIP_PIECES = 20  # pieces of a dripping body


def delay_seconds(fault: Fault, rng: Random) -> float:
    """By how much a fault delays this one call."""
    match fault.kind:
        case "delay":
            return fault.seconds
        case "lognormal":
            return rng.lognormvariate(math.log(fault.seconds), fault.sigma)
        case "straggle" if rng.random() < fault.share:
            return fault.seconds
    return 0.0


async def delay(
    applied: Iterable[Fault], rng: Random, sleep: Sleep = asyncio.sleep
) -> None:
    """Waits for all delays together."""
    seconds = sum(delay_seconds(f, rng) for f in applied if f.kind in DELAY_FAULTS)
    if seconds > 0:
        await sleep(seconds)


def prepared_reply(fault: Fault) -> ApiReply | None:
    """The whole answer of a fault that has one."""
    if fault.kind == "answer":
        return ApiReply(fault.status, fault.body.encode(), fault.content_type)
    reply = PREPARED_REPLIES.get(fault.kind)
    if reply is None or fault.retry_after is None:
        return reply
    headers = {"Retry-After": str(fault.retry_after)}
    return ApiReply(reply.status, reply.body, reply.content_type, headers)


def web_response(reply: ApiReply) -> web.Response:
    headers = {"Content-Type": reply.content_type, **reply.headers}
    if reply.status == 204:
        del headers["Content-Type"]
    return web.Response(status=reply.status, body=reply.body, headers=headers)


def reset_connection(request: web.Request) -> web.Response:
    """Breaks the connection off with a TCP reset; nothing is answered."""
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
    """`short` ends in the middle and says so; `truncate` promised more; `drip` comes
    whole, in pieces."""
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
