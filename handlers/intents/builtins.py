"""Built-in intents and small ones: help, stop, fallback, thanks."""

from collections.abc import Mapping
from enum import IntFlag, StrEnum

from ask_sdk_core.dispatch_components import AbstractRequestInterceptor
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers import request, session
from handlers.corrections import CORRECT
from handlers.misheard import respond_misheard, situation
from handlers.request import (
    IntentHandler,
    TypeHandler,
    intent_of,
    listener_of,
    resolved_ids,
    slot_text,
)
from handlers.responses.closings import question_of_pick
from handlers.responses.responder import WAITING, Responder, no_speech
from handlers.responses.text_screens import respond_with_linking
from handlers.session import (
    OFFER_RECOMMENDATION,
    LastAnswer,
    LastPicks,
    PendingQuestion,
    pending_question,
)
from providers.sample_library import SAMPLE_TOKEN


class Able(IntFlag):
    """What the operator lets the skill do beside reading; messages choose by it.

    SAVES: songs are saved and playlists made.
    """

    NEITHER = 0
    SAVES = 1
    PLAYS = 2


_MORE_HELP = {
    "help": "help-find",
    "help-find": "help-taste",
    "help-unlinked": "help-unlinked-more",
}
"""Each part of the help, and the one that is told after it."""

_OF_LISTS = frozenset(("help-list", "help-picks"))
"""Helps after which "next" and "another" mean the list."""


class Help(IntentHandler):
    """ "Help": say what fits the situation; ask an open question once more.

    Asked again, also by "what else?", which some languages understand as "next" or
    "another", it goes on with what else can be said.
    """

    _HELP = "AMAZON.HelpIntent"
    _ANOTHER = "AnotherIntent"

    intents = frozenset((_HELP, _ANOTHER, "AMAZON.NextIntent", "AMAZON.MoreIntent"))

    def __init__(self, able: Able, responder: Responder) -> None:
        self._able = able
        self._responder = responder

    def can_handle(self, handler_input: HandlerInput) -> bool:
        if not super().can_handle(handler_input):
            return False
        last = session.get(handler_input, LastAnswer)
        intent = intent_of(handler_input)
        if intent == self._HELP or last is None or last.kind != "message":
            return intent == self._HELP
        if intent == self._ANOTHER and session.get(handler_input, LastPicks):
            return last.name in _MORE_HELP  # else it is another song
        return last.name.startswith("help") and last.name not in _OF_LISTS

    async def handle(self, handler_input: HandlerInput) -> Response:
        last = session.get(handler_input, LastAnswer)
        key = f"help{situation(handler_input)}"
        if key == "help" and listener_of(handler_input).token is None:
            key = "help-unlinked"  # the demo was offered twice already
        if last is not None and key in ("help", last.name):
            key = _MORE_HELP.get(last.name, "help")
        asks = question_of_pick(handler_input)
        return self._responder.respond(handler_input, key, able=self._able, asks=asks)


class Fallback(IntentHandler):
    """Words that fit no intent: say what can be said in this situation.

    Also a correction that names nothing.
    """

    intents = frozenset(("AMAZON.FallbackIntent", CORRECT))

    def __init__(self, responder: Responder) -> None:
        self._responder = responder

    async def handle(self, handler_input: HandlerInput) -> Response:
        return respond_misheard(self._responder, handler_input)


class UnknownIntent(TypeHandler):
    """An intent without a handler, of a model that is newer than the skill."""

    request_type = "IntentRequest"

    def __init__(self, fallback: Fallback) -> None:
        self._fallback = fallback

    async def handle(self, handler_input: HandlerInput) -> Response:
        return await self._fallback.handle(handler_input)


class ReadAside(AbstractRequestInterceptor):
    """Request interceptor: take "stop, mum is calling" for a stop, and so for a pause.

    What is said beside a request is in a slot that is emptied: nobody looks at it.
    """

    _ASIDE = "aside"

    _COMMANDS: Mapping[str, str] = {
        "StopBecauseIntent": "AMAZON.StopIntent",
        "PauseBecauseIntent": "AMAZON.PauseIntent",
    }

    intents = frozenset(_COMMANDS)

    def process(self, handler_input: HandlerInput) -> None:
        request.empty_slot(handler_input, self._ASIDE)
        command = self._COMMANDS.get(intent_of(handler_input) or "")
        if command is not None:
            request.reinterpret(handler_input, command)


