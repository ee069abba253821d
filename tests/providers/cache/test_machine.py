"""Nothing that may happen makes the cache say what its model does not allow."""

from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from providers.cache.read_through import Cache
from providers.cache.redis import protocol, store
from providers.cache.redis.protocol import Script, ScriptCall
from providers.cache.redis.store import Erasure, RedisStore
from providers.cache.request import CacheRequest, ResolvedAccount
from providers.music import Account
from providers.timeouts import TimeBudget
from tests.conftest import RedisServer
from tests.providers.cache.machine import CacheMachine

ENOUGH = settings(
    max_examples=40,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    print_blob=False,
)


def test_two_processes_agree_with_the_model(redis_server: RedisServer) -> None:
    CacheMachine.server = redis_server
    run_state_machine_as_test(CacheMachine, settings=ENOUGH)


def shelves_by_person(
    self: Cache, request: CacheRequest, account: Account
) -> ResolvedAccount:
    """A planted bug: records belong to the person instead of the account."""
    request.account = ResolvedAccount(account, request.person)
    return request.account


async def wipe_of_the_person_only(
    self: Erasure, person: bytes, budget: TimeBudget
) -> None:
    """A planted bug: a purge forgets the person's accounts."""
    await self._erase_records(person, budget)


def commit_whatever_happened(self: RedisStore, *arguments: Any) -> Any:
    """A planted bug: a commit does not look at the tombstone."""
    call, mark = COMMIT_AS_IT_IS(self, *arguments)
    blind = Script(call.script.text.replace("~= ARGV[2] then", "== '*' then", 1))
    return ScriptCall(blind, call.keys, call.arguments), mark


def enroll_whenever_it_began(
    request: CacheRequest, _now: float, *tags: bytes
) -> list[ScriptCall]:
    """A planted bug: a request from before a purge goes on as if it came after."""
    return ENROLL_AS_IT_IS(request, request.oldest_input - 60.0, *tags)


ENROLL_AS_IT_IS = protocol.link_calls
COMMIT_AS_IT_IS = RedisStore._commit
PLANTED: dict[str, tuple[Any, str, object, str]] = {
    "shelves by person": (
        Cache,
        "set_account",
        shelves_by_person,
        "somebody else's music",
    ),
    "a purge that stops short": (
        *(Erasure, "_erase_person", wipe_of_the_person_only),
        "forgotten, and back",
    ),
    "a commit that is blind": (
        *(RedisStore, "_commit", commit_whatever_happened),
        "forgotten, and back",
    ),
    "a claim of whoever was forgotten meanwhile": (
        *(store, "link_calls", enroll_whenever_it_began),
        "kept by a request from before",
    ),
}


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_bug_is_found(
    name: str, redis_server: RedisServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    place, attribute, bug, found = PLANTED[name]
    monkeypatch.setattr(place, attribute, bug)
    CacheMachine.server = redis_server
    thorough = settings(
        ENOUGH,
        max_examples=300,
        phases=[Phase.generate],
        report_multiple_bugs=False,
        derandomize=True,
    )
    with pytest.raises(AssertionError, match=found):
        run_state_machine_as_test(CacheMachine, settings=thorough)
