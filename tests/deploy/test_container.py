"""The image's recipe, and what it relies on: nothing is written, nothing is missing."""

import asyncio
import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import aiohttp
import pytest

from service.settings import Settings
from simulator.__main__ import PORT, parser
from tests.conftest import free_port

pytestmark = pytest.mark.no_cover

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


def instructions(name: str, text: str = DOCKERFILE) -> list[str]:
    joined = text.replace("\\\n", " ")
    return re.findall(rf"^{name} (.*)$", joined, re.MULTILINE)


def stage(number: int) -> str:
    """Return the text of a stage: 0 builds, 1 is the console's, 2 the service's."""
    return re.split(r"^(?=FROM )", DOCKERFILE, flags=re.MULTILINE)[number + 1]


def test_it_starts_what_the_procfile_starts() -> None:
    (entry,) = instructions("ENTRYPOINT", stage(2))
    assert entry == '["/usr/bin/python3.13", "-m", "service"]'
    assert Path("Procfile").read_text() == "web: exec python -m service\n"


def test_nobody_is_root_and_no_tool_is_left() -> None:
    (last,) = instructions("FROM", stage(2))
    assert last == "gcr.io/distroless/python3-debian13:${BASE_TAG}"
    for number in (1, 2):
        assert instructions("USER", stage(number)) == ["65532:65532"]


def test_tags_are_arguments_and_both_pythons_are_one() -> None:
    before_the_stages = DOCKERFILE[: DOCKERFILE.index("FROM")]
    tags = dict(line.split("=") for line in instructions("ARG", before_the_stages))
    assert tags == {"PYTHON_TAG": "3.13-slim-trixie", "BASE_TAG": "nonroot"}
    assert instructions("FROM", stage(0)) == ["python:${PYTHON_TAG} AS build"]


def test_the_simulator_is_in_the_consoles_image_only() -> None:
    assert "simulator simulator" in instructions("COPY", stage(1))
    assert not [line for line in instructions("COPY", stage(0)) if "simulator" in line]
    assert instructions("COPY", stage(2)) == ["--from=build /srv /srv"]
    entry = json.loads(instructions("ENTRYPOINT", stage(1))[0])
    assert entry[:3] == ["python", "-m", "simulator"]
    assert parser().parse_args(entry[3:]).host == "0.0.0.0"


def test_packages_for_traces_are_in_no_image_unless_asked_for() -> None:
    assert instructions("ARG", stage(0)) == ["REQUIREMENTS=requirements.txt"]
    assert "${REQUIREMENTS} requirements.txt" in instructions("COPY", stage(0))
    least, traced = (
        set(re.findall(r"^[\w.-]+==[\w.]+", Path(name).read_text(), re.MULTILINE))
        for name in ("requirements.txt", "requirements-otel.txt")
    )
    assert least < traced
    assert not [name for name in least if name.startswith("opentelemetry")]


def test_only_hashed_wheels_are_installed() -> None:
    install, compiling = instructions("RUN")
    assert "--require-hashes" in install
    assert "--only-binary :all:" in install
    assert "--invalidation-mode unchecked-hash" in compiling


def test_the_port_is_the_default_one() -> None:
    assert instructions("EXPOSE", stage(2)) == [str(Settings().port)]
    assert instructions("EXPOSE", stage(1)) == [str(PORT)]


def test_what_is_copied_is_what_is_let_through() -> None:
    copied = {line.split()[0] for line in instructions("COPY") if "--from" not in line}
    ignored = Path(".dockerignore").read_text().splitlines()
    copied.remove("${REQUIREMENTS}")
    copied |= {"requirements.txt", "requirements-otel.txt"}
    assert {line[1:] for line in ignored if line.startswith("!")} == copied
    assert all(Path(name).exists() for name in copied)


def test_nothing_of_production_needs_the_stand_ins_or_the_extras() -> None:
    imported = (
        "import sys, service.server, service.commands.doctor.command,"
        " service.observability.prometheus, service.commands.account_linking;"
        " print(*sys.modules)"
    )
    listed = subprocess.run(  # noqa: S603 - this very Python
        [sys.executable, "-c", imported], capture_output=True, text=True, check=True
    ).stdout.split()
    # redis-py itself imports the SDK's metrics where they are installed.
    unwanted = ("simulator", "opentelemetry.sdk.trace", "opentelemetry.exporter")
    assert not [name for name in listed if name.startswith(unwanted)]


def test_the_doctor_finds_all_that_it_needs_in_the_image(tmp_path: Path) -> None:
    for line in instructions("COPY", stage(0)):
        name = line.split()[0]
        (tmp_path / name).symlink_to(Path(name).absolute())
    ran = subprocess.run(
        [sys.executable, "-m", "service", "doctor", "--offline", "--json"],
        cwd=tmp_path,
        env={
            "SKILL_ID": "amzn1.ask.skill.00000000-0000-0000-0000-000000000000",
            "OPERATOR_NAME": "x",
            "OPERATOR_CONTACT": "x@example.com",
            "PORT": str(free_port()),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert (json.loads(ran.stdout), ran.returncode) == ([], 0)


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
        while b"listening" not in (line := await process.stdout.readline()):
            assert line, "it ended"
        async with aiohttp.ClientSession() as http:
            for path in ("/ready", "/privacy?lang=ja", "/terms"):
                async with http.get(f"http://127.0.0.1:{port}{path}") as reply:
                    assert reply.status == 200
        process.send_signal(signal.SIGTERM)
        _, err = await process.communicate()
    assert err.decode() == ""
    assert process.returncode == 0
