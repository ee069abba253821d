"""Neighbours from tables of listener, artist and plays."""

import bz2
import gzip
import lzma
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.service.commands.neighbours.building import (
    MBIDS,
    TASTES,
    built,
    near,
    rows,
    run,
    table,
)


def test_artists_of_the_same_listeners_are_neighbours(tmp_path: Path) -> None:
    file = table(tmp_path / "plays.tsv", rows())
    neighbours = built(tmp_path / "out.bin", "--table", file)
    assert len(neighbours) == 7
    assert set(near(neighbours, "björk")) == set(TASTES["north"]) - {"Björk"}
    assert set(near(neighbours, "TOM ZE")) == {"Os Mutantes", "Gal Costa"}


@pytest.mark.parametrize("delimiter", [",", ";"])
def test_commas_and_semicolons_with_quotes(tmp_path: Path, delimiter: str) -> None:
    lines = ["User", "Play Count", "Artist Name"]
    text = "\ufeff" + delimiter.join(lines) + "\r\n"
    for listener, _, plays in rows():
        for artist in ("Earth, Wind; & Fire", "Chic"):
            text += f'{listener}{delimiter}{plays}{delimiter}"{artist}"\r\n'
    file = tmp_path / "plays.csv"
    file.write_text(text, encoding="utf-8")
    neighbours = built(tmp_path / "out.bin", "--table", file)
    assert near(neighbours, "Chic") == ["Earth, Wind; & Fire"]


@pytest.mark.parametrize("compress", [gzip.compress, bz2.compress, lzma.compress])
def test_compressed_tables(tmp_path: Path, compress: Callable[[bytes], bytes]) -> None:
    plain = table(tmp_path / "plays.tsv", rows())
    file = tmp_path / "plays.packed"
    file.write_bytes(compress(plain.read_bytes()))
    assert len(built(tmp_path / "out.bin", "--table", file)) == 7


def test_ids_are_kept_and_lead_to_the_artist(tmp_path: Path) -> None:
    header = "listener\tartist\tplays\tmusicbrainz_id\tspotify_id"
    spotify_id = "7w29UYBi0qsHi5RTcv3lmA"
    lines = [
        (*row, MBIDS.get(row[1], "no-id"), f"spotify:artist:{spotify_id}")
        if row[1] == "Björk"
        else row
        for row in rows()
    ]
    neighbours = built(
        tmp_path / "out.bin", "--table", table(tmp_path / "t.tsv", lines, header)
    )
    number = neighbours.find("?", spotify_id=spotify_id)
    assert number is not None
    assert neighbours.names(number) == ("Björk", MBIDS["Björk"], spotify_id)
    assert neighbours.find("?", mbid=MBIDS["Björk"]) == number


def test_the_same_data_in_another_order_give_the_same_file(tmp_path: Path) -> None:
    first = table(tmp_path / "1.tsv", rows())
    second = table(tmp_path / "2.tsv", reversed(rows()))
    built(tmp_path / "1.bin", "--table", first)
    built(tmp_path / "2.bin", "--table", second)
    assert (tmp_path / "1.bin").read_bytes() == (tmp_path / "2.bin").read_bytes()


def test_data_larger_than_memory_give_the_same_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = table(tmp_path / "plays.tsv", [*rows(), *rows(), *rows()])
    built(tmp_path / "1.bin", "--table", file)
    monkeypatch.setattr("service.commands.neighbours.taste_database.PENDING", 5)
    built(tmp_path / "2.bin", "--table", file)
    assert (tmp_path / "1.bin").read_bytes() == (tmp_path / "2.bin").read_bytes()


def test_of_very_many_listeners_some_are_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("taste_database", "similarity"):
        monkeypatch.setattr(f"service.commands.neighbours.{module}.MOST_LISTENERS", 9)
    file, out = table(tmp_path / "plays.tsv", rows(8)), tmp_path / "out.bin"
    arguments = ("--table", file, "--out", out, "--least-listeners")
    code, _, err = run(*arguments, 1)
    assert (code, "16 listeners, 9 used" in err) == (0, True), err
    assert run(*arguments, 9)[0] == 2  # no artist has more than nine


