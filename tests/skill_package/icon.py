"""The skill's icon, drawn: three records on a shelf and one taken out.

`python -m tests.skill_package.icon` writes it for every locale of the manifest.
"""

import math
import struct
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from tests.skill_package.package import FOLDER, read_package
from tests.skill_package.rules.listing import ICONS

Colour = tuple[int, int, int]

GREEN: Colour = (0x1F, 0x4D, 0x4A)
CREAM: Colour = (0xF4, 0xD9, 0xA6)
SAND: Colour = (0xD9, 0xB2, 0x77)
ORANGE: Colour = (0xE8, 0x74, 0x3B)
RUST: Colour = (0xC2, 0x57, 0x27)


class Box(NamedTuple):
    """A rectangle with round corners; the picture is 1 wide and 1 high."""

    left: float
    top: float
    width: float
    height: float
    corner: float
    colour: Colour

    def distance(self, x: float, y: float) -> float:
        """How far outside a point is; less than 0 within."""
        half_width, half_height = self.width / 2, self.height / 2
        across = abs(x - self.left - half_width) - half_width + self.corner
        down = abs(y - self.top - half_height) - half_height + self.corner
        outside = math.hypot(max(across, 0), max(down, 0))
        return outside + min(max(across, down), 0) - self.corner


class Ring(NamedTuple):
    """What lies between two circles round the same point."""

    x: float
    y: float
    inner: float
    outer: float
    colour: Colour

    def distance(self, x: float, y: float) -> float:
        """As that of a box."""
        away = math.hypot(x - self.x, y - self.y)
        return max(away - self.outer, self.inner - away)


_X, _Y = 0.645, 0.525

# Apps may cut a circle out of the picture: everything stays within it.
SHAPES: tuple[Box | Ring, ...] = (
    Box(0.175, 0.73, 0.65, 0.045, 0.02, SAND),
    Box(0.225, 0.27, 0.072, 0.46, 0.02, CREAM),
    Box(0.317, 0.225, 0.072, 0.505, 0.02, ORANGE),
    Box(0.409, 0.3, 0.072, 0.43, 0.02, CREAM),
    Ring(_X, _Y, 0, 0.205, GREEN),
    Ring(_X, _Y, 0, 0.19, ORANGE),
    Ring(_X, _Y, 0.145, 0.152, RUST),
    Ring(_X, _Y, 0.11, 0.117, RUST),
    Ring(_X, _Y, 0, 0.072, CREAM),
    Ring(_X, _Y, 0, 0.018, GREEN),
)


def pixel(column: int, row: int, size: int) -> Colour:
    """The colour of one pixel of a picture `size` pixels wide; edges are smooth."""
    x, y = (column + 0.5) / size, (row + 0.5) / size
    colour = GREEN
    for shape in SHAPES:
        covered = 0.5 - shape.distance(x, y) * size
        if covered > 0:
            colour = _mixed(colour, shape.colour, min(covered, 1))
    return colour


def png(size: int) -> bytes:
    """The picture, `size` pixels wide and high.

    https://www.w3.org/TR/png/
    """
    header = struct.pack(">IIBBBBB", size, size, 8, 2, 0, 0, 0)
    rows = (_row(row, size) for row in range(size))
    chunks = (
        _chunk(b"IHDR", header),
        _chunk(b"IDAT", zlib.compress(b"".join(rows), 9)),
        _chunk(b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def pixels(picture: bytes) -> bytes:
    """The rows of a picture of ours, each behind a zero: what `png` compressed."""
    start = picture.index(b"IDAT") + 4
    (length,) = struct.unpack(">I", picture[start - 8 : start - 4])
    return zlib.decompress(picture[start : start + length])


def files(locales: Iterable[str]) -> Iterator[tuple[str, int]]:
    """Where each icon belongs in the package, and its size."""
    for locale in locales:
        for kind, size in ICONS.items():
            yield f"assets/images/{locale}_{kind}.png", size


def main(folder: Path = FOLDER) -> None:
    pictures = {size: png(size) for size in ICONS.values()}
    for path, size in files(sorted(read_package(folder).published())):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(pictures[size])


def _row(row: int, size: int) -> bytes:
    colours = (pixel(column, row, size) for column in range(size))
    return b"\0" + b"".join(bytes(colour) for colour in colours)


def _mixed(below: Colour, above: Colour, share: float) -> Colour:
    red, green, blue = (
        round(under + (over - under) * share)
        for under, over in zip(below, above, strict=True)
    )
    return red, green, blue


def _chunk(kind: bytes, data: bytes) -> bytes:
    checked = kind + data
    return (
        struct.pack(">I", len(data)) + checked + struct.pack(">I", zlib.crc32(checked))
    )


if __name__ == "__main__":
    main()
