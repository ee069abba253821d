"""The HTTP session of production, and the rule that no call is repeated unseen."""

from contextlib import suppress

import aiohttp
from aiohttp import ClientHandlerType, ClientRequest, ClientResponse

# Many listeners at once, yet no flood: with answers of 80 ms this is 3,200 calls a
# second, more than one core can decode.
CALLS_AT_ONCE = 256


def open_session(
    user_agent: str, *, limit: int = CALLS_AT_ONCE
) -> aiohttp.ClientSession:
    """A session without cookies, proxies from the environment or time-outs of its own.

    Every call brings its own limit. Needs a running loop; the caller closes it.
    """
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


async def sent_once(
    request: ClientRequest, handler: ClientHandlerType
) -> ClientResponse:
    """A client middleware: one request on the wire for one attempt of ours.

    aiohttp repeats idempotent requests by itself after a lost connection, outside
    every budget and record; under another class it leaves the fault to us.
    """
    with suppress(aiohttp.ClientOSError, aiohttp.ServerDisconnectedError):
        return await handler(request)
    raise aiohttp.ClientConnectionError