def test_rarely_played_artists_are_left_out(tmp_path: Path) -> None:
    lines = [*rows(), ("north-0", "Garage Band", 99), ("south-0", "Garage Band", 99)]
    file = table(tmp_path / "plays.tsv", lines)
    assert near(built(tmp_path / "out.bin", "--table", file), "Garage Band") == []
    arguments = ("--table", file, "--least-listeners", 2)
    assert built(tmp_path / "out.bin", *arguments).find("Garage Band") is not None


def test_of_a_listener_with_many_artists_the_most_played_count(tmp_path: Path) -> None:
    file = table(tmp_path / "plays.tsv", rows())
    neighbours = built(tmp_path / "out.bin", "--table", file, "--per-listener", 2)
    assert near(neighbours, "Björk") == ["Sigur Rós"]
    assert near(neighbours, "múm") == []


def test_long_lists_are_cut_and_so_is_the_number_of_artists(tmp_path: Path) -> None:
    file = table(tmp_path / "plays.tsv", rows())
    arguments = ("--table", file, "--neighbours", 1, "--artists", 6)
    neighbours = built(tmp_path / "out.bin", *arguments)
    assert len(neighbours) == 6
    assert len(near(neighbours, "Björk")) == 1


def test_spellings_of_an_artist_are_one_artist(tmp_path: Path) -> None:
    lines = [
        (listener, name, plays)
        for listener, artist, plays in rows()
        for name in ({artist, artist.upper()} if "5" in listener else {artist})
    ]
    neighbours = built(
        tmp_path / "out.bin", "--table", table(tmp_path / "t.tsv", lines)
    )
    assert len(neighbours) == 7
    assert "Gal Costa" in near(neighbours, "os mutantes")


def namesakes(tmp_path: Path, counts: tuple[int, int]) -> Path:
    """Two artists named Nirvana, one for each group, with so many listeners."""
    other = "9282c8b4-ca0b-4c6b-b7e3-4f7762dfc4d6"
    mbids = {"north": "5b11f4ce-a62d-471e-81fc-a69a8278c7da", "south": other}
    lines: list[tuple[object, ...]] = []
    for (group, mbid), count in zip(mbids.items(), counts, strict=True):
        lines += [(f"{group}-{n}", "Nirvana", 5, mbid) for n in range(count)]
    header = "listener\tartist\tplays\tmbid"
    return table(tmp_path / "plays.tsv", [*rows(20), *lines], header)


def test_a_name_that_two_artists_share_finds_the_known_one(tmp_path: Path) -> None:
    file = namesakes(tmp_path, (20, 3))
    neighbours = built(tmp_path / "out.bin", "--table", file, "--least-listeners", 3)
    assert "Björk" in near(neighbours, "nirvana")
    assert "Nirvana" not in near(neighbours, "Tom Zé")


def test_a_name_that_two_artists_share_evenly_finds_none(tmp_path: Path) -> None:
    neighbours = built(tmp_path / "out.bin", "--table", namesakes(tmp_path, (12, 10)))
    assert neighbours.find("Nirvana") is None
    assert "Nirvana" not in near(neighbours, "Björk") + near(neighbours, "Tom Zé")


def test_names_of_one_id_are_one_artist(tmp_path: Path) -> None:
    mbid = "db0e5e2b-1ba2-4ff6-a4f5-1c5c1d2b3a4c"
    lines = [*((*row, "") for row in rows(8))]
    names = ("宇多田ヒカル", "Hikaru Utada")
    lines += [(f"north-{n}", names[n % 2], 5, mbid) for n in range(8)]
    header = "listener\tartist\tplays\tmbid"
    neighbours = built(
        tmp_path / "out.bin", "--table", table(tmp_path / "t.tsv", lines, header)
    )
    assert neighbours.find(names[0]) == neighbours.find(names[1]) is not None
    assert len(neighbours) == 8


