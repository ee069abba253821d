"""Places among all playlists: "my second playlist", said where no list is read.

A name's slot holds such words. `PlaylistResolver` looks for the place before any name.
"""

from ask_sdk_core.handler_input import HandlerInput

from handlers import session
from handlers.session import (
    PLACES,
    PLAYLIST_PICKS,
    SHELF,
    Cursor,
    LastAnswer,
    pending_question,
)
from handlers.slot_words import SlotWords

ALL_PLAYLISTS = Cursor(SHELF, length=100_000)
"""All playlists as one page, where none was read: the last one is the last of all."""

_OF_PLAYLISTS = (SHELF, PLACES, PLAYLIST_PICKS)
_PLACE = "shelf_place"  # request attribute


def may_mean_shelf(handler_input: HandlerInput) -> bool:
    """Return whether "the second one" can be a playlist where no list was read.

    All playlists were spoken of in the greeting, or it was asked for one of them.
    """
    question = pending_question(handler_input)
    last = session.get(handler_input, LastAnswer)
    greeted = last is not None and last.name == "LaunchRequest"
    return greeted or (question is not None and question.kind == "which")


def note_place(handler_input: HandlerInput, text: str, words: SlotWords) -> bool:
    """Note the place among all playlists that the text means; False for no such.

    While playlists are read, or one of some was asked for, it is a place among these.
    The samples have the noun of "my second playlist", so that only "second" is heard.
    """
    cursor = session.get(handler_input, Cursor)
    question = pending_question(handler_input)
    is_read = cursor is not None and cursor.kind in _OF_PLAYLISTS
    if is_read or (question is not None and question.kind == "meant"):
        return False
    place = words.shelf_place(text)
    if place is not None:
        handler_input.attributes_manager.request_attributes[_PLACE] = place
    return place is not None


def noted_place(handler_input: HandlerInput) -> int | None:
    """Return the place that was noted: from 1, -1 for the last; None for none."""
    place = handler_input.attributes_manager.request_attributes.get(_PLACE)
    return place if isinstance(place, int) else None


def noted_index(handler_input: HandlerInput, total: int) -> int | None:
    """Return the index of the place that was noted among `total`; None for none."""
    place = noted_place(handler_input)
    place = total if place == -1 else place
    return place - 1 if place and 0 < place <= total else None
