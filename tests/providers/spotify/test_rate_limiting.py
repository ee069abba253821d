"""A 429 stops its endpoint; a quota, or several endpoints, stop all calls."""

import pytest
from aioresponses import CallbackResult, aioresponses

from providers.errors import (
    QuotaExceeded,
    RateLimited,
)  # fmt: skip
from providers.listener import Listener
from providers.rate_limit import RateLimitBlock
from tests.providers.spotify.conftest import Workbench, listener_for
from tests.providers.spotify.numbered_library import ANY, API
from tests.providers.spotify.recorded_calls import ME, outcomes, raw, sent


async def test_a_429_stops_its_endpoint_for_everybody(
    bench: Workbench, listener: Listener, spotify: aioresponses
) -> None:
    spotify.get(ME, status=429, headers={"Retry-After": "30"}, repeat=True)
    client = bench.client()
    with pytest.raises(RateLimited) as caught:
        await client.get(listener, "/me", raw)
    assert caught.value.retry_after == 30
    bench.clock.now += 10
    with pytest.raises(RateLimited) as caught:
        await client.get(listener_for("another"), "/me", raw)
    assert caught.value.retry_after == 20
    assert sent(spotify) == 1


@pytest.mark.parametrize(
    "limited", ["/search", "/artists/{id}/albums", "/playlists/{id}/items", "/me"]
)
async def test_an_endpoints_own_limit_leaves_the_others_alone(
    bench: Workbench, listener: Listener, spotify: aioresponses, limited: str
) -> None:
    url = f"{API}{limited}".replace("{id}", "x1")
    spotify.get(url, status=429, headers={"Retry-After": "86400"}, repeat=True)
    spotify.get(f"{API}/me/playlists", body=b"{}", repeat=True)
    client = bench.client()
    for _ in range(3):
        with pytest.raises(RateLimited):
            await client.get(listener, limited, raw, entity_id="x1")
        assert await client.get(listener, "/me/playlists", raw) == b"{}"
    refused = [it for it in listener.turn.calls if it.status == 429]
    assert len(refused) == 1


async def test_several_endpoints_together_stop_all(
    bench: Workbench, listener: Listener, spotify: aioresponses
) -> None:
    spotify.get(ANY, status=429, headers={"Retry-After": "7"}, repeat=True)
    client = bench.client()
    for endpoint in ("/me", "/search", "/me/tracks", "/me/albums"):
        with pytest.raises(RateLimited):
            await client.get(listener, endpoint, raw)
    assert sent(spotify) == 3


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
    for endpoint in ("/me", "/search"):
        with pytest.raises(QuotaExceeded):
            await client.get(listener, endpoint, raw)
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
