"""What is caught beside the answers."""

import logging
import time
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp.test_utils import TestClient, TestServer

from simulator.console.step_report import TurnCapture

Client = TestClient[Any, Any]
BEARER = {"Authorization": "Bearer standin-api-access-token"}
ANNOUNCED = {
    "header": {"requestId": "r1"},
    "directive": {"type": "VoicePlayer.Speak", "speech": "<speak>One moment.</speak>"},
}


@pytest.fixture
def witnesses() -> TurnCapture:
    return TurnCapture(time.monotonic)


@pytest.fixture
async def alexa_api(witnesses: TurnCapture) -> AsyncIterator[Client]:
    async with TestClient(TestServer(witnesses.alexa_api())) as client:
        yield client


async def test_what_is_said_before_the_answer_is_heard(
    witnesses: TurnCapture, alexa_api: Client
) -> None:
    async with alexa_api.post(
        "/v1/directives", json=ANNOUNCED, headers=BEARER
    ) as response:
        assert response.status == 204
    _, (early,), _ = witnesses.take()
    assert (early.request_id, early.speech) == ("r1", "One moment.")
    assert witnesses.take() == (None, [], [])


@pytest.mark.parametrize(
    ("body", "headers", "status"),
    [(ANNOUNCED, {}, 401), ({"header": {}}, BEARER, 400), ([], BEARER, 400)],
)
async def test_what_alexa_would_not_take_is_not_heard(
    witnesses: TurnCapture,
    alexa_api: Client,
    body: Any,
    headers: dict[str, str],
    status: int,
) -> None:
    async with alexa_api.post("/v1/directives", json=body, headers=headers) as response:
        assert response.status == status
    assert witnesses.take()[1] == []


def test_log_lines_are_caught_until_it_stops(witnesses: TurnCapture) -> None:
    stop = witnesses.capture_logs()
    logging.getLogger("handlers.any").info("heard")
    stop()
    logging.getLogger("handlers.any").info("not heard")
    _, _, (line,) = witnesses.take()
    assert '"message":"heard"' in line
