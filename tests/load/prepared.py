"""Prepared requests: the bytes that go over the wire, signed before the run."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from simulator.alexa.requests import (
    AlexaSession,
    DeviceProfile,
    Json,
    RequestStamp,
    ScreenProfile,
    Signer,
    SlotMatch,
    SlotValue,
    encode,
    intent,
    launch,
)

SKILL_ID = "amzn1.ask.skill.00000000-0000-4000-8000-000000000000"


def on_the_wire(
    body: bytes, headers: Mapping[str, str], host: str = "skill.test"
) -> bytes:
    """A whole HTTP request; the connection stays open after it."""
    lines = ["POST /alexa HTTP/1.1", f"Host: {host}", f"Content-Length: {len(body)}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    return "\r\n".join((*lines, "", "")).encode() + body


def listener(number: int, *, screen: bool = True) -> DeviceProfile:
    """A generated listener of the fake Spotify, at a speaker or a screen."""
    return DeviceProfile(
        skill_id=SKILL_ID,
        user_id=f"amzn1.ask.account.LOAD{number:08d}",
        token=f"load-{number}",
        screen=ScreenProfile() if screen else None,
    )


@dataclass(frozen=True, slots=True)
class Scenario:
    """What every listener asks for: opening the skill, or an intent by name."""

    name: str
    intent: str | None = None
    screen: bool = True
    slots: Mapping[str, SlotValue] | None = None

    def envelope(self, device: DeviceProfile, moment: RequestStamp) -> Json:
        if self.intent is None:
            return launch(device, moment, AlexaSession())
        session = AlexaSession(new=False)
        return intent(device, moment, session, self.intent, self.slots)

    def requests(
        self, signer: Signer, listeners: Iterable[int], at: datetime
    ) -> Iterator[bytes]:
        """One signed request a listener, stamped `at`; each has an id of its own."""
        for number in listeners:
            moment = RequestStamp(f"amzn1.echo-api.request.{self.intent}.{number}", at)
            body = encode(self.envelope(listener(number, screen=self.screen), moment))
            yield on_the_wire(body, signer.headers(body))


LAUNCH = Scenario("launch")
LIST = Scenario("list", "ListPlaylistsIntent")
RECOMMEND = Scenario("recommend", "RecommendIntent")
"""Searches on at Spotify once a listener has heard what is new in the ranking."""
RECOMMEND_KNOWN = Scenario(
    "recommend what I know",
    "RecommendIntent",
    slots={
        "novelty": SlotValue("I know", (SlotMatch("familiar", "familiar"),), "Novelty")
    },
)
"""Answered from the cache, however often: it starts again at the top."""
ON_SPEAKERS = (
    Scenario("launch on a speaker", screen=False),
    Scenario("list on a speaker", "ListPlaylistsIntent", screen=False),
)
