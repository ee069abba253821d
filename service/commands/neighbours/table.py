"""Listening table: rows of listener, artist and plays in a TSV or CSV file."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

from service.commands.neighbours.play_counts import (
    BadInput,
    FileReport,
    Plays,
    clean_mbid,
    clean_name,
    lines,
    open_decompressed,
)

MOST_PLAYS = 1_000_000_000  # of an artist by a listener

COLUMNS: Mapping[str, Sequence[str]] = {
    "listener": ("listener", "user", "user_id", "user_name"),
    "artist": ("artist", "artist_name"),
    "plays": ("plays", "play_count", "count"),
    "mbid": ("musicbrainz_id", "mbid", "artist_mbid"),
    "spotify_id": ("spotify_id", "artist_spotify_id"),
}
"""Columns, each with the names that it may have; the first three are required."""


class Tabs(csv.excel_tab):
    """Columns between tabs; a quotation mark is a character like any other."""

    quoting = csv.QUOTE_NONE


class Semicolons(csv.excel):
    """Columns between semicolons, as spreadsheets write them where 1/2 is 0,5."""

    delimiter = ";"


DIALECTS: Mapping[str, type[csv.Dialect]] = {
    "\t": Tabs,
    ",": csv.excel,
    ";": Semicolons,
}

REQUIRED = ("listener", "artist", "plays")

_SPOTIFY_ID = re.compile(
    r"(?:spotify:artist:|https://open\.spotify\.com/artist/)?([A-Za-z0-9]{22})",
    re.ASCII,
)


def read_table(file: Path, report: FileReport) -> Iterator[Plays]:
    """Yield the rows of a table; the first line names the columns. Raise `BadInput`."""
    with open_decompressed(file) as stream:
        text = _decoded(lines(stream, file), file)
        header = next(text, None)
        if header is None:
            raise BadInput(f"{file}: is empty")
        delimiter = max(DIALECTS, key=header.count)
        rows = csv.reader(chain([header], text), DIALECTS[delimiter])
        places = _places(next(rows), file)
        try:
            yield from _plays(rows, places, report)
        except csv.Error as error:
            line = rows.line_num + 1
            raise BadInput(f"{file}: line {line} cannot be read ({error})") from error


def _decoded(numbered: Iterator[tuple[int, bytes]], file: Path) -> Iterator[str]:
    for number, line in numbered:
        if b"\0" in line:
            raise BadInput(f"{file}: line {number} holds a zero byte; is it a table?")
        try:
            yield line.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError:
            raise BadInput(f"{file}: line {number} is no UTF-8 text") from None


def _places(names: Sequence[str], file: Path) -> dict[str, int]:
    """Return the place of each column that the table has."""
    spelt = [name.strip().lower().replace(" ", "_") for name in names]
    found = {name: place for place, name in enumerate(spelt)}
    places = {
        column: found[spelling]
        for column, spellings in COLUMNS.items()
        for spelling in reversed(spellings)
        if spelling in found
    }
    if missing := [column for column in REQUIRED if column not in places]:
        wanted = "listener, artist, plays, and perhaps musicbrainz_id, spotify_id"
        what = f"the first line names no column {' or '.join(missing)}"
        raise BadInput(f"{file}: {what}; the columns are {wanted}")
    return places


def _plays(
    rows: Iterator[list[str]], places: Mapping[str, int], report: FileReport
) -> Iterator[Plays]:
    columns = max(places.values()) + 1
    required = max(places[column] for column in REQUIRED) + 1
    for number, row in enumerate(rows, 2):
        if not row:
            continue
        report.count()
        if len(row) < required:
            report.refuse(f"row {number}", "has too few columns")
            continue
        # Short rows lack the last ids.
        fields = [field.strip() for field in row] + [""] * (columns - len(row))
        of_row = {column: fields[place] for column, place in places.items()}
        plays = _whole_number(of_row["plays"])
        if plays and of_row["listener"] and of_row["artist"]:
            yield from _cleaned(of_row, plays)
        else:
            report.refuse(f"row {number}", "lacks a listener, an artist or plays")


def _cleaned(row: Mapping[str, str], plays: int) -> Iterator[Plays]:
    """Yield a row's plays; nothing for a name that stands for no artist."""
    if name := clean_name(row["artist"]):
        spotify_id = _SPOTIFY_ID.fullmatch(row.get("spotify_id", ""))
        ids = clean_mbid(row.get("mbid", "")), spotify_id[1] if spotify_id else ""
        yield Plays(row["listener"], name, plays, *ids)


def _whole_number(text: str) -> int:
    """Return a number of plays, at least 1; 0 for what is none."""
    try:
        number = float(text)
    except ValueError:
        return 0
    return max(1, round(number)) if 0 < number <= MOST_PLAYS else 0
