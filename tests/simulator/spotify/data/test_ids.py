"""Ids, codes and chance from names."""

import re

from hypothesis import given
from hypothesis import strategies as st

from simulator.spotify.data.ids import (
    base62_id,
    is_base62_id,
    isrc,
    number,
    seeded_random,
)

names = st.lists(st.text() | st.integers(), min_size=1, max_size=4)


@given(names)
def test_ids_look_as_the_service_has_them_and_stay(parts: list[object]) -> None:
    assert is_base62_id(base62_id(*parts))
    assert base62_id(*parts) == base62_id(*parts)


def test_other_things_are_no_ids() -> None:
    for text in ("", "1" * 21, "1" * 23, "-" * 22, "ä" * 22):
        assert not is_base62_id(text)


def test_ids_differ_by_every_part() -> None:
    ids = {base62_id("a", "b"), base62_id("ab"), base62_id("b", "a"), base62_id("a")}
    assert len(ids) == 4


@given(names, st.integers(1, 1000))
def test_numbers_stay_in_range(parts: list[object], below: int) -> None:
    assert 0 <= number(*parts, below=below) < below


def test_recordings_have_codes_of_the_standard_form() -> None:
    assert re.fullmatch(r"[A-Z]{2}[A-Z0-9]{3}\d{7}", isrc("song", year=2009))
    assert isrc("song", year=2009)[5:7] == "09"


def test_chance_repeats_itself() -> None:
    assert (
        seeded_random("x").random()
        == seeded_random("x").random()
        != seeded_random("y").random()
    )
