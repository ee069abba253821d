"""A process of the skill over Redis or without it, as far as it recommends."""

from dataclasses import dataclass, field
from random import Random

from providers.cache.records import Clocks
from providers.cache.redis.factory import CacheSettings, open_cache
from providers.cached_library import CachedLibrary
from providers.listener import Listener
from providers.music import Account, Listing, Playlist
from providers.recommender.factory import Recommenders
from providers.recommender.pipeline import RankingPipeline
from providers.recommender.ranking.recommendation_query import RecommendationQuery
from providers.recommender.service import RecommendationAnswer, RecommendationService
from providers.recommender.store import CachedStore
from providers.secret import Secret
from tests.providers.fake_library import FakeLibrary, listener
from tests.providers.sample_music import NOW, playlist

SECRET = Secret("a secret of thirty-two bytes or more, for tests")


class Accounts(FakeLibrary):
    """A token is its account's name, and a number once it was renewed (`ada 2`)."""

    async def account(self, listener: Listener) -> Account:
        await super().account(listener)
        return Account(_owner(listener), user=_owner(listener))

    async def first_page_of_playlists(self, listener: Listener) -> Listing[Playlist]:
        found = await super().first_page_of_playlists(listener)
        owner = _owner(listener)
        owned = tuple(playlist(n, owner_id=owner) for n, _ in enumerate(found.items))
        return Listing(owned, len(owned))


def _owner(listener: Listener) -> str:
    assert listener.token is not None
    return listener.token.reveal().split()[0]


@dataclass
class Process:
    """One process of the skill over a Redis, or without one."""

    library: Accounts
    redis: str | None = None
    time: float = NOW.timestamp()
    own: CachedLibrary = field(init=False)
    recommendations: RecommendationService = field(init=False)

    def __post_init__(self) -> None:
        url = Secret(self.redis) if self.redis else None
        settings = CacheSettings(memory_bytes=2**22, redis_url=url, secret=SECRET)
        sources = Clocks(lambda: self.time, lambda: self.time, Random(1))
        self.cache, _ = open_cache(settings, sources)
        self.own = CachedLibrary(self.library, self.cache)
        store = CachedStore(self.own, self.cache)
        advice = Recommenders.build(RankingPipeline(self.own), store, lambda: NOW)
        self.recommendations = advice.recommendations

    async def ask(self, link: str = "ada", key: str = "ada") -> RecommendationAnswer:
        return await self.recommendations.recommend(
            asking(link, key), RecommendationQuery()
        )

    async def close(self) -> None:
        await self.cache.aclose()


def asking(link: str = "ada", key: str = "ada") -> Listener:
    asked = listener(key)
    return Listener(asked.key, Secret(link), asked.deadline, asked.turn)


def songs(answer: RecommendationAnswer) -> set[str]:
    return {pick.key for pick in answer.picks}
