"""The real process: what it prints, which signals it hears, how it ends."""

import asyncio
import contextlib
import json
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from providers.recommender.neighbours_file import pack
from simulator.alexa.requests import (
    AlexaSession,
    DeviceProfile,
    RequestStamp,
    Signer,
    encode,
    launch,
)
from simulator.spotify.server import serving
from simulator.spotify.world import World
from tests.conftest import free_port
from tests.service.running import NOBODY_LISTENS, SKILL_ID, now
from tests.service.signing import chain

pytestmark = pytest.mark.no_cover

READY_SECONDS = 20


@contextlib.asynccontextmanager
async def process(**environ: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """`python -m service` with nothing in its environment but this."""
    started = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "service"),
        env={"PATH": os.environ["PATH"], **environ},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        yield started
    finally:
        if started.returncode is None:
            started.kill()
            await started.wait()


async def ended(started: asyncio.subprocess.Process) -> tuple[int | None, str, str]:
    out, err = await asyncio.wait_for(started.communicate(), READY_SECONDS)
    return started.returncode, out.decode(), err.decode()


async def listening(started: asyncio.subprocess.Process) -> list[dict[str, object]]:
    """The log's lines until the service listens."""
    assert started.stdout
    lines = []
    async with asyncio.timeout(READY_SECONDS):
        async for line in started.stdout:
            lines.append(json.loads(line))
            if lines[-1]["message"] == "listening":
                return lines
    pytest.fail("the service never listened")


async def test_unusable_settings_end_it_before_it_listens() -> None:
    async with process(
        PORT="http",
        ENVIRONMENT="moon",
        OTEL_EXPORTER_OTLP_ENDPOINT="localhost:4318",
        OTEL_EXPORTER_OTLP_PROTOCOL="grpc",
        OTEL_EXPORTER_OTLP_HEADERS="Bearer hush-hush",
        OTEL_TRACES_SAMPLER="sometimes",
    ) as started:
        code, out, err = await ended(started)
    assert code == 2
    assert out == ""
    assert {line.split(":")[0] for line in err.splitlines()} == {
        *("PORT", "ENVIRONMENT", "SKILL_ID", "OTEL_TRACES_SAMPLER"),
        *("OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_PROTOCOL"),
        "OTEL_EXPORTER_OTLP_HEADERS",
    }
    assert all(". Cure: " in line for line in err.splitlines())
    assert "hush-hush" not in err


async def test_a_taken_port_is_named() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        async with process(SKILL_ID=SKILL_ID, HOST="127.0.0.1", PORT=port) as started:
            code, _, err = await ended(started)
    assert code == 2
    assert err.startswith(f"PORT: cannot listen on 127.0.0.1:{port}: ")


_UNUSABLE_HOSTS = ("a..b", "999.1.1.1", "x" * 64, "::ffff:x")


@pytest.mark.parametrize(
    "host",
    [
        *("192.0.2.1", "nowhere.invalid"),
        *(pytest.param(host, marks=pytest.mark.slow) for host in _UNUSABLE_HOSTS),
    ],
)
async def test_a_host_that_is_not_here_is_blamed_itself(host: str) -> None:
    async with process(SKILL_ID=SKILL_ID, HOST=host, PORT=str(free_port())) as started:
        code, _, err = await ended(started)
    assert code == 2
    assert err.startswith(f"HOST: cannot listen on {host}:")
    assert "Cure: leave it out to listen everywhere" in err
    assert err.count("\n") == 1


async def test_a_taken_port_for_metrics_is_named_too() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        async with process(
            SKILL_ID=SKILL_ID,
            HOST="127.0.0.1",
            PORT=str(free_port()),
            METRICS_PORT=str(taken.getsockname()[1]),
        ) as started:
            code, _, err = await ended(started)
    assert code == 2
    assert err.startswith("METRICS_PORT: cannot listen on ")
    assert "Cure: " in err


