"""The command line: a scenario for real, and every way to be refused."""

import json
import os
import socket
from datetime import UTC, datetime
from pathlib import Path

import pytest

from simulator.alexa.certificates import make_chain
from tests.load import run
from tests.load.__main__ import main
from tests.load.closed_loop import Reply
from tests.load.scenarios import SCENARIOS
from tests.load.servers import Unusable
from tests.load.stage import Stage
from tests.load.staging import look_first
from tests.load.upheavals import NAMES, UPHEAVALS
from tests.service.running import now

pytestmark = pytest.mark.no_cover

two_cores = pytest.mark.skipif(
    len(os.sched_getaffinity(0)) < 2, reason="one core: nothing to compare on"
)
QUICK = ["run", "--rate", "400", "--seconds", "0.5", "--listeners", "4"]


@pytest.mark.load
@two_cores
@pytest.mark.parametrize(
    "name", ["certificate", "redis-refuse", "soak", "soak-cold", "spotify-refuse"]
)
def test_a_scenario_for_real(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.load.soak.AHEAD", 0.1)
    file = tmp_path / "figures.json"
    assert main([*QUICK, name, "--json", str(file)]) == 0
    (told,) = json.loads(file.read_text())
    assert told["scenario"] == name
    assert told["answered"] == told["asked"]
    good = {"apologised (unavailable)"} if name == "spotify-refuse" else set()
    assert set(told["outcomes"]) == (good or {"answered"})


def test_every_scenario_says_what_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "--list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == list(NAMES)
    assert all(len(line.split()) > 3 for line in lines)
    assert set(run.SHORT) <= {*SCENARIOS, *UPHEAVALS}


def test_an_unknown_scenario_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "moon"]) == 2
    assert "moon" in capsys.readouterr().err


def test_a_stage_without_redis_has_no_way_to_break(tmp_path: Path) -> None:
    chain = make_chain(now())
    stage = Stage(tmp_path, chain, None, [], [])  # type: ignore[arg-type]
    with pytest.raises(Unusable, match="no Redis"):
        stage.inflict("RESET_ALL")


def test_a_stage_knows_when_its_services_broke_with_redis(tmp_path: Path) -> None:
    logs = [tmp_path / name for name in ("one.log", "two.log")]
    stage = Stage(tmp_path, make_chain(now()), None, [], logs)  # type: ignore[arg-type]
    for log in logs:
        log.write_text('{"message":"turn","time":"2026-11-28T12:00:00.000Z"}\n')
    assert stage.cut_off() is None
    for log, second in zip(logs, (9, 5), strict=True):
        told = {
            "message": "redis is out: OSError",
            "time": f"2026-11-28T12:00:0{second}.000Z",
        }
        log.write_text(f"{log.read_text()}{json.dumps(told)}\n")
    assert stage.cut_off() == datetime(2026, 11, 28, 12, 0, 5, tzinfo=UTC).timestamp()


@pytest.fixture
def deployed(tmp_path: Path) -> list[str]:
    chain, key = tmp_path / "chain.pem", tmp_path / "key.pem"
    make_chain(now()).save(chain, key)
    return ["--chain", str(chain), "--key", str(key), "--skill", "s"]


def test_a_deployment_that_nobody_reaches(
    deployed: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
    assert main(["staging", f"http://127.0.0.1:{port}", *deployed]) == 2
    assert "cannot be reached" in capsys.readouterr().err


@pytest.mark.parametrize("url", ["ftp://x", "https://", "moon"])
def test_what_is_no_address(
    url: str, deployed: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["staging", url, *deployed]) == 2
    assert "no address" in capsys.readouterr().err


def reply(status: int, date: str, body: bytes = b"x") -> Reply:
    made = Reply()
    head = f"HTTP/1.1 {status} X\r\nDate: {date}\r\nContent-Length: {len(body)}"
    made.feed(f"{head}\r\n\r\n".encode() + body)
    return made


def today() -> str:
    return now().strftime("%a, %d %b %Y %H:%M:%S GMT")


@pytest.mark.parametrize(
    ("status", "date", "told"),
    [
        (400, None, "production service"),
        (503, None, "with 503"),
        (200, "Tue, 01 Jan 2019 00:00:00 GMT", "its clock is"),
    ],
    ids=["production", "not there", "another day"],
)
def test_a_deployment_that_is_not_for_load(
    status: int, date: str | None, told: str
) -> None:
    with pytest.raises(Unusable, match=told):
        look_first(reply(status, date or today()))


def test_a_deployment_that_is() -> None:
    look_first(reply(200, today()))
