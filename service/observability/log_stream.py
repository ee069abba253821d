"""Log stream: a bounded queue and a thread that writes log lines to a file descriptor.

The event loop never waits for whoever reads the log. A pipe whose reader does not read
is full after 64 KiB, and a write to it blocks: in the event loop that stopped every
answer, the liveness probe's included.
"""

import os
import select
import stat
import threading
from collections import deque
from collections.abc import Callable
from typing import TextIO

Write = Callable[[bytes], object]
"""Function that takes a whole log line, line break included; never waits or raises."""

# About 5,000 lines of turns: several seconds of a busy process.
QUEUE_BYTES = 4 * 2**20

# Lines of one such interval are written together: a wake-up of the thread costs the
# event loop more than the line itself.
BATCH_SECONDS = 0.005

# After an error of the file (a full disk, a reader that has left) before the next try.
RETRY_SECONDS = 1.0

# A batch is no longer, so that one write of it does not take long.
BATCH_BYTES = 64 * 1024


class ClosedStream(Exception):
    """Raised for a stream that cannot be written to; the text says why."""


def descriptor_of(stream: TextIO | None) -> int:
    """Return the file descriptor of `stream`; raise `ClosedStream` if it is unusable.

    Unusable is a stream that is closed (`>&-`), open for reading only, or a pipe whose
    reader has left already.
    """
    try:
        number = -1 if stream is None else stream.fileno()
        mode = os.fstat(number).st_mode
        flags = _access_mode(number)
    except (OSError, ValueError):
        raise ClosedStream("is closed") from None
    if flags == os.O_RDONLY:
        raise ClosedStream("is open for reading only")
    if stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode):
        poll = select.poll()
        poll.register(number, 0)
        if any(event & select.POLLERR for _, event in poll.poll(0)):
            raise ClosedStream("is a pipe that nobody reads")
    return number


def _access_mode(number: int) -> int:
    # Not on Windows, where the service does not run.
    import fcntl

    return fcntl.fcntl(number, fcntl.F_GETFL) & os.O_ACCMODE


class LogStream:
    """Write lines to a file descriptor from a thread of its own.

    A line that does not fit into the queue is dropped and counted. As soon as lines can
    be written again, a line tells how many are missing.

    dropped: lines that were never written, since the start.
    """

    def __init__(
        self,
        descriptor: int,
        describe_drops: Callable[[int], bytes],
        *,
        queue_bytes: int = QUEUE_BYTES,
    ) -> None:
        """`describe_drops` returns the line that tells of a number of dropped lines."""
        self.dropped = 0
        self._descriptor = descriptor
        self._describe_drops = describe_drops
        self._queue_bytes = queue_bytes
        self._lines: deque[bytes] = deque()
        self._queued = 0
        self._reported = 0
        self._lock = threading.Lock()
        self._torn = False
        self._wake = threading.Event()
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._run, name="log", daemon=True)
        self._thread.start()

    def write(self, line: bytes) -> None:
        """Queue one line, its line break included; never waits."""
        with self._lock:
            if self._queued + len(line) > self._queue_bytes:
                self.dropped += 1
                return
            self._lines.append(line)
            self._queued += len(line)
        if not self._wake.is_set():
            self._wake.set()

    def close(self, seconds: float = 1.0) -> None:
        """Write what is queued, for at most `seconds`; lines after this are lost."""
        self._closing.set()
        self._wake.set()
        self._thread.join(seconds)

    def _run(self) -> None:
        while True:
            self._wake.wait()
            self._closing.wait(BATCH_SECONDS)
            self._wake.clear()
            while batch := self._next_batch():
                is_last_try = self._closing.is_set()
                if not self._write_out(batch) and is_last_try:
                    return
            if self._closing.is_set():
                return

    def _next_batch(self) -> bytes:
        """Return the next lines, before them how many are missing; b"" if none."""
        batch: list[bytes] = []
        size = 0
        with self._lock:
            while self._lines and size < BATCH_BYTES:
                line = self._lines.popleft()
                batch.append(line)
                size += len(line)
            self._queued -= size
            missing = self.dropped - self._reported
            self._reported = self.dropped
        if batch and missing:
            batch.insert(0, self._describe_drops(missing))
        return b"".join(batch)

    def _write_out(self, batch: bytes) -> bool:
        """Write all of `batch`; False after an error, the rest counted as dropped."""
        rest = memoryview(b"\n" + batch if self._torn else batch)
        self._torn = False
        while rest:
            try:
                rest = rest[os.write(self._descriptor, rest) :]
            except BlockingIOError:  # somebody else made the file non-blocking
                select.select((), (self._descriptor,), (), RETRY_SECONDS)
            except OSError:
                with self._lock:
                    self.dropped += bytes(rest).count(b"\n")
                self._torn = len(rest) < len(batch)
                self._closing.wait(RETRY_SECONDS)
                return False
        return True