def test_a_few_wrong_ids_do_not_take_a_name_away(tmp_path: Path) -> None:
    lines = [(*row, "") for row in rows(20)]
    lines[0] = (*lines[0][:3], MBIDS["The Sugarcubes"])  # one listener's Björk
    header = "listener\tartist\tplays\tmbid"
    neighbours = built(
        tmp_path / "out.bin", "--table", table(tmp_path / "t.tsv", lines, header)
    )
    assert {"Sigur Rós", "The Sugarcubes", "múm"} <= set(near(neighbours, "Björk"))


BAD = {
    "empty": (b"", "is empty"),
    "header alone": (b"listener\tartist\tplays\n", "holds no listening data"),
    "wrong columns": (b"who,what\na,b\n", "no column listener or artist or plays"),
    "binary": (b"\x7fELF\0\0\0", "holds a zero byte"),
    "another encoding": ("listener,artist,plays\na,Björk,1".encode("latin-1"), "UTF-8"),
    "one huge line": (b"x" * 2_000_000, "line 1 is longer than 1,048,576 bytes"),
    "a quote that never ends": (
        b'listener,artist,plays\na,"' + b"x\n" * 200_000,
        "cannot be read (field larger",
    ),
    "no numbers": (
        b"listener,artist,plays\na,b,many\na,c,-1\na,d,nan\na\n",
        "4 cannot be used (row 2 lacks a listener, an artist or plays)",
    ),
    "one listener": (b"listener,artist,plays\na,b,1\na,c,1\n", "more listening data"),
    "a damaged archive": (gzip.compress(b"x" * 1000)[:-9], "cannot be read to its end"),
    "zstd": (b"\x28\xb5\x2f\xfd....", "zstd -dc"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_named_and_nothing_is_written(tmp_path: Path, name: str) -> None:
    content, what = BAD[name]
    if name == "zstd" and can_read_zstd():
        pytest.skip("this Python reads zstd")
    file, out = tmp_path / "plays.tsv", tmp_path / "out.bin"
    file.write_bytes(content)
    out.write_bytes(b"the old one")
    code, told, err = run("--table", file, "--out", out)
    assert (code, told) == (2, "")
    assert what in err
    assert out.read_bytes() == b"the old one"
    assert sorted(tmp_path.iterdir()) == [out, file]


def can_read_zstd() -> bool:
    try:
        __import__("compression.zstd")
    except ImportError:
        return False
    return True


def test_a_few_bad_rows_are_counted_and_told(tmp_path: Path) -> None:
    lines = [*rows(), ("x", "", 1), ("x", "[unknown]", 1), ("x", "Various Artists", 1)]
    file = table(tmp_path / "plays.tsv", lines)
    code, _, err = run("--table", file, "--out", tmp_path / "out.bin")
    assert code == 0
    assert "45 records, of which 1 cannot be used (row 44 lacks" in err


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        ((), "--table FILE or --listenbrainz FILE"),
        (("--table", "missing.tsv"), "missing.tsv: there is no such file"),
    ],
)
def test_missing_input(tmp_path: Path, arguments: tuple[str, ...], what: str) -> None:
    code, _, err = run(*arguments, "--out", tmp_path / "out.bin")
    assert (code, what in err) == (2, True), err


@pytest.mark.parametrize(
    ("out", "what"), [("", "is a folder"), ("no/folder", "cannot be written")]
)
def test_an_output_that_cannot_be_made(tmp_path: Path, out: str, what: str) -> None:
    file = table(tmp_path / "plays.tsv", rows())
    code, _, err = run("--table", file, "--out", tmp_path / out)
    assert (code, what in err) == (2, True), err


@pytest.mark.parametrize("number", ["0", "-1", "many", "9999999"])
def test_numbers_that_are_none(tmp_path: Path, number: str) -> None:
    with pytest.raises(SystemExit) as ended:
        run("--table", "t.tsv", "--out", tmp_path / "o.bin", "--artists", number)
    assert ended.value.code == 2


def test_a_full_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "service.commands.neighbours.taste_database._SCHEMA",
        "PRAGMA max_page_count = 1; CREATE TABLE spelling (id); CREATE TABLE x (y);",
    )
    file = table(tmp_path / "plays.tsv", rows())
    code, _, err = run("--table", file, "--out", tmp_path / "out.bin")
    assert code == 2
    assert "database or disk is full; name a folder with more room in TMPDIR" in err
