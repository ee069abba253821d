"""How many calls are open at once, and what becomes of those who wait."""

import asyncio
import random

import pytest

from providers.errors import (
    DeadlineExceeded,
    RateLimited,
)  # fmt: skip
from providers.listener import CALLS_AT_ONCE, CallSlots, Listener
from providers.spotify.call_policy import CallPolicy
from tests.providers.spotify.conftest import Workbench, listener_for
from tests.providers.spotify.raw_servers import Crowd, Start, head, says
from tests.providers.spotify.recorded_calls import outcomes, raw


async def test_a_request_opens_so_many_calls_at_once(
    bench: Workbench, listener: Listener, wire_server: Start
) -> None:
    crowd = Crowd(CALLS_AT_ONCE)
    server = await wire_server(crowd)
    client = bench.client(server.url)
    calls = [
        asyncio.create_task(client.get(listener, "/me", raw))
        for _ in range(CALLS_AT_ONCE + 5)
    ]
    await crowd.there.wait()
    assert len(server.requests) == CALLS_AT_ONCE
    crowd.go.set()
    await asyncio.gather(*calls)
    assert len(server.requests) == CALLS_AT_ONCE + 5


def narrow(bench: Workbench, slots: int) -> None:
    bench.policy = CallPolicy(
        rate_limit=bench.rate_limit,
        budget=bench.budget,
        rng=random.Random(1),
        wall_clock=bench.policy.wall_clock,
        call_slots=CallSlots(slots),
        pause=bench.pauses,
    )


async def test_who_waits_past_the_deadline_is_never_sent(
    bench: Workbench, listener: Listener, wire_server: Start
) -> None:
    narrow(bench, 1)
    crowd = Crowd(1)
    server = await wire_server(crowd)
    client = bench.client(server.url)
    first = asyncio.create_task(client.get(listener, "/me", raw))
    await crowd.there.wait()
    late = listener_for(seconds=0.55)
    with pytest.raises(DeadlineExceeded):
        await client.get(late, "/me", raw)
    assert late.turn.calls == []
    crowd.go.set()
    assert await first == b"{}"
    assert await client.get(listener, "/me", raw) == b"{}"
    assert len(server.requests) == 2


async def test_who_waited_through_a_429_is_not_sent(
    bench: Workbench, listener: Listener, wire_server: Start
) -> None:
    narrow(bench, 1)
    server = await wire_server(says(head(0, "429 Slow down", "Retry-After: 9")))
    client = bench.client(server.url)
    calls = (client.get(listener, "/me", raw) for _ in range(5))
    results = await asyncio.gather(*calls, return_exceptions=True)
    assert [type(it) for it in results] == [RateLimited] * 5
    assert len(server.requests) == 1


async def test_who_gives_up_frees_the_slot_and_is_recorded(
    bench: Workbench, listener: Listener, wire_server: Start
) -> None:
    narrow(bench, 1)
    crowd = Crowd(1)
    server = await wire_server(crowd)
    client = bench.client(server.url)
    call = asyncio.create_task(client.get(listener, "/me", raw))
    await crowd.there.wait()
    call.cancel()
    with pytest.raises(asyncio.CancelledError):
        await call
    assert outcomes(listener) == [(1, None, "cancelled")]
    crowd.go.set()
    assert await client.get(listener, "/me", raw) == b"{}"


async def test_slots_are_handed_on_in_order_and_none_is_lost() -> None:
    slots, order = CallSlots(1), []

    async def work(number: int) -> None:
        async with slots:
            order.append(number)
            await asyncio.sleep(0)

    async with slots:
        tasks = [asyncio.create_task(work(number)) for number in range(4)]
        await asyncio.sleep(0)
        tasks[0].cancel()  # while it waits
    tasks[1].cancel()  # it has the slot, and has not heard of it yet
    await asyncio.gather(*tasks, return_exceptions=True)
    assert order == [2, 3]
    assert slots.free == 1
