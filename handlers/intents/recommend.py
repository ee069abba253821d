"""Recommendations: "what should I listen to?", "another one", "I know that one".

`RecommendationFlow` asks the recommender; each intent is one class.
"""

import msgspec
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers import session
from handlers.lists import SpokenPicks
from handlers.lists.recommendations import Picks, are_offered_after, speaks_to_picks
from handlers.misheard import respond_misheard
from handlers.request import (
    IntentHandler,
    chosen_number,
    dynamic_entity_ids,
    intent_of,
    listener_of,
    slot_text,
    spoken_step,
)
from handlers.responses import notices, openings, phrases
from handlers.responses.localization import NOTHING, Phrase, Text
from handlers.responses.paging import Pager
from handlers.responses.recommendation_reasons import (
    Reasons,
    answer_notice,
    next_notice,
)
from handlers.responses.responder import Responder
from handlers.session import (
    OFFER_RECOMMENDATION,
    WHICH_ARTIST,
    Cursor,
    LastAnswer,
    LastPicks,
)
from handlers.spoken_picks import resume
from handlers.spoken_queries import QueryParser, SpokenQuery
from providers.recommender.own_playlists import Rediscovery
from providers.recommender.query_understanding import Seed, SongSeeds
from providers.recommender.ranking.eras import release_year
from providers.recommender.ranking.recommendation_query import RecommendationQuery
from providers.recommender.service import RecommendationAnswer, RecommendationService

_DRY = LastAnswer("message", "picks-dry", numbers={"notice": None})
"""The last answer where all picks were said: it asked what else it should be."""

_ONLY_NEW = SpokenQuery(RecommendationQuery(novelty="new"))


