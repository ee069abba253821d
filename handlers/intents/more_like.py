"""More of a kind: "more like this", "another by her", "more of the first one"."""

from collections.abc import Sequence
from typing import Protocol

import msgspec
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers import session
from handlers.lists.tracks import short_name
from handlers.misheard import looked_for
from handlers.request import IntentHandler, intent_of
from handlers.responses.localization import NOTHING, Phrase, Text
from handlers.responses.paging import Pager
from handlers.responses.sanitizing import bounded
from handlers.session import Cursor
from handlers.spoken_queries import SpokenQuery, named_song
from providers.music import Artist, Track
from providers.recommender.ranking.recommendation_query import (
    MOST_UNWANTED,
    Exclusion,
    RecommendationQuery,
)


class Recommending(Protocol):
    """`RecommendationFlow`: reads out picks."""

    async def next(self, handler_input: HandlerInput) -> Response:
        """Read out the next pick."""
        ...

    async def anew(
        self, handler_input: HandlerInput, spoken: SpokenQuery, notice: Text = NOTHING
    ) -> Response:
        """Read out picks for a query that goes on from the last one."""
        ...


class MoreLikeThis(IntentHandler):
    """ "More like this": picks by the artist, and of the artist's kind of music.

    "Another by her": by the artist alone. "Who else sounds like that?": by others.
    Never the very song that it starts from. Of a playlist it is the artist who is on it
    most, unless a song on it was named; of a page of several things it is the next one.
    """

    _SAME_ARTIST, _OTHERS = "SameArtistIntent", "SimilarArtistIntent"

    intents = frozenset(("MoreLikeThisIntent", _SAME_ARTIST, _OTHERS))

    def __init__(self, pager: Pager, flow: Recommending) -> None:
        self._pager = pager
        self._flow = flow

    async def handle(self, handler_input: HandlerInput) -> Response:
        await self._pager.focus_by_ordinal(handler_input)
        await self._pager.ensure_focus(handler_input)
        found = await self._pager.find(handler_input, song=True)
        artists = await self._pager.artists(handler_input, found) if found else ()
        if found is None and (heard := looked_for(handler_input)):
            return await self._of_unknown(handler_input, heard)
        if found is None and (rest := await self._rest_of_list(handler_input)):
            return rest
        if found is None or not artists:
            return await self._flow.next(handler_input)
        name = bounded(artists[0].name)
        notice: Text = Phrase("notice-more-like", {"track": short_name(found)})
        song = found.subject
        unwanted = (named_song(song),) if isinstance(song, Track) else ()
        query = RecommendationQuery(artist=name, unwanted=unwanted)
        if intent_of(handler_input) == self._SAME_ARTIST:
            query, notice = _only_by(query), NOTHING
        if intent_of(handler_input) == self._OTHERS:
            query, notice = _not_by(query, artists), NOTHING
        return await self._flow.anew(handler_input, SpokenQuery(query, name), notice)

    async def _rest_of_list(self, handler_input: HandlerInput) -> Response | None:
        """Read on where "more of that" is said to a page; None at the list's end."""
        cursor = session.get(handler_input, Cursor)
        is_page = cursor is not None and session.speaks_of_list(handler_input)
        is_said = intent_of(handler_input) not in (self._SAME_ARTIST, self._OTHERS)
        if cursor is None or not (is_page and is_said and self._pager.knows(cursor)):
            return None
        if not await self._pager.has_next(handler_input, cursor):
            return None
        return await self._pager.turn(handler_input, cursor, 1)

    async def _of_unknown(self, handler_input: HandlerInput, name: str) -> Response:
        """Recommend by, or like, the artist of whom nothing was found before."""
        query = RecommendationQuery(artist=name)
        if intent_of(handler_input) == self._SAME_ARTIST:
            query = _only_by(query)
        return await self._flow.anew(handler_input, SpokenQuery(query, name))


def _only_by(query: RecommendationQuery) -> RecommendationQuery:
    """Return the query for songs by its artist, and not for songs like theirs."""
    return msgspec.structs.replace(query, artist=None, performer=query.artist)


def _not_by(
    query: RecommendationQuery, artists: Sequence[Artist]
) -> RecommendationQuery:
    """Return the query for songs like its artist's, and by none of the artists."""
    others = tuple([Exclusion("artist", bounded(each.name)) for each in artists])
    unwanted = (*others, *query.unwanted)[:MOST_UNWANTED]
    return msgspec.structs.replace(query, unwanted=unwanted)
