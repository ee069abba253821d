"""Memory cache: an LRU of packed records, bounded in bytes."""

import math
from collections import OrderedDict
from collections.abc import Collection, Iterable
from typing import Any

import msgspec
from msgspec.structs import replace

from providers.cache.bundles import Bundles
from providers.cache.records import (
    CachedValue,
    CacheKey,
    PackedRecord,
    T,
    Undecodable,
    decode,
    decompress,
    unpacked_size,
)

# Bytes that a slot costs beside its payload, measured: key, lifetimes, two dict rows.
SLOT_BYTES = 540
# Measured on playlists and tracks: a decoded value takes 2.4 times its MessagePack.
DECODED_RATIO = 3
# Decoding 240 playlists takes 240 µs, reading them decoded none; but decoded they take
# eight times the room. A quarter of the room decoded serves a conversation's turns.
DECODED_SHARE = 0.25
# So many scopes keep the records apart that were written last: a list that is read
# anew, or a first recommendation's seventeen, are bundled once and not each time.
SCOPES_APART = 16
# Bytes of payload; shorter records, and fewer bytes of them, stay apart. To bundle
# 170 kB of MessagePack takes 0.6 ms.
LEAST_BUNDLED, LEAST_BUNDLE = 256, 4096
# Bytes of MessagePack; what finds no room stays apart, as it would in a small library.
# Reading one record unpacks its whole bundle: 0.5 MB in 0.3 ms.
LARGEST_BUNDLE = 2**19


Editions = tuple[bytes, ...]
"""A person's editions in Redis, one for each secret; b"" where it was not known."""

# Hexadecimal digits of a scope's hash, which a name begins with.
_SCOPE_DIGITS = 32


class _Slot(msgspec.Struct, gc=False, eq=False):
    """A record in memory; nearly all have one owner, and a dictionary takes 240 bytes.

    `owner`: who put the record here, with the `editions` of then. `others`: the other
    owners. `decoded_bytes`: what `decoded` is counted as. `bundled`: the record is in
    its scope's bundle and has no payload here.
    """

    record: PackedRecord
    since: float
    until: float
    owner: bytes
    editions: Editions
    others: dict[bytes, Editions] | None = None
    decoded: CachedValue[Any] | None = None
    decoded_bytes: int = 0
    bundled: bool = False

    @property
    def packed_bytes(self) -> int:
        return SLOT_BYTES + len(self.record.payload)

    def editions_of(self, owner: bytes) -> Editions | None:
        """Return the editions of an owner; None for somebody else."""
        if owner == self.owner:
            return self.editions
        return self.others.get(owner) if self.others else None

    def add(self, owner: bytes, editions: Editions) -> None:
        """Add an owner; those that are there keep their editions."""
        if self.editions_of(owner) is None:
            self.others = {**(self.others or {}), owner: editions}

    def add_all(self, other: "_Slot") -> None:
        """Add the owners of another slot."""
        self.add(other.owner, other.editions)
        for owner, editions in (other.others or {}).items():
            self.add(owner, editions)


