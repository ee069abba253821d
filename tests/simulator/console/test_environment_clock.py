"""Two clocks that agree, whatever jumps."""

from datetime import UTC, datetime, timedelta

from simulator.console.simulated_environment import SimulatedClock, whole_second
from tests.simulator.conftest import MORNING, Wall


class Ticks:
    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


def test_the_wall_clock_stands_still_between_steps() -> None:
    wall = Wall()
    clock = SimulatedClock(wall, Ticks())
    wall.pass_(minutes=5)
    assert clock.now() == MORNING
    assert clock.step() == MORNING + timedelta(minutes=5)


def test_both_clocks_jump_together() -> None:
    clock = SimulatedClock(Wall(), Ticks())
    before = clock.monotonic()
    clock.advance(timedelta(days=184))
    assert clock.now() == MORNING + timedelta(days=184)
    assert clock.monotonic() - before == 184 * 86400


def test_after_a_jump_time_goes_on_from_there() -> None:
    wall = Wall()
    clock = SimulatedClock(wall, Ticks())
    clock.advance(timedelta(hours=1))
    wall.pass_(minutes=1)
    assert clock.step() == MORNING + timedelta(hours=1, minutes=1)


def test_seconds_that_really_passed_are_not_counted_twice() -> None:
    wall, ticks = Wall(), Ticks()
    clock = SimulatedClock(wall, ticks)
    wall.pass_(seconds=30)
    ticks.seconds += 30
    clock.step()
    assert clock.monotonic() == 130.0


def test_a_recorded_time_is_taken_as_it_was() -> None:
    clock = SimulatedClock(Wall(), Ticks())
    long_ago = datetime(2020, 5, 1, 12, 0, tzinfo=UTC)
    clock.begin(long_ago)
    before = clock.monotonic()
    assert clock.step(long_ago + timedelta(seconds=90)) == clock.now()
    assert clock.monotonic() - before == 90


def test_time_is_kept_in_whole_seconds_of_utc() -> None:
    tokyo = datetime.fromisoformat("2026-03-02T18:00:00.987+09:00")
    assert whole_second(tokyo) == MORNING
