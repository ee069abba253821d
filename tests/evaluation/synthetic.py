"""Synthetic listeners ask; what they are told is held against what they would like."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from providers.listener import Listener
from providers.music import Track
from providers.recommender.ranking.recommendation_query import RecommendationQuery
from providers.recommender.ranking.track_identity import credited
from tests.evaluation.baselines import BASELINES, Baseline
from tests.evaluation.environment import Environment, start
from tests.evaluation.listeners import SyntheticListener, born
from tests.evaluation.measures import (
    DEPTH,
    diversity,
    hit,
    mean,
    ndcg,
    repeats,
    share,
)

OURS = "Record Shelf"
WEEK = 7
ANSWER = 3  # picks that one answer says


@dataclass
class Figures:
    """What was measured for one way of recommending, one number a listener."""

    ndcg: list[float] = field(default_factory=list)
    hit: list[float] = field(default_factory=list)
    diversity: list[float] = field(default_factory=list)
    novelty: list[float] = field(default_factory=list)
    repeats: list[float] = field(default_factory=list)
    calls: list[float] = field(default_factory=list)
    milliseconds: list[float] = field(default_factory=list)
    warm_calls: list[float] = field(default_factory=list)
    warm_milliseconds: list[float] = field(default_factory=list)

    def add(
        self, said: Sequence[Track], who: SyntheticListener, known: frozenset[str]
    ) -> None:
        keys = [track.id for track in said]
        self.ndcg.append(ndcg(keys, who.held_out))
        self.hit.append(hit(keys, who.held_out))
        self.diversity.append(diversity([credited(track)[:1] for track in said]))
        self.novelty.append(1 - share(keys, known))

    def means(self) -> dict[str, float]:
        return {name: mean(values) for name, values in vars(self).items()}


async def evaluate(*, count: int, seed: int, now: datetime) -> dict[str, Figures]:
    """The figures of our recommendations and of each baseline."""
    figures = {OURS: Figures(), **{name: Figures() for name in BASELINES}}
    async with start(now) as environment:
        catalogue = environment.spotify.world.catalogue
        listeners = born(catalogue, count=count, seed=seed, now=now)
        for who in listeners:
            environment.spotify.world.add_account(who.name, who.library)
        for who in listeners:
            await _ours(environment, who, figures[OURS])
            for name, baseline in BASELINES.items():
                await _baseline(environment, who, baseline, figures[name])
        await _week(environment, listeners, figures)
    return figures


async def _ours(
    environment: Environment, who: SyntheticListener, figures: Figures
) -> None:
    """The first ten picks of a day: one cold answer, then warm ones."""
    recommendations = environment.advice.recommendations
    said: list[Track] = []
    cold = True
    while len(said) < DEPTH:
        asking = environment.listener(who.name)
        began = time.perf_counter()
        answer = await recommendations.recommend(asking, RecommendationQuery())
        took = (time.perf_counter() - began) * 1000
        calls = figures.calls if cold else figures.warm_calls
        calls.append(len(asking.turn.calls))
        (figures.milliseconds if cold else figures.warm_milliseconds).append(took)
        cold = False
        if not answer.picks or answer.restarted:
            break
        said += [pick.track for pick in answer.picks]
    figures.add(said, who, await _known(environment, who))


async def _baseline(
    environment: Environment,
    who: SyntheticListener,
    baseline: Baseline,
    figures: Figures,
) -> None:
    asking = environment.listener(who.name)
    began = time.perf_counter()
    said = await baseline(environment.library, asking, Random(who.name))
    figures.warm_milliseconds.append((time.perf_counter() - began) * 1000)
    figures.warm_calls.append(len(asking.turn.calls))
    figures.add(said[:DEPTH], who, await _known(environment, who))


async def _known(environment: Environment, who: SyntheticListener) -> frozenset[str]:
    """The ids of all tracks on the listener's own lists, as far as they are read."""
    found: set[str] = set()
    for baseline in BASELINES.values():
        asking = environment.listener(who.name)
        tracks = await baseline(environment.library, asking, Random(who.name))
        found.update(track.id or "" for track in tracks)
    return frozenset(found)


async def _week(
    environment: Environment,
    listeners: Sequence[SyntheticListener],
    figures: dict[str, Figures],
) -> None:
    """One answer on each of the next seven days, by everybody."""
    days: dict[tuple[str, str], list[list[str | None]]] = {}
    for day in range(WEEK):
        environment.clock.pass_by(timedelta(days=1))
        for who in listeners:
            for name in figures:
                said = await _answer(
                    environment, environment.listener(who.name), name, day
                )
                days.setdefault((name, who.name), []).append([t.id for t in said])
    for (name, _), told in days.items():
        figures[name].repeats.append(repeats(told))


async def _answer(
    environment: Environment, asking: Listener, name: str, day: int
) -> Sequence[Track]:
    if name == OURS:
        answer = await environment.advice.recommendations.recommend(
            asking, RecommendationQuery()
        )
        return [pick.track for pick in answer.picks]
    rng = Random(f"{asking.key.reveal()} {day}")
    return (await BASELINES[name](environment.library, asking, rng))[:ANSWER]
