"""A word in between: when, to whom, once, and never too late."""

import asyncio
import json
from dataclasses import replace

import pytest

from providers.listener import Listener
from providers.music import Listing, Playlist
from providers.secret import Secret
from tests.handlers.alexa import Alexa
from tests.handlers.collection import Collection
from tests.handlers.skill import configuration


class Slow(Collection):
    """A library whose shelf comes only once somebody said a word in between."""

    spoken: asyncio.Event

    async def playlists(self, listener: Listener) -> Listing[Playlist]:
        await self.spoken.wait()
        return await super().playlists(listener)


class Post:
    """Receives what is sent, and lets the slow library go on."""

    def __init__(self, slow: Slow) -> None:
        self.sent: list[tuple[str, Secret, bytes]] = []
        self._slow = slow
        slow.spoken = asyncio.Event()

    async def __call__(self, url: str, token: Secret, directive: bytes) -> None:
        self.sent.append((url, token, directive))
        self._slow.spoken.set()


@pytest.fixture
def slow(collection: Collection) -> Slow:
    return Slow(shelf=collection.shelf)


def device(slow: Slow, *, url: str | None = None) -> tuple[Alexa, Post]:
    post = Post(slow)
    built = configuration(slow, progress=post, alexa_url=url, announce_after=0.0)
    return Alexa(built), post


async def test_a_long_answer_has_a_word_before_it(slow: Slow) -> None:
    alexa, post = device(slow)
    reply = await alexa.says("ListPlaylistsIntent")
    assert "Deep Focus" in reply.speech
    ((url, token, directive),) = post.sent
    assert url == "https://api.amazonalexa.com/v1/directives"
    assert token == Secret("standin-api-access-token")
    wire = json.loads(directive)
    assert wire["header"] == {"requestId": "request-0"}
    assert wire["directive"]["type"] == "VoicePlayer.Speak"
    assert len(wire["directive"]["speech"]) <= 600


async def test_a_quick_answer_has_none(collection: Collection) -> None:
    slow = Slow(shelf=collection.shelf)
    post = Post(slow)
    slow.spoken.set()
    alexa = Alexa(configuration(slow, progress=post))
    assert "Deep Focus" in (await alexa.says("ListPlaylistsIntent")).speech
    assert post.sent == []


async def test_a_stand_in_has_its_own_address(slow: Slow) -> None:
    alexa, post = device(slow, url="http://127.0.0.1:9")
    await alexa.says("ListPlaylistsIntent")
    assert post.sent[0][0] == "http://127.0.0.1:9/v1/directives"


@pytest.mark.parametrize(
    "values",
    [
        {"api_endpoint": "https://api.amazonalexa.com.evil.example"},
        {"api_endpoint": "http://api.amazonalexa.com"},
        {"api_endpoint": "https://evil.example"},
        {"api_endpoint": "https://user@api.amazonalexa.com"},
        {"api_endpoint": ""},
        {"api_token": ""},
    ],
)
async def test_nobody_else_gets_the_token(slow: Slow, values: dict[str, str]) -> None:
    alexa, post = device(slow)
    alexa.device = replace(alexa.device, **values)  # type: ignore[arg-type]
    loop = asyncio.get_running_loop()
    loop.call_later(0.02, slow.spoken.set)
    assert "Deep Focus" in (await alexa.says("ListPlaylistsIntent")).speech
    assert post.sent == []


async def test_a_word_still_under_way_is_dropped(slow: Slow) -> None:
    alexa, post = device(slow)
    ended: list[str] = []

    async def stall(url: str, token: Secret, directive: bytes) -> None:
        slow.spoken.set()
        try:
            await asyncio.Event().wait()
        finally:
            ended.append(url)

    alexa = Alexa(configuration(slow, progress=stall, announce_after=0.0))
    assert "Deep Focus" in (await alexa.says("ListPlaylistsIntent")).speech
    await asyncio.sleep(0)
    assert len(ended) == 1
    assert post.sent == []
