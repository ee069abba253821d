"""The recommender over an imagined library, with a clock to turn."""

from dataclasses import dataclass, field
from datetime import datetime

from providers.recommender.factory import read_moods
from providers.recommender.pipeline import RankingCache, RankingPipeline
from providers.recommender.ranking.query import RecommendationQuery
from providers.recommender.retrieval import QueryResolver
from providers.recommender.service import RecommendationAnswer, RecommendationService
from tests.providers.imagined_library import (
    ImaginedLibrary,
    ShelfInMemory,
    listener,
)
from tests.providers.imagined_music import (
    NOW,
    track,
)

MOODS = read_moods()
CATALOGUE = tuple(track(n, by=100 + n) for n in range(100, 160))


@dataclass
class Room:
    """Everything together; `now` may be moved."""

    library: ImaginedLibrary = field(
        default_factory=lambda: ImaginedLibrary(catalogue=CATALOGUE)
    )
    shelf: ShelfInMemory = field(default_factory=ShelfInMemory)
    now: datetime = NOW

    def recommendations(self) -> RecommendationService:
        ladder = RankingPipeline(self.library)
        rankings = RankingCache(ladder, QueryResolver(self.library, MOODS), self.shelf)
        return RecommendationService(rankings, self.shelf, lambda: self.now)

    async def ask(
        self, wish: RecommendationQuery | None = None
    ) -> RecommendationAnswer:
        return await self.recommendations().recommend(
            listener(), wish or RecommendationQuery()
        )

    async def another(self, answer: RecommendationAnswer) -> RecommendationAnswer:
        found = await self.recommendations().next(listener(), answer.stored.name)
        assert found is not None
        return found


def ids(answer: RecommendationAnswer) -> list[str | None]:
    return [pick.track.id for pick in answer.picks]
