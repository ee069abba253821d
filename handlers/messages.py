"""What goes into a message: names, numbers, phrases, lists."""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import Enum

import msgspec


class MessageError(Exception):
    """A message is missing, misspelt or given the wrong arguments: our mistake."""


class Phrase(msgspec.Struct, frozen=True):
    """A message inside another one: spoken in speech, plain in a card."""

    key: str
    arguments: "Mapping[str, Argument]"


Text = str | Phrase | date
"""Put into a message as it is; a name from elsewhere is cleaned on the way."""


class Lines(msgspec.Struct, frozen=True):
    """Numbered lines of a card, the first one with the number `first`."""

    texts: Sequence[Text]
    first: int


Argument = int | Enum | Text | Lines | Sequence[Text]
"""Numbers and enums also choose among a message's variants; a sequence is listed."""
