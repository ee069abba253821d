"""Where knowledge of similar artists can be plugged in; none comes with it."""

from collections.abc import Sequence
from typing import Protocol

from providers.listener import Listener
from providers.music import Value


class SimilarArtist(Value, frozen=True):
    """`strength` above 0, at most 1."""

    name: str
    strength: float = 1.0


class SimilarArtists(Protocol):
    """Somebody who knows which artists resemble each other."""

    async def similar(self, listener: Listener, artist: str) -> Sequence[SimilarArtist]:
        """Artists like the one of this name, in any order; none where it is unknown.

        `listener` brings the deadline; nothing of the listener may leave with the name.
        Raises `ProviderError`s and nothing else.
        """
        ...
