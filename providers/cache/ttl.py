"""The one table of lifetimes: every kind of record, how long it is fresh and kept."""

from random import Random
from typing import TypeVar

import msgspec

from providers.cache.records import DAY, LONGEST, Dates, Held, Kind
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
from providers.recommender.ranking.history import Memory as Opinions
from providers.recommender.ranking.history import Record as Recommended

T = TypeVar("T")

MINUTE, HOUR = 60.0, 3600.0


def _kind(word: str, held: type[T], soft: float, hard: float = DAY) -> Kind[T]:
    return Kind(word, msgspec.msgpack.Decoder(held), soft, hard)


# Access tokens rotate hourly, so a pointer from one never outlives it:
# https://developer.spotify.com/documentation/web-api/tutorials/refreshing-tokens
ACCOUNT = _kind("account", Account, HOUR, HOUR)
# As long as what a listener said is kept: without it nobody would look for that.
LAST_ACCOUNT = _kind("last_account", bytes, LONGEST, LONGEST)

PLAYLISTS = _kind("playlists", Listing[Playlist], 5 * MINUTE)
# Named by the playlist's version, these cannot change under their name.
PLAYLIST_ITEMS = _kind("playlist_items", Listing[PlaylistItem], DAY)
UNVERSIONED_ITEMS = _kind("playlist_items", Listing[PlaylistItem], 5 * MINUTE)
TOP_ARTISTS = _kind("top_artists", Listing[Artist], 6 * HOUR)
TOP_TRACKS = _kind("top_tracks", Listing[Track], 6 * HOUR)
RECENT_PLAYS = _kind("recent_plays", Listing[Play], 3 * MINUTE)
SAVED_TRACKS = _kind("saved_tracks", Listing[SavedTrack], 10 * MINUTE)
FIRST_PLAYLISTS = _kind("first_playlists", Listing[Playlist], 5 * MINUTE)
LATEST_SAVES = _kind("latest_saves", Listing[SavedTrack], 10 * MINUTE)
FIRST_FOLLOWED = _kind("first_followed", Listing[Artist], HOUR)
SAVED_ALBUMS = _kind("saved_albums", Listing[SavedAlbum], 10 * MINUTE)
FOLLOWED_ARTISTS = _kind("followed_artists", Listing[Artist], HOUR)
ARTIST = _kind("artist", Artist, 12 * HOUR)
ARTIST_ALBUMS = _kind("artist_albums", Listing[Album], 12 * HOUR)
ALBUM_TRACKS = _kind("album_tracks", Listing[Track], 12 * HOUR)
TRACK = _kind("track", Track, 12 * HOUR)
SEARCH = _kind("search", Found, 6 * HOUR)
SAVED_AMONG = _kind("saved_among", frozenset[str], MINUTE, 10 * MINUTE)

# Made here, out of all the above: a ranking for its day, and what the listener said.
RECOMMENDATIONS = _kind("recommendations", Recommended, DAY)
OPINIONS = _kind("opinions", Opinions, LONGEST, LONGEST)

# A list with missing pages is worth keeping for the turn that follows, not longer.
PARTIAL_SOFT, PARTIAL_HARD = MINUTE, 10 * MINUTE

JITTER = 0.1  # lifetimes end up to a tenth early, so that they do not end together

# A listener waits this long for fresher news before hearing what is there …
PATIENCE = 0.6
# … and longer the older that is, so that a slow service is read again some time.
LONGEST_PATIENCE = 2.0


def dated(kind: Kind[T], value: T, now: float, rng: Random) -> Dates:
    """The dates of a value read at `now` (seconds since 1970)."""
    soft, hard = kind.soft, min(kind.hard, LONGEST)
    if isinstance(value, Listing) and not value.complete:
        soft, hard = min(soft, PARTIAL_SOFT), min(hard, PARTIAL_HARD)
    dead_at = now + hard * (1 - JITTER * rng.random())
    fresh_until = now + soft * (1 - JITTER * rng.random())
    return Dates(now, min(fresh_until, dead_at), dead_at)


def patience(held: Held[T], now: float) -> float:
    """Seconds to wait for a refresh of `held` before it is served stale."""
    dates = held.dates
    span = max(dates.dead_at - dates.fresh_until, 1.0)
    age = min(max((now - dates.fresh_until) / span, 0.0), 1.0)
    return PATIENCE + age * (LONGEST_PATIENCE - PATIENCE)
