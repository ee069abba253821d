"""What a taste leaves behind in time: plays, saved tracks and albums."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from service.standin.spotify.holdings import Element, Play, Saved, TimeRange
from service.standin.spotify.identity import chance
from service.standin.spotify.taste import Taste

RECENT_PLAYS = 50  # the most that the Web API ever tells
PLAYS_A_DAY = (8, 22)


DAYS_KEPT = 16


@dataclass(eq=False)
class History:
    """`began` is when the stand-in's world was made: nothing is saved after it."""

    taste: Taste
    began: datetime
    _days: dict[date, list[Play]] = field(default_factory=dict, repr=False)

    def plays(self, now: datetime) -> list[Element]:
        """The last fifty plays up to `now`, newest first: those of a day never change,
        so that a clock set forward only adds to them."""
        newest: list[Element] = []
        day = now.date()
        while len(newest) < RECENT_PLAYS:
            plays = self._days.get(day) or self._lived(day)
            newest.extend(play for play in reversed(plays) if play.played_at < now)
            day -= timedelta(1)
        return newest[:RECENT_PLAYS]

    def _lived(self, day: date) -> list[Play]:
        """A day's plays, remembered while the clock is near."""
        if len(self._days) >= DAYS_KEPT:
            self._days.clear()
        self._days[day] = plays = self._live(day)
        return plays

    def _live(self, day: date) -> list[Play]:
        rng = chance(self.taste.seed, "plays", day.toordinal())
        clock = datetime(day.year, day.month, day.day, tzinfo=UTC)
        clock += timedelta(hours=rng.randint(5, 18), minutes=rng.randrange(60))
        plays = []
        for _ in range(rng.randint(*PLAYS_A_DAY)):
            track = self.taste.some_track(rng, "short_term")
            # Sometimes the same song is heard again at once.
            for _ in range(2 if rng.random() < 0.06 else 1):
                clock += timedelta(milliseconds=track.duration_ms)
                plays.append(Play(track, clock))
        return plays

    def saved_tracks(self, count: int) -> list[Element]:
        """At most `count`, newest first; the early ones come from the old home."""
        rng = chance(self.taste.seed, "saved tracks")
        saved: dict[str, Saved] = {}
        when = self.began
        for _ in range(count):
            when -= timedelta(hours=rng.expovariate(1 / 60))
            track = self.taste.some_track(rng, _span(self.began - when))
            saved.setdefault(track.id, Saved(track, when))
        return [*saved.values()]

    def saved_albums(self, count: int) -> list[Element]:
        """At most `count`, newest first."""
        rng = chance(self.taste.seed, "saved albums")
        saved: dict[str, Saved] = {}
        when = self.began
        for _ in range(count):
            when -= timedelta(days=rng.expovariate(1 / 25))
            album = self.taste.some_track(rng, _span(self.began - when)).album
            saved.setdefault(album.id, Saved(album, when))
        return [*saved.values()]


def _span(age: timedelta) -> TimeRange:
    if age < timedelta(weeks=4):
        return "short_term"
    return "medium_term" if age < timedelta(days=180) else "long_term"
