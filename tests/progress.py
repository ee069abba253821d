"""Progress of long work: a bar with the time left on a terminal, plain lines elsewhere.

Everything goes to standard error, so that figures and `--json` on standard output stay
as they are. A plain line comes when a step begins or half a minute has passed, and five
seconds after the line before it at the earliest.
"""

import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol, TextIO

from rich.console import Console
from rich.progress import BarColumn, SpinnerColumn, TaskProgressColumn, TextColumn
from rich.progress import Progress as RichProgress

Begin = Callable[[str], object]
"""Takes the name of a step that begins."""

BAR_SECONDS = 0.5  # between two drawings: each takes some 2 ms, which others wait for
LINE_SECONDS = 30.0
LEAST_SECONDS = 5.0
LEAST_SHARE = 0.01  # of all work: before it, the time left is a guess


class Display(Protocol):
    """What shows the progress; `seconds` is the time between two looks."""

    seconds: float

    def show(self, step: str, share: float, left: str) -> None:
        """Show a step, the share of all work that is done, and the time left."""

    def end(self) -> None:
        """Show nothing more."""


class Bar:
    """A bar on a terminal, which is gone when the work is done."""

    seconds = BAR_SECONDS

    def __init__(self, title: str, console: Console) -> None:
        self._bar = RichProgress(
            SpinnerColumn(),
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            TaskProgressColumn(),
            TextColumn("{task.fields[left]}", markup=False),
            console=console,
            auto_refresh=False,
            transient=True,
        )
        self._task = self._bar.add_task(title, total=1.0, left="")
        self._bar.start()

    def show(self, step: str, share: float, left: str) -> None:
        """Draw the bar anew."""
        self._bar.update(self._task, description=step, completed=share, left=left)
        self._bar.refresh()

    def end(self) -> None:
        """Take the bar off the terminal."""
        self._bar.stop()


class Lines:
    """Plain lines for logs and files."""

    seconds = LINE_SECONDS

    def __init__(self, title: str, stream: TextIO, now: Callable[[], float]) -> None:
        self._title = title
        self._stream = stream
        self._now = now
        self._next = now()

    def show(self, step: str, share: float, left: str) -> None:
        """Write a line, unless there was one a moment ago."""
        if self._now() < self._next:
            return
        self._next = self._now() + LEAST_SECONDS
        facts = ", ".join(filter(None, (f"{share:.0%}", left)))
        print(f"{self._title}: {step} ({facts})", file=self._stream, flush=True)

    def end(self) -> None:
        """Write nothing: what follows says that the work is done."""


class Steps:
    """Work of `total`, in steps whose sizes are seconds where they are known.

    `begin` may be called more often than `total` says; the bar then waits at its end.
    """

    def __init__(
        self, total: float, display: Display, now: Callable[[], float]
    ) -> None:
        self._total = max(total, 1e-9)
        self._display = display
        self._now = now
        self._began = self._since = now()
        self._done = self._size = 0.0
        self._step = ""
        self._lock = threading.Lock()

    def begin(self, step: str, size: float = 1.0) -> None:
        """End the step before, and begin one of this name and size."""
        with self._lock:
            self._done = min(self._total, self._done + self._size)
            self._step, self._size, self._since = step, size, self._now()
        self.show()

    def show(self) -> None:
        """Show how far the work is now."""
        with self._lock:
            within = min(self._now() - self._since, self._size)
            share = min(1.0, (self._done + within) / self._total)
            self._display.show(self._step, share, self._left(share))

    def _left(self, share: float) -> str:
        if share < LEAST_SHARE or (self._done == 0 and self._size < self._total):
            return ""  # nothing tells yet how long the work takes
        taken = self._now() - self._began
        return f"{_spoken(taken * (1 - share) / share)} left"


def _spoken(seconds: float) -> str:
    """Return a length of time as people say it."""
    if seconds < 60:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"


def silent(_step: str) -> None:
    """Show nothing of a step that begins."""


@contextmanager
def progress(
    title: str, total: float, *, stream: TextIO | None = None
) -> Iterator[Steps]:
    """Show work of `total` while the block lasts, on standard error as a rule."""
    now = time.monotonic
    stream = stream or sys.stderr
    console = Console(file=stream)
    on_terminal = console.is_terminal and not console.is_dumb_terminal
    display: Display = Bar(title, console) if on_terminal else Lines(title, stream, now)
    steps, ended = Steps(total, display, now), threading.Event()

    def look() -> None:
        while not ended.wait(display.seconds):
            steps.show()

    looking = threading.Thread(target=look, daemon=True)
    looking.start()
    try:
        yield steps
    finally:
        ended.set()
        looking.join()
        display.end()
