"""Where stages are set and struck: one at a time, for one listener at a time."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime
from pathlib import Path

import msgspec

from service.console.clock import StageClock
from service.console.console import Console
from service.console.interaction_model import MODELS
from service.console.scene import Scene
from service.console.stage import raised


class Theatre:
    """`wall` and `monotonic` are the clocks that every stage's own clock runs on."""

    def __init__(
        self,
        wall: Callable[[], datetime],
        monotonic: Callable[[], float],
        *,
        models: Path = MODELS,
    ) -> None:
        self._wall, self._monotonic = wall, monotonic
        self._models = models
        self._standing = AsyncExitStack()
        self._console: Console | None = None
        self.busy = asyncio.Lock()

    @property
    def console(self) -> Console:
        if self._console is None:
            raise RuntimeError("no stage is set")
        return self._console

    async def begin(self, scene: Scene, *, fresh: bool = True) -> Console:
        """Sets a stage in place of the one that stands.

        With `fresh` its time begins now, else at the scene's own. Raises
        `ModelMissing`, `ModelUnreadable`, `RedisMissing` or `LinkRefused`, and the old
        stage stays.
        """
        clock = StageClock(self._wall, self._monotonic)
        if fresh:
            scene = msgspec.structs.replace(scene, began=clock.now())
        else:
            clock.begin(scene.began)
        async with AsyncExitStack() as setting:
            stage = await setting.enter_async_context(raised(scene, clock))
            console = Console(stage, self._models)
            await console.household.seat(scene.account)
            await self.close()
            self._standing = setting.pop_all()
        self._console = console
        return console

    async def close(self) -> None:
        """Strikes the stage; nothing listens afterwards."""
        self._console = None
        await self._standing.aclose()


@asynccontextmanager
async def opened(theatre: Theatre, scene: Scene) -> AsyncIterator[Console]:
    """A first stage, and the end of whichever is the last."""
    try:
        yield await theatre.begin(scene)
    finally:
        await theatre.close()
