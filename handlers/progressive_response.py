"""Progressive response: a sentence while the listener waits for a slow answer.

https://developer.amazon.com/docs/custom-skills/send-the-user-a-progressive-response.html
"""

import asyncio
from collections.abc import Coroutine
from functools import partial
from typing import Any, Protocol

import msgspec
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers.request import RequestHandler, request_id_of
from handlers.responses.responder import Responder, wording_seed
from providers.deadline import context_after_first_wait
from providers.secret import Secret

ANNOUNCE_AFTER = 1.8
"""Seconds of silence that a listener takes for thinking, not for failing."""

HOSTS = frozenset(
    ("api.amazonalexa.com", "api.eu.amazonalexa.com", "api.fe.amazonalexa.com")
)
"""Amazon's API hosts: no other host gets the request's token."""

ENDPOINTS = frozenset(f"https://{host}" for host in HOSTS)


class Sender(Protocol):
    """Posts a directive to Alexa."""

    async def __call__(self, url: str, token: Secret, directive: bytes) -> None:
        """Send `directive`, which is JSON. Raises nothing: failures are logged."""
        ...


class Progress:
    """Send one sentence where a response takes longer than `announce_after` seconds.

    `endpoint` replaces the address that requests name, for a simulated Alexa.
    """

    def __init__(
        self,
        responder: Responder,
        send: Sender,
        *,
        endpoint: str | None = None,
        announce_after: float = ANNOUNCE_AFTER,
    ) -> None:
        self._responder = responder
        self._send = send
        self._endpoint = endpoint
        self.announce_after = announce_after

    def announce_if_slow(self, handler_input: HandlerInput) -> "_AnnouncementTimer":
        """Return a context: the sentence is sent if its block takes long."""
        return _AnnouncementTimer(self, handler_input)

    def send(self, handler_input: HandlerInput) -> asyncio.Task[None] | None:
        """Begin to send the sentence; return None where the request allows none."""
        message = self._message(handler_input)
        if message is None:
            return None
        return asyncio.get_running_loop().create_task(self._send(*message))

    def _message(self, handler_input: HandlerInput) -> tuple[str, Secret, bytes] | None:
        """Return address, token and directive; None where the request allows none."""
        context = handler_input.request_envelope.context
        system = context.system if context else None
        if system is None or not system.api_access_token:
            return None
        endpoint = self._endpoint or str(system.api_endpoint or "").rstrip("/")
        if self._endpoint is None and endpoint not in ENDPOINTS:
            return None
        localization = self._responder.localization_of(handler_input)
        seed = wording_seed(handler_input)
        speech = localization.ssml("progress", {}, role="speech", seed=seed)
        directive = {
            "header": {"requestId": request_id_of(handler_input)},
            "directive": {
                "type": "VoicePlayer.Speak",
                "speech": f"<speak>{speech}</speak>",
            },
        }
        token = Secret(str(system.api_access_token))
        return f"{endpoint}/v1/directives", token, msgspec.json.encode(directive)


class _AnnouncementTimer(msgspec.Struct, eq=False):
    """A wait for a response; a class, since a generator costs more at each wait.

    At the end of the wait the sending is cancelled.
    """

    progress: Progress
    handler_input: HandlerInput
    timer: asyncio.TimerHandle | None = None
    sending: asyncio.Task[None] | None = None

    def __enter__(self) -> None:
        loop = asyncio.get_running_loop()
        self.timer = loop.call_later(self.progress.announce_after, self._announce)

    def __exit__(self, *_: object) -> None:
        for each in (self.timer, self.sending):
            if each is not None:
                each.cancel()

    def _announce(self) -> None:
        self.sending = self.progress.send(self.handler_input)


class WithProgress(RequestHandler):
    """Wrap a handler: a sentence is sent while the handler takes long."""

    def __init__(self, handler: RequestHandler, progress: Progress) -> None:
        self._handler = handler
        self._progress = progress
        self.request_type: str | None = getattr(handler, "request_type", None)
        self.intents: frozenset[str] | None = getattr(handler, "intents", None)

    def can_handle(self, handler_input: HandlerInput) -> bool:
        return bool(self._handler.can_handle(handler_input))

    async def handle(self, handler_input: HandlerInput) -> Response:
        handled: Any = self._handler.handle(handler_input)
        response: Coroutine[Any, Any, Response] = handled
        return await context_after_first_wait(
            response, partial(self._progress.announce_if_slow, handler_input)
        )
