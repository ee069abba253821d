"""Somebody to talk to: says an intent, keeps the session, hears the answer."""

import asyncio
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cached_property
from typing import Any

from ask_sdk_runtime.skill import RuntimeConfiguration

from handlers.responses.apl import LARGEST_RESPONSE
from providers.deadline import Deadline
from providers.turn_telemetry import Turn
from service.admission import Admission
from service.dispatcher import Dispatcher
from service.serialization import request
from service.skill_invoker import SkillInvoker
from simulator.alexa import requests as standin
from simulator.alexa.requests import (
    AlexaSession,
    DeviceProfile,
    Json,
    RequestStamp,
    SlotMatch,
    SlotValue,
)
from simulator.alexa.response_validation import broken_rules

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def said(words: str | None, *ids: str, dynamic: bool = False) -> SlotValue:
    """A slot: the words, and the ids that they were resolved to."""
    return SlotValue(
        words, tuple(SlotMatch(one, one, dynamic) for one in ids), "Custom"
    )


@dataclass(frozen=True)
class Reply:
    """An answer as a listener takes it in."""

    response: Json
    turn: Turn

    @property
    def ssml(self) -> str:
        return str(self.response.get("outputSpeech", {}).get("ssml", ""))

    @property
    def speech(self) -> str:
        """What is heard: the SSML parsed, its tags gone."""
        return text_of(self.ssml)

    @property
    def reprompt(self) -> str:
        again = self.response.get("reprompt", {}).get("outputSpeech", {})
        return text_of(str(again.get("ssml", "")))

    @property
    def open(self) -> bool:
        return self.response.get("shouldEndSession") is False

    @property
    def closed(self) -> bool:
        return self.response.get("shouldEndSession") is True

    @property
    def silent(self) -> bool:
        """Nothing said, shown or asked."""
        return not self.response

    @property
    def card(self) -> str:
        card = self.response.get("card", {})
        text = card.get("content", card.get("text", ""))
        return f"{card.get('title', '')}\n{text}".strip()

    @property
    def links(self) -> bool:
        """Whether the card is the one that links an account."""
        return bool(self.response.get("card", {}).get("type") == "LinkAccount")

    @property
    def directives(self) -> list[Json]:
        return list(self.response.get("directives", []))


def text_of(ssml: str) -> str:
    if not ssml:
        return ""
    spoken = "".join(ET.fromstring(ssml).itertext())  # noqa: S314 - our own output
    return re.sub(r"\s+", " ", spoken).strip()


@dataclass
class Alexa:
    """A device: `says` an intent and keeps what the session remembers.

    `largest`: bytes that it takes as an answer.
    """

    skill: RuntimeConfiguration
    device: DeviceProfile = field(
        default_factory=lambda: DeviceProfile(skill_id="s", token="ada")
    )
    attributes: Any = field(default_factory=dict)
    turns: int = 0
    admission: Admission = field(default_factory=Admission)
    largest: int = LARGEST_RESPONSE

    @cached_property
    def _dispatcher(self) -> Dispatcher:
        return Dispatcher(self.skill)

    def unlinks(self) -> None:
        self.device = replace(self.device, token=None)

    def speaks(self, locale: str) -> None:
        self.device = replace(self.device, locale=locale)

    async def opens(self) -> Reply:
        """ "Alexa, open record shelf": a new session."""
        self.attributes = {}
        return await self.sends(standin.launch(*self._here()))

    async def says(self, intent: str, **slots: SlotValue | str | None) -> Reply:
        return await self.sends(standin.intent(*self._here(), intent, slots))

    async def touches(self, *arguments: object) -> Reply:
        return await self.sends(standin.user_event(*self._here(), arguments))

    async def hangs_up(self) -> Reply:
        return await self.sends(standin.session_ended(*self._here()))

    async def refuses(self) -> Reply:
        """Amazon could not use the answer before."""
        here = self._here()
        return await self.sends(
            standin.exception_encountered(*here, "INVALID_RESPONSE", "request-0")
        )

    async def announces(self, kind: str, body: Json | None = None) -> Reply:
        """A skill event, outside any session."""
        return await self.sends(
            standin.skill_event(self.device, self._moment(), kind, body)
        )

    async def sends(self, wire: Json) -> Reply:
        self.turns += 1
        clock = asyncio.get_running_loop().time
        turn = Turn(clock)
        asked = request.decode(standin.encode(wire))
        conversation = SkillInvoker(
            self._dispatcher, self.admission, largest=self.largest
        )
        answer = await conversation.invoke(asked, Deadline.after(6.5, clock), turn)
        body: Mapping[str, Any] = json.loads(answer) if answer else {}
        if "session" in wire:
            self.attributes = body.get("sessionAttributes", {})
        response = body.get("response", {})
        screen = self.device.screen is not None
        assert list(broken_rules(response, apl=screen)) == []
        return Reply(response, turn)

    def _here(self) -> tuple[DeviceProfile, RequestStamp, AlexaSession]:
        session = AlexaSession(new=not self.turns, attributes=self.attributes)
        return self.device, self._moment(), session

    def _moment(self) -> RequestStamp:
        return RequestStamp(f"request-{self.turns}", NOON)
