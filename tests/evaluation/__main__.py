"""`python -m tests.evaluation`: how good the recommendations are, from outside.

Without options: every synthetic world over five seeds, the service beside baselines.
"""

import argparse
import asyncio
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from simulator.spotify.data.other_listeners import neighbours_content
from simulator.spotify.serializers import Regime
from simulator.spotify.world import World
from tests.evaluation import listens
from tests.evaluation.calibration import calibrated
from tests.evaluation.environment import run_in_virtual_time
from tests.evaluation.listens import Listens, NoListens
from tests.evaluation.reasons import NAMED_ACCOUNTS, check_reasons
from tests.evaluation.trials import MEASURES, Results, Table, run, run_seeds
from tests.evaluation.waterfall import cold_and_warm, lines, waves
from tests.evaluation.week import DAYS, MANNERS, run_week
from tests.evaluation.worlds import (
    SYNTHETIC,
    Trial,
    WorldName,
    synthetic_trial,
    trial_of_listens,
)
from tests.progress import Begin, progress
from tests.reports.evaluation import evaluation_page
from tests.reports.page import KeptRun, NoReport, add_report_options, compared

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
HEADINGS = {
    "ndcg_new": "NDCG new",
    "hit_new": "hit new",
    "ndcg_day": "NDCG new/25",
    "ndcg_all": "NDCG all",
    "hit_all": "hit all",
    "diversity": "artists",
    "new_first": "new in 1st",
    "calls": "calls",
    "calls_ten": "calls/10",
}


def as_text(table: Table) -> str:
    """Return the estimates, a line for each world and way of recommending."""
    lines = [f"{'':34}" + "".join(f"{HEADINGS[name]:>14}" for name in MEASURES)]
    for world, by_way in table.items():
        for way, estimates in by_way.items():
            cells = "".join(f"{estimates[name]!s:>14}" for name in MEASURES)
            lines.append(f"{world:12}{way:22}{cells}")
    return "\n".join(lines)


def as_json(table: Table) -> str:
    """Return the estimates as JSON: mean and margin by world, way and measure."""
    return json.dumps(
        {
            world: {
                way: {
                    name: {"mean": one.mean, "margin": one.margin}
                    for name, one in estimates.items()
                }
                for way, estimates in by_way.items()
            }
            for world, by_way in table.items()
        }
    )


def share(text: str) -> float:
    """Return a number between 0 and 1, for argparse."""
    value = float(text)
    if not 0 < value < 1:
        raise ValueError(text)
    return value


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--listens", type=Path, metavar="FILE", help="real listening")
    what.add_argument("--invent", type=Path, metavar="FILE", help="write such a file")
    what.add_argument("--week", action="store_true", help="a simulated week")
    what.add_argument("--reasons", action="store_true", help="check every reason")
    what.add_argument("--waterfall", type=float, metavar="SECONDS")
    parser.add_argument("--listeners", type=int, default=12)
    parser.add_argument("--seeds", type=int, default=5, choices=range(1, 11))
    parser.add_argument("--first-seed", type=int, default=1)
    parser.add_argument("--genres", action="store_true", help="the extended regime")
    parser.add_argument(
        "--neighbours",
        metavar="FILE",
        help="the service's similar artists; `others`: learnt from the other listeners",
    )
    parser.add_argument(
        "--calibration",
        type=share,
        metavar="SHARE",
        help="choose by Steck's calibration, which counts so much, instead of by MMR",
    )
    parser.add_argument("--holdout", type=share, default=0.2)
    parser.add_argument("--world", choices=SYNTHETIC)
    parser.add_argument("--days", type=int, default=4)
    parser.add_argument("--who", default="ada")
    parser.add_argument("--json", action="store_true")
    add_report_options(parser)
    return parser


def main(arguments: Sequence[str]) -> int:
    """Run what the arguments choose; return 2 where a file cannot be read."""
    chosen = _parser().parse_args(arguments)
    with calibrated(chosen.calibration):
        return _run(chosen)


def _run(chosen: argparse.Namespace) -> int:
    if chosen.waterfall is not None:
        return _waterfall(chosen.who, chosen.waterfall)
    if chosen.invent is not None:
        listens.write(chosen.invent, listens.invent(chosen.listeners, chosen.seeds))
        return 0
    if chosen.reasons:
        return _reasons(chosen)
    if chosen.week:
        return _week(chosen)
    return _trials(chosen)


