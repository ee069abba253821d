"""Admission of chain fetches: which unknown certificate address is fetched next.

Everybody can invent addresses in Amazon's folder. So fetches of unknown addresses are
limited, and addresses that look like Amazon's own have a limit for themselves: invented
ones of another form cannot delay them, also not after a cold start.
"""

import asyncio
import re
from collections.abc import Callable
from enum import Enum, auto

import msgspec
from yarl import URL

WAIT_SECONDS = 2.0  # for a turn; body, turn and fetch together stay below the deadline

MOST_ADDRESSES = 64  # that wait for a turn, for each form


class Form(Enum):
    """How an address of a certificate chain looks.

    LIKELY: as Amazon names its chains: `echo-api-cert.pem`, `echo-api-cert-12.pem`.
    ALIKE: begins so, but ends otherwise.
    OTHER: any other name.
    """

    LIKELY = auto()
    ALIKE = auto()
    OTHER = auto()


_LIKELY = re.compile(r"/echo\.api/echo-api-cert(?:-[0-9]{1,2})?\.pem")
_ALIKE = re.compile(r"/echo\.api/echo-api-cert-[^/]{1,32}\.pem")

LIKELY_ADDRESSES = 111  # so many match `_LIKELY`


def form_of(url: URL) -> Form:
    """Return the form of a normalised address."""
    if _LIKELY.fullmatch(url.path):
        return Form.LIKELY
    return Form.ALIKE if _ALIKE.fullmatch(url.path) else Form.OTHER


def shape_of(url: URL) -> str:
    """Return the address's path with each digit as 0 and each letter as a.

    A flood of numbered addresses has one shape, or a few.
    """
    return re.sub(r"[0-9]", "0", re.sub(r"[A-Za-z]", "a", url.path))


class TokenBucket:
    """Token bucket: `burst` tokens at first, refilled at `per_second`.

    clock: a monotonic clock in seconds.
    """

    __slots__ = ("_at", "_burst", "_clock", "_left", "_per_second")

    def __init__(
        self, burst: int, per_second: float, clock: Callable[[], float]
    ) -> None:
        self._burst = float(burst)
        self._per_second = per_second
        self._clock = clock
        self._left = self._burst
        self._at = clock()

    def take(self) -> bool:
        """Take one token and return True; return False where no token is left."""
        at = self._clock()
        refill = (at - self._at) * self._per_second
        self._left = min(self._burst, self._left + refill)
        self._at = at
        if self._left < 1:
            return False
        self._left -= 1
        return True

    def seconds_to_token(self) -> float:
        """Return the time until the next token, as of the last `take`."""
        return max(0.0, (1 - self._left) / self._per_second)


class FairQueue:
    """Addresses that wait for a turn; each shape gets a turn before one gets two.

    waiters: returns how many requests wait for an address. Among addresses of one shape
    the one that most requests wait for goes first: all of Alexa's requests name the
    same address, invented ones differ.
    """

    def __init__(self, waiters: Callable[[URL], int]) -> None:
        self._waiters = waiters
        self._shapes: dict[str, dict[URL, asyncio.Future[bool]]] = {}

    def __bool__(self) -> bool:
        return bool(self._shapes)

    def __len__(self) -> int:
        return sum(map(len, self._shapes.values()))

    def add(self, url: URL) -> asyncio.Future[bool]:
        """Return a future for the turn of `url`; its result is False without a turn.

        Where the queue is full, the shape with the most addresses gives up the one that
        the fewest requests wait for.
        """
        if len(self) >= MOST_ADDRESSES:
            largest = max(self._shapes.values(), key=len)
            loser = min(largest, key=self._waiters)
            turn = largest[loser]
            self.remove(loser)
            turn.set_result(False)
        turn = asyncio.get_running_loop().create_future()
        self._shapes.setdefault(shape_of(url), {})[url] = turn
        return turn

    def remove(self, url: URL) -> None:
        """Remove an address; do nothing for one that does not wait."""
        shape = shape_of(url)
        addresses = self._shapes.get(shape, {})
        if addresses.pop(url, None) is not None and not addresses:
            del self._shapes[shape]

    def pop(self) -> asyncio.Future[bool]:
        """Remove the address whose turn has come, and return its future."""
        shape, addresses = next(iter(self._shapes.items()))
        turn = addresses.pop(max(addresses, key=self._waiters))
        del self._shapes[shape]
        if addresses:  # to the end: now the other shapes have their turn
            self._shapes[shape] = addresses
        return turn


class LaneLimits(msgspec.Struct, frozen=True, kw_only=True):
    """Limits of the fetches of one form of addresses.

    at_once: fetches under way.
    requests: requests that may wait, for a turn and for a fetch.
    waits: whether an address without a token waits for a turn.
    """

    at_once: int
    requests: int
    waits: bool


class Lane:
    """Admit the fetches of one form of addresses, in a fair order."""

    def __init__(
        self, limits: LaneLimits, bucket: TokenBucket, waiters: Callable[[URL], int]
    ) -> None:
        self.limits = limits
        self.requests = 0
        self._bucket = bucket
        self._queue = FairQueue(waiters)
        self._under_way = 0
        self._timer: asyncio.TimerHandle | None = None

    def enter(self) -> bool:
        """Return whether an address may be fetched at once, without waiting.

        After True, `leave` has to be called.
        """
        return not self._queue and self._take()

    async def enter_in_turn(self, url: URL) -> bool:
        """Wait for the turn of `url`; return whether it may be fetched.

        After True, `leave` has to be called.
        """
        turn, admitted = self._queue.add(url), False
        self._serve()
        try:
            await asyncio.wait((turn,), timeout=WAIT_SECONDS)
            admitted = turn.done() and turn.result()
        finally:
            self._queue.remove(url)
            if not admitted and turn.done() and turn.result():
                self.leave()  # cancelled just when the turn came
        return admitted

    def leave(self) -> None:
        """Note that a fetch is over, and let the next address enter."""
        self._under_way -= 1
        self._serve()

    def close(self) -> None:
        """Admit nothing more."""
        if self._timer is not None:
            self._timer.cancel()

    def _take(self) -> bool:
        if self._under_way >= self.limits.at_once or not self._bucket.take():
            return False
        self._under_way += 1
        return True

    def _serve(self) -> None:
        while self._queue and self._take():
            self._queue.pop().set_result(True)
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._queue and self._under_way < self.limits.at_once:
            self._timer = asyncio.get_running_loop().call_later(
                self._bucket.seconds_to_token(), self._serve
            )
