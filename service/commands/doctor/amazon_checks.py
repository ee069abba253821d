"""The skill package: what Amazon is told, against what this installation is."""

import asyncio
import ssl
from collections.abc import Iterator
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import aiohttp
import msgspec

from service.commands.doctor.report import (
    PATIENCE,
    CheckContext,
    CheckResult,
    error,
    info,
    warning,
)
from service.remedies import REMEDIES

CHECK = "skill_package"

TEMPLATE = "https://record-shelf.example.com/"

WRITE = "python -m service skill-package --out DIR"

CertificateType = Literal["SelfSigned", "Wildcard", "Trusted"]


# The part of Amazon's schema that an installation can contradict.
# https://developer.amazon.com/docs/alexa/smapi/skill-manifest.html
class PackageEndpoint(msgspec.Struct, rename={"certificate": "sslCertificateType"}):
    uri: str
    certificate: CertificateType = "Trusted"


class _Custom(msgspec.Struct):
    endpoint: PackageEndpoint
    regions: dict[str, dict[str, PackageEndpoint]] = {}


class _Apis(msgspec.Struct):
    custom: _Custom


class _Events(msgspec.Struct):
    endpoint: PackageEndpoint | None = None


class _Listing(msgspec.Struct):
    name: str


class _Publishing(msgspec.Struct):
    locales: dict[str, _Listing]


class _Links(msgspec.Struct, rename="camel"):
    privacy_policy_url: str = ""
    terms_of_use_url: str = ""


class _Privacy(msgspec.Struct):
    locales: dict[str, _Links] = {}


class _Manifest(msgspec.Struct, rename="camel"):
    apis: _Apis
    publishing_information: _Publishing
    events: _Events = msgspec.field(default_factory=_Events)
    privacy_and_compliance: _Privacy = msgspec.field(default_factory=_Privacy)


class Package(msgspec.Struct):
    manifest: _Manifest

    def endpoints(self) -> Iterator[PackageEndpoint]:
        custom = self.manifest.apis.custom
        yield custom.endpoint
        for region in custom.regions.values():
            yield from region.values()
        if self.manifest.events.endpoint:
            yield self.manifest.events.endpoint


def read(folder: Path) -> Package:
    """Raises OSError for no file, `msgspec.MsgspecError` for another shape."""
    return msgspec.json.decode(folder.joinpath("skill.json").read_bytes(), type=Package)


def endpoints_at(folder: Path, url: str) -> list[PackageEndpoint]:
    """Those that are ours; none where the package cannot be read."""
    try:
        package = read(folder)
    except (OSError, msgspec.MsgspecError):
        return []
    return [one for one in package.endpoints() if one.uri == f"{url}/alexa"]


async def package(case: CheckContext) -> list[CheckResult]:
    try:
        found = read(case.package)
    except OSError:
        said = f"there is no {case.package / 'skill.json'}"
        return [warning(CHECK, said, "name the folder with --package")]
    except msgspec.MsgspecError as trouble:
        said = f"skill.json is not as Amazon wants it: {trouble}"
        return [error(CHECK, said, "correct it at that place")]
    return [*_endpoint(case, found), *_locales(case, found), *_skill_id(case)]


def _endpoint(case: CheckContext, found: Package) -> Iterator[CheckResult]:
    url = case.settings.public_url
    if url is None:
        return
    if all(one.uri.startswith(TEMPLATE) for one in found.endpoints()):
        said = "this skill package is the template, with nobody's address in it"
        yield info("endpoint", said, f"{WRITE}, then give that folder with --package")
        return
    if any(one.uri != f"{url}/alexa" for one in found.endpoints()):
        said = "the skill package sends Amazon elsewhere than PUBLIC_URL"
        cure = f"{WRITE}, or write {url}/alexa as uri of each endpoint"
        yield error("endpoint", said, cure)
        return
    for links in found.manifest.privacy_and_compliance.locales.values():
        pages = (links.privacy_policy_url, links.terms_of_use_url)
        if not all(page.startswith(url) for page in pages if page):
            said = "the listing links to pages elsewhere than at PUBLIC_URL"
            cure = f"write {url}/privacy?lang=… and {url}/terms?lang=… in skill.json"
            yield warning("endpoint", said, cure)
            return


