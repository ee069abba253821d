"""Ports of the loopback interface: the wished one, or the next."""

import time

import pytest

from simulator.console.console import Theatre
from simulator.console.environment import NoPort, listen
from simulator.console.server import Page
from tests.simulator.conftest import Wall


async def test_a_taken_port_is_named_and_the_next_one_used(theatre: Theatre) -> None:
    app = Page(theatre).application
    first = await listen(app())
    second = await listen(app(), first.port)
    assert second.port > first.port
    assert second.taken[0] == first.port
    await second.runner.cleanup()
    await first.runner.cleanup()


async def test_no_port_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("simulator.console.environment.TRIES", 1)
    theatre = Theatre(Wall(), time.monotonic)
    first = await listen(Page(theatre).application())
    with pytest.raises(NoPort, match=str(first.port)):
        await listen(Page(theatre).application(), first.port)
    await first.runner.cleanup()


async def test_an_address_that_is_not_ours_is_no_matter_of_ports(
    theatre: Theatre, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("simulator.console.environment.LOOPBACK", "203.0.113.1")
    with pytest.raises(OSError, match="203"):
        await listen(Page(theatre).application())
