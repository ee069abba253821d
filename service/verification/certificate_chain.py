"""Reads a certificate chain: from PEM bytes and trusted roots to the signing key."""

import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from ask_sdk_webservice_support.verifier_constants import CERT_CHAIN_DOMAIN
from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.utils import CryptographyDeprecationWarning
from cryptography.x509 import verification as webpki

from service.verification.errors import VerificationError

# FOLDED Finds the path from a signer's certificate to a root that is trusted.


def _may_issue(
    _policy: webpki.Policy, _issuer: x509.Certificate, basic: x509.BasicConstraints
) -> None:
    if not basic.ca:
        raise ValueError("not an authority")


def _may_sign(
    _policy: webpki.Policy, _issuer: x509.Certificate, usage: x509.KeyUsage | None
) -> None:
    if usage is not None and not usage.key_cert_sign:
        raise ValueError("not for signing certificates")


# What a path needs to prove anything (RFC 5280 section 6), and not the further
# formalities of the web's authorities, which a staging system's own chain may lack.
_WHATEVER = webpki.ExtensionPolicy.permit_all()

_ISSUERS = _WHATEVER.require_present(
    x509.BasicConstraints, webpki.Criticality.AGNOSTIC, _may_issue
).may_be_present(x509.KeyUsage, webpki.Criticality.AGNOSTIC, _may_sign)

_SIGNERS = _WHATEVER.require_present(
    x509.SubjectAlternativeName, webpki.Criticality.AGNOSTIC, None
)


def validate_path(
    certificates: list[x509.Certificate], roots: webpki.Store, now: datetime
) -> list[x509.Certificate]:
    """The certificates from the first one to a root, at `now`; else `Refused`."""
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
    if len(path) == 1:  # it vouches for itself, even if somebody made it a root
        raise VerificationError("chain_untrusted")
    if any(_demands_the_unknown(certificate) for certificate in path):
        raise VerificationError("chain_untrusted")
    return path


def _demands_the_unknown(certificate: x509.Certificate) -> bool:
    """Whether it says: who does not understand this must not believe me."""
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


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A validated certificate's key; `expires` is when the first of its path does."""

    public_key: RSAPublicKey
    expires: datetime


@dataclass(frozen=True, slots=True)
class TrustStore:
    """The certificates that every chain must lead to.

    `expires` is when the last of them does; `amazon_expires` the same for Amazon's
    own, None where there is none. Both inform operators, neither decides anything.
    """

    store: webpki.Store
    count: int
    expires: datetime
    amazon_expires: datetime | None

    @classmethod
    def of(cls, roots: list[x509.Certificate]) -> Self:
        """Raises ValueError for no certificate at all."""
        amazon = [root.not_valid_after_utc for root in roots if _is_amazon(root)]
        return cls(
            store=webpki.Store(roots),
            count=len(roots),
            expires=max(root.not_valid_after_utc for root in roots),
            amazon_expires=max(amazon, default=None),
        )

    @classmethod
    def read(cls, pem: bytes) -> Self:
        """Every readable certificate of a bundle; ValueError where there is none.

        Bundles hold old roots with flaws that a parser may refuse one day; they must
        not take the others with them.
        """
        roots = [_readable(block) for block in _PEM.findall(pem)]
        return cls.of([root for root in roots if root is not None])

    @classmethod
    def last_of(cls, pem: bytes) -> Self:
        """The last certificate of a chain alone; ValueError where it is unreadable."""
        root = _readable(b"".join(_PEM.findall(pem)[-1:]))
        return cls.of([root] if root else [])

    def days_left(self, now: datetime) -> int:
        """Whole days until nobody is left to vouch for Amazon; negative when past."""
        return ((self.amazon_expires or self.expires) - now).days


@contextmanager
def _lenient() -> Iterator[None]:
    """Certificates that break a rule of form only are no matter for a warning."""
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
    """The signing key of a PEM chain, leaf first, that leads to a root at `now`.

    https://developer.amazon.com/docs/alexa/custom-skills/host-a-custom-skill-as-a-web-service.html#check-request-signature

    Raises `Refused` for a chain that is unreadable or too long, leads nowhere, names
    another host, or has a weak key. Which of the supplied certificates form the path
    does not matter: genuine chains end in a cross-signed root that trust stores drop.
    """
    try:
        with _lenient():
            return _signing_key(pem, roots, now)
    except _UNREADABLE:
        # The parser reads lazily, so any step may meet the flaw. Its text is dropped:
        # it quotes the certificate.
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
    return SigningKey(key, min(link.not_valid_after_utc for link in path))


def _check_name(leaf: x509.Certificate) -> None:
    """The very name: a wildcard, good enough for a web server, is not for a signer."""
    names = leaf.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    if CERT_CHAIN_DOMAIN not in names.get_values_for_type(x509.DNSName):
        raise VerificationError("chain_name")
