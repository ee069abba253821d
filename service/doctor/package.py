"""The skill package: what Amazon is told, against what this installation is."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import msgspec

from service.doctor.case import Case
from service.doctor.finding import Finding, error, info, warning

CHECK = "skill_package"
TEMPLATE = "https://record-shelf.example.com/"
WRITE = "python -m service skill-package --out DIR"
CertificateType = Literal["SelfSigned", "Wildcard", "Trusted"]

# The part of Amazon's schema that an installation can contradict.
# https://developer.amazon.com/docs/alexa/smapi/skill-manifest.html


class Endpoint(msgspec.Struct, rename={"certificate": "sslCertificateType"}):
    uri: str
    certificate: CertificateType = "Trusted"


class _Custom(msgspec.Struct):
    endpoint: Endpoint
    regions: dict[str, dict[str, Endpoint]] = {}


class _Apis(msgspec.Struct):
    custom: _Custom


class _Events(msgspec.Struct):
    endpoint: Endpoint | None = None


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

    def endpoints(self) -> Iterator[Endpoint]:
        custom = self.manifest.apis.custom
        yield custom.endpoint
        for region in custom.regions.values():
            yield from region.values()
        if self.manifest.events.endpoint:
            yield self.manifest.events.endpoint


def read(folder: Path) -> Package:
    """Raises OSError for no file, `msgspec.MsgspecError` for another shape."""
    return msgspec.json.decode(folder.joinpath("skill.json").read_bytes(), type=Package)


def endpoints_at(folder: Path, url: str) -> list[Endpoint]:
    """Those that are ours; none where the package cannot be read."""
    try:
        package = read(folder)
    except (OSError, msgspec.MsgspecError):
        return []
    return [one for one in package.endpoints() if one.uri == f"{url}/alexa"]


async def package(case: Case) -> list[Finding]:
    try:
        found = read(case.package)
    except OSError:
        said = f"there is no {case.package / 'skill.json'}"
        return [warning(CHECK, said, "name the folder with --package")]
    except msgspec.MsgspecError as trouble:
        said = f"skill.json is not as Amazon wants it: {trouble}"
        return [error(CHECK, said, "correct it at that place")]
    return [*_endpoint(case, found), *_locales(case, found), *_skill_id(case)]


def _endpoint(case: Case, found: Package) -> Iterator[Finding]:
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


def _locales(case: Case, found: Package) -> Iterator[Finding]:
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


def _skill_id(case: Case) -> Iterator[Finding]:
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
