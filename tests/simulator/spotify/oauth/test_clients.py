"""Redirect rules, and the six months."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.spotify.oauth.clients import (
    RedirectRefused,
    check_redirect_uri,
    is_redirect_allowed,
)
from simulator.spotify.oauth.tokens import months_later

SOUND = [
    "https://app.example/back",
    "https://app.example:8443/back?x=1",
    "http://127.0.0.1/callback",
    "http://127.0.0.1:8000/callback",
    "http://[::1]/callback",
    "http://[::1]:8000/callback",
]
UNSOUND = [
    "http://localhost/callback",
    "https://localhost/callback",
    "http://app.example/back",
    "http://192.168.0.2/callback",
    "https://*.example/back",
    "https://app.example/back#part",
    "app.example/back",
    "/back",
    "",
    "https://",
    "http://[::1/callback",
    "http://127.0.0.1:port/callback",
    "ftp://127.0.0.1/callback",
]


@pytest.mark.parametrize("uri", SOUND)
def test_what_may_be_registered(uri: str) -> None:
    assert check_redirect_uri(uri) == uri
    assert is_redirect_allowed(uri, {uri})


@pytest.mark.parametrize("uri", UNSOUND)
def test_what_may_not(uri: str) -> None:
    with pytest.raises(RedirectRefused) as refused:
        check_redirect_uri(uri)
    assert refused.value.why
    assert not is_redirect_allowed(uri, SOUND)


@given(st.integers(1, 65535))
def test_a_loopback_literal_without_its_port_stands_for_every_port(port: int) -> None:
    for host in ("127.0.0.1", "[::1]"):
        assert is_redirect_allowed(f"http://{host}:{port}/cb", {f"http://{host}/cb"})
        assert not is_redirect_allowed(
            f"http://{host}:{port}/cb", {f"http://{host}:0/cb"}
        )
        assert not is_redirect_allowed(
            f"http://{host}:{port}/cb/", {f"http://{host}/cb"}
        )
        assert not is_redirect_allowed(
            f"https://{host}:{port}/cb", {f"https://{host}/cb"}
        )


@given(st.sampled_from(SOUND), st.text(min_size=1, max_size=3))
def test_otherwise_it_is_equal_to_the_letter(uri: str, more: str) -> None:
    assert not is_redirect_allowed(uri + more, {uri})
    assert not is_redirect_allowed(
        "http://127.0.0.1:8000/callback", {"http://127.0.0.1:81/callback"}
    )


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ((2026, 11, 22), (2027, 5, 22)),
        ((2026, 8, 31), (2027, 2, 28)),
        ((2027, 8, 31), (2028, 2, 29)),
        ((2026, 6, 30), (2026, 12, 30)),
    ],
)
def test_six_months_are_months_of_the_calendar(
    start: tuple[int, int, int], end: tuple[int, int, int]
) -> None:
    assert months_later(datetime(*start, tzinfo=UTC), 6) == datetime(*end, tzinfo=UTC)
