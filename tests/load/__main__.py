"""`python -m tests.load …`: what a load tester can start."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.load.bench import Bench, Plan
from tests.load.closed_loop import ServerGone
from tests.load.servers import Unusable

UNUSABLE = 2  # the exit code where nothing could be measured


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(prog="python -m tests.load", description=__doc__)
    commands = top.add_subparsers(dest="command", required=True)
    bench = commands.add_parser(
        "bench", help="the highest rate of one core, beside bare aiohttp's"
    )
    bench.add_argument("--seconds", type=float, default=3.0, help="of each round")
    bench.add_argument("--rounds", type=int, default=5, help="interleaved; odd")
    bench.add_argument("--connections", type=int, default=32, help="kept alive")
    bench.add_argument("--listeners", type=int, default=64, help="all of them warm")
    bench.add_argument("--server-core", type=int, help="default: the last one")
    bench.add_argument(
        "--profile", action="store_true", help="then show where the time goes"
    )
    bench.add_argument(
        "--stacks", type=Path, help="a folder for the profile's samples, too"
    )
    bench.add_argument("--json", type=Path, help="write the figures to this file, too")
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    chosen = parser().parse_args(arguments)
    plan = Plan(
        seconds=chosen.seconds,
        rounds=chosen.rounds,
        connections=chosen.connections,
        listeners=chosen.listeners,
        server_core=chosen.server_core,
        stacks=chosen.stacks,
    )
    try:
        bench = Bench(plan)
        print(bench.report(bench.run(), chosen.json))
        if chosen.profile:
            print(bench.profile())
    except (Unusable, ServerGone) as reason:
        print(reason, file=sys.stderr)
        return UNUSABLE
    return 0


if __name__ == "__main__":
    sys.exit(main())
