"""Cache of validated signing keys; one fetch of a chain serves all waiting requests."""

import asyncio
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta

import msgspec
from yarl import URL

from service.verification.certificate_chain import SigningKey, read_chain
from service.verification.certificate_source import ChainSource
from service.verification.errors import Reason, VerificationError
from service.verification.fetch_admission import (
    LIKELY_ADDRESSES,
    Form,
    Lane,
    LaneLimits,
    TokenBucket,
    form_of,
)

# Amazon signs with one chain at a time, and with two around a renewal.
MOST_KEYS = 8

# No form takes all places that `Admission` has before the signature check. Together
# there are fewer fetches than the HTTP client opens connections.
LANES = {
    Form.LIKELY: LaneLimits(at_once=6, requests=768, waits=True),
    Form.ALIKE: LaneLimits(at_once=4, requests=640, waits=True),
    Form.OTHER: LaneLimits(at_once=4, requests=128, waits=False),
}

LONGEST_KEPT = timedelta(hours=24)  # so long a withdrawn chain is still trusted


class _CachedKey(msgspec.Struct, frozen=True):
    key: SigningKey
    until: datetime
    confirmed: bool = False


class _Failure(msgspec.Struct, frozen=True):
    reason: Reason
    until: float


class CertificateStatus(msgspec.Struct, frozen=True):
    """State of the cache, for probes, metrics and the doctor.

    keys: the number of keys that are valid now.
    expires: when the first of them expires, None without a key.
    """

    keys: int
    expires: datetime | None


class SigningKeyCache:
    """Map the address of a certificate chain to its validated signing key.

    Only validated keys are kept, so a bad response blocks an address for a short pause
    only. An address that was good before is fetched again without a token: a flood of
    invented addresses can neither evict a key nor stop its renewal. Unknown addresses
    are fetched as `fetch_admission` allows.
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
        self._pause = source.limits.failure_seconds
        self._kept: dict[URL, _CachedKey] = {}
        self._failures: dict[URL, _Failure] = {}
        self._fetches: dict[URL, asyncio.Task[SigningKey | Reason]] = {}
        self._waiters: Counter[URL] = Counter()
        self._lanes = {form: self._lane(form) for form in Form}

    def _lane(self, form: Form) -> Lane:
        limits = self._source.limits
        burst = limits.burst
        if form is Form.LIKELY:  # each of them may be tried once at any time
            burst = max(burst, LIKELY_ADDRESSES)
        bucket = TokenBucket(burst, limits.per_second, self._clock)
        return Lane(LANES[form], bucket, self._waiters.__getitem__)

    async def key(self, url: URL) -> SigningKey:
        """Return the validated key of the chain at `url`.

        url: what `verification.certificate_url` returned.
        Raise `VerificationError` where the chain is not fetched or not valid.
        """
        kept = self._kept.get(url)
        if kept is not None and self._now() < kept.until:
            return kept.key
        lane = self._lanes[form_of(url)]
        if lane.requests >= lane.limits.requests:
            raise VerificationError("certificate_throttled")
        fetch = self._fetches.get(url) or self._start(url, lane)
        lane.requests += 1
        self._waiters[url] += 1
        try:
            # Shielded: a request that is cancelled does not cancel the other ones'
            # fetch.
            outcome = await asyncio.shield(fetch)
        finally:
            lane.requests -= 1
            self._waiters[url] -= 1
            if not self._waiters[url]:
                del self._waiters[url]
        if isinstance(outcome, SigningKey):
            return outcome
        raise VerificationError(outcome)

    def confirm(self, url: URL) -> None:
        """Note that the key at `url` verified a signature: other keys go before it."""
        kept = self._kept.get(url)
        if kept is not None and not kept.confirmed:
            self._kept[url] = msgspec.structs.replace(kept, confirmed=True)

    def status(self) -> CertificateStatus:
        """Return how many keys are valid now, and when the first of them expires."""
        now = self._now()
        live = [kept.key.expires for kept in self._kept.values() if now < kept.until]
        return CertificateStatus(len(live), min(live, default=None))

    async def close(self) -> None:
        """Cancel the fetches under way; requests that wait for them are cancelled."""
        for lane in self._lanes.values():
            lane.close()
        fetches = list(self._fetches.values())
        for fetch in fetches:
            fetch.cancel()
        await asyncio.gather(*fetches, return_exceptions=True)

    def _start(self, url: URL, lane: Lane) -> asyncio.Task[SigningKey | Reason]:
        failure = self._failures.get(url)
        if failure and self._clock() < failure.until:
            raise VerificationError(failure.reason)
        if url in self._kept:
            work = self._fetch(url)
        elif (entered := lane.enter()) or lane.limits.waits:
            work = self._fetch_through(lane, url, entered=entered)
        else:
            raise VerificationError("certificate_throttled")
        fetch = asyncio.create_task(work)
        self._fetches[url] = fetch
        fetch.add_done_callback(lambda _: self._fetches.pop(url))
        return fetch

    async def _fetch_through(
        self, lane: Lane, url: URL, *, entered: bool
    ) -> SigningKey | Reason:
        if not entered and not await lane.enter_in_turn(url):
            return "certificate_throttled"
        try:
            return await self._fetch(url)
        finally:
            lane.leave()

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
            del self._kept[min(self._kept, key=self._worth)]

    def _worth(self, url: URL) -> tuple[bool, datetime]:
        kept = self._kept[url]
        return kept.confirmed, kept.until

    def _remember(self, url: URL, reason: Reason) -> None:
        """Store a failure and drop the old ones; the bucket bounds their number."""
        at = self._clock()
        recent = {
            failed_url: failure
            for failed_url, failure in self._failures.items()
            if at < failure.until
        }
        self._failures = recent | {url: _Failure(reason, at + self._pause)}
