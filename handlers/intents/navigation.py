"""Navigation: next, back, repeat, start over, yes, no, "the second one"."""

from collections.abc import Mapping

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers import request, session
from handlers.lists import (
    LatestSaves,
    Picks,
    PlaylistList,
    PlaylistPicks,
    PlaylistTracks,
    RecentlyAdded,
    RecentPlays,
)
from handlers.misheard import looked_for, respond_misheard, respond_unknown
from handlers.playlist_resolution import PlaylistResolver
from handlers.request import IntentHandler, RequestHandler, intent_of
from handlers.responses.closings import repeat_words
from handlers.responses.localization import NOTHING, MessageError
from handlers.responses.paging import Pager
from handlers.responses.responder import WAITING, Responder
from handlers.session import (
    HEAR_AGAIN,
    OFFER_RECOMMENDATION,
    WHICH_NUMBER,
    Cursor,
    Focus,
    LastAnswer,
    PendingQuestion,
    pending_question,
)
from handlers.shelf_places import ALL_PLAYLISTS, may_mean_shelf
from handlers.spoken_picks import CHANGES_OF_A_SONG, speaks_of_songs

LIST_SLOT = "list"

_ASIDES = ("item", "intent")  # answers about something on the page that is read
_YES_TO_NOTHING = "yes-to-nothing"
_OF_ONE_PLAYLIST = frozenset((PlaylistTracks.kind, RecentlyAdded.kind))
_NEWEST_FIRST = frozenset((RecentlyAdded.kind, LatestSaves.kind, RecentPlays.kind))
_OF_PLAYLISTS = frozenset((PlaylistList.kind, PlaylistPicks.kind))
_UNKNOWN = {
    "PlayIntent": "play-unknown",
    **dict.fromkeys(("ArtistFactsIntent", "NewByArtistIntent"), "no-such-artist"),
}
"""By intent: the message that nothing is called as what was looked for."""
_FACTS = LastAnswer("intent", "SongFactsIntent")


class NavigateList(IntentHandler):
    """ "Next", "start over": pages of the list that is read; there also "skip"."""

    _START = "AMAZON.StartOverIntent"
    _SKIP = "NextSongIntent"
    _ON = ("AMAZON.NextIntent", "AMAZON.MoreIntent", "KeepLookingIntent")

    intents = frozenset((*_ON, _START, _SKIP))

    def __init__(self, pager: Pager, responder: Responder) -> None:
        self._pager = pager
        self._responder = responder

    def can_handle(self, handler_input: HandlerInput) -> bool:
        if not super().can_handle(handler_input):
            return False
        skips = intent_of(handler_input) == self._SKIP
        return not skips or speaks_of_songs(handler_input)

    async def handle(self, handler_input: HandlerInput) -> Response:
        cursor = session.get(handler_input, Cursor)
        if cursor is None or not self._pager.knows(cursor):
            return _nothing_to_page(handler_input, self._responder)
        if intent_of(handler_input) == self._START:
            return await self._pager.show(
                handler_input, cursor.kind, parent_id=cursor.parent_id
            )
        return await self._pager.turn(handler_input, cursor, 1)


