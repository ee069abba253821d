"""X.509 path validation (RFC 5280): from PEM bytes and trusted roots to a key."""

import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Self

import msgspec
from ask_sdk_webservice_support.verifier_constants import CERT_CHAIN_DOMAIN
from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.utils import CryptographyDeprecationWarning
from cryptography.x509 import verification as webpki
from cryptography.x509.oid import ExtendedKeyUsageOID

from service.verification.errors import VerificationError

# RFC 5280 section 4.2.1: an extension that is absent restricts nothing.
_PURPOSES = {
    ExtendedKeyUsageOID.SERVER_AUTH,
    ExtendedKeyUsageOID.ANY_EXTENDED_KEY_USAGE,
}


def _check_authority(
    _policy: webpki.Policy, _issuer: x509.Certificate, basic: x509.BasicConstraints
) -> None:
    if not basic.ca:
        raise ValueError("not an authority")


def _check_issuer_usage(
    _policy: webpki.Policy, _issuer: x509.Certificate, usage: x509.KeyUsage | None
) -> None:
    if usage is not None and not usage.key_cert_sign:
        raise ValueError("not for signing certificates")


def _check_signer(
    _policy: webpki.Policy, _leaf: x509.Certificate, basic: x509.BasicConstraints | None
) -> None:
    if basic is not None and basic.ca:
        raise ValueError("an authority signs no requests")


def _check_signer_usage(
    _policy: webpki.Policy, _leaf: x509.Certificate, usage: x509.KeyUsage | None
) -> None:
    if usage is not None and not usage.digital_signature:
        raise ValueError("not for signatures")


def _check_purpose(
    _policy: webpki.Policy,
    _certificate: x509.Certificate,
    purposes: x509.ExtendedKeyUsage | None,
) -> None:
    """Amazon's leaf is for `serverAuth`; an issuer's list limits what is below it."""
    if purposes is not None and _PURPOSES.isdisjoint(purposes):
        raise ValueError("for another purpose")


# What a path needs to prove anything (RFC 5280 section 6), and not the further
# formalities of the web's authorities, which a staging system's own chain may lack.
_EITHER = webpki.Criticality.AGNOSTIC

_ANY = webpki.ExtensionPolicy.permit_all().may_be_present(
    x509.ExtendedKeyUsage, _EITHER, _check_purpose
)

_ISSUERS = _ANY.require_present(
    x509.BasicConstraints, _EITHER, _check_authority
).may_be_present(x509.KeyUsage, _EITHER, _check_issuer_usage)

_SIGNERS = (
    _ANY.require_present(x509.SubjectAlternativeName, _EITHER, None)
    .may_be_present(x509.BasicConstraints, _EITHER, _check_signer)
    .may_be_present(x509.KeyUsage, _EITHER, _check_signer_usage)
)


def validate_path(
    certificates: list[x509.Certificate], roots: webpki.Store, now: datetime
) -> list[x509.Certificate]:
    """Return the path from the first of `certificates` to a root, leaf first.

    Raise `VerificationError` where no path is valid at `now`.
    """
    verifier = (
        webpki.PolicyBuilder()
        .store(roots)
        .time(now)
        .extension_policies(ca_policy=_ISSUERS, ee_policy=_SIGNERS)
        .build_server_verifier(x509.DNSName(CERT_CHAIN_DOMAIN))
    )
    leaf, *others = certificates
    try:
        path = verifier.verify(leaf, others)
    except webpki.VerificationError:
        raise VerificationError("chain_untrusted") from None
    if len(path) == 1:  # a leaf that is a root itself proves nothing
        raise VerificationError("chain_untrusted")
    if any(_has_unknown_critical(certificate) for certificate in path):
        raise VerificationError("chain_untrusted")
    return path


def _has_unknown_critical(certificate: x509.Certificate) -> bool:
    """Return whether a critical extension is unknown: RFC 5280 then says reject."""
    return any(
        extension.critical and isinstance(extension.value, x509.UnrecognizedExtension)
        for extension in certificate.extensions
    )


LONGEST_CHAIN = 6  # certificates; Amazon sends four

SHORTEST_KEY = 2048  # bits of RSA

_PEM = re.compile(
    rb"-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----", re.DOTALL
)

_UNREADABLE = (
    ValueError,
    TypeError,
    UnsupportedAlgorithm,
    x509.InvalidVersion,
    x509.DuplicateExtension,
    x509.UnsupportedGeneralNameType,
)


