"""Whom to believe when a request says that it is Alexa's, or why nobody can be."""

from datetime import datetime
from pathlib import Path

from service.chain_sources import public_roots
from service.chains import TrustRoots
from service.cures import CURES

TEST_CHAIN = "ALEXA_TEST_CHAIN_FILE"
RENEW = "python -m pip install --upgrade certifi, or build the image anew"


class TrustStoreUnusable(Exception):
    """No request could ever be proven to be Alexa's; `cure` is what to do."""

    def __init__(self, what: str, cure: str) -> None:
        super().__init__(f"{what}. Cure: {cure}.")
        self.what, self.cure = what, cure


def amazons_roots(now: datetime) -> TrustRoots:
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


def chain_root(file: Path, now: datetime) -> TrustRoots:
    """The root at the end of a test chain; `TrustStoreUnusable` unless it is valid.

    The certificates before it may be anything: that is what the requests prove.
    """
    cure = CURES[TEST_CHAIN]
    try:
        roots = TrustRoots.last_of(file.read_bytes())
    except (OSError, ValueError):
        raise TrustStoreUnusable(f"{TEST_CHAIN}: holds no certificate", cure) from None
    if roots.days_left(now) < 0:
        raise TrustStoreUnusable(f"{TEST_CHAIN}: its root has expired", cure)
    return roots
