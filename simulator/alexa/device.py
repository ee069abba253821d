"""A device that talks to the skill: it understands, keeps the session, and listens.

device = Device(line, understanding, profile, now=now, name="first try")
reply = await device.says("what are my playlists")
assert reply.speech.startswith("You have")
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import count
from typing import Any

from aiohttp import ClientSession

from simulator.alexa import requests
from simulator.alexa.language_understanding import (
    FALLBACK_INTENT,
    Interpretation,
    LanguageUnderstanding,
)
from simulator.alexa.requests import AlexaSession, Json, RequestStamp, Signer, encode
from simulator.alexa.session import (
    DynamicEntities,
    Exchange,
    SessionState,
    SkillReply,
    parse_reply,
)

# FOLDED The line to the skill: requests over HTTP, signed, or wrong on purpose.


class Tampering(StrEnum):
    """What is wrong with a request that is not Alexa's."""

    UNSIGNED = "unsigned"
    FORGED = "forged"
    ALTERED = "altered"


SIGNATURE = "Signature-256"


@dataclass(slots=True)
class SkillClient:
    """`impostor` signs what is forged: a sound key that nobody vouches for.

    `url` is the skill's endpoint; it may move while the line stays.
    """

    session: ClientSession
    signer: Signer
    impostor: Signer
    clock: Callable[[], float]
    url: str = ""

    async def post(
        self, envelope: Json, tampering: Tampering | None = None
    ) -> Exchange:
        """Sends an envelope; raises aiohttp's `ClientError` when nobody answers."""
        body = encode(envelope)
        signer = self.impostor if tampering is Tampering.FORGED else self.signer
        headers = signer.headers(body)
        if tampering is Tampering.UNSIGNED:
            del headers[SIGNATURE]
        if tampering is Tampering.ALTERED:
            body += b" "
        began = self.clock()
        async with self.session.post(self.url, data=body, headers=headers) as response:
            received = await response.read()
        seconds = self.clock() - began
        return Exchange(body, headers, response.status, received, seconds)


@dataclass(frozen=True, slots=True)
class DeviceTurn:
    """One request and its reply; `heard` where it began with a sentence."""

    text: str | None
    interpretation: Interpretation | None
    request: Json
    exchange: Exchange
    reply: SkillReply


class SimulatedDevice:
    """Not for use by two tasks at once: people speak one after the other.

    `profile` may be replaced between requests: another listener, locale, screen.
    `name` makes the request ids, so the same name and words give the same requests.
    """

    def __init__(
        self,
        client: SkillClient,
        understanding: LanguageUnderstanding,
        profile: requests.DeviceProfile,
        *,
        now: Callable[[], datetime],
        name: str = "console",
    ) -> None:
        self.client = client
        self.understanding = understanding
        self.profile = profile
        self.tampering: Tampering | None = None
        self.clock_skew = timedelta()
        self.state = SessionState()
        self.turns: list[DeviceTurn] = []
        self._now = now
        self._name = name
        self._requests, self._sessions = count(1), count(1)

    @property
    def entities(self) -> DynamicEntities:
        """The dynamic entities in force."""
        return self.state.entities(self._now())

    @property
    def in_session(self) -> bool:
        return self.state.session is not None

    async def says(self, text: str) -> SkillReply:
        """Something typed in place of something said; out of a session a one-shot."""
        interpretation = self._interpret(text)
        if interpretation.kind == "exit":
            return await self.leaves("USER_INITIATED", text)
        session = self._session_for_request(fresh=interpretation.invoked)
        if interpretation.kind == "launch":
            envelope = requests.launch(self.profile, self._stamp(), session)
        else:
            envelope = requests.intent(
                self.profile,
                self._stamp(),
                session,
                interpretation.intent or "",
                interpretation.slots,
            )
        return await self._send(envelope, session, text, interpretation)

    async def opens(self) -> SkillReply:
        """ "Alexa, open …"."""
        session = self._session_for_request(fresh=True)
        envelope = requests.launch(self.profile, self._stamp(), session)
        return await self._send(envelope, session)

    async def intends(
        self,
        name: str,
        slots: Mapping[str, requests.SlotValue | str | None] | None = None,
    ) -> SkillReply:
        """An intent as it is, for what no sentence leads to."""
        session = self._session_for_request()
        envelope = requests.intent(self.profile, self._stamp(), session, name, slots)
        return await self._send(envelope, session)

    async def touches(self, arguments: Sequence[Any], token: str = "") -> SkillReply:
        """A component of the document `token` that sends `arguments` is pressed."""
        session = self._session_for_request()
        envelope = requests.user_event(
            self.profile, self._stamp(), session, arguments, token
        )
        return await self._send(envelope, session)

    async def notifies(self, kind: str, body: Json | None = None) -> SkillReply:
        """A skill event, which belongs to no session."""
        envelope = requests.skill_event(self.profile, self._stamp(), kind, body)
        return await self._send(envelope, None)

    async def leaves(
        self, reason: str = "USER_INITIATED", text: str | None = None
    ) -> SkillReply:
        """The session is ended from this side; without one nothing is sent."""
        session = self.state.session
        if session is None:
            return SkillReply(problem="no session is open")
        envelope = requests.session_ended(self.profile, self._stamp(), session, reason)
        reply = await self._send(envelope, session, text)
        self.state = self.state.closed()
        return reply

    async def falls_silent(self) -> SkillReply:
        """Nobody answers: the reprompt is heard, the next time the session ends.

        Alexa reprompts by herself: the first silence sends nothing to the skill.
        """
        state = self.state
        if state.microphone and state.reprompt and not state.reprompted:
            self.state = replace(state, reprompted=True)
            return SkillReply(speech=state.reprompt, reprompt=state.reprompt)
        return await self.leaves("EXCEEDED_MAX_REPROMPTS")

    def forget(self) -> None:
        """Another conversation: nothing of this one goes on, and nobody is told."""
        self.state = SessionState()

    def _interpret(self, text: str) -> Interpretation:
        interpretation = self.understanding.interpret(text, self.entities)
        elicited_slot = self.state.elicited_slot
        if (
            elicited_slot
            and interpretation.intent == FALLBACK_INTENT
            and not interpretation.invoked
        ):
            return self.understanding.interpret_slot_answer(
                *elicited_slot, text, self.entities
            )
        return interpretation

    def _stamp(self) -> RequestStamp:
        request_id = f"amzn1.echo-api.request.{self._name}-{next(self._requests)}"
        return RequestStamp(request_id, self._now() + self.clock_skew)

    def _session_for_request(self, *, fresh: bool = False) -> AlexaSession:
        """The session that is open, or a new one."""
        if self.state.session is None or fresh:
            session_id = f"amzn1.echo-api.session.{self._name}-{next(self._sessions)}"
            return AlexaSession(session_id)
        return self.state.session

    async def _send(
        self,
        envelope: Json,
        session: AlexaSession | None,
        text: str | None = None,
        interpretation: Interpretation | None = None,
    ) -> SkillReply:
        exchange = await self.client.post(envelope, self.tampering)
        reply = parse_reply(exchange)
        self.turns.append(DeviceTurn(text, interpretation, envelope, exchange, reply))
        if session is not None:
            screen = self.profile.screen is not None
            now = self._now()
            self.state = self.state.after(reply, session, now, screen=screen)
        return reply
