"""Recommendations: "what should I listen to?", "another one", "I like it", "why?".

`QueryParser` turns slots into a query, `RecommendationFlow` asks the recommender and
reads out its answer, and each intent is one class.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers import request, session
from handlers.lists.recommendations import Picks, picks_are_read
from handlers.request import IntentHandler, intent_of, listener_of
from handlers.responses import phrases
from handlers.responses.localization import NOTHING, Phrase, Text
from handlers.responses.paging import Pager
from handlers.responses.recommendation_reasons import (
    Reasons,
    answer_notice,
    missing_sources,
    next_notice,
)
from handlers.responses.responder import Responder
from handlers.responses.sanitizing import bounded
from handlers.session import (
    OFFER_RECOMMENDATION,
    Cursor,
    LastPicks,
    pending_question,
)
from providers.recommender.own_playlists import Rediscovery
from providers.recommender.ranking.domain_types import Pick
from providers.recommender.ranking.history import named_track
from providers.recommender.ranking.recommendation_query import (
    Kind,
    Moods,
    Novelty,
    RecommendationQuery,
    without_quantifier,
)
from providers.recommender.service import RecommendationAnswer, RecommendationService

_SLOTS: tuple[Kind, ...] = ("mood", "activity", "genre")


@dataclass(frozen=True, slots=True)
class SpokenQuery:
    """A query and the words that the listener used for it; None without words."""

    query: RecommendationQuery
    words: str | None = None


class QueryParser:
    """Turn an intent's slots into a query, with the help of the moods file.

    A speech recogniser may put a word into the wrong slot ("some calm" as a genre), so
    each word is looked up in all three tables before it is taken for a genre's name.
    """

    def __init__(self, moods: Moods) -> None:
        self._moods = moods

    def parse(self, handler_input: HandlerInput, language: str) -> SpokenQuery:
        """Return the query of this request; `language` is "en", "ja", …"""
        facets: dict[str, str] = {}
        words: list[str] = []
        for slot in _SLOTS:
            heard = request.slot_text(handler_input, slot)
            if heard is not None:
                text = without_quantifier(heard, language)
                facets.setdefault(*self._facet(handler_input, slot, text, language))
                words.append(text)
        novelty = _novelty(handler_input)
        misheard = (
            request.slot_text(handler_input, "novelty") if novelty is None else None
        )
        facet = misheard and self._named(
            without_quantifier(misheard, language), language
        )
        if misheard and facet:
            facets.setdefault(*facet)
            words.append(misheard)
        artist = request.slot_text(handler_input, "artist")
        if artist is not None:
            facets.setdefault(*(self._named(artist, language) or ("artist", artist)))
            words.append(artist)
        query = RecommendationQuery(**facets, novelty=novelty)
        return SpokenQuery(query, " ".join(words) or None)

    def _facet(
        self, handler_input: HandlerInput, slot: Kind, text: str, language: str
    ) -> tuple[str, str]:
        """Return the facet that a slot's text belongs to, and the facet's value."""
        for entry_id in request.resolved_ids(handler_input, slot):
            if self._moods.get(slot, entry_id):
                return slot, entry_id
        return self._named(text, language) or ("genre", text)

    def _named(self, text: str, language: str) -> tuple[str, str] | None:
        for kind in _SLOTS:
            if entry := self._moods.find(kind, text, language):
                return kind, entry.id
        return None


def _novelty(handler_input: HandlerInput) -> Novelty | None:
    for entry_id in request.resolved_ids(handler_input, "novelty"):
        if entry_id in ("new", "familiar"):
            return cast("Novelty", entry_id)
    return None


class RecommendationFlow:
    """Ask the recommender and read out its picks, with notices before them.

    Every method raises the recommender's `ProviderError`s.
    """

    def __init__(
        self,
        recommendations: RecommendationService,
        picks: Picks,
        pager: Pager,
        responder: Responder,
    ) -> None:
        self._recommendations = recommendations
        self._picks = picks
        self._pager = pager
        self._responder = responder

    async def recommend(
        self, handler_input: HandlerInput, spoken: SpokenQuery, notice: Text = NOTHING
    ) -> Response:
        """Read out picks for a query; ask for an artist where no taste is known."""
        language = self._responder.localization_of(handler_input).code
        answer = await self._recommendations.recommend(
            listener_of(handler_input), spoken.query, language=language
        )
        if not answer.picks and not answer.exhausted:
            return self._no_picks(handler_input, answer, spoken, notice)
        notice = phrases.joined(notice, answer_notice(answer, spoken.words))
        if session.get(handler_input, LastPicks) is None:
            # Once a session is honest; every time would be a nuisance.
            notice = phrases.joined(missing_sources(answer), notice)
        return await self.read_out(handler_input, answer, notice)

    async def next(
        self, handler_input: HandlerInput, notice: Text = NOTHING
    ) -> Response:
        """Read out the next pick; of a new ranking where the session has none."""
        if notice == NOTHING and await self._picks.move(handler_input, 1):
            return await self._pager.show(handler_input, Picks.kind)
        last_picks = session.get(handler_input, LastPicks)
        answer = last_picks and await self._recommendations.next(
            listener_of(handler_input), last_picks.record, last_picks.novelty
        )
        if not answer:
            spoken = SpokenQuery(RecommendationQuery())
            return await self.recommend(handler_input, spoken, notice)
        notice = phrases.joined(notice, next_notice(answer))
        return await self.read_out(handler_input, answer, notice)

    async def restart(self, handler_input: HandlerInput) -> Response:
        """Read out the day's picks from the first one."""
        await self._recommendations.restart(listener_of(handler_input))
        return await self.next(handler_input)

    async def read_out(
        self, handler_input: HandlerInput, answer: RecommendationAnswer, notice: Text
    ) -> Response:
        """Read out the answer's picks after `notice`; say so where all were said."""
        if not answer.picks:
            return self._responder.respond(handler_input, "picks-dry")
        self._picks.remember(handler_input, answer, notice)
        return await self._pager.show(handler_input, Picks.kind)

    def _no_picks(
        self,
        handler_input: HandlerInput,
        answer: RecommendationAnswer,
        spoken: SpokenQuery,
        notice: Text,
    ) -> Response:
        gaps = phrases.joined(notice, missing_sources(answer))
        if spoken.words is None:
            missing = len(answer.stored.ranking.missing)
            return self._responder.respond(
                handler_input, "taste-unknown", gaps=gaps, missing=missing
            )
        return self._responder.respond(
            handler_input, "wish-unmet", gaps=gaps, heard=spoken.words
        )


