"""Session state of the simulated device, and the skill's responses parsed."""

import html
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

import msgspec

from simulator.alexa.entity_resolution import apply_directives
from simulator.alexa.interaction_model import Entity
from simulator.alexa.requests import AlexaSession

_TAGS = re.compile(r"<[^>]*>")

_RENDER = "Alexa.Presentation.APL.RenderDocument"

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Exchange:
    """One HTTP request to the skill and its response.

    sent: the request's body.
    headers: the request's headers.
    status: the response's status.
    received: the response's body.
    seconds: from sending to the whole response.
    """

    dynamic_entities: bytes
    headers: Mapping[str, str]
    status: int
    received: bytes
    seconds: float


@dataclass(frozen=True, slots=True)
class SkillReply:
    """The skill's response to one request, as the listener gets it.

    status: the HTTP status.
    speech, reprompt: as plain text.
    ssml: the speech as SSML.
    card: the card as JSON; None without one.
    ends: `shouldEndSession`: True closes the session, False opens the microphone,
        None leaves the choice to the device.
    directives: as JSON.
    attributes: the session attributes; None where the response has none.
    raw: the whole response; None where the skill refused the request.
    problem: why there is no readable response; None where there is one.
    """

    status: int = 200
    speech: str = ""
    ssml: str = ""
    reprompt: str = ""
    card: Json | None = None
    ends: bool | None = None
    directives: tuple[Json, ...] = ()
    attributes: Mapping[str, Any] | None = None
    raw: Json | None = None
    problem: str | None = None

    @property
    def screen(self) -> Json | None:
        """The RenderDocument directive; None where the response has none."""
        return next((d for d in self.directives if d.get("type") == _RENDER), None)


def parse_reply(exchange: Exchange) -> SkillReply:
    """Return the reply in an exchange; an unreadable one has a `problem`."""
    if exchange.status != 200:
        message = exchange.received.decode("utf-8", "replace").strip()
        return SkillReply(exchange.status, problem=message or "refused")
    try:
        raw = msgspec.json.decode(exchange.received or b"{}", type=Json)
        return _parse(raw)
    except (msgspec.MsgspecError, AttributeError, TypeError) as error:
        return SkillReply(problem=f"not a response that Alexa could read: {error}")


def _parse(raw: Json) -> SkillReply:
    response: Json = raw.get("response") or {}
    ssml = _ssml_of(response.get("outputSpeech"))
    reprompt = response.get("reprompt") or {}
    directives: Sequence[Json] = response.get("directives") or ()
    return SkillReply(
        speech=plain_text(ssml),
        ssml=ssml,
        reprompt=plain_text(_ssml_of(reprompt.get("outputSpeech"))),
        card=response.get("card"),
        ends=response.get("shouldEndSession"),
        directives=tuple(directives),
        attributes=raw.get("sessionAttributes"),
        raw=raw,
    )


def _ssml_of(speech: Json | None) -> str:
    speech = speech or {}
    return str(speech.get("ssml") or html.escape(speech.get("text") or "", quote=False))


def plain_text(ssml: str) -> str:
    """Return the text of an SSML document.

    >>> plain_text("<speak>Salt &amp; <emphasis>Pepper</emphasis></speak>")
    'Salt & Pepper'
    """
    return " ".join(html.unescape(_TAGS.sub(" ", ssml)).split()).replace(" .", ".")


# https://developer.amazon.com/docs/alexa/custom-skills/use-dynamic-entities-for-customized-interactions.html
ENTITIES_LIFETIME = timedelta(minutes=30)

ELICIT_SLOT = "Dialog.ElicitSlot"

DynamicEntities = Mapping[str, tuple[Entity, ...]]


@dataclass(frozen=True, slots=True)
class SessionState:
    """What the device keeps between two requests.

    session: the open session; None without one.
    microphone: whether the device listens for an answer.
    reprompt: what Alexa says when the listener is silent.
    reprompted: whether the reprompt was heard; the next silence ends the session.
    elicited_slot: the intent and slot that `Dialog.ElicitSlot` asks for.
    dynamic_entities: the entities that the skill sent, by slot type.
    entities_expire_at: when these entities end; None where none were sent.
    """

    session: AlexaSession | None = None
    microphone: bool = False
    reprompt: str = ""
    reprompted: bool = False
    elicited_slot: tuple[str, str] | None = None
    dynamic_entities: DynamicEntities = field(default_factory=dict)
    entities_expire_at: datetime | None = None

    def entities(self, now: datetime) -> DynamicEntities:
        """Return the dynamic entities that are in force at `now`."""
        return (
            self.dynamic_entities
            if self.entities_expire_at and now < self.entities_expire_at
            else {}
        )

    def after(
        self, reply: SkillReply, session: AlexaSession, now: datetime, *, screen: bool
    ) -> "SessionState":
        """Return the state after a reply; `screen`: whether the device has one."""
        dynamic_entities = self.entities(now)
        entities = apply_directives(dynamic_entities, reply.directives)
        expires_at = (
            self.entities_expire_at
            if entities is dynamic_entities
            else now + ENTITIES_LIFETIME
        )
        if not _stays_open(reply, screen=screen):
            return SessionState(
                dynamic_entities=entities, entities_expire_at=expires_at
            )
        return SessionState(
            session=replace(session, new=False, attributes=reply.attributes or {}),
            microphone=reply.ends is False,
            reprompt=reply.reprompt,
            elicited_slot=_elicited_slot(reply),
            dynamic_entities=entities,
            entities_expire_at=expires_at,
        )

    def closed(self) -> "SessionState":
        """Return the state without a session; the dynamic entities stay in force."""
        return SessionState(
            dynamic_entities=self.dynamic_entities,
            entities_expire_at=self.entities_expire_at,
        )


def _stays_open(reply: SkillReply, *, screen: bool) -> bool:
    """Return whether the session stays open.

    Where the skill leaves the choice to the device, a screen keeps the session open.
    """
    if reply.status != 200 or reply.ends:
        return False
    return reply.ends is False or (screen and reply.screen is not None)


def _elicited_slot(reply: SkillReply) -> tuple[str, str] | None:
    for directive in reply.directives:
        intent = (directive.get("updatedIntent") or {}).get("name")
        if directive.get("type") == ELICIT_SLOT and intent:
            return str(intent), str(directive.get("slotToElicit"))
    return None
