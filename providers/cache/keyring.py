"""Secrets at work: names that cannot be read back, values that cannot be opened."""

import hashlib
import hmac
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from providers.cache.records import CacheKey, KeyScope, RecordType, T, Undecodable
from providers.secret import Secret

# First byte of every sealed value; another number is another format, and a miss.
VERSION = b"\x01"
_NONCE = 12  # bytes, as NIST SP 800-38D asks of GCM
ETAG_BYTES = len(VERSION) + _NONCE
_TAG = 16  # bytes of a name kept: no two will ever meet
# Tags that are not worked out again: every turn asks for the same few. About 300 bytes
# each.
_REMEMBERED = 4096


def _derive(secret: Secret, use: bytes) -> bytes:
    key = secret.reveal().encode()
    return HKDF(SHA256(), 32, salt=None, info=b"record-shelf " + use).derive(key)


class Keys:
    """One secret's two keys: one for names, one for values."""

    __slots__ = ("_cipher", "_naming")

    def __init__(self, secret: Secret) -> None:
        self._naming = _derive(secret, b"names")
        self._cipher = AESGCM(_derive(secret, b"values"))

    def hmac(self, scope: bytes, text: str) -> bytes:
        """32 hexadecimal digits for `text`; other scopes give others."""
        message = scope + b"\x00" + text.encode("utf-8", "surrogatepass")
        return hmac.digest(self._naming, message, "sha256")[:_TAG].hex().encode()

    def seal(self, name: bytes, plain: bytes) -> bytes:
        """`plain`, readable only by `open` under the same name and secret."""
        nonce = secrets.token_bytes(_NONCE)
        return VERSION + nonce + self._cipher.encrypt(nonce, plain, VERSION + name)

    def open(self, name: bytes, sealed: bytes) -> bytes:
        """Raises `Unsound` for whatever `seal` did not make under this name."""
        if sealed[:1] != VERSION or len(sealed) <= ETAG_BYTES:
            raise Undecodable
        nonce, body = sealed[1:ETAG_BYTES], sealed[ETAG_BYTES:]
        try:
            return self._cipher.decrypt(nonce, body, VERSION + name)
        except InvalidTag:
            raise Undecodable from None


class Keyring:
    """The secret to write with, and while secrets rotate the other one to read with.

    A rotation that loses nothing takes two rounds: first every instance learns the
    new secret as its other one, then the two change places.
    """

    __slots__ = ("_hash_seed", "_hashes", "all")

    def __init__(self, secret: Secret, other: Secret | None = None) -> None:
        spare = (Keys(other),) if other is not None and other != secret else ()
        self.all = (Keys(secret), *spare)
        self._hash_seed = secrets.token_bytes(32)
        self._hashes: dict[bytes, tuple[bytes, ...]] = {}

    def scope(self, scope: bytes, text: str) -> KeyScope:
        """Whose records these are."""
        return KeyScope(self.hashes(scope, text))

    def key(
        self, subject: KeyScope, kind: RecordType[T], detail: str = ""
    ) -> CacheKey[T]:
        """The place of one record; `detail` (an id, a query) is hidden as well."""
        if not detail:
            return CacheKey(subject, kind, (kind.label,) * len(self.all))
        head = kind.label + b":"
        labels = tuple(head + tag for tag in self.hashes(b"detail", detail))
        return CacheKey(subject, kind, labels)

    def hashes(self, scope: bytes, text: str) -> tuple[bytes, ...]:
        """A tag for each secret; remembered by a digest, never by the text itself,
        which may be a token."""
        message = scope + b"\x00" + text.encode("utf-8", "surrogatepass")
        digest = hashlib.blake2b(message, digest_size=32, key=self._hash_seed).digest()
        tags = self._hashes.get(digest)
        if tags is None:
            if len(self._hashes) >= _REMEMBERED:
                self._hashes.clear()
            tags = tuple(signet.hmac(scope, text) for signet in self.all)
            self._hashes[digest] = tags
        return tags
