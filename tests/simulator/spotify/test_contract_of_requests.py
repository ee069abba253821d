"""Every request of the real client, held against the published description."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any, get_args

import aiohttp
import msgspec
import pytest

from providers.listener import Listener
from providers.music import AlbumGroup, Kind
from providers.player import MusicToPlay
from providers.spotify import SpotifyLibrary, SpotifyLibraryWriter
from providers.spotify.client import SpotifyClient
from providers.spotify.ids import context_uri
from providers.spotify.player import SpotifyPlayer
from simulator.spotify.server import RunningSpotify
from tests.simulator.spotify.client_reads import call_policy, somebody
from tests.simulator.spotify.openapi_contract import Contract, contract
from tests.simulator.spotify.openapi_schema import Complaint

pytestmark = pytest.mark.no_cover

__all__ = ["contract"]

EVERY_GET = {
    "/albums/{id}/tracks", "/artists/{id}", "/artists/{id}/albums", "/me", "/me/albums",
    "/me/following", "/me/library/contains", "/me/player/currently-playing",
    "/me/player/devices", "/me/player/recently-played",
    "/me/playlists", "/me/top/artists", "/me/top/tracks", "/me/tracks",
    "/playlists/{playlist_id}/items", "/search", "/tracks/{id}",
}  # fmt: skip
EVERY_CHANGE = {
    ("POST", "/me/playlists"), ("POST", "/playlists/{playlist_id}/items"),
    ("PUT", "/me/library"), ("DELETE", "/me/library"),
    ("PUT", "/me/player"), ("PUT", "/me/player/play"), ("PUT", "/me/player/pause"),
    ("PUT", "/me/player/shuffle"), ("POST", "/me/player/next"),
    ("POST", "/me/player/previous"), ("POST", "/me/player/queue"),
}  # fmt: skip


@dataclass
class Sent:
    """A request as it went over the wire; `url` begins after the version."""

    method: str
    url: str
    body: bytes = b""

    @property
    def json(self) -> Any:
        return msgspec.json.decode(self.body) if self.body else None


@dataclass
class Wiretap:
    """The real client at the fake Spotify, and everything that the client sends."""

    library: SpotifyLibrary
    shelving: SpotifyLibraryWriter
    player: SpotifyPlayer
    sent: list[Sent] = field(default_factory=list)

    def trace(self, prefix: str) -> aiohttp.TraceConfig:
        async def starts(
            _session: object, context: SimpleNamespace, answer: Any
        ) -> None:
            url = str(answer.url).removeprefix(prefix)
            context.sent = Sent(answer.method, url)
            self.sent.append(context.sent)

        async def sends(
            _session: object, context: SimpleNamespace, answer: Any
        ) -> None:
            context.sent.body += answer.chunk

        config = aiohttp.TraceConfig()
        config.on_request_start.append(starts)
        config.on_request_chunk_sent.append(sends)
        return config

    def complaints(self, contract: Contract) -> list[tuple[str, Complaint]]:
        return [
            (one.url, complaint)
            for one in self.sent
            for complaint in contract.request(one.method, one.url, one.json)
        ]


@pytest.fixture
async def wiretap(spotify: RunningSpotify) -> AsyncIterator[Wiretap]:
    async with aiohttp.ClientSession() as session:
        client = SpotifyClient(session, spotify.api_url, policy=call_policy())
        tap = Wiretap(
            SpotifyLibrary(client), SpotifyLibraryWriter(client), SpotifyPlayer(client)
        )
        session.trace_configs.append(tap.trace(spotify.api_url))
        session.trace_configs[0].freeze()
        yield tap


async def _read_everything(library: SpotifyLibrary, listener: Listener) -> None:
    await library.account(listener)
    playlists = await library.playlists(listener)
    await library.playlist_items(listener, playlists.items[0])
    await library.page_of_items(listener, playlists.items[0], "first")
    await library.page_of_items(listener, playlists.items[0], "last")
    for period in ("weeks", "months", "years"):
        await library.top_artists(listener, period)
        await library.top_tracks(listener, period)
    await library.recent_plays(listener)
    await library.now_playing(listener)
    await library.saved_tracks(listener)
    await library.saved_albums(listener)
    (artist, *_) = (await library.followed_artists(listener)).items
    assert artist.id is not None
    await library.artist(listener, artist.id)
    albums = await library.artist_albums(listener, artist.id, get_args(AlbumGroup))
    await library.artist_albums(listener, artist.id, ())
    album_id = albums.items[0].id
    assert album_id is not None
    (track, *_) = (await library.album_tracks(listener, album_id)).items
    assert track.id is not None
    await library.track(listener, track.id)
    await library.saved_among(listener, [track.id])
    kinds = get_args(Kind)
    await library.search(listener, 'genre:"jazz" year:2020-2026', kinds)
    await library.search(listener, "夜 & <day>", kinds, limit=40)


async def _command_everything(
    player: SpotifyPlayer, listener: Listener, music: MusicToPlay
) -> None:
    first, *_, last = await player.devices(listener)
    assert last.id is not None
    await player.play(listener, music)
    await player.play(listener, MusicToPlay(tracks=music.tracks, first=0), first.id)
    await player.shuffle(listener, on=True)
    await player.shuffle(listener, first.id, on=False)
    await player.pause(listener)
    await player.resume(listener)
    await player.next(listener)
    await player.previous(listener)
    await player.queue(listener, music.tracks[0])
    await player.move(listener, last.id)


async def test_every_request_is_as_described(
    wiretap: Wiretap, contract: Contract, capsys: pytest.CaptureFixture[str]
) -> None:
    for token in ("ada", "yuki", "load-5"):
        listener = somebody(token)
        await _read_everything(wiretap.library, listener)
    made = await wiretap.shelving.create_playlist(somebody("ada"), "New", "For now")
    listener = somebody("ada")
    (play, *_) = (await wiretap.library.recent_plays(listener)).items
    assert play.track.id is not None
    await wiretap.shelving.add_tracks(listener, made.id, [play.track.id] * 130)
    await wiretap.shelving.save(listener, play.track.id)
    await wiretap.shelving.remove_saved(listener, play.track.id)
    context = context_uri("playlist", made.id)
    music = MusicToPlay(context, tracks=(play.track.id,), first=1)
    await _command_everything(wiretap.player, listener, music)
    assert wiretap.complaints(contract) == []
    calls = [
        (one.method, contract.operation(one.method, _path(one))) for one in wiretap.sent
    ]
    used = {(method, known[0]) for method, known in calls if known}
    assert {template for method, template in used if method == "GET"} == EVERY_GET
    assert {call for call in used if call[0] != "GET"} == EVERY_CHANGE
    with capsys.disabled():
        count = len(wiretap.sent)
        print(f"\ncontract: {count} requests of {len(used)} kinds as described")


def _path(sent: Sent) -> str:
    return sent.url.partition("?")[0]


def test_planted_violations_are_found(contract: Contract) -> None:
    for method, url, body in (
        ("GET", "/me/playlists?limit=51", None),
        ("GET", "/me/playlists?limit=many", None),
        ("GET", "/me/playlists?page=2", None),
        ("GET", "/search?type=artist", None),
        ("GET", "/search?q=x&type=artist,mood", None),
        ("GET", "/me/following?type=user", None),
        ("GET", "/recommendations", None),
        ("POST", "/me/playlists", {"public": False}),
        ("POST", "/me/playlists", {"name": 7}),
        ("DELETE", "/me/library?uris=a", {"uris": []}),
    ):
        assert len(contract.request(method, url, body)) == 1, url
    assert contract.request("GET", "/me/playlists?limit=50&offset=100") == []
