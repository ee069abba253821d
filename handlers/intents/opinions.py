"""Opinions: "I like it", "not that", "I love the first one".

What is liked or disliked is stored, and the next recommendation is read out.
"""

from collections.abc import Mapping
from typing import Any

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers import session
from handlers.dialog import ask_which_song
from handlers.lists.recommendations import (
    ExplainedPick,
    Picks,
)
from handlers.playlist_resolution import SLOT
from handlers.request import (
    IntentHandler,
    chosen_number,
    intent_of,
    listener_of,
    slot_text,
)
from handlers.responses import phrases
from handlers.responses.closings import PickQuestion, asked_of_pick
from handlers.responses.localization import Phrase
from handlers.responses.notices import NextPick
from handlers.responses.paging import Pager
from handlers.responses.responder import Responder
from handlers.responses.spoken_list import FoundItem
from handlers.session import (
    OFFER_RECOMMENDATION,
    Cursor,
    Focus,
    LastAnswer,
    pending_question,
)
from handlers.spoken_picks import as_heard, told_of_something_else
from providers.music import Track
from providers.recommender.ranking.domain_types import Pick
from providers.recommender.ranking.history import named_track
from providers.recommender.service import RecommendationService

_SONGS = ("track", "pick")  # what the items of a list of songs are


class GiveFeedback(IntentHandler):
    """ "I like it", "not that", "I love the first one": store the opinion, read on.

    Also "yes" to "Do you like it?". Of playlists and the like, who likes the second one
    chooses it: `SelectItem` answers. "Ugh, no" to a page of a list is a no: `No`
    answers.
    """

    _LIKE, _DISLIKE = "LikeIntent", "DislikeIntent"
    _LIKED: Mapping[str, bool] = {
        _LIKE: True,
        _DISLIKE: False,
        "AMAZON.YesIntent": True,
    }

    intents = frozenset(_LIKED)

    def __init__(
        self,
        recommendations: RecommendationService,
        picks: Picks,
        flow: NextPick,
        pager: Pager,
        responder: Responder,
    ) -> None:
        self._recommendations = recommendations
        self._picks = picks
        self._flow = flow
        self._pager = pager
        self._responder = responder

    def can_handle(self, handler_input: HandlerInput) -> bool:
        if not super().can_handle(handler_input):
            return False
        if intent_of(handler_input) == "AMAZON.YesIntent":
            return asked_of_pick(handler_input) is PickQuestion.LIKE
        if intent_of(handler_input) == self._DISLIKE:
            return not _declines_page(handler_input)
        return not self._chooses(handler_input)

    async def handle(self, handler_input: HandlerInput) -> Response:
        number, on_page = chosen_number(handler_input)
        if number is not None:
            return await self._numbered(handler_input, number, on_page=on_page)
        if (title := slot_text(handler_input, SLOT)) is not None:
            return await self._named(handler_input, title)
        pick = await self._song(handler_input)
        if pick is None and _names_no_song(handler_input):
            return ask_which_song(handler_input, self._responder)
        if pick is None and intent_of(handler_input) == self._LIKE:
            session.ask(handler_input, OFFER_RECOMMENDATION)
            return self._responder.respond(handler_input, "no-song-named")
        if pick is None:
            return await self._flow.next(handler_input)
        return await self._store(handler_input, pick, "notice")

    async def _numbered(
        self, handler_input: HandlerInput, number: int, *, on_page: bool
    ) -> Response:
        """Store the opinion of one of the page, and say which one that is."""
        cursor = session.get(handler_input, Cursor)
        if cursor is None or not self._pager.knows(cursor):
            return ask_which_song(handler_input, self._responder)
        place = as_heard(handler_input, cursor, number, on_page=on_page)
        cursor, number, on_page = place
        found = await self._pager.find_numbered(
            handler_input, cursor, number, on_page=on_page
        )
        if not isinstance(found, FoundItem):
            return found
        return await self._store_of(handler_input, found)

    async def _named(self, handler_input: HandlerInput, title: str) -> Response:
        """Store the opinion of the song of the page that is called so."""
        cursor = session.get(handler_input, Cursor)
        if cursor is None or not self._pager.knows(cursor):
            return ask_which_song(handler_input, self._responder)
        found = await self._pager.find_named(handler_input, cursor, title)
        if found is None:
            return ask_which_song(handler_input, self._responder)
        return await self._store_of(handler_input, found)

    async def _store_of(
        self, handler_input: HandlerInput, found: FoundItem[Any]
    ) -> Response:
        if not isinstance(found.subject, Track):
            return ask_which_song(handler_input, self._responder)
        item = found.contents.items[found.index]
        pick = item.pick if isinstance(item, ExplainedPick) else item
        pick = pick if isinstance(pick, Pick) else named_track(found.subject)
        return await self._store(handler_input, pick, "notice-one")

    async def _store(
        self, handler_input: HandlerInput, pick: Pick, notice: str
    ) -> Response:
        """Store the opinion; read on after the notice, a message's name without end."""
        liked = self._LIKED[intent_of(handler_input) or ""]
        others = self._picks.not_spoken(handler_input)
        unspoken = tuple(key for key in others if key != pick.key)
        await self._recommendations.give_feedback(
            listener_of(handler_input), pick, liked=liked, unspoken=unspoken
        )
        key = f"{notice}-liked" if liked else f"{notice}-disliked"
        about = Phrase(key, {"track": phrases.track_title(pick.track, 1)})
        return await self._flow.next(handler_input, about)

    def _chooses(self, handler_input: HandlerInput) -> bool:
        """Return whether a place was said that is no song's."""
        if chosen_number(handler_input)[0] is None:
            return False
        question = pending_question(handler_input)
        if question is not None and question.kind == "meant":
            return True
        cursor = session.get(handler_input, Cursor)
        return self._pager.names(cursor) not in (None, *_SONGS)

    async def _song(self, handler_input: HandlerInput) -> Pick | None:
        """Return the song in focus, with its evidence where it was recommended.

        None where the last response told of something else.
        """
        if told_of_something_else(handler_input):
            return None
        pick = await self._picks.focused(handler_input)
        track = None if pick else await self._pager.find_track(handler_input)
        return named_track(track) if track else pick


def _names_no_song(handler_input: HandlerInput) -> bool:
    """Return whether something was named, and no pick of those that are read out."""
    focus = session.get(handler_input, Focus)
    is_pick = focus is not None and focus.kind == Picks.names
    is_other = not is_pick or told_of_something_else(handler_input)
    return session.get(handler_input, Cursor) is not None and is_other


def _declines_page(handler_input: HandlerInput) -> bool:
    """Return whether nothing was named after a page of a list that is no picks."""
    last = session.get(handler_input, LastAnswer)
    cursor = session.get(handler_input, Cursor)
    focus = session.get(handler_input, Focus)
    is_page = last is not None and last.kind == "page"
    is_named = chosen_number(handler_input)[0] or slot_text(handler_input, SLOT)
    is_song = focus is not None and focus.kind in _SONGS
    of_picks = cursor is None or cursor.kind == Picks.kind
    return is_page and not (is_named or is_song or of_picks)
