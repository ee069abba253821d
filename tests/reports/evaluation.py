"""Report of an evaluation: every way of recommending with its 95 % interval."""

from collections.abc import Mapping, Sequence

from matplotlib.figure import Figure

from tests.reports.page import (
    BLUE,
    COLOURS,
    FAINT,
    KeptRun,
    NoReport,
    Section,
    new_figure,
    page,
    svg,
)

MAIN = ("ndcg_new", "hit_new", "ndcg_all")
"""The measures of the picture for the docs."""


def evaluation_page(runs: Sequence[KeptRun], measures: Mapping[str, str]) -> str:
    """Return the page of one evaluation, or of two in the same plots.

    measures: the headings of the measures, by their names in the figures.
    """
    for run in runs:
        _check(run)
    worlds = dict.fromkeys(world for run in runs for world in run.figures)
    sections = [
        Section(world, [svg(evaluation_figure(runs, world, measures))])
        for world in worlds
    ]
    return page(f"Evaluation: {' and '.join(run.name for run in runs)}", sections)


def _check(run: KeptRun) -> None:
    try:
        for by_way in run.figures.values():
            for estimates in by_way.values():
                _ = [estimates[name]["mean"] for name in MAIN]
    except (KeyError, TypeError, AttributeError) as error:
        raise NoReport(f"{run.name} is no evaluation") from error


def evaluation_figure(
    runs: Sequence[KeptRun], world: str, measures: Mapping[str, str]
) -> Figure:
    """Draw each way of recommending in one world as a dot with its interval."""
    here = [run for run in runs if world in run.figures]
    ways = list(dict.fromkeys(way for run in here for way in run.figures[world]))
    columns = min(3, len(measures))
    rows = -(-len(measures) // columns)
    size = (11.0, rows * (0.8 + 0.22 * len(ways) * len(here)))
    figure, axes = new_figure(
        *size, nrows=rows, ncols=columns, sharey=True, squeeze=False
    )
    cells = [cell for row in axes for cell in row]
    for cell, (name, heading) in zip(cells, measures.items(), strict=False):
        for place, run in enumerate(here):
            colour = BLUE if len(here) == 1 else COLOURS[place]
            for row, way in enumerate(ways):
                if estimate := run.figures[world].get(way, {}).get(name):
                    cell.errorbar(
                        [estimate["mean"]],
                        [row + (place - (len(here) - 1) / 2) * 0.3],
                        xerr=[estimate["margin"] or 0.0],
                        fmt="o",
                        markersize=4,
                        capsize=3,
                        color=colour if row == 0 or len(here) > 1 else FAINT,
                        label=run.name if row == 0 else None,
                    )
        cell.set_title(heading, loc="left", fontsize=9)
    for cell in cells[len(measures) :]:
        cell.set_axis_off()
    cells[0].set_yticks(range(len(ways)), ways)
    cells[0].invert_yaxis()
    if len(here) > 1:
        cells[0].legend(loc="best", frameon=False, fontsize=8)
    return figure
