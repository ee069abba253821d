"""script/setup: two at once in one folder leave one whole environment."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

NAMES = ("setup", "common")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout that needs no package, so that nothing has to be fetched."""
    folder = tmp_path / "check out"  # with a blank, as folders have them
    (folder / "script").mkdir(parents=True)
    for name in NAMES:
        shutil.copy(Path("script") / name, folder / "script" / name)
    (folder / "requirements-dev.txt").write_text("# nothing\n")
    (folder / "requirements.txt").write_text("# nothing for the demo\n")
    renderer = folder / ".console" / "node_modules" / "axe-core"
    renderer.mkdir(parents=True)
    (renderer / "axe.min.js").touch()
    return folder


def begin(folder: Path, *arguments: str) -> "subprocess.Popen[str]":
    own = Path(sys.executable).resolve().parent
    return subprocess.Popen(  # noqa: S603 - the script is the project's
        [str(folder / "script" / "setup"), *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "PATH": f"{own}:{os.environ['PATH']}"},
        start_new_session=True,
    )


def is_whole(folder: Path) -> bool:
    python = folder / ".venv" / "bin" / "python"
    ran = subprocess.run(  # noqa: S603 - the environment that was made
        [str(python), "-m", "pip", "--version"], capture_output=True, check=False
    )
    return ran.returncode == 0 and (folder / ".venv" / "stamp").is_file()


@pytest.mark.slow
def test_two_at_once_do_not_destroy_each_other(checkout: Path) -> None:
    started = [begin(checkout) for _ in range(3)]
    told = [process.communicate(timeout=300)[0] for process in started]
    assert [process.returncode for process in started] == [0, 0, 0], told
    assert "".join(told).count("preparing .venv") == 1
    assert is_whole(checkout)


@pytest.mark.slow
def test_one_that_is_killed_holds_nobody_up(checkout: Path) -> None:
    first = begin(checkout)
    assert first.stdout
    assert "preparing" in first.stdout.readline()
    os.killpg(first.pid, signal.SIGKILL)
    first.communicate()
    second = begin(checkout)
    told, _ = second.communicate(timeout=300)
    assert second.returncode == 0, told
    assert "preparing .venv" in told
    assert is_whole(checkout)


def prepared(folder: Path, *arguments: str) -> bool:
    """Run script/setup; return whether it made an environment."""
    process = begin(folder, *arguments)
    printed, _ = process.communicate(timeout=300)
    assert process.returncode == 0, printed
    assert is_whole(folder)
    return "preparing .venv" in printed


@pytest.mark.slow
def test_the_demo_takes_less_and_is_content_with_more(checkout: Path) -> None:
    assert prepared(checkout, "demo")
    assert not prepared(checkout, "demo")
    assert prepared(checkout)
    assert not prepared(checkout, "demo")
    assert not prepared(checkout)
