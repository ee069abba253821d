"""Test certificates: signing chains like Amazon's, sound or wrong on purpose."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Self

from ask_sdk_webservice_support.verifier_constants import CERT_CHAIN_DOMAIN
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


def new_ec_key() -> ec.EllipticCurvePrivateKey:
    """Return a new elliptic key: much faster to make than an RSA key."""
    return ec.generate_private_key(ec.SECP256R1())


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateDraft:
    """The contents of a certificate that is not signed yet.

    name: the subject's common name.
    key: the subject's private key.
    not_before, not_after: the validity (aware).
    alternative_names: the subject alternative names; the extension is left out when
        there are none.
    is_authority: whether the certificate may sign others.
    """

    name: str
    key: CertificateKey
    not_before: datetime
    not_after: datetime
    alternative_names: tuple[x509.GeneralName, ...] = ()
    is_authority: bool = False

    def signed_by(
        self, issuer: x509.Name, issuer_key: CertificateKey
    ) -> "CertificateHolder":
        """Return the certificate, signed with the issuer's key."""
        key = self.key.public_key()
        own_id = x509.SubjectKeyIdentifier.from_public_key(key)
        issuer_id = x509.AuthorityKeyIdentifier.from_issuer_public_key(
            issuer_key.public_key()
        )
        builder = (
            x509.CertificateBuilder(issuer, self.subject, key)
            .serial_number(x509.random_serial_number())
            .not_valid_before(self.not_before)
            .not_valid_after(self.not_after)
            .add_extension(self._constraints, critical=True)
            .add_extension(self._usage, critical=True)
            .add_extension(own_id, critical=False)
            .add_extension(issuer_id, critical=False)
        )
        if self.alternative_names:
            names = x509.SubjectAlternativeName(self.alternative_names)
            builder = builder.add_extension(names, critical=False)
        if not self.is_authority:
            purpose = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH])
            builder = builder.add_extension(purpose, critical=False)
        return CertificateHolder(self.key, builder.sign(issuer_key, hashes.SHA256()))

    def self_signed(self) -> "CertificateHolder":
        """Return the certificate, signed with its own key."""
        return self.signed_by(self.subject, self.key)

    @property
    def subject(self) -> x509.Name:
        """The subject: the common name alone."""
        return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, self.name)])

    @property
    def _constraints(self) -> x509.BasicConstraints:
        return x509.BasicConstraints(ca=self.is_authority, path_length=None)

    @property
    def _usage(self) -> x509.KeyUsage:
        allowed = {"key_cert_sign", "crl_sign"} if self.is_authority else _LEAF_USAGE
        return x509.KeyUsage(**{usage: usage in allowed for usage in _USAGES})


@dataclass(frozen=True, slots=True)
class CertificateHolder:
    """A private key and the certificate for it.

    key: the private key.
    certificate: the certificate that names the key's public half.
    """

    key: CertificateKey
    certificate: x509.Certificate

    @classmethod
    def authority(cls, name: str, not_before: datetime, not_after: datetime) -> Self:
        """Return a new root: self-signed, and allowed to sign other certificates."""
        draft = CertificateDraft(
            name=name,
            key=new_ec_key(),
            not_before=not_before,
            not_after=not_after,
            is_authority=True,
        )
        root = draft.self_signed()
        return cls(root.key, root.certificate)

    def sign(self, draft: CertificateDraft) -> "CertificateHolder":
        """Return the draft's holder, with a certificate that this key signed."""
        return draft.signed_by(self.certificate.subject, self.key)

    @property
    def pem(self) -> bytes:
        """The certificate as PEM."""
        return self.certificate.public_bytes(serialization.Encoding.PEM)

    @property
    def key_pem(self) -> bytes:
        """The private key as PEM, not encrypted."""
        return private_pem(self.key)


def private_pem(key: CertificateKey) -> bytes:
    """Return a private key as PKCS#8 PEM, not encrypted.

    These keys protect nothing: only the tests trust their certificates.
    """
    return key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )


LIFETIME = timedelta(days=30)

BACKDATE = timedelta(hours=1)  # room for a verifier whose clock lags


class Flaw(StrEnum):
    """One fault of a certificate chain; the rest of the chain is sound.

    `SELF_SIGNED`: a single certificate that signed itself. `FOREIGN_ROOT`: the last
    certificate has the root's name, but its key signed nothing of the chain.
    `NO_AUTHORITY`: the intermediate certificate is not a certificate authority.
    """

    EXPIRED = "expired"
    NOT_YET_VALID = "not yet valid"
    OTHER_NAME = "other name"
    WILDCARD = "wildcard name"
    NO_NAME = "no alternative name"
    URI_NAME = "alternative name of another kind"
    SHORT_KEY = "1024-bit key"
    EC_KEY = "elliptic key"
    SELF_SIGNED = "self-signed"
    FOREIGN_ROOT = "foreign root"
    NO_AUTHORITY = "issuer without authority"


