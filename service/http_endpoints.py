"""HTTP endpoint: POST /alexa reads, verifies, decodes, dispatches and encodes.

Beside it: the probes /live and /ready. `Door` leads POST /alexa past the application.
"""

import asyncio
import logging
import re
from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime

import msgspec
from aiohttp import ClientError, StreamReader, hdrs, web
from aiohttp.abc import AbstractStreamWriter
from aiohttp.http import RawRequestMessage
from ask_sdk_model import RequestEnvelope
from yarl import URL

from providers.deadline import (
    REQUEST_SECONDS,
    Deadline,
    TimedOut,
    timeout_after_first_wait,
)
from providers.turn_telemetry import Turn
from service import serialization, verification
from service.admission import Admission, TooManyRequests
from service.http_responses import TEXT, ResponseHeads, WholeResponse
from service.observability import TurnHook
from service.serialization import MalformedEnvelope
from service.skill_invoker import SkillInvoker, request_of, yield_to_event_loop
from service.verification import SigningKeyCache, VerificationError

PATH = "/alexa"

LARGEST_BODY = 64 * 1024  # bytes; Alexa's requests stay far below

SLOWEST_BODY = 2.0  # seconds; the server itself would wait for ever

log = logging.getLogger(__name__)


ERASING_EVENT = "AlexaSkillEvent.SkillDisabled"
"""The event after which everything of the person must be erased."""


class Endpoint(msgspec.Struct, frozen=True, kw_only=True):
    """What POST /alexa uses; the composition root builds one.

    signing_keys: validated keys by the address of their chain.
    skill_ids: ids of the skills that may be addressed.
    invoker: answers a verified request.
    admission: limits the requests in flight.
    turn_hooks: called with each request's `Turn` when the request is over.
    responses: makes the responses of POST /alexa.
    before_answer: awaited when the request is over, before its answer is sent.
    readiness: returns the body of /ready.
    now: the wall clock, with its zone.
    clock: a monotonic clock in seconds.
    """

    signing_keys: SigningKeyCache
    skill_ids: frozenset[str]
    invoker: SkillInvoker
    admission: Admission
    turn_hooks: tuple[TurnHook, ...]
    responses: ResponseHeads
    readiness: Callable[[], dict[str, object]]
    now: Callable[[], datetime]
    clock: Callable[[], float]
    before_answer: Callable[[], Awaitable[None]] | None


ENDPOINT = web.AppKey("endpoint", Endpoint)


class SignedRequest(msgspec.Struct, frozen=True):
    """What a request brings for its verification.

    certificate_url: normalised address of the certificate chain.
    signature: the bytes of the signature.
    body: the raw body.
    """

    certificate_url: URL
    signature: bytes
    body: bytes


async def alexa(request: web.BaseRequest, endpoint: Endpoint) -> WholeResponse:
    """Answer a signed request; a refusal is a status of 400, 413 or 429 with one word.

    The status is 503 for an event that must come again.

    https://developer.amazon.com/docs/alexa/custom-skills/host-a-custom-skill-as-a-web-service.html
    """
    turn = start_turn(request, endpoint.clock)
    deadline = Deadline.after(REQUEST_SECONDS, endpoint.clock)
    try:
        signed = await read(request, turn)
        with endpoint.admission.unverified:
            envelope = decode(await verify(signed, endpoint, turn), endpoint, turn)
        answer = await endpoint.invoker.invoke(envelope, deadline, turn)
        await yield_to_event_loop()
        turn.status = 503 if must_come_again(turn) else 200
        return endpoint.responses.response(turn.status, answer)
    except (VerificationError, MalformedEnvelope, TooManyRequests) as error:
        turn.status, word = refusal(error, turn)
        return endpoint.responses.response(turn.status, f"{word}\n".encode(), TEXT)
    finally:
        finish_turn(endpoint, turn, deadline)


def must_come_again(turn: Turn) -> bool:
    """Return whether an event is not done: a person who left is not erased yet.

    Amazon sends an event again until it is answered with 200:
    https://developer.amazon.com/docs/smapi/skill-events-in-alexa-skills.html
    """
    if turn.request_type != ERASING_EVENT:
        return False
    return turn.outcome != "answered" or turn.reason is not None