class Stop(IntentHandler):
    """ "Stop", "cancel", "go home": end the session."""

    intents = frozenset(
        ("AMAZON.StopIntent", "AMAZON.CancelIntent", "AMAZON.NavigateHomeIntent")
    )

    def __init__(self, responder: Responder) -> None:
        self._responder = responder

    async def handle(self, handler_input: HandlerInput) -> Response:
        return self._responder.respond(handler_input, "goodbye")


class Thanks(IntentHandler):
    """ "Thanks": ask whether there is anything else, and take a yes or a no to it."""

    _ANYTHING_ELSE = PendingQuestion("confirm", "anything-else")
    _THANKS = "ThanksIntent"
    _YES = "AMAZON.YesIntent"

    intents = frozenset((_THANKS, _YES, "AMAZON.NoIntent"))

    def __init__(self, responder: Responder) -> None:
        self._responder = responder

    def can_handle(self, handler_input: HandlerInput) -> bool:
        is_thanks = intent_of(handler_input) == self._THANKS
        is_open = session.is_open(handler_input, self._ANYTHING_ELSE)
        return super().can_handle(handler_input) and (is_thanks or is_open)

    async def handle(self, handler_input: HandlerInput) -> Response:
        intent = intent_of(handler_input)
        key = "yes-to-nothing" if intent == self._YES else "goodbye"
        if intent == self._THANKS and session.ask(handler_input, self._ANYTHING_ELSE):
            key = "thanks"
        return self._responder.respond(handler_input, key)


class TakeTime(IntentHandler):
    """ "Hang on", "not now", "let me think": leave everything as it is.

    An offer and what has to be confirmed are dropped: a later "yes" would be no answer
    to them.
    """

    intents = frozenset(("WaitIntent",))

    def __init__(self, responder: Responder) -> None:
        self._responder = responder

    async def handle(self, handler_input: HandlerInput) -> Response:
        question = pending_question(handler_input)
        if question is not None and question.kind != "confirm":
            session.ask(handler_input, question)
        return self._responder.respond(handler_input, WAITING)


class Capability(StrEnum):
    """What people ask for that the skill cannot or may not do: ids of the slot type."""

    PLAYBACK = "playback"
    LOUDER = "louder"
    QUIETER = "quieter"
    MUTE = "mute"
    VOLUME = "volume"
    TIMER = "timer"
    LYRICS = "lyrics"
    WEATHER = "weather"
    NEWS = "news"
    CALL = "call"
    ADS = "ads"
    EDIT = "edit"
    RENAME = "rename"
    JOKE = "joke"
    TIME = "time"
    FACTS = "facts"
    CHARTS = "charts"
    CONCERTS = "concerts"
    SORTING = "sorting"
    CHAT = "chat"
    PACE = "pace"
    COST = "cost"
    PREMIUM = "premium"
    FAMILY = "family"
    LISTENING = "listening"
    SIGNING_IN = "password"
    SHARING = "sharing"
    MAKER = "maker"
    CAN_SAVE = "can-save"
    CAN_MAKE = "can-make"
    CAN_PLAY = "can-play"
    OTHER = "other"


_OF_A_PLAYER = frozenset(
    (
        *("AMAZON.PauseIntent", "AMAZON.ResumeIntent", "NextSongIntent"),
        *("PreviousSongIntent", "SpeakersIntent"),
    )
)
"""Intents about a player, which are answered elsewhere where there is one."""


_BY_SLOT = {
    "playlist": Capability.EDIT,  # "add this to …"
    "name": Capability.RENAME,  # "call it …"
    "position": Capability.EDIT,  # "delete the second song"
    "performer": Capability.CONCERTS,  # "when is … on tour"
    "theme": Capability.FACTS,  # "a song about …"
    "topic": Capability.OTHER,  # "how do you spell …"
}
"""What is meant where something of one's own is named."""


