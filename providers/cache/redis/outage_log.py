"""Outage log: one line when Redis goes, and one when it is back.

Where REDIS_URL begins with the wrong scheme, the line says with which to begin.
"""

import logging
import re

from redis.exceptions import AskError, RedisClusterException

log = logging.getLogger(__name__)


def wrong_scheme(error: Exception) -> str | None:
    """Return what REDIS_URL should begin with, where the server is of another kind.

    A node of a cluster answers for its own keys. So one such reply tells more than any
    number of successes.
    """
    text = str(error)
    if isinstance(error, AskError):  # MOVED is a kind of it
        return "a node of a cluster: write redis+cluster:// or rediss+cluster://"
    if isinstance(error, RedisClusterException) and "mode is not enabled" in text:
        return "no cluster: write redis:// or rediss://"
    unknown = re.search(r"unknown command [`']?(get|sentinel)", text, re.IGNORECASE)
    if unknown and unknown[1].lower() == "get":
        return "a Sentinel: write redis+sentinel://host:26379/NAME-OF-THE-PRIMARY/0"
    return "no Sentinel: write redis:// or rediss://" if unknown else None


class OutageLog:
    """Two log messages: when the first of several breakers opens, and when all closed.

    The nodes of a cluster share one, so that an outage of them all is told once.
    """

    def __init__(self, opened_message: str, closed_message: str) -> None:
        self._opened_message = opened_message
        self._closed_message = closed_message
        self._open: set[object] = set()

    def opened(self, breaker: object, error: Exception) -> None:
        """Note that `error` opened a breaker."""
        if not self._open:
            scheme = wrong_scheme(error)
            why = f"REDIS_URL names {scheme}" if scheme else type(error).__name__
            log.warning("%s: %s", self._opened_message, why)
        self._open.add(breaker)

    def closed(self, breaker: object) -> None:
        """Note that a breaker is closed, or is none of theirs any more."""
        if breaker in self._open:
            self._open.discard(breaker)
            if not self._open:
                log.info(self._closed_message)


class OutageLogs:
    """The log messages of reads and of writes."""

    def __init__(self) -> None:
        self.reads = OutageLog("redis is out", "redis is back")
        self.writes = OutageLog("redis refuses writes", "redis takes writes again")
