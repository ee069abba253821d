"""One request as the cache sees it: who asks, and what time Redis may still take."""

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
    """An account, and the subject of its records."""

    account: Account
    scope: KeyScope


@dataclass(slots=True, eq=False)
class CacheRequest:
    """What one request knows so far; it must not hold its turn, which holds it.

    `home` is set once the account is known. `hurried` is set once a refresh was slow:
    the rest is served as it is. `let_in` tells, once it had to fetch something, whether
    there was time for that. `since` is the moment, by the cache's monotonic clock,
    of the oldest thing that this request may keep: its beginning, or earlier where it
    goes on with what memory had. `epoch` and `generations` (by the person's tags) tell
    how often the person was forgotten, here and in Redis: once that changes, or was
    after `since`, `forgotten` is set and nothing of this request is kept.
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
        """Notes in the request's turn who answered."""
        self.uses.append(CacheUse(kind, role))


class CacheRequests:
    """The visits of the requests under way; each is gone with its turn."""

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
        """The request's visit; a new one for another token."""
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
