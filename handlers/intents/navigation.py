"""Answers to a question of ours: yes, no, the second one, number five."""

from collections.abc import Awaitable, Mapping
from typing import Protocol

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers import request
from handlers.intents.playlist_resolution import PlaylistResolver
from handlers.intents.playlists import PlaylistList
from handlers.request import IntentHandler, intent_of
from handlers.responses.paging import Pager
from handlers.responses.responder import Responder
from handlers.session import (
    Cursor,
    PendingQuestion,
    get,
    pending_question,
    set_attribute,
)

_LAST = -1

_NOTHING = "yes-to-nothing"

_OF_PLAYLISTS = frozenset((PlaylistList.kind, "playlist-picks"))

"""Lists that end in the question which playlist to open."""


class Confirmable(Protocol):
    """Something that is done only after a yes; `purpose` names it in the question."""

    purpose: str

    def handle(self, handler_input: HandlerInput) -> Awaitable[Response]:
        """Asks for the yes."""
        ...

    def confirmed(self, handler_input: HandlerInput) -> Awaitable[Response]:
        """They said yes."""
        ...


class Yes(IntentHandler):
    """ "Yes": the one that was found, or what was to be confirmed.

    To "A or B?" it is no answer: that is asked again. While a list is read, it means
    that somebody wants to hear more of it.
    """

    intents = frozenset(("AMAZON.YesIntent",))

    def __init__(
        self,
        pager: Pager,
        choosing: PlaylistResolver,
        words: Responder,
        *confirmable: Confirmable,
    ) -> None:
        self._pager = pager
        self._choosing = choosing
        self._words = words
        self._confirmable = {one.purpose: one for one in confirmable}

    async def handle(self, handler_input: HandlerInput) -> Response:
        question = pending_question(handler_input)
        match question:
            case PendingQuestion("meant", purpose, (only,)) if self._choosing.knows(
                purpose
            ):
                return await self._choosing.by_id(handler_input, purpose, only)
            case PendingQuestion("meant", purpose, ids) if self._choosing.knows(
                purpose
            ):
                return await self._choosing.ask(handler_input, purpose, ids)
            case PendingQuestion("confirm", purpose) if purpose in self._confirmable:
                return await self._confirmable[purpose].confirmed(handler_input)
            case PendingQuestion("which"):
                set_attribute(handler_input, question)
                return self._words.respond(handler_input, "which-playlist")
        cursor = get(handler_input, Cursor)
        if cursor is not None and self._pager.knows(cursor):
            end = "which-playlist" if cursor.kind in _OF_PLAYLISTS else _NOTHING
            return await self._pager.turn(handler_input, cursor, 1, end=end)
        return self._words.respond(handler_input, _NOTHING)


class No(IntentHandler):
    """ "No": not that one; the list is offered."""

    intents = frozenset(("AMAZON.NoIntent",))

    def __init__(self, words: Responder) -> None:
        self._words = words

    async def handle(self, handler_input: HandlerInput) -> Response:
        question = pending_question(handler_input)
        if question is None or question.kind == "confirm":
            return self._words.respond(handler_input, "no-then-what")
        set_attribute(handler_input, PendingQuestion("which", question.purpose))
        return self._words.respond(handler_input, "no-not-that")


class RepeatQuestion(IntentHandler):
    """ "Repeat", while a question waits: the question."""

    intents = frozenset(("AMAZON.RepeatIntent",))

    def __init__(
        self, choosing: PlaylistResolver, words: Responder, *confirmable: Confirmable
    ) -> None:
        self._choosing = choosing
        self._words = words
        self._confirmable = {one.purpose: one for one in confirmable}

    def can_handle(self, handler_input: HandlerInput) -> bool:
        return (
            super().can_handle(handler_input)
            and pending_question(handler_input) is not None
        )

    async def handle(self, handler_input: HandlerInput) -> Response:
        match pending_question(handler_input):
            case PendingQuestion("meant", purpose, ids) if self._choosing.knows(
                purpose
            ):
                return await self._choosing.ask(handler_input, purpose, ids)
            case PendingQuestion("confirm", purpose) if purpose in self._confirmable:
                return await self._confirmable[purpose].handle(handler_input)
            case PendingQuestion("which") as question:
                set_attribute(handler_input, question)
                return self._words.respond(handler_input, "which-playlist")
        return self._words.respond(handler_input, "nothing-to-page")


