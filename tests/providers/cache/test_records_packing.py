"""Values come back from their bytes, and take few of them."""

from datetime import UTC, datetime
from random import Random
from string import ascii_letters, digits

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from providers.cache.records import Undecodable, decode, decompress, pack, unpack
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
        link=f"https://open.spotify.com/playlist/{playlist_id}",
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


def test_short_values_stay_as_they_are() -> None:
    assert decompress(pack(b"ab")) == pack(b"ab")[1:]


def test_what_does_not_shrink_stays_as_it_is() -> None:
    noise = Random(1).randbytes(500)
    assert len(pack(noise)) == len(msgspec.msgpack.encode(noise)) + 1


@pytest.mark.parametrize("count", [50, 240])
def test_a_playlist_takes_about_a_hundred_bytes(count: int) -> None:
    rng = Random(1)
    value = Listing(tuple(real_looking(rng) for _ in range(count)), count)
    assert len(pack(value)) / count <= 101
