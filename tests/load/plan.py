"""Plan of a benchmark: seconds, rounds, connections and cores."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How long, how often and how wide; `server_core` None takes the last one.

    `stacks`: a folder for the samples of a profile.
    """

    seconds: float = 0.5
    rounds: int = 11
    connections: int = 32
    listeners: int = 64
    server_core: int | None = None
    stacks: Path | None = None
