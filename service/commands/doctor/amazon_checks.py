"""Checks of Alexa's side: the skill package, and the public endpoint with its
certificate."""

import asyncio
import ssl
from collections.abc import Iterator
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import aiohttp
import msgspec

from providers.json_depth import without_depth
from service.commands.doctor.report import (
    NETWORK_SECONDS,
    CheckContext,
    CheckResult,
    error,
    info,
    warning,
)
from service.remedies import REMEDIES

CHECK = "skill_package"

TEMPLATE = "https://record-shelf.example.com/"

WRITE = ".venv/bin/python -m service skill-package --out DIR"

CertificateType = Literal["SelfSigned", "Wildcard", "Trusted"]


# The part of Amazon's schema that an installation can contradict.
# https://developer.amazon.com/docs/alexa/smapi/skill-manifest.html
class PackageEndpoint(msgspec.Struct, rename={"certificate": "sslCertificateType"}):
    """Where the manifest sends requests: a URL and the kind of its certificate."""

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
    """`skill.json`, as far as an installation can contradict it."""

    manifest: _Manifest

    def endpoints(self) -> Iterator[PackageEndpoint]:
        """Yield the endpoint, those of regions, and that of events."""
        custom = self.manifest.apis.custom
        yield custom.endpoint
        for region in custom.regions.values():
            yield from region.values()
        if self.manifest.events.endpoint:
            yield self.manifest.events.endpoint


def read(folder: Path) -> Package:
    """Return the package in `folder`.

    Raise OSError if there is no file, `msgspec.MsgspecError` for another shape.
    """
    return msgspec.json.decode(folder.joinpath("skill.json").read_bytes(), type=Package)


def endpoints_at(folder: Path, url: str) -> list[PackageEndpoint]:
    """Return the package's endpoints at `url`; none if it cannot be read."""
    try:
        package = read(folder)
    except (OSError, msgspec.MsgspecError):
        return []
    return [
        endpoint for endpoint in package.endpoints() if endpoint.uri == f"{url}/alexa"
    ]


async def package(context: CheckContext) -> list[CheckResult]:
    """Check that the skill package is well-formed and belongs to this installation.

    Problem: no manifest, another shape, another endpoint, locales without a model or
    a listing, another skill id. Remedy: write the package anew, or correct that place.
    """
    try:
        package = read(context.package)
    except OSError:
        message = f"there is no {context.package / 'skill.json'}"
        return [warning(CHECK, message, "name the folder with --package")]
    except msgspec.MsgspecError as trouble:
        message = f"skill.json is not as Amazon wants it: {trouble}"
        return [error(CHECK, message, "correct it at that place")]
    return [
        *_endpoint(context, package),
        *_locales(context, package),
        *_skill_id(context),
    ]


def _endpoint(context: CheckContext, package: Package) -> Iterator[CheckResult]:
    url = context.settings.public_url
    if url is None:
        return
    if all(endpoint.uri.startswith(TEMPLATE) for endpoint in package.endpoints()):
        message = "this skill package is the template, with nobody's address in it"
        yield info(
            "endpoint", message, f"{WRITE}, then give that folder with --package"
        )
        return
    if any(endpoint.uri != f"{url}/alexa" for endpoint in package.endpoints()):
        message = "the skill package sends Amazon elsewhere than PUBLIC_URL"
        cure = f"{WRITE}, or write {url}/alexa as uri of each endpoint"
        yield error("endpoint", message, cure)
        return
    for links in package.manifest.privacy_and_compliance.locales.values():
        pages = (links.privacy_policy_url, links.terms_of_use_url)
        if not all(page.startswith(url) for page in pages if page):
            message = "the listing links to pages elsewhere than at PUBLIC_URL"
            cure = f"write {url}/privacy?lang=… and {url}/terms?lang=… in skill.json"
            yield warning("endpoint", message, cure)
            return


def _locales(context: CheckContext, package: Package) -> Iterator[CheckResult]:
    models = {
        file.stem
        for file in context.package.joinpath("interactionModels", "custom").glob(
            "*.json"
        )
    }
    listed = set(package.manifest.publishing_information.locales)
    for message, locales, cure in (
        ("a listing and no interaction model", listed - models, "add the model"),
        ("an interaction model and no listing", models - listed, "add the listing"),
    ):
        if locales:
            names = ", ".join(sorted(locales))
            yield error(
                "locales", f"{names}: {message}", f"{cure}, or remove the other"
            )


