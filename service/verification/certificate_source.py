"""Sources of certificate chains: Amazon's bucket over https, or a file for tests."""

import asyncio
import ssl
from datetime import datetime
from pathlib import Path
from typing import Protocol

import aiohttp
import certifi
import msgspec
from aiohttp.abc import AbstractResolver
from yarl import URL

from service.remedies import REMEDIES
from service.verification.certificate_chain import TrustStore
from service.verification.errors import VerificationError

FETCH_SECONDS = 1.5  # for the whole fetch; a request has 6.5 s

LARGEST_CHAIN = 64 * 1024  # bytes; genuine chains have about 7,000


class FetchLimits(msgspec.Struct, frozen=True):
    """Limits of the fetches from one source.

    burst: fetches of unknown addresses at once.
    per_second: fetches of unknown addresses each second, after the burst.
    failure_seconds: how long an address is not tried again after a failure.
    """

    burst: int
    per_second: float
    failure_seconds: float


class Chain(msgspec.Struct, frozen=True):
    """A fetched chain, not validated yet.

    pem: the bytes as they came.
    roots: the roots that the chain must lead to.
    """

    pem: bytes
    roots: TrustStore


class ChainSource(Protocol):
    """Where chains come from. Each failure is a `VerificationError`."""

    @property
    def limits(self) -> FetchLimits:
        """Return how often the source may be asked."""
        ...

    def roots(self) -> TrustStore:
        """Return the roots that are trusted now, for probes and the doctor."""
        ...

    async def fetch(self, url: URL) -> Chain:
        """Return the chain at `url`."""
        ...


def open_session(
    *,
    ssl_context: ssl.SSLContext | None = None,
    resolver: AbstractResolver | None = None,
) -> aiohttp.ClientSession:
    """Return the HTTP client for Amazon's bucket; the caller closes it.

    ssl_context: None trusts certifi's roots, whatever the machine trusts.
    resolver: None asks the machine's DNS.
    The client keeps no cookies and decompresses nothing: a chain is small text, and a
    compressed one could be of any size. `HttpChainSource` limits the time.
    """
    trust = ssl_context or ssl.create_default_context(cafile=certifi.where())
    # RFC 9525: a host is named in the alternative names, never in the common name.
    trust.hostname_checks_common_name = False
    return aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(
            ssl=trust, resolver=resolver, limit=16, ttl_dns_cache=300
        ),
        cookie_jar=aiohttp.DummyCookieJar(),
        headers={"Accept-Encoding": "identity"},
        auto_decompress=False,
        timeout=aiohttp.ClientTimeout(total=None),
    )


def public_roots() -> TrustStore:
    """Return certifi's roots, Amazon's among them; raise ValueError for none."""
    return TrustStore.read(Path(certifi.where()).read_bytes())


class HttpChainSource:
    """Fetch chains over https, as Amazon prescribes."""

    # One core fetches twenty a second at a few per cent of its time, and a genuine URL
    # among a flood of invented ones still gets its turn within about a second.
    limits = FetchLimits(burst=40, per_second=20.0, failure_seconds=3.0)

    def __init__(
        self,
        session: aiohttp.ClientSession,
        roots: TrustStore,
        *,
        seconds: float = FETCH_SECONDS,
    ) -> None:
        self._session = session
        self._roots = roots
        self._seconds = seconds

    def roots(self) -> TrustStore:
        """Return the roots that the source was made with."""
        return self._roots

    async def fetch(self, url: URL) -> Chain:
        """Return the body at `url`: status 200, at most 64 KiB, no redirect, in time.

        Raise `VerificationError` with a word that says what went wrong.
        """
        try:
            async with asyncio.timeout(self._seconds):
                return Chain(await self._get(url), self._roots)
        except TimeoutError:
            raise VerificationError("certificate_slow") from None
        except (aiohttp.ClientError, OSError):
            raise VerificationError("certificate_unreachable") from None

    async def _get(self, url: URL) -> bytes:
        async with self._session.get(url, allow_redirects=False) as response:
            if response.status != 200:
                raise VerificationError("certificate_status")
            body = bytearray()
            async for chunk in response.content.iter_any():
                body += chunk
                if len(body) > LARGEST_CHAIN:
                    raise VerificationError("certificate_size")
            return bytes(body)


class FileChainSource:
    """Return one file for every address; its last certificate is the only root.

    For tests, the console and load runs: only the root of trust is exchanged.
    """

    # A local file bears more than somebody else's bucket, and is right again at once.
    limits = FetchLimits(burst=1000, per_second=100.0, failure_seconds=0.0)

    def __init__(self, path: Path) -> None:
        self._path = path

    def roots(self) -> TrustStore:
        """Return the file's last certificate; raise what `fetch` raises."""
        return self._read().roots

    async def fetch(self, url: URL) -> Chain:  # noqa: ARG002 - one file for all
        """Return the file's content, read anew at each call.

        Raise `VerificationError` for a file that is missing, too large or no chain.
        """
        return await asyncio.to_thread(self._read)

    def _read(self) -> Chain:
        try:
            with self._path.open("rb") as file:
                pem = file.read(LARGEST_CHAIN + 1)
        except OSError:
            raise VerificationError("certificate_unreachable") from None
        if len(pem) > LARGEST_CHAIN:
            raise VerificationError("certificate_size")
        try:
            return Chain(pem, TrustStore.last_of(pem))
        except ValueError:
            raise VerificationError("chain_unreadable") from None


# The roots at the start of the process: without a valid one there is no start.

TEST_CHAIN = "ALEXA_TEST_CHAIN_FILE"

RENEW = ".venv/bin/python -m pip install --upgrade certifi, or build the image anew"


class TrustStoreUnusable(Exception):
    """No request could be verified with these roots.

    what: what is wrong with them.
    cure: what the operator can do.
    """

    def __init__(self, what: str, cure: str) -> None:
        super().__init__(f"{what}. Cure: {cure}.")
        self.what, self.cure = what, cure


def load_amazon_roots(now: datetime) -> TrustStore:
    """Return certifi's roots.

    Raise `TrustStoreUnusable` unless one of Amazon's roots has not expired.
    """
    try:
        roots = public_roots()
    except (OSError, ValueError):
        raise TrustStoreUnusable(
            "certifi's bundle holds no certificate", RENEW
        ) from None
    if roots.amazon_expires is None:
        raise TrustStoreUnusable("certifi's bundle has no root of Amazon's", RENEW)
    if roots.days_left(now) < 0:
        raise TrustStoreUnusable("Amazon's roots in certifi have expired", RENEW)
    return roots


def load_test_root(file: Path, now: datetime) -> TrustStore:
    """Return the last certificate of a test chain as the only root.

    The certificates before the last one are not looked at: each request validates them.
    Raise `TrustStoreUnusable` unless the root is readable and has not expired.
    """
    cure = REMEDIES[TEST_CHAIN]
    try:
        roots = TrustStore.last_of(file.read_bytes())
    except (OSError, ValueError):
        raise TrustStoreUnusable(f"{TEST_CHAIN}: holds no certificate", cure) from None
    if roots.days_left(now) < 0:
        raise TrustStoreUnusable(f"{TEST_CHAIN}: its root has expired", cure)
    return roots
