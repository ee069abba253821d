"""Why: "why this?" of what was recommended, and of something new.

A recommendation has its evidence; something new has the place where it came from.
"""

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers import session
from handlers.lists import Picks
from handlers.request import IntentHandler
from handlers.responses import phrases
from handlers.responses.cards import subject_extras
from handlers.responses.localization import Argument
from handlers.responses.paging import Pager
from handlers.responses.recommendation_reasons import Reasons
from handlers.responses.responder import Responder
from handlers.session import Focus


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
        arguments: dict[str, Argument] = {
            "track": phrases.track_text(pick.track, 1),
            "reasons": self._reasons.all(pick.evidence, language),
        }
        extras = subject_extras(handler_input, pick.track)
        return self._responder.respond_with(handler_input, "why", arguments, extras)


class WhyNew(IntentHandler):
    """ "Why this?" of something new, an item of the list `kind`: where it came from."""

    intents = frozenset(("WhyIntent",))

    def __init__(self, kind: str, pager: Pager, responder: Responder) -> None:
        self._kind = kind
        self._pager = pager
        self._responder = responder

    def can_handle(self, handler_input: HandlerInput) -> bool:
        focus = session.get(handler_input, Focus)
        is_new = focus is not None and focus.list_kind == self._kind
        return super().can_handle(handler_input) and is_new

    async def handle(self, handler_input: HandlerInput) -> Response:
        response = await self._pager.choose_focus(handler_input)
        return response or self._responder.respond(handler_input, "touch-gone")
