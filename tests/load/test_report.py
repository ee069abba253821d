"""The page of figures: targets and ratios of several runs, and the bytes in memory."""

import os
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.load import bursts, footprint
from tests.load.__main__ import main
from tests.load.bench import Bench
from tests.load.bursts import CROWDS, Burst
from tests.load.figures import AtEase, Line, Round
from tests.load.footprint import in_a_process
from tests.load.report import (
    BARE,
    BEGIN,
    END,
    MINIMAL,
    REDIS,
    SERVICE,
    TARGETS,
    Run,
    report,
)

two_cores = pytest.mark.skipif(
    len(os.sched_getaffinity(0)) < 2, reason="one core: nothing to compare on"
)
COSTS = {
    BARE: 50.0,
    MINIMAL: 100.0,
    "service, launch": 200.0,
    "service, list": 250.0,
    "service, recommend what I know": 450.0,
    "service, launch, Redis every time": 500.0,
}


def line(name: str, cpu_us: float) -> Line:
    memory = 56.0 if name.startswith(SERVICE) else 40.0
    rounds = [Round(1e6 / cpu_us, cpu_us, 1.0, 9.0)]
    beside = [Round(1e6 / COSTS[BARE], COSTS[BARE], 1.0, 9.0)]
    return Line(name, 0.25, memory, rounds, beside, AtEase(1.0, 2.0, 0.1))


def run(taste: float = 36_000.0) -> Run:
    bursts: dict[str, Sequence[Burst]] = {
        crowd.about: [
            Burst(name, size, [900.0], [100.0], [500.0 if name == MINIMAL else 900.0])
            for size in crowd.sizes
            for name in crowd.contestants
        ]
        for crowd in CROWDS
    }
    starts = {
        BARE: [0.2, 0.4, 0.2],
        MINIMAL: [0.22, 0.44, 0.22],
        SERVICE: [0.32, 0.68, 0.7],
        REDIS: [0.36, 0.76, 0.4],
    }
    footprint = {"playlist": 86.0, "lists": 4000.0, "taste": taste}
    lines = [line(name, cost) for name, cost in COSTS.items()]
    return Run(lines, bursts, starts, footprint)


def test_the_median_decides_and_each_run_is_told() -> None:
    told = report([run(), run(41_000.0), run(45_000.0)], "bench", datetime.now(UTC))
    rows = {row.split(" | ")[0].strip("| "): row for row in told.splitlines()}
    assert "| 0.25 | 0.25 0.25 0.25 | kept |" in rows[TARGETS[0].about]
    assert "| 1.80 | 1.80 1.80 1.80 | missed |" in rows[TARGETS[4].about]
    assert "| 40 | 41.00 | 36.00 41.00 45.00 | missed |" in rows[TARGETS[-1].about]
    assert "| 1.85 | 1.6 | 1.70 | 1.70 1.70 1.70 | kept |" in rows[TARGETS[10].about]
    assert "all on uvloop" in told
    assert all(target.about in rows for target in TARGETS)


@two_cores
def test_the_benchmark_ends_with_the_targets(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    made = run()
    monkeypatch.setattr("tests.load.__main__.compile_sources", lambda: None)
    monkeypatch.setattr(Bench, "run", lambda _bench: made.lines)
    monkeypatch.setattr(bursts, "bursts", lambda *given: made.bursts[given[-1].about])
    monkeypatch.setattr(bursts, "starts", lambda *_: made.starts)
    monkeypatch.setattr(footprint, "in_a_process", lambda: made.footprint)
    page = tmp_path / "performance.md"
    page.write_text(f"before\n{BEGIN}\nold\n{END}\nafter\n")
    assert main(["bench", "--runs", "3", "--write", str(page)]) == 0
    told = capsys.readouterr().out
    row = f"| {TARGETS[-1].about} | 40 | 40 | 36.00 | 36.00 36.00 36.00 |"
    assert row in told
    assert row in page.read_text()
    assert "old" not in page.read_text()


@pytest.mark.load
@two_cores
def test_a_listener_with_taste_keeps_within_its_bytes() -> None:
    found = in_a_process()
    assert found["playlist"] <= 90
    assert found["lists"] < found["taste"] <= 40_000
