"""What the levels of the cache hand to each other: kinds, entries, dated records."""

import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Generic, Self, TypeVar

import msgspec


@dataclass(frozen=True, slots=True)
class Sources:
    """Time and chance: `clock` is monotonic, `wall` counts from 1970, both in s."""

    clock: Callable[[], float]
    wall: Callable[[], float]
    rng: Random


# FOLDED Values to few bytes and back: MessagePack, deflated where that helps.

T = TypeVar("T")

_PLAIN, _DEFLATED = b"\x00", b"\x01"

# Measured on playlists: level 3 is within 2 % of level 6 at half its time.
_LEVEL = 3

# Bytes; shorter texts shrink by little, and to set up deflating takes 20 µs.
_WORTH_TRYING = 512

_encoder = msgspec.msgpack.Encoder()


class Unsound(Exception):
    """Bytes that are no record of this version and kind; always a miss."""


def pack(value: object) -> bytes:
    raw = _encoder.encode(value)
    if len(raw) > _WORTH_TRYING:
        deflated = zlib.compress(raw, _LEVEL)
        if len(deflated) < len(raw):
            return _DEFLATED + deflated
    return _PLAIN + raw


def unpack(payload: bytes, decoder: "msgspec.msgpack.Decoder[T]") -> T:
    """The value; raises `Unsound`."""
    return decode(inflate(payload), decoder)


def inflate(payload: bytes) -> bytes:
    """The MessagePack within; raises `Unsound`."""
    head, body = payload[:1], payload[1:]
    if head == _PLAIN:
        return body
    if head != _DEFLATED:
        raise Unsound
    try:
        return zlib.decompress(body)
    except zlib.error:
        raise Unsound from None


def decode(raw: bytes, decoder: "msgspec.msgpack.Decoder[T]") -> T:
    """The value of MessagePack bytes; raises `Unsound`."""
    try:
        return decoder.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise Unsound from None


DAY = 24 * 3600.0

# Entries live no longer than this, whatever a table says. What the music service told
# lives a day at most; only what the listener told this skill lives longer.
LONGEST = 14 * DAY


@dataclass(frozen=True, slots=True, eq=False)
class Kind(Generic[T]):
    """One sort of record: its word in logs and keys, its type, its lifetimes in s.

    Younger than `soft` it is served as it is; up to `hard` it is served while the
    service is slow or out; after that it is gone.
    """

    word: str
    decoder: "msgspec.msgpack.Decoder[T]" = field(repr=False)
    soft: float
    hard: float
    label: bytes = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "label", b":" + self.word.encode())


class Subject(msgspec.Struct, frozen=True, gc=False):
    """Whose records: a token, a person or an account, as tags without a way back.

    One tag for each secret in use, the one to write with first.
    """

    tags: tuple[bytes, ...]


class Entry(msgspec.Struct, Generic[T], frozen=True, gc=False):
    """One record's place; `labels` follow the subject's tags."""

    subject: Subject
    kind: Kind[T]
    labels: tuple[bytes, ...]

    @property
    def tag(self) -> bytes:
        """The subject's tag to write with."""
        return self.subject.tags[0]

    @property
    def key(self) -> bytes:
        """The name in this process."""
        return self.subject.tags[0] + self.labels[0]


_DATES = struct.Struct(">ddd")


class Dates(msgspec.Struct, frozen=True, gc=False):
    """When it was read, how long it is fresh, when it is gone: seconds since 1970."""

    read_at: float
    fresh_until: float
    dead_at: float


class Held(msgspec.Struct, Generic[T], frozen=True):
    """A decoded value with its dates; `mark` recognises its copy in Redis."""

    value: T
    dates: Dates
    mark: bytes = b""


class Record(msgspec.Struct, frozen=True, gc=False):
    """A packed value with its dates: what both levels store."""

    dates: Dates
    payload: bytes
    mark: bytes = b""

    @classmethod
    def of(cls, value: object, dates: Dates) -> Self:
        return cls(dates, pack(value))

    def to_bytes(self) -> bytes:
        dates = self.dates
        head = _DATES.pack(dates.read_at, dates.fresh_until, dates.dead_at)
        return head + self.payload

    @classmethod
    def from_bytes(cls, plain: bytes, mark: bytes) -> Self:
        """Raises `Unsound` for what `to_bytes` cannot have made."""
        if len(plain) <= _DATES.size:
            raise Unsound
        return cls(Dates(*_DATES.unpack_from(plain)), plain[_DATES.size :], mark)

    def open(self, kind: Kind[T]) -> Held[T]:
        """Raises `Unsound` where the payload is not of this kind."""
        return Held(unpack(self.payload, kind.decoder), self.dates, self.mark)
