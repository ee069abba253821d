"""From the wire to the words of the knowledge: pure, None for what says too little."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import cast, get_args

from providers import music
from providers.spotify import schema
from providers.spotify.ids import link_to

_DATE = re.compile(r"(?!0000)\d{4}(-\d\d(-\d\d)?)?", re.ASCII)
_PRECISION = {"year": 4, "month": 7}
_GROUPS = frozenset(get_args(music.AlbumGroup))


def account(user: schema.User) -> music.Account | None:
    lasting = user.account_id or user.id
    if not lasting:
        return None
    return music.Account(
        id=lasting,
        user=user.id,
        name=user.display_name,
        image=_image(user.images),
        country=user.country,
    )


def artist(it: schema.Artist) -> music.Artist | None:
    if not it.name:
        return None
    return music.Artist(
        id=it.id,
        name=it.name,
        genres=tuple(filter(None, it.genres)) if it.genres else (),
        image=_image(it.images),
    )


def album(it: schema.Album) -> music.Album | None:
    if not it.name:
        return None
    return music.Album(
        id=it.id,
        name=it.name,
        artists=_artists(it.artists),
        released=_released(it.release_date, it.release_date_precision),
        size=_counted(it.total_tracks),
        image=_image(it.images),
        group=_group(it.album_group or it.album_type),
    )


def track(it: schema.Track) -> music.Track | None:
    """Nothing for a nameless track: that is how withdrawn songs look."""
    if not it.name:
        return None
    spoken = it.type not in (None, "track")
    playable = it.restrictions is None if it.is_playable is None else it.is_playable
    return music.Track(
        id=it.id,
        title=it.name,
        artists=_show(it.show) if spoken else _artists(it.artists),
        album=album(it.album) if it.album else None,
        duration_ms=_counted(it.duration_ms) or None,
        isrc=it.external_ids.isrc if it.external_ids else None,
        explicit=bool(it.explicit),
        playable=playable,
        local=bool(it.is_local),
        spoken=spoken,
    )


def playlist(it: schema.Playlist) -> music.Playlist | None:
    """Nothing without an id, which opens it, or a name; an empty name is a name."""
    if not it.id or it.name is None:
        return None
    contents, owner = it.items or it.tracks, it.owner
    return music.Playlist(
        id=it.id,
        name=it.name,
        owner=owner.display_name if owner else None,
        owner_id=owner.id if owner else None,
        collaborative=bool(it.collaborative),
        public=it.public,
        size=_counted(contents.total) if contents else None,
        version=it.snapshot_id,
        description=it.description or None,
        image=_image(it.images),
        link=link_to("playlist", it.id),
    )


def playlist_item(it: schema.PlaylistItem) -> music.PlaylistItem | None:
    found = it.item or it.track
    if found is None:
        return None
    found.is_local = found.is_local or it.is_local
    song = track(found)
    if song is None:
        return None
    return music.PlaylistItem(
        track=song,
        added_at=moment(it.added_at),
        added_by=it.added_by.id if it.added_by else None,
    )


def saved_track(it: schema.SavedTrack) -> music.SavedTrack | None:
    song = track(it.track) if it.track else None
    return music.SavedTrack(song, moment(it.added_at)) if song else None


def saved_album(it: schema.SavedAlbum) -> music.SavedAlbum | None:
    record = album(it.album) if it.album else None
    return music.SavedAlbum(record, moment(it.added_at)) if record else None


def play(it: schema.Play) -> music.Play | None:
    """Nothing without its time: it could not be put in order."""
    song, heard = track(it.track) if it.track else None, moment(it.played_at)
    return music.Play(song, heard) if song and heard else None


def moment(text: str | None) -> datetime | None:
    """An aware time; None for nonsense and for 1970, Spotify's way of not knowing."""
    if not text:
        return None
    try:
        read = datetime.fromisoformat(text)
    except ValueError:
        return None
    aware = read if read.tzinfo else read.replace(tzinfo=UTC)
    return aware if aware.year > 1970 else None


def _artists(them: Iterable[schema.Artist | None] | None) -> tuple[music.Artist, ...]:
    if not them:
        return ()
    return tuple(known for one in them if one and (known := artist(one)))


def _show(show: schema.Show | None) -> tuple[music.Artist, ...]:
    return (music.Artist(None, show.name),) if show and show.name else ()


def _image(images: list[schema.Image | None] | None) -> str | None:
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


def _counted(number: int | None) -> int | None:
    return None if number is None or number < 0 else number
