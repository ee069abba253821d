"""Runs the service and notes a thousand times a CPU second what it is doing.

`python -m tests.load.sampling FILE`: until SIGTERM; then the samples lie in FILE as
JSON, `{"function\tfunction\t…": how often}`, callers first. A sampler leaves the
proportions as they are, where a tracing profiler makes small functions look expensive.
"""

import json
import signal
import sys
from collections import Counter
from pathlib import Path
from types import FrameType

from service.__main__ import main

EVERY = 0.001  # seconds of CPU time


def name_of(frame: FrameType) -> str:
    code = frame.f_code
    path = Path(code.co_filename)
    place = ".".join((*path.parts[-2:-1], path.stem))
    return f"{place}:{code.co_qualname}"


class Sampler:
    """Counts whole stacks; `install` starts it in the main thread."""

    def __init__(self) -> None:
        self.stacks: Counter[tuple[str, ...]] = Counter()

    def install(self) -> None:
        signal.signal(signal.SIGPROF, self._take)
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
        named = {"\t".join(stack): count for stack, count in self.stacks.items()}
        file.write_text(json.dumps(named))


def sample(file: Path) -> int:
    sampler = Sampler()
    sampler.install()
    try:
        return main()
    finally:
        sampler.remove()
        sampler.save(file)


if __name__ == "__main__":
    sys.exit(sample(Path(sys.argv[1])))
