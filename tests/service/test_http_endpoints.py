"""POST /alexa: whatever comes, a short answer and no traceback."""

import asyncio
import gzip
import logging
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from aiohttp import ClientSession
from yarl import URL

from service.connection_limits import State
from service.http_endpoints import ENDPOINT
from simulator.alexa.requests import (
    AlexaSession,
    encode,
    intent,
    launch,
    session_ended,
    skill_event,
)
from tests.service.running import Line, now, running


@pytest.fixture
async def line(tmp_path: Path) -> AsyncIterator[Line]:
    async with running(tmp_path) as line:
        yield line


async def test_a_signed_request_is_answered(line: Line) -> None:
    answer = await line.says("AMAZON.HelpIntent")
    assert answer.status == 200
    assert answer.headers["Content-Type"].startswith("application/json")
    assert answer.speech
    assert answer.json["response"]["shouldEndSession"] is False
    (turn,) = line.turns
    assert (turn.request_type, turn.intent) == ("IntentRequest", "AMAZON.HelpIntent")
    assert (turn.outcome, turn.reason, turn.locale) == ("answered", None, "en-US")
    assert [phase.name for phase in turn.phases] == [
        *("read", "verify", "decode", "dispatch", "encode"),
    ]


async def test_headers_may_come_in_lower_case(line: Line) -> None:
    body = encode(launch(line.device, line.moment(), AlexaSession()))
    headers = {k.lower(): v for k, v in line.signer.headers(body).items()}
    assert (await line.post(body, headers)).status == 200


async def test_without_a_content_type_the_signature_still_counts(line: Line) -> None:
    body = encode(launch(line.device, line.moment(), AlexaSession()))
    headers = line.signer.headers(body)
    del headers["Content-Type"]
    assert (await line.post(body, headers)).status == 200


@pytest.mark.parametrize("missing", ["Signature-256", "SignatureCertChainUrl"])
async def test_an_unsigned_request_is_refused(line: Line, missing: str) -> None:
    body = encode(launch(line.device, line.moment(), AlexaSession()))
    headers = line.signer.headers(body)
    del headers[missing]
    assert (await line.post(body, headers)).status == 400


async def test_a_changed_body_is_refused(line: Line) -> None:
    body = encode(launch(line.device, line.moment(), AlexaSession()))
    answer = await line.post(body + b" ", line.signer.headers(body))
    assert (answer.status, answer.body) == (400, b"signature_wrong\n")
    assert line.turns[0].outcome == "refused"
    assert line.turns[0].reason == "signature_wrong"


@pytest.mark.parametrize("seconds", [-151, 151])
async def test_a_stale_or_early_request_is_refused(line: Line, seconds: int) -> None:
    moment = line.moment(now() + timedelta(seconds=seconds))
    answer = await line.send(launch(line.device, moment, AlexaSession()))
    assert (answer.status, answer.body) == (400, b"timestamp_distant\n")


async def test_a_skill_event_may_be_an_hour_late(line: Line) -> None:
    moment = line.moment(now() - timedelta(seconds=3590))
    answer = await line.send(skill_event(line.device, moment, "SkillEnabled"))
    assert answer.status == 200


async def test_another_skills_request_is_refused(line: Line) -> None:
    device = replace(line.device, skill_id="amzn1.ask.skill.other")
    answer = await line.send(launch(device, line.moment(), AlexaSession()))
    assert (answer.status, answer.body) == (400, b"skill_foreign\n")


@pytest.mark.parametrize(
    "body", [b"", b"{}", b"[]", b"null", b"\xff", b'{"request":', b"<xml/>", b"NaN"]
)
async def test_a_signed_body_that_is_no_envelope_is_refused(
    line: Line, body: bytes
) -> None:
    answer = await line.post(body, line.signer.headers(body))
    assert answer.status == 400
    assert len(answer.body) < 40


async def test_a_body_over_64_kib_is_too_large(line: Line) -> None:
    envelope = launch(line.device, line.moment(), AlexaSession())
    envelope["padding"] = "x" * 65536
    answer = await line.send(envelope)
    assert (answer.status, answer.body) == (413, b"body_large\n")


async def test_a_large_request_below_that_is_read(line: Line) -> None:
    envelope = launch(line.device, line.moment(), AlexaSession())
    envelope["padding"] = "x" * 60000
    assert (await line.send(envelope)).status == 200


async def test_a_chunked_body_is_bounded_too(line: Line) -> None:
    async def endless() -> AsyncIterator[bytes]:
        for _ in range(80):
            yield b"x" * 1024

    headers = line.signer.headers(b"")
    async with line.http.post(
        f"{line.url}/alexa", data=endless(), headers=headers
    ) as reply:
        assert reply.status == 413


