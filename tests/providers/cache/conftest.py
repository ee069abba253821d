"""One process without Redis, and a clock."""

from collections.abc import AsyncIterator

import pytest

from tests.providers.cache.world import Clock, Instance, Shelf


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
async def instance(shelf: Shelf, clock: Clock) -> AsyncIterator[Instance]:
    instance = Instance.begin(shelf, clock)
    yield instance
    await instance.aclose()
