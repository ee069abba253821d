"""The ranking over a file of listens: split, likeness, figures, bad files."""

import json
from pathlib import Path
from random import Random

import pytest

from tests.evaluation.__main__ import main
from tests.evaluation.listens import NoListens, evaluate, likenesses, read, split

CLUSTERS, ARTISTS = 8, 40


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """150 users of 8 clusters of 40 artists, each user at home in two."""
    rng = Random(1)
    lines = [
        f"u{user}\tc{cluster} a{artist}\t{rng.randint(1, 500)}"
        for user in range(150)
        for cluster in rng.sample(range(CLUSTERS), 2)
        for artist in rng.sample(range(ARTISTS), 12)
    ]
    lines.insert(0, "userID\tartistID\tweight")
    path = tmp_path / "listens.tsv"
    path.write_text("\n".join([*lines, "broken", "u1\t\t3", "u1\tx\tnone"]))
    return path


def test_lines_that_do_not_read_as_listens_are_passed_over(file: Path) -> None:
    listens = read(file)
    assert len(listens) == 150
    assert all(len(counts) == 24 for counts in listens.values())


def test_repeated_lines_add_up(tmp_path: Path) -> None:
    path = tmp_path / "listens.tsv"
    path.write_text("u\ta\t2\nu\ta\t3\n")
    assert read(path) == {"u": {"a": 5.0}}


def test_a_share_is_hidden_and_the_seed_decides_which(file: Path) -> None:
    listens = read(file)
    known, hidden = split(listens, holdout=0.2, seed=1)
    for user, counts in listens.items():
        assert len(hidden[user]) == 5
        assert hidden[user] | known[user].keys() == counts.keys()
        assert not hidden[user] & known[user].keys()
    assert split(listens, holdout=0.2, seed=1) == (known, hidden)
    assert split(listens, holdout=0.2, seed=2) != (known, hidden)


def test_a_single_artist_is_not_hidden() -> None:
    _, hidden = split({"u": {"a": 1.0}, "v": {"a": 1.0, "b": 2.0}}, holdout=0.5, seed=1)
    assert hidden["u"] == frozenset()
    assert len(hidden["v"]) == 1


def test_artists_with_the_same_listeners_are_alike() -> None:
    known = {str(n): {"a": 1.0, "b": 1.0} for n in range(20)}
    known |= {"x": {"a": 1.0, "c": 1.0}}
    similar = likenesses(known)["a"]
    assert [one.name for one in similar] == ["b", "c"]
    assert similar[0].strength > 5 * similar[1].strength > 0


def test_the_ranking_finds_what_is_hidden(file: Path) -> None:
    outcome = evaluate(read(file), holdout=0.2, seed=1)
    assert (outcome.users, outcome.artists) == (150, CLUSTERS * ARTISTS)
    assert outcome.ndcg > 2 * outcome.popularity


def test_json_is_the_same_every_time(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = []
    for _ in range(2):
        arguments = ["--listens", str(file), "--holdout", "0.2", "--seed", "3"]
        assert main([*arguments, "--json"]) == 0
        told.append(json.loads(capsys.readouterr().out))
    assert told[0] == told[1]
    assert 0 < told[0]["ndcg@10"] < 1


def test_without_json_it_is_a_list(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--listens", str(file)]) == 0
    assert "ndcg@10" in capsys.readouterr().out


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
