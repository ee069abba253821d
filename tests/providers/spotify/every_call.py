"""Everything that can be asked of Spotify, under the names of the contract."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from providers.listener import Listener
from providers.music import Playlist
from providers.spotify import SpotifyLibrary, SpotifyLibraryWriter
from providers.spotify.client import SpotifyClient
from tests.providers.spotify.numbered_library import ID

Ask = Callable[[SpotifyClient, Listener], Awaitable[object]]


@dataclass(frozen=True)
class Known:
    """Ids that mean something where the questions are asked."""

    playlist: str = ID
    artist: str = ID
    album: str = ID
    track: str = ID


def reading(known: Known) -> dict[str, Ask]:
    """Each question of the library, once."""
    own_playlist = Playlist(known.playlist, "")
    lib = SpotifyLibrary
    return {
        "account": lambda it, who: lib(it).account(who),
        "playlists": lambda it, who: lib(it).playlists(who),
        "playlist_items": lambda it, who: lib(it).playlist_items(who, own_playlist),
        "top_artists": lambda it, who: lib(it).top_artists(who, "years"),
        "top_tracks": lambda it, who: lib(it).top_tracks(who, "years"),
        "recent_plays": lambda it, who: lib(it).recent_plays(who),
        "now_playing": lambda it, who: lib(it).now_playing(who),
        "saved_tracks": lambda it, who: lib(it).saved_tracks(who),
        "saved_albums": lambda it, who: lib(it).saved_albums(who),
        "followed_artists": lambda it, who: lib(it).followed_artists(who),
        "artist": lambda it, who: lib(it).artist(who, known.artist),
        "artist_albums": lambda it, who: lib(it).artist_albums(who, known.artist, ()),
        "album_tracks": lambda it, who: lib(it).album_tracks(who, known.album),
        "track": lambda it, who: lib(it).track(who, known.track),
        "search": lambda it, who: lib(it).search(who, "a", ("artist", "track")),
        "saved_among": lambda it, who: lib(it).saved_among(who, [known.track]),
    }


def changing(known: Known) -> dict[str, Ask]:
    """Each change of a library, once."""
    writer = SpotifyLibraryWriter
    return {
        "create_playlist": lambda it, who: writer(it).create_playlist(who, "New"),
        "add_tracks": lambda it, who: writer(it).add_tracks(
            who, known.playlist, [known.track]
        ),
        "save": lambda it, who: writer(it).save(who, known.track),
        "remove_saved": lambda it, who: writer(it).remove_saved(who, known.track),
    }
