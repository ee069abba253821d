"""A turn's line: what the formatter would have written, and quicker."""

import json
import logging

import pytest

from providers.secret import Secret
from providers.turn_telemetry import RedisCall, SpotifyCall, Turn
from service import VERSION
from service.observability.logs import (
    JsonFormatter,
    LogHandler,
    TurnLogWriter,
    log_turn,
    turn_log_writer,
)
from service.observability.redaction import Redaction
from service.settings import load

WALL = 1_800_000_000.25
TRACE, SPAN = "4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7"


def a_turn(outcome: str = "answered", *, traced: bool = True) -> Turn:
    turn = Turn(iter([10.0, 10.001, 10.003, 10.0155]).__next__)
    with turn.phase("verify"):
        pass
    turn.request_type, turn.intent, turn.locale = "IntentRequest", "X", "de-DE"
    turn.add_call(SpotifyCall("/me", 2, 429, "rate_limited", 0.002, 0.0051))
    turn.add_cache_use("playlists", "memory")
    turn.request_id, turn.status = "amzn1.echo-api.request.5c-7", 200
    turn.redis.add(RedisCall("GET", 2, None, 0.0, 0.001))
    turn.redis.add(RedisCall("EVALSHA", 1, "ReadOnlyError", 0.0, 0.001))
    turn.conclude(outcome)
    if traced:
        turn.trace, turn.span = TRACE, SPAN
    return turn.finish(6.4845)


ORIGIN = {"version": "1.2.3", "instance": "record-shelf-00007"}


def lines(
    written: list[bytes], *secrets: str, project: str | None = None
) -> TurnLogWriter:
    redact = Redaction(map(Secret, secrets))
    return TurnLogWriter(written.append, redact, project, ORIGIN, wall=lambda: WALL)


@pytest.fixture(autouse=True)
def _loud(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "service")


@pytest.mark.parametrize("project", [None, "shelf"])
@pytest.mark.parametrize("traced", [True, False])
@pytest.mark.parametrize("outcome", ["answered", "failed"])
def test_it_is_the_formatters_line(
    outcome: str, traced: bool, project: str | None, caplog: pytest.LogCaptureFixture
) -> None:
    written: list[bytes] = []
    turn = a_turn(outcome, traced=traced)
    lines(written, project=project)(turn)
    log_turn(turn)
    (record,) = caplog.records
    record.created = WALL
    formatter = JsonFormatter(project=project, origin=ORIGIN)
    assert written == [formatter.format(record).encode() + b"\n"]


def test_it_tells_which_request_and_which_process_it_was() -> None:
    written: list[bytes] = []
    lines(written)(a_turn())
    line = json.loads(written[0])
    assert line.items() >= ORIGIN.items()
    assert (line["request_id"], line["status"]) == ("5c-7", 200)
    assert line["cache_error"] == "ReadOnlyError"


@pytest.mark.parametrize(
    ("environ", "instance"),
    [
        ({}, None),
        ({"HOSTNAME": "pod-7", "K_REVISION": "shelf-00007-abc"}, "shelf-00007-abc"),
        ({"HOSTNAME": " pod-7 ", "FLY_MACHINE_ID": ""}, "pod-7"),
        ({"HOSTNAME": "pod\n7"}, "pod\\n7"),
    ],
)
def test_the_platform_names_the_instance(
    environ: dict[str, str], instance: str | None
) -> None:
    written: list[bytes] = []
    turn_log_writer(load({"SKILL_ID": "s", **environ}), written.append)(a_turn())
    line = json.loads(written[0])
    assert (line["version"], line.get("instance")) == (VERSION, instance)


def test_what_slips_in_is_hidden_at_last() -> None:
    written: list[bytes] = []
    turn = a_turn("a-secret-of-ours")
    lines(written, "a-secret-of-ours")(turn)
    assert b"a-secret" not in written[0]
    assert json.loads(written[0])["outcome"] == "***"


def test_below_the_level_nothing_is_written(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.ERROR, "service")
    written: list[bytes] = []
    lines(written)(a_turn())
    lines(written)(a_turn("failed"))
    assert [json.loads(line)["outcome"] for line in written] == ["failed"]


def test_a_request_with_half_a_character_is_told_as_well() -> None:
    written: list[bytes] = []
    turn = a_turn()
    turn.intent = "\ud800Intent"
    lines(written)(turn)
    assert json.loads(written[0])["intent"] == "\\ud800Intent"


def test_it_writes_between_other_lines() -> None:
    written: list[bytes] = []
    hook = turn_log_writer(load({"SKILL_ID": "s"}), written.append)
    handler = LogHandler(written.append)
    for number in range(3):
        handler.emit(logging.makeLogRecord({"msg": f'{{"number": {number}}}'}))
        hook(a_turn())
    logged = [json.loads(line) for line in written]
    assert all(line.endswith(b"\n") for line in written)
    assert [line.get("number", "turn") for line in logged] == [
        *(0, "turn", 1, "turn", 2, "turn"),
    ]


def test_text_for_eyes_takes_the_usual_way() -> None:
    settings = load({"SKILL_ID": "s", "LOG_FORMAT": "text"})
    written: list[bytes] = []
    assert turn_log_writer(settings, written.append) is log_turn
