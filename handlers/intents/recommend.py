""" "What should I listen to?", "another one", "start over"."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers import request
from handlers.intents import recommendation_reasons
from handlers.intents.recommendation_lists import (
    LastPicks,
    Picks,
    Suggesting,
    suggesting_now,
)
from handlers.intents.recommendation_reasons import Reasons
from handlers.request import IntentHandler, intent_of, listener_of
from handlers.responses import phrases
from handlers.responses.messages import Phrase, Text
from handlers.responses.phrases import NOTHING
from handlers.responses.responder import Responder
from handlers.session import get, pending_question
from providers.recommender.ranking.model import Pick
from providers.recommender.ranking.query import (
    Kind,
    Moods,
    Novelty,
    RecommendationQuery,
    without_quantifier,
)
from providers.recommender.service import RecommendationAnswer, RecommendationService

# FOLDED What a listener wishes for, from the slots: resolved, heard, or nonsense.

_SLOTS: tuple[Kind, ...] = ("mood", "activity", "genre")


@dataclass(frozen=True, slots=True)
class SpokenQuery:
    """A wish, and the words to name it by if nothing meets it; None without any."""

    query: RecommendationQuery
    words: str | None = None


class QueryParser:
    """Reads slots with the help of the moods file.

    A recogniser may put a word into the wrong slot ("some calm" as a genre), so each
    word is looked up in all three tables before it is taken for a genre's name.
    """

    def __init__(self, moods: Moods) -> None:
        self._moods = moods

    def parse(self, handler_input: HandlerInput, language: str) -> SpokenQuery:
        sides: dict[str, str] = {}
        words: list[str] = []
        for kind in _SLOTS:
            heard = request.slot_text(handler_input, kind)
            if heard is not None:
                said = without_quantifier(heard, language)
                found = self._side(handler_input, kind, said, language)
                sides.setdefault(*found)
                words.append(said)
        novelty = _novelty(handler_input)
        misheard = (
            request.slot_text(handler_input, "novelty") if novelty is None else None
        )
        meant = misheard and self._named(
            without_quantifier(misheard, language), language
        )
        if misheard and meant:
            sides.setdefault(*meant)
            words.append(misheard)
        artist = request.slot_text(handler_input, "artist")
        if artist is not None:
            sides.setdefault(*(self._named(artist, language) or ("artist", artist)))
            words.append(artist)
        wish = RecommendationQuery(**sides, novelty=novelty)
        return SpokenQuery(wish, " ".join(words) or None)

    def _side(
        self, handler_input: HandlerInput, kind: Kind, said: str, language: str
    ) -> tuple[str, str]:
        """Which side of a wish a slot's word is, and its value."""
        for entry in request.resolved_ids(handler_input, kind):
            if self._moods.get(kind, entry):
                return kind, entry
        return self._named(said, language) or ("genre", said)

    def _named(self, said: str, language: str) -> tuple[str, str] | None:
        for kind in _SLOTS:
            if found := self._moods.find(kind, said, language):
                return kind, found.id
        return None


def _novelty(handler_input: HandlerInput) -> Novelty | None:
    for entry in request.resolved_ids(handler_input, "novelty"):
        if entry in ("new", "familiar"):
            return cast("Novelty", entry)
    return None


class Granting:
    """Answers wishes aloud."""

    def __init__(
        self,
        recommendations: RecommendationService,
        suggesting: Suggesting,
        words: Responder,
    ) -> None:
        self._recommendations = recommendations
        self._suggesting = suggesting
        self._words = words

    async def grant(
        self, handler_input: HandlerInput, heard: SpokenQuery, notice: Text = NOTHING
    ) -> Response:
        """Picks for a wish; a question where nothing of the listener is known."""
        language = self._words.localization_of(handler_input).code
        answer = await self._recommendations.recommend(
            listener_of(handler_input), heard.query, language=language
        )
        if not answer.picks and not answer.exhausted:
            return self._nothing(handler_input, answer, heard)
        said = recommendation_reasons.joined(
            notice, recommendation_reasons.answer_notice(answer, heard.words)
        )
        if get(handler_input, LastPicks) is None:
            # Once a session is honest; every time would be a nuisance.
            said = recommendation_reasons.joined(
                recommendation_reasons.missing_sources(answer), said
            )
        return await self._suggesting.say(handler_input, answer, said)

    async def go_on(
        self, handler_input: HandlerInput, notice: Text = NOTHING
    ) -> Response:
        """The next picks of the list that is being read; of a new one if none is."""
        suggested = get(handler_input, LastPicks)
        answer = suggested and await self._recommendations.next(
            listener_of(handler_input), suggested.record, suggested.novelty
        )
        if not answer:
            return await self.grant(
                handler_input, SpokenQuery(RecommendationQuery()), notice
            )
        said = recommendation_reasons.joined(
            notice, recommendation_reasons.next_notice(answer)
        )
        return await self._suggesting.say(handler_input, answer, said)

    async def start_over(self, handler_input: HandlerInput) -> Response:
        """The day's picks from the first one."""
        await self._recommendations.restart(listener_of(handler_input))
        return await self.go_on(handler_input)

    def _nothing(
        self,
        handler_input: HandlerInput,
        answer: RecommendationAnswer,
        heard: SpokenQuery,
    ) -> Response:
        gaps = recommendation_reasons.missing_sources(answer)
        if heard.words is None:
            return self._words.respond(handler_input, "taste-unknown", gaps=gaps)
        return self._words.respond(
            handler_input, "wish-unmet", gaps=gaps, heard=heard.words
        )


