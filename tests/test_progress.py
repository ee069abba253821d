"""Progress of long work: shares and times left, as a bar and as lines."""

import io
import os
import pty

import pytest

from tests.progress import LEAST_SECONDS, Lines, Steps, progress


class Clock:
    """A clock that is moved by hand."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


class Shown:
    """Keeps what was shown last."""

    seconds = 1.0
    last: tuple[str, float, str] = ("", 0.0, "")

    def show(self, step: str, share: float, left: str) -> None:
        self.last = (step, round(share, 3), left)

    def end(self) -> None:
        """Nothing to take away."""


def test_steps_move_with_the_clock_and_with_the_work() -> None:
    clock, shown = Clock(), Shown()
    steps = Steps(400.0, shown, clock)
    steps.begin("warm", 100.0)
    assert shown.last == ("warm", 0.0, "")
    clock.now += 250.0  # it takes longer than it was said to
    steps.show()
    assert shown.last == ("warm", 0.25, "")
    steps.begin("cold", 300.0)
    assert shown.last == ("cold", 0.25, "12 min left")  # 250 s for a quarter
    clock.now += 240.0
    steps.show()
    assert shown.last == ("cold", 0.85, "1 min left")
    steps.begin("more than was said", 300.0)
    assert shown.last == ("more than was said", 1.0, "0 s left")


def test_the_only_step_knows_its_end() -> None:
    clock, shown = Clock(), Shown()
    steps = Steps(20_000.0, shown, clock)
    steps.begin("storm", 20_000.0)
    clock.now += 5_000.0
    steps.show()
    assert shown.last == ("storm", 0.25, "4 h 10 min left")


def test_lines_are_plain_and_seldom() -> None:
    clock, stream = Clock(), io.StringIO()
    lines = Lines("run", stream, clock)
    lines.show("warm", 0.0, "")
    clock.now += LEAST_SECONDS / 2
    lines.show("cold", 0.25, "3 min left")
    clock.now += LEAST_SECONDS
    lines.show("mixed", 0.5, "2 min left")
    assert stream.getvalue() == "run: warm (0%)\nrun: mixed (50%, 2 min left)\n"


def test_nothing_reaches_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    with progress("run", 1) as steps:
        steps.begin("[b]warm[/b]")
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == "run: [b]warm[/b] (0%)\n"


@pytest.mark.parametrize("kind", ["xterm", "dumb"])
def test_a_terminal_gets_a_bar(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", kind)
    ours, theirs = pty.openpty()
    with open(theirs, "w", encoding="utf-8") as terminal:  # noqa: PTH123 - a descriptor
        with progress("run", 2, stream=terminal) as steps:
            steps.begin("warm")
        shown = os.read(ours, 65536).decode()
    os.close(ours)
    assert ("━" in shown) == (kind == "xterm")
    assert "warm" in shown