class MemoryCache:
    """Store packed records, and the decoded values of the most recently used ones.

    `limit` bounds both together, in bytes: the least recently used record goes first,
    and with it its bundle. `ceiling` is the longest that any record is used here, in
    seconds. All times are seconds since 1970. An owner is the hash of a person who read
    or wrote the record.
    """

    def __init__(self, limit: int, ceiling: float) -> None:
        self._decoded_limit = int(limit * DECODED_SHARE)
        self._packed_limit = limit - self._decoded_limit
        self._ceiling = ceiling
        self._slots: OrderedDict[bytes, _Slot] = OrderedDict()
        self._decoded: OrderedDict[bytes, _Slot] = OrderedDict()
        self._bundles = Bundles()
        self._apart: OrderedDict[bytes, set[bytes]] = OrderedDict()
        self._packed_bytes = 0
        self._decoded_bytes = 0

    def __len__(self) -> int:
        return len(self._slots)

    @property
    def size(self) -> int:
        """The bytes in use, as counted by `SLOT_BYTES` and `DECODED_RATIO`."""
        return self._packed_bytes + self._bundles.packed_bytes + self._decoded_bytes

    def get(self, key: CacheKey[T], owner: bytes, now: float) -> CachedValue[T] | None:
        """Return the value of `key`, fresh or stale, and add `owner` to its owners.

        An owner that was there already keeps the editions that were given to `put`.
        """
        name = key.key
        slot = self._slots.get(name)
        if slot is None:
            return None
        if now >= slot.until:
            self._drop(name)
            return None
        self._slots.move_to_end(name)
        if slot.bundled:
            self._bundles.use(name[:_SCOPE_DIGITS])
        if owner != slot.owner:
            slot.add(owner, ())
        if slot.decoded is None:
            return self._decode(key, slot)
        self._decoded.move_to_end(name)
        return slot.decoded

    def editions(self, key: CacheKey[Any], owner: bytes) -> Editions | None:
        """Return the editions of `owner` when the record was put here.

        Returns None where there is no record, or `owner` is none of its owners.
        """
        slot = self._slots.get(key.key)
        return None if slot is None else slot.editions_of(owner)

    def since(self, key: CacheKey[Any]) -> float:
        """Return the `since` that was given to `put`; infinite without a record."""
        slot = self._slots.get(key.key)
        return math.inf if slot is None else slot.since

    def put(
        self,
        key: CacheKey[T],
        record: PackedRecord,
        owner: bytes,
        since: float,
        editions: Editions = (),
    ) -> None:
        """Store a record for `owner`; drop other records where there is no room.

        The other owners of the same record (by its etag) stay. `editions` are the
        person's as this process knows them. The ceiling counts from `since`.
        """
        name = key.key
        previous = self._slots.get(name)
        until = min(since + self._ceiling, record.lifetimes.expires_at)
        slot = _Slot(record, since, until, owner, editions)
        if previous is not None and record.etag and previous.record.etag == record.etag:
            slot.add_all(previous)
        if previous is not None:
            self._drop(name)
        if since >= slot.until or slot.packed_bytes > self._packed_limit:
            return
        self._slots[name] = slot
        self._packed_bytes += slot.packed_bytes
        if len(record.payload) >= LEAST_BUNDLED:
            self._note_apart(name[:_SCOPE_DIGITS]).add(name)
        if len(self._apart) > SCOPES_APART:
            self._bundle(*self._apart.popitem(last=False))
        while self._packed_bytes + self._bundles.packed_bytes > self._packed_limit:
            self._evict(next(iter(self._slots)))

    def is_decoded(self, key: CacheKey[Any]) -> bool:
        """Return whether the value of `key` was read here, and is kept decoded."""
        return key.key in self._decoded

    def keep_decoded(self, key: CacheKey[T], cached: CachedValue[T]) -> None:
        """Keep the value of the record that was put under `key`, if it is here."""
        slot = self._slots.get(key.key)
        if slot is not None:
            size = unpacked_size(slot.record.payload)
            self._keep_decoded(key.key, slot, cached, size)

    def erase_owner(self, owner: bytes) -> None:
        """Drop every record of each scope that `owner` wrote to or read from."""
        scopes = {
            name[:_SCOPE_DIGITS]
            for name, slot in self._slots.items()
            if slot.editions_of(owner) is not None
        }
        self._drop_all(name for name in self._slots if name[:_SCOPE_DIGITS] in scopes)

    def erase_hash(self, scope_hash: bytes) -> None:
        """Drop every record of one scope."""
        self._drop_all(name for name in self._slots if name.startswith(scope_hash))

    def _note_apart(self, scope: bytes) -> set[bytes]:
        """Return the records to bundle at the scope's turn, which is now the last."""
        names = self._apart.setdefault(scope, set())
        self._apart.move_to_end(scope)
        return names

    def _bundle(self, scope: bytes, apart: Collection[bytes]) -> None:
        """Bundle the records `apart` with those that are in the scope's bundle."""
        slots = {name: self._slots[name] for name in apart}
        size = sum(len(slot.record.payload) for slot in slots.values())
        if scope not in self._bundles and (size < LEAST_BUNDLE or len(slots) < 2):
            return
        texts = self._bundles.texts(scope)
        room = LARGEST_BUNDLE - sum(map(len, texts.values()))
        for name, slot in slots.items():
            text = decompress(slot.record.payload)
            if len(text) > room:
                continue
            texts[name] = text
            room -= len(text)
            self._packed_bytes -= len(slot.record.payload)
            slot.record = replace(slot.record, payload=b"")
            slot.bundled = True
        if texts:
            self._bundles.put(scope, texts)

    def _decode(self, key: CacheKey[T], slot: _Slot) -> CachedValue[T] | None:
        record, name = slot.record, key.key
        try:
            if slot.bundled:
                raw = self._bundles.text(name[:_SCOPE_DIGITS], name)
            else:
                raw = decompress(record.payload)
            value = decode(raw, key.record_type.decoder)
        except Undecodable:  # another release's shape, read from Redis
            self._drop(key.key)
            return None
        cached = CachedValue(value, record.lifetimes, record.etag)
        self._keep_decoded(key.key, slot, cached, len(raw))
        return cached

    def _keep_decoded(
        self, name: bytes, slot: _Slot, cached: CachedValue[Any], raw_bytes: int
    ) -> None:
        cost = SLOT_BYTES + DECODED_RATIO * raw_bytes
        if cost <= self._decoded_limit:
            slot.decoded, slot.decoded_bytes = cached, cost
            self._decoded[name] = slot
            self._decoded_bytes += cost
            while self._decoded_bytes > self._decoded_limit:
                self._drop_decoded(*self._decoded.popitem(last=False))

    def _drop_decoded(self, _name: bytes, slot: _Slot) -> None:
        self._decoded_bytes -= slot.decoded_bytes
        slot.decoded, slot.decoded_bytes = None, 0

    def _evict(self, name: bytes) -> None:
        """Drop a record; one of a bundle gives no room, so drop all of the bundle."""
        scope = name[:_SCOPE_DIGITS]
        if not self._slots[name].bundled:
            self._drop(name)
        elif self._bundles.was_used(scope):
            for each in self._bundles.names(scope):
                self._slots.move_to_end(each)
        else:
            self._drop_all(self._bundles.names(scope))

    def _drop_all(self, names: Iterable[bytes]) -> None:
        for name in tuple(names):
            self._drop(name)

    def _drop(self, name: bytes) -> None:
        slot = self._slots.pop(name, None)
        if slot is None:
            return
        self._packed_bytes -= slot.packed_bytes
        self._drop_packed(name, slot)
        if self._decoded.pop(name, None) is not None:
            self._drop_decoded(name, slot)

    def _drop_packed(self, name: bytes, slot: _Slot) -> None:
        scope = name[:_SCOPE_DIGITS]
        if slot.bundled:
            self._bundles.remove(scope, name)
            if scope in self._bundles:  # with the bytes of the record that is gone
                self._note_apart(scope)
        elif scope in self._apart:
            self._apart[scope].discard(name)