class RecommendationFlow:
    """Ask the recommender and read out its picks, with notices before them.

    Every method raises the recommender's `ProviderError`s.
    """

    def __init__(
        self,
        recommendations: RecommendationService,
        picks: Picks,
        pager: Pager,
        reasons: Reasons,
        responder: Responder,
    ) -> None:
        self._recommendations = recommendations
        self._picks = picks
        self._pager = pager
        self._reasons = reasons
        self._responder = responder

    async def recommend(
        self, handler_input: HandlerInput, spoken: SpokenQuery, notice: Text = NOTHING
    ) -> Response:
        """Read out picks for a query; ask for an artist where no taste is known.

        Of what the listener never wants they are told how to take it back.
        """
        language = self._responder.localization_of(handler_input).code
        listener, query = listener_of(handler_input), spoken.query
        if barred := await self._recommendations.barred(listener, query):
            name = self._reasons.moods.exclusion_name(barred, language)
            return self._responder.respond(handler_input, "wish-excluded", name=name)
        answer = await self._recommendations.recommend(
            listener, query, language=language
        )
        wish = self._reasons.wish_notice(answer, query, language)
        if (answer.unmet or wish != NOTHING) and spoken.is_misheard(language):
            await self._recommendations.release(listener, [p.key for p in answer.picks])
            return respond_misheard(self._responder, handler_input)
        unmet = self._unmet(answer, spoken, language)
        if not answer.picks and not answer.exhausted:
            return self._no_picks(handler_input, answer, unmet, notice)
        if unmet != NOTHING and query.is_era_alone:
            unmet = NOTHING  # the notice of the wish says so
        declined = (Phrase(f"notice-no-{kind}", {}) for kind in spoken.declined)
        wish = notices.joined(*declined, wish)
        notice = notices.joined(notice, answer_notice(answer, unmet, wish))
        if session.get(handler_input, LastPicks) is None:
            # Once a session is honest; every time would be a nuisance.
            notice = notices.joined(notices.missing_sources(answer), notice)
        opening = openings.of_feeling(spoken.feeling, answer)
        moods = self._reasons.moods
        opening = opening or openings.of_wider_genre(moods, query, answer, language)
        return await self.read_out(handler_input, answer, notice, opening)

    def _unmet(
        self, answer: RecommendationAnswer, spoken: SpokenQuery, language: str
    ) -> Text:
        """Return that nothing meets the query, where that is so."""
        if answer.picks and not answer.unmet:
            return NOTHING
        moods, query = self._reasons.moods, spoken.query
        return notices.unmet(moods, query, spoken.words, language)

    async def refine(
        self, handler_input: HandlerInput, spoken: SpokenQuery
    ) -> Response:
        """Read out picks for the last query, changed: "calmer", "older", "not rock".

        Without an earlier query the change is a query of its own.
        """
        last_picks = session.get(handler_input, LastPicks)
        if last_picks is None:
            return await self.recommend(handler_input, spoken)
        earlier = await self._recommendations.query_of(
            listener_of(handler_input), last_picks.record
        )
        if earlier is None:
            return await self.recommend(handler_input, spoken)
        notice: Text = NOTHING
        if spoken.change is not None and spoken.change == earlier.mood:
            language = self._responder.localization_of(handler_input).code
            notice = self._reasons.mood_limit(spoken.change, language)
        earlier = msgspec.structs.replace(earlier, novelty=last_picks.novelty)
        before = await self._picks.spoken(handler_input)
        year = release_year(before.track) if before else None
        today = self._recommendations.now().date()
        refined = spoken.refining(earlier, year, today)
        return await self.anew(handler_input, refined, notice)

    async def anew(
        self, handler_input: HandlerInput, spoken: SpokenQuery, notice: Text = NOTHING
    ) -> Response:
        """Read out picks for a query that goes on from the last one.

        The picks that were not spoken may come again: where nothing meets the query,
        these are next, not the song just heard.
        """
        unspoken = self._picks.not_spoken(handler_input)
        await self._recommendations.release(listener_of(handler_input), unspoken)
        return await self.recommend(handler_input, spoken, notice)

    async def next(
        self, handler_input: HandlerInput, notice: Text = NOTHING, *, steps: int = 1
    ) -> Response:
        """Read out the next pick (`steps` -1: the one before), or of a new ranking."""
        if notice == NOTHING and await self._picks.move(handler_input, steps):
            return await self._pager.show(handler_input, Picks.kind)
        last_picks = session.get(handler_input, LastPicks)
        answer = last_picks and await self._recommendations.next(
            listener_of(handler_input), last_picks.record, last_picks.novelty
        )
        if not answer:
            spoken = SpokenQuery(RecommendationQuery())
            return await self.recommend(handler_input, spoken, notice)
        notice = notices.joined(notice, next_notice(answer))
        return await self.read_out(handler_input, answer, notice)

    async def restart(self, handler_input: HandlerInput) -> Response:
        """Read out the day's picks from the first one."""
        await self._recommendations.restart(listener_of(handler_input))
        return await self.next(handler_input)

    async def read_out(
        self,
        handler_input: HandlerInput,
        answer: RecommendationAnswer,
        notice: Text,
        opening: Text = NOTHING,
    ) -> Response:
        """Read out picks after `notice` and `opening`; say so where all were said."""
        if not answer.picks and answer.excluded:
            return self._responder.respond(handler_input, "picks-excluded")
        if not answer.picks:
            response = self._responder.respond(handler_input, _DRY.name, notice=notice)
            session.put(handler_input, _DRY)
            return response
        await self._picks.remember(handler_input, answer, notice, opening)
        return await self._pager.show(handler_input, Picks.kind)

    def _no_picks(
        self,
        handler_input: HandlerInput,
        answer: RecommendationAnswer,
        unmet: Text,
        notice: Text,
    ) -> Response:
        if answer.excluded:
            return self._responder.respond(handler_input, "picks-excluded")
        gaps = notices.joined(notice, notices.missing_sources(answer))
        asks = session.ask(handler_input, WHICH_ARTIST, after=(WHICH_ARTIST.kind,))
        ask = phrases.Ask.ARTIST if asks else phrases.Ask.NEXT
        if unmet == NOTHING:
            missing = len(answer.stored.ranking.missing)
            return self._responder.respond(
                handler_input, "taste-unknown", gaps=gaps, missing=missing, ask=ask
            )
        return self._responder.respond(
            handler_input, "wish-unmet", gaps=gaps, unmet=unmet, ask=ask
        )


class Recommend(IntentHandler):
    """ "What should I listen to?"; also a yes where the skill offered to recommend."""

    _YES = "AMAZON.YesIntent"

    intents = frozenset(("RecommendIntent", _YES))

    def __init__(
        self,
        flow: RecommendationFlow,
        parser: QueryParser,
        seeds: SongSeeds,
        responder: Responder,
    ) -> None:
        self._flow = flow
        self._parser = parser
        self._seeds = seeds
        self._responder = responder

    def can_handle(self, handler_input: HandlerInput) -> bool:
        if intent_of(handler_input) == self._YES:
            return session.is_open(handler_input, OFFER_RECOMMENDATION)
        return super().can_handle(handler_input)

    async def handle(self, handler_input: HandlerInput) -> Response:
        language = self._responder.localization_of(handler_input).code
        spoken = self._parser.parse(handler_input, language)
        if spoken.refines:
            return await self._flow.refine(handler_input, spoken)
        seed = await self._seed(handler_input, spoken.query, language)
        if seed is None:
            return await self._flow.recommend(handler_input, spoken)
        notice, like = notices.more_like(seed.name), spoken.like(seed.track)
        return await self._flow.recommend(handler_input, like, notice)

    async def _seed(
        self, handler_input: HandlerInput, query: RecommendationQuery, language: str
    ) -> Seed | None:
        """Return the song or playlist that is called so, where no artist is."""
        heard = slot_text(handler_input, "artist")
        if heard is None or dynamic_entity_ids(handler_input, "artist"):
            return None
        find = self._seeds.find if query.artist else self._seeds.of_playlist
        seed = await find(listener_of(handler_input), heard, language)
        return seed if seed and seed.track.artists else None