class Recommend(IntentHandler):
    """ "What should I listen to?"; also a yes where the skill offered to recommend."""

    _YES = "AMAZON.YesIntent"

    intents = frozenset(("RecommendIntent", _YES))

    def __init__(
        self, flow: RecommendationFlow, parser: QueryParser, responder: Responder
    ) -> None:
        self._flow = flow
        self._parser = parser
        self._responder = responder

    def can_handle(self, handler_input: HandlerInput) -> bool:
        agrees = pending_question(handler_input) == OFFER_RECOMMENDATION
        is_yes = intent_of(handler_input) == self._YES
        return super().can_handle(handler_input) and (agrees or not is_yes)

    async def handle(self, handler_input: HandlerInput) -> Response:
        language = self._responder.localization_of(handler_input).code
        spoken = self._parser.parse(handler_input, language)
        return await self._flow.recommend(handler_input, spoken)


class Another(IntentHandler):
    """ "Another one"; while picks are read out, also "next" and "no"."""

    _ALWAYS = "AnotherIntent"

    intents = frozenset(
        (_ALWAYS, "AMAZON.NextIntent", "AMAZON.MoreIntent", "AMAZON.NoIntent")
    )

    def __init__(self, flow: RecommendationFlow) -> None:
        self._flow = flow

    def can_handle(self, handler_input: HandlerInput) -> bool:
        always = intent_of(handler_input) == self._ALWAYS
        return super().can_handle(handler_input) and (
            always or _speaks_to_picks(handler_input)
        )

    async def handle(self, handler_input: HandlerInput) -> Response:
        return await self._flow.next(handler_input)


class StartPicksOver(IntentHandler):
    """ "Start over", while picks are read out."""

    intents = frozenset(("AMAZON.StartOverIntent",))

    def __init__(self, flow: RecommendationFlow) -> None:
        self._flow = flow

    def can_handle(self, handler_input: HandlerInput) -> bool:
        return super().can_handle(handler_input) and _speaks_to_picks(handler_input)

    async def handle(self, handler_input: HandlerInput) -> Response:
        return await self._flow.restart(handler_input)


