"""Bursts: many people in one moment, for the service and the minimal skill in turn."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
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
from tests.load.stage import FaultOfSpotify, control
from tests.load.traffic import Traffic

CONTESTANTS = {"minimal skill": "tests.load.minimal", "service": "service"}
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
        about="known listeners at once, all on new connections",
        wires=Traffic.launches,
        sizes=(100, 1000),
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
    """What bursts of one size came to: answers a second, the last answer in ms."""

    contestant: str
    size: int
    rates: list[float] = field(default_factory=list)
    lasts: list[float] = field(default_factory=list)
    late: int = 0

    @property
    def rate(self) -> float:
        return float(median(self.rates))


def bursts(cores: Cores, rounds: int, crowd: Crowd) -> list[Burst]:
    """Every burst meets a process that knows nobody else; the listeners differ each
    time."""
    found = [Burst(c, n) for n in crowd.sizes for c in crowd.contestants]
    for _ in range(rounds):
        for burst in found:
            with _world(cores, crowd) as (environ, traffic):
                module = (CONTESTANTS[burst.contestant],)
                core = frozenset({cores.server})
                with running(module, core, environ) as server:
                    _once(server, replace(traffic, listeners=burst.size), crowd, burst)
    return found


def _once(server: Server, traffic: Traffic, crowd: Crowd, burst: Burst) -> None:
    connect = to_port(server.port)
    if fire(connect, traffic.cold(1), 1.0).statuses != {200: 1}:
        raise Unusable(f"{burst.contestant} does not answer")
    if crowd.known:
        ask_all(server.port, traffic.launches(burst.size))
    volley = fire(connect, crowd.wires(traffic, burst.size), AT_ONCE)
    good = volley.statuses.get(200, 0)
    last = max(volley.latencies, default=PATIENCE)
    burst.rates.append(good / last)
    burst.lasts.append(last * 1e3)
    burst.late += burst.size - good
    burst.late += sum(latency > AMAZON_WAITS for latency in volley.latencies)


@contextmanager
def _world(cores: Cores, crowd: Crowd) -> Iterator[tuple[Mapping[str, str], Traffic]]:
    chain = make_chain(datetime.now(UTC))
    with (
        TemporaryDirectory() as folder,
        on(cores.others),
        running((crowd.spotify,), cores.others) as spotify,
    ):
        for fault in crowd.faults:
            control(spotify.port, "POST", fault)
        file = Path(folder) / "chain.pem"
        chain.save(file)
        yield (
            {
                "ENVIRONMENT": "staging",
                "HOST": "127.0.0.1",
                "SKILL_ID": SKILL_ID,
                "ALEXA_TEST_CHAIN_FILE": str(file),
                "SPOTIFY_API_URL": f"http://127.0.0.1:{spotify.port}/v1",
            },
            Traffic(Signer(chain.key)),
        )


def table(crowd: Crowd, found: list[Burst]) -> str:
    """Markdown; ratios are to the first contestant's burst of that size."""
    yardstick = {b.size: b.rate for b in reversed(found)}
    rows = [
        f"| {crowd.about} | skill | answers/s | ratio | last ms | lost or late |",
        "|---:|---|---:|---:|---:|---:|",
    ]
    for b in found:
        ratio = b.rate / yardstick[b.size]
        rows.append(
            f"| {b.size} | {b.contestant} | {b.rate:,.0f} | {ratio:.2f} "
            f"| {median(b.lasts):.0f} | {b.late} |"
        )
    return "\n".join(rows)


@dataclass(frozen=True, slots=True)
class Start:
    """From the process's first instruction to its first answer with 200, seconds."""

    contestant: str
    seconds: float


def starts(cores: Cores, rounds: int) -> list[Start]:
    """Of bare aiohttp, the minimal skill and ours; medians, bytecode present."""
    modules = {"bare aiohttp": "tests.load.bare", **CONTESTANTS}
    taken: dict[str, list[float]] = {name: [] for name in modules}
    with _world(cores, CROWDS[0]) as (environ, traffic):
        for _ in range(rounds):
            for name, module in modules.items():
                began = time.perf_counter()
                core = frozenset({cores.server})
                with running((module,), core, environ) as server:
                    fire(to_port(server.port), traffic.cold(1), 1e6)
                    taken[name].append(time.perf_counter() - began)
    return [Start(name, float(median(each))) for name, each in taken.items()]
