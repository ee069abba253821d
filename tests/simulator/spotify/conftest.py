"""A running fake Spotify at a fixed time, and a way to call its API."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import aiohttp
import pytest

from simulator.spotify.server import RunningSpotify, serving
from simulator.spotify.world import World
from tests.virtual_time import LoopFactories, loop_factories


def pytest_asyncio_loop_factories(item: pytest.Item) -> LoopFactories:
    return loop_factories(item)


NOW = datetime(2026, 11, 22, 20, 15, tzinfo=UTC)


@dataclass(frozen=True)
class ApiAnswer:
    """An answer, read whole."""

    status: int
    text: str
    json: Any
    content_type: str
    headers: dict[str, str]

    @property
    def message(self) -> str:
        message: str = self.json["error"]["message"]
        return message


@dataclass(frozen=True)
class ApiCaller:
    """Calls of the API with an account's fixed token, `ada`'s unless told."""

    session: aiohttp.ClientSession
    spotify: RunningSpotify

    async def __call__(
        self,
        path: str,
        account: str | None = "ada",
        *,
        method: str = "GET",
        json: Any = None,
        headers: dict[str, str] | None = None,
        **query: Any,
    ) -> ApiAnswer:
        sent = dict(headers or {})
        if account is not None:
            sent.setdefault("Authorization", f"Bearer {account}")
        url = f"{self.spotify.api_url}{path}"
        if path.startswith(("/control", "/images", "http")):
            url = path if path.startswith("http") else self.spotify.base_url + path
        async with self.session.request(
            method, url, params=query, json=json, headers=sent
        ) as answer:
            text = await answer.text(errors="replace")
            content_type = answer.content_type
            parsed = None
            if text and content_type == "application/json":
                parsed = await answer.json()
            return ApiAnswer(
                answer.status, text, parsed, content_type, dict(answer.headers)
            )


@pytest.fixture
async def world() -> World:
    return World(now=lambda: NOW)


@pytest.fixture
async def spotify(world: World) -> AsyncIterator[RunningSpotify]:
    async with serving(world) as running:
        yield running


@pytest.fixture
async def ask(spotify: RunningSpotify) -> AsyncIterator[ApiCaller]:
    async with aiohttp.ClientSession() as session:
        yield ApiCaller(session, spotify)
