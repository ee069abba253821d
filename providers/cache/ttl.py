"""Lifetimes (TTL): what was read at Spotify, how long it is fresh, how long kept.

What this skill makes itself has its lifetimes where it is made: recommendations and
opinions in `providers.recommender.store`, changes in `providers.library_changes`,
the last visit in `providers.whats_new`. `DAY` and `LONGEST` are in `records`.
"""

from collections.abc import Sequence
from random import Random
from typing import Any, TypeVar, get_args

import msgspec

from providers.cache.records import DAY, LONGEST, CachedValue, Lifetimes, RecordType
from providers.music import (
    Account,
    Album,
    Artist,
    Found,
    Listing,
    Period,
    Play,
    Playlist,
    PlaylistItem,
    SavedAlbum,
    SavedTrack,
    Track,
)

T = TypeVar("T")

MINUTE, HOUR = 60.0, 3600.0


def record_type(
    word: str, value_type: type[T], fresh_for: float, keep_for: float = DAY
) -> RecordType[T]:
    """Return a record type whose values are of `value_type`; lifetimes in seconds."""
    decoder = msgspec.msgpack.Decoder(value_type)
    return RecordType(word, decoder, fresh_for, keep_for)


# Access tokens rotate hourly, so a pointer from one never outlives it:
# https://developer.spotify.com/documentation/web-api/tutorials/refreshing-tokens
ACCOUNT = record_type("account", Account, HOUR, HOUR)
# As long as what a listener said is kept: without it nobody would look for that.
LAST_ACCOUNT = record_type("last_account", bytes, LONGEST, LONGEST)

PLAYLISTS = record_type("playlists", Listing[Playlist], 5 * MINUTE)
# Named by the playlist's version, these cannot change under their name.
PLAYLIST_ITEMS = record_type("playlist_items", Listing[PlaylistItem], DAY)
UNVERSIONED_ITEMS = record_type("playlist_items", Listing[PlaylistItem], 5 * MINUTE)
# The ids of playlists that the service refused to open; such a playlist may open again.
REFUSED_PLAYLISTS = record_type("refused_playlists", frozenset[str], DAY)
TOP_ARTISTS = record_type("top_artists", Listing[Artist], 6 * HOUR)
TOP_TRACKS = record_type("top_tracks", Listing[Track], 6 * HOUR)
RECENT_PLAYS = record_type("recent_plays", Listing[Play], 3 * MINUTE)
SAVED_TRACKS = record_type("saved_tracks", Listing[SavedTrack], 10 * MINUTE)
FIRST_PLAYLISTS = record_type("first_playlists", Listing[Playlist], 5 * MINUTE)
LATEST_SAVES = record_type("latest_saves", Listing[SavedTrack], 10 * MINUTE)
FIRST_FOLLOWED = record_type("first_followed", Listing[Artist], HOUR)
SAVED_ALBUMS = record_type("saved_albums", Listing[SavedAlbum], 10 * MINUTE)
FOLLOWED_ARTISTS = record_type("followed_artists", Listing[Artist], HOUR)
ARTIST = record_type("artist", Artist, 12 * HOUR)
ARTIST_ALBUMS = record_type("artist_albums", Listing[Album], 12 * HOUR)
ALBUM_TRACKS = record_type("album_tracks", Listing[Track], 12 * HOUR)
TRACK = record_type("track", Track, 12 * HOUR)
SEARCH = record_type("search", Found, 6 * HOUR)
SAVED_AMONG = record_type("saved_among", frozenset[str], MINUTE, 10 * MINUTE)

OWN_LISTS: Sequence[tuple[RecordType[Any], str]] = (
    (PLAYLISTS, ""),
    (FIRST_PLAYLISTS, ""),
    *((TOP_ARTISTS, period) for period in get_args(Period)),
    *((TOP_TRACKS, period) for period in get_args(Period)),
    (RECENT_PLAYS, ""),
    (SAVED_TRACKS, ""),
    (LATEST_SAVES, ""),
    (SAVED_ALBUMS, ""),
    (FOLLOWED_ARTISTS, ""),
    (FIRST_FOLLOWED, ""),
)
"""The lists of a listener's own, with the parameter of their keys."""

CHANGEABLE = (PLAYLISTS, FIRST_PLAYLISTS, SAVED_TRACKS, LATEST_SAVES)
"""Those of them that this skill can change; their keys have the library's edition."""

# A list with missing pages is worth keeping for the turn that follows, not longer.
PARTIAL_FRESH_FOR, PARTIAL_KEEP_FOR = MINUTE, 10 * MINUTE

JITTER = 0.1  # lifetimes end up to a tenth early, so that they do not end together

# A listener waits this many seconds for fresher news before hearing what is there …
REVALIDATE_SECONDS = 0.6
# … and longer the older that is, so that a slow service is read again some time.
LONGEST_REVALIDATE = 2.0


def lifetimes_of(
    record_type: RecordType[T], value: T, now: float, rng: Random
) -> Lifetimes:
    """Return the lifetimes of a value read at `now` (seconds since 1970).

    A list with missing pages gets shorter ones; jitter ends all of them a little early.
    """
    fresh_for = record_type.fresh_for
    keep_for = min(record_type.keep_for, LONGEST)
    if isinstance(value, Listing) and not value.complete:
        fresh_for = min(fresh_for, PARTIAL_FRESH_FOR)
        keep_for = min(keep_for, PARTIAL_KEEP_FOR)
    expires_at = now + keep_for * (1 - JITTER * rng.random())
    fresh_until = now + fresh_for * (1 - JITTER * rng.random())
    return Lifetimes(now, min(fresh_until, expires_at), expires_at)


def revalidate_timeout(cached: CachedValue[T], now: float) -> float:
    """Return how many seconds to wait for a refresh before `cached` is served stale.

    The older the value, the longer: from `REVALIDATE_SECONDS` to `LONGEST_REVALIDATE`.
    """
    lifetimes = cached.lifetimes
    span = max(lifetimes.expires_at - lifetimes.fresh_until, 1.0)
    age = min(max((now - lifetimes.fresh_until) / span, 0.0), 1.0)
    return REVALIDATE_SECONDS + age * (LONGEST_REVALIDATE - REVALIDATE_SECONDS)
