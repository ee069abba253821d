"""One 429 stops everybody."""

import pytest
from aioresponses import CallbackResult, aioresponses

from providers.errors import (
    QuotaExceeded,
    RateLimited,
)  # fmt: skip
from providers.listener import Listener
from providers.rate_limit import RateLimitBlock
from tests.providers.spotify.conftest import Workbench, listener_for
from tests.providers.spotify.recorded_calls import ME, outcomes, raw, sent


async def test_a_429_stops_everybody_at_once(
    bench: Workbench, listener: Listener, spotify: aioresponses
) -> None:
    spotify.get(ME, status=429, headers={"Retry-After": "30"}, repeat=True)
    client = bench.client()
    with pytest.raises(RateLimited) as caught:
        await client.get(listener, "/me", raw)
    assert caught.value.retry_after == 30
    bench.clock.now += 10
    with pytest.raises(RateLimited) as caught:
        await client.get(listener_for("another"), "/me/tracks", raw)
    assert caught.value.retry_after == 20
    assert sent(spotify) == 1


async def test_after_the_block_calls_go_on(
    bench: Workbench, listener: Listener, spotify: aioresponses
) -> None:
    spotify.get(ME, status=429, headers={"Retry-After": "30"})
    spotify.get(ME, body=b"{}")
    client = bench.client()
    with pytest.raises(RateLimited):
        await client.get(listener, "/me", raw)
    bench.clock.now += 30
    assert await client.get(listener, "/me", raw) == b"{}"


async def test_a_used_up_quota_is_told_from_a_rate(
    bench: Workbench, listener: Listener, spotify: aioresponses
) -> None:
    told = {"error": {"status": 429, "message": "", "reason": "QUOTA_EXCEEDED"}}
    spotify.get(ME, status=429, payload=told)
    client = bench.client()
    for _ in range(2):
        with pytest.raises(QuotaExceeded):
            await client.get(listener, "/me", raw)
    assert sent(spotify) == 1
    assert outcomes(listener) == [(1, 429, "quota_exceeded")]


async def test_a_block_by_somebody_else_counts_too(
    bench: Workbench, listener: Listener, spotify: aioresponses
) -> None:
    await bench.rate_limit.block(RateLimitBlock(5))
    with pytest.raises(RateLimited):
        await bench.client().get(listener, "/me", raw)
    assert sent(spotify) == 0


async def test_a_block_during_the_first_attempt_stops_the_second(
    bench: Workbench, listener: Listener, spotify: aioresponses
) -> None:
    async def blocked_meanwhile(*_: object, **__: object) -> CallbackResult:
        await bench.rate_limit.block(RateLimitBlock(5))
        return CallbackResult(status=503)

    spotify.get(ME, callback=blocked_meanwhile)
    with pytest.raises(RateLimited):
        await bench.client().get(listener, "/me", raw)
    assert sent(spotify) == 1
