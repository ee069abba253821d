"""Changing a library."""

import json
from typing import Any

import pytest
from aioresponses import aioresponses
from msgspec.structs import replace

from providers.daily_quota import DailyQuota
from providers.errors import (
    Forbidden,
    NotFound,
    ProviderError,
    QuotaExceeded,
    ScopeMissing,
    Unconfirmed,
)
from providers.listener import Listener
from providers.spotify import SpotifyLibraryWriter
from providers.spotify.player import SpotifyPlayer
from tests.providers.spotify.conftest import NOW, Workbench
from tests.providers.spotify.numbered_library import API

P = "3cEYpjA9oz9GiPac4AsH4n"


def bodies(spotify: aioresponses) -> list[dict[str, Any]]:
    every = [call for calls in spotify.requests.values() for call in calls]
    return [json.loads(call.kwargs["data"]) for call in every]


async def test_a_new_playlist_is_private_and_one_s_own(
    writer: SpotifyLibraryWriter, listener: Listener, spotify: aioresponses
) -> None:
    made = {"id": P, "name": "Mix"}
    spotify.post(f"{API}/me/playlists", status=201, payload=made)
    playlist = await writer.create_playlist(listener, "Mix", "For\n a  walk")
    assert (playlist.id, playlist.name, playlist.mine) == (P, "Mix", True)
    assert bodies(spotify) == [
        {"name": "Mix", "public": False, "description": "For a walk"}
    ]


async def test_no_description_is_none(
    writer: SpotifyLibraryWriter, listener: Listener, spotify: aioresponses
) -> None:
    spotify.post(f"{API}/me/playlists", status=201, payload={"id": P, "name": "Mix"})
    await writer.create_playlist(listener, "Mix", " \n")
    assert bodies(spotify) == [{"name": "Mix", "public": False}]


@pytest.mark.parametrize("payload", [{}, {"id": None, "name": "Mix"}, []])
async def test_a_playlist_that_cannot_be_found_again_is_unreadable(
    writer: SpotifyLibraryWriter,
    listener: Listener,
    spotify: aioresponses,
    payload: object,
) -> None:
    spotify.post(f"{API}/me/playlists", status=201, payload=payload)
    with pytest.raises(Unconfirmed):
        await writer.create_playlist(listener, "Mix")


@pytest.mark.parametrize(
    "answer", [(201, b'{"snapshot_id":"x"}'), (200, b""), (204, b"")]
)
async def test_tracks_go_on_in_order_a_hundred_at_a_time(
    writer: SpotifyLibraryWriter,
    listener: Listener,
    spotify: aioresponses,
    answer: tuple[int, bytes],
) -> None:
    status, body = answer
    path = f"{API}/playlists/{P}/items"
    spotify.post(path, status=status, body=body, repeat=True)
    asked = [f"n{number}" for number in range(150)]
    await writer.add_tracks(listener, P, asked)
    sent = [it["uris"] for it in bodies(spotify)]
    assert [len(it) for it in sent] == [100, 50]
    assert [uri for uris in sent for uri in uris] == [
        f"spotify:track:{it}" for it in asked
    ]


async def test_nothing_to_add_is_nothing_to_call(
    writer: SpotifyLibraryWriter, listener: Listener, spotify: aioresponses
) -> None:
    await writer.add_tracks(listener, P, [])
    assert not spotify.requests


@pytest.mark.parametrize(
    ("playlist", "tracks"), [("../me", ["n1"]), (P, ["n1", "n,2"]), ("", ["n1"])]
)
async def test_a_hostile_id_changes_nothing(
    writer: SpotifyLibraryWriter,
    listener: Listener,
    spotify: aioresponses,
    playlist: str,
    tracks: list[str],
) -> None:
    with pytest.raises(NotFound):
        await writer.add_tracks(listener, playlist, tracks)
    assert not spotify.requests


@pytest.mark.parametrize(
    ("message", "error"),
    [("Insufficient client scope", ScopeMissing), ("Forbidden", Forbidden)],
)
async def test_a_refused_change_is_typed(
    writer: SpotifyLibraryWriter,
    listener: Listener,
    spotify: aioresponses,
    message: str,
    error: type[ProviderError],
) -> None:
    told = {"error": {"status": 403, "message": message}}
    spotify.post(f"{API}/playlists/{P}/items", status=403, payload=told)
    with pytest.raises(error):
        await writer.add_tracks(listener, P, ["n1"])


@pytest.mark.parametrize(
    ("status", "error"),
    [(404, NotFound), (500, Unconfirmed), (503, Unconfirmed), (403, Forbidden)],
)
async def test_whether_a_song_was_saved(
    writer: SpotifyLibraryWriter,
    listener: Listener,
    spotify: aioresponses,
    status: int,
    error: type[ProviderError],
) -> None:
    url = f"{API}/me/library?uris=spotify%3Atrack%3An1"
    spotify.put(url, status=status)
    spotify.delete(url, status=200)
    with pytest.raises(error):
        await writer.save(listener, "n1")
    await writer.remove_saved(listener, "n1")
    assert [call.attempt for call in listener.turn.calls] == [1, 1]


async def test_changes_and_commands_are_counted_and_yield_last(
    bench: Workbench, listener: Listener, spotify: aioresponses
) -> None:
    quota = DailyQuota(100, NOW.timestamp)
    bench.policy = replace(bench.policy, quota=quota)
    while quota.used() < 98:
        quota.count()
    client = bench.client()
    spotify.post(f"{API}/me/playlists", status=201, payload={"id": P, "name": "Mix"})
    await SpotifyLibraryWriter(client).create_playlist(listener, "Mix")
    spotify.put(f"{API}/me/player/pause", status=204)
    await SpotifyPlayer(client).pause(listener)
    assert quota.left() == 0
    with pytest.raises(QuotaExceeded):
        await SpotifyLibraryWriter(client).create_playlist(listener, "Mix")
    with pytest.raises(QuotaExceeded):
        await SpotifyPlayer(client).pause(listener)
    assert sum(len(calls) for calls in spotify.requests.values()) == 2