class SigningKey(msgspec.Struct, frozen=True):
    """The public key of a validated certificate.

    public_key: verifies signatures of requests.
    expires: when the first certificate of the path expires.
    """

    public_key: RSAPublicKey
    expires: datetime


class TrustStore(msgspec.Struct, frozen=True):
    """The trusted root certificates; a chain must lead to one of them.

    store: the roots for the path validation.
    count: the number of roots.
    expires: when the last root expires.
    amazon_expires: when Amazon's last root expires, None without a root of Amazon's.
    The two dates inform operators and decide nothing.
    """

    store: webpki.Store
    count: int
    expires: datetime
    amazon_expires: datetime | None

    @classmethod
    def of(cls, roots: list[x509.Certificate]) -> Self:
        """Return the store of these roots; raise ValueError for an empty list."""
        amazon = [root.not_valid_after_utc for root in roots if _is_amazon(root)]
        return cls(
            store=webpki.Store(roots),
            count=len(roots),
            expires=max(root.not_valid_after_utc for root in roots),
            amazon_expires=max(amazon, default=None),
        )

    @classmethod
    def read(cls, pem: bytes) -> Self:
        """Return the readable certificates of a PEM bundle.

        A certificate that the parser refuses is left out: bundles hold old roots with
        flaws, and one of them must not cost the other roots.
        Raise ValueError where none is readable.
        """
        roots = [_readable(block.group()) for block in _PEM.finditer(pem)]
        return cls.of([root for root in roots if root is not None])

    @classmethod
    def last_of(cls, pem: bytes) -> Self:
        """Return the last certificate of a chain as the only root.

        Raise ValueError where that certificate is unreadable.
        """
        root = _readable(b"".join(_PEM.findall(pem)[-1:]))
        return cls.of([root] if root else [])

    def days_left(self, now: datetime) -> int:
        """Return the whole days until `lasts_until`; negative after it."""
        return (self.lasts_until - now).days

    @property
    def lasts_until(self) -> datetime:
        """Return when Amazon's last root expires, or without one the last of all."""
        return self.amazon_expires or self.expires


@contextmanager
def _lenient() -> Iterator[None]:
    """Silence cryptography's warnings about a certificate's form."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", CryptographyDeprecationWarning)
        yield


def _readable(block: bytes) -> x509.Certificate | None:
    try:
        with _lenient():
            certificate = x509.load_pem_x509_certificate(block)
            _ = certificate.not_valid_after_utc, certificate.subject
    except _UNREADABLE:
        return None
    return certificate


def _is_amazon(root: x509.Certificate) -> bool:
    names = root.subject.get_attributes_for_oid(x509.NameOID.ORGANIZATION_NAME)
    return any(name.value == "Amazon" for name in names)


def read_chain(pem: bytes, roots: webpki.Store, now: datetime) -> SigningKey:
    """Return the signing key of a PEM chain, leaf first.

    The chain must lead to one of `roots` at `now`. Not every supplied certificate need
    be part of the path: genuine chains end in a cross-signed root that trust stores
    drop.
    Raise `VerificationError` for a chain that is unreadable or too long, leads to no
    root, names another host, or has a weak key.

    https://developer.amazon.com/docs/alexa/custom-skills/host-a-custom-skill-as-a-web-service.html#check-request-signature
    """
    try:
        with _lenient():
            return _signing_key(pem, roots, now)
    except _UNREADABLE:
        # The parser reads lazily, so any step may meet the flaw. The parser's message
        # is dropped: it quotes the certificate.
        raise VerificationError("chain_unreadable") from None


def _signing_key(pem: bytes, roots: webpki.Store, now: datetime) -> SigningKey:
    certificates = x509.load_pem_x509_certificates(pem)
    if len(certificates) > LONGEST_CHAIN:
        raise VerificationError("chain_unreadable")
    path = validate_path(certificates, roots, now)
    _check_name(path[0])
    key = path[0].public_key()
    if not isinstance(key, RSAPublicKey) or key.key_size < SHORTEST_KEY:
        raise VerificationError("chain_key")
    return SigningKey(key, min(each.not_valid_after_utc for each in path))


def _check_name(leaf: x509.Certificate) -> None:
    """Raise `VerificationError` unless the leaf names the host itself.

    A wildcard is good enough for a web server, not for a signer.
    """
    names = leaf.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    if CERT_CHAIN_DOMAIN not in names.get_values_for_type(x509.DNSName):
        raise VerificationError("chain_name")
