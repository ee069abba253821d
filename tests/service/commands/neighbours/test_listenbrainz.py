"""Neighbours from dumps of ListenBrainz, small ones of the same shape."""

import io
import lzma
import subprocess
import sys
import tarfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from service.commands.neighbours.listenbrainz import is_from_spotify, read_dump
from service.commands.neighbours.play_counts import FileReport, Plays
from tests.service.commands.neighbours.building import (
    MBIDS,
    as_lines,
    built,
    listen,
    near,
    rows,
    run,
)

NAME = "listenbrainz-listens-dump-183-20200727-001004-full"

LISTENS = [listen(user, artist) for user, artist, _ in rows()]


def dump(file: Path, months: dict[str, bytes], mode: str = "w:xz") -> Path:
    """Write a dump: an archive of its notes and of one file for each month."""
    notes = {"TIMESTAMP": b"2020-07-27", "SCHEMA_SEQUENCE": b"1", "COPYING": b"CC0"}
    files = notes | {f"listens/{month}.listens": text for month, text in months.items()}
    with tarfile.open(file, mode) as archive:  # type: ignore[call-overload]
        for name, content in files.items():
            member = tarfile.TarInfo(f"{NAME}/{name}")
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return file


def plays(file: Path, listens: Iterable[dict[str, Any]]) -> list[Plays]:
    file.write_bytes(as_lines(listens))
    return list(read_dump(file, FileReport(file, print)))


@pytest.mark.parametrize("mode", ["w:xz", "w:gz", "w"])
def test_the_months_of_a_dump_are_read(tmp_path: Path, mode: str) -> None:
    half = len(LISTENS) // 2
    months = {"2005/1": as_lines(LISTENS[:half]), "2005/12": as_lines(LISTENS[half:])}
    file = dump(tmp_path / f"{NAME}.tar", months, mode)
    neighbours = built(tmp_path / "out.bin", "--listenbrainz", file)
    assert len(neighbours) == 7
    assert set(near(neighbours, "Tom Zé")) == {"Os Mutantes", "Gal Costa"}


def test_a_file_of_a_month_by_itself(tmp_path: Path) -> None:
    file = tmp_path / "1.listens"
    file.write_bytes(as_lines(LISTENS))
    assert len(built(tmp_path / "out.bin", "--listenbrainz", file)) == 7


def test_a_dump_from_a_pipe(tmp_path: Path) -> None:
    file = dump(tmp_path / "dump.tar", {"2005/1": as_lines(LISTENS)}, "w")
    out = tmp_path / "out.bin"
    with file.open("rb") as stream:
        subprocess.run(  # noqa: S603 - this very Python
            [
                *(sys.executable, "-m", "service", "neighbours", "build"),
                *("--listenbrainz", "/dev/stdin", "--out", str(out)),
            ],
            stdin=stream,
            check=True,
            capture_output=True,
        )
    assert out.stat().st_size > 100


def test_the_id_of_the_only_artist_is_taken(tmp_path: Path) -> None:
    mbid = MBIDS["Björk"]
    listens = [
        listen("a", "Björk", artist_mbids=[mbid.upper()]),
        listen("a", "Björk", artist_mbids=mbid),
        listen("a", "Björk & Others", artist_mbids=[mbid, MBIDS["The Sugarcubes"]]),
        listen("a", "Björk feat. Others", artist_mbids=[]),
        listen("a", "Björk", artist_mbids=["no id"]),
        listen("a", "Björk", artist_mbids=None),
    ]
    assert [
        (each.artist, each.mbid) for each in plays(tmp_path / "1.listens", listens)
    ] == [
        ("Björk", mbid),
        ("Björk", mbid),
        ("Björk & Others", ""),
        ("Björk", ""),
        ("Björk", ""),
        ("Björk", ""),
    ]


