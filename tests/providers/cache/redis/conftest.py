"""These tests measure real delays of Redis and of the event loop."""

import pytest

from tests.virtual_time import REAL, LoopFactories


@pytest.hookimpl(tryfirst=True)
def pytest_asyncio_loop_factories() -> LoopFactories:
    return REAL
