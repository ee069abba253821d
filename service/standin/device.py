"""Who speaks to Alexa, through what and in which conversation, as Amazon writes it.

https://developer.amazon.com/docs/alexa/custom-skills/request-and-response-json-reference.html
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """A display and the newest version of the visual language that it renders."""

    apl: str = "2024.3"
    mode: str = "HUB"
    shape: str = "RECTANGLE"
    width: int = 1280
    height: int = 800
    dpi: int = 160

    def viewport(self) -> Json:
        experience = {"canRotate": False, "canResize": False}
        return {
            "experiences": [experience],
            "mode": self.mode,
            "shape": self.shape,
            "pixelWidth": self.width,
            "pixelHeight": self.height,
            "currentPixelWidth": self.width,
            "currentPixelHeight": self.height,
            "dpi": self.dpi,
            "touch": ["SINGLE"],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Device:
    """Who speaks, and what they speak to: all that stays the same between requests.

    `token` is the linked account's access token, None while nothing is linked.
    `person_id` is a recognised speaker, `person_token` their own link if they have one.
    """

    skill_id: str
    locale: str = "en-US"
    token: str | None = None
    user_id: str = "amzn1.ask.account.STANDIN"
    person_id: str | None = None
    person_token: str | None = None
    device_id: str = "amzn1.ask.device.STANDIN"
    screen: Screen | None = None
    api_endpoint: str = "https://api.amazonalexa.com"
    api_token: str = "standin-api-access-token"  # noqa: S105 - opens nothing

    @property
    def application(self) -> Json:
        return {"applicationId": self.skill_id}

    @property
    def user(self) -> Json:
        user = {"userId": self.user_id}
        return user | {"accessToken": self.token} if self.token else user

    @property
    def person(self) -> Json:
        person = {"personId": self.person_id}
        own = self.person_token
        return person | {"accessToken": own} if own else person

    def context(self) -> Json:
        """What is true at the moment of a request, whatever it is about."""
        interfaces: Json = {}
        system = {
            "application": self.application,
            "user": self.user,
            "device": {
                "deviceId": self.device_id,
                "supportedInterfaces": interfaces,
            },
            "apiEndpoint": self.api_endpoint,
            "apiAccessToken": self.api_token,
        }
        context: Json = {"System": system}
        if self.person_id:
            system["person"] = self.person
        if self.screen:
            runtime = {"runtime": {"maxVersion": self.screen.apl}}
            interfaces["Alexa.Presentation.APL"] = runtime
            context["Viewport"] = self.screen.viewport()
        return context


@dataclass(frozen=True, slots=True)
class Moment:
    """What is new with every request: its id, and when it was made (aware)."""

    request_id: str
    timestamp: datetime

    @property
    def stamp(self) -> str:
        """The time as Amazon writes it: UTC, whole seconds."""
        return self.timestamp.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass(frozen=True, slots=True)
class Session:
    """A conversation as Amazon keeps it; `attributes` are what the skill last sent."""

    id: str = "amzn1.echo-api.session.STANDIN"
    new: bool = True
    attributes: Mapping[str, Any] = field(default_factory=dict)

    def json(self, device: Device) -> Json:
        return {
            "new": self.new,
            "sessionId": self.id,
            "application": device.application,
            "attributes": self.attributes,
            "user": device.user,
        }


@dataclass(frozen=True, slots=True)
class Match:
    """What a slot's words were resolved to; `dynamic` by entities the skill sent."""

    name: str
    id: str
    dynamic: bool = False


@dataclass(frozen=True, slots=True)
class Slot:
    """What was heard for a slot; None where nothing was.

    `matches` are the resolutions; None where the slot's type resolves nothing, an
    empty tuple where no value matched. `type` is the slot type of the model.
    """

    value: str | None = None
    matches: tuple[Match, ...] | None = None
    type: str = "AMAZON.SearchQuery"

    def json(self, name: str, skill_id: str) -> Json:
        slot: Json = {"name": name, "confirmationStatus": "NONE"}
        if self.value is None:
            return slot
        simple: Json = {"type": "Simple", "value": self.value}
        slot |= {"value": self.value, "source": "USER", "slotValue": simple}
        if self.matches is not None:
            resolutions = {"resolutionsPerAuthority": self._authorities(skill_id)}
            slot["resolutions"] = simple["resolutions"] = resolutions
        return slot

    def _authorities(self, skill_id: str) -> list[Json]:
        """The interaction model's answer, and that of dynamic entities if they hit."""
        matches = self.matches or ()
        own = f"amzn1.er-authority.echo-sdk.{skill_id}.{self.type}"
        sent = f"amzn1.er-authority.echo-sdk.dynamic.{skill_id}.{self.type}"
        static = [match for match in matches if not match.dynamic]
        dynamic = [match for match in matches if match.dynamic]
        answers = [_authority(own, static)]
        return [*answers, _authority(sent, dynamic)] if dynamic else answers


def _authority(name: str, matches: list[Match]) -> Json:
    if not matches:
        return {"authority": name, "status": {"code": "ER_SUCCESS_NO_MATCH"}}
    return {
        "authority": name,
        "status": {"code": "ER_SUCCESS_MATCH"},
        "values": [{"value": {"name": one.name, "id": one.id}} for one in matches],
    }
