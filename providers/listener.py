"""Listener: who asks, with which token, until when, and with how many calls at once."""

import asyncio
from collections import deque
from typing import Any

import msgspec

from providers.deadline import Deadline
from providers.secret import Secret
from providers.turn_telemetry import Turn

# A cold answer reads about ten sources at once; more would only crowd out others.
CALLS_AT_ONCE = 12


class CallSlots:
    """A limited number of calls at once; the others wait for their turn, in order.

    free: how many calls may begin now.
    An `asyncio.Semaphore` does the same in five times as many steps.
    """

    __slots__ = ("_waiting", "free")

    def __init__(self, number: int = CALLS_AT_ONCE) -> None:
        self.free = number
        self._waiting: deque[asyncio.Future[None]] = deque()

    async def __aenter__(self) -> None:
        if self.free:
            self.free -= 1
            return
        turn = asyncio.get_running_loop().create_future()
        self._waiting.append(turn)
        try:
            await turn
        except asyncio.CancelledError:
            if not turn.cancelled():  # just when the turn came
                self._leave()
            raise

    async def __aexit__(self, *_: object) -> None:
        self._leave()

    def _leave(self) -> None:
        """Hand the slot to who waits longest; it is free where nobody waits."""
        while self._waiting:
            turn = self._waiting.popleft()
            if not turn.done():
                turn.set_result(None)
                return
        self.free += 1


class Listener(msgspec.Struct, frozen=True, weakref=True):
    """The person behind a request, as every call of a provider needs them.

    `key` names the person to the cache: the recognised speaker's `personId` where the
    request carries that speaker's own token, else the account's `userId`. `token` is
    the access token of the linked Spotify account, None while nothing is linked.
    `deadline` is the moment by which the request must be answered. `turn` records what
    happens in the request. `call_slots` bounds the calls that this request may have
    open at once. `kept` is what providers keep of the request, each under itself.
    """

    key: Secret
    token: Secret | None
    deadline: Deadline
    turn: Turn
    call_slots: CallSlots = msgspec.field(default_factory=CallSlots)
    kept: dict[object, Any] = {}
