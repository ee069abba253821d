"""Lists of artists: those a listener hears most."""

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers import phrases
from handlers.base import listener_of
from handlers.entities import note_artists
from handlers.language import Phrase, Text
from handlers.paging import Contents, fingerprint
from handlers.shown import Shown
from handlers.speech import Words
from handlers.track_lists import span_of
from providers.library import Library
from providers.music import Artist

_GENRES = 2


class TopArtists:
    """The artists heard most in a period; the cursor's `of` names it."""

    kind = "top-artists"

    def __init__(self, library: Library, words: Words) -> None:
        self._library = library
        self._words = words

    async def read(
        self, handler_input: HandlerInput, of: str | None
    ) -> Contents[Artist]:
        period, span = span_of(of)
        listener = listener_of(handler_input)
        top = await self._library.top_artists(listener, period)
        note_artists(handler_input, top.items)
        about = {"span": span}
        return Contents(top.items, top.total, phrases.reservations(top), about)

    def said(self, item: Artist, number: int) -> Text:  # noqa: ARG002 - the Protocol's
        return phrases.artist_name(item)

    def line(self, item: Artist, number: int) -> Text:
        return self.said(item, number)

    def shown(self, item: Artist, number: int) -> Shown:
        return Shown(self.said(item, number), item.genres[:_GENRES], item.image)

    def mark(self, item: Artist) -> str:
        return item.id or fingerprint(item.name)

    async def choose(
        self, handler_input: HandlerInput, contents: Contents[Artist], index: int
    ) -> Response:
        artist = contents.items[index]
        genres = artist.genres[:_GENRES]
        known = Phrase("artist-genres", {"genres": genres}) if genres else ""
        return self._words.answer(
            handler_input,
            "artist-details",
            number=index + 1,
            name=phrases.artist_name(artist),
            genres=known,
        )
