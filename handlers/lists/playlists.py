"""Lists about playlists: all, those with a song, the tracks and additions of one."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers import session
from handlers.dynamic_entities import offer_playlists
from handlers.lists.tracks import TrackList
from handlers.playlist_contents import read_items
from handlers.playlist_resolution import PlaylistAction, question_to_open
from handlers.request import listener_of
from handlers.responses import notices, phrases
from handlers.responses.branding import offer_to_play
from handlers.responses.cards import page_of
from handlers.responses.closings import PickQuestion
from handlers.responses.localization import (
    NOTHING,
    Argument,
    DisplayItem,
    Phrase,
    RecentDay,
    Text,
)
from handlers.responses.spoken_list import PAGE_SIZE, ListContents, spoken_length
from handlers.session import (
    PLACES,
    SHELF,
    Focus,
    FocusKind,
    PendingQuestion,
    SongSearch,
    focus_on_playlist,
)
from providers.errors import NotFound, Unavailable
from providers.library import Library
from providers.music import Listing, Playlist, PlaylistItem, Track

_EARLIEST = datetime.min.replace(tzinfo=UTC)

_TOLD_WITHOUT_YEAR = timedelta(days=300)  # back from today

_SHORT_NAMES = 65  # characters of the first page's titles and artists


class PlaylistList:
    """All of a listener's playlists, in the service's order."""

    kind = SHELF
    names: FocusKind = "playlist"

    def __init__(self, library: Library, opening: PlaylistAction) -> None:
        self._library = library
        self._opening = opening

    async def read(
        self, handler_input: HandlerInput, _parent_id: str | None = None
    ) -> ListContents[Playlist]:
        playlists = await self._library.playlists(listener_of(handler_input))
        offer_playlists(handler_input, playlists.items)
        return ListContents(
            playlists.items,
            playlists.total,
            notices.completeness_notice(playlists),
            question=question_to_open(playlists.items, playlists.total),
            unreadable=playlists.unreadable,
            distinct=phrases.distinct_names,
        )

    def spoken_text(self, item: Playlist, number: int) -> Text:
        return phrases.playlist_name(item, number)

    def card_line(self, item: Playlist, number: int) -> Text:
        return phrases.playlist_line(item, number)

    def display_item(self, item: Playlist, number: int) -> DisplayItem:
        return phrases.playlist_item(item, number)

    def item_id(self, item: Playlist) -> str:
        return item.id

    def subject(self, item: Playlist) -> Playlist:
        return item

    async def choose(
        self, handler_input: HandlerInput, contents: ListContents[Playlist], index: int
    ) -> Response:
        playlist = contents.items[index]
        return await self._opening.perform(handler_input, playlist, index + 1)


class SongPlaces(PlaylistList):
    """The playlists on which the song was found that the listener looked for last."""

    kind = PLACES

    async def read(
        self, handler_input: HandlerInput, _parent_id: str | None = None
    ) -> ListContents[Playlist]:
        """Return those of `SongSearch.found` that are still listed, in its order."""
        search = session.get(handler_input, SongSearch)
        playlists = await self._library.playlists(listener_of(handler_input))
        offer_playlists(handler_input, playlists.items)
        by_mark = {session.fingerprint(each.id): each for each in playlists.items}
        found = [by_mark[m] for m in search.found if m in by_mark] if search else []
        if search is None or not found:
            return ListContents((), 0)
        ids = tuple(playlist.id for playlist in found)
        about = search_counts(search, playlists)
        several = Focus("track", search.song or "", PlaylistTracks.kind, ids[0])
        single = focus_on_playlist(ids[0], search.song)
        return ListContents(
            found,
            len(found),
            about=about,
            question=question_to_open(found, len(found)),
            focus=single if len(found) == 1 else several,
            distinct=phrases.distinct_names,
        )


def search_counts(
    search: SongSearch, playlists: Listing[Playlist]
) -> dict[str, Argument]:
    """Return how far a search has come, as message arguments.

    `readable`: how many playlists the listener made or edits, with those of unknown
    owners.
    """
    readable = sum(playlist.readable for playlist in playlists.items)
    unlisted = playlists.total - len(playlists.items)
    total = max(readable + unlisted - search.refused, 0)
    searched = min(search.searched, total)
    return {
        "heard": search.heard,
        "searched": searched,
        "readable": total,
        "left": total - searched,
        "earlier": search.earlier,
    }


class PlaylistContents(TrackList[PlaylistItem], ABC):
    """Base of the lists of one playlist; the cursor's `parent_id` is its id."""

    async def read(
        self, handler_input: HandlerInput, parent_id: str | None = None
    ) -> ListContents[PlaylistItem]:
        """Return the playlist's items; raise `NotFound` if it is no longer listed.

        Raise `Unavailable` where it may be on a page that did not come.
        """
        listener = listener_of(handler_input)
        playlists = await self._library.playlists(listener)
        playlist, number = _find(playlists, parent_id)
        listing = await read_items(self._library, listener, playlist)
        name = phrases.playlist_name(playlist, number)
        offer = self._offer(handler_input, playlist)
        asks = {"asks": PickQuestion(offer is not None)}
        return ListContents(
            self._arrange(listing.items),
            listing.total,
            notices.completeness_notice(listing),
            {"name": name, **self._about(listing, _today(handler_input)), **asks},
            image=playlist.image,
            link=page_of(playlist),
            caption=self._caption(playlist, number, listing),
            question=offer,
            focus=focus_on_playlist(playlist.id),
            unreadable=listing.unreadable,
            distinct=_distinct_tracks,
        )

    def _offer(
        self,
        handler_input: HandlerInput,  # noqa: ARG002 - of those that offer something
        playlist: Playlist,  # noqa: ARG002 - likewise
    ) -> PendingQuestion | None:
        """Return the question of the first page where that offers to play it."""
        return None

    def _arrange(self, items: Sequence[PlaylistItem]) -> Sequence[PlaylistItem]:
        return items

    def _caption(
        self, playlist: Playlist, number: int, listing: Listing[PlaylistItem]
    ) -> Sequence[Text]:
        """Return what a screen says of the playlist: name, size, length, owner."""
        owner = phrases.owner_name(playlist)
        length = phrases.total_length(listing, _tracks(listing))
        known = length.arguments["length"] if isinstance(length, Phrase) else NOTHING
        texts = (
            phrases.playlist_name(playlist, number),
            Phrase("track-total", {"total": listing.total}),
            known if isinstance(known, Phrase) else NOTHING,
            Phrase("screen-by", {"owner": owner}) if owner else NOTHING,
        )
        return [text for text in texts if text != NOTHING]

    @abstractmethod
    def _about(
        self, listing: Listing[PlaylistItem], today: date | None
    ) -> Mapping[str, Argument]:
        """Return what the answer tells of the whole list, as message arguments."""


