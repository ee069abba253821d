"""The picture that whoever runs the skill supplies, from its file to the screen."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from service.environment_reader import LARGEST_PICTURE, PNG
from service.public_pages import PATH
from service.settings import SettingsError, load
from simulator.alexa.requests import ScreenProfile
from tests.service.running import running

PUBLIC = "https://shelf.example"


@pytest.fixture
def logo(tmp_path: Path) -> Path:
    file = tmp_path / "logo.png"
    file.write_bytes(PNG + b"the rest")
    return file


async def test_it_is_handed_out_and_shown(tmp_path: Path, logo: Path) -> None:
    told = {"PUBLIC_URL": PUBLIC, "SPOTIFY_LOGO_FILE": str(logo)}
    async with running(tmp_path, **told) as line:
        async with line.http.get(line.url + PATH) as reply:
            assert await reply.read() == PNG + b"the rest"
            assert reply.content_type == "image/png"
            assert reply.headers["Access-Control-Allow-Origin"] == "*"
            assert reply.headers["X-Content-Type-Options"] == "nosniff"
        line.device = replace(line.device, token=None, screen=ScreenProfile())
        await line.says("DemoIntent")
        demo = await line.says("ListPlaylistsIntent")
        assert PUBLIC not in json.dumps(demo.json)


async def test_without_one_there_is_nothing_there(tmp_path: Path) -> None:
    async with running(tmp_path) as line, line.http.get(line.url + PATH) as reply:
        assert reply.status == 404


@pytest.mark.parametrize(
    ("content", "public", "problem"),
    [
        (b"GIF89a", PUBLIC, "takes a PNG of at most 256 KiB"),
        (b"", PUBLIC, "takes a PNG of at most 256 KiB"),
        (PNG + bytes(LARGEST_PICTURE), PUBLIC, "takes a PNG of at most 256 KiB"),
        (None, PUBLIC, "there is no such file"),
        (PNG, "", "needs PUBLIC_URL beside it"),
    ],
)
def test_what_cannot_be_shown_is_told(
    tmp_path: Path, content: bytes | None, public: str, problem: str
) -> None:
    file = tmp_path / "picture.png"
    if content is not None:
        file.write_bytes(content)
    environ = {"SKILL_ID": "s", "PUBLIC_URL": public, "SPOTIFY_LOGO_FILE": str(file)}
    with pytest.raises(SettingsError) as caught:
        load(environ)
    assert caught.value.problems == (f"SPOTIFY_LOGO_FILE: {problem}",)
