"""Fake Spotify as a process of its own, on the port that PORT names."""

import asyncio
import gc
import os
import signal
from datetime import UTC, datetime

from simulator.spotify.server import serving
from simulator.spotify.world import World


def now() -> datetime:
    return datetime.now(UTC)


async def serve(port: int) -> None:
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    async with serving(World(now=now), port=port):
        # Its pauses are not the service's: the whole heap takes 80 to 200 ms, which
        # grow with the listeners who came.
        gc.collect()
        gc.freeze()
        gc.disable()
        await stop.wait()


if __name__ == "__main__":
    asyncio.run(serve(int(os.environ["PORT"])))
