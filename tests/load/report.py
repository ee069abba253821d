"""Report of a benchmark: the generated part of docs/performance.md, from several runs.

All ratios are of one run, there medians of what was measured side by side; a row shows
the median of the runs, and each of them.
"""

import platform
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from statistics import median

from tests.load.bursts import CROWDS, Burst
from tests.load.figures import Line

BEGIN, END = "<!-- figures:begin -->", "<!-- figures:end -->"
BARE, MINIMAL, SERVICE = "bare aiohttp", "minimal skill", "service"
REDIS = "service, Redis"


@dataclass(frozen=True, slots=True)
class Run:
    """What one run of the benchmark found.

    `lines`: the closed loop, bare aiohttp first. `bursts`: by the crowd's `about`.
    `starts`: seconds to the first answer, by contestant, one for each turn.
    `footprint`: bytes in memory, see `tests.load.footprint`.
    """

    lines: Sequence[Line]
    bursts: dict[str, Sequence[Burst]]
    starts: dict[str, list[float]]
    footprint: dict[str, float] = field(default_factory=dict)

    def line(self, name: str) -> Line:
        return next(line for line in self.lines if line.name == name)

    def cold(self, name: str, size: int) -> Burst:
        """The burst of so many new listeners with screens."""
        found = self.bursts[CROWDS[0].about]
        return next(b for b in found if (b.contestant, b.size) == (name, size))

    def rate_ratio(self, name: str) -> float:
        """By processor time: the rate of a core that does nothing else."""
        return 1 / self.cost_ratio(name)

    def cost_ratio(self, name: str) -> float:
        return self.line(name).ratio("cpu_us")

    def start_ratio(self, name: str) -> float:
        pairs = zip(self.starts[name], self.starts[BARE], strict=True)
        return float(median(own / bare for own, bare in pairs))

    def cold_cost(self, name: str, size: int) -> float:
        return self.cold(name, size).cpu / self.cold(MINIMAL, size).cpu

    def cold_rate(self, name: str, size: int) -> float:
        return self.cold(name, size).rate / self.cold(MINIMAL, size).rate


@dataclass(frozen=True, slots=True)
class Target:
    """A figure that has to be reached, and the one that is aimed at.

    `least`: whether more is better.
    """

    about: str
    measure: Callable[[Run], float]
    must: float
    aim: float
    least: bool = False

    def row(self, runs: Sequence[Run]) -> str:
        found = [self.measure(run) for run in runs]
        return (
            f"| {self.about} | {self.must:g} | {self.aim:g} | {median(found):.2f} "
            f"| {each(found)} | {self.verdict(float(median(found)))} |"
        )

    def verdict(self, reached: float) -> str:
        for bound, word in ((self.aim, "aim reached"), (self.must, "kept")):
            if reached >= bound if self.least else reached <= bound:
                return word
        return "missed"


TARGETS = (
    Target(
        "launch with a screen, rate to bare",
        lambda run: run.rate_ratio("service, launch"),
        0.24,
        0.27,
        least=True,
    ),
    Target(
        "list with a screen, rate to bare",
        lambda run: run.rate_ratio("service, list"),
        0.17,
        0.22,
        least=True,
    ),
    Target(
        "recommendation of what is known, CPU to bare",
        lambda run: run.cost_ratio("service, recommend what I know"),
        10,
        8,
    ),
    Target(
        "launch, Redis every time, CPU to bare",
        lambda run: run.cost_ratio("service, launch, Redis every time"),
        9,
        8,
    ),
    Target(
        "100 new listeners, CPU to the minimal skill",
        lambda run: run.cold_cost(SERVICE, 100),
        1.6,
        1.35,
    ),
    Target(
        "1,000 new listeners, CPU to the minimal skill",
        lambda run: run.cold_cost(SERVICE, 1000),
        1.6,
        1.35,
    ),
    Target(
        "100 new listeners with Redis, CPU to the minimal skill",
        lambda run: run.cold_cost(REDIS, 100),
        2.0,
        1.6,
    ),
    Target(
        "1,000 new listeners with Redis, CPU to the minimal skill",
        lambda run: run.cold_cost(REDIS, 1000),
        2.0,
        1.6,
    ),
    Target(
        "1,000 new listeners, rate to the minimal skill",
        lambda run: run.cold_rate(SERVICE, 1000),
        0.65,
        0.75,
        least=True,
    ),
    Target(
        "1,000 new listeners, lost or late",
        lambda run: run.cold(SERVICE, 1000).late + run.cold(REDIS, 1000).late,
        0,
        0,
    ),
    Target(
        "start to the first 200, to bare",
        lambda run: run.start_ratio(SERVICE),
        1.85,
        1.6,
    ),
    Target(
        "idle memory, to bare",
        lambda run: run.line("service, launch").idle_mb / run.line(BARE).idle_mb,
        1.6,
        1.45,
    ),
    Target(
        "a cached playlist, bytes",
        lambda run: run.footprint["playlist"],
        90,
        90,
    ),
    Target(
        "a cached listener with taste, KB",
        lambda run: run.footprint["taste"] / 1000,
        40,
        40,
    ),
)


