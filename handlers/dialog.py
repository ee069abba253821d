"""Dialog: lets the next answer fill a slot; finds what is no name in a slot.

https://developer.amazon.com/docs/alexa/custom-skills/dialog-interface-reference.html
"""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from ask_sdk_core.dispatch_components import (
    AbstractRequestInterceptor,
    AbstractResponseInterceptor,
)
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers import request, session
from handlers.session import Cursor, PendingQuestion, SentEntities, pending_question
from providers.lazy_imports import after_first_answer

WORDS_FILE = Path(__file__).with_name("slot_words.toml")

ELICITED: Mapping[str, tuple[str, str]] = {
    "which": ("OpenPlaylistIntent", "playlist"),
    "artist": ("RecommendIntent", "artist"),
    "song": ("WhichPlaylistIntent", "song"),
    "speaker": ("PlayIntent", "speaker"),
}
"""The intent and the slot that an answer fills, by the question's kind."""

_KANA = re.compile("[\u3040-\u30ff]")

_PLAYLIST, _TITLE, _SONG = "playlist", "title", "song"
_ARTIST, _PERFORMER = "artist", "performer"
_SONGS = (_TITLE, _SONG)
_NAMES = (_PLAYLIST, _TITLE, _SONG, _ARTIST, _PERFORMER)
_NEIGHBOUR = "neighbour"
_WITH_SONG = ("AddToPlaylistIntent", "SaveSongIntent")

# "Never recommend him": a slot of their own takes the pronouns of these.
_OPINIONS = frozenset(("NeverRecommendIntent", "AllowAgainIntent"))


class ElicitSlot(AbstractResponseInterceptor):
    """Response interceptor: a question that waits for a name elicits a slot.

    A bare name that no sample has is then understood. Alexa takes the directive only in
    the response to an intent, while the session stays open.
    """

    def process(self, handler_input: HandlerInput, response: Response | None) -> None:
        if response is None or response.should_end_session is not False:
            return
        if request.intent_of(handler_input) is None:
            return
        question = session.get(handler_input, PendingQuestion)
        slot = ELICITED.get(question.kind) if question else None
        if slot is not None:
            directives: list[Any] = [*(response.directives or ()), _elicitation(*slot)]
            response.directives = directives


def _elicitation(intent: str, slot: str) -> msgspec.Raw:
    """Return the directive as JSON; the answer comes as `intent` with `slot` filled."""
    unconfirmed = {"confirmationStatus": "NONE"}
    slots = {slot: {"name": slot, **unconfirmed}}
    updated_intent = {"name": intent, "slots": slots, **unconfirmed}
    return msgspec.Raw(
        msgspec.json.encode(
            {
                "type": "Dialog.ElicitSlot",
                "slotToElicit": slot,
                "updatedIntent": updated_intent,
            }
        )
    )


