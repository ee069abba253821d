"""`python -m tests.reports.pictures`: measure, and draw the plots of the docs anew.

Takes about five minutes. The pictures go to `docs/images/`: a failover of Sentinels
and an outage of Redis under load, the benchmark, and the evaluation of one world.
"""

import json
import sys
from collections.abc import Sequence
from contextlib import redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.evaluation.__main__ import HEADINGS
from tests.evaluation.__main__ import main as evaluate
from tests.load.__main__ import main as load
from tests.reports.bench import bench_figure
from tests.reports.evaluation import MAIN, evaluation_figure
from tests.reports.load import course_figure
from tests.reports.page import KeptRun, save_picture

IMAGES = Path(__file__).parents[2] / "docs" / "images"
WORLD = "unheard"


def measured(folder: Path, *command: str) -> Any:
    """Return the figures that a command of the load test kit writes as JSON."""
    file = folder / "figures.json"
    if load([*command, "--json", str(file)]) == 2:
        raise SystemExit(f"could not measure: {' '.join(command)}")
    return json.loads(file.read_text(encoding="utf-8"))


def evaluated(folder: Path) -> Any:
    """Return the figures of the evaluation of one world."""
    file = folder / "evaluation.json"
    with file.open("w", encoding="utf-8") as output, redirect_stdout(output):
        evaluate(["--world", WORLD, "--neighbours", "others", "--json"])
    return json.loads(file.read_text(encoding="utf-8"))


def draw_course(figures: Sequence[Any], name: str) -> None:
    """Draw the course of the first of these runs as `docs/images/NAME.png`."""
    course = figures[0]["timeline"]
    worst = max(filter(None, course["answers"]["worst_ms"]))
    save_picture(course_figure(course, worst_ms=worst), IMAGES / f"{name}.png")


def main() -> int:
    """Draw all pictures."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        draw_course(measured(folder, "regroup", "sentinel-failover"), "load-failover")
        draw_course(measured(folder, "run", "redis-outage"), "load-outage")
        bench = measured(folder, "bench", "--seconds", "1", "--bursts", "0")
        save_picture(bench_figure([KeptRun("", bench)]), IMAGES / "bench.png")
        run = KeptRun("", evaluated(folder))
        measures = {each: HEADINGS[each] for each in MAIN}
        figure = evaluation_figure([run], WORLD, measures)
        save_picture(figure, IMAGES / "evaluation.png")
    return 0


if __name__ == "__main__":
    sys.exit(main())
