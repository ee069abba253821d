""" "I like it", "not that", "more like this", "why?": about the pick in focus."""

from collections.abc import Mapping

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers import phrases
from handlers.base import IntentHandler, intent_of, listener_of
from handlers.language import Phrase
from handlers.reasons import Reasons
from handlers.recommend import Granting
from handlers.session import asked
from handlers.speech import Words
from handlers.suggesting import Picks, suggesting_now
from handlers.wishing import Heard
from providers.recommender.ranking.model import Pick
from providers.recommender.ranking.query import Wish
from providers.recommender.service import Recommendations


class Mind(IntentHandler):
    """ "I like it" and "not that": remembered, and heard in what comes next."""

    _LIKED: Mapping[str, bool] = {
        "LikeIntent": True,
        "DislikeIntent": False,
        "AMAZON.YesIntent": True,
    }

    intents = frozenset(_LIKED)

    def __init__(
        self, recommendations: Recommendations, picks: Picks, granting: Granting
    ) -> None:
        self._recommendations = recommendations
        self._picks = picks
        self._granting = granting

    def can_handle(self, handler_input: HandlerInput) -> bool:
        said_yes = intent_of(handler_input) == "AMAZON.YesIntent"
        unasked = asked(handler_input) is None and suggesting_now(handler_input)
        return super().can_handle(handler_input) and (unasked or not said_yes)

    async def handle(self, handler_input: HandlerInput) -> Response:
        pick = await self._picks.focused(handler_input)
        if pick is None:
            return await self._granting.go_on(handler_input)
        liked = self._LIKED[intent_of(handler_input) or ""]
        listener = listener_of(handler_input)
        await self._recommendations.mind(listener, pick, liked=liked)
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
        heard = Heard(Wish(artist=artist), artist)
        return await self._granting.grant(handler_input, heard, notice)


class Why(IntentHandler):
    """ "Why this?": every fact that speaks for the pick in focus."""

    intents = frozenset(("WhyIntent",))

    def __init__(self, picks: Picks, reasons: Reasons, words: Words) -> None:
        self._picks = picks
        self._reasons = reasons
        self._words = words

    async def handle(self, handler_input: HandlerInput) -> Response:
        pick = await self._picks.focused(handler_input)
        if pick is None:
            return self._words.answer(handler_input, "why-nothing")
        return self._words.answer(
            handler_input,
            "why",
            track=phrases.track(pick.track, 1),
            reasons=self._facts(handler_input, pick),
        )

    def _facts(self, handler_input: HandlerInput, pick: Pick) -> list[Phrase]:
        language = self._words.language_of(handler_input).code
        return self._reasons.all(pick.evidence, language)