class WordsAround(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is said around a name, in one language.

    - `before`: what may stand between the verb and the name ("open up, like, …")
    - `after`: what may follow it ("… if you can", "… denn")
    - `second`: what begins another request ("… and tell me the first songs")
    """

    before: tuple[str, ...]
    after: tuple[str, ...]
    second: tuple[str, ...]

    def removed(self, text: str) -> str:
        """Return the text without what is around a name; all of it where that is all.

        The first request is the one that is left.
        """
        bare = min((text.partition(each)[0] for each in self.second), key=len)
        shorter = bare or text
        while shorter:
            bare, shorter = shorter, _without(shorter, self.before, str.removeprefix)
            shorter = _without(shorter, self.after, str.removesuffix)
            if shorter == bare:
                break
        return bare


class SentenceWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What tells that somebody speaks, rather than names something, in one language.

    - `openers`: how such a sentence begins; a space after the last word ends it
    - `words`: function words, of which a name has one at most
    - `endings`: how such a sentence ends; of Japanese only
    """

    openers: tuple[str, ...]
    words: frozenset[str]
    endings: tuple[str, ...] = ()


class SlotWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What can stand in a name's slot and is no name, in one language.

    - `this`: pronouns and the like, for what is in focus
    - `any`: "a song" and the like, for none in particular
    - `music`: "music" and the like, which name nothing where something is to be played
    - `ordinals`: the words of each position on the page, from the first; the last item
      of the page comes last
    - `frames`: what is said around an ordinal, which stands at `{}`
    - `corrections`: what parts a name from the one that was meant ("no wait")
    - `leads`: what may stand before the name that was meant
    - `exceptions`: what ends an artist's name ("but not")
    - `before_song`, `after_song`: what a song's slot holds around the song
    - `requests`: how a sentence ends that asks for something, by intent; a slot's words
      stand at its name ("put it on {playlist}")
    - `intents`: the usual phrases of built-in intents
    - `sentence`: what tells a sentence from a name
    - `around`: what surrounds a name and is none of it
    """

    this: frozenset[str]
    any: frozenset[str]
    music: frozenset[str]
    ordinals: tuple[tuple[str, ...], ...]
    frames: tuple[str, ...]
    corrections: tuple[str, ...]
    leads: tuple[str, ...]
    exceptions: tuple[str, ...]
    before_song: tuple[str, ...]
    after_song: tuple[str, ...]
    requests: dict[str, tuple[str, ...]]
    intents: dict[str, frozenset[str]]
    sentence: SentenceWords
    around: WordsAround

    def ordinal(self, text: str) -> int | None:
        """Return the position that `text` means: from 1, -1 for the last one."""
        *counted, last = self.ordinals
        positions = [*enumerate(counted, 1), (-1, last)]
        for frame in self.frames:
            for position, words in positions:
                if any(frame.replace("{}", word) == text for word in words):
                    return position
        return None

    def name(self, text: str, slot: str) -> str:
        """Return the name that was meant: the corrected one, without what surrounds it.

        "Machines, no wait, on Orchard" means Orchard, "eigentlich Dreams" is Dreams,
        and "like Abba but not Abba" is like Abba.
        """
        name = min((text.rpartition(each)[2] for each in self.corrections), key=len)
        if name != text:
            name = _without(name, self.leads, str.removeprefix)
        if slot == _SONG:
            name = _without(name, self.before_song, str.removeprefix)
            name = _without(name, self.after_song, str.removesuffix)
        if slot in (_ARTIST, _PERFORMER):
            name = min((name.partition(each)[0] for each in self.exceptions), key=len)
        return name

    def request(self, text: str) -> tuple[str, Mapping[str, str]] | None:
        """Return what the text asks for at its end, an intent and its slots' words.

        "That, put it on Running", heard as the name of an artist, is no name.
        """
        for intent, endings in self.requests.items():
            for ending in endings:
                if found := _ending(ending).fullmatch(text):
                    return intent, found.groupdict()
        return None

    def intent(self, text: str) -> str | None:
        """Return the built-in intent that `text` is a phrase of."""
        return next((name for name, said in self.intents.items() if text in said), None)


@cache
def _ending(template: str) -> re.Pattern[str]:
    """Return what matches a text that ends as the template says.

    Words stand between spaces, but not in Japanese.
    """
    words = re.sub(r"\\{(\w+)\\}", r"(?P<\1>.+)", re.escape(template))
    gap = "" if _KANA.search(template) else " "
    return re.compile(f"(?:.*{gap})?{words}")


@cache
def _read_words() -> Mapping[str, SlotWords]:
    """Return the words by language code; read at their first use: it takes 7 ms."""
    import tomllib

    tables = tomllib.loads(WORDS_FILE.read_text(encoding="utf-8"))
    return msgspec.convert(tables, dict[str, SlotWords])


def words_of(language: str) -> SlotWords:
    """Return the words of the language with this code; English ones for another."""
    words = _read_words()
    return words.get(language, words["en"])


class ReadSlotWords(AbstractRequestInterceptor):
    """Request interceptor: what is no name does not stay in a name's slot.

    - of a name that was corrected ("Machines, no wait, on Orchard") the last one stays
    - a pronoun is removed and noted for `request.is_reference`: what is in focus is
      meant; "something like it" becomes "more like this"
    - an ordinal ("the second one") is removed and noted for `request.ordinal_of`, too
    - "a song" is removed: "search for a song" names none; so is "music" of "play music
      on the phone", unless a playlist was sent to Alexa by that name
    - "that, put it on Running" becomes what it asks for at its end, unless it is in a
      song's place: a song may be called anything
    - "next", "stop", "help" and the like become that intent, while a list is read or a
      question is open; else only where no playlist was sent to Alexa by that name; they
      always do where "the one after" could stand ("not that one, next")
    """

    def __init__(self) -> None:
        after_first_answer(_read_words)

    def process(self, handler_input: HandlerInput) -> None:
        _read_beside_names(handler_input)
        slot = _slot_of_a_name(handler_input)
        if slot is None:
            return
        language = request.language_of(handler_input)
        words = words_of(language)
        is_name = bool(request.dynamic_entity_ids(handler_input, slot))
        text = folded(request.slot_text(handler_input, slot) or "", language)
        text = text if is_name else _put_name(handler_input, slot, text, words)
        meant = _meant(handler_input, slot, text, words)
        if meant is not None:
            request.reinterpret(handler_input, *meant)
            return
        is_read = session.get(handler_input, Cursor) is not None
        counts = slot in (_PLAYLIST, _TITLE) or (slot == _SONG and is_read)
        ordinal = words.ordinal(text) if counts else None
        intent = request.intent_of(handler_input)
        names_none = text in words.any if slot == _SONG else text in words.music
        if names_none and (slot == _SONG or (intent == "PlayIntent" and not is_name)):
            request.empty_slot(handler_input, slot)
            return
        if is_name or (ordinal is None and text not in words.this):
            return
        request.empty_slot(handler_input, slot)
        request.note_reference(handler_input)
        if slot in (_ARTIST, _PERFORMER) and intent == "RecommendIntent":
            request.reinterpret(handler_input, "MoreLikeThisIntent")
        if ordinal is not None:
            request.note_ordinal(handler_input, ordinal)


def _read_beside_names(handler_input: HandlerInput) -> None:
    """Read a song beside a playlist's name, and a neighbour, where no name stands."""
    _read_song(handler_input)
    _read_neighbour(handler_input)


def _read_song(handler_input: HandlerInput) -> None:
    """Take "it" and "the second one" out of a song's slot beside a playlist's."""
    if request.intent_of(handler_input) not in _WITH_SONG:
        return
    language = request.language_of(handler_input)
    text = folded(request.slot_text(handler_input, _SONG) or "", language)
    words = words_of(language)
    ordinal = words.ordinal(text)
    if text in words.this or text in words.any or ordinal is not None:
        request.empty_slot(handler_input, _SONG)
    if ordinal is not None:
        request.note_ordinal(handler_input, ordinal)


def _read_neighbour(handler_input: HandlerInput) -> None:
    """Take the request for a built-in intent where the neighbour's slot has one."""
    heard = request.slot_text(handler_input, _NEIGHBOUR)
    if heard is None or request.spoken_step(handler_input) is not None:
        return
    language = request.language_of(handler_input)
    meant = words_of(language).intent(folded(heard, language))
    if meant is not None:
        request.reinterpret(handler_input, meant)


def _slot_of_a_name(handler_input: HandlerInput) -> str | None:
    """Return the slot of this request that holds a name; None where none does."""
    if request.intent_of(handler_input) in (None, *_OPINIONS):
        return None
    return next(iter(request.slot_texts(handler_input, _NAMES)), None)


def _meant(
    handler_input: HandlerInput, slot: str, text: str, words: SlotWords
) -> tuple[str, Mapping[str, str]] | None:
    """Return the intent, and its slots' words, that is no name; None for a name."""
    built_in = words.intent(text)
    if built_in and _is_free(handler_input, slot):
        return built_in, {}
    is_name = bool(request.dynamic_entity_ids(handler_input, slot))
    return None if is_name or slot in _SONGS else words.request(text)


def _put_name(
    handler_input: HandlerInput, slot: str, text: str, words: SlotWords
) -> str:
    """Put the name that was meant into the slot where `text` is more; return it."""
    name = words.name(text, slot)
    if name != text:
        request.fill_slot(handler_input, slot, name)
    return name


def _without(text: str, words: Iterable[str], cut: Callable[[str, str], str]) -> str:
    """Return the text without the longest of the words that `cut` takes from it."""
    return min((cut(text, word) for word in words), key=len, default=text)


def _is_free(handler_input: HandlerInput, slot: str) -> bool:
    """Return whether a built-in phrase in the slot means the built-in intent.

    A song and an artist may have such a name: "which playlist has Help?" Only the
    answer to "Which song?" can be "help".
    """
    question = pending_question(handler_input)
    if slot not in (_PLAYLIST, _TITLE):
        return question is not None and question.kind == slot
    if question is not None or session.get(handler_input, Cursor) is not None:
        return True
    sent = session.get(handler_input, SentEntities)
    known = request.dynamic_entity_ids(handler_input, slot)
    return sent is not None and sent.playlists and not known


def folded(text: str, language: str) -> str:
    """Return the text in lower case without punctuation, one space between words.

    In Japanese without spaces: a recogniser sets them where it likes.
    """
    words = re.sub(r"[^\w' -]", " ", text.casefold().replace("’", "'")).split()
    return ("" if language == "ja" else " ").join(words)
