"""A storm: many callers, two instances, relinks, erasures, faults and evictions.

Every answer is searched for names of other listeners (`foreign`) and for names from
before the listener was forgotten (`forgotten`); both must never be found. A turn whose
outcome is `failed` in a service's log is a defect, too.
"""

import asyncio
import json
import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import count
from random import Random
from typing import Any

import aiohttp
from aiohttp import web

from simulator.alexa.requests import (
    AlexaSession,
    Json,
    RequestStamp,
    Signer,
    encode,
    intent,
    launch,
    skill_event,
)
from tests.load.marked_spotify import MARK, MarkedSpotify
from tests.load.prepared import listener
from tests.load.servers import Cores, Server
from tests.load.stage import Stage, stage
from tests.load.timeline import Answer, Troubles, timeline, watching
from tests.load.verdict import percentiles

LISTENERS = 40
ANSWER_SECONDS = 8.0  # Alexa waits no longer
MEMORY_SECONDS = 61.0  # what another instance has in its memory may live for a minute
INTENTS = (
    "ListPlaylistsIntent",
    "RecommendIntent",
    "AnotherIntent",
    "WhyIntent",
    "LikeIntent",
    "CountPlaylistsIntent",
    "WhoseAccountIntent",
    "AMAZON.NextIntent",
    "AMAZON.RepeatIntent",
    "RefreshIntent",
)
REDIS_FAULTS = ("BLACK_HOLE", "RESET", "REFUSE", "LATENCY", "DRIP", "RESET_ALL")


@dataclass(slots=True)
class Findings:
    """What the storm saw; `foreign` and `forgotten` hold what was said wrongly.

    `traces` are the trace ids of those answers, `log_lines` the service's lines about
    them. `requests` holds each request's moment and latency, for the `timeline`.
    """

    answers: int = 0
    requests: list[Answer] = field(default_factory=list)
    timeline: Json = field(default_factory=dict)
    erased: int = 0
    relinked: int = 0
    statuses: Counter[int] = field(default_factory=Counter)
    outcomes: Counter[str] = field(default_factory=Counter)
    foreign: list[str] = field(default_factory=list)
    forgotten: list[str] = field(default_factory=list)
    slowest: float = 0.0
    lost: Counter[str] = field(default_factory=Counter)
    traces: list[str] = field(default_factory=list)
    log_lines: list[str] = field(default_factory=list)

    @property
    def failed(self) -> int:
        """The turns that ended in an error of the service's own."""
        return sum(n for told, n in self.outcomes.items() if told.startswith("failed"))

    @property
    def broken(self) -> bool:
        """Whether a promise was broken."""
        return bool(self.foreign or self.forgotten or self.failed or self.lost)

    def as_json(self) -> Json:
        """Return the figures in the form of a scenario's, for reports."""
        latencies = sorted(each.seconds for each in self.requests if each.seconds)
        wrong = {
            "foreign": len(self.foreign),
            "forgotten": len(self.forgotten),
            "failed": self.failed,
            "lost": self.lost.total(),
        }
        return {
            "scenario": "storm",
            "asked": len(self.requests),
            "answered": self.answers,
            "outcomes": dict(self.outcomes),
            "broken": [f"{what}: {number}" for what, number in wrong.items() if number],
            "notes": [f"{self.erased} erasures, {self.relinked} relinks"],
            "percentiles": percentiles(latencies),
            "timeline": self.timeline,
        }

    def text(self) -> str:
        """Return the report, one fact a line."""
        lines = [
            f"{self.answers} answers, {dict(self.statuses)}, lost: {dict(self.lost)}",
            f"slowest {self.slowest:.2f} s",
            f"{self.erased} erasures, {self.relinked} relinks",
            f"outcomes: {dict(self.outcomes.most_common())}",
            f"foreign: {len(self.foreign)}",
            f"forgotten: {len(self.forgotten)}",
            f"failed: {self.failed}",
        ]
        return "\n".join(
            [*lines, *self.foreign[:5], *self.forgotten[:5], *self.log_lines[:10]]
        )