async def test_a_compressed_body_is_refused(line: Line) -> None:
    body = gzip.compress(encode(launch(line.device, line.moment(), AlexaSession())))
    headers = line.signer.headers(body) | {"Content-Encoding": "gzip"}
    answer = await line.post(body, headers)
    assert (answer.status, answer.body) == (400, b"body_encoded\n")


@pytest.mark.parametrize("coding", ["identity", "IDENTITY", " identity , identity", ""])
async def test_identity_is_no_encoding(line: Line, coding: str) -> None:
    body = encode(launch(line.device, line.moment(), AlexaSession()))
    headers = line.signer.headers(body) | {"Content-Encoding": coding}
    assert (await line.post(body, headers)).status == 200


@pytest.mark.parametrize("coding", ["gzip", "identity, gzip", "deflate", "br", "x"])
async def test_any_other_encoding_is_refused(line: Line, coding: str) -> None:
    headers = line.signer.headers(b"{}") | {"Content-Encoding": coding}
    answer = await line.post(b"{}", headers)
    assert (answer.status, answer.body) == (400, b"body_encoded\n")


async def test_a_timestamp_without_zone_is_named(line: Line) -> None:
    envelope = launch(line.device, line.moment(), AlexaSession())
    envelope["request"]["timestamp"] = now().replace(tzinfo=None).isoformat()
    answer = await line.send(envelope)
    assert (answer.status, answer.body) == (400, b"timestamp_without_zone\n")


@pytest.mark.parametrize(
    ("path", "status"),
    [
        *[("/", 404), ("/alexa/", 404), ("//alexa", 404), ("/Alexa", 404)],
        *[("/alexa/alexa", 404), ("/skill/alexa?x=1", 404), ("/live", 405)],
    ],
)
async def test_a_wrong_path_is_logged_with_the_right_one(
    line: Line, path: str, status: int, caplog: pytest.LogCaptureFixture
) -> None:
    body = encode(launch(line.device, line.moment(), AlexaSession()))
    headers = line.signer.headers(body)
    async with line.http.post(line.url + path, data=body, headers=headers) as reply:
        assert reply.status == status
    assert "the endpoint is POST /alexa" in caplog.text
    (record,) = [each for each in caplog.records if "wrong path" in each.message]
    assert vars(record)["fields"] == {"path": path.partition("?")[0]}


