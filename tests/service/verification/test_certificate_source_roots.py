"""Without anybody to believe, the service does not start."""

from datetime import timedelta
from pathlib import Path

import pytest

from service.verification import certificate_source
from service.verification.certificate_chain import TrustStore
from service.verification.certificate_source import (
    TrustStoreUnusable,
    load_amazon_roots,
    load_test_root,
)
from simulator.alexa.certificates import Flaw
from tests.service.signing import NOW, chain


def test_the_roots_of_today_are_good() -> None:
    assert load_amazon_roots(NOW).count > 50


def test_roots_expire() -> None:
    with pytest.raises(TrustStoreUnusable, match=r"expired\. Cure: .*certifi"):
        load_amazon_roots(NOW + timedelta(days=40_000))


@pytest.mark.parametrize(
    ("bundle", "told"), [(b"", "holds no certificate"), (chain().pem, "no root of Am")]
)
def test_a_bundle_of_somebody_else(
    bundle: bytes, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        certificate_source, "public_roots", lambda: TrustStore.read(bundle)
    )
    with pytest.raises(TrustStoreUnusable, match=told):
        load_amazon_roots(NOW)


def test_a_test_chain_needs_a_root_only(tmp_path: Path) -> None:
    file = tmp_path / "chain.pem"
    file.write_bytes(chain(Flaw.EXPIRED).pem)
    assert load_test_root(file, NOW).count == 1
    with pytest.raises(TrustStoreUnusable, match="its root has expired"):
        load_test_root(file, NOW + timedelta(days=40_000))
    file.write_text("nothing")
    with pytest.raises(TrustStoreUnusable, match="ALEXA_TEST_CHAIN_FILE: holds no"):
        load_test_root(file, NOW)
