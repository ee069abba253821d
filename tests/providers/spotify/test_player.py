"""The player's commands at the fake Spotify: obeyed, refused, and never sent twice."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass

import pytest

from providers.errors import (
    NoActiveDevice,
    NotFound,
    PlayerRefused,
    PremiumToPlay,
    ProviderError,
    RateLimited,
    ScopeMissing,
    Unconfirmed,
)
from providers.listener import Listener
from providers.player import MusicToPlay
from providers.spotify.ids import context_uri
from providers.spotify.player import SpotifyPlayer
from simulator.spotify.data.player import Player
from simulator.spotify.server import RunningSpotify, serving
from simulator.spotify.world import World
from tests.providers.spotify.conftest import NOW, Workbench, listener_for

Command = Callable[[SpotifyPlayer, Listener], Awaitable[None]]
GONE = MusicToPlay(tracks=("1" * 22,))

COMMANDS: dict[str, Command] = {
    "PUT /me/player/play": lambda it, who: it.resume(who),
    "PUT /me/player/pause": lambda it, who: it.pause(who),
    "POST /me/player/next": lambda it, who: it.next(who),
    "POST /me/player/previous": lambda it, who: it.previous(who),
    "PUT /me/player/shuffle": lambda it, who: it.shuffle(who, on=True),
    "PUT /me/player": lambda it, who: it.move(who, "ada-phone"),
    "POST /me/player/queue": lambda it, who: it.queue(who, "1" * 22),
}
FAULTS: dict[str, type[ProviderError]] = {
    "device_gone": NoActiveDevice,
    "no_device": NoActiveDevice,
    "restricted": PlayerRefused,
    "forbidden": PlayerRefused,
    "forbidden_scope": ScopeMissing,
    "rate_limit": RateLimited,
    "unavailable": Unconfirmed,
    "reset": Unconfirmed,
}


@dataclass
class Room:
    """A player of the fake Spotify, and the client that commands it."""

    spotify: RunningSpotify
    bench: Workbench

    @property
    def player(self) -> SpotifyPlayer:
        bench = Workbench(self.bench.session)  # which has learned of no limit yet
        return SpotifyPlayer(bench.client(self.spotify.api_url))

    @property
    def state(self) -> Player:
        account = self.spotify.world.account("ada")
        assert account
        return account.player


@pytest.fixture
async def room(bench: Workbench) -> AsyncIterator[Room]:
    async with serving(World(now=lambda: NOW)) as spotify:
        yield Room(spotify, bench)


async def test_the_player_obeys(room: Room) -> None:
    ada, player = listener_for("ada"), room.player
    devices = await player.devices(ada)
    assert [(one.name, one.active) for one in devices] == [
        ("Kitchen", True),
        ("Phone", False),
    ]
    album = next(a for a in room.spotify.world.catalogue.albums if len(a.tracks) > 3)
    music = MusicToPlay(context_uri("album", album.id), first=1)
    await player.play(ada, music, "ada-phone")
    state = room.state
    assert (state.playing, state.track) == (True, album.tracks[1])
    assert state.active
    assert state.active.name == "Phone"
    await player.next(ada)
    assert state.track == album.tracks[2]
    await player.previous(ada)
    assert state.track == album.tracks[1]
    await player.queue(ada, album.tracks[3].id)
    await player.next(ada)
    assert state.track == album.tracks[3]
    await player.pause(ada)
    assert not state.playing
    await player.move(ada, "ada-kitchen")
    assert (state.playing, state.active.name) == (True, "Kitchen")
    await player.shuffle(ada, on=True)
    assert state.shuffled
    await player.play(ada, MusicToPlay(tracks=(album.tracks[0].id, album.tracks[3].id)))
    assert (state.track, state.upcoming) == (album.tracks[0], [album.tracks[3]])


@pytest.mark.parametrize("fault", FAULTS)
async def test_a_command_is_sent_once_whatever_happens(room: Room, fault: str) -> None:
    room.spotify.faults.add(fault)
    for endpoint, command in COMMANDS.items():
        with pytest.raises(FAULTS[fault]):
            await command(room.player, listener_for("ada"))
        assert room.spotify.world.counters.calls(endpoint) == 1


async def test_what_the_player_refuses(room: Room) -> None:
    with pytest.raises(PlayerRefused):
        await room.player.pause(listener_for("ada"))
    with pytest.raises(PremiumToPlay):
        await room.player.resume(listener_for("free"))
    with pytest.raises(NotFound):
        await room.player.play(listener_for("ada"), GONE)
    with pytest.raises(NoActiveDevice):
        await room.player.play(listener_for("ada"), GONE, "gone")
    assert await room.player.devices(listener_for("nobody")) == ()
