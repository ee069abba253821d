"""The whole linking, walked by an OAuth library that is not ours."""

from datetime import timedelta

import aiohttp
import pytest
from oauthlib.oauth2.rfc6749.errors import InvalidGrantError

from simulator.spotify.data.accounts import READ_SCOPES
from simulator.spotify.oauth.clients import DEMO_SECRET
from simulator.spotify.server import RunningSpotify
from simulator.spotify.world import World
from tests.simulator.spotify.oauth_application import REDIRECT, AccountLinking

REAL_TIME = True  # the library is synchronous: it calls from a thread


@pytest.fixture(autouse=True)
def _plain_http(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library wants https; on the loopback interface there is none."""
    monkeypatch.setenv("OAUTHLIB_INSECURE_TRANSPORT", "1")


@pytest.fixture(params=[None, DEMO_SECRET.reveal()], ids=["pkce", "secret"])
def linking(spotify: RunningSpotify, request: pytest.FixtureRequest) -> AccountLinking:
    return AccountLinking(spotify, request.param)


async def test_from_consent_to_the_first_call(linking: AccountLinking) -> None:
    location = await linking.consent("yuki")
    assert location.startswith(f"{REDIRECT}?code=")
    tokens = await linking.tokens(location)
    assert tokens["expires_in"] == 3600
    assert set(tokens["scope"]) == READ_SCOPES
    me = await linking.me()
    assert me.json()["display_name"] == "白川ゆき"


async def test_an_access_token_lasts_an_hour(
    linking: AccountLinking, world: World
) -> None:
    await linking.tokens(await linking.consent("jonas"))
    world.clock.advance(timedelta(minutes=59, seconds=59))
    assert (await linking.me()).status_code == 200
    world.clock.advance(timedelta(seconds=1))
    late = await linking.me()
    assert late.status_code == 401
    assert late.json()["error"]["message"] == "The access token expired"
    first = linking.session.token["refresh_token"]
    again = await linking.refresh()
    assert (await linking.me()).status_code == 200
    # Without a secret the refresh token is a new one each time.
    assert (again["refresh_token"] == first) is (linking.secret is not None)


async def test_six_months_after_consent_it_is_over(
    linking: AccountLinking, world: World
) -> None:
    await linking.tokens(await linking.consent("ada"))
    world.clock.advance(timedelta(days=180))
    await linking.refresh()
    assert (await linking.me()).status_code == 200
    world.clock.advance(timedelta(days=1, hours=1))  # 22 November to 22 May: 181 days
    with pytest.raises(InvalidGrantError, match="expired"):
        await linking.refresh()


async def test_what_the_listener_revokes_is_over_at_once(
    linking: AccountLinking, world: World
) -> None:
    await linking.tokens(await linking.consent("ben"))
    assert world.grants.revoke_account("ada") == 0
    assert world.grants.revoke_account("ben") == 1
    assert (await linking.me()).status_code == 401
    with pytest.raises(InvalidGrantError, match="revoked"):
        await linking.refresh()
    assert world.grants.revoke_account("ben") == 0


async def test_a_token_can_be_given_back(linking: AccountLinking) -> None:
    tokens = await linking.tokens(await linking.consent("ada"))
    async with aiohttp.ClientSession() as session:
        for token in (tokens["refresh_token"], "never issued"):
            form = {"token": token}
            url = f"{linking.spotify.base_url}/api/revoke"
            async with session.post(url, data=form) as answer:
                assert answer.status == 200
    assert (await linking.me()).status_code == 401


async def test_a_code_is_good_once_and_stealing_it_ends_the_grant(
    linking: AccountLinking,
) -> None:
    location = await linking.consent("ada")
    await linking.tokens(location)
    with pytest.raises(InvalidGrantError):
        await linking.tokens(location)
    assert (await linking.me()).status_code == 401


async def test_a_code_lasts_ten_minutes(linking: AccountLinking, world: World) -> None:
    location = await linking.consent("ada")
    world.clock.advance(timedelta(minutes=10, seconds=1))
    with pytest.raises(InvalidGrantError, match="expired"):
        await linking.tokens(location)


async def test_permissions_are_those_that_were_asked_for(
    spotify: RunningSpotify,
) -> None:
    narrow = AccountLinking(spotify, DEMO_SECRET.reveal(), frozenset({"user-top-read"}))
    await narrow.tokens(await narrow.consent("ada"))
    allowed = await narrow._aside(
        lambda: narrow.session.get(f"{spotify.api_url}/me/top/artists")
    )
    refused = await narrow._aside(
        lambda: narrow.session.get(f"{spotify.api_url}/me/playlists")
    )
    assert (allowed.status_code, refused.status_code) == (200, 403)


async def test_the_outsider_logs_in_and_is_refused_everywhere(
    linking: AccountLinking,
) -> None:
    await linking.tokens(await linking.consent("outsider"))
    me = await linking.me()
    assert me.status_code == 403
    assert me.headers["Content-Type"].startswith("text/plain")


async def test_whoever_cancels_is_sent_back_with_that(linking: AccountLinking) -> None:
    location = await linking.consent("ada", "cancel")
    assert "error=access_denied" in location
    assert f"state={linking.session._state}" in location


async def test_a_refresh_token_may_be_rotated_for_everybody(
    spotify: RunningSpotify, world: World
) -> None:
    linking = AccountLinking(spotify, DEMO_SECRET.reveal())
    first = await linking.tokens(await linking.consent("load-9"))
    world.tokens.rotate = True
    second = await linking.refresh()
    assert second["refresh_token"] != first["refresh_token"]
    linking.session.token = first
    with pytest.raises(InvalidGrantError, match="revoked"):
        await linking.refresh()
