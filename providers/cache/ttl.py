"""Lifetimes (TTL): every record type with how long it is fresh and kept."""

from random import Random
from typing import TypeVar

import msgspec

from providers.cache.records import DAY, LONGEST, CachedValue, Lifetimes, RecordType
from providers.music import (
    Account,
    Album,
    Artist,
    Found,
    Listing,
    Play,
    Playlist,
    PlaylistItem,
    SavedAlbum,
    SavedTrack,
    Track,
)
from providers.recommender.ranking.history import History, StoredRanking

T = TypeVar("T")

MINUTE, HOUR = 60.0, 3600.0


def _record_type(
    word: str, value_type: type[T], fresh_for: float, keep_for: float = DAY
) -> RecordType[T]:
    decoder = msgspec.msgpack.Decoder(value_type)
    return RecordType(word, decoder, fresh_for, keep_for)


# Access tokens rotate hourly, so a pointer from one never outlives it:
# https://developer.spotify.com/documentation/web-api/tutorials/refreshing-tokens
ACCOUNT = _record_type("account", Account, HOUR, HOUR)
# As long as what a listener said is kept: without it nobody would look for that.
LAST_ACCOUNT = _record_type("last_account", bytes, LONGEST, LONGEST)

PLAYLISTS = _record_type("playlists", Listing[Playlist], 5 * MINUTE)
# Named by the playlist's version, these cannot change under their name.
PLAYLIST_ITEMS = _record_type("playlist_items", Listing[PlaylistItem], DAY)
UNVERSIONED_ITEMS = _record_type("playlist_items", Listing[PlaylistItem], 5 * MINUTE)
TOP_ARTISTS = _record_type("top_artists", Listing[Artist], 6 * HOUR)
TOP_TRACKS = _record_type("top_tracks", Listing[Track], 6 * HOUR)
RECENT_PLAYS = _record_type("recent_plays", Listing[Play], 3 * MINUTE)
SAVED_TRACKS = _record_type("saved_tracks", Listing[SavedTrack], 10 * MINUTE)
FIRST_PLAYLISTS = _record_type("first_playlists", Listing[Playlist], 5 * MINUTE)
LATEST_SAVES = _record_type("latest_saves", Listing[SavedTrack], 10 * MINUTE)
FIRST_FOLLOWED = _record_type("first_followed", Listing[Artist], HOUR)
SAVED_ALBUMS = _record_type("saved_albums", Listing[SavedAlbum], 10 * MINUTE)
FOLLOWED_ARTISTS = _record_type("followed_artists", Listing[Artist], HOUR)
ARTIST = _record_type("artist", Artist, 12 * HOUR)
ARTIST_ALBUMS = _record_type("artist_albums", Listing[Album], 12 * HOUR)
ALBUM_TRACKS = _record_type("album_tracks", Listing[Track], 12 * HOUR)
TRACK = _record_type("track", Track, 12 * HOUR)
SEARCH = _record_type("search", Found, 6 * HOUR)
SAVED_AMONG = _record_type("saved_among", frozenset[str], MINUTE, 10 * MINUTE)

# Made here, out of all the above: a ranking for its day, and what the listener said.
RECOMMENDATIONS = _record_type("recommendations", StoredRanking, DAY)
OPINIONS = _record_type("opinions", History, LONGEST, LONGEST)

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
