"""A bound in time: what is returned, raised and cancelled as if it were not there."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any

import pytest

from providers.deadline import (
    DISTANT_REDIS_SECONDS,
    REDIS_ROUND_TRIPS,
    REDIS_SECONDS,
    TimeBudget,
    TimedOut,
    context_after_first_wait,
    time_limits,
    timeout_after_first_wait,
)


async def seven() -> int:
    return 7


async def seven_later(times: int = 3) -> int:
    for _ in range(times):
        await asyncio.sleep(0)
    return 7


async def never() -> None:
    await asyncio.Event().wait()


async def fails() -> None:
    raise LookupError("seven")


async def fails_later() -> None:
    await asyncio.sleep(0)
    raise LookupError("seven")


class TestInTime:
    async def test_work_that_does_not_wait(self) -> None:
        assert await timeout_after_first_wait(seven(), 60) == 7

    async def test_such_work_arms_no_timer(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(asyncio.get_running_loop(), "call_at", None)
        assert await timeout_after_first_wait(seven(), 60) == 7

    async def test_work_that_does_not_wait_is_never_late(self) -> None:
        assert await timeout_after_first_wait(seven(), 0) == 7

    async def test_work_that_waits(self) -> None:
        assert await timeout_after_first_wait(seven_later(), 60) == 7

    async def test_work_that_waits_for_a_future_of_somebody_else(self) -> None:
        answer: asyncio.Future[int] = asyncio.get_running_loop().create_future()

        async def ask() -> int:
            return await answer

        asking = asyncio.ensure_future(timeout_after_first_wait(ask(), 60))
        await asyncio.sleep(0)
        answer.set_result(7)
        assert await asking == 7

    @pytest.mark.parametrize("work", [fails, fails_later])
    async def test_what_the_work_raises(self, work: type[BaseException]) -> None:
        with pytest.raises(LookupError, match="seven"):
            await timeout_after_first_wait(work(), 60)  # type: ignore[arg-type]

    async def test_an_exception_in_what_the_work_waits_for(self) -> None:
        async def careful() -> int:
            try:
                await asyncio.ensure_future(fails())
            except LookupError:
                return await seven_later()
            return 0

        assert await timeout_after_first_wait(careful(), 60) == 7

    async def test_bounds_within_bounds(self) -> None:
        assert (
            await timeout_after_first_wait(
                timeout_after_first_wait(
                    timeout_after_first_wait(seven_later(), 60), 60
                ),
                60,
            )
            == 7
        )
        with pytest.raises(TimedOut):
            await timeout_after_first_wait(timeout_after_first_wait(never(), 60), 0)


class TestTimeUp:
    async def test_work_that_waits_too_long(self) -> None:
        with pytest.raises(TimedOut) as late:
            await timeout_after_first_wait(never(), 0)
        assert late.value.__suppress_context__
        await asyncio.sleep(0)  # the task may go on waiting

    async def test_the_work_may_tidy_up(self) -> None:
        tidied = asyncio.Event()

        @asynccontextmanager
        async def open_something() -> AsyncIterator[None]:
            try:
                yield
            finally:
                await asyncio.sleep(0)
                tidied.set()

        async def work() -> None:
            async with open_something():
                await never()

        with pytest.raises(TimedOut):
            await timeout_after_first_wait(work(), 0)
        assert tidied.is_set()

    async def test_a_time_out_of_the_works_own_stays_what_it_is(self) -> None:
        async def impatient() -> None:
            async with asyncio.timeout(0):
                await never()

        with pytest.raises(TimeoutError) as own:
            await timeout_after_first_wait(impatient(), 60)
        assert not isinstance(own.value, TimedOut)

    async def test_work_that_insists_may_answer_late(self) -> None:
        async def insists() -> int:
            try:
                await never()
            except asyncio.CancelledError:
                return await seven_later()
            return 0

        assert await timeout_after_first_wait(insists(), 0) == 7

    async def test_one_timer_ends_many_steps_each_in_its_time(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        loop, armed = asyncio.get_running_loop(), []
        call_at = loop.call_at

        def counted(when: float, *rest: Any) -> asyncio.TimerHandle:
            armed.append(when)
            return call_at(when, *rest)

        monkeypatch.setattr(loop, "call_at", counted)
        soon = [timeout_after_first_wait(never(), 0.02) for _ in range(50)]
        later = [timeout_after_first_wait(seven_later(), 60) for _ in range(50)]
        ended = await asyncio.gather(*soon, *later, return_exceptions=True)
        assert {type(each) for each in ended[:50]} == {TimedOut}
        assert ended[50:] == [7] * 50
        assert len(armed) < 10

    async def test_a_step_may_get_another_limit(self) -> None:
        for first, then, is_late in ((0, 60, False), (60, 0, True)):
            timeout = time_limits.begin(first)
            try:
                async with timeout:
                    time_limits.move(timeout, then)
                    await asyncio.sleep(0.03)
            except TimeoutError:
                assert is_late
            finally:
                time_limits.end(timeout)
            assert timeout.expired() is is_late


class TestCancellation:
    async def test_from_outside(self) -> None:
        began = asyncio.Event()

        async def work() -> None:
            began.set()
            await never()

        working = asyncio.ensure_future(timeout_after_first_wait(work(), 60))
        await began.wait()
        working.cancel()
        with pytest.raises(asyncio.CancelledError):
            await working

    async def test_work_that_is_dropped_half_way_tidies_up(self) -> None:
        tidied = asyncio.Event()

        async def work() -> None:
            try:
                await never()
            finally:
                tidied.set()

        working = timeout_after_first_wait(work(), 60)
        working.send(None)
        working.close()
        assert tidied.is_set()


@contextmanager
def _noting(notes: list[str]) -> Iterator[None]:
    notes.append("in")
    try:
        yield
    finally:
        notes.append("out")


async def test_what_needs_no_waiting_is_not_guarded() -> None:
    async def at_hand() -> int:
        return 7

    notes: list[str] = []
    assert await context_after_first_wait(at_hand(), lambda: _noting(notes)) == 7
    assert notes == []


async def test_what_waits_is_guarded_until_it_ends() -> None:
    async def waits() -> int:
        await asyncio.sleep(0)
        notes.append("work")
        return 7

    notes: list[str] = []
    assert await context_after_first_wait(waits(), lambda: _noting(notes)) == 7
    assert notes == ["in", "work", "out"]


async def test_the_guard_goes_however_the_work_ends() -> None:
    async def fails() -> None:
        await asyncio.sleep(0)
        raise LookupError

    notes: list[str] = []
    with pytest.raises(LookupError):
        await context_after_first_wait(fails(), lambda: _noting(notes))
    assert notes == ["in", "out"]


@pytest.mark.parametrize(
    ("round_trip", "seconds"),
    [
        *((0.0, REDIS_SECONDS), (0.001, REDIS_SECONDS)),
        *((0.07, REDIS_ROUND_TRIPS * 0.07), (3.0, DISTANT_REDIS_SECONDS)),
    ],
)
def test_the_budget_follows_the_distance(round_trip: float, seconds: float) -> None:
    budget = TimeBudget(lambda: 0.0)
    for _ in range(3):
        budget.allow_for_distance(round_trip)
    assert budget.remaining() == pytest.approx(seconds)
    budget.allow_for_distance(0.0)
    assert budget.remaining() == pytest.approx(seconds), "it never gets shorter"


def test_a_budget_of_given_seconds_stays_as_it_is() -> None:
    budget = TimeBudget(lambda: 0.0, 0.05)
    budget.allow_for_distance(0.1)
    assert budget.remaining() == 0.05
