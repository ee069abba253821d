"""The lists that can be read out page by page: `SpokenList`s over the library.

`playlists`: all playlists, those with a song, the tracks of one, what was added to one
last. `albums`: the tracks of an album. `tracks`, `artists`, `new_releases`: the
listener's music.
`recommendations`: songs that are recommended, `recommended_playlists`: playlists.
"""

from handlers.lists.albums import AlbumTracks, OneAlbum
from handlers.lists.artists import (
    FollowedArtists,
    Namesakes,
    OneArtist,
    TopArtists,
    newest_release,
)
from handlers.lists.new_releases import ArrivalList, NewReleases
from handlers.lists.playlists import (
    PlaylistList,
    PlaylistTracks,
    RecentlyAdded,
    SongPlaces,
)
from handlers.lists.recommendations import Picks
from handlers.lists.recommended_playlists import PlaylistPicks, wish_id
from handlers.lists.tracks import (
    LatestSaves,
    PlayingTrack,
    RecentPlays,
    SpokenPicks,
    TopTracks,
    focus_on_playing,
)

__all__ = [
    "AlbumTracks",
    "ArrivalList",
    "FollowedArtists",
    "LatestSaves",
    "Namesakes",
    "NewReleases",
    "OneAlbum",
    "OneArtist",
    "Picks",
    "PlayingTrack",
    "PlaylistList",
    "PlaylistPicks",
    "PlaylistTracks",
    "RecentPlays",
    "RecentlyAdded",
    "SongPlaces",
    "SpokenPicks",
    "TopArtists",
    "TopTracks",
    "focus_on_playing",
    "newest_release",
    "wish_id",
]
