"""Alexa's JSON in and out: `decode` a request's bytes, `encode` a response."""

from service.serialization.request import MalformedEnvelope, decode
from service.serialization.response import OversizedResponse, encode, plain_speech

__all__ = [
    "MalformedEnvelope",
    "OversizedResponse",
    "decode",
    "encode",
    "plain_speech",
]
