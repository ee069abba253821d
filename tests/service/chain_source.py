"""A source of certificate chains in memory, and clocks that a test moves."""

import asyncio
from datetime import datetime, timedelta

from yarl import URL

from service.verification.certificate_chain import TrustStore
from service.verification.certificate_source import Chain, FetchLimits
from service.verification.errors import Reason, VerificationError
from tests.service.signing import NOW, sound_chain

HERE = URL("https://s3.amazonaws.com/echo.api/echo-api-cert.pem")


def there(number: int) -> URL:
    return HERE.with_name(f"{number}.pem")


class Clocks:
    """The wall and the monotonic clock, moved together by hand."""

    def __init__(self) -> None:
        self.wall = NOW
        self.monotonic = 5000.0

    def now(self) -> datetime:
        return self.wall

    def clock(self) -> float:
        return self.monotonic

    def move(self, by: timedelta) -> None:
        self.wall += by
        self.monotonic += by.total_seconds()


class MemoryChainSource:
    """A source in memory: one chain for all URLs, or a refusal; gated when asked."""

    def __init__(self) -> None:
        self.limits = FetchLimits(burst=20, per_second=1.0, failure_seconds=3.0)
        self.pem = sound_chain().pem
        self.refusal: Reason | None = None
        self.fetched: list[URL] = []
        self.gate = asyncio.Event()
        self.gate.set()

    def roots(self) -> TrustStore:
        return TrustStore.last_of(self.pem)

    async def fetch(self, url: URL) -> Chain:
        self.fetched.append(url)
        await self.gate.wait()
        if self.refusal:
            raise VerificationError(self.refusal)
        return Chain(self.pem, self.roots())
