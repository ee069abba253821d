"""Sampling profiler: run the service and record its call stack many times a second.

`python -m tests.load.sampling FILE` takes samples from SIGUSR1 until SIGTERM, then
writes FILE, one line for each stack as flame graph tools read it:
`caller;callee;… how often`. A sampler keeps the proportions; a tracing profiler makes
small functions look expensive.
"""

import signal
import sys
from collections import Counter
from pathlib import Path
from types import FrameType

from service.__main__ import main

EVERY = 0.001  # seconds of CPU time; kernels round it up, many to 0.004


def name_of(frame: FrameType) -> str:
    code = frame.f_code
    path = Path(code.co_filename)
    place = ".".join((*path.parts[-2:-1], path.stem))
    return f"{place}:{code.co_qualname}"


class Sampler:
    """Counts whole stacks of the main thread, once SIGUSR1 has come."""

    def __init__(self) -> None:
        self.stacks: Counter[tuple[str, ...]] = Counter()

    def install(self) -> None:
        signal.signal(signal.SIGPROF, self._take)
        signal.signal(signal.SIGUSR1, self._start)

    def _start(self, _number: int, _frame: FrameType | None) -> None:
        signal.setitimer(signal.ITIMER_PROF, EVERY, EVERY)

    def remove(self) -> None:
        signal.setitimer(signal.ITIMER_PROF, 0)

    def _take(self, _number: int, frame: FrameType | None) -> None:
        stack = []
        while frame is not None:
            stack.append(name_of(frame))
            frame = frame.f_back
        self.stacks[tuple(reversed(stack))] += 1

    def save(self, file: Path) -> None:
        lines = (f"{';'.join(stack)} {n}\n" for stack, n in self.stacks.items())
        file.write_text("".join(lines))


def sample(file: Path) -> int:
    sampler = Sampler()
    sampler.install()
    try:
        return main([])
    finally:
        sampler.remove()
        sampler.save(file)


if __name__ == "__main__":
    sys.exit(sample(Path(sys.argv[1])))
