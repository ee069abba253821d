"""A conversation with the skill about recommendations, as its listener sees it."""

import asyncio
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec

from handlers.session import LastPicks
from providers.deadline import REQUEST_SECONDS, Deadline
from providers.listener import Listener
from providers.recommender.ranking.domain_types import Pick
from providers.secret import Secret
from providers.turn_telemetry import Turn
from service.serialization import request
from simulator.alexa import requests
from simulator.alexa.requests import AlexaSession, DeviceProfile, Json, RequestStamp
from tests.evaluation.environment import Environment


class NotAnswered(Exception):
    """The skill apologised or failed; the text is the reason."""


@dataclass(frozen=True)
class Spoken:
    """One turn of the skill.

    speech: the SSML.
    picks: the songs of the answer: the spoken one first, then those on the screen.
    fresh: the songs came with this turn; else an earlier turn has shown them.
    turn: what the service recorded of it.
    """

    speech: str
    picks: tuple[Pick, ...]
    fresh: bool
    turn: Turn

    @property
    def calls(self) -> int:
        """Calls to Spotify, retries included."""
        return len(self.turn.calls)

    @property
    def pick(self) -> Pick | None:
        """The song that was spoken; None where the answer names none."""
        return self.picks[0] if self.picks else None


@dataclass
class Conversation:
    """A session of one listener.

    token: the account's name.
    user_id: the listener as Alexa names them; days and chance follow from it.
    """

    environment: Environment
    token: str
    user_id: str = ""
    locale: str = "en-US"
    attributes: Any = field(default_factory=dict)
    turns: int = 0

    async def recommend(self, **slots: str) -> Spoken:
        """ "What should I listen to?", perhaps with a mood or a genre."""
        return await self.says("RecommendIntent", **slots)

    async def another(self) -> Spoken:
        """ "Another one." """
        return await self.says("AnotherIntent")

    async def says(self, intent: str, **slots: str) -> Spoken:
        """Say an intent. Raise `NotAnswered` where the skill apologises."""
        before = self._last_picks()
        stamp = RequestStamp(f"request-{self.turns}", self.environment.clock())
        session = AlexaSession(new=not self.turns, attributes=self.attributes)
        envelope = requests.intent(self._device(), stamp, session, intent, slots)
        turn, response = await self._send(envelope)
        if turn.outcome != "answered":
            raise NotAnswered(f"{intent}: {turn.outcome} ({turn.reason})")
        last = self._last_picks()
        picks: Sequence[Pick] = ()
        if last is not None and last != before:
            picks = (await self._recalled(last))[last.place :]
        return Spoken(
            speech=str(response.get("outputSpeech", {}).get("ssml", "")),
            picks=tuple(picks),
            fresh=_songs(last) != _songs(before),
            turn=turn,
        )

    async def _send(self, envelope: Json) -> tuple[Turn, Json]:
        self.turns += 1
        clock = asyncio.get_running_loop().time
        turn = Turn(clock)
        received = request.decode(requests.encode(envelope))
        deadline = Deadline.after(REQUEST_SECONDS, clock)
        answer = await self.environment.skill.invoke(received, deadline, turn)
        body: Json = json.loads(answer)
        self.attributes = body.get("sessionAttributes", {})
        return turn, body.get("response", {})

    def _device(self) -> DeviceProfile:
        return DeviceProfile(
            skill_id="evaluation",
            token=self.token,
            user_id=self.user_id or self.token,
            locale=self.locale,
            api_token="",  # nobody is told to wait: that would be a call to Alexa
        )

    def _last_picks(self) -> LastPicks | None:
        stored = self.attributes.get(LastPicks.key)
        return None if stored is None else msgspec.convert(stored, LastPicks)

    async def _recalled(self, last: LastPicks) -> Sequence[Pick]:
        key = Secret(self.user_id or self.token)
        clock = asyncio.get_running_loop().time
        deadline = Deadline.after(REQUEST_SECONDS, clock)
        listener = Listener(key, Secret(self.token), deadline, Turn(clock))
        stored = await self.environment.store.ranking(listener, last.record)
        picks = stored.ranking.picks if stored else ()
        by_key = {pick.key: pick for pick in picks}
        return [by_key[song] for song in last.songs if song in by_key]


def _songs(last: LastPicks | None) -> Sequence[str]:
    return last.songs if last else ()
