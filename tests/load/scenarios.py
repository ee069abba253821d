"""Scenarios of the load test: what happens to the service, and what it promises."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from tests.fault_proxy import Fault
from tests.load.open_loop import Meanwhile, Volley, fire
from tests.load.proxy import BY_THE_SERVER, DELAYS
from tests.load.stage import Stage, alternating, warm
from tests.load.traffic import Traffic
from tests.load.verdict import SLOWEST, Result, parted

SLACK = 0.4  # seconds that a full machine may add to what the service promises


@dataclass(frozen=True, slots=True)
class Load:
    """How much: requests a second, for how many seconds, of how many listeners."""

    rate: float = 50.0
    seconds: float = 10.0
    listeners: int = 64

    @property
    def requests(self) -> int:
        return int(self.rate * self.seconds)


Pattern = Callable[[Traffic, int], Sequence[bytes]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """`about` is for readers; `spotify` and `proxy` fail while it runs.

    `during`: in which part of the run the proxy fails, as shares of its length.
    `apologies`: the share of honest error messages that is an answer here. `slowest`:
    what the worst latency keeps within, in seconds. `slo`: whether the objective has
    to be met.
    """

    about: str
    traffic: Pattern = Traffic.launches
    redis: bool = False
    tls: bool = False
    instances: int = 1
    spotify: tuple[dict[str, Any], ...] = ()
    proxy: str | None = None
    during: tuple[float, float] = (0.0, 1.0)
    apologies: float = 0.0
    slowest: float = SLOWEST
    slo: bool = True
    requests: int | None = None

    def run(self, name: str, stage: Stage, load: Load) -> Result:
        traffic = stage.traffic(load.listeners)
        warm(stage, traffic)
        wires = self.traffic(traffic, self.requests or load.requests)
        stage.strike(*self.spotify)
        faults = self._faults(stage, len(wires) / load.rate)
        volley = fire(alternating(stage), wires, load.rate, meanwhile=faults)
        stage.strike()
        result = self.judged(name, stage, volley)
        if self.redis:
            result.notes.append(parted(volley, load.rate, stage.cut_off()))
        return result

    def _faults(self, stage: Stage, seconds: float) -> Meanwhile:
        """Inflict the proxy's fault: now if it is there from the beginning."""
        if self.proxy is None:
            return ()
        first, end = self.during
        strike = partial(stage.inflict, self.proxy)
        if first == 0.0:
            strike()
        begins = [(first * seconds, strike)] if first else []
        ends = [(end * seconds, partial(stage.inflict, Fault.NONE))] if end < 1 else []
        return (*begins, *ends)

    def judged(self, name: str, stage: Stage, volley: Volley) -> Result:
        return self.judge(Result.of(name, volley, stage.outcomes()))

    def judge(self, result: Result) -> Result:
        result.promise(
            result.answered == result.asked,
            f"{result.asked - result.answered} without a valid answer",
        )
        sorry = result.apologies
        result.promise(sorry <= self.apologies * result.asked, f"{sorry} apologies")
        if result.valid:  # else the generator measured itself
            worst = result.at(1.0)
            result.promise(worst <= self.slowest + SLACK, f"worst {worst:.2f} s")
            result.promise(result.slo or not self.slo, "the objective was missed")
        return result


PLAIN = Scenario(about="nothing in particular")


def delay(seconds: float) -> dict[str, Any]:
    return {"kind": "delay", "seconds": seconds}


# 200 requests at each fault: their worst latencies are what the table is for.
_EACH = 200
# What the fake Spotify can do to every call, beside what has a scenario of its own.
_KINDS = (
    *("reset", "drip", "truncate", "short", "no_body", "no_content", "not_json"),
    *("html", "rate_limit", "rate_limit_empty", "quota", "error_html", "bad_gateway"),
    *("unavailable", "unavailable_json", "gateway_timeout", "error"),
    *("unauthorized", "forbidden", "forbidden_scope", "forbidden_premium"),
    *("not_registered", "not_found", "permissions_missing", "token_missing"),
)
_MET: dict[str, dict[str, Any]] = {kind: {"kind": kind} for kind in _KINDS} | {
    "429": {"kind": "rate_limit", "retry_after": 30},
    "quota_429": {"kind": "quota", "retry_after": 30},
}

