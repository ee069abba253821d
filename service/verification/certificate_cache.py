"""Keeps the validated signing keys, and fetches a chain once for all who wait."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from yarl import URL

from service.verification.certificate_chain import SigningKey, read_chain
from service.verification.certificate_source import ChainSource
from service.verification.errors import Reason, VerificationError

# FOLDED Grants a burst at once and a steady rate after it.


class TokenBucket:
    """`burst` grants to begin with, refilled at `per_second` on a monotonic clock."""

    __slots__ = ("_at", "_burst", "_clock", "_left", "_per_second")

    def __init__(
        self, burst: int, per_second: float, clock: Callable[[], float]
    ) -> None:
        self._burst = float(burst)
        self._per_second = per_second
        self._clock = clock
        self._left = self._burst
        self._at = clock()

    def take(self) -> bool:
        """Whether one more is granted now."""
        at = self._clock()
        refill = (at - self._at) * self._per_second
        self._left = min(self._burst, self._left + refill)
        self._at = at
        if self._left < 1:
            return False
        self._left -= 1
        return True


MOST_KEYS = 8  # Amazon signs with one chain at a time, with two around a renewal

LONGEST_KEPT = timedelta(hours=24)  # a withdrawn chain is believed no longer than this


@dataclass(frozen=True, slots=True)
class _CachedKey:
    key: SigningKey
    until: datetime


@dataclass(frozen=True, slots=True)
class _Failure:
    reason: Reason
    until: float


@dataclass(frozen=True, slots=True)
class CertificateStatus:
    """For probes, metrics and the doctor: live keys, and when the first expires."""

    keys: int
    expires: datetime | None


class SigningKeyCache:
    """Signing keys by the URL of their chain.

    Only validated keys are kept, so a bad answer blocks nothing beyond a short pause.
    URLs that were good before are fetched again without asking the token bucket: a
    flood of invented URLs can neither push a key out nor keep it from being renewed.
    """

    def __init__(
        self,
        source: ChainSource,
        *,
        now: Callable[[], datetime],
        clock: Callable[[], float],
    ) -> None:
        """`now` is the wall clock (aware), `clock` a monotonic one in seconds."""
        self._source = source
        self._now = now
        self._clock = clock
        limits = source.limits
        self._bucket = TokenBucket(limits.burst, limits.per_second, clock)
        self._pause = limits.failure_seconds
        self._kept: dict[URL, _CachedKey] = {}
        self._failures: dict[URL, _Failure] = {}
        self._fetches: dict[URL, asyncio.Task[SigningKey | Reason]] = {}

    async def key(self, url: URL) -> SigningKey:
        """The key behind a URL of `verification.certificate_url`; else `Refused`."""
        kept = self._kept.get(url)
        if kept is not None and self._now() < kept.until:
            return kept.key
        fetch = self._fetches.get(url) or self._start(url)
        # Shielded: who gives up does not take the others' fetch with them.
        outcome = await asyncio.shield(fetch)
        if isinstance(outcome, SigningKey):
            return outcome
        raise VerificationError(outcome)

    def status(self) -> CertificateStatus:
        now = self._now()
        live = [kept.key.expires for kept in self._kept.values() if now < kept.until]
        return CertificateStatus(len(live), min(live, default=None))

    async def close(self) -> None:
        """Ends what is still being fetched; who waits for it is cancelled."""
        fetches = list(self._fetches.values())
        for fetch in fetches:
            fetch.cancel()
        await asyncio.gather(*fetches, return_exceptions=True)

    def _start(self, url: URL) -> asyncio.Task[SigningKey | Reason]:
        failure = self._failures.get(url)
        if failure and self._clock() < failure.until:
            raise VerificationError(failure.reason)
        if url not in self._kept and not self._bucket.take():
            raise VerificationError("certificate_throttled")
        fetch = asyncio.create_task(self._fetch(url))
        self._fetches[url] = fetch
        fetch.add_done_callback(lambda _: self._fetches.pop(url))
        return fetch

    async def _fetch(self, url: URL) -> SigningKey | Reason:
        """A refusal is returned, not raised: perhaps nobody waits any more."""
        try:
            chain = await self._source.fetch(url)
            now = self._now()
            key = read_chain(chain.pem, chain.roots.store, now)
        except VerificationError as refused:
            self._remember(url, refused.reason)
            return refused.reason
        self._keep(url, _CachedKey(key, min(key.expires, now + LONGEST_KEPT)))
        return key

    def _keep(self, url: URL, kept: _CachedKey) -> None:
        self._failures.pop(url, None)
        self._kept[url] = kept
        if len(self._kept) > MOST_KEYS:
            del self._kept[min(self._kept, key=lambda one: self._kept[one].until)]

    def _remember(self, url: URL, reason: Reason) -> None:
        """The bucket bounds how many failures can be young enough to stay."""
        at = self._clock()
        young = {one: kept for one, kept in self._failures.items() if at < kept.until}
        self._failures = young | {url: _Failure(reason, at + self._pause)}
