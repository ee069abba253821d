"""Sealed records: a packed record becomes the value of a Redis key, and comes back."""

import struct
from collections.abc import Callable
from typing import Any

from providers.cache.keyring import ETAG_BYTES, Keyring
from providers.cache.records import CacheKey, PackedRecord, Undecodable
from providers.cache.redis.commands import ScriptCall
from providers.cache.redis.lua_scripts import (
    COMMIT,
    FAILED,
    LIST_MS,
    generation_key,
    lease_key,
    members_key,
    unreadable,
    value_key,
)
from providers.cache.store import Lease, StoreRead

# For how long the failure of a fetch is believed, by the clocks of two processes.
FAILURE_SECONDS = 10.0
_WRITTEN = struct.Struct(">d")


class SealedRecords:
    """Seals records under their key and an edition, and opens them.

    `wall` is the time in seconds since 1970. `undecodable` counts what could not be
    opened.
    """

    def __init__(self, keyring: Keyring, wall: Callable[[], float]) -> None:
        self.undecodable = 0
        self._keyring = keyring
        self._wall = wall

    def seal(
        self, cache_key: CacheKey[Any], record: PackedRecord, edition: bytes
    ) -> tuple[bytes, int]:
        """Return the sealed record, and for how many milliseconds it is kept."""
        key = value_key(cache_key)
        sealed = self._keyring.all[0].seal(key, record.to_bytes(), edition)
        keep_for = record.lifetimes.expires_at - self._wall()
        return sealed, max(1, int(keep_for * 1000))

    def commit_call(
        self, cache_key: CacheKey[Any], record: PackedRecord, lease: Lease
    ) -> tuple[ScriptCall, bytes]:
        """Return the call that stores a record, and the record's etag."""
        sealed, keep_ms = self.seal(cache_key, record, lease.generation)
        keys = (
            value_key(cache_key),
            lease_key(cache_key),
            generation_key(cache_key.hash),
            members_key(cache_key.hash),
        )
        arguments = (lease.lease, lease.generation, sealed, keep_ms, LIST_MS)
        return ScriptCall(COMMIT, keys, arguments), sealed[:ETAG_BYTES]

    def open(
        self,
        cache_key: CacheKey[Any],
        sealed: object,
        number: int,
        edition: bytes,
    ) -> StoreRead:
        """Return the record in `sealed`, if it is of that edition.

        What cannot be opened is counted, and a miss. `number` is that of the secret.
        """
        if not isinstance(sealed, bytes) or not edition:
            return unreadable(sealed)
        key = value_key(cache_key, number)
        etag = sealed[:ETAG_BYTES]
        try:
            plain = self._keyring.all[number].open(key, sealed, edition)
            if plain is None:
                return StoreRead(etag=etag)
            return StoreRead(PackedRecord.from_bytes(plain, etag), etag)
        except Undecodable:
            self.undecodable += 1
            return StoreRead(etag=etag)

    def seal_failure(
        self, cache_key: CacheKey[Any], lease: Lease, failure: bytes
    ) -> bytes:
        """Return what the fetch with `lease` leaves in the lease's place."""
        plain = _WRITTEN.pack(self._wall()) + failure
        keys = self._keyring.all[0]
        sealed: bytes = keys.seal(lease_key(cache_key), plain, lease.generation)
        return FAILED + sealed

    def open_failure(
        self, cache_key: CacheKey[Any], value: bytes, edition: bytes
    ) -> bytes | None:
        """Return the failure in a lease key's value; None for a lease that is held.

        Return b"" for a failure that no process with our secret left lately: whoever
        can write Redis could else let a listener hear it for ever.
        """
        if not value.startswith(FAILED):
            return None
        key = lease_key(cache_key)
        try:
            plain = self._keyring.all[0].open(key, value[len(FAILED) :], edition)
        except Undecodable:
            self.undecodable += 1
            return b""
        if plain is None or len(plain) < _WRITTEN.size:
            return b""
        (written,) = _WRITTEN.unpack_from(plain)
        is_recent = abs(self._wall() - written) <= FAILURE_SECONDS
        return plain[_WRITTEN.size :] if is_recent else b""
