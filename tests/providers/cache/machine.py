"""Two processes on one Redis, whatever happens to them, against a plain model."""

import asyncio
import contextlib
from collections.abc import Coroutine
from dataclasses import dataclass, field
from typing import Any, ClassVar, TypeVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from providers.cache.opening import CacheSettings
from providers.errors import Unavailable
from providers.music import Listing
from providers.secret import Secret
from tests.conftest import RedisServer
from tests.fault_proxy import Fault, FaultProxy
from tests.providers.cache.world import (
    FIRST_SECRET,
    SECOND_SECRET,
    Clock,
    Instance,
    Shelf,
    listener,
)

T = TypeVar("T")

MEMORY_MINUTE = 60.0
SOFT = {"playlists": 300.0, "recent_plays": 180.0}
HARD = 24 * 3600.0
POINTER = 3600.0
EARLIEST = 0.9  # of a lifetime: before that nothing may have ended

# How a secret is changed without losing anything: the new one is known everywhere
# before anybody writes with it, the old one until what it sealed has expired.
ROTATION = (
    (FIRST_SECRET, None),
    (FIRST_SECRET, SECOND_SECRET),
    (SECOND_SECRET, FIRST_SECRET),
    (SECOND_SECRET, None),
)

persons = st.sampled_from(["person-ada", "person-bob"])
owners = st.sampled_from(["ada", "bob"])
sides = st.sampled_from([0, 1])
kinds = st.sampled_from(sorted(SOFT))


@dataclass
class Model:
    """What is surely kept since when, and who was forgotten when."""

    kept: dict[tuple[str, str], float] = field(default_factory=dict)
    known: dict[str, float] = field(default_factory=dict)
    met: dict[str, float] = field(default_factory=dict)
    readers: dict[str, set[str]] = field(default_factory=dict)
    purges: dict[str, list[tuple[float, int]]] = field(default_factory=dict)
    forgotten: dict[str, float] = field(default_factory=dict)
    reliable: bool = True

    def oldest(self, owner: str, side: int, now: float) -> float:
        """The earliest reading that this side may still serve after purges."""
        told = (
            at
            for at, where in self.purges.get(owner, ())
            if where == side or now - at >= MEMORY_MINUTE
        )
        return max(told, default=float("-inf"))

    def purge(self, person: str, side: int, now: float) -> None:
        """What only this person ever read is gone; of the rest nothing is sure."""
        for owner, readers in self.readers.items():
            if person in readers:
                self.forgotten[owner] = now
                if readers == {person}:
                    self.purges.setdefault(owner, []).append((now, side))
                for kind in SOFT:
                    self.kept.pop((owner, kind), None)
        self.known.clear()
        self.met.clear()

    def distrust(self) -> None:
        """From now on nothing has to be there."""
        self.reliable = False
        self.kept.clear()
        self.known.clear()
        self.met.clear()

    def keep(self, owner: str, kind: str, read_at: float) -> None:
        """Was heard, and not only from a memory that has not heard of a purge yet."""
        if self.reliable and read_at >= self.forgotten.get(owner, read_at):
            self.kept[owner, kind] = read_at


