"""Admission control: limits on the requests in flight; a refusal comes at once.

First fetches of new listeners are refused while the event loop is slow by
`providers.cache.load_shedding`, fetches of certificates are limited by
`service.verification.fetch_admission`.
"""


class TooManyRequests(Exception):
    """The process has as many requests in flight as it takes."""


class ConcurrencyLimit:
    """A limited number of places; a `with` block takes one of them.

    places: how many there are.
    taken: how many are taken now.
    Entering raises `TooManyRequests` where each place is taken.
    """

    __slots__ = ("places", "taken")

    def __init__(self, places: int) -> None:
        self.places = places
        self.taken = 0

    def __enter__(self) -> None:
        if self.taken >= self.places:
            raise TooManyRequests
        self.taken += 1

    def __exit__(self, *_: object) -> None:
        self.taken -= 1


class Admission:
    """Limit the requests in flight, before and after the signature check.

    unverified: requests before the check; over the limit: a bare HTTP 429.
    verified: requests after the check; over the limit: a spoken "busy".
    draining: whether the process is stopping.
    A queue instead of a limit would answer every request, and each of them too late.
    """

    def __init__(self, *, unverified: int = 1024, verified: int = 2048) -> None:
        self.unverified = ConcurrencyLimit(unverified)
        self.verified = ConcurrencyLimit(verified)
        self.draining = False
