"""Finds the path from a signer's certificate to a root that is trusted."""

from datetime import datetime

from ask_sdk_webservice_support.verifier_constants import CERT_CHAIN_DOMAIN
from cryptography import x509
from cryptography.x509 import verification as webpki

from service.refusals import Refused


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


def trusted_path(
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
        raise Refused("chain_untrusted") from None
    if len(path) == 1:  # it vouches for itself, even if somebody made it a root
        raise Refused("chain_untrusted")
    if any(_demands_the_unknown(certificate) for certificate in path):
        raise Refused("chain_untrusted")
    return path


def _demands_the_unknown(certificate: x509.Certificate) -> bool:
    """Whether it says: who does not understand this must not believe me."""
    return any(
        extension.critical and isinstance(extension.value, x509.UnrecognizedExtension)
        for extension in certificate.extensions
    )
