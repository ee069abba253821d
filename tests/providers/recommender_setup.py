"""The recommender over a fake library, with a clock to turn."""

from dataclasses import dataclass, field
from datetime import datetime

from providers.recommender.factory import read_moods
from providers.recommender.pipeline import CALLS_A_DAY, RankingPipeline
from providers.recommender.query_understanding import QueryResolver
from providers.recommender.ranking.recommendation_query import RecommendationQuery
from providers.recommender.ranking.similar_artists import SimilarArtists
from providers.recommender.ranking_cache import RankingCache
from providers.recommender.service import RecommendationAnswer, RecommendationService
from tests.providers.fake_library import (
    FakeLibrary,
    InMemoryStore,
    listener,
)
from tests.providers.sample_music import (
    NOW,
    track,
)

MOODS = read_moods()
CATALOGUE = tuple(track(n, by=100 + n) for n in range(100, 160))


@dataclass
class RecommenderSetup:
    """Everything together; `now` may be moved. `source`: of similar artists."""

    library: FakeLibrary = field(
        default_factory=lambda: FakeLibrary(catalogue=CATALOGUE)
    )
    store: InMemoryStore = field(default_factory=InMemoryStore)
    now: datetime = NOW
    source: SimilarArtists | None = None
    calls_a_day: int = CALLS_A_DAY

    def recommendations(self) -> RecommendationService:
        pipeline = RankingPipeline(
            self.library, source=self.source, calls_a_day=self.calls_a_day
        )
        queries = QueryResolver(self.library, MOODS, self.source)
        rankings = RankingCache(pipeline, queries, self.store)
        return RecommendationService(rankings, self.store, lambda: self.now)

    async def ask(
        self, query: RecommendationQuery | None = None
    ) -> RecommendationAnswer:
        return await self.recommendations().recommend(
            listener(), query or RecommendationQuery()
        )

    async def another(self, answer: RecommendationAnswer) -> RecommendationAnswer:
        found = await self.recommendations().next(listener(), answer.stored.name)
        assert found is not None
        return found


def ids(answer: RecommendationAnswer) -> list[str | None]:
    return [pick.track.id for pick in answer.picks]
