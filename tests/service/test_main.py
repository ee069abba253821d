"""`python -m service` and its commands, as they are typed."""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from itertools import product

import pytest

from service.__main__ import COMMANDS, main


@pytest.fixture(autouse=True)
def empty_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.environ", {})


def ran(
    capsys: pytest.CaptureFixture[str], arguments: Sequence[str]
) -> tuple[int, str, str]:
    code = main(arguments)
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_usage_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = ran(capsys, ["--help"])
    assert (code, err) == (0, "")
    assert all(command in out for command in COMMANDS)


def test_an_unknown_command_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = ran(capsys, ["dokter"])
    assert (code, out) == (2, "")
    assert "doctor" in err


def test_unusable_settings_are_told_with_their_cure(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, out, err = ran(capsys, [])
    assert (code, out) == (2, "")
    assert err.startswith("SKILL_ID: is required")
    assert "Cure: copy the id" in err


def test_a_start_looks_for_no_time_zone(capsys: pytest.CaptureFixture[str]) -> None:
    ran(capsys, [])
    assert os.environ["TZ"] == "UTC"


def test_a_start_reads_no_table_of_words() -> None:
    """`moods.toml`, `slot_words.toml` and `short_forms.toml` are read later."""
    looks = "import service.server, sys; print('tomllib' in sys.modules)"
    told = subprocess.check_output([sys.executable, "-c", looks], text=True)  # noqa: S603
    assert told == "False\n"


def _unread_outputs() -> Iterator[object]:
    """Yield every command with every ending; one command of each ending is quick."""
    endings = (">&-", "| true", ">&- 2>&-")
    commands = ("doctor --offline", "account-linking", "--help", "doctor --help")
    quick = set(zip(commands, endings, strict=False))
    for case in product(commands, endings):
        yield pytest.param(*case, marks=[] if case in quick else pytest.mark.slow)


@pytest.mark.parametrize(("command", "ending"), [*_unread_outputs()])
def test_an_output_that_nobody_reads_is_no_traceback(command: str, ending: str) -> None:
    told = subprocess.run(  # noqa: S603 - this very Python
        ["/bin/sh", "-c", f'"$0" -m service {command} {ending}', sys.executable],
        env={"SKILL_ID": "s", "SPOTIFY_CLIENT_ID": "x", "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in told.stderr
    assert "Exception ignored" not in told.stderr


def test_linking_without_settings(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = ran(capsys, ["account-linking"])
    assert code == 2
    assert "SKILL_ID" in err


def test_the_doctor_without_settings(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = ran(capsys, ["doctor", "--offline"])
    assert code == 2
    assert "SKILL_ID" in out


@pytest.mark.parametrize("command", COMMANDS)
def test_commands_explain_themselves(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])
    assert ended.value.code == 0
    assert f"python -m service {command}" in capsys.readouterr().out


def test_no_command_is_imported_by_the_service_itself() -> None:
    listed = subprocess.run(  # noqa: S603 - this very Python
        [
            *(sys.executable, "-c"),
            "import sys, service.server; print(*sorted(sys.modules))",
        ],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    deferred = (
        "service.commands",
        "service.observability.prometheus",
        "providers.cache.redis.",
    )
    # What REDIS_URL names is checked with the settings; nothing else of it is needed.
    checked = "providers.cache.redis.addresses"
    listed = [name for name in listed if name != checked]
    assert not [name for name in listed if name.startswith(deferred)]
    assert "redis" not in listed
    assert "prometheus_client" not in listed
