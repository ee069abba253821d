"""Small listening data, and the command that builds neighbours from them."""

import io
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from providers.recommender.neighbours_file import NeighboursFile, read_neighbours
from service.commands.neighbours.command import main

MBIDS = {
    "Björk": "87c5dedd-371d-4a53-9f7f-80522fb7f3cb",
    "The Sugarcubes": "10bf85d8-8e6e-4be2-8b2b-5b4f1a5cbe23",
}

TASTES = {
    "north": ("Björk", "Sigur Rós", "The Sugarcubes", "múm"),
    "south": ("Os Mutantes", "Gal Costa", "Tom Zé"),
}


def rows(listeners: int = 6) -> list[tuple[str, str, int]]:
    """Rows of listeners of two groups; all of a group play its artists."""
    return [
        (f"{group}-{listener}", artist, 10 - place)
        for group, names in TASTES.items()
        for listener in range(listeners)
        for place, artist in enumerate(names)
    ]


def table(file: Path, lines: Iterable[Iterable[object]], header: str = "") -> Path:
    """Write a TSV table."""
    header = header or "listener\tartist\tplays"
    text = "\n".join([header, *("\t".join(map(str, line)) for line in lines)])
    file.write_text(text + "\n", encoding="utf-8")
    return file


def listen(user: str, artist: str, **info: Any) -> dict[str, Any]:
    """A listen as it stands in a dump."""
    return {
        "user_id": 1 + hash_of(user),
        "user_name": user,
        "timestamp": 1_700_000_000,
        "track_metadata": {
            "artist_name": artist,
            "track_name": "A song",
            "release_name": "An album",
            "additional_info": {"recording_msid": "x", **info},
        },
        "recording_msid": "x",
    }


def hash_of(user: str) -> int:
    return sum(user.encode())


def as_lines(listens: Iterable[dict[str, Any]]) -> bytes:
    return b"".join(json.dumps(each).encode() + b"\n" for each in listens)


def run(*arguments: object) -> tuple[int, str, str]:
    """Run the command; return its code and what it wrote on both streams."""
    out, err = io.StringIO(), io.StringIO()
    code = main(["build", *map(str, arguments)], {}, out, err)
    return code, out.getvalue(), err.getvalue()


def built(out: Path, *arguments: object) -> NeighboursFile:
    """Run the command, which has to succeed, and read what it made."""
    code, told, err = run(*arguments, "--out", out)
    assert code == 0, err
    assert f"NEIGHBOURS_FILE={out}" in told
    return read_neighbours(out)


def near(neighbours: NeighboursFile, name: str) -> list[str]:
    """The names of an artist's neighbours, best first; none for an unknown artist."""
    number = neighbours.find(name)
    found = [] if number is None else neighbours.neighbours(number)
    return [neighbours.names(each.number).name for each in found]
