"""Lists of tracks: saved, played or recommended lately, played most; and their base."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Generic, TypeVar

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers import session
from handlers.request import listener_of, request_time
from handlers.responses import notices, phrases
from handlers.responses.listening_times import ListeningTime, Span, local_time
from handlers.responses.localization import NOTHING, DisplayItem, Phrase, Text
from handlers.responses.responder import Responder
from handlers.responses.spoken_list import FoundItem, ListContents, item_key
from handlers.session import Focus, FocusKind, LastPicks
from handlers.spoken_picks import SPOKEN_PICKS, spoken_picks
from providers.fan_out import optional
from providers.library import Library
from providers.music import NOTHING_PLAYS, Play, SavedTrack, Track
from providers.recommender.ranking.domain_types import Pick
from providers.recommender.service import RecommendationService

T = TypeVar("T")


class TracksOnly(Generic[T]):
    """Base of `SpokenList`s whose items each have a track.

    Choosing an item tells more about its track: album and length.
    """

    names: FocusKind = "track"

    def __init__(self, responder: Responder) -> None:
        self._responder = responder

    @staticmethod
    def track_of(item: Any) -> Track:
        """Return the track of an item; a list of bare tracks overrides this."""
        track: Track = item.track
        return track

    def spoken_text(self, item: T, number: int) -> Text:
        return phrases.track_in_list(self.track_of(item), number)

    def card_line(self, item: T, number: int) -> Text:
        return phrases.track_line(self.track_of(item), number)

    def display_item(self, item: T, number: int) -> DisplayItem:
        return phrases.track_item(self.track_of(item), number)

    def item_id(self, item: T) -> str:
        track = self.track_of(item)
        return item_key(track.id, track.title)

    def subject(self, item: T) -> Track:
        return self.track_of(item)

    async def choose(
        self, handler_input: HandlerInput, contents: ListContents[T], index: int
    ) -> Response:
        track, number = self.track_of(contents.items[index]), index + 1
        return self._responder.respond(
            handler_input,
            "track-details",
            number=number,
            track=phrases.track_text(track, number),
            album=phrases.album_of(track),
            length=phrases.track_length(track),
        )


class TrackList(TracksOnly[T]):
    """Base of the lists of tracks that a library has."""

    def __init__(self, library: Library, responder: Responder) -> None:
        super().__init__(responder)
        self._library = library


def short_name(found: FoundItem[Any]) -> Text:
    """Return an item as it is spoken, a song without its artists."""
    item, number = found.contents.items[found.index], found.index + 1
    if isinstance(found.subject, Track):
        return phrases.track_title(found.subject, number)
    return found.spoken_list.spoken_text(item, number)


class LatestSaves(TrackList[SavedTrack]):
    """Saved tracks, the newest first."""

    kind = "saved"

    async def read(
        self, handler_input: HandlerInput, _parent_id: str | None = None
    ) -> ListContents[SavedTrack]:
        saved = await self._library.latest_saved_tracks(listener_of(handler_input))
        notice = notices.completeness_notice(saved)
        return ListContents(
            saved.items, saved.total, notice, unreadable=saved.unreadable
        )


class RecentPlays(TrackList[Play]):
    """Tracks that were played last, each once, the latest first.

    The cursor's `parent_id` is a `ListeningTime`: only what was played then.
    """

    kind = "recent"

    async def read(
        self, handler_input: HandlerInput, parent_id: str | None = None
    ) -> ListContents[Play]:
        when = ListeningTime.of(parent_id)
        plays = await self._library.recent_plays(listener_of(handler_input))
        bounds = when.bounds(local_time(handler_input))
        latest: dict[str, Play] = {}
        for play in (*await self._playing(handler_input, bounds), *plays.items):
            if bounds is None or bounds[0] <= play.played_at < bounds[1]:
                latest.setdefault(self.item_id(play), play)
        if bounds and not latest and plays.items:
            return self._nothing_then(handler_input, plays.items, when)
        if not latest:
            when = ListeningTime.EVER  # nothing is known of any time
        notice = notices.completeness_notice(plays)
        return ListContents(
            tuple(latest.values()),
            len(latest),
            notice,
            about={"when": when, "known": NOTHING},
            unreadable=plays.unreadable,
        )

    async def _playing(
        self, handler_input: HandlerInput, bounds: tuple[datetime, datetime] | None
    ) -> Sequence[Play]:
        """Return the song that plays now, where now is within the bounds.

        The service counts a song as played when it is over.
        """
        now = request_time(handler_input)
        if bounds is None or not bounds[0] <= now < bounds[1]:
            return ()
        playing = self._library.now_playing(listener_of(handler_input))
        track = (await optional(playing, NOTHING_PLAYS)).track
        return (Play(track, now),) if track and not track.spoken else ()

    def _nothing_then(
        self, handler_input: HandlerInput, plays: Sequence[Play], when: ListeningTime
    ) -> ListContents[Play]:
        """Return no plays, and what is known: how far back they go, or the last one."""
        now = local_time(handler_input)
        first = min(play.played_at for play in plays)
        bounds = when.bounds(now)
        known = Phrase("heard-last", {"track": self.spoken_text(plays[0], 1)})
        focus: Focus | None = Focus("track", self.item_id(plays[0]), self.kind)
        if bounds and bounds[0] < first:
            day = first.astimezone(now.tzinfo).date()
            known, focus = Phrase("heard-back-to", {"date": day}), None
        return ListContents((), 0, about={"when": when, "known": known}, focus=focus)


class PlayingTrack(TrackList[Track]):
    """The track that plays now; or that with the id `parent_id`, which played before.

    It is never read out as a list: it is where "it" is found after "what's playing?".
    """

    kind = "playing"

    @staticmethod
    def track_of(item: Track) -> Track:
        return item

    @staticmethod
    def id_of(track: Track) -> str:
        """Return the track's `item_id`."""
        return item_key(track.id, track.title)

    @classmethod
    def focus_of(cls, track: Track) -> Focus:
        """Return the focus on a track, which is found again by its id.

        What has no id, a file of the listener's own, is found while it plays.
        """
        found_by = None if track.id is None or track.spoken else track.id
        return Focus("track", cls.id_of(track), cls.kind, found_by)

    async def read(
        self, handler_input: HandlerInput, parent_id: str | None = None
    ) -> ListContents[Track]:
        listener = listener_of(handler_input)
        if parent_id is not None:
            track: Track | None = await self._library.track(listener, parent_id)
            hidden = 0
        else:
            playing = await self._library.now_playing(listener)
            track = playing.track
            hidden = int(track is None and playing != NOTHING_PLAYS)
        items = (track,) if track else ()
        return ListContents(items, len(items), unreadable=hidden)


