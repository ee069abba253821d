"""The measures on lists whose figures can be worked out by hand."""

from math import log2

import pytest

from tests.evaluation.measures import diversity, hit, mean, ndcg, repeats, share


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
    assert repeats(["ab", "bc", "ad"]) == pytest.approx(2 / 6)


def test_nothing_is_nothing() -> None:
    assert diversity("") == share("", {"a"}) == repeats([]) == mean([]) == 0
