"""The package's files are what Amazon's own classes read."""

import copy
from typing import Any

import pytest

from tests.skill_package.package import Json, Package
from tests.skill_package.schema import manifest_faults, model_faults


def test_the_manifest_is_understood(package: Package) -> None:
    assert manifest_faults(package.manifest) == []


def test_every_interaction_model_is_understood(package: Package) -> None:
    for model in package.models.values():
        assert model_faults(model) == []


@pytest.mark.parametrize(
    ("path", "value", "finding"),
    [
        (["apis", "custom", "endpoin"], {}, "/apis/custom/endpoin is not known"),
        (
            ["publishingInformation", "locales", "en-US", "icon"],
            "",
            "icon is not known",
        ),
        (["publishingInformation", "isAvailableWorldwide"], "maybe", "Worldwide"),
        (["events", "subscriptions", 0, "eventName"], "SKILL_SOLD", "eventName"),
        (["apis", "custom", "endpoint", "sslCertificateType"], "Shared", "sslCert"),
        (["apis", "custom", "interfaces", 0, "type"], "HOLOGRAM", ""),
        (["privacyAndCompliance", "containsAds"], "no", "containsAds"),
        (["permissions"], "none", ""),
    ],
)
def test_a_manifest_that_amazon_refuses(
    package: Package, path: list[Any], value: object, finding: str
) -> None:
    manifest = copy.deepcopy(package.manifest)
    _put(manifest, path, value)
    faults = manifest_faults(manifest)
    assert faults
    assert finding in faults[0] or "cannot be read" in faults[0]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (["sample"], []),
        (["languageModel", "invocation"], "record shelf"),
        (["languageModel", "intents", 11, "utterances"], ["why"]),
        (["languageModel", "intents", 11, "samples"], "why"),
        (["languageModel", "types", 0, "values", 0, "name", "synonym"], []),
        (["languageModel", "modelConfiguration", "fallbackIntentSensitivity"], "LOW"),
    ],
)
def test_a_model_that_amazon_refuses(
    package: Package, path: list[Any], value: object
) -> None:
    model = copy.deepcopy(package.models["en-US"])
    _put(model["interactionModel"], path, value)
    assert model_faults(model)


def _put(told: Json, path: list[Any], value: object) -> None:
    inner: Any = told
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
