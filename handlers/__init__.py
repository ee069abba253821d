"""The conversation: everything a listener can say, and who answers it."""

from ask_sdk_runtime.skill import RuntimeConfiguration, RuntimeConfigurationBuilder

from handlers.apologies import Apology, Unexpected
from handlers.builtins import (
    ExceptionEncountered,
    Fallback,
    Goodbye,
    Help,
    SessionEnded,
)
from handlers.choices import No, Pick, Yes
from handlers.choosing import Choosing
from handlers.launch import Launch
from handlers.navigation import Turn
from handlers.open_playlist import OpenPlaylist
from handlers.opening import Opening, Tracks
from handlers.paging import Pager
from handlers.playlists import ListPlaylists, Shelf
from handlers.session import Cursor, Question, Upkeep
from handlers.speech import Words
from providers.music import Library

__all__ = ["Words", "conversation"]


def conversation(library: Library, words: Words) -> RuntimeConfiguration:
    """Who answers what: handlers, interceptors, apologies, in the SDK's own shape."""
    pager, choosing = Pager(words), Choosing(words, library)
    opening = Opening(words, pager)
    pager.add(Shelf(library, opening), Tracks(library, words))
    choosing.add(opening)
    table = RuntimeConfigurationBuilder()
    table.add_global_request_interceptor(Upkeep({Cursor.key, Question.key}))
    table.add_request_handlers(
        [
            Launch(library, words),
            ListPlaylists(pager),
            OpenPlaylist(choosing),
            Turn(pager, words),
            Yes(choosing, words),
            No(words),
            Pick(pager, choosing, words),
            Help(words),
            Goodbye(words),
            Fallback(words),
            SessionEnded(),
            ExceptionEncountered(),
        ]
    )
    table.add_exception_handler(Apology(words))
    table.add_exception_handler(Unexpected(words))
    return table.get_runtime_configuration()
