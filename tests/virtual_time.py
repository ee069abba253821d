"""An event loop with virtual time: its clock stands still while anything can run.

Real limits (1.5 s for a call to Spotify) meet real sockets in these tests. By the clock
of a busy machine, calls that nobody delays would miss them. Here time passes only when
every task waits and no socket has anything to read: then the clock goes straight to the
next timer. So a test depends on no machine's speed, and waits for no limit.

It fits tests whose servers run in the same loop. A process or a thread that takes
longer than `GRACE_SECONDS` to answer would seem to take for ever.
"""

import asyncio
import selectors
from collections.abc import Callable, Collection, Mapping

import pytest
import uvloop

GRACE_SECONDS = 0.05
"""Real seconds to wait for the kernel, or a thread, before the clock moves on."""


class _PatientSelector(selectors.DefaultSelector):
    """A selector that reports how long it should have waited for nothing."""

    skipped = 0.0

    def select(
        self, timeout: float | None = None
    ) -> list[tuple[selectors.SelectorKey, int]]:
        if timeout is None:
            return super().select()
        ready = super().select(0) or super().select(min(timeout, GRACE_SECONDS))
        if not ready and timeout > 0:
            self.skipped += timeout
        return ready


class VirtualTimeLoop(asyncio.SelectorEventLoop):
    """An event loop of which `time()` moves only while all tasks wait."""

    def __init__(self) -> None:
        self._virtual = _PatientSelector()
        super().__init__(self._virtual)

    def time(self) -> float:
        return 1_000.0 + self._virtual.skipped


LoopFactories = Mapping[str, Callable[[], asyncio.AbstractEventLoop]]

VIRTUAL: LoopFactories = {"virtual": VirtualTimeLoop}
REAL: LoopFactories = {"real": uvloop.new_event_loop}  # as the service has it


def loop_factories(item: pytest.Item) -> LoopFactories:
    """Real time for tests that need a Redis server or a thread, else virtual time.

    Modules whose tests need a thread say `REAL_TIME = True`. For the hook
    `pytest_asyncio_loop_factories` in the conftest of a folder.
    """
    names: Collection[str] = getattr(item, "fixturenames", ())
    module: object = getattr(item, "module", None)
    real = "redis_process" in names or getattr(module, "REAL_TIME", False)
    return REAL if real else VIRTUAL
