"""JSON of Alexa's requests and responses: `decode` a request, `encode` a response."""

from service.serialization.request import MalformedEnvelope, decode
from service.serialization.response import OversizedResponse, encode, plain_speech

__all__ = [
    "MalformedEnvelope",
    "OversizedResponse",
    "decode",
    "encode",
    "plain_speech",
]
