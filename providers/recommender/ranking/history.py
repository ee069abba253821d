"""Recommendation history: impressions, feedback, stored rankings and their store.

Instances of `History` and `StoredRanking` are stored (in Redis, encrypted). Their
field names in the stored form are those of `msgspec.field(name=...)`.
"""

from collections.abc import Collection
from typing import Protocol

import msgspec

from providers.listener import Listener
from providers.music import Track, Value
from providers.recommender.ranking.domain_types import Pick, Ranking
from providers.recommender.ranking.rank_fusion import seeded_random
from providers.recommender.ranking.recommendation_query import (
    Exclusion,
    RecommendationQuery,
)
from providers.recommender.ranking.track_identity import credited, song_key

COOLDOWN_DAYS = 14
"""Days for which a song that was recommended is not recommended again."""

DISLIKE_DAYS = 7
"""Days for which the artist of a disliked song is left out."""

FEEDBACK_DAYS = 14
"""Days for which feedback on a song holds."""

_MOST_IMPRESSIONS, _MOST_FEEDBACK, _MOST_SEARCHES = 420, 60, 400

MOST_EXCLUSIONS = 100
"""Exclusions that are kept for one listener; one more is refused, and said to be."""


class Impression(Value, frozen=True):
    """A song that was recommended.

    `song`: the `Pick.key`. `day`: as in `date.toordinal()`. `settled`: the listener
    saved it, or knew it, so that it does not come again when the day's picks do.
    """

    song: str
    day: int
    settled: bool = False


class Parting(Value, frozen=True):
    """What had been recommended when a session ended.

    `at`: in seconds since 1970. `spoken`: ranking and `Pick.key` of each pick that was
    spoken, the last one last; at most 21.
    """

    at: float = 0.0
    spoken: tuple[tuple[str, str], ...] = ()


class Feedback(Value, frozen=True):
    """The listener's opinion of a pick.

    `song`: the `Pick.key`. `artists`: the artist keys of its track. `genres`: those of
    the pick. `name`: the first artist's name, for the explanation of later picks.
    `liked`: True for a like, False for a dislike. `day`: as in `date.toordinal()`.
    """

    song: str
    artists: tuple[str, ...]
    genres: tuple[str, ...]
    name: str
    liked: bool
    day: int


class Search(Value, frozen=True):
    """A search that was made: a hash of its text, and the day as in `Impression`."""

    query: str
    day: int


class Spending(Value, frozen=True):
    """How many calls to the music service recommendations took on a day."""

    day: int = 0
    calls: int = 0


