"""Which playlist has a song: a search through the listener's playlists, in steps.

Spotify cannot search playlists for a song, so each is read: the likeliest first, a few
at the question, and many more when the listener says that the search shall go on. What
was read stays in the cache, so that the next question costs no calls.
"""

from collections.abc import Mapping, Sequence
from math import ceil
from typing import NamedTuple

import msgspec
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers import request, session
from handlers.catalogue_search import CatalogueSearch
from handlers.lists import SongPlaces
from handlers.lists.playlists import search_counts
from handlers.misheard import looked_for, respond_misheard
from handlers.playlist_contents import search_for, tracks_meant
from handlers.request import IntentHandler, intent_of, listener_of
from handlers.responses import phrases
from handlers.responses.localization import Argument, Localization
from handlers.responses.paging import Pager
from handlers.responses.responder import Responder
from handlers.responses.sanitizing import bounded
from handlers.responses.spoken_list import item_key
from handlers.session import (
    LONGEST_SONG,
    MOST_FOUND,
    WHICH_SONG,
    Cursor,
    Focus,
    PendingQuestion,
    SongSearch,
    pending_question,
)
from providers.deadline import REQUEST_SECONDS
from providers.errors import Forbidden, NotFound
from providers.fan_out import fan_out, raise_first
from providers.library import Library
from providers.listener import Listener
from providers.music import Listing, Playlist, PlaylistItem, Track
from providers.name_matching.normalization import normal_form

MOST_PLAYLISTS = 20
"""Playlists that are read at the same time."""

MOST_CALLS = 40
"""Calls that a question makes: each gives up to `_ITEMS_A_CALL` of a playlist."""

MOST_CALLS_ON = 120
"""Calls that an answer makes after the listener said that the search shall go on."""

PATIENCE = 4.0
"""Seconds that the calls may take together."""

_LEAST_SECONDS = REQUEST_SECONDS - PATIENCE  # of the deadline, for more to be read
_ITEMS_A_CALL = 50
_MOST_CALLS_A_PLAYLIST = 10  # the library reads no more of one

_GO_ON = PendingQuestion("confirm", "search")
_KEEP_LOOKING = "KeepLookingIntent"
_YES = "AMAZON.YesIntent"
_NEXT = frozenset(("AMAZON.NextIntent", "AMAZON.MoreIntent"))

_Numbered = tuple[int, Playlist]


class _Match(NamedTuple):
    """A playlist that has the song, and the song's track there."""

    number: int
    playlist: Playlist
    track: Track


class _Batch(NamedTuple):
    """Some playlists that were read.

    `contents`: by id; partial ones too. `refused`: ids of those that turned out to be
    somebody else's.
    """

    contents: Mapping[str, Listing[PlaylistItem]]
    refused: frozenset[str]

    @property
    def searched(self) -> int:
        """How many were read whole."""
        return sum(listing.complete for listing in self.contents.values())


