"""New listeners in one moment: ours and the minimal skill, turn and turn about."""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from service.standin.alexa import Signer
from service.standin.chain import make_chain
from tests.load.open_loop import PATIENCE, fire, to_port
from tests.load.prepared import SKILL_ID
from tests.load.servers import Cores, Server, Unusable, on, running
from tests.load.traffic import Traffic

SIZES = (1, 10, 100, 1000)
CONTESTANTS = {"minimal skill": "tests.load.minimal", "service": "service"}
AT_ONCE = 1e6  # requests a second
AMAZON_WAITS = 8.0  # seconds


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


def bursts(cores: Cores, rounds: int, sizes: tuple[int, ...] = SIZES) -> list[Burst]:
    """Every burst meets a process that knows nobody; the listeners differ each time."""
    found = {(c, n): Burst(c, n) for n in sizes for c in CONTESTANTS}
    for _ in range(rounds):
        for (contestant, _size), burst in found.items():
            with _world(cores) as (environ, traffic):
                module = (CONTESTANTS[contestant],)
                core = frozenset({cores.server})
                with running(module, core, environ) as server:
                    _once(server, traffic, burst)
    return list(found.values())


def _once(server: Server, traffic: Traffic, burst: Burst) -> None:
    connect = to_port(server.port)
    if fire(connect, traffic.cold(1), 1.0).statuses != {200: 1}:
        raise Unusable(f"{burst.contestant} does not answer")
    wires = traffic.cold(burst.size)
    volley = fire(connect, wires, AT_ONCE)
    good = volley.statuses.get(200, 0)
    last = max(volley.latencies, default=PATIENCE)
    burst.rates.append(good / last)
    burst.lasts.append(last * 1e3)
    burst.late += burst.size - good
    burst.late += sum(latency > AMAZON_WAITS for latency in volley.latencies)


@contextmanager
def _world(cores: Cores) -> Iterator[tuple[Mapping[str, str], Traffic]]:
    chain = make_chain(datetime.now(UTC))
    with (
        TemporaryDirectory() as folder,
        on(cores.others),
        running(("tests.load.light_spotify",), cores.others) as spotify,
    ):
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


def table(found: list[Burst]) -> str:
    """Markdown; ratios are to the first contestant's burst of that size."""
    first = next(iter(CONTESTANTS))
    yardstick = {b.size: b.rate for b in found if b.contestant == first}
    rows = [
        "| at once | skill | answers/s | ratio | last ms | lost or late |",
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
    with _world(cores) as (environ, traffic):
        for _ in range(rounds):
            for name, module in modules.items():
                began = time.perf_counter()
                core = frozenset({cores.server})
                with running((module,), core, environ) as server:
                    fire(to_port(server.port), traffic.cold(1), 1e6)
                    taken[name].append(time.perf_counter() - began)
    return [Start(name, float(median(each))) for name, each in taken.items()]