_CORRECT_NAMES = (x509.DNSName(CERT_CHAIN_DOMAIN),)

_ALTERNATIVE_NAMES: dict[Flaw | None, tuple[x509.GeneralName, ...]] = {
    Flaw.OTHER_NAME: (x509.DNSName("echo-api.example.com"),),
    Flaw.WILDCARD: (x509.DNSName("*.amazon.com"),),
    Flaw.NO_NAME: (),
    Flaw.URI_NAME: (x509.UniformResourceIdentifier(f"https://{CERT_CHAIN_DOMAIN}/"),),
}


@dataclass(frozen=True, slots=True)
class SigningChain:
    """A signer's private key and its certificate chain.

    key: the signer's RSA key.
    pem: the certificates as PEM, leaf first, root last.
    """

    key: rsa.RSAPrivateKey
    pem: bytes

    def save(self, chain_file: Path, key_file: Path | None = None) -> None:
        """Write the chain, and the key where a file is given (mode 0600)."""
        chain_file.write_bytes(self.pem)
        if key_file:
            key_file.touch(mode=0o600)
            key_file.write_bytes(private_pem(self.key))

    @classmethod
    def load(cls, chain_file: Path, key_file: Path) -> Self:
        """Return the chain that `save` wrote. Raise TypeError for a key not RSA."""
        key = serialization.load_pem_private_key(key_file.read_bytes(), None)
        if not isinstance(key, rsa.RSAPrivateKey):
            raise TypeError("the signing key is not an RSA key")
        return cls(key, chain_file.read_bytes())


def new_key(bits: int = 2048) -> rsa.RSAPrivateKey:
    """Return a new RSA key for a signer; takes about 0.1 s."""
    return rsa.generate_private_key(65537, bits)


def make_chain(
    now: datetime,
    *,
    flaw: Flaw | None = None,
    intermediate: bool = False,
    key: rsa.RSAPrivateKey | None = None,
    lifetime: timedelta = LIFETIME,
) -> SigningChain:
    """Return a chain that is valid from an hour before `now` until `lifetime` after.

    flaw: what is wrong with the chain; None for a sound one.
    intermediate: whether an intermediate certificate stands below the root.
    key: the signer's key, to save making a new one; `SHORT_KEY` ignores it.
    With `EC_KEY` the leaf certificate names another key than the signer's. Authorities
    have elliptic keys because these cost nothing; only the signer's has to be RSA.
    """
    signer = new_key(1024) if flaw is Flaw.SHORT_KEY else key or new_key()
    draft = CertificateDraft(
        name=CERT_CHAIN_DOMAIN,
        key=new_ec_key() if flaw is Flaw.EC_KEY else signer,
        not_before=now + BACKDATE if flaw is Flaw.NOT_YET_VALID else now - BACKDATE,
        not_after=now - BACKDATE / 2 if flaw is Flaw.EXPIRED else now + lifetime,
        alternative_names=_ALTERNATIVE_NAMES.get(flaw, _CORRECT_NAMES),
    )
    holders = _holders(draft, flaw, intermediate=intermediate)
    return SigningChain(signer, b"".join(holder.pem for holder in holders))


def _holders(
    leaf: CertificateDraft, flaw: Flaw | None, *, intermediate: bool
) -> list[CertificateHolder]:
    """Return the certificates' holders, leaf first, root last."""
    if flaw is Flaw.SELF_SIGNED:
        return [leaf.self_signed()]
    root = _root(leaf)
    if not intermediate and flaw is not Flaw.NO_AUTHORITY:
        return [root.sign(leaf), _root(leaf) if flaw is Flaw.FOREIGN_ROOT else root]
    issuer = root.sign(
        CertificateDraft(
            name="Simulator Issuer",
            key=new_ec_key(),
            not_before=root.certificate.not_valid_before_utc,
            not_after=root.certificate.not_valid_after_utc,
            is_authority=flaw is not Flaw.NO_AUTHORITY,
        )
    )
    last = _root(leaf) if flaw is Flaw.FOREIGN_ROOT else root
    return [issuer.sign(leaf), issuer, last]


def _root(leaf: CertificateDraft) -> CertificateHolder:
    """Return a root that is valid from a day before the leaf until a day after it."""
    day = timedelta(days=1)
    return CertificateHolder.authority(
        "Simulator Root", leaf.not_before - day, leaf.not_after + day
    )