SCENARIOS: dict[str, Scenario] = {
    "warm": Scenario(about="listeners who were here a moment ago"),
    "cold": Scenario(
        about="a new listener each time, Spotify takes 80 ms",
        traffic=Traffic.cold,
        spotify=(delay(0.08),),
    ),
    "mixed": Scenario(about="sessions of two to six turns", traffic=Traffic.mixed),
    "rotation": Scenario(
        about="every request brings a new token of a known account",
        traffic=Traffic.rotated,
    ),
    "spotify-slow": Scenario(
        about="new listeners, every call takes 1 s",
        traffic=Traffic.cold,
        spotify=(delay(1.0),),
        slo=False,
        requests=_EACH,
    ),
    "spotify-straggling": Scenario(
        about="new listeners, one call in twenty takes 3 s more",
        traffic=Traffic.cold,
        spotify=({"kind": "straggle", "share": 0.05, "seconds": 3.0},),
        apologies=0.02,  # one retry, and one in twenty of these straggles as well
        slo=False,
        requests=_EACH,
    ),
    "spotify-down": Scenario(
        about="new listeners, every call is answered with 503",
        traffic=Traffic.cold,
        spotify=({"kind": "answer", "status": 503},),
        apologies=1.0,
        slo=False,
        requests=_EACH,
    ),
    "spotify-hanging": Scenario(
        about="new listeners, no call is ever answered",
        traffic=Traffic.cold,
        spotify=({"kind": "hang"},),
        apologies=1.0,
        slo=False,
        requests=_EACH,
    ),
    **{
        f"spotify-{name.replace('_', '-')}": Scenario(
            about=f"new listeners, every call meets {name}",
            traffic=Traffic.cold,
            spotify=(met,),
            apologies=1.0,
            slo=False,
            requests=_EACH,
        )
        for name, met in _MET.items()
    },
    "spotify-down-warm": Scenario(
        about="known listeners while every call fails",
        spotify=({"kind": "answer", "status": 503},),
        requests=_EACH,
    ),
    "redis-well": Scenario(
        about="a new listener each time, kept in Redis",
        traffic=Traffic.cold,
        redis=True,
        requests=_EACH,
    ),
    **{
        f"redis-{fault.lower().replace('_', '-')}": Scenario(
            about=f"new listeners, Redis meets {fault}",
            traffic=Traffic.cold,
            redis=True,
            proxy=fault,
            requests=_EACH,
        )
        for fault in (
            *(*Fault.__members__, "RESET_ALL", "FAILOVER"),
            *(*DELAYS, *BY_THE_SERVER),
        )
        if fault != Fault.NONE.name
    },
    "redis-outage": Scenario(
        about="new listeners, Redis is a black hole in the middle third",
        traffic=Traffic.cold,
        redis=True,
        proxy=Fault.BLACK_HOLE.name,
        during=(1 / 3, 2 / 3),
    ),
    "redis-failover-midway": Scenario(
        about="new listeners, the server is demoted in the middle of the run",
        traffic=Traffic.cold,
        redis=True,
        proxy="FAILOVER",
        during=(1 / 2, 1.0),
    ),
    "redis-tls": Scenario(
        about="a new listener each time, kept in Redis over TLS",
        traffic=Traffic.cold,
        redis=True,
        tls=True,
        requests=_EACH,
    ),
    "redis-silent": Scenario(
        about="new listeners for as long as several probes of a black hole take",
        traffic=Traffic.cold,
        redis=True,
        proxy=Fault.BLACK_HOLE.name,
        requests=1250,
    ),
    "two-instances": Scenario(
        about="sessions over two instances that share one Redis",
        traffic=Traffic.mixed,
        redis=True,
        instances=2,
    ),
}