class Another(IntentHandler):
    """ "Another one"; while picks are read "next", "no", "back", "the one before"."""

    _ALWAYS, _SELECT, _NO = "AnotherIntent", "SelectIntent", "AMAZON.NoIntent"
    _BACK = ("AMAZON.PreviousIntent", "PreviousSongIntent")
    _NEXT = ("AMAZON.NextIntent", "AMAZON.MoreIntent")
    _ON = (*_NEXT, "KeepLookingIntent", "NextSongIntent")

    intents = frozenset((_ALWAYS, *_BACK, _NO, _SELECT, *_ON))

    def __init__(self, flow: RecommendationFlow) -> None:
        self._flow = flow

    def can_handle(self, handler_input: HandlerInput) -> bool:
        intent = intent_of(handler_input)
        if intent == self._SELECT and spoken_step(handler_input) is None:
            return False
        if intent == self._NO and not session.speaks_of_list(handler_input):
            return False
        last_picks = session.get(handler_input, LastPicks)
        is_first = not last_picks or not (last_picks.place or last_picks.former)
        takes = intent == self._ALWAYS or speaks_to_picks(handler_input)
        takes = takes or (intent in self._NEXT and are_offered_after(handler_input))
        moves = self._steps(handler_input) > 0 or not is_first
        return super().can_handle(handler_input) and takes and moves

    async def handle(self, handler_input: HandlerInput) -> Response:
        return await self._flow.next(handler_input, steps=self._steps(handler_input))

    def _steps(self, handler_input: HandlerInput) -> int:
        is_back = intent_of(handler_input) in self._BACK
        return spoken_step(handler_input) or (-1 if is_back else 1)


class KnownAlready(IntentHandler):
    """ "I already know that": it does not come again, and only new songs follow."""

    intents = frozenset(("KnownAlreadyIntent",))

    def __init__(
        self,
        recommendations: RecommendationService,
        picks: Picks,
        flow: RecommendationFlow,
    ) -> None:
        self._recommendations = recommendations
        self._picks = picks
        self._flow = flow

    async def handle(self, handler_input: HandlerInput) -> Response:
        last_picks = session.get(handler_input, LastPicks)
        known = await self._picks.focused(handler_input)
        listener = listener_of(handler_input)
        if last_picks is None or known is None:
            return await self._flow.recommend(handler_input, _ONLY_NEW)
        await self._recommendations.settle(listener, known.key)
        unspoken = self._picks.not_spoken(handler_input)
        await self._recommendations.release(listener, unspoken)
        answer = await self._recommendations.next(listener, last_picks.record, "new")
        if answer is None:
            return await self._flow.recommend(handler_input, _ONLY_NEW)
        only_new = NOTHING if answer.unmet else Phrase("notice-only-new", {})
        notice = notices.joined(only_new, next_notice(answer))
        return await self._flow.read_out(handler_input, answer, notice)


class PicksSoFar(IntentHandler):
    """ "What have you recommended so far?", "what was the first one you gave me?".

    What the session before recommended counts where that ended a short while ago.
    """

    intents = frozenset(("PicksSoFarIntent",))

    def __init__(
        self,
        recommendations: RecommendationService,
        picks: SpokenPicks,
        pager: Pager,
        responder: Responder,
    ) -> None:
        self._recommendations = recommendations
        self._picks = picks
        self._pager = pager
        self._responder = responder

    async def handle(self, handler_input: HandlerInput) -> Response:
        number, _ = chosen_number(handler_input)
        await resume(handler_input, self._recommendations)
        total = (await self._picks.read(handler_input)).total
        if not total:
            session.ask(handler_input, OFFER_RECOMMENDATION)
            return self._responder.respond(handler_input, "picks-so-far-none")
        if number is None:
            return await self._pager.show(handler_input, self._picks.kind)
        cursor = Cursor(self._picks.kind)
        number = total if number < 0 else number  # the last one of all
        session.go_to(handler_input, cursor)
        return await self._pager.choose(handler_input, cursor, number, on_page=False)


class StartPicksOver(IntentHandler):
    """ "Start over", while picks are read out."""

    intents = frozenset(("AMAZON.StartOverIntent",))

    def __init__(self, flow: RecommendationFlow) -> None:
        self._flow = flow

    def can_handle(self, handler_input: HandlerInput) -> bool:
        return super().can_handle(handler_input) and speaks_to_picks(handler_input)

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
        notice = answer_notice(answer)
        return await self._flow.read_out(handler_input, answer, notice)
