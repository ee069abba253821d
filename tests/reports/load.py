"""Report of load runs: latency against the schedule, faults, outcomes, processes."""

from collections.abc import Iterable, Sequence
from html import escape
from math import log10
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import LogLocator, NullFormatter

from tests.reports.page import (
    BLUE,
    COLOURS,
    FAINT,
    GREEN,
    INK,
    ORANGE,
    RED,
    Json,
    KeptRun,
    NoReport,
    Section,
    beside,
    new_figure,
    page,
    plain,
    svg,
    table,
)

TICKS = (0.5, 0.9, 0.99, 0.999, 0.9999)
BEST = 0.99999  # where the worst answer is drawn: its own share has no place
NEAR = 0.02  # marks closer than this share of the run stand one below the other
MANY = 24  # marks: more are lines without numbers, and told in the table alone


def load_page(runs: Sequence[KeptRun]) -> str:
    """Return the page of one run, or of two side by side."""
    found = [(run.name, _scenarios(run)) for run in runs]
    names = dict.fromkeys(name for _, by_name in found for name in by_name)
    title = " beside ".join(["Load run", "another"][: len(runs)])
    if len(runs) > 1:
        title = f"Load runs: {' and '.join(run.name for run in runs)}"
    return page(title, [_section(name, found) for name in names])


def _scenarios(run: KeptRun) -> dict[str, Json]:
    try:
        return {each["scenario"]: each for each in run.figures if each["timeline"]}
    except (KeyError, TypeError) as error:
        raise NoReport(f"{run.name} is no load run with a timeline") from error


def _section(name: str, found: Sequence[tuple[str, dict[str, Json]]]) -> Section:
    here = [(run, by_name[name]) for run, by_name in found if name in by_name]
    section = Section(name)
    section.pieces.append(beside([_course(run, each, here) for run, each in here]))
    section.pieces.append(svg(summary_figure(here)))
    return section


def _course(run: str, figures: Json, beside_it: Sequence[tuple[str, Json]]) -> str:
    """Return the course of one run: its plots, and what each part of it cost."""
    worst = max(_worst(each) for _, each in beside_it)
    heading = f"<h3>{escape(run)}</h3>" if len(beside_it) > 1 else ""
    verdict = "; ".join((*figures["broken"], *figures["notes"]))
    kind = ' class="broken"' if figures["broken"] else ""
    facts = (
        f"<p{kind}>{figures['answered']} of {figures['asked']} answered. "
        f"{escape(verdict)}</p>"
    )
    plot = svg(course_figure(figures["timeline"], worst_ms=worst))
    return heading + facts + plot + _cost(figures["timeline"])


def _worst(figures: Json) -> float:
    return max(filter(None, figures["timeline"]["answers"]["worst_ms"]), default=1.0)


def _cost(timeline: Json) -> str:
    rows = [
        (
            _numbered(number, phase["after"]) if number else "before",
            *(f"{phase['since']:.1f}-{phase['until']:.1f} s", phase["asked"]),
            *(phase["lost"], _ms(phase["p50_ms"]), _ms(phase["worst_ms"])),
        )
        for number, phase in _with_marks(timeline)
    ]
    head = ("part of the run", "when", "asked", "lost", "p50 ms", "worst ms")
    return table(head, rows)


def _with_marks(timeline: Json) -> Iterable[tuple[int, Json]]:
    """Pair each phase with the number of the mark before it, 0 for none."""
    moments = [mark["at"] for mark in timeline["marks"]]
    for phase in timeline["phases"]:
        passed = sum(at <= phase["since"] for at in moments) if phase["after"] else 0
        yield passed, phase


def _ms(value: float | None) -> str:
    return "-" if value is None else f"{value:.0f}"


def _numbered(number: int, text: str) -> str:
    return f"{number}. {text}"


def course_figure(timeline: Json, *, worst_ms: float) -> Figure:
    """Draw latency, requests, processor and memory over the same time axis."""
    marks = timeline["marks"]
    listed = marks if len(marks) <= MANY else []
    height = 6.6 + 0.18 * len(listed)
    figure, axes = new_figure(
        *(9.0, height), nrows=4, sharex=True, height_ratios=(3, 1.4, 1, 1)
    )
    _draw_latency(axes[0], timeline["answers"], worst_ms)
    _draw_requests(axes[1], timeline["answers"], timeline["troubles"])
    used = timeline["processes"]
    axes[2].fill_between(used["at"], used["cpu"], color=BLUE, alpha=0.35, lw=0.8)
    plain(axes[2], "Processor of the service", "cores")
    axes[2].set_ylim(bottom=0)
    axes[3].plot(used["at"], used["memory_mb"], color=GREEN, lw=1.5)
    plain(axes[3], "Memory of the service", "MB")
    axes[3].margins(y=0.3)
    axes[3].set_xlabel("seconds from the first request")
    _draw_marks(axes, marks)
    facts = [
        _numbered(n, f"{mark['at']:.1f} s: {mark['text']}")
        for n, mark in enumerate(listed, 1)
    ]
    if facts:
        figure.suptitle("\n".join(facts), fontsize=9, x=0.01, ha="left", color=RED)
    return figure


