"""The package in the folder, and copies of it to spoil."""

import copy

import pytest

from tests.skill_package.package import Package, read_package

PACKAGE = read_package()


@pytest.fixture(autouse=True)
def _untraced(no_cover: None) -> None:
    """Run without coverage's tracer, which would make these sweeps take three times.

    The tests of simulator/alexa and of the handlers cover what runs here.
    """


@pytest.fixture(scope="session")
def package() -> Package:
    """The real one; nobody changes it."""
    return PACKAGE


@pytest.fixture
def spoiled() -> Package:
    """A copy of its American part, to be changed."""
    kept = Package(
        copy.deepcopy(PACKAGE.manifest),
        {"en-US": copy.deepcopy(PACKAGE.models["en-US"])},
        dict(PACKAGE.files),
    )
    for texts in (kept.published(), kept.legal()):
        for locale in [one for one in texts if one != "en-US"]:
            del texts[locale]
    return kept
