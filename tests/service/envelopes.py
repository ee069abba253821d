"""Request envelopes to change, and their decoding."""

import json
from pathlib import Path
from typing import Any

from ask_sdk_model import RequestEnvelope

from service.serialization import request

Json = dict[str, Any]

RECORDED = (Path(__file__).parent / "data" / "intent_request.json").read_bytes()


def asked(**changes: Any) -> Json:
    """A LaunchRequest's envelope; a change to None removes, `a__b` goes inside."""
    data: Json = {
        "version": "1.0",
        "session": {"sessionId": "s", "user": {"userId": "u"}},
        "context": {"System": {"user": {"userId": "u"}}},
        "request": {
            "type": "LaunchRequest",
            "requestId": "r",
            "timestamp": "2026-01-01T00:00:00Z",
        },
    }
    for path, value in changes.items():
        *folders, name = path.split("__")
        place = data
        for folder in folders:
            place = place[folder]
        place[name] = value
    return data


def decode(data: Any) -> RequestEnvelope:
    return request.decode(json.dumps(data).encode())


def request_of(data: Json) -> Any:
    return decode(data).request


def intent(**slots: Any) -> Json:
    named = {"name": "I", "slots": slots}
    return asked(request__type="IntentRequest", request__intent=named)