async def test_a_host_for_metrics_that_is_not_here_is_blamed_itself() -> None:
    async with process(
        SKILL_ID=SKILL_ID,
        HOST="127.0.0.1",
        PORT=str(free_port()),
        METRICS_HOST="192.0.2.1",
        METRICS_PORT=str(free_port()),
    ) as started:
        code, _, err = await ended(started)
    assert code == 2
    assert err.startswith("METRICS_HOST: cannot listen on 192.0.2.1:")
    assert "Cure: give an address of this machine, such as 127.0.0.1" in err
    assert err.count("\n") == 1


async def test_metrics_listen_on_their_own_host_and_nowhere_else() -> None:
    port, metrics_port = free_port(), free_port()
    async with process(
        SKILL_ID=SKILL_ID,
        HOST="127.0.0.1",
        PORT=str(port),
        METRICS_HOST="127.0.0.2",
        METRICS_PORT=str(metrics_port),
    ) as started:
        await listening(started)
        async with aiohttp.ClientSession() as http:
            async with http.get(f"http://127.0.0.2:{metrics_port}/metrics") as reply:
                assert "record_shelf_build_info" in await reply.text()
            with pytest.raises(aiohttp.ClientConnectorError):
                await http.get(f"http://127.0.0.1:{metrics_port}/metrics")


async def test_nobody_to_believe_is_a_reason_not_to_start(tmp_path: Path) -> None:
    file = tmp_path / "chain.pem"
    file.write_text("no certificate")
    async with process(
        SKILL_ID=SKILL_ID, ENVIRONMENT="test", ALEXA_TEST_CHAIN_FILE=str(file)
    ) as started:
        code, _, err = await ended(started)
    assert code == 2
    assert err.startswith("ALEXA_TEST_CHAIN_FILE: holds no certificate. Cure: ")


async def test_unusable_neighbours_are_told_in_one_line(tmp_path: Path) -> None:
    async with process(
        SKILL_ID=SKILL_ID,
        HOST="127.0.0.1",
        PORT=str(free_port()),
        NEIGHBOURS_FILE=str(tmp_path / "missing.bin"),
    ) as started:
        lines = await listening(started)
    (line,) = [each for each in lines if "NEIGHBOURS_FILE" in str(each["message"])]
    assert line["severity"] == "WARNING"
    message = str(line["message"])
    assert message.startswith("NEIGHBOURS_FILE: there is no such file. Cure: ")


async def test_usable_neighbours_are_counted(tmp_path: Path) -> None:
    file = tmp_path / "neighbours.bin"
    file.write_bytes(pack([]))
    async with process(
        SKILL_ID=SKILL_ID,
        HOST="127.0.0.1",
        PORT=str(free_port()),
        NEIGHBOURS_FILE=str(file),
    ) as started:
        lines = await listening(started)
    (line,) = [each for each in lines if "NEIGHBOURS_FILE" in str(each["message"])]
    assert (line["severity"], line["message"]) == (
        "INFO",
        "NEIGHBOURS_FILE: 0 artists",
    )


async def test_metrics_are_served_while_the_service_is(tmp_path: Path) -> None:
    port = free_port()
    async with process(
        SKILL_ID=SKILL_ID,
        HOST="127.0.0.1",
        PORT=str(free_port()),
        METRICS_PORT=str(port),
    ) as started:
        await listening(started)
        async with aiohttp.ClientSession() as http:
            text = await _scraped(http, f"http://127.0.0.1:{port}/metrics")
        started.send_signal(signal.SIGTERM)
        code, _, err = await ended(started)
    assert (code, err) == (0, "")
    assert "record_shelf_turns_total" in text
    assert "process_cpu_seconds_total" in text


async def _scraped(http: aiohttp.ClientSession, url: str) -> str:
    """The page, as soon as its port is open: it opens after the other one."""
    async with asyncio.timeout(READY_SECONDS):
        while True:
            try:
                async with http.get(url) as reply:
                    return await reply.text()
            except aiohttp.ClientConnectorError:
                await asyncio.sleep(0)


