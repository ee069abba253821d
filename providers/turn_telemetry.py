"""Telemetry of one request (a turn): what logs, metrics and the console learn of it.

A turn holds no token, id, name or title.
"""

from collections.abc import Callable
from typing import Literal, Self

import msgspec

CacheRole = Literal["memory", "redis", "fetch", "follow", "stale", "off"]
"""Who answered: a tier of the cache, a fetch of our own, another request's fetch that
was awaited, a value past its `fresh_for`, or a fetch because the cache was out."""


class Phase(msgspec.Struct, frozen=True, gc=False):
    """A step of a turn.

    name: a fixed word, such as `verify`.
    began: seconds since the turn began.
    seconds: how long the step took.
    """

    name: str
    began: float
    seconds: float


class SpotifyCall(msgspec.Struct, frozen=True, gc=False):
    """One attempt to call the music service.

    endpoint: the path as a template without ids, such as `/playlists/{id}`.
    attempt: 1 for the first attempt, 2 for the first retry.
    status: the HTTP status, None where no response came.
    outcome: `ok`, or the fixed word of the error.
    began: seconds since the turn began.
    seconds: how long the attempt took.
    method: the HTTP method.
    """

    endpoint: str
    attempt: int
    status: int | None
    outcome: str
    began: float
    seconds: float
    method: str = "GET"


class CacheUse(msgspec.Struct, frozen=True, gc=False):
    """One read through the cache.

    kind: the name of the record type.
    role: who answered.
    """

    kind: str
    role: CacheRole


class RedisCall(msgspec.Struct, frozen=True, gc=False):
    """One access of the cache to Redis, as the request saw it.

    command: the command's name, such as `GET`.
    count: how many of them went out together.
    error: a word for what went wrong, None where Redis answered.
    began: seconds since the turn began.
    seconds: how long the request waited.
    """

    command: str
    count: int
    error: str | None
    began: float
    seconds: float


class RedisCalls(msgspec.Struct, eq=False):
    """The accesses to Redis of one turn, in the order of their ends.

    clock: the turn's.
    turn_began: the clock's reading when the turn was made.
    closed: whether the turn is over: nothing is added any more.
    """

    clock: Callable[[], float]
    turn_began: float
    closed: bool = False
    calls: list[RedisCall] = []

    def now(self) -> float:
        """Return the seconds since the turn began."""
        return self.clock() - self.turn_began

    def add(self, call: RedisCall) -> None:
        """Add one access."""
        if not self.closed:
            self.calls.append(call)


class Turn(msgspec.Struct, eq=False):
    """Record of one request: filled while the request runs, then handed to the hooks.

    `finish` makes the last write; hooks read the turn afterwards and never change it.
    What a task in the background does after `finish` is not added.

    clock: a monotonic clock in seconds.
    request_type: Alexa's word, `unread` until the request is verified.
    intent: the intent's name, None for a request without an intent.
    locale: such as `en-US`, None where the request names none.
    outcome: `answered`, `apologised`, `refused`, `failed` or `unhandled`.
    reason: a fixed word that says why the outcome is not a plain answer, else None.
    phases: the steps, in the order of their ends.
    calls: the attempts to call the music service, in the order of their ends.
    cache: the reads through the cache.
    redis: the accesses to Redis.
    request_id: Alexa's name for the request, None until the request is verified.
    status: the HTTP status of the answer, None where there is no answer.
    rejection: Amazon's word for why it could not use an earlier answer, else None.
    trace: id of the caller's trace, 32 hexadecimal digits, else None.
    span: id of the caller's span, 16 hexadecimal digits, else None.
    sampled: whether the caller records its trace.
    cold: whether this is the first request that the process answers.
    seconds: how long the request took, 0 until `finish`.
    deadline_left: seconds that were left until the deadline, 0 until `finish`.
    finished: whether `finish` was called.
    retries_left: how many failed calls may be made again, None for no limit.
    began: the clock's reading when the turn was made.
    """

    clock: Callable[[], float]
    request_type: str = "unread"
    intent: str | None = None
    locale: str | None = None
    outcome: str = "answered"
    reason: str | None = None
    phases: list[Phase] = []
    calls: list[SpotifyCall] = []
    cache: list[CacheUse] = []
    request_id: str | None = None
    status: int | None = None
    rejection: str | None = None
    trace: str | None = None
    span: str | None = None
    sampled: bool = False
    cold: bool = False
    seconds: float = 0.0
    deadline_left: float = 0.0
    finished: bool = False
    retries_left: int | None = None
    began: float = 0.0
    redis: RedisCalls = msgspec.UNSET  # type: ignore[assignment] # set at once

    def __post_init__(self) -> None:
        self.began = self.clock()
        self.redis = RedisCalls(self.clock, self.began)

    def now(self) -> float:
        """Return the seconds since the turn began."""
        return self.clock() - self.began

    def phase(self, name: str) -> "_PhaseTimer":
        """Return a context manager that adds a `Phase`, however the block ends."""
        return _PhaseTimer(self, name)

    def add_call(self, call: SpotifyCall) -> None:
        """Add one attempt to call the music service."""
        if not self.finished:
            self.calls.append(call)

    def take_retry(self) -> bool:
        """Take one of the retries that are left; return False when there is none."""
        if self.retries_left is None:
            return True
        self.retries_left -= 1
        return self.retries_left >= 0

    def add_cache_use(self, kind: str, role: CacheRole) -> None:
        """Add one read through the cache."""
        if not self.finished:
            self.cache.append(CacheUse(kind, role))

    def conclude(self, outcome: str, reason: str | None = None) -> None:
        """Store how the turn ended, and why."""
        self.outcome, self.reason = outcome, reason

    def finish(self, deadline_left: float) -> Self:
        """Store how long the turn took, and return the turn for its hooks.

        deadline_left: seconds until the request's deadline.
        """
        self.seconds, self.deadline_left = self.now(), deadline_left
        self.finished = self.redis.closed = True
        self.cache = self.cache.copy()  # fetches that go on add to the other list
        return self


class _PhaseTimer(msgspec.Struct, gc=False):
    """A step while it runs; a class, since a generator costs twice as much."""

    turn: Turn
    name: str
    began: float = 0.0

    def __enter__(self) -> None:
        self.began = self.turn.clock()

    def __exit__(self, *_: object) -> None:
        turn, began = self.turn, self.began
        if not turn.finished:
            phase = Phase(self.name, began - turn.began, turn.clock() - began)
            turn.phases.append(phase)
