"""Every question to the library, and what becomes of the answer."""

import pytest
from aioresponses import aioresponses

from providers import music
from providers.errors import (
    Forbidden,
    NotFound,
    ProviderError,
)  # fmt: skip
from providers.library import Library, LibraryWriter
from providers.listener import Listener
from providers.spotify import SpotifyLibrary, SpotifyLibraryWriter
from tests.providers.spotify.conftest import Workbench, exhibit
from tests.providers.spotify.numbered_library import ANY, API, ID, PLAYLIST, Numbered


def test_it_is_the_library_of_the_contract(bench: Workbench) -> None:
    library: Library = bench.library()
    writer: LibraryWriter = SpotifyLibraryWriter(bench.client())
    assert isinstance(library, SpotifyLibrary)
    assert isinstance(writer, SpotifyLibraryWriter)


async def test_the_account(
    library: SpotifyLibrary, listener: Listener, spotify: aioresponses
) -> None:
    spotify.get(f"{API}/me", body=exhibit("me"))
    account = await library.account(listener)
    assert (account.id, account.user, account.name) == ("acc-7f3d2c", "smedjan", "Sam")


async def test_playlist_items(
    library: SpotifyLibrary, listener: Listener, spotify: aioresponses
) -> None:
    spotify.get(
        f"{API}/playlists/{ID}/items?additional_types=track,episode&limit=50&offset=0",
        body=exhibit("playlist_items"),
    )
    found = await library.playlist_items(listener, PLAYLIST)
    assert len(found.items) == 7
    assert (found.total, found.unreadable) == (7, 3)
    assert listener.turn.calls[0].endpoint == "/playlists/{id}/items"


async def test_the_contents_of_another_s_playlist_are_forbidden(
    library: SpotifyLibrary, listener: Listener, spotify: aioresponses
) -> None:
    told = {"error": {"status": 403, "message": "Forbidden"}}
    spotify.get(ANY, status=403, payload=told)
    with pytest.raises(Forbidden):
        await library.playlist_items(listener, PLAYLIST)


@pytest.mark.parametrize(
    ("playlist", "error"),
    [
        (music.Playlist(ID, "Editorial", owner_id="spotify", mine=False), Forbidden),
        (music.Playlist(ID, "Mine", owner_id="me", mine=True), NotFound),
        (music.Playlist(ID, "Ours", owner_id="x", collaborative=True), NotFound),
        (music.Playlist(ID, "Whose"), NotFound),
    ],
)
async def test_an_editorial_playlist_is_not_gone(
    library: SpotifyLibrary,
    listener: Listener,
    spotify: aioresponses,
    playlist: music.Playlist,
    error: type[ProviderError],
) -> None:
    spotify.get(ANY, status=404)
    with pytest.raises(error):
        await library.playlist_items(listener, playlist)


async def test_the_same_track_may_be_on_a_playlist_twice(
    library: SpotifyLibrary, listener: Listener, spotify: aioresponses
) -> None:
    item = {"item": {"id": "t", "name": "Again"}}
    spotify.get(ANY, payload={"items": [item, item], "total": 2})
    assert len((await library.playlist_items(listener, PLAYLIST)).items) == 2


@pytest.mark.parametrize(
    ("period", "time_range"),
    [("weeks", "short_term"), ("months", "medium_term"), ("years", "long_term")],
)
async def test_periods_are_time_ranges(
    library: SpotifyLibrary,
    listener: Listener,
    numbered: Numbered,
    period: music.Period,
    time_range: str,
) -> None:
    numbered.total = 120
    artists = await library.top_artists(listener, period)
    tracks = await library.top_tracks(listener, period)
    place = {"time_range": time_range, "limit": "50", "offset": "0"}
    assert numbered.asked == [("/me/top/artists", place), ("/me/top/tracks", place)]
    for found in (artists, tracks):
        assert len(found.items) == 50
        assert (found.total, found.complete) == (50, True)


async def test_an_artist_is_in_the_top_once(
    library: SpotifyLibrary, listener: Listener, spotify: aioresponses
) -> None:
    spotify.get(ANY, body=exhibit("top_artists"))
    found = await library.top_artists(listener, "weeks")
    assert [it.name for it in found.items] == ["Pitbull", "Sensato"]


async def test_recent_plays_newest_first_each_once(
    library: SpotifyLibrary, listener: Listener, spotify: aioresponses
) -> None:
    path = f"{API}/me/player/recently-played?limit=50"
    spotify.get(path, body=exhibit("recently_played"))
    found = await library.recent_plays(listener)
    assert [(it.played_at.hour, it.track.title) for it in found.items] == [
        (11, "Global Warming"), (9, "Global Warming"), (8, "Older"),
    ]  # fmt: skip
    assert (found.total, found.complete) == (3, True)


async def test_one_artist_one_track(
    library: SpotifyLibrary, listener: Listener, spotify: aioresponses
) -> None:
    spotify.get(f"{API}/artists/{ID}", body=exhibit("artist"))
    spotify.get(f"{API}/tracks/{ID}", body=exhibit("track"))
    assert (await library.artist(listener, ID)).name == "Pitbull"
    assert (await library.track(listener, ID)).title == "Global Warming"


@pytest.mark.parametrize(
    ("groups", "query"),
    [
        (("album", "single"), "include_groups=album,single&"),
        (("appears_on",), "include_groups=appears_on&"),
        ((), ""),
    ],
)
async def test_an_artist_s_albums_ten_at_most(
    library: SpotifyLibrary,
    listener: Listener,
    spotify: aioresponses,
    groups: tuple[music.AlbumGroup, ...],
    query: str,
) -> None:
    path = f"{API}/artists/{ID}/albums?{query}limit=10&offset=0"
    spotify.get(path, body=exhibit("artist_albums"))
    found = await library.artist_albums(listener, ID, groups)
    assert [it.name for it in found.items] == ["One", "Two"]
    assert (found.total, found.unreadable, found.complete) == (39, 1, False)


async def test_the_tracks_of_an_album(
    library: SpotifyLibrary, listener: Listener, spotify: aioresponses
) -> None:
    path = f"{API}/albums/{ID}/tracks?limit=50&offset=0"
    spotify.get(path, body=exhibit("album_tracks"))
    found = await library.album_tracks(listener, ID)
    assert [it.title for it in found.items] == ["Global Warming", "Second"]
