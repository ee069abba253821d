"""Quirks over any JSON."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.spotify.broken_responses import FOREIGN, QUIRKS
from simulator.spotify.data.user_library import ABSENT, with_changes

PAGE = {
    "href": "http://here/v1/x",
    "items": [
        {
            "id": "1",
            "name": "One",
            "images": [{"url": "u", "height": 1, "width": 2}],
            "owner": {"id": "o", "display_name": "O"},
            "items": {"href": "http://here/v1/y", "total": 3},
            "item": {"album": {"release_date": "2020-05-17"}, "type": "track"},
            "added_at": "2020-01-01T00:00:00Z",
            "added_by": {"id": "o"},
            "explicit": True,
            "duration_ms": 1000,
        },
        {"id": "2", "name": "Two"},
    ],
    "cursors": {"after": "x"},
    "next": "http://here/v1/z",
    "total": 2,
}

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from([*PAGE, *PAGE["items"][0], "release_date"]),  # type: ignore[index]
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(json_values, st.sampled_from(sorted(QUIRKS)))
def test_no_quirk_breaks_on_any_json(value: Any, quirk: str) -> None:
    QUIRKS[quirk](value)


@pytest.mark.parametrize("quirk", sorted(QUIRKS))
def test_every_quirk_changes_a_page_and_leaves_the_original(quirk: str) -> None:
    before = repr(PAGE)
    assert QUIRKS[quirk](PAGE) != PAGE or quirk == "dates_year"
    assert repr(PAGE) == before


def _spoiled(quirk: str) -> Any:
    return QUIRKS[quirk](PAGE)


def test_what_some_quirks_do() -> None:
    first = "items", 0

    def at(quirk: str, *path: str | int) -> Any:
        value = _spoiled(quirk)
        for step in path:
            value = value[step]
        return value

    assert at("null_elements", "items")[0] is None
    assert at("items_null", "items") is None
    assert QUIRKS["items_null"]({"artists": PAGE})["artists"]["items"] is None
    assert QUIRKS["items_null"]({"devices": [1]}) == {"devices": None}
    assert at("images_null", *first, "images") is None
    assert at("totals_null", *first, "items", "total") is None
    assert at("dates_unknown", *first, "item", "album", "release_date") == "0000"
    assert at("dates_year", *first, "item", "album", "release_date") == "2020"
    assert at("foreign_next", "next") == FOREIGN
    assert at("inner_null", *first, "item") is None
    assert at("display_name_null", *first, "owner", "display_name") is None
    assert at("wrong_types", "total") == "2"
    assert at("wrong_types", "items", "0")[0]["explicit"] == "true"
    assert at("one_wrong_element", *first, "name") == 17
    assert at("one_wrong_element", "items", 1, "name") == "Two"
    assert len(at("doubled", "items")) == 4
    assert "images" not in at("missing", *first)
    assert at("unknown_fields", *first, "x_new")


def test_nulls_stay_nulls_where_types_are_wrong() -> None:
    assert QUIRKS["wrong_types"]([None, 1.5]) == {"0": [None, "1.5"]}


def test_altering_reaches_into_lists_and_takes_away() -> None:
    value = {"images": [{"height": 3}], "owner": {"name": "x", "id": "y"}}
    made = with_changes(value, {"images.0.height": None, "owner.name": ABSENT})
    assert made == {"images": [{"height": None}], "owner": {"id": "y"}}
