"""Two processes on one Redis, and all that may happen round them."""

import asyncio
from collections.abc import Coroutine
from operator import itemgetter
from typing import Any, ClassVar, TypeVar

import redis
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from providers.cache.redis.factory import CacheSettings
from providers.errors import Unavailable
from providers.secret import Secret
from tests.conftest import RedisServer, SharedStore
from tests.fault_proxy import Fault, FaultProxy
from tests.providers.cache.counting_library import Shelf
from tests.providers.cache.model import SOFT, Model
from tests.providers.cache.world import (
    FIRST_SECRET,
    SECOND_SECRET,
    Clock,
    Instance,
)

T = TypeVar("T")

# How a secret is changed without losing anything: the new one is known everywhere
# before anybody writes with it, the old one until what it sealed has expired.
ROTATION = (
    (FIRST_SECRET, None),
    (FIRST_SECRET, SECOND_SECRET),
    (SECOND_SECRET, FIRST_SECRET),
    (SECOND_SECRET, None),
)

sides = st.sampled_from([0, 1])


class Rig(RuleBasedStateMachine):
    """The world of the machine: its clock, its faults, its secrets."""

    store: ClassVar[SharedStore]
    clients: ClassVar["list[redis.Redis]"]  # one for each primary

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.clock, self.model = Clock(), Model()
        owners = {"token-0": "ada", "token-1": "bob"}
        self.shelf = Shelf(owners=owners, clock=self.clock, changing=True)
        self.tokens = {"person-ada": "token-0", "person-bob": "token-1"}
        self.issued = 2
        self.steps = [0, 0]
        self.failures, self.broken = 0, False
        for client in self.clients:
            client.flushall()
        self.url, self.proxy = self.store.url, None
        if isinstance(self.store, RedisServer):
            self.proxy = FaultProxy(("127.0.0.1", self.store.port))
            self.run(self.proxy.__aenter__())
            self.url = f"redis://127.0.0.1:{self.proxy.port}/0"
        self.instances = [self._begin(side) for side in (0, 1)]

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        return self.runner.run(work)

    def _keys(self, pattern: str) -> "list[tuple[bytes, redis.Redis]]":
        """The names that match, each with a client of the server that has it."""
        found = [(k, c) for c in self.clients for k in c.scan_iter(pattern)]
        return sorted(found, key=itemgetter(0))

    def _begin(self, side: int) -> Instance:
        secret, other = ROTATION[self.steps[side]]
        settings = CacheSettings(
            memory_bytes=2**20,
            redis_url=Secret(self.url),
            secret=secret,
            previous_secret=other,
        )
        return Instance.begin(self.shelf, self.clock, settings, seed=side)

    def pass_by(self, seconds: float) -> None:
        """Time passes for Redis's editions, too."""
        self.clock.pass_by(seconds)
        for key, client in self._keys("*:generation"):
            left = client.pttl(key) - int(seconds * 1000)
            if left > 0:
                client.pexpire(key, left)
            else:
                client.delete(key)

    def records(self) -> set[bytes]:
        """The names of what Redis keeps of anybody."""
        return {key for key, _ in self._keys("shelf:*") if _is_record(key)}

    def _notice_failures(self) -> bool:
        """Whether Redis was too slow for this busy machine: nothing is sure then."""
        failures = sum(each.cache.status().failures for each in self.instances)
        noticed = failures != self.failures
        if noticed:
            self.failures = failures
            self.model.distrust()
        return noticed

    @rule(seconds=st.sampled_from([1.0, 30.0, 61.0, 200.0, 600.0, 4000.0, 90000.0]))
    def wait(self, seconds: float) -> None:
        self.pass_by(seconds)

    @rule()
    def break_upstream(self) -> None:
        self.shelf.fails.update(dict.fromkeys(("account", *SOFT), Unavailable()))

    @precondition(lambda self: self.shelf.fails)
    @rule()
    def heal_upstream(self) -> None:
        self.shelf.fails.clear()
        self.pass_by(2)
        for key, client in self._keys("*:lease"):  # while a failure answers
            client.delete(key)

    @rule()
    def break_redis(self) -> None:
        """Only where there is a proxy; the same rules apply on every store."""
        self.model.distrust()
        self.broken = True
        if self.proxy:
            self.run(self.proxy.inflict(Fault.REFUSE))

    @precondition(lambda self: self.broken)
    @rule()
    def heal_redis(self) -> None:
        self.broken = False
        if self.proxy:
            self.run(self.proxy.inflict(Fault.NONE))
        self.pass_by(7)

    @rule(
        places=st.tuples(st.integers(0, 99), st.integers(0, 99)),
        junk=st.none() | st.binary(max_size=40),
        cut=st.integers(0, 3),
    )
    def spoil(self, places: tuple[int, int], junk: bytes | None, cut: int) -> None:
        """Foreign bytes, or some record whole or truncated, under some name. What is
        drawn must not depend on what Redis holds: that depends on the time, too."""
        names = [each for each in self._keys("shelf:*") if _is_record(each[0])]
        if not names:
            return
        (source, there), (target, client) = (names[p % len(names)] for p in places)
        value = there.get(source)
        assert isinstance(value, bytes)
        value = value[: len(value) - cut] if junk is None else junk
        client.set(target, value, px=60_000)
        self.model.distrust()

    @rule(place=st.integers(0, 99))
    def evict(self, place: int) -> None:
        """Redis is full: some key goes, an index set or an edition among others."""
        if keys := self._keys("shelf:*"):
            key, client = keys[place % len(keys)]
            client.delete(key)
        self.model.distrust()

    @rule(side=sides)
    def change_secrets(self, side: int) -> None:
        """One step of a rotation, never two ahead of the other process."""
        step = self.steps[side]
        if step == len(ROTATION) - 1 or step > self.steps[1 - side]:
            return
        if ROTATION[step + 1][1] is None:
            self.pass_by(25 * 3600)  # whatever the old one sealed has expired
        self.steps[side] += 1
        self.run(self.instances[side].aclose())
        self.instances[side] = self._begin(side)

    def teardown(self) -> None:
        immortal = [key for key, client in self._keys("*") if client.ttl(key) < 0]
        for instance in self.instances:
            self.run(instance.aclose())
        if self.proxy:
            self.run(self.proxy.__aexit__(None, None, None))
        self.runner.close()
        assert not immortal, "every key expires"


def _is_record(key: bytes) -> bool:
    return not key.endswith((b":lease", b":generation", b":names", b":tags"))
