"""Cache request: what the cache knows of one request while it runs."""

from collections.abc import Callable
from dataclasses import dataclass, field
from weakref import WeakKeyDictionary

from providers.cache.keyring import Keyring
from providers.cache.records import KeyScope
from providers.listener import Listener
from providers.music import Account
from providers.secret import Secret
from providers.timeouts import Deadline, TimeBudget
from providers.turn import CacheRole, CacheUse, Turn


@dataclass(frozen=True, slots=True)
class ResolvedAccount:
    """An account, and the scope of the keys of its records."""

    account: Account
    scope: KeyScope


@dataclass(slots=True, eq=False)
class CacheRequest:
    """State of one request in the cache.

    `person` and `token` are the scopes of the listener and of the access token;
    `credential` is the token itself, by which a relinked listener is noticed.
    `deadline` is the request's, `budget` the time that Redis may take of it. `uses` is
    the turn's list of cache uses.

    `oldest_input` is the moment, by the cache's monotonic clock, of the oldest thing
    that this request may store: its beginning, or earlier where it is based on a
    record that memory had. `epoch` (this process) and `generations` (Redis, by the
    person's hash) tell how often the person was erased. Once that changes, or an
    erasure is younger than `oldest_input`, `forgotten` is set and nothing of this
    request is stored.

    `linked` are the hashes that are noted under the person in Redis. `serve_stale` is
    set once a refresh was slow: the rest is served stale at once. `admitted` tells,
    once the request had to fetch something, whether there was time for that. `account`
    is set once it is known.

    It must not hold its turn, because the turn holds it (`CacheRequests`).
    """

    person: KeyScope
    token: KeyScope
    credential: Secret
    deadline: Deadline
    uses: list[CacheUse]
    budget: TimeBudget
    oldest_input: float
    epoch: int = 0
    generations: dict[bytes, bytes] = field(default_factory=dict)
    linked: set[bytes] = field(default_factory=set)
    forgotten: bool = False
    serve_stale: bool = False
    admitted: bool | None = None
    account: ResolvedAccount | None = field(default=None, repr=False)

    def record_use(self, kind: str, role: CacheRole) -> None:
        """Add to the turn which record type was asked for and what answered."""
        self.uses.append(CacheUse(kind, role))


class CacheRequests:
    """Map each running request to its cache state.

    The entry is removed when the request's `Turn` is garbage-collected (weak
    keys).
    """

    def __init__(
        self,
        keyring: Keyring,
        clock: Callable[[], float],
        epoch: Callable[[KeyScope], int],
    ) -> None:
        self._keyring = keyring
        self._clock = clock
        self._epoch = epoch
        self._requests: WeakKeyDictionary[Turn, CacheRequest] = WeakKeyDictionary()

    def __len__(self) -> int:
        return len(self._requests)

    def of(self, listener: Listener, token: Secret) -> CacheRequest:
        """Return the state of the listener's request; new state for another token."""
        request = self._requests.get(listener.turn)
        if request is None or request.credential is not token:
            request = self._begin(listener, token)
            self._requests[listener.turn] = request
        return request

    def _begin(self, listener: Listener, token: Secret) -> CacheRequest:
        person = self._keyring.scope(b"person", listener.key.reveal())
        return CacheRequest(
            person=person,
            token=self._keyring.scope(b"token", token.reveal()),
            credential=token,
            deadline=listener.deadline,
            uses=listener.turn.cache,
            budget=TimeBudget(self._clock),
            oldest_input=self._clock(),
            epoch=self._epoch(person),
        )
