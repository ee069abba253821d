"""The command: what it refuses, what it prints, and that it ends."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from service.console.__main__ import main
from tests.conftest import free_port

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize("environment", ["production", "staging", "Production "])
def test_it_never_runs_where_listeners_are(
    environment: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([], {"ENVIRONMENT": environment}) == 2
    assert "never runs in" in capsys.readouterr().err


@pytest.mark.parametrize("port", ["0", "65536", "http"])
def test_a_port_has_to_be_one(port: str) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["--port", port], {})


def test_a_locale_without_a_model_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--port", str(free_port()), "--locale", "tlh-QO"], {}) == 2
    assert "no interaction model for 'tlh-QO'" in capsys.readouterr().err


def test_an_unknown_account_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--port", str(free_port()), "--account", "captain"], {}) == 2
    assert "access_denied" in capsys.readouterr().err


def test_a_missing_file_to_replay(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["replay", str(tmp_path / "no.json")], {}) == 2
    assert "No such file" in capsys.readouterr().out


def test_it_prints_its_address_and_ends_on_a_signal() -> None:
    port = free_port()
    process = subprocess.Popen(  # noqa: S603 - our own interpreter
        [sys.executable, "-m", "service.console", "--port", str(port)],
        cwd=ROOT,
        env={**os.environ, "ENVIRONMENT": "development"},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    line = process.stdout.readline()
    process.send_signal(signal.SIGINT)
    with process.stdout:
        assert process.wait(timeout=10) == 0
    assert line == f"the console is at http://127.0.0.1:{port}/ (Ctrl-C ends it)\n"
