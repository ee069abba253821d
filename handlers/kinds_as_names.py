"""Kinds of music as names: "play the nineties" may be a playlist, a song or a wish.

Alexa puts a kind of music into a name's slot, and a playlist's name into a kind's. What
is really called so comes first: the listener's playlists, then the catalogue.
"""

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers import request
from handlers.alexa_music_hand_off import PLAY
from handlers.catalogue_search import CatalogueSearch
from handlers.playlist_resolution import PlaylistResolver
from handlers.request import intent_of
from handlers.responses.responder import Responder
from handlers.spoken_kinds import (
    KINDS,
    described_kinds,
    named_kind,
    without_quantifier,
)
from providers.fan_out import optional
from providers.library import Library
from providers.recommender.ranking.recommendation_query import Moods

_NAMES = ("playlist", "title", "artist")


class KindsAsNames:
    """Reads a request to play something that is a kind of music or is called like one.

    Both `era` and `kind` return the words that were said, or None.
    """

    def __init__(
        self,
        library: Library,
        moods: Moods,
        resolver: PlaylistResolver,
        responder: Responder,
    ) -> None:
        self._moods = moods
        self._resolver = resolver
        self._search = CatalogueSearch(library, responder)

    def era(self, handler_input: HandlerInput) -> str | None:
        """Return the words of a wish for a time and for nothing else."""
        if intent_of(handler_input) != "RecommendIntent":
            return None
        said = request.slot_texts(handler_input, request.slots_of(handler_input))
        return said.get("era") if len(said) == 1 else None

    def kind(self, handler_input: HandlerInput) -> str | None:
        """Return the words in a name's slot where they are a kind of music."""
        if intent_of(handler_input) != "PlayIntent":
            return None
        said = request.slot_texts(handler_input, request.slots_of(handler_input))
        slot, words = next(iter(said.items()), ("", ""))
        if len(said) != 1 or slot not in _NAMES:
            return None
        if request.dynamic_entity_ids(handler_input, slot):
            return None
        language = request.language_of(handler_input)
        bare = without_quantifier(words, language)
        is_one = named_kind(self._moods, KINDS, bare, language) is not None
        is_kind = is_one or bool(described_kinds(self._moods, bare, language))
        return words if is_kind else None

    async def playlist(
        self, handler_input: HandlerInput, words: str, *, sure: bool
    ) -> Response | None:
        """Start the listener's playlist that is called so; None for none.

        Without `sure`, ask where it is unclear.
        """
        return await self._resolver.by_words(handler_input, PLAY, words, sure=sure)

    async def is_in_catalogue(self, handler_input: HandlerInput, words: str) -> bool:
        """Return whether a song or an artist is called so."""
        search = self._search.song_or_artist(handler_input, words)
        return await optional(search, None) is not None
