"""The circuit breaker bounds commands, stops them after failures and logs once."""

import asyncio
import time

import pytest
from redis.exceptions import ConnectionError as RedisConnectionError
from redis.exceptions import OutOfMemoryError
from redis.exceptions import TimeoutError as RedisTimeoutError

from providers.cache.redis.circuit_breaker import (
    ROUND_TRIPS_KEPT,
    SLOW_TURN,
    PoolSaturated,
    RedisCircuit,
    RedisUnavailable,
)
from tests.providers.cache.pretended import PretendedServer, refused, unanswered
from tests.providers.cache.world import Clock


async def test_answers_come_through(
    circuit: RedisCircuit, server: PretendedServer
) -> None:
    assert await circuit.read(server, 1) == "answer"
    assert await circuit.write(server, 1) == "answer"
    assert circuit.state() == "up"


async def test_an_outage_is_told_once_and_its_end_once(
    circuit: RedisCircuit,
    server: PretendedServer,
    clock: Clock,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level("INFO")
    server.error = RedisConnectionError("redis://user:password@host is out")
    await unanswered(circuit, server, times=9)
    assert (server.asked, circuit.failures, circuit.state()) == (3, 3, "down")
    await refused(circuit, server)
    assert server.asked == 3, "writes are not tried either"
    for error in (server.error, None):
        server.error = error
        clock.pass_by(7)
        await unanswered(circuit, server)
        await circuit.aclose()
    assert (server.asked, server.probed) == (3, 2)
    assert await circuit.write(server, 1) == "answer"
    assert circuit.state() == "up"
    assert [(record.levelname, record.getMessage()) for record in caplog.records] == [
        ("WARNING", "redis is out: ConnectionError"),
        ("INFO", "redis is back"),
    ]


async def test_refused_writes_leave_the_reads(
    circuit: RedisCircuit,
    server: PretendedServer,
    clock: Clock,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level("INFO")
    server.error = OutOfMemoryError("command not allowed")
    await refused(circuit, server, times=5)
    assert (server.asked, circuit.state()) == (3, "read_only")
    server.error, server.refusal = None, OutOfMemoryError("still")
    assert await circuit.read(server, 1) == "answer"
    for refusal in (server.refusal, None):
        server.refusal = refusal
        clock.pass_by(7)
        await refused(circuit, server, times=5)
        await circuit.aclose()
    assert (server.asked, server.probed) == (4, 2)
    assert await circuit.write(server, 1) == "answer"
    assert circuit.state() == "up"
    assert [record.getMessage() for record in caplog.records] == [
        "redis refuses writes: OutOfMemoryError",
        "redis takes writes again",
    ]


@pytest.mark.parametrize("error", [TypeError(), IndexError(), OSError(), EOFError()])
async def test_whatever_a_broken_stream_raises_is_an_outage(
    circuit: RedisCircuit, server: PretendedServer, error: Exception
) -> None:
    server.error = error
    await unanswered(circuit, server)
    assert circuit.state() == "down"


async def test_slow_answers_are_none(circuit: RedisCircuit) -> None:
    async def hang() -> None:
        await asyncio.Event().wait()

    for _ in range(3):
        with pytest.raises(RedisUnavailable):
            await circuit.read(hang, 0.001)
    assert circuit.state() == "down"


async def test_a_crowd_of_our_own_is_no_outage(
    circuit: RedisCircuit, server: PretendedServer
) -> None:
    server.error = PoolSaturated()
    await unanswered(circuit, server, times=5)
    await refused(circuit, server, times=5)
    assert (server.asked, circuit.failures, circuit.state()) == (10, 10, "up")


async def test_slow_answers_beside_others_are_our_own_crowd(
    circuit: RedisCircuit, server: PretendedServer
) -> None:
    async def hang() -> None:
        await circuit.read(server, 1)
        raise RedisTimeoutError

    for _ in range(5):
        with pytest.raises(RedisUnavailable):
            await circuit.read(hang, 1)
    assert circuit.state() == "up"


async def test_slow_answers_in_a_slow_loop_are_our_own_crowd(
    circuit: RedisCircuit,
) -> None:
    async def hang() -> None:
        loop = asyncio.get_running_loop()
        loop.call_soon(time.sleep, 2 * SLOW_TURN)  # what too many requests do
        raise RedisTimeoutError

    for _ in range(3):
        with pytest.raises(RedisUnavailable):
            await circuit.read(hang, 1)
    assert circuit.state() == "up"


async def test_writes_that_hang_beside_reads_that_do_not(
    circuit: RedisCircuit,
    server: PretendedServer,
    clock: Clock,
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def hang() -> None:
        raise RedisTimeoutError

    caplog.set_level("INFO")
    for _ in range(3):
        assert await circuit.read(server, 1) == "answer"
        with pytest.raises(RedisUnavailable):
            await circuit.write(hang, 1)
    assert circuit.state() == "read_only"
    clock.pass_by(7)
    await refused(circuit, server)
    await circuit.aclose()
    assert await circuit.write(server, 1) == "answer"
    assert [record.getMessage() for record in caplog.records] == [
        "redis refuses writes: TimeoutError",
        "redis takes writes again",
    ]


async def test_where_nothing_is_answered_that_is_all_there_is_to_tell(
    circuit: RedisCircuit, server: PretendedServer, caplog: pytest.LogCaptureFixture
) -> None:
    server.error = RedisTimeoutError()
    await refused(circuit, server, times=5)
    assert circuit.state() == "down"
    assert [record.getMessage() for record in caplog.records] == [
        "redis is out: TimeoutError"
    ]


async def test_broken_connections_say_nothing_of_writes(
    circuit: RedisCircuit, server: PretendedServer
) -> None:
    for _ in range(5):
        server.error = RedisConnectionError()
        await refused(circuit, server, times=2)
        server.error = None
        assert await circuit.read(server, 1) == "answer"
    assert circuit.state() == "up"


async def test_the_fastest_of_the_last_answers_tells_the_distance(
    circuit: RedisCircuit, clock: Clock
) -> None:
    assert circuit.round_trip == 0.0, "not known yet"
    for seconds in (0.2, 0.04, 0.09):

        async def answer(seconds: float = seconds) -> None:
            clock.pass_by(seconds)

        await circuit.read(answer, 1)
    assert circuit.round_trip == pytest.approx(0.04)
    for _ in range(ROUND_TRIPS_KEPT):
        await circuit.read(answer, 1)
    assert circuit.round_trip == pytest.approx(0.09), "it moved away"
