"""The packager: what it refuses to write, and what it says then."""

import shutil
from pathlib import Path

import pytest

from service.commands import skill_package
from service.commands.skill_package import (
    SOURCE,
    UNUSABLE,
    IncompletePackage,
    OccupiedFolder,
    contents,
    write,
)
from tests.service.packaging import ADDRESS, change, run


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A copy of the package, to be spoiled."""
    return shutil.copytree(SOURCE, tmp_path / "source")


@pytest.mark.parametrize(
    ("url", "why"),
    [
        (None, "PUBLIC_URL: is required"),
        ("shelf.fly.dev", "PUBLIC_URL: takes an absolute https"),
        ("http://acme.dev", "PUBLIC_URL: takes https"),
        ("https://acme.dev?x=1", "PUBLIC_URL: takes no credentials, query"),
        ("https://acme.dev/alexa", "PUBLIC_URL: goes without /alexa"),
        ("https://localhost", "PUBLIC_URL: names a host that is not on the public"),
    ],
)
def test_nonsense_is_refused_with_its_cure(
    tmp_path: Path, url: str | None, why: str
) -> None:
    code, said, complained = run(tmp_path / "package", url)
    assert (code, said) == (UNUSABLE, "")
    assert complained.startswith(why)
    assert "Cure: give the https address that Amazon reaches" in complained
    assert not (tmp_path / "package").exists()


def test_a_folder_of_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    code, _, complained = run(tmp_path)
    assert code == UNUSABLE
    assert "holds more than the package: notes.txt" in complained
    assert [one.name for one in tmp_path.iterdir()] == ["notes.txt"]


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "package").write_text("mine")
    with pytest.raises(OccupiedFolder, match="is not a folder"):
        write({"skill.json": b"{}"}, tmp_path / "package")
    assert run(tmp_path / "package" / "below")[0] == UNUSABLE


@pytest.mark.parametrize(
    "missing",
    ["interactionModels/custom/en-US.json", "assets/images/en-US_smallIcon.png"],
)
def test_a_package_with_a_hole_is_not_written(source: Path, missing: str) -> None:
    (source / missing).unlink()
    with pytest.raises(IncompletePackage, match=f"{missing} is missing"):
        contents(source, ADDRESS)


@pytest.mark.parametrize(
    ("text", "other", "why"),
    [
        ('"manifest"', '"manifesto"', "KeyError"),
        ('"smallIconUri"', '"tinyIconUri"', "KeyError"),
        ("{", "[", "JSONDecodeError"),
        ("file://assets/images/en-US_small", "file://../en-US_small", "is outside"),
    ],
)
def test_a_broken_manifest_is_named(
    source: Path, text: str, other: str, why: str
) -> None:
    change(source, text, other)
    with pytest.raises(IncompletePackage, match=why):
        contents(source, ADDRESS)


def test_no_package_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(skill_package, "SOURCE", tmp_path / "nowhere")
    code, _, complained = run(tmp_path / "package")
    assert code == UNUSABLE
    assert complained.startswith("skill-package: skill.json cannot be used")
