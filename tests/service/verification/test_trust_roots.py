"""Whom a chain has to lead to, and for how long there is anybody."""

from datetime import timedelta

import pytest

from service.verification.certificate_chain import TrustStore, read_chain
from service.verification.certificate_source import public_roots
from simulator.alexa.certificates import LIFETIME, CertificateHolder
from tests.service.pem_editing import armour, blocks, with_serial
from tests.service.signing import NOW, sound_chain


def test_an_unreadable_root_does_not_take_the_others_with_it() -> None:
    root = blocks(sound_chain().pem)[-1]
    bundle = b"# A bundle\n" + armour(b"damaged") + with_serial(0x80) + root
    roots = TrustStore.read(bundle)
    assert roots.count == 2
    read_chain(sound_chain().pem, roots.store, NOW)


def test_a_bundle_without_certificates_is_an_error() -> None:
    with pytest.raises(ValueError, match=r"."):
        TrustStore.read(b"nothing here")


def test_the_days_left_are_those_of_the_last_root() -> None:
    bundle = b"".join(
        CertificateHolder.authority(
            f"Root {days}", NOW - LIFETIME, NOW + timedelta(days=days)
        ).pem
        for days in (3, 9, 6)
    )
    roots = TrustStore.read(bundle)
    assert (roots.count, roots.days_left(NOW)) == (3, 9)
    assert roots.amazon_expires is None
    assert roots.days_left(NOW + timedelta(days=10)) == -1


def test_the_public_roots_hold_amazons() -> None:
    roots = public_roots()
    assert roots.count > 100
    assert roots.amazon_expires is not None
    left = (roots.amazon_expires - NOW).days
    assert roots.days_left(NOW) == left > 365
