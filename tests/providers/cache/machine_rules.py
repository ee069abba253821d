"""Two processes on one Redis, and all that may happen round them."""

import asyncio
from collections.abc import Coroutine
from typing import Any, ClassVar, TypeVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from providers.cache.redis.factory import CacheSettings
from providers.errors import Unavailable
from providers.secret import Secret
from tests.conftest import RedisServer
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

    server: ClassVar[RedisServer]

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.clock, self.model = Clock(), Model()
        owners = {"token-0": "ada", "token-1": "bob"}
        self.shelf = Shelf(owners=owners, clock=self.clock, changing=True)
        self.tokens = {"person-ada": "token-0", "person-bob": "token-1"}
        self.issued = 2
        self.steps = [0, 0]
        self.failures = 0
        with self.server.client() as client:
            client.flushall()
        self.proxy = FaultProxy(("127.0.0.1", self.server.port))
        self.run(self.proxy.__aenter__())
        self.instances = [self._begin(side) for side in (0, 1)]

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        return self.runner.run(work)

    def _begin(self, side: int) -> Instance:
        secret, other = ROTATION[self.steps[side]]
        settings = CacheSettings(
            memory_bytes=2**20,
            redis_url=Secret(f"redis://127.0.0.1:{self.proxy.port}/0"),
            secret=secret,
            previous_secret=other,
        )
        return Instance.begin(self.shelf, self.clock, settings, seed=side)

    def pass_by(self, seconds: float) -> None:
        """Time passes for Redis's editions, too."""
        self.clock.pass_by(seconds)
        with self.server.client() as client:
            for key in client.scan_iter("*:generation"):
                left = client.pttl(key) - int(seconds * 1000)
                if left > 0:
                    client.pexpire(key, left)
                else:
                    client.delete(key)

    def records(self) -> set[bytes]:
        """The names of what Redis keeps of anybody."""
        with self.server.client() as client:
            return {key for key in client.scan_iter("shelf:*") if _is_record(key)}

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
        with self.server.client() as client:  # the second in which a failure answers
            for key in client.scan_iter("*:lease"):
                client.delete(key)

    @rule()
    def break_redis(self) -> None:
        self.model.distrust()
        self.run(self.proxy.inflict(Fault.REFUSE))

    @precondition(lambda self: self.proxy.fault is Fault.REFUSE)
    @rule()
    def heal_redis(self) -> None:
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
        with self.server.client() as client:
            names = sorted(self.records())
            if not names:
                return
            source = client.get(names[places[0] % len(names)])
            assert isinstance(source, bytes)
            value = source[: len(source) - cut] if junk is None else junk
            client.set(names[places[1] % len(names)], value, px=60_000)
        self.model.distrust()

    @rule(place=st.integers(0, 99))
    def evict(self, place: int) -> None:
        """Redis is full: some key goes, an index set or an edition among others."""
        with self.server.client() as client:
            keys = sorted(client.scan_iter("shelf:*"))
            if keys:
                client.delete(keys[place % len(keys)])
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
        with self.server.client() as client:
            immortal = [key for key in client.scan_iter("*") if client.ttl(key) < 0]
        for instance in self.instances:
            self.run(instance.aclose())
        self.run(self.proxy.__aexit__(None, None, None))
        self.runner.close()
        assert not immortal, "every key expires"


def _is_record(key: bytes) -> bool:
    return not key.endswith((b":lease", b":generation", b":names", b":tags"))
