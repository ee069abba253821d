"""`python -m tests.load run …`: run scenarios in turn, print a table and a verdict."""

import json
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from tests.load.scenarios import SCENARIOS, Load
from tests.load.servers import Cores
from tests.load.stage import Stage, stage
from tests.load.timeline import Json, Troubles, timeline, watching
from tests.load.upheavals import STAGES, UPHEAVALS
from tests.load.verdict import Result, table
from tests.progress import progress
from tests.reports.load import load_page
from tests.reports.page import KeptRun

STARTING_SECONDS = 3.0  # of a stage and everybody's first question
# Enough to see that the line holds, in a quarter of a minute.
SHORT = ("warm", "cold", "redis-black-hole", "sigterm")


def expected_seconds(name: str, load: Load) -> float:
    """Return about how long a scenario takes, with the start of its processes."""
    scenario = SCENARIOS.get(name)
    fixed = scenario.requests if scenario else None
    return STARTING_SECONDS + (fixed / load.rate if fixed else load.seconds)


def run_one(name: str, cores: Cores, load: Load) -> Result:
    """One scenario on a stage of its own, with its timeline."""
    with _staged(name, cores) as made, watching(made.services) as samples:
        scenario = SCENARIOS.get(name)
        does = scenario.run if scenario else UPHEAVALS[name]
        result = does(name, made, load)
        marks = [*made.marks, *made.redis_events()]
    troubles = Troubles(moments=made.apologies)
    result.timeline = timeline(result.answers, samples, marks, troubles)
    return result


def _staged(name: str, cores: Cores) -> AbstractContextManager[Stage]:
    scenario = SCENARIOS.get(name)
    if scenario is None:
        return stage(cores, **STAGES.get(name, {}))
    return stage(
        cores, redis=scenario.redis, tls=scenario.tls, instances=scenario.instances
    )


@dataclass(frozen=True, slots=True)
class Outputs:
    """Where figures go beside the table: a JSON file, and a page with plots."""

    json: Path | None = None
    report: Path | None = None

    def write(self, figures: list[Json]) -> None:
        """Write the figures to both files, if they are named."""
        if self.json:
            self.json.write_text(json.dumps(figures, indent=1), encoding="utf-8")
        if self.report:
            drawn = load_page([KeptRun("this run", figures)])
            self.report.write_text(drawn, encoding="utf-8")


def run(names: Sequence[str], load: Load, outputs: Outputs) -> int:
    """Prints the table; 1 where a promise was broken."""
    cores, results = Cores.of_this_machine(), []
    expected = {name: expected_seconds(name, load) for name in names}
    with progress("load", sum(expected.values())) as steps:
        for name in names:
            steps.begin(name, expected[name])
            results.append(run_one(name, cores, load))
    print(table(results))
    outputs.write([result.as_json() for result in results])
    return int(any(result.broken for result in results))
