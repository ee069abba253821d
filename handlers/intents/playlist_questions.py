"""Questions about playlists: "how long is it?", "who made it?", "which one has …?"."""

import asyncio
from collections.abc import Mapping, Sequence

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers import request, session
from handlers.lists import PlaylistTracks, RecentlyAdded
from handlers.playlist_resolution import (
    OPEN,
    SLOT,
    PlaylistResolver,
    focus_on_playlist,
    read_items,
    respond_not_readable,
)
from handlers.request import IntentHandler, intent_of, listener_of
from handlers.responses import phrases
from handlers.responses.localization import Localization, Phrase
from handlers.responses.paging import Pager
from handlers.responses.responder import Responder
from handlers.responses.sanitizing import bounded
from handlers.session import WHICH_SONG, Focus, PendingQuestion
from providers.errors import Forbidden, NotFound
from providers.fan_out import fan_out, raise_first
from providers.library import Library
from providers.listener import Listener
from providers.music import Album, Listing, Playlist, PlaylistItem, Track
from providers.name_matching.normalization import normal_form
from providers.name_matching.similarity import SURE, similarities

SEARCHED = 10
"""Playlists that one question reads: a call or two each, and calls are scarce."""

PATIENCE = 4.0
"""Seconds that the calls may take together."""

_NAMED = 3  # playlists that a response names
_TRACKS = 300  # tracks of one playlist that are compared, so that the loop stays free
_OF_ONE_PLAYLIST = frozenset((PlaylistTracks.kind, RecentlyAdded.kind))

_NAMELESS = (Phrase("artist-nameless", {}),)

_Numbered = tuple[int, Playlist]


class PlaylistLength:
    """`PlaylistAction`: say how many tracks a playlist has and how long they run."""

    purpose = "length"

    def __init__(self, library: Library, responder: Responder) -> None:
        self._library = library
        self._responder = responder

    async def perform(
        self, handler_input: HandlerInput, playlist: Playlist, number: int
    ) -> Response:
        """Respond from the contents; from the size where the contents are refused."""
        listener = listener_of(handler_input)
        try:
            listing = await read_items(self._library, listener, playlist)
        except Forbidden as refusal:
            if playlist.size is None:
                return respond_not_readable(
                    self._responder, handler_input, (playlist, number), refusal
                )
            listing = Listing((), playlist.size)
        return self._responder.respond(
            handler_input,
            "playlist-long",
            name=phrases.playlist_name(playlist, number),
            total=listing.total,
            length=phrases.total_length(listing),
            partial=phrases.completeness_notice(listing),
        )


class PlaylistOwner:
    """`PlaylistAction`: say who made a playlist."""

    purpose = "owner"

    def __init__(self, responder: Responder) -> None:
        self._responder = responder

    async def perform(
        self, handler_input: HandlerInput, playlist: Playlist, number: int
    ) -> Response:
        """Respond with the owner's name."""
        return self._responder.respond(
            handler_input,
            "playlist-maker",
            name=phrases.playlist_name(playlist, number),
            owner=phrases.owner(playlist),
            maker=phrases.Maker.of(playlist),
        )


class AboutPlaylist(IntentHandler):
    """ "How long is it?", "who made it?", "what is new on it?"

    About the playlist that the slot names, else about what is in focus: a playlist, a
    track, an album. Where neither is known: ask which playlist.
    """

    _PURPOSES = {  # noqa: RUF012 - a table
        "PlaylistLengthIntent": PlaylistLength.purpose,
        "PlaylistOwnerIntent": PlaylistOwner.purpose,
        "PlaylistNewsIntent": RecentlyAdded.kind,
    }

    intents = frozenset(_PURPOSES)

    def __init__(
        self, resolver: PlaylistResolver, pager: Pager, responder: Responder
    ) -> None:
        self._resolver = resolver
        self._pager = pager
        self._responder = responder

    async def handle(self, handler_input: HandlerInput) -> Response:
        purpose = self._PURPOSES[intent_of(handler_input) or ""]
        await self._pager.focus_by_ordinal(handler_input)
        focus = session.get(handler_input, Focus)
        if focus is None or request.slot_text(handler_input, SLOT) is not None:
            return await self._resolver.by_slot(handler_input, purpose)
        if focus.kind == "playlist":
            return await self._resolver.by_id(handler_input, purpose, focus.id)
        if purpose == RecentlyAdded.kind:
            of_playlist = focus.list_kind in _OF_ONE_PLAYLIST
            return await self._resolver.by_slot(
                handler_input, purpose, default=focus.parent_id if of_playlist else None
            )
        response = await self._about_item(handler_input, purpose)
        return response or await self._resolver.by_slot(handler_input, purpose)

    async def _about_item(
        self, handler_input: HandlerInput, purpose: str
    ) -> Response | None:
        """Tell who a track or an album is by, or how long a track is.

        Tell what else is known of the item where that is not; None where it is gone.
        """
        found = await self._pager.find(handler_input)
        subject = found.subject if found else None
        if purpose == PlaylistOwner.purpose and isinstance(subject, Track | Album):
            artists = phrases.artist_names(subject.artists)
            return self._responder.respond(
                handler_input, "item-by", artists=artists or _NAMELESS
            )
        if found and isinstance(subject, Track) and subject.duration_ms:
            item = found.contents.items[found.index]
            return self._responder.respond(
                handler_input,
                "item-long",
                name=found.spoken_list.spoken_text(item, found.index + 1),
                length=phrases.length(subject.duration_ms),
            )
        return await self._pager.choose_focus(handler_input)


