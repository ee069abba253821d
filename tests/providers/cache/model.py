"""What two processes on one Redis may say, in plain dictionaries."""

from dataclasses import dataclass, field

MEMORY_MINUTE = 60.0
SOFT = {"playlists": 300.0, "recent_plays": 180.0}
HARD = 24 * 3600.0
POINTER = 3600.0
EARLIEST = 0.9  # of a lifetime: before that nothing may have ended


@dataclass
class Model:
    """What is surely kept since when, and who was forgotten when."""

    kept: dict[tuple[str, str], float] = field(default_factory=dict)
    known: dict[str, float] = field(default_factory=dict)
    met: dict[str, float] = field(default_factory=dict)
    readers: dict[str, set[str]] = field(default_factory=dict)
    purges: dict[str, list[tuple[float, int]]] = field(default_factory=dict)
    erasures: dict[str, tuple[float, int]] = field(default_factory=dict)
    forgotten: dict[str, float] = field(default_factory=dict)
    reliable: bool = True

    def oldest(self, owner: str, side: int, now: float) -> float:
        """The earliest reading that this side may still serve after purges."""
        told = (
            at
            for at, where in self.purges.get(owner, ())
            if where == side or now - at >= MEMORY_MINUTE
        )
        return max(told, default=float("-inf"))

    def is_aware(self, person: str, side: int, now: float) -> bool:
        """Whether this side surely has nothing from before the person's last erasure.

        A request that takes the token's account from such a memory hears of the erasure
        from Redis only then. It cannot tell whether that came before it or meanwhile,
        so it reads for itself and stores nothing.
        """
        at, where = self.erasures.get(person, (float("-inf"), side))
        return where == side or now - at >= MEMORY_MINUTE

    def purge(self, person: str, side: int, now: float) -> None:
        """What only this person ever read is gone; of the rest nothing is sure."""
        self.erasures[person] = now, side
        for owner, readers in self.readers.items():
            if person in readers:
                self.forgotten[owner] = now
                if readers == {person}:
                    self.purges.setdefault(owner, []).append((now, side))
                for kind in SOFT:
                    self.kept.pop((owner, kind), None)
        self.known.clear()
        self.met.clear()

    def distrust(self) -> None:
        """From now on nothing has to be there."""
        self.reliable = False
        self.kept.clear()
        self.known.clear()
        self.met.clear()

    def keep(self, owner: str, kind: str, read_at: float) -> None:
        """Was heard, and not only from a memory that has not heard of a purge yet."""
        if self.reliable and read_at >= self.forgotten.get(owner, read_at):
            self.kept[owner, kind] = read_at
