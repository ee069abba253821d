"""A simulated week, short."""

import json
from datetime import UTC, datetime

import pytest

from tests.evaluation import week
from tests.evaluation.__main__ import main
from tests.evaluation.week import Week, run_week
from tests.evaluation.worlds import synthetic_trial

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


@pytest.mark.slow
async def test_two_days_of_two_listeners(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(week, "DAYS", 2)
    trial = synthetic_trial(count=2, seed=1, now=NOW, worlds=("unheard",))
    weeks = await run_week(trial, "unheard", NOW)
    busy, casual = weeks["busy"], weeks["casual"]
    assert busy.answers == 2 * 2 * (14 + 3)
    assert casual.answers == 2 * 3
    assert casual.dry == casual.repeats == 0
    assert busy.answers > busy.dry + busy.repeats
    assert len(busy.calls) == 4
    assert max(busy.calls) <= 100
    assert len(busy.unchanged) == 2
    assert all(0 <= value <= 1 for value in busy.unchanged)


def test_a_week_without_answers() -> None:
    assert set(Week().figures().values()) == {0}


@pytest.mark.slow
def test_it_is_printed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(week, "DAYS", 1)
    options = ["--week", "--listeners", "1", "--world", "new"]
    assert main([*options, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["busy"]["answers"] == 17
    assert main(options) == 0
    assert "same-day repeats" in capsys.readouterr().out
