"""A chain leads to a trusted root, names the signer, and has a strong key."""

import warnings
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from hypothesis import given, settings
from hypothesis import strategies as st

from service.verification.certificate_chain import (
    LONGEST_CHAIN,
    TrustStore,
    read_chain,
)
from service.verification.errors import Reason, VerificationError
from simulator.alexa.certificates import (
    BACKDATE,
    LIFETIME,
    CertificateDraft,
    CertificateHolder,
    Flaw,
)
from tests.service.pem_editing import armour, blocks, certificates, with_serial
from tests.service.signing import (
    NOW,
    chain,
    refused,
    signer_key,
    sound_chain,
    validate,
)

DATA = Path(__file__).parents[4] / "shared" / "data"
SECOND = timedelta(seconds=1)

REASONS: dict[Flaw, Reason] = {
    Flaw.EXPIRED: "chain_untrusted",
    Flaw.NOT_YET_VALID: "chain_untrusted",
    Flaw.OTHER_NAME: "chain_untrusted",
    Flaw.WILDCARD: "chain_name",
    Flaw.NO_NAME: "chain_untrusted",
    Flaw.URI_NAME: "chain_untrusted",
    Flaw.SHORT_KEY: "chain_key",
    Flaw.EC_KEY: "chain_key",
    Flaw.SELF_SIGNED: "chain_untrusted",
    Flaw.FOREIGN_ROOT: "chain_untrusted",
    Flaw.NO_AUTHORITY: "chain_untrusted",
}


@pytest.mark.parametrize("intermediate", [False, True])
def test_a_sound_chain_gives_the_signers_key(intermediate: bool) -> None:
    key = validate(chain(intermediate=intermediate).pem)
    assert key.public_key == signer_key().public_key()
    assert key.expires == NOW + LIFETIME


@pytest.mark.parametrize("intermediate", [False, True])
@pytest.mark.parametrize("flaw", Flaw)
def test_a_flaw_is_refused(flaw: Flaw, intermediate: bool) -> None:
    with refused(REASONS[flaw]):
        validate(chain(flaw, intermediate=intermediate).pem)


def test_validity_includes_both_ends_and_no_more() -> None:
    pem = sound_chain().pem
    for inside in (NOW - BACKDATE, NOW + LIFETIME):
        validate(pem, inside)
    for outside in (NOW - BACKDATE - SECOND, NOW + LIFETIME + SECOND):
        with refused("chain_untrusted"):
            validate(pem, outside)


def test_the_first_of_the_path_to_expire_ends_the_key() -> None:
    root = CertificateHolder.authority("Root", NOW - LIFETIME, NOW + timedelta(days=2))
    [leaf, *_] = certificates(sound_chain().pem)
    names = leaf.extensions.get_extension_for_class(x509.SubjectAlternativeName)
    draft = CertificateDraft(
        name="echo-api.amazon.com",
        key=signer_key(),
        not_before=NOW - BACKDATE,
        not_after=NOW + LIFETIME,
        alternative_names=tuple(names.value),
    )
    key = validate(root.sign(draft).pem + root.pem)
    assert key.expires == NOW + timedelta(days=2)


@pytest.mark.parametrize("name", ["echo-api.amazon.com", "Stand-in"])
def test_the_common_name_counts_for_nothing(name: str) -> None:
    root = CertificateHolder.authority("Root", NOW - LIFETIME, NOW + LIFETIME)
    draft = CertificateDraft(
        name=name, key=signer_key(), not_before=NOW - BACKDATE, not_after=NOW + LIFETIME
    )
    with refused("chain_untrusted"):
        validate(root.sign(draft).pem + root.pem)


def test_the_name_among_others_is_enough() -> None:
    root = CertificateHolder.authority("Root", NOW - LIFETIME, NOW + LIFETIME)
    names = ("*.amazon.com", "echo-api.amazon.com")
    draft = CertificateDraft(
        name="Stand-in",
        key=signer_key(),
        not_before=NOW - BACKDATE,
        not_after=NOW + LIFETIME,
        alternative_names=tuple(x509.DNSName(name) for name in names),
    )
    validate(root.sign(draft).pem + root.pem)


