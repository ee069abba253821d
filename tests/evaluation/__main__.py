"""`python -m tests.evaluation`: synthetic listeners, a file of listens, a waterfall."""

import argparse
import asyncio
import json
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from tests.evaluation import listens
from tests.evaluation.synthetic import Figures, evaluate
from tests.evaluation.waterfall import cold_and_warm, lines, waves

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
COLUMNS = {
    "ndcg": "NDCG@10",
    "hit": "hit rate",
    "diversity": "artists",
    "novelty": "novelty",
    "repeats": "repeats/7d",
    "calls": "calls cold",
    "milliseconds": "ms cold",
    "warm_calls": "calls warm",
    "warm_milliseconds": "ms warm",
}


def table(figures: dict[str, Figures]) -> str:
    """The means, a line for each way of recommending."""
    lines = [f"{'':24}" + "".join(f"{name:>12}" for name in COLUMNS.values())]
    for name, measured in figures.items():
        means = measured.means()
        cells = (
            f"{means[column]:12.3f}" if getattr(measured, column) else f"{'–':>12}"
            for column in COLUMNS
        )
        lines.append(f"{name:24}" + "".join(cells))
    return "\n".join(lines)


def share(text: str) -> float:
    """A number between 0 and 1, for argparse."""
    value = float(text)
    if not 0 < value < 1:
        raise ValueError(text)
    return value


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation")
    parser.add_argument("--listeners", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--listens", type=Path)
    parser.add_argument("--holdout", type=share, default=0.2)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--waterfall", type=float, metavar="SECONDS")
    parser.add_argument("--who", default="ada")
    chosen = parser.parse_args(arguments)
    if chosen.listens is not None:
        return of_file(chosen.listens, chosen.holdout, chosen.seed, as_json=chosen.json)
    if chosen.waterfall is not None:
        return of_one_answer(chosen.who, chosen.waterfall)
    figures = asyncio.run(evaluate(count=chosen.listeners, seed=chosen.seed, now=NOW))
    if chosen.json:
        print(json.dumps({name: one.means() for name, one in figures.items()}))
    else:
        print(table(figures))
    return 0


def of_one_answer(who: str, delay: float) -> int:
    """A cold answer as a waterfall, every call delayed by so many seconds."""
    cold, warm, took = asyncio.run(cold_and_warm(who=who, delay=delay, now=NOW))
    print("\n".join(lines(cold)))
    last = max(call.began + call.seconds for call in cold.calls)
    print(f"cold: {len(cold.calls)} calls, {waves(cold)} waves, {last * 1000:.0f} ms")
    print(f"warm: {len(warm.calls)} calls, {took * 1000:.1f} ms")
    return 0


def of_file(path: Path, holdout: float, seed: int, *, as_json: bool) -> int:
    """The pure ranking over a file of listens; 2 where it cannot be read."""
    try:
        outcome = listens.evaluate(listens.read(path), holdout=holdout, seed=seed)
    except (OSError, listens.NoListens) as error:
        print(f"cannot evaluate {path}: {error}", file=sys.stderr)
        return 2
    figures = outcome.figures()
    if as_json:
        print(json.dumps(figures))
    else:
        for name, value in figures.items():
            print(f"{name:20} {value}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
