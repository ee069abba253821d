"""Keyring: HMAC names and AES-GCM seals, under one secret or two while they rotate.

Names in Redis cannot be read back, values there cannot be opened without the secret.
"""

import hashlib
import hmac
import secrets
from functools import cached_property

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from providers.cache.records import CacheKey, KeyScope, RecordType, T, Undecodable
from providers.secret import Secret

# The first byte of every sealed value; another number is another format, and a miss.
VERSION = b"\x02"
_NONCE = 12  # bytes, as NIST SP 800-38D asks of GCM
ETAG_BYTES = len(VERSION) + _NONCE
_HASH_BYTES = 16  # of an HMAC that are used: no two will ever meet
# Hashes that are not worked out again: every turn asks for the same few. About 300
# bytes each.
_MOST_HASHES = 4096


def _derive(secret: Secret, use: bytes) -> bytes:
    key = secret.reveal().encode()
    return HKDF(SHA256(), 32, salt=None, info=b"record-shelf " + use).derive(key)


class Keys:
    """Two keys derived from one secret: one for names (HMAC), one for values (AEAD).

    Each is derived when it is first used: without Redis no value is sealed.
    """

    def __init__(self, secret: Secret) -> None:
        self._secret = secret

    @cached_property
    def _naming(self) -> hmac.HMAC:
        return hmac.new(_derive(self._secret, b"names"), digestmod="sha256")

    @cached_property
    def _cipher(self) -> AESGCM:
        return AESGCM(_derive(self._secret, b"values"))

    def hmac(self, scope: bytes, text: str) -> bytes:
        """Return 32 hexadecimal digits for `text`; each scope gives other digits."""
        naming = self._naming.copy()  # half the time of a new one
        naming.update(scope + b"\x00" + text.encode("utf-8", "surrogatepass"))
        return naming.hexdigest()[: 2 * _HASH_BYTES].encode()

    def seal(self, name: bytes, plain: bytes, edition: bytes = b"") -> bytes:
        """Return `plain` encrypted: only `open` with the same arguments reads it.

        Format: version byte, nonce, length of the edition, edition, AES-GCM text. The
        name and the edition of the scope are authenticated as well.
        """
        nonce = secrets.token_bytes(_NONCE)
        header = VERSION + nonce + bytes((len(edition),)) + edition
        return header + self._cipher.encrypt(nonce, plain, _bound_to(name, edition))

    def open(self, name: bytes, sealed: bytes, edition: bytes = b"") -> bytes | None:
        """Return what was sealed under `name` and `edition`.

        Returns None for a text of another edition; raises `Undecodable` for bytes that
        `seal` did not make under this name and secret.
        """
        if sealed[:1] != VERSION or len(sealed) <= ETAG_BYTES:
            raise Undecodable
        start = ETAG_BYTES + 1
        end = start + len(edition)
        if sealed[ETAG_BYTES] != len(edition):
            raise Undecodable
        if sealed[start:end] != edition:
            return None
        try:
            nonce = sealed[1:ETAG_BYTES]
            return self._cipher.decrypt(nonce, sealed[end:], _bound_to(name, edition))
        except InvalidTag:
            raise Undecodable from None


def _bound_to(name: bytes, edition: bytes) -> bytes:
    return VERSION + name + b"\x00" + edition


class Keyring:
    """Name and seal with one secret; read with a second one while secrets rotate.

    A rotation that loses nothing takes two rounds: first every instance learns the
    new secret as its other one, then the two change places. `all` holds the keys of
    each secret, those to write with first.
    """

    __slots__ = ("_scopes", "_seeded", "all")

    def __init__(self, secret: Secret, other: Secret | None = None) -> None:
        spare = (Keys(other),) if other is not None and other != secret else ()
        self.all = (Keys(secret), *spare)
        self._seeded = hashlib.sha256(secrets.token_bytes(32))
        self._scopes: dict[bytes, KeyScope] = {}

    def scope(self, scope: bytes, text: str) -> KeyScope:
        """Return the key scope of a token, a person or an account.

        Scopes are remembered by a digest, never by the text, which may be a token.
        """
        message = scope + b"\x00" + text.encode("utf-8", "surrogatepass")
        hashed = self._seeded.copy()
        hashed.update(message)
        digest = hashed.digest()
        known = self._scopes.get(digest)
        if known is None:
            if len(self._scopes) >= _MOST_HASHES:
                self._scopes.clear()
            known = KeyScope(tuple(keys.hmac(scope, text) for keys in self.all))
            self._scopes[digest] = known
        return known

    def key(
        self, scope: KeyScope, record_type: RecordType[T], parameter: str = ""
    ) -> CacheKey[T]:
        """Return the key of one record; `parameter` (an id, a query) is hashed too."""
        if parameter:
            detail = self.scope(b"detail", parameter)
            return self.key_of(scope, record_type, detail)
        suffixes = (record_type.label,) * len(self.all)
        return CacheKey(scope, record_type, suffixes, scope.hashes[0] + suffixes[0])

    def key_of(
        self, scope: KeyScope, record_type: RecordType[T], detail: KeyScope
    ) -> CacheKey[T]:
        """Return the key of the record that `detail` tells apart from others."""
        label = record_type.label + b":"
        suffixes = tuple([label + hashed for hashed in detail.hashes])
        return CacheKey(scope, record_type, suffixes, scope.hashes[0] + suffixes[0])
