"""Amazon's own chains, long expired, are trusted at their own dates and not today."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from service.verification.certificate_chain import TrustStore, read_chain
from service.verification.certificate_source import public_roots
from tests.service.signing import NOW, refused, sound_chain

DATA = Path(__file__).parents[4] / "shared" / "data"
SECOND = timedelta(seconds=1)
GENUINE = {
    "echo-api-cert-7.pem": ("2019-05-22T00:00Z", "2020-05-15T12:00Z"),
    "echo-api-cert-12.cer": ("2023-03-16T00:00Z", "2023-12-23T23:59:59Z"),
}


@pytest.mark.parametrize("name", GENUINE)
def test_a_genuine_chain_is_trusted_at_its_own_date_only(name: str) -> None:
    path = DATA / name
    if not path.exists():
        pytest.skip(f"the genuine chain {name} is not beside this checkout")
    store = public_roots().store
    since, until = (datetime.fromisoformat(moment) for moment in GENUINE[name])
    for inside in (since, since + (until - since) / 2, until):
        key = read_chain(path.read_bytes(), store, inside)
        assert key.public_key.key_size == 2048
        assert key.expires == until
    for outside in (since - SECOND, until + SECOND, NOW, NOW.replace(2001)):
        with refused("chain_untrusted"):
            read_chain(path.read_bytes(), store, outside)
    with refused("chain_untrusted"):
        read_chain(
            path.read_bytes(), TrustStore.last_of(sound_chain().pem).store, since
        )