def _trials(chosen: argparse.Namespace) -> int:
    """Print the estimates of the service and the baselines; draw them if wanted."""
    try:
        if runs := compared(chosen):
            _draw(chosen.report, runs)
            return 0
        make = _trial_maker(chosen)
    except NoReport as reason:
        print(reason, file=sys.stderr)
        return 2
    except (OSError, NoListens) as error:
        print(f"cannot evaluate {chosen.listens}: {error}", file=sys.stderr)
        return 2
    seeds, worlds = range(chosen.first_seed, chosen.first_seed + chosen.seeds), 1
    if chosen.listens is None and not chosen.world:
        worlds = len(SYNTHETIC)
    with progress("evaluation", chosen.seeds * worlds * chosen.listeners) as steps:
        table = run_seeds(make, seeds, partial(_measure, chosen, steps.begin))
    print(as_json(table) if chosen.json else as_text(table))
    if chosen.report:
        _draw(chosen.report, [KeptRun("this run", json.loads(as_json(table)))])
    return 0


def _draw(file: Path, runs: Sequence[KeptRun]) -> None:
    file.write_text(evaluation_page(runs, HEADINGS), encoding="utf-8")


def _trial_maker(chosen: argparse.Namespace) -> Callable[[int], Trial]:
    count: int = chosen.listeners
    if chosen.listens is None:
        worlds: tuple[WorldName, ...] = (chosen.world,) if chosen.world else SYNTHETIC
        return lambda seed: synthetic_trial(
            count=count, seed=seed, now=NOW, worlds=worlds
        )
    table: Listens = listens.read(chosen.listens)
    return lambda seed: trial_of_listens(
        table, holdout=chosen.holdout, count=count, seed=seed, now=NOW
    )


def _regime(chosen: argparse.Namespace) -> Regime:
    return "extended" if chosen.genres else "development"


@contextmanager
def _neighbours(
    chosen: argparse.Namespace, build: Callable[[Path], Path]
) -> Iterator[Path | None]:
    """Yield the service's file of similar artists, or None.

    build: makes it of other listeners, in a folder.
    """
    if chosen.neighbours != "others":
        yield Path(chosen.neighbours) if chosen.neighbours else None
        return
    with TemporaryDirectory() as folder:
        yield build(Path(folder))


def _content_of_demo(folder: Path) -> Path:
    """Write the fake Spotify's own file of similar artists."""
    file = folder / "neighbours.bin"
    file.write_bytes(neighbours_content(World(now=lambda: NOW).catalogue))
    return file


async def _measure(chosen: argparse.Namespace, begin: Begin, trial: Trial) -> Results:
    regime = _regime(chosen)
    with _neighbours(chosen, partial(listens.build_neighbours, trial.others)) as file:
        return await run(trial, NOW, regime=regime, neighbours=file, begin=begin)


def _waterfall(who: str, delay: float) -> int:
    """Print a cold answer as a waterfall, every call delayed by so many seconds."""
    cold, warm, took = asyncio.run(cold_and_warm(who=who, delay=delay, now=NOW))
    print("\n".join(lines(cold)))
    last = max(call.began + call.seconds for call in cold.calls)
    print(f"cold: {len(cold.calls)} calls, {waves(cold)} waves, {last * 1000:.0f} ms")
    print(f"warm: {len(warm.calls)} calls, {took * 1000:.1f} ms")
    return 0


def _week(chosen: argparse.Namespace) -> int:
    world: WorldName = chosen.world or "unheard"
    seed = chosen.first_seed
    trial = synthetic_trial(count=chosen.listeners, seed=seed, now=NOW, worlds=(world,))
    with (
        _neighbours(chosen, partial(listens.build_neighbours, trial.others)) as file,
        progress("week", len(MANNERS) * DAYS + 1) as steps,
    ):
        week = run_week(
            trial,
            world,
            NOW,
            regime=_regime(chosen),
            neighbours=file,
            begin=steps.begin,
        )
        weeks = run_in_virtual_time(week)
    figures = {manner: week.figures() for manner, week in weeks.items()}
    if chosen.json:
        print(json.dumps(figures))
        return 0
    names = figures["busy"]
    print(f"{'':34}" + "".join(f"{manner:>10}" for manner in figures))
    for name in names:
        print(f"{name:34}" + "".join(f"{f[name]:10.3g}" for f in figures.values()))
    return 0


def _reasons(chosen: argparse.Namespace) -> int:
    accounts = [*NAMED_ACCOUNTS, *(f"load-{n}" for n in range(chosen.listeners))]
    with (
        _neighbours(chosen, _content_of_demo) as file,
        progress("reasons", len(accounts) * chosen.days) as steps,
    ):
        verdicts = run_in_virtual_time(
            check_reasons(
                NOW,
                accounts=accounts,
                days=chosen.days,
                regime=_regime(chosen),
                neighbours=file,
                begin=steps.begin,
            )
        )
    figures = verdicts.figures()
    if chosen.json:
        print(json.dumps(figures))
        return 0
    for name, value in figures.items():
        print(f"{name:36} {value}")
    for example in verdicts.examples[:5]:
        print(f"untrue: {example}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
