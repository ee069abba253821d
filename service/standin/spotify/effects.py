"""How a fault is felt on the wire: late, broken off, or in another's words."""

import asyncio
import math
import socket
import struct
from collections.abc import Awaitable, Callable, Iterable
from random import Random

from aiohttp import web

from service.standin.spotify.canned import CANNED, Reply
from service.standin.spotify.faults import DELAYS, Fault

Sleep = Callable[[float], Awaitable[None]]
DRIPS = 20  # pieces of a dripping body


def seconds_late(fault: Fault, rng: Random) -> float:
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
    struck: Iterable[Fault], rng: Random, sleep: Sleep = asyncio.sleep
) -> None:
    """Waits for all delays together."""
    late = sum(seconds_late(f, rng) for f in struck if f.kind in DELAYS)
    if late > 0:
        await sleep(late)


def canned(fault: Fault) -> Reply | None:
    """The whole answer of a fault that has one."""
    if fault.kind == "answer":
        return Reply(fault.status, fault.body.encode(), fault.content_type)
    reply = CANNED.get(fault.kind)
    if reply is None or fault.retry_after is None:
        return reply
    headers = {"Retry-After": str(fault.retry_after)}
    return Reply(reply.status, reply.body, reply.content_type, headers)


def plain(reply: Reply) -> web.Response:
    headers = {"Content-Type": reply.content_type, **reply.headers}
    if reply.status == 204:
        del headers["Content-Type"]
    return web.Response(status=reply.status, body=reply.body, headers=headers)


def reset(request: web.Request) -> web.Response:
    """Breaks the connection off with a TCP reset; nothing is answered."""
    if (transport := request.transport) is not None:
        linger = struct.pack("ii", 1, 0)  # on, for no time at all: RST instead of FIN
        connection = transport.get_extra_info("socket")
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        transport.abort()
    return web.Response()


def _shortened(reply: Reply) -> Reply:
    half = reply.body[: len(reply.body) // 2]
    return Reply(reply.status, half, reply.content_type, reply.headers)


async def mangled(
    fault: Fault, reply: Reply, request: web.Request, sleep: Sleep = asyncio.sleep
) -> web.StreamResponse:
    """`short` ends in the middle and says so; `truncate` promised more; `drip` comes
    whole, in pieces."""
    if fault.kind == "short":
        return plain(_shortened(reply))
    response = web.StreamResponse(status=reply.status, headers=dict(reply.headers))
    response.headers["Content-Type"] = reply.content_type
    response.content_length = len(reply.body)
    await response.prepare(request)
    if fault.kind == "truncate":
        response.force_close()
        await response.write(_shortened(reply).body)
        return response
    piece = max(1, -(-len(reply.body) // DRIPS))
    for start in range(0, len(reply.body), piece):
        await response.write(reply.body[start : start + piece])
        await sleep(fault.seconds)
    return response
