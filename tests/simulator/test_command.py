"""The commands `spotify` and `chain` of `python -m simulator`."""

import asyncio
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import aiohttp
import pytest

from providers.recommender.neighbours_file import read_neighbours
from simulator.__main__ import main, parser
from simulator.alexa.certificates import SigningChain
from simulator.commands import keep_chain, serve
from simulator.spotify.world import World

NOW = datetime(2026, 11, 22, tzinfo=UTC)
ROOT = Path(__file__).resolve().parents[2]


def test_a_chain_is_made_kept_and_renewed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "new" / "chain"
    assert keep_chain(folder, NOW, timedelta(days=10)) == 0
    assert capsys.readouterr().out == f"ALEXA_TEST_CHAIN_FILE={folder}/chain.pem\n"
    first = (folder / "chain.pem").read_bytes(), (folder / "key.pem").read_bytes()
    assert (folder / "key.pem").stat().st_mode & 0o077 == 0
    keep_chain(folder, NOW + timedelta(days=9), timedelta(days=10))
    second = (folder / "chain.pem").read_bytes(), (folder / "key.pem").read_bytes()
    assert second == first
    keep_chain(folder, NOW + timedelta(days=11), timedelta(days=10))
    assert (folder / "chain.pem").read_bytes() != first[0]
    chain = SigningChain.load(folder / "chain.pem", folder / "key.pem")
    assert (folder / "key.pem").read_bytes() == first[1]
    assert chain.pem.count(b"BEGIN CERTIFICATE") >= 2


def test_the_chain_command(tmp_path: Path) -> None:
    assert main(["chain", str(tmp_path), "--days", "3"], {}) == 0
    assert (tmp_path / "chain.pem").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["--client-id", "x", "--redirect-uri", "http://localhost/"],
        ["--host", "203.0.113.7"],
        ["--neighbours", "/no/such/folder/file"],
    ],
)
def test_what_cannot_be_served(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["spotify", "--port", "0", *arguments], {}) == 2
    assert capsys.readouterr().err


@asynccontextmanager
async def _running(
    *arguments: str, **environ: str
) -> AsyncIterator[tuple[str, list[str]]]:
    """The real command; its address, and the lines that it printed before."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "simulator", "spotify", "--port", "0", *arguments,
        cwd=ROOT, env=environ, stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout is not None
    lines: list[str] = []
    try:
        while not any(line.startswith("SPOTIFY_ACCOUNTS_URL=") for line in lines):
            lines.append((await process.stdout.readline()).decode().strip())
        yield lines[-1].partition("=")[2], lines
    finally:
        process.send_signal(signal.SIGTERM)
        assert await process.wait() == 0


async def test_it_serves_until_it_is_told_to_stop() -> None:
    async with (
        _running("--client-id", "mine", "--redirect-uri", "http://127.0.0.1/x") as (
            url,
            lines,
        ),
        aiohttp.ClientSession() as session,
    ):
        assert f"SPOTIFY_API_URL={url}/v1" in lines
        headers = {"Authorization": "Bearer load-3"}
        async with session.get(f"{url}/v1/me", headers=headers) as answer:
            assert (await answer.json())["id"]
        async with session.get(f"{url}/control/faults") as answer:
            assert answer.status == 200


async def test_neighbours_of_its_music_are_written(tmp_path: Path) -> None:
    file = tmp_path / "neighbours.bin"
    async with _running("--neighbours", str(file)) as (_, lines):
        assert f"NEIGHBOURS_FILE={file}" in lines
        assert len(read_neighbours(file)) > 100


@pytest.mark.parametrize(
    ("host", "key", "closed"),
    [
        ("0.0.0.0", None, True),
        ("0.0.0.0", "secret", False),
        ("127.0.0.1", None, False),
        ("localhost", None, False),
        ("::1", "secret", False),
    ],
)
async def test_from_outside_the_levers_need_a_key(
    host: str, key: str | None, closed: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    await _started_and_stopped(["--host", host], key)
    told = capsys.readouterr().out
    assert ("STANDIN_CONTROL_KEY is not set" in told) is closed
    assert "SPOTIFY_API_URL=http://" in told


@pytest.mark.parametrize("key", [None, "secret"])
async def test_behind_a_public_address_the_levers_need_a_key(
    key: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    # The proxy reaches the loopback interface, perhaps with a loopback host name.
    await _started_and_stopped(["--public-url", "https://spotify.example"], key)
    told = capsys.readouterr().out
    assert ("STANDIN_CONTROL_KEY is not set" in told) is (key is None)
    assert "SPOTIFY_API_URL=https://spotify.example/v1" in told


async def _started_and_stopped(arguments: list[str], key: str | None) -> None:
    stop = asyncio.Event()
    stop.set()
    options = parser().parse_args(["spotify", "--port", "0", *arguments])
    await serve(World(now=lambda: NOW), options, key, stop)
