"""Nothing that may happen makes the cache say what its model does not allow."""

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

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
