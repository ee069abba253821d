"""Pays the price of a first request before one arrives.

The SDK's models are imported when they are first read, 14 to 25 ms in all; a process
that says it is ready has read and written one envelope of every common kind.
"""

from typing import Any

import msgspec
from ask_sdk_model import Response
from ask_sdk_model.dialog import DynamicEntitiesDirective
from ask_sdk_model.er.dynamic import (
    Entity,
    EntityListItem,
    EntityValueAndSynonyms,
    UpdateBehavior,
)
from ask_sdk_model.interfaces.alexa.presentation.apl import RenderDocumentDirective
from ask_sdk_model.ui import (
    Image,
    LinkAccountCard,
    Reprompt,
    SimpleCard,
    SsmlOutputSpeech,
    StandardCard,
)

from service.serialization.request import decode
from service.serialization.response import encode

_GRANTS = {"consentToken": "c", "scopes": {"s": {"status": "GRANTED"}}}
_USER = {"userId": "u", "accessToken": "t", "permissions": _GRANTS}
_APPLICATION = {"applicationId": "a"}
_STAMP = "2026-01-01T00:00:00Z"

CONTEXT: dict[str, Any] = {
    "System": {
        "application": _APPLICATION,
        "user": _USER,
        "person": {"personId": "p", "accessToken": "t"},
        "device": {
            "deviceId": "d",
            "supportedInterfaces": {
                "AudioPlayer": {},
                "Alexa.Presentation.APL": {"runtime": {"maxVersion": "1.9"}},
                "Alexa.Presentation.HTML": {"runtime": {"maxVersion": "1.1"}},
                "Display": {"templateVersion": "1.0"},
                "VideoApp": {},
            },
        },
        "unit": {"unitId": "u"},
        "apiEndpoint": "https://api.amazonalexa.com",
        "apiAccessToken": "t",
    },
    "Viewport": {
        "experiences": [{"canRotate": False}],
        "shape": "RECTANGLE",
        "touch": ["SINGLE"],
        "video": {"codecs": ["H_264_41"]},
    },
    "Viewports": [
        {
            "type": "APL",
            "shape": "RECTANGLE",
            "presentationType": "STANDARD",
            "configuration": {
                "current": {
                    "mode": "HUB",
                    "size": {"type": "DISCRETE"},
                    "video": {"codecs": ["H_264_41"]},
                },
            },
        }
    ],
    "AudioPlayer": {"playerActivity": "IDLE"},
    "Alexa.Presentation.APL": {
        "componentsVisibleOnScreen": [{"tags": {"viewport": {}}, "children": [{}]}]
    },
    "Extensions": {"available": {"aplext:backstack:10": {}}},
}

_MATCH = {
    "resolutionsPerAuthority": [
        {
            "status": {"code": "ER_SUCCESS_MATCH"},
            "values": [{"value": {"name": "n", "id": "i"}}],
        }
    ]
}
_SLOT = {"name": "s", "value": "v", "confirmationStatus": "NONE", "resolutions": _MATCH}
_SLOT_VALUE = {"type": "Simple", "value": "v", "resolutions": _MATCH}

REQUESTS: tuple[dict[str, Any], ...] = (
    {"type": "LaunchRequest"},
    {
        "type": "IntentRequest",
        "dialogState": "COMPLETED",
        "intent": {
            "name": "i",
            "confirmationStatus": "NONE",
            "slots": {"s": {**_SLOT, "slotValue": _SLOT_VALUE}},
        },
    },
    {"type": "SessionEndedRequest", "reason": "ERROR", "error": {"type": "UNKNOWN"}},
    {"type": "System.ExceptionEncountered", "error": {}, "cause": {"requestId": "r"}},
    {"type": "Alexa.Presentation.APL.UserEvent", "arguments": ["a"], "source": {}},
    {"type": "AlexaSkillEvent.SkillEnabled", "eventCreationTime": _STAMP},
    {"type": "AlexaSkillEvent.SkillDisabled", "eventCreationTime": _STAMP},
    {"type": "AlexaSkillEvent.SkillAccountLinked", "body": {"accessToken": "t"}},
    {"type": "AlexaSkillEvent.SkillPermissionAccepted", "body": {}},
    {"type": "AlexaSkillEvent.SkillPermissionChanged", "body": {}},
)


def warm_up() -> None:
    """Decodes and encodes once what is common; silent, and without a lasting effect."""
    session = {"application": _APPLICATION, "user": _USER, "attributes": {}}
    frame = {"version": "1.0", "session": session, "context": CONTEXT}
    usual = {"requestId": "r", "timestamp": _STAMP, "locale": "en-US"}
    for request in REQUESTS:
        asked = {**frame, "request": {**usual, **request}}
        # To make a dict of it is to read every part of the context, too.
        decode(msgspec.json.encode(asked)).to_dict()
    for response in _responses():
        encode(response, {"s": 1})


def _responses() -> tuple[Response, ...]:
    speech = SsmlOutputSpeech(ssml="<speak>s</speak>")
    value = EntityValueAndSynonyms(value="v", synonyms=["w"])
    entities = EntityListItem(name="T", values=[Entity(id="i", name=value)])
    return (
        Response(speech, LinkAccountCard(), should_end_session=True),
        Response(speech, SimpleCard("t", "c"), Reprompt(speech)),
        Response(
            speech,
            StandardCard("t", "c", Image("https://a", "https://b")),
            directives=[
                RenderDocumentDirective("t", {"type": "APL"}, {}),
                DynamicEntitiesDirective(UpdateBehavior.REPLACE, [entities]),
            ],
        ),
    )
