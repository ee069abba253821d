"""From what was asked for to what it means in music."""

from collections.abc import Sequence
from dataclasses import dataclass

from providers.errors import ProviderError
from providers.fan_out import HOPELESS
from providers.library import Library
from providers.listener import Listener
from providers.matching import decide
from providers.moods import Moods
from providers.music import Artist
from providers.recommending.identity import artist_key, known_artists
from providers.recommending.listening import Taste
from providers.recommending.wishes import Facet, Wish

_FOUND = 10


@dataclass(frozen=True, slots=True)
class Interpreter:
    """Knows the moods, and looks up artists by the names that were said."""

    library: Library
    moods: Moods

    async def artists(self, listener: Listener, wish: Wish) -> tuple[Artist, ...]:
        """Whom the service takes the wish's artist for; nobody where it fails."""
        if not wish.artist:
            return ()
        try:
            found = await self.library.search(
                listener, wish.artist, ("artist",), _FOUND
            )
        except HOPELESS:
            raise
        except ProviderError:
            return ()
        return found.artists

    def facets(
        self, wish: Wish, found: Sequence[Artist], taste: Taste, language: str
    ) -> tuple[Facet, ...]:
        """The sides of a wish; none for a wish without any. `language`: "en", "ja"."""
        sides = []
        if mood := self.moods.get("mood", wish.mood):
            sides.append(mood.facet("mood"))
        if activity := self.moods.get("activity", wish.activity):
            sides.append(activity.facet("activity"))
        if genre := self.moods.get("genre", wish.genre):
            sides.append(genre.facet("asked_genre"))
        elif wish.genre:
            sides.append(Facet("asked_genre", wish.genre, (wish.genre.casefold(),)))
        if wish.artist:
            own = known_artists(taste.artists())
            sides.append(_by_artist(wish.artist, found, own, language))
        return tuple(sides)


def _by_artist(
    said: str, found: Sequence[Artist], own: dict[str, Artist], language: str
) -> Facet:
    """The artist whose name sounds most like it, the listener's own before others."""
    everybody = [*own.values(), *found]
    names = [artist.name for artist in everybody]
    favoured = range(len(own))
    matches = decide(said, names, language=language, favoured=favoured).matches
    artist = everybody[matches[0].index] if matches else Artist(None, said)
    namesakes = [one for one in everybody if one.name == artist.name]
    genres = {genre.casefold() for one in namesakes for genre in one.genres}
    key = artist_key(artist.name)
    return Facet("asked_artist", artist.name, tuple(sorted(genres)), (key,))
