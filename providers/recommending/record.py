"""What is kept of a listener's recommendations, and the shelf that keeps it."""

from typing import Protocol

from providers.listener import Listener
from providers.music import Value
from providers.recommending.evidence import Ranking
from providers.recommending.memory import Memory
from providers.recommending.wishes import Wish


class Record(Value, frozen=True):
    """A ranking with the wish that it answers, kept under `name`.

    `validated`: when its sources were last looked at, in seconds since 1970.
    `searched`: of how many playlists it is made, where it is made of playlists.
    `language`: the one that the wish was said in.
    """

    name: str
    ranking: Ranking
    wish: Wish
    validated: float
    searched: int = 0
    language: str = "en"


class RecommendationShelf(Protocol):
    """Keeps rankings for a day and a memory for some, sealed, listener by listener.

    Nothing here raises: what cannot be read is absent, what cannot be kept is lost.
    """

    async def record(self, listener: Listener, name: str) -> Record | None:
        """What was kept under this name (it tells nothing of the listener)."""
        ...

    async def keep_record(self, listener: Listener, record: Record) -> None: ...

    async def memory(self, listener: Listener) -> Memory:
        """What was kept last; an empty memory where there is none."""
        ...

    async def keep_memory(self, listener: Listener, memory: Memory) -> None: ...
