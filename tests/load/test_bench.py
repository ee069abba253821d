"""One short run of everything, and the reasons not to run."""

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, nullcontext
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.load.__main__ import main
from tests.load.answers import check
from tests.load.bench import SCENARIOS, Bench, Contestant
from tests.load.closed_loop import Reply, Tally
from tests.load.plan import Plan
from tests.load.prepared import LAUNCH, RECOMMEND
from tests.load.servers import START_SECONDS, Cores, Unusable, running

MINE = frozenset(os.sched_getaffinity(0))
two_cores = pytest.mark.skipif(len(MINE) < 2, reason="one core: nothing to compare on")

SHORT = [
    *("bench", "--seconds", "0.1", "--rounds", "1", "--connections", "2"),
    *("--bursts", "0"),
]


@pytest.mark.load
@two_cores
def test_a_short_run(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("tests.load.bench.CROWD", 2)
    file = tmp_path / "figures.json"
    assert main([*SHORT, "--listeners", "2", "--json", str(file)]) == 0
    assert "| service, launch |" in capsys.readouterr().out
    bare, *others = json.loads(file.read_text())
    assert bare["name"] == "bare aiohttp"
    assert [each["name"] for each in others] == [
        "minimal skill",
        *(f"service, {name} on a speaker" for name in ("launch", "list")),
        *(f"service, {each.name}" for each in SCENARIOS[2:]),
        "service, recommend what I know, new songs",
        *(f"service, {name}, Redis every time" for name in ("launch", "list")),
    ]
    assert all(each["ratio"] > 0 for each in (bare, *others))
    assert frozenset(os.sched_getaffinity(0)) == MINE


@two_cores
def test_who_changes_records_has_a_server_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    @contextmanager
    def started(*_args: object, **_options: object) -> Iterator[object]:
        yield object()

    monkeypatch.setattr("tests.load.bench.running", started)
    monkeypatch.setattr("tests.load.bench.cache_server", lambda *_: nullcontext({}))
    with ExitStack() as stack:
        entries = list(Bench(Plan()).contestants(stack, {}))
    (changes,) = [each for each in entries if each.scenario is RECOMMEND]
    others = [each.server for each in entries if each is not changes]
    assert changes.server not in others


@two_cores
def test_a_round_goes_on_where_the_one_before_ended(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[bytes] = []

    def answered(_port: int, requests: Sequence[bytes], **_options: object) -> Tally:
        asked.append(requests[0])
        return Tally(1.0, 3, {200: 3})

    monkeypatch.setattr("tests.load.bench.ask_on", answered)
    with running(("tests.load.bare",), MINE) as server:
        bench, listeners = Bench(Plan()), [b"0", b"1", b"2", b"3"]
        for _ in range(3):
            bench._round(Contestant("bare", server, LAUNCH, 4), listeners)
    assert asked == [b"0", b"3", b"2"]


@two_cores
def test_requests_are_signed_again_before_they_are_too_old() -> None:
    moments = [datetime(2026, 11, 30, 12, minute, tzinfo=UTC) for minute in (0, 1, 2)]
    bench = Bench(Plan(), now=iter([moments[0], *moments]).__next__)
    with running(("tests.load.bare",), MINE) as server:
        asked = Contestant("bare", server, LAUNCH, 1)
        first, second, third = (bench._requests(asked) for _ in range(3))
    assert first == second
    assert [b"T12:00:00" in first[0], b"T12:02:00" in third[0]] == [True, True]


@pytest.mark.load
@two_cores
def test_a_short_profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.load.bench.SCENARIOS", (LAUNCH,))
    plan = Plan(seconds=0.2, connections=2, listeners=2, stacks=tmp_path)
    shown = Bench(plan).profile()
    assert shown.startswith("\n== launch\n")
    assert "service.http_endpoints:alexa" in shown
    assert "service.http_endpoints:alexa" in (tmp_path / "launch.stacks").read_text()


def test_one_core_is_not_enough(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _pid: {0})
    assert main(SHORT) == 2
    assert "one core" in capsys.readouterr().err


@two_cores
def test_a_core_that_is_not_there() -> None:
    with pytest.raises(Unusable, match="core 999"):
        Cores.of_this_machine(999)


@two_cores
def test_the_server_has_a_core_for_itself() -> None:
    cores = Cores.of_this_machine(min(MINE))
    assert cores.server not in cores.others
    assert cores.others | {cores.server} == MINE


def test_a_server_that_does_not_start() -> None:
    with (
        pytest.raises(Unusable, match=r"base64 ended with \d before it listened"),
        running(("base64",), MINE),
    ):
        raise AssertionError("it cannot have started")


def test_a_server_is_watched() -> None:
    with running(("tests.load.bare",), MINE) as bare:
        assert bare.memory_mb() > 10
        assert bare.cpu_seconds() > 0
        assert 0 < bare.start_seconds < START_SECONDS
        bare.wait_until_idle()
    assert bare.process.returncode is not None


@pytest.mark.parametrize(
    ("status", "response"),
    [
        (400, {}),
        (200, {}),
        (200, {"outputSpeech": {}, "shouldEndSession": True}),
    ],
)
def test_an_apology_is_no_answer(status: int, response: dict[str, object]) -> None:
    body = json.dumps({"response": response}).encode()
    reply = Reply()
    reply.feed(f"HTTP/1.1 {status} X\r\nContent-Length: {len(body)}\r\n\r\n".encode())
    reply.feed(body)
    with pytest.raises(Unusable, match="launch"):
        check(reply, LAUNCH)
