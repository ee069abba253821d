"""Playlist resolution: find the playlist that a listener means, ask where unclear.

What is then done with the playlist is a `PlaylistAction`: open it, tell its length.
"""

import logging
from collections.abc import Awaitable, Iterable, Sequence
from typing import Protocol

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers import request, session
from handlers.request import listener_of
from handlers.responses import phrases
from handlers.responses.responder import Responder
from handlers.responses.sanitizing import bounded
from handlers.session import (
    Cursor,
    Focus,
    PendingQuestion,
    pending_question,
)
from providers.errors import Forbidden, NotFound, Unavailable
from providers.library import Library
from providers.listener import Listener
from providers.music import Listing, Playlist, PlaylistItem
from providers.name_matching.matcher import Verdict, answer, decide

SLOT = "playlist"
"""The slot that names a playlist."""

SHELF = "playlists"
"""The kind of the list of all playlists."""

OPEN = "open"
"""The purpose of reading out a playlist's tracks."""

_log = logging.getLogger(__name__)


class PlaylistAction(Protocol):
    """What can be done with a playlist; `purpose` names the action in a question."""

    purpose: str

    def perform(
        self, handler_input: HandlerInput, playlist: Playlist, number: int
    ) -> Awaitable[Response]:
        """Do it and respond; `number` is the playlist's position, from 1."""
        ...


class PlaylistResolver:
    """Find the playlist that a slot names and perform an action on it.

    Every method that responds raises the `ProviderError`s of `Library.playlists` and of
    the action.
    """

    def __init__(self, responder: Responder, library: Library) -> None:
        self._responder = responder
        self._library = library
        self._actions: dict[str, PlaylistAction] = {}

    def add(self, *actions: PlaylistAction) -> None:
        """Add actions, by their purpose."""
        self._actions |= {action.purpose: action for action in actions}

    def knows(self, purpose: str) -> bool:
        """Return whether a purpose that a session brought back is one of ours."""
        return purpose in self._actions

    async def by_slot(
        self, handler_input: HandlerInput, purpose: str, *, default: str | None = None
    ) -> Response:
        """Act on the playlist that the slot `playlist` names; ask where unclear.

        Where the slot is empty: on the playlist with the id `default`, or ask for one.
        """
        heard = request.slot_text(handler_input, SLOT)
        if heard is None and default is not None:
            return await self.by_id(handler_input, purpose, default)
        if heard is None:
            session.put(handler_input, PendingQuestion("which", purpose))
            return self._responder.respond(handler_input, "which-playlist")
        listing = await self._library.playlists(listener_of(handler_input))
        playlists = listing.items
        if not playlists:
            key = "list-unreadable" if listing.unreadable else "playlists-none"
            return self._responder.respond(handler_input, key)
        entity_ids = request.dynamic_entity_ids(handler_input, SLOT)
        index = _only_index(entity_ids, playlists)
        if index is not None:
            return await self._perform(handler_input, purpose, playlists, index)
        return await self._by_name(handler_input, purpose, heard, listing)

    async def by_id(
        self, handler_input: HandlerInput, purpose: str, playlist_id: str
    ) -> Response:
        """Act on the playlist with this id; tell the listener if it is gone.

        Raise `Unavailable` where the playlist may be on a page that did not come.
        """
        listing = await self._library.playlists(listener_of(handler_input))
        for index, playlist in enumerate(listing.items):
            if playlist.id == playlist_id:
                return await self._perform(handler_input, purpose, listing.items, index)
        if not listing.complete:
            raise Unavailable
        return self._responder.respond(handler_input, "playlist-gone")

    async def ask(
        self, handler_input: HandlerInput, purpose: str, ids: Sequence[str]
    ) -> Response:
        """Ask which of the playlists with these ids is meant."""
        playlists = await self._playlists(handler_input)
        indices = _indices(ids, playlists)
        if not indices:
            return self._responder.respond(handler_input, "playlist-gone")
        return self._did_you_mean(handler_input, purpose, playlists, indices)

    async def _playlists(self, handler_input: HandlerInput) -> Sequence[Playlist]:
        return (await self._library.playlists(listener_of(handler_input))).items

    async def _perform(
        self,
        handler_input: HandlerInput,
        purpose: str,
        playlists: Sequence[Playlist],
        index: int,
    ) -> Response:
        playlist = playlists[index]
        session.put(handler_input, focus_on_playlist(playlist.id))
        return await self._actions[purpose].perform(handler_input, playlist, index + 1)

    async def _by_name(
        self,
        handler_input: HandlerInput,
        purpose: str,
        heard: str,
        listing: Listing[Playlist],
    ) -> Response:
        playlists = listing.items
        language = self._responder.localization_of(handler_input).code
        offered = _offered(handler_input, playlists)
        names = [bounded(playlist.name) for playlist in playlists]
        chosen = answer(heard, [names[i] for i in offered], language=language)
        if chosen is not None:
            index = offered[chosen]
            return await self._perform(handler_input, purpose, playlists, index)
        own = frozenset(i for i, playlist in enumerate(playlists) if playlist.mine)
        decision = decide(heard, names, language=language, favoured=own)
        fields = {"verdict": decision.verdict.value, "score": decision.bucket}
        _log.info("name matched", extra={"fields": fields})
        indices = [match.index for match in decision.matches]
        if decision.verdict is Verdict.ACT:
            return await self._perform(handler_input, purpose, playlists, indices[0])
        if decision.verdict is Verdict.ASK:
            return self._did_you_mean(handler_input, purpose, playlists, indices)
        session.put(handler_input, PendingQuestion("which", purpose))
        notice = phrases.completeness_notice(listing)
        key = "no-such-playlist-partial" if notice else "no-such-playlist"
        return self._responder.respond(handler_input, key, heard=heard, partial=notice)

    def _did_you_mean(
        self,
        handler_input: HandlerInput,
        purpose: str,
        playlists: Sequence[Playlist],
        indices: Sequence[int],
    ) -> Response:
        ids = tuple(playlists[index].id for index in indices)
        session.put(handler_input, PendingQuestion("meant", purpose, ids))
        names = [phrases.playlist_name(playlists[i], i + 1) for i in indices]
        session.delete(handler_input, Focus)
        if len(names) == 1:
            session.put(handler_input, focus_on_playlist(ids[0]))
            return self._responder.respond(handler_input, "did-you-mean", name=names[0])
        first, second = names[:2]
        return self._responder.respond(
            handler_input, "did-you-mean-which", first=first, second=second
        )


