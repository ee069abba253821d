"""What Amazon is told about the service behind the skill.

https://developer.amazon.com/docs/alexa/smapi/skill-manifest.html
"""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from tests.skill_package.package import Json, Package
from tests.skill_package.rules import Rule

EVENTS = frozenset(
    (
        *("SKILL_ENABLED", "SKILL_DISABLED", "SKILL_ACCOUNT_LINKED"),
        *("SKILL_PERMISSION_ACCEPTED", "SKILL_PERMISSION_CHANGED"),
    )
)
PAGES = ("privacyPolicyUrl", "termsOfUseUrl")

COMPLIANCE = {
    "allowsPurchases": False,
    "usesPersonalInfo": True,
    "isChildDirected": False,
    "isExportCompliant": True,
    "containsAds": False,
}

_SECRET = re.compile(r"secret|password|accountlinking|token", re.IGNORECASE)
_WILDCARD = (".run.app", ".fly.dev")


def has_an_endpoint(package: Package) -> Iterator[str]:
    for where, endpoint in _endpoints(package):
        address = urlsplit(endpoint.get("uri", ""))
        if address.scheme != "https" or address.port not in (None, 443):
            yield f"{where}: the endpoint is not https on port 443"
        if address.path != "/alexa":
            yield f"{where}: the endpoint is not the service's POST /alexa"


def tells_the_kind_of_certificate(package: Package) -> Iterator[str]:
    for where, endpoint in _endpoints(package):
        host = urlsplit(endpoint.get("uri", "")).hostname or ""
        kind = "Wildcard" if host.endswith(_WILDCARD) else "Trusted"
        if endpoint.get("sslCertificateType") != kind:
            yield f"{where}: the certificate of {host} is {kind}"


def is_told_of_events(package: Package) -> Iterator[str]:
    events = package.manifest.get("events", {})
    names = [one["eventName"] for one in events.get("subscriptions", [])]
    for name in sorted(EVENTS.symmetric_difference(names)):
        yield f"events: {name} is not both subscribed to and answered"
    if len(set(names)) < len(names):
        yield "events: one is subscribed to twice"


def has_legal_pages(package: Package) -> Iterator[str]:
    for locale, pages in package.legal().items():
        for kind in PAGES:
            if urlsplit(pages.get(kind, "")).scheme != "https":
                yield f"{locale}: {kind} is no https address"


def asks_for_no_permission(package: Package) -> Iterator[str]:
    for one in package.manifest.get("permissions", []):
        yield f"permissions: {one.get('name')} is asked for and not used"


def answers_for_compliance(package: Package) -> Iterator[str]:
    told = package.manifest["privacyAndCompliance"]
    for question, answer in COMPLIANCE.items():
        if told.get(question) is not answer:
            yield f"compliance: {question} is not {answer}"


def shows_screens(package: Package) -> Iterator[str]:
    interfaces = package.manifest["apis"]["custom"].get("interfaces", [])
    if [one.get("type") for one in interfaces] != ["ALEXA_PRESENTATION_APL"]:
        yield "interfaces: screens, and nothing else, are what the skill has"


def keeps_secrets(package: Package) -> Iterator[str]:
    """Account linking is uploaded by itself: `ask deploy` sends this folder away."""
    for key in _keys(package.manifest):
        if _SECRET.search(key):
            yield f"{key}: does not belong into the package"
    for path in package.files:
        if not path.startswith("assets/images/"):
            yield f"{path}: does not belong into the package"


def _endpoints(package: Package) -> Iterator[tuple[str, Json]]:
    yield "apis.custom", package.manifest["apis"]["custom"].get("endpoint", {})
    yield "events", package.manifest.get("events", {}).get("endpoint", {})


def _keys(value: object) -> Iterator[str]:
    match value:
        case dict():
            yield from value
            yield from _keys(list(value.values()))
        case list():
            for part in value:
                yield from _keys(part)


RULES: tuple[Rule, ...] = (
    has_an_endpoint,
    tells_the_kind_of_certificate,
    is_told_of_events,
    has_legal_pages,
    asks_for_no_permission,
    answers_for_compliance,
    shows_screens,
    keeps_secrets,
)
