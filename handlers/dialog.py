"""Dialog: lets the next answer fill a slot; finds what is no name in a slot.

https://developer.amazon.com/docs/alexa/custom-skills/dialog-interface-reference.html
"""

from collections.abc import Mapping
from typing import Any, Protocol

import msgspec
from ask_sdk_core.dispatch_components import (
    AbstractRequestInterceptor,
    AbstractResponseInterceptor,
)
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers import request, session
from handlers.session import Cursor, PendingQuestion, SentEntities, pending_question
from handlers.shelf_places import note_place
from handlers.slot_words import SlotWords, folded, read_words, words_of
from providers.lazy_imports import after_first_answer
from providers.name_matching.positions import spoken_position

ELICITED: Mapping[str, tuple[str, str]] = {
    "which": ("OpenPlaylistIntent", "playlist"),
    "artist": ("RecommendIntent", "artist"),
    "song": ("WhichPlaylistIntent", "song"),
    "speaker": ("PlayIntent", "speaker"),
}
"""The intent and the slot that an answer fills, by the question's kind."""

NEVER, ALLOW = "never", "allow"
"""The purposes of asking what shall be left out, and what shall come again."""

LIKE, DISLIKE = "like", "dislike"
"""The purposes of asking which song is liked or not: by its number or its title."""

_ANSWERS: Mapping[str, tuple[str, str]] = {
    NEVER: ("NeverRecommendIntent", "artist"),
    ALLOW: ("AllowAgainIntent", "artist"),
    "artist": ("ArtistFactsIntent", "performer"),
    "new-by-artist": ("NewByArtistIntent", "performer"),
    "songs-by-artist": ("SongsByArtistIntent", "performer"),
    "song": ("SongFactsIntent", "song"),
    "last-heard": ("LastHeardIntent", "song"),
    "on-playlist": ("OnPlaylistIntent", "song"),
    "owner": ("PlaylistOwnerIntent", "playlist"),
    LIKE: ("LikeIntent", "playlist"),
    DISLIKE: ("DislikeIntent", "playlist"),
}
"""The intent that asked for a name, and its slot, by the question's purpose."""

_PURPOSE_OF = {intent: purpose for purpose, (intent, _) in _ANSWERS.items()}

_PLAYLIST, _TITLE, _SONG = "playlist", "title", "song"
_ARTIST, _PERFORMER = "artist", "performer"
_SONGS = (_TITLE, _SONG)
_NAMES = (_PLAYLIST, _TITLE, _SONG, _ARTIST, _PERFORMER)
_WISHED = (_ARTIST, _PERFORMER)
_NEIGHBOUR = "neighbour"
_WITH_SONG = ("AddToPlaylistIntent", "SaveSongIntent")

# "Never recommend him": a slot of their own takes the pronouns of these.
_OPINIONS = frozenset(("NeverRecommendIntent", "AllowAgainIntent"))


class Asks(Protocol):
    """`handlers.responses.responder.Responder`: asks a question, if it may."""

    def ask(
        self,
        handler_input: HandlerInput,
        question: PendingQuestion,
        key: str,
    ) -> Response: ...


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


def ask_whom(handler_input: HandlerInput, responder: Asks) -> Response:
    """Ask for the artist that this request is about; the answer comes back to it."""
    purpose = _PURPOSE_OF[request.intent_of(handler_input) or ""]
    return responder.ask(
        handler_input, PendingQuestion("artist", purpose), "artist-whom"
    )


def ask_which_song(handler_input: HandlerInput, responder: Asks) -> Response:
    """Ask for the song that this request is about; the answer comes back to it."""
    purpose = _PURPOSE_OF.get(request.intent_of(handler_input) or "", LIKE)
    is_opinion = purpose in (LIKE, DISLIKE)
    question = PendingQuestion("number" if is_opinion else "song", purpose)
    return responder.ask(handler_input, question, "opinion-of-which")


