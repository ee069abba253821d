"""Negative cache: a failed fetch answers the requests of the next second as well.

After RFC 2308 (negative caching of DNS answers).
"""

from collections.abc import Callable, Iterator
from random import Random

from providers.errors import (
    DeadlineExceeded,
    LinkExpired,
    NotAdmitted,
    NotLinked,
    Overloaded,
    ProviderError,
    RateLimited,
    Rejected,
    ScopeMissing,
    Unavailable,
)
from providers.rate_limit import bounded_seconds

# One attempt a second at what fails, by all processes together.
SHARED_SECONDS = 1.0
_JITTER = 0.2
_MOST = 1024

# These say something about one token; another token of the account may do better.
PER_TOKEN = (NotLinked, LinkExpired, NotAdmitted, ScopeMissing)
# These say nothing about the music: what was read before still stands.
TRANSIENT = (Unavailable, RateLimited, DeadlineExceeded, Overloaded)


def _with_subclasses(error_type: type[ProviderError]) -> Iterator[type[ProviderError]]:
    yield error_type
    for subclass in error_type.__subclasses__():
        yield from _with_subclasses(subclass)


_BY_REASON = {kind.reason: kind for kind in _with_subclasses(ProviderError)}


def encode_error(error: ProviderError) -> bytes:
    """Return the error's `reason`, and its number where it has one, as a few bytes."""
    match error:
        case RateLimited():
            return f"{error.reason} {error.retry_after:.3f}".encode()
        case Rejected():
            return f"{error.reason} {error.status}".encode()
    return error.reason.encode()


def decode_error(word: bytes) -> ProviderError:
    """Return a new error as `encode_error` wrote it.

    Returns `Unavailable` where `word` cannot be read.
    """
    reason, _, number = word.decode("ascii", "replace").partition(" ")
    kind = _BY_REASON.get(reason, Unavailable)
    try:
        if issubclass(kind, RateLimited):
            # Redis may hold any number; nothing is told to wait for more than a day.
            return kind(bounded_seconds(float(number), quota=True))
        if issubclass(kind, Rejected):
            return kind(int(number[:3]))
    except ValueError:
        return Unavailable()
    return kind()


def shared_seconds(rng: Random) -> float:
    """Return for how many seconds a failure answers others, with jitter."""
    return SHARED_SECONDS * (1 + _JITTER * rng.random())


class NegativeCache:
    """Store the failures of this process's fetches for about a second.

    `clock` is monotonic, in seconds.
    """

    def __init__(self, clock: Callable[[], float], rng: Random) -> None:
        self._clock = clock
        self._rng = rng
        self._words: dict[object, tuple[float, bytes]] = {}

    def __len__(self) -> int:
        return len(self._words)

    def note(
        self, key: object, error: ProviderError, seconds: float | None = None
    ) -> None:
        """Store `error` as the failure of `key`, for about a second or `seconds`."""
        if len(self._words) >= _MOST:
            self._words.clear()
        if seconds is None:
            seconds = shared_seconds(self._rng)
        until = self._clock() + seconds
        self._words[key] = (until, encode_error(error))

    def note_fetch(
        self, key: object, error: ProviderError, seconds: float | None = None
    ) -> bool:
        """Store the failure of a fetch; return False where it says nothing to others.

        One request's lack of time says nothing to the next, nor does this process's.
        """
        if isinstance(error, DeadlineExceeded | Overloaded):
            return False
        self.note(key, error, seconds)
        return True

    def check(self, key: object) -> None:
        """Raise the failure of `key` again while it is recent."""
        if (failure := self._words.get(key)) is None:
            return
        until, word = failure
        if self._clock() < until:
            raise decode_error(word)
        del self._words[key]
