"""The SDK's native types: what is read, and what is not."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from dateutil.parser import parse  # type: ignore[import-untyped] # ships no types
from hypothesis import given, settings
from hypothesis import strategies as st

from service.serialization.model_codec import NATIVE_TYPES


def read(kind: str, value: Any) -> Any:
    return NATIVE_TYPES[kind][1](value)


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("str", 5, "5"),
        ("str", True, "True"),
        ("int", "5", 5),
        ("int", 5.9, 5),
        ("long", "5", 5),
        ("float", "1.5", 1.5),
        ("bool", "false", True),
        ("bool", 0, False),
        ("object", {"a": [1]}, {"a": [1]}),
        ("date", "2026-11-22", date(2026, 11, 22)),
        ("date", "2026-11-22T10:11:12Z", date(2026, 11, 22)),
    ],
)
def test_a_conversion(kind: str, value: Any, expected: Any) -> None:
    assert read(kind, value) == expected


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("int", "five"),
        ("int", float("inf")),
        ("int", "1" * 5000),
        ("float", "much"),
        ("date", "some day"),
        ("date", "2026-02-30"),
        ("date", 5),
        ("datetime", None),
        ("datetime", 1767225600),
    ],
)
def test_a_misfit_is_absent(kind: str, value: Any) -> None:
    assert read(kind, value) is None


@pytest.mark.parametrize("kind", ["int", "float"])
def test_what_no_number_can_be_made_of_is_handed_on(kind: str) -> None:
    assert read(kind, {"a": 1}) == {"a": 1}


MORNING = datetime(2026, 11, 22, 10, 11, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-11-22T10:11:12Z", MORNING),
        ("2026-11-22T10:11:12.25Z", MORNING + timedelta(milliseconds=250)),
        ("2026-11-22T10:11:12.123456789Z", MORNING + timedelta(microseconds=123456)),
        ("2026-11-22T12:11:12+02:00", MORNING),
        ("2026-11-22T10:11:12", MORNING.replace(tzinfo=None)),
    ],
)
def test_a_moment(text: str, expected: datetime) -> None:
    moment = read("datetime", text)
    assert moment == expected
    assert (moment.utcoffset() is None) == (expected.tzinfo is None)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "2026-13-01T00:00:00Z",
        "2026-02-30T00:00:00Z",
        "2026-11-22T10:11:60Z",
        "2026-11-22T10:11:12+25:00",
        "2026-11-22 10:11:12 +99:00",
        "9" * 400,
        "10",
        "10:11:12Z",
        "Sunday",
        "2026-11-22",
        "20261122T101112Z",
        "2026-11-22 10:11:12 UTC",
        "Sun, 22 Nov 2026 10:11:12 GMT",
        "Nov 2026",
        "22",
    ],
)
def test_no_moment_or_only_a_part_of_one(text: str) -> None:
    assert read("datetime", text) is None


@settings(max_examples=200)
@given(st.text(max_size=30) | st.text("0123456789-:T.Z+ ", max_size=30))
def test_any_text_is_a_moment_or_absent(text: str) -> None:
    moment = read("datetime", text)
    assert moment is None or isinstance(moment.utcoffset(), timedelta | None)


zones = st.integers(-1439, 1439).map(lambda m: timezone(timedelta(minutes=m)))


@settings(max_examples=200)
@given(st.datetimes(timezones=st.none() | st.just(UTC) | zones))
def test_the_quick_way_agrees_with_the_sdks_parser(moment: datetime) -> None:
    text = moment.isoformat()
    quick, slow = read("datetime", text), parse(text)
    assert quick == slow == moment
    assert quick.utcoffset() == slow.utcoffset()
