"""Listening times: the hours that "last night" means, and the periods of favourites."""

from datetime import datetime, time, timedelta, timezone
from enum import Enum

from ask_sdk_core.handler_input import HandlerInput

from handlers.request import request_time
from providers.music import Period

# Hours from UTC of where most speakers of a locale live, in winter: Alexa tells no time
# zone, and in the evening of New York it is tomorrow in UTC.
_HOURS = {
    "en-US": -5, "en-CA": -5, "en-AU": 10, "en-IN": 5.5, "de-DE": 1, "fr-FR": 1,
    "es-ES": 1, "it-IT": 1, "pt-BR": -3, "ja-JP": 9,
}  # fmt: skip

_DAWN = 4  # the hour at which a day begins: what is heard at one is heard "last night"
_NOON, _SIX = 8, 14  # hours after dawn
_DAY = timedelta(days=1)
_LIFE = 100 * 365 * _DAY
_WEEKDAYS = (
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
)  # fmt: skip
_SATURDAY = _WEEKDAYS.index("saturday")


TOP_ARTISTS = "top-artists"
"""The kind of the list of a listener's favourite artists of a period."""


class Span(Enum):
    """A listening period as messages choose their wording by it: `Period`'s words."""

    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"

    @property
    def period(self) -> Period:
        """The period as the library takes it."""
        return _PERIODS[self]

    @classmethod
    def of(cls, name: str | None) -> "Span":
        """Return the span that is nearest to what was said; MONTHS (half a year) else.

        `name`: an id of the slot type Period. The service counts favourites of four
        weeks, half a year and about a year.
        """
        if name in ("this-year", "last-year", "back-then"):
            return cls.YEARS
        if name == "month" or ListeningTime.of(name) is not ListeningTime.EVER:
            return cls.WEEKS
        return next((span for span in cls if span.value == name), cls.MONTHS)


_PERIODS: dict[Span, Period] = {
    Span.WEEKS: "weeks",
    Span.MONTHS: "months",
    Span.YEARS: "years",
}


class ListeningTime(Enum):
    """When something was heard: ids of the slot type Period; EVER for no such time."""

    EVER = "ever"
    TODAY = "today"
    THIS_MORNING = "today-morning"
    THIS_AFTERNOON = "today-afternoon"
    THIS_EVENING = "today-evening"
    YESTERDAY = "yesterday"
    YESTERDAY_MORNING = "yesterday-morning"
    YESTERDAY_AFTERNOON = "yesterday-afternoon"
    LAST_NIGHT = "last-night"
    DAY_BEFORE = "day-before"
    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"
    WEEKEND = "weekend"
    THIS_WEEK = "week"
    LAST_WEEK = "last-week"
    BACK_THEN = "back-then"

    @classmethod
    def of(cls, name: str | None) -> "ListeningTime":
        """Return the time with this id; EVER for any other."""
        return next((each for each in cls if each.value == name), cls.EVER)

    @classmethod
    def is_counted(cls, name: str | None) -> bool:
        """Return whether favourites are counted for a period, and plays not shown.

        The service shows the last plays: of a month it tells only what was heard most.
        """
        return name not in (None, "weeks") and cls.of(name) is cls.EVER

    @property
    def is_short(self) -> bool:
        """Whether it is a day, or a part of one: no favourites are counted for it."""
        return self not in (
            ListeningTime.EVER,
            ListeningTime.THIS_WEEK,
            ListeningTime.LAST_WEEK,
            ListeningTime.BACK_THEN,
        )

    def bounds(self, now: datetime) -> tuple[datetime, datetime] | None:
        """Return its first moment and the first one after it; None for EVER.

        `now`: the time, with its zone. A day lasts from four to four o'clock. A weekday
        is the last one before today. BACK_THEN ends a year ago.
        """
        if self is ListeningTime.EVER:
            return None
        dawn = _dawn(now)
        if self is ListeningTime.BACK_THEN:
            return dawn - _LIFE, dawn - 365 * _DAY
        if self in _PARTS:
            days, first, last = _PARTS[self]
            day = dawn - days * _DAY
            return day + timedelta(hours=first), day + timedelta(hours=last)
        return self._days(dawn)

    def _days(self, dawn: datetime) -> tuple[datetime, datetime]:
        """Return the bounds of a weekday or of a week; `dawn`: today's beginning."""
        weekday = dawn.weekday()
        monday = dawn - weekday * _DAY
        if self is ListeningTime.THIS_WEEK:
            return monday, dawn + _DAY
        if self is ListeningTime.LAST_WEEK:
            return monday - 7 * _DAY, monday
        if self is ListeningTime.WEEKEND:
            saturday = dawn - (weekday - _SATURDAY) % 7 * _DAY
            return saturday, saturday + 2 * _DAY
        days_ago = (weekday - _WEEKDAYS.index(self.value)) % 7 or 7
        return dawn - days_ago * _DAY, dawn - (days_ago - 1) * _DAY


# Days before today, and hours after that day's dawn: from, to.
_PARTS: dict[ListeningTime, tuple[int, int, int]] = {
    ListeningTime.TODAY: (0, 0, 24),
    ListeningTime.THIS_MORNING: (0, 0, _NOON),
    ListeningTime.THIS_AFTERNOON: (0, _NOON, _SIX),
    ListeningTime.THIS_EVENING: (0, _SIX, 24),
    ListeningTime.YESTERDAY: (1, 0, 24),
    ListeningTime.YESTERDAY_MORNING: (1, 0, _NOON),
    ListeningTime.YESTERDAY_AFTERNOON: (1, _NOON, _SIX),
    ListeningTime.LAST_NIGHT: (1, _SIX, 24),
    ListeningTime.DAY_BEFORE: (2, 0, 24),
}


def _dawn(now: datetime) -> datetime:
    """Return the moment at which the day of `now` began."""
    day = (now - timedelta(hours=_DAWN)).date()
    return datetime.combine(day, time(_DAWN), now.tzinfo)


def local_time(handler_input: HandlerInput) -> datetime:
    """Return the request's time on the clock where the listener most likely is.

    Alexa names no time zone, so it is that of most speakers of the locale.
    """
    locale = getattr(handler_input.request_envelope.request, "locale", None)
    hours = timedelta(hours=_HOURS.get(str(locale), 0))
    return request_time(handler_input).astimezone(timezone(hours))