@dataclass(frozen=True, slots=True)
class Least:
    """From `since` on (the loop's time) an instance says nothing before `edition`."""

    port: int
    edition: int
    since: float


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer of the skill: status, response (empty but for 200) and trace id."""

    status: int
    answer: Json
    trace: str


@dataclass(slots=True)
class Storm:
    """The callers of a storm, and what they share.

    `least` holds, for each listener and instance, the oldest edition that may still be
    heard there, and from which time of the loop on.
    """

    spotify: MarkedSpotify
    signer: Signer
    services: list[Server]
    rng: Random
    findings: Findings = field(default_factory=Findings)
    least: dict[int, list["Least"]] = field(default_factory=dict)
    _ids: "count[int]" = field(default_factory=count)

    async def call(self, until: float, http: aiohttp.ClientSession) -> None:
        """Talk to the skill as one caller after the other, until the loop's `until`."""
        while asyncio.get_running_loop().time() < until:
            caller = Caller(self, http, self.rng.randrange(LISTENERS))
            for _ in range(self.rng.randint(1, 6)):
                await caller.turn()

    async def post(
        self, http: aiohttp.ClientSession, port: int, envelope: Json
    ) -> "Reply":
        """Send one signed request to an instance, in a trace of its own."""
        body, trace = encode(envelope), f"{next(self._ids) + 1:032x}"
        url = f"http://127.0.0.1:{port}/alexa"
        headers = {
            **self.signer.headers(body),
            "traceparent": f"00-{trace}-{trace[16:]}-01",
        }
        loop = asyncio.get_running_loop()
        moment, began = time.time(), loop.time()
        try:
            async with http.post(url, data=body, headers=headers) as reply:
                text = await reply.read()
        except (aiohttp.ClientError, TimeoutError) as error:
            self.findings.lost[type(error).__name__] += 1
            self.findings.requests.append(Answer(moment, None))
            return Reply(0, {}, trace)
        taken = loop.time() - began
        self.findings.requests.append(Answer(moment, taken))
        self.findings.slowest = max(self.findings.slowest, taken)
        self.findings.answers += 1
        self.findings.statuses[reply.status] += 1
        answer = json.loads(text) if text and reply.status == 200 else {}
        return Reply(reply.status, answer, trace)

    def erased(self, number: int, port: int, edition: int) -> None:
        """Note that an instance said that a listener is forgotten.

        What is of an earlier edition may not be heard there any more, and after the
        lifetime of their memory not from the other instances either.
        """
        self.findings.erased += 1
        now = asyncio.get_running_loop().time()
        self.least.setdefault(number, []).append(Least(port, edition, now))

    def least_edition(self, number: int, port: int, now: float) -> int:
        """Return the oldest edition that a listener may hear from an instance."""
        allowed = (
            least.edition
            for least in self.least.get(number, ())
            if now >= least.since + (0 if least.port == port else MEMORY_SECONDS)
        )
        return max(allowed, default=0)

    def since_erasure(self, number: int, edition: int, port: int) -> str:
        """Return how long ago an erasure was confirmed, and by which instance."""
        now = asyncio.get_running_loop().time()
        erasure = next(x for x in self.least[number] if x.edition == edition)
        where = "the same" if erasure.port == port else "another"
        return f"{now - erasure.since:.1f} s after {where} instance confirmed"

    def stamp(self) -> RequestStamp:
        """Return a new request's id and time."""
        name = f"amzn1.echo-api.request.storm.{next(self._ids)}"
        return RequestStamp(name, datetime.now(UTC))


