"""Several instances of the real service with one Redis and one fake Spotify."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from providers import deadline
from providers.cache.redis import client, connection, rate_limit
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


@contextmanager
def patient_redis() -> Iterator[None]:
    """Let Redis take its time: by the clock of a busy machine it seems slow and far."""
    with pytest.MonkeyPatch.context() as patch:
        for module, names in (
            (deadline, ("REDIS_SECONDS", "DISTANT_REDIS_SECONDS")),
            (client, ("REDIS_SECONDS", "DISTANT_SECONDS")),
            (connection, ("REPLY_SECONDS", "CONNECT_SECONDS")),
            (rate_limit, ("ASK_SECONDS",)),
        ):
            for name in names:
                patch.setattr(module, name, 5.0)
        yield


@asynccontextmanager
async def fleet(
    folder: Path, redis_url: str, instances: int, *, patient: bool = True
) -> AsyncIterator[Fleet]:
    """Instances that start with an empty memory; `patient` with a healthy Redis."""
    async with AsyncExitStack() as stack:
        if patient:
            stack.enter_context(patient_redis())
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
