"""The workflows, and the scripts that they and people run.

`.ci/security` holds the workflows to GitHub's schema, and the scripts to shellcheck.
"""

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.deploy.yaml_files import read_yaml

WORKFLOWS = Path(".github/workflows")
DOCKERFILE = Path("Dockerfile").read_text()


def steps(name: str) -> list[dict[str, Any]]:
    jobs = read_yaml(WORKFLOWS / f"{name}.yaml")["jobs"]
    return [step for job in jobs.values() for step in job["steps"]]


def test_every_python_is_tried_on_both_processors() -> None:
    matrix = read_yaml(WORKFLOWS / "tests.yaml")["jobs"]["suite"]["strategy"]["matrix"]
    assert matrix["python"] == ["3.11", "3.12", "3.13", "3.14"]
    assert {runner.endswith("-arm") for runner in matrix["runner"]} == {False, True}
    looked_for = re.findall(r"python(3\.\d+)", Path("script/setup").read_text())
    assert looked_for == matrix["python"]


@pytest.mark.parametrize("name", ["tests", "publish"])
def test_actions_are_of_those_who_are_trusted(name: str) -> None:
    for step in steps(name):
        if "uses" in step:
            assert re.fullmatch(r"(actions|docker)/[a-z-]+@v\d+", step["uses"])


@pytest.mark.parametrize("name", ["tests", "publish"])
def test_scripts_that_are_run_are_there(name: str) -> None:
    run = " ".join(step.get("run", "") for step in steps(name))
    called = re.findall(r"(?<!\S)((?:script|\.ci)/[\w-]+)", run)
    assert called
    assert all(Path(path).is_file() for path in called)


def test_both_bases_are_resolved_to_digests() -> None:
    (resolving,) = (
        step["run"] for step in steps("publish") if step.get("id") == "bases"
    )
    pinned = dict(re.findall(r"pinned (\S+) (\S+)", resolving))
    for image, argument in pinned.items():
        assert f"FROM {image}:${{{argument}}}" in DOCKERFILE
    assert set(pinned.values()) == set(re.findall(r"(?m)^ARG (\w+_TAG)=", DOCKERFILE))


def notes(folder: Path, version: str) -> "subprocess.CompletedProcess[str]":
    (folder / "script").mkdir(exist_ok=True)
    shutil.copy("script/release-notes", folder / "script")
    return subprocess.run(  # noqa: S603 - the project's script
        [str(folder / "script/release-notes"), version],
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_release_has_the_words_of_its_section(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[project]\nversion = "1.2.0"\n')
    changes = tmp_path / "CHANGELOG.md"
    head = "# Changelog\n\n## [Unreleased]\n- Later\n\n"
    changes.write_text(
        f"{head}## [1.2.0] - 2026-02-03\n- Now\n\n## [1.1.0] - 2025-01-01\n"
    )
    made = notes(tmp_path, "1.2.0")
    assert (made.stdout.strip(), made.returncode) == ("- Now", 0)
    assert notes(tmp_path, "1.1.0").returncode == 1  # not what pyproject.toml says
    changes.write_text(f"{head}## [1.2.0]\n- Now\n")
    undated = notes(tmp_path, "1.2.0")
    assert undated.returncode == 1
    assert "no dated section" in undated.stderr


NOT_IN_BASH_3 = (
    *("mapfile", "readarray", "declare -A", "local -n", "coproc", "&>>", "|&"),
    *("${!", "^^}", ",,}", "@Q}", "wait -n", "inherit_errexit", "EPOCHSECONDS"),
)
OF_GNU = ("readlink -f", "sed -i", "date -d", "stat -c", "xargs -r", "grep -P")


@pytest.mark.parametrize("name", ["setup", "demo", "test", "common", "sbom"])
def test_it_runs_with_what_macos_has(name: str) -> None:
    text = Path("script", name).read_text()
    assert [word for word in (*NOT_IN_BASH_3, *OF_GNU) if word in text] == []
    assert "sha256sum" not in text.replace(
        "if command -v sha256sum >/dev/null; then sha256sum; else shasum -a 256; fi", ""
    )