class Caller:
    """One listener at one device, in one session."""

    def __init__(self, storm: Storm, http: aiohttp.ClientSession, number: int) -> None:
        self._storm = storm
        self._http = http
        self._number = number
        self._device = replace(
            listener(number, screen=bool(number % 2)), token=self._token()
        )
        self._session = AlexaSession()

    def _token(self) -> str:
        owners = self._storm.spotify.owners
        tokens = [token for token, who in owners.items() if who == self._number]
        return tokens[-1] if tokens else self._storm.spotify.token(self._number)

    async def turn(self) -> None:
        """Say one thing: mostly an intent, seldom a relink, an erasure or an event."""
        draw = self._storm.rng.random()
        if draw < 0.03:
            await self._forget_me()
        elif draw < 0.04:
            await self._disable()
        elif draw < 0.08:
            self._storm.findings.relinked += 1
            self._device = replace(
                self._device, token=self._storm.spotify.token(self._number)
            )
        elif self._session.new:
            await self._say(launch(self._device, self._storm.stamp(), self._session))
        else:
            await self._ask(self._storm.rng.choice(INTENTS))

    async def _ask(self, name: str) -> Json:
        stamp = self._storm.stamp()
        return await self._say(intent(self._device, stamp, self._session, name))

    async def _say(self, envelope: Json, port: int = 0) -> Json:
        """Send an envelope, check the answer, go on with its session attributes."""
        port = port or self._storm.rng.choice(self._storm.services).port
        now = asyncio.get_running_loop().time()
        least = self._storm.least_edition(self._number, port, now)
        reply = await self._storm.post(self._http, port, envelope)
        attributes = reply.answer.get("sessionAttributes") or {}
        self._session = AlexaSession(new=False, attributes=attributes)
        self._check(reply, least, port)
        return reply.answer

    def _check(self, reply: Reply, least: int, port: int) -> None:
        findings = self._storm.findings
        before = len(findings.foreign) + len(findings.forgotten)
        said = json.dumps({**reply.answer, "sessionAttributes": None})
        for mark in MARK.finditer(said):
            about = f"listener {self._number}, at least edition {least}: {mark[0]}"
            if int(mark[1]) != self._number:
                findings.foreign.append(about)
            elif int(mark[2]) < least:
                since = self._storm.since_erasure(self._number, least, port)
                findings.forgotten.append(f"{about}, {since}")
        if len(findings.foreign) + len(findings.forgotten) > before:
            findings.traces.append(reply.trace)

    async def _forget_me(self) -> None:
        """Say "forget me" and yes; afterwards nothing of before may be heard."""
        await self._ask("ForgetMeIntent")
        port = self._storm.rng.choice(self._storm.services).port
        edition = self._next_edition()
        stamp = self._storm.stamp()
        yes = intent(self._device, stamp, self._session, "AMAZON.YesIntent")
        answer = await self._say(yes, port)
        if "I have forgotten" in json.dumps(answer):
            self._storm.erased(self._number, port, edition)

    async def _disable(self) -> None:
        port = self._storm.rng.choice(self._storm.services).port
        edition = self._next_edition()
        event = skill_event(self._device, self._storm.stamp(), "SkillDisabled")
        reply = await self._storm.post(self._http, port, event)
        if reply.status == 200:
            self._storm.erased(self._number, port, edition)

    def _next_edition(self) -> int:
        """Give the listener's music new names, before the erasure is asked for."""
        self._storm.spotify.editions[self._number] += 1
        self._session = replace(self._session, new=False)
        return self._storm.spotify.editions[self._number]


async def unsettle(world: Stage, storm: Storm, until: float) -> None:
    """Inflict faults on Redis and Spotify, one after the other, with calm between."""
    loop = asyncio.get_running_loop()
    while loop.time() < until:
        await asyncio.sleep(storm.rng.uniform(1, 4))
        of_redis = storm.rng.random() < 0.5
        if of_redis:
            world.inflict(storm.rng.choice(REDIS_FAULTS))
        else:
            storm.spotify.failing = storm.rng.choice((0.1, 0.5, 1.0))
            world.note(f"Spotify fails {storm.spotify.failing:.0%} of its calls")
        await asyncio.sleep(storm.rng.uniform(0.5, 3))
        if of_redis:
            world.inflict("NONE")
        else:
            storm.spotify.failing = 0.0
            world.note("Spotify is well again")


@asynccontextmanager
async def listening(spotify: MarkedSpotify) -> AsyncIterator[int]:
    """Serve the marked Spotify while the block lasts; yield its port."""
    runner = web.AppRunner(spotify.application(), access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    try:
        yield runner.addresses[0][1]
    finally:
        await runner.cleanup()


async def blow(cores: Cores, seconds: float, callers: int, seed: int) -> Findings:
    """Run a storm and return what it found."""
    rng = Random(seed)
    spotify = MarkedSpotify(rng)
    async with AsyncExitStack() as stack:
        port = await stack.enter_async_context(listening(spotify))
        settings = {"SPOTIFY_API_URL": f"http://127.0.0.1:{port}/v1"}
        world = stack.enter_context(
            stage(cores, redis=True, instances=2, settings=settings)
        )
        world.inflict("EVICT")
        storm = Storm(spotify, Signer(world.chain.key), world.services, rng)
        http = await stack.enter_async_context(
            aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=0),
                timeout=aiohttp.ClientTimeout(total=ANSWER_SECONDS),
            )
        )
        until = asyncio.get_running_loop().time() + seconds
        tasks: list[Any] = [storm.call(until, http) for _ in range(callers)]
        with watching(world.services) as samples:
            await asyncio.gather(unsettle(world, storm, until), *tasks)
        findings = storm.findings
        findings.outcomes = world.outcomes()
        findings.log_lines = world.lines_about(findings.traces)
        troubles = Troubles(moments=world.apologies)
        findings.timeline = timeline(findings.requests, samples, world.marks, troubles)
        return findings
