"""A real process with 1,024 descriptors, flooded: signed requests are answered."""

import asyncio
import contextlib
import json
import os
import resource
import socket
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import aiohttp
import pytest

from simulator.alexa.requests import (
    AlexaSession,
    DeviceProfile,
    RequestStamp,
    Signer,
    encode,
    launch,
)
from tests.conftest import free_port
from tests.service.running import NOBODY_LISTENS, SKILL_ID, now
from tests.service.signing import chain

pytestmark = pytest.mark.no_cover

DESCRIPTORS = 1024
FLOOD = 1100
READY_SECONDS = 20.0
PATIENCE = aiohttp.ClientTimeout(total=8)  # as long as Alexa waits


@dataclass
class Besieged:
    """The process, its port, and the lines that it logged."""

    port: int
    signer: Signer
    lines: list[dict[str, object]]

    async def launches(self, http: aiohttp.ClientSession, number: int) -> int:
        """Return the status of a signed launch."""
        moment = RequestStamp(f"amzn1.request.{number}", now())
        body = encode(launch(DeviceProfile(skill_id=SKILL_ID), moment, AlexaSession()))
        url, headers = f"http://127.0.0.1:{self.port}/alexa", self.signer.headers(body)
        async with http.post(url, data=body, headers=headers) as reply:
            return reply.status


@contextlib.asynccontextmanager
async def besieged(folder: Path) -> AsyncIterator[Besieged]:
    """`python -m service` with `DESCRIPTORS`; this process gets as many as it may."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard != resource.RLIM_INFINITY and hard < FLOOD + DESCRIPTORS:
        pytest.skip("this machine allows too few descriptors for a flood")
    resource.setrlimit(resource.RLIMIT_NOFILE, (FLOOD + DESCRIPTORS, hard))
    signing = chain(now=now())
    signing.save(folder / "chain.pem")
    port = free_port()
    started = await asyncio.create_subprocess_exec(
        *("/bin/sh", "-c", f'ulimit -n {DESCRIPTORS}; exec "$0" -m service'),
        sys.executable,
        env={
            "PATH": os.environ["PATH"],
            "SKILL_ID": SKILL_ID,
            "ENVIRONMENT": "test",
            "HOST": "127.0.0.1",
            "PORT": str(port),
            "ALEXA_TEST_CHAIN_FILE": str(folder / "chain.pem"),
            "SPOTIFY_API_URL": NOBODY_LISTENS,
        },
        stdout=asyncio.subprocess.PIPE,
    )
    lines: list[dict[str, object]] = []
    listening = asyncio.Event()
    reading = asyncio.create_task(_collect(started, lines, listening))
    try:
        async with asyncio.timeout(READY_SECONDS):
            await listening.wait()
        yield Besieged(port, Signer(signing.key), lines)
    finally:
        started.kill()
        await started.wait()
        await reading
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


async def _collect(
    started: asyncio.subprocess.Process,
    lines: list[dict[str, object]],
    listening: asyncio.Event,
) -> None:
    assert started.stdout
    async for line in started.stdout:
        lines.append(json.loads(line))
        if lines[-1]["message"] == "listening":
            listening.set()


async def connected(port: int, first: bytes) -> socket.socket:
    """Return a connection on which `first` was sent."""
    loop = asyncio.get_running_loop()
    client = socket.socket()
    client.settimeout(0)
    await loop.sock_connect(client, ("127.0.0.1", port))
    await loop.sock_sendall(client, first)
    return client


SILENT = b""
HALF_A_LINE = b"POST /al"
HALF_A_HEAD = b"POST /alexa HTTP/1.1\r\nHost: x\r\nSignature-256: AA"
NO_BODY = b"POST /alexa HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n"
ANSWERED = b"GET /live HTTP/1.1\r\nHost: x\r\n\r\n"
OTHER_BEGINNINGS = (SILENT, HALF_A_LINE, HALF_A_HEAD, ANSWERED)


@pytest.mark.parametrize(
    "first",
    [
        NO_BODY,
        *(pytest.param(first, marks=pytest.mark.slow) for first in OTHER_BEGINNINGS),
    ],
    ids=str,
)
async def test_a_flood_of_connections_keeps_no_signed_request_out(
    first: bytes, tmp_path: Path
) -> None:
    async with (
        besieged(tmp_path) as service,
        aiohttp.ClientSession(timeout=PATIENCE) as kept,
        aiohttp.ClientSession(
            timeout=PATIENCE, connector=aiohttp.TCPConnector(force_close=True)
        ) as fresh,
        contextlib.AsyncExitStack() as stack,
    ):
        assert await service.launches(kept, 0) == 200
        if first is NO_BODY:
            signed = service.signer.headers(b"x")
            lines = "".join(f"{name}: {value}\r\n" for name, value in signed.items())
            first += f"{lines}\r\n".encode()
        for count in range(FLOOD):
            stack.callback((await connected(service.port, first)).close)
            if count % 100 == 99:
                assert await service.launches(fresh, count) == 200
                assert await service.launches(kept, count + FLOOD) == 200
        other = [line for line in service.lines if line["message"] != "turn"]
    assert [line["message"] for line in other][2:] == [
        "as many connections are open as the process can hold"
    ]
