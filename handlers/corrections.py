"""Corrections: "no, I mean the song Dreams", "no, let it be, play Dreams instead".

While a question waits for a name, whole sentences arrive in the name's slot. One that
begins with a refusal is another request, or the last request for something else.
"""

from collections.abc import Mapping

from ask_sdk_core.dispatch_components import AbstractRequestInterceptor
from ask_sdk_core.handler_input import HandlerInput

from handlers import request, session
from handlers.session import (
    ARRIVALS,
    PLACES,
    RELEASES,
    Cursor,
    LastAnswer,
    PendingQuestion,
    pending_question,
)
from handlers.slot_words import SlotWords, folded, words_of

CORRECT = "CorrectIntent"

_NO, _PLAY, _OPEN = "AMAZON.NoIntent", "PlayIntent", "OpenPlaylistIntent"
_PLAYLIST, _SONG, _ARTIST = "playlist", "song", "artist"
_NAME = "name"

_CORRECTED = {_NAME: None, _SONG: _SONG, "performer": _ARTIST, _PLAYLIST: _PLAYLIST}
"""The slots of a correction, and the kind of thing that each names; None for any."""

_NAMES = (_PLAYLIST, "title", _SONG, _ARTIST, "performer", "unwanted_artist", "speaker")

_SLOTS: Mapping[str, Mapping[str, str]] = {
    _PLAYLIST: {
        **dict.fromkeys((_PLAY, _OPEN, "AddToPlaylistIntent"), _PLAYLIST),
        **dict.fromkeys(("PlaylistLengthIntent", "PlaylistOwnerIntent"), _PLAYLIST),
        "PlaylistNewsIntent": _PLAYLIST,
    },
    _SONG: {
        _PLAY: "title",
        **dict.fromkeys(
            ("SongFactsIntent", "SaveSongIntent", "LastHeardIntent"), _SONG
        ),
        **dict.fromkeys(("WhichPlaylistIntent", "OnPlaylistIntent"), _SONG),
    },
    _ARTIST: {
        **dict.fromkeys((_PLAY, "RecommendIntent"), _ARTIST),
        **dict.fromkeys(("ArtistFactsIntent", "NewByArtistIntent"), "performer"),
        **dict.fromkeys(("SongsByArtistIntent", "OnPlaylistIntent"), "performer"),
        **dict.fromkeys(("WhichPlaylistIntent", "LastHeardIntent"), _SONG),
    },
}
"""By the kind of a thing: the slot that names it in each intent that may ask for it."""

_USUAL = {
    _PLAYLIST: _OPEN,
    _SONG: "SongFactsIntent",
    _ARTIST: "ArtistFactsIntent",
}
"""What is asked of a thing where the last request cannot be about its kind."""

_PURPOSES = {
    "open": _OPEN,
    "play": _PLAY,
    "shuffle": _PLAY,
    "length": "PlaylistLengthIntent",
    "owner": "PlaylistOwnerIntent",
    "news": "PlaylistNewsIntent",
    "holds": "OnPlaylistIntent",
    "add": "AddToPlaylistIntent",
    "search": "WhichPlaylistIntent",
    "recommend": "RecommendIntent",
}
"""The intent that a question for a name goes back to, by the question's purpose."""

_PAGES = {
    PLACES: "WhichPlaylistIntent",
    **dict.fromkeys((RELEASES, ARRIVALS), "NewByArtistIntent"),
}
"""The intent that a page answers, by the list's kind."""

_SONG_ALONE = "song-alone"


