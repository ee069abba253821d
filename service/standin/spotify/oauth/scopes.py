"""The permissions, in the words that a listener is asked with."""

from collections.abc import Mapping
from types import MappingProxyType

# https://developer.spotify.com/documentation/web-api/concepts/scopes
SCOPES: Mapping[str, str] = MappingProxyType(
    {
        "app-remote-control": "Communicate with the app on your device",
        "playlist-modify-private": "Create and change your private playlists",
        "playlist-modify-public": "Create and change your public playlists",
        "playlist-read-collaborative": "See the playlists you share with others",
        "playlist-read-private": "See your private playlists",
        "streaming": "Play content on your other devices",
        "ugc-image-upload": "Upload pictures for your playlists",
        "user-follow-modify": "Follow and unfollow artists for you",
        "user-follow-read": "See which artists you follow",
        "user-library-modify": "Save and remove items in your library",
        "user-library-read": "See what you have saved in your library",
        "user-modify-playback-state": "Start, stop and skip what you play",
        "user-read-currently-playing": "See what you are playing now",
        "user-read-email": "See your email address",
        "user-read-playback-position": "See where you stopped in podcasts",
        "user-read-playback-state": "See what you play and on which device",
        "user-read-private": "See your kind of subscription",
        "user-read-recently-played": "See what you have played recently",
        "user-top-read": "See your top artists and tracks",
    }
)