def report(runs: Sequence[Run], command: str, at: datetime) -> str:
    """Markdown: how it was measured, the targets, and all figures."""
    parts = [
        (
            f"{at:%d %B %Y}, {machine()}, {len(runs)} times `{command}`: the median "
            "of all, and the ratios of each run."
        ),
        targets(runs),
        rates(runs),
        *(cold(about, runs) for about in runs[0].bursts),
        start_and_memory(runs),
    ]
    return "\n\n".join(parts)


def machine() -> str:
    """The processors, and the versions that the figures depend on."""
    info = Path("/proc/cpuinfo").read_text().splitlines()
    models = [line.partition(": ")[2] for line in info if line.startswith("model name")]
    redis = subprocess.run(
        ("redis-server", "--version"),  # noqa: S607
        capture_output=True,
        check=True,
        text=True,
    )
    version = redis.stdout.partition("v=")[2].partition(" ")[0]
    return (
        f"{len(models)} × {models[0]}, Linux {platform.release()}, CPython "
        f"{platform.python_version()}, Redis {version}, all on uvloop"
    )


def targets(runs: Sequence[Run]) -> str:
    rows = [
        "| target | must | aim | reached | of each run | |",
        "|---|---:|---:|---:|---|---|",
    ]
    return "\n".join((*rows, *(target.row(runs) for target in TARGETS)))


def rates(runs: Sequence[Run]) -> str:
    rows = ["| server | rate/s | ratio | of each run | CPU µs | p50 ms | p99 ms |"]
    rows.append("|---|---:|---:|---|---:|---:|---:|")
    for line in runs[0].lines:
        own = [run.line(line.name) for run in runs]
        ratios = [run.rate_ratio(line.name) for run in runs]
        eased = [each_line.at_ease for each_line in own if each_line.at_ease]
        p50 = median(ease.p50_ms for ease in eased)
        p99 = median(ease.p99_ms for ease in eased)
        rows.append(
            f"| {line.name} | {median(x.middle('rate') for x in own):,.0f} "
            f"| {median(ratios):.2f} | {each(ratios)} "
            f"| {median(x.middle('cpu_us') for x in own):.0f} | {p50:.1f} | {p99:.1f} |"
        )
    return "\n".join(rows)


def cold(about: str, runs: Sequence[Run]) -> str:
    rows = [
        (
            f"| {about} | skill | answers/s | ratio | CPU µs | CPU ratio | of each run "
            "| last ms | lost or late |"
        ),
        "|---:|---|---:|---:|---:|---:|---|---:|---:|",
    ]
    for place, burst in enumerate(runs[0].bursts[about]):
        own = [run.bursts[about][place] for run in runs]
        firsts = [
            next(b for b in run.bursts[about] if b.size == burst.size) for run in runs
        ]
        pairs = list(zip(own, firsts, strict=True))
        costs = [b.cpu / first.cpu for b, first in pairs]
        rates = [b.rate / first.rate for b, first in pairs]
        rows.append(
            f"| {burst.size:,} | {burst.contestant} "
            f"| {median(b.rate for b in own):,.0f} | {median(rates):.2f} "
            f"| {median(b.cpu for b in own):,.0f} | {median(costs):.2f} "
            f"| {each(costs)} "
            f"| {median(b.last for b in own):.0f} | {sum(b.late for b in own)} |"
        )
    return "\n".join(rows)


def start_and_memory(runs: Sequence[Run]) -> str:
    rows = [
        "| | first 200, s | ratio | of each run | idle MB |",
        "|---|---:|---:|---|---:|",
    ]
    idle = {
        BARE: BARE,
        MINIMAL: MINIMAL,
        SERVICE: "service, launch",
        REDIS: "service, launch, Redis every time",
    }
    for name in runs[0].starts:
        ratios = [run.start_ratio(name) for run in runs]
        seconds = median(taken for run in runs for taken in run.starts[name])
        memory = ""
        if name in idle:
            memory = f"{median(run.line(idle[name]).idle_mb for run in runs):.0f}"
        rows.append(
            f"| {name} | {seconds:.2f} | {median(ratios):.2f} | {each(ratios)} "
            f"| {memory} |"
        )
    return "\n".join(rows)


def each(ratios: Sequence[float]) -> str:
    return " ".join(f"{ratio:.2f}" for ratio in ratios)


def write(file: Path, text: str) -> None:
    """Put the text in the place of the figures that are in the file."""
    before, _, rest = file.read_text().partition(BEGIN)
    _, _, after = rest.partition(END)
    file.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}")
