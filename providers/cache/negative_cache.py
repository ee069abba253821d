"""Failures as words, so that one attempt's failure can answer for the next ones."""

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

# One attempt a second at what fails, by all processes together.
SHARED_SECONDS = 1.0
_JITTER = 0.2
_MOST = 1024

# These say something about one token; another token of the account may do better.
PER_TOKEN = (NotLinked, LinkExpired, NotAdmitted, ScopeMissing)
# These say nothing about the music: what was read before still stands.
TRANSIENT = (Unavailable, RateLimited, DeadlineExceeded, Overloaded)


def _family(root: type[ProviderError]) -> Iterator[type[ProviderError]]:
    yield root
    for child in root.__subclasses__():
        yield from _family(child)


_BY_REASON = {kind.reason: kind for kind in _family(ProviderError)}


def encode_error(error: ProviderError) -> bytes:
    """The error's kind and number in a few bytes."""
    match error:
        case RateLimited():
            return f"{error.reason} {error.retry_after:.3f}".encode()
        case Rejected():
            return f"{error.reason} {error.status}".encode()
    return error.reason.encode()


def decode_error(word: bytes) -> ProviderError:
    """A new error as `to_word` told it; `Unavailable` where that is not readable."""
    reason, _, number = word.decode("ascii", "replace").partition(" ")
    kind = _BY_REASON.get(reason, Unavailable)
    try:
        if issubclass(kind, RateLimited):
            return kind(float(number))
        if issubclass(kind, Rejected):
            return kind(int(number))
    except ValueError:
        return Unavailable()
    return kind()


def shared_seconds(rng: Random) -> float:
    return SHARED_SECONDS * (1 + _JITTER * rng.random())


class NegativeCache:
    """What failed here a moment ago; `clock` is monotonic, in seconds."""

    def __init__(self, clock: Callable[[], float], rng: Random) -> None:
        self._clock = clock
        self._rng = rng
        self._words: dict[object, tuple[float, bytes]] = {}

    def __len__(self) -> int:
        return len(self._words)

    def note(self, key: object, error: ProviderError) -> None:
        if len(self._words) >= _MOST:
            self._words.clear()
        until = self._clock() + shared_seconds(self._rng)
        self._words[key] = (until, encode_error(error))

    def check(self, key: object) -> None:
        """Raises the failure again while it is recent."""
        if (found := self._words.get(key)) is None:
            return
        if self._clock() < found[0]:
            raise decode_error(found[1])
        del self._words[key]
