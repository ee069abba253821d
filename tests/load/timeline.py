"""Timeline of a run: answers by the moment they were due, processes, and marks.

A timeline is JSON, so that a kept run can be drawn and compared as a fresh one. Times
are seconds from the moment at which the first request was due; latencies are in ms.

- `answers`: at most `BINS` parts of the run, each with `at` (its beginning), `due`,
  `answered`, `lost` (never answered), `p50_ms`, `p95_ms` and `worst_ms` (None where
  nothing was answered)
- `processes`: `at`, `cpu` (cores in use) and `memory_mb`, of all services together
- `marks`: what happened to the service, as `at` and `text`
- `troubles`: `about` says what they are, `at` when they were
- `phases`: the run cut at its marks, each with `since`, `until`, `after` (the mark
  before it), `asked`, `lost`, `p50_ms` and `worst_ms`
"""

import math
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from tests.load.figures import percentile
from tests.load.servers import Server

Json = dict[str, Any]

BINS = 200
SAMPLE_SECONDS = 0.25  # reading /proc takes 0.1 ms


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that happened to the service; `at` in seconds since 1970.

    `instance`: the number of the service that tells it, 0 if nobody's.
    """

    at: float
    text: str
    instance: int = 0

    @property
    def whole_text(self) -> str:
        """The text, and whose it is."""
        return f"instance {self.instance}: {self.text}" if self.instance else self.text


@dataclass(frozen=True, slots=True)
class Troubles:
    """What listeners met beside a good answer, and when (s since 1970)."""

    about: str = "apologies"
    moments: Sequence[float] = ()


@dataclass(frozen=True, slots=True)
class Sample:
    """What all services used together by then: processor seconds and memory."""

    at: float
    cpu_seconds: float
    memory_mb: float


@dataclass(frozen=True, slots=True)
class Answer:
    """When a request was due (s since 1970), and its latency; None if it was lost."""

    due: float
    seconds: float | None


@contextmanager
def watching(services: Sequence[Server]) -> Iterator[list[Sample]]:
    """Take a sample of the services every quarter of a second, until the block ends."""
    samples: list[Sample] = []
    ended = threading.Event()

    def look() -> None:
        while not ended.wait(SAMPLE_SECONDS):
            samples.append(sample(services))

    looking = threading.Thread(target=look, daemon=True)
    looking.start()
    try:
        yield samples
    finally:
        ended.set()
        looking.join()


def sample(services: Sequence[Server]) -> Sample:
    """Return what the services use now; one that has ended uses nothing."""
    cpu = memory = 0.0
    for service in services:
        # A process that ends has no status, or one without memory.
        with suppress(OSError, StopIteration):
            memory += service.memory_mb()
            cpu += service.cpu_seconds()
    return Sample(time.time(), cpu, memory)


def timeline(
    answers: Sequence[Answer],
    samples: Sequence[Sample],
    marks: Sequence[Mark],
    troubles: Troubles,
) -> Json:
    """Return the timeline of a run as JSON."""
    began = min((answer.due for answer in answers), default=0.0)
    ended = max((answer.due + (answer.seconds or 0) for answer in answers), default=0.0)
    seen = [
        Mark(max(0.0, mark.at - began), mark.whole_text)
        for mark in sorted(marks, key=lambda mark: mark.at)
        if mark.at <= ended
    ]
    shifted = [Answer(answer.due - began, answer.seconds) for answer in answers]
    return {
        "answers": _binned(shifted, ended - began),
        "processes": _used(samples, began, ended),
        "marks": [{"at": round(mark.at, 3), "text": mark.text} for mark in seen],
        "troubles": {
            "about": troubles.about,
            "at": [round(at - began, 3) for at in troubles.moments if at >= began],
        },
        "phases": _phases(shifted, seen, ended - began),
    }


def _binned(answers: Sequence[Answer], seconds: float) -> Json:
    """Return the answers in parts of equal length; see `answers` above."""
    number = max(1, min(BINS, len(answers)))
    width = max(seconds, 1e-3) / number
    due: list[list[Answer]] = [[] for _ in range(number)]
    answered = [0] * number
    for answer in answers:
        due[min(number - 1, int(answer.due / width))].append(answer)
        if answer.seconds is not None:
            place = int((answer.due + answer.seconds) / width)
            answered[min(number - 1, place)] += 1
    found = [_figures(part) for part in due]
    return {
        "seconds": round(width, 4),
        "at": [round(place * width, 3) for place in range(number)],
        "due": [figures["asked"] for figures in found],
        "answered": answered,
        **{
            name: [figures[name] for figures in found]
            for name in ("lost", "p50_ms", "p95_ms", "worst_ms")
        },
    }


def _figures(answers: Sequence[Answer]) -> Json:
    taken = sorted(answer.seconds for answer in answers if answer.seconds is not None)
    shares = {"p50_ms": 0.5, "p95_ms": 0.95, "worst_ms": 1.0}
    return {
        "asked": len(answers),
        "lost": len(answers) - len(taken),
        **{
            name: round(percentile(taken, share) * 1e3, 2) if taken else None
            for name, share in shares.items()
        },
    }


def _used(samples: Sequence[Sample], began: float, ended: float) -> Json:
    """Return the use of processor and memory; a process that ended counts no more."""
    pairs = [
        (before, after)
        for before, after in pairwise(samples)
        if began <= before.at and after.at <= ended + SAMPLE_SECONDS
    ]
    return {
        "at": [round(after.at - began, 3) for _, after in pairs],
        "cpu": [
            round(max(0.0, b.cpu_seconds - a.cpu_seconds) / (b.at - a.at), 3)
            for a, b in pairs
        ],
        "memory_mb": [round(after.memory_mb, 1) for _, after in pairs],
    }


def _phases(
    answers: Sequence[Answer], marks: Sequence[Mark], seconds: float
) -> list[Json]:
    """Return the parts of the run between its marks; parts without requests are left
    out."""
    cuts = [Mark(-math.inf, ""), *marks, Mark(math.inf, "")]
    phases = []
    for mark, following in pairwise(cuts):
        part = [each for each in answers if mark.at <= each.due < following.at]
        if part:
            phases.append(
                {
                    "since": round(max(0.0, mark.at), 3),
                    "until": round(min(seconds, following.at), 3),
                    "after": mark.text,
                    **_figures(part),
                }
            )
    return phases
