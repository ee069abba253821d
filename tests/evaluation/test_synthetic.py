"""Synthetic listeners through the real client and cache, before the fake Spotify."""

import json
from datetime import UTC, datetime
from random import Random

import pytest

from simulator.spotify.world import World
from tests.evaluation import synthetic
from tests.evaluation.__main__ import main, table
from tests.evaluation.listeners import DAYS, Life, born
from tests.evaluation.measures import mean
from tests.evaluation.synthetic import OURS, evaluate

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


async def test_ahead_of_every_baseline() -> None:
    figures = await evaluate(count=12, seed=1, now=NOW)
    ours = figures.pop(OURS).means()
    baselines = {name: one.means() for name, one in figures.items()}
    for name, theirs in baselines.items():
        assert ours["ndcg"] > theirs["ndcg"], name
        assert ours["hit"] >= theirs["hit"], name
    best = max(baselines.values(), key=lambda one: one["ndcg"])
    assert ours["diversity"] >= best["diversity"]
    assert ours["novelty"] > best["novelty"]
    assert ours["repeats"] <= min(one["repeats"] for one in baselines.values())
    assert ours["calls"] <= 16
    assert ours["warm_calls"] == 0


def test_listeners_are_the_same_every_time_and_differ() -> None:
    catalogue = World(now=lambda: NOW).catalogue
    one, other = born(catalogue, count=2, seed=3, now=NOW)
    (again,) = born(catalogue, count=1, seed=3, now=NOW)
    assert one.held_out == again.held_out
    assert one.held_out != other.held_out


def test_what_is_held_out_is_neither_saved_nor_often_heard() -> None:
    catalogue = World(now=lambda: NOW).catalogue
    (who,) = born(catalogue, count=1, seed=4, now=NOW)
    saved = {save.item.id for save in who.library.saved_tracks}  # type: ignore[union-attr]
    heard = {t.id for t in who.library.top_tracks["long_term"]}  # type: ignore[union-attr]
    assert not saved & who.held_out
    assert len(heard & who.held_out) < len(heard) / 2


def test_half_of_the_listeners_drift() -> None:
    catalogue = World(now=lambda: NOW).catalogue
    lives = [Life(catalogue, Random(n), NOW) for n in range(40)]
    drifting = 0
    for life in lives:
        artist = next(iter(life._dear))
        drifting += life.affection(artist, 0) != life.affection(artist, DAYS - 1)
    assert 10 < drifting < 30


def test_the_table_and_json(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(synthetic, "WEEK", 1)
    assert main(["--listeners", "1", "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert set(figures) >= {OURS, "most recent"}
    assert main(["--listeners", "1"]) == 0
    printed = capsys.readouterr().out
    assert "NDCG@10" in printed
    assert OURS in printed


def test_a_column_without_figures_is_a_dash() -> None:
    assert "–" in table({"none": synthetic.Figures()})
    assert mean([]) == 0
