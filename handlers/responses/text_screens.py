"""Text screens: what is said, and how an account is linked.

An answer that has no screen of its own shows its words: help, apologies, confirmations,
and what was not understood. An answer about the list that is on the screen leaves that
list there.
"""

import re
from typing import Any

from ask_sdk_core.dispatch_components import AbstractResponseInterceptor
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response
from ask_sdk_model.ui import LinkAccountCard

from handlers import session
from handlers.request import has_screen, listener_of
from handlers.responses.apl import (
    Row,
    Screen,
    Touch,
    has_screen_of_its_own,
    show,
)
from handlers.responses.branding import branding_of, plays_for
from handlers.responses.line_breaks import in_sentence
from handlers.responses.localization import (
    Localization,
)
from handlers.responses.phrases import names_in
from handlers.responses.responder import (
    Responder,
    SpokenMessage,
    spoken_message,
    wording_seed,
)
from handlers.responses.sanitizing import usable_url
from handlers.responses.screens import (
    DEMO,
    PICKS,
    WORDS,
    Attribution,
    attribution,
    button,
    label,
    launch_choices,
    pick_buttons,
    pick_hint,
    turn_buttons,
    words,
)
from handlers.responses.text_widths import columns
from handlers.session import OFFER_DEMO, OFFER_RECOMMENDATION, Cursor, PendingQuestion

_OVER_A_LIST = ("help", "fallback", "why")  # drawn though a list is on the screen
_FAREWELL = "goodbye"
_APOLOGY = "apology-"
_BESIDE_BUTTONS = 45  # columns of a hint that has room beside two buttons
_LONGEST_TYPED = 30  # characters that fit below a QR code, and that one likes to type
_LONGEST_ADVICE = 60  # columns of three lines on the narrowest screens
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|(?<=[。！？])")
_NOT_TYPED = re.compile(r"^https://(www\.)?|/$")


class ShowWords(AbstractResponseInterceptor):
    """Response interceptor: draw the words of an answer that has no screen yet."""

    def __init__(self, responder: Responder) -> None:
        self._responder = responder

    def process(self, handler_input: HandlerInput, response: Response | None) -> None:
        if response is not None:
            show_words(self._responder, handler_input)


def show_words(
    responder: Responder, handler_input: HandlerInput, again: Touch | None = None
) -> None:
    """Draw what the response says, and what can be said next.

    `again` is what a touch sends that tries once more what has failed.
    Do nothing without a screen, beside another screen, or where the list that is on the
    screen is spoken of.
    """
    message = spoken_message(handler_input)
    if message is None or not _lacks_screen(handler_input, message.key):
        return
    localization = responder.localization_of(handler_input)
    text, *lines = _lines(handler_input, localization, message)
    steps = [in_sentence(line) for line in lines]
    say, buttons = _ways_on(handler_input, localization, again)
    is_linked = listener_of(handler_input).token is not None
    has_metadata = is_linked and any(names_in(message.arguments))
    named = (
        attribution(handler_input, localization) if has_metadata else Attribution("")
    )
    screen = Screen(
        "",
        in_sentence(text, tuple(names_in(message.arguments))),
        "",
        *named,
        message.image,
        buttons=buttons,
        say="" if message.key.startswith("help") else say,
        columns=columns(text),
        steps=steps,
    )
    show(handler_input, WORDS, screen)


def _lines(
    handler_input: HandlerInput, localization: Localization, message: SpokenMessage
) -> list[str]:
    """Return what the response says, or the lines that stand for it on a screen."""
    key, arguments, seed = message.key, message.arguments, wording_seed(handler_input)
    if localization.has(key, "screen"):
        return localization.text(key, arguments, role="screen", seed=seed).split("\n")
    text = localization.text(key, arguments, role="speech", seed=seed)
    return _fault_and_advice(text) if key.startswith(_APOLOGY) else [text]


def _fault_and_advice(apology: str) -> list[str]:
    """Return the first sentence and the others, where these are short."""
    fault, *advice = _SENTENCE_END.split(apology, maxsplit=1)
    is_short = any(advice) and columns(advice[0]) <= _LONGEST_ADVICE
    return [fault, *advice] if is_short else [apology]


