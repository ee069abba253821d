"""Listener: who asks, with which access token and until when; one per request."""

import asyncio
from typing import Any

import msgspec

from providers.deadline import Deadline
from providers.secret import Secret
from providers.turn_telemetry import Turn

# A cold answer reads about ten sources at once; more would only crowd out others.
CALLS_AT_ONCE = 12


def _call_slots() -> asyncio.Semaphore:
    return asyncio.Semaphore(CALLS_AT_ONCE)


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
    call_slots: asyncio.Semaphore = msgspec.field(default_factory=_call_slots)
    kept: dict[object, Any] = {}
