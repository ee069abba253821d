"""What the skill remembers of its own answers: what it said, what was liked."""

from typing import Protocol

import msgspec

from providers.listener import Listener
from providers.music import Value
from providers.recommender.ranking.model import Pick, Ranking
from providers.recommender.ranking.query import Wish
from providers.recommender.ranking.rank_fusion import chance
from providers.recommender.ranking.track_identity import credited

REST_DAYS = 7  # a song that was recommended rests for a week

OPINION_DAYS = 14  # what somebody said about a song holds for a fortnight

_MOST_SERVED, _MOST_OPINIONS = 210, 60


class Served(Value, frozen=True):
    """A song that was recommended; `song` is short and tells nothing of it."""

    song: str
    day: int


class Opinion(Value, frozen=True):
    """The listener's word on a pick; `day` as in `date.toordinal()`."""

    song: str
    artists: tuple[str, ...]
    genres: tuple[str, ...]
    name: str
    liked: bool
    day: int


class Memory(Value, frozen=True):
    """Bounded, and forgetting by itself: see `aged`."""

    served: tuple[Served, ...] = ()
    opinions: tuple[Opinion, ...] = ()

    def aged(self, today: int) -> "Memory":
        """Without what has been long enough ago on this day."""
        return Memory(
            tuple(s for s in self.served if today - s.day < REST_DAYS),
            tuple(o for o in self.opinions if today - o.day < OPINION_DAYS),
        )

    def resting(self, today: int) -> frozenset[str]:
        """The songs of the days before, by `Pick.key`."""
        return frozenset(s.song for s in self.served if s.day != today)

    def heard(self, today: int) -> frozenset[str]:
        """The songs of this day, by `Pick.key`."""
        return frozenset(s.song for s in self.served if s.day == today)

    def serving(self, picks: tuple[Pick, ...], today: int) -> "Memory":
        """With these picks said today."""
        fresh = tuple(Served(pick.key, today) for pick in picks)
        served = (*self.aged(today).served, *fresh)
        return msgspec.structs.replace(self, served=served[-_MOST_SERVED:])

    def from_the_top(self, today: int) -> "Memory":
        """As if nothing had been said today."""
        served = tuple(s for s in self.served if s.day != today)
        return msgspec.structs.replace(self, served=served)

    def minding(self, pick: Pick, *, liked: bool, today: int) -> "Memory":
        """With the listener's word on `pick`, in place of an earlier one."""
        names = pick.track.artists
        opinion = Opinion(
            song=pick.key,
            artists=credited(pick.track),
            genres=pick.genres,
            name=names[0].name if names else pick.track.title,
            liked=liked,
            day=today,
        )
        others = tuple(o for o in self.aged(today).opinions if o.song != pick.key)
        kept = (*others, opinion)[-_MOST_OPINIONS:]
        return msgspec.structs.replace(self, opinions=kept)


def short(key: str) -> str:
    """A song's name, small enough to remember hundreds of, and telling nothing.

    >>> len(short("hurt|johnny cash"))
    10
    """
    return f"{int(chance(0, key) * 2**40):010x}"


# FOLDED What is kept of a listener's recommendations, and the shelf that keeps it.


class Record(Value, frozen=True):
    """A ranking with the wish that it answers, kept under `name`.

    `validated`: when its sources were last looked at, in seconds since 1970.
    `searched`: of how many playlists it is made, where it is made of playlists.
    `language`: the one that the wish was said in.
    """

    name: str
    ranking: Ranking
    wish: Wish
    validated: float
    searched: int = 0
    language: str = "en"


class RecommendationShelf(Protocol):
    """Keeps rankings for a day and a memory for some, sealed, listener by listener.

    Nothing here raises: what cannot be read is absent, what cannot be kept is lost.
    """

    async def record(self, listener: Listener, name: str) -> Record | None:
        """What was kept under this name (it tells nothing of the listener)."""
        ...

    async def keep_record(self, listener: Listener, record: Record) -> None: ...

    async def memory(self, listener: Listener) -> Memory:
        """What was kept last; an empty memory where there is none."""
        ...

    async def keep_memory(self, listener: Listener, memory: Memory) -> None: ...
