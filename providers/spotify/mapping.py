"""Mapper from Spotify's wire types to domain values: pure functions.

Each function returns None where the wire value lacks what the domain value needs.
Texts and numbers are bounded by the schema; times are bounded here.
"""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Literal, cast, get_args

from providers import music, player
from providers.spotify import schema
from providers.spotify.ids import playlist_of

_DATE = re.compile(r"(?!0000)\d{4}(-\d\d(-\d\d)?)?", re.ASCII)
_PRECISION = {"year": 4, "month": 7}
_GROUPS = frozenset(get_args(music.AlbumGroup))

YEARS = range(1971, 2101)
"""Years of a time that is believed, in UTC."""
_FIRST_YEAR, _LAST_YEAR = YEARS[0], YEARS[-1]


def account(wire: schema.User) -> music.Account | None:
    """Return the account; None without any id."""
    lasting_id = wire.account_id or wire.id
    if not lasting_id:
        return None
    return music.Account(
        id=lasting_id,
        user=wire.id,
        name=wire.display_name or None,
        image=_image(wire.images),
        country=wire.country,
    )


def artist(wire: schema.Artist) -> music.Artist | None:
    """Return the artist; None without a name."""
    if not wire.name:
        return None
    return music.Artist(
        id=wire.id,
        name=wire.name,
        genres=tuple(filter(None, wire.genres)) if wire.genres else (),
        image=_image(wire.images),
    )


def album(wire: schema.Album) -> music.Album | None:
    """Return the album; None without a name."""
    if not wire.name:
        return None
    return music.Album(
        id=wire.id,
        name=wire.name,
        artists=_artists(wire.artists),
        released=_released(wire.release_date, wire.release_date_precision),
        size=wire.total_tracks,
        image=_image(wire.images),
        group=_group(wire.album_group or wire.album_type),
    )


def track(wire: schema.Track) -> music.Track | None:
    """Return the track or episode; None without a name: withdrawn songs look so."""
    if not wire.name:
        return None
    spoken = wire.type not in (None, "track")
    unrestricted = wire.restrictions is None
    return music.Track(
        id=wire.id,
        title=wire.name,
        artists=_show(wire.show) if spoken else _artists(wire.artists),
        album=album(wire.album) if wire.album else None,
        duration_ms=wire.duration_ms or None,
        isrc=wire.external_ids.isrc if wire.external_ids else None,
        explicit=bool(wire.explicit),
        playable=unrestricted if wire.is_playable is None else wire.is_playable,
        local=bool(wire.is_local),
        spoken=spoken,
    )


def playlist(wire: schema.Playlist) -> music.Playlist | None:
    """Return the playlist; None without an id, which opens it, or without a name.

    An empty name is a name. `mine` is left None: see `music.with_ownership`.
    """
    if not wire.id or wire.name is None:
        return None
    contents, owner = wire.items or wire.tracks, wire.owner
    return music.Playlist(
        id=wire.id,
        name=wire.name,
        owner=owner.display_name or None if owner else None,
        owner_id=owner.id or None if owner else None,
        collaborative=bool(wire.collaborative),
        public=wire.public,
        size=contents.total if contents else None,
        version=wire.snapshot_id or None,
        description=wire.description or None,
        image=_image(wire.images),
    )


def playlist_item(wire: schema.PlaylistItem) -> music.PlaylistItem | None:
    """Return the playlist's item; None without a readable track."""
    wire_track = wire.item or wire.track
    if wire_track is None:
        return None
    wire_track.is_local = wire_track.is_local or wire.is_local
    song = track(wire_track)
    if song is None:
        return None
    return music.PlaylistItem(
        track=song,
        added_at=parse_time(wire.added_at),
        added_by=wire.added_by.id if wire.added_by else None,
    )


def saved_track(wire: schema.SavedTrack) -> music.SavedTrack | None:
    """Return the saved track; None without a readable track."""
    song = track(wire.track) if wire.track else None
    return music.SavedTrack(song, parse_time(wire.added_at)) if song else None


def saved_album(wire: schema.SavedAlbum) -> music.SavedAlbum | None:
    """Return the saved album; None without a readable album."""
    record = album(wire.album) if wire.album else None
    return music.SavedAlbum(record, parse_time(wire.added_at)) if record else None


def play(wire: schema.Play) -> music.Play | None:
    """Return the play; None without its time, by which plays are put in order."""
    song = track(wire.track) if wire.track else None
    heard_at = parse_time(wire.played_at)
    return music.Play(song, heard_at) if song and heard_at else None


def now_playing(wire: schema.CurrentlyPlaying) -> music.NowPlaying | None:
    """Return what plays; None where the answer says neither what nor of which kind."""
    song = track(wire.item) if wire.item else None
    paused = wire.is_playing is False
    if song is not None:
        kind: Literal["episode", "track"] = "episode" if song.spoken else "track"
        uri = wire.context and wire.context.uri
        return music.NowPlaying(kind, song, paused, playlist_of(uri or ""))
    if wire.currently_playing_type is None:
        return None
    is_ad = wire.currently_playing_type == "ad"
    return music.NowPlaying("ad" if is_ad else "unknown", None, paused)


def device(wire: schema.Device) -> player.PlaybackDevice | None:
    """Return the device; None for a device without a name, which nobody can call."""
    if not wire.name:
        return None
    active, restricted = wire.is_active is True, wire.is_restricted is True
    return player.PlaybackDevice(
        wire.id or None, wire.name, active, restricted, (wire.type or "").casefold()
    )


def parse_time(text: str | None) -> datetime | None:
    """Return an aware time; None for nonsense and for years not in `YEARS`.

    Spotify sends 1970 where the time is not known. Near the years 1 and 9999 the time
    in another zone cannot be computed.
    """
    if not text:
        return None
    try:
        parsed = datetime.fromisoformat(text)
        aware = parsed if parsed.tzinfo else parsed.replace(tzinfo=UTC)
        if _FIRST_YEAR < parsed.year < _LAST_YEAR:
            return aware
        # Only near the edges does the zone decide.
        return aware if aware.astimezone(UTC).year in YEARS else None
    except (ValueError, OverflowError):
        return None


def _artists(
    wires: Sequence[schema.Artist | None] | None,
) -> tuple[music.Artist, ...]:
    if not wires:
        return ()
    return tuple([known for wire in wires if wire and (known := artist(wire))])


def _show(show: schema.Show | None) -> tuple[music.Artist, ...]:
    return (music.Artist(None, show.name),) if show and show.name else ()


def _image(images: Sequence[schema.Image | None] | None) -> str | None:
    """The first is the widest; where heights are null, too."""
    for image in images or ():
        if image and image.url and image.url.startswith(("https://", "http://")):
            return image.url
    return None


def _released(date: str | None, precision: str | None) -> str | None:
    if date is None or not _DATE.fullmatch(date):
        return None
    return date[: _PRECISION.get(precision or "", 10)]


def _group(text: str | None) -> music.AlbumGroup | None:
    lowered = (text or "").lower()
    return cast("music.AlbumGroup", lowered) if lowered in _GROUPS else None
