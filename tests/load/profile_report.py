"""Profile report: which functions cost most, alone and with the functions they call."""

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

SHOWN = 25
OURS = {"service", "handlers", "providers"}
Stacks = Mapping[tuple[str, ...], int]


def read(file: Path) -> Stacks:
    """Lines of `caller;callee;… how often`."""
    lines = (line.rpartition(" ") for line in file.read_text().splitlines())
    return {tuple(stack.split(";")): int(count) for stack, _, count in lines}


def alone(stacks: Stacks) -> Counter[str]:
    """Samples by the function that was running, the C code that it called included."""
    counts: Counter[str] = Counter()
    for stack, count in stacks.items():
        counts[stack[-1]] += count
    return counts


def together(stacks: Stacks) -> Counter[str]:
    """Samples by every function that was on the stack."""
    counts: Counter[str] = Counter()
    for stack, count in stacks.items():
        for name in set(stack):
            counts[name] += count
    return counts


def report(stacks: Stacks, us_per_request: float) -> str:
    """Two tables; shares of all samples, and what they make of a request's time."""
    total = sum(stacks.values())
    if not total:
        return "no samples"

    def rows(counts: Iterable[tuple[str, int]]) -> Iterable[str]:
        for name, count in counts:
            share = count / total
            yield f"{share:7.1%} {share * us_per_request:7.1f} µs  {name}"

    ours = Counter(
        {
            name: count
            for name, count in together(stacks).items()
            if name.partition(".")[0] in OURS
        }
    )
    return "\n".join(
        [
            f"{total} samples, {us_per_request:.0f} µs of CPU a request",
            "\nalone (with the C code it calls):",
            *rows(alone(stacks).most_common(SHOWN)),
            "\nour own functions with all that they call:",
            *rows(ours.most_common(SHOWN)),
        ]
    )