@pytest.mark.parametrize("path", ["/", "/alexa/", "/ALEXA"])
async def test_a_nearly_right_path_is_logged_without_a_signature(
    line: Line, path: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with line.http.post(line.url + path, data=b"{}") as reply:
        assert reply.status == 404
    assert "the endpoint is POST /alexa" in caplog.text


@pytest.mark.parametrize(
    ("method", "path"), [("POST", "/login.php"), ("GET", "/"), ("GET", "/alexa/")]
)
async def test_other_requests_leave_no_line(
    line: Line, method: str, path: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with line.http.request(method, line.url + path) as reply:
        assert reply.status == 404
    assert "wrong path" not in caplog.text


async def test_a_wrong_path_cannot_write_into_the_log(
    line: Line, caplog: pytest.LogCaptureFixture
) -> None:
    path = "/alexa/%0Aforged%1b[31m" + "x" * 500
    async with line.http.post(URL(line.url + path, encoded=True)) as reply:
        assert reply.status == 404
    (record,) = [each for each in caplog.records if "wrong path" in each.message]
    assert vars(record)["fields"] == {"path": "another path"}


async def test_a_body_that_is_awaited_takes_no_place(line: Line) -> None:
    line.app[ENDPOINT].admission.unverified.places = 2
    waiting = [
        await asyncio.open_connection("127.0.0.1", _port(line)) for _ in range(8)
    ]
    for _, writer in waiting:
        writer.write(_request_head(line, length=100) + b"half")
    assert line.listener
    async with asyncio.timeout(5):
        while line.listener.table.count(State.BODY) < 8:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    for _ in range(5):
        assert (await line.opens()).status == 200
    for _, writer in waiting:
        writer.close()


async def test_a_body_that_never_ends_is_given_up(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("service.http_endpoints.SLOWEST_BODY", 0.05)
    reader, writer = await asyncio.open_connection("127.0.0.1", _port(line))
    writer.write(_request_head(line, length=100) + b"half")
    assert b" 400 " in await reader.readline()
    writer.close()
    await writer.wait_closed()
    assert line.turns[0].reason == "body_slow"


async def test_a_body_that_breaks_off_leaves_a_turn_and_no_trace(
    line: Line, caplog: pytest.LogCaptureFixture
) -> None:
    _, writer = await asyncio.open_connection("127.0.0.1", _port(line))
    writer.write(_request_head(line, length=100) + b"half")
    writer.close()
    await writer.wait_closed()
    async with asyncio.timeout(3):
        await line.turned.wait()
    assert line.turns[0].reason == "body_incomplete"
    assert not [r for r in caplog.records if r.exc_info]


async def test_only_post_is_answered(line: Line) -> None:
    async with ClientSession() as http, http.get(f"{line.url}/alexa") as reply:
        assert reply.status == 405


async def test_the_end_of_a_session_gets_an_empty_answer(line: Line) -> None:
    answer = await line.send(session_ended(line.device, line.moment(), AlexaSession()))
    assert answer.status == 200
    assert answer.json["response"] == {}


async def test_a_request_that_nothing_handles_gets_an_empty_answer(line: Line) -> None:
    envelope = launch(line.device, line.moment(), AlexaSession())
    envelope["request"]["type"] = "Alexa.Something.Unheard"
    answer = await line.send(envelope)
    assert answer.status == 200
    assert answer.json["response"] == {}
    assert line.turns[0].outcome == "unhandled"


async def test_an_unreachable_spotify_is_a_sentence(line: Line) -> None:
    line.device = replace(line.device, token="ada")
    answer = await line.opens()
    assert answer.status == 200
    assert answer.speech
    assert line.turns[0].outcome == "apologised"
    assert [call.status for call in line.turns[0].calls] == [None] * len(
        line.turns[0].calls
    )


async def test_without_a_link_the_personal_question_is_answered_with_a_card(
    line: Line,
) -> None:
    answer = await line.says("ListPlaylistsIntent")
    assert answer.card == "LinkAccount"
    # The demo is offered.
    assert answer.json["response"]["shouldEndSession"] is False


async def test_who_has_proved_nothing_is_turned_away_when_too_many_knock(
    line: Line,
) -> None:
    admission = line.app[ENDPOINT].admission
    admission.unverified.taken = 10**6
    answer = await line.opens()
    assert (answer.status, answer.body) == (429, b"busy\n")
    assert answer.headers["Retry-After"] == "1"


async def test_a_listener_hears_that_the_skill_is_busy(line: Line) -> None:
    admission = line.app[ENDPOINT].admission
    admission.verified.taken = 10**6
    answer = await line.opens()
    assert answer.status == 200
    assert answer.speech
    assert line.turns[0].reason == "busy"
    assert admission.verified.taken == 10**6


async def test_an_answer_that_is_too_large_becomes_an_apology(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("service.serialization.response.LONGEST_TEXT", 60)
    answer = await line.says("AMAZON.HelpIntent")
    assert answer.status == 200
    assert "shouldEndSession" in answer.json["response"]


async def test_our_own_mistake_is_spoken_and_logged_without_a_word_of_it(
    line: Line, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("a-secret-title")

    monkeypatch.setattr("service.dispatcher.Dispatcher.dispatch", broken)
    with caplog.at_level(logging.ERROR, "service"):
        answer = await line.says("AMAZON.HelpIntent")
    assert answer.status == 200
    assert "something went wrong" in answer.speech
    assert line.turns[0].outcome == "failed"


async def test_our_own_mistake_in_an_event_is_silence(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("service.dispatcher.Dispatcher.dispatch", broken)
    answer = await line.send(skill_event(line.device, line.moment(), "SkillEnabled"))
    assert (answer.status, answer.json["response"]) == (200, {})


async def test_a_recognised_speakers_own_link_is_used(line: Line) -> None:
    line.device = replace(
        line.device, token=None, person_id="amzn1.ask.person.1", person_token="ada"
    )
    answer = await line.says("ListPlaylistsIntent")
    assert answer.card != "LinkAccount"
    assert line.turns[0].calls


async def test_the_probes(line: Line) -> None:
    assert await line.get("/live") == (200, {"status": "live"})
    status, body = await line.get("/ready")
    assert (status, body["status"]) == (200, "ready")
    line.app[ENDPOINT].admission.draining = True
    status, body = await line.get("/ready")
    assert (status, body["status"]) == (503, "draining")


async def test_half_a_character_in_a_slot_is_survived(line: Line) -> None:
    slots = {"playlist": "HALF"}
    asked = intent(
        line.device, line.moment(), AlexaSession(), "OpenPlaylistIntent", slots
    )
    body = encode(asked).replace(b"HALF", b"\\ud800 mix")
    answer = await line.post(body, line.signer.headers(body))
    assert answer.status == 200


def _port(line: Line) -> int:
    return int(line.url.rpartition(":")[2])


def _request_head(line: Line, *, length: int) -> bytes:
    headers = line.signer.headers(b"x" * length)
    lines = [f"{name}: {value}" for name, value in headers.items()]
    head = ["POST /alexa HTTP/1.1", "Host: x", f"Content-Length: {length}", *lines]
    return ("\r\n".join(head) + "\r\n\r\n").encode()
