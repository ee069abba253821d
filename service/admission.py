"""Who may come in: bounds on what is in flight, refusals at once."""


class TooManyRequests(Exception):
    """As many requests as this process takes are in flight."""


class ConcurrencyLimit:
    """A bounded number of places, each held for the time of a `with` block."""

    __slots__ = ("held", "places")

    def __init__(self, places: int) -> None:
        self.places = places
        self.held = 0

    def __enter__(self) -> None:
        if self.held >= self.places:
            raise TooManyRequests
        self.held += 1

    def __exit__(self, *_: object) -> None:
        self.held -= 1


class Admission:
    """Counts what is in flight on each side of the signature check.

    Two rooms, because the two sides are told differently: who has proved nothing yet
    is turned away with a bare 429; a listener whose request is verified hears that the
    skill is busy. A queue instead would answer everybody, too late.
    """

    def __init__(self, *, unverified: int = 1024, verified: int = 2048) -> None:
        self.unverified = ConcurrencyLimit(unverified)
        self.verified = ConcurrencyLimit(verified)
        self.draining = False
