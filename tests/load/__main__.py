"""Command line of the load test kit: `python -m tests.load …`."""

import argparse
import asyncio
import math
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from tests.load import bursts, footprint
from tests.load.bench import Bench
from tests.load.closed_loop import ServerGone
from tests.load.figures import as_json
from tests.load.plan import Plan
from tests.load.regroup import HEAD, KINDS, regroup
from tests.load.report import Run, report, write
from tests.load.run import SHORT, Outputs, run
from tests.load.scenarios import SCENARIOS, Load
from tests.load.servers import Cores, Unusable, compile_sources
from tests.load.staging import Target
from tests.load.storm import blow
from tests.load.upheavals import LONG, NAMES, UPHEAVALS
from tests.progress import progress
from tests.reports.bench import bench_page
from tests.reports.load import load_page
from tests.reports.page import KeptRun, NoReport, add_report_options, compared

UNUSABLE = 2  # the exit code where nothing could be measured


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(prog="python -m tests.load", description=__doc__)
    commands = top.add_subparsers(dest="command", required=True)
    bench = commands.add_parser(
        "bench", help="the highest rate of one core, beside bare aiohttp's"
    )
    bench.add_argument("--seconds", type=float, default=0.5, help="of each round")
    bench.add_argument(
        "--rounds", type=int, default=11, help="each beside one of bare aiohttp; odd"
    )
    bench.add_argument("--connections", type=int, default=32, help="kept alive")
    bench.add_argument("--listeners", type=int, default=64, help="all of them warm")
    bench.add_argument("--server-core", type=int, help="default: the last one")
    bench.add_argument(
        "--profile", action="store_true", help="then show where the time goes"
    )
    bench.add_argument(
        "--stacks", type=Path, help="a folder for the profile's samples, too"
    )
    bench.add_argument(
        "--bursts", type=int, default=3, help="rounds of new listeners; 0: none"
    )
    bench.add_argument(
        "--starts", type=int, default=5, help="of each process, in turns; odd"
    )
    bench.add_argument("--runs", type=int, default=1, help="how often all of it; odd")
    bench.add_argument(
        "--write", type=Path, help="docs/performance.md: put the figures there"
    )
    add_outputs(bench)
    bench.set_defaults(does=benchmark)
    loads = commands.add_parser("run", help="scenarios, each on a stage of its own")
    loads.add_argument("scenario", nargs="*", help="default: all but the soaks")
    loads.add_argument("--rate", type=float, default=50.0, help="requests a second")
    loads.add_argument("--seconds", type=float, default=10.0)
    loads.add_argument("--listeners", type=int, default=64)
    loads.add_argument("--list", action="store_true", help="say what there is")
    add_outputs(loads)
    loads.set_defaults(does=scenarios)
    check = commands.add_parser("check", help="a quarter of a minute, for CI")
    check.set_defaults(does=short)
    storm = commands.add_parser(
        "storm", help="callers, relinks, erasures, faults and evictions, all at once"
    )
    storm.add_argument("--seconds", type=float, default=300.0)
    storm.add_argument("--callers", type=int, default=100)
    storm.add_argument("--seed", type=int, default=1)
    add_outputs(storm)
    storm.set_defaults(does=tempest)
    regroup = commands.add_parser(
        "regroup", help="a resharding and failovers, under load"
    )
    regroup.add_argument("kind", nargs="*", help=f"default: {', '.join(KINDS)}")
    regroup.add_argument("--rate", type=float, default=50.0, help="requests a second")
    regroup.add_argument("--seconds", type=float, default=20.0)
    add_outputs(regroup)
    regroup.set_defaults(does=regrouping)
    staging = commands.add_parser("staging", help="against a deployment")
    staging.add_argument("url", help="of the deployment, https://…")
    staging.add_argument("--chain", type=Path, required=True, help="PEM, as deployed")
    staging.add_argument("--key", type=Path, required=True, help="the leaf's key, PEM")
    staging.add_argument("--skill", required=True, help="the skill's id there")
    staging.add_argument("--rate", type=float, default=20.0)
    staging.add_argument("--seconds", type=float, default=30.0)
    staging.add_argument("--listeners", type=int, default=64)
    staging.add_argument("--json", type=Path, help="write the figures to this file")
    staging.add_argument("--report", type=Path, metavar="PAGE", help="draw them")
    staging.set_defaults(does=deployment)
    return top


def add_outputs(command: argparse.ArgumentParser) -> None:
    """Add `--json`, `--report` and `--compare`."""
    command.add_argument("--json", type=Path, help="write the figures to this file")
    add_report_options(command)


