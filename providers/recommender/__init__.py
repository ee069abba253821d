"""Recommender: which songs and playlists a listener should hear, and why.

`factory` builds it, and lists its stages in order.
"""

from providers.recommender.factory import Recommenders
from providers.recommender.own_playlists import (
    PlaylistPick,
    PlaylistRecommender,
    Rediscovery,
)
from providers.recommender.service import RecommendationAnswer, RecommendationService
from providers.recommender.store import (
    CachedStore,
    MemoryStore,
    PersonalData,
    StoreRouter,
)

__all__ = [
    "CachedStore",
    "MemoryStore",
    "PersonalData",
    "PlaylistPick",
    "PlaylistRecommender",
    "RecommendationAnswer",
    "RecommendationService",
    "Recommenders",
    "Rediscovery",
    "StoreRouter",
]
