"""Records that this skill makes itself: looked up and put back, never fetched."""

from providers.cache.levels import Levels
from providers.cache.records import Entry, T
from providers.cache.store import Store, Stored, Ticket
from providers.cache.visits import Visit

LEASE_SECONDS = 0.5  # longer than writing a record takes


class Keeping:
    """Both levels, for whoever has nothing to fetch. Raises nothing."""

    def __init__(self, levels: Levels, store: Store) -> None:
        self._levels = levels
        self._store = store

    async def look(self, entry: Entry[T], visit: Visit) -> T | None:
        """What is held of `entry`, fresh or stale."""
        held = self._levels.recall(entry, visit)
        if held is not None:
            self._levels.go_on_with(entry, visit)
            visit.used(entry.kind.word, "memory")
            return held.value
        held, _ = await self._levels.look(entry, visit)
        if held is None:
            return None
        visit.used(entry.kind.word, "redis")
        return held.value

    async def keep(self, entry: Entry[T], value: T, visit: Visit) -> None:
        """Puts `value` in the place of what is held, whoever wrote that. Where another
        process writes just then, or Redis is out, it is kept in memory only."""
        held = self._levels.recall(entry, visit)
        mark = b"" if held is None else held.mark
        claim = await self._store.claim(entry, visit, mark, LEASE_SECONDS)
        if isinstance(claim, Stored):
            claim = await self._store.claim(entry, visit, claim.mark, LEASE_SECONDS)
        ticket = claim if isinstance(claim, Ticket) else None
        await self._levels.keep(entry, value, visit, ticket)
