"""The level in this process: bounded in bytes, the least recently used goes first."""

from collections import OrderedDict
from collections.abc import Iterable
from typing import Any

from providers.cache.records import (
    CachedValue,
    CacheKey,
    PackedRecord,
    T,
    Undecodable,
    decode,
    decompress,
)

# Beside its payload a slot costs about this much: key, dates, owners, two dict rows.
SLOT_BYTES = 450
# Measured on playlists and tracks: a decoded value takes 2.4 times its MessagePack.
DECODED_RATIO = 3
# Decoding 240 playlists takes 240 µs, reading them decoded none; but decoded they take
# eight times the room. A quarter of the room decoded serves a conversation's turns.
DECODED_SHARE = 0.25


class _Slot:
    __slots__ = ("decoded", "decoded_bytes", "owners", "record", "taken_at", "until")

    def __init__(
        self, record: PackedRecord, taken_at: float, until: float, owner: bytes
    ) -> None:
        self.record = record
        self.taken_at = taken_at
        self.until = until
        self.owners: tuple[bytes, ...] = (owner,)
        self.decoded: CachedValue[Any] | None = None
        self.decoded_bytes = 0

    @property
    def packed_bytes(self) -> int:
        return SLOT_BYTES + len(self.record.payload)


class MemoryCache:
    """Packed records, and of the most recently used ones the decoded values too.

    `limit` bounds both together, in bytes; `ceiling` is the longest that anything is
    believed here, in seconds. All times are seconds since 1970.
    """

    def __init__(self, limit: int, ceiling: float) -> None:
        self._decoded_limit = int(limit * DECODED_SHARE)
        self._packed_limit = limit - self._decoded_limit
        self._ceiling = ceiling
        self._slots: OrderedDict[bytes, _Slot] = OrderedDict()
        self._decoded: OrderedDict[bytes, _Slot] = OrderedDict()
        self._packed_bytes = 0
        self._decoded_bytes = 0

    def __len__(self) -> int:
        return len(self._slots)

    @property
    def size(self) -> int:
        """Bytes in use, as counted."""
        return self._packed_bytes + self._decoded_bytes

    def get(
        self, entry: CacheKey[T], owner: bytes, now: float
    ) -> CachedValue[T] | None:
        """What is held, fresh or stale; `owner` is from now on one of its owners."""
        key = entry.key
        slot = self._slots.get(key)
        if slot is None:
            return None
        if now >= slot.until:
            self._drop(key)
            return None
        self._slots.move_to_end(key)
        if owner not in slot.owners:
            slot.owners += (owner,)
        if slot.decoded is None:
            return self._decode(entry, slot)
        self._decoded.move_to_end(key)
        return slot.decoded

    def taken_at(self, entry: CacheKey[Any]) -> float | None:
        """Since when it is held."""
        slot = self._slots.get(entry.key)
        return None if slot is None else slot.taken_at

    def put(
        self, entry: CacheKey[T], record: PackedRecord, owner: bytes, now: float
    ) -> None:
        key = entry.key
        self._drop(key)
        until = min(now + self._ceiling, record.lifetimes.expires_at)
        slot = _Slot(record, now, until, owner)
        if now >= slot.until or slot.packed_bytes > self._packed_limit:
            return
        self._slots[key] = slot
        self._packed_bytes += slot.packed_bytes
        while self._packed_bytes > self._packed_limit:
            self._drop(next(iter(self._slots)))

    def erase_owner(self, owner: bytes) -> None:
        """Drops whatever was kept or heard for `owner`."""
        self._drop_all(k for k, slot in self._slots.items() if owner in slot.owners)

    def erase_hash(self, tag: bytes) -> None:
        """Drops every record of one subject."""
        self._drop_all(key for key in self._slots if key.startswith(tag))

    def _decode(self, entry: CacheKey[T], slot: _Slot) -> CachedValue[T] | None:
        record = slot.record
        try:
            raw = decompress(record.payload)
            value = decode(raw, entry.record_type.decoder)
        except Undecodable:  # another release's shape, read from Redis
            self._drop(entry.key)
            return None
        held = CachedValue(value, record.lifetimes, record.etag)
        cost = SLOT_BYTES + DECODED_RATIO * len(raw)
        if cost <= self._decoded_limit:
            slot.decoded, slot.decoded_bytes = held, cost
            self._decoded[entry.key] = slot
            self._decoded_bytes += cost
            while self._decoded_bytes > self._decoded_limit:
                self._drop_decoded(*self._decoded.popitem(last=False))
        return held

    def _drop_decoded(self, _key: bytes, slot: _Slot) -> None:
        self._decoded_bytes -= slot.decoded_bytes
        slot.decoded, slot.decoded_bytes = None, 0

    def _drop_all(self, keys: Iterable[bytes]) -> None:
        for key in tuple(keys):
            self._drop(key)

    def _drop(self, key: bytes) -> None:
        slot = self._slots.pop(key, None)
        if slot is None:
            return
        self._packed_bytes -= slot.packed_bytes
        if self._decoded.pop(key, None) is not None:
            self._drop_decoded(key, slot)
