"""Ports of the loopback interface: the wished one, or the next."""

import time

import pytest

from simulator.console.console import Sessions
from simulator.console.server import ConsoleServer
from simulator.console.simulated_environment import NoFreePort, listen
from tests.simulator.conftest import Wall


async def test_a_taken_port_is_named_and_the_next_one_used(sessions: Sessions) -> None:
    app = ConsoleServer(sessions).application
    first = await listen(app())
    second = await listen(app(), first.port)
    assert second.port > first.port
    assert second.occupied[0] == first.port
    await second.runner.cleanup()
    await first.runner.cleanup()


async def test_no_port_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("simulator.console.simulated_environment.MAX_TRIES", 1)
    sessions = Sessions(Wall(), time.monotonic)
    first = await listen(ConsoleServer(sessions).application())
    with pytest.raises(NoFreePort, match=str(first.port)):
        await listen(ConsoleServer(sessions).application(), first.port)
    await first.runner.cleanup()


async def test_an_address_that_is_not_ours_is_no_matter_of_ports(
    sessions: Sessions,
) -> None:
    with pytest.raises(OSError, match="203"):
        await listen(ConsoleServer(sessions).application(), host="203.0.113.1")


async def test_a_container_listens_on_every_address(sessions: Sessions) -> None:
    page = await listen(ConsoleServer(sessions).application(), host="0.0.0.0")
    assert page.runner.addresses[0][0] == "0.0.0.0"
    await page.runner.cleanup()
