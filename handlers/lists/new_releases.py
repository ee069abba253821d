"""Lists of what is new: releases by followed artists, and what came since last time.

`NewReleases` always tells of three months; `ArrivalList` of what the listener was not
told yet: songs on playlists, and releases.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from enum import Enum

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers.lists.albums import AlbumList, title
from handlers.request import listener_of, request_time
from handlers.responses import notices, phrases
from handlers.responses.localization import (
    NOTHING,
    Argument,
    DisplayItem,
    Phrase,
    Text,
)
from handlers.responses.responder import Responder
from handlers.responses.spoken_list import ListContents, item_key
from handlers.session import ARRIVALS, RELEASES, FocusKind
from providers.fan_out import fan_out, optional, raise_first
from providers.last_visit import (
    Arrival,
    LastVisit,
    NewRelease,
    NewSong,
)
from providers.listener import Listener
from providers.music import Album, Listing, Track
from providers.whats_new import GROUPS, Arrivals, by_importance

ARTISTS = 6
"""Artists whose albums are fetched: one call each, and calls are scarce."""

NEW = timedelta(days=90)
"""A release of this age or less is new."""

PATIENCE = 4.0
"""Seconds that the calls may take together."""


class NewReleases(AlbumList):
    """The newest release first, by the followed artists that are played most."""

    kind = RELEASES

    async def read(
        self, handler_input: HandlerInput, _parent_id: str | None = None
    ) -> ListContents[Album]:
        listener = listener_of(handler_input)
        calls = {
            artist_id: self._library.artist_albums(listener, artist_id, GROUPS)
            for artist_id in await self._artist_ids(listener)
        }
        outcome = await fan_out(calls, listener.deadline, seconds=PATIENCE)
        if not outcome.results:
            raise_first(outcome.errors)
        since = request_time(handler_input).date() - NEW
        albums = [
            album for listing in outcome.results.values() for album in listing.items
        ]
        new = _newest([album for album in albums if _is_new(album, since)])
        about: dict[str, Argument] = {"artists": len(outcome.results)}
        failed = len(outcome.errors)
        notice = Phrase("releases-partial", {"count": failed}) if failed else NOTHING
        return ListContents(new, len(new), notice, about)

    def card_line(self, item: Album, number: int) -> Text:
        return _release_line(item, super().card_line(item, number))

    async def choose(
        self, handler_input: HandlerInput, contents: ListContents[Album], index: int
    ) -> Response:
        album = contents.items[index]
        return _respond_with_release(self._responder, handler_input, album, index + 1)

    async def _artist_ids(self, listener: Listener) -> list[str]:
        """Return ids of followed artists: those played most first, six at most."""
        followed = await self._library.first_page_of_followed(listener)
        top = await optional(
            self._library.top_artists(listener, "months"), Listing((), 0)
        )
        return by_importance(followed.items, top.items)[:ARTISTS]


class Since(Enum):
    """Since when things are new; messages choose their wording by it."""

    WEEK = "week"
    VISIT = "visit"


class Checked(Enum):
    """Where nothing new was found; the message `arrivals-none` chooses by it.

    What was not looked at is not named. BOTH, SOME: the playlists, or some of them, and
    artists. NOTHING: there is neither an own playlist nor a followed artist.
    """

    BOTH = "both"
    SOME = "some"
    PLAYLISTS = "playlists"
    SOME_PLAYLISTS = "some-playlists"
    ARTISTS = "artists"
    NOTHING = "nothing"

    @classmethod
    def of(cls, visit: LastVisit) -> "Checked":
        """Return what was looked at in this visit."""
        with_artists = {"all": cls.BOTH, "some": cls.SOME, "none": cls.ARTISTS}
        alone = {
            "all": cls.PLAYLISTS,
            "some": cls.SOME_PLAYLISTS,
            "none": cls.NOTHING,
        }
        table = with_artists if visit.artists_checked else alone
        return table[visit.coverage]


class ArrivalList:
    """What is new for the listener, as the last visit found it.

    Only `look` and `look_on` look again: "next", "repeat" and a touch read what is
    stored.
    """

    kind = ARRIVALS
    names: FocusKind = "track"

    def __init__(self, arrivals: Arrivals, responder: Responder) -> None:
        self._arrivals = arrivals
        self._responder = responder

    async def look(self, handler_input: HandlerInput) -> None:
        """Look at what may be new, for this request's `read`."""
        visit = await self._arrivals.look(listener_of(handler_input))
        handler_input.attributes_manager.request_attributes[self.kind] = visit

    async def look_on(self, handler_input: HandlerInput) -> str | None:
        """Look again, for this request's `read`; return the parent id of what is found.

        None where there is nothing that was not found before.
        """
        listener = listener_of(handler_input)
        before = await self._arrivals.last_visit(listener)
        await self.look(handler_input)
        parent_id = str(len(before.arrivals))
        contents = await self.read(handler_input, parent_id)
        return parent_id if contents.items else None

    async def read(
        self, handler_input: HandlerInput, parent_id: str | None = None
    ) -> ListContents[Arrival]:
        """Return what was found.

        `parent_id`: how many at the end were told before; what is found later stands
        before them.
        """
        visit = handler_input.attributes_manager.request_attributes.get(self.kind)
        if not isinstance(visit, LastVisit):
            visit = await self._arrivals.last_visit(listener_of(handler_input))
        since = Since.VISIT if visit.again else Since.WEEK
        about = {"since": since, "checked": Checked.of(visit)}
        earlier = int(parent_id) if parent_id and parent_id.isdecimal() else 0
        items = visit.arrivals[: max(0, len(visit.arrivals) - earlier)]
        return ListContents(items, len(items), _notice(visit), about)

    def spoken_text(self, item: Arrival, number: int) -> Text:
        if isinstance(item, NewRelease):
            album = _album_in_list(item.album, number)
            return Phrase("arrival-release", {"album": album})
        track = phrases.track_in_list(item.track, number)
        return Phrase("arrival-song", {"track": track, "name": _place(item)})

    def card_line(self, item: Arrival, number: int) -> Text:
        if isinstance(item, NewRelease):
            return _release_line(item.album, _album_text(item.album, number))
        track = phrases.track_text(item.track, number)
        return Phrase("arrival-song", {"track": track, "name": _place(item)})

    def display_item(self, item: Arrival, number: int) -> DisplayItem:
        if isinstance(item, NewRelease):
            artists = phrases.artist_names(item.album.artists)
            return DisplayItem(title(item.album, number), artists, item.album.image)
        track = item.track
        artists = phrases.artist_names(track.artists)
        name = _place(item)
        place = Phrase("arrival-row", {"artists": artists, "name": name})
        image = track.album.image if track.album else None
        return DisplayItem(
            phrases.track_title(track, number), place if artists else name, image
        )

    def item_id(self, item: Arrival) -> str:
        if isinstance(item, NewRelease):
            return item_key(item.album.id, item.album.name)
        return item_key(item.track.id, item.track.title)

    def subject(self, item: Arrival) -> Track | Album:
        return item.album if isinstance(item, NewRelease) else item.track

    async def choose(
        self, handler_input: HandlerInput, contents: ListContents[Arrival], index: int
    ) -> Response:
        item, number = contents.items[index], index + 1
        if isinstance(item, NewRelease) and item.by is not None:
            return self._responder.respond(
                handler_input,
                "release-details",
                number=number,
                album=_album_text(item.album, number),
                day=_release(item.album.released),
                artist=phrases.artist_name(item.by),
            )
        if isinstance(item, NewRelease):
            return _respond_with_release(
                self._responder, handler_input, item.album, number
            )
        track = item.track
        return self._responder.respond(
            handler_input,
            "arrival-details",
            number=number,
            track=phrases.track_text(track, number),
            album=phrases.album_of(track),
            name=_place(item),
            by=AddedBy.OTHERS if item.by_others else AddedBy.LISTENER,
        )