def test_a_chain_of_other_roots_is_refused() -> None:
    ours, theirs = chain(), chain()
    with refused("chain_untrusted"):
        read_chain(theirs.pem, TrustStore.last_of(ours.pem).store, NOW)


def test_the_leaf_comes_first() -> None:
    leaf, issuer, root = blocks(sound_chain().pem)
    with refused("chain_untrusted"):
        validate(issuer + leaf + root)


def test_a_missing_issuer_is_refused() -> None:
    leaf, _, root = blocks(sound_chain().pem)
    with refused("chain_untrusted"):
        validate(leaf + root)


def test_the_root_need_not_be_sent_and_strangers_do_no_harm() -> None:
    leaf, issuer, root = blocks(sound_chain().pem)
    store = TrustStore.last_of(root).store
    stranger = CertificateHolder.authority(
        "Stranger", NOW - LIFETIME, NOW + LIFETIME
    ).pem
    for pem in (leaf + issuer, leaf + stranger + issuer + root, leaf + root + issuer):
        assert read_chain(pem, store, NOW).public_key == signer_key().public_key()


def test_a_chain_may_be_only_so_long() -> None:
    leaf, issuer, root = blocks(sound_chain().pem)
    longest = leaf + issuer * (LONGEST_CHAIN - 2) + root
    validate(longest)
    with refused("chain_unreadable"):
        validate(leaf + issuer * (LONGEST_CHAIN - 1) + root)


def test_text_between_certificates_is_ignored() -> None:
    pem = b"\r\n".join(b"a comment\r\n" + one for one in blocks(sound_chain().pem))
    validate(pem)


@pytest.mark.parametrize(
    "pem",
    [
        b"",
        b"<html><body>Not found</body></html>",
        b"-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n",
        b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
        b"-----BEGIN CERTIFICATE-----\n!!!!\n-----END CERTIFICATE-----\n",
        b"-----BEGIN CERTIFICATE-----\nAAAA",
        b"-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n",
        b"\x00\xff" * 100,
    ],
)
def test_what_is_no_certificate_is_refused(pem: bytes) -> None:
    with refused("chain_unreadable"):
        read_chain(pem, TrustStore.last_of(sound_chain().pem).store, NOW)
    with pytest.raises(ValueError, match=r"."):
        TrustStore.last_of(pem)


@given(st.binary(max_size=400) | st.binary(max_size=200).map(armour))
@settings(max_examples=150)
def test_any_bytes_are_refused(pem: bytes) -> None:
    with refused("chain_unreadable"):
        read_chain(pem, TrustStore.last_of(sound_chain().pem).store, NOW)


@given(st.data())
@settings(max_examples=200)
def test_a_damaged_chain_gives_the_right_key_or_none(data: st.DataObject) -> None:
    """Bytes of one certificate are exchanged, and the certificates reordered."""
    pem = sound_chain().pem
    ders = [bytearray(one.public_bytes(Encoding.DER)) for one in certificates(pem)]
    victim = data.draw(st.sampled_from(ders))
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(victim) - 1))
        victim[place] = data.draw(st.integers(0, 255))
    order = data.draw(st.permutations(ders))
    damaged = b"".join(armour(bytes(der)) for der in order)
    try:
        key = read_chain(damaged, TrustStore.last_of(pem).store, NOW)
    except VerificationError:
        return
    assert key.public_key == signer_key().public_key()


def test_a_flaw_of_form_in_an_unused_certificate_is_no_warning() -> None:
    with pytest.warns(UserWarning, match="serial number"):
        certificates(with_serial(0x80))
    leaf, issuer, root = blocks(sound_chain().pem)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        read_chain(
            leaf + issuer + with_serial(0x80), TrustStore.last_of(root).store, NOW
        )
