"""What the console captures of a turn beside the answer."""

import logging
import time
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp.test_utils import TestClient, TestServer

from simulator.alexa.response_validation import BrokenResponse
from simulator.console.step_report import Captured, TurnCapture

Client = TestClient[Any, Any]
BEARER = {"Authorization": "Bearer standin-api-access-token"}
ANNOUNCED = {
    "header": {"requestId": "r1"},
    "directive": {"type": "VoicePlayer.Speak", "speech": "<speak>One moment.</speak>"},
}


@pytest.fixture
def capture() -> TurnCapture:
    return TurnCapture(time.monotonic)


@pytest.fixture
async def alexa_api(capture: TurnCapture) -> AsyncIterator[Client]:
    async with TestClient(TestServer(capture.alexa_api())) as client:
        yield client


async def test_what_is_said_before_the_answer_is_heard(
    capture: TurnCapture, alexa_api: Client
) -> None:
    async with alexa_api.post(
        "/v1/directives", json=ANNOUNCED, headers=BEARER
    ) as response:
        assert response.status == 204
    (early,) = capture.take().progressive
    assert (early.request_id, early.speech) == ("r1", "One moment.")
    assert capture.take() == Captured()


@pytest.mark.parametrize(
    ("body", "headers", "status"),
    [(ANNOUNCED, {}, 401), ({"header": {}}, BEARER, 400), ([], BEARER, 400)],
)
async def test_what_alexa_would_not_take_is_not_heard(
    capture: TurnCapture,
    alexa_api: Client,
    body: Any,
    headers: dict[str, str],
    status: int,
) -> None:
    async with alexa_api.post("/v1/directives", json=body, headers=headers) as response:
        assert response.status == status
    assert capture.take().progressive == ()


def test_log_lines_are_caught_until_it_stops(capture: TurnCapture) -> None:
    stop = capture.capture_logs()
    logging.getLogger("handlers.any").info("heard")
    stop()
    logging.getLogger("handlers.any").info("not heard")
    (line,) = capture.take().log
    assert '"message":"heard"' in line


def test_broken_rules_are_kept_and_logged(capture: TurnCapture) -> None:
    stop = capture.capture_logs()
    capture.record_violation(BrokenResponse(["speech: too long"]))
    stop()
    captured = capture.take()
    assert captured.violations == ("speech: too long",)
    assert "speech: too long" in captured.log[0]
    assert capture.take() == Captured()
