"""The last calls of a day are for listeners who are new."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from providers.daily_quota import DailyQuota
from service.app import HEALTH
from service.commands.doctor import spotify_checks
from service.commands.doctor.report import Severity
from simulator.spotify.server import serving
from simulator.spotify.world import World
from tests.service.commands.doctor.contexts import context
from tests.service.running import Line, now, running

LIMIT = 1000
HOUR = 3600


@pytest.fixture
async def line(tmp_path: Path) -> AsyncIterator[Line]:
    async with (
        serving(World(now=now)) as spotify,
        running(
            tmp_path, SPOTIFY_API_URL=spotify.api_url, SPOTIFY_DAILY_CALLS=str(LIMIT)
        ) as line,
    ):
        line.device = replace(line.device, token="ada")
        yield line


def use_up(quota: DailyQuota, calls: int) -> None:
    while quota.used() < calls:
        quota.count()


def calls(line: Line) -> list[str]:
    return [call.endpoint for call in line.turns[-1].calls]


async def test_each_call_is_counted_once(line: Line) -> None:
    await line.says("ListPlaylistsIntent")
    await line.says("RecommendIntent")
    await line.says("RecommendIntent")
    used = sum(len(turn.calls) for turn in line.turns)
    assert used > 10
    assert line.app[HEALTH].quota.used() == used
    _, ready = await line.get("/ready")
    assert ready["spotify_calls_left"] == LIMIT - used


async def test_who_yields_in_which_order(line: Line) -> None:
    quota = line.app[HEALTH].quota
    await line.says("ListPlaylistsIntent")
    use_up(quota, 800)
    line.watch.ahead = 600  # the playlists are fresh for five minutes
    answer = await line.says("ListPlaylistsIntent")
    assert calls(line) == []
    assert "so this is from 10 minutes ago" in answer.speech
    use_up(quota, 900)
    await line.says("RecommendIntent")
    assert line.turns[-1].outcome == "answered"
    assert {"/me/top/tracks", "/me/tracks"} <= set(calls(line))
    assert not {"/search", "/me/library/contains"} & set(calls(line))
    use_up(quota, LIMIT)
    assert "240 playlists" in (await line.says("ListPlaylistsIntent")).speech
    line.device = replace(line.device, token="ben", user_id="ben")
    await line.says("ListPlaylistsIntent")
    assert (line.turns[-1].reason, calls(line)) == ("quota_exceeded", [])
    line.watch.ahead += 25 * HOUR
    await line.says("ListPlaylistsIntent")
    assert line.turns[-1].outcome == "answered"


async def test_the_demo_never_yields(line: Line) -> None:
    use_up(line.app[HEALTH].quota, LIMIT)
    line.device = replace(line.device, token=None, user_id="nobody")
    await line.says("DemoIntent")
    await line.says("RecommendIntent")
    assert line.turns[-1].outcome == "answered"


async def test_the_doctor_tells_what_is_left(line: Line, tmp_path: Path) -> None:
    setting = {"SPOTIFY_DAILY_CALLS": str(LIMIT), "ENVIRONMENT": "test"}
    there = context(tmp_path, PUBLIC_URL=line.url, **setting)
    (found,) = await spotify_checks.quota(there)
    assert (found.severity, found.message[:12]) == (Severity.INFO, "1000 of 1000")
    use_up(line.app[HEALTH].quota, 800)
    (found,) = await spotify_checks.quota(there)
    assert (found.severity, found.message[:11]) == (Severity.WARNING, "200 of 1000")
    nowhere = context(tmp_path, PUBLIC_URL="http://127.0.0.1:9", **setting)
    (found,) = await spotify_checks.quota(nowhere)
    assert found.severity is Severity.INFO
    assert await spotify_checks.quota(context(tmp_path)) == []


async def test_the_doctor_tells_of_a_service_without_the_setting(
    tmp_path: Path,
) -> None:
    async with running(tmp_path) as line:
        there = context(
            tmp_path, PUBLIC_URL=line.url, SPOTIFY_DAILY_CALLS="9", ENVIRONMENT="test"
        )
        (found,) = await spotify_checks.quota(there)
    assert found.severity is Severity.WARNING
    assert "SPOTIFY_DAILY_CALLS" in found.message