class PlaylistTracks(PlaylistContents):
    """The tracks of one playlist, in its order.

    Who says only a playlist's name may want to hear it: where the skill can play, that
    is what the first page asks, and "next" reads on.

    Where the first ones have long names, it is not told how long all of them run: the
    answer would be longer than a breath, and "how long is it?" tells it.
    """

    kind = "tracks"

    def _offer(
        self, handler_input: HandlerInput, playlist: Playlist
    ) -> PendingQuestion | None:
        return offer_to_play(handler_input, playlist.id)

    def _about(
        self,
        listing: Listing[PlaylistItem],
        today: date | None,  # noqa: ARG002 - the base class's
    ) -> Mapping[str, Argument]:
        first = enumerate(listing.items[:PAGE_SIZE], 1)
        names = [self.spoken_text(item, number) for number, item in first]
        if spoken_length(names) > _SHORT_NAMES:
            return {"length": NOTHING}
        return {"length": phrases.total_length(listing, _tracks(listing))}


class RecentlyAdded(PlaylistContents):
    """The tracks of one playlist, the one added last first."""

    kind = "news"

    def _arrange(self, items: Sequence[PlaylistItem]) -> Sequence[PlaylistItem]:
        return sorted(items, key=_added_at, reverse=True)

    def _about(
        self, listing: Listing[PlaylistItem], today: date | None
    ) -> Mapping[str, Argument]:
        dates = [item.added_at for item in listing.items if item.added_at]
        if not dates:
            return {"since": NOTHING}
        newest = max(dates).date()
        is_recent = today is not None and today - newest < _TOLD_WITHOUT_YEAR
        day = RecentDay.fromordinal(newest.toordinal()) if is_recent else newest
        return {"since": Phrase("news-since", {"date": day})}


def _today(handler_input: HandlerInput) -> date | None:
    """Return the day of the request; None where it carries no time."""
    request = handler_input.request_envelope.request
    time: datetime | None = getattr(request, "timestamp", None)
    return time.date() if time else None


def _find(
    playlists: Listing[Playlist], playlist_id: str | None
) -> tuple[Playlist, int]:
    """Return the playlist and its position, from 1."""
    for number, playlist in enumerate(playlists.items, 1):
        if playlist.id == playlist_id:
            return playlist, number
    if playlists.complete:
        raise NotFound
    raise Unavailable


def _distinct_tracks(numbered: Sequence[tuple[PlaylistItem, int]]) -> list[Text]:
    return phrases.distinct_tracks([(item.track, n) for item, n in numbered])


def _tracks(listing: Listing[PlaylistItem]) -> Sequence[Track]:
    return [item.track for item in listing.items]


def _added_at(item: PlaylistItem) -> datetime:
    return item.added_at or _EARLIEST