class ReadAnswer(AbstractRequestInterceptor):
    """Request interceptor: take a name for the answer to the intent that asked for it.

    Alexa knows few of the slots that are asked for: a name for another one comes in
    the slot of an intent that elicits its kind. So does a number.
    """

    def process(self, handler_input: HandlerInput) -> None:
        question = pending_question(handler_input)
        meant = _ANSWERS.get(question.purpose) if question else None
        if question is None or meant is None:
            return
        intent, slot = meant
        heard = request.intent_of(handler_input)
        eliciting, named = ELICITED.get(question.kind, ELICITED["which"])
        if heard == eliciting and request.slot_text(handler_input, named):
            request.reread(handler_input, intent, named, slot)
        elif heard in (eliciting, "SelectIntent") and _is_filled(handler_input):
            request.reinterpret(handler_input, intent, None)


def _is_filled(handler_input: HandlerInput) -> bool:
    """Return whether a number was said, or a genre that may be left out."""
    number, _ = request.chosen_number(handler_input)
    question = pending_question(handler_input)
    takes_genre = question is not None and question.purpose in (NEVER, ALLOW)
    genre = request.slot_text(handler_input, "genre") if takes_genre else None
    return number is not None or genre is not None


class ReadSlotWords(AbstractRequestInterceptor):
    """Request interceptor: what is no name does not stay in a name's slot.

    - of a name that was corrected ("Machines, no wait, on Orchard") the last one stays
    - a pronoun is removed and noted for `request.is_reference`: what is in focus is
      meant; "something like it" becomes "more like this", "something by her" another
      song of hers, "anything new by her" her newest
    - an ordinal ("the second one") is removed and noted for `request.ordinal_of`, too;
      "my second playlist" stays, and its place is noted, while none are read
    - "a song" is removed: "search for a song" names none; so is "music" of "play music
      on the phone", unless a playlist was sent to Alexa by that name
    - "that, put it on Running" becomes what it asks for at its end, unless it is in a
      song's place: a song may be called anything
    - "next", "stop", "help" and the like become that intent, while a list is read or a
      question is open; else only where no playlist was sent to Alexa by that name; they
      always do where "the one after" could stand ("not that one, next")
    """

    def __init__(self) -> None:
        after_first_answer(read_words)

    def process(self, handler_input: HandlerInput) -> None:
        if not request.slots_of(handler_input):
            return
        _read_beside_names(handler_input)
        slot = _slot_of_a_name(handler_input)
        if slot is not None:
            _read_name(handler_input, slot)


def _read_name(handler_input: HandlerInput, slot: str) -> None:
    """Take what is no name out of a name's slot."""
    language = request.language_of(handler_input)
    words = words_of(language)
    is_name = bool(request.dynamic_entity_ids(handler_input, slot))
    text = folded(request.slot_text(handler_input, slot) or "", language)
    text = text if is_name else _put_name(handler_input, slot, text, words)
    meant = _meant(handler_input, slot, text, words)
    if meant is not None:
        request.reinterpret(handler_input, *meant)
        return
    if slot == _PLAYLIST and not is_name and note_place(handler_input, text, words):
        return
    is_read = session.get(handler_input, Cursor) is not None
    counts = is_read or slot in (_PLAYLIST, _TITLE)
    ordinal = words.ordinal(text) if counts else None
    if ordinal is None and is_read and slot in _WISHED:
        ordinal = _numbered(text, language)
    intent = request.intent_of(handler_input)
    names_none = text in words.any if slot == _SONG else text in words.music
    if names_none and (slot == _SONG or (intent == "PlayIntent" and not is_name)):
        request.empty_slot(handler_input, slot)
        return
    if is_name or (ordinal is None and text not in words.this):
        return
    request.empty_slot(handler_input, slot)
    request.note_reference(handler_input)
    if intent == "RecommendIntent" and slot in _WISHED:
        request.reinterpret(handler_input, _wished(handler_input, slot))
    if ordinal is not None:
        request.note_ordinal(handler_input, ordinal)


def _numbered(text: str, language: str) -> int | None:
    """Return the place in a list that "number two" means; None for any other words."""
    position = spoken_position(text, language)
    return position.number if position and position.labelled else None


def _wished(handler_input: HandlerInput, slot: str) -> str:
    """Return the intent that asks for music by, or like, an artist in focus."""
    if slot == _ARTIST:
        return "MoreLikeThisIntent"
    is_new = "new" in request.resolved_ids(handler_input, "novelty")
    return "NewByArtistIntent" if is_new else "SameArtistIntent"


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
    is_said = not words.this.isdisjoint((text, words.around.removed(text)))
    if is_said or text in words.any or ordinal is not None:
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