def benchmark(chosen: argparse.Namespace) -> int:
    if runs := compared(chosen):
        chosen.report.write_text(bench_page(runs), encoding="utf-8")
        return 0
    plan = Plan(
        seconds=chosen.seconds,
        rounds=chosen.rounds,
        connections=chosen.connections,
        listeners=chosen.listeners,
        server_core=chosen.server_core,
        stacks=chosen.stacks,
    )
    compile_sources()
    bench = Bench(plan)
    found = [_one_run(bench, chosen) for _ in range(chosen.runs)]
    if chosen.bursts:
        told = report(found, command_of(chosen), datetime.now(UTC))
        print(f"\n{told}")
        if chosen.write:
            write(chosen.write, told)
    if chosen.report:
        kept = [
            KeptRun(f"run {number}", as_json(list(each.lines)))
            for number, each in enumerate(found, 1)
        ]
        chosen.report.write_text(bench_page(kept), encoding="utf-8")
    if chosen.profile:
        print(bench.profile())
    return 0


def _one_run(bench: Bench, chosen: argparse.Namespace) -> Run:
    run = Run(bench.run(), {}, {})
    print(bench.report(list(run.lines), chosen.json))
    if chosen.bursts:
        cores = Cores.of_this_machine(chosen.server_core)
        with progress("bursts", len(bursts.CROWDS) + 2) as steps:
            for crowd in bursts.CROWDS:
                steps.begin(crowd.about)
                run.bursts[crowd.about] = bursts.bursts(cores, chosen.bursts, crowd)
            steps.begin("starts")
            run.starts.update(bursts.starts(cores, chosen.starts))
            steps.begin("footprint")
            run.footprint.update(footprint.in_a_process())
        for crowd in bursts.CROWDS:
            print(f"\n{bursts.table(crowd, run.bursts[crowd.about])}")
        print()
        for name, taken in run.starts.items():
            print(f"first answer of {name}: {median(taken):.2f} s")
    return run


def command_of(chosen: argparse.Namespace) -> str:
    """What one run was asked to do."""
    seconds, rounds, times = chosen.seconds, chosen.rounds, chosen.bursts
    return (
        f"bench --seconds {seconds:g} --rounds {rounds} --bursts {times} "
        f"--starts {chosen.starts}"
    )


def _are_drawn(chosen: argparse.Namespace) -> bool:
    """Draw the two kept runs of `--compare`; return whether it is used."""
    if runs := compared(chosen):
        chosen.report.write_text(load_page(runs), encoding="utf-8")
    return bool(runs)


def scenarios(chosen: argparse.Namespace) -> int:
    if _are_drawn(chosen):
        return 0
    if chosen.list:
        for name in NAMES:
            print(f"{name:20} {about(name)}")
        return 0
    names = chosen.scenario or [name for name in NAMES if name not in LONG]
    if unknown := sorted(set(names) - set(NAMES)):
        raise Unusable(f"no such scenario: {', '.join(unknown)}; see --list")
    load = Load(chosen.rate, chosen.seconds, chosen.listeners)
    return run(names, load, Outputs(chosen.json, chosen.report))


def about(name: str) -> str:
    if name in SCENARIOS:
        return SCENARIOS[name].about
    return (UPHEAVALS[name].__doc__ or "").splitlines()[0]


def short(_chosen: argparse.Namespace) -> int:
    return run(SHORT, Load(rate=40.0, seconds=2.0, listeners=16), Outputs())


def tempest(chosen: argparse.Namespace) -> int:
    if _are_drawn(chosen):
        return 0
    cores = Cores.of_this_machine()
    with progress("storm", chosen.seconds) as steps:
        steps.begin(f"{chosen.callers} callers", chosen.seconds)
        found = asyncio.run(blow(cores, chosen.seconds, chosen.callers, chosen.seed))
    print(found.text())
    Outputs(chosen.json, chosen.report).write([found.as_json()])
    return int(found.broken)


def regrouping(chosen: argparse.Namespace) -> int:
    if _are_drawn(chosen):
        return 0
    if unknown := sorted(set(chosen.kind) - set(KINDS)):
        raise Unusable(f"no such kind: {', '.join(unknown)}")
    cores, code = Cores.of_this_machine(), 0
    kinds, rows, figures = chosen.kind or KINDS, [HEAD], []
    with progress("regroup", len(kinds)) as steps:
        for name in kinds:
            steps.begin(name)
            found = regroup(name, cores, chosen.rate, chosen.seconds)
            rows.append(found.row())
            figures.append(found.as_json())
            code |= found.missing > 0 or found.apologies > 0 or math.isinf(found.shared)
    print("\n".join(rows))
    Outputs(chosen.json, chosen.report).write(figures)
    return int(code)


def deployment(chosen: argparse.Namespace) -> int:
    target = Target(chosen.url, chosen.chain, chosen.key, chosen.skill)
    load = Load(chosen.rate, chosen.seconds, chosen.listeners)
    return target.run(load, Outputs(chosen.json, chosen.report))


def main(arguments: Sequence[str] | None = None) -> int:
    chosen = parser().parse_args(arguments)
    try:
        code: int = chosen.does(chosen)
    except (Unusable, ServerGone, NoReport) as reason:
        print(reason, file=sys.stderr)
        return UNUSABLE
    return code


if __name__ == "__main__":
    sys.exit(main())
