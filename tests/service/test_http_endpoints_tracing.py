"""`traceparent`, to the letter of W3C's recommendation."""

import pytest

from service.http_endpoints import parse_traceparent

TRACE, SPAN = "4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7"


@pytest.mark.parametrize(
    ("header", "sampled"),
    [
        (f"00-{TRACE}-{SPAN}-01", True),
        (f"00-{TRACE}-{SPAN}-00", False),
        (f"00-{TRACE}-{SPAN}-fe", False),
        (f"cc-{TRACE}-{SPAN}-03-what-the-future-brings", True),
    ],
)
def test_a_caller_is_named(header: str, *, sampled: bool) -> None:
    assert parse_traceparent(header) == (TRACE, SPAN, sampled)


@pytest.mark.parametrize(
    "header",
    [
        *(None, "", "00", f"00-{TRACE}-{SPAN}", f"ff-{TRACE}-{SPAN}-01"),
        *(f"00-{TRACE.upper()}-{SPAN}-01", f"00-{'0' * 32}-{SPAN}-01"),
        *(f"00-{TRACE}-{'0' * 16}-01", f"00-{TRACE}-{SPAN}-01-more"),
        *(f"00-{TRACE}-{SPAN}-01\n", f" 00-{TRACE}-{SPAN}-01", "x" * 100_000),
    ],
)
def test_anything_else_is_no_caller(header: str | None) -> None:
    assert parse_traceparent(header) is None
