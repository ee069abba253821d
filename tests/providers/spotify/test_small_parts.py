"""Ids, scopes, the retry budget, the restraint and the session."""

import random

import aiohttp
import pytest
from hypothesis import given
from hypothesis import strategies as st

from providers.brake import Block
from providers.deadline import Deadline
from providers.errors import NotFound, QuotaExceeded, RateLimited
from providers.spotify.identifiers import checked, is_id, link_to, track_uri
from providers.spotify.retries import MOST, RetryBudget
from providers.spotify.scopes import READING, SCOPES, scopes_for
from providers.spotify.session import open_session
from tests.providers.spotify.conftest import Clock, Workbench

ID = "37i9dQZF1DXcBWIGoYBM5M"


def test_a_real_id_may_enter_a_path() -> None:
    assert checked(ID) == ID
    assert track_uri(ID) == f"spotify:track:{ID}"
    assert link_to("track", ID) == f"https://open.spotify.com/track/{ID}"


@pytest.mark.parametrize("text", ["p-1", "p_1", "1", "x" * 64])
def test_other_modest_names_are_ids_too(text: str) -> None:
    assert is_id(text)


@pytest.mark.parametrize(
    "text",
    ["", ".", "..", "../me", "a/b", "a?b", "a#b", "a%2Fb", "a b", "a\n", "ü", "x" * 65,
     "３７ｉ９ｄＱＺＦ１ＤＸｃＢＷＩＧｏＹＢＭ５Ｍ", "a,b", "a:b", "{id}"],
)  # fmt: skip
def test_nothing_else_enters_a_path(text: str) -> None:
    with pytest.raises(NotFound) as caught:
        checked(text)
    assert str(caught.value) == ""
    assert link_to("track", text) is None


def test_no_id_no_link() -> None:
    assert link_to("track", None) is None


@given(st.text())
def test_an_id_never_changes_the_path(text: str) -> None:
    if is_id(text):
        assert not set(text) & set("/?#%&=.,: \\\r\n\t")


def test_reading_asks_for_reading_only() -> None:
    assert scopes_for() == (
        "playlist-read-private",
        "playlist-read-collaborative",
        "user-top-read",
        "user-read-recently-played",
        "user-library-read",
        "user-follow-read",
    )


def test_shelving_adds_the_one_scope_that_changes_something() -> None:
    added = set(scopes_for((*READING, "shelving"))) - set(scopes_for())
    assert added == {"playlist-modify-private"}


def test_each_scope_is_asked_for_once() -> None:
    every = scopes_for((*SCOPES, *SCOPES))
    assert len(every) == len(set(every))


def test_a_budget_gives_what_was_saved_and_no_more() -> None:
    budget = RetryBudget(Clock())
    assert [budget.spend() for _ in range(int(MOST) + 1)] == [True] * 10 + [False]


def test_ten_calls_earn_one_retry() -> None:
    budget = RetryBudget(Clock())
    while budget.spend():
        pass
    for _ in range(11):
        budget.earn()
    assert budget.spend()
    assert not budget.spend()


def test_time_earns_retries_for_the_quiet() -> None:
    clock = Clock()
    budget = RetryBudget(clock)
    while budget.spend():
        pass
    clock.now += 10.5
    assert budget.spend()
    assert not budget.spend()


def test_no_more_is_saved_than_the_most() -> None:
    clock = Clock()
    budget = RetryBudget(clock)
    clock.now += 1e6
    budget.earn()
    assert sum(budget.spend() for _ in range(50)) == MOST


@given(st.integers(0, 2000), st.integers(0, 2**32))
def test_retries_stay_a_tenth_of_calls(calls: int, seed: int) -> None:
    budget, chance = RetryBudget(Clock()), random.Random(seed)
    spent = 0
    for _ in range(calls):
        budget.earn()
        spent += chance.random() < 0.7 and budget.spend()
    assert spent <= MOST + calls * 0.1 + 1


async def test_a_retry_waits_a_moment_and_takes_a_token(bench: Workbench) -> None:
    deadline = Deadline.after(6.5, bench.clock)
    assert await bench.restraint.may_repeat(deadline, reserve=0.5)
    assert len(bench.pauses.taken) == 1
    assert 0.05 <= bench.pauses.taken[0] <= 0.2


async def test_no_retry_without_time(bench: Workbench) -> None:
    deadline = Deadline.after(0.6, bench.clock)
    assert not await bench.restraint.may_repeat(deadline, reserve=0.5)
    assert bench.pauses.taken == []
    assert bench.budget.spend()


async def test_no_retry_without_budget(bench: Workbench) -> None:
    while bench.budget.spend():
        pass
    deadline = Deadline.after(6.5, bench.clock)
    assert not await bench.restraint.may_repeat(deadline, reserve=0.5)
    assert bench.pauses.taken == []


async def test_a_429_blocks_everybody(bench: Workbench) -> None:
    error = await bench.restraint.stop({"Retry-After": "9"}, b"")
    assert type(error) is RateLimited
    assert await bench.brake.blocked() == Block(9.0)
    with pytest.raises(RateLimited):
        await bench.restraint.check()
    bench.clock.now += 9
    await bench.restraint.check()


async def test_a_quota_blocks_for_a_quarter_of_an_hour(bench: Workbench) -> None:
    body = b'{"error":{"status":429,"message":"","reason":"QUOTA_EXCEEDED"}}'
    error = await bench.restraint.stop({}, body)
    assert type(error) is QuotaExceeded
    assert error.retry_after == 900
    with pytest.raises(QuotaExceeded):
        await bench.restraint.check()


async def test_the_session_of_production() -> None:
    async with open_session("record-shelf/1", limit=3) as session:
        assert session.headers["User-Agent"] == "record-shelf/1"
        assert isinstance(session.cookie_jar, aiohttp.DummyCookieJar)
        assert session.trust_env is False
        assert session.timeout.total is None
        assert session.connector is not None
        assert session.connector.limit == 3