class AddedBy(Enum):
    """Who added a song to a playlist; the message `arrival-details` chooses by it.

    LISTENER: or nobody knows who.
    """

    OTHERS = "others"
    LISTENER = "listener"


def _release_line(album: Album, spoken: Text) -> Phrase:
    """Return a release as a line of a card: as it is spoken, and its date."""
    return Phrase("release-line", {"album": spoken, "date": _date(album.released)})


def _respond_with_release(
    responder: Responder, handler_input: HandlerInput, album: Album, number: int
) -> Response:
    """Return what is told of a release that was chosen: tracks and date."""
    return responder.respond(
        handler_input,
        "album-details",
        number=number,
        album=phrases.title_with_artists(title(album, number), album.artists),
        day=_release(album.released),
        total=album.size or 0,
    )


def _is_new(album: Album, since: date) -> bool:
    """Only a release that is dated to the month or the day can be called new."""
    released = album.released or ""
    return len(released) >= 7 and released >= since.isoformat()[: len(released)]


def _newest(albums: Sequence[Album]) -> list[Album]:
    """Return each album once, the newest first: one by two artists comes twice."""
    distinct = {item_key(album.id, album.name): album for album in albums}
    return sorted(distinct.values(), key=lambda a: a.released or "", reverse=True)


def _date(released: str | None) -> Text:
    """Return the day for the listener's own notation, or what is known of it."""
    try:
        return date.fromisoformat(released or "")
    except ValueError:
        return released or NOTHING


def _release(released: str | None) -> Text:
    """Return when it came out, as far as that is known: a day, a year, nothing."""
    try:
        return Phrase("released-on", {"date": date.fromisoformat(released or "")})
    except ValueError:
        year = (released or "")[:4]
    return Phrase("released-in", {"date": year}) if year.isdecimal() else NOTHING


def _notice(visit: LastVisit) -> Text:
    """Return what could not be looked at; what waits for its turn is no gap."""
    scope: Text = NOTHING
    if visit.unfollowed:
        scope = Phrase("notice-scope", {"sources": (Phrase("source-followed", {}),)})
    partial = Phrase("arrivals-partial", {}) if visit.missed else NOTHING
    return notices.joined(scope, partial)


def _place(song: NewSong) -> Text:
    """Return the name of the playlist that the song was added to."""
    return phrases.name_or_number(song.playlist, "playlist-number", song.number)


def _album_text(album: Album, number: int) -> Text:
    return phrases.title_with_artists(title(album, number), album.artists)


def _album_in_list(album: Album, number: int) -> Text:
    return phrases.title_with_artists(title(album, number), album.artists[:1])
