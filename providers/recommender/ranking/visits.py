"""Visits: what a listener was told when, and what has come since.

Pure: `providers.recommender.whats_new` reads the lists and stores the result.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time
from math import ceil
from zlib import crc32

import msgspec

from providers.music import Album, Artist, Playlist, PlaylistItem, Track, Value

DAY = 86_400.0
WEEK = 7 * DAY
HOUR = 3_600.0

MOST_ARTISTS = 8
"""Artists whose albums one answer looks at: a call each."""

MOST_PLAYLIST_CALLS = 10
"""Calls that one answer makes for playlists; each gives 50 items."""

_ITEMS_A_CALL = 50
_MOST_ARRIVALS, _MOST_TOLD = 30, 100


class Arrival(Value, frozen=True):
    """Something that has come: a track on a playlist, or an album.

    - `at`: when, in seconds since 1970.
    - `playlist`: the name of the track's playlist; None for an album.
    """

    at: float
    track: Track | None = None
    album: Album | None = None
    playlist: str | None = None


class SeenPlaylist(Value, frozen=True):
    """How a playlist was when it was looked at.

    - `version`: a hash of `Playlist.version`.
    - `at`: up to when its additions were told, in seconds since 1970.
    - `pending`: it was not read at this version yet.
    """

    version: int
    at: float
    pending: bool = False


class Visit(Value, frozen=True):
    """What the listener was told when they last asked "what's new for me?".

    - `at`: when that was, in seconds since 1970; 0 for never.
    - `since`: from when on arrivals were told; 0 where that was the last week.
    - `playlists`: by id; `artists`: when each was looked at last, by id.
    - `arrivals`: what was found, in the order in which it is told.
    - `told`: ids of albums that were told, the last hundred.
    - `left`: how many playlists and artists are still to be looked at.
    - `failed`: how many could not be read.
    """

    at: float = 0.0
    since: float = 0.0
    playlists: dict[str, SeenPlaylist] = msgspec.field(default_factory=dict)
    artists: dict[str, float] = msgspec.field(default_factory=dict)
    arrivals: tuple[Arrival, ...] = ()
    told: tuple[str, ...] = ()
    left: int = 0
    failed: int = 0

    def start_of(self, looked_at: float | None, now: float) -> float:
        """Return from when on something is new that was looked at then.

        What was never looked at counts for a week, or from the last visit on where
        that is longer ago.
        """
        if looked_at is not None:
            return looked_at
        return min(self.at or now, now - WEEK)


def versions(playlists: Iterable[Playlist]) -> dict[str, int]:
    """Return a hash of each own or collaborative playlist's version, by its id."""
    return {
        playlist.id: crc32((playlist.version or "").encode())
        for playlist in playlists
        if playlist.surely_readable
    }


def playlists_to_read(playlists: Sequence[Playlist], visit: Visit) -> list[Playlist]:
    """Return playlists that changed or were never read, as many as calls allow.

    Those that are known to have changed come first.
    """
    current = versions(playlists)

    def waits(playlist: Playlist) -> int | None:
        seen = visit.playlists.get(playlist.id)
        if playlist.id not in current or playlist.size == 0:
            return None
        if seen and seen.version != current[playlist.id]:
            return 0
        is_known = seen and not seen.pending and playlist.version is not None
        return None if is_known else 1

    waiting = [(w, p) for p in playlists if (w := waits(p)) is not None]
    chosen, calls = [], 0
    for _, playlist in sorted(waiting, key=lambda pair: pair[0]):
        needed = min(ceil((playlist.size or 1) / _ITEMS_A_CALL), MOST_PLAYLIST_CALLS)
        if calls + needed <= MOST_PLAYLIST_CALLS:
            chosen.append(playlist)
            calls += needed
    return chosen


