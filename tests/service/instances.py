"""Several instances of the real service with one Redis and one fake Spotify."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from simulator.alexa.requests import AlexaSession, DeviceProfile, encode, intent
from simulator.spotify.server import RunningSpotify, serving
from simulator.spotify.world import World
from tests.service.running import Answer, Line, now, running

SECRET = "pepper-of-the-fleet-0123456789-0123456789"


@dataclass
class Fleet:
    """The instances' lines, and what they read from."""

    lines: list[Line]
    spotify: RunningSpotify

    async def at_once(self, token: str, name: str, callers: int) -> list[Answer]:
        """So many callers at every instance say the same in the same moment."""
        return await asyncio.gather(
            *(ask(line, token, name) for line in self.lines for _ in range(callers))
        )

    def put_forward(self, seconds: float) -> None:
        for line in self.lines:
            line.watch.ahead += seconds


async def ask(line: Line, token: str, name: str) -> Answer:
    """A listener with this token says an intent in a session of its own."""
    body = encode(
        intent(device_of(line, token), line.moment(), AlexaSession(), name, {})
    )
    return await line.post(body, line.signer.headers(body))


def device_of(line: Line, token: str) -> DeviceProfile:
    """The device of who has this token: a rotated one belongs to the same user."""
    user = f"amzn1.account.{token.partition('~')[0]}"
    return replace(line.device, token=token, user_id=user)


@asynccontextmanager
async def fleet(folder: Path, redis_url: str, instances: int) -> AsyncIterator[Fleet]:
    async with AsyncExitStack() as stack:
        spotify = await stack.enter_async_context(serving(World(now=now)))
        lines = []
        for number in range(instances):
            (home := folder / str(number)).mkdir()
            told = {
                "SPOTIFY_API_URL": spotify.api_url,
                "REDIS_URL": redis_url,
                "CACHE_SECRET": SECRET,
            }
            lines.append(await stack.enter_async_context(running(home, **told)))
        yield Fleet(lines, spotify)
