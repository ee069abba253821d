"""Records of the cache: their type, key, lifetimes and packed form.

A value becomes few bytes and comes back: MessagePack, compressed where that helps.
"""

import struct
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Generic, Self, TypeVar

import msgspec
import zstandard

T = TypeVar("T")

DAY = 24 * 3600.0

# No record lives longer than this (seconds), whatever the table of lifetimes says. What
# the music service told lives a day at most; only what the listener told this skill
# lives longer.
LONGEST = 14 * DAY


class Clocks(msgspec.Struct, frozen=True):
    """Time and chance, as arguments.

    `clock` is monotonic, `wall` counts from 1970, both in seconds; `rng` draws jitter.
    """

    clock: Callable[[], float]
    wall: Callable[[], float]
    rng: Random


class Undecodable(Exception):
    """Bytes that are no record of this version and type; the cache counts a miss."""


@dataclass(frozen=True, slots=True, eq=False)
class RecordType(Generic[T]):
    """One type of record: its name, its decoder and its lifetimes.

    `word` names the type in logs and keys. Younger than `fresh_for` (seconds) a record
    is served as it is; up to `keep_for` (seconds) it is served while the music service
    is slow or out; after that it is gone. `label` is the type's part of a key.
    """

    word: str
    decoder: "msgspec.msgpack.Decoder[T]" = field(repr=False)
    fresh_for: float
    keep_for: float
    label: bytes = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "label", b":" + self.word.encode())


class KeyScope(msgspec.Struct, frozen=True, gc=False):
    """Whose records: a token, a person or an account, as hashes without a way back.

    `hashes` has one hash for each secret in use, the one to write with first.
    """

    hashes: tuple[bytes, ...]


class CacheKey(msgspec.Struct, Generic[T], frozen=True, gc=False):
    """The key of one record.

    `suffixes` follow the hashes of `scope`, one for each secret in use. `key` is the
    key in this process's memory; `Keyring` makes it of the two.
    """

    scope: KeyScope
    record_type: RecordType[T]
    suffixes: tuple[bytes, ...]
    key: bytes

    @property
    def hash(self) -> bytes:
        """The scope's hash to write with."""
        return self.scope.hashes[0]


class Lifetimes(msgspec.Struct, frozen=True, gc=False):
    """When a value was read, until when it is fresh, and when it is gone.

    All three are seconds since 1970.
    """

    read_at: float
    fresh_until: float
    expires_at: float


class CachedValue(msgspec.Struct, Generic[T], frozen=True):
    """A decoded value with its lifetimes; `etag` recognises its copy in Redis."""

    value: T
    lifetimes: Lifetimes
    etag: bytes = b""


_LIFETIMES = struct.Struct(">ddd")


class PackedRecord(msgspec.Struct, frozen=True, gc=False):
    """A packed value with its lifetimes: what memory and Redis store.

    `etag` recognises the record's copy in Redis; b"" where there is none.
    """

    lifetimes: Lifetimes
    payload: bytes
    etag: bytes = b""

    @classmethod
    def of(cls, value: object, lifetimes: Lifetimes) -> Self:
        """Return `value` as a packed record."""
        return cls(lifetimes, pack(value))

    def to_bytes(self) -> bytes:
        """Return the lifetimes and the payload as one text."""
        lifetimes = self.lifetimes
        header = _LIFETIMES.pack(
            lifetimes.read_at, lifetimes.fresh_until, lifetimes.expires_at
        )
        return header + self.payload

    @classmethod
    def from_bytes(cls, plain: bytes, etag: bytes) -> Self:
        """Return what `to_bytes` packed; raise `Undecodable` for anything else."""
        if len(plain) <= _LIFETIMES.size:
            raise Undecodable
        lifetimes = Lifetimes(*_LIFETIMES.unpack_from(plain))
        return cls(lifetimes, plain[_LIFETIMES.size :], etag)

    def unpack(self, record_type: RecordType[T]) -> CachedValue[T]:
        """Return the decoded value; raise `Undecodable` for a value of another type."""
        value = unpack(self.payload, record_type.decoder)
        return CachedValue(value, self.lifetimes, self.etag)


# Payloads of earlier releases began with 1 (zlib's format); they are misses now.
_PLAIN, _ZSTANDARD = b"\x00", b"\x02"

# Measured on 50 playlists (10 kB): packed in 24 µs and unpacked in 9, where zlib's
# level 3 takes 97 and 32 and needs 4 % more bytes. One compressor serves all values:
# to set one up takes longer than to use it. Only the event loop's thread may use it.
_compress = zstandard.ZstdCompressor(level=1).compress
_decompress = zstandard.ZstdDecompressor().decompress

# Bytes; shorter texts shrink by little. Measured on 600 bytes: 9 of 12 µs.
_LEAST_COMPRESSED = 1024

# Bytes of MessagePack; the longest lists take less than a tenth of this.
LARGEST_VALUE = 16 * 2**20

_encoder = msgspec.msgpack.Encoder()


def pack(value: object) -> bytes:
    """Return `value` as MessagePack, compressed where that is shorter."""
    raw = _encoder.encode(value)
    if len(raw) > _LEAST_COMPRESSED:
        compressed = _compress(raw)
        if len(compressed) < len(raw):
            return _ZSTANDARD + compressed
    return _PLAIN + raw


def unpacked_size(payload: bytes) -> int:
    """Return the number of bytes of a payload that `pack` returned, unpacked."""
    if payload[:1] == _PLAIN:
        return len(payload) - 1
    return zstandard.frame_content_size(payload[1:])


def unpack(payload: bytes, decoder: "msgspec.msgpack.Decoder[T]") -> T:
    """Return the packed value; raise `Undecodable`."""
    return decode(decompress(payload), decoder)


def decompress(payload: bytes) -> bytes:
    """Return the MessagePack within a payload, at most `LARGEST_VALUE` bytes.

    Raise `Undecodable` for anything else. A compressed value tells its size at its
    beginning, and is not decompressed if that is too large or missing.
    """
    format_byte, body = payload[:1], payload[1:]
    if format_byte == _PLAIN:
        return body
    if format_byte != _ZSTANDARD:
        raise Undecodable
    try:
        if not 0 <= zstandard.frame_content_size(body) <= LARGEST_VALUE:
            raise Undecodable
        return _decompress(body, allow_extra_data=False)
    except zstandard.ZstdError:
        raise Undecodable from None


def decode(raw: bytes, decoder: "msgspec.msgpack.Decoder[T]") -> T:
    """Return the value of MessagePack bytes; raise `Undecodable`."""
    try:
        return decoder.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise Undecodable from None
