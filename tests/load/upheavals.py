"""Scenarios that are more than one fault: flood, overload, SIGTERM, new certificate."""

import math
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from tests.fault_proxy import Fault
from tests.load.bursts import AMAZON_WAITS, AT_ONCE
from tests.load.closed_loop import ask_all, ask_on
from tests.load.flood import KINDS
from tests.load.open_loop import fire, to_port
from tests.load.scenarios import PLAIN, SCENARIOS, SLACK, Load
from tests.load.servers import Server
from tests.load.soak import soak, soak_cold
from tests.load.stage import Stage, warm
from tests.load.verdict import Result, together, valid

Upheaval = Callable[[str, Stage, Load], Result]
MOST_DRAINED = 9.0  # seconds from SIGTERM to the end
FLOOD_CONNECTIONS = 200
IDLE_CONNECTIONS = 1_100  # more than a process with 1,024 descriptors can hold
IDLE = frozenset({"silent", "half-line", "half-head"})
FLOODED_SECONDS = 2.0  # the worst answer beside a flood
SIGNED = 50.0  # requests a second beside the flood
FETCHED_SECONDS = 1.0  # what each call of Spotify's takes while instances fail
ATTEMPT_SECONDS = 1.5  # a listener waits for at most one attempt of another instance
_STRANGERS = 1000  # more than any machine answers in two seconds


