"""Signed values: small texts that processes share in Redis, each with an HMAC.

Blocks of the rate limit and counts of calls are such values. Whoever can write Redis
could otherwise stop the skill for all listeners. So a value without its HMAC is none.
"""

import hmac

from providers.cache.keyring import Keyring
from providers.cache.redis.client import RedisClient
from providers.cache.redis.commands import ScriptCall
from providers.cache.redis.lua_scripts import REPLACE
from providers.deadline import TimeBudget


class SignedValues:
    """Read and replace signed values; the methods raise `RedisUnavailable` only.

    A value is the text, a space, and the HMAC of both the key and the text, so that a
    value that is copied to another key is none either.
    """

    def __init__(self, client: RedisClient, keyring: Keyring) -> None:
        self._client = client
        self._keyring = keyring

    async def get(self, key: bytes, budget: TimeBudget) -> tuple[bytes, bytes]:
        """Return the text, b"" for none, and the value as it is stored."""
        stored = await self._client.get(key, budget) or b""
        return self.open(key, stored), stored

    async def replace(
        self, key: bytes, text: bytes, stored: bytes, keep_ms: int, budget: TimeBudget
    ) -> bool:
        """Store a text in the place of `stored`; False where that is another by now.

        The key expires after `keep_ms` milliseconds.
        """
        sealed = text + b" " + self._macs(key, text)[0]
        call = ScriptCall(REPLACE, (key,), (sealed, stored, keep_ms))
        (reply,) = await self._client.run_scripts(budget, call)
        return reply == b"kept"

    def open(self, key: bytes, stored: bytes) -> bytes:
        """Return the text of a stored value; b"" for one that was not sealed for `key`
        with one of our secrets."""
        if not stored:  # as before most calls
            return b""
        text, _, mac = stored.rpartition(b" ")
        macs = self._macs(key, text)
        return text if any(hmac.compare_digest(mac, each) for each in macs) else b""

    def _macs(self, key: bytes, text: bytes) -> tuple[bytes, ...]:
        """Return the HMAC under each secret, the secret to write with first."""
        message = (key + b" " + text).decode("utf-8", "surrogateescape")
        return tuple(keys.hmac(b"rate_limit", message) for keys in self._keyring.all)