def focus_on_playlist(playlist_id: str) -> Focus:
    """Return the focus on a playlist, which is found among all playlists."""
    return Focus("playlist", playlist_id, SHELF)


def question_to_open(
    playlists: Sequence[Playlist], total: int
) -> PendingQuestion | None:
    """Return the question "Shall I open it?"; None unless there is just one playlist.

    `total` is the number of playlists that the service has.
    """
    if len(playlists) == total == 1:
        return PendingQuestion("meant", OPEN, (playlists[0].id,))
    return None


async def read_items(
    library: Library, listener: Listener, playlist: Playlist
) -> Listing[PlaylistItem]:
    """Return the contents of a listed playlist.

    Raise `Forbidden` where the service does not give them. For the playlists that it
    makes itself (editorial and algorithmic ones) the service answers "not found".
    https://developer.spotify.com/blog/2024-11-27-changes-to-the-web-api
    """
    try:
        return await library.playlist_items(listener, playlist)
    except NotFound:
        if playlist.mine:
            raise
        raise Forbidden from None


def respond_not_readable(
    responder: Responder,
    handler_input: HandlerInput,
    playlist_and_number: tuple[Playlist, int],
    refusal: Forbidden,
) -> Response:
    """Return the message that the playlist cannot be read, and why as far as known.

    The service gives one's own and one's collaborative playlists only.
    """
    session.delete(handler_input, Cursor)
    listener_of(handler_input).turn.conclude("apologised", refusal.reason)
    playlist, number = playlist_and_number
    return responder.respond(
        handler_input,
        "playlist-theirs",
        name=phrases.playlist_name(playlist, number),
        owner=phrases.owner(playlist),
        maker=phrases.Maker.of(playlist),
    )


def _only_index(ids: Iterable[str], playlists: Sequence[Playlist]) -> int | None:
    """Return the index of the one playlist among `ids`; None for none or several."""
    wanted = set(ids)
    indices = [i for i, playlist in enumerate(playlists) if playlist.id in wanted]
    return indices[0] if len(indices) == 1 else None


def _offered(handler_input: HandlerInput, playlists: Sequence[Playlist]) -> list[int]:
    """Return the indices of the playlists of the question that is being answered."""
    question = pending_question(handler_input)
    ids = question.ids if question and question.kind == "meant" else ()
    return _indices(ids, playlists)


def _indices(ids: Iterable[str], playlists: Sequence[Playlist]) -> list[int]:
    """Return the indices of the playlists with these ids, in the ids' order."""
    places = {playlist.id: index for index, playlist in enumerate(playlists)}
    return [places[playlist_id] for playlist_id in ids if playlist_id in places]
