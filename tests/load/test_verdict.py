"""Verdicts: the objective, promises, and runs that prove nothing."""

import json
from array import array
from collections import Counter

import pytest

from tests.load.closed_loop import Reply
from tests.load.open_loop import Volley
from tests.load.scenarios import PLAIN
from tests.load.verdict import Result, parted, table, valid

ANSWER = {"version": "1.0", "response": {"outputSpeech": {}}}


def reply(body: object = ANSWER, status: int = 200) -> Reply:
    text = body if isinstance(body, bytes) else json.dumps(body).encode()
    made = Reply()
    head = f"HTTP/1.1 {status} X\r\nContent-Length: {len(text)}\r\n\r\n"
    made.feed(head.encode() + text)
    return made


def volley(*latencies: float, lost: int = 0, lag: float = 0.0) -> Volley:
    made = Volley(seconds=1.0, replies=[*(reply() for _ in latencies), *[None] * lost])
    made.latencies.extend(latencies)
    made.lags.append(lag)
    return made


@pytest.mark.parametrize(
    ("cut_off", "told"),
    [
        (None, "the breaker stayed closed; p50 110, worst 300 ms, 2 of 4 slow"),
        (
            1000.02,
            (
                "the breaker opened at request 2; p50 250, worst 300 ms, 2 of 2 slow; "
                "p50 15, worst 20 ms, 0 of 2 slow"
            ),
        ),
        (
            900.0,
            "the breaker opened at request 0; p50 110, worst 300 ms, 2 of 4 slow",
        ),
    ],
    ids=["closed", "opened", "open"],
)
def test_what_the_breaker_changed(cut_off: float | None, told: str) -> None:
    made = volley(0.02, 0.2, 0.3, 0.01)  # in the order of the answers
    made.began, made.places = 1000.0, array("q", (3, 1, 0, 2))
    assert parted(made, 100.0, cut_off) == told


def judged(made: Volley, **outcomes: int) -> Result:
    return PLAIN.judge(Result.of("x", made, Counter(outcomes)))


def test_all_is_well() -> None:
    result = judged(volley(*[0.01] * 100), answered=100)
    assert (result.slo, result.broken, result.answered) == (True, [], 100)
    assert result.at(0.5) == pytest.approx(0.01, rel=0.01)
    assert "| pass |" in table([result])


@pytest.mark.parametrize(
    ("made", "outcomes", "told"),
    [
        (volley(*[0.01] * 99, lost=1), {}, "1 without a valid answer"),
        (volley(*[0.01] * 99, 7.5), {}, "worst 7.5"),
        (volley(*[0.01] * 90, *[2.0] * 10), {}, "objective was missed"),
        (volley(*[0.01] * 9), {"apologised (busy)": 2}, "2 apologies"),
        (volley(*[0.01] * 9), {"failed": 1}, "1 apologies"),
    ],
)
def test_a_promise_is_broken(made: Volley, outcomes: dict[str, int], told: str) -> None:
    result = judged(made, **outcomes)
    assert any(told in one for one in result.broken)
    assert "FAIL" in table([result])
    assert not result.slo


def test_a_late_generator_proves_nothing_about_latencies() -> None:
    result = judged(volley(9.0, lag=0.03))
    assert not result.valid
    assert result.broken == []
    assert "invalid" in table([result])


@pytest.mark.parametrize(
    "told",
    [
        None,
        reply(status=500),
        reply(b"{"),
        reply({"version": "1.0", "response": {}}),
    ],
)
def test_what_is_no_answer(told: Reply | None) -> None:
    assert not valid(told)