class WhichPlaylist(IntentHandler):
    """ "Which playlist has Imagine?": search the listener's own playlists for a song.

    The response says how many playlists were searched.
    """

    intents = frozenset(("WhichPlaylistIntent",))

    def __init__(self, library: Library, responder: Responder, pager: Pager) -> None:
        self._library = library
        self._responder = responder
        self._pager = pager

    async def handle(self, handler_input: HandlerInput) -> Response:
        heard = request.slot_text(handler_input, "song")
        if heard is None:
            track = await self._pager.find_track(handler_input)
            heard = bounded(track.title) if track else None
        if heard is None:
            asks = session.ask(handler_input, WHICH_SONG)
            key = "which-song" if asks else "question-dropped"
            return self._responder.respond(handler_input, key)
        listener = listener_of(handler_input)
        playlists = await self._library.playlists(listener)
        readable = [
            (number, playlist)
            for number, playlist in enumerate(playlists.items, 1)
            if playlist.readable
        ]
        contents, refused = await self._contents(listener, readable[:SEARCHED])
        readable = [
            (number, playlist)
            for number, playlist in readable
            if playlist.id not in refused
        ]
        localization = self._responder.localization_of(handler_input)
        matching = [
            (number, playlist)
            for number, playlist in readable
            if await _has(contents.get(playlist.id, ()), heard, localization)
        ]
        counts = len(contents), len(readable)
        return self._answer(handler_input, heard, matching, counts)

    async def _contents(
        self, listener: Listener, playlists: Sequence[_Numbered]
    ) -> tuple[Mapping[str, Sequence[PlaylistItem]], frozenset[str]]:
        """Return the contents of those that could be read, by id, and ids of others'.

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
        contents = {key: listing.items for key, listing in outcome.results.items()}
        return contents, refused

    def _answer(
        self,
        handler_input: HandlerInput,
        heard: str,
        matching: Sequence[_Numbered],
        counts: tuple[int, int],
    ) -> Response:
        """Name the playlists; `counts` are those searched and those readable."""
        searched, total = counts
        numbers = {"searched": searched, "total": total, "left": total - searched}
        if not matching:
            asks = session.ask(handler_input, WHICH_SONG, after=(WHICH_SONG.kind,))
            ask = phrases.Ask.TITLE if asks else phrases.Ask.NEXT
            return self._responder.respond(
                handler_input, "song-nowhere", heard=heard, ask=ask, **numbers
            )
        named = matching[:_NAMED]
        names = [phrases.playlist_name(playlist, n) for n, playlist in named]
        ids = tuple(playlist.id for _, playlist in named)
        session.ask(handler_input, PendingQuestion("meant", OPEN, ids))
        session.delete(handler_input, Focus)
        if len(matching) == 1:
            session.put(handler_input, focus_on_playlist(ids[0]))
            return self._responder.respond(
                handler_input, "song-there", heard=heard, name=names[0], **numbers
            )
        more = len(matching) - len(names)
        return self._responder.respond(
            handler_input, "song-where", heard=heard, names=names, more=more, **numbers
        )


async def _has(
    items: Sequence[PlaylistItem], heard: str, localization: Localization
) -> bool:
    """Return whether `heard` is a track's title, or its title and artists."""
    await asyncio.sleep(0)  # other requests get their turn between two playlists
    spoken = normal_form(heard, localization.code)
    names: list[str] = []
    for item in items[:_TRACKS]:
        title, artists = bounded(item.track.title), item.track.artists
        names.append(title)
        names.extend(
            localization.display(phrases.title_with_artists(title, credited))
            for credited in {artists[:1], artists} - {()}
        )
    forms = [normal_form(name, localization.code) for name in names]
    return any(score >= SURE for score in similarities(spoken, forms))
