"""Every question that a library answers."""

from collections.abc import Awaitable, Callable

from providers.library import Library
from providers.listener import Listener
from providers.music import Playlist

Asking = Callable[[Library, Listener], Awaitable[object]]
VERSIONED = Playlist(id="p", name="P", version="v1")

METHODS: dict[str, Asking] = {
    "playlists": lambda lib, who: lib.playlists(who),
    "playlist_items": lambda lib, who: lib.playlist_items(who, VERSIONED),
    "top_artists": lambda lib, who: lib.top_artists(who, "weeks"),
    "top_tracks": lambda lib, who: lib.top_tracks(who, "years"),
    "recent_plays": lambda lib, who: lib.recent_plays(who),
    "saved_tracks": lambda lib, who: lib.saved_tracks(who),
    "saved_albums": lambda lib, who: lib.saved_albums(who),
    "followed_artists": lambda lib, who: lib.followed_artists(who),
    "artist": lambda lib, who: lib.artist(who, "a1"),
    "artist_albums": lambda lib, who: lib.artist_albums(who, "a1", ["single"]),
    "album_tracks": lambda lib, who: lib.album_tracks(who, "b1"),
    "track": lambda lib, who: lib.track(who, "t1"),
    "search": lambda lib, who: lib.search(who, 'artist:"X"', ["track"], 5),
    "saved_among": lambda lib, who: lib.saved_among(who, ["t1", "t2"]),
}