class _Profile(msgspec.Struct):
    skillId: str | None = None  # noqa: N815 - the tool's own spelling


class _States(msgspec.Struct):
    profiles: dict[str, _Profile] = {}


def _skill_id(context: CheckContext) -> Iterator[CheckResult]:
    """Compare SKILL_ID with what `ask deploy` noted beside the package, if it ran."""
    states_file = context.package.parent / ".ask" / "ask-states.json"
    try:
        text = without_depth(states_file.read_bytes())
        states = msgspec.json.decode(text, type=_States)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return
    ids = {profile.skillId for profile in states.profiles.values() if profile.skillId}
    if ids and context.sound("SKILL_ID") and not ids & context.settings.skill_ids:
        message = "the skill that was deployed from here is none of SKILL_ID's"
        yield error("skill_id", message, f"add the one in {states_file} to SKILL_ID")


_REACH = "check DNS, that the service runs, and that https reaches it from outside"


async def public_url(context: CheckContext) -> list[CheckResult]:
    """Check that PUBLIC_URL is reachable, has a trusted certificate, and is ours.

    Problem: no answer, a certificate that Amazon would not trust or that the package
    declares otherwise, an unsigned request answered other than 400. Remedy: DNS and
    https, the certificate, or what stands in front of the service.
    """
    url = context.settings.public_url
    if not context.sound("PUBLIC_URL"):
        return []
    if url is None:
        message = "the address that Amazon calls cannot be checked without PUBLIC_URL"
        return [info("public_url", message, REMEDIES["PUBLIC_URL"])]
    if url.startswith("https:"):
        try:
            kind = await certificate_type(url, context.trust)
        except ssl.SSLCertVerificationError:
            message = "PUBLIC_URL shows a certificate that Amazon would not believe"
            cure = "serve one of a public authority for that very name, its chain whole"
            return [error("certificate", message, cure)]
        except (OSError, TimeoutError):
            return [error("public_url", "PUBLIC_URL cannot be reached", _REACH)]
        return [*_contradicted(context, url, kind), *await _answers(context, url)]
    return await _answers(context, url)


async def certificate_type(url: str, trust: ssl.SSLContext) -> CertificateType:
    """Return what `sslCertificateType` must be for the server's certificate.

    Raise OSError or TimeoutError if there is no connection, and
    `ssl.SSLCertVerificationError` if `trust` does not lead to the certificate.

    https://developer.amazon.com/docs/alexa/smapi/skill-manifest.html#endpoint
    """
    parts = urlsplit(url)
    host = parts.hostname or ""
    async with asyncio.timeout(NETWORK_SECONDS):
        _, writer = await asyncio.open_connection(host, parts.port or 443, ssl=trust)
    try:
        certificate = writer.get_extra_info("peercert")
    finally:
        writer.close()
    names = {name for kind, name in certificate.get("subjectAltName", ())}
    return "Trusted" if host in names else "Wildcard"


def _contradicted(
    context: CheckContext, url: str, kind: CertificateType
) -> list[CheckResult]:
    declared = {endpoint.certificate for endpoint in endpoints_at(context.package, url)}
    if declared <= {kind}:
        return []
    message = (
        f"the certificate of PUBLIC_URL is {kind}, the skill package says otherwise"
    )
    cure = f'write "sslCertificateType": "{kind}" at each endpoint of skill.json'
    return [error("certificate", message, cure)]


async def _answers(context: CheckContext, url: str) -> list[CheckResult]:
    """Send an unsigned request, which must get 400; Amazon's own test does the same."""
    try:
        async with (
            context.session() as http,
            http.post(f"{url}/alexa", data=b"{}", allow_redirects=False) as reply,
        ):
            status = reply.status
    except (aiohttp.ClientError, TimeoutError, OSError):
        return [error("public_url", "PUBLIC_URL cannot be reached", _REACH)]
    if status == 400:
        return []
    message = f"PUBLIC_URL answers an unsigned request with {status} instead of 400"
    cure = "let /alexa there reach this service, without the path or method changed"
    return [error("public_url", message, cure)]
