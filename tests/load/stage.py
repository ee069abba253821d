"""Environment of a run: fake Spotify, Redis behind a fault proxy, instances."""

import http.client
import json
import shutil
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import Any

from service.observability.logs import TRACE
from simulator.alexa.certificates import SigningChain, make_chain
from simulator.alexa.requests import Signer
from tests.fault_proxy import Fault
from tests.load.closed_loop import ask_all
from tests.load.open_loop import to_port
from tests.load.prepared import SKILL_ID
from tests.load.servers import Cores, Server, Unusable, free_port, on, running
from tests.load.timeline import Mark
from tests.load.traffic import Traffic
from tests.providers.cache.certificates import write_certificate

FaultOfSpotify = dict[str, Any]
DESCRIPTORS = 1_024  # the hard limit of open files that containers often have
CERTIFICATE = "server.pem"  # of a Redis that speaks TLS; see `write_certificate`
# The service's log stream collects lines for 5 ms before it writes them.
QUIET_SECONDS = 0.1
LOOKS = 20
# How the service's log begins when its breaker opens.
_BREAKS = ("redis is out", "redis refuses writes")


@dataclass(slots=True)
class Stage:
    """Everything that runs; the generator itself runs beside the fakes."""

    chain_file: Path
    chain: SigningChain
    spotify: Server
    services: list[Server]
    logs: list[Path]
    proxy: Server | None = None
    marks: list[Mark] = field(default_factory=list)
    apologies: list[float] = field(default_factory=list)
    _read: dict[Path, int] = field(default_factory=dict)

    def traffic(self, listeners: int) -> Traffic:
        return Traffic(Signer(self.chain.key), listeners)

    def strike(self, *faults: FaultOfSpotify) -> None:
        """Make the fake Spotify fail in these ways from now on; in none, if none."""
        control(self.spotify.port, "DELETE", None)
        for fault in faults:
            control(self.spotify.port, "POST", fault)
            self.note(f"Spotify: {' '.join(map(str, fault.values()))}")

    def inflict(self, fault: Fault | str) -> None:
        """The way to Redis fails like this from now on."""
        if self.proxy is None or self.proxy.process.stdin is None:
            raise Unusable("this stage has no Redis")
        name = fault if isinstance(fault, str) else fault.name
        if name == Fault.NONE.name:
            self.note("the way to Redis is well again")
        else:
            self.note(f"Redis: {name.lower().replace('_', ' ')}")
        self.proxy.process.stdin.write(f"{name}\n".encode())
        self.proxy.process.stdin.flush()

    def note(self, text: str) -> None:
        """Mark this moment on the timeline of the run."""
        self.marks.append(Mark(time.time(), text))

    def redis_events(self) -> list[Mark]:
        """Return what the services' logs say of Redis, by moment."""
        self._wait_for_logs()
        several = len(self.logs) > 1
        return [
            Mark(_moment(line), line["message"], number if several else 0)
            for number, log in enumerate(self.logs, 1)
            for line in map(json.loads, log.read_text().splitlines())
            if line["message"].startswith("redis")
        ]

    def outcomes(self) -> Counter[str]:
        """What became of the turns since the last look, by the services' own logs."""
        self._wait_for_logs()
        found: Counter[str] = Counter()
        for log in self.logs:
            with log.open("rb") as lines:
                lines.seek(self._read.get(log, 0))
                for line in lines.read().splitlines():
                    told = json.loads(line)
                    if told["message"] == "turn":
                        reason = f" ({told['reason']})" if told["reason"] else ""
                        found[told["outcome"] + reason] += 1
                        if told["outcome"] != "answered":
                            self.apologies.append(_moment(told))
                self._read[log] = lines.tell()
        return found

    def _wait_for_logs(self) -> None:
        """Wait until nothing is written any more: a log line comes after its answer."""
        sizes: list[int] = []
        for _ in range(LOOKS):
            before, sizes = sizes, [log.stat().st_size for log in self.logs]
            if sizes == before:
                return
            time.sleep(QUIET_SECONDS)

    def lines_about(self, traces: Collection[str]) -> list[str]:
        """Return the services' log lines of the turns with these trace ids."""
        lines = chain.from_iterable(log.read_text().splitlines() for log in self.logs)
        return [line for line in lines if json.loads(line).get(TRACE) in traces]

    def cut_off(self) -> float | None:
        """When a service first broke with Redis, by its own log; s since 1970."""
        events = self.redis_events()
        breaks = (event.at for event in events if event.text.startswith(_BREAKS))
        return min(breaks, default=None)

    def change_certificate(self) -> None:
        """Alexa signs with another key from now on, its chain at another address."""
        self.chain = make_chain(datetime.now(UTC))
        self.chain.save(self.chain_file)
        self.note("another certificate")


def _moment(line: dict[str, Any]) -> float:
    """When a log line was written; s since 1970."""
    return datetime.fromisoformat(line["time"]).timestamp()


