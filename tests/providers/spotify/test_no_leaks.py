"""No error tells a token, an id or an address."""

from collections.abc import Awaitable, Callable
from urllib.parse import unquote

import aiohttp
import pytest
from aioresponses import aioresponses

from providers.errors import (
    ProviderError,
)  # fmt: skip
from providers.listener import Listener
from providers.spotify.client import SpotifyClient
from tests.providers.spotify.conftest import TOKEN, Workbench
from tests.providers.spotify.leaks import everything_about
from tests.providers.spotify.numbered_library import API
from tests.providers.spotify.recorded_calls import raw

Fault = Callable[[aioresponses], Awaitable[None] | None]


@pytest.mark.parametrize(
    "answer",
    [
        {"status": 401, "body": f"token {TOKEN} expired".encode()},
        {"status": 403, "body": f"{TOKEN} t0psecret".encode()},
        {"status": 404},
        {"status": 405},
        {"status": 429},
        {"status": 500},
        {"status": 302, "headers": {"Location": f"https://evil.example/{TOKEN}"}},
        {"exception": aiohttp.ClientConnectionError(f"t0psecret {TOKEN}")},
        {"exception": aiohttp.InvalidURL(f"https://x/t0psecret/{TOKEN}")},
        {"exception": OSError(f"t0psecret {TOKEN}")},
        {"exception": TimeoutError(f"t0psecret {TOKEN}")},
    ],
)
async def test_no_error_tells_the_token_or_an_id(
    bench: Workbench,
    listener: Listener,
    spotify: aioresponses,
    answer: dict[str, object],
) -> None:
    spotify.get(f"{API}/tracks/t0psecret", repeat=True, **answer)
    with pytest.raises(ProviderError) as caught:
        await bench.client().get(listener, "/tracks/{id}", raw, entity_id="t0psecret")
    # This test's own source lines are in the traceback; what was sent is not.
    told = unquote(everything_about(caught.value)).replace('entity_id="t0psecret"', "")
    assert TOKEN not in told
    assert "t0psecret" not in told
    assert "api.spotify.com" not in told


def test_a_client_shows_nothing_of_anybody() -> None:
    assert TOKEN not in repr(SpotifyClient.__dict__)
