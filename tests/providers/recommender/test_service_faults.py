"""Sources of the fake Spotify that hang, refuse or break off, alone and in pairs."""

import asyncio
from collections.abc import AsyncIterator, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import combinations

import pytest

from providers.fan_out import Timeouts
from providers.recommender.factory import Recommenders
from providers.recommender.pipeline import RankingPipeline
from providers.recommender.ranking.domain_types import Pick
from providers.recommender.ranking.recommendation_query import RecommendationQuery
from providers.recommender.service import RecommendationAnswer
from tests.evaluation.environment import Environment, start

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
SOURCES: dict[str, tuple[str, dict[str, str], set[str]]] = {
    span: ("GET /me/top/*", {"time_range": f"{span}_term"}, names)
    for span, names in {
        "short": {"top_artists_weeks", "top_tracks_weeks"},
        "medium": {"top_artists_months", "top_tracks_months"},
        "long": {"top_artists_years", "top_tracks_years"},
    }.items()
} | {
    "plays": ("GET /me/player/recently-played", {}, {"recent_plays"}),
    "saves": ("GET /me/tracks", {}, {"saved_tracks"}),
    "follows": ("GET /me/following", {}, {"followed_artists"}),
    "playlists": ("GET /me/playlists", {}, {"playlists"}),
    "search": ("GET /search", {}, {"discovery"}),
    "look": ("GET /me/library/contains", {}, {"saved_check"}),
}
READ_LATER = {"top_artists_months", "top_tracks_weeks", "top_tracks_years"}
KINDS = ("hang", "forbidden", "truncate")
TIMEOUTS = Timeouts(0.5, 0.4, 0.4)
AT_ONCE = 4


@dataclass(frozen=True)
class Case:
    """What is wrong for one listener: sources, each with the way it fails."""

    faults: tuple[tuple[str, str], ...]

    @property
    def name(self) -> str:
        return "-".join(f"{source}.{kind}" for source, kind in self.faults)

    @property
    def missing(self) -> set[str]:
        return set().union(*(SOURCES[source][2] for source, _ in self.faults))


ALONE = [Case(((source, kind),)) for source in SOURCES for kind in KINDS]
PAIRS = [
    Case(((one, KINDS[n % 3]), (other, KINDS[n // 3 % 3])))
    for n, (one, other) in enumerate(combinations(SOURCES, 2))
]


@pytest.fixture
async def environment() -> AsyncIterator[Environment]:
    """Everybody has the same rich history, and more saves than one page holds."""
    async with start(NOW) as environment:
        yield environment


def arm(environment: Environment, cases: Iterable[Case]) -> None:
    world = environment.spotify.world
    ada = world.account("ada")
    assert ada is not None
    for case in cases:
        world.add_account(case.name, ada.library)
        for source, kind in case.faults:
            endpoint, query, _ = SOURCES[source]
            environment.spotify.faults.add(
                kind, endpoint, account=case.name, query=query
            )


async def ask(environment: Environment, case: Case) -> RecommendationAnswer:
    asking = environment.listener(case.name)
    pipeline = RankingPipeline(environment.library, TIMEOUTS)
    recommenders = Recommenders.build(pipeline, environment.store, environment.clock)
    answer = await recommenders.recommendations.recommend(asking, RecommendationQuery())
    assert asking.deadline.remaining() > 3, case.name
    assert len(asking.turn.calls) <= 16, case.name
    return answer


async def all_answered(
    environment: Environment, cases: Sequence[Case]
) -> list[RecommendationAnswer]:
    arm(environment, cases)
    answers: list[RecommendationAnswer] = []
    for first in range(0, len(cases), AT_ONCE):
        some = cases[first : first + AT_ONCE]
        answers += await asyncio.gather(*(ask(environment, case) for case in some))
    return answers


def is_of_theirs(pick: Pick) -> bool:
    """Whether one of the listener's own lists speaks for it."""
    return any(fact.signal != "genre" for fact in pick.evidence)


@pytest.mark.slow
@pytest.mark.parametrize("cases", [ALONE, PAIRS], ids=["alone", "pairs"])
async def test_there_are_titles_and_what_is_missing_is_named(
    environment: Environment, cases: Sequence[Case]
) -> None:
    answers = await all_answered(environment, cases)
    titles = {track.title for track in environment.spotify.world.catalogue.tracks}
    for case, answer in zip(cases, answers, strict=True):
        said = [pick.track.title for pick in answer.picks]
        assert len(said) == 3, case.name
        assert set(said) <= titles
        assert any(is_of_theirs(pick) for pick in answer.picks), case.name
        ranking = answer.stored.ranking
        missing = {source for source, _ in ranking.missing}
        # Where one of the other lists fails these are read at first, too; where one is
        # late there is no time for them.
        unread = set() if ranking.whole else READ_LATER
        assert missing == case.missing - unread, case.name
