"""Endpoints, events and answers that certification refuses."""

from tests.skill_package.package import Json, Package
from tests.skill_package.planting import Plant, Planted
from tests.skill_package.rules import service as rules


def _endpoint(uri: str, kind: str = "Trusted") -> Plant:
    def plant(package: Package) -> None:
        endpoint = {"uri": uri, "sslCertificateType": kind}
        package.manifest["apis"]["custom"]["endpoint"] = endpoint

    return plant


def _events(**changes: object) -> Plant:
    def plant(package: Package) -> None:
        package.manifest["events"].update(changes)

    return plant


def _subscribed(*names: str) -> Plant:
    return _events(subscriptions=[{"eventName": name} for name in names])


def _manifest(**changes: object) -> Plant:
    def plant(package: Package) -> None:
        package.manifest.update(changes)

    return plant


def _answered(question: str, answer: object) -> Plant:
    def plant(package: Package) -> None:
        package.manifest["privacyAndCompliance"][question] = answer

    return plant


def _page(package: Package) -> None:
    package.legal()["en-US"]["privacyPolicyUrl"] = "http://shelf.example.org/privacy"


def _player(package: Package) -> None:
    interfaces: list[Json] = package.manifest["apis"]["custom"]["interfaces"]
    interfaces.append({"type": "AUDIO_PLAYER"})


def _hidden(package: Package) -> None:
    package.files["assets/notes.txt"] = b"the client's secret"


HTTP = "http://shelf.example.org/alexa"
TLS = "https://shelf.example.org"

PLANTED = (
    Planted(rules.has_an_endpoint, _endpoint(HTTP), "not https on port 443"),
    Planted(rules.has_an_endpoint, _endpoint(f"{TLS}:8443/alexa"), "on port 443"),
    Planted(rules.has_an_endpoint, _endpoint(TLS), "POST /alexa"),
    Planted(rules.has_an_endpoint, _events(endpoint={}), "events: the endpoint is not"),
    Planted(
        rules.tells_the_kind_of_certificate,
        _endpoint("https://shelf-1.a.run.app/alexa"),
        "is Wildcard",
    ),
    Planted(
        rules.tells_the_kind_of_certificate,
        _endpoint("https://shelf.fly.dev/alexa", "SelfSigned"),
        "is Wildcard",
    ),
    Planted(
        rules.tells_the_kind_of_certificate,
        _endpoint("https://myrun.app/alexa", "Wildcard"),
        "is Trusted",
    ),
    Planted(rules.is_told_of_events, _events(subscriptions=[]), "SKILL_ACCOUNT_LINKED"),
    Planted(
        rules.is_told_of_events,
        _subscribed(*rules.EVENTS, "ITEMS_CREATED"),
        "ITEMS_CREATED is not both",
    ),
    Planted(
        rules.is_told_of_events,
        _subscribed(*rules.EVENTS, "SKILL_ENABLED"),
        "subscribed to twice",
    ),
    Planted(rules.has_legal_pages, _page, "privacyPolicyUrl is no https address"),
    Planted(
        rules.asks_for_no_permission,
        _manifest(permissions=[{"name": "alexa::profile:name:read"}]),
        "alexa::profile:name:read is asked for",
    ),
    Planted(
        rules.answers_for_compliance, _answered("containsAds", None), "containsAds"
    ),
    Planted(
        rules.answers_for_compliance,
        _answered("usesPersonalInfo", False),
        "usesPersonalInfo is not True",
    ),
    Planted(rules.shows_screens, _player, "screens, and nothing else"),
    Planted(
        rules.keeps_secrets,
        _manifest(accountLinkingRequest={"clientSecret": "hush"}),
        "clientSecret: does not belong",
    ),
    Planted(
        rules.keeps_secrets,
        _manifest(extras=[{"accessToken": "hush"}]),
        "accessToken: does not belong",
    ),
    Planted(rules.keeps_secrets, _hidden, "assets/notes.txt: does not belong"),
)
