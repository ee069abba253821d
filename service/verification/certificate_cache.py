"""Cache of validated signing keys; one fetch of a chain serves all waiting requests."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from yarl import URL

from service.verification.certificate_chain import SigningKey, read_chain
from service.verification.certificate_source import ChainSource
from service.verification.errors import Reason, VerificationError


class TokenBucket:
    """Token bucket: `burst` tokens at first, refilled at `per_second`.

    clock: a monotonic clock in seconds.
    """

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
        """Take one token and return True; return False where no token is left."""
        at = self._clock()
        refill = (at - self._at) * self._per_second
        self._left = min(self._burst, self._left + refill)
        self._at = at
        if self._left < 1:
            return False
        self._left -= 1
        return True


# Amazon signs with one chain at a time, and with two around a renewal.
MOST_KEYS = 8

LONGEST_KEPT = timedelta(hours=24)  # so long a withdrawn chain is still trusted


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
    """State of the cache, for probes, metrics and the doctor.

    keys: the number of keys that are valid now.
    expires: when the first of them expires, None without a key.
    """

    keys: int
    expires: datetime | None


class SigningKeyCache:
    """Map the address of a certificate chain to its validated signing key.

    Only validated keys are kept, so a bad response blocks an address for a short pause
    only. An address that was good before is fetched again without a token of the
    bucket: a flood of invented addresses can neither evict a key nor stop its renewal.
    """

    def __init__(
        self,
        source: ChainSource,
        *,
        now: Callable[[], datetime],
        clock: Callable[[], float],
    ) -> None:
        """Take the source's limits.

        now: the wall clock, with its zone.
        clock: a monotonic clock in seconds.
        """
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
        """Return the validated key of the chain at `url`.

        url: what `verification.certificate_url` returned.
        Raise `VerificationError` where the chain is not fetched or not valid.
        """
        kept = self._kept.get(url)
        if kept is not None and self._now() < kept.until:
            return kept.key
        fetch = self._fetches.get(url) or self._start(url)
        # Shielded: a request that is cancelled does not cancel the other ones' fetch.
        outcome = await asyncio.shield(fetch)
        if isinstance(outcome, SigningKey):
            return outcome
        raise VerificationError(outcome)

    def status(self) -> CertificateStatus:
        """Return how many keys are valid now, and when the first of them expires."""
        now = self._now()
        live = [kept.key.expires for kept in self._kept.values() if now < kept.until]
        return CertificateStatus(len(live), min(live, default=None))

    async def close(self) -> None:
        """Cancel the fetches under way; requests that wait for them are cancelled."""
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
        """Return the key or the reason of the failure.

        A failure is not raised: perhaps no request waits for it any more.
        """
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
            del self._kept[
                min(self._kept, key=lambda kept_url: self._kept[kept_url].until)
            ]

    def _remember(self, url: URL, reason: Reason) -> None:
        """Store a failure and drop the old ones; the bucket bounds their number."""
        at = self._clock()
        recent = {
            failed_url: failure
            for failed_url, failure in self._failures.items()
            if at < failure.until
        }
        self._failures = recent | {url: _Failure(reason, at + self._pause)}
