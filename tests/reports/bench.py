"""Report of a benchmark: rates, processor time and latencies of every contestant."""

from collections.abc import Sequence
from statistics import median

from matplotlib.figure import Figure

from tests.reports.load import draw_percentiles, finish_percentiles
from tests.reports.page import (
    COLOURS,
    INK,
    Json,
    KeptRun,
    NoReport,
    Section,
    new_figure,
    page,
    plain,
    svg,
)

FIGURES = {
    "rate": "Answers a second on one core: median, and each round",
    "cpu_us": "Processor time of an answer in µs: median, and each round",
}


def bench_page(runs: Sequence[KeptRun]) -> str:
    """Return the page of one benchmark, or of two in the same plots."""
    for run in runs:
        _check(run)
    sections = [
        Section("At the highest rate", [svg(bench_figure(runs))]),
        Section("At half of that rate", [svg(_latency_figure(runs))]),
    ]
    return page(f"Benchmark: {' and '.join(run.name for run in runs)}", sections)


def _check(run: KeptRun) -> None:
    try:
        wanted = [line["rounds"][0]["rate"] for line in run.figures]
    except (KeyError, IndexError, TypeError) as error:
        raise NoReport(f"{run.name} is no benchmark") from error
    if not wanted:
        raise NoReport(f"{run.name} is an empty benchmark")


def bench_figure(runs: Sequence[KeptRun]) -> Figure:
    """Draw a bar for each contestant and run, and a dot for each round."""
    names = list(dict.fromkeys(line["name"] for run in runs for line in run.figures))
    size = (11.0, 1.2 + 0.3 * len(names) * len(runs))
    figure, axes = new_figure(*size, ncols=2, sharey=True)
    height = 0.8 / len(runs)
    for place, (run, colour) in enumerate(zip(runs, COLOURS, strict=False)):
        lines = {line["name"]: line for line in run.figures}
        for each, figure_name in zip(axes, FIGURES, strict=True):
            for row, name in enumerate(names):
                values = _rounds(lines.get(name), figure_name)
                at = row + place * height
                each.barh(
                    [at],
                    [median(values)] if values else [0],
                    height * 0.9,
                    color=colour,
                    alpha=0.6,
                    label=run.name if row == 0 else None,
                )
                if values:
                    each.annotate(
                        f"{median(values):,.0f}",
                        (max(values), at),
                        xytext=(6, 0),
                        textcoords="offset points",
                        va="center",
                        fontsize=8,
                    )
                each.scatter(values, [at] * len(values), s=8, color=INK, zorder=3)
    for each, title in zip(axes, FIGURES.values(), strict=True):
        plain(each, title, "")
        each.margins(x=0.15)
        each.set_xlim(left=0)
    axes[0].set_yticks([n + 0.4 - height / 2 for n in range(len(names))], names)
    axes[0].invert_yaxis()
    if len(runs) > 1:
        axes[1].legend(loc="lower right", frameon=False)
    return figure


def _rounds(line: Json | None, name: str) -> list[float]:
    return [each[name] for each in line["rounds"]] if line else []


def _latency_figure(runs: Sequence[KeptRun]) -> Figure:
    """Draw the percentile curve of every contestant, a plot for each run."""
    figure, found = new_figure(11.0, 4.2, ncols=len(runs), sharey=True, squeeze=False)
    for axes, run in zip(found[0], runs, strict=True):
        for number, line in enumerate(run.figures):
            if line["at_ease"] and line["at_ease"]["percentiles"]:
                colour = COLOURS[number % len(COLOURS)]
                curve = line["at_ease"]["percentiles"]
                draw_percentiles(axes, line["name"], curve, colour)
        finish_percentiles(axes)
        if len(runs) > 1:
            axes.set_title(run.name, loc="left", fontsize=9)
    return figure
