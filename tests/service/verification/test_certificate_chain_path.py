"""What a path must prove, and which formalities it may lack."""

from collections.abc import Sequence
from datetime import timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID

from tests.service.signing import NOW, refused, signer_key, validate

NAME = x509.SubjectAlternativeName([x509.DNSName("echo-api.amazon.com")])
AUTHORITY = x509.BasicConstraints(ca=True, path_length=None)
NOTHING_SPECIAL = x509.BasicConstraints(ca=False, path_length=None)
DEMAND = x509.UnrecognizedExtension(x509.ObjectIdentifier("1.2.3.4.5"), b"\x05\x00")
Extensions = Sequence[tuple[x509.ExtensionType, bool]]


def common_name(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])


def bare(
    subject: str, extensions: Extensions, *, issuer: str = "root"
) -> x509.Certificate:
    """A certificate by `issuer` with these extensions (and whether critical) alone."""
    builder = x509.CertificateBuilder(
        issuer_name=common_name(issuer),
        subject_name=common_name(subject),
        public_key=signer_key().public_key(),
    )
    builder = builder.serial_number(x509.random_serial_number())
    builder = builder.not_valid_before(NOW - timedelta(days=1))
    builder = builder.not_valid_after(NOW + timedelta(days=1))
    for extension, critical in extensions:
        builder = builder.add_extension(extension, critical)
    return builder.sign(signer_key(), hashes.SHA256())


def pem(root: Extensions, leaf: Extensions = ((NAME, False),)) -> bytes:
    pair = bare("leaf", leaf), bare("root", root)
    return b"".join(one.public_bytes(Encoding.PEM) for one in pair)


def usage(*, signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=True,
        key_cert_sign=signs_certificates,
        **dict.fromkeys(
            (
                *("content_commitment", "key_encipherment", "data_encipherment"),
                *("key_agreement", "crl_sign", "encipher_only", "decipher_only"),
            ),
            False,
        ),
    )


@pytest.mark.parametrize(
    "root",
    [
        [(AUTHORITY, True)],
        [(AUTHORITY, False)],
        [(AUTHORITY, True), (usage(signs_certificates=True), True)],
    ],
)
def test_a_plain_chain_of_ones_own_is_enough(root: Extensions) -> None:
    key = validate(pem(root))
    assert key.expires == NOW + timedelta(days=1)


def test_a_demand_that_may_be_ignored_is_ignored() -> None:
    key = validate(pem([(AUTHORITY, True)], [(NAME, False), (DEMAND, False)]))
    assert key.public_key.key_size == 2048


@pytest.mark.parametrize(
    ("root", "leaf"),
    [
        ([], [(NAME, False)]),
        ([(NOTHING_SPECIAL, True)], [(NAME, False)]),
        (
            [(AUTHORITY, True), (usage(signs_certificates=False), True)],
            [(NAME, False)],
        ),
        ([(AUTHORITY, True)], []),
        ([(AUTHORITY, True)], [(NAME, False), (DEMAND, True)]),
    ],
    ids=["no constraints", "no authority", "may not sign", "no name", "demand"],
)
def test_without_what_proves_it_nothing_is_believed(
    root: Extensions, leaf: Extensions
) -> None:
    with refused("chain_untrusted"):
        validate(pem(root, leaf))


SIGNS = (usage(signs_certificates=False), True)
SERVER = ExtendedKeyUsageOID.SERVER_AUTH
CLIENT = ExtendedKeyUsageOID.CLIENT_AUTH
ANY = ExtendedKeyUsageOID.ANY_EXTENDED_KEY_USAGE
CODE = ExtendedKeyUsageOID.CODE_SIGNING
OCSP = ExtendedKeyUsageOID.OCSP_SIGNING


def purposes(*oids: x509.ObjectIdentifier) -> x509.ExtendedKeyUsage:
    return x509.ExtendedKeyUsage(oids)


def without_signatures(**others: bool) -> x509.KeyUsage:
    names = (
        *("digital_signature", "content_commitment", "key_encipherment"),
        *("data_encipherment", "key_agreement", "key_cert_sign", "crl_sign"),
        *("encipher_only", "decipher_only"),
    )
    return x509.KeyUsage(**(dict.fromkeys(names, False) | others))


@pytest.mark.parametrize("critical", [True, False])
@pytest.mark.parametrize(
    "oids", [(SERVER,), (SERVER, CLIENT), (CLIENT, SERVER), (ANY,), (CODE, ANY)]
)
def test_a_signer_for_amazons_purpose_is_trusted(
    oids: tuple[x509.ObjectIdentifier, ...], critical: bool
) -> None:
    leaf = [(NAME, False), (purposes(*oids), critical), SIGNS]
    validate(pem([(AUTHORITY, True), (purposes(*oids), critical)], leaf))


@pytest.mark.parametrize("critical", [True, False])
@pytest.mark.parametrize(
    "extension",
    [
        without_signatures(key_encipherment=True),
        without_signatures(content_commitment=True),
        without_signatures(key_cert_sign=True),
        purposes(CLIENT),
        purposes(CODE),
        purposes(OCSP, CLIENT),
        AUTHORITY,
    ],
    ids=lambda extension: str(extension)[1:70],
)
def test_a_signer_for_something_else_is_refused(
    extension: x509.ExtensionType, critical: bool
) -> None:
    with refused("chain_untrusted"):
        validate(pem([(AUTHORITY, True)], [(NAME, False), (extension, critical)]))


@pytest.mark.parametrize("critical", [True, False])
@pytest.mark.parametrize("oids", [(CLIENT,), (CODE,), (OCSP, CLIENT)])
def test_an_issuer_for_something_else_is_refused(
    oids: tuple[x509.ObjectIdentifier, ...], critical: bool
) -> None:
    root = [(AUTHORITY, True), (purposes(*oids), critical)]
    with refused("chain_untrusted"):
        validate(pem(root))


@pytest.mark.parametrize(
    "extensions",
    [
        [(AUTHORITY, True), (purposes(CODE), False)],
        [(AUTHORITY, True), (without_signatures(crl_sign=True), True)],
        [(NOTHING_SPECIAL, True)],
    ],
    ids=["purpose", "usage", "no authority"],
)
def test_an_issuer_between_signer_and_root_is_looked_at_too(
    extensions: Extensions,
) -> None:
    def link(issuer: str, subject: str, extensions: Extensions) -> bytes:
        made = bare(subject, extensions, issuer=issuer)
        return made.public_bytes(Encoding.PEM)

    root = link("root", "root", [(AUTHORITY, True)])
    leaf = link("between", "leaf", [(NAME, False)])
    sound = link("root", "between", [(AUTHORITY, True)])
    validate(leaf + sound + root)
    with refused("chain_untrusted"):
        validate(leaf + link("root", "between", extensions) + root)
