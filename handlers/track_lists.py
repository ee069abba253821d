"""Lists of tracks: of a playlist, saved lately, heard lately, loved most."""

from enum import Enum
from typing import Any, Generic, TypeVar

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers import phrases, shown
from handlers.base import listener_of
from handlers.language import Text
from handlers.paging import Contents, fingerprint
from handlers.shown import Shown
from handlers.speech import Words
from providers.library import Glimpses, Library
from providers.music import Period, Play, SavedTrack, Track

T = TypeVar("T")


class Span(Enum):
    """The periods that the music service tells apart, as messages choose by them."""

    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


_SPANS: dict[str | None, tuple[Period, Span]] = {
    "weeks": ("weeks", Span.WEEKS),
    "months": ("months", Span.MONTHS),
    "years": ("years", Span.YEARS),
}


def span_of(name: str | None) -> tuple[Period, Span]:
    """The period of that name; the last half year where it is none of ours."""
    return _SPANS.get(name, ("months", Span.MONTHS))


class TrackList(Generic[T]):
    """A list of things that each have a track; picking one tells more about it."""

    def __init__(self, words: Words) -> None:
        self._words = words

    @staticmethod
    def track_of(item: Any) -> Track:
        """The track of an item; a list of bare tracks says otherwise."""
        track: Track = item.track
        return track

    def said(self, item: T, number: int) -> Text:
        return phrases.track(self.track_of(item), number)

    def line(self, item: T, number: int) -> Text:
        return phrases.track_line(self.track_of(item), number)

    def shown(self, item: T, number: int) -> Shown:
        return shown.track(self.track_of(item), number)

    def mark(self, item: T) -> str:
        track = self.track_of(item)
        return track.id or fingerprint(track.title)

    async def choose(
        self, handler_input: HandlerInput, contents: Contents[T], index: int
    ) -> Response:
        track, number = self.track_of(contents.items[index]), index + 1
        return self._words.answer(
            handler_input,
            "track-details",
            number=number,
            track=phrases.track(track, number),
            album=phrases.album_of(track),
            length=phrases.track_length(track),
        )


class Additions(TrackList[SavedTrack]):
    """Saved tracks, the newest first."""

    kind = "saved"

    def __init__(self, library: Glimpses, words: Words) -> None:
        super().__init__(words)
        self._library = library

    async def read(
        self,
        handler_input: HandlerInput,
        of: str | None,  # noqa: ARG002 - there is one such list only
    ) -> Contents[SavedTrack]:
        saved = await self._library.latest_saves(listener_of(handler_input))
        return Contents(saved.items, saved.total, phrases.reservations(saved))


class RecentPlays(TrackList[Play]):
    """What was heard last, each track once, the latest first."""

    kind = "recent"

    def __init__(self, library: Library, words: Words) -> None:
        super().__init__(words)
        self._library = library

    async def read(
        self,
        handler_input: HandlerInput,
        of: str | None,  # noqa: ARG002 - there is one such list only
    ) -> Contents[Play]:
        plays = await self._library.recent_plays(listener_of(handler_input))
        once: dict[str, Play] = {}
        for play in plays.items:
            once.setdefault(self.mark(play), play)
        return Contents(tuple(once.values()), len(once), phrases.reservations(plays))


class TopTracks(TrackList[Track]):
    """The tracks heard most in a period; the cursor's `of` names it."""

    kind = "top-tracks"

    def __init__(self, library: Library, words: Words) -> None:
        super().__init__(words)
        self._library = library

    @staticmethod
    def track_of(item: Track) -> Track:
        return item

    async def read(
        self, handler_input: HandlerInput, of: str | None
    ) -> Contents[Track]:
        period, span = span_of(of)
        listener = listener_of(handler_input)
        top = await self._library.top_tracks(listener, period)
        about = {"span": span}
        return Contents(top.items, top.total, phrases.reservations(top), about)