def _draw_latency(axes: Axes, answers: Json, worst_ms: float) -> None:
    at = answers["at"]
    axes.scatter(
        at, _numbers(answers["worst_ms"]), s=9, color=ORANGE, label="worst", lw=0
    )
    axes.plot(at, _numbers(answers["p95_ms"]), color=FAINT, lw=0.8, label="p95")
    axes.plot(at, _numbers(answers["p50_ms"]), color=BLUE, lw=1.3, label="p50")
    lost = [moment for moment, count in zip(at, answers["lost"], strict=True) if count]
    axes.set_yscale("log")
    axes.set_ylim(top=worst_ms * 1.6)
    if lost:
        axes.scatter(
            lost, [worst_ms * 1.2] * len(lost), marker="x", color=RED, label="lost"
        )
    axes.yaxis.set_major_formatter("{x:g}")
    plain(axes, "Latency of the requests, from when each was due", "ms")
    axes.yaxis.set_minor_formatter(NullFormatter())
    axes.legend(
        loc="lower right", bbox_to_anchor=(1, 1), frameon=False, ncols=4, fontsize=8
    )


def _numbers(values: Sequence[float | None]) -> list[float]:
    """Return the values for a plot, which leaves a gap for what is no number."""
    return [float("nan") if value is None else value for value in values]


def _draw_requests(axes: Axes, answers: Json, troubles: Json) -> None:
    width = answers["seconds"]
    group = max(1, round(0.5 / width))  # half a second: less is noise
    title = "Requests due (grey: the schedule) and answered (blue)"
    if troubles["at"]:
        edges = [*answers["at"][::group], answers["at"][-1] + width]
        weights = [1 / (group * width)] * len(troubles["at"])
        axes.hist(troubles["at"], bins=edges, weights=weights, color=ORANGE)
        title += f"; orange: {troubles['about']}"
    at = answers["at"][::group]
    axes.step(at, _rates(answers["due"], group, width), where="post", color=FAINT)
    axes.step(at, _rates(answers["answered"], group, width), where="post", color=BLUE)
    axes.set_ylim(bottom=0)
    plain(axes, title, "a second")


def _rates(counts: Sequence[int], group: int, width: float) -> list[float]:
    return [
        sum(part) / (len(part) * width)
        for part in (counts[at : at + group] for at in range(0, len(counts), group))
    ]


def _draw_marks(axes: Sequence[Axes], marks: Sequence[Json]) -> None:
    """Draw a line through all plots for each mark; number the lines if they are few."""
    few = len(marks) <= MANY
    for mark in marks:
        for each in axes:
            each.axvline(mark["at"], color=RED, lw=1 if few else 0.4, ls="--")
    if few:
        _number(axes[0], marks)


def _number(axes: Axes, marks: Sequence[Json]) -> None:
    whole = axes.get_xlim()[1] - axes.get_xlim()[0]
    last, row = float("-inf"), 0
    for number, mark in enumerate(marks, 1):
        row = row + 1 if mark["at"] - last < NEAR * whole else 0
        last = mark["at"]
        axes.annotate(
            str(number),
            (mark["at"], 1.0),
            xycoords=("data", "axes fraction"),
            xytext=(0, -8 - 13 * row),
            textcoords="offset points",
            ha="center",
            va="center",
            color="white",
            fontsize=8,
            bbox={"boxstyle": "circle,pad=0.2", "color": RED},
        )


def summary_figure(runs: Sequence[tuple[str, Json]]) -> Figure:
    """Draw the percentile curves of all runs, and their outcomes beside them."""
    figure, (curves, outcomes) = new_figure(11.0, 3.2, ncols=2, width_ratios=(3, 2))
    for (run, each), colour in zip(runs, COLOURS, strict=False):
        draw_percentiles(curves, run, each["percentiles"], colour)
    finish_percentiles(curves)
    kinds = list(dict.fromkeys(kind for _, each in runs for kind in each["outcomes"]))
    height = 0.8 / len(runs)
    for place, ((run, each), colour) in enumerate(zip(runs, COLOURS, strict=False)):
        counts: list[Any] = [each["outcomes"].get(kind, 0) for kind in kinds]
        rows = [number + place * height for number in range(len(kinds))]
        bars = outcomes.barh(rows, counts, height * 0.9, color=colour, label=run)
        outcomes.bar_label(bars, fmt="{:,.0f}", padding=3, color=INK, fontsize=8)
    outcomes.set_yticks([n + 0.4 - height / 2 for n in range(len(kinds))], kinds)
    outcomes.invert_yaxis()
    outcomes.margins(x=0.15)
    plain(outcomes, "Outcomes of the turns", "")
    return figure


def draw_percentiles(
    axes: Axes, name: str, percentiles: Sequence[Sequence[float]], colour: str
) -> None:
    """Draw one percentile curve: pairs of a share and a latency in ms."""
    places = [_nines(share) for share, _ in percentiles]
    axes.plot(places, [ms for _, ms in percentiles], color=colour, lw=1.5, label=name)


def finish_percentiles(axes: Axes) -> None:
    """Label the axes of percentile curves."""
    axes.set_yscale("log")
    axes.yaxis.set_major_formatter("{x:g}")
    axes.yaxis.set_major_locator(LogLocator(subs=(1, 2, 5)))
    axes.yaxis.set_minor_formatter(NullFormatter())
    labels = [f"{share * 100:g} %" for share in TICKS]
    axes.set_xticks([*map(_nines, TICKS), _nines(1.0)], [*labels, "worst"])
    axes.legend(loc="upper left", frameon=False, fontsize=8)
    plain(axes, "Latency that a share of the answers keeps within", "ms")


def _nines(share: float) -> float:
    """Return the place of a share on an axis of nines: 0.9 at 1, 0.99 at 2, …"""
    return -log10(1 - min(share, BEST))
