"""How the parts stand now: for the readiness probe and for metrics."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from providers.cache.read_through import Cache, CacheStatus
from providers.rate_limit import RateLimitState
from service.admission import Admission
from service.verification.certificate_cache import Certificates
from service.verification.certificate_source import ChainSource
from service.verification.errors import Refused


@dataclass(frozen=True, slots=True)
class Signs:
    """One look at everything; days and seconds are None where there is nothing.

    `blocked_seconds` is how long the music service wants no calls, 0 while it takes
    them.
    """

    cache: CacheStatus
    signing_keys: int
    certificate_days: float | None
    trust_days: int | None
    blocked_seconds: float
    quota_used_up: bool
    unverified: int
    verified: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Vitals:
    """Where to look."""

    certificates: Certificates
    chains: ChainSource
    cache: Cache
    brake: RateLimitState
    admission: Admission
    now: Callable[[], datetime]

    def standing(self) -> dict[str, object]:
        """For the body of the readiness probe; asks nobody outside the process."""
        return {
            "redis": self.cache.status().redis,
            "signing_keys": self.certificates.status().keys,
            "trust_store_days_left": self._trust_days(),
        }

    async def look(self) -> Signs:
        """May ask Redis whether calls are blocked; for scrapes, not for probes."""
        block = await self.brake.blocked()
        keys = self.certificates.status()
        return Signs(
            cache=self.cache.status(),
            signing_keys=keys.keys,
            certificate_days=self._days(keys.expires),
            trust_days=self._trust_days(),
            blocked_seconds=block.seconds if block else 0.0,
            quota_used_up=block is not None and block.quota,
            unverified=self.admission.porch.held,
            verified=self.admission.hall.held,
        )

    def _days(self, moment: datetime | None) -> float | None:
        return (moment - self.now()).total_seconds() / 86_400 if moment else None

    def _trust_days(self) -> int | None:
        try:
            return self.chains.roots().days_left(self.now())
        except Refused:
            return None
