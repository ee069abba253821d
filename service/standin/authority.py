"""Certificates of our own making: authorities and those they vouch for."""

from dataclasses import dataclass
from datetime import datetime
from typing import Self

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

CertificateKey = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey
_USAGES = (
    *("digital_signature", "content_commitment", "key_encipherment"),
    *("data_encipherment", "key_agreement", "key_cert_sign", "crl_sign"),
    *("encipher_only", "decipher_only"),
)
_LEAF_USAGE = {"digital_signature", "key_encipherment"}


def quick_key() -> ec.EllipticCurvePrivateKey:
    """A key that costs next to nothing to make, for whoever need not have RSA."""
    return ec.generate_private_key(ec.SECP256R1())


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a certificate is to say, before anybody has signed it."""

    name: str
    key: CertificateKey
    since: datetime
    until: datetime
    alternatives: tuple[x509.GeneralName, ...] = ()
    may_sign: bool = False

    def signed_by(self, issuer: x509.Name, issuer_key: CertificateKey) -> "Party":
        """Certified under the issuer's name with the issuer's key."""
        key = self.key.public_key()
        own_id = x509.SubjectKeyIdentifier.from_public_key(key)
        issuer_id = x509.AuthorityKeyIdentifier.from_issuer_public_key(
            issuer_key.public_key()
        )
        builder = (
            x509.CertificateBuilder(issuer, self.subject, key)
            .serial_number(x509.random_serial_number())
            .not_valid_before(self.since)
            .not_valid_after(self.until)
            .add_extension(self._constraints, critical=True)
            .add_extension(self._usage, critical=True)
            .add_extension(own_id, critical=False)
            .add_extension(issuer_id, critical=False)
        )
        if self.alternatives:
            names = x509.SubjectAlternativeName(self.alternatives)
            builder = builder.add_extension(names, critical=False)
        if not self.may_sign:
            purpose = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH])
            builder = builder.add_extension(purpose, critical=False)
        return Party(self.key, builder.sign(issuer_key, hashes.SHA256()))

    def self_signed(self) -> "Party":
        return self.signed_by(self.subject, self.key)

    @property
    def subject(self) -> x509.Name:
        return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, self.name)])

    @property
    def _constraints(self) -> x509.BasicConstraints:
        return x509.BasicConstraints(ca=self.may_sign, path_length=None)

    @property
    def _usage(self) -> x509.KeyUsage:
        wanted = {"key_cert_sign", "crl_sign"} if self.may_sign else _LEAF_USAGE
        return x509.KeyUsage(**{usage: usage in wanted for usage in _USAGES})


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody with a private key, and the certificate that speaks of it."""

    key: CertificateKey
    certificate: x509.Certificate

    @classmethod
    def authority(cls, name: str, since: datetime, until: datetime) -> Self:
        """A root: it vouches for itself and may sign others."""
        draft = Draft(
            name=name, key=quick_key(), since=since, until=until, may_sign=True
        )
        root = draft.self_signed()
        return cls(root.key, root.certificate)

    def sign(self, draft: Draft) -> "Party":
        """The draft's party, vouched for by this one."""
        return draft.signed_by(self.certificate.subject, self.key)

    @property
    def pem(self) -> bytes:
        """The certificate."""
        return self.certificate.public_bytes(serialization.Encoding.PEM)

    @property
    def key_pem(self) -> bytes:
        """The private key, not encrypted."""
        return private_pem(self.key)


def private_pem(key: CertificateKey) -> bytes:
    """A private key as PKCS#8, not encrypted: these keys open nothing of value."""
    return key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
