"""The providers' tests wait for nothing: see `tests.virtual_time`."""

import pytest

from tests.virtual_time import LoopFactories, loop_factories


def pytest_asyncio_loop_factories(item: pytest.Item) -> LoopFactories:
    return loop_factories(item)
