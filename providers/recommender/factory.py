"""Everything that recommends, put together once."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from providers.fan_out import USUAL_TIMEOUTS, Timeouts
from providers.library import OpenedPlaylists, TasteLibrary
from providers.recommender.own_playlists import (
    PlaylistRecommender,
    Rediscovery,
)
from providers.recommender.pipeline import RankingCache, RankingPipeline
from providers.recommender.ranking.history import RecommendationStore
from providers.recommender.ranking.query import Moods, read_moods
from providers.recommender.ranking.similar import SimilarArtists
from providers.recommender.retrieval import QueryResolver
from providers.recommender.service import Recommendations


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What may be known beside a library; nothing of it has to be.

    `opened`: contents of playlists that are known without a call; `similar`: who
    resembles whom.
    """

    opened: OpenedPlaylists | None = None
    similar: SimilarArtists | None = None


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
        library: TasteLibrary,
        shelf: RecommendationStore,
        now: Callable[[], datetime],
        knowledge: Knowledge | None = None,
        patience: Timeouts = USUAL_TIMEOUTS,
    ) -> Self:
        """`now` tells the time with its zone. Raises `MoodsUnreadable`."""
        known, moods = knowledge or Knowledge(), read_moods()
        ladder = RankingPipeline(library, known.similar, patience)
        interpreter = QueryResolver(library, moods)
        rankings = RankingCache(ladder, interpreter, shelf, known.opened)
        recommendations = Recommendations(rankings, shelf, now)
        return cls(
            recommendations,
            Rediscovery(library, recommendations, known.opened),
            PlaylistRecommender(library, recommendations, known.opened),
            moods,
        )
