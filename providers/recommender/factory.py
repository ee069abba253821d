"""Everything that recommends, put together once."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from providers.fan_out import USUAL_TIMEOUTS, Timeouts
from providers.library import Library
from providers.recommender.own_playlists import (
    PlaylistRecommender,
    Rediscovery,
)
from providers.recommender.pipeline import RankingCache, RankingPipeline
from providers.recommender.ranking.history import RecommendationStore
from providers.recommender.ranking.query import Moods, read_moods
from providers.recommender.retrieval import QueryResolver
from providers.recommender.service import Recommendations


@dataclass(frozen=True, slots=True)
class Recommenders:
    """Songs to listen to, songs to rediscover, playlists; and the moods' names."""

    recommendations: Recommendations
    rediscovery: Rediscovery
    playlists: PlaylistRecommender
    moods: Moods

    @classmethod
    def build(
        cls,
        library: Library,
        shelf: RecommendationStore,
        now: Callable[[], datetime],
        patience: Timeouts = USUAL_TIMEOUTS,
    ) -> Self:
        """`now` tells the time with its zone. Raises `MoodsUnreadable`."""
        moods = read_moods()
        ladder = RankingPipeline(library, patience)
        interpreter = QueryResolver(library, moods)
        rankings = RankingCache(ladder, interpreter, shelf)
        recommendations = Recommendations(rankings, shelf, now)
        return cls(
            recommendations,
            Rediscovery(library, recommendations),
            PlaylistRecommender(library, recommendations),
            moods,
        )
