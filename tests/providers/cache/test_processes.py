"""Four processes of ten callers are one reader to the music service."""

import asyncio
import sys
from collections import Counter
from itertools import pairwise

import msgspec
import pytest

from tests.conftest import RedisServer
from tests.providers.cache.crowd_process import CALLERS, CALLS, Heard

PROCESSES = 4
MODULE = "tests.providers.cache.crowd_process"


async def _begin(server: RedisServer, mode: str) -> asyncio.subprocess.Process:
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-W", "error", "-m", MODULE, server.url, mode),
        stdin=pipe,
        stdout=pipe,
    )
    assert process.stdout is not None
    assert await process.stdout.readline() == b"ready\n"
    return process


async def crowd(server: RedisServer, mode: str) -> list[list[str]]:
    """What the callers of each process heard; all begin together. Where the machine
    was too busy for Redis to answer in time, they begin anew: that shows nothing."""
    for _ in range(5):
        heard = await _crowd_once(server, mode)
        if not any(each.failures for each in heard):
            return [each.lines for each in heard]
        with server.client() as client:
            client.flushall()
    pytest.fail("this machine is too busy to show anything")


async def _crowd_once(server: RedisServer, mode: str) -> list[Heard]:
    begun = await asyncio.gather(*(_begin(server, mode) for _ in range(PROCESSES)))
    ends = await asyncio.gather(*(process.communicate(b"go\n") for process in begun))
    assert [process.returncode for process in begun] == [0] * PROCESSES
    return [msgspec.json.decode(out, type=Heard) for out, _ in ends]


def calls(server: RedisServer) -> list[tuple[str, float]]:
    """Every call of the music service: its name and its moment."""
    with server.client() as client:
        lines = client.lrange(CALLS, 0, -1)
    assert isinstance(lines, list)
    parts = [line.decode().split() for line in lines]
    return sorted(((name, float(at)) for name, at in parts), key=lambda call: call[1])


async def test_a_cold_key_of_somebody_known_is_read_once(
    redis_server: RedisServer,
) -> None:
    heard = await crowd(redis_server, "known")
    assert heard == [["Mix of ada 1"] * CALLERS] * PROCESSES
    assert Counter(name for name, _ in calls(redis_server))["playlists"] == 1


async def test_a_stranger_costs_one_read_a_process_at_most(
    redis_server: RedisServer,
) -> None:
    heard = await crowd(redis_server, "cold")
    assert heard == [["Mix of ada 1"] * CALLERS] * PROCESSES
    counts = Counter(name for name, _ in calls(redis_server))
    assert 1 <= counts["account"] <= PROCESSES
    assert 1 <= counts["playlists"] <= PROCESSES


async def test_a_failing_service_is_tried_once_a_second(
    redis_server: RedisServer,
) -> None:
    """By all processes together, for a listener that they know."""
    heard = await crowd(redis_server, "failing")
    assert heard == [["unavailable"]] * PROCESSES
    moments = [at for called, at in calls(redis_server) if called == "playlists"]
    assert len(moments) == 2, "it is tried again, but not often"
    assert min(b - a for a, b in pairwise(moments)) >= 1.0


async def test_a_first_meeting_that_fails_is_tried_once_a_second_by_each_process(
    redis_server: RedisServer,
) -> None:
    heard = await crowd(redis_server, "failing-cold")
    assert heard == [["unavailable"]] * PROCESSES
    counts = Counter(name for name, _ in calls(redis_server))
    assert PROCESSES < counts["account"] <= 2 * PROCESSES, "again, but not often"
    assert PROCESSES <= counts["playlists"] <= 2 * PROCESSES
