"""`python -m service neighbours build`: make the file of similar artists."""

import argparse
import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import IO, TextIO

from providers.recommender.neighbours_file import pack
from service.commands.neighbours.listenbrainz import read_dump
from service.commands.neighbours.play_counts import (
    BadInput,
    FileReport,
    Plays,
    Progress,
)
from service.commands.neighbours.similarity import BuildLimits, build
from service.commands.neighbours.table import read_table
from service.commands.neighbours.taste_database import TasteDatabase

UNUSABLE = 2

READABLE_BY_ALL = 0o644  # it names artists and no listener

_USUAL = BuildLimits()


def main(
    arguments: Sequence[str],
    environ: Mapping[str, str],  # noqa: ARG001 - as every command has it
    out: TextIO,
    err: TextIO,
) -> int:
    """Build the file, tell the progress on `err` and the result on `out`.

    Return 0, or 2 for data or a folder that cannot be used; then nothing is written.
    """
    options = _parser().parse_args(arguments)

    def progress(text: str) -> None:
        err.write(f"{text}\n")
        err.flush()

    try:
        with _replacing(options.out) as stream:
            stream.write(_content(options, progress))
    except BadInput as bad:
        err.write(f"{bad}\n")
        return UNUSABLE
    except sqlite3.Error as error:
        folder = tempfile.gettempdir()
        err.write(f"{folder}: {error}; name a folder with more room in TMPDIR\n")
        return UNUSABLE
    except BrokenPipeError:  # of `err`; the caller knows what to do
        raise
    except OSError as error:
        err.write(f"{options.out}: cannot be written ({error})\n")
        return UNUSABLE
    size = options.out.stat().st_size
    out.write(f"{options.out}: {size:,} bytes\nNEIGHBOURS_FILE={options.out}\n")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m service neighbours")
    commands = parser.add_subparsers(dest="command", required=True)
    text = "make a file of similar artists from listening data"
    add = commands.add_parser("build", help=text, description=text).add_argument
    files = {"type": Path, "action": "append", "default": [], "metavar": "FILE"}
    add("--table", **files, help="listener, artist, plays (TSV, CSV)")  # type: ignore[arg-type]
    add("--listenbrainz", **files, help="dump of listens, or .listens file")  # type: ignore[arg-type]
    add("--include-spotify", action="store_true", help="keep listens from Spotify")
    add("--out", type=Path, required=True, metavar="FILE", help="what is made")
    for name, usual in (
        ("artists", "at most so many, the best known"),
        ("neighbours", "at most so many for each artist"),
        ("least-listeners", "that an artist has"),
        ("per-listener", "so many artists of each listener count"),
    ):
        default = getattr(_USUAL, name.replace("-", "_"))
        add(f"--{name}", type=_positive, default=default, metavar="N", help=usual)
    return parser


def _positive(text: str) -> int:
    number = int(text)
    if not 0 < number <= 1_000_000:
        raise ValueError
    return number


def _content(options: argparse.Namespace, progress: Progress) -> bytes:
    """Read all files and return what the file of neighbours holds. Raise `BadInput`."""
    read_listens = partial(read_dump, include_spotify=options.include_spotify)
    sources: list[tuple[Path, Callable[[Path, FileReport], Iterator[Plays]]]] = [
        *((file, read_table) for file in options.table),
        *((file, read_listens) for file in options.listenbrainz),
    ]
    if not sources:
        raise BadInput("give listening data: --table FILE or --listenbrainz FILE")
    limits = BuildLimits(
        artists=options.artists,
        neighbours=options.neighbours,
        least_listeners=options.least_listeners,
        per_listener=options.per_listener,
    )
    with (
        tempfile.TemporaryDirectory() as folder,
        TasteDatabase(str(Path(folder) / "taste.sqlite")) as database,
    ):
        for file, read in sources:
            report = FileReport(file, progress)
            database.add(read(file, report))
            report.finish()
        return pack(build(database, limits, progress))


@contextmanager
def _replacing(file: Path) -> Iterator[IO[bytes]]:
    """Open a new file that takes the place of `file` when the block ends well.

    Raise `BadInput` for a folder, and OSError where no file can be made.
    """
    if file.is_dir():
        raise BadInput(f"{file}: is a folder")
    number, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    try:
        with os.fdopen(number, "wb") as stream:
            yield stream
            stream.flush()
            os.fchmod(number, READABLE_BY_ALL)
            os.fsync(number)
        Path(name).replace(file)
    finally:
        Path(name).unlink(missing_ok=True)
