"""Health of the service's parts: for the readiness probe and for metrics."""

from collections.abc import Callable
from datetime import datetime, timedelta

import msgspec

from providers.cache.read_through import Cache
from providers.cache.store import CacheStatus
from providers.daily_quota import DailyQuota
from providers.rate_limit import RateLimitState
from service.admission import Admission
from service.verification.certificate_cache import SigningKeyCache
from service.verification.certificate_source import ChainSource
from service.verification.errors import VerificationError


class HealthSnapshot(msgspec.Struct, frozen=True):
    """State of all parts at one moment.

    cache: state and sizes of the cache.
    signing_keys: validated signing keys of Alexa in memory.
    certificate_expires: when the first signing certificate expires; None without.
    trust_expires: when the last of Amazon's roots expires; None without roots.
    blocked_until: until when Spotify accepts no calls; None while it accepts them.
    quota_used_up: whether Spotify says that the developer's quota is used up.
    unverified, verified: requests in flight before and after the signature check.
    calls_in_day: calls of Spotify in the last 24 hours.
    daily_calls: how many there may be; None for no limit.
    """

    cache: CacheStatus
    signing_keys: int
    certificate_expires: datetime | None
    trust_expires: datetime | None
    blocked_until: datetime | None
    quota_used_up: bool
    unverified: int
    verified: int
    calls_in_day: int = 0
    daily_calls: int | None = None


class Health(msgspec.Struct, frozen=True, kw_only=True):
    """The parts whose state is observed; `now` is the wall clock, with time zone."""

    certificates: SigningKeyCache
    chains: ChainSource
    cache: Cache
    rate_limit: RateLimitState
    quota: DailyQuota
    admission: Admission
    now: Callable[[], datetime]

    def readiness(self) -> dict[str, object]:
        """Return the body of the readiness probe, from this process's state alone."""
        expires = self._trust_expires()
        return {
            "redis": self.cache.status().redis,
            "signing_keys": self.certificates.status().keys,
            "trust_store_days_left": expires and (expires - self.now()).days,
            "spotify_calls_left": self.quota.left(),
        }

    async def snapshot(self) -> HealthSnapshot:
        """Return the state of all parts; for scrapes, not for probes.

        May ask Redis whether calls of Spotify are blocked, how many the others made,
        and whether a Redis that was out is back: an instance without requests would
        tell of the outage for ever.
        """
        await self.cache.probe()
        if self.quota.sharing is not None:
            await self.quota.sharing.exchange()
        block = self.quota.block() or await self.rate_limit.blocked()
        until = self.now() + timedelta(seconds=block.seconds) if block else None
        keys = self.certificates.status()
        return HealthSnapshot(
            cache=self.cache.status(),
            signing_keys=keys.keys,
            certificate_expires=keys.expires,
            trust_expires=self._trust_expires(),
            blocked_until=until,
            quota_used_up=block is not None and block.quota,
            unverified=self.admission.unverified.taken,
            verified=self.admission.verified.taken,
            calls_in_day=self.quota.used(),
            daily_calls=self.quota.limit,
        )

    def _trust_expires(self) -> datetime | None:
        try:
            return self.chains.roots().lasts_until
        except VerificationError:
            return None
