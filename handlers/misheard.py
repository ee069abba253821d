"""Misheard words: a name's slot that holds more than a name, or a whole sentence.

A recogniser puts what it did not understand into a slot. A real name always wins, "I
Want to Hold Your Hand" too: only words that matched nothing are looked at here.
"""

from collections.abc import Collection, Sequence
from typing import Protocol

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers import session
from handlers.request import language_of, listener_of, slot_texts
from handlers.responses.closings import question_of_pick
from handlers.responses.localization import Argument
from handlers.session import (
    LONGEST_SONG,
    OFFER_DEMO,
    OFFER_RECOMMENDATION,
    PICKS,
    WHICH_NUMBER,
    Cursor,
    Focus,
    LastAnswer,
    SongSearch,
    pending_question,
)
from handlers.slot_words import SentenceWords, folded, words_of
from providers.name_matching.matcher import Decision, NameMatch, Verdict, decide
from providers.name_matching.normalization import normal_form
from providers.name_matching.number_comparison import other_number

_FEWEST = 3  # words of a sentence that begins like one
_FEWEST_FUNCTION_WORDS = 2  # in a sentence that does not
_FEWEST_LETTERS = 7  # of a Japanese sentence

_OF_A_SONG = ("add", "holds")  # purposes: a song is meant beside the playlist
_SONGS = ("song", "performer")  # slots


class Responds(Protocol):
    """`handlers.responses.responder.Responder`: makes a response of a message."""

    def respond(
        self, handler_input: HandlerInput, key: str, **arguments: Argument
    ) -> Response: ...


def is_sentence(text: str, language: str) -> bool:
    """Return whether the words are said to somebody, rather than a name.

    `language` is a language code. True of titles that are sentences, too.

    >>> is_sentence("can you just pick something", "en")
    True
    >>> is_sentence("The Dark Side of the Moon", "en")
    False
    """
    spoken, sentence = folded(text, language), words_of(language).sentence
    if language == "ja":
        return len(spoken) >= _FEWEST_LETTERS and _is_japanese(spoken, sentence)
    words = spoken.split()
    if len(words) < _FEWEST:
        return False
    if any(f"{spoken} ".startswith(opener) for opener in sentence.openers):
        return True
    function_words = sum(word in sentence.words for word in words)
    return len(words) > _FEWEST and function_words >= _FEWEST_FUNCTION_WORDS


def _is_japanese(spoken: str, sentence: SentenceWords) -> bool:
    if spoken.startswith(sentence.openers) or spoken.endswith(sentence.endings):
        return True
    found = sum(word in spoken for word in sentence.words)
    return found >= _FEWEST_FUNCTION_WORDS


def without_surroundings(text: str, language: str) -> str:
    """Return a name without what is said around it; the text where nothing is.

    >>> without_surroundings("deep focus and tell me the first songs", "en")
    'deep focus'
    """
    spoken = folded(text, language)
    bare = words_of(language).around.removed(spoken)
    return text if bare == spoken else bare


def decide_between(
    spoken: str, names: Sequence[str], language: str, favoured: Collection[int]
) -> Decision:
    """Return what `decide` does; of no name the decision on the words in the middle.

    A name of several words within longer ones is acted on: "halcyon nights altogether".
    """
    decision = decide(spoken, names, language=language, favoured=favoured)
    bare = without_surroundings(spoken, language)
    if decision.verdict is Verdict.ACT:
        return decision
    shorter = decide(bare, names, language=language, favoured=favoured)
    decision = shorter if shorter.best > decision.best else decision
    within = _within(spoken, names, language)
    if decision.verdict is Verdict.OFFER and within is not None:
        match = NameMatch(within, decision.best)
        return Decision(Verdict.ACT, (match,), decision.best)
    return decision


def _within(spoken: str, names: Sequence[str], language: str) -> int | None:
    """Return the index of the one name that is most of the spoken words, or None.

    It has several words, and they were said in a row. None in scripts without spaces.
    """
    heard = normal_form(spoken, language)
    forms = [normal_form(name, language) for name in names]
    within = [
        index
        for index, form in enumerate(forms)
        if " " in form.words
        and f" {form.words} " in f" {heard.words} "
        and len(form.letters) >= len(heard.letters) / 2
        and not other_number(heard, form)
    ]
    return within[0] if len(within) == 1 else None


def respond_unknown(
    responder: Responds,
    handler_input: HandlerInput,
    key: str,
    *,
    heard: str,
    **arguments: Argument,
) -> Response:
    """Respond that nothing is called so; a sentence is never read back.

    `key` names the message, which has `heard` among its arguments. "It" and "by them"
    mean that name then: see `looked_for`.
    """
    if is_sentence(heard, language_of(handler_input)):
        return respond_misheard(responder, handler_input)
    session.put(handler_input, SongSearch(heard[:LONGEST_SONG]))
    session.delete(handler_input, Focus)
    return responder.respond(handler_input, key, heard=heard, **arguments)


_MAY_FIND_NOTHING = frozenset(
    (
        *("WhichPlaylistIntent", "WhichPlaylistHasItIntent", "PlayIntent"),
        *("SongFactsIntent", "ArtistFactsIntent", "NewByArtistIntent"),
    )
)


def forget_focus(handler_input: HandlerInput, purpose: str) -> None:
    """Take out of the session what was in focus: a playlist of no known name was meant.

    "Is it on my Zumba playlist" still means the song in focus, which was not named.
    """
    if purpose not in _OF_A_SONG or slot_texts(handler_input, _SONGS):
        session.delete(handler_input, Focus)


def looked_for(handler_input: HandlerInput) -> str | None:
    """Return the name that the last answer told nothing of; None for no such."""
    search = session.get(handler_input, SongSearch)
    if search is None or session.get(handler_input, Focus) is not None:
        return None
    last = session.get(handler_input, LastAnswer)
    name = last.name if last and last.kind == "intent" else ""
    is_alone = session.get(handler_input, Cursor) is None
    return search.heard if name in _MAY_FIND_NOTHING or is_alone else None


def respond_misheard(responder: Responds, handler_input: HandlerInput) -> Response:
    """Respond that this was not understood, and what can be said at this moment."""
    key, asks = f"fallback{situation(handler_input)}", question_of_pick(handler_input)
    return responder.respond(handler_input, key, asks=asks)


def situation(handler_input: HandlerInput) -> str:
    """Return the suffix of the message for this situation.

    An open question is asked once more; one that was asked twice is dropped. So is an
    offer: who says something else, does not want it. A list counts while the last
    answer was about it.
    """
    question = pending_question(handler_input)
    speaks = question is not None and not (
        question.kind == WHICH_NUMBER.kind
        or session.is_open(handler_input, OFFER_RECOMMENDATION)
        or session.is_open(handler_input, OFFER_DEMO)
    )
    if question and speaks and session.ask(handler_input, question):
        return f"-{question.kind}"
    if session.speaks_of_list(handler_input):
        cursor = session.get(handler_input, Cursor)
        return "-picks" if cursor and cursor.kind == PICKS else "-list"
    unlinked = listener_of(handler_input).token is None
    return "-unlinked" if unlinked and session.ask(handler_input, OFFER_DEMO) else ""