class GoBack(IntentHandler):
    """ "Previous", "go back", "back to my playlists".

    From what was told of an item to the page that it stands on, from a page to the one
    before, and from the beginning of a list to the page that the listener came from;
    from a playlist that was opened first of all to the list of all playlists.
    """

    _TO_A_LIST = "GoBackIntent"

    _SONG_BEFORE = "PreviousSongIntent"

    intents = frozenset(("AMAZON.PreviousIntent", _SONG_BEFORE, _TO_A_LIST))

    def __init__(self, pager: Pager, responder: Responder) -> None:
        self._pager = pager
        self._responder = responder

    def can_handle(self, handler_input: HandlerInput) -> bool:
        of_songs = intent_of(handler_input) == self._SONG_BEFORE
        is_read = speaks_of_songs(handler_input)
        return super().can_handle(handler_input) and (is_read or not of_songs)

    async def handle(self, handler_input: HandlerInput) -> Response:
        for kind in request.resolved_ids(handler_input, LIST_SLOT):
            if kind in (PlaylistList.kind, Picks.kind):
                return await self._pager.back_to(handler_input, kind)
        cursor = session.get(handler_input, Cursor)
        if cursor is None or not self._pager.knows(cursor):
            response = await self._pager.back(handler_input)
            return response or _nothing_to_page(handler_input, self._responder)
        last = session.get(handler_input, LastAnswer)
        to_a_list = intent_of(handler_input) == self._TO_A_LIST
        is_page = last is None or last.kind == "page"
        is_aside = last is not None and last.kind in _ASIDES
        if is_aside and intent_of(handler_input) == self._SONG_BEFORE:
            is_aside = cursor.kind != Picks.kind
        if is_aside or (to_a_list and not is_page):
            return await self._pager.turn(handler_input, cursor, 0)
        is_older = await _are_older(handler_input, self._pager, cursor)
        if to_a_list or (cursor.offset == 0 and not is_older):
            response = await self._pager.back(handler_input)
            if response is None and cursor.kind in _OF_ONE_PLAYLIST:
                session.delete(handler_input, Cursor)  # the shelf is where all begins
                return await self._pager.show(handler_input, PlaylistList.kind)
            return response or self._responder.respond(handler_input, "list-start")
        return await self._pager.turn(handler_input, cursor, 1 if is_older else -1)


class SelectItem(IntentHandler):
    """ "The second one", "number five", "the last one".

    Also "the one after": the neighbour, in its list, of the playlist that was opened or
    the item that was told of; while a whole page is read, the next page. "The other
    one" is the one after, or before where it is the last. And "I like
    the second one", where that is no song: likes of songs have a handler before.
    """

    intents = frozenset(("SelectIntent", "LikeIntent"))

    def __init__(
        self, pager: Pager, resolver: PlaylistResolver, responder: Responder
    ) -> None:
        self._pager = pager
        self._resolver = resolver
        self._responder = responder

    async def handle(self, handler_input: HandlerInput) -> Response:
        step = request.spoken_step(handler_input)
        question = pending_question(handler_input)
        is_choice = question is not None and question.kind == "meant"
        if step is not None and not is_choice:
            return await self._neighbour(handler_input, step)
        number, on_page = request.chosen_number(handler_input)
        if number is None:
            return self._ask_number(handler_input)
        if question and is_choice:
            return await self._resolver.by_choice(
                handler_input, question, number, on_page=on_page
            )
        cursor = session.get(handler_input, Cursor)
        if cursor is None or not self._pager.knows(cursor):
            if on_page and not may_mean_shelf(handler_input):
                return self._responder.ask(
                    handler_input, OFFER_RECOMMENDATION, "nothing-to-page"
                )
            # "Open number five" before any list was read: the fifth of all playlists.
            cursor, on_page = ALL_PLAYLISTS, False
        return await self._pager.choose(handler_input, cursor, number, on_page=on_page)

    def _ask_number(self, handler_input: HandlerInput) -> Response:
        if request.slot_text(handler_input, "position") is not None:
            return respond_misheard(self._responder, handler_input)  # it was no place
        return self._responder.ask(handler_input, WHICH_NUMBER, "which-number")

    async def _neighbour(self, handler_input: HandlerInput, step: int) -> Response:
        found = await self._pager.find(handler_input)
        focus = session.get(handler_input, Focus)
        cursor = session.get(handler_input, Cursor)
        # A song was looked for, and several playlists were named.
        is_aside = focus is not None and focus.kind == "track"
        is_aside = is_aside and self._pager.names(cursor) == "playlist"
        if focus is None or found is None or is_aside:
            if cursor is None or not self._pager.knows(cursor):
                return _nothing_to_page(handler_input, self._responder)
            if request.says_other(handler_input):
                return self._ask_number(handler_input)
            if step < 0 and await _are_older(handler_input, self._pager, cursor):
                step = 1
            return await self._pager.turn(handler_input, cursor, step)
        number = found.index + 1 + step
        if number > len(found.contents.items) and request.says_other(handler_input):
            number -= 2
        if not 0 < number <= len(found.contents.items):
            key = "list-end" if step > 0 else "list-start"
            return self._responder.respond(handler_input, key)
        in_list = Cursor(focus.list_kind, parent_id=focus.parent_id)
        return await self._pager.choose(handler_input, in_list, number, on_page=False)


