"""Log lines: one JSON object each, with nothing that was not meant to be there."""

import io
import json
import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from aiohttp.http_exceptions import BadStatusLine

from providers.turn_telemetry import SpotifyCall, Turn
from service.observability.logs import (
    JsonFormatter,
    MalformedHttpFilter,
    TextFormatter,
    log_turn,
    set_up_logging,
    turn_fields,
)
from service.settings import load


def record(
    message: str, level: int = logging.INFO, **extra: object
) -> logging.LogRecord:
    made = logging.LogRecord("service.x", level, "file", 1, message, (), None)
    made.created = 1_800_000_000.25
    made.__dict__.update(extra)
    return made


def raised(error: Exception) -> logging.LogRecord:
    """A record of `error`, as a logger makes it where the error is caught."""
    made = record("Error handling request", logging.ERROR)

    def raise_it() -> None:
        raise error

    try:
        raise_it()
    except type(error):
        made.exc_info = sys.exc_info()
    return made


@contextmanager
def logging_to(stream: io.StringIO, environ: dict[str, str]) -> Iterator[None]:
    """Logging as the process sets it up, taken back afterwards."""
    root = logging.getLogger()
    handlers = root.handlers[:]
    floors = [root, *map(logging.getLogger, ("service", "handlers", "providers"))]
    levels = [floor.level for floor in floors]
    try:
        set_up_logging(load(environ), lambda line: stream.write(line.decode()))
        yield
    finally:
        root.handlers[:] = handlers
        for floor, level in zip(floors, levels, strict=True):
            floor.setLevel(level)


def failure() -> logging.LogRecord:
    return raised(ValueError("bearer hush-hush"))


def a_turn() -> Turn:
    turn = Turn(iter([10.0, 10.001, 10.003, 10.0155]).__next__)
    with turn.phase("verify"):
        pass
    turn.request_type, turn.intent, turn.locale = "IntentRequest", "X", "de-DE"
    turn.add_call(SpotifyCall("/me", 2, 429, "rate_limited", 0.002, 0.0051))
    turn.cold = True
    turn.add_cache_use("playlists", "memory")
    return turn


def test_a_line_has_cloud_loggings_names() -> None:
    line = json.loads(JsonFormatter().format(record("hello", fields={"port": 1})))
    assert line == {
        "severity": "INFO",
        "message": "hello",
        "logger": "service.x",
        "time": "2027-01-15T08:00:00.250Z",
        "port": 1,
    }


@pytest.mark.parametrize("formatter", [JsonFormatter(), TextFormatter()])
def test_an_exception_is_told_by_type_and_place_only(
    formatter: logging.Formatter,
) -> None:
    told = formatter.format(failure())
    assert "ValueError" in told
    assert "raise_it" in told
    assert "hush-hush" not in told


def test_what_json_cannot_say_is_told_as_text() -> None:
    line = json.loads(JsonFormatter().format(record("x", fields={"at": 1j})))
    assert line["at"] == "1j"


LONG = "x" * 60_000


@pytest.mark.parametrize("formatter", [JsonFormatter(), TextFormatter()])
def test_a_long_text_is_cut_wherever_it_stands(formatter: logging.Formatter) -> None:
    line = formatter.format(record(f"hello {LONG}", fields={"a": LONG, "b": [LONG]}))
    assert len(line) < 70_000


def test_what_a_request_says_takes_little_of_a_line() -> None:
    turn = a_turn()
    turn.request_type, turn.intent, turn.locale, turn.rejection = (LONG,) * 4
    fields = turn_fields(turn.finish(1.0))
    for name in ("request_type", "intent", "locale", "rejection"):
        assert len(str(fields[name])) <= 81


@pytest.mark.parametrize(
    "text",
    [
        "a\nERROR    forged",
        "a\r\nERROR forged",
        "a\x1b[2K\x1b[1GERROR forged",
        "a\x9b2JERROR forged",
        "a\u2028ERROR forged",
        "a\x85ERROR forged",
        "a\x0bERROR forged",
        "a\u202eforged",
        "a\ud800",
        "a\x00b",
        "a outcome=answered",
        'a" outcome="answered',
    ],
)
def test_no_text_can_forge_a_line_or_a_field(text: str) -> None:
    fields: dict[str, object] = {"outcome": "failed", "intent": text, "more": [text]}
    line = TextFormatter().format(record(text, fields=fields))
    assert line.isprintable()
    assert line.startswith("INFO     a")
    told = line.partition(" outcome=failed")[2]
    assert told.startswith((" intent=a", ' intent="a'))
    if " " in text:
        assert told.startswith(' intent="')
    assert "\\n" in line or "\n" not in text


def test_a_stack_is_told_apart_from_lines() -> None:
    first, *stack = TextFormatter().format(failure()).splitlines()
    assert first.startswith("ERROR")
    assert stack
    assert all(line.startswith("    ") for line in stack)


def test_a_recursion_without_end_is_told_shortly() -> None:
    def deeper() -> None:
        deeper()

    made = record("x", logging.ERROR)
    try:
        deeper()
    except RecursionError:
        made.exc_info = sys.exc_info()
    line = JsonFormatter().format(made)
    assert "RecursionError" in line
    assert " more" in line
    assert len(line) < 10_000


