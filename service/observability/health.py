"""Health of the service's parts: for the readiness probe and for metrics."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from providers.cache.read_through import Cache, CacheStatus
from providers.rate_limit import RateLimitState
from service.admission import Admission
from service.verification.certificate_cache import SigningKeyCache
from service.verification.certificate_source import ChainSource
from service.verification.errors import VerificationError


@dataclass(frozen=True, slots=True)
class HealthSnapshot:
    """State of all parts at one moment.

    cache: state and sizes of the cache.
    signing_keys: validated signing keys of Alexa in memory.
    certificate_days: days until the first signing certificate expires; None without.
    trust_days: days until the first of Amazon's roots expires; None without roots.
    blocked_seconds: how long Spotify accepts no calls; 0 while it accepts them.
    quota_used_up: whether Spotify says that the developer's quota is used up.
    unverified, verified: requests in flight before and after the signature check.
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
class Health:
    """The parts whose state is observed; `now` is the wall clock, with time zone."""

    certificates: SigningKeyCache
    chains: ChainSource
    cache: Cache
    rate_limit: RateLimitState
    admission: Admission
    now: Callable[[], datetime]

    def readiness(self) -> dict[str, object]:
        """Return the body of the readiness probe, from this process's state alone."""
        return {
            "redis": self.cache.status().redis,
            "signing_keys": self.certificates.status().keys,
            "trust_store_days_left": self._trust_days(),
        }

    async def snapshot(self) -> HealthSnapshot:
        """Return the state of all parts; for scrapes, not for probes.

        May ask Redis whether calls of Spotify are blocked, and whether a Redis that was
        out is back: an instance without requests would tell of the outage for ever.
        """
        await self.cache.probe()
        block = await self.rate_limit.blocked()
        keys = self.certificates.status()
        return HealthSnapshot(
            cache=self.cache.status(),
            signing_keys=keys.keys,
            certificate_days=self._days(keys.expires),
            trust_days=self._trust_days(),
            blocked_seconds=block.seconds if block else 0.0,
            quota_used_up=block is not None and block.quota,
            unverified=self.admission.unverified.taken,
            verified=self.admission.verified.taken,
        )

    def _days(self, moment: datetime | None) -> float | None:
        return (moment - self.now()).total_seconds() / 86_400 if moment else None

    def _trust_days(self) -> int | None:
        try:
            return self.chains.roots().days_left(self.now())
        except VerificationError:
            return None
