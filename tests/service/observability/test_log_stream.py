"""The log stream: nobody waits for whoever reads the log, and nobody is told lies."""

import asyncio
import json
import os
import subprocess
import sys
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import aiohttp
import pytest

from service.observability.log_stream import (
    ClosedStream,
    LogStream,
    descriptor_of,
)
from service.observability.logs import drop_line
from service.settings import load
from tests.conftest import free_port

SETTINGS = load({"SKILL_ID": "s"})


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    reader, writer = os.pipe()
    yield reader, writer
    for number in (reader, writer):
        with suppress(OSError):
            os.close(number)


def read_all(descriptor: int) -> list[bytes]:
    with os.fdopen(os.dup(descriptor), "rb") as stream:
        return stream.readlines()


def test_lines_come_out_whole_and_in_order(pipe: tuple[int, int]) -> None:
    reader, writer = pipe
    stream = LogStream(writer, drop_line(SETTINGS))
    written = [f"{number}\n".encode() for number in range(5000)]
    lines: list[bytes] = []
    reading = threading.Thread(target=lambda: lines.extend(read_all(reader)))
    reading.start()
    for line in written:
        stream.write(line)
    stream.close(10)
    os.close(writer)
    reading.join()
    assert lines == written
    assert stream.dropped == 0


def test_a_reader_that_does_not_read_costs_lines_and_no_time(
    pipe: tuple[int, int],
) -> None:
    reader, writer = pipe
    stream = LogStream(writer, drop_line(SETTINGS), queue_bytes=100_000)
    line = b"x" * 999 + b"\n"
    for _ in range(1000):
        stream.write(line)  # would wait for ever if this were a write to the pipe
    assert stream.dropped > 500
    dropped = stream.dropped
    lines: list[bytes] = []
    reading = threading.Thread(target=lambda: lines.extend(read_all(reader)))
    reading.start()
    stream.close(10)
    os.close(writer)
    reading.join()
    told = [json.loads(x) for x in lines if x != line]
    assert sum(one["dropped"] for one in told) == dropped
    assert {one["message"] for one in told} == {"log lines were dropped"}
    assert len(lines) - len(told) + dropped == 1000


def test_a_reader_that_left_ends_nothing(pipe: tuple[int, int]) -> None:
    reader, writer = pipe
    stream = LogStream(writer, drop_line(SETTINGS))
    os.close(reader)
    stream.write(b"line\n")
    stream.close(10)
    stream.write(b"line\n")
    assert stream.dropped == 1


def test_a_file_that_somebody_made_non_blocking(pipe: tuple[int, int]) -> None:
    reader, writer = pipe
    os.set_blocking(writer, False)
    stream = LogStream(writer, drop_line(SETTINGS))
    written = [b"x" * 999 + b"\n"] * 300
    for line in written:
        stream.write(line)
    lines: list[bytes] = []
    reading = threading.Thread(target=lambda: lines.extend(read_all(reader)))
    reading.start()
    stream.close(10)
    os.close(writer)
    reading.join()
    assert lines == written


def test_a_full_disk_is_told_when_there_is_room(tmp_path: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("/dev/full is Linux's")
    descriptor = os.open("/dev/full", os.O_WRONLY)
    stream = LogStream(descriptor, drop_line(SETTINGS))
    stream.write(b"lost\n")
    while stream.dropped == 0:
        threading.Event().wait(0.01)
    file = os.open(tmp_path / "log", os.O_WRONLY | os.O_CREAT)
    os.dup2(file, descriptor)
    stream.write(b"kept\n")
    stream.close(10)
    told, kept = (tmp_path / "log").read_bytes().splitlines()
    assert (json.loads(told)["dropped"], kept) == (1, b"kept")


def test_a_stream_that_cannot_be_used_is_named(
    tmp_path: Path, pipe: tuple[int, int]
) -> None:
    reader, writer = pipe
    with pytest.raises(ClosedStream, match="is closed"):
        descriptor_of(None)
    with (tmp_path / "log").open("w") as stream:
        assert descriptor_of(stream) == stream.fileno()
    with pytest.raises(ClosedStream, match="is closed"):
        descriptor_of(stream)
    with (
        (tmp_path / "log").open() as stream,
        pytest.raises(ClosedStream, match="reading only"),
    ):
        descriptor_of(stream)
    with os.fdopen(os.dup(writer), "w") as stream:
        assert descriptor_of(stream)
        os.close(reader)
        with pytest.raises(ClosedStream, match="nobody reads"):
            descriptor_of(stream)


ENVIRON = {
    "PATH": os.environ["PATH"],
    "SKILL_ID": "amzn1.ask.skill.one",
    "HOST": "127.0.0.1",
}


@pytest.mark.parametrize(
    ("ending", "said"),
    [
        (">&-", "the standard output is closed"),
        ("1</dev/null", "the standard output is open for reading only"),
    ],
)
def test_a_closed_output_ends_the_start_with_a_message(ending: str, said: str) -> None:
    ended = subprocess.run(  # noqa: S603 - this very Python
        ["/bin/sh", "-c", f'exec "$0" -m service {ending}', sys.executable],
        env={**ENVIRON, "PORT": str(free_port())},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert ended.returncode == 2
    assert ended.stderr.startswith(f"{said}. Cure: ")
    assert ended.stderr.count("\n") == 1


@asynccontextmanager
async def unread(port: int, scraped: int) -> AsyncIterator[asyncio.subprocess.Process]:
    """The service as a process whose log nobody reads."""
    reader, writer = os.pipe()
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "service"),
        env={**ENVIRON, "PORT": str(port), "METRICS_PORT": str(scraped)},
        stdout=writer,
    )
    os.close(writer)
    try:
        yield process
    finally:
        os.close(reader)
        if process.returncode is None:
            process.terminate()
            await process.wait()


async def test_the_service_answers_while_nobody_reads_its_log() -> None:
    port, scraped = free_port(), free_port()
    url = f"http://127.0.0.1:{port}"
    async with unread(port, scraped) as process, aiohttp.ClientSession() as http:
        await answered(http, f"{url}/live")
        for _ in range(600):  # each leaves a line; a pipe holds 64 KiB
            async with http.post(f"{url}/alexa", data=b"{}") as reply:
                assert reply.status == 400
        assert await answered(http, f"{url}/live") == '{"status": "live"}'
        page = await answered(http, f"http://127.0.0.1:{scraped}/metrics")
        assert "record_shelf_log_lines_dropped_total 0.0" in page
        process.terminate()
        async with asyncio.timeout(30):
            assert await process.wait() == 0


async def answered(http: aiohttp.ClientSession, url: str) -> str:
    async with asyncio.timeout(30):
        while True:
            try:
                async with http.get(url) as reply:
                    return (await reply.text()).strip()
            except aiohttp.ClientConnectionError:
                await asyncio.sleep(0.05)
