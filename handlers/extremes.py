"""Extremes: the longest, the shortest, the oldest or the newest of several things."""

from collections.abc import Callable, Iterable
from enum import Enum

from ask_sdk_core.handler_input import HandlerInput

from handlers import request
from handlers.responses.spoken_list import Subject
from providers.music import Album, Playlist, Track

SLOT = "extreme"


class Extreme(Enum):
    """What is looked for: ids of the slot type."""

    LONGEST = "longest"
    SHORTEST = "shortest"
    OLDEST = "oldest"
    NEWEST = "newest"

    @classmethod
    def of(cls, handler_input: HandlerInput) -> "Extreme | None":
        """Return what the slot asks for; None where it says nothing that is known."""
        ids = request.resolved_ids(handler_input, SLOT)
        return next((each for each in cls if each.value in ids), None)

    def index(self, subjects: Iterable[Subject]) -> int | None:
        """Return the index of the subject that is meant; None where nothing is known.

        Lengths of playlists are their numbers of songs.
        """
        value_of = _length if self in _BY_LENGTH else _released
        valued = [
            (value, index)
            for index, subject in enumerate(subjects)
            if (value := value_of(subject))
        ]
        if not valued:
            return None
        choose: Callable[..., tuple[object, int]]
        choose = max if self in _MOST else min
        _, index = choose(valued, key=lambda each: each[0])
        return index


_MOST = (Extreme.LONGEST, Extreme.NEWEST)
_BY_LENGTH = (Extreme.LONGEST, Extreme.SHORTEST)


def _length(subject: Subject) -> int:
    """Return how long a song is, or how many songs a playlist has; 0: not known."""
    if isinstance(subject, Track):
        return subject.duration_ms or 0
    return (subject.size or 0) if isinstance(subject, Playlist) else 0


def _released(subject: Subject) -> str:
    """Return the date of release; an empty text where it is not known."""
    album = subject.album if isinstance(subject, Track) else subject
    return (album.released or "") if isinstance(album, Album) else ""
