"""The address that Amazon calls: how it is written, and what stands in the way."""

import ipaddress
import re
from dataclasses import dataclass
from typing import Literal

from service.environment import split_url

CertificateType = Literal["Trusted", "Wildcard"]

PATH = "/alexa"
"""Where the service takes requests."""

# Hosts below these are served with one certificate for all of them.
# https://cloud.google.com/run/docs/triggering/https-request
# https://fly.io/docs/networking/custom-domain/
_SHARED = ("run.app", "fly.dev")

# Never on the public internet: https://www.rfc-editor.org/rfc/rfc6761
# and https://www.rfc-editor.org/rfc/rfc8375; the last ones are for documentation.
_PRIVATE = (
    *("localhost", "local", "internal", "lan", "home", "corp", "home.arpa", "onion"),
    *("test", "invalid", "example", "example.com", "example.net", "example.org"),
)
_LABEL = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)")
_PREFIX = re.compile(r"(?:/[A-Za-z0-9._~-]+)*")


class UnfitAddress(Exception):
    """An address that Amazon cannot call; the text says why, without the address."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where the service is to be reached, without `PATH`, and behind which kind of
    certificate."""

    url: str
    certificate: CertificateType

    @property
    def endpoint(self) -> dict[str, str]:
        """As a manifest says it."""
        return {"uri": self.url + PATH, "sslCertificateType": self.certificate}


def address_of(url: str, certificate: CertificateType | None = None) -> Address:
    """The address that PUBLIC_URL means; raises `UnfitAddress`.

    `certificate` overrules what the host's name suggests: an own domain may be served
    with a wildcard's certificate, too.
    https://developer.amazon.com/docs/alexa/custom-skills/host-a-custom-skill-as-a-web-service.html
    """
    parts = split_url(url)
    if parts is None or not parts.hostname:
        raise UnfitAddress("takes an absolute https URL")
    if parts.scheme != "https":
        raise UnfitAddress("has to be https: Amazon calls nothing else")
    if parts.username or parts.password or parts.query or parts.fragment:
        raise UnfitAddress("takes no credentials, query or fragment")
    if parts.port not in (None, 443):
        raise UnfitAddress("has to be on port 443: Amazon calls no other")
    prefix = parts.path.rstrip("/")
    if not _PREFIX.fullmatch(prefix):
        raise UnfitAddress("has a path of other than plain letters, digits and -._~")
    if f"{prefix}/".endswith(f"{PATH}/"):
        raise UnfitAddress(f"goes without {PATH}, which is added")
    host = _public(parts.hostname)
    return Address(f"https://{host}{prefix}", certificate or _certificate(host))


def _public(hostname: str) -> str:
    """The host's name in ASCII; raises `UnfitAddress` where Amazon cannot know it."""
    try:
        host = hostname.encode("idna").decode()
    except UnicodeError:
        raise UnfitAddress("has a host whose name cannot be") from None
    if _is_number(host):
        raise UnfitAddress("names a number: a certificate needs a host's name")
    labels = host.split(".")
    if not all(map(_LABEL.fullmatch, labels)) or len(host) > 253:
        raise UnfitAddress("has a host whose name cannot be")
    if len(labels) < 2 or _is_below(host, _PRIVATE):
        raise UnfitAddress("names a host that is not on the public internet")
    return host


def _is_number(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return host.rpartition(".")[2].isdecimal()
    return True


def _certificate(host: str) -> CertificateType:
    return "Wildcard" if _is_below(host, _SHARED) else "Trusted"


def _is_below(host: str, domains: tuple[str, ...]) -> bool:
    return any(f".{host}".endswith(f".{domain}") for domain in domains)
