"""Closings: the question that an answer ends in, not twice in a row in the same words.

A closing is a message whose wordings can stand for each other: "What next?", "Anything
else?". An answer that ends in one of them may end in any other. The answer to a
question beside the conversation, an aside, ends in what was asked or offered before it:
"Shall I play it?".
"""

from collections.abc import Mapping, Sequence
from enum import Enum, IntEnum
from typing import Protocol

import msgspec
from ask_sdk_core.handler_input import HandlerInput

from handlers import session
from handlers.request import intent_of, is_own
from handlers.session import (
    OFFER_DEMO,
    OFFER_RECOMMENDATION,
    PICKS,
    Cursor,
    Focus,
    LastAnswer,
    LastWords,
    PendingQuestion,
    fingerprint,
    pending_question,
)

PLAYS = "plays"
"""The request attribute that says whether the skill may start music."""


class PickQuestion(IntEnum):
    """What is asked of a recommended song; messages choose by it.

    LIKE: "Do you like it?". PLAY: "Play it?", which a yes does.
    """

    LIKE = 0
    PLAY = 1


_ROLE, _REPEATS = "words", "repeats"
_LEFT_OPEN = ("what-next", "what-then")
_OF_A_PICK = {PickQuestion.PLAY: "play-it", PickQuestion.LIKE: "like-it"}
_CLOSINGS = (*_LEFT_OPEN, "go-on", *_OF_A_PICK.values())
# After one of them, a closing is a sentence of its own.
_ENDS = frozenset(".!?:…。！？：")

_OF_THE_SKILL = frozenset(
    ("WhoseAccountIntent", "CountPlaylistsIntent", "WhatIKeepIntent")
)
_ASIDES = _OF_THE_SKILL | {
    "SongFactsIntent",
    "ArtistFactsIntent",
    "SongsByArtistIntent",
    "PlaylistOwnerIntent",
    "PlaylistLengthIntent",
    "LastHeardIntent",
    "OnPlaylistIntent",
    "TopGenresIntent",
    "CountItemsIntent",
}
"""Questions that are answered, and leave open what was asked or offered before.

Only after one about the skill is what the skill began with offered again: all else goes
on from it.
"""

_OF_ASIDES = frozenset(
    {
        "artist",
        "song",
        "owner",
        "length",
        "last-heard",
        "new-by-artist",
        "songs-by-artist",
        "on-playlist",
    }
)
"""Purposes of the questions that asides ask: such an intent answers them."""

_ASK_OF_A_PICK = (
    LastAnswer("page"),
    LastAnswer("item"),
    LastAnswer("intent", "WhyIntent"),
)
"""The last answers that ask a `PickQuestion` where a pick is in focus."""


class Wordings(Protocol):
    """`Localization`: the messages of one locale."""

    def wordings(self, key: str, role: str) -> tuple[str, ...]: ...

    def ssml(self, key: str, arguments: Mapping[str, Enum]) -> str: ...


class StillOpen(Enum):
    """What is asked once more after an aside; the message `still-open` chooses by it.

    ONE, MEANT: whether it is this playlist, or which of some.
    """

    WHICH = "which"
    ONE = "one"
    MEANT = "meant"
    ARTIST = "artist"
    SONG = "song"
    NUMBER = "number"
    SPEAKER = "speaker"
    DEMO = "demo"
    RECOMMEND = "recommend"

    @classmethod
    def of(cls, question: PendingQuestion, *, of_the_skill: bool) -> "StillOpen | None":
        """Return how a question is asked again; None for one that is left."""
        if question.purpose in _OF_ASIDES:
            return None
        if question.kind == "meant":
            return cls.ONE if len(question.ids) == 1 else cls.MEANT
        if question.kind != "confirm":
            return cls(question.kind)
        offers = {OFFER_DEMO: cls.DEMO, OFFER_RECOMMENDATION: cls.RECOMMEND}
        same = [kind for each, kind in offers.items() if _is_same(each, question)]
        return same[0] if same and of_the_skill else None


class _Closing(msgspec.Struct, frozen=True):
    """The end of a speech: the closing's key, its words, and all before them."""

    key: str
    words: str
    before: str


def question_of_pick(handler_input: HandlerInput) -> PickQuestion:
    """Return what is asked of a pick: `PLAY` where the skill can play for them."""
    attributes = handler_input.attributes_manager.request_attributes
    plays = attributes.get(PLAYS) is True and is_own(handler_input)
    return PickQuestion(plays)


