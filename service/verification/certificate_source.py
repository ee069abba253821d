"""Where certificate chains come from: Amazon's bucket, or a file that stands for it."""

import asyncio
import ssl
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

import aiohttp
import certifi
from aiohttp.abc import AbstractResolver
from yarl import URL

from service.remedies import REMEDIES
from service.verification.certificate_chain import TrustStore
from service.verification.errors import VerificationError

FETCH_SECONDS = 1.5  # in all, of the 6.5 s that a request has

LARGEST_CHAIN = 64 * 1024  # bytes; genuine chains have about 7,000


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """What a source can bear: fetches of unknown URLs, and pauses after a failure."""

    burst: int
    per_second: float
    failure_seconds: float


@dataclass(frozen=True, slots=True)
class Chain:
    """A chain as it came, not validated, and the roots that it has to lead to."""

    pem: bytes
    roots: TrustStore


class ChainSource(Protocol):
    """Brings chains and says whom to trust; every failure is a `Refused`."""

    @property
    def limits(self) -> FetchLimits: ...

    def roots(self) -> TrustStore:
        """Whom it trusts now; for probes and the doctor."""
        ...

    async def fetch(self, url: URL) -> Chain: ...


def open_session(
    *,
    ssl_context: ssl.SSLContext | None = None,
    resolver: AbstractResolver | None = None,
) -> aiohttp.ClientSession:
    """The client for Amazon's bucket; certifi's roots, whatever the machine has.

    It keeps no cookies and unpacks nothing: a chain is small text, and what came
    packed could be of any size. `AmazonChains` bounds the time.
    """
    trust = ssl_context or ssl.create_default_context(cafile=certifi.where())
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
    """The roots that browsers trust, Amazon's among them."""
    return TrustStore.read(Path(certifi.where()).read_bytes())


class HttpChainSource:
    """Fetches chains over https, as Amazon prescribes."""

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
        return self._roots

    async def fetch(self, url: URL) -> Chain:
        """GET `url`: status 200, at most 64 KiB, no redirect, in time; or `Refused`."""
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
    """Answers every URL from one file, whose last certificate is the only root.

    For tests, the console and load runs: nothing but the root of trust is exchanged.
    The file is read at each fetch.
    """

    # A local file bears more than somebody else's bucket, and is right again at once.
    limits = FetchLimits(burst=1000, per_second=100.0, failure_seconds=0.0)

    def __init__(self, path: Path) -> None:
        self._path = path

    def roots(self) -> TrustStore:
        return self._read().roots

    async def fetch(self, url: URL) -> Chain:  # noqa: ARG002 - one file for all
        """The file, or `Refused` where it is missing, too large or not a chain."""
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


# FOLDED Whom to believe when a request says that it is Alexa's, or why nobody can be.

TEST_CHAIN = "ALEXA_TEST_CHAIN_FILE"

RENEW = "python -m pip install --upgrade certifi, or build the image anew"


class TrustStoreUnusable(Exception):
    """No request could ever be proven to be Alexa's; `cure` is what to do."""

    def __init__(self, what: str, cure: str) -> None:
        super().__init__(f"{what}. Cure: {cure}.")
        self.what, self.cure = what, cure


def load_amazon_roots(now: datetime) -> TrustStore:
    """The public roots; `TrustStoreUnusable` unless one of Amazon's is valid."""
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
    """The root at the end of a test chain; `TrustStoreUnusable` unless it is valid.

    The certificates before it may be anything: that is what the requests prove.
    """
    cure = REMEDIES[TEST_CHAIN]
    try:
        roots = TrustStore.last_of(file.read_bytes())
    except (OSError, ValueError):
        raise TrustStoreUnusable(f"{TEST_CHAIN}: holds no certificate", cure) from None
    if roots.days_left(now) < 0:
        raise TrustStoreUnusable(f"{TEST_CHAIN}: its root has expired", cure)
    return roots