def start_turn(request: web.BaseRequest, clock: Callable[[], float]) -> Turn:
    """Return a new turn, within the caller's trace where the request names one."""
    turn = Turn(clock)
    if parent := parse_traceparent(request.headers.get("traceparent")):
        turn.trace, turn.span, turn.sampled = parent
    return turn


def finish_turn(endpoint: Endpoint, turn: Turn, deadline: Deadline) -> None:
    """Make the turn's last write, and call each hook with the turn."""
    turn.finish(deadline.remaining())
    for hook in endpoint.turn_hooks:
        hook(turn)


async def read(request: web.BaseRequest, turn: Turn) -> SignedRequest:
    """Return address, signature and body; the headers are checked before the body.

    Raise `VerificationError`.
    """
    headers = request.headers
    with turn.phase("read"):
        return SignedRequest(
            verification.certificate_url(headers.get(verification.URL_HEADER)),
            verification.read_signature(headers.get(verification.SIGNATURE_HEADER)),
            await read_body(request),
        )


async def verify(signed: SignedRequest, endpoint: Endpoint, turn: Turn) -> bytes:
    """Return the body, once its signature is verified.

    Raise `VerificationError`.
    """
    with turn.phase("verify"):
        key = await endpoint.signing_keys.key(signed.certificate_url)
        verification.check_signature(key, signed.signature, signed.body)
        endpoint.signing_keys.confirm(signed.certificate_url)
    return signed.body


def decode(body: bytes, endpoint: Endpoint, turn: Turn) -> RequestEnvelope:
    """Return the envelope, once its time and its skill ids are checked.

    Raise `VerificationError` or `MalformedEnvelope`.
    """
    with turn.phase("decode"):
        envelope = serialization.decode(body)
        request, now = request_of(envelope), endpoint.now()
        verification.check_timestamp(request.timestamp, request.object_type, now)
        skill_ids = verification.addressed_skills(envelope)
        verification.check_skill(skill_ids, endpoint.skill_ids)
    return envelope


async def read_body(request: web.BaseRequest) -> bytes:
    """Return the raw body, at most `LARGEST_BODY` bytes within `SLOWEST_BODY` seconds.

    Raise `VerificationError` for a body that is too large, too slow, encoded or cut
    off.
    """
    encodings = request.headers.getall(hdrs.CONTENT_ENCODING, ())
    if encodings and is_encoded(encodings):
        raise VerificationError("body_encoded")
    content = request.content
    try:
        if content.is_eof() and content.total_bytes <= LARGEST_BODY:
            return content.read_nowait()  # it came with its head: 20 calls less
        return await timeout_after_first_wait(request.read(), SLOWEST_BODY)
    except web.HTTPRequestEntityTooLarge:
        raise VerificationError("body_large") from None
    except TimedOut:
        raise VerificationError("body_slow") from None
    except (ClientError, ConnectionError, web.RequestPayloadError):
        raise VerificationError("body_incomplete") from None


def is_encoded(content_encodings: Iterable[str]) -> bool:
    """Return whether the body is encoded; `identity` says that it is not (RFC 9110)."""
    codings = ",".join(content_encodings).lower().split(",")
    return any(coding.strip() not in ("", "identity") for coding in codings)


def refusal(
    error: VerificationError | MalformedEnvelope | TooManyRequests, turn: Turn
) -> tuple[int, str]:
    """Return status and word of the response to a request that is not answered."""
    if isinstance(error, TooManyRequests):
        turn.conclude("refused", "busy")
        return 429, "busy"
    turn.conclude("refused", error.reason)
    return 413 if error.reason == "body_large" else 400, error.reason


# https://www.w3.org/TR/trace-context/#traceparent-header
_TRACEPARENT = re.compile(
    r"(?!ff)(?P<version>[0-9a-f]{2})"
    r"-(?!0{32})(?P<trace>[0-9a-f]{32})"
    r"-(?!0{16})(?P<span>[0-9a-f]{16})"
    r"-(?P<flags>[0-9a-f]{2})(?P<more>-.*)?"
)


