"""Cache request: what the cache knows of one request while it runs."""

import math
from collections.abc import Callable

import msgspec

from providers.cache.keyring import Keyring
from providers.cache.records import KeyScope
from providers.deadline import Deadline, TimeBudget
from providers.listener import Listener
from providers.music import Account
from providers.secret import Secret
from providers.turn_telemetry import CacheRole, CacheUse


class ResolvedAccount(msgspec.Struct, frozen=True):
    """An account, and the scope of the keys of its records."""

    account: Account
    scope: KeyScope


class CacheRequest(msgspec.Struct, eq=False):
    """State of one request in the cache.

    `person` and `token` are the scopes of the listener and of the access token;
    `credential` is the token itself, by which a relinked listener is noticed.
    `deadline` is the request's, `budget` the time that Redis may take of it. `uses` is
    the turn's list of cache uses.

    `epoch` (this process) and `generations` (Redis, by the person's hash) tell the
    person's edition as this request met it first: in memory, beside a record that it
    used, or in Redis. Once another edition is met, the person was erased meanwhile:
    `forgotten` is set and nothing of this request is stored. The edition b"" means that
    Redis was out then: this request stores nothing in Redis, even if Redis is back, and
    even if Redis has no edition, because that of an erasure may have been evicted.
    `unsure` is set where a record was used that came into memory while Redis was out:
    nobody knows whether the person was erased since, and nothing that is derived from
    such records goes to Redis. `as_of` (seconds since 1970) is from when this request's
    knowledge may be: its begin, or when the oldest record that it took from memory came
    there.

    `linked` are the hashes that are noted under the person in Redis.
    `serve_stale` is set once a refresh was slow: the rest is served stale at once.
    `admitted` tells, once the request had to fetch something, whether there was time
    for that. `account` is set once it is known; `stranger` where neither memory nor
    Redis knew the token or the person.
    """

    person: KeyScope
    token: KeyScope
    credential: Secret
    deadline: Deadline
    uses: list[CacheUse]
    budget: TimeBudget
    epoch: int = 0
    generations: dict[bytes, bytes] = {}
    linked: set[bytes] = set()
    forgotten: bool = False
    unsure: bool = False
    as_of: float = math.inf
    serve_stale: bool = False
    admitted: bool | None = None
    stranger: bool = False
    account: ResolvedAccount | None = None

    def __repr__(self) -> str:
        return "CacheRequest(***)"  # an account has a name

    def meet_edition(self, person_hash: bytes, edition: bytes) -> bool:
        """Note the person's edition; return whether it is the one met before.

        `edition` is b"" where Redis has none, which is another one too.
        """
        if person_hash not in self.generations:
            if edition:
                self.generations[person_hash] = edition
            return True
        if self.generations[person_hash] != edition:
            self.forgotten = True
        return not self.forgotten

    def miss_editions(self) -> None:
        """Note that Redis was out before the person's editions were met."""
        for person_hash in self.person.hashes:
            self.generations.setdefault(person_hash, b"")

    @property
    def is_out(self) -> bool:
        """True where Redis was out, or had no edition of the person."""
        return self.budget.lost or not self.generations.get(self.person.hashes[0])

    @property
    def editions(self) -> tuple[bytes, ...]:
        """The editions of the person, one for each secret; b"" where unknown."""
        return tuple([self.generations.get(h, b"") for h in self.person.hashes])

    def record_use(self, kind: str, role: CacheRole) -> None:
        """Add to the turn which record type was asked for and what answered."""
        self.uses.append(CacheUse(kind, role))


class CacheRequests:
    """Give each running request its cache state, which its `Listener` keeps."""

    def __init__(
        self,
        keyring: Keyring,
        clock: Callable[[], float],
        epoch: Callable[[KeyScope], int],
    ) -> None:
        self._keyring = keyring
        self._clock = clock
        self._epoch = epoch

    def of(self, listener: Listener, token: Secret) -> CacheRequest:
        """Return the state of the listener's request; new state for another token."""
        request: CacheRequest | None = listener.kept.get(self)
        if request is None or request.credential is not token:
            request = listener.kept[self] = self._begin(listener, token)
        return request

    def _begin(self, listener: Listener, token: Secret) -> CacheRequest:
        person = self._keyring.scope(b"person", listener.key.reveal())
        return CacheRequest(
            person=person,
            token=self._keyring.scope(b"token", token.reveal()),
            credential=token,
            deadline=listener.deadline,
            uses=listener.turn.cache,
            budget=TimeBudget(self._clock, calls=listener.turn.redis),
            epoch=self._epoch(person),
        )
