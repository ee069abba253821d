"""The documents: every link leads somewhere, every name in them is there."""

import re
import tomllib
from pathlib import Path
from typing import get_args

import pytest

from providers import errors
from providers.errors import ProviderError
from service import VERSION
from service.__main__ import COMMANDS
from service.remedies import REMEDIES
from service.verification.errors import Reason
from tests.deploy.yaml_files import read_yaml

DOCUMENTS = sorted([*Path("docs").glob("*.md"), *Path().glob("*.md")])
RUNBOOK = Path("docs/runbook.md").read_text()
OF_ALL = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda file: file.stem)


@OF_ALL
def test_every_link_leads_somewhere(document: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", document.read_text()):
        path, _, place = target.partition("#")
        if "://" in target:
            continue
        there = document.parent / path if path else document
        assert there.exists(), target
        if place and there.suffix == ".md":
            assert place in headings(there.read_text()), target


def headings(text: str) -> set[str]:
    """The places in a document that a link may name."""
    told = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", each).lower().replace(" ", "-") for each in told}


@OF_ALL
def test_every_test_that_is_named_is_there(document: Path) -> None:
    for target in re.findall(r"`(tests/[\w/.:]+)`", document.read_text()):
        path, _, name = target.partition("::")
        assert Path(path).exists(), target
        assert not name or f"def {name}(" in Path(path).read_text(), target


@OF_ALL
def test_every_module_that_is_named_is_there(document: Path) -> None:
    named = r"`((?:service|handlers|providers|deploy|script|\.ci)/[\w/.-]+)`"
    for path in re.findall(named, document.read_text()):
        assert Path(path).exists(), path


@OF_ALL
def test_every_command_that_is_named_is_there(document: Path) -> None:
    commands = re.findall(r"python -m service ([a-z][\w-]+)", document.read_text())
    assert set(commands) <= set(COMMANDS)


@OF_ALL
def test_every_command_runs_where_there_is_no_python(document: Path) -> None:
    """Debian has `python3` and no `python`; packages are in `.venv` only."""
    if document.stem == "CHANGELOG":  # about what was
        return
    text = document.read_text().partition("\n## Modules")[0]  # of the architecture
    text = text.replace("`web: exec python -m service`", "")  # in a buildpack
    bare = re.findall(r"(?<![\w/.-])python3? (?:-m (?!venv)|-[cX]|script).*", text)
    assert [line for line in bare if not line.startswith("python3 -c")] == []


def test_every_setting_is_in_the_readme() -> None:
    text = Path("README.md").read_text().partition("## Settings")[2]
    assert {name for name in REMEDIES if f"`{name}`" not in text} == set()


def test_every_place_names_the_same_release() -> None:
    project = tomllib.loads(Path("pyproject.toml").read_text())["project"]
    assert project["version"] == VERSION
    assert f"Release {VERSION} " in Path("README.md").read_text()
    (image,) = read_yaml(Path("deploy/kubernetes/kustomization.yaml"))["images"]
    assert image["newTag"] == VERSION
    assert f"record-shelf/service:{VERSION}" in Path("deploy/cloudrun.yaml").read_text()


def kinds(kind: type[ProviderError]) -> set[type[ProviderError]]:
    return {kind}.union(*(kinds(below) for below in kind.__subclasses__()))


def test_every_error_sentence_has_a_section() -> None:
    ours = {kind for kind in kinds(ProviderError) if kind.__module__ == errors.__name__}
    for reason in {kind.reason for kind in ours} | {"unexpected"}:
        assert f"## {reason}\n" in RUNBOOK, reason


def test_refusals_are_explained_by_families() -> None:
    named = set(re.findall(r"`([a-z]+)_\*`", RUNBOOK))
    families = {reason.partition("_")[0] for reason in get_args(Reason)}
    assert named <= families


@pytest.mark.parametrize("picture", ["account-linking", "walk"])
def test_a_picture_shows_what_its_source_says(picture: str) -> None:
    folder = Path("docs/images")
    (source,) = (f for f in folder.glob(f"{picture}.*") if f.suffix in (".msc", ".dot"))
    drawn = re.sub(r"<[^>]+>", " ", (folder / f"{picture}.svg").read_text())
    labels = re.findall(r'label="([^"]+)"', source.read_text().replace("\\n", " "))
    words = {word for label in labels for word in re.findall(r"[A-Za-z]{4,}", label)}
    assert [word for word in words if word not in drawn] == []
