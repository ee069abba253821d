"""Ids, codes and chance that follow from a name alone, the same on every machine."""

import base64
from hashlib import blake2b
from random import Random

_TO_BASE62 = bytes.maketrans(b"+/", b"Zz")
_ID_LENGTH = 22
_DIGITS = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")


def base62_id(*parts: object) -> str:
    """22 letters and digits, as every id of the Web API.

    https://developer.spotify.com/documentation/web-api/concepts/spotify-uris-ids
    """
    digest = blake2b("\x1f".join(map(str, parts)).encode(), digest_size=18).digest()
    return base64.b64encode(digest).translate(_TO_BASE62)[:_ID_LENGTH].decode()


def is_base62_id(text: str) -> bool:
    return len(text) == _ID_LENGTH and _DIGITS.issuperset(text)


def number(*parts: object, below: int) -> int:
    """A number in [0, below) that follows from the parts."""
    digest = blake2b("\x1f".join(map(str, parts)).encode(), digest_size=8).digest()
    return int.from_bytes(digest) % below


def isrc(*parts: object, year: int) -> str:
    """Twelve characters in the form of ISO 3901; `QZ` is a real prefix for anyone."""
    return f"QZ{'STN'}{year % 100:02d}{number('isrc', *parts, below=100_000):05d}"


def seeded_random(*parts: object) -> Random:
    """A generator of its own for whatever the parts name."""
    return Random(number("chance", *parts, below=1 << 62))
