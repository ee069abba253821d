"""The packager: what is written, and what it refuses to write."""

import io
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from service.__main__ import main as service
from service.commands.skill_package import SOURCE, contents, main, write
from tests.service.packaging import ADDRESS, change, run
from tests.skill_package.package import read_package
from tests.skill_package.rules import Rule
from tests.skill_package.rules.listing import has_icons
from tests.skill_package.rules.parity import are_of_the_same_locales
from tests.skill_package.rules.service import (
    has_an_endpoint,
    has_legal_pages,
    keeps_secrets,
    tells_the_kind_of_certificate,
)
from tests.skill_package.schema import manifest_faults

SECRETS = {
    "CACHE_SECRET": "a secret of the cache, forty bytes long.",
    "SPOTIFY_CLIENT_SECRET": "a secret of the client",
    "SPOTIFY_CLIENT_ID": "the-id-of-the-client",
    "REDIS_URL": "rediss://shelf:a-password@redis.acme.dev",
    "SKILL_ID": "amzn1.ask.skill.1",
}


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A copy of the package, to be spoiled."""
    return shutil.copytree(SOURCE, tmp_path / "source")


def manifest_of(folder: Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((folder / "skill.json").read_bytes())["manifest"]
    return told


def test_both_endpoints_are_this_installations(tmp_path: Path) -> None:
    code, said, complained = run(tmp_path / "package")
    assert (code, complained) == (0, "")
    told = manifest_of(tmp_path / "package")
    assert told["apis"]["custom"]["endpoint"] == ADDRESS.endpoint
    assert told["events"]["endpoint"] == ADDRESS.endpoint
    assert "https://shelf-1.a.run.app/alexa, certificate Wildcard" in said


def test_legal_pages_are_in_the_reader_s_language(tmp_path: Path) -> None:
    run(tmp_path / "package", "https://music.acme.dev/shelf")
    told = manifest_of(tmp_path / "package")
    pages = told["privacyAndCompliance"]["locales"]
    assert set(pages) == set(told["publishingInformation"]["locales"])
    assert pages["en-US"] == {
        "privacyPolicyUrl": "https://music.acme.dev/shelf/privacy?lang=en-US",
        "termsOfUseUrl": "https://music.acme.dev/shelf/terms?lang=en-US",
    }


@pytest.mark.parametrize(
    "rule",
    [
        has_an_endpoint,
        tells_the_kind_of_certificate,
        has_legal_pages,
        has_icons,
        are_of_the_same_locales,
        keeps_secrets,
    ],
)
def test_what_is_written_is_what_amazon_wants(tmp_path: Path, rule: Rule) -> None:
    run(tmp_path / "package")
    written = read_package(tmp_path / "package")
    assert list(rule(written)) == []
    assert manifest_faults(written.manifest) == []


def test_the_rest_is_as_it_was(tmp_path: Path) -> None:
    run(tmp_path / "package")
    before, after = read_package(SOURCE), read_package(tmp_path / "package")
    assert after.models == before.models
    assert after.files == before.files
    for part in ("apis", "events", "privacyAndCompliance"):
        del before.manifest[part], after.manifest[part]
    assert after.manifest == before.manifest


def test_nothing_secret_is_inside(tmp_path: Path) -> None:
    code, said, _ = run(tmp_path / "package", **SECRETS)
    assert code == 0
    files = [one for one in (tmp_path / "package").rglob("*") if one.is_file()]
    written = b"".join(one.read_bytes() for one in files) + said.encode()
    for secret in (*SECRETS.values(), "a-password"):
        assert secret.encode() not in written


def test_what_lies_about_stays_behind(source: Path) -> None:
    (source / "account-linking.json").write_text('{"clientSecret": "hush"}')
    assert "account-linking.json" not in contents(source, ADDRESS)


def test_writing_twice_changes_nothing(tmp_path: Path) -> None:
    run(tmp_path / "package")
    once = (tmp_path / "package/skill.json").read_bytes()
    code, _, _ = run(tmp_path / "package")
    assert code == 0
    assert (tmp_path / "package/skill.json").read_bytes() == once


def test_the_source_itself_can_be_filled_in(source: Path) -> None:
    write(contents(source, ADDRESS), source)
    assert manifest_of(source)["events"]["endpoint"] == ADDRESS.endpoint


def test_an_own_certificate(tmp_path: Path) -> None:
    out = tmp_path / "package"
    run(out, "https://music.acme.dev", "--certificate", "Wildcard")
    endpoint = manifest_of(out)["apis"]["custom"]["endpoint"]
    assert endpoint["sslCertificateType"] == "Wildcard"


def test_icons_from_elsewhere_are_not_copied(source: Path) -> None:
    icon = "https://acme.dev/icon.png"
    change(source, "file://assets/images/en-US_smallIcon.png", icon)
    assert "assets/images/en-US_smallIcon.png" not in contents(source, ADDRESS)


def test_it_is_a_command_of_the_service(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PUBLIC_URL", "https://shelf.fly.dev")
    assert service(["skill-package", "--out", str(tmp_path / "package")]) == 0
    assert "https://shelf.fly.dev/alexa" in capsys.readouterr().out


def test_the_folder_has_to_be_named(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main([], {}, io.StringIO(), io.StringIO())
    assert "--out" in capsys.readouterr().err
