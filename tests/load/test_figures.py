"""Medians, ratios and the sentence under a disturbed table."""

import pytest

from tests.load.figures import (
    DISTURBED,
    AtEase,
    Line,
    Round,
    as_json,
    percentile,
    table,
)


def line(name: str, *rates: float, busy: float = 1.0) -> Line:
    rounds = [
        Round(
            rate=rate,
            cpu_us=1e6 / rate,
            busy=busy,
            generator_us=9.0,
        )
        for rate in rates
    ]
    beside = [Round(rate=20_000, cpu_us=50, busy=1.0, generator_us=9.0)] * len(rounds)
    return Line(name, 0.25, 40.4, rounds, beside, AtEase(1.04, 2.0, 0.12))


@pytest.mark.parametrize(
    ("share", "expected"), [(0.0, 1), (0.5, 3), (0.99, 4), (1.0, 4)]
)
def test_a_percentile(share: float, expected: float) -> None:
    assert percentile([1, 2, 3, 4], share) == expected


def test_a_percentile_of_nothing() -> None:
    assert percentile([], 0.5) == 0


def test_medians_and_spread() -> None:
    three = line("x", 900.0, 1000.0, 1300.0)
    assert three.middle("rate") == 1000
    assert three.spread == pytest.approx(0.4)


def test_a_round_is_compared_with_the_one_beside_it() -> None:
    """The machine slows down by half: it is no slower beside the yardstick."""
    rounds = [Round(rate, 1e6 / rate, 1.0, 9.0) for rate in (400.0, 200.0, 210.0)]
    beside = [Round(rate, 1e6 / rate, 1.0, 9.0) for rate in (1600.0, 1600.0, 800.0)]
    ours = Line("ours", 0.25, 40.4, rounds, beside)
    assert ours.ratio("cpu_us") == pytest.approx(4)
    assert ours.ratio("rate") == pytest.approx(0.25)


def test_rounds_that_were_held_up_do_not_count_where_there_are_enough() -> None:
    beside = [Round(1000.0, 1000.0, 1.0, 9.0)] * 5
    busy = Round(100.0, 9000.0, 0.4, 9.0)
    quiet = [Round(250.0, 4000.0, 0.97, 9.0)] * 3
    assert Line("ours", 0.25, 40.4, [busy, busy, *quiet], beside).ratio("cpu_us") == 4
    rounds = [busy, busy, busy, *quiet[:2]]
    assert Line("ours", 0.25, 40.4, rounds, beside).ratio("cpu_us") == 9


def test_a_table() -> None:
    shown = table([line("bare", 20_000.0, 20_000.0, 1.0), line("ours", 5_000.0)])
    bare, ours = (row.split(" | ") for row in shown.splitlines()[2:])
    assert bare[:3] == ["| bare", "20,000", "1.00"]
    assert ours[:6] == ["| ours", "5,000", "0.25", "0%", "200", "0.25"]
    assert ours[6:9] == ["1.0", "2.0", "0.1"]
    assert ours[-2:] == ["0.25", "40 |"]
    assert shown.splitlines()[0].count("|") == shown.splitlines()[2].count("|")


def test_a_table_without_latencies() -> None:
    rounds = [Round(1.0, 1.0, 1.0, 1.0)]
    row = table([Line("bare", 0.25, 40.4, rounds, rounds)])
    assert row.count("|  ") == 3


def test_a_table_of_a_busy_machine() -> None:
    lines = [line("bare", 20_000.0), line("ours", 5_000.0, busy=0.6)]
    assert table(lines).endswith(DISTURBED)


def test_figures_for_machines() -> None:
    bare, ours = as_json([line("bare", 20_000.0), line("ours", 5_000.0)])
    assert (bare["ratio"], ours["ratio"]) == (1, 0.25)
    assert ours["rounds"][0]["cpu_us"] == 200
