"""JSON of Alexa's requests and responses: `decode` a request, `encode` a response."""

from service.serialization.request import Flaw, MalformedEnvelope, decode
from service.serialization.response import OversizedResponse, encode, plain_speech

__all__ = [
    "Flaw",
    "MalformedEnvelope",
    "OversizedResponse",
    "decode",
    "encode",
    "plain_speech",
]
