""" "How long is it?", "who made it?": facts about one playlist."""

import asyncio
from collections.abc import Mapping, Sequence
from enum import Enum

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers import request
from handlers.intents.playlist_resolution import PlaylistResolver
from handlers.intents.playlists import OPEN, not_readable, total_length
from handlers.request import IntentHandler, intent_of, listener_of
from handlers.responses import phrases
from handlers.responses.messages import Localization
from handlers.responses.responder import Responder
from handlers.session import Cursor, PendingQuestion, get, set_attribute
from providers.errors import Forbidden
from providers.fan_out import fan_out, raise_first
from providers.library import Library
from providers.listener import Listener
from providers.music import Listing, Playlist, PlaylistItem
from providers.name_matching.matcher import SURE, similarities
from providers.name_matching.normalization import normal_form

OF_PLAYLISTS = frozenset(("tracks", "news"))

"""Lists whose cursor says which playlist is open."""


class Maker(Enum):
    """Who made a playlist."""

    MINE = "mine"
    TOGETHER = "together"
    THEIRS = "theirs"


class PlaylistLength:
    """How many tracks it has and how long they run."""

    purpose = "length"

    def __init__(self, library: Library, words: Responder) -> None:
        self._library = library
        self._words = words

    async def perform(
        self, handler_input: HandlerInput, playlist: Playlist, number: int
    ) -> Response:
        listener = listener_of(handler_input)
        try:
            found = await self._library.playlist_items(listener, playlist)
        except Forbidden as refusal:
            if playlist.size is None:
                return not_readable(
                    self._words, handler_input, (playlist, number), refusal
                )
            found = Listing((), playlist.size)
        return self._words.respond(
            handler_input,
            "playlist-long",
            name=phrases.playlist_name(playlist, number),
            total=found.total,
            length=total_length(found),
            partial=phrases.completeness_notice(found),
        )


class PlaylistOwner:
    """Who made it."""

    purpose = "owner"

    def __init__(self, words: Responder) -> None:
        self._words = words

    async def perform(
        self, handler_input: HandlerInput, playlist: Playlist, number: int
    ) -> Response:
        return self._words.respond(
            handler_input,
            "playlist-maker",
            name=phrases.playlist_name(playlist, number),
            owner=phrases.owner(playlist),
            maker=_maker(playlist),
        )


class AboutPlaylist(IntentHandler):
    """The playlist that the slot names, else the one that is open, else it is asked."""

    _PURPOSES = {  # noqa: RUF012 - a table
        "PlaylistLengthIntent": PlaylistLength.purpose,
        "PlaylistOwnerIntent": PlaylistOwner.purpose,
        "PlaylistNewsIntent": "news",
    }

    intents = frozenset(_PURPOSES)

    def __init__(self, choosing: PlaylistResolver) -> None:
        self._choosing = choosing

    async def handle(self, handler_input: HandlerInput) -> Response:
        purpose = self._PURPOSES[intent_of(handler_input) or ""]
        cursor = get(handler_input, Cursor)
        if cursor is not None and cursor.parent_id and cursor.kind in OF_PLAYLISTS:
            return await self._choosing.by_slot(
                handler_input, purpose, otherwise=cursor.parent_id
            )
        return await self._choosing.by_slot(handler_input, purpose)


def _maker(playlist: Playlist) -> Maker:
    if playlist.collaborative:
        return Maker.TOGETHER
    return Maker.MINE if playlist.mine else Maker.THEIRS


# FOLDED  "Which playlist has …?": a song looked for on the listener's own playlists.

SEARCHED = 10

"""Playlists that one question reads: a call or two each, and calls are scarce."""

PATIENCE = 4.0

"""Seconds that the calls may take together."""

_NAMED = 3

"""Playlists that an answer names."""

_TRACKS = 300

"""Tracks of one playlist that are compared, so that no question holds the loop."""

Numbered = tuple[int, Playlist]


class WhichPlaylist(IntentHandler):
    """Says where the song is, and how many playlists were searched for it."""

    intents = frozenset(("WhichPlaylistIntent",))

    def __init__(self, library: Library, words: Responder) -> None:
        self._library = library
        self._words = words

    async def handle(self, handler_input: HandlerInput) -> Response:
        heard = request.slot_text(handler_input, "song")
        if heard is None:
            return self._words.respond(handler_input, "which-song")
        shelf = await self._library.playlists(listener_of(handler_input))
        readable = [
            (number, playlist)
            for number, playlist in enumerate(shelf.items, 1)
            if playlist.readable
        ]
        contents = await self._contents(listener_of(handler_input), readable[:SEARCHED])
        language = self._words.localization_of(handler_input)
        found = [
            (number, playlist)
            for number, playlist in readable
            if await _has(contents.get(playlist.id, ()), heard, language)
        ]
        counted = len(contents), len(readable)
        return self._answer(handler_input, heard, found, counted)

    async def _contents(
        self, listener: Listener, playlists: Sequence[Numbered]
    ) -> Mapping[str, Sequence[PlaylistItem]]:
        """What could be read of them, by id; one that fails is not counted as read."""
        calls = {
            playlist.id: self._library.playlist_items(listener, playlist)
            for _, playlist in playlists
        }
        read = await fan_out(calls, listener.deadline, seconds=PATIENCE)
        if not read.results:
            raise_first(read.errors)
        return {one: listing.items for one, listing in read.results.items()}

    def _answer(
        self,
        handler_input: HandlerInput,
        heard: str,
        found: Sequence[Numbered],
        counted: tuple[int, int],
    ) -> Response:
        searched, total = counted
        counts = {"searched": searched, "total": total, "left": total - searched}
        if not found:
            return self._words.respond(
                handler_input, "song-nowhere", heard=heard, **counts
            )
        named = found[:_NAMED]
        names = [phrases.playlist_name(one, number) for number, one in named]
        ids = tuple(one.id for _, one in named)
        set_attribute(handler_input, PendingQuestion("meant", OPEN, ids))
        if len(found) == 1:
            return self._words.respond(
                handler_input, "song-there", heard=heard, name=names[0], **counts
            )
        more = len(found) - len(names)
        return self._words.respond(
            handler_input, "song-where", heard=heard, names=names, more=more, **counts
        )


async def _has(
    items: Sequence[PlaylistItem], heard: str, language: Localization
) -> bool:
    """Whether one of the tracks is meant, by its title or its title and artists."""
    await asyncio.sleep(0)  # other requests get a turn between two playlists
    said = normal_form(heard, language.code)
    names: list[str] = []
    for item in items[:_TRACKS]:
        title, artists = item.track.title, item.track.artists
        names.append(title)
        names.extend(
            language.display(phrases.title_with_artists(title, by))
            for by in {artists[:1], artists} - {()}
        )
    scores = similarities(said, [normal_form(name, language.code) for name in names])
    return any(score >= SURE for score in scores)
