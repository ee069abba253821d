"""Benchmark: the highest rate of one core, each round beside one of bare aiohttp."""

import json
import signal
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from simulator.alexa.certificates import SigningChain, make_chain
from simulator.alexa.requests import Signer
from tests.load import profile_report
from tests.load.answers import check
from tests.load.closed_loop import ask_all, ask_on
from tests.load.figures import AtEase, Line, Round, as_json, percentile, table
from tests.load.open_loop import fire, to_port
from tests.load.plan import Plan
from tests.load.prepared import (
    LAUNCH,
    LIST,
    ON_SPEAKERS,
    RECOMMEND,
    RECOMMEND_KNOWN,
    SKILL_ID,
    Scenario,
)
from tests.load.servers import Cores, Server, Unusable, on, running
from tests.load.stage import cache_server
from tests.load.verdict import percentiles
from tests.progress import Steps, progress

SCENARIOS = (*ON_SPEAKERS, LAUNCH, LIST, RECOMMEND_KNOWN, RECOMMEND)
THROUGH_REDIS = (LAUNCH, LIST)
# More records than the smallest memory holds, asked for one after the other: whoever
# comes again has been dropped by then, and every request reads from Redis. They know
# five times the songs whose words are remembered, too.
CROWD = 512
SMALLEST_MEMORY = {"CACHE_MEMORY_MB": "1"}
# A listener knows 44 songs and is shown three at once: after 15 recommendations all
# have been put into words, and the process remembers those of some 90 listeners.
KNOWN_PASSES = 15
# Latencies need more answers than a round's rate.
EASE_ROUNDS = 3
# Alexa's requests are refused after 150 s; what is signed now is asked within this.
SIGNED_FOR = timedelta(seconds=90)


def now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Contestant:
    """A running server, and what it is asked by how many listeners.

    passes: how often each listener asks before the measure.
    """

    name: str
    server: Server
    scenario: Scenario
    listeners: int
    passes: int = 1


