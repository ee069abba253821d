"""Who may come in: bounds on what is in flight, refusals at once."""

from collections.abc import Iterator
from contextlib import contextmanager


class Busy(Exception):
    """As many requests as this process takes are in flight."""


class Admission:
    """Counts what is in flight on each side of the signature check.

    Two bounds, because the two sides are told differently: who has proved nothing yet
    is turned away with a bare 429; a listener whose request is verified hears that the
    skill is busy. A queue instead would answer everybody, too late.
    """

    def __init__(self, *, unverified: int = 1024, verified: int = 2048) -> None:
        self._unverified, self._verified = unverified, verified
        self.knocking = 0
        self.inside = 0
        self.draining = False

    @contextmanager
    def knock(self) -> Iterator[None]:
        """For the time it takes to read and verify; raises `Busy`."""
        if self.knocking >= self._unverified:
            raise Busy
        self.knocking += 1
        try:
            yield
        finally:
            self.knocking -= 1

    @contextmanager
    def enter(self) -> Iterator[None]:
        """For the time it takes to answer a verified request; raises `Busy`."""
        if self.inside >= self._verified:
            raise Busy
        self.inside += 1
        try:
            yield
        finally:
            self.inside -= 1
