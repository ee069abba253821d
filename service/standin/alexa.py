"""Alexa's side of the line: what it sends, for any listener and device, and signed.

    device = Device(skill_id="amzn1.ask.skill.1", locale="de-DE", token="listener-1")
    moment = Moment("amzn1.echo-api.request.1", datetime(2026, 1, 1, tzinfo=UTC))
    body = encode(intent(device, moment, Session(), "ListPlaylistsIntent"))
    headers = Signer(make_chain(now).key).headers(body)

An envelope is a plain dict that may be bent before it is encoded. Nothing here looks
at a clock or makes up an id: the same arguments give the same bytes.

https://developer.amazon.com/docs/alexa/custom-skills/request-types-reference.html
"""

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from ask_sdk_webservice_support.verifier_constants import (
    SIGNATURE_CERT_CHAIN_URL_HEADER,
    SIGNATURE_HEADER,
)
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.hashes import SHA256

from service.standin.device import Device, Json, Match, Moment, Screen, Session, Slot

__all__ = [
    "CHAIN_URL", "Device", "Json", "Match", "Moment", "Screen", "Session", "Signer",
    "Slot", "account_linked", "encode", "exception_encountered", "intent", "launch",
    "session_ended", "skill_event", "user_event",
]  # fmt: skip

CHAIN_URL = "https://s3.amazonaws.com/echo.api/echo-api-cert-standin.pem"
_PADDING, _HASH = PKCS1v15(), SHA256()


@dataclass(frozen=True, slots=True)
class Signer:
    """Signs requests with a chain's key; `url` is where the chain is said to lie."""

    key: RSAPrivateKey
    url: str = CHAIN_URL

    def headers(self, body: bytes) -> dict[str, str]:
        """The headers of a signed request over exactly these bytes; about 0.2 ms."""
        return {
            "Content-Type": "application/json; charset=utf-8",
            "Accept": "application/json",
            SIGNATURE_CERT_CHAIN_URL_HEADER: self.url,
            SIGNATURE_HEADER: self.sign(body),
        }

    def sign(self, body: bytes) -> str:
        """The signature in base64."""
        return base64.b64encode(self.key.sign(body, _PADDING, _HASH)).decode()


def encode(envelope: Json) -> bytes:
    """The envelope as it travels: JSON in UTF-8, nothing escaped that need not be."""
    return msgspec.json.encode(envelope)


def launch(device: Device, moment: Moment, session: Session) -> Json:
    """The skill is opened without a further word: a LaunchRequest."""
    return _spoken(device, moment, session, {"type": "LaunchRequest"})


def intent(
    device: Device,
    moment: Moment,
    session: Session,
    name: str,
    slots: Mapping[str, Slot | str | None] | None = None,
) -> Json:
    """An IntentRequest; a slot given as text was heard and has no resolutions."""
    understood: Json = {"name": name, "confirmationStatus": "NONE"}
    if slots:
        understood["slots"] = {
            key: _slot(slot).json(key, device.skill_id) for key, slot in slots.items()
        }
    request = {"type": "IntentRequest", "intent": understood}
    return _spoken(device, moment, session, request)


def session_ended(
    device: Device,
    moment: Moment,
    session: Session,
    reason: str = "USER_INITIATED",
    error: tuple[str, str] | None = None,
) -> Json:
    """A SessionEndedRequest; `error` is a type (INVALID_RESPONSE …) and a message."""
    request: Json = {"type": "SessionEndedRequest", "reason": reason}
    if error:
        request["error"] = dict(zip(("type", "message"), error, strict=True))
    return _spoken(device, moment, session, request)


def exception_encountered(
    device: Device, moment: Moment, session: Session, error: str, cause: str
) -> Json:
    """System.ExceptionEncountered: our answer to the request id `cause` was refused."""
    request = {
        "type": "System.ExceptionEncountered",
        "error": {"type": error, "message": "The response was not accepted."},
        "cause": {"requestId": cause},
    }
    return _spoken(device, moment, session, request)


def user_event(
    device: Device,
    moment: Moment,
    session: Session,
    arguments: Sequence[Any],
    token: str = "",
) -> Json:
    """An APL UserEvent: something on the document `token` was touched.

    https://developer.amazon.com/docs/alexa/alexa-presentation-language/apl-interface.html#userevent-request
    """
    request = {
        "type": "Alexa.Presentation.APL.UserEvent",
        "token": token,
        "arguments": list(arguments),
        "source": {"type": "TouchWrapper", "handler": "Press", "id": ""},
        "components": {},
    }
    return _spoken(device, moment, session, request)


def skill_event(
    device: Device, moment: Moment, kind: str, body: Json | None = None
) -> Json:
    """A skill event such as `SkillDisabled`: no session, no locale, no device.

    https://developer.amazon.com/docs/alexa/smapi/skill-events-in-alexa-skills.html
    """
    request: Json = {
        "type": f"AlexaSkillEvent.{kind}",
        "requestId": moment.request_id,
        "timestamp": moment.stamp,
        "eventCreationTime": moment.stamp,
        "eventPublishingTime": moment.stamp,
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


def account_linked(device: Device, moment: Moment, token: str) -> Json:
    """The skill event of a finished account linking, with the new access token."""
    return skill_event(device, moment, "SkillAccountLinked", {"accessToken": token})


def _slot(slot: Slot | str | None) -> Slot:
    return slot if isinstance(slot, Slot) else Slot(slot)


def _spoken(device: Device, moment: Moment, session: Session, request: Json) -> Json:
    """Everything that happens within a session."""
    when = {
        "requestId": moment.request_id,
        "timestamp": moment.stamp,
        "locale": device.locale,
    }
    return {
        "version": "1.0",
        "session": session.json(device),
        "context": device.context(),
        "request": {"type": request["type"], **when, **request},
    }
