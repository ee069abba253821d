"""Lists of tracks: of a playlist, saved lately, heard lately, loved most."""

from collections.abc import Sequence
from datetime import date, timedelta
from enum import Enum
from typing import Any, Generic, TypeVar

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers.dynamic_entities import offer_artists
from handlers.request import listener_of, request_time
from handlers.responses import lists, phrases
from handlers.responses.lists import DisplayItem
from handlers.responses.messages import Argument, Phrase, Text
from handlers.responses.paging import ListContents, fingerprint
from handlers.responses.responder import Responder
from providers.fan_out import fan_out, optional, raise_first
from providers.library import Library
from providers.listener import Listener
from providers.music import (
    Album,
    AlbumGroup,
    Artist,
    Listing,
    Period,
    Play,
    SavedTrack,
    Track,
)

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

    def __init__(self, words: Responder) -> None:
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

    def shown(self, item: T, number: int) -> DisplayItem:
        return lists.track(self.track_of(item), number)

    def mark(self, item: T) -> str:
        track = self.track_of(item)
        return track.id or fingerprint(track.title)

    async def choose(
        self, handler_input: HandlerInput, contents: ListContents[T], index: int
    ) -> Response:
        track, number = self.track_of(contents.items[index]), index + 1
        return self._words.respond(
            handler_input,
            "track-details",
            number=number,
            track=phrases.track(track, number),
            album=phrases.album_of(track),
            length=phrases.track_length(track),
        )


class LatestSaves(TrackList[SavedTrack]):
    """Saved tracks, the newest first."""

    kind = "saved"

    def __init__(self, library: Library, words: Responder) -> None:
        super().__init__(words)
        self._library = library

    async def read(
        self,
        handler_input: HandlerInput,
        of: str | None,  # noqa: ARG002 - there is one such list only
    ) -> ListContents[SavedTrack]:
        saved = await self._library.latest_saved_tracks(listener_of(handler_input))
        return ListContents(
            saved.items, saved.total, phrases.completeness_notice(saved)
        )


class RecentPlays(TrackList[Play]):
    """What was heard last, each track once, the latest first."""

    kind = "recent"

    def __init__(self, library: Library, words: Responder) -> None:
        super().__init__(words)
        self._library = library

    async def read(
        self,
        handler_input: HandlerInput,
        of: str | None,  # noqa: ARG002 - there is one such list only
    ) -> ListContents[Play]:
        plays = await self._library.recent_plays(listener_of(handler_input))
        once: dict[str, Play] = {}
        for play in plays.items:
            once.setdefault(self.mark(play), play)
        return ListContents(
            tuple(once.values()), len(once), phrases.completeness_notice(plays)
        )


class TopTracks(TrackList[Track]):
    """The tracks heard most in a period; the cursor's `of` names it."""

    kind = "top-tracks"

    def __init__(self, library: Library, words: Responder) -> None:
        super().__init__(words)
        self._library = library

    @staticmethod
    def track_of(item: Track) -> Track:
        return item

    async def read(
        self, handler_input: HandlerInput, of: str | None
    ) -> ListContents[Track]:
        period, span = span_of(of)
        listener = listener_of(handler_input)
        top = await self._library.top_tracks(listener, period)
        about = {"span": span}
        return ListContents(
            top.items, top.total, phrases.completeness_notice(top), about
        )


# FOLDED Lists of artists: those a listener hears most.

_GENRES = 2


class TopArtists:
    """The artists heard most in a period; the cursor's `of` names it."""

    kind = "top-artists"

    def __init__(self, library: Library, words: Responder) -> None:
        self._library = library
        self._words = words

    async def read(
        self, handler_input: HandlerInput, of: str | None
    ) -> ListContents[Artist]:
        period, span = span_of(of)
        listener = listener_of(handler_input)
        top = await self._library.top_artists(listener, period)
        offer_artists(handler_input, top.items)
        about = {"span": span}
        return ListContents(
            top.items, top.total, phrases.completeness_notice(top), about
        )

    def said(self, item: Artist, number: int) -> Text:  # noqa: ARG002 - the Protocol's
        return phrases.artist_name(item)

    def line(self, item: Artist, number: int) -> Text:
        return self.said(item, number)

    def shown(self, item: Artist, number: int) -> DisplayItem:
        return DisplayItem(self.said(item, number), item.genres[:_GENRES], item.image)

    def mark(self, item: Artist) -> str:
        return item.id or fingerprint(item.name)

    async def choose(
        self, handler_input: HandlerInput, contents: ListContents[Artist], index: int
    ) -> Response:
        artist = contents.items[index]
        genres = artist.genres[:_GENRES]
        known = Phrase("artist-genres", {"genres": genres}) if genres else ""
        return self._words.respond(
            handler_input,
            "artist-details",
            number=index + 1,
            name=phrases.artist_name(artist),
            genres=known,
        )