def parse_traceparent(traceparent: str | None) -> tuple[str, str, bool] | None:
    """Return the ids of trace and span, and whether the caller records the trace.

    None for a missing or malformed header.
    """
    match = _TRACEPARENT.fullmatch(traceparent) if traceparent else None
    if match is None or (match["version"] == "00" and match["more"]):
        return None
    return match["trace"], match["span"], bool(int(match["flags"], 16) & 1)


async def alexa_traced(request: web.BaseRequest, endpoint: Endpoint) -> WholeResponse:
    """Answer a signed request once its trace is sent, where that is switched on."""
    response = await alexa(request, endpoint)
    if endpoint.before_answer is not None:
        await endpoint.before_answer()
    return response


async def routed_alexa(request: web.Request) -> WholeResponse:
    """Answer a signed request that the application's router has brought here."""
    return await alexa_traced(request, request.app[ENDPOINT])


class Door:
    """Lead POST /alexa past the application's router, signals and middlewares.

    application: aiohttp's server of the application, which takes all other requests,
        and those to /alexa with an `Expect` header.
    server: the server that connections belong to.
    Measured: a warm launch costs a seventh less than through the application.
    """

    def __init__(self, application: web.Server, endpoint: Endpoint) -> None:
        self._application = application
        self._endpoint = endpoint
        self._loop = asyncio.get_running_loop()
        self.server = web.Server(self.handle, request_factory=self.make_request)

    def make_request(
        self,
        message: RawRequestMessage,
        payload: StreamReader,
        protocol: web.RequestHandler,
        writer: AbstractStreamWriter,
        task: "asyncio.Task[None]",
    ) -> web.BaseRequest:
        """Return a request of the low-level server, or one of the application."""
        parts = (message, payload, protocol, writer, task)
        if (
            message.method == hdrs.METH_POST
            and message.url.path_safe == PATH
            and hdrs.EXPECT not in message.headers
        ):
            return web.BaseRequest(*parts, self._loop, client_max_size=LARGEST_BODY)
        return self._application.request_factory(*parts)

    async def handle(self, request: web.BaseRequest) -> web.StreamResponse:
        """Answer either kind of request."""
        if type(request) is web.BaseRequest:
            return await alexa_traced(request, self._endpoint)
        return await self._application.request_handler(request)


async def live(_request: web.Request) -> web.Response:
    """Answer that the process runs; nothing else is asked."""
    return web.json_response({"status": "live"})


async def ready(request: web.Request) -> web.Response:
    """Answer whether to send requests to this process: 503 only while draining.

    The body also tells the state of Redis, keys and roots. None of these makes the
    service unready, since it answers without any of them.
    """
    endpoint = request.app[ENDPOINT]
    draining = endpoint.admission.draining
    body = {"status": "draining" if draining else "ready", **endpoint.readiness()}
    return web.json_response(body, status=503 if draining else 200)


async def report_wrong_path(request: web.Request, response: web.StreamResponse) -> None:
    """Log that a request for Alexa's endpoint came to another path than /alexa.

    Such a request carries Alexa's signature, or its path is nearly right: the endpoint
    in the developer console is written wrong. A redirect would not help, since Alexa
    follows none.
    """
    if request.method != hdrs.METH_POST or response.status not in (404, 405):
        return
    name = request.path.strip("/").lower()
    if not name or "alexa" in name or verification.SIGNATURE_HEADER in request.headers:
        path = request.path if _PLAIN_PATH.fullmatch(request.path) else "another path"
        log.warning(
            "a request came to a wrong path; the endpoint is POST %s",
            PATH,
            extra={"fields": {"path": path}},
        )


_PLAIN_PATH = re.compile(r"[\w./~-]{1,64}", re.ASCII)


def add_routes(app: web.Application) -> None:
    """Add POST /alexa, GET /live and GET /ready."""
    app.on_response_prepare.append(report_wrong_path)
    app.router.add_post(PATH, routed_alexa)
    app.router.add_get("/live", live)
    app.router.add_get("/ready", ready)
