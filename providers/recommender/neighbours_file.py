"""Neighbours file: which artists are played by the same people; read at the start.

`pack` makes the content of such a file and `NeighboursFile` reads it. The layout is in
`docs/recommendations.md`. All numbers are little-endian.
"""

import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import accumulate
from math import hypot
from os import fstat
from pathlib import Path
from struct import Struct
from typing import BinaryIO, NamedTuple
from uuid import UUID

import msgspec

from providers.name_matching.normalization import artist_match_key
from providers.recommender.ranking.similar_artists import ArtistNames, Neighbour

MAGIC = b"ShelfNbr"
VERSION = 1

_DIGEST_SIZE = 32

_BEST = 255  # what is stored for the similarity of the first neighbour of a list

_NO_MBID = bytes(16)


class NeighboursUnreadable(Exception):
    """Raised for a file that cannot be used; the text says what is wrong with it."""


class ArtistEntry(msgspec.Struct, frozen=True):
    """An artist of a neighbours file.

    names: the name and the ids; an MBID is a UUID, and no text has tabs.
    keys: the `artist_match_key`s under which the artist is found; none if each of its
        names is better known as another artist's.
    neighbours: best first; their numbers are places among the entries.
    """

    names: ArtistNames
    keys: Sequence[str]
    neighbours: Sequence[Neighbour]


class _FileHeader(NamedTuple):
    """How many artists, neighbours in all and lookup entries a file has."""

    magic: bytes
    version: int
    artists: int
    neighbours: int
    lookups: int
    text_bytes: int

    def starts(self) -> tuple[int, ...]:
        """Return where each section of the body begins, and where the last one ends."""
        ends = 4 * (self.artists + 1)
        keys, values = 8 * self.lookups, 4 * self.lookups
        lists = 4 * self.neighbours, self.neighbours
        names = 16 * self.artists, self.text_bytes
        return tuple(accumulate((ends, ends, keys, values, *lists, *names), initial=0))


_HEADER = Struct("<8sIIIIQ")


def pack(entries: Iterable[ArtistEntry]) -> bytes:
    """Return the content of a neighbours file; the same entries give the same bytes."""
    list_ends, text_ends = [0], [0]
    numbers, similarities = bytearray(), bytearray()
    mbids, text = bytearray(), bytearray()
    lookup: dict[int, int] = {}
    for number, entry in enumerate(entries):
        numbers += _packed("I", [near.number for near in entry.neighbours])
        similarities += _scaled(entry.neighbours)
        list_ends.append(len(similarities))
        mbids += UUID(entry.names.mbid).bytes if entry.names.mbid else _NO_MBID
        names = filter(None, (entry.names.name, entry.names.spotify_id))
        text += "\t".join(names).encode()
        text_ends.append(len(text))
        for hashed in _hashes(entry):
            lookup.setdefault(hashed, number)
    counts = len(mbids) // 16, len(similarities), len(lookup), len(text)
    header = _HEADER.pack(*_FileHeader(MAGIC, VERSION, *counts))
    keys = sorted(lookup)
    values = [lookup[key] for key in keys]
    tables = (("I", list_ends), ("I", text_ends), ("Q", keys), ("I", values))
    body = b"".join(_packed(code, table) for code, table in tables)
    body += numbers + similarities + mbids + text
    return header + _digest(header, body) + body


def _packed(code: str, values: Sequence[int]) -> bytes:
    return Struct(f"<{len(values)}{code}").pack(*values)


def _scaled(neighbours: Sequence[Neighbour]) -> bytes:
    top = max((near.similarity for near in neighbours), default=1.0)
    return bytes(max(1, round(_BEST * near.similarity / top)) for near in neighbours)


def _hashes(entry: ArtistEntry) -> Iterator[int]:
    yield from (_hash("name", key) for key in entry.keys)
    if entry.names.mbid:
        yield _hash("mbid", str(UUID(entry.names.mbid)))
    if entry.names.spotify_id:
        yield _hash("spotify", entry.names.spotify_id)


