"""HTTP endpoint: POST /alexa reads, verifies, decodes, dispatches and encodes.

Beside it: the probes /live and /ready, and the headers of every response.
"""

import logging
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from aiohttp import ClientError, hdrs, web
from ask_sdk_model import RequestEnvelope

from providers.timeouts import (
    ANSWER_SECONDS,
    Deadline,
    TimedOut,
    timeout_after_first_wait,
)
from providers.turn import Turn
from service import serialization, verification
from service.admission import Admission, TooManyRequests
from service.observability.logs import TurnHook
from service.serialization import MalformedEnvelope
from service.skill import SkillInvoker, request_of, yield_to_event_loop
from service.verification.certificate_cache import SigningKeyCache
from service.verification.errors import VerificationError

LARGEST_BODY = 64 * 1024  # bytes; Alexa's requests stay far below

SLOWEST_BODY = 2.0  # seconds; the server itself would wait for ever

JSON = {"Content-Type": "application/json"}

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """What POST /alexa uses; the composition root builds one.

    signing_keys: validated keys by the address of their chain.
    skill_ids: ids of the skills that may be addressed.
    invoker: answers a verified request.
    admission: limits the requests in flight.
    turn_hooks: called with each request's `Turn` when the request is over.
    readiness: returns the body of /ready.
    now: the wall clock, with its zone.
    clock: a monotonic clock in seconds.
    """

    signing_keys: SigningKeyCache
    skill_ids: frozenset[str]
    invoker: SkillInvoker
    admission: Admission
    turn_hooks: tuple[TurnHook, ...]
    readiness: Callable[[], dict[str, object]]
    now: Callable[[], datetime]
    clock: Callable[[], float]


ENDPOINT = web.AppKey("endpoint", Endpoint)


async def alexa(request: web.Request) -> web.Response:
    """Answer a signed request; a refusal is a status of 400, 413 or 429 with one word.

    https://developer.amazon.com/docs/alexa/custom-skills/host-a-custom-skill-as-a-web-service.html
    """
    endpoint = request.app[ENDPOINT]
    turn, deadline = start_turn(request), Deadline.after(ANSWER_SECONDS, endpoint.clock)
    try:
        with endpoint.admission.unverified:
            envelope = await verified_envelope(request, turn)
        answer = await endpoint.invoker.invoke(envelope, deadline, turn)
        await yield_to_event_loop()
        return web.Response(body=answer, headers=JSON)
    except (VerificationError, MalformedEnvelope, TooManyRequests) as error:
        return refusal(error, turn)
    finally:
        finish_turn(endpoint, turn, deadline)


def start_turn(request: web.Request) -> Turn:
    """Return a new turn, within the caller's trace where the request names one."""
    turn = Turn(request.app[ENDPOINT].clock)
    if parent := parse_traceparent(request.headers.get("traceparent")):
        turn.trace, turn.span = parent
    return turn


def finish_turn(endpoint: Endpoint, turn: Turn, deadline: Deadline) -> None:
    """Make the turn's last write, and call each hook with the turn."""
    turn.finish(deadline.remaining())
    for hook in endpoint.turn_hooks:
        hook(turn)


async def verified_envelope(request: web.Request, turn: Turn) -> RequestEnvelope:
    """Return the decoded request, once each check of `verification` is passed.

    Raise `VerificationError` or `MalformedEnvelope`.
    """
    endpoint = request.app[ENDPOINT]
    with turn.phase("read"):
        url = verification.certificate_url(request.headers.get(verification.URL_HEADER))
        signature = verification.read_signature(
            request.headers.get(verification.SIGNATURE_HEADER)
        )
        body = await read_body(request)
    with turn.phase("verify"):
        key = await endpoint.signing_keys.key(url)
        verification.check_signature(key, signature, body)
    with turn.phase("decode"):
        envelope = serialization.decode(body)
        said = request_of(envelope)
        now = endpoint.now()
        verification.check_timestamp(said.timestamp, said.object_type, now)
        skill_ids = verification.addressed_skills(envelope)
        verification.check_skill(skill_ids, endpoint.skill_ids)
    return envelope


async def read_body(request: web.Request) -> bytes:
    """Return the raw body, at most `LARGEST_BODY` bytes within `SLOWEST_BODY` seconds.

    Raise `VerificationError` for a body that is too large, too slow, encoded or cut
    off.
    """
    if "Content-Encoding" in request.headers:
        raise VerificationError("body_encoded")
    try:
        return await timeout_after_first_wait(request.read(), SLOWEST_BODY)
    except web.HTTPRequestEntityTooLarge:
        raise VerificationError("body_large") from None
    except TimedOut:
        raise VerificationError("body_slow") from None
    except (ClientError, ConnectionError, web.RequestPayloadError):
        raise VerificationError("body_incomplete") from None


def refusal(
    error: VerificationError | MalformedEnvelope | TooManyRequests, turn: Turn
) -> web.Response:
    """Return the response to a request that is not answered; its body is one word."""
    if isinstance(error, TooManyRequests):
        turn.conclude("refused", "busy")
        return web.Response(status=429, text="busy\n", headers={"Retry-After": "1"})
    turn.conclude("refused", error.reason)
    status = 413 if error.reason == "body_large" else 400
    return web.Response(status=status, text=f"{error.reason}\n")


# https://www.w3.org/TR/trace-context/#traceparent-header
_TRACEPARENT = re.compile(
    r"(?!ff)(?P<version>[0-9a-f]{2})"
    r"-(?!0{32})(?P<trace>[0-9a-f]{32})"
    r"-(?!0{16})(?P<span>[0-9a-f]{16})"
    r"-[0-9a-f]{2}(?P<more>-.*)?"
)


def parse_traceparent(traceparent: str | None) -> tuple[str, str] | None:
    """Return the ids of trace and span; None for a missing or malformed header."""
    match = _TRACEPARENT.fullmatch(traceparent) if traceparent else None
    if match is None or (match["version"] == "00" and match["more"]):
        return None
    return match["trace"], match["span"]


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


def add_routes(app: web.Application) -> None:
    """Add POST /alexa, GET /live and GET /ready."""
    app.router.add_post("/alexa", alexa)
    app.router.add_get("/live", live)
    app.router.add_get("/ready", ready)


# https://owasp.org/www-project-secure-headers/ as far as it concerns JSON and text.
SECURITY_HEADERS: Mapping[str, str] = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
}

ONLY_HTTPS = "max-age=31536000"


def add_headers(app: web.Application, public_url: str | None) -> None:
    """Set the security headers on each response of the application.

    public_url: https adds `Strict-Transport-Security`.
    A header that a handler sets itself stays. `Server` is removed: name and version of
    the software would help attackers only.
    """
    headers = dict(SECURITY_HEADERS)
    if public_url and public_url.startswith("https:"):
        headers[hdrs.STRICT_TRANSPORT_SECURITY] = ONLY_HTTPS

    async def set_security_headers(
        _: web.Request, response: web.StreamResponse
    ) -> None:
        response.headers.popall(hdrs.SERVER, None)
        response.headers.update(headers)
        response.headers.setdefault(hdrs.CACHE_CONTROL, "no-store")
        response.headers.setdefault("Content-Security-Policy", "default-src 'none'")

    app.on_response_prepare.append(set_security_headers)