class ReadCorrection(AbstractRequestInterceptor):
    """Request interceptor: take a correction for the request that it means.

    - a correction is the last request, for the thing and the kind that are named now
    - of "no, let it be, play Dreams" in a name's slot the request at its end stays
    - a refusal alone in a name's slot is a no, while a question is open
    - "the song Dreams", where something is to be played, means no playlist; where
      something is told, it is the song that is told of: "what's the song Dreams?"
    """

    def process(self, handler_input: HandlerInput) -> None:
        if not request.slots_of(handler_input):
            return
        intent = request.intent_of(handler_input)
        if intent == CORRECT:
            slot = next(iter(request.slot_texts(handler_input, _CORRECTED)), None)
            if slot is not None:
                _correct(handler_input, slot, _CORRECTED[slot])
            return
        slot = next(iter(request.slot_texts(handler_input, _NAMES)), None)
        if slot is None or request.dynamic_entity_ids(handler_input, slot):
            return
        language = request.language_of(handler_input)
        words = words_of(language)
        text = folded(request.slot_text(handler_input, slot) or "", language)
        gap = "" if language == "ja" else " "
        rest = words.instead.after_refusal(text, gap)
        if rest != text:
            is_corrected = words.is_correction(text.removesuffix(rest).strip())
            _read_rest(handler_input, slot, rest, words, is_corrected=is_corrected)
        elif intent == _PLAY and (named := words.instead.named(text)):
            _put(handler_input, slot, named)
        elif intent in _USUAL.values() and (named := words.instead.named(text)):
            _read_kind(handler_input, slot, named)


def means_song(handler_input: HandlerInput) -> bool:
    """Return whether "the song" was said before the name of what is to be played."""
    return _SONG_ALONE in handler_input.attributes_manager.request_attributes


def _read_rest(
    handler_input: HandlerInput,
    slot: str,
    rest: str,
    words: SlotWords,
    *,
    is_corrected: bool,
) -> None:
    """Read what is said after a refusal in a name's slot."""
    bare = words.around.removed(rest)
    meant = _request(bare, words) or _request(rest, words)
    if meant is not None:
        _drop_question(handler_input)
        request.reinterpret(handler_input, *meant)
    elif not rest:
        if pending_question(handler_input) is not None:
            request.reinterpret(handler_input, _NO)
    elif named := words.instead.named(bare):
        kind, name = named
        request.fill_slot(handler_input, slot, name)
        _correct(handler_input, slot, kind)
    elif is_corrected:
        request.fill_slot(handler_input, slot, bare)
        _correct(handler_input, slot, None)


def _request(text: str, words: SlotWords) -> tuple[str, Mapping[str, str]] | None:
    """Return the intent that the text asks for and its slots' words; None for none."""
    found = words.request(text) or words.instead.request(text)
    if found is None:
        return None
    intent, slots = found
    return intent, {name: words.around.removed(each) for name, each in slots.items()}


def _put(handler_input: HandlerInput, slot: str, named: tuple[str, str]) -> None:
    """Put the name alone into the slot; note that it is a song's."""
    kind, name = named
    request.fill_slot(handler_input, slot, name)
    if kind == _SONG:
        handler_input.attributes_manager.request_attributes[_SONG_ALONE] = True


def _read_kind(handler_input: HandlerInput, slot: str, named: tuple[str, str]) -> None:
    """Take the request for the usual one about a thing of the kind that was said."""
    kind, name = named
    intent = _USUAL[kind]
    request.fill_slot(handler_input, slot, name)
    if intent != request.intent_of(handler_input):
        request.reread(handler_input, intent, slot, _SLOTS[kind][intent])


def _correct(handler_input: HandlerInput, slot: str, kind: str | None) -> None:
    """Take the request for the last one, of the thing that is named in the slot."""
    last = _last_intent(handler_input)
    kinds = (kind,) if kind else tuple(_SLOTS)
    found = next((k for k in kinds if last in _SLOTS[k]), kinds[0])
    intent = last if last in _SLOTS[found] else _USUAL[found]
    request.reread(handler_input, intent, slot, _SLOTS[found][intent])
    if kind == _SONG:
        handler_input.attributes_manager.request_attributes[_SONG_ALONE] = True


def _drop_question(handler_input: HandlerInput) -> None:
    """Forget the question: this request is no answer to it."""
    handler_input.attributes_manager.request_attributes.pop(PendingQuestion.key, None)


def _last_intent(handler_input: HandlerInput) -> str:
    """Return the intent that the open question, or else the last answer, was about."""
    match pending_question(handler_input):
        case PendingQuestion(kind, purpose) if kind != "confirm":
            return _PURPOSES.get(purpose, "")
    last = session.get(handler_input, LastAnswer)
    cursor = (last and last.page) or session.get(handler_input, Cursor)
    if last is not None and last.kind == "page" and cursor is not None:
        return _PAGES.get(cursor.kind, "")
    return last.name if last is not None and last.kind == "intent" else ""
