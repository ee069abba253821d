"""A throw-away signing chain in place of Amazon's, and every way to get one wrong."""

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

# FOLDED Certificates of our own making: authorities and those they vouch for.

CertificateKey = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey

_USAGES = (
    *("digital_signature", "content_commitment", "key_encipherment"),
    *("data_encipherment", "key_agreement", "key_cert_sign", "crl_sign"),
    *("encipher_only", "decipher_only"),
)

_LEAF_USAGE = {"digital_signature", "key_encipherment"}


def new_ec_key() -> ec.EllipticCurvePrivateKey:
    """A key that costs next to nothing to make, for whoever need not have RSA."""
    return ec.generate_private_key(ec.SECP256R1())


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateDraft:
    """What a certificate is to say, before anybody has signed it."""

    name: str
    key: CertificateKey
    not_before: datetime
    not_after: datetime
    alternative_names: tuple[x509.GeneralName, ...] = ()
    is_authority: bool = False

    def signed_by(
        self, issuer: x509.Name, issuer_key: CertificateKey
    ) -> "CertificateHolder":
        """Certified under the issuer's name with the issuer's key."""
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
        return self.signed_by(self.subject, self.key)

    @property
    def subject(self) -> x509.Name:
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
    """Somebody with a private key, and the certificate that speaks of it."""

    key: CertificateKey
    certificate: x509.Certificate

    @classmethod
    def authority(cls, name: str, not_before: datetime, not_after: datetime) -> Self:
        """A root: it vouches for itself and may sign others."""
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


LIFETIME = timedelta(days=30)

BACKDATE = timedelta(hours=1)  # room for a verifier whose clock lags


class Flaw(StrEnum):
    """What can be wrong with a chain on purpose; the rest of it is sound.

    `SELF_SIGNED`: one certificate alone, its own root. `FOREIGN_ROOT`: the last
    certificate has the right name and never signed anything of the chain.
    `NO_AUTHORITY`: an issuer that is no certificate authority stands between.
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
    """The signer's private key, and the PEM chain (leaf first, root last) for it."""

    key: rsa.RSAPrivateKey
    pem: bytes

    def save(self, chain_file: Path, key_file: Path | None = None) -> None:
        """Writes the chain and, where asked to, the key (for its owner's eyes)."""
        chain_file.write_bytes(self.pem)
        if key_file:
            key_file.touch(mode=0o600)
            key_file.write_bytes(private_pem(self.key))

    @classmethod
    def load(cls, chain_file: Path, key_file: Path) -> Self:
        """What `save` wrote; raises TypeError for a key of another kind."""
        key = serialization.load_pem_private_key(key_file.read_bytes(), None)
        if not isinstance(key, rsa.RSAPrivateKey):
            raise TypeError("the signing key is not an RSA key")
        return cls(key, chain_file.read_bytes())


def new_key(bits: int = 2048) -> rsa.RSAPrivateKey:
    """A signer's key; about 0.1 s."""
    return rsa.generate_private_key(65537, bits)


def make_chain(
    now: datetime,
    *,
    flaw: Flaw | None = None,
    intermediate: bool = False,
    key: rsa.RSAPrivateKey | None = None,
    lifetime: timedelta = LIFETIME,
) -> SigningChain:
    """A chain valid from an hour before `now` until `lifetime` after it.

    `key` saves the making of a new one; it is ignored by `SHORT_KEY`. A chain with
    `EC_KEY` speaks of another key than the signer's. Authorities have elliptic keys
    because these cost nothing; only the signer's own has to be RSA.
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
    """Leaf first, root last."""
    if flaw is Flaw.SELF_SIGNED:
        return [leaf.self_signed()]
    root = _root(leaf)
    if not intermediate and flaw is not Flaw.NO_AUTHORITY:
        return [root.sign(leaf), _root(leaf) if flaw is Flaw.FOREIGN_ROOT else root]
    issuer = root.sign(
        CertificateDraft(
            name="Stand-in Issuer",
            key=new_ec_key(),
            not_before=root.certificate.not_valid_before_utc,
            not_after=root.certificate.not_valid_after_utc,
            is_authority=flaw is not Flaw.NO_AUTHORITY,
        )
    )
    last = _root(leaf) if flaw is Flaw.FOREIGN_ROOT else root
    return [issuer.sign(leaf), issuer, last]


def _root(leaf: CertificateDraft) -> CertificateHolder:
    """An authority whose validity covers the leaf's with a day to spare."""
    day = timedelta(days=1)
    return CertificateHolder.authority(
        "Stand-in Root", leaf.not_before - day, leaf.not_after + day
    )
