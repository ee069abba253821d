"""Neighbours files: what was packed is read, and nothing else is."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from providers.name_matching.normalization import artist_match_key
from providers.recommender.neighbours_file import (
    VERSION,
    ArtistEntry,
    NeighboursUnreadable,
    pack,
    read_neighbours,
)
from providers.recommender.ranking.similar_artists import ArtistNames, Neighbour

BJORK_MBID = "87c5dedd-371d-4a53-9f7f-80522fb7f3cb"

ENTRIES = (
    ArtistEntry(
        ArtistNames("Björk", BJORK_MBID, None),
        ["bjork"],
        [Neighbour(1, 0.8), Neighbour(2, 0.2)],
    ),
    ArtistEntry(
        ArtistNames("The Sugarcubes", None, "5wlyzDzDCm3cFkTKN5F1oT"),
        ["sugarcubes"],
        [Neighbour(0, 0.8)],
    ),
    ArtistEntry(ArtistNames("砂糖", None, None), ["砂糖"], []),
)

CONTENT = pack(ENTRIES)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "neighbours.bin"
    path.write_bytes(CONTENT)
    return path


def test_what_was_packed_is_read(file: Path) -> None:
    found = read_neighbours(file)
    assert len(found) == 3
    assert [found.names(number) for number in range(3)] == [e.names for e in ENTRIES]
    assert [near.number for near in found.neighbours(0)] == [1, 2]
    assert found.neighbours(2) == []


def test_similarities_keep_their_proportion_and_have_unit_length(file: Path) -> None:
    first, second = (near.similarity for near in read_neighbours(file).neighbours(0))
    assert first / second == pytest.approx(4, rel=0.02)
    assert first**2 + second**2 == pytest.approx(1)
    assert read_neighbours(file).neighbours(1) == [Neighbour(0, 1.0)]


def test_an_artist_is_found_by_any_spelling_and_by_id(file: Path) -> None:
    found = read_neighbours(file)
    assert found.find("BJÖRK") == found.find("bjork") == 0
    assert found.find("Sugarcubes, The") == found.find(" sugarcubes ") == 1
    assert found.find("Somebody", mbid=BJORK_MBID.upper()) == 0
    assert found.find("Somebody", spotify_id="5wlyzDzDCm3cFkTKN5F1oT") == 1
    assert found.find("Björk", mbid="of nobody", spotify_id="of nobody") == 0
    assert found.find("Somebody") is None
    assert found.find("") is None


def test_an_id_is_no_name(file: Path) -> None:
    assert read_neighbours(file).find("5wlyzDzDCm3cFkTKN5F1oT") is None


def test_of_two_artists_with_one_key_the_first_is_found(tmp_path: Path) -> None:
    names = [ArtistNames("Nirvana", None, None), ArtistNames("nirvana", None, None)]
    file = tmp_path / "neighbours.bin"
    file.write_bytes(pack(ArtistEntry(each, ["nirvana"], []) for each in names))
    assert read_neighbours(file).find("NIRVANA") == 0


def test_a_file_without_artists_is_a_file(tmp_path: Path) -> None:
    file = tmp_path / "neighbours.bin"
    file.write_bytes(pack([]))
    assert read_neighbours(file).find("Björk") is None


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "holds no neighbours"),
        (b"listener,artist,plays\n", "holds no neighbours"),
        (CONTENT[:20], "damaged"),
        (CONTENT[:-1], "damaged"),
        (CONTENT + b"\0", "damaged"),
        (CONTENT[:-1] + b"?", "damaged"),
        (
            CONTENT[:8] + (VERSION + 1).to_bytes(4, "little") + CONTENT[12:],
            f"has version {VERSION + 1}, and {VERSION} can be read",
        ),
    ],
)
def test_another_file_is_refused(content: bytes, what: str, tmp_path: Path) -> None:
    file = tmp_path / "neighbours.bin"
    file.write_bytes(content)
    with pytest.raises(NeighboursUnreadable, match=what):
        read_neighbours(file)


def test_no_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NeighboursUnreadable, match="no such file"):
        read_neighbours(tmp_path / "missing.bin")
    with pytest.raises(NeighboursUnreadable, match="cannot be read"):
        read_neighbours(tmp_path)


@given(st.integers(0, len(CONTENT) - 1), st.integers(1, 255))
def test_no_changed_byte_goes_unnoticed(
    tmp_path_factory: pytest.TempPathFactory, place: int, change: int
) -> None:
    content = bytearray(CONTENT)
    content[place] ^= change
    file = tmp_path_factory.getbasetemp() / "changed.bin"
    file.write_bytes(content)
    with pytest.raises(NeighboursUnreadable):
        read_neighbours(file)


@pytest.mark.parametrize(
    "spellings",
    [
        ("The Beatles", "beatles", "Beatles, The", "THE  BEATLES"),
        ("Sigur Rós", "sigur ros", "SIGUR RO\u0301S"),
        ("AC/DC", "ACDC", "ac dc"),
        ("Simon & Garfunkel", "Simon and Garfunkel"),
        ("Guns N' Roses", "Guns n’ Roses", "Guns and Roses"),
        ("Jay-Z", "JAY Z", "Jay‐Z"),
        ("N.W.A", "NWA", "N.W.A."),
        ("Ke$ha", "Kesha"),
        ("Mötley Crüe", "Motley Crue"),
        ("Молчат Дома", "молчат дома"),
        ("ゆらゆら帝国", "ユラユラ帝国"),
        ("Ｐｅｒｆｕｍｅ", "Perfume"),
    ],
)
def test_spellings_of_one_artist(spellings: tuple[str, ...]) -> None:
    assert len({artist_match_key(name) for name in spellings}) == 1


@pytest.mark.parametrize(
    "names",
    [
        ("The The", "The", "", "N"),
        ("!!!", "???"),
        ("X", "10", "Ten"),
        ("宇多田ヒカル", "宇多田"),
        ("Θ", "Ω"),
        ("Boyz II Men", "Boyz Men"),
        ("कबीर", "कबर"),
    ],
)
def test_names_of_different_artists(names: tuple[str, ...]) -> None:
    assert len({artist_match_key(name) for name in names}) == len(names)


@given(st.text())
def test_every_name_with_a_letter_has_a_key(name: str) -> None:
    key = artist_match_key(name)
    assert key or not any(map(str.isalnum, name[:200]))
    assert key == "".join(key.split())