# FOLDED New albums and singles of the artists that a listener follows.

ARTISTS = 6

"""Artists that are asked about: one call each, and calls are scarce."""

NEW = timedelta(days=90)

GROUPS: tuple[AlbumGroup, ...] = ("album", "single")

PATIENCE = 4.0

"""Seconds that the calls may take together."""


class NewReleases:
    """The newest first, from the followed artists that are heard most."""

    kind = "releases"

    def __init__(self, library: Library, words: Responder) -> None:
        self._library = library
        self._words = words

    async def read(
        self,
        handler_input: HandlerInput,
        of: str | None,  # noqa: ARG002 - there is one such list only
    ) -> ListContents[Album]:
        listener = listener_of(handler_input)
        asked = await self._artists(listener)
        calls = {
            artist: self._library.artist_albums(listener, artist, GROUPS)
            for artist in asked
        }
        read = await fan_out(calls, listener.deadline, seconds=PATIENCE)
        if not read.results:
            raise_first(read.errors)
        since = request_time(handler_input).date() - NEW
        albums = [album for found in read.results.values() for album in found.items]
        new = _newest([album for album in albums if _is_new(album, since)])
        about: dict[str, Argument] = {"artists": len(read.results)}
        missing = len(read.errors)
        partial = Phrase("releases-partial", {"count": missing}) if missing else ""
        return ListContents(new, len(new), partial, about)

    def said(self, item: Album, number: int) -> Text:
        title = phrases.name_or_number(item.name, "track-number", number)
        return phrases.title_with_artists(title, item.artists)

    def line(self, item: Album, number: int) -> Text:
        said = self.said(item, number)
        return Phrase("release-line", {"album": said, "date": _dated(item.released)})

    def shown(self, item: Album, number: int) -> DisplayItem:
        title = phrases.name_or_number(item.name, "track-number", number)
        return DisplayItem(title, phrases.artists(item.artists), item.image)

    def mark(self, item: Album) -> str:
        return item.id or fingerprint(item.name)

    async def choose(
        self, handler_input: HandlerInput, contents: ListContents[Album], index: int
    ) -> Response:
        album = contents.items[index]
        return self._words.respond(
            handler_input,
            "album-details",
            number=index + 1,
            album=self.said(album, index + 1),
            day=_release(album.released),
            total=album.size or 0,
        )

    async def _artists(self, listener: Listener) -> list[str]:
        """Ids of the followed artists: those heard most first, then the others."""
        followed = await self._library.first_page_of_followed(listener)
        top = await optional(
            self._library.top_artists(listener, "months"), Listing[Artist]((), 0)
        )
        rank = {artist.id: place for place, artist in enumerate(top.items)}
        known = dict.fromkeys(artist.id for artist in followed.items if artist.id)
        return sorted(known, key=lambda one: rank.get(one, len(rank)))[:ARTISTS]


def _is_new(album: Album, since: date) -> bool:
    """Only a release that is dated to the month or the day can be called new."""
    released = album.released or ""
    return len(released) >= 7 and released >= since.isoformat()[: len(released)]


def _newest(albums: Sequence[Album]) -> list[Album]:
    """Each once (an album of two artists comes twice), the newest first."""
    once = {album.id or fingerprint(album.name): album for album in albums}
    return sorted(once.values(), key=lambda a: a.released or "", reverse=True)


def _dated(released: str | None) -> Text:
    """The day in the listener's own way, or what is known of it."""
    try:
        return date.fromisoformat(released or "")
    except ValueError:
        return released or ""


def _release(released: str | None) -> Text:
    """When it came out, as far as that is known: a day, a year, nothing."""
    try:
        return Phrase("released-on", {"date": date.fromisoformat(released or "")})
    except ValueError:
        year = (released or "")[:4]
    return Phrase("released-in", {"date": year}) if year.isdecimal() else ""
