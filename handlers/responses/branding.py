"""Branding: what the operator supplies for screens and lets the skill do."""

from typing import Literal

import msgspec
from ask_sdk_core.dispatch_components import AbstractRequestInterceptor
from ask_sdk_core.handler_input import HandlerInput

from handlers.responses.apl import Code, qr_code
from handlers.responses.closings import PLAYS, PickQuestion, question_of_pick
from handlers.session import PendingQuestion, pending_question

_BRANDING = "branding"
_OFFER: tuple[Literal["confirm"], str] = ("confirm", "play")


class Branding(msgspec.Struct, frozen=True):
    """What the operator supplies for screens.

    - `logo`: https address of the music service's logo
    - `page`: https address of the skill's page
    - `code`: its QR code
    - `saves`: whether the skill may save songs
    - `plays`: whether the skill may start music
    """

    logo: str | None = None
    page: str | None = None
    code: Code | None = None
    saves: bool = False
    plays: bool = False

    @classmethod
    def of(
        cls, logo: str | None, skill_page: str | None, *, saves: bool, plays: bool
    ) -> "Branding":
        """Return the branding with the QR code of the skill's page."""
        code = qr_code(skill_page) if skill_page else None
        return cls(logo, skill_page, code, saves, plays)


class BrandingInterceptor(AbstractRequestInterceptor):
    """Request interceptor: hand what the operator supplies to the screens."""

    def __init__(self, branding: Branding) -> None:
        self._branding = branding

    def process(self, handler_input: HandlerInput) -> None:
        attributes = handler_input.attributes_manager.request_attributes
        attributes[_BRANDING] = self._branding
        attributes[PLAYS] = self._branding.plays


def branding_of(handler_input: HandlerInput) -> Branding:
    attributes = handler_input.attributes_manager.request_attributes
    branding = attributes.get(_BRANDING)
    return branding if isinstance(branding, Branding) else Branding()


def plays_for(handler_input: HandlerInput) -> bool:
    """Return whether the skill can start music for this listener; not in the demo.

    Then a recommended song is offered to be played.
    """
    return question_of_pick(handler_input) is PickQuestion.PLAY


def offer_to_play(handler_input: HandlerInput, item_id: str) -> PendingQuestion | None:
    """Return the question "Shall I play it?" of what is in focus; None where not."""
    is_asked = plays_for(handler_input)
    return PendingQuestion(*_OFFER, (item_id,)) if is_asked else None


def is_offered(handler_input: HandlerInput) -> bool:
    """Return whether this request may answer `offer_to_play`."""
    question = pending_question(handler_input)
    return question is not None and (question.kind, question.purpose) == _OFFER