def certificate(name: str, stage: Stage, load: Load) -> Result:
    """In the middle of the run Alexa begins to sign with another chain."""
    traffic = stage.traffic(load.listeners)
    warm(stage, traffic)
    before = traffic.launches(load.requests // 2)
    first = fire(to_port(stage.services[0].port), before, load.rate)
    stage.change_certificate()
    renewed = stage.traffic(load.listeners)
    renewed.signer = type(renewed.signer)(stage.chain.key, NEXT_URL)
    after = renewed.launches(load.requests // 2)
    second = fire(to_port(stage.services[0].port), after, load.rate)
    return PLAIN.judged(name, stage, together(first, second))


NEXT_URL = "https://s3.amazonaws.com/echo.api/echo-api-cert-next.pem"


def spotify_refuses(name: str, stage: Stage, load: Load) -> Result:
    """Spotify is gone, every connection to it refused; 200 new listeners come."""
    traffic = stage.traffic(load.listeners)
    warm(stage, traffic)
    wires = traffic.cold(200)
    stage.spotify.process.kill()
    stage.spotify.process.wait()
    stage.note("Spotify is gone")
    volley = fire(to_port(stage.services[0].port), wires, load.rate)
    return replace(PLAIN, apologies=1.0, slo=False).judged(name, stage, volley)


def floods(kind: str, *, cold: bool = False) -> Upheaval:
    """Return the scenario of a flood: see `tests.load.flood` for the kinds.

    `cold`: the service has answered nothing before the flood, not even one request.
    """

    def flooded(name: str, stage: Stage, load: Load) -> Result:
        return _flooded(Flooding(kind, cold), name, stage, load)

    flooded.__doc__ = f"50 signed requests a second beside a flood: {kind}."
    if cold:
        flooded.__doc__ += " From a cold start."
    return flooded


@dataclass(frozen=True, slots=True)
class Flooding:
    """A kind of flood, and whether it meets a service that has just started."""

    kind: str
    cold: bool = False

    @property
    def connections(self) -> int:
        """How many connections the flood holds: idle ones by far the most."""
        return IDLE_CONNECTIONS if self.kind in IDLE else FLOOD_CONNECTIONS


def _flooded(flooding: Flooding, name: str, stage: Stage, load: Load) -> Result:
    traffic, port = stage.traffic(load.listeners), stage.services[0].port
    number = int(SIGNED * load.seconds)
    without = math.nan
    if not flooding.cold:
        warm(stage, traffic)
        quiet = fire(to_port(port), traffic.launches(number), SIGNED)
        without = Result.of(name, quiet, Counter()).at(0.99)
        stage.outcomes()
    wires = traffic.launches(number)
    flooder = [sys.executable, "-m", "tests.load.flood", flooding.kind, str(port)]
    with subprocess.Popen(  # noqa: S603 - our own module
        [*flooder, str(flooding.connections)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        time.sleep(1.0)  # until all its connections are there
        stage.note(f"flood: {flooding.kind}")
        volley = fire(to_port(port), wires, SIGNED)
        seen, _ = process.communicate("enough\n")
    outcomes = {k: n for k, n in stage.outcomes().items() if "refused" not in k}
    result = Result.of(name, volley, Counter(outcomes))
    result.promise(volley.lost == 0, f"{volley.lost} signed requests lost")
    result.promise(
        result.answered == result.asked,
        f"{result.asked - result.answered} not answered: {volley.statuses}",
    )
    result.promise(result.at(1.0) <= FLOODED_SECONDS, f"worst {result.at(1.0):.2f} s")
    result.notes.append(
        f"p99 {result.at(0.99) * 1e3:.0f} ms beside the flood, "
        f"{without * 1e3:.0f} ms without; {seen.strip()}"
    )
    return result


def overload(name: str, stage: Stage, load: Load) -> Result:
    """Twice what the service can do: told off at once, or answered in time."""
    traffic = stage.traffic(load.listeners)
    warm(stage, traffic)
    port = stage.services[0].port
    # The dearest question that needs nobody else, so that the generator can keep up.
    dear = traffic.asked(256, "RecommendIntent")
    ask_all(port, dear[: load.listeners])
    most = ask_on(port, dear, seconds=2.0, connections=64).rate
    stage.outcomes()
    wires = [dear[n % 256] for n in range(int(2 * most * min(load.seconds, 5.0)))]
    volley = fire(to_port(port), wires, 2 * most)
    result = Result.of(name, volley, stage.outcomes())
    told_off = volley.statuses.get(429, 0)
    result.promise(volley.lost == 0, f"{volley.lost} lost")
    result.promise(
        result.answered + told_off == result.asked, f"statuses {volley.statuses}"
    )
    result.notes.append(f"{2 * most:.0f}/s asked, {told_off} told to come again")
    return result


def overload_cold(name: str, stage: Stage, load: Load) -> Result:
    """Three times as many strangers as the service has time for: who is let in is
    answered, the others hear at once that it is busy."""
    traffic, port = stage.traffic(load.listeners), stage.services[0].port
    warm(stage, traffic)
    strangers = traffic.cold_asking(_STRANGERS, "RecommendIntent")
    most = ask_on(port, strangers, seconds=2.0, connections=16).rate
    time.sleep(2.0)  # until those are through who were still being answered
    stage.outcomes()
    wires = traffic.cold_asking(int(3 * most * load.seconds), "RecommendIntent")
    volley = fire(to_port(port), wires, 3 * most)
    result = Result.of(name, volley, stage.outcomes())
    result.promise(result.answered == result.asked, f"statuses {volley.statuses}")
    good = result.outcomes["answered"]
    result.promise(good >= most * load.seconds / 3, f"only {good} were answered well")
    if result.valid:
        worst = result.at(1.0)
        result.promise(worst < AMAZON_WAITS + SLACK, f"worst {worst:.1f} s")
    result.notes.append(f"{3 * most:.0f}/s asked, {most:.0f}/s can be served")
    return result


def sigterm(name: str, stage: Stage, load: Load) -> Result:
    """The instance is told to end in the middle; whatever it accepted is answered."""
    traffic = stage.traffic(load.listeners)
    warm(stage, traffic)
    stage.strike({"kind": "delay", "seconds": 0.5})
    service = stage.services[0]
    wires = traffic.cold(load.requests)
    halfway = load.seconds / 2
    told: list[float] = []

    def stop() -> None:
        told.append(time.perf_counter())
        stage.note("SIGTERM")
        service.process.send_signal(signal.SIGTERM)

    volley = fire(to_port(service.port), wires, load.rate, meanwhile=[(halfway, stop)])
    service.process.wait(MOST_DRAINED + 3)
    took = ended_after(service, told[0])
    outcomes = stage.outcomes()
    result = Result.of(name, volley, outcomes)
    accepted = outcomes.total()
    good = sum(valid(reply) for reply in volley.replies)
    result.promise(good == accepted, f"{accepted} accepted, {good} answered")
    result.promise(good >= int(load.rate * halfway * 0.9), "too few before the end")
    result.promise(took < MOST_DRAINED, f"took {took:.1f} s to end")
    result.notes.append(f"{accepted} accepted and answered, gone {took:.1f} s later")
    return result


def redis_sigkill(name: str, stage: Stage, load: Load) -> Result:
    """kill -9 in the middle of fetches; the same listeners ask another instance."""
    traffic = stage.traffic(load.listeners)
    warm(stage, traffic)
    stage.strike({"kind": "delay", "seconds": FETCHED_SECONDS})
    first, next_ones = traffic.cold_twice(int(load.rate * FETCHED_SECONDS))
    began_by = [(FETCHED_SECONDS, stage.services[0].process.kill)]
    fire(to_port(stage.services[0].port), first, load.rate, meanwhile=began_by)
    return _asked_elsewhere(name, stage, next_ones, load)


def redis_lost_claims(name: str, stage: Stage, load: Load) -> Result:
    """Redis answers one instance late; the same listeners ask another instance."""
    traffic = stage.traffic(load.listeners)
    warm(stage, traffic)
    stage.strike({"kind": "delay", "seconds": FETCHED_SECONDS})
    first, next_ones = traffic.cold_twice(int(load.rate * FETCHED_SECONDS))
    stage.inflict("LATE")
    volley = fire(to_port(stage.services[0].port), first, load.rate)
    stage.inflict(Fault.NONE)
    result = _asked_elsewhere(name, stage, next_ones, load)
    good = sum(valid(reply) for reply in volley.replies)
    result.promise(good == len(first), f"{len(first) - good} without a valid answer")
    return result


def _asked_elsewhere(
    name: str, stage: Stage, wires: Sequence[bytes], load: Load
) -> Result:
    """Judge the second instance: a first fetch, and at most one attempt more."""
    stage.outcomes()
    volley = fire(to_port(stage.services[1].port), wires, load.rate)
    slowest = 2 * FETCHED_SECONDS + ATTEMPT_SECONDS
    return replace(PLAIN, slowest=slowest, slo=False).judged(name, stage, volley)


def cold_thousand(name: str, stage: Stage, _load: Load) -> Result:
    """A thousand new listeners in one moment, kept in Redis; Spotify takes 80 ms."""
    traffic, service = stage.traffic(1), stage.services[0]
    warm(stage, traffic)
    wires, before = traffic.cold(1000), service.cpu_seconds()
    volley = fire(to_port(service.port), wires, AT_ONCE)
    used = service.cpu_seconds() - before
    result = replace(PLAIN, slo=False).judged(name, stage, volley)
    result.promise(volley.lost == 0, f"{volley.lost} lost: no answer, or a reset")
    result.promise(stage.cut_off() is None, "Redis was given up")
    lost = f"{volley.lost} lost" if volley.lost else "none lost"
    result.notes.append(
        f"{lost}; the service had {used:.1f} s of its core in {volley.seconds:.1f} s"
    )
    return result


def ended_after(service: Server, told: float) -> float:
    return 0.0 if service.process.returncode is None else time.perf_counter() - told


UPHEAVALS: dict[str, Upheaval] = {
    "certificate": certificate,
    "spotify-refuse": spotify_refuses,
    "flood": floods("forged"),
    "flood-bare": floods("bare"),
    **{f"flood-{kind}": floods(kind) for kind in KINDS[2:]},
    **{f"flood-{kind}-cold": floods(kind, cold=True) for kind in KINDS},
    "overload": overload,
    "overload-cold": overload_cold,
    "sigterm": sigterm,
    "cold-1000": cold_thousand,
    "redis-sigkill": redis_sigkill,
    "redis-lost-claims": redis_lost_claims,
    "soak": soak,
    "soak-cold": soak_cold,
}
STAGES: Mapping[str, Mapping[str, Any]] = {
    # A cache that is full within the first two minutes: what grows later is no cache.
    "soak": {"settings": {"CACHE_MEMORY_MB": "2"}},
    "soak-cold": {
        "settings": {"CACHE_MEMORY_MB": "2"},
        "spotify_module": "tests.load.light_spotify",
    },
    "redis-sigkill": {"redis": True, "instances": 2},
    "redis-lost-claims": {"redis": True, "instances": 2},
    # The usual fake Spotify takes longer for a thousand than the service does, and with
    # 1,024 descriptors a third of them would wait for a connection, not for an answer.
    "cold-1000": {
        "redis": True,
        "spotify_module": "tests.load.light_spotify",
        "descriptors": None,
    },
}
"""What is not as usual on the stage of an upheaval: arguments of `stage`."""

NAMES = (*SCENARIOS, *UPHEAVALS)
LONG = frozenset({"soak", "soak-cold"})
