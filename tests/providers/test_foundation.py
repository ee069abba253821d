"""Secrets hide, deadlines count, turns freeze, errors keep their data."""

import asyncio
import traceback

import pytest

from providers import errors
from providers.deadline import Deadline
from providers.secret import Secret
from providers.turn_telemetry import CacheUse, Phase, SpotifyCall, Turn


def test_a_secret_never_shows_itself() -> None:
    secret = Secret("hush-hush")
    assert secret.reveal() == "hush-hush"
    assert "hush" not in f"{secret} {secret!r} {[secret]}"
    assert secret == Secret("hush-hush")
    assert secret != Secret("other")
    assert secret != "hush-hush"
    assert len({secret, Secret("hush-hush")}) == 1
    assert secret
    assert not Secret("")


def test_a_deadline_counts_down_and_stops_at_nothing() -> None:
    now = [100.0]
    deadline = Deadline.after(6.5, lambda: now[0])
    assert deadline.remaining() == 6.5
    assert deadline.limit(1.5) == 1.5
    now[0] = 105.5
    assert deadline.limit(1.5) == 1.0
    assert deadline.limit(1.5, reserve=0.5) == 0.5
    now[0] = 200.0
    assert deadline.remaining() == 0.0
    assert deadline.limit(1.5, reserve=0.5) == 0.0


async def test_a_step_may_take_what_remains() -> None:
    loop = asyncio.get_running_loop()
    deadline = Deadline.after(0.01, loop.time)
    with pytest.raises(TimeoutError):
        async with deadline.timeout(60):
            await asyncio.Event().wait()


def test_a_turn_is_filled_and_finished() -> None:
    clock = iter([10.0, 11.0, 13.0, 14.0, 15.0]).__next__
    turn = Turn(clock)
    with pytest.raises(ValueError, match="x"), turn.phase("verify"):
        raise ValueError("x")
    turn.request_type, turn.intent, turn.locale = "IntentRequest", "X", "en-US"
    call = SpotifyCall("/me", 1, None, "too_slow", turn.now(), 1.5)
    turn.add_call(call)
    turn.add_cache_use("account", "fetch")
    turn.conclude("apologised", "too_slow")
    ended = turn.finish(0.5)
    assert ended is turn
    assert ended.phases == [Phase("verify", 1.0, 2.0)]
    assert ended.calls == [call]
    assert call.began == 4.0
    assert ended.cache == [CacheUse("account", "fetch")]
    assert (ended.outcome, ended.reason) == ("apologised", "too_slow")
    assert (ended.seconds, ended.deadline_left) == (5.0, 0.5)


def test_a_finished_turn_does_not_change() -> None:
    turn = Turn(lambda: 1.0)
    uses = turn.cache
    with turn.phase("rank"):
        turn.finish(0.5)
    turn.add_call(SpotifyCall("/me", 1, 200, "ok", 0.1, 0.1))
    turn.add_cache_use("account", "fetch")
    uses.append(CacheUse("account", "fetch"))
    assert (turn.phases, turn.calls, turn.cache) == ([], [], [])


KINDS = [
    kind
    for kind in vars(errors).values()
    if isinstance(kind, type) and issubclass(kind, errors.ProviderError)
]


def test_every_error_has_a_word_of_its_own() -> None:
    assert len({kind.reason for kind in KINDS}) == len(KINDS)


@pytest.mark.parametrize("kind", [errors.RateLimited, errors.QuotaExceeded])
def test_a_limit_says_how_long(kind: type[errors.RateLimited]) -> None:
    with pytest.raises(errors.RateLimited, match="retry after 30 s") as caught:
        raise kind(30.2)
    assert caught.value.retry_after == 30.2


def test_a_rejection_says_its_status() -> None:
    with pytest.raises(errors.ProviderError, match="status 418") as caught:
        raise errors.Rejected(418)
    assert "418" in traceback.format_exception(caught.value)[-1]