def _locales(case: CheckContext, found: Package) -> Iterator[CheckResult]:
    models = {
        file.stem
        for file in case.package.joinpath("interactionModels", "custom").glob("*.json")
    }
    listed = set(found.manifest.publishing_information.locales)
    for said, locales, cure in (
        ("a listing and no interaction model", listed - models, "add the model"),
        ("an interaction model and no listing", models - listed, "add the listing"),
    ):
        if locales:
            names = ", ".join(sorted(locales))
            yield error("locales", f"{names}: {said}", f"{cure}, or remove the other")


class _Profile(msgspec.Struct):
    skillId: str | None = None  # noqa: N815 - the tool's own spelling


class _States(msgspec.Struct):
    profiles: dict[str, _Profile] = {}


def _skill_id(case: CheckContext) -> Iterator[CheckResult]:
    """What `ask deploy` noted beside the package, where it has run."""
    noted = case.package.parent / ".ask" / "ask-states.json"
    try:
        states = msgspec.json.decode(noted.read_bytes(), type=_States)
    except (OSError, msgspec.MsgspecError):
        return
    ids = {one.skillId for one in states.profiles.values() if one.skillId}
    if ids and case.sound("SKILL_ID") and not ids & case.settings.skill_ids:
        said = "the skill that was deployed from here is none of SKILL_ID's"
        yield error("skill_id", said, f"add the one in {noted} to SKILL_ID")


# FOLDED The address that Amazon calls: its certificate, and who answers there.

_REACH = "check DNS, that the service runs, and that https reaches it from outside"


async def public_url(case: CheckContext) -> list[CheckResult]:
    """Reachable, proven by a certificate that Amazon takes, and ours."""
    url = case.settings.public_url
    if not case.sound("PUBLIC_URL"):
        return []
    if url is None:
        said = "the address that Amazon calls cannot be checked without PUBLIC_URL"
        return [info("public_url", said, REMEDIES["PUBLIC_URL"])]
    if url.startswith("https:"):
        try:
            kind = await certificate_type(url, case.trust)
        except ssl.SSLCertVerificationError:
            said = "PUBLIC_URL shows a certificate that Amazon would not believe"
            cure = "serve one of a public authority for that very name, its chain whole"
            return [error("certificate", said, cure)]
        except (OSError, TimeoutError):
            return [error("public_url", "PUBLIC_URL cannot be reached", _REACH)]
        return [*_told_otherwise(case, url, kind), *await _answers(case, url)]
    return await _answers(case, url)


async def certificate_type(url: str, trust: ssl.SSLContext) -> CertificateType:
    """What `sslCertificateType` has to say of the server's certificate.

    https://developer.amazon.com/docs/alexa/smapi/skill-manifest.html#endpoint
    """
    parts = urlsplit(url)
    host = parts.hostname or ""
    async with asyncio.timeout(PATIENCE):
        _, writer = await asyncio.open_connection(host, parts.port or 443, ssl=trust)
    try:
        certificate = writer.get_extra_info("peercert")
    finally:
        writer.close()
    names = {name for kind, name in certificate.get("subjectAltName", ())}
    return "Trusted" if host in names else "Wildcard"


def _told_otherwise(
    case: CheckContext, url: str, kind: CertificateType
) -> list[CheckResult]:
    told = {endpoint.certificate for endpoint in endpoints_at(case.package, url)}
    if told <= {kind}:
        return []
    said = f"the certificate of PUBLIC_URL is {kind}, the skill package says otherwise"
    cure = f'write "sslCertificateType": "{kind}" at each endpoint of skill.json'
    return [error("certificate", said, cure)]


async def _answers(case: CheckContext, url: str) -> list[CheckResult]:
    """An unsigned request is refused with 400, which is also Amazon's own test."""
    try:
        async with (
            case.session() as http,
            http.post(f"{url}/alexa", data=b"{}", allow_redirects=False) as reply,
        ):
            status = reply.status
    except (aiohttp.ClientError, TimeoutError, OSError):
        return [error("public_url", "PUBLIC_URL cannot be reached", _REACH)]
    if status == 400:
        return []
    said = f"PUBLIC_URL answers an unsigned request with {status} instead of 400"
    cure = "let /alexa there reach this service, without the path or method changed"
    return [error("public_url", said, cure)]
