"""The image's recipe, and what it relies on: nothing is written, nothing is missing."""

import asyncio
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import aiohttp

from service.settings import Settings
from tests.conftest import free_port

DOCKERFILE = Path("Dockerfile").read_text()
WATCHING = """
import os, runpy, sys
def watch(event, arguments):
    if event == "open" and isinstance(arguments[0], (str, bytes)):
        written = arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        if written and str(arguments[0]) != "/dev/null":
            os.write(2, f"written: {arguments[0]}\\n".encode())
    elif event in ("os.mkdir", "os.rename", "os.remove", "tempfile.mkstemp"):
        os.write(2, f"{event}: {arguments[0]}\\n".encode())
sys.addaudithook(watch)
sys.argv = ["service"]
runpy.run_module("service", run_name="__main__", alter_sys=True)
"""


def instructions(name: str) -> list[str]:
    joined = DOCKERFILE.replace("\\\n", " ")
    return re.findall(rf"^{name} (.*)$", joined, re.MULTILINE)


def test_it_starts_what_the_procfile_starts() -> None:
    assert instructions("ENTRYPOINT") == ['["/usr/bin/python3.11", "-m", "service"]']
    assert Path("Procfile").read_text() == "web: exec python -m service\n"


def test_nobody_is_root_and_no_tool_is_left() -> None:
    *_, last = instructions("FROM")
    assert last == "gcr.io/distroless/python3-debian12:nonroot"
    assert instructions("USER") == ["65532:65532"]
    assert DOCKERFILE.index("USER") > DOCKERFILE.index(last)


def test_only_hashed_wheels_are_installed() -> None:
    install, compiling = instructions("RUN")
    assert "--require-hashes" in install
    assert "--only-binary :all:" in install
    assert "--invalidation-mode unchecked-hash" in compiling


def test_the_port_is_the_default_one() -> None:
    assert instructions("EXPOSE") == [str(Settings().port)]


def test_what_is_copied_is_what_is_let_through() -> None:
    copied = {line.split()[0] for line in instructions("COPY") if "--from" not in line}
    ignored = Path(".dockerignore").read_text().splitlines()
    assert {line[1:] for line in ignored if line.startswith("!")} == copied
    assert all(Path(name).exists() for name in copied)


def test_nothing_of_production_needs_the_stand_ins() -> None:
    imported = (
        "import sys, service.server, service.commands.doctor.command,"
        " service.observability.prometheus, service.commands.account_linking;"
        " print(*sys.modules)"
    )
    listed = subprocess.run(  # noqa: S603 - this very Python
        [sys.executable, "-c", imported], capture_output=True, text=True, check=True
    ).stdout.split()
    unwanted = ("simulator",)
    assert not [name for name in listed if name.startswith(unwanted)]


async def test_nothing_is_written_from_start_to_end() -> None:
    port = free_port()
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", WATCHING),
        env={
            "PATH": os.environ["PATH"],
            "PYTHONDONTWRITEBYTECODE": "1",
            "SKILL_ID": "amzn1.ask.skill.one",
            "HOST": "127.0.0.1",
            "PORT": str(port),
        },
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    assert process.stdout
    async with asyncio.timeout(20):
        while b"listening" not in await process.stdout.readline():
            assert process.returncode is None
        async with aiohttp.ClientSession() as http:
            for path in ("/ready", "/privacy?lang=ja", "/terms"):
                async with http.get(f"http://127.0.0.1:{port}{path}") as reply:
                    assert reply.status == 200
        process.send_signal(signal.SIGTERM)
        _, err = await process.communicate()
    assert err.decode() == ""
    assert process.returncode == 0
