"""Page of a report: one HTML file with its plots inside; it needs no network."""

import io
import json
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from PIL import Image

Json = dict[str, Any]

INK, FAINT, GRID = "#1b2023", "#5d666b", "#dfe3e5"
# Colours that people tell apart who see no red or no green (Okabe and Ito).
BLUE, ORANGE, GREEN, RED = "#0072b2", "#e69f00", "#009e73", "#d55e00"
COLOURS = (BLUE, ORANGE, GREEN, RED, "#cc79a7", "#56b4e9", "#7a6a00")
DOTS_PER_INCH = 100
COLOURS_OF_A_PICTURE = 48

_STYLE: Any = {
    "font.size": 9,
    "font.family": "sans-serif",
    "text.color": INK,
    "axes.labelcolor": INK,
    "axes.edgecolor": FAINT,
    "xtick.color": FAINT,
    "ytick.color": FAINT,
    "axes.grid": True,
    "axes.axisbelow": True,
    "grid.color": GRID,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "svg.fonttype": "none",  # text stays text: small, and can be searched
    "svg.hashsalt": "report",
}

_HEAD = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width">
<style>
body {{ max-width: 1200px; margin: 2em auto; padding: 0 1em; color: #1b2023;
       background: #fff; font: 15px/1.5 system-ui, sans-serif; }}
section {{ border-top: 1px solid #dfe3e5; margin-top: 2em; }}
.beside {{ display: flex; flex-wrap: wrap; gap: 1em; }}
.beside > div {{ flex: 1 1 480px; min-width: 0; }}
svg {{ width: 100%; height: auto; font-family: system-ui, sans-serif; }}
table {{ border-collapse: collapse; margin: 1em 0; }}
th, td {{ padding: .2em .8em; text-align: right; border-bottom: 1px solid #dfe3e5; }}
th:first-child, td:first-child {{ text-align: left; }}
.broken {{ color: #a33b00; }}
</style>
<h1>{title}</h1>
"""


class NoReport(Exception):
    """A report cannot be made; the text says why."""


@dataclass(frozen=True)
class KeptRun:
    """The figures of one run, and what the run is called in a comparison."""

    name: str
    figures: Any


@dataclass
class Section:
    """A part of a page: a heading and pieces of HTML."""

    heading: str
    pieces: list[str] = field(default_factory=list)

    def html(self) -> str:
        """Return the part as HTML."""
        return f"<section><h2>{escape(self.heading)}</h2>{''.join(self.pieces)}\n"


def add_report_options(parser: ArgumentParser) -> None:
    """Add `--report` and `--compare` to a command that measures something."""
    parser.add_argument(
        "--report", type=Path, metavar="PAGE", help="draw the figures on an HTML page"
    )
    parser.add_argument(
        "--compare",
        type=Path,
        nargs=2,
        metavar=("BEFORE", "AFTER"),
        help="measure nothing: draw two kept JSON files on the page, side by side",
    )


def compared(chosen: Namespace) -> list[KeptRun]:
    """Return the two runs that `--compare` names; none where it is not used."""
    if not chosen.compare:
        return []
    if not chosen.report:
        raise NoReport("--compare needs --report PAGE")
    return [read_run(file) for file in chosen.compare]


def read_run(file: Path) -> KeptRun:
    """Return the figures that a command wrote to a file; raises `NoReport`."""
    try:
        return KeptRun(file.stem, json.loads(file.read_text(encoding="utf-8")))
    except (OSError, ValueError) as error:
        raise NoReport(f"{file} holds no figures: {error}") from error


def new_figure(width: float, height: float, **options: Any) -> tuple[Figure, Any]:
    """Return a figure in the style of all reports, and its axes; sizes in inches."""
    with mpl.rc_context(_STYLE):
        figure = Figure(figsize=(width, height), layout="constrained")
        return figure, figure.subplots(**options)


def plain(axes: Axes, title: str, label: str) -> None:
    """Give axes a title on the left and a label of the vertical axis."""
    axes.set_title(title, loc="left", fontsize=9, color=INK)
    axes.set_ylabel(label)


def svg(figure: Figure) -> str:
    """Return a figure as SVG that can stand in a page."""
    drawn = io.StringIO()
    with mpl.rc_context(_STYLE):
        figure.savefig(drawn, format="svg", metadata={"Date": None})
    text = drawn.getvalue()
    return text[text.index("<svg") :]


def save_picture(figure: Figure, file: Path) -> None:
    """Write a figure as a small PNG of few colours."""
    drawn = io.BytesIO()
    with mpl.rc_context(_STYLE):
        figure.savefig(drawn, format="png", dpi=DOTS_PER_INCH)
    picture = Image.open(drawn).convert("RGB").quantize(COLOURS_OF_A_PICTURE)
    picture.save(file, optimize=True)


def table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Return an HTML table; an empty one is left out."""
    if not rows:
        return ""
    cells = "".join(f"<th>{escape(name)}</th>" for name in head)
    body = "".join(
        f"<tr>{''.join(f'<td>{escape(str(cell))}</td>' for cell in row)}</tr>"
        for row in rows
    )
    return f"<table><tr>{cells}</tr>{body}</table>"


def beside(parts: Sequence[str]) -> str:
    """Return parts side by side, below each other where the page is narrow."""
    return (
        f'<div class="beside">{"".join(f"<div>{part}</div>" for part in parts)}</div>'
    )


def page(title: str, sections: Sequence[Section]) -> str:
    """Return the whole page."""
    head = _HEAD.format(title=escape(title))
    return head + "".join(section.html() for section in sections) + "</html>\n"
