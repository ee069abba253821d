"""Artists, albums, tracks and episodes as the Web API's JSON objects."""

from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import quote_plus

from service.standin.spotify.catalogue import Album, Artist, Episode, Show, Track
from service.standin.spotify.holdings import LocalTrack
from service.standin.spotify.links import Links

Regime = Literal["development", "extended"]
"""Apps registered since February 2026 see `items` and `item` and fewer fields; apps
with an extended quota still see `tracks` and `track`.
https://developer.spotify.com/documentation/web-api/tutorials/february-2026-migration-guide
"""

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Songbook:
    """One regime's view of the catalogue; shapes as in the Web API's reference."""

    links: Links
    regime: Regime

    def simple_artist(self, artist: Artist) -> Json:
        return self.links.identified("artist", artist.id) | {"name": artist.name}

    def artist(self, artist: Artist) -> Json:
        known = self.simple_artist(artist) | {
            "genres": artist.genres,
            "images": self.links.pictures("artist", artist.id),
        }
        if self.regime == "extended":
            known["popularity"] = artist.popularity
            known["followers"] = {"href": None, "total": artist.popularity**3}
        return known

    def album(self, album: Album) -> Json:
        """As it stands inside tracks and in lists."""
        return self.links.identified("album", album.id) | {
            "album_type": album.kind,
            "artists": [self.simple_artist(artist) for artist in album.artists],
            "images": self.links.pictures("album", album.id),
            "name": album.name,
            "release_date": album.released,
            "release_date_precision": _precision(album.released),
            "total_tracks": len(album.tracks),
        }

    def whole_album(self, album: Album, tracks: Json) -> Json:
        """As it stands alone or saved; `tracks` is the first page of its tracks."""
        return self.album(album) | {
            "copyrights": [{"text": f"℗ {album.released[:4]} Invented", "type": "P"}],
            "external_ids": {},
            "genres": [],
            "label": "Invented Records",
            "popularity": album.popularity,
            "tracks": tracks,
        }

    def simple_track(self, track: Track) -> Json:
        """As it stands on its own album."""
        known = self.links.identified("track", track.id) | {
            "artists": [self.simple_artist(artist) for artist in track.artists],
            "disc_number": 1,
            "duration_ms": track.duration_ms,
            "explicit": track.explicit,
            "is_local": False,
            "is_playable": track.playable,
            "name": track.title,
            "track_number": track.number,
        }
        if not track.playable:
            known["restrictions"] = {"reason": "market"}
        return known

    def track(self, track: Track) -> Json:
        known = self.simple_track(track) | {
            "album": self.album(track.album),
            "external_ids": {"isrc": track.isrc},
        }
        if self.regime == "extended":
            known["popularity"] = track.popularity
        return known

    def show(self, show: Show) -> Json:
        return self.links.identified("show", show.id) | {
            "copyrights": [],
            "description": f"{show.name}, every week.",
            "explicit": False,
            "html_description": f"<p>{show.name}, every week.</p>",
            "images": self.links.pictures("show", show.id),
            "is_externally_hosted": False,
            "languages": [show.language],
            "media_type": "audio",
            "name": show.name,
            "total_episodes": len(show.episodes),
        }

    def episode(self, episode: Episode) -> Json:
        return self.links.identified("episode", episode.id) | {
            "description": episode.title,
            "duration_ms": episode.duration_ms,
            "explicit": False,
            "html_description": f"<p>{episode.title}</p>",
            "images": self.links.pictures("episode", episode.id),
            "is_externally_hosted": False,
            "is_playable": True,
            "languages": [episode.show.language],
            "name": episode.title,
            "release_date": episode.released,
            "release_date_precision": "day",
            "show": self.show(episode.show),
        }


def local_track(track: LocalTrack) -> Json:
    """A file of the listener's own, which the service knows by its tags only.

    https://developer.spotify.com/documentation/web-api/concepts/playlists#local-files
    """
    tags = (track.artist, track.album, track.title, str(track.duration_ms // 1000))
    nothing: Json = {"external_urls": {}, "href": None, "id": None, "uri": None}
    return nothing | {
        "album": nothing
        | {
            "album_type": None,
            "artists": [],
            "images": [],
            "name": track.album,
            "release_date": None,
            "release_date_precision": None,
            "total_tracks": 0,
            "type": "album",
        },
        "artists": [nothing | {"name": track.artist, "type": "artist"}],
        "disc_number": 0,
        "duration_ms": track.duration_ms,
        "explicit": False,
        "external_ids": {},
        "is_local": True,
        "name": track.title,
        "track_number": 0,
        "type": "track",
        "uri": "spotify:local:" + ":".join(map(quote_plus, tags)),
    }


def _precision(released: str) -> str:
    return ("year", "month", "day")[released.count("-")]
