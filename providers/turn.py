"""What happened in one request, as a value: logs, metrics and traces listen to it."""

from collections.abc import Callable
from typing import Literal

import msgspec

CacheRole = Literal["memory", "redis", "fetch", "follow", "stale", "off"]
"""Who answered: a level of the cache, a fetch of our own, another's fetch that was
awaited, a value past its soft lifetime, or a fetch because the cache was out."""


class Phase(msgspec.Struct, frozen=True, gc=False):
    """A step of the walk; seconds since the turn began, and seconds it took."""

    name: str
    began: float
    seconds: float


class SpotifyCall(msgspec.Struct, frozen=True, gc=False):
    """One attempt at the music service; `endpoint` is a template without ids."""

    endpoint: str
    attempt: int
    status: int | None
    outcome: str
    began: float
    seconds: float


class CacheUse(msgspec.Struct, frozen=True, gc=False):
    """Which kind of record was asked for, and who answered."""

    kind: str
    role: CacheRole


class Turn(msgspec.Struct, frozen=True):
    """One request, whole; no token, id, name or title is in it.

    `rejection` is Amazon's word for why it could not use an earlier answer; `trace`
    and `span` are of the caller's trace (hexadecimal); `cold` marks the first request
    that this process answers.
    """

    request_type: str
    intent: str | None
    locale: str | None
    outcome: str
    reason: str | None
    seconds: float
    deadline_left: float
    phases: tuple[Phase, ...]
    calls: tuple[SpotifyCall, ...]
    cache: tuple[CacheUse, ...]
    rejection: str | None = None
    trace: str | None = None
    span: str | None = None
    cold: bool = False


class TurnRecorder:
    """Collects a turn while it happens; `finish` freezes it."""

    __slots__ = (
        "__weakref__", "began", "cache", "calls", "clock", "cold", "intent", "locale",
        "outcome", "phases", "reason", "rejection", "request_type", "span", "trace",
    )  # fmt: skip

    def __init__(self, clock: Callable[[], float]) -> None:
        self.clock = clock
        self.began = clock()
        self.request_type = "unread"
        self.intent: str | None = None
        self.locale: str | None = None
        self.outcome = "answered"
        self.reason: str | None = None
        self.phases: list[Phase] = []
        self.calls: list[SpotifyCall] = []
        self.cache: list[CacheUse] = []
        self.rejection: str | None = None
        self.trace: str | None = None
        self.span: str | None = None
        self.cold = False

    def now(self) -> float:
        """Seconds since the turn began."""
        return self.clock() - self.began

    def phase(self, name: str) -> "_Timing":
        """A context manager that times a step, however it ends."""
        return _Timing(self, name)

    def called(self, call: SpotifyCall) -> None:
        self.calls.append(call)

    def cached(self, kind: str, role: CacheRole) -> None:
        self.cache.append(CacheUse(kind, role))

    def conclude(self, outcome: str, reason: str | None = None) -> None:
        """How it ended: `answered`, `apologised`, `refused`, `failed` …, and why."""
        self.outcome, self.reason = outcome, reason

    def finish(self, deadline_left: float) -> Turn:
        return Turn(
            request_type=self.request_type,
            intent=self.intent,
            locale=self.locale,
            outcome=self.outcome,
            reason=self.reason,
            seconds=self.now(),
            deadline_left=deadline_left,
            phases=tuple(self.phases),
            calls=tuple(self.calls),
            cache=tuple(self.cache),
            rejection=self.rejection,
            trace=self.trace,
            span=self.span,
            cold=self.cold,
        )


class _Timing:
    """A step while it runs; a class, since a generator costs twice as much."""

    __slots__ = ("_began", "_name", "_turn")

    def __init__(self, turn: TurnRecorder, name: str) -> None:
        self._turn, self._name = turn, name

    def __enter__(self) -> None:
        self._began = self._turn.clock()

    def __exit__(self, *_: object) -> None:
        turn, began = self._turn, self._began
        phase = Phase(self._name, began - turn.began, turn.clock() - began)
        turn.phases.append(phase)
