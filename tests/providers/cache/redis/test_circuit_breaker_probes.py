"""No request waits to hear that Redis is still out; an erasure does."""

import asyncio
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any

import pytest
from redis.exceptions import ConnectionError as RedisConnectionError

from providers.cache.redis.circuit_breaker import (
    PROBE_SECONDS,
    PoolSaturated,
    RedisCircuit,
)
from tests.providers.cache.pretended import PretendedServer, unanswered
from tests.providers.cache.world import Clock


async def test_nobody_waits_for_a_probe(
    circuit: RedisCircuit, server: PretendedServer, clock: Clock
) -> None:
    server.error = RedisConnectionError()
    await unanswered(circuit, server)
    server.silent = True
    clock.pass_by(7)
    loop = asyncio.get_running_loop()
    began, turns = loop.time(), await turns_while(unanswered(circuit, server, times=5))
    assert turns < 5, "none of them waited for anything"
    await circuit.aclose()
    assert server.probed == 1
    least = PROBE_SECONDS - 0.001  # the loop counts whole milliseconds
    assert loop.time() - began >= least, "it had its time all the same"
    assert circuit.state() == "down"


async def turns_while(work: Coroutine[Any, Any, None]) -> int:
    """How many turns of the loop `work` takes."""
    task, turns = asyncio.create_task(work), 0
    while not task.done():
        await asyncio.sleep(0)
        turns += 1
    await task
    return turns


async def test_who_would_rather_wait_hears_of_a_redis_that_is_back(
    circuit: RedisCircuit, server: PretendedServer, clock: Clock
) -> None:
    server.error = RedisConnectionError()
    await unanswered(circuit, server)
    await circuit.wait_for_probe()
    assert server.probed == 0, "not so soon"
    clock.pass_by(7)
    server.error, server.refusal = None, None
    await circuit.wait_for_probe()
    assert await circuit.write(server, 1) == "answer"


@pytest.mark.parametrize("error", [PoolSaturated(), asyncio.CancelledError()])
async def test_a_probe_that_was_broken_off_does_not_block_the_next(
    circuit: RedisCircuit, server: PretendedServer, clock: Clock, error: BaseException
) -> None:
    server.error = RedisConnectionError()
    await unanswered(circuit, server)
    clock.pass_by(7)
    server.error = error
    await unanswered(circuit, server, times=1)
    with suppress(asyncio.CancelledError):
        await circuit.aclose()
    server.error = None
    await unanswered(circuit, server, times=1)
    await circuit.aclose()
    assert server.probed == 2
    assert await circuit.read(server, 1) == "answer"
