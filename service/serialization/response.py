"""JSON of a response: the SDK's models become the bytes that Alexa reads."""

from collections.abc import Mapping
from typing import Any

import msgspec
from ask_sdk_model import Response
from ask_sdk_model.ui import PlainTextOutputSpeech

from handlers.responses.apl import LARGEST_RESPONSE
from handlers.responses.responder import PlainCard
from service.serialization import model_codec

# https://developer.amazon.com/docs/alexa/custom-skills/request-and-response-json-reference.html
# under "Response format": speech and the text of a card 8,000 characters each, the
# whole response 24 KB wherever a figure is given.
LONGEST_TEXT = 8_000  # characters


class OversizedResponse(ValueError):
    """A response exceeds one of Alexa's limits; say something shorter.

    size: how large the part is; bytes for `response`, characters for the other parts.
    limit: the largest size that Alexa accepts.
    part: `response`, `speech`, `reprompt` or `card`.
    """

    def __init__(self, size: int, limit: int, part: str = "response") -> None:
        super().__init__(f"{part}: {size} > {limit}")
        self.size, self.limit, self.part = size, limit, part


def encode(
    response: Response | None,
    session_attributes: Mapping[str, Any] | None,
    *,
    limit: int = LARGEST_RESPONSE,
) -> bytes:
    """Return the body of an answer: the response, and the session's attributes.

    response: None stands for the empty answer, which says nothing.
    session_attributes: None outside a session.
    limit: the largest body, in bytes.
    Attributes of a model that are None are left out, so that an undecided
    `shouldEndSession` is never null.
    Raise `OversizedResponse` past Alexa's limits.
    """
    envelope: dict[str, Any] = {"version": "1.0"}
    if session_attributes is not None:
        envelope["sessionAttributes"] = session_attributes
    if response is None:
        envelope["response"] = {}
    else:
        envelope["response"] = response
    body = _encoder.encode(envelope)
    # Every character is a byte or more, so that a short body needs no counting.
    if response is not None and len(body) > LONGEST_TEXT:
        _check_texts(response)
    if len(body) > limit:
        raise OversizedResponse(len(body), limit)
    return body


_encoder = msgspec.json.Encoder(
    enc_hook=model_codec.to_json_fields, decimal_format="number"
)


def _check_texts(response: Response) -> None:
    reprompt = response.reprompt
    for part, length in (
        ("speech", _speech_length(response.output_speech)),
        ("reprompt", _speech_length(reprompt.output_speech) if reprompt else 0),
        ("card", _card_length(response.card)),
    ):
        if length > LONGEST_TEXT:
            raise OversizedResponse(length, LONGEST_TEXT, part)


def _speech_length(speech: Any) -> int:
    return len(getattr(speech, "ssml", None) or getattr(speech, "text", None) or "")


def _card_length(card: Any) -> int:
    """Return the length of title, content, text and image addresses together.

    Amazon counts a card so.
    """
    if card is None:
        return 0
    if isinstance(card, PlainCard):
        return len(card.title) + len(card.content)
    image = getattr(card, "image", None)
    texts = (
        getattr(card, "title", None),
        getattr(card, "content", None),
        getattr(card, "text", None),
        getattr(image, "small_image_url", None),
        getattr(image, "large_image_url", None),
    )
    return sum(map(len, filter(None, texts)))


def plain_speech(text: str) -> bytes:
    """Return the body of an answer that says `text` and ends the session."""
    speech = PlainTextOutputSpeech(text=text)
    return encode(Response(output_speech=speech, should_end_session=True), None)
