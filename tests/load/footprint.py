"""Footprint: how many bytes a listener's records take in the service's memory.

`python -m tests.load.footprint` prints them as JSON: for each playlist on a kept list,
for each listener who asked for the list, and for each who asked for a recommendation,
too. Only packed records are counted: how many of them are decoded depends on the room.
"""

import asyncio
import json
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import aiohttp
from aiohttp import web

from providers.cache import memory
from providers.cache.memory import SCOPES_APART
from providers.cache.ttl import PLAYLISTS
from service.app import HEALTH, create_app
from service.server import limits_for, listening, running
from service.settings import load
from simulator.alexa.certificates import make_chain
from simulator.alexa.requests import Signer
from simulator.spotify.server import serving
from simulator.spotify.world import World
from tests.load.closed_loop import ask_all
from tests.load.prepared import LAUNCH, LIST, RECOMMEND_KNOWN, SKILL_ID, Scenario
from tests.load.servers import free_port

LISTENERS = 48


class Footprint:
    """A service in this process, and what its cache holds."""

    def __init__(self, app: web.Application, port: int, signer: Signer) -> None:
        self._cache = app[HEALTH].cache
        self._port = port
        self._signer = signer

    async def ask(self, scenario: Scenario, listeners: range) -> None:
        requests = scenario.requests(self._signer, listeners, datetime.now(UTC))
        await asyncio.to_thread(ask_all, self._port, list(requests))

    def bytes(self) -> int:
        return self._cache.status().memory_bytes

    def bytes_of_lists(self) -> int:
        """Return what the records of playlists take, with their slots."""
        slots = self._cache._memory._slots
        return sum(
            slot.packed_bytes
            for name, slot in slots.items()
            if name.endswith(PLAYLISTS.label)
        )


async def measured() -> dict[str, float]:
    """Return the bytes of a `playlist`, of `lists` and of `taste`; see above."""
    memory.DECODED_SHARE = 0.0
    everybody = range(LISTENERS)
    async with (
        serving(World(now=lambda: datetime.now(UTC))) as spotify,
        _service(spotify.api_url) as footprint,
    ):
        await footprint.ask(LAUNCH, everybody)
        await footprint.ask(LIST, everybody)
        lists, records = footprint.bytes(), footprint.bytes_of_lists()
        await footprint.ask(RECOMMEND_KNOWN, everybody)
        # What was written last is bundled when others have been written to.
        await footprint.ask(LAUNCH, range(LISTENERS, LISTENERS + SCOPES_APART))
        others = SCOPES_APART * lists / LISTENERS
        return {
            "playlist": records / await _playlists(spotify.api_url, everybody),
            "lists": lists / LISTENERS,
            "taste": (footprint.bytes() - others) / LISTENERS,
        }


async def _playlists(api_url: str, listeners: range) -> int:
    """Return how many playlists the listeners have together."""
    total = 0
    async with aiohttp.ClientSession() as session:
        for number in listeners:
            headers = {"Authorization": f"Bearer load-{number}"}
            url = f"{api_url}/me/playlists?limit=1"
            async with session.get(url, headers=headers) as answer:
                total += (await answer.json())["total"]
    return total


@asynccontextmanager
async def _service(api_url: str) -> AsyncIterator[Footprint]:
    chain, port = make_chain(datetime.now(UTC)), free_port()
    with TemporaryDirectory() as folder:
        file = Path(folder) / "chain.pem"
        chain.save(file)
        settings = load(
            {
                "ENVIRONMENT": "staging",
                "HOST": "127.0.0.1",
                "PORT": str(port),
                "SKILL_ID": SKILL_ID,
                "ALEXA_TEST_CHAIN_FILE": str(file),
                "SPOTIFY_API_URL": api_url,
            }
        )
        app = create_app(settings, turn_hooks=())
        async with (
            running(app) as server,
            listening(server, settings.host, port, limits_for(settings)),
        ):
            yield Footprint(app, port, Signer(chain.key))


def in_a_process() -> dict[str, float]:
    """Measure in a process of its own."""
    command = (sys.executable, "-m", "tests.load.footprint")
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True)  # noqa: S603
    found: dict[str, float] = json.loads(done.stdout)
    return found


if __name__ == "__main__":
    print(json.dumps(asyncio.run(measured())))
