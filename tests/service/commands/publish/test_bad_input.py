"""Settings and credentials that publishing cannot use: each is named, with its cure."""

import io
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from service.commands.publish.command import Surroundings, main
from service.commands.publish.credentials import CredentialReader
from service.commands.publish.smapi import SmapiAnswer

NOW = datetime(2026, 11, 29, 8, tzinfo=UTC)
HOUR = timedelta(hours=1)
GOOD = {
    "PUBLIC_URL": "https://shelf.fly.dev",
    "SPOTIFY_CLIENT_ID": "an-id",
    "SPOTIFY_CLIENT_SECRET": "spotify-hush",
    "ASK_ACCESS_TOKEN": "Atza|hush",
}
WITHOUT_TOKEN = {"ASK_ACCESS_TOKEN": ""}


def cli_config(home: Path, text: str) -> None:
    (home / ".ask").mkdir()
    (home / ".ask" / "cli_config").write_text(text)


def profile(expires_at: datetime | None, **changes: object) -> str:
    """The file as the `ask` CLI writes it, with more fields than are read."""
    token = {
        "access_token": "Atza|of-the-cli",
        "refresh_token": "Atzr|of-the-cli",
        "token_type": "bearer",
        "expires_in": 3600,
        "expires_at": expires_at and expires_at.isoformat().replace("+00:00", ".000Z"),
    }
    found = {"token": token | changes, "vendor_id": "M1", "aws_profile": None}
    return json.dumps({"profiles": {"default": found}})


def refused(home: Path, environ: dict[str, str], *arguments: str) -> str:
    """What is told on the error stream; nothing else is done."""
    out, err = io.StringIO(), io.StringIO()
    surroundings = Surroundings(now=lambda: NOW)
    wanted = {k: v for k, v in ({"HOME": str(home)} | environ).items() if v}
    assert main(arguments, wanted, out, err, surroundings) == 2
    assert out.getvalue() == ""
    assert "hush" not in err.getvalue()
    assert "of-the-cli" not in err.getvalue()
    return err.getvalue()


SETTINGS: dict[str, tuple[dict[str, str], str, str]] = {
    "no address": ({"PUBLIC_URL": ""}, "PUBLIC_URL: is required to publish", "Cure"),
    "http": ({"PUBLIC_URL": "http://a.fly.dev"}, "PUBLIC_URL: ", "Cure"),
    "a private host": ({"PUBLIC_URL": "https://shelf.local"}, "PUBLIC_URL: ", "Cure"),
    "no client": ({"SPOTIFY_CLIENT_ID": ""}, "SPOTIFY_CLIENT_ID: is required", "Cure"),
    "no secret": (
        {"SPOTIFY_CLIENT_SECRET": ""},
        "SPOTIFY_CLIENT_SECRET: is required",
        "Cure",
    ),
    "a file that is not there": (
        {"SPOTIFY_CLIENT_SECRET": "", "SPOTIFY_CLIENT_SECRET_FILE": "/nowhere"},
        "SPOTIFY_CLIENT_SECRET",
        "Cure",
    ),
    "a foreign id": ({"SKILL_ID": "my-skill"}, "SKILL_ID: is none of Amazon's", "Cure"),
    "a quoted id": (
        {"SKILL_ID": '"amzn1.ask.skill.1"'},
        "SKILL_ID: stands in quotes",
        "Cure",
    ),
    "two ids": (
        {"SKILL_ID": "amzn1.ask.skill.1,amzn1.ask.skill.2"},
        "SKILL_ID: has several ids",
        "--skill-id",
    ),
    "two vendors": (
        {"ALEXA_VENDOR_ID": "M1", "ASK_VENDOR_ID": "M2"},
        "ALEXA_VENDOR_ID: is not that of the environment",
        "Cure",
    ),
    "a refresh token alone": (
        WITHOUT_TOKEN | {"ASK_REFRESH_TOKEN": "Atzr|hush"},
        "ASK_REFRESH_TOKEN: is of no use alone",
        "set ASK_LWA_CLIENT_ID and ASK_LWA_CLIENT_CONFIRMATION",
    ),
    "half a client": (
        {"ASK_LWA_CLIENT_ID": "id"},
        "ASK_LWA_CLIENT_ID: goes with ASK_LWA_CLIENT_CONFIRMATION",
        "set both or neither",
    ),
    "a broken token": (
        {"ASK_ACCESS_TOKEN": "Atza|hush hush"},
        "a token or the vendor id has signs that none has",
        "copy it again",
    ),
    "an unsafe address": (
        {"ASK_SMAPI_SERVER_BASE_URL": "http://elsewhere.com"},
        "ASK_SMAPI_SERVER_BASE_URL: takes an https URL",
        "leave it out",
    ),
    "no credentials": (
        WITHOUT_TOKEN,
        "there are no credentials for Amazon",
        "run `ask configure`",
    ),
}


@pytest.mark.parametrize("name", SETTINGS)
def test_settings_that_cannot_be_used(tmp_path: Path, name: str) -> None:
    changes, problem, cure = SETTINGS[name]
    lines = refused(tmp_path, GOOD | changes).splitlines()
    assert [line for line in lines if problem in line and cure in line]


FILES: dict[str, tuple[str, str]] = {
    "not JSON": ("{", "is not as the `ask` CLI writes it"),
    "nested too deep": ("[" * 3000 + "]" * 3000, "is not as the `ask` CLI writes it"),
    "another shape": ('{"profiles": []}', "is not as the `ask` CLI writes it"),
    "no such profile": ('{"profiles": {}}', "has no profile 'default'"),
    "a token that is over": (profile(NOW - HOUR), "is no longer valid"),
    "hardly a minute left": (profile(NOW + HOUR / 60), "is no longer valid"),
    "no token": (profile(NOW, access_token=""), "has no access token"),
}


@pytest.mark.parametrize("name", FILES)
def test_files_of_the_cli_that_cannot_be_used(tmp_path: Path, name: str) -> None:
    text, problem = FILES[name]
    cli_config(tmp_path, text)
    told = refused(tmp_path, GOOD | WITHOUT_TOKEN)
    assert problem in told
    assert "Cure: run `ask" in told


@pytest.mark.parametrize("expires_at", [NOW + HOUR, None])
def test_a_profile_of_the_cli_is_read(
    tmp_path: Path, expires_at: datetime | None
) -> None:
    cli_config(tmp_path, profile(expires_at))
    found = CredentialReader({"HOME": str(tmp_path)}, NOW).read(None)
    assert found.access_token
    assert found.access_token.reveal() == "Atza|of-the-cli"
    assert (found.vendor_id, found.renews) == ("M1", False)
    named = refused(tmp_path, GOOD, "--profile", "other")
    assert (
        "has no profile 'other'" in named
    )  # a named profile goes before the variables


def test_a_package_without_the_locale_is_told(tmp_path: Path) -> None:
    assert "has no locale nl-NL" in refused(tmp_path, GOOD, "--locale", "nl-NL")


def test_a_skill_id_that_cannot_be_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        refused(tmp_path, GOOD, "--skill-id", "../../vendors")
    assert "begins with amzn1.ask.skill." in capsys.readouterr().err


@pytest.mark.parametrize(
    "body", [b"", b"[]", b'{"a":"\xff"}', b"[" * 3000 + b"]" * 3000]
)
def test_an_answer_that_is_no_object_is_empty(body: bytes) -> None:
    assert SmapiAnswer(200, {}, body).json() == {}
