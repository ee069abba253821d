"""A skill's response as the listener takes it: words, card, screen, what comes next."""

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
    """One HTTP request to the skill, as it went over the line; `seconds` it took."""

    dynamic_entities: bytes
    headers: Mapping[str, str]
    status: int
    received: bytes
    seconds: float


@dataclass(frozen=True, slots=True)
class SkillReply:
    """What came back for one request.

    `ends` is what the skill wants: True closes the session, False opens the
    microphone, None leaves it to the device. `raw` is the whole response, empty where
    the skill refused (`status` is not 200, and `problem` has its word).
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
        """The RenderDocument directive, where there is one."""
        return next((d for d in self.directives if d.get("type") == _RENDER), None)


def parse_reply(exchange: Exchange) -> SkillReply:
    """Reads a response; one that Alexa could not read has a `problem`."""
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
    """What SSML sounds like, as text.

    >>> plain("<speak>Salt &amp; <emphasis>Pepper</emphasis></speak>")
    'Salt & Pepper'
    """
    return " ".join(html.unescape(_TAGS.sub(" ", ssml)).split()).replace(" .", ".")


# FOLDED Where a conversation stands between two requests, as a device keeps it.

# https://developer.amazon.com/docs/alexa/custom-skills/use-dynamic-entities-for-customized-interactions.html
ENTITIES_LIFETIME = timedelta(minutes=30)

ELICIT_SLOT = "Dialog.ElicitSlot"

DynamicEntities = Mapping[str, tuple[Entity, ...]]


@dataclass(frozen=True, slots=True)
class SessionState:
    """`elicited` are the intent and slot that the skill asked for by directive.

    `reprompted` once the reprompt was heard: the next silence ends the session.
    """

    session: AlexaSession | None = None
    microphone: bool = False
    reprompt: str = ""
    reprompted: bool = False
    elicited_slot: tuple[str, str] | None = None
    dynamic_entities: DynamicEntities = field(default_factory=dict)
    entities_expire_at: datetime | None = None

    def entities(self, now: datetime) -> DynamicEntities:
        """The dynamic entities in force."""
        return (
            self.dynamic_entities
            if self.entities_expire_at and now < self.entities_expire_at
            else {}
        )

    def after(
        self, reply: SkillReply, session: AlexaSession, now: datetime, *, screen: bool
    ) -> "SessionState":
        """Where a reply leaves the conversation; `screen` if the device has one."""
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
        """The session is over; what Alexa knows of the listener's names stays."""
        return SessionState(
            dynamic_entities=self.dynamic_entities,
            entities_expire_at=self.entities_expire_at,
        )


def _stays_open(reply: SkillReply, *, screen: bool) -> bool:
    """Left to the device, a session stays while there is something to see."""
    if reply.status != 200 or reply.ends:
        return False
    return reply.ends is False or (screen and reply.screen is not None)


def _elicited_slot(reply: SkillReply) -> tuple[str, str] | None:
    for directive in reply.directives:
        intent = (directive.get("updatedIntent") or {}).get("name")
        if directive.get("type") == ELICIT_SLOT and intent:
            return str(intent), str(directive.get("slotToElicit"))
    return None
