"""The throw-away chain is what it says it is, flaw by flaw."""

import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import rsa

from simulator.alexa.certificates import (
    BACKDATE,
    LIFETIME,
    CertificateHolder,
    Flaw,
    SigningChain,
    make_chain,
    new_ec_key,
    private_pem,
)
from tests.service.signing import NOW, chain, signer_key

SIGNER = "echo-api.amazon.com"


def certificates(made: SigningChain) -> list[x509.Certificate]:
    return x509.load_pem_x509_certificates(made.pem)


def names(leaf: x509.Certificate) -> list[str]:
    found = leaf.extensions.get_extension_for_class(x509.SubjectAlternativeName)
    return [name.value for name in found.value]


@pytest.mark.parametrize(("intermediate", "length"), [(False, 2), (True, 3)])
def test_the_leaf_is_first_and_the_root_last(intermediate: bool, length: int) -> None:
    made = certificates(chain(intermediate=intermediate))
    assert len(made) == length
    assert names(made[0]) == [SIGNER]
    assert made[-1].issuer == made[-1].subject
    for signed, issuer in zip(made, [*made[1:], made[-1]], strict=True):
        signed.verify_directly_issued_by(issuer)


def test_the_chain_speaks_of_the_signers_key() -> None:
    made = chain()
    assert certificates(made)[0].public_key() == made.key.public_key()
    assert made.key is signer_key()


def test_a_key_is_made_where_none_is_given() -> None:
    made = make_chain(NOW)
    assert isinstance(made.key, rsa.RSAPrivateKey)
    assert made.key.key_size == 2048
    assert certificates(made)[0].public_key() == made.key.public_key()


def test_it_is_valid_from_a_little_before_now() -> None:
    leaf = certificates(chain())[0]
    assert leaf.not_valid_before_utc == NOW - BACKDATE
    assert leaf.not_valid_after_utc == NOW + LIFETIME


def test_its_lifetime_can_be_chosen() -> None:
    made = make_chain(NOW, key=signer_key(), lifetime=timedelta(minutes=5))
    for certificate in certificates(made):
        assert certificate.not_valid_after_utc >= NOW + timedelta(minutes=5)
    assert certificates(made)[0].not_valid_after_utc == NOW + timedelta(minutes=5)


def test_the_moment_is_an_argument() -> None:
    then = datetime(2001, 2, 3, tzinfo=UTC)
    assert certificates(chain(now=then))[0].not_valid_before_utc == then - BACKDATE


@pytest.mark.parametrize(
    ("flaw", "expected"),
    [
        (Flaw.OTHER_NAME, ["echo-api.example.com"]),
        (Flaw.WILDCARD, ["*.amazon.com"]),
        (Flaw.URI_NAME, ["https://echo-api.amazon.com/"]),
    ],
)
def test_names_go_wrong_alone(flaw: Flaw, expected: list[str]) -> None:
    leaf, root = certificates(chain(flaw))
    assert names(leaf) == expected
    leaf.verify_directly_issued_by(root)
    assert leaf.not_valid_before_utc < NOW < leaf.not_valid_after_utc


def test_the_name_can_be_missing() -> None:
    with pytest.raises(x509.ExtensionNotFound):
        names(certificates(chain(Flaw.NO_NAME))[0])


def test_the_leaf_alone_is_out_of_date() -> None:
    early, root = certificates(chain(Flaw.NOT_YET_VALID))
    assert early.not_valid_before_utc > NOW
    assert root.not_valid_before_utc < NOW
    late, root = certificates(chain(Flaw.EXPIRED))
    assert late.not_valid_after_utc < NOW < root.not_valid_after_utc


def test_a_short_key_is_the_signers() -> None:
    made = chain(Flaw.SHORT_KEY)
    assert made.key.key_size == 1024
    assert certificates(made)[0].public_key() == made.key.public_key()


def test_an_elliptic_key_is_not_the_signers() -> None:
    made = chain(Flaw.EC_KEY)
    assert not isinstance(certificates(made)[0].public_key(), rsa.RSAPublicKey)
    assert made.key is signer_key()


def test_a_self_signed_certificate_stands_alone() -> None:
    [leaf] = certificates(chain(Flaw.SELF_SIGNED))
    leaf.verify_directly_issued_by(leaf)
    assert names(leaf) == [SIGNER]


@pytest.mark.parametrize("intermediate", [False, True])
def test_a_foreign_root_has_the_name_but_not_the_key(intermediate: bool) -> None:
    *_, signed, root = certificates(chain(Flaw.FOREIGN_ROOT, intermediate=intermediate))
    assert signed.issuer == root.subject
    with pytest.raises(InvalidSignature):
        signed.verify_directly_issued_by(root)


def test_an_issuer_without_authority_stands_between() -> None:
    leaf, issuer, _ = certificates(chain(Flaw.NO_AUTHORITY))
    leaf.verify_directly_issued_by(issuer)
    constraints = issuer.extensions.get_extension_for_class(x509.BasicConstraints)
    assert not constraints.value.ca


def test_it_is_saved_and_read_again(tmp_path: Path) -> None:
    made, files = chain(), (tmp_path / "chain.pem", tmp_path / "key.pem")
    made.save(*files)
    again = SigningChain.load(*files)
    assert again.pem == made.pem == files[0].read_bytes()
    assert again.key.private_numbers() == made.key.private_numbers()
    assert stat.S_IMODE(files[1].stat().st_mode) == 0o600


def test_the_key_is_saved_only_where_asked_to(tmp_path: Path) -> None:
    chain().save(tmp_path / "chain.pem")
    assert [path.name for path in tmp_path.iterdir()] == ["chain.pem"]
    assert b"PRIVATE" not in (tmp_path / "chain.pem").read_bytes()


def test_a_key_of_another_kind_is_not_read(tmp_path: Path) -> None:
    chain_file, key_file = tmp_path / "chain.pem", tmp_path / "key.pem"
    chain().save(chain_file)
    key_file.write_bytes(private_pem(new_ec_key()))
    with pytest.raises(TypeError, match="RSA"):
        SigningChain.load(chain_file, key_file)


def test_a_party_shows_its_certificate_and_its_key() -> None:
    root = CertificateHolder.authority("Root", NOW, NOW + LIFETIME)
    assert x509.load_pem_x509_certificate(root.pem) == root.certificate
    assert root.key_pem.startswith(b"-----BEGIN PRIVATE KEY-----")