class Bench:
    """One run on this machine; raises `Unusable` where it would mean nothing."""

    def __init__(self, plan: Plan, now: Callable[[], datetime] = now) -> None:
        self._plan = plan
        self._now = now
        self._cores = Cores.of_this_machine(plan.server_core)
        self._chain: SigningChain = make_chain(now())
        self._answered: dict[str, int] = {}
        self._signed: dict[tuple[str, int], tuple[datetime, list[bytes]]] = {}

    def run(self) -> list[Line]:
        """Bare aiohttp first, then who is held against it."""
        contestants = 3 + len(SCENARIOS) + len(THROUGH_REDIS)
        rounds = contestants * (2 * self._plan.rounds + 1 + EASE_ROUNDS)
        with progress("bench", rounds * self._plan.seconds) as steps:
            return self._measured(steps)

    def _measured(self, steps: Steps) -> list[Line]:
        seconds = self._plan.seconds
        with self._world() as environ, on(self._cores.others), ExitStack() as stack:
            entries = list(self.contestants(stack, environ))
            lines = [
                Line(each.name, each.server.start_seconds, each.server.memory_mb())
                for each in entries
            ]
            for each in entries:
                steps.begin(f"warming {each.name}", seconds)
                self._warm(each)
            for number in range(self._plan.rounds):
                for line, each in zip(lines, entries, strict=True):
                    steps.begin(f"round {number + 1}, {each.name}", 2 * seconds)
                    self._pair_of_rounds(line, entries[0], each)
            for line, each in zip(lines, entries, strict=True):
                steps.begin(f"half the rate, {each.name}", EASE_ROUNDS * seconds)
                line.at_ease = self._at_ease(each, line.middle("rate") / 2)
            return lines

    def _pair_of_rounds(self, line: Line, bare: Contestant, asked: Contestant) -> None:
        """One round of bare aiohttp and one of a contestant, at once after it.

        What slows the machine down for more than a moment slows down both.
        """
        first, second = self._requests(bare), self._requests(asked)
        line.beside.append(self._round(bare, first))
        line.rounds.append(self._round(asked, second))

    def contestants(
        self, stack: ExitStack, environ: dict[str, str]
    ) -> Iterator[Contestant]:
        """Start the servers, one after the other; `stack` ends them.

        RECOMMEND has a server of its own: it changes what is kept of the listeners,
        whom the other rows find as they left them.
        """
        few = self._plan.listeners
        bare = stack.enter_context(self._start("tests.load.bare"))
        yield Contestant("bare aiohttp", bare, LAUNCH, few)
        minimal = self._start("tests.load.minimal", environ=environ)
        yield Contestant("minimal skill", stack.enter_context(minimal), LAUNCH, few)
        ours = stack.enter_context(self._start("service", environ=environ))
        for each in SCENARIOS:
            if each is RECOMMEND:
                ours = stack.enter_context(self._start("service", environ=environ))
            passes = KNOWN_PASSES if each is RECOMMEND_KNOWN else 1
            yield Contestant(f"service, {each.name}", ours, each, few, passes)
        crowded = stack.enter_context(self._start("service", environ=environ))
        name = f"service, {RECOMMEND_KNOWN.name}, new songs"
        yield Contestant(name, crowded, RECOMMEND_KNOWN, CROWD)
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        cache = stack.enter_context(cache_server(self._cores, Path(folder)))
        settings = {**environ, **cache, **SMALLEST_MEMORY}
        shared = stack.enter_context(self._start("service", environ=settings))
        for each in THROUGH_REDIS:
            name = f"service, {each.name}, Redis every time"
            yield Contestant(name, shared, each, CROWD)

    def report(self, lines: list[Line], file: Path | None = None) -> str:
        """The table; the figures go to `file` as JSON, too."""
        if file:
            file.write_text(json.dumps(as_json(lines), indent=1))
        plan = self._plan
        return (
            f"{plan.rounds} rounds of {plan.seconds:g} s, each after one of "
            f"{lines[0].name}; medians of figures and of ratios; "
            f"{plan.connections} connections, {plan.listeners} warm listeners; "
            f"p50 and p99 at half that rate, from when a request was due\n\n"
            f"{table(lines)}"
        )

    def profile(self) -> str:
        """Where the service's time goes, by scenario."""
        parts = []
        with progress("profile", len(SCENARIOS)) as steps:
            for each in SCENARIOS:
                steps.begin(each.name)
                parts.append(f"\n== {each.name}\n{self._profiled(each)}")
        return "\n".join(parts)

    def _profiled(self, scenario: Scenario) -> str:
        with tempfile.TemporaryDirectory() as folder:
            samples = Path(folder) / "samples.json"
            module = ("tests.load.sampling", str(samples))
            with (
                self._world() as environ,
                on(self._cores.others),
                self._start(*module, environ=environ) as ours,
            ):
                asked = Contestant("profile", ours, scenario, self._plan.listeners)
                self._warm(asked)
                ours.process.send_signal(signal.SIGUSR1)
                measured = self._round(asked, self._requests(asked))
            if self._plan.stacks:
                self._plan.stacks.mkdir(parents=True, exist_ok=True)
                copy = self._plan.stacks / f"{scenario.name}.stacks"
                copy.write_bytes(samples.read_bytes())
            return profile_report.report(profile_report.read(samples), measured.cpu_us)

    @contextmanager
    def _world(self) -> Iterator[dict[str, str]]:
        """A fake Spotify and a chain file: the settings that name them."""
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "chain.pem"
            self._chain.save(file)
            with running(("tests.load.spotify",), self._cores.others) as spotify:
                yield {
                    "ENVIRONMENT": "staging",
                    "HOST": "127.0.0.1",
                    "SKILL_ID": SKILL_ID,
                    "ALEXA_TEST_CHAIN_FILE": str(file),
                    "SPOTIFY_API_URL": f"http://127.0.0.1:{spotify.port}/v1",
                }

    def _start(
        self, *module: str, environ: Mapping[str, str] | None = None
    ) -> AbstractContextManager[Server]:
        return running(module, frozenset({self._cores.server}), environ)

    def _requests(self, asked: Contestant) -> list[bytes]:
        """Return the signed requests, which serve for some rounds."""
        kind, now = (asked.scenario.name, asked.listeners), self._now()
        signed, requests = self._signed.get(kind, (now - SIGNED_FOR, []))
        if now - signed >= SIGNED_FOR:
            signer, listeners = Signer(self._chain.key), range(asked.listeners)
            requests = list(asked.scenario.requests(signer, listeners, now))
            self._signed[kind] = now, requests
        return requests

    def _warm(self, asked: Contestant) -> None:
        """Every listener, looking at the answers; then a moment at full speed."""
        requests = self._requests(asked)
        for reply in ask_all(asked.server.port, requests * asked.passes):
            check(reply, asked.scenario)
        ask_on(
            asked.server.port,
            requests,
            seconds=self._plan.seconds,
            connections=self._plan.connections,
        )

    def _round(self, asked: Contestant, requests: list[bytes]) -> Round:
        """Go on where the round before ended: a short one does not reach everybody."""
        server = asked.server
        start = self._answered.get(asked.name, 0) % len(requests)
        requests = requests[start:] + requests[:start]
        cpu, own = server.cpu_seconds(), time.process_time()
        tally = ask_on(
            server.port,
            requests,
            seconds=self._plan.seconds,
            connections=self._plan.connections,
        )
        cpu, own = server.cpu_seconds() - cpu, time.process_time() - own
        if set(tally.statuses) != {200}:
            raise Unusable(f"{asked.name} was answered with {tally.statuses}")
        self._answered[asked.name] = start + tally.answered
        return Round(
            rate=tally.rate,
            cpu_us=cpu / tally.answered * 1e6,
            busy=cpu / tally.seconds,
            generator_us=own / tally.answered * 1e6,
        )

    def _at_ease(self, asked: Contestant, rate: float) -> AtEase:
        """Constant arrivals at `rate` a second."""
        few = self._requests(asked)
        seconds = self._plan.seconds * EASE_ROUNDS
        wires = [few[n % len(few)] for n in range(int(rate * seconds) or 1)]
        volley = fire(to_port(asked.server.port), wires, rate)
        latencies = sorted(volley.latencies)
        return AtEase(
            p50_ms=percentile(latencies, 0.5) * 1e3,
            p99_ms=percentile(latencies, 0.99) * 1e3,
            lag_ms=volley.lag * 1e3,
            percentiles=percentiles(latencies),
        )