def artists_to_read(ranked: Sequence[Artist], visit: Visit) -> list[str]:
    """Return ids of artists, those that were not looked at for longest first.

    `ranked`: those who matter most first; it decides where the days are the same.
    """
    ids = list(dict.fromkeys(artist.id for artist in ranked if artist.id))
    ids.sort(key=lambda artist_id: visit.artists.get(artist_id, 0.0) // DAY)
    return ids[:MOST_ARTISTS]


def songs_since(
    playlist: Playlist, items: Iterable[PlaylistItem], start: float
) -> list[Arrival]:
    """Return the songs that were added after `start`, the newest first."""
    new = [
        Arrival(item.added_at.timestamp(), item.track, playlist=playlist.name)
        for item in items
        if item.added_at is not None and item.added_at.timestamp() > start
    ]
    return sorted(new, key=lambda arrival: arrival.at, reverse=True)


def albums_since(
    albums: Iterable[Album], start: float, now: float, known_ids: Collection[str]
) -> list[Arrival]:
    """Return the albums released from the day of `start` on, without `known_ids`.

    A release whose day is not known, or that is yet to come, is none of them.
    """
    first, today = (datetime.fromtimestamp(at, UTC).date() for at in (start, now))
    new = []
    for album in albums:
        released = _released(album)
        if released and first <= released <= today and album.id not in known_ids:
            day = datetime.combine(released, time(), UTC)
            new.append(Arrival(day.timestamp(), album=album))
    return sorted(new, key=lambda arrival: arrival.at, reverse=True)


def _released(album: Album) -> date | None:
    """Return the day of the release; None where only the month or year is known."""
    try:
        return date.fromisoformat(album.released or "")
    except ValueError:
        return None


def in_turns(sources: Sequence[Sequence[Arrival]]) -> tuple[Arrival, ...]:
    """Return the newest of each source, then the second of each, and so on, once."""
    longest = max(map(len, sources), default=0)
    distinct: dict[object, Arrival] = {}
    for place in range(longest):
        for source in sources:
            for arrival in source[place : place + 1]:
                distinct.setdefault(_identity(arrival), arrival)
    return tuple(distinct.values())[:_MOST_ARRIVALS]


def _identity(arrival: Arrival) -> tuple[str | None, ...]:
    """Return what two entries for the same song or album have in common."""
    if arrival.track:
        return "track", arrival.track.id or arrival.track.title
    return "album", arrival.album.id if arrival.album else None


def next_visit(
    visit: Visit, playlists: Mapping[str, int], read: Mapping[str, float], now: float
) -> Visit:
    """Return the visit of `now`, before its arrivals are noted.

    `playlists`: the present versions, by id. `read`: the ids of playlists and artists
    that were read, each with the moment.
    """
    seen = {
        playlist_id: SeenPlaylist(version, now)
        if playlist_id in read
        else _unread(visit, playlist_id, version, now)
        for playlist_id, version in playlists.items()
    }
    artists = {
        artist_id: at for artist_id, at in visit.artists.items() if now - at < 2 * WEEK
    } | {key: at for key, at in read.items() if key not in playlists}
    is_again = now - visit.at < HOUR
    since = visit.since if is_again else visit.at
    return Visit(now, since, seen, artists, told=visit.told)


def _unread(visit: Visit, playlist_id: str, version: int, now: float) -> SeenPlaylist:
    seen = visit.playlists.get(playlist_id)
    if seen and seen.version == version:
        return seen
    if seen:
        return SeenPlaylist(seen.version, seen.at, pending=True)
    return SeenPlaylist(version, visit.start_of(None, now), pending=True)


def with_arrivals(visit: Visit, before: Visit, new: tuple[Arrival, ...]) -> Visit:
    """Return the visit with what was found, after it what was told within the hour."""
    earlier = before.arrivals if visit.at - before.at < HOUR else ()
    albums = (a.album.id for a in new if a.album and a.album.id)
    return msgspec.structs.replace(
        visit,
        arrivals=(*new, *earlier)[:_MOST_ARRIVALS],
        told=(*visit.told, *albums)[-_MOST_TOLD:],
    )


def unread_names(visit: Visit, ranked: Iterable[Artist]) -> Iterator[str]:
    """Yield the ids of what is still to be looked at: playlists, and artists."""
    for playlist_id, seen in visit.playlists.items():
        if seen.pending:
            yield playlist_id
    for artist in ranked:
        if artist.id and visit.at - visit.artists.get(artist.id, 0.0) > WEEK:
            yield artist.id
