"""A server that fails as it is told to, behind a gate."""

import asyncio

import pytest

from providers.cache.redis.circuit_breaker import RedisCircuit, RedisUnavailable


class PretendedServer:
    """Answers, or raises what it is told to; `silent` it does neither."""

    def __init__(self) -> None:
        self.error: BaseException | None = None
        self.refusal: BaseException | None = None
        self.silent = False
        self.asked = self.probed = 0

    async def __call__(self) -> str:
        self.asked += 1
        return await self._answer(self.error)

    async def probe(self) -> str:
        self.probed += 1
        return await self._answer(self.error)

    async def touch(self) -> str:
        self.probed += 1
        return await self._answer(self.error or self.refusal)

    async def _answer(self, error: BaseException | None) -> str:
        if self.silent:
            await asyncio.Event().wait()
        if error is not None:
            raise error
        return "answer"


async def refused(
    gate: RedisCircuit, server: PretendedServer, *, times: int = 3
) -> None:
    for _ in range(times):
        with pytest.raises(RedisUnavailable):
            await gate.write(server, 1)


async def unanswered(
    gate: RedisCircuit, server: PretendedServer, *, times: int = 3
) -> None:
    for _ in range(times):
        with pytest.raises(RedisUnavailable):
            await gate.read(server, 1)
