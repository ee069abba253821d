"""The whole service in a trial, short: what comes, what it costs, how it is told."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from providers.music import Artist, Track
from simulator.spotify.data.user_library import UserLibrary
from tests.evaluation.__main__ import main
from tests.evaluation.baselines import BASELINES, popular
from tests.evaluation.conversation import Conversation, NotAnswered
from tests.evaluation.environment import start
from tests.evaluation.listeners import Subject
from tests.evaluation.listens import build_neighbours
from tests.evaluation.measures import mean
from tests.evaluation.trials import (
    OURS,
    Figures,
    Results,
    Told,
    ours,
    run,
    told_by_baseline,
)
from tests.evaluation.worlds import SYNTHETIC, Trial, synthetic_trial

pytestmark = pytest.mark.no_cover

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


def _song(name: str) -> Track:
    return Track(name, name, (Artist(name[0], name[0]),))


def test_figures_that_can_be_worked_out_by_hand() -> None:
    subject = Subject(
        "s", UserLibrary(), frozenset("k"), frozenset("nm"), frozenset(("n1", "k2"))
    )
    songs = [_song(name) for name in ("k1", "n1", "x1", "n2", "m1")]
    figures = Figures()
    figures.add(Told(songs, 3, 15, (15, 15, 15, 20, 30)), subject)
    means = figures.means()
    ideal = 1 + 1 / 1.584962500721156
    assert means["ndcg_new"] == pytest.approx(1 / ideal), "n, x within 16 calls"
    assert means["ndcg_day"] == means["ndcg_new"], "n2 adds nothing, m1 is too late"
    assert means["ndcg_all"] == pytest.approx((1 / 1.584962500721156) / ideal)
    assert means["new_first"] == pytest.approx(2 / 3)
    assert means["diversity"] == pytest.approx(4 / 5)
    assert (means["calls"], means["calls_ten"]) == (15, 30)


@pytest.fixture(scope="module")
def trial() -> Trial:
    return synthetic_trial(count=2, seed=1, now=NOW)


def _mean(results: Results, way: str, measure: str) -> float:
    found = [by_way[way].means()[measure] for by_way in results.values()]
    return sum(found) / len(found)


@pytest.mark.slow
async def test_every_world_is_answered_within_the_calls(trial: Trial) -> None:
    results = await run(trial, NOW)
    assert set(results) == set(SYNTHETIC)
    for world, by_way in results.items():
        assert set(by_way) == {OURS, *BASELINES}
        assert max(by_way[OURS].calls) <= 16, world
    assert _mean(results, OURS, "ndcg_all") > _mean(results, "popularity", "ndcg_all")
    # What others listen to finds new artists; genres are not sent.
    assert _mean(results, "neighbours searched", "ndcg_new") > 0.1
    assert _mean(results, "genres searched", "ndcg_new") == 0


@pytest.mark.slow
async def test_genres_find_new_artists_in_the_extended_regime() -> None:
    trial = synthetic_trial(count=3, seed=1, now=NOW, worlds=("unheard",))
    results = await run(trial, NOW, regime="extended")
    assert _mean(results, "genres searched", "ndcg_new") > 0
    assert max(results["unheard"][OURS].calls) <= 16


@pytest.mark.slow
async def test_the_service_is_ahead_of_every_baseline(tmp_path: Path) -> None:
    """With neighbours, over artists never heard, within the calls of one answer."""
    figures: dict[str, list[float]] = {}
    for seed in (31, 32):
        trial = synthetic_trial(count=8, seed=seed, now=NOW, worlds=("unheard",))
        file = build_neighbours(trial.others, tmp_path)
        results = await run(trial, NOW, neighbours=file)
        for way, measured in results["unheard"].items():
            figures.setdefault(way, []).extend(measured.ndcg_new)
        assert min(results["unheard"][OURS].new_first) >= 0.5
    means = {way: mean(values) for way, values in figures.items()}
    best = max(means[way] for way in BASELINES)
    assert means[OURS] > best, means
    assert means[OURS] > 4 * means["popularity"], means


async def test_songs_come_once_and_calls_are_counted(trial: Trial) -> None:
    subject = trial.subjects["unheard"][0]
    async with start(NOW, catalogue=trial.catalogue) as environment:
        environment.spotify.world.add_account(subject.name, subject.library)
        told = await ours(environment, subject.name)
        assert environment.spotify.counters.calls() == told.made[-1]
    ids = [song.id for song in told.songs]
    assert len(set(ids)) == len(ids) >= 10
    assert told.first == 3
    assert list(told.made) == sorted(told.made)


async def test_the_calls_of_a_baseline_are_counted_song_by_song(trial: Trial) -> None:
    subject = trial.subjects["unheard"][0]
    names = [artist.name for artist in trial.catalogue.artists]
    async with start(NOW, catalogue=trial.catalogue) as environment:
        environment.spotify.world.add_account(subject.name, subject.library)
        told = await told_by_baseline(environment, subject.name, popular, (names, {}))
    # The account, seven lists, a search for each song.
    assert list(told.made) == list(range(9, 19))
    assert told.calls == 18
    assert len(told.within(16)) == 8


async def test_an_apology_is_no_answer(trial: Trial) -> None:
    async with start(NOW, catalogue=trial.catalogue) as environment:
        with pytest.raises(NotAnswered):
            await Conversation(environment, "nobody known").recommend()


@pytest.mark.slow
def test_the_table_and_json(capsys: pytest.CaptureFixture[str]) -> None:
    one_world = ["--listeners", "1", "--world", "new"]
    assert main([*one_world, "--seeds", "1", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert set(told) == {"new"}
    assert told["new"][OURS]["calls"]["margin"] is None
    more = ["--seeds", "2", "--genres", "--neighbours", "others"]
    assert main([*one_world, *more]) == 0
    printed = capsys.readouterr().out
    assert "NDCG new" in printed
    assert OURS in printed
    assert "±" in printed