class Unsupported(IntentHandler):
    """ "Turn it up", "pause", "what's the weather": say that it cannot be done.

    Then offer a recommendation, which a yes accepts.
    """

    intents = frozenset(("UnsupportedIntent", *_OF_A_PLAYER))

    def __init__(self, responder: Responder) -> None:
        self._responder = responder

    async def handle(self, handler_input: HandlerInput) -> Response:
        session.ask(handler_input, OFFER_RECOMMENDATION)
        return self._responder.respond(
            handler_input, "unsupported", capability=_capability(handler_input)
        )


class WhatItCan(IntentHandler):
    """ "Can you save songs?", "do you play music?": say how, or that it cannot.

    Then offer a recommendation, which a yes accepts.
    """

    _SAVING = frozenset((Capability.CAN_SAVE, Capability.CAN_MAKE))
    _ALL = frozenset((*_SAVING, Capability.CAN_PLAY))

    intents = frozenset(("UnsupportedIntent",))

    def __init__(self, able: Able, responder: Responder) -> None:
        self._able = able
        self._responder = responder

    def can_handle(self, handler_input: HandlerInput) -> bool:
        is_meant = super().can_handle(handler_input)
        return is_meant and _capability(handler_input) in self._ALL

    async def handle(self, handler_input: HandlerInput) -> Response:
        capability = _capability(handler_input)
        session.ask(handler_input, OFFER_RECOMMENDATION)
        if capability in self._SAVING and Able.SAVES not in self._able:
            return self._responder.respond(handler_input, "saving-off")
        if capability is Capability.CAN_PLAY and Able.PLAYS not in self._able:
            return self._responder.respond(
                handler_input, "unsupported", capability=Capability.PLAYBACK
            )
        return self._responder.respond(handler_input, "able-to", capability=capability)


class AboutSkill(IntentHandler):
    """ "Does this cost anything?", "where do I put my password?": tell the truth.

    Also who can use it, who gets to know anything, and whose skill it is. Who has not
    linked an account and asks for the password gets the card to link it.
    """

    _TOPICS = frozenset(
        (
            *(Capability.COST, Capability.PREMIUM, Capability.FAMILY, Capability.MAKER),
            *(Capability.SIGNING_IN, Capability.SHARING, Capability.LISTENING),
        )
    )

    intents = frozenset(("UnsupportedIntent",))

    def __init__(self, able: Able, responder: Responder) -> None:
        self._able = able
        self._responder = responder

    def can_handle(self, handler_input: HandlerInput) -> bool:
        is_meant = super().can_handle(handler_input)
        return is_meant and _capability(handler_input) in self._TOPICS

    async def handle(self, handler_input: HandlerInput) -> Response:
        topic = _capability(handler_input)
        unlinked = listener_of(handler_input).token in (None, SAMPLE_TOKEN)
        if topic is Capability.SIGNING_IN and unlinked:
            return respond_with_linking(
                self._responder, handler_input, "about-password-unlinked"
            )
        return self._responder.respond(
            handler_input, "about-skill", capability=topic, able=self._able
        )


class NoSpeech(TypeHandler):
    """Base of handlers for requests to which Amazon wants no speech.

    https://developer.amazon.com/docs/custom-skills/request-types-reference.html
    """

    async def handle(self, handler_input: HandlerInput) -> Response:
        return no_speech(handler_input)


class SessionEnded(NoSpeech):
    """SessionEndedRequest: the session is over, no response would be heard."""

    request_type = "SessionEndedRequest"


class ExceptionEncountered(NoSpeech):
    """System.ExceptionEncountered: Amazon could not use a response of ours."""

    request_type = "System.ExceptionEncountered"

    async def handle(self, handler_input: HandlerInput) -> Response:
        listener_of(handler_input).turn.conclude("failed", "answer_refused")
        return await super().handle(handler_input)


def _capability(handler_input: HandlerInput) -> Capability:
    if intent_of(handler_input) in _OF_A_PLAYER:
        return Capability.PLAYBACK
    ids = resolved_ids(handler_input, "capability")
    if named := next((c for c in Capability if c in ids), None):
        return named
    filled = (slot for slot in _BY_SLOT if slot_text(handler_input, slot) is not None)
    return _BY_SLOT.get(next(filled, ""), Capability.OTHER)
