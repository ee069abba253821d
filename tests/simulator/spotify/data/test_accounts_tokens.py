"""Who is let in, and what each may do."""

import pytest

from simulator.spotify.api import catalogue
from simulator.spotify.world import World
from tests.simulator.spotify.conftest import ApiCaller

SCOPED = [
    ("/me/playlists", "playlist-read-private"),
    ("/me/top/artists", "user-top-read"),
    ("/me/top/tracks", "user-top-read"),
    ("/me/player/recently-played", "user-read-recently-played"),
    ("/me/tracks", "user-library-read"),
    ("/me/albums", "user-library-read"),
    ("/me/following?type=artist", "user-follow-read"),
    ("/me/player", "user-read-playback-state"),
]


@pytest.mark.parametrize(
    ("header", "status", "message"),
    [
        (None, 401, "No token provided"),
        ("", 401, "No token provided"),
        ("Basic YWRhOg==", 400, "Only valid bearer authentication supported"),
        ("Bearer nonsense", 401, "Invalid access token"),
        ("Bearer expired", 401, "The access token expired"),
        ("Bearer revoked", 401, "The access token expired"),
        ("Bearer ", 401, "Invalid access token"),
        ("bearer ada", 200, ""),
    ],
)
async def test_headers(
    ask: ApiCaller, header: str | None, status: int, message: str
) -> None:
    headers = {} if header is None else {"Authorization": header}
    answer = await ask("/me", None, headers=headers)
    assert answer.status == status
    if status != 200:
        assert answer.message == message


@pytest.mark.parametrize(("path", "scope"), SCOPED)
async def test_permissions(ask: ApiCaller, path: str, scope: str) -> None:
    assert (await ask(path)).status in {200, 204}
    refused = await ask(path, f"ada-without-{scope}")
    assert (refused.status, refused.message) == (403, "Insufficient client scope")
    assert refused.content_type == "application/json"


async def test_noscope_reads_playlists_only(ask: ApiCaller) -> None:
    assert (await ask("/me/playlists", "noscope")).json["total"] == 2
    for path, scope in SCOPED:
        if not scope.startswith("playlist"):
            assert (await ask(path, "noscope")).status == 403


async def test_two_tokens_of_one_account(ask: ApiCaller) -> None:
    first, second = await ask("/me", "ada"), await ask("/me", "ada~second")
    assert first.json == second.json


async def test_the_outsider_hears_plain_text(ask: ApiCaller) -> None:
    answer = await ask("/me", "outsider")
    assert (answer.status, answer.content_type) == (403, "text/plain")
    assert answer.text == "User not registered in the Developer Dashboard"


async def test_the_owner_without_premium(ask: ApiCaller) -> None:
    answer = await ask("/me/playlists", "lapsed")
    assert answer.status == 403
    assert answer.json["error"]["reason"] == "PREMIUM_REQUIRED"
    assert "owner" in answer.message


async def test_names_that_are_hard_to_greet(ask: ApiCaller) -> None:
    assert (await ask("/me", "shy")).json["display_name"] is None
    assert len((await ask("/me", "numeric")).json["display_name"]) == 28
    assert (await ask("/me", "yuki")).json["images"]
    assert (await ask("/me", "nobody")).json["images"] == []


@pytest.mark.parametrize("path", catalogue.WITHDRAWN_PATHS)
async def test_what_is_withdrawn(ask: ApiCaller, path: str) -> None:
    answer = await ask(path.replace("{id}", "1" * 22))
    assert (answer.status, answer.message) == (403, "Forbidden")


async def test_markets_are_checked_and_change_nothing(ask: ApiCaller) -> None:
    answer = (await ask("/me/top/tracks", limit=1, market="DE")).json["items"]
    assert answer == (await ask("/me/top/tracks", limit=1)).json["items"]
    answer = await ask("/me/top/tracks", market="Germany")
    assert (answer.status, answer.message) == (400, "Invalid market code")


async def test_what_never_was(ask: ApiCaller, world: World) -> None:
    for method, path in (("GET", "/me/dreams"), ("PATCH", "/me"), ("DELETE", "/me")):
        answer = await ask(path, method=method)
        assert (answer.status, answer.message) == (404, "Service not found")
    assert world.counters.calls("* (unknown)") == 3
    assert (await ask("/me/dreams", "expired")).status == 401
