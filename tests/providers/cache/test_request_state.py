"""A request has one state in the cache, and one time budget for Redis."""

from msgspec.structs import replace

from providers.cache.keyring import Keyring
from providers.cache.request_state import CacheRequests
from providers.deadline import REDIS_SECONDS, TimeBudget
from providers.secret import Secret
from tests.providers.cache.world import FIRST_SECRET, Clock, listener


def test_the_budget_is_spent() -> None:
    clock = Clock(0.0)
    budget = TimeBudget(clock)
    assert budget.remaining() == REDIS_SECONDS
    with budget.spending():
        clock.pass_by(0.1)
        assert round(budget.remaining(), 6) == 0.2
    clock.pass_by(9)
    assert round(budget.remaining(), 6) == 0.2
    with budget.spending():
        clock.pass_by(5)
    assert budget.remaining() == 0


def test_what_runs_side_by_side_counts_once() -> None:
    clock = Clock(0.0)
    budget = TimeBudget(clock)
    with budget.spending():
        clock.pass_by(0.05)
        with budget.spending():
            clock.pass_by(0.05)
        clock.pass_by(0.05)
    assert round(budget.remaining(), 6) == 0.15


def test_after_a_failure_nothing_is_left() -> None:
    budget = TimeBudget(Clock(0.0))
    budget.lost = True
    assert budget.remaining() == 0


async def test_a_request_has_one_state_which_goes_with_its_listener() -> None:
    requests = CacheRequests(Keyring(FIRST_SECRET), Clock(), lambda _: 3)
    who = listener()
    assert who.token is not None
    request = requests.of(who, who.token)
    assert requests.of(who, who.token) is request
    assert requests.of(replace(who), who.token) is request
    assert request.epoch == 3
    other = Secret("another token")
    assert requests.of(who, other) is not request
    assert requests.of(who, other).person == request.person
    assert requests.of(listener(), who.token) is not request
