"""Alexa request envelopes: built for any listener and device, and signed.

    device = DeviceProfile(skill_id="amzn1.ask.skill.1", token="listener-1")
    stamp = RequestStamp("amzn1.echo-api.request.1", datetime(2026, 1, 1, tzinfo=UTC))
    body = encode(intent(device, stamp, AlexaSession(), "ListPlaylistsIntent"))
    headers = Signer(make_chain(now).key).headers(body)

An envelope is a plain dict that a test may change before it is encoded. No function
here reads a clock or makes an id: the same arguments give the same bytes. (The module
has more than 400 lines because all request types share one vocabulary.)

https://developer.amazon.com/docs/alexa/custom-skills/request-types-reference.html
"""

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Literal

import msgspec
from ask_sdk_webservice_support.verifier_constants import (
    SIGNATURE_CERT_CHAIN_URL_HEADER,
    SIGNATURE_HEADER,
)
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.hashes import SHA256

# https://developer.amazon.com/docs/alexa/custom-skills/request-and-response-json-reference.html
Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenProfile:
    """A device's display.

    apl: the newest version of Alexa Presentation Language that the device renders.
    mode: HUB, TV and the like.
    shape: RECTANGLE or ROUND.
    width, height: pixels.
    dpi: dots per inch.
    """

    apl: str = "2024.3"
    mode: str = "HUB"
    shape: str = "RECTANGLE"
    width: int = 1280
    height: int = 800
    dpi: int = 160

    def viewport(self) -> Json:
        """Return the `Viewport` object of a request's context."""
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
class DeviceProfile:
    """The listener and the device: everything that stays the same between requests.

    skill_id: the application id.
    locale: the device's language and country.
    token: the linked account's access token; None while nothing is linked.
    user_id: the listener, as Alexa names them to this skill.
    person_id: the recognised speaker; None while no voice is recognised.
    person_token: the access token that the speaker linked; None without one.
    device_id: the device.
    screen: the display; None for a device without one.
    api_endpoint: the base address of Alexa's API for this request.
    api_token: the token for Alexa's API.
    """

    skill_id: str
    locale: str = "en-US"
    token: str | None = None
    user_id: str = "amzn1.ask.account.STANDIN"
    person_id: str | None = None
    person_token: str | None = None
    device_id: str = "amzn1.ask.device.STANDIN"
    screen: ScreenProfile | None = None
    api_endpoint: str = "https://api.amazonalexa.com"
    api_token: str = "standin-api-access-token"  # noqa: S105 - opens nothing

    @property
    def application(self) -> Json:
        """The `application` object."""
        return {"applicationId": self.skill_id}

    @property
    def user(self) -> Json:
        """The `user` object, with the access token where an account is linked."""
        user = {"userId": self.user_id}
        return user | {"accessToken": self.token} if self.token else user

    @property
    def person(self) -> Json:
        """The `person` object, with the access token where the person linked one."""
        person = {"personId": self.person_id}
        token = self.person_token
        return person | {"accessToken": token} if token else person

    def context(self) -> Json:
        """Return the `context` object, which is the same for every request type."""
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
class RequestStamp:
    """The id of a request, and when it was made (aware)."""

    request_id: str
    timestamp: datetime

    @property
    def iso_timestamp(self) -> str:
        """The time as Amazon writes it: ISO 8601 in UTC, whole seconds."""
        return self.timestamp.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass(frozen=True, slots=True)
class AlexaSession:
    """A session as Alexa keeps it.

    id: the session id.
    new: whether the next request is the session's first.
    attributes: the session attributes that the skill last sent.
    """

    id: str = "amzn1.echo-api.session.STANDIN"
    new: bool = True
    attributes: Mapping[str, Any] = field(default_factory=dict)

    def json(self, device: DeviceProfile) -> Json:
        """Return the `session` object for requests of this device."""
        return {
            "new": self.new,
            "sessionId": self.id,
            "application": device.application,
            "attributes": self.attributes,
            "user": device.user,
        }