def respond_with_linking(
    responder: Responder, handler_input: HandlerInput, key: str
) -> Response:
    """Return the message `key` with the card that links an account, and its screen.

    While the session stays open, the screen offers the demo as well.
    """
    response = responder.respond(handler_input, key)
    response.card = LinkAccountCard()
    if not has_screen(handler_input):
        return response
    localization = responder.localization_of(handler_input)
    branding = branding_of(handler_input)
    then = words(localization, "screen-link-then")
    by_card, by_page = (
        [words(localization, f"screen-link-{step}") for step in steps]
        for steps in (("card", "sign-in"), ("scan", "page"))
    )
    is_open = response.should_end_session is False
    screen = Screen(
        words(localization, "screen-link-title"),
        hint=label(localization, "screen-link-open"),
        link=usable_url(branding.page),
        code=branding.code,
        address=_typed(branding.page or ""),
        buttons=(button(localization, DEMO),) if is_open else (),
        steps=(*by_card, then),
        page=(*by_page, then) if branding.code else (),
    )
    show(handler_input, "linking", screen)
    return response


def wait_for_touch(handler_input: HandlerInput) -> None:
    """Keep a session that would end open for touches, without the microphone.

    Undecided, it lasts up to 30 s on a device with a screen, and ends on any other.
    https://developer.amazon.com/docs/alexa/custom-skills/manage-skill-session-and-session-attributes.html
    """
    response: Any = handler_input.response_builder.response
    is_linked = listener_of(handler_input).token is not None
    if is_linked and has_screen(handler_input) and response.should_end_session:
        response.should_end_session = None


def _typed(page: str) -> str:
    """Return the address as one types it; nothing where it is long."""
    address = _NOT_TYPED.sub("", page)
    return address if len(address) <= _LONGEST_TYPED else ""


def _lacks_screen(handler_input: HandlerInput, key: str) -> bool:
    """Return whether the words of the response are to be drawn."""
    response: Any = handler_input.response_builder.response
    if not has_screen(handler_input) or response.output_speech is None:
        return False
    return not has_screen_of_its_own(response) and not _stays(handler_input, key)


def _stays(handler_input: HandlerInput, key: str) -> bool:
    """Return whether what is on the screen is better left there."""
    if key == _FAREWELL:
        return True
    response = handler_input.response_builder.response
    if response.should_end_session is not False or key.startswith(_OVER_A_LIST):
        return False
    return session.speaks_of_list(handler_input)


def _ways_on(
    handler_input: HandlerInput, localization: Localization, again: Touch | None
) -> tuple[str, tuple[Row, ...]]:
    """Return what can be said next, and buttons; nothing beside a question of ours.

    Nothing can be said where only touches are waited for.
    """
    ends = handler_input.response_builder.response.should_end_session
    if ends is not False:
        return "", () if ends else _after_a_fault(localization, again)
    question = session.get(handler_input, PendingQuestion)
    offers = (OFFER_DEMO.fingerprint, OFFER_RECOMMENDATION.fingerprint)
    if question is not None and question.fingerprint not in offers:
        return "", ()
    if listener_of(handler_input).token is None:
        return words(localization, "say-demo"), (button(localization, DEMO),)
    if session.speaks_of_list(handler_input):
        cursor = session.get(handler_input, Cursor)
        if cursor is not None and cursor.kind == PICKS:
            saves, plays = branding_of(handler_input).saves, plays_for(handler_input)
            buttons = pick_buttons(localization, saves=saves, plays=plays)
            return pick_hint(handler_input, localization), buttons
        on = turn_buttons(localization, first=True, last=False)
        return words(localization, "say-list"), on
    say = words(localization, "say-anything")
    fits = columns(say) <= _BESIDE_BUTTONS
    return say if fits else "", launch_choices(localization)[:2]


def _after_a_fault(localization: Localization, again: Touch | None) -> tuple[Row, ...]:
    """Return the button that tries again, and others that lead elsewhere."""
    choices = launch_choices(localization)[:2]
    if again is None:
        return choices
    elsewhere = (each for each in choices if each.arguments != again)
    return (Row(label(localization, "screen-again"), again), *elsewhere)
