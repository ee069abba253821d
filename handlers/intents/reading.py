"""Reading lists: "my top artists this month", "and yesterday?", "what is new?"."""

from collections.abc import Mapping
from itertools import chain
from typing import Any, Protocol

from ask_sdk_core.dispatch_components import AbstractRequestInterceptor
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers import request, session
from handlers.lists import PlaylistPicks, RecentPlays, TopTracks, wish_id
from handlers.request import IntentHandler, RequestHandler, intent_of
from handlers.responses.listening_times import TOP_ARTISTS, ListeningTime
from handlers.responses.paging import Pager
from handlers.responses.responder import Responder
from handlers.responses.spoken_list import SpokenList, page_length
from handlers.session import Cursor, LastAnswer
from handlers.spoken_queries import QueryParser

PERIOD_SLOT = "period"

_ERA_SLOT = "era"
_PERIOD_SLOTS = (PERIOD_SLOT, _ERA_SLOT)
_YEARS = frozenset(("this-year", "last-year"))
"""The values of the slot of a wish's era that are periods, too."""

_OTHER_PERIOD = "OtherPeriodIntent"

_TOP_LISTS = (TOP_ARTISTS, TopTracks.kind)
_OF_PERIODS = (RecentPlays.kind, *_TOP_LISTS)


class ReadList(IntentHandler):
    """ "My top artists this month": read out the list that an intent stands for.

    `lists` maps each intent to its list's kind. A period that was named goes along: of
    a day the plays are read, of months what was heard most.
    """

    def __init__(self, pager: Pager, lists: Mapping[str, str]) -> None:
        self.intents = frozenset(lists)
        self._lists = lists
        self._pager = pager

    async def handle(self, handler_input: HandlerInput) -> Response:
        kind = self._lists[intent_of(handler_input) or ""]
        return await show_period(handler_input, self._pager, kind)


class ReadFirst(ReadList):
    """ "My most played song", "the last song I heard": a list's first item alone."""

    async def handle(self, handler_input: HandlerInput) -> Response:
        kind = self._lists[intent_of(handler_input) or ""]
        return await show_period(handler_input, self._pager, kind, length=1)


async def show_period(
    handler_input: HandlerInput, pager: Pager, kind: str, *, length: int = 0
) -> Response:
    """Read the list `kind` of the period in the slot, or the list that has that.

    `length`: how many of its first items; another list is read as usual.
    "And which songs?", after the favourite artists of a period, means that period.
    """
    named = (request.resolved_ids(handler_input, slot) for slot in _PERIOD_SLOTS)
    period = next(chain.from_iterable(named), None)
    cursor = session.get(handler_input, Cursor)
    if period is None and kind in _TOP_LISTS and cursor and cursor.kind in _TOP_LISTS:
        period = cursor.parent_id if cursor.kind != kind else None
    if kind in _TOP_LISTS and ListeningTime.of(period).is_short:
        kind, length = RecentPlays.kind, 0
    elif kind == RecentPlays.kind and ListeningTime.is_counted(period):
        kind, length = TopTracks.kind, 0
    cursor = Cursor(kind, parent_id=period, length=length)
    return await pager.turn(handler_input, cursor, 0)


class ReadPeriod(AbstractRequestInterceptor):
    """Request interceptor: take "what about this year?" for another period.

    It is a wish, unless what was heard in another period was just read.
    """

    intents = frozenset(("RecommendIntent",))

    def process(self, handler_input: HandlerInput) -> None:
        if intent_of(handler_input) not in self.intents:
            return
        years = _YEARS.intersection(request.resolved_ids(handler_input, _ERA_SLOT))
        if not years or _kind_read(handler_input) not in _OF_PERIODS:
            return
        if len(request.slot_texts(handler_input, request.slots_of(handler_input))) == 1:
            request.reinterpret(handler_input, _OTHER_PERIOD, None)


class OtherPeriod(IntentHandler):
    """ "And just this month?", "what about yesterday?": the list of another period.

    After a list of what was heard, the favourites or the last plays. After another list
    nobody can know what is meant; where none is read, it is what was heard.
    """

    intents = frozenset((_OTHER_PERIOD,))

    def __init__(self, pager: Pager, fallback: RequestHandler) -> None:
        self._pager = pager
        self._fallback = fallback

    async def handle(self, handler_input: HandlerInput) -> Response:
        kind = _kind_read(handler_input) or RecentPlays.kind
        if kind in _OF_PERIODS:
            return await show_period(handler_input, self._pager, kind)
        response = self._fallback.handle(handler_input)
        assert response is not None  # noqa: S101 - only the SDK's annotation may
        return await response


