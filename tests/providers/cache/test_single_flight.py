"""One flight carries all who wait, and lands when the last one leaves."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from providers.cache.single_flight import SingleFlight


class Work:
    """Something to wait for, and how often it was begun and broken off."""

    def __init__(self) -> None:
        self.done: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        self.begun = 0
        self.broken_off = 0

    async def __call__(self) -> str:
        self.begun += 1
        try:
            return await asyncio.shield(self.done)
        except asyncio.CancelledError:
            self.broken_off += 1
            raise


def crowd(
    flights: SingleFlight, work: Callable[[], Coroutine[Any, Any, str]], size: int
) -> list[asyncio.Task[str]]:
    return [asyncio.create_task(flights.join("key", work)) for _ in range(size)]


async def turns(count: int = 3) -> None:
    """Lets the loop turn."""
    for _ in range(count):
        await asyncio.sleep(0)


async def test_ten_callers_make_one_flight() -> None:
    flights, work = SingleFlight(), Work()
    callers = crowd(flights, work, 10)
    await turns()
    assert flights.in_flight("key")
    work.done.set_result("news")
    assert await asyncio.gather(*callers) == ["news"] * 10
    assert work.begun == 1
    assert len(flights) == 0


async def test_other_keys_fly_apart() -> None:
    flights, work = SingleFlight(), Work()
    work.done.set_result("news")
    await asyncio.gather(flights.join("a", work), flights.join("b", work))
    assert work.begun == 2


async def test_a_caller_who_leaves_takes_nothing_from_the_others() -> None:
    flights, work = SingleFlight(), Work()
    callers = crowd(flights, work, 3)
    await turns()
    callers[0].cancel()  # the one that began it
    await turns()
    work.done.set_result("news")
    assert await asyncio.gather(*callers[1:]) == ["news"] * 2
    assert callers[0].cancelled()
    assert work.broken_off == 0


async def test_the_last_to_leave_ends_it() -> None:
    flights, work = SingleFlight(), Work()
    callers = crowd(flights, work, 3)
    await turns()
    for caller in callers:
        caller.cancel()
    await turns()
    assert work.broken_off == 1
    assert len(flights) == 0
    work.done.set_result("news")
    assert await flights.join("key", work) == "news", "and the next one begins anew"


async def test_a_failure_reaches_all_and_is_not_kept() -> None:
    flights, work = SingleFlight(), Work()
    callers = crowd(flights, work, 3)
    await turns()
    work.done.set_exception(LookupError("x"))
    outcomes = await asyncio.gather(*callers, return_exceptions=True)
    assert [type(outcome) for outcome in outcomes] == [LookupError] * 3
    with pytest.raises(LookupError):
        await flights.join("key", work)
    assert work.begun == 2


async def test_a_flight_can_be_kept_in_the_air() -> None:
    flights, work = SingleFlight(), Work()
    with flights.joined("key", work) as waiter:
        joined = crowd(flights, work, 1)
        await turns()
        joined[0].cancel()
        await turns()
        assert work.broken_off == 0
        work.done.set_result("news")
        assert await waiter.result() == "news"
    assert len(flights) == 0
    with pytest.raises(RuntimeError, match="left"):
        await waiter.result()


async def test_closing_waits_for_the_end() -> None:
    flights, work = SingleFlight(), Work()
    (caller,) = crowd(flights, work, 1)
    await turns()
    await flights.aclose()
    assert work.broken_off == 1
    with pytest.raises(asyncio.CancelledError):
        await caller
