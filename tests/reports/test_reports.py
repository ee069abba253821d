"""Reports: pages from kept figures, their parts, and what is no such figures."""

import json
from collections import Counter
from pathlib import Path

import pytest

from tests.evaluation.__main__ import main as evaluation
from tests.load.__main__ import main as load
from tests.load.storm import Findings
from tests.load.timeline import Answer, Mark, Sample, Troubles, timeline
from tests.reports.load import load_page
from tests.reports.page import Json, KeptRun

pytestmark = pytest.mark.no_cover

LOST = Mark(102.0, "Redis: failover")


def course(*, slow: float = 0.2) -> Json:
    """Four seconds, ten requests a second; slow and once lost in the third second."""
    answers = [Answer(100 + n / 10, slow if 20 <= n < 30 else 0.01) for n in range(40)]
    answers[25] = Answer(102.5, None)
    samples = [Sample(100 + n / 2, n * 0.1, 60.0 + n) for n in range(9)]
    back = Mark(103.0, "redis is back", 2)
    troubles = Troubles(moments=(50.0, 102.5))
    return timeline(answers, samples, [back, LOST], troubles)


def load_run(name: str = "redis-failover", *, slow: float = 0.2) -> list[Json]:
    return [
        {
            "scenario": name,
            "asked": 40,
            "answered": 39,
            "outcomes": {"answered": 39, "lost <b>": 1},
            "broken": ["1 without a valid answer"],
            "notes": [],
            "percentiles": [(0.0, 10.0), (0.5, 10.0), (0.9, slow * 1e3), (1.0, 200.0)],
            "timeline": course(slow=slow),
        }
    ]


def bench_run(rate: float) -> list[Json]:
    rounds = [{"rate": rate, "cpu_us": 200.0}, {"rate": rate * 1.1, "cpu_us": 190.0}]
    curve = [(0.0, 1.0), (0.5, 2.0), (1.0, 9.0)]
    return [{"name": "bare", "rounds": rounds, "at_ease": {"percentiles": curve}}]


def evaluation_run(mean: float, margin: float | None) -> Json:
    names = ("ndcg_new", "hit_new", "ndcg_all")
    estimates = {name: {"mean": mean, "margin": margin} for name in names}
    return {"niche": {"Record Shelf": estimates, "popular": estimates}}


def test_a_timeline_shows_when_it_happened_and_what_it_cost() -> None:
    found = course()
    assert [mark["text"] for mark in found["marks"]] == [
        "Redis: failover",
        "instance 2: redis is back",
    ]
    parts = [
        (part["after"], part["asked"], part["lost"], part["p50_ms"], part["worst_ms"])
        for part in found["phases"]
    ]
    assert parts == [
        ("", 20, 0, 10.0, 10.0),
        ("Redis: failover", 10, 1, 200.0, 200.0),
        ("instance 2: redis is back", 10, 0, 10.0, 10.0),
    ]
    assert found["troubles"] == {"about": "apologies", "at": [2.5]}
    assert sum(found["answers"]["due"]) == 40
    assert sum(found["answers"]["answered"]) == 39
    assert set(found["processes"]["cpu"]) == {0.2}


def test_a_run_that_nobody_answered_has_a_timeline_too() -> None:
    found = timeline([Answer(5.0, None)], [], [LOST], Troubles())
    assert found["answers"]["worst_ms"] == [None]
    assert found["marks"] == []
    assert timeline([], [], [], Troubles())["answers"]["due"] == [0]


def test_each_of_many_faults_is_a_row() -> None:
    requests = [Answer(100 + n / 10, 0.01) for n in range(40)]
    marks = [Mark(100 + n / 8, f"fault {n}") for n in range(1, 30)]
    storm = Findings(answers=40, requests=requests, lost=Counter(TimeoutError=1))
    storm.timeline = timeline(requests, [], marks, Troubles())
    page = load_page([KeptRun("this run", [storm.as_json()])])
    check_page(page)
    assert "lost: 1" in page
    assert page.count("fault 29") == 1


def page_of(
    tmp_path: Path, command: list[str], before: object, after: object
) -> tuple[int, str]:
    files = [tmp_path / "before.json", tmp_path / "after.json"]
    for file, figures in zip(files, (before, after), strict=True):
        file.write_text(json.dumps(figures))
    report = tmp_path / "report.html"
    main = load if command else evaluation
    names = [str(file) for file in files]
    code = main([*command, "--compare", *names, "--report", str(report)])
    return code, report.read_text() if report.exists() else ""


def check_page(page: str) -> None:
    """Check that a page stands alone: nothing in it is fetched from anywhere."""
    assert page.count("<svg") >= 1
    for fetched in ("src=", "<link", "<script", "url(http", "@import"):
        assert fetched not in page
    assert len(page) < 500_000


@pytest.mark.parametrize(
    ("command", "before", "after", "shown"),
    [
        pytest.param(
            ["run"],
            load_run(),
            [*load_run(slow=0.1), *load_run("only after")],
            ("before", "after", "Redis: failover", "only after", "lost &lt;b"),
            marks=pytest.mark.slow,
        ),
        (["bench"], bench_run(900.0), bench_run(1000.0), ("before", "after", "bare")),
        (
            [],
            evaluation_run(0.3, 0.1),
            evaluation_run(0.4, None),
            ("before", "after", "Record Shelf", "NDCG new"),
        ),
    ],
    ids=["load", "bench", "evaluation"],
)
def test_two_runs_are_shown_side_by_side(
    tmp_path: Path,
    command: list[str],
    before: object,
    after: object,
    shown: tuple[str, ...],
) -> None:
    code, page = page_of(tmp_path, command, before, after)
    assert code == 0
    check_page(page)
    assert [text for text in shown if text not in page] == []


@pytest.mark.parametrize("command", [["run"], ["bench"], []])
@pytest.mark.parametrize("figures", [{"a": 1}, [{"b": 2}], 3, [{}], {"a": {"b": {}}}])
def test_what_are_no_such_figures_is_refused(
    tmp_path: Path,
    command: list[str],
    figures: object,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert page_of(tmp_path, command, figures, figures) == (2, "")
    assert "before is no" in capsys.readouterr().err


def test_a_comparison_needs_files_and_a_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text("{")
    report = ["--report", str(tmp_path / "page.html")]
    for main, command in ((load, ["run"]), (evaluation, [])):
        assert main([*command, "--compare", "gone.json", "gone.json", *report]) == 2
        assert "gone.json holds no figures" in capsys.readouterr().err
        assert main([*command, "--compare", str(broken), str(broken), *report]) == 2
        assert main([*command, "--compare", "a.json", "b.json"]) == 2
        assert "--compare needs --report" in capsys.readouterr().err
