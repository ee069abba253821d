"""`python -m tests.load run …`: run scenarios in turn, print a table and a verdict."""

import json
from collections.abc import Sequence
from pathlib import Path

from tests.load.scenarios import SCENARIOS, Load
from tests.load.servers import Cores
from tests.load.stage import stage
from tests.load.upheavals import SETTINGS, SHARED, UPHEAVALS
from tests.load.verdict import Result, table
from tests.progress import progress

STARTING_SECONDS = 3.0  # of a stage and everybody's first question
# Enough to see that the line holds, in a quarter of a minute.
SHORT = ("warm", "cold", "redis-black-hole", "sigterm")


def expected_seconds(name: str, load: Load) -> float:
    """Return about how long a scenario takes, with the start of its processes."""
    scenario = SCENARIOS.get(name)
    fixed = scenario.requests if scenario else None
    return STARTING_SECONDS + (fixed / load.rate if fixed else load.seconds)


def run_one(name: str, cores: Cores, load: Load) -> Result:
    """One scenario on a stage of its own."""
    scenario = SCENARIOS.get(name)
    if scenario is None:
        with stage(
            cores,
            redis=name in SHARED,
            instances=SHARED.get(name, 1),
            settings=SETTINGS.get(name),
        ) as made:
            return UPHEAVALS[name](name, made, load)
    with stage(
        cores, redis=scenario.redis, tls=scenario.tls, instances=scenario.instances
    ) as made:
        return scenario.run(name, made, load)


def run(names: Sequence[str], load: Load, file: Path | None = None) -> int:
    """Prints the table; 1 where a promise was broken."""
    cores, results = Cores.of_this_machine(), []
    expected = {name: expected_seconds(name, load) for name in names}
    with progress("load", sum(expected.values())) as steps:
        for name in names:
            steps.begin(name, expected[name])
            results.append(run_one(name, cores, load))
    print(table(results))
    if file:
        file.write_text(json.dumps([one.as_json() for one in results], indent=1))
    return int(any(result.broken for result in results))
