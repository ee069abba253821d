"""What the skill remembers of its own answers: what it said, what was liked."""

from typing import Protocol

import msgspec

from providers.listener import Listener
from providers.music import Value
from providers.recommender.ranking.model import Pick, Ranking
from providers.recommender.ranking.query import RecommendationQuery
from providers.recommender.ranking.rank_fusion import seeded_random
from providers.recommender.ranking.track_identity import credited

COOLDOWN_DAYS = 7  # a song that was recommended rests for a week

FEEDBACK_DAYS = 14  # what somebody said about a song holds for a fortnight

_MOST_IMPRESSIONS, _MOST_FEEDBACK = 210, 60


class Impression(Value, frozen=True):
    """A song that was recommended; `song` is short and tells nothing of it."""

    song: str
    day: int


class Feedback(Value, frozen=True):
    """The listener's word on a pick; `day` as in `date.toordinal()`."""

    song: str
    artists: tuple[str, ...]
    genres: tuple[str, ...]
    name: str
    liked: bool
    day: int


class History(Value, frozen=True):
    """Bounded, and forgetting by itself: see `aged`."""

    impressions: tuple[Impression, ...] = msgspec.field(default=(), name="served")
    feedback: tuple[Feedback, ...] = msgspec.field(default=(), name="opinions")

    def without_expired(self, today: int) -> "History":
        """Without what has been long enough ago on this day."""
        return History(
            tuple(s for s in self.impressions if today - s.day < COOLDOWN_DAYS),
            tuple(o for o in self.feedback if today - o.day < FEEDBACK_DAYS),
        )

    def cooling_down(self, today: int) -> frozenset[str]:
        """The songs of the days before, by `Pick.key`."""
        return frozenset(s.song for s in self.impressions if s.day != today)

    def shown_on(self, today: int) -> frozenset[str]:
        """The songs of this day, by `Pick.key`."""
        return frozenset(s.song for s in self.impressions if s.day == today)

    def with_impressions(self, picks: tuple[Pick, ...], today: int) -> "History":
        """With these picks said today."""
        fresh = tuple(Impression(pick.key, today) for pick in picks)
        served = (*self.without_expired(today).impressions, *fresh)
        return msgspec.structs.replace(self, impressions=served[-_MOST_IMPRESSIONS:])

    def restarted(self, today: int) -> "History":
        """As if nothing had been said today."""
        served = tuple(s for s in self.impressions if s.day != today)
        return msgspec.structs.replace(self, impressions=served)

    def with_feedback(self, pick: Pick, *, liked: bool, today: int) -> "History":
        """With the listener's word on `pick`, in place of an earlier one."""
        names = pick.track.artists
        opinion = Feedback(
            song=pick.key,
            artists=credited(pick.track),
            genres=pick.genres,
            name=names[0].name if names else pick.track.title,
            liked=liked,
            day=today,
        )
        others = tuple(
            o for o in self.without_expired(today).feedback if o.song != pick.key
        )
        kept = (*others, opinion)[-_MOST_FEEDBACK:]
        return msgspec.structs.replace(self, feedback=kept)


def short_key(key: str) -> str:
    """A song's name, small enough to remember hundreds of, and telling nothing.

    >>> len(short("hurt|johnny cash"))
    10
    """
    return f"{int(seeded_random(0, key) * 2**40):010x}"


# FOLDED What is kept of a listener's recommendations, and the shelf that keeps it.


class StoredRanking(Value, frozen=True):
    """A ranking with the wish that it answers, kept under `name`.

    `validated`: when its sources were last looked at, in seconds since 1970.
    `searched`: of how many playlists it is made, where it is made of playlists.
    `language`: the one that the wish was said in.
    """

    name: str
    ranking: Ranking
    query: RecommendationQuery = msgspec.field(name="wish")
    checked_at: float = msgspec.field(name="validated")
    playlists_searched: int = msgspec.field(default=0, name="searched")
    language: str = "en"


class RecommendationStore(Protocol):
    """Keeps rankings for a day and a memory for some, sealed, listener by listener.

    Nothing here raises: what cannot be read is absent, what cannot be kept is lost.
    """

    async def ranking(self, listener: Listener, name: str) -> StoredRanking | None:
        """What was kept under this name (it tells nothing of the listener)."""
        ...

    async def keep_ranking(self, listener: Listener, record: StoredRanking) -> None: ...

    async def history(self, listener: Listener) -> History:
        """What was kept last; an empty memory where there is none."""
        ...

    async def keep_history(self, listener: Listener, memory: History) -> None: ...