async def focus_on_playing(
    handler_input: HandlerInput, library: Library
) -> Track | None:
    """Return the song that plays, which is what "it" means now; None for no song."""
    playing = library.now_playing(listener_of(handler_input))
    track = (await optional(playing, NOTHING_PLAYS)).track
    if track is not None:
        session.put(handler_input, PlayingTrack.focus_of(track))
    return track


class TopTracks(TrackList[Track]):
    """The tracks played most in a period; the cursor's `parent_id` is a `Span`."""

    kind = "top-tracks"

    @staticmethod
    def track_of(item: Track) -> Track:
        return item

    async def read(
        self, handler_input: HandlerInput, parent_id: str | None = None
    ) -> ListContents[Track]:
        span = Span.of(parent_id)
        listener = listener_of(handler_input)
        top = await self._library.top_tracks(listener, span.period)
        notice = notices.completeness_notice(top)
        about = {"span": span}
        return ListContents(
            top.items, top.total, notice, about, unreadable=top.unreadable
        )


class SpokenPicks(TracksOnly[Pick]):
    """The songs that this conversation recommended aloud, also those not liked."""

    kind = SPOKEN_PICKS
    names: FocusKind = "pick"

    def __init__(
        self,
        recommendations: RecommendationService,
        responder: Responder,
    ) -> None:
        super().__init__(responder)
        self._recommendations = recommendations

    def item_id(self, item: Pick) -> str:
        return item.key

    async def read(
        self, handler_input: HandlerInput, _parent_id: str | None = None
    ) -> ListContents[Pick]:
        spoken = spoken_picks(session.get(handler_input, LastPicks))
        picks = await self._recommendations.remembered(
            listener_of(handler_input), spoken
        )
        return ListContents(picks, len(picks))
