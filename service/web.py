"""The door: POST /alexa, read, verified, answered; and the probes beside it."""

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

# FOLDED The caller's trace, so that its request and our line can be found together.

# https://www.w3.org/TR/trace-context/#traceparent-header
_PARENT = re.compile(
    r"(?!ff)(?P<version>[0-9a-f]{2})"
    r"-(?!0{32})(?P<trace>[0-9a-f]{32})"
    r"-(?!0{16})(?P<span>[0-9a-f]{16})"
    r"-[0-9a-f]{2}(?P<more>-.*)?"
)


def parse_traceparent(traceparent: str | None) -> tuple[str, str] | None:
    """Trace and span of the header; None where it has none or is not to the letter."""
    found = _PARENT.fullmatch(traceparent) if traceparent else None
    if found is None or (found["version"] == "00" and found["more"]):
        return None
    return found["trace"], found["span"]


LARGEST_BODY = 64 * 1024  # bytes; Alexa's requests stay far below

SLOWEST_BODY = 2.0  # seconds; the server itself would wait for ever

JSON = {"Content-Type": "application/json"}

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """What the door needs behind it; built once by the composition root."""

    signing_keys: SigningKeyCache
    skill_ids: frozenset[str]
    invoker: SkillInvoker
    admission: Admission
    turn_hooks: tuple[TurnHook, ...]
    readiness: Callable[[], dict[str, object]]
    now: Callable[[], datetime]
    clock: Callable[[], float]


ENDPOINT = web.AppKey("skill", Endpoint)


async def alexa(request: web.Request) -> web.Response:
    """A signed request in, an answer out; a refusal is a 400 with one word.

    https://developer.amazon.com/docs/alexa/custom-skills/host-a-custom-skill-as-a-web-service.html
    """
    skill = request.app[ENDPOINT]
    deadline = Deadline.after(ANSWER_SECONDS, skill.clock)
    turn = start_turn(skill, request)
    try:
        with skill.admission.unverified:
            asked = await verified(skill, request, turn)
        answer = await skill.invoker.invoke(asked, deadline, turn)
        await yield_to_event_loop()
        return web.Response(body=answer, headers=JSON)
    except (VerificationError, MalformedEnvelope) as refused:
        return _refusal(turn, refused.reason)
    except TooManyRequests:
        return _turned_away(turn)
    finally:
        ended = turn.finish(deadline.remaining())
        for listener in skill.turn_hooks:
            listener(ended)


def start_turn(skill: Endpoint, request: web.Request) -> Turn:
    """A new turn, within the caller's trace if it brings one."""
    turn = Turn(skill.clock)
    if parent := parse_traceparent(request.headers.get("traceparent")):
        turn.trace, turn.span = parent
    return turn


async def verified(
    skill: Endpoint, request: web.Request, turn: Turn
) -> RequestEnvelope:
    """The request, once it is proven to be Alexa's and meant for us; else `Refused`."""
    with turn.phase("read"):
        url = verification.certificate_url(request.headers.get(verification.URL_HEADER))
        signature = verification.read_signature(
            request.headers.get(verification.SIGNATURE_HEADER)
        )
        body = await read(request)
    with turn.phase("verify"):
        key = await skill.signing_keys.key(url)
        verification.check_signature(key, signature, body)
    with turn.phase("decode"):
        asked = serialization.decode(body)
        said = request_of(asked)
        verification.check_timestamp(said.timestamp, said.object_type, skill.now())
        verification.check_skill(verification.addressed_skills(asked), skill.skill_ids)
    return asked


async def read(request: web.Request) -> bytes:
    """The raw body; `Refused` where it is too large, too slow, encoded or cut off."""
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


def _refusal(turn: Turn, reason: str) -> web.Response:
    turn.conclude("refused", reason)
    status = 413 if reason == "body_large" else 400
    return web.Response(status=status, text=f"{reason}\n")


def _turned_away(turn: Turn) -> web.Response:
    turn.conclude("refused", "busy")
    return web.Response(status=429, text="busy\n", headers={"Retry-After": "1"})


async def live(_request: web.Request) -> web.Response:
    """The process answers; asks nobody else."""
    return web.json_response({"status": "live"})


async def ready(request: web.Request) -> web.Response:
    """Whether to send traffic here: 503 only while draining.

    The rest of the body tells how the parts stand; none of them makes the service
    unready, since it answers without any of them.
    """
    skill = request.app[ENDPOINT]
    draining = skill.admission.draining
    body = {"status": "draining" if draining else "ready", **skill.readiness()}
    return web.json_response(body, status=503 if draining else 200)


def add_routes(app: web.Application) -> None:
    app.router.add_post("/alexa", alexa)
    app.router.add_get("/live", live)
    app.router.add_get("/ready", ready)


# FOLDED The headers of every response: nothing to guess, to keep or to embed.

# https://owasp.org/www-project-secure-headers/ as far as it concerns JSON and text.
SECURITY_HEADERS: Mapping[str, str] = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
}

ONLY_HTTPS = "max-age=31536000"


def add_headers(app: web.Application, public_url: str | None) -> None:
    """Sets `HEADERS` on whatever the application answers, its own refusals too.

    What a handler sets itself stays. The server's name and version are nobody's
    business.
    """
    fixed = dict(SECURITY_HEADERS)
    if public_url and public_url.startswith("https:"):
        fixed[hdrs.STRICT_TRANSPORT_SECURITY] = ONLY_HTTPS

    async def harden(_: web.Request, response: web.StreamResponse) -> None:
        headers = response.headers
        headers.popall(hdrs.SERVER, None)
        headers.update(fixed)
        headers.setdefault(hdrs.CACHE_CONTROL, "no-store")
        headers.setdefault("Content-Security-Policy", "default-src 'none'")

    app.on_response_prepare.append(harden)