class SelectItem(IntentHandler):
    """ "The second one", "number five", "the last one"."""

    intents = frozenset(("SelectIntent",))

    def __init__(
        self, pager: Pager, choosing: PlaylistResolver, words: Responder
    ) -> None:
        self._pager = pager
        self._choosing = choosing
        self._words = words

    async def handle(self, handler_input: HandlerInput) -> Response:
        number, ordinal = _picked(handler_input)
        if number is None:
            return self._words.respond(handler_input, "which-number")
        question = pending_question(handler_input)
        if question and question.kind == "meant":
            return await self._among(handler_input, question, number)
        cursor = get(handler_input, Cursor)
        if cursor is None or not self._pager.knows(cursor):
            # "Open number five" before any list was read: the fifth on the shelf.
            cursor, ordinal = Cursor(PlaylistList.kind), False
        return await self._pager.choose(handler_input, cursor, number, on_page=ordinal)

    async def _among(
        self, handler_input: HandlerInput, question: PendingQuestion, number: int
    ) -> Response:
        ids, purpose = question.ids, question.purpose
        place = len(ids) if number == _LAST else number
        if self._choosing.knows(purpose) and 0 < place <= len(ids):
            return await self._choosing.by_id(handler_input, purpose, ids[place - 1])
        return await self._choosing.ask(handler_input, purpose, ids)


def _picked(handler_input: HandlerInput) -> tuple[int | None, bool]:
    """The number that was said, and whether it counts on the page ("the second")."""
    for place in request.resolved_ids(handler_input, "position"):
        if place.lstrip("-").isdecimal():
            return int(place), True
    return request.slot_number(handler_input, "number"), False


# FOLDED Moving through a list: next, previous, again, from the start, a number of it.


class NavigateList(IntentHandler):
    """ "Next", "previous", "repeat", "start over": pages of whatever was read last."""

    _PAGES: Mapping[str, int] = {
        "AMAZON.NextIntent": 1,
        "AMAZON.MoreIntent": 1,
        "AMAZON.PreviousIntent": -1,
        "AMAZON.RepeatIntent": 0,
    }
    _START = "AMAZON.StartOverIntent"

    intents = frozenset((*_PAGES, _START))

    def __init__(self, pager: Pager, words: Responder) -> None:
        self._pager = pager
        self._words = words

    async def handle(self, handler_input: HandlerInput) -> Response:
        cursor = get(handler_input, Cursor)
        if cursor is None or not self._pager.knows(cursor):
            return self._words.respond(handler_input, "nothing-to-page")
        intent = intent_of(handler_input)
        if intent == self._START:
            return await self._pager.show(
                handler_input, cursor.kind, of=cursor.parent_id
            )
        pages = self._PAGES[intent or ""]
        return await self._pager.turn(handler_input, cursor, pages)


# FOLDED  "My top artists this month": intents that read a list from its beginning.

PERIOD_SLOT = "period"


class ReadList(IntentHandler):
    """Reads the list that an intent stands for; of a period where one was named."""

    def __init__(self, pager: Pager, lists: Mapping[str, str]) -> None:
        """`lists` maps each intent to the `kind` of its list."""
        self.intents = frozenset(lists)
        self._lists = lists
        self._pager = pager

    async def handle(self, handler_input: HandlerInput) -> Response:
        kind = self._lists[intent_of(handler_input) or ""]
        named = request.resolved_ids(handler_input, PERIOD_SLOT)
        return await self._pager.show(
            handler_input, kind, of=named[0] if named else None
        )
