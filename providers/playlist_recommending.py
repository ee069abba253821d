"""Recommending some of the listener's own playlists."""

from dataclasses import dataclass

from providers.errors import ProviderError
from providers.fan_out import HOPELESS
from providers.library import OpenedPlaylists, TasteLibrary
from providers.listener import Listener
from providers.recommendations import Recommendations
from providers.recommending.affinity import affinities, genre_affinities
from providers.recommending.listening import Taste
from providers.recommending.playlists import Closeness, PlaylistPick, rank_playlists
from providers.taste import read_taste


@dataclass(frozen=True, slots=True)
class PlaylistRecommending:
    """Ranks the shelf's playlists by names, known contents and the day."""

    library: TasteLibrary
    recommendations: Recommendations
    opened: OpenedPlaylists | None = None

    async def ranked(self, listener: Listener) -> tuple[PlaylistPick, ...]:
        """Own playlists first, in an order that stays for the day.

        Raises `ProviderError`s where the shelf cannot be read; without a taste the day
        alone decides.
        """
        occasion = await self.recommendations.occasion(listener)
        shelf = await self.library.playlists(listener)
        taste = await self._taste(listener)
        known = affinities(taste, occasion.now)
        close = Closeness(known, genre_affinities(known), occasion.seed)
        own = [one for one in shelf.items if one.mine or one.collaborative]
        opened = self.opened
        contents = await opened.known_contents(listener, own) if opened else {}
        others = [one for one in shelf.items if not (one.mine or one.collaborative)]
        return (
            *rank_playlists(own, contents, close),
            *rank_playlists(others, contents, close),
        )

    async def _taste(self, listener: Listener) -> Taste:
        try:
            return await read_taste(self.library, listener)
        except HOPELESS:
            raise
        except ProviderError:
            return Taste()
