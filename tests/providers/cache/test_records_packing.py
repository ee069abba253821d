"""Values come back from their bytes, and take few of them."""

import zlib
from datetime import UTC, datetime
from random import Random
from string import ascii_letters, digits

import msgspec
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from providers.cache.records import (
    LARGEST_VALUE,
    Undecodable,
    decode,
    decompress,
    pack,
    unpack,
)
from providers.cache.ttl import PLAYLISTS, SAVED_AMONG, SAVED_TRACKS
from providers.music import Artist, Listing, Playlist, SavedTrack, Track

texts = st.text(max_size=40)
playlists = st.builds(Playlist, id=texts, name=texts, owner=st.none() | texts)
ALPHABET = ascii_letters + digits


def real_looking(rng: Random) -> Playlist:
    """A playlist with ids, versions and addresses as random as the service's."""
    playlist_id = "".join(rng.choices(ALPHABET, k=22))
    picture = "".join(rng.choices("0123456789abcdef", k=40))
    return Playlist(
        id=playlist_id,
        name=" ".join(rng.choices(["Road", "Trip", "Jazz", "Night", "Calm"], k=3)),
        owner="Ada",
        owner_id="ada-1815",
        mine=True,
        size=rng.randrange(500),
        version="".join(rng.choices(ALPHABET, k=32)),
        image=f"https://mosaic.scdn.co/640/{picture}",
    )


@given(st.lists(playlists, max_size=30), st.integers(0, 9999), st.booleans())
def test_lists_come_back(items: list[Playlist], total: int, complete: bool) -> None:
    value = Listing(tuple(items), total, complete)
    assert unpack(pack(value), PLAYLISTS.decoder) == value


def test_moments_and_sets_come_back() -> None:
    saved_at = datetime(2024, 2, 29, 23, 59, 59, 500, tzinfo=UTC)
    track = Track("t", "T", (Artist(None, "A"),), duration_ms=1)
    saves = Listing((SavedTrack(track, saved_at),), 1)
    assert unpack(pack(saves), SAVED_TRACKS.decoder) == saves
    among = frozenset({"a", "b"})
    assert unpack(pack(among), SAVED_AMONG.decoder) == among


@given(st.binary(max_size=200))
def test_whatever_else_is_unsound_or_of_the_kind(junk: bytes) -> None:
    try:
        assert isinstance(unpack(junk, PLAYLISTS.decoder), Listing)
    except Undecodable:
        return


@pytest.mark.parametrize(
    "junk", [b"", b"\x02abc", b"\x01abc", b"\x00\x93", b"\x00\xc0"]
)
def test_junk_is_unsound(junk: bytes) -> None:
    with pytest.raises(Undecodable):
        unpack(junk, PLAYLISTS.decoder)


def test_too_deep_is_unsound() -> None:
    with pytest.raises(Undecodable):
        decode(b"\x91" * 100_000, msgspec.msgpack.Decoder())


def _compressed(raw: bytes, *, told: bool = True) -> bytes:
    compressor = zstandard.ZstdCompressor(level=1, write_content_size=told)
    return b"\x02" + compressor.compress(raw)


def test_what_would_unpack_to_too_much_is_unsound() -> None:
    assert len(decompress(_compressed(bytes(LARGEST_VALUE)))) == LARGEST_VALUE
    with pytest.raises(Undecodable):
        decompress(_compressed(bytes(LARGEST_VALUE + 1)))


def test_what_does_not_tell_its_size_is_unsound() -> None:
    with pytest.raises(Undecodable):
        decompress(_compressed(bytes(1000), told=False))


def test_a_size_that_is_a_lie_is_unsound() -> None:
    payload = bytearray(_compressed(bytes(1000)))
    place = payload.index((1000 - 256).to_bytes(2, "little"))
    payload[place : place + 2] = (300).to_bytes(2, "little")
    with pytest.raises(Undecodable):
        decompress(bytes(payload))


@pytest.mark.parametrize("end", [-1, -5, -200])
def test_what_is_cut_off_or_longer_is_unsound(end: int) -> None:
    payload = pack("".join(Random(1).choices(ALPHABET, k=2000)))
    for changed in (payload[:end], payload + b"x" * -end):
        with pytest.raises(Undecodable):
            decompress(changed)


def test_values_of_an_older_release_are_unsound() -> None:
    value = Listing(tuple(real_looking(Random(n)) for n in range(20)), 20)
    deflated = b"\x01" + zlib.compress(msgspec.msgpack.encode(value), 3)
    with pytest.raises(Undecodable):
        unpack(deflated, PLAYLISTS.decoder)


def test_short_values_stay_as_they_are() -> None:
    assert decompress(pack(b"ab")) == pack(b"ab")[1:]


def test_what_does_not_shrink_stays_as_it_is() -> None:
    noise = Random(1).randbytes(500)
    assert len(pack(noise)) == len(msgspec.msgpack.encode(noise)) + 1


@pytest.mark.parametrize("count", [50, 240])
def test_a_playlist_takes_less_than_ninety_bytes(count: int) -> None:
    rng = Random(1)
    value = Listing(tuple(real_looking(rng) for _ in range(count)), count)
    assert len(pack(value)) / count <= 90
