"""The measures on lists whose figures can be worked out by hand."""

from math import log2

import pytest

from tests.evaluation.measures import (
    Estimate,
    diversity,
    hit,
    mean,
    ndcg,
    new_ones,
    share,
)


def test_the_best_order_is_one_and_no_hit_is_nothing() -> None:
    assert ndcg("ab", {"a", "b"}) == 1
    assert ndcg("xy", {"a"}) == 0
    assert ndcg("ab", set()) == 0


def test_a_later_hit_counts_less() -> None:
    assert ndcg("xa", {"a"}) == pytest.approx(1 / log2(3))
    assert ndcg("x" * 10 + "a", {"a"}) == 0


def test_hits_shares_artists_and_repeats() -> None:
    assert hit("xa", {"a"}) == 1
    assert hit("x" * 10 + "a", {"a"}) == 0
    assert diversity("aab") == pytest.approx(2 / 3)
    assert share("aab", {"a"}) == pytest.approx(2 / 3)
    assert new_ones("abacb", {"b"}) == ["a", "c"]


def test_nothing_is_nothing() -> None:
    assert diversity("") == share("", {"a"}) == mean([]) == 0


def test_a_confidence_interval_over_seeds() -> None:
    five = Estimate.of([0.1, 0.2, 0.3, 0.2, 0.2])
    assert five.mean == pytest.approx(0.2)
    # s = 0.0707, t = 2.776 for four degrees of freedom, n = 5
    assert five.margin == pytest.approx(0.0878, abs=1e-4)
    assert str(five) == "0.200±0.088"
    assert str(Estimate.of([0.25])) == "0.250"
