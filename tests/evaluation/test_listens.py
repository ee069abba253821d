"""Tables of listening: read, split, compared, invented; bad files."""

import json
from pathlib import Path
from random import Random

import pytest

from tests.evaluation.__main__ import main
from tests.evaluation.listens import (
    NoListens,
    invent,
    popularity,
    read,
    similar_artists,
    split,
    write,
)

pytestmark = pytest.mark.no_cover

CLUSTERS, ARTISTS = 8, 30


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """100 listeners of 8 clusters of 30 artists, each listener at home in two."""
    rng = Random(1)
    lines = [
        f"u{listener}\tc{cluster} a{artist}\t{rng.randint(1, 500)}"
        for listener in range(100)
        for cluster in rng.sample(range(CLUSTERS), 2)
        for artist in rng.sample(range(ARTISTS), 12)
    ]
    lines.insert(0, "userID\tartistID\tweight")
    path = tmp_path / "listens.tsv"
    path.write_text("\n".join([*lines, "broken", "u1\t\t3", "u1\tx\tnone"]))
    return path


def test_lines_that_do_not_read_as_listens_are_passed_over(file: Path) -> None:
    listens = read(file)
    assert len(listens) == 100
    assert all(len(counts) == 24 for counts in listens.values())


def test_repeated_lines_add_up_and_what_is_written_is_read(tmp_path: Path) -> None:
    path = tmp_path / "listens.tsv"
    path.write_text("u\ta\t2\nu\ta\t3\n")
    assert read(path) == {"u": {"a": 5.0}}
    write(path, {"v": {"b c": 7.0}})
    assert read(path) == {"v": {"b c": 7.0}}


def test_a_share_is_hidden_and_the_seed_decides_which(file: Path) -> None:
    listens = read(file)
    known, hidden = split(listens, holdout=0.2, seed=1)
    for listener, counts in listens.items():
        assert len(hidden[listener]) == 5
        assert hidden[listener] | known[listener].keys() == counts.keys()
        assert not hidden[listener] & known[listener].keys()
    assert split(listens, holdout=0.2, seed=1) == (known, hidden)
    assert split(listens, holdout=0.2, seed=2) != (known, hidden)


def test_a_single_artist_is_not_hidden() -> None:
    _, hidden = split({"u": {"a": 1.0}, "v": {"a": 1.0, "b": 2.0}}, holdout=0.5, seed=1)
    assert hidden["u"] == frozenset()
    assert len(hidden["v"]) == 1


def test_artists_with_the_same_listeners_are_alike() -> None:
    known = {str(n): {"a": 1.0, "b": 1.0} for n in range(20)}
    known |= {"x": {"a": 1.0, "c": 1.0}}
    similar = similar_artists(known)["a"]
    assert [one.name for one in similar] == ["b", "c"]
    assert similar[0].strength > 5 * similar[1].strength > 0
    assert popularity(known) == ["a", "b", "c"]


@pytest.mark.slow
def test_an_invented_table_has_the_shape_of_public_ones() -> None:
    listens = invent(60, seed=1)
    counts = [len(artists) for artists in listens.values()]
    assert 40 < sum(counts) / len(counts) <= 50
    ranked = popularity(listens)
    listeners = [sum(name in counts for counts in listens.values()) for name in ranked]
    assert listeners[0] > 10, "a few are known to many"
    assert listeners[len(ranked) // 2] == 1, "most to hardly anybody"
    assert invent(2, seed=1) == invent(2, seed=1) != invent(2, seed=2)


@pytest.mark.slow
def test_the_whole_service_over_a_file(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = []
    options = ["--listens", str(file), "--listeners", "3", "--seeds", "1", "--json"]
    for _ in range(2):
        assert main(options) == 0
        told.append(json.loads(capsys.readouterr().out))
    assert told[0] == told[1]
    means = {way: one["ndcg_new"]["mean"] for way, one in told[0]["file"].items()}
    assert means["item-kNN"] > 2 * means["popularity"] > 0


def test_a_file_is_invented(tmp_path: Path) -> None:
    path = tmp_path / "invented.tsv"
    assert main(["--invent", str(path), "--listeners", "2"]) == 0
    assert len(read(path)) == 2


def test_a_file_that_cannot_be_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "empty.tsv"
    empty.write_text("nothing\n")
    with pytest.raises(NoListens):
        read(empty)
    for path in (empty, tmp_path / "absent.tsv"):
        assert main(["--listens", str(path)]) == 2
        assert "cannot evaluate" in capsys.readouterr().err


@pytest.mark.parametrize("holdout", ["0", "1", "-1", "most"])
def test_a_share_is_between_nothing_and_all(holdout: str) -> None:
    with pytest.raises(SystemExit):
        main(["--listens", "x", "--holdout", holdout])