class Rediscover(IntentHandler):
    """ "Something I have not heard for a while." """

    intents = frozenset(("RediscoverIntent",))

    def __init__(
        self, rediscovery: Rediscovery, flow: RecommendationFlow, responder: Responder
    ) -> None:
        self._rediscovery = rediscovery
        self._flow = flow
        self._responder = responder

    async def handle(self, handler_input: HandlerInput) -> Response:
        answer = await self._rediscovery.answer(listener_of(handler_input))
        if not answer.picks and not answer.exhausted:
            searched = answer.stored.playlists_searched
            return self._responder.respond(
                handler_input, "rediscover-none", count=searched
            )
        notice = answer_notice(answer, None)
        return await self._flow.read_out(handler_input, answer, notice)


class GiveFeedback(IntentHandler):
    """ "I like it", "not that": store the opinion of the pick in focus, read on.

    While picks are read out, also "yes".
    """

    _LIKED: Mapping[str, bool] = {
        "LikeIntent": True,
        "DislikeIntent": False,
        "AMAZON.YesIntent": True,
    }

    intents = frozenset(_LIKED)

    def __init__(
        self,
        recommendations: RecommendationService,
        picks: Picks,
        flow: RecommendationFlow,
        pager: Pager,
        responder: Responder,
    ) -> None:
        self._recommendations = recommendations
        self._picks = picks
        self._flow = flow
        self._pager = pager
        self._responder = responder

    def can_handle(self, handler_input: HandlerInput) -> bool:
        is_yes = intent_of(handler_input) == "AMAZON.YesIntent"
        return super().can_handle(handler_input) and (
            not is_yes or _speaks_to_picks(handler_input)
        )

    async def handle(self, handler_input: HandlerInput) -> Response:
        pick = await self._song(handler_input)
        if pick is None and _reads_other_list(handler_input):
            return self._responder.respond(handler_input, "opinion-of-which")
        if pick is None:
            return await self._flow.next(handler_input)
        liked = self._LIKED[intent_of(handler_input) or ""]
        listener = listener_of(handler_input)
        unspoken = self._picks.not_spoken(handler_input)
        await self._recommendations.give_feedback(
            listener, pick, liked=liked, unspoken=unspoken
        )
        key = "notice-liked" if liked else "notice-disliked"
        notice = Phrase(key, {"track": phrases.track_text(pick.track, 1)})
        return await self._flow.next(handler_input, notice)

    async def _song(self, handler_input: HandlerInput) -> Pick | None:
        """Return the song in focus, with its evidence where it was recommended."""
        pick = await self._picks.focused(handler_input)
        track = None if pick else await self._pager.find_track(handler_input)
        return named_track(track) if track else pick


class MoreLikeThis(IntentHandler):
    """ "More like this": picks by the artist, and of the artist's kind of music.

    Of a playlist it is the artist who is on it most.
    """

    intents = frozenset(("MoreLikeThisIntent",))

    def __init__(self, pager: Pager, flow: RecommendationFlow) -> None:
        self._pager = pager
        self._flow = flow

    async def handle(self, handler_input: HandlerInput) -> Response:
        found = await self._pager.find(handler_input)
        artists = await self._pager.artists(handler_input, found) if found else ()
        if found is None or not artists:
            return await self._flow.next(handler_input)
        name = bounded(artists[0].name)
        item, number = found.contents.items[found.index], found.index + 1
        text = found.spoken_list.spoken_text(item, number)
        notice = Phrase("notice-more-like", {"track": text})
        spoken = SpokenQuery(RecommendationQuery(artist=name), name)
        return await self._flow.recommend(handler_input, spoken, notice)


class Why(IntentHandler):
    """ "Why this?": say every piece of evidence for the pick in focus."""

    intents = frozenset(("WhyIntent",))

    def __init__(self, picks: Picks, reasons: Reasons, responder: Responder) -> None:
        self._picks = picks
        self._reasons = reasons
        self._responder = responder

    async def handle(self, handler_input: HandlerInput) -> Response:
        pick = await self._picks.focused(handler_input)
        if pick is None:
            return self._responder.respond(handler_input, "why-nothing")
        language = self._responder.localization_of(handler_input).code
        return self._responder.respond(
            handler_input,
            "why",
            track=phrases.track_text(pick.track, 1),
            reasons=self._reasons.all(pick.evidence, language),
        )


def _reads_other_list(handler_input: HandlerInput) -> bool:
    """Return whether a list is read out that is not `Picks`."""
    is_read = session.get(handler_input, Cursor) is not None
    return is_read and not picks_are_read(handler_input)


def _speaks_to_picks(handler_input: HandlerInput) -> bool:
    """Return whether picks are read out and no question of ours is open."""
    return picks_are_read(handler_input) and pending_question(handler_input) is None
