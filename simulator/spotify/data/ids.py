"""Ids, ISRC codes and random generators that follow from names alone."""

import base64
from hashlib import blake2b
from random import Random

_TO_BASE62 = bytes.maketrans(b"+/", b"Zz")
_ID_LENGTH = 22
_DIGITS = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")


def base62_id(*parts: object) -> str:
    """Return an id as the Web API has them: 22 letters and digits.

    The same parts give the same id on every machine.
    https://developer.spotify.com/documentation/web-api/concepts/spotify-uris-ids
    """
    digest = blake2b("\x1f".join(map(str, parts)).encode(), digest_size=18).digest()
    return base64.b64encode(digest).translate(_TO_BASE62)[:_ID_LENGTH].decode()


def is_base62_id(text: str) -> bool:
    """Return whether the text has the form of an id of the Web API."""
    return len(text) == _ID_LENGTH and _DIGITS.issuperset(text)


def number(*parts: object, below: int) -> int:
    """Return a number in [0, below) that follows from the parts."""
    digest = blake2b("\x1f".join(map(str, parts)).encode(), digest_size=8).digest()
    return int.from_bytes(digest) % below


def isrc(*parts: object, year: int) -> str:
    """Return an ISRC (ISO 3901, twelve characters) that follows from the parts.

    Anybody may register the prefix `QZ`.
    """
    return f"QZ{'STN'}{year % 100:02d}{number('isrc', *parts, below=100_000):05d}"


def seeded_random(*parts: object) -> Random:
    """Return a random generator whose seed follows from the parts."""
    return Random(number("chance", *parts, below=1 << 62))
