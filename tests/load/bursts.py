"""Bursts: many people in one moment, for the service and the minimal skill in turn."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from simulator.alexa.certificates import make_chain
from simulator.alexa.requests import Signer
from tests.load.closed_loop import ask_all
from tests.load.open_loop import PATIENCE, fire, to_port
from tests.load.prepared import SKILL_ID
from tests.load.servers import Cores, Server, Unusable, on, running
from tests.load.stage import FaultOfSpotify, cache_server, control
from tests.load.traffic import Traffic


@dataclass(frozen=True, slots=True)
class Skill:
    """A skill that is measured: its module, and whether it has a Redis."""

    module: str
    redis: bool = False
    tls: bool = False


CONTESTANTS = {
    "minimal skill": Skill("tests.load.minimal"),
    "service": Skill("service"),
    "service, Redis": Skill("service", redis=True),
    "service, Redis over TLS": Skill("service", redis=True, tls=True),
}
AT_ONCE = 1e6  # requests a second
AMAZON_WAITS = 8.0  # seconds
LATE = {"kind": "delay", "seconds": 0.08}


@dataclass(frozen=True, slots=True, kw_only=True)
class Crowd:
    """So many people in one moment, each on a connection of their own.

    `spotify` is the fake Spotify's module, `faults` what happens to its calls; `known`:
    whether everybody was here a moment ago.
    """

    about: str
    wires: Callable[[Traffic, int], Sequence[bytes]]
    sizes: tuple[int, ...]
    contestants: tuple[str, ...] = tuple(CONTESTANTS)
    spotify: str = "tests.load.light_spotify"
    faults: tuple[FaultOfSpotify, ...] = ()
    known: bool = False


CROWDS = (
    Crowd(
        about="new listeners at once, Spotify at 80 ms",
        wires=Traffic.cold,
        sizes=(1, 10, 100, 1000),
    ),
    Crowd(
        about="new listeners on speakers at once, Spotify at 80 ms",
        wires=Traffic.cold_on_speakers,
        sizes=(100, 1000),
        contestants=("minimal skill", "service", "service, Redis"),
    ),
    Crowd(
        about="known listeners at once, all on new connections",
        wires=Traffic.launches,
        sizes=(100, 1000),
        contestants=("minimal skill", "service"),
        known=True,
    ),
    Crowd(
        about="new listeners want a recommendation, Spotify at 80 ms",
        wires=lambda traffic, size: traffic.cold_asking(size, "RecommendIntent"),
        sizes=(1, 10),
        contestants=("service",),
        spotify="tests.load.spotify",
        faults=(LATE,),
    ),
)


@dataclass(slots=True)
class Burst:
    """What bursts of one size came to: answers a second, the last answer in ms, the
    processor time of an answer in µs."""

    contestant: str
    size: int
    rates: list[float] = field(default_factory=list)
    lasts: list[float] = field(default_factory=list)
    cpus: list[float] = field(default_factory=list)
    late: int = 0

    @property
    def rate(self) -> float:
        return float(median(self.rates))

    @property
    def cpu(self) -> float:
        return float(median(self.cpus))

    @property
    def last(self) -> float:
        return float(median(self.lasts))


def bursts(cores: Cores, rounds: int, crowd: Crowd) -> list[Burst]:
    """Every burst meets a process that knows nobody else; the listeners differ each
    time."""
    found = [Burst(c, n) for n in crowd.sizes for c in crowd.contestants]
    for _ in range(rounds):
        for burst in found:
            skill = CONTESTANTS[burst.contestant]
            with _world(cores, crowd, skill) as (environ, traffic):
                core = frozenset({cores.server})
                with running((skill.module,), core, environ) as server:
                    _once(server, replace(traffic, listeners=burst.size), crowd, burst)
    return found


def _once(server: Server, traffic: Traffic, crowd: Crowd, burst: Burst) -> None:
    connect = to_port(server.port)
    if fire(connect, traffic.cold(1), 1.0).statuses != {200: 1}:
        raise Unusable(f"{burst.contestant} does not answer")
    if crowd.known:
        ask_all(server.port, traffic.launches(burst.size))
    wires = crowd.wires(traffic, burst.size)
    server.wait_until_idle()
    cpu = server.cpu_seconds()
    volley = fire(connect, wires, AT_ONCE)
    burst.cpus.append((server.cpu_seconds() - cpu) / burst.size * 1e6)
    good = volley.statuses.get(200, 0)
    last = max(volley.latencies, default=PATIENCE)
    burst.rates.append(good / last)
    burst.lasts.append(last * 1e3)
    burst.late += burst.size - good
    burst.late += sum(latency > AMAZON_WAITS for latency in volley.latencies)


@contextmanager
def _world(
    cores: Cores, crowd: Crowd, skill: Skill
) -> Iterator[tuple[Mapping[str, str], Traffic]]:
    chain = make_chain(datetime.now(UTC))
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory()))
        stack.enter_context(on(cores.others))
        spotify = stack.enter_context(running((crowd.spotify,), cores.others))
        cache: Mapping[str, str] = {}
        if skill.redis:
            server = cache_server(cores, folder, tls=skill.tls)
            cache = stack.enter_context(server)
        for fault in crowd.faults:
            control(spotify.port, "POST", fault)
        file = folder / "chain.pem"
        chain.save(file)
        yield (
            {
                "ENVIRONMENT": "staging",
                "HOST": "127.0.0.1",
                "SKILL_ID": SKILL_ID,
                "ALEXA_TEST_CHAIN_FILE": str(file),
                "SPOTIFY_API_URL": f"http://127.0.0.1:{spotify.port}/v1",
                **cache,
            },
            Traffic(Signer(chain.key)),
        )


def table(crowd: Crowd, found: Sequence[Burst]) -> str:
    """Markdown; ratios are to the first contestant's burst of that size."""
    yardstick = {b.size: b for b in reversed(found)}
    rows = [
        (
            f"| {crowd.about} | skill | answers/s | ratio | CPU µs | CPU ratio "
            "| last ms | lost or late |"
        ),
        "|---:|---|---:|---:|---:|---:|---:|---:|",
    ]
    for b in found:
        first = yardstick[b.size]
        rows.append(
            f"| {b.size} | {b.contestant} | {b.rate:,.0f} | {b.rate / first.rate:.2f} "
            f"| {b.cpu:,.0f} | {b.cpu / first.cpu:.2f} | {b.last:.0f} "
            f"| {b.late} |"
        )
    return "\n".join(rows)


def starts(cores: Cores, rounds: int) -> dict[str, list[float]]:
    """From each process's first instruction to its first 200, in seconds.

    Of bare aiohttp, the minimal skill and the service without and with Redis, in turns;
    bytecode present.
    """
    skills = {"bare aiohttp": Skill("tests.load.bare"), **CONTESTANTS}
    taken: dict[str, list[float]] = {name: [] for name in skills}
    core = frozenset({cores.server})
    for _ in range(rounds):
        for name, skill in skills.items():
            with _world(cores, CROWDS[0], skill) as (environ, traffic):
                wire = traffic.cold(1)
                began = time.perf_counter()
                with running((skill.module,), core, environ) as server:
                    fire(to_port(server.port), wire, AT_ONCE)
                    taken[name].append(time.perf_counter() - began)
    return taken
