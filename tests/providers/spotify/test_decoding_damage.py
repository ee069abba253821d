"""Every exhibit, damaged at random: read or unreadable, never anything else."""

import json
import random
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from providers import music
from providers.errors import Unreadable
from providers.spotify import decoding, schema
from providers.spotify.decoding import EntityDecoder
from tests.providers.spotify.conftest import MUSEUM, exhibit

pytestmark = pytest.mark.no_cover

SHAPES: dict[str, EntityDecoder[Any, Any]] = {
    "playlists": decoding.PLAYLIST,
    "playlist_items": decoding.PLAYLIST_ITEM,
    "top_artists": decoding.ARTIST,
    "top_tracks": decoding.TRACK,
    "recently_played": decoding.PLAY,
    "saved_tracks": decoding.SAVED_TRACK,
    "saved_albums": decoding.SAVED_ALBUM,
    "artist_albums": decoding.ALBUM,
    "album_tracks": decoding.TRACK,
}


def places(value: object, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The path of every node below a value."""
    if isinstance(value, dict):
        inner = [it for k, v in value.items() for it in places(v, (*path, k))]
    elif isinstance(value, list):
        inner = [it for k, v in enumerate(value) for it in places(v, (*path, k))]
    else:
        inner = []
    return [path, *inner]


@pytest.mark.parametrize("name", SHAPES)
@settings(max_examples=60)
@given(seed=st.integers(0, 2**32), wrong=st.sampled_from(
    [None, 0, -1, 1.5, "", "x", True, [], {}, [None], {"a": None}, "9" * 50, 10**30]
))  # fmt: skip
def test_a_wrong_value_anywhere_costs_at_most_its_element(
    name: str, seed: int, wrong: object
) -> None:
    body = exhibit(name)
    whole = SHAPES[name].decode_page(body).items
    payload = json.loads(body)
    path = random.Random(seed).choice(places(payload["items"])[1:])
    spot = payload["items"]
    for key in path[:-1]:
        spot = spot[key]
    spot[path[-1]] = wrong
    left = SHAPES[name].decode_page(json.dumps(payload).encode())
    assert left.sent == len(payload["items"])
    assert abs(len(left.items) - len(whole)) <= 1
    clean = {msgspec.json.encode(it) for it in left.items}
    assert len({msgspec.json.encode(it) for it in whole} - clean) <= 1


@pytest.mark.parametrize("name", SHAPES)
@settings(max_examples=60)
@given(data=st.data())
def test_torn_and_stained_pages_are_read_or_unreadable(
    name: str, data: st.DataObject
) -> None:
    body = bytearray(exhibit(name))
    for _ in range(data.draw(st.integers(1, 6))):
        body[data.draw(st.integers(0, len(body) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(body)))
    for damaged in (bytes(body), bytes(body[:cut])):
        try:
            read = SHAPES[name].decode_page(damaged)
        except Unreadable:
            continue
        assert all(isinstance(it, music.Value) for it in read.items)


@given(st.binary(max_size=100))
def test_any_bytes_are_read_or_unreadable(body: bytes) -> None:
    for read in (
        decoding.PLAYLIST.decode_page,
        decoding.TRACK.decode_one,
        decoding.decode_followed,
    ):
        try:
            read(body)
        except Unreadable:
            continue


def test_what_was_read_can_be_kept() -> None:
    """The cache packs domain values; every exhibit survives it."""
    for name, shape in SHAPES.items():
        for item in shape.decode_page(exhibit(name)).items:
            packed = msgspec.msgpack.encode(item)
            assert msgspec.msgpack.decode(packed, type=type(item)) == item


def test_every_exhibit_is_looked_at() -> None:
    others = {"me", "me_before_2026", "playlists_items_null", "following",
              "following_end", "search", "artist", "track"}  # fmt: skip
    assert {it.stem for it in MUSEUM.glob("*.json")} == set(SHAPES) | others


def test_the_wire_needs_nothing() -> None:
    """Every field of every element may be missing."""
    for kind in (
        schema.User,
        schema.Playlist,
        schema.PlaylistItem,
        schema.Play,
        schema.Album,
    ):
        assert msgspec.json.decode(b"{}", type=kind) == kind()
