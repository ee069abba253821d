"""Whom the service believes when a request says that it is Alexa's."""

from service.chains import read_chain
from service.cures import CURES
from service.doctor.case import Case
from service.doctor.finding import Finding, error, warning
from service.refusals import Refused
from service.trust_store import (
    RENEW,
    TEST_CHAIN,
    TrustStoreUnusable,
    amazons_roots,
    chain_root,
)

CHECK = "trust_store"
SOON = 60  # days; packages are renewed about monthly


async def trust_store(case: Case) -> list[Finding]:
    """The roots, how long they last, and whether a test chain leads to its own."""
    file = case.settings.alexa_test_chain_file
    if file is not None and not case.sound(TEST_CHAIN):
        return []
    now = case.now()
    try:
        if file is not None:
            read_chain(file.read_bytes(), chain_root(file, now).store, now)
            return []
        days = amazons_roots(now).days_left(now)
    except TrustStoreUnusable as unusable:
        return [error(CHECK, unusable.what, unusable.cure)]
    except Refused as refused:
        said = f"{TEST_CHAIN}: its chain proves nothing ({refused.reason})"
        return [error(CHECK, said, CURES[TEST_CHAIN])]
    if days >= SOON:
        return []
    return [warning(CHECK, f"Amazon's roots expire in {days} days", RENEW)]
