"""One request as the cache sees it: who asks, and what time Redis may still take."""

from collections.abc import Callable
from dataclasses import dataclass, field
from weakref import WeakKeyDictionary

from providers.cache.keyring import Signets
from providers.cache.records import Subject
from providers.listener import Listener
from providers.music import Account
from providers.secret import Secret
from providers.timeouts import Deadline, RedisBudget
from providers.turn import CacheRole, CacheUse, TurnRecorder


@dataclass(frozen=True, slots=True)
class Home:
    """An account, and the subject of its records."""

    account: Account
    shelf: Subject


@dataclass(slots=True, eq=False)
class Visit:
    """What one request knows so far; it must not hold its turn, which holds it.

    `home` is set once the account is known. `hurried` is set once a refresh was slow:
    the rest is served as it is. `let_in` tells, once it had to fetch something, whether
    there was time for that. `since` is the moment, by the cache's monotonic clock,
    of the oldest thing that this request may keep: its beginning, or earlier where it
    goes on with what memory had. `epoch` and `generations` (by the person's tags) tell
    how often the person was forgotten, here and in Redis: once that changes, or was
    after `since`, `forgotten` is set and nothing of this request is kept.
    """

    person: Subject
    token: Subject
    credential: Secret
    deadline: Deadline
    uses: list[CacheUse]
    budget: RedisBudget
    since: float
    epoch: int = 0
    generations: dict[bytes, bytes] = field(default_factory=dict)
    enrolled: set[bytes] = field(default_factory=set)
    forgotten: bool = False
    hurried: bool = False
    let_in: bool | None = None
    home: Home | None = field(default=None, repr=False)

    def used(self, kind: str, role: CacheRole) -> None:
        """Notes in the request's turn who answered."""
        self.uses.append(CacheUse(kind, role))


class Visits:
    """The visits of the requests under way; each is gone with its turn."""

    def __init__(
        self,
        signets: Signets,
        clock: Callable[[], float],
        epoch: Callable[[Subject], int],
    ) -> None:
        self._signets = signets
        self._clock = clock
        self._epoch = epoch
        self._visits: WeakKeyDictionary[TurnRecorder, Visit] = WeakKeyDictionary()

    def __len__(self) -> int:
        return len(self._visits)

    def of(self, listener: Listener, token: Secret) -> Visit:
        """The request's visit; a new one for another token."""
        visit = self._visits.get(listener.turn)
        if visit is None or visit.credential is not token:
            visit = self._begin(listener, token)
            self._visits[listener.turn] = visit
        return visit

    def _begin(self, listener: Listener, token: Secret) -> Visit:
        person = self._signets.subject(b"person", listener.key.reveal())
        return Visit(
            person=person,
            token=self._signets.subject(b"token", token.reveal()),
            credential=token,
            deadline=listener.deadline,
            uses=listener.turn.cache,
            budget=RedisBudget(self._clock),
            since=self._clock(),
            epoch=self._epoch(person),
        )
