"""List of what has come since the listener asked last: songs and albums."""

from enum import Enum

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers.request import listener_of
from handlers.responses import phrases
from handlers.responses.localization import NOTHING, Argument, DisplayItem, Phrase, Text
from handlers.responses.responder import Responder
from handlers.responses.spoken_list import ListContents, item_key
from handlers.session import FocusKind
from providers.music import Album, Track
from providers.recommender.ranking.visits import Arrival, Visit
from providers.recommender.whats_new import WhatsNew


class Since(Enum):
    """Since when something is new; the message `arrivals-since` chooses by it."""

    VISIT = "visit"
    WEEK = "week"

    @classmethod
    def of(cls, visit: Visit) -> "Since":
        """Return WEEK for a first visit, and where something came before the last."""
        came_since = all(arrival.at >= visit.since for arrival in visit.arrivals)
        return cls.VISIT if visit.since and came_since else cls.WEEK


class Arrivals:
    """What was found when the listener asked last, songs and albums by turns."""

    kind = "arrivals"
    names: FocusKind = "track"

    def __init__(self, whats_new: WhatsNew, responder: Responder) -> None:
        self._whats_new = whats_new
        self._responder = responder

    async def read(
        self, handler_input: HandlerInput, _parent_id: str | None = None
    ) -> ListContents[Arrival]:
        visit = await self._whats_new.told(listener_of(handler_input))
        about: dict[str, Argument] = {"since": Since.of(visit), "left": visit.left}
        notice = Phrase("arrivals-gap", {}) if visit.failed else NOTHING
        arrivals = visit.arrivals
        return ListContents(arrivals, len(arrivals), notice, about)

    def spoken_text(self, item: Arrival, number: int) -> Text:
        if item.album is not None:
            single = item.album.group == "single"
            return Phrase(
                "arrival-single" if single else "arrival-album",
                {"album": _album_text(item.album, number)},
            )
        track = phrases.track_text(self._track(item), number)
        return Phrase("arrival-song", {"track": track, "name": item.playlist or ""})

    def card_line(self, item: Arrival, number: int) -> Text:
        return self.spoken_text(item, number)

    def display_item(self, item: Arrival, number: int) -> DisplayItem:
        if item.album is None:
            return phrases.track_item(self._track(item), number)
        artists = phrases.artist_names(item.album.artists)
        return DisplayItem(_title(item.album, number), artists, item.album.image)

    def item_id(self, item: Arrival) -> str:
        if item.album is not None:
            return item_key(item.album.id, item.album.name)
        return item_key(self._track(item).id, self._track(item).title)

    def subject(self, item: Arrival) -> Track | Album:
        return item.album or self._track(item)

    async def choose(
        self, handler_input: HandlerInput, contents: ListContents[Arrival], index: int
    ) -> Response:
        item, number = contents.items[index], index + 1
        if item.album is not None:
            return self._responder.respond(
                handler_input,
                "album-details",
                number=number,
                album=_album_text(item.album, number),
                day=NOTHING,
                total=item.album.size or 0,
            )
        track = self._track(item)
        return self._responder.respond(
            handler_input,
            "track-details",
            number=number,
            track=phrases.track_text(track, number),
            album=phrases.album_of(track),
            length=phrases.track_length(track),
        )

    @staticmethod
    def _track(item: Arrival) -> Track:
        """Return the track of an arrival that is no album."""
        assert item.track is not None  # noqa: S101 - it has the one or the other
        return item.track


def _title(album: Album, number: int) -> Text:
    return phrases.name_or_number(album.name, "track-number", number)


def _album_text(album: Album, number: int) -> Text:
    return phrases.title_with_artists(_title(album, number), album.artists)
