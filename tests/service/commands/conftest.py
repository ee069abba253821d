"""Commands run on asyncio's own event loop."""

import asyncio

from tests.virtual_time import LoopFactories


def pytest_asyncio_loop_factories() -> LoopFactories:
    """Run each test of a command on the event loop that commands have."""
    return {"asyncio": asyncio.new_event_loop}