def _kind_read(handler_input: HandlerInput) -> str | None:
    """Return the kind of the list that was read last; None where none was."""
    last = session.get(handler_input, LastAnswer)
    cursor = (last and last.page) or session.get(handler_input, Cursor)
    return cursor.kind if cursor else None


class LookingList(SpokenList[Any], Protocol):
    """A list that is found anew when it is asked for, and then read from its store."""

    async def look(self, handler_input: HandlerInput) -> None:
        """Find the list's contents, for this request's `read`."""
        ...

    async def look_on(self, handler_input: HandlerInput) -> str | None:
        """Find what was not found before; return its parent id, or None for nothing."""
        ...


class WhatsNew(IntentHandler):
    """ "What's new for me?": what has come since the listener asked last.

    New releases of three months are another list, which `ReadList` reads.
    """

    intents = frozenset(("WhatsNewIntent",))

    def __init__(self, arrivals: LookingList, pager: Pager) -> None:
        self._arrivals = arrivals
        self._pager = pager

    async def handle(self, handler_input: HandlerInput) -> Response:
        await self._arrivals.look(handler_input)
        return await self._pager.show(handler_input, self._arrivals.kind)


class MoreNews(IntentHandler):
    """ "Anything else?", "next" after what is new: the next page, then a further look.

    An answer has few calls, so that a further look may find more.
    """

    intents = frozenset(("AnotherIntent", "AMAZON.NextIntent", "AMAZON.MoreIntent"))

    def __init__(
        self, arrivals: LookingList, pager: Pager, responder: Responder
    ) -> None:
        self._arrivals = arrivals
        self._pager = pager
        self._responder = responder

    def can_handle(self, handler_input: HandlerInput) -> bool:
        cursor = session.get(handler_input, Cursor)
        is_read = cursor is not None and cursor.kind == self._arrivals.kind
        speaks = is_read and session.speaks_of_list(handler_input)
        return super().can_handle(handler_input) and speaks

    async def handle(self, handler_input: HandlerInput) -> Response:
        cursor = session.get(handler_input, Cursor)
        kind = self._arrivals.kind
        if cursor:
            contents = await self._arrivals.read(handler_input, cursor.parent_id)
            end = cursor.offset + page_length(self._arrivals, contents, cursor.offset)
            if end < len(contents.items):
                return await self._pager.turn(handler_input, cursor, 1)
        found = await self._arrivals.look_on(handler_input)
        if found is None:
            return self._responder.respond(handler_input, "arrivals-all")
        return await self._pager.show(handler_input, kind, parent_id=found)


class ReadOthers(IntentHandler):
    """ "Who else?", "any others?" after a page of artists, playlists or albums.

    It is the next page of them. After songs it is another song.
    """

    _NAMED = ("artist", "playlist", "album")

    intents = frozenset(("AnotherIntent",))

    def __init__(self, pager: Pager) -> None:
        self._pager = pager

    def can_handle(self, handler_input: HandlerInput) -> bool:
        last = session.get(handler_input, LastAnswer)
        is_page = last is not None and last.kind == "page"
        names = self._pager.names(session.get(handler_input, Cursor))
        return super().can_handle(handler_input) and is_page and names in self._NAMED

    async def handle(self, handler_input: HandlerInput) -> Response:
        cursor = session.get(handler_input, Cursor) or Cursor(PlaylistPicks.kind)
        return await self._pager.turn(handler_input, cursor, 1)


class RecommendPlaylist(IntentHandler):
    """ "Recommend a playlist", "pick one of mine for dinner"."""

    intents = frozenset(("RecommendPlaylistIntent",))

    def __init__(self, pager: Pager, parser: QueryParser, responder: Responder) -> None:
        self._pager = pager
        self._parser = parser
        self._responder = responder

    async def handle(self, handler_input: HandlerInput) -> Response:
        language = self._responder.localization_of(handler_input).code
        query = self._parser.parse(handler_input, language).query
        kind, wish = PlaylistPicks.kind, wish_id(query)
        return await self._pager.show(handler_input, kind, parent_id=wish)
