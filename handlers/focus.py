"""Focus: finds the thing that "this" and "it" mean, and tells its track or artists.

The session keeps only the id of that thing (`session.Focus`). What it is comes from the
list in which it was named, which is read again: from the cache, as a rule.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from ask_sdk_core.handler_input import HandlerInput

from handlers import session
from handlers.playlist_resolution import read_items
from handlers.request import listener_of
from handlers.responses.paging import Pager
from handlers.responses.spoken_list import FoundItem
from handlers.session import Focus
from providers.library import Library
from providers.music import Artist, Playlist, Track


class FocusFinder:
    """Find the item in focus.

    Every method raises the `ProviderError`s of reading the item's list.
    """

    def __init__(self, pager: Pager, library: Library) -> None:
        self._pager = pager
        self._library = library

    async def find(self, handler_input: HandlerInput) -> FoundItem[Any] | None:
        """Return the item in focus; None where nothing is, or where it is gone."""
        focus = session.get(handler_input, Focus)
        return await self._pager.find(handler_input, focus) if focus else None

    async def track(self, handler_input: HandlerInput) -> Track | None:
        """Return the track in focus; None where something else is."""
        found = await self.find(handler_input)
        subject = found.subject if found else None
        return subject if isinstance(subject, Track) else None

    async def artists(
        self, handler_input: HandlerInput, found: FoundItem[Any]
    ) -> Sequence[Artist]:
        """Return the artists of an item, the most important one first.

        Of a playlist: the artist who is on it most, and nobody else.
        """
        subject = found.subject
        if isinstance(subject, Artist):
            return (subject,)
        if not isinstance(subject, Playlist):
            return subject.artists
        listener = listener_of(handler_input)
        items = (await read_items(self._library, listener, subject)).items
        first = [item.track.artists[0] for item in items if item.track.artists]
        return [artist for artist, _ in Counter(first).most_common(1)]