class Yes(IntentHandler):
    """ "Yes": the playlist that was asked about, or the next page of a list.

    Of recommended playlists it is the first one, which was given a reason.
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
        answer = await self._answer(handler_input, question) if question else None
        return answer or await self._go_on(handler_input)

    async def _answer(
        self, handler_input: HandlerInput, question: PendingQuestion
    ) -> Response | None:
        """Respond to a yes to the open question; None where it asks for no answer."""
        match question:
            case PendingQuestion("meant", purpose, ids) if self._resolver.knows(
                purpose
            ):
                if len(ids) == 1:
                    return await self._resolver.by_id(handler_input, purpose, ids[0])
                return await self._resolver.ask(handler_input, purpose, ids)
            case PendingQuestion("which" | "artist" | "song" | "speaker" as kind):
                return self._responder.ask(handler_input, question, f"help-{kind}")
        if session.is_open(handler_input, HEAR_AGAIN):
            cursor = session.get(handler_input, Cursor) or Cursor(PlaylistList.kind)
            return await self._pager.turn(handler_input, cursor, 0)
        return None

    async def _go_on(self, handler_input: HandlerInput) -> Response:
        """Read the next page of what is read; ask what it shall be where nothing is."""
        cursor = session.get(handler_input, Cursor)
        is_read = session.speaks_of_list(handler_input)
        if cursor is None or not is_read or not self._pager.knows(cursor):
            return self._responder.respond(handler_input, _YES_TO_NOTHING)
        if cursor.kind == PlaylistPicks.kind and cursor.offset == 0:
            return await self._pager.choose(handler_input, cursor, 1, on_page=True)
        end = "which-playlist" if cursor.kind in _OF_PLAYLISTS else _YES_TO_NOTHING
        return await self._pager.turn(handler_input, cursor, 1, end=end)


class No(IntentHandler):
    """ "No": not that playlist, so ask for another; goodbye after "what next?".

    Also a dislike of a page of a list, which is no goodbye.
    """

    _NO = "AMAZON.NoIntent"

    intents = frozenset((_NO, "DislikeIntent"))

    def __init__(self, pager: Pager, responder: Responder) -> None:
        self._pager = pager
        self._responder = responder

    async def handle(self, handler_input: HandlerInput) -> Response:
        question = pending_question(handler_input)
        asks = question is not None and question.kind == "meant"
        if question and asks:
            which = PendingQuestion("which", question.purpose)
            asks = session.ask(handler_input, which)
        is_no = intent_of(handler_input) == self._NO
        if question is None and is_no and await self._is_over(handler_input):
            return self._responder.respond(handler_input, "goodbye")
        key = "no-not-that" if asks else "no-then-what"
        return self._responder.respond(handler_input, key)

    async def _is_over(self, handler_input: HandlerInput) -> bool:
        """Return whether nothing was offered: no next page, no first request either."""
        cursor = session.get(handler_input, Cursor)
        if cursor is None or not session.speaks_of_list(handler_input):
            return not request.begins_session(handler_input)
        is_known = self._pager.knows(cursor)
        return is_known and not await self._pager.has_next(handler_input, cursor)


class Repeat(IntentHandler):
    """ "Repeat", "what did you say?": the last answer, whatever it was.

    The session keeps ids and numbers only, so the answer is made anew. `handlers` are
    those whose answers can be made from that, by the intent's name: they only read.
    """

    intents = frozenset(("AMAZON.RepeatIntent",))

    def __init__(
        self,
        pager: Pager,
        resolver: PlaylistResolver,
        responder: Responder,
        handlers: Mapping[str, RequestHandler],
    ) -> None:
        self._pager = pager
        self._resolver = resolver
        self._responder = responder
        self._handlers = handlers

    async def handle(self, handler_input: HandlerInput) -> Response:
        question = pending_question(handler_input)
        repeat_words(handler_input)
        if question and not session.ask(handler_input, question):
            return self._responder.respond(handler_input, "question-dropped")
        response = self._not_found_again(handler_input)
        response = response or await self._answer_again(handler_input)
        if response is None and question:
            response = await self._question_again(handler_input, question)
        return response or self._responder.respond(handler_input, "nothing-to-repeat")

    def _not_found_again(self, handler_input: HandlerInput) -> Response | None:
        """Return that nothing is called so; None where that was not the answer."""
        last, heard = session.get(handler_input, LastAnswer), looked_for(handler_input)
        key = _UNKNOWN.get(last.name) if last and last.kind == "intent" else None
        if last is None or key is None or heard is None:
            return None
        response = respond_unknown(self._responder, handler_input, key, heard=heard)
        session.put(handler_input, last)
        return response

    async def _answer_again(self, handler_input: HandlerInput) -> Response | None:
        """Return the last answer; None where it cannot be made from the session."""
        response: Response | None = None
        last = session.get(handler_input, LastAnswer)
        match last:
            case LastAnswer("item"):
                response = await self._pager.choose_focus(handler_input)
            case LastAnswer("message", key, numbers=numbers) if key != WAITING:
                return self._message(handler_input, key, numbers)
            case LastAnswer("intent", name) if name in CHANGES_OF_A_SONG:
                return await self._intent(handler_input, _FACTS)
            case LastAnswer("intent", name):
                question = pending_question(handler_input)
                is_known = name in self._handlers
                if is_known and (question is None or question.kind == "confirm"):
                    return await self._intent(handler_input, last)
                return None
        page = (last and last.page) or session.get(handler_input, Cursor)
        if response is None and page is not None and self._pager.knows(page):
            return await self._pager.turn(handler_input, page, 0)
        return response

    async def _intent(self, handler_input: HandlerInput, last: LastAnswer) -> Response:
        """Answer the intent again: its slots are empty, "it" means the same."""
        request.reinterpret(handler_input, last.name)
        again = self._handlers[last.name].handle(handler_input)
        assert again is not None  # noqa: S101 - only the SDK's annotation may
        response = await again
        session.put(handler_input, last)
        return response

    def _message(
        self, handler_input: HandlerInput, key: str, numbers: Mapping[str, int | None]
    ) -> Response | None:
        arguments = {
            name: NOTHING if number is None else number
            for name, number in numbers.items()
        }
        try:
            return self._responder.respond(handler_input, key, **arguments)
        except MessageError:  # a session may name any message
            return None

    async def _question_again(
        self, handler_input: HandlerInput, question: PendingQuestion
    ) -> Response | None:
        match question:
            case PendingQuestion("meant", purpose, ids) if self._resolver.knows(
                purpose
            ):
                return await self._resolver.ask(handler_input, purpose, ids)
            case PendingQuestion("which", purpose):
                return self._resolver.ask_which(handler_input, purpose)
            case question if question == OFFER_RECOMMENDATION:
                return self._responder.respond(handler_input, "offer-again")
            case PendingQuestion("artist" | "song" | "confirm" | "speaker" as kind):
                return self._responder.respond(handler_input, f"help-{kind}")
        return None


async def _are_older(handler_input: HandlerInput, pager: Pager, cursor: Cursor) -> bool:
    """Return whether "the ones before" are those of the next page, which are older."""
    is_first = cursor.kind in _NEWEST_FIRST and cursor.offset == 0
    return is_first and await pager.has_next(handler_input, cursor)


def _nothing_to_page(handler_input: HandlerInput, responder: Responder) -> Response:
    """Say that no list is read, and offer a recommendation."""
    return responder.ask(handler_input, OFFER_RECOMMENDATION, "nothing-to-page")
