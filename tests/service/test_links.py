"""New tokens, other accounts and refusals, by signed requests to real instances."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.conftest import RedisServer
from tests.service.instances import fleet
from tests.service.test_back_ends import converse, stage

pytestmark = pytest.mark.no_cover

ME = "GET /me"


async def test_a_rotated_token_costs_one_call(
    tmp_path: Path, redis_server: RedisServer
) -> None:
    async with stage(tmp_path, redis_server.url) as (line, spotify):
        await converse(line, "ada")
        spotify.counters.reset()
        line.device = replace(line.device, token="ada~rotated")
        assert "Morning Coffee" in (await line.says("ListPlaylistsIntent")).speech
        assert "240 playlists" in (await line.opens()).speech
        assert (spotify.counters.calls(), spotify.counters.calls(ME)) == (1, 1)


async def test_another_account_of_the_same_user_hears_its_own(
    tmp_path: Path, redis_server: RedisServer
) -> None:
    async with stage(tmp_path, redis_server.url) as (line, _):
        await converse(line, "ada")
        line.device = replace(line.device, token="ben")
        other = await line.says("ListPlaylistsIntent")
        assert line.turns[-1].outcome == "answered"
        assert "Loud, Night Drive, and Gaming" in other.speech
        line.device = replace(line.device, token="ada~again")
        assert "Morning Coffee" in (await line.says("ListPlaylistsIntent")).speech


async def test_a_refusal_keeps_every_instance_from_calling(
    tmp_path: Path, redis_server: RedisServer
) -> None:
    async with fleet(tmp_path, redis_server.url, 2) as instances:
        spotify = instances.spotify
        one, other = instances.lines
        for endpoint in ("GET /me", "GET /me/playlists"):  # a limit is an endpoint's
            spotify.faults.add("rate_limit", endpoint, times=1, retry_after=30)
        one.device = replace(one.device, token="ada", user_id="first")
        assert (await one.opens()).status == 200
        spotify.counters.reset()
        for line in (one, other) * 3:
            for who in ("ada", "ben"):
                line.device = replace(line.device, token=who, user_id=who)
                assert (await line.opens()).status == 200
                assert line.turns[-1].reason == "rate_limited"
        assert spotify.counters.calls() == 0
