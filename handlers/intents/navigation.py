"""Navigation: next, previous, repeat, start over, yes, no, "the second one"."""

from collections.abc import Mapping

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers import request, session
from handlers.lists import PlaylistList, PlaylistPicks
from handlers.playlist_resolution import PlaylistResolver
from handlers.request import IntentHandler, intent_of
from handlers.responses.paging import Pager
from handlers.responses.responder import Responder
from handlers.session import WHICH_NUMBER, Cursor, PendingQuestion, pending_question

PERIOD_SLOT = "period"

_LAST = -1  # "the last one" of a page
_YES_TO_NOTHING = "yes-to-nothing"
_OF_PLAYLISTS = frozenset((PlaylistList.kind, PlaylistPicks.kind))


class ReadList(IntentHandler):
    """ "My top artists this month": read out the list that an intent stands for.

    `lists` maps each intent to its list's kind. A period that was named goes along.
    """

    def __init__(self, pager: Pager, lists: Mapping[str, str]) -> None:
        self.intents = frozenset(lists)
        self._lists = lists
        self._pager = pager

    async def handle(self, handler_input: HandlerInput) -> Response:
        kind = self._lists[intent_of(handler_input) or ""]
        periods = request.resolved_ids(handler_input, PERIOD_SLOT)
        return await self._pager.show(
            handler_input, kind, parent_id=periods[0] if periods else None
        )


class NavigateList(IntentHandler):
    """ "Next", "previous", "repeat", "start over": pages of the list that is read."""

    _PAGES: Mapping[str, int] = {
        "AMAZON.NextIntent": 1,
        "AMAZON.MoreIntent": 1,
        "AMAZON.PreviousIntent": -1,
        "AMAZON.RepeatIntent": 0,
    }
    _START = "AMAZON.StartOverIntent"

    intents = frozenset((*_PAGES, _START))

    def __init__(self, pager: Pager, responder: Responder) -> None:
        self._pager = pager
        self._responder = responder

    async def handle(self, handler_input: HandlerInput) -> Response:
        cursor = session.get(handler_input, Cursor)
        if cursor is None or not self._pager.knows(cursor):
            return self._responder.respond(handler_input, "nothing-to-page")
        intent = intent_of(handler_input)
        if intent == self._START:
            return await self._pager.show(
                handler_input, cursor.kind, parent_id=cursor.parent_id
            )
        pages = self._PAGES[intent or ""]
        return await self._pager.turn(handler_input, cursor, pages)


class SelectItem(IntentHandler):
    """ "The second one", "number five", "the last one"."""

    intents = frozenset(("SelectIntent",))

    def __init__(
        self, pager: Pager, resolver: PlaylistResolver, responder: Responder
    ) -> None:
        self._pager = pager
        self._resolver = resolver
        self._responder = responder

    async def handle(self, handler_input: HandlerInput) -> Response:
        number, on_page = _chosen_number(handler_input)
        if number is None:
            asks = session.ask(handler_input, WHICH_NUMBER)
            key = "which-number" if asks else "question-dropped"
            return self._responder.respond(handler_input, key)
        question = pending_question(handler_input)
        if question and question.kind == "meant":
            return await self._candidate(
                handler_input, question, number, on_page=on_page
            )
        cursor = session.get(handler_input, Cursor)
        if cursor is None or not self._pager.knows(cursor):
            # "Open number five" before any list was read: the fifth of all playlists.
            cursor, on_page = Cursor(PlaylistList.kind), False
        return await self._pager.choose(handler_input, cursor, number, on_page=on_page)

    async def _candidate(
        self,
        handler_input: HandlerInput,
        question: PendingQuestion,
        number: int,
        *,
        on_page: bool,
    ) -> Response:
        """Act on one of the question's candidates; ask again where there is none.

        "The second" is a place in the question, "number two" may be in the name.
        """
        if not on_page:
            return await self._resolver.by_number(handler_input, question, number)
        ids, purpose = question.ids, question.purpose
        place = len(ids) if number == _LAST else number
        if self._resolver.knows(purpose) and 0 < place <= len(ids):
            return await self._resolver.by_id(handler_input, purpose, ids[place - 1])
        return await self._resolver.ask(handler_input, purpose, ids)


class Yes(IntentHandler):
    """ "Yes": the playlist that was asked about, or the next page of a list.

    "Yes" is no answer to "A or B?" and to "which playlist?": these are asked once more.
    """

    intents = frozenset(("AMAZON.YesIntent",))

    def __init__(
        self, pager: Pager, resolver: PlaylistResolver, responder: Responder
    ) -> None:
        self._pager = pager
        self._resolver = resolver
        self._responder = responder

    async def handle(self, handler_input: HandlerInput) -> Response:
        question = pending_question(handler_input)
        match question:
            case PendingQuestion("meant", purpose, ids) if self._resolver.knows(
                purpose
            ):
                if len(ids) == 1:
                    return await self._resolver.by_id(handler_input, purpose, ids[0])
                return await self._resolver.ask(handler_input, purpose, ids)
            case PendingQuestion("which" | "artist" | "song" as kind):
                asks = session.ask(handler_input, question)
                key = f"help-{kind}" if asks else "question-dropped"
                return self._responder.respond(handler_input, key)
        cursor = session.get(handler_input, Cursor)
        if cursor is not None and self._pager.knows(cursor):
            end = "which-playlist" if cursor.kind in _OF_PLAYLISTS else _YES_TO_NOTHING
            return await self._pager.turn(handler_input, cursor, 1, end=end)
        return self._responder.respond(handler_input, _YES_TO_NOTHING)


class No(IntentHandler):
    """ "No": not that playlist; ask for another one."""

    intents = frozenset(("AMAZON.NoIntent",))

    def __init__(self, responder: Responder) -> None:
        self._responder = responder

    async def handle(self, handler_input: HandlerInput) -> Response:
        question = pending_question(handler_input)
        asks = question is not None and question.kind == "meant"
        if question and asks:
            which = PendingQuestion("which", question.purpose)
            asks = session.ask(handler_input, which)
        key = "no-not-that" if asks else "no-then-what"
        return self._responder.respond(handler_input, key)


class RepeatQuestion(IntentHandler):
    """ "Repeat", while a question is open: ask the question again."""

    intents = frozenset(("AMAZON.RepeatIntent",))

    def __init__(self, resolver: PlaylistResolver, responder: Responder) -> None:
        self._resolver = resolver
        self._responder = responder

    def can_handle(self, handler_input: HandlerInput) -> bool:
        is_open = pending_question(handler_input) is not None
        return super().can_handle(handler_input) and is_open

    async def handle(self, handler_input: HandlerInput) -> Response:
        question = pending_question(handler_input)
        match question:
            case PendingQuestion("meant", purpose, ids) if self._resolver.knows(
                purpose
            ):
                return await self._resolver.ask(handler_input, purpose, ids)
            case PendingQuestion("which", purpose):
                return self._resolver.ask_which(handler_input, purpose)
        return self._responder.respond(handler_input, "nothing-to-page")


def _chosen_number(handler_input: HandlerInput) -> tuple[int | None, bool]:
    """Return the number that was said, and whether it counts on the page.

    "The second" counts on the page, "number two" in the list.
    """
    for position in request.resolved_ids(handler_input, "position"):
        if position.lstrip("-").isdecimal():
            return int(position), True
    return request.slot_number(handler_input, "number"), False