def test_a_user_without_a_name_has_a_number(tmp_path: Path) -> None:
    nameless = listen("a", "Björk") | {"user_name": None, "user_id": 7}
    (found,) = plays(tmp_path / "1.listens", [nameless])
    assert found.listener == "7"


FROM_SPOTIFY: list[dict[str, Any]] = [
    {"music_service": "spotify.com"},
    {"music_service_name": "Spotify"},
    {"listening_from": "spotify"},
    {"origin_url": "https://open.spotify.com/track/5fEjp2F0Sqr9fMuLSaDqz0"},
    {"spotify_id": "https://open.spotify.com/track/5SvAa2E5qyvZzfFlVtnXsQ"},
    {"spotify_artist_ids": []},
    {"media_player": "Spotify", "submission_client": "Pano Scrobbler"},
]


@pytest.mark.parametrize("info", FROM_SPOTIFY)
def test_listens_from_spotify_are_left_out(
    tmp_path: Path, info: dict[str, Any]
) -> None:
    assert is_from_spotify(info)
    file = tmp_path / "1.listens"
    file.write_bytes(as_lines([listen("a", "Björk", **info), listen("b", "Björk")]))
    report = FileReport(file, print)
    assert [each.listener for each in read_dump(file, report)] == ["b"]
    assert (report.records, report.from_spotify) == (2, 1)
    kept = list(read_dump(file, report, include_spotify=True))
    assert [each.listener for each in kept] == ["a", "b"]


@pytest.mark.parametrize(
    "info",
    [
        {},
        {"music_service": "bandcamp.com", "submission_client": "WebScrobbler"},
        {"release_artist_name": "Spotify Singles", "tags": ["spotify"]},
        {"origin_url": None, "music_service": 7},
    ],
)
def test_other_listens_are_not(info: dict[str, Any]) -> None:
    assert not is_from_spotify(info)


def test_the_operator_may_include_spotify(tmp_path: Path) -> None:
    listens = [listen(u, a, music_service="spotify.com") for u, a, _ in rows()]
    file = dump(tmp_path / "dump.tar.xz", {"2024/2": as_lines(listens)})
    arguments = ("--listenbrainz", file, "--out", tmp_path / "out.bin")
    code, _, err = run(*arguments)
    assert code == 2
    assert "42 left out as Spotify's" in err
    code, _, _ = run(*arguments, "--include-spotify")
    assert code == 0


BAD = {
    "no archive": (b"neither an archive nor JSON", "no whole dump of listens"),
    "empty": (b"", "no whole dump of listens"),
    "other lines": (b'{"a": 1}\n{"b": 2}\n', "2 cannot be used (line 1 of"),
    "deep lines": (b'{"track_metadata":' + b"[" * 100_000 + b"\n", "cannot be used"),
    "a huge line": (b"{" + b" " * 2_000_000, "is longer than"),
    "a cut archive": (
        lzma.compress(b"x" * 100_000)[:-20],
        "no whole dump of listens",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_dumps_are_named(tmp_path: Path, name: str) -> None:
    content, what = BAD[name]
    file = tmp_path / "dump.tar.xz"
    file.write_bytes(content)
    code, _, err = run("--listenbrainz", file, "--out", tmp_path / "out.bin")
    assert (code, what in err) == (2, True), err
    assert sorted(tmp_path.iterdir()) == [file]


def test_an_archive_of_something_else(tmp_path: Path) -> None:
    file = dump(tmp_path / "dump.tar", {}, "w")
    code, _, err = run("--listenbrainz", file, "--out", tmp_path / "out.bin")
    assert (code, "is an archive without .listens files" in err) == (2, True)


def test_a_dump_that_ends_too_early(tmp_path: Path) -> None:
    file = dump(tmp_path / "dump.tar.xz", {"2005/1": as_lines(LISTENS * 50)})
    file.write_bytes(file.read_bytes()[:-400])
    code, _, err = run("--listenbrainz", file, "--out", tmp_path / "out.bin")
    assert (code, "dump.tar.xz: " in err) == (2, True), err
