"""One sound installation for each test."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.conftest import RedisServer
from tests.service.commands.doctor.installation import Installation, installed


@pytest.fixture
async def installation(
    tmp_path: Path, redis_server: RedisServer
) -> AsyncIterator[Installation]:
    async with installed(tmp_path, redis_server) as found:
        yield found
