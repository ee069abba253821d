"""After `warm_up`, an ordinary request of any kind imports nothing more."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec

PROBE = """
import sys

import service.app  # as the server does
from service import serialization
from service.serialization.warm_up import warm_up

warm_up()
before = set(sys.modules)
for body in sys.stdin.buffer.read().splitlines():
    envelope = serialization.decode(body)
    assert envelope.request.object_type
print(*sorted(set(sys.modules) - before))
"""

RECORDED = Path("tests/service/data/intent_request.json")

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


def bodies() -> list[bytes]:
    """Return one request of each kind, and one as a device sent it."""
    session = {"application": _APPLICATION, "user": _USER, "attributes": {}}
    frame = {"version": "1.0", "session": session, "context": CONTEXT}
    usual = {"requestId": "r", "timestamp": _STAMP, "locale": "en-US"}
    made = [{**frame, "request": {**usual, **request}} for request in REQUESTS]
    recorded = msgspec.json.format(RECORDED.read_bytes(), indent=-1)
    return [*map(msgspec.json.encode, made), recorded]


def test_an_ordinary_request_imports_nothing_more() -> None:
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-W", "error", "-c", PROBE],
        input=b"\n".join(bodies()),
        capture_output=True,
        check=True,
        cwd=Path(__file__).parents[3],
    )
    assert done.stdout.split() == []
    assert done.stderr == b""
