"""Counting turns: what is counted, and what it may cost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from providers.turn_telemetry import CacheUse, Phase, SpotifyCall, Turn
from service.observability.metrics import (
    BOUNDS,
    LONGEST_LABEL,
    MOST_SERIES,
    Histogram,
    LabelledCounter,
    TurnMetrics,
)


def turn(**changes: object) -> Turn:
    values: dict[str, object] = {
        "request_type": "IntentRequest",
        "intent": "ListPlaylistsIntent",
        "locale": "en-US",
        "outcome": "answered",
        "reason": None,
        "seconds": 0.2,
        "deadline_left": 6.3,
        "phases": [Phase("verify", 0.0, 0.001)],
        "calls": [
            SpotifyCall("/me", 1, 502, "unavailable", 0.0, 0.1),
            SpotifyCall("/me", 2, 200, "ok", 0.1, 0.1),
        ],
        "cache": [CacheUse("playlists", "fetch"), CacheUse("account", "memory")],
        **changes,
    }
    return Turn(lambda: 0.0, **values)  # type: ignore[arg-type]


def test_a_turn_is_counted_whole() -> None:
    tally = TurnMetrics()
    tally(turn())
    tally(turn(cold=True, rejection="INVALID_RESPONSE", calls=()))
    assert counted(tally.turns) == {("answered", ""): 2}
    intent = ("IntentRequest", "ListPlaylistsIntent", "answered")
    assert counted(tally.intents) == {intent: 2}
    assert tally.seconds["answered"].total == 0.4
    assert sum(tally.phases["verify"].counts) == 2
    assert tally.cache == {("playlists", "fetch"): 2, ("account", "memory"): 2}
    assert counted(tally.calls) == {("/me", "unavailable"): 1, ("/me", "ok"): 1}
    assert tally.calls["/me", "too_slow"] == 0
    assert sum(tally.call_seconds["/me"].counts) == 2
    assert tally.retries == 1
    assert counted(tally.rejections) == {("INVALID_RESPONSE",): 1}
    assert tally.cold == 1


def test_a_refusal_has_no_intent_and_a_reason() -> None:
    tally = TurnMetrics()
    tally(turn(request_type="unread", intent=None, outcome="refused", reason="busy"))
    assert counted(tally.turns) == {("refused", "busy"): 1}
    assert counted(tally.intents) == {("unread", "", "refused"): 1}


def counted(counts: LabelledCounter) -> dict[tuple[str, ...], int]:
    """What is not at 0 any more."""
    return {labels: count for labels, count in counts.items() if count}


def test_labels_cannot_grow_without_bound() -> None:
    counts = LabelledCounter()
    for number in range(MOST_SERIES * 3):
        counts.add(f"Intent{number}", "answered")
    assert len(counts) == MOST_SERIES + 1
    assert counts["other", "other"] == MOST_SERIES * 2
    counts.add("Intent0", "answered")
    assert counts["Intent0", "answered"] == 2


@pytest.mark.parametrize("text", ["\ud800", "a\nb", "a\x1b[1G", "x" * 60_000])
def test_a_label_of_a_request_can_be_told(text: str) -> None:
    metrics = TurnMetrics()
    metrics(turn(request_type=text, intent=text))
    assert counted(metrics.intents) == {("other", "other", "answered"): 1}


def test_what_became_of_a_request_is_told_however_many_intents_there_are() -> None:
    metrics = TurnMetrics()
    for number in range(MOST_SERIES + 10):
        metrics(turn(intent=f"Intent{number}"))
    metrics(turn(intent="Another", outcome="failed", reason="unexpected"))
    assert metrics.intents["other", "other", "failed"] == 1
    assert metrics.turns["failed", "unexpected"] == 1


def test_a_label_cannot_be_long() -> None:
    counts = LabelledCounter()
    counts.add("x" * (LONGEST_LABEL + 1))
    assert counts == {("other",): 1}


@given(st.lists(st.floats(0, 20)))
def test_every_duration_is_in_the_first_bucket_that_holds_it(
    seconds: list[float],
) -> None:
    durations = Histogram()
    for each in seconds:
        durations.add(each)
    for place, bound in enumerate(BOUNDS):
        assert sum(durations.counts[: place + 1]) == sum(s <= bound for s in seconds)
    assert sum(durations.counts) == len(seconds)
