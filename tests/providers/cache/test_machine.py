"""Nothing that may happen makes the cache say what its model does not allow."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from providers.cache.read_through import Cache
from providers.cache.redis import store
from providers.cache.redis.commands import Script, ScriptCall
from providers.cache.redis.erasure import Erasure
from providers.cache.request_state import CacheRequest, ResolvedAccount
from providers.deadline import TimeBudget
from providers.music import Account
from tests.conftest import RedisServer, SharedStore
from tests.providers.cache.machine import CacheMachine

ENOUGH = settings(
    max_examples=40,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    print_blob=False,
    phases=[Phase.generate],
)


@contextmanager
def on(store: SharedStore) -> Iterator[None]:
    """The machine has its two processes on that store."""
    with ExitStack() as stack:
        CacheMachine.store = store
        CacheMachine.clients = [stack.enter_context(c) for c in store.clients()]
        yield


@pytest.mark.slow
def test_two_processes_agree_with_the_model(shared_store: SharedStore) -> None:
    # The others go through the same scripts: fewer examples show that they do.
    few = settings(ENOUGH, max_examples=8)
    with on(shared_store):
        is_redis = isinstance(shared_store, RedisServer)
        run_state_machine_as_test(CacheMachine, settings=ENOUGH if is_redis else few)


def shelves_by_person(
    self: Cache, request: CacheRequest, account: Account
) -> ResolvedAccount:
    """A planted bug: records belong to the person instead of the account."""
    request.account = ResolvedAccount(account, request.person)
    return request.account


UNLINK = Script("for i = 1, #KEYS do redis.call('UNLINK', KEYS[i]) end")


class LeavesTheEdition(Erasure):
    """A planted bug: an erasure removes what it finds and nothing else."""

    async def _erase(
        self,
        keys: tuple[bytes, ...],
        _members: tuple[bytes, ...],
        _generation: bytes,
        budget: TimeBudget,
    ) -> bool:
        if keys[1:]:
            await self._client.run_scripts(budget, ScriptCall(UNLINK, keys[1:], ()))
        return True


def any_edition(self: CacheRequest, person_hash: bytes, edition: bytes) -> bool:
    """A planted bug: a request from before an erasure goes on as if it came after."""
    if edition:
        self.generations[person_hash] = edition
    return True


# Each bug, and what the machine says of it. With a person's records for an account's, a
# relinked person hears another account, and a second person's fresh list is not found.
PLANTED: dict[str, tuple[list[tuple[Any, str, object]], str]] = {
    "shelves by person": (
        [(Cache, "set_account", shelves_by_person)],
        "somebody else's music|there was something fresh",
    ),
    "an erasure that leaves the edition": (
        [(store, "Erasure", LeavesTheEdition)],
        "forgotten, and back|kept by a request from before",
    ),
    "a request of whoever was forgotten meanwhile": (
        [(CacheRequest, "meet_edition", any_edition)],
        "kept by a request from before",
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_bug_is_found(
    name: str, redis_server: RedisServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    bugs, found = PLANTED[name]
    for place, attribute, bug in bugs:
        monkeypatch.setattr(place, attribute, bug)
    thorough = settings(
        ENOUGH,
        max_examples=300,
        phases=[Phase.generate],
        report_multiple_bugs=False,
        derandomize=True,
    )
    with on(redis_server), pytest.raises(AssertionError, match=found):
        run_state_machine_as_test(CacheMachine, settings=thorough)
