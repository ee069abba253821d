"""Which playlist is meant: heard, asked back, or picked from two."""

import logging
from collections.abc import Awaitable, Iterable, Sequence
from typing import Protocol

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers import request
from handlers.request import listener_of
from handlers.responses import phrases
from handlers.responses.responder import Responder
from handlers.session import PendingQuestion, pending_question, set_attribute
from providers.library import Library
from providers.music import Playlist
from providers.name_matching.matcher import Verdict, answer, decide

SLOT = "playlist"
_log = logging.getLogger(__name__)


class PlaylistAction(Protocol):
    """Something that can be done with a playlist; `purpose` names it in a question."""

    purpose: str

    def perform(
        self, handler_input: HandlerInput, playlist: Playlist, number: int
    ) -> Awaitable[Response]:
        """`number` is the playlist's place on the shelf, from 1."""
        ...


class PlaylistResolver:
    """Finds the playlist that a slot names and does something with it."""

    def __init__(self, words: Responder, library: Library) -> None:
        self._words = words
        self._library = library
        self._acts: dict[str, PlaylistAction] = {}

    def add(self, *acts: PlaylistAction) -> None:
        self._acts |= {act.purpose: act for act in acts}

    def knows(self, purpose: str) -> bool:
        """Whether a purpose that a session brought back is one of ours."""
        return purpose in self._acts

    async def by_slot(
        self, handler_input: HandlerInput, purpose: str, *, otherwise: str | None = None
    ) -> Response:
        """The playlist that the slot `playlist` names; asks where that is doubtful.

        Where the slot is empty, the one with the id `otherwise`, or it is asked for.
        """
        heard = request.slot_text(handler_input, SLOT)
        if heard is None and otherwise is not None:
            return await self.by_id(handler_input, purpose, otherwise)
        if heard is None:
            set_attribute(handler_input, PendingQuestion("which", purpose))
            return self._words.respond(handler_input, "which-playlist")
        shelf = await self._playlists(handler_input)
        if not shelf:
            return self._words.respond(handler_input, "playlists-none")
        found = _entity(request.dynamic_entity_ids(handler_input, SLOT), shelf)
        if found is not None:
            return await self._perform(handler_input, purpose, shelf, found)
        return await self._by_name(handler_input, purpose, heard, shelf)

    async def by_id(
        self, handler_input: HandlerInput, purpose: str, playlist_id: str
    ) -> Response:
        """The playlist with this id; says so where it is gone."""
        shelf = await self._playlists(handler_input)
        for index, playlist in enumerate(shelf):
            if playlist.id == playlist_id:
                return await self._perform(handler_input, purpose, shelf, index)
        return self._words.respond(handler_input, "playlist-gone")

    async def ask(
        self, handler_input: HandlerInput, purpose: str, ids: Sequence[str]
    ) -> Response:
        """Asks which of these is meant."""
        shelf = await self._playlists(handler_input)
        known = _places(ids, shelf)
        if not known:
            return self._words.respond(handler_input, "playlist-gone")
        return self._meant(handler_input, purpose, shelf, known)

    async def _playlists(self, handler_input: HandlerInput) -> Sequence[Playlist]:
        return (await self._library.playlists(listener_of(handler_input))).items

    async def _perform(
        self,
        handler_input: HandlerInput,
        purpose: str,
        shelf: Sequence[Playlist],
        index: int,
    ) -> Response:
        act = self._acts[purpose]
        return await act.perform(handler_input, shelf[index], index + 1)

    async def _by_name(
        self,
        handler_input: HandlerInput,
        purpose: str,
        heard: str,
        shelf: Sequence[Playlist],
    ) -> Response:
        language = self._words.localization_of(handler_input).code
        offered = _offered(handler_input, shelf)
        chosen = answer(heard, [shelf[i].name for i in offered], language=language)
        if chosen is not None:
            return await self._perform(handler_input, purpose, shelf, offered[chosen])
        names = [playlist.name for playlist in shelf]
        own = frozenset(i for i, playlist in enumerate(shelf) if playlist.mine)
        decision = decide(heard, names, language=language, favoured=own)
        _log.info(
            "name matched",
            extra={
                "fields": {"verdict": decision.verdict.value, "score": decision.bucket}
            },
        )
        found = [match.index for match in decision.matches]
        if decision.verdict is Verdict.ACT:
            return await self._perform(handler_input, purpose, shelf, found[0])
        if decision.verdict is Verdict.ASK:
            return self._meant(handler_input, purpose, shelf, found)
        set_attribute(handler_input, PendingQuestion("which", purpose))
        return self._words.respond(handler_input, "no-such-playlist", heard=heard)

    def _meant(
        self,
        handler_input: HandlerInput,
        purpose: str,
        shelf: Sequence[Playlist],
        found: Sequence[int],
    ) -> Response:
        ids = tuple(shelf[index].id for index in found)
        set_attribute(handler_input, PendingQuestion("meant", purpose, ids))
        said = [phrases.playlist_name(shelf[index], index + 1) for index in found]
        if len(said) == 1:
            return self._words.respond(handler_input, "did-you-mean", name=said[0])
        first, second = said[:2]
        return self._words.respond(
            handler_input, "did-you-mean-which", first=first, second=second
        )


def _entity(ids: Iterable[str], shelf: Sequence[Playlist]) -> int | None:
    """The playlist that a dynamic entity stands for; None where it is gone."""
    wanted = set(ids)
    found = [index for index, one in enumerate(shelf) if one.id in wanted]
    return found[0] if len(found) == 1 else None


def _offered(handler_input: HandlerInput, shelf: Sequence[Playlist]) -> list[int]:
    """Those that were just asked about, in that order, as far as they are there."""
    question = pending_question(handler_input)
    return _places(question.ids if question and question.kind == "meant" else (), shelf)


def _places(ids: Iterable[str], shelf: Sequence[Playlist]) -> list[int]:
    places = {playlist.id: index for index, playlist in enumerate(shelf)}
    return [places[one] for one in ids if one in places]