class History(Value, frozen=True):
    """What was recommended to a listener, and what the listener said about it.

    `impressions`: oldest first, at most 420, for 14 days. `feedback`: oldest first, at
    most 60, for 14 days. `exclusions`: what is never to be recommended, oldest first,
    at most 100, until the listener takes them back. `searches`: of discoveries, oldest
    first, at most 400, for 14 days. `spending`: of the last day with calls. `parting`:
    of the last session in which something was recommended.
    """

    impressions: tuple[Impression, ...] = msgspec.field(default=(), name="served")
    feedback: tuple[Feedback, ...] = msgspec.field(default=(), name="opinions")
    exclusions: tuple[Exclusion, ...] = msgspec.field(default=(), name="never")
    searches: tuple[Search, ...] = ()
    spending: Spending = Spending()
    parting: Parting = Parting()

    def without_expired(self, today: int) -> "History":
        """Return the history without entries that are too old on day `today`."""
        recent = _recent_days(today)
        return msgspec.structs.replace(
            self,
            impressions=tuple([i for i in self.impressions if i.day in recent]),
            feedback=tuple([f for f in self.feedback if today - f.day < FEEDBACK_DAYS]),
            searches=tuple([s for s in self.searches if s.day in recent]),
        )

    def searched(self) -> dict[str, int]:
        """Return the last day of each search that was made, by its hash."""
        return {search.query: search.day for search in self.searches}

    def with_searches(self, queries: Collection[str], today: int) -> "History":
        """Return the history with these searches made today; they are hashes."""
        days = self.searched()
        new = [query for query in queries if days.get(query) != today]
        if not new:
            return self
        others = (s for s in self.searches if s.query not in new)
        searches = (*others, *(Search(query, today) for query in new))
        return msgspec.structs.replace(self, searches=searches[-_MOST_SEARCHES:])

    @property
    def last_judged(self) -> str:
        """The `Pick.key` of the last song that there is feedback on; "" for none."""
        return self.feedback[-1].song if self.feedback else ""

    def calls_on(self, today: int) -> int:
        """Return how many calls recommendations took on this day."""
        return self.spending.calls if self.spending.day == today else 0

    def with_calls(self, count: int, today: int) -> "History":
        """Return the history with so many calls made today, in all."""
        return msgspec.structs.replace(self, spending=Spending(today, count))

    def cooling_down(self, today: int) -> frozenset[str]:
        """Return the `Pick.key`s of the songs recommended on other days."""
        return frozenset(i.song for i in self.impressions if i.day != today)

    def shown_on(self, today: int) -> frozenset[str]:
        """Return the `Pick.key`s of the songs recommended on this day."""
        return frozenset([i.song for i in self.impressions if i.day == today])

    def with_impressions(self, picks: tuple[Pick, ...], today: int) -> "History":
        """Return the history with these picks recommended today."""
        recent = _recent_days(today)
        impressions = [i for i in self.impressions if i.day in recent]
        impressions += [Impression(pick.key, today) for pick in picks]
        return msgspec.structs.replace(
            self, impressions=tuple(impressions[-_MOST_IMPRESSIONS:])
        )

    def without_impressions(self, keys: Collection[str], today: int) -> "History":
        """Return the history as if these songs had not been recommended today."""
        impressions = tuple(
            i for i in self.impressions if i.day != today or i.song not in keys
        )
        return msgspec.structs.replace(self, impressions=impressions)

    def restarted(self, today: int) -> "History":
        """Return the history without the impressions of today.

        Those of songs that are settled or not liked stay.
        """
        disliked = {f.song for f in self.feedback if not f.liked}
        impressions = tuple(
            i
            for i in self.impressions
            if i.day != today or i.settled or i.song in disliked
        )
        return msgspec.structs.replace(self, impressions=impressions)

    def with_settled(self, song: str, today: int) -> "History":
        """Return the history with a song that is not recommended again today."""
        others = (i for i in self.impressions if (i.song, i.day) != (song, today))
        impressions = (*others, Impression(song, today, settled=True))
        return msgspec.structs.replace(
            self, impressions=impressions[-_MOST_IMPRESSIONS:]
        )

    def with_feedback(self, pick: Pick, *, liked: bool, today: int) -> "History":
        """Return the history with feedback on `pick`, in place of earlier feedback."""
        artists = pick.track.artists
        feedback = Feedback(
            song=pick.key,
            artists=credited(pick.track),
            genres=pick.genres,
            name=artists[0].name if artists else pick.track.title,
            liked=liked,
            day=today,
        )
        on_other_songs = tuple(
            f for f in self.without_expired(today).feedback if f.song != pick.key
        )
        kept = (*on_other_songs, feedback)[-_MOST_FEEDBACK:]
        return msgspec.structs.replace(self, feedback=kept)


def _recent_days(today: int) -> range:
    """Return the days of which impressions and searches are kept on day `today`."""
    return range(today - COOLDOWN_DAYS + 1, today + 1)


def short_key(key: str) -> str:
    """Return the hash of a song key: 10 hex digits that do not reveal the song.

    The hash is small, because hundreds of them are stored for each listener.

    >>> len(short_key("hurt|johnny cash"))
    10
    """
    return f"{int(seeded_random(0, key) * 2**40):010x}"


def named_track(track: Track) -> Pick:
    """Return a track of the listener's own as a pick, to give feedback on.

    It has no evidence and no genres: it was not recommended.
    """
    return Pick(short_key(song_key(track)), track, "familiar", 0.0, ())


class StoredRanking(Value, frozen=True):
    """A ranking together with the query that it answers.

    `name`: the key under which the ranking is stored. `checked_at`: when its sources
    were last compared, in seconds since 1970. `playlists_searched`: the number of
    playlists that a rediscovery was made of, else 0. `language`: the language code of
    the query ("en", "ja"). `judged`: the `Pick.key` of the last song that the listener
    had given an opinion on by then.
    """

    name: str
    ranking: Ranking
    query: RecommendationQuery = msgspec.field(name="wish")
    checked_at: float = msgspec.field(name="validated")
    playlists_searched: int = msgspec.field(default=0, name="searched")
    language: str = "en"
    judged: str = ""


class RecommendationStore(Protocol):
    """Repository of each listener's rankings (for a day) and history (for 14 days).

    No method raises for want of storage: an entry that cannot be read is absent, an
    entry that cannot be stored is lost.
    """

    async def ranking(self, listener: Listener, name: str) -> StoredRanking | None:
        """Return the ranking stored under `name`, or None.

        `name` must not reveal anything about the listener.
        """
        ...

    async def keep_ranking(
        self, listener: Listener, stored_ranking: StoredRanking
    ) -> None:
        """Store a ranking under its `name`, in place of an earlier one."""
        ...

    async def history(self, listener: Listener) -> History:
        """Return the stored history; an empty one where none is stored."""
        ...

    async def keep_history(self, listener: Listener, history: History) -> None:
        """Store the history, in place of the earlier one."""
        ...
