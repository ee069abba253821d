"""`python -m service skill-package --out DIR`: write the skill package for Amazon.

The package in `skill-package/` is complete but for the addresses of this installation,
which come from PUBLIC_URL.
"""

import argparse
import copy
import ipaddress
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TextIO, get_args

from service.environment_reader import split_url
from service.remedies import with_remedy
from service.settings import read

CertificateType = Literal["Trusted", "Wildcard"]

PATH = "/alexa"
"""Path of the endpoint that takes requests."""

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


class UnusableUrl(Exception):
    """Raised for a URL that Amazon cannot call; the text says why, without the URL."""


@dataclass(frozen=True, slots=True)
class PublicEndpoint:
    """Public URL of the service, without `PATH`, and the kind of its certificate."""

    url: str
    certificate: CertificateType

    @property
    def endpoint(self) -> dict[str, str]:
        """Return the endpoint as the manifest has it."""
        return {"uri": self.url + PATH, "sslCertificateType": self.certificate}


def public_endpoint(
    url: str, certificate: CertificateType | None = None
) -> PublicEndpoint:
    """Return the endpoint at `url`; raise `UnusableUrl`.

    `certificate` overrules what the host name suggests: an own domain may be served
    with a wildcard certificate, too.
    https://developer.amazon.com/docs/alexa/custom-skills/host-a-custom-skill-as-a-web-service.html
    """
    parts = split_url(url)
    if parts is None or not parts.hostname:
        raise UnusableUrl("takes an absolute https URL")
    if parts.scheme != "https":
        raise UnusableUrl("has to be https: Amazon calls nothing else")
    if parts.username or parts.password or parts.query or parts.fragment:
        raise UnusableUrl("takes no credentials, query or fragment")
    if parts.port not in (None, 443):
        raise UnusableUrl("has to be on port 443: Amazon calls no other")
    prefix = parts.path.rstrip("/")
    if not _PREFIX.fullmatch(prefix):
        raise UnusableUrl("has a path of other than plain letters, digits and -._~")
    if f"{prefix}/".endswith(f"{PATH}/"):
        raise UnusableUrl(f"goes without {PATH}, which is added")
    host = _public(parts.hostname)
    return PublicEndpoint(f"https://{host}{prefix}", certificate or _certificate(host))


def _public(hostname: str) -> str:
    """Return the host name in ASCII; raise `UnusableUrl` if it is not public."""
    try:
        host = hostname.encode("idna").decode()
    except UnicodeError:
        raise UnusableUrl("has a host whose name cannot be") from None
    if _is_number(host):
        raise UnusableUrl("names a number: a certificate needs a host's name")
    labels = host.split(".")
    if not all(map(_LABEL.fullmatch, labels)) or len(host) > 253:
        raise UnusableUrl("has a host whose name cannot be")
    if len(labels) < 2 or _is_below(host, _PRIVATE):
        raise UnusableUrl("names a host that is not on the public internet")
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


SOURCE = Path(__file__).parents[2] / "skill-package"

UNUSABLE = 2

_MODELS = "interactionModels/custom"

_ICONS = ("smallIconUri", "largeIconUri")

_INSIDE = "file://"


class IncompletePackage(Exception):
    """Raised for an incomplete source; the text names what is missing."""


class OccupiedFolder(Exception):
    """Raised for a folder with a foreign file; the text names the file."""


def filled(manifest: Mapping[str, Any], address: PublicEndpoint) -> dict[str, Any]:
    """Return the manifest with this installation's endpoint and legal pages.

    https://developer.amazon.com/docs/alexa/smapi/skill-manifest.html
    """
    result = copy.deepcopy(dict(manifest))
    result["apis"]["custom"]["endpoint"] = address.endpoint
    result["events"]["endpoint"] = address.endpoint
    result["privacyAndCompliance"]["locales"] = {
        locale: {
            "privacyPolicyUrl": f"{address.url}/privacy?lang={locale}",
            "termsOfUseUrl": f"{address.url}/terms?lang={locale}",
        }
        for locale in result["publishingInformation"]["locales"]
    }
    return result


