"""Factory: builds the recommender once, when the skill starts.

The stages of a recommendation, in order, and where each of them is:

1. query understanding: `query_understanding.QueryResolver`
2. retrieval: `retrieval.read_taste`, `retrieval.search`, `retrieval.check_saved`
3. candidates: `ranking.candidates`
4. scoring: `ranking.affinity`, `ranking.rank_fusion`
5. re-ranking: `ranking.reranking`
6. explanation: the `Evidence` of each pick, spoken by `handlers.intents`

`service` answers a request, `pipeline` runs the stages, `store` keeps the results.
"""

from collections.abc import Callable
from datetime import datetime
from functools import cache, partial
from pathlib import Path
from typing import Self

import msgspec

from providers.lazy_imports import after_first_answer
from providers.recommender.exclusion_list import ExclusionList
from providers.recommender.own_playlists import PlaylistRecommender, Rediscovery
from providers.recommender.pipeline import RankingPipeline
from providers.recommender.query_understanding import QueryResolver, SongSeeds
from providers.recommender.ranking.history import RecommendationStore
from providers.recommender.ranking.recommendation_query import Moods
from providers.recommender.ranking.similar_artists import SimilarArtists
from providers.recommender.ranking_cache import RankingCache
from providers.recommender.service import RecommendationService

MOODS_FILE = Path(__file__).with_name("moods.toml")


@cache
def read_moods() -> Moods:
    """Return the entries of `MOODS_FILE`, which is read later: it takes 14 ms."""
    moods = Moods(partial(MOODS_FILE.read_text, encoding="utf-8"))
    after_first_answer(lambda: moods.entries)
    return moods


class Recommenders(msgspec.Struct, frozen=True):
    """Everything that recommends.

    `recommendations`: songs to listen to. `rediscovery`: songs of own playlists that
    were not heard for a while. `playlists`: own playlists to listen to.
    `exclusions`: what is never to be recommended. `seeds`: songs to start from.
    `moods`: the moods, activities and genres that a query may name.
    `neighbours`: similar artists, where there is a file of them.
    """

    recommendations: RecommendationService
    rediscovery: Rediscovery
    playlists: PlaylistRecommender
    exclusions: ExclusionList
    seeds: SongSeeds
    moods: Moods
    neighbours: SimilarArtists | None

    @classmethod
    def build(
        cls,
        pipeline: RankingPipeline,
        store: RecommendationStore,
        now: Callable[[], datetime],
    ) -> Self:
        """Return the recommenders over a pipeline's library.

        `now` returns the time with its zone.
        """
        moods, library = read_moods(), pipeline.library
        rankings = RankingCache(
            pipeline,
            QueryResolver(library, moods, pipeline.source),
            store,
        )
        recommendations = RecommendationService(rankings, store, now)
        return cls(
            recommendations,
            Rediscovery(library, recommendations),
            PlaylistRecommender(library, recommendations),
            ExclusionList(recommendations),
            SongSeeds(library),
            moods,
            pipeline.source,
        )
