"""What the skill remembers of its own answers: what it said, what was liked."""

import msgspec

from providers.music import Value
from providers.recommending.evidence import Pick
from providers.recommending.fusion import chance
from providers.recommending.identity import credited

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