def _hash(kind: str, text: str) -> int:
    digest = blake2b(f"{kind}:{text}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "little")


def _digest(header: bytes, body: bytes) -> bytes:
    digest = blake2b(header, digest_size=_DIGEST_SIZE)
    digest.update(body)
    return digest.digest()


class NeighboursFile:
    """Similar artists of a neighbours file; a `SimilarArtists`.

    The whole file is in memory. It is not memory-mapped, because a mapped file that
    somebody shortens ends the process. Measured with 50,000 artists of 50 neighbours
    each, MusicBrainz ids and no Spotify ids: 15.5 MB on disk, 18.3 MB of memory.
    """

    def __init__(self, header: _FileHeader, body: bytes) -> None:
        self._header, self._body = header, body
        self._lists, self._texts, *rest = header.starts()
        keys, self._values, self._numbers, *rest = rest
        self._keys = array("Q", body[keys : self._values])
        if sys.byteorder == "big":
            self._keys.byteswap()
        self._similarities, self._mbids, self._text, _ = rest

    def __len__(self) -> int:
        return self._header.artists

    def find(
        self, name: str, *, mbid: str | None = None, spotify_id: str | None = None
    ) -> int | None:
        """Return an artist's number, by id if the file has it, else by name.

        None for an artist that is not in the file, and for a name that several artists
        share of whom none is much better known than the others.
        """
        if spotify_id and (number := self._number("spotify", spotify_id)) is not None:
            return number
        if mbid and (number := self._number("mbid", mbid.lower())) is not None:
            return number
        key = artist_match_key(name)
        return self._number("name", key) if key else None

    def _number(self, kind: str, text: str) -> int | None:
        hashed = _hash(kind, text)
        place = bisect_left(self._keys, hashed)
        if place == len(self._keys) or self._keys[place] != hashed:
            return None
        return self._uint32(self._values, place)

    def _uint32(self, section: int, place: int) -> int:
        start = section + 4 * place
        return int.from_bytes(self._body[start : start + 4], "little")

    def neighbours(self, number: int) -> list[Neighbour]:
        """Return the neighbours of an artist, best first; the list has unit length."""
        first, end = (self._uint32(self._lists, number + more) for more in (0, 1))
        stored = self._body[self._similarities + first : self._similarities + end]
        length = hypot(*stored)
        numbers = Struct(f"<{end - first}I").unpack_from(
            self._body, self._numbers + 4 * first
        )
        return list(map(Neighbour, numbers, [each / length for each in stored]))

    def names(self, number: int) -> ArtistNames:
        """Return the name and the ids of an artist."""
        first, end = (self._uint32(self._texts, number + more) for more in (0, 1))
        text = self._body[self._text + first : self._text + end].decode()
        name, _, spotify_id = text.partition("\t")
        start = self._mbids + 16 * number
        mbid = self._body[start : start + 16]
        known = None if mbid == _NO_MBID else str(UUID(bytes=mbid))
        return ArtistNames(name, known, spotify_id or None)


def read_neighbours(path: Path) -> NeighboursFile:
    """Read a neighbours file and check it. Raise `NeighboursUnreadable`.

    Measured with 50,000 artists: 21 ms of CPU.
    """
    try:
        with path.open("rb") as stream:
            return _read(stream)
    except FileNotFoundError:
        raise NeighboursUnreadable("there is no such file") from None
    except OSError:
        raise NeighboursUnreadable("the file cannot be read") from None


def _read(stream: BinaryIO) -> NeighboursFile:
    packed = stream.read(_HEADER.size)
    if packed[: len(MAGIC)] != MAGIC:
        raise NeighboursUnreadable("the file holds no neighbours of artists")
    if len(packed) < _HEADER.size:
        raise NeighboursUnreadable("the file is damaged")
    header = _FileHeader(*_HEADER.unpack(packed))
    if header.version != VERSION:
        what = f"the file has version {header.version}, and {VERSION} can be read"
        raise NeighboursUnreadable(what)
    digest = stream.read(_DIGEST_SIZE)
    size = fstat(stream.fileno()).st_size - _HEADER.size - _DIGEST_SIZE
    if header.starts()[-1] != size:  # checked before that many bytes are read
        raise NeighboursUnreadable("the file is damaged")
    body = stream.read(size)
    if digest != _digest(packed, body):
        raise NeighboursUnreadable("the file is damaged")
    return NeighboursFile(header, body)