def asked_of_pick(handler_input: HandlerInput) -> PickQuestion | None:
    """Return what the last response asked of the pick in focus; None for nothing.

    It asked where it read a pick out, told more of one, told why or answered an aside.
    """
    focus, cursor = (
        session.get(handler_input, Focus),
        session.get(handler_input, Cursor),
    )
    last = session.get(handler_input, LastWords)
    is_read = cursor is not None and cursor.kind == PICKS
    is_asked = (
        (is_read and pending_question(handler_input) is None)
        and (focus is not None and focus.kind == "pick")
        and (
            session.get(handler_input, LastAnswer) in _ASK_OF_A_PICK
            or (last is not None and last.offers)
        )
    )
    return question_of_pick(handler_input) if is_asked else None


def repeat_words(handler_input: HandlerInput) -> None:
    """Let this request's response have the words of the last one."""
    handler_input.attributes_manager.request_attributes[_REPEATS] = True


def is_said_again(handler_input: HandlerInput, speech: str) -> bool:
    """Return whether the last response said the same, word for word, unasked."""
    last = session.get(handler_input, LastWords)
    return not _repeats(handler_input) and bool(
        last and last.said == fingerprint(speech)
    )


def closed(
    handler_input: HandlerInput, localization: Wordings, texts: Sequence[str]
) -> list[str]:
    """Return speech and reprompt of a response with the closing that fits; note it.

    That is what was offered before an aside; else other words than the last ones.
    """
    speech, *again = texts
    end = _closing_of(localization, speech)
    last = session.get(handler_input, LastWords) or LastWords()
    words, offer, offers = end.words if end else "", None, False
    if end and _repeats(handler_input):
        words, offers = _same(localization, end.words, last.closing), last.offers
    elif end:
        question = (
            asked_of_pick(handler_input) if _is_aside(handler_input, end) else None
        )
        offers = question is not None
        key = end.key if question is None else _OF_A_PICK[question]
        offer = _still_open(handler_input, localization, end)
        words = offer or _unlike(localization, key, end.words, last.closing)
    session.put(
        handler_input, LastWords(fingerprint(speech), fingerprint(words), offers)
    )
    if offer or offers:
        again = [_ended(localization, text, words) for text in again]
    return [end.before + words if end else speech, *again]


def _repeats(handler_input: HandlerInput) -> bool:
    return _REPEATS in handler_input.attributes_manager.request_attributes


def _is_aside(handler_input: HandlerInput, end: _Closing) -> bool:
    """Return whether the response answers an aside, and asks nothing of its own."""
    return end.key in _LEFT_OPEN and intent_of(handler_input) in _ASIDES


def _ended(localization: Wordings, text: str, words: str) -> str:
    """Return the text with these words in place of its closing, if it has one."""
    end = _closing_of(localization, text)
    return end.before + words if end else text


def _closing_of(localization: Wordings, speech: str) -> _Closing | None:
    """Return the closing that the speech ends in; None for none."""
    for key in _CLOSINGS:
        for words in localization.wordings(key, _ROLE):
            before = speech.removesuffix(words)
            if before != speech and (not before or before.rstrip()[-1:] in _ENDS):
                return _Closing(key, words, before)
    return None


def _unlike(localization: Wordings, key: str, words: str, last: int) -> str:
    """Return a wording of the closing `key` that was not the last one.

    The message's own words where they fit.
    """
    wordings = localization.wordings(key, _ROLE)
    first = wordings.index(words) if words in wordings else 0
    others = (*wordings[first:], *wordings[:first])
    return next((each for each in others if fingerprint(each) != last), words)


def _same(localization: Wordings, words: str, last: int) -> str:
    """Return the closing that was the last one; `words` where it was none."""
    known = (each for key in _CLOSINGS for each in localization.wordings(key, _ROLE))
    return next((each for each in known if fingerprint(each) == last), words)


def _still_open(
    handler_input: HandlerInput, localization: Wordings, end: _Closing
) -> str | None:
    """Return the question that an aside left open, asked once more; None for none."""
    question = pending_question(handler_input)
    asks = session.get(handler_input, PendingQuestion) is not None
    if question is None or asks or not _is_aside(handler_input, end):
        return None
    of_the_skill = intent_of(handler_input) in _OF_THE_SKILL
    kind = StillOpen.of(question, of_the_skill=of_the_skill)
    if kind is None or not session.ask(handler_input, question):
        return None
    return localization.ssml("still-open", {"kind": kind})


def _is_same(one: PendingQuestion, other: PendingQuestion) -> bool:
    return one.fingerprint == other.fingerprint
