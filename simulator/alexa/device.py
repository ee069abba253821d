"""Simulated Alexa device: understands sentences, keeps the session, calls the skill.

device = SimulatedDevice(client, understanding, profile, now=now, name="first try")
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
from simulator.alexa.language_understanding import LanguageUnderstanding
from simulator.alexa.requests import (
    AlexaSession,
    Interpretation,
    Json,
    RequestStamp,
    Signer,
    encode,
)
from simulator.alexa.session import (
    DynamicEntities,
    Exchange,
    SessionState,
    SkillReply,
    parse_reply,
)


class Tampering(StrEnum):
    """What is wrong with a request that Alexa did not sign.

    `UNSIGNED` lacks the signature, `FORGED` is signed with a key outside the chain,
    `ALTERED` has a body that changed after the signing.
    """

    UNSIGNED = "unsigned"
    FORGED = "forged"
    ALTERED = "altered"


SIGNATURE = "Signature-256"


@dataclass(slots=True)
class SkillClient:
    """Send signed requests to the skill over HTTP.

    session: the HTTP client.
    signer: signs as Alexa does.
    impostor: signs forged requests, with a key that no trusted chain names.
    clock: counts seconds.
    url: the skill's endpoint; it may change between requests.
    """

    session: ClientSession
    signer: Signer
    impostor: Signer
    clock: Callable[[], float]
    url: str = ""

    async def post(
        self, envelope: Json, tampering: Tampering | None = None
    ) -> Exchange:
        """Send an envelope and return the exchange.

        Raise aiohttp's `ClientError` when the skill does not answer.
        """
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
    """One request to the skill and its reply.

    text: the sentence that the listener said; None for a touch or an event.
    interpretation: how the sentence was understood; None without a sentence.
    request: the envelope that was sent.
    exchange: the HTTP request and response.
    reply: the parsed response.
    """

    text: str | None
    interpretation: Interpretation | None
    request: Json
    exchange: Exchange
    reply: SkillReply


class SimulatedDevice:
    """A listener's Alexa device, with the session state that Alexa keeps.

    client: sends the requests.
    understanding: the language understanding of the device's locale.
    profile: the listener, locale and screen; may be replaced between requests.
    tampering: how the next requests are spoilt; None: they are signed as Alexa does.
    clock_skew: how far the device's clock is ahead.
    state: the session state between two requests.
    turns: every request so far with its reply.

    `name` goes into the request ids: the same name and words give the same requests.
    Only one task at a time may use a device.
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
        """Whether a session is open."""
        return self.state.session is not None

    async def says(self, text: str) -> SkillReply:
        """Send what the sentence `text` means, and return the reply.

        Outside a session the sentence is a one-shot request.
        """
        interpretation = self.understanding.interpret(
            text, self.entities, elicited_slot=self.state.elicited_slot
        )
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
        """Open the skill by its name ("Alexa, open …") and return the reply."""
        session = self._session_for_request(fresh=True)
        envelope = requests.launch(self.profile, self._stamp(), session)
        return await self._send(envelope, session)

    async def intends(
        self,
        name: str,
        slots: Mapping[str, requests.SlotValue | str | None] | None = None,
    ) -> SkillReply:
        """Send an intent by its name, for requests that no sentence leads to."""
        session = self._session_for_request()
        envelope = requests.intent(self.profile, self._stamp(), session, name, slots)
        return await self._send(envelope, session)

    async def touches(self, arguments: Sequence[Any], token: str = "") -> SkillReply:
        """Send the user event of a touch on the APL document `token`."""
        session = self._session_for_request()
        envelope = requests.user_event(
            self.profile, self._stamp(), session, arguments, token
        )
        return await self._send(envelope, session)

    async def notifies(self, kind: str, body: Json | None = None) -> SkillReply:
        """Send a skill event such as `SkillDisabled`; it belongs to no session."""
        envelope = requests.skill_event(self.profile, self._stamp(), kind, body)
        return await self._send(envelope, None)

    async def leaves(
        self, reason: str = "USER_INITIATED", text: str | None = None
    ) -> SkillReply:
        """End the session from the device's side.

        Without a session nothing is sent, and the reply has a `problem`.
        """
        session = self.state.session
        if session is None:
            return SkillReply(problem="no session is open")
        envelope = requests.session_ended(self.profile, self._stamp(), session, reason)
        reply = await self._send(envelope, session, text)
        self.state = self.state.closed()
        return reply

    async def falls_silent(self) -> SkillReply:
        """Let the listener say nothing: the reprompt is heard, then the session ends.

        Alexa reprompts by herself: the first silence sends nothing to the skill.
        """
        state = self.state
        if state.microphone and state.reprompt and not state.reprompted:
            self.state = replace(state, reprompted=True)
            return SkillReply(speech=state.reprompt, reprompt=state.reprompt)
        return await self.leaves("EXCEEDED_MAX_REPROMPTS")

    def forget(self) -> None:
        """Drop the session state without telling the skill."""
        self.state = SessionState()

    def _stamp(self) -> RequestStamp:
        request_id = f"amzn1.echo-api.request.{self._name}-{next(self._requests)}"
        return RequestStamp(request_id, self._now() + self.clock_skew)

    def _session_for_request(self, *, fresh: bool = False) -> AlexaSession:
        """Return the open session, or a new one."""
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