class WhichPlaylist(IntentHandler):
    """ "Which playlist has Imagine?", "keep looking", and "yes" to "shall I go on?".

    Also "next", after the last one of those that were found. A question reads a few
    playlists; a search that shall go on reads as many as there is time for, until the
    song is found. Each response says how many playlists were looked through so far. A
    playlist that failed, or that was read in part, is none of them.
    """

    _HAS_IT = "WhichPlaylistHasItIntent"
    _ASKS = frozenset(("WhichPlaylistIntent", _HAS_IT))

    intents = frozenset((*_ASKS, _KEEP_LOOKING, _YES, *_NEXT))

    def __init__(self, library: Library, responder: Responder, pager: Pager) -> None:
        self._library = library
        self._responder = responder
        self._pager = pager
        self._catalogue = CatalogueSearch(library, responder)

    def can_handle(self, handler_input: HandlerInput) -> bool:
        asks = intent_of(handler_input) in self._ASKS
        return super().can_handle(handler_input) and (asks or _goes_on(handler_input))

    async def handle(self, handler_input: HandlerInput) -> Response:
        page = _page_to_turn(handler_input)
        if page is not None and await self._pager.has_next(handler_input, page):
            return await self._pager.turn(handler_input, page, 1)
        focus = session.get(handler_input, Focus)
        search = await self._search(handler_input)
        if search is None:
            return self._responder.ask(handler_input, WHICH_SONG, "which-song")
        language = self._responder.localization_of(handler_input).code
        playlists = await self._library.playlists(listener_of(handler_input))
        readable = likeliest_first(playlists.items, search.heard, language)
        search = await self._look(handler_input, search, readable)
        session.put(handler_input, search)
        if search.found:
            return await self._pager.show(handler_input, SongPlaces.kind)
        if await self._catalogue.is_misheard(handler_input, search.heard):
            return self._misheard(handler_input, focus)
        unlisted = playlists.total - len(playlists.items)
        goes_on = search.place < len(readable) + unlisted
        counts = search_counts(search, playlists)
        return self._not_found(handler_input, search, counts, goes_on=goes_on)

    def _misheard(self, handler_input: HandlerInput, focus: Focus | None) -> Response:
        """Respond that this was not understood; "it" means what it meant before."""
        session.delete(handler_input, SongSearch)
        if focus is not None:
            session.put(handler_input, focus)
        return respond_misheard(self._responder, handler_input)

    async def _look(
        self,
        handler_input: HandlerInput,
        search: SongSearch,
        readable: Sequence[_Numbered],
    ) -> SongSearch:
        """Read on until the song is found, or calls or time are used up.

        Where it was found before, all places that it is found in now are kept.
        """
        listener = listener_of(handler_input)
        calls = MOST_CALLS_ON if search.last_id else MOST_CALLS
        earlier = search.earlier + len(search.found)
        search = msgspec.structs.replace(search, found=(), earlier=earlier)
        start = _start(readable, search)
        step = next_step(readable[start:], calls)
        matching: list[_Match] = []
        while True:
            batch = await self._read(listener, step)
            matching += await self._matching(handler_input, step, batch, search)
            start += len(step)
            search = msgspec.structs.replace(
                search,
                place=start,
                last_id=step[-1][1].id if step else search.last_id,
                searched=search.searched + batch.searched,
                refused=search.refused + len(batch.refused),
            )
            calls -= sum(_calls(playlist) for _, playlist in step)
            step = next_step(readable[start:], calls) if calls > 0 else ()
            late = listener.deadline.remaining() < _LEAST_SECONDS
            found = matching and not earlier
            if found or not step or late or not batch.contents:
                return _with_found(search, matching)

    async def _matching(
        self,
        handler_input: HandlerInput,
        step: Sequence[_Numbered],
        batch: _Batch,
        search: SongSearch,
    ) -> list[_Match]:
        """Return the playlists that have the song, of those that were read."""
        localization = self._responder.localization_of(handler_input)
        return [
            _Match(number, playlist, track)
            for number, playlist in step
            if (contents := batch.contents.get(playlist.id))
            and (track := await _song_among(contents.items, search, localization))
        ]

    async def _search(self, handler_input: HandlerInput) -> SongSearch | None:
        """Return the search that goes on, a new one, or None where no song is named."""
        intent = intent_of(handler_input)
        if intent not in self._ASKS:
            return session.get(handler_input, SongSearch)
        heard = request.slot_text(handler_input, "song")
        if heard is None and not request.resolved_ids(handler_input, "this"):
            heard = request.slot_text(handler_input, "this")  # a name, and no "it"
        if heard is not None:
            session.delete(handler_input, Focus)  # "it" is the song of that name now
        elif intent == self._HAS_IT or request.is_reference(handler_input):
            await self._pager.focus_by_ordinal(handler_input)
            track = await self._pager.find_track(handler_input)
            if track is not None:
                return search_for(track)
            heard = looked_for(handler_input)
        return None if heard is None else SongSearch(heard[:LONGEST_SONG])

    async def _read(self, listener: Listener, playlists: Sequence[_Numbered]) -> _Batch:
        """Return the contents of those that could be read.

        A playlist whose owner is not known and that the service refuses belongs to
        somebody else. Raise the first other error where none could be read.
        """
        distinct = {playlist.id: playlist for _, playlist in playlists}
        calls = {
            playlist_id: self._library.playlist_items(listener, playlist)
            for playlist_id, playlist in distinct.items()
        }
        outcome = await fan_out(calls, listener.deadline, seconds=PATIENCE)
        unknown = {p.id for _, p in playlists if p.mine is None and not p.collaborative}
        refused = frozenset(
            playlist_id
            for playlist_id, error in outcome.errors.items()
            if playlist_id in unknown and isinstance(error, Forbidden | NotFound)
        )
        if not outcome.results:
            errors = outcome.errors
            raise_first({key: errors[key] for key in errors if key not in refused})
        return _Batch(outcome.results, refused)

    def _not_found(
        self,
        handler_input: HandlerInput,
        search: SongSearch,
        counts: Mapping[str, Argument],
        *,
        goes_on: bool,
    ) -> Response:
        """Offer to go on where more can be read; else say that this is all."""
        if goes_on and search.last_id is not None:
            song = str(
                session.fingerprint(search.heard)
            )  # another song, another question
            question = msgspec.structs.replace(_GO_ON, ids=(search.last_id, song))
            if session.ask(handler_input, question):
                return self._responder.respond(handler_input, "song-not-yet", **counts)
        asks = not search.earlier and session.ask(
            handler_input, WHICH_SONG, after=(WHICH_SONG.kind,)
        )
        ask = phrases.Ask.TITLE if asks else phrases.Ask.NEXT
        return self._responder.respond(handler_input, "song-nowhere", ask=ask, **counts)


