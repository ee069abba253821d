"""Processes of a run: start them on their cores, watch them, end them."""

import compileall
import math
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path

START_SECONDS = 60.0
STOP_SECONDS = 10.0
# A server is idle that uses less than this in a tenth of a second.
IDLE_SECONDS, IDLE_LOOKS = 0.001, 50


class Unusable(Exception):
    """This machine or this server is no good for a measurement; the text says why."""


@dataclass(frozen=True, slots=True)
class Cores:
    """Where the server runs, and where everybody else."""

    server: int
    others: frozenset[int]

    @classmethod
    def of_this_machine(cls, server: int | None = None) -> "Cores":
        mine = os.sched_getaffinity(0)
        if len(mine) < 2:
            raise Unusable("one core: the load would slow down what it measures")
        chosen = max(mine) if server is None else server
        if chosen not in mine:
            raise Unusable(f"core {chosen} is none of {sorted(mine)}")
        return cls(chosen, frozenset(mine - {chosen}))


@contextmanager
def on(cores: frozenset[int]) -> Iterator[None]:
    """This process, and what it starts, on these cores while the block lasts."""
    before = os.sched_getaffinity(0)
    _move_threads(cores)
    try:
        yield
    finally:
        _move_threads(before)


def _move_threads(cores: frozenset[int] | set[int]) -> None:
    for thread in Path("/proc/self/task").iterdir():
        with suppress(ProcessLookupError):  # one that has just ended
            os.sched_setaffinity(int(thread.name), cores)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@dataclass(frozen=True, slots=True)
class Server:
    """A running server process."""

    port: int
    process: "subprocess.Popen[bytes]"
    start_seconds: float

    def cpu_seconds(self) -> float:
        """User and system time so far of the threads that run now, in nanoseconds.

        https://docs.kernel.org/scheduler/sched-stats.html
        """
        tasks = Path(f"/proc/{self.process.pid}/task").glob("*/schedstat")
        return sum(int(task.read_text().split()[0]) for task in tasks) / 1e9

    def wait_until_idle(self) -> None:
        """Wait until it does nothing, for some seconds at most.

        After its first answer the service imports what it has put off until then.
        """
        used = -math.inf
        for _ in range(IDLE_LOOKS):
            before, used = used, self.cpu_seconds()
            if used - before < IDLE_SECONDS:
                return
            time.sleep(0.1)

    def memory_mb(self) -> float:
        """What of it is resident."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        line = next(x for x in status.splitlines() if x.startswith("VmRSS:"))
        return int(line.split()[1]) / 1024


def compile_sources() -> None:
    """Leaves bytecode beside the sources, as an image does, whatever the environment
    says of writing it: a start that compiles is not what is to be measured."""
    for folder in ("service", "handlers", "providers", "tests/load"):
        compileall.compile_dir(folder, quiet=1)


@contextmanager
def running(
    module: Sequence[str],
    cores: frozenset[int],
    environ: Mapping[str, str] | None = None,
    *,
    command: Sequence[str] = (),
    log: Path | None = None,
    stdin: int | None = None,
    descriptors: int | None = None,
) -> Iterator[Server]:
    """`python -m MODULE …` on a free PORT, or `command --port`, until the block ends.

    Begins once it accepts connections; raises `Unusable` where it never does. What it
    prints goes to `log`. `descriptors` is the hard limit of its open files.
    """
    port = free_port()
    line = (*command, "--port", str(port)) if command else _python(module)
    began = time.perf_counter()
    with on(cores), log.open("wb") if log else nullcontext() as output:
        process = subprocess.Popen(  # noqa: S603 - our own modules
            line if descriptors is None else _limited(line, descriptors),
            env={**os.environ, **(environ or {}), "PORT": str(port)},
            stdin=stdin,
            stdout=output or subprocess.DEVNULL,
        )
    try:
        _wait_for(line[-1], process, port)
        yield Server(port, process, time.perf_counter() - began)
    finally:
        if process.stdin:
            process.stdin.close()
        process.terminate()
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _limited(line: Sequence[str], descriptors: int) -> tuple[str, ...]:
    """Return a command that runs another with a hard limit of open files."""
    shell = f'ulimit -n {descriptors}; exec "$@"'
    return ("/bin/sh", "-c", shell, "sh", *line)


def _python(module: Sequence[str]) -> tuple[str, ...]:
    return (sys.executable, "-m", *module)


def _wait_for(name: str, process: "subprocess.Popen[bytes]", port: int) -> None:
    until = time.perf_counter() + START_SECONDS
    while time.perf_counter() < until:
        if process.poll() is not None:
            raise Unusable(f"{name} ended with {process.returncode} before it listened")
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.005)
        else:
            return
    raise Unusable(f"{name} did not listen within {START_SECONDS:.0f} s")
