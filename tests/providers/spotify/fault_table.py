"""A table of endpoints and faults: the real client before the fake Spotify."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import aiohttp

from providers.errors import ProviderError
from providers.listener import Listener
from providers.music import Found, Listing
from providers.spotify.call_policy import ATTEMPT_SECONDS, RESERVE_SECONDS
from providers.spotify.client import open_session
from simulator.spotify.server import RunningSpotify, serving
from simulator.spotify.world import World
from tests.providers.spotify.conftest import Workbench, listener_for
from tests.providers.spotify.every_call import Ask, Known, changing, reading
from tests.providers.spotify.leaks import everything_about

TODAY = datetime(2026, 11, 22, 20, 15, tzinfo=UTC)
READER, CHANGER = "ada", "ben"
# A machine under load is late by itself; a call that is not bounded never ends.
GRACE_SECONDS = 0.5


@dataclass
class Cell:
    """What one question brought under one fault."""

    question: str
    result: object
    listener: Listener
    token: str
    limit: float

    @property
    def reason(self) -> str | None:
        return self.result.reason if isinstance(self.result, ProviderError) else None

    @property
    def size(self) -> int:
        """How many things there are in the answer."""
        match self.result:
            case Listing(items=items):
                return len(items)
            case Found(artists=artists, tracks=tracks):
                return len(artists) + len(tracks)
            case frozenset() as saved:
                return len(saved)
        return 1

    def __str__(self) -> str:
        return self.reason or str(self.size)

    def wrongs(self) -> list[str]:
        """What no cell may ever show."""
        calls = self.listener.turn.calls
        problems = []
        if isinstance(self.result, BaseException):
            if not isinstance(self.result, ProviderError):
                problems.append(f"another exception: {type(self.result).__name__}")
            if self.token in everything_about(self.result):
                problems.append("the token can be read")
        if not calls:
            problems.append("no attempt was recorded")
        if any(call.seconds > self.limit + GRACE_SECONDS for call in calls):
            problems.append("an attempt went past its limit")
        if any(call.attempt > 2 for call in calls):
            problems.append("a third attempt")
        return [f"{self.question}: {problem}" for problem in problems]


Row = dict[str, Cell]


@dataclass
class Table:
    """A fake Spotify, a session, and every question with ids known there."""

    fake_spotify: RunningSpotify
    session: aiohttp.ClientSession
    questions: Mapping[str, tuple[str, Ask]] = field(default_factory=dict)

    async def learn(self) -> None:
        """Asks the fake Spotify for ids to ask about."""
        known = {name: await self._known(name) for name in (READER, CHANGER)}
        reads, changes = reading(known[READER]), changing(known[CHANGER])
        self.questions = {
            **{name: (READER, ask) for name, ask in reads.items()},
            **{name: (CHANGER, ask) for name, ask in changes.items()},
        }

    async def _known(self, name: str) -> Known:
        library = Workbench(self.session).library(self.fake_spotify.api_url)
        who = listener_for(name)
        account = await library.account(who)
        playlists = await library.playlists(who)
        own = next(it for it in playlists.items if it.owner_id == account.user)
        (track, *_) = (await library.top_tracks(who, "years")).items
        assert track.id
        assert track.album
        assert track.album.id
        assert track.artists[0].id
        return Known(own.id, track.artists[0].id, track.album.id, track.id)

    async def play_something(self) -> None:
        """Lets the reader's player play a song."""
        url = f"{self.fake_spotify.api_url}/me/player/play"
        (name, _) = self.questions["track"]
        known = await self._known(name)
        async with self.session.put(
            url,
            json={"uris": [f"spotify:track:{known.track}"]},
            headers={"Authorization": f"Bearer {name}"},
        ) as answer:
            assert answer.status == 204

    async def row(self, *, seconds: float = 6.5) -> Row:
        """Every question at once, each on a client of its own."""
        asked = [self._cell(name, seconds) for name in self.questions]
        cells = await asyncio.gather(*asked)
        return {cell.question: cell for cell in cells}

    async def struck(
        self, fault: str, *, seconds_left: float = 6.5, **options: Any
    ) -> Row:
        """The row, and the line of it, under one fault at every endpoint."""
        self.fake_spotify.faults.add(fault, **options)
        row = await self.row(seconds=seconds_left)
        print(line(options.get("quirk", fault), row))
        return row

    async def _cell(self, question: str, seconds: float) -> Cell:
        account, ask = self.questions[question]
        token = f"{account}~secret-{question}"
        listener = listener_for(token, seconds=seconds)
        client = Workbench(self.session).client(self.fake_spotify.api_url)
        limit = seconds - RESERVE_SECONDS
        if account == READER:
            limit = min(ATTEMPT_SECONDS, limit)
        (result,) = await asyncio.gather(ask(client, listener), return_exceptions=True)
        return Cell(question, result, listener, token, limit)


@asynccontextmanager
async def open_table() -> AsyncIterator[Table]:
    async with (
        serving(World(now=lambda: TODAY)) as fake_spotify,
        open_session("record-shelf/test") as session,
    ):
        table = Table(fake_spotify, session)
        await table.learn()
        await table.play_something()
        yield table


def line(title: str, row: Row) -> str:
    """A row as one prints it."""
    return f"{title:<22}" + " ".join(f"{cell!s:>17}" for cell in row.values())


def heading(names: Mapping[str, object]) -> str:
    return f"{'':<22}" + " ".join(f"{name:>17}" for name in names)