@dataclass(frozen=True, slots=True)
class SlotMatch:
    """A value that a slot's words resolved to.

    name, id: of the value.
    dynamic: whether the value is a dynamic entity, i.e. the skill sent it.
    """

    name: str
    id: str
    dynamic: bool = False


@dataclass(frozen=True, slots=True)
class SlotValue:
    """A slot of an intent request.

    value: the words that were heard; None where nothing was heard.
    matches: the resolutions; None where the slot type has no values, an empty tuple
        where no value matched.
    type: the slot type in the interaction model.
    """

    value: str | None = None
    matches: tuple[SlotMatch, ...] | None = None
    type: str = "AMAZON.SearchQuery"

    def json(self, name: str, skill_id: str) -> Json:
        """Return the slot as an intent request carries it."""
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
        """Return the model's resolutions, and the dynamic ones where any matched."""
        matches = self.matches or ()
        own_authority = f"amzn1.er-authority.echo-sdk.{skill_id}.{self.type}"
        dynamic_authority = (
            f"amzn1.er-authority.echo-sdk.dynamic.{skill_id}.{self.type}"
        )
        static = [match for match in matches if not match.dynamic]
        dynamic = [match for match in matches if match.dynamic]
        answers = [_authority(own_authority, static)]
        return (
            [*answers, _authority(dynamic_authority, dynamic)] if dynamic else answers
        )


Kind = Literal["launch", "intent", "exit"]


@dataclass(frozen=True, slots=True)
class Interpretation:
    """The meaning of one sentence.

    kind: "launch", "intent" or "exit".
    intent: the intent's name; None for a launch or an exit.
    slots: every slot of the intent by name.
    invoked: whether the sentence called the skill by its name.
    sample: the sample utterance that fitted; None where none did.
    """

    kind: Kind
    intent: str | None = None
    slots: Mapping[str, SlotValue] = field(default_factory=dict)
    invoked: bool = False
    sample: str | None = None


def _authority(name: str, matches: list[SlotMatch]) -> Json:
    if not matches:
        return {"authority": name, "status": {"code": "ER_SUCCESS_NO_MATCH"}}
    return {
        "authority": name,
        "status": {"code": "ER_SUCCESS_MATCH"},
        "values": [
            {"value": {"name": match.name, "id": match.id}} for match in matches
        ],
    }


__all__ = [
    "CHAIN_URL",
    "AlexaSession",
    "DeviceProfile",
    "Json",
    "RequestStamp",
    "ScreenProfile",
    "Signer",
    "SlotMatch",
    "SlotValue",
    "account_linked",
    "encode",
    "exception_encountered",
    "intent",
    "launch",
    "session_ended",
    "skill_event",
    "user_event",
]  # fmt: skip

CHAIN_URL = "https://s3.amazonaws.com/echo.api/echo-api-cert-standin.pem"

_PADDING, _HASH = PKCS1v15(), SHA256()


@dataclass(frozen=True, slots=True)
class Signer:
    """Sign requests with a certificate chain's key.

    key: the private key.
    url: the address of the chain that the headers name.
    """

    key: RSAPrivateKey
    url: str = CHAIN_URL

    def headers(self, body: bytes) -> dict[str, str]:
        """Return the headers of a signed request with this body; takes about 0.2 ms."""
        return {
            "Content-Type": "application/json; charset=utf-8",
            "Accept": "application/json",
            SIGNATURE_CERT_CHAIN_URL_HEADER: self.url,
            SIGNATURE_HEADER: self.sign(body),
        }

    def sign(self, body: bytes) -> str:
        """Return the signature of `body` in base64."""
        return base64.b64encode(self.key.sign(body, _PADDING, _HASH)).decode()


def encode(envelope: Json) -> bytes:
    """Return the envelope as JSON in UTF-8, with no unneeded escapes."""
    return msgspec.json.encode(envelope)


def launch(device: DeviceProfile, stamp: RequestStamp, session: AlexaSession) -> Json:
    """Return a LaunchRequest: the skill is opened by its name alone."""
    return _session_request(device, stamp, session, {"type": "LaunchRequest"})


