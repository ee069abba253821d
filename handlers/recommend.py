""" "What should I listen to?", "another one", "start over"."""

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers import notices
from handlers.base import IntentHandler, intent_of, listener_of
from handlers.language import Text
from handlers.phrases import NOTHING
from handlers.session import asked, recall
from handlers.speech import Words
from handlers.suggesting import Suggested, Suggesting, suggesting_now
from handlers.wishing import Heard, Wishes
from providers.recommender.ranking.query import Wish
from providers.recommender.service import Answer, Recommendations


class Granting:
    """Answers wishes aloud."""

    def __init__(
        self, recommendations: Recommendations, suggesting: Suggesting, words: Words
    ) -> None:
        self._recommendations = recommendations
        self._suggesting = suggesting
        self._words = words

    async def grant(
        self, handler_input: HandlerInput, heard: Heard, notice: Text = NOTHING
    ) -> Response:
        """Picks for a wish; a question where nothing of the listener is known."""
        language = self._words.language_of(handler_input).code
        answer = await self._recommendations.answer(
            listener_of(handler_input), heard.wish, language=language
        )
        if not answer.picks and not answer.dry:
            return self._nothing(handler_input, answer, heard)
        said = notices.together(notice, notices.of_answer(answer, heard.words))
        if recall(handler_input, Suggested) is None:
            # Once a session is honest; every time would be a nuisance.
            said = notices.together(notices.of_gaps(answer), said)
        return await self._suggesting.say(handler_input, answer, said)

    async def go_on(
        self, handler_input: HandlerInput, notice: Text = NOTHING
    ) -> Response:
        """The next picks of the list that is being read; of a new one if none is."""
        suggested = recall(handler_input, Suggested)
        answer = suggested and await self._recommendations.another(
            listener_of(handler_input), suggested.record, suggested.novelty
        )
        if not answer:
            return await self.grant(handler_input, Heard(Wish()), notice)
        said = notices.together(notice, notices.of_more(answer))
        return await self._suggesting.say(handler_input, answer, said)

    async def start_over(self, handler_input: HandlerInput) -> Response:
        """The day's picks from the first one."""
        await self._recommendations.begin_again(listener_of(handler_input))
        return await self.go_on(handler_input)

    def _nothing(
        self, handler_input: HandlerInput, answer: Answer, heard: Heard
    ) -> Response:
        gaps = notices.of_gaps(answer)
        if heard.words is None:
            return self._words.answer(handler_input, "taste-unknown", gaps=gaps)
        return self._words.answer(
            handler_input, "wish-unmet", gaps=gaps, heard=heard.words
        )


class Recommend(IntentHandler):
    """ "What should I listen to?" """

    intents = frozenset(("RecommendIntent",))

    def __init__(self, granting: Granting, wishes: Wishes, words: Words) -> None:
        self._granting = granting
        self._wishes = wishes
        self._words = words

    async def handle(self, handler_input: HandlerInput) -> Response:
        language = self._words.language_of(handler_input).code
        heard = self._wishes.heard(handler_input, language)
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
    return suggesting_now(handler_input) and asked(handler_input) is None
