"""The gate bounds, breaks off and tells once."""

import asyncio
import time

import pytest
from redis.exceptions import ConnectionError as RedisConnectionError
from redis.exceptions import OutOfMemoryError
from redis.exceptions import TimeoutError as RedisTimeoutError

from providers.cache.redis.circuit_breaker import (
    SLOW_TURN,
    PoolSaturated,
    RedisCircuit,
    RedisUnavailable,
)
from tests.providers.cache.pretended import PretendedServer, refused, unanswered
from tests.providers.cache.world import Clock


async def test_answers_come_through(
    gate: RedisCircuit, server: PretendedServer
) -> None:
    assert await gate.read(server, 1) == "answer"
    assert await gate.write(server, 1) == "answer"
    assert gate.state() == "up"


async def test_an_outage_is_told_once_and_its_end_once(
    gate: RedisCircuit,
    server: PretendedServer,
    clock: Clock,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level("INFO")
    server.error = RedisConnectionError("redis://user:password@host is out")
    await unanswered(gate, server, times=9)
    assert (server.asked, gate.failures, gate.state()) == (3, 3, "down")
    await refused(gate, server)
    assert server.asked == 3, "writes are not tried either"
    for error in (server.error, None):
        server.error = error
        clock.pass_by(7)
        await unanswered(gate, server)
        await gate.aclose()
    assert (server.asked, server.probed) == (3, 2)
    assert await gate.write(server, 1) == "answer"
    assert gate.state() == "up"
    assert [(record.levelname, record.getMessage()) for record in caplog.records] == [
        ("WARNING", "redis is out: ConnectionError"),
        ("INFO", "redis is back"),
    ]


async def test_refused_writes_leave_the_reads(
    gate: RedisCircuit,
    server: PretendedServer,
    clock: Clock,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level("INFO")
    server.error = OutOfMemoryError("command not allowed")
    await refused(gate, server, times=5)
    assert (server.asked, gate.state()) == (3, "read_only")
    server.error, server.refusal = None, OutOfMemoryError("still")
    assert await gate.read(server, 1) == "answer"
    for refusal in (server.refusal, None):
        server.refusal = refusal
        clock.pass_by(7)
        await refused(gate, server, times=5)
        await gate.aclose()
    assert (server.asked, server.probed) == (4, 2)
    assert await gate.write(server, 1) == "answer"
    assert gate.state() == "up"
    assert [record.getMessage() for record in caplog.records] == [
        "redis refuses writes: OutOfMemoryError",
        "redis takes writes again",
    ]


@pytest.mark.parametrize("error", [TypeError(), IndexError(), OSError(), EOFError()])
async def test_whatever_a_broken_stream_raises_is_an_outage(
    gate: RedisCircuit, server: PretendedServer, error: Exception
) -> None:
    server.error = error
    await unanswered(gate, server)
    assert gate.state() == "down"


async def test_slow_answers_are_none(gate: RedisCircuit) -> None:
    async def hang() -> None:
        await asyncio.Event().wait()

    for _ in range(3):
        with pytest.raises(RedisUnavailable):
            await gate.read(hang, 0.001)
    assert gate.state() == "down"


async def test_a_crowd_of_our_own_is_no_outage(
    gate: RedisCircuit, server: PretendedServer
) -> None:
    server.error = PoolSaturated()
    await unanswered(gate, server, times=5)
    await refused(gate, server, times=5)
    assert (server.asked, gate.failures, gate.state()) == (10, 10, "up")


async def test_slow_answers_beside_others_are_our_own_crowd(
    gate: RedisCircuit, server: PretendedServer
) -> None:
    async def hang() -> None:
        await gate.read(server, 1)
        raise RedisTimeoutError

    for _ in range(5):
        with pytest.raises(RedisUnavailable):
            await gate.read(hang, 1)
    assert gate.state() == "up"


async def test_slow_answers_in_a_slow_loop_are_our_own_crowd(
    gate: RedisCircuit,
) -> None:
    async def hang() -> None:
        loop = asyncio.get_running_loop()
        loop.call_soon(time.sleep, 2 * SLOW_TURN)  # what too many requests do
        raise RedisTimeoutError

    for _ in range(3):
        with pytest.raises(RedisUnavailable):
            await gate.read(hang, 1)
    assert gate.state() == "up"


async def test_writes_that_hang_beside_reads_that_do_not(
    gate: RedisCircuit,
    server: PretendedServer,
    clock: Clock,
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def hang() -> None:
        raise RedisTimeoutError

    caplog.set_level("INFO")
    for _ in range(3):
        assert await gate.read(server, 1) == "answer"
        with pytest.raises(RedisUnavailable):
            await gate.write(hang, 1)
    assert gate.state() == "read_only"
    clock.pass_by(7)
    await refused(gate, server)
    await gate.aclose()
    assert await gate.write(server, 1) == "answer"
    assert [record.getMessage() for record in caplog.records] == [
        "redis refuses writes: TimeoutError",
        "redis takes writes again",
    ]


async def test_where_nothing_is_answered_that_is_all_there_is_to_tell(
    gate: RedisCircuit, server: PretendedServer, caplog: pytest.LogCaptureFixture
) -> None:
    server.error = RedisTimeoutError()
    await refused(gate, server, times=5)
    assert gate.state() == "down"
    assert [record.getMessage() for record in caplog.records] == [
        "redis is out: TimeoutError"
    ]


async def test_broken_connections_say_nothing_of_writes(
    gate: RedisCircuit, server: PretendedServer
) -> None:
    for _ in range(5):
        server.error = RedisConnectionError()
        await refused(gate, server, times=2)
        server.error = None
        assert await gate.read(server, 1) == "answer"
    assert gate.state() == "up"