class Recommend(IntentHandler):
    """ "What should I listen to?" """

    intents = frozenset(("RecommendIntent",))

    def __init__(
        self, granting: Granting, wishes: QueryParser, words: Responder
    ) -> None:
        self._granting = granting
        self._wishes = wishes
        self._words = words

    async def handle(self, handler_input: HandlerInput) -> Response:
        language = self._words.localization_of(handler_input).code
        heard = self._wishes.parse(handler_input, language)
        return await self._granting.grant(handler_input, heard)


class Another(IntentHandler):
    """ "Another one"; while recommendations are read, also "next" and "no"."""

    _ALWAYS = "AnotherIntent"

    intents = frozenset(
        (_ALWAYS, "AMAZON.NextIntent", "AMAZON.MoreIntent", "AMAZON.NoIntent")
    )

    def __init__(self, granting: Granting) -> None:
        self._granting = granting

    def can_handle(self, handler_input: HandlerInput) -> bool:
        always = intent_of(handler_input) == self._ALWAYS
        return super().can_handle(handler_input) and (always or _reading(handler_input))

    async def handle(self, handler_input: HandlerInput) -> Response:
        return await self._granting.go_on(handler_input)


class StartPicksOver(IntentHandler):
    """ "Start over", while recommendations are read."""

    intents = frozenset(("AMAZON.StartOverIntent",))

    def __init__(self, granting: Granting) -> None:
        self._granting = granting

    def can_handle(self, handler_input: HandlerInput) -> bool:
        return super().can_handle(handler_input) and _reading(handler_input)

    async def handle(self, handler_input: HandlerInput) -> Response:
        return await self._granting.start_over(handler_input)


def _reading(handler_input: HandlerInput) -> bool:
    """Whether the listener speaks to recommendations, not to a question of ours."""
    return suggesting_now(handler_input) and pending_question(handler_input) is None


# FOLDED  "I like it", "not that", "more like this", "why?": about the pick in focus.


class GiveFeedback(IntentHandler):
    """ "I like it" and "not that": remembered, and heard in what comes next."""

    _LIKED: Mapping[str, bool] = {
        "LikeIntent": True,
        "DislikeIntent": False,
        "AMAZON.YesIntent": True,
    }

    intents = frozenset(_LIKED)

    def __init__(
        self, recommendations: RecommendationService, picks: Picks, granting: Granting
    ) -> None:
        self._recommendations = recommendations
        self._picks = picks
        self._granting = granting

    def can_handle(self, handler_input: HandlerInput) -> bool:
        said_yes = intent_of(handler_input) == "AMAZON.YesIntent"
        unasked = pending_question(handler_input) is None and suggesting_now(
            handler_input
        )
        return super().can_handle(handler_input) and (unasked or not said_yes)

    async def handle(self, handler_input: HandlerInput) -> Response:
        pick = await self._picks.focused(handler_input)
        if pick is None:
            return await self._granting.go_on(handler_input)
        liked = self._LIKED[intent_of(handler_input) or ""]
        listener = listener_of(handler_input)
        await self._recommendations.give_feedback(listener, pick, liked=liked)
        key = "notice-liked" if liked else "notice-disliked"
        notice = Phrase(key, {"track": phrases.track(pick.track, 1)})
        return await self._granting.go_on(handler_input, notice)


class MoreLikeThis(IntentHandler):
    """ "More like this": by the artist, and of the artist's kind of music."""

    intents = frozenset(("MoreLikeThisIntent",))

    def __init__(self, picks: Picks, granting: Granting) -> None:
        self._picks = picks
        self._granting = granting

    async def handle(self, handler_input: HandlerInput) -> Response:
        pick = await self._picks.focused(handler_input)
        if pick is None or not pick.track.artists:
            return await self._granting.go_on(handler_input)
        artist = pick.track.artists[0].name
        notice = Phrase("notice-more-like", {"track": phrases.track(pick.track, 1)})
        heard = SpokenQuery(RecommendationQuery(artist=artist), artist)
        return await self._granting.grant(handler_input, heard, notice)


class Why(IntentHandler):
    """ "Why this?": every fact that speaks for the pick in focus."""

    intents = frozenset(("WhyIntent",))

    def __init__(self, picks: Picks, reasons: Reasons, words: Responder) -> None:
        self._picks = picks
        self._reasons = reasons
        self._words = words

    async def handle(self, handler_input: HandlerInput) -> Response:
        pick = await self._picks.focused(handler_input)
        if pick is None:
            return self._words.respond(handler_input, "why-nothing")
        return self._words.respond(
            handler_input,
            "why",
            track=phrases.track(pick.track, 1),
            reasons=self._facts(handler_input, pick),
        )

    def _facts(self, handler_input: HandlerInput, pick: Pick) -> list[Phrase]:
        language = self._words.localization_of(handler_input).code
        return self._reasons.all(pick.evidence, language)