def test_a_record_that_cannot_be_formatted_is_told_without_its_text() -> None:
    stream = io.StringIO()
    with logging_to(stream, {"SKILL_ID": "s"}):
        logging.getLogger("service.x").warning("%d", "hush-hush")
    line = json.loads(stream.getvalue())
    assert (line["severity"], line["logger"]) == ("ERROR", "service.x")
    assert "hush" not in stream.getvalue()


def test_text_for_eyes_leaves_out_what_is_empty() -> None:
    fields: dict[str, object] = {"a": 1, "b": None, "c": []}
    assert TextFormatter().format(record("hello", fields=fields)) == (
        "INFO     hello a=1"
    )


def test_a_turn_as_fields() -> None:
    assert turn_fields(a_turn().finish(6.4845)) == {
        "request_id": None,
        "status": None,
        "cache_error": None,
        "request_type": "IntentRequest",
        "intent": "X",
        "locale": "de-DE",
        "outcome": "answered",
        "reason": None,
        "ms": 15.5,
        "deadline_left_ms": 6484.5,
        "phases": {"verify": 2.0},
        "cache": ["playlists:memory"],
        "retries": 1,
        "rate_limited": 1,
        "rejection": None,
        "cold": True,
        "calls": [
            {
                "endpoint": "/me",
                "attempt": 2,
                "status": 429,
                "outcome": "rate_limited",
                "at_ms": 2.0,
                "ms": 5.1,
            }
        ],
    }


@pytest.mark.parametrize(
    ("outcome", "level"), [("answered", logging.INFO), ("failed", logging.ERROR)]
)
def test_each_turn_is_one_line(
    outcome: str, level: int, caplog: pytest.LogCaptureFixture
) -> None:
    turn = a_turn()
    turn.conclude(outcome)
    with caplog.at_level(logging.INFO, "service"):
        log_turn(turn.finish(1.0))
    assert [(r.levelno, r.getMessage()) for r in caplog.records] == [(level, "turn")]


TRACE, SPAN = "4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7"


@pytest.mark.parametrize(
    ("project", "named"), [(None, TRACE), ("shelf", f"projects/shelf/traces/{TRACE}")]
)
def test_a_turn_within_a_trace_is_found_by_it(project: str | None, named: str) -> None:
    made = record("turn", fields={}, trace=TRACE, span=SPAN)
    line = json.loads(JsonFormatter(project=project).format(made))
    assert line["logging.googleapis.com/trace"] == named
    assert line["logging.googleapis.com/spanId"] == SPAN


def test_a_turn_hands_its_trace_to_the_line(caplog: pytest.LogCaptureFixture) -> None:
    turn = a_turn()
    turn.trace, turn.span = TRACE, SPAN
    with caplog.at_level(logging.INFO, "service"):
        log_turn(turn.finish(1.0))
    line = json.loads(JsonFormatter().format(caplog.records[0]))
    assert line["logging.googleapis.com/trace"] == TRACE


@pytest.mark.parametrize("form", ["json", "text"])
def test_what_slips_into_a_line_is_hidden_at_last(form: str) -> None:
    stream = io.StringIO()
    environ = {"SKILL_ID": "s", "CACHE_SECRET": "hush-" * 8, "LOG_FORMAT": form}
    with logging_to(stream, environ):
        logging.getLogger("service.x").info("cache secret %s", "hush-" * 8)
        logging.getLogger("other").warning("Authorization: Bearer BQx-1234567890")
    assert "hush" not in stream.getvalue()
    assert "BQx" not in stream.getvalue()


def test_a_turn_below_the_level_costs_nothing(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, "service"):
        log_turn(a_turn().finish(1.0))
    assert not caplog.records


def test_junk_of_the_internet_is_one_line_without_its_bytes() -> None:
    made = raised(BadStatusLine("hush-hush"))
    assert MalformedHttpFilter().filter(made)
    assert (made.levelno, made.getMessage()) == (logging.INFO, "not HTTP")
    assert not made.exc_info


def test_other_faults_of_the_server_stay_loud() -> None:
    made = failure()
    assert MalformedHttpFilter().filter(made)
    assert made.levelno == logging.ERROR


@pytest.mark.parametrize(
    ("form", "level", "heard"),
    [("json", "info", ["ours", "theirs"]), ("text", "error", [])],
)
def test_libraries_speak_from_warning_on(
    form: str, level: str, heard: list[str]
) -> None:
    stream = io.StringIO()
    environ = {"SKILL_ID": "s", "LOG_LEVEL": level, "LOG_FORMAT": form}
    with logging_to(stream, environ):
        logging.getLogger("service.x").debug("too quiet")
        logging.getLogger("service.x").info("ours")
        logging.getLogger("aiohttp.client").info("header")
        if heard:
            logging.getLogger("aiohttp.client").warning("theirs")
    lines = stream.getvalue().splitlines()
    assert [json.loads(line)["message"] for line in lines] == heard
