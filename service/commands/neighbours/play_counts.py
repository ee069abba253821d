"""Listening data: how often listeners played artists, and how files of it are read.

Files are read line by line, so they may be larger than memory. They may be compressed
with gzip, bzip2, xz or, where this Python can read it (3.14), zstd.
"""

import bz2
import gzip
import lzma
import re
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from pathlib import Path
from typing import IO, NamedTuple, cast
from uuid import UUID

from providers.name_matching.normalization import LONGEST_NAME, artist_match_key

LONGEST_LINE = 1 << 20  # bytes; ListenBrainz takes listens of at most 10 kB

PROGRESS_EVERY = 1_000_000  # records

UNUSABLE_SHARE = 0.1  # of a file's records; a file with more is refused

# What decompressors and archives raise for a file that ends too early or is damaged.
DAMAGED = (OSError, EOFError, lzma.LZMAError, zlib.error)

Progress = Callable[[str], None]
"""Function that is called with each line that tells how far the work is."""


class BadInput(Exception):
    """Raised for listening data that cannot be used; the text says what is wrong."""


class Plays(NamedTuple):
    """How often a listener played an artist.

    `artist` is the name as people write it. `mbid` is the MusicBrainz id in lower case,
    `spotify_id` Spotify's; each is empty where it is not known.
    """

    listener: str
    artist: str
    plays: int
    mbid: str = ""
    spotify_id: str = ""


@dataclass(slots=True)
class FileReport:
    """What was read of one file so far.

    file: the file. progress: is told about every million records.
    records: lines with data. unusable: how many of them cannot be used.
    first_unusable: where the first of those is, and what is wrong with it.
    from_spotify: listens that were left out because they come from Spotify.
    """

    file: Path
    progress: Progress
    records: int = 0
    unusable: int = 0
    first_unusable: str = ""
    from_spotify: int = 0

    def count(self) -> None:
        """Count a record, usable or not."""
        self.records += 1
        if self.records % PROGRESS_EVERY == 0:
            self.progress(f"{self.file.name}: {self.records:,} records read")

    def refuse(self, place: str, what: str) -> None:
        """Count a record that cannot be used; `place` says where it is."""
        self.unusable += 1
        self.first_unusable = self.first_unusable or f"{place} {what}"

    def finish(self) -> None:
        """Tell what was read. Raise `BadInput` if nothing was, or too much is bad."""
        if not self.records:
            raise BadInput(f"{self.file}: holds no listening data")
        refused = f"{self.unusable:,} cannot be used"
        if self.unusable:
            refused += f" ({self.first_unusable})"
        summary = f"{self.file}: {self.records:,} records, of which {refused}"
        if self.unusable > UNUSABLE_SHARE * self.records:
            raise BadInput(summary)
        if self.from_spotify:
            summary += f", {self.from_spotify:,} left out as Spotify's"
        self.progress(summary)


@contextmanager
def open_decompressed(file: Path) -> Iterator[IO[bytes]]:
    """Open a file that may be compressed; the stream can `peek`. Raise `BadInput`.

    Errors of reading within the block become `BadInput` as well.
    """
    with ExitStack() as stack:
        try:
            stream = stack.enter_context(file.open("rb"))
            yield stack.enter_context(_decompressed(stream, file))
        except FileNotFoundError:
            raise BadInput(f"{file}: there is no such file") from None
        except DAMAGED as error:
            what = f"cannot be read to its end ({type(error).__name__})"
            raise BadInput(f"{file}: {what}") from error


def _decompressed(stream: IO[bytes], file: Path) -> IO[bytes]:
    magic = stream.peek(6)[:6]  # type: ignore[attr-defined]
    if magic.startswith(b"\x1f\x8b"):
        return cast("IO[bytes]", gzip.open(stream))
    if magic.startswith(b"BZh"):
        return bz2.open(stream)
    if magic.startswith(b"\xfd7zXZ\x00"):
        return lzma.open(stream)
    if magic.startswith(b"\x28\xb5\x2f\xfd"):
        return _zstd(stream, file)
    return stream


def _zstd(stream: IO[bytes], file: Path) -> IO[bytes]:
    try:
        from compression import zstd  # type: ignore[import-not-found]
    except ImportError:
        raise BadInput(
            f"{file}: is compressed with zstd, which Python reads from 3.14 on; give"
            " /dev/stdin as the file and pipe the output of `zstd -dc` to it"
        ) from None
    opened: IO[bytes] = zstd.open(stream)
    return opened


def lines(stream: IO[bytes], file: Path) -> Iterator[tuple[int, bytes]]:
    """Yield each line with its number, from 1. Raise `BadInput` for a huge line."""
    for number in count(1):
        line = stream.readline(LONGEST_LINE + 1)
        if not line:
            return
        if len(line) > LONGEST_LINE:
            what = f"line {number} is longer than {LONGEST_LINE:,} bytes"
            raise BadInput(f"{file}: {what}")
        yield number, line


_FEATURING = re.compile(r"\s[(\[]?(?:feat|ft|featuring)\.?\s", re.IGNORECASE)

# Names that stand for no artist. MusicBrainz writes its own in square brackets.
_PLACEHOLDERS = frozenset(
    ("variousartists", "various", "va", "unknownartist", "unknown", "soundtrack")
)


@lru_cache(100_000)
def clean_name(name: str) -> str | None:
    """Return an artist's name with single spaces and without guests, or None.

    >>> clean_name("Santana feat. Rob Thomas"), clean_name("[unknown]")
    ('Santana', None)
    """
    name = " ".join(name[: 2 * LONGEST_NAME].split())
    if guest := _FEATURING.search(name):
        name = name[: guest.start()]
    is_placeholder = name.startswith("[") and name.endswith("]")
    key = artist_match_key(name)
    if is_placeholder or not key or key in _PLACEHOLDERS or len(name) > LONGEST_NAME:
        return None
    return name if name.isprintable() else None


def clean_mbid(text: str) -> str:
    """Return a MusicBrainz id in its usual form; empty for what is none."""
    try:
        mbid = UUID(text) if len(text) == 36 else None
    except ValueError:
        return ""
    return str(mbid) if mbid and mbid.int else ""