def contents(source: Path, address: PublicEndpoint) -> dict[str, bytes]:
    """Return the package's files by path: the manifest and the files it names.

    Other files in the folder are left out. Raise `IncompletePackage`.
    """
    try:
        manifest = json.loads((source / "skill.json").read_bytes())["manifest"]
        files = [
            path
            for locale, listing in manifest["publishingInformation"]["locales"].items()
            for path in _files(locale, listing)
        ]
        whole = filled(manifest, address)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as trouble:
        raise IncompletePackage(f"skill.json cannot be used: {trouble!r}") from trouble
    text = json.dumps({"manifest": whole}, ensure_ascii=False, indent=2) + "\n"
    return {"skill.json": text.encode()} | {
        path: _bytes(source, path) for path in files
    }


def write(files: Mapping[str, bytes], out: Path) -> None:
    """Write the files below `out`; raise `OccupiedFolder` before anything is changed.

    Amazon's tool sends the whole folder away, so nothing else may be in it.
    """
    if out.exists() and not out.is_dir():
        raise OccupiedFolder(f"{out} is not a folder")
    present = {
        file.relative_to(out).as_posix() for file in out.rglob("*") if file.is_file()
    }
    if foreign := sorted(present - set(files)):
        raise OccupiedFolder(f"{out} holds more than the package: {foreign[0]}")
    for path, data in files.items():
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        (out / path).write_bytes(data)


def main(
    arguments: Sequence[str], environ: Mapping[str, str], out: TextIO, err: TextIO
) -> int:
    """Write the package; print a summary on `out`, or what is wrong on `err`.

    Return 0, or 2 if the package cannot be written.
    """
    options = _parser().parse_args(arguments)
    try:
        address = _address(environ, options.certificate)
        files = contents(SOURCE, address)
        write(files, options.out)
    except UnusableUrl as unusable:
        err.write(with_remedy(f"PUBLIC_URL: {unusable}") + "\n")
        return UNUSABLE
    except (IncompletePackage, OccupiedFolder, OSError) as trouble:
        err.write(f"skill-package: {trouble}\n")
        return UNUSABLE
    out.write(_summary(options.out, address, files))
    return 0


def _address(
    environ: Mapping[str, str], certificate: CertificateType | None
) -> PublicEndpoint:
    settings, problems = read(environ)
    for problem in problems:
        name, _, what = problem.partition(": ")
        if name == "PUBLIC_URL":
            raise UnusableUrl(what)
    if settings.public_url is None:
        raise UnusableUrl("is required: the package tells Amazon where to call")
    return public_endpoint(settings.public_url, certificate)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m service skill-package",
        description="Writes the skill package for the service at PUBLIC_URL.",
    )
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    parser.add_argument(
        "--certificate",
        choices=get_args(CertificateType),
        help="the kind that PUBLIC_URL shows, if not the one its host suggests",
    )
    return parser


def _files(locale: str, listing: Mapping[str, str]) -> list[str]:
    """The interaction model and the icons of a locale, by their paths."""
    icons = [listing[kind] for kind in _ICONS]
    inside = [icon.removeprefix(_INSIDE) for icon in icons if icon.startswith(_INSIDE)]
    return [f"{_MODELS}/{locale}.json", *inside]


def _bytes(source: Path, path: str) -> bytes:
    if ".." in Path(path).parts:
        raise IncompletePackage(f"{path} is outside the package")
    try:
        return (source / path).read_bytes()
    except OSError:
        raise IncompletePackage(f"{path} is missing") from None


def _summary(out: Path, address: PublicEndpoint, files: Mapping[str, bytes]) -> str:
    locales = sorted(Path(path).stem for path in files if path.startswith(_MODELS))
    endpoint = address.endpoint
    return (
        f"{out}: {len(files)} files for {len(locales)} locales: {' '.join(locales)}\n"
        f"endpoint {endpoint['uri']}, certificate {endpoint['sslCertificateType']}\n"
    )