@contextmanager
def stage(
    cores: Cores,
    *,
    redis: bool = False,
    tls: bool = False,
    instances: int = 1,
    settings: Mapping[str, str] | None = None,
    spotify_module: str = "tests.load.spotify",
    descriptors: int | None = DESCRIPTORS,
) -> Iterator[Stage]:
    """Services on a core of their own, everything else and the generator elsewhere.

    `spotify_module`: the fake Spotify. A light one cannot be struck (`Stage.strike`).
    `descriptors`: the hard limit of a service's open files; None for the machine's.
    """
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        stack.enter_context(on(cores.others))
        signing, file = make_chain(datetime.now(UTC)), folder / "chain.pem"
        signing.save(file)
        spotify = stack.enter_context(running((spotify_module,), cores.others))
        environ = {
            "ENVIRONMENT": "staging",
            "HOST": "127.0.0.1",
            "SKILL_ID": SKILL_ID,
            "ALEXA_TEST_CHAIN_FILE": str(file),
            "ALEXA_API_URL": f"http://127.0.0.1:{spotify.port}",
            "SPOTIFY_API_URL": f"http://127.0.0.1:{spotify.port}/v1",
            **(settings or {}),
        }
        made = Stage(file, signing, spotify, [], [])
        if redis:
            proxied = stack.enter_context(redis_behind_proxy(cores, folder, tls=tls))
            made.proxy = proxied
            environ |= cache_in(proxied.port, folder / CERTIFICATE if tls else None)
        for number in range(instances):
            log = folder / f"service-{number}.log"
            core = frozenset({cores.server})
            service = running(
                ("service",), core, environ, log=log, descriptors=descriptors
            )
            made.services.append(stack.enter_context(service))
            made.logs.append(log)
        yield made


def warm(stage: Stage, traffic: Traffic) -> None:
    """Everybody once, at every instance, before anything is measured."""
    for service in stage.services:
        ask_all(service.port, traffic.launches(traffic.listeners))
    stage.outcomes()


def alternating(stage: Stage) -> Callable[[], Any]:
    """New connections go to one instance after the other."""
    turns = [to_port(service.port) for service in stage.services]

    def connect() -> Any:
        turns.append(turns.pop(0))
        return turns[-1]()

    return connect


def cache_in(port: int, certificate: Path | None = None) -> dict[str, str]:
    """The settings of a cache behind that port, over TLS if there is a certificate."""
    secret = "the load kit's own " * 2
    url = f"redis://127.0.0.1:{port}/0"
    if certificate is not None:
        url = f"rediss://localhost:{port}/0?ssl_ca_certs={certificate}"
    return {"REDIS_URL": url, "CACHE_SECRET": secret}


@contextmanager
def redis_server(
    cores: Cores, folder: Path, options: Sequence[str] = ()
) -> Iterator[Server]:
    """A Redis server of our own that keeps nothing."""
    program = shutil.which("redis-server")
    if program is None:
        raise Unusable("redis-server is not on PATH")
    command = (program, "--save", "", "--dir", str(folder), *options)
    with running((), cores.others, command=command) as server:
        yield server


@contextmanager
def cache_server(
    cores: Cores, folder: Path, *, tls: bool = False
) -> Iterator[dict[str, str]]:
    """A Redis server without a proxy: the settings of a cache in it."""
    port = free_port()
    options = _speaking_tls(folder, port) if tls else ()
    with redis_server(cores, folder, options) as server:
        yield cache_in(port, folder / CERTIFICATE) if tls else cache_in(server.port)


@contextmanager
def redis_behind_proxy(
    cores: Cores, folder: Path, *, tls: bool = False
) -> Iterator[Server]:
    """The proxy, and behind it two servers: one in use, one for a failover.

    With `tls` the proxy forwards to a port of the first that speaks TLS; the
    certificate is `folder / CERTIFICATE`.
    """
    module, told = ("tests.load.proxy",), subprocess.PIPE
    tls_port = free_port()
    options = _speaking_tls(folder, tls_port) if tls else ()
    with (
        redis_server(cores, folder, options) as first,
        redis_server(cores, folder) as second,
    ):
        ports = {
            "UPSTREAM_PORT": str(tls_port if tls else first.port),
            "SECOND_PORT": str(second.port),
        }
        with running(module, cores.others, ports, stdin=told) as proxy:
            yield proxy


def _speaking_tls(folder: Path, port: int) -> tuple[str, ...]:
    write_certificate(folder)
    return (
        *("--tls-port", str(port), "--tls-auth-clients", "no"),
        *("--tls-cert-file", str(folder / CERTIFICATE)),
        *("--tls-key-file", str(folder / "server.key")),
    )


def control(port: int, method: str, body: FaultOfSpotify | None) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        text = json.dumps(body) if body is not None else None
        headers = {"Content-Type": "application/json"}
        connection.request(method, "/control/faults", text, headers)
        answer = connection.getresponse()
        if answer.status >= 300:
            raise Unusable(f"the fake Spotify answered {answer.status} to {method}")
    finally:
        connection.close()
