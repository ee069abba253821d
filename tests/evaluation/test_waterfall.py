"""One cold answer with a slow service: how many waves, how many calls."""

from datetime import UTC, datetime

import pytest

from providers.turn_telemetry import SpotifyCall, Turn
from tests.evaluation.__main__ import main
from tests.evaluation.waterfall import cold_and_warm, lines, waves

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


async def test_two_waves_cold_and_no_call_warm() -> None:
    cold, warm, took = await cold_and_warm(who="ada", delay=0.3, now=NOW)
    assert waves(cold) <= 2
    assert len(cold.calls) <= 16
    assert warm.calls == []
    print(f"warm: {took * 1000:.1f} ms")  # measured by python -m tests.load bench
    assert took < 1.5, "five times what one call would take, on any machine"


def test_waves_are_counted_by_who_waits_for_whom() -> None:
    turn = Turn(lambda: 0.0)
    for began in (0.0, 0.01, 0.32, 0.33):
        turn.add_call(SpotifyCall("/x", 1, 200, "ok", began, 0.3))
    assert waves(turn.finish(1.0)) == 2
    assert waves(Turn(lambda: 0.0).finish(1.0)) == 0


def test_bars_stand_where_the_calls_were() -> None:
    clock = iter((0.0, 1.0))
    turn = Turn(lambda: next(clock))
    turn.add_call(SpotifyCall("/x", 1, 200, "ok", 0.5, 0.5))
    (line,) = lines(turn.finish(0.0))
    assert line.startswith("/x 200")
    assert line.endswith("ms  " + " " * 30 + "█" * 30)


def test_it_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--waterfall", "0.01", "--who", "ada"]) == 0
    printed = capsys.readouterr().out
    assert "/me/top/tracks 200" in printed
    assert "warm: 0 calls" in printed
