"""A word in between, where an answer needs long: Alexa's progressive response.

https://developer.amazon.com/docs/custom-skills/send-the-user-a-progressive-response.html
"""

import asyncio
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any, Protocol

import msgspec
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers.request import RequestHandler, request_id_of
from handlers.responses.responder import Responder, seed_of
from providers.secret import Secret
from providers.timeouts import context_after_first_wait

Answering = Coroutine[Any, Any, Response]

ANNOUNCE_AFTER = 1.8
"""Seconds of silence that a listener takes for thinking, not for failing."""

HOSTS = frozenset(
    ("api.amazonalexa.com", "api.eu.amazonalexa.com", "api.fe.amazonalexa.com")
)
"""Amazon's own: nobody else gets the request's token."""

ENDPOINTS = frozenset(f"https://{host}" for host in HOSTS)


class Sender(Protocol):
    """Posts a directive to Alexa."""

    async def __call__(self, url: str, token: Secret, directive: bytes) -> None:
        """`directive` is JSON; failures are its own business, none is raised."""
        ...


class Progress:
    """Says so where an answer takes longer than `patience`, once, before the answer.

    `endpoint` stands for the address that requests name, where Alexa is stood in for.
    """

    def __init__(
        self,
        words: Responder,
        send: Sender,
        *,
        endpoint: str | None = None,
        patience: float = ANNOUNCE_AFTER,
    ) -> None:
        self._words = words
        self._send = send
        self._endpoint = endpoint
        self._patience = patience

    @contextmanager
    def announce_if_slow(self, handler_input: HandlerInput) -> Iterator[None]:
        """While an answer is made; a word still under way when it is there is lost."""
        loop = asyncio.get_running_loop()
        said: list[asyncio.Task[None]] = []

        def speak() -> None:
            word = self._word(handler_input)
            if word is not None:
                said.append(loop.create_task(self._send(*word)))

        timer = loop.call_later(self._patience, speak)
        try:
            yield
        finally:
            timer.cancel()
            for task in said:
                task.cancel()

    def _word(self, handler_input: HandlerInput) -> tuple[str, Secret, bytes] | None:
        """Where to, with what, which; None where the request allows no such word."""
        asked = handler_input.request_envelope
        system = asked.context.system if asked.context else None
        if system is None or not system.api_access_token:
            return None
        endpoint = self._endpoint or str(system.api_endpoint or "").rstrip("/")
        if self._endpoint is None and endpoint not in ENDPOINTS:
            return None
        language = self._words.localization_of(handler_input)
        seed = seed_of(handler_input)
        speech = language.ssml("progress", {}, role="speech", seed=seed)
        directive = {
            "header": {"requestId": request_id_of(handler_input)},
            "directive": {
                "type": "VoicePlayer.Speak",
                "speech": f"<speak>{speech}</speak>",
            },
        }
        token = Secret(str(system.api_access_token))
        return f"{endpoint}/v1/directives", token, msgspec.json.encode(directive)


class WithProgress(RequestHandler):
    """A handler, and somebody who says a word while it takes long."""

    def __init__(self, handler: RequestHandler, progress: Progress) -> None:
        self._handler = handler
        self._progress = progress
        self.request_type: str | None = getattr(handler, "request_type", None)
        self.intents: frozenset[str] | None = getattr(handler, "intents", None)

    def can_handle(self, handler_input: HandlerInput) -> bool:
        return bool(self._handler.can_handle(handler_input))

    async def handle(self, handler_input: HandlerInput) -> Response:
        handled: Any = self._handler.handle(handler_input)
        answer: Answering = handled
        return await context_after_first_wait(
            answer, partial(self._progress.announce_if_slow, handler_input)
        )