def likeliest_first(
    playlists: Sequence[Playlist], heard: str, language: str
) -> list[_Numbered]:
    """Return the readable playlists with their numbers, in the order of the search.

    First those whose name shares a word with what was heard, then the listener's own,
    then others; among equals in the service's order, which is that of use. The order
    depends on nothing else, so that a search can go on in it.
    """
    words = frozenset(normal_form(heard, language).content)

    def rank(numbered: _Numbered) -> tuple[bool, bool]:
        playlist = numbered[1]
        name = normal_form(bounded(playlist.name), language).content
        return words.isdisjoint(name), not playlist.mine

    readable = [
        (number, playlist)
        for number, playlist in enumerate(playlists, 1)
        if playlist.readable
    ]
    return sorted(readable, key=rank)


def next_step(playlists: Sequence[_Numbered], most_calls: int) -> Sequence[_Numbered]:
    """Return the first playlists, as many as are read at the same time; one at least.

    `most_calls`: how many calls they may take together. A playlist of unknown size
    counts with the most calls that it can take.
    """
    calls = 0
    for count, (_, playlist) in enumerate(playlists[:MOST_PLAYLISTS]):
        calls += _calls(playlist)
        if calls > most_calls:
            return playlists[: max(count, 1)]
    return playlists[:MOST_PLAYLISTS]


def _calls(playlist: Playlist) -> int:
    if playlist.size is None:
        return _MOST_CALLS_A_PLAYLIST
    return min(max(ceil(playlist.size / _ITEMS_A_CALL), 1), _MOST_CALLS_A_PLAYLIST)


def _start(playlists: Sequence[_Numbered], search: SongSearch) -> int:
    """Return where a search goes on: behind the playlist that was read last.

    Where that is gone, as many playlists further as were read.
    """
    ids = [playlist.id for _, playlist in playlists]
    if search.last_id in ids:
        return ids.index(search.last_id) + 1
    return min(search.place, len(ids))


def _with_found(search: SongSearch, matching: Sequence[_Match]) -> SongSearch:
    """Return the search with the playlists that it has found, as many as are kept."""
    if not matching:
        return search
    track = matching[0].track
    marks = [session.fingerprint(match.playlist.id) for match in matching[:MOST_FOUND]]
    return msgspec.structs.replace(
        search, found=tuple(marks), song=item_key(track.id, track.title)
    )


def _goes_on(handler_input: HandlerInput) -> bool:
    """Return whether the search for a song shall go on."""
    if session.get(handler_input, SongSearch) is None:
        return False
    question = pending_question(handler_input)
    is_asked = question is not None and (question.kind, question.purpose) == (
        _GO_ON.kind,
        _GO_ON.purpose,
    )
    is_told = intent_of(handler_input) == _KEEP_LOOKING
    return is_asked or is_told or _page_to_turn(handler_input) is not None


def _page_to_turn(handler_input: HandlerInput) -> Cursor | None:
    """Return the page of found playlists after which the next one is wanted."""
    cursor = session.get(handler_input, Cursor)
    intent, question = intent_of(handler_input), pending_question(handler_input)
    is_yes = question is None and intent == _YES
    if cursor is None or cursor.kind != SongPlaces.kind:
        return None
    wants_more = session.speaks_of_list(handler_input) and (is_yes or intent in _NEXT)
    return cursor if wants_more else None


async def _song_among(
    items: Sequence[PlaylistItem], search: SongSearch, localization: Localization
) -> Track | None:
    """Return the first track that was heard, or whose artist was."""
    async for track in tracks_meant(items, search, localization):
        return track
    return None
