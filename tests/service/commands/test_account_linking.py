"""What Amazon is told about Spotify, and that the secret stays where it is."""

import io
import json
import stat
from pathlib import Path
from typing import Any

import pytest
from ask_sdk_core.serialize import DefaultSerializer
from ask_smapi_model.v1.skill.account_linking.account_linking_request import (
    AccountLinkingRequest,
)

from providers.spotify.scopes import SCOPES, Feature, scopes_for
from service.commands.account_linking import main, redirect_urls
from simulator.spotify.oauth.clients import ALEXA_REDIRECTS

ENVIRON = {
    "SKILL_ID": "amzn1.ask.skill.b,amzn1.ask.skill.a",
    "SPOTIFY_CLIENT_ID": "an-id",
    "SPOTIFY_CLIENT_SECRET": "hush-hush",
    "ALEXA_VENDOR_ID": "STANDIN",
}


def run(*arguments: str, **changes: str) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    code = main(arguments, ENVIRON | changes, out, err)
    return code, out.getvalue(), err.getvalue()


def told(text: str) -> dict[str, Any]:
    request: dict[str, Any] = json.loads(text)["accountLinkingRequest"]
    return request


def test_the_request_is_whole_and_keeps_the_secret() -> None:
    code, out, err = run()
    assert code == 0
    assert told(out) == {
        "type": "AUTH_CODE",
        "authorizationUrl": "https://accounts.spotify.com/authorize",
        "accessTokenUrl": "https://accounts.spotify.com/api/token",
        "accessTokenScheme": "HTTP_BASIC",
        "clientId": "an-id",
        "clientSecret": "${SPOTIFY_CLIENT_SECRET}",
        "scopes": list(scopes_for()),
        "domains": [],
        "defaultTokenExpirationInSeconds": 3600,
        "skipOnEnablement": True,
    }
    assert "hush-hush" not in out + err


@pytest.mark.parametrize(
    ("switch", "value", "feature"),
    [("LIBRARY_WRITES", "on", "writing"), ("PLAYBACK", "spotify-connect", "playback")],
)
def test_a_switch_asks_for_its_scopes(
    switch: str, value: str, feature: Feature
) -> None:
    _, out, err = run(**{switch: value})
    added = set(told(out)["scopes"]) - set(scopes_for())
    assert added == set(SCOPES[feature])
    assert f"Your switches ask for {', '.join(SCOPES[feature])}." in err
    assert "Your switches" not in run()[2]


def test_it_is_amazons_own_shape() -> None:
    _, out, _ = run()
    serializer = DefaultSerializer()
    model = serializer.deserialize(out, AccountLinkingRequest)
    assert serializer.serialize(model) == json.loads(out)
    assert len(told(out)["scopes"]) <= 15


def test_the_upload_is_told_for_every_skill() -> None:
    _, _, err = run()
    for skill_id in ("amzn1.ask.skill.a", "amzn1.ask.skill.b"):
        assert (
            f"ask smapi update-account-linking-info -s {skill_id} -g development"
            " --account-linking-request file:account-linking.json\n"
        ) in err
    assert [line.strip() for line in err.splitlines()[-3:]] == [*ALEXA_REDIRECTS]


def test_the_secret_is_shown_when_asked_for() -> None:
    _, out, err = run("--reveal-secret", "--json")
    assert told(out)["clientSecret"] == "hush-hush"
    assert err == ""


def test_a_file_with_the_secret_is_for_its_owner_alone(tmp_path: Path) -> None:
    file = tmp_path / "linking.json"
    file.touch(mode=0o644)
    code, out, err = run("--write", str(file))
    assert (code, out) == (0, "")
    assert f"file:{file}" in err
    assert told(file.read_text())["clientSecret"] == "hush-hush"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("changes", "arguments", "named"),
    [
        ({"SPOTIFY_CLIENT_ID": "", "SPOTIFY_CLIENT_SECRET": ""}, (), "CLIENT_ID"),
        ({"SPOTIFY_CLIENT_SECRET": ""}, ("--reveal-secret",), "CLIENT_SECRET"),
        ({"PORT": "x"}, (), "PORT"),
    ],
)
def test_what_is_missing_is_named_with_its_cure(
    changes: dict[str, str], arguments: tuple[str, ...], named: str
) -> None:
    code, out, err = run(*arguments, **changes)
    assert (code, out) == (2, "")
    assert named in err
    assert "Cure: " in err


def test_without_a_vendor_the_pattern_is_told() -> None:
    _, _, err = run(ALEXA_VENDOR_ID="")
    assert "https://pitangui.amazon.com/api/skill/link/<VENDOR>" in err


def test_redirects_are_the_stand_ins() -> None:
    assert redirect_urls("STANDIN") == ALEXA_REDIRECTS
