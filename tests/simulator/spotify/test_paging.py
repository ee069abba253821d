"""Windows over lists, and the envelopes of pages."""

from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.spotify.errors import ApiError
from simulator.spotify.images_and_links import Links
from simulator.spotify.paging import (
    ENDLESS_TOTAL,
    Bounds,
    PageSerializer,
    Window,
    parse_integer,
    parse_limit,
    parse_window,
)

PAGER = PageSerializer(
    Links("http://here"), "/me/things", {"kind": "a b", "limit": "7"}
)
sizes = st.integers(0, 300)
limits = st.integers(1, 50)


@given(sizes, limits)
def test_pages_one_after_the_other_are_the_whole_list(size: int, limit: int) -> None:
    things, seen, offset = list(range(size)), [], 0
    while True:
        window = Window(limit, offset)
        page = PAGER.page(window, window.slice(things), size)
        seen += page["items"]
        if page["next"] is None:
            break
        (next_offset,) = parse_qs(urlsplit(page["next"]).query)["offset"]
        assert int(next_offset) == offset + limit
        offset = int(next_offset)
    assert seen == things


@given(sizes, limits, st.integers(0, 400))
def test_envelopes_tell_where_they_are(size: int, limit: int, offset: int) -> None:
    window = Window(limit, offset)
    page = PAGER.page(window, window.slice(range(size)), size)
    assert (page["limit"], page["offset"], page["total"]) == (limit, offset, size)
    assert len(page["items"]) <= limit
    assert (page["next"] is None) is (offset + limit >= size)
    assert (page["previous"] is None) is (offset == 0)


@given(sizes, limits, st.integers(0, 10**8))
def test_endless_pages_begin_again(size: int, limit: int, offset: int) -> None:
    window = Window(limit, offset, endless=True)
    assert list(window.slice(range(size))) == list(range(size))[:limit]
    page = PAGER.page(window, [], size)
    assert page["next"] is not None
    assert page["total"] == ENDLESS_TOTAL


def test_links_keep_the_other_parameters() -> None:
    page = PAGER.page(Window(7, 7), [], 50)
    for name, offset in (("href", "7"), ("next", "14"), ("previous", "0")):
        parts = urlsplit(page[name])
        assert (parts.netloc, parts.path) == ("here", "/v1/me/things")
        query = {"kind": ["a b"], "limit": ["7"], "offset": [offset]}
        assert parse_qs(parts.query) == query


@pytest.mark.parametrize(
    ("text", "number"), [("0", 0), ("17", 17), ("-3", -3), ("007", 7)]
)
def test_numbers_of_a_query(text: str, number: int) -> None:
    assert parse_integer({"n": text}, "n", 1) == number
    assert parse_integer({}, "n", 1) == 1


@pytest.mark.parametrize("text", ["", "x", "1.0", "1e3", " 1", "--1", "²", "١", "-"])
def test_what_is_no_number(text: str) -> None:
    with pytest.raises(ApiError) as refused:
        parse_integer({"limit": text}, "limit", 1)
    assert refused.value.status == 400
    assert refused.value.message == "Invalid limit"


@given(st.integers(-100, 200))
def test_limits_have_bounds(limit: int) -> None:
    query = {"limit": str(limit)}
    if 1 <= limit <= 50:
        assert parse_limit(query, Bounds()) == limit
    else:
        with pytest.raises(ApiError, match="Invalid limit"):
            parse_limit(query, Bounds())


@pytest.mark.parametrize(
    ("bounds", "query", "window"),
    [
        (Bounds(), {}, Window(20, 0)),
        (Bounds(5, 10), {}, Window(5, 0)),
        (Bounds(5, 10), {"limit": "10", "offset": "3"}, Window(10, 3)),
        (Bounds(5, 10, 1000), {"offset": "1000"}, Window(5, 1000)),
    ],
)
def test_windows_that_are_asked_for(
    bounds: Bounds, query: dict[str, str], window: Window
) -> None:
    assert parse_window(query, bounds) == window


@pytest.mark.parametrize("offset", ["-1", "1001", "many"])
def test_offsets_have_bounds_too(offset: str) -> None:
    with pytest.raises(ApiError, match="Invalid offset"):
        parse_window({"offset": offset}, Bounds(max_offset=1000))


def test_refusals_have_the_shape_of_the_service() -> None:
    assert ApiError(400, "No").body == {"error": {"status": 400, "message": "No"}}
    with_reason = ApiError(404, "No", "NO_ACTIVE_DEVICE").body["error"]
    assert with_reason["reason"] == "NO_ACTIVE_DEVICE"
