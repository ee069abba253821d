"""A conversation as a file: what it began from, what was done, what was answered."""

import hashlib
from datetime import datetime
from typing import Any, Final, Literal

import msgspec

from service.console.console import Console
from service.console.scene import Scene
from service.console.seen import Seen
from service.console.steps import Deed

FORMAT: Final = "record-shelf-conversation"
VERSION: Final = 1
SPOTIFY = "http://spotify.stand-in"  # in place of an address that changes every time


class Unreplayable(Exception):
    """The file is not a conversation of ours; the text says why."""


class Unrecordable(Exception):
    """A conversation about somebody's real account is nobody's test."""

    def __init__(self) -> None:
        super().__init__("a conversation with the real Spotify is not saved")


class Answer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the skill answered, to the letter; `body` is its word where it refused."""

    status: int
    body: Any


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A step, when it was done, and its answer; None where nothing was heard."""

    at: datetime
    step: Deed
    answer: Answer | None


class Recording(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`checksum` tells whether the rest was edited since it was saved."""

    format: Literal["record-shelf-conversation"]
    version: Literal[1]
    scene: Scene
    entries: list[Entry]
    checksum: str = ""

    @property
    def edited(self) -> bool:
        return self.checksum != _checksum(self)


def recorded(console: Console) -> Recording:
    """Everything that was done on the console's stage; raises `Unrecordable`."""
    if console.real:
        raise Unrecordable
    address = console.stage.spotify.base_url
    entries = [
        Entry(at, deed, answer_of(seen, address) if seen else None)
        for at, deed, seen in console.performed
    ]
    recording = Recording(FORMAT, VERSION, console.stage.scene, entries)
    return msgspec.structs.replace(recording, checksum=_checksum(recording))


def answer_of(seen: Seen, address: str) -> Answer:
    """What a turn answered, without the address of this stage's stand-in."""
    reply = seen.reply
    body: Any = reply.raw if reply.problem is None else reply.problem
    if seen.exchanged is None:
        body = reply.speech or reply.problem
    text = msgspec.json.encode(body).decode().replace(address, SPOTIFY)
    return Answer(reply.status, msgspec.json.decode(text))


def write(recording: Recording) -> bytes:
    return msgspec.json.format(msgspec.json.encode(recording), indent=1)


def read(text: bytes) -> Recording:
    """Raises `Unreplayable`."""
    try:
        known = msgspec.json.decode(text)
    except msgspec.MsgspecError as error:
        raise Unreplayable(f"not JSON: {error}") from None
    if not isinstance(known, dict) or known.get("format") != FORMAT:
        raise Unreplayable(f"not a saved conversation: its format is not {FORMAT!r}")
    if known.get("version") != VERSION:
        raise Unreplayable(f"of another version than {VERSION}")
    try:
        return msgspec.convert(known, Recording)
    except msgspec.ValidationError as error:
        raise Unreplayable(f"a step that nobody here can do: {error}") from None


def _checksum(recording: Recording) -> str:
    bare = msgspec.structs.replace(recording, checksum="")
    return hashlib.sha256(msgspec.json.encode(bare, order="sorted")).hexdigest()
