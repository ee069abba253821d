"""What the levels of the cache hand to each other: kinds, entries, dated records."""

import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Generic, Self, TypeVar

import msgspec


@dataclass(frozen=True, slots=True)
class Clocks:
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
_LEAST_COMPRESSED = 512

_encoder = msgspec.msgpack.Encoder()


class Undecodable(Exception):
    """Bytes that are no record of this version and kind; always a miss."""


def pack(value: object) -> bytes:
    raw = _encoder.encode(value)
    if len(raw) > _LEAST_COMPRESSED:
        deflated = zlib.compress(raw, _LEVEL)
        if len(deflated) < len(raw):
            return _DEFLATED + deflated
    return _PLAIN + raw


def unpack(payload: bytes, decoder: "msgspec.msgpack.Decoder[T]") -> T:
    """The value; raises `Unsound`."""
    return decode(decompress(payload), decoder)


def decompress(payload: bytes) -> bytes:
    """The MessagePack within; raises `Unsound`."""
    head, body = payload[:1], payload[1:]
    if head == _PLAIN:
        return body
    if head != _DEFLATED:
        raise Undecodable
    try:
        return zlib.decompress(body)
    except zlib.error:
        raise Undecodable from None


def decode(raw: bytes, decoder: "msgspec.msgpack.Decoder[T]") -> T:
    """The value of MessagePack bytes; raises `Unsound`."""
    try:
        return decoder.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise Undecodable from None


DAY = 24 * 3600.0

# Entries live no longer than this, whatever a table says. What the music service told
# lives a day at most; only what the listener told this skill lives longer.
LONGEST = 14 * DAY


@dataclass(frozen=True, slots=True, eq=False)
class RecordType(Generic[T]):
    """One sort of record: its word in logs and keys, its type, its lifetimes in s.

    Younger than `soft` it is served as it is; up to `hard` it is served while the
    service is slow or out; after that it is gone.
    """

    word: str
    decoder: "msgspec.msgpack.Decoder[T]" = field(repr=False)
    fresh_for: float
    keep_for: float
    label: bytes = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "label", b":" + self.word.encode())


class KeyScope(msgspec.Struct, frozen=True, gc=False):
    """Whose records: a token, a person or an account, as tags without a way back.

    One tag for each secret in use, the one to write with first.
    """

    hashes: tuple[bytes, ...]


class CacheKey(msgspec.Struct, Generic[T], frozen=True, gc=False):
    """One record's place; `labels` follow the subject's tags."""

    scope: KeyScope
    record_type: RecordType[T]
    suffixes: tuple[bytes, ...]

    @property
    def hash(self) -> bytes:
        """The subject's tag to write with."""
        return self.scope.hashes[0]

    @property
    def key(self) -> bytes:
        """The name in this process."""
        return self.scope.hashes[0] + self.suffixes[0]


_LIFETIMES = struct.Struct(">ddd")


class Lifetimes(msgspec.Struct, frozen=True, gc=False):
    """When it was read, how long it is fresh, when it is gone: seconds since 1970."""

    read_at: float
    fresh_until: float
    expires_at: float


class CachedValue(msgspec.Struct, Generic[T], frozen=True):
    """A decoded value with its dates; `mark` recognises its copy in Redis."""

    value: T
    lifetimes: Lifetimes
    etag: bytes = b""


class PackedRecord(msgspec.Struct, frozen=True, gc=False):
    """A packed value with its dates: what both levels store."""

    lifetimes: Lifetimes
    payload: bytes
    etag: bytes = b""

    @classmethod
    def of(cls, value: object, dates: Lifetimes) -> Self:
        return cls(dates, pack(value))

    def to_bytes(self) -> bytes:
        dates = self.lifetimes
        head = _LIFETIMES.pack(dates.read_at, dates.fresh_until, dates.expires_at)
        return head + self.payload

    @classmethod
    def from_bytes(cls, plain: bytes, mark: bytes) -> Self:
        """Raises `Unsound` for what `to_bytes` cannot have made."""
        if len(plain) <= _LIFETIMES.size:
            raise Undecodable
        return cls(
            Lifetimes(*_LIFETIMES.unpack_from(plain)), plain[_LIFETIMES.size :], mark
        )

    def unpack(self, kind: RecordType[T]) -> CachedValue[T]:
        """Raises `Unsound` where the payload is not of this kind."""
        return CachedValue(
            unpack(self.payload, kind.decoder), self.lifetimes, self.etag
        )
