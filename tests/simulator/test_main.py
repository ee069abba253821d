"""The command: what it refuses, what it prints, and that it ends."""

import io
import os
import re
import signal
import socket
from pathlib import Path

import pytest

from simulator.__main__ import main
from tests.conftest import free_port


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


def test_sentences_from_standard_input_are_answered(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("what are my playlists\n"))
    assert main(["--account", "ben", "talk"], {}) == 0
    assert "Loud" in capsys.readouterr().out


class Reader(io.StringIO):
    """Reads along, and presses Ctrl-C where it is told that this ends it."""

    def write(self, text: str) -> int:
        if "Ctrl-C ends it" in text:
            os.kill(os.getpid(), signal.SIGINT)
        return super().write(text)


def test_it_prints_its_address_and_ends_on_a_signal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    reader = Reader()
    monkeypatch.setattr("sys.stdout", reader)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert main(["--port", str(port), "--account", ""], {}) == 0
    first, *_, last = reader.getvalue().splitlines()
    assert first == f"port {port} is taken"
    found = re.fullmatch(
        r"the console is at http://127\.0\.0\.1:(\d+)/ \(Ctrl-C ends it\)", last
    )
    assert found
    assert int(found[1]) > port
