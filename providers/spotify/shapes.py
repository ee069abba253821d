"""Every shape that Spotify answers in, its decoder built once."""

import msgspec

from providers import music
from providers.spotify import models, wire
from providers.spotify.decoding import Page, Shape, decoded

ACCOUNT = Shape(wire.User, models.account)
ALBUM = Shape(wire.Album, models.album)
ARTIST = Shape(wire.Artist, models.artist)
PLAY = Shape(wire.Play, models.play)
PLAYLIST = Shape(wire.Playlist, models.playlist)
PLAYLIST_ITEM = Shape(wire.PlaylistItem, models.playlist_item)
SAVED_ALBUM = Shape(wire.SavedAlbum, models.saved_album)
SAVED_TRACK = Shape(wire.SavedTrack, models.saved_track)
TRACK = Shape(wire.Track, models.track)

_FOLLOWING = msgspec.json.Decoder(wire.Following)


def followed(body: bytes) -> Page[music.Artist]:
    """The one list that comes wrapped: a page under the name `artists`."""
    return ARTIST.page(decoded(_FOLLOWING, body).artists)
