"""Two processes on one Redis, whatever happens to them, against a plain model."""

import asyncio
import contextlib
from typing import Any, TypeVar

from hypothesis import strategies as st
from hypothesis.stateful import rule

from providers.errors import Unavailable
from providers.music import Listing
from providers.secret import Secret
from tests.providers.cache.machine_rules import Rig, sides
from tests.providers.cache.model import EARLIEST, HARD, POINTER, SOFT
from tests.providers.cache.world import (
    listener,
)

T = TypeVar("T")

persons = st.sampled_from(["person-ada", "person-bob"])
owners = st.sampled_from(["ada", "bob"])
kinds = st.sampled_from(sorted(SOFT))


class CacheMachine(Rig):
    """Rules for the world; `_judge` compares what a listener hears with the model."""

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
        met = now - self.model.met.get(person, float("-inf")) < EARLIEST * HARD
        expected = self.model.is_aware(person, side, now) if known else met
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
        if sure and expected and kept < EARLIEST * SOFT[kind]:
            assert self.shelf.calls[kind] == before[kind], "there was something fresh"
        if sure and known:
            assert self.shelf.calls["account"] == before["account"], "it was known"
        read_at = self._judge(heard, owner, kind, side)
        resolved = self.shelf.calls["account"] > before["account"]
        if resolved or self.model.is_aware(person, side, now):
            self.model.keep(owner, kind, read_at)
        if self.model.reliable and resolved:
            self.model.known[token] = self.model.met[person] = now

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
            assert heard.stale_for is not None, "stale, and not said"
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

    @rule(side=sides, other=sides, person=persons, first=kinds, second=kinds)
    def forget_between_two_reads(
        self, side: int, other: int, person: str, first: str, second: str
    ) -> None:
        """A request that began before a purge leaves nothing behind after it."""
        self.run(self._reading_on(side, other, person, (first, second)))

    async def _reading_on(
        self, side: int, other: int, person: str, kinds: tuple[str, str]
    ) -> None:
        token = self.tokens[person]
        self.model.readers.setdefault(self.shelf.owners[token], set()).add(person)
        who, library = listener(token, person), self.instances[side].library
        with contextlib.suppress(Unavailable):
            await getattr(library, kinds[0])(who)
        done = await self._forget(other, person)
        left = self.records()
        with contextlib.suppress(Unavailable):
            await getattr(library, kinds[1])(who)
        assert not done or self.records() <= left, "kept by a request from before"

    @rule(side=sides, person=persons)
    def forget(self, side: int, person: str) -> None:
        self.run(self._forget(side, person))

    async def _forget(self, side: int, person: str) -> bool:
        self.pass_by(1)
        done = await self.instances[side].library.forget(Secret(person))
        assert done or self._notice_failures() or not self.model.reliable
        if done:
            self.model.purge(person, side, self.clock())
        self.pass_by(1)
        return done

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