class CacheMachine(RuleBasedStateMachine):
    """Rules for the world; `_judge` compares what a listener hears with the model."""

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
            other=other,
        )
        return Instance.begin(self.shelf, self.clock, settings, seed=side)

    @rule(side=sides, person=persons, kind=kinds)
    def ask(self, side: int, person: str, kind: str) -> None:
        self.run(self._ask(side, person, kind))

    async def _ask(self, side: int, person: str, kind: str) -> None:
        """Asks, and judges the answer or the lack of one."""
        token = self.tokens[person]
        owner, now = self.shelf.owners[token], self.clock()
        before = self.shelf.calls.copy()
        self._notice_failures()
        kept = now - self.model.kept.get((owner, kind), float("-inf"))
        known = now - self.model.known.get(token, float("-inf")) < EARLIEST * POINTER
        self.model.readers.setdefault(owner, set()).add(person)
        try:
            heard = await getattr(self.instances[side].library, kind)(
                listener(token, person)
            )
        except Unavailable:
            assert self.shelf.fails, "the music service is well"
            if self._notice_failures():
                return
            assert not (known and kept < EARLIEST * HARD), "there was something stale"
            return
        sure = not self._notice_failures()
        met = now - self.model.met.get(person, float("-inf")) < EARLIEST * HARD
        if sure and (known or met) and kept < EARLIEST * SOFT[kind]:
            assert self.shelf.calls[kind] == before[kind], "there was something fresh"
        if sure and known:
            assert self.shelf.calls["account"] == before["account"], "it was known"
        read_at = self._judge(heard, owner, kind, side)
        self.model.keep(owner, kind, read_at)
        if self.model.reliable and self.shelf.calls["account"] > before["account"]:
            self.model.known[token] = self.model.met[person] = now

    def _notice_failures(self) -> bool:
        """Whether Redis was too slow for this busy machine: nothing is sure then."""
        failures = sum(each.cache.status().failures for each in self.instances)
        noticed = failures != self.failures
        if noticed:
            self.failures = failures
            self.model.distrust()
        return noticed

    def _judge(self, heard: Listing[Any], owner: str, kind: str, side: int) -> float:
        """The moment of the reading that was heard, which must be one to be heard."""
        item = heard.items[0]
        title = item.name if kind == "playlists" else item.track.title
        *_, heard_owner, edition = title.split()
        assert heard_owner == owner, "somebody else's music"
        now, read_at = self.clock(), self.shelf.readings[int(edition)]
        assert now - read_at <= HARD
        if not self.shelf.fails:
            assert now - read_at <= SOFT[kind], "stale though the service is well"
        if now - read_at > SOFT[kind]:
            assert heard.stale_since is not None, "stale, and not said"
        assert read_at >= self.model.oldest(owner, side, now), "forgotten, and back"
        return read_at

    @rule(side=sides, other=sides, person=persons, kind=kinds)
    def ask_and_forget_meanwhile(
        self, side: int, other: int, person: str, kind: str
    ) -> None:
        """A purge while the read is under way: that may be heard, but not again."""
        self.run(self._interrupted(side, other, person, kind))

    async def _interrupted(self, side: int, other: int, person: str, kind: str) -> None:
        token = self.tokens[person]
        owner = self.shelf.owners[token]
        self.model.readers.setdefault(owner, set()).add(person)
        self.shelf.hold(kind)
        library = self.instances[side].library
        asking = asyncio.create_task(getattr(library, kind)(listener(token, person)))
        begun = asyncio.create_task(self.shelf.begun[kind].wait())
        await asyncio.wait((asking, begun), return_when="FIRST_COMPLETED")
        begun.cancel()
        await self._forget(other, person)
        self.shelf.release(kind)
        with contextlib.suppress(Unavailable):
            await asking
        await self._ask(other, person, kind)

    @rule(side=sides, person=persons)
    def forget(self, side: int, person: str) -> None:
        self.run(self._forget(side, person))

    async def _forget(self, side: int, person: str) -> None:
        self.clock.pass_by(1)
        done = await self.instances[side].library.forget(Secret(person))
        assert done or self._notice_failures() or not self.model.reliable
        if done:
            self.model.purge(person, side, self.clock())
        self.clock.pass_by(1)

    @rule(side=sides, person=persons, kind=kinds, owner=owners)
    def link_between_questions(
        self, side: int, person: str, kind: str, owner: str
    ) -> None:
        self.ask(side, person, kind)
        self.link(person, owner)
        self.ask(side, person, kind)

    @rule(person=persons, owner=owners)
    def link(self, person: str, owner: str) -> None:
        """A new token for the same account or another one; the old one is refused."""
        del self.shelf.owners[self.tokens[person]]
        self.tokens[person] = token = f"token-{self.issued}"
        self.issued += 1
        self.shelf.owners[token] = owner

    @rule(seconds=st.sampled_from([1.0, 30.0, 61.0, 200.0, 600.0, 4000.0, 90000.0]))
    def wait(self, seconds: float) -> None:
        self.clock.pass_by(seconds)

    @rule()
    def break_upstream(self) -> None:
        self.shelf.fails.update(dict.fromkeys(("account", *SOFT), Unavailable()))

    @precondition(lambda self: self.shelf.fails)
    @rule()
    def heal_upstream(self) -> None:
        self.shelf.fails.clear()
        self.clock.pass_by(2)
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
        self.clock.pass_by(7)

    @rule(data=st.data(), junk=st.binary(max_size=40))
    def spoil(self, data: st.DataObject, junk: bytes) -> None:
        """Foreign bytes, a truncated value or another record's under some name."""
        with self.server.client() as client:
            names = [key for key in client.scan_iter("shelf:*") if _is_record(key)]
            if not names:
                return
            some = st.sampled_from(sorted(names))
            source = client.get(data.draw(some))
            assert isinstance(source, bytes)
            value = data.draw(st.sampled_from([junk, source, source[:-3]]))
            client.set(data.draw(some), value, px=60_000)
        self.model.distrust()

    @rule(side=sides)
    def change_secrets(self, side: int) -> None:
        """One step of a rotation, never two ahead of the other process."""
        step = self.steps[side]
        if step == len(ROTATION) - 1 or step > self.steps[1 - side]:
            return
        if ROTATION[step + 1][1] is None:
            self.clock.pass_by(25 * 3600)  # whatever the old one sealed has expired
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
