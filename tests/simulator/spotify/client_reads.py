"""Everything that the real client reads, as a table; clients with an empty cache."""

import asyncio
import random
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime
from typing import Any, get_args

import aiohttp

from providers import music
from providers.deadline import Deadline
from providers.listener import Listener
from providers.music import AlbumGroup, Kind
from providers.rate_limit import LocalRateLimitState
from providers.secret import Secret
from providers.spotify.call_policy import CallPolicy, RetryBudget
from providers.spotify.client import SpotifyClient
from providers.spotify.library import SpotifyLibrary
from providers.turn_telemetry import Turn
from simulator.spotify.data.accounts import FakeAccount
from simulator.spotify.data.player import ConnectDevice
from simulator.spotify.data.user_library import FakePlaylist
from simulator.spotify.world import World

ACCOUNT = "load-13"
Reading = Callable[[SpotifyLibrary, Listener], Awaitable[Any]]


async def _no_pause(_seconds: float) -> None:
    """A retry that does not wait."""


def call_policy() -> CallPolicy:
    """Nothing learned yet of any limit."""
    clock = asyncio.get_running_loop().time
    return CallPolicy(
        rate_limit=LocalRateLimitState(clock),
        budget=RetryBudget(clock),
        rng=random.Random(1),
        wall_clock=lambda: datetime.now(UTC),
        pause=_no_pause,
    )


def fresh_library(session: aiohttp.ClientSession, base_url: str) -> SpotifyLibrary:
    client = SpotifyClient(session, base_url, policy=call_policy())
    return SpotifyLibrary(client)


def somebody(token: str = ACCOUNT, seconds: float = 20) -> Listener:
    clock = asyncio.get_running_loop().time
    return Listener(
        key=Secret(f"key of {token}"),
        token=Secret(token),
        deadline=Deadline.after(seconds, clock),
        turn=Turn(clock),
    )


def _shelf(account: FakeAccount) -> list[FakePlaylist]:
    return [one for one in account.library.playlists if isinstance(one, FakePlaylist)]


def readings(world: World) -> Mapping[str, Reading]:
    """Endpoint by endpoint, for things that are there."""
    account = world.account(ACCOUNT)
    assert account is not None
    own = next(one for one in _shelf(account) if one.readable_by(account.profile.id))
    track = next(one for one in world.catalogue.tracks if len(one.album.tracks) > 7)
    album, artist = track.album, track.artists[0]
    account.player.devices[:] = [
        ConnectDevice("d", "Kitchen", "Speaker", 50, active=True)
    ]
    account.player.load(track)
    mine = music.Playlist(own.id, own.name)
    return {
        "GET /me": lambda to, who: to.account(who),
        "GET /me/playlists": lambda to, who: to.playlists(who),
        "GET /playlists/{id}/items": lambda to, who: to.playlist_items(who, mine),
        "GET /me/top/artists": lambda to, who: to.top_artists(who, "weeks"),
        "GET /me/top/tracks": lambda to, who: to.top_tracks(who, "years"),
        "GET /me/player/recently-played": lambda to, who: to.recent_plays(who),
        "GET /me/player/currently-playing": lambda to, who: to.now_playing(who),
        "GET /me/tracks": lambda to, who: to.saved_tracks(who),
        "GET /me/albums": lambda to, who: to.saved_albums(who),
        "GET /me/following": lambda to, who: to.followed_artists(who),
        "GET /search": lambda to, who: to.search(who, "glass", get_args(Kind)),
        "GET /artists/{id}": lambda to, who: to.artist(who, artist.id),
        "GET /artists/{id}/albums": lambda to, who: to.artist_albums(
            who, artist.id, get_args(AlbumGroup)
        ),
        "GET /albums/{id}/tracks": lambda to, who: to.album_tracks(who, album.id),
        "GET /tracks/{id}": lambda to, who: to.track(who, track.id),
        "GET /me/library/contains": lambda to, who: to.saved_among(who, [track.id]),
    }