def intent(
    device: DeviceProfile,
    stamp: RequestStamp,
    session: AlexaSession,
    name: str,
    slots: Mapping[str, SlotValue | str | None] | None = None,
) -> Json:
    """Return an IntentRequest.

    slots: by name; a slot given as text has these words and no resolutions.
    """
    intent_json: Json = {"name": name, "confirmationStatus": "NONE"}
    if slots:
        intent_json["slots"] = {
            key: _slot(slot).json(key, device.skill_id) for key, slot in slots.items()
        }
    request = {"type": "IntentRequest", "intent": intent_json}
    return _session_request(device, stamp, session, request)


def session_ended(
    device: DeviceProfile,
    stamp: RequestStamp,
    session: AlexaSession,
    reason: str = "USER_INITIATED",
    error: tuple[str, str] | None = None,
) -> Json:
    """Return a SessionEndedRequest.

    error: its type (INVALID_RESPONSE and the like) and its message.
    """
    request: Json = {"type": "SessionEndedRequest", "reason": reason}
    if error:
        request["error"] = dict(zip(("type", "message"), error, strict=True))
    return _session_request(device, stamp, session, request)


def exception_encountered(
    device: DeviceProfile,
    stamp: RequestStamp,
    session: AlexaSession,
    error: str,
    cause: str,
) -> Json:
    """Return System.ExceptionEncountered: Alexa refused the response to `cause`.

    cause: the id of the request whose response was refused.
    """
    request = {
        "type": "System.ExceptionEncountered",
        "error": {"type": error, "message": "The response was not accepted."},
        "cause": {"requestId": cause},
    }
    return _session_request(device, stamp, session, request)


def user_event(
    device: DeviceProfile,
    stamp: RequestStamp,
    session: AlexaSession,
    arguments: Sequence[Any],
    token: str = "",
) -> Json:
    """Return an APL UserEvent: a touch on the document `token`.

    https://developer.amazon.com/docs/alexa/alexa-presentation-language/apl-interface.html#userevent-request
    """
    request = {
        "type": "Alexa.Presentation.APL.UserEvent",
        "token": token,
        "arguments": list(arguments),
        "source": {"type": "TouchWrapper", "handler": "Press", "id": ""},
        "components": {},
    }
    return _session_request(device, stamp, session, request)


def skill_event(
    device: DeviceProfile, stamp: RequestStamp, kind: str, body: Json | None = None
) -> Json:
    """Return a skill event such as `SkillDisabled`: no session, locale or device.

    https://developer.amazon.com/docs/alexa/smapi/skill-events-in-alexa-skills.html
    """
    request: Json = {
        "type": f"AlexaSkillEvent.{kind}",
        "requestId": stamp.request_id,
        "timestamp": stamp.iso_timestamp,
        "eventCreationTime": stamp.iso_timestamp,
        "eventPublishingTime": stamp.iso_timestamp,
    }
    if body is not None:
        request["body"] = body
    system = {
        "application": device.application,
        "user": {"userId": device.user_id},
        "apiEndpoint": device.api_endpoint,
        "apiAccessToken": device.api_token,
    }
    return {"version": "1.0", "context": {"System": system}, "request": request}


def account_linked(device: DeviceProfile, stamp: RequestStamp, token: str) -> Json:
    """Return the skill event of a finished account linking, with the access token."""
    return skill_event(device, stamp, "SkillAccountLinked", {"accessToken": token})


def _slot(slot: SlotValue | str | None) -> SlotValue:
    return slot if isinstance(slot, SlotValue) else SlotValue(slot)


def _session_request(
    device: DeviceProfile, stamp: RequestStamp, session: AlexaSession, request: Json
) -> Json:
    """Return the envelope of a request within a session."""
    common_fields = {
        "requestId": stamp.request_id,
        "timestamp": stamp.iso_timestamp,
        "locale": device.locale,
    }
    return {
        "version": "1.0",
        "session": session.json(device),
        "context": device.context(),
        "request": {"type": request["type"], **common_fields, **request},
    }
