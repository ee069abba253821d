"""The command: what it refuses, what it prints, and that it ends."""

import io
import os
import signal
import socket
from pathlib import Path
from threading import Thread

import pytest

from service.console.__main__ import main
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


def interrupt_when_it_answers(port: int) -> Thread:
    """Ctrl-C as soon as somebody listens on the port."""

    def wait() -> None:
        while True:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
        os.kill(os.getpid(), signal.SIGINT)

    thread = Thread(target=wait, daemon=True)
    thread.start()
    return thread


def test_it_prints_its_address_and_ends_on_a_signal(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        thread = interrupt_when_it_answers(port + 1)
        assert main(["--port", str(port), "--account", ""], {}) == 0
    thread.join()
    told = capsys.readouterr().out.splitlines()
    assert told == [
        f"port {port} is taken",
        f"the console is at http://127.0.0.1:{port + 1}/ (Ctrl-C ends it)",
    ]