async def test_from_start_to_sigterm(tmp_path: Path) -> None:
    signing = chain(now=now())
    signing.save(tmp_path / "chain.pem")
    url = f"http://127.0.0.1:{(port := free_port())}"
    async with process(
        SKILL_ID=SKILL_ID,
        ENVIRONMENT="test",
        HOST="127.0.0.1",
        PORT=str(port),
        ALEXA_TEST_CHAIN_FILE=str(tmp_path / "chain.pem"),
        SPOTIFY_API_URL=NOBODY_LISTENS,
    ) as started:
        before = await listening(started)
        assert [line["severity"] for line in before] == ["WARNING", "INFO"]
        device = DeviceProfile(skill_id=SKILL_ID)
        body = encode(
            launch(device, RequestStamp("amzn1.request.1", now()), AlexaSession())
        )
        headers = Signer(signing.key).headers(body)
        async with aiohttp.ClientSession() as http:
            async with http.post(f"{url}/alexa", data=body, headers=headers) as reply:
                assert reply.status == 200
            async with http.post(f"{url}/alexa", data=b"{}") as reply:
                assert reply.status == 400
        await _send_junk(port)
        started.send_signal(signal.SIGTERM)
        code, out, err = await ended(started)
    lines = [json.loads(line) for line in out.splitlines()]
    assert (code, err) == (0, "")
    assert [line["message"] for line in lines] == [
        *("turn", "turn", "not HTTP", "draining", "stopped"),
    ]
    assert [line.get("outcome") for line in lines[:2]] == ["answered", "refused"]
    assert SKILL_ID not in out


async def test_sigterm_under_load_loses_nobody(tmp_path: Path) -> None:
    """Who waits for Spotify when the signal comes is answered before the end."""
    signing = chain(now=now())
    signing.save(tmp_path / "chain.pem")
    signer = Signer(signing.key)
    url = f"http://127.0.0.1:{(port := free_port())}/alexa"

    async def ask(http: aiohttp.ClientSession, number: int) -> int:
        device = DeviceProfile(
            skill_id=SKILL_ID, token=f"load-{number}", user_id=f"amzn1.{number}"
        )
        moment = RequestStamp(f"amzn1.request.{number}", now())
        body = encode(launch(device, moment, AlexaSession()))
        async with http.post(url, data=body, headers=signer.headers(body)) as reply:
            assert b"outputSpeech" in await reply.read()
            return reply.status

    async with (
        serving(World(now=now)) as spotify,
        process(
            SKILL_ID=SKILL_ID,
            ENVIRONMENT="test",
            HOST="127.0.0.1",
            PORT=str(port),
            ALEXA_TEST_CHAIN_FILE=str(tmp_path / "chain.pem"),
            SPOTIFY_API_URL=spotify.api_url,
        ) as started,
        aiohttp.ClientSession() as http,
    ):
        await listening(started)
        spotify.faults.add("hold")
        asked = [asyncio.create_task(ask(http, number)) for number in range(40)]
        await spotify.counters.until(lambda seen: seen.all.in_flight >= 80)
        started.send_signal(signal.SIGTERM)
        assert await _line_with(started, "draining")
        spotify.faults.release()
        assert await asyncio.gather(*asked) == [200] * 40
        code, _, err = await ended(started)
    assert (code, err) == (0, "")


