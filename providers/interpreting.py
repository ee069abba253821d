"""From what was asked for to what it means in music."""

from dataclasses import dataclass

from providers.discovery import find_artist
from providers.errors import ProviderError
from providers.fanout import HOPELESS
from providers.listener import Listener
from providers.moods import Moods
from providers.music import Artist, Library
from providers.recommending.identity import artist_key
from providers.recommending.wishes import Facet, Wish


@dataclass(frozen=True, slots=True)
class Interpreter:
    """Knows the moods, and looks up artists by the names that were said."""

    library: Library
    moods: Moods

    async def facets(
        self, listener: Listener, wish: Wish, language: str
    ) -> tuple[Facet, ...]:
        """The sides of a wish; none for a wish without any. `language`: "en", "ja"."""
        found = []
        if mood := self.moods.get("mood", wish.mood):
            found.append(mood.facet("mood"))
        if activity := self.moods.get("activity", wish.activity):
            found.append(activity.facet("activity"))
        if genre := self.moods.get("genre", wish.genre):
            found.append(genre.facet("asked_genre"))
        elif wish.genre:
            found.append(Facet("asked_genre", wish.genre, (wish.genre.casefold(),)))
        if wish.artist:
            found.append(await self._by_artist(listener, wish.artist, language))
        return tuple(found)

    async def _by_artist(self, listener: Listener, said: str, language: str) -> Facet:
        """Where the service does not answer, the name may still be among the known."""
        try:
            artist = await find_artist(self.library, listener, said, language)
        except HOPELESS:
            raise
        except ProviderError:
            artist = None
        artist = artist or Artist(None, said)
        genres = tuple(genre.casefold() for genre in artist.genres)
        keys = (artist_key(artist.name),)
        return Facet("asked_artist", artist.name, genres, keys)
