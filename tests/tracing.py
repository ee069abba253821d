"""`python -m tests.tracing`: draw the trace of a cold recommendation; measure the cost.

The trace is received over HTTP by a stand-in of a collector. The cost is the processor
time of this whole process (sampling, spans, export) for each warm turn; the collector
is another process.
"""

import asyncio
import contextlib
import multiprocessing
import shutil
import tempfile
import time
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path

from providers.turn_telemetry import Turn
from service.observability.tracing import Tracing
from service.settings import load
from simulator.spotify.server import serving
from simulator.spotify.world import World
from tests.conftest import running_redis
from tests.service.running import now, running
from tests.service.trace_collector import attributes, collecting

TURNS = 20_000


async def traced() -> tuple[str, Turn]:
    """Return the drawing of a cold recommendation, and the record of a warm turn."""
    with (
        tempfile.TemporaryDirectory() as folder,
        running_redis(Path(folder), shutil.which("redis-server")) as redis_server,
    ):
        async with collecting() as collector, serving(World(now=now)) as spotify:
            # As far away as Spotify is, so that the picture looks like a real one.
            spotify.faults.add("delay", "*", seconds=0.06)
            environ = {
                "SPOTIFY_API_URL": spotify.api_url,
                "REDIS_URL": redis_server.url,
                "CACHE_SECRET": "s" * 32,
                "OTEL_EXPORTER_OTLP_ENDPOINT": collector.url,
            }
            async with running(Path(folder), **environ) as line:
                line.device = replace(line.device, token="ada")
                await line.says("RecommendIntent")
                await line.opens()
                await line.opens()
        turn = collector.turns()[0]
        told = attributes(turn.attributes)
        lines = [f"{name}: {value}" for name, value in sorted(told.items())]
        return "\n".join([collector.drawn(turn), "", *lines]), line.turns[-1]


def collect(out: Connection) -> None:
    """Be a collector in a process of its own; tell its address, run until killed."""

    async def forever() -> None:
        async with collecting() as collector:
            out.send(collector.url)
            while True:
                collector.spans.clear()
                await asyncio.sleep(0.5)

    asyncio.run(forever())


async def cost(turn: Turn, url: str, sampler: str, share: str = "") -> float:
    """Return the microseconds of processor time for each turn."""
    settings = load(
        {
            "SKILL_ID": "x",
            "OTEL_EXPORTER_OTLP_ENDPOINT": url,
            "OTEL_TRACES_SAMPLER": sampler,
            "OTEL_TRACES_SAMPLER_ARG": share,
            "OTEL_BSP_MAX_QUEUE_SIZE": str(4 * TURNS),  # none is dropped
        }
    )
    assert settings.traces
    tracing = Tracing(settings, settings.traces)
    began = time.process_time()
    for _ in range(TURNS):
        tracing(turn)
    await tracing.aclose(60)
    return (time.process_time() - began) / TURNS * 1e6


def main() -> None:
    """Print the drawing, then the cost by sampler: the least of five rounds."""
    drawing, warm = asyncio.run(traced())
    print(drawing, end="\n\n")
    ours, theirs = multiprocessing.get_context("spawn").Pipe(duplex=False)
    process = multiprocessing.get_context("spawn").Process(
        target=collect, args=(theirs,), daemon=True
    )
    process.start()
    url = ours.recv()
    with contextlib.closing(ours):
        for sampler, share in (("always_on", ""), ("parentbased_traceidratio", "0.01")):
            rounds = [asyncio.run(cost(warm, url, sampler, share)) for _ in range(5)]
            print(f"{sampler} {share}: {min(rounds):.1f} µs of a warm turn")
    process.kill()


if __name__ == "__main__":
    main()