async def test_who_comes_while_it_drains_is_served(tmp_path: Path) -> None:
    """Until a second signal, which ends the request under way too."""
    signing = chain(now=now())
    signing.save(tmp_path / "chain.pem")
    signer, device = Signer(signing.key), DeviceProfile(skill_id=SKILL_ID, token="ada")
    url = f"http://127.0.0.1:{(port := free_port())}"
    async with (
        serving(World(now=now)) as spotify,
        process(
            SKILL_ID=SKILL_ID,
            ENVIRONMENT="test",
            HOST="127.0.0.1",
            PORT=str(port),
            DRAIN_SECONDS="600",
            ALEXA_TEST_CHAIN_FILE=str(tmp_path / "chain.pem"),
            SPOTIFY_API_URL=spotify.api_url,
        ) as started,
        aiohttp.ClientSession() as http,
    ):
        await listening(started)
        async with http.get(f"{url}/ready") as reply:
            assert (reply.status, reply.headers.get("Connection")) == (200, None)
        started.send_signal(signal.SIGTERM)
        assert await _line_with(started, "draining")
        for _ in range(2):  # over the connection from before, then over a new one
            async with http.get(f"{url}/ready") as reply:
                assert (reply.status, reply.headers["Connection"]) == (503, "close")
        spotify.faults.add("hold")
        body = encode(
            launch(device, RequestStamp("amzn1.request.1", now()), AlexaSession())
        )
        asked = asyncio.create_task(
            http.post(f"{url}/alexa", data=body, headers=signer.headers(body))
        )
        await spotify.counters.until(lambda seen: seen.all.in_flight >= 1)
        async with http.post(f"{url}/alexa", data=b"{}") as reply:
            assert (reply.status, reply.headers["Connection"]) == (400, "close")
        started.send_signal(signal.SIGTERM)
        with pytest.raises(aiohttp.ClientError):
            await asked
        code, out, err = await ended(started)
    assert (code, err) == (128 + signal.SIGTERM, "")
    messages = [json.loads(line)["message"] for line in out.splitlines()]
    assert "ending at once: a second signal" in messages
    assert "stopped" not in messages


@pytest.mark.slow
async def test_the_door_closes_when_the_drain_is_over() -> None:
    port = str(free_port())
    async with process(
        SKILL_ID=SKILL_ID, HOST="127.0.0.1", PORT=port, DRAIN_SECONDS="1"
    ) as started:
        await listening(started)
        started.send_signal(signal.SIGTERM)
        code, out, err = await ended(started)
    assert (code, err) == (0, "")
    lines = [json.loads(line) for line in out.splitlines()]
    assert [line["message"] for line in lines] == ["draining", "stopped"]
    assert lines[0]["seconds"] == 1


async def _line_with(started: asyncio.subprocess.Process, message: str) -> bool:
    assert started.stdout
    async with asyncio.timeout(READY_SECONDS):
        async for line in started.stdout:
            if json.loads(line)["message"] == message:
                return True
    return False


async def _send_junk(port: int) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"POST /alexa HTTP/x.y\r\n\r\n")
    await reader.read()
    writer.close()
    await writer.wait_closed()


async def test_half_a_character_in_a_name_costs_no_line_and_no_metrics(
    tmp_path: Path,
) -> None:
    signing = chain(now=now())
    signing.save(tmp_path / "chain.pem")
    port, metrics = free_port(), free_port()
    device, signer = DeviceProfile(skill_id=SKILL_ID), Signer(signing.key)
    async with process(
        SKILL_ID=SKILL_ID,
        ENVIRONMENT="test",
        HOST="127.0.0.1",
        PORT=str(port),
        METRICS_PORT=str(metrics),
        ALEXA_TEST_CHAIN_FILE=str(tmp_path / "chain.pem"),
        SPOTIFY_API_URL=NOBODY_LISTENS,
    ) as started:
        await listening(started)
        async with aiohttp.ClientSession() as http:
            for place in ("type", "locale", "intent"):
                moment = RequestStamp(f"amzn1.request.{place}", now())
                envelope = launch(device, moment, AlexaSession())
                half: object = "\ud800 \udfff"
                if place == "intent":
                    envelope["request"]["type"] = "IntentRequest"
                    half = {"name": half}
                envelope["request"][place] = half
                body = json.dumps(envelope).encode()
                async with http.post(
                    f"http://127.0.0.1:{port}/alexa",
                    data=body,
                    headers=signer.headers(body),
                ) as reply:
                    assert reply.status == 200
            page = await _scraped(http, f"http://127.0.0.1:{metrics}/metrics")
            async with http.get(f"http://127.0.0.1:{metrics}/nowhere") as reply:
                assert "Server" not in reply.headers
        started.send_signal(signal.SIGTERM)
        code, out, err = await ended(started)
    assert (code, err) == (0, "")
    assert "record_shelf_turns_total" in page
    turns = [line for line in map(json.loads, out.splitlines()) if "ms" in line]
    assert [turns[0]["request_type"], turns[1]["locale"], turns[2]["intent"]] == [
        "\ufffd \ufffd"
    ] * 3
