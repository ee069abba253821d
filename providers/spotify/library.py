"""A listener's library and the catalogue at Spotify, as domain values.

Each method cites the page of its endpoint. The limits of the pages are there, too.
Longer than other modules, because the library has one method for each endpoint.
"""

import asyncio
from collections.abc import Awaitable, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple, TypeVar

import msgspec

from providers.errors import Forbidden, NotFound, Rejected, Unreadable
from providers.listener import Listener
from providers.music import (
    Account,
    Album,
    AlbumGroup,
    Artist,
    End,
    Found,
    Kind,
    Listing,
    NowPlaying,
    Period,
    Play,
    Playlist,
    PlaylistItem,
    SavedAlbum,
    SavedTrack,
    Track,
)  # fmt: skip
from providers.spotify import decoding, schema
from providers.spotify.client import Query, SpotifyClient
from providers.spotify.decoding import NULL, EntityDecoder, decode_with
from providers.spotify.ids import is_id, track_uri
from providers.spotify.pagination import PAGE_SIZE, PagedEndpoint, PageRequest, get_page

W = TypeVar("W", bound=schema.Wire)

D = TypeVar("D", bound=msgspec.Struct)

# https://developer.spotify.com/documentation/web-api/reference/search
MOST_RESULTS = 10
"""How many results of each kind one search gives at most."""

LONGEST_QUERY = 250
"""Characters of a search query at most; a longer query is cut."""

# https://developer.spotify.com/documentation/web-api/reference/check-library-contains
MOST_URIS = 40
"""How many URIs one call checks at most."""

_SEARCH_RESULTS = msgspec.json.Decoder(schema.SearchResults)

_SAVED_FLAGS = msgspec.json.Decoder(list[bool | None])


class SearchQuery(NamedTuple):
    """A search: the words, the kinds of thing, and how many results of each kind."""

    query: str
    kinds: tuple[Kind, ...]
    limit: int


async def search(
    client: SpotifyClient, listener: Listener, search_query: SearchQuery
) -> Found:
    """Return the matches; empty, without a call, for no words or no kinds.

    https://developer.spotify.com/documentation/web-api/reference/search
    """
    words = search_query.query.strip()[:LONGEST_QUERY]
    if not words or not search_query.kinds:
        return Found()
    query: Query = {
        "q": words,
        "type": ",".join(search_query.kinds),
        "limit": min(max(search_query.limit, 1), MOST_RESULTS),
    }
    request = PageRequest("/search", _decode_results, query)
    return await get_page(client, listener, request)


def _decode_results(body: bytes) -> Found:
    results = decode_with(_SEARCH_RESULTS, body)
    artists = _results_of(decoding.ARTIST, results.artists)
    tracks = _results_of(decoding.TRACK, results.tracks)
    albums = _results_of(decoding.ALBUM, results.albums)
    playlists = _results_of(decoding.PLAYLIST, results.playlists)
    by_kind = (artists, tracks, albums, playlists)
    if None in by_kind and not any(by_kind):
        raise Unreadable
    return Found(artists or (), tracks or (), albums or (), playlists or ())


def _results_of(
    decoder: EntityDecoder[W, D], page: msgspec.Raw
) -> tuple[D, ...] | None:
    """One kind's results; None where they are unreadable.

    That costs only this kind, as long as something else was found.
    """
    if page == NULL:
        return ()
    try:
        return decoder.decode_page(page).items
    except Unreadable:
        return None


async def saved_among(
    client: SpotifyClient, listener: Listener, track_ids: Sequence[str]
) -> frozenset[str]:
    """Return those of `track_ids` that are saved: one call for forty tracks.

    Impossible ids are not saved, without a call.
    https://developer.spotify.com/documentation/web-api/reference/check-library-contains
    """
    ids = [track_id for track_id in dict.fromkeys(track_ids) if is_id(track_id)]
    batches = [
        ids[start : start + MOST_URIS] for start in range(0, len(ids), MOST_URIS)
    ]
    saved = await asyncio.gather(
        *(_saved_of_batch(client, listener, batch) for batch in batches)
    )
    return frozenset[str]().union(*saved)


async def _saved_of_batch(
    client: SpotifyClient, listener: Listener, batch: Sequence[str]
) -> frozenset[str]:
    def decode(body: bytes) -> frozenset[str]:
        flags = decode_with(_SAVED_FLAGS, body)
        if len(flags) != len(batch):
            raise Unreadable
        return frozenset(
            track_id for track_id, saved in zip(batch, flags, strict=True) if saved
        )

    try:
        return await client.get(
            listener,
            "/me/library/contains",
            decode,
            query={"uris": ",".join(map(track_uri, batch))},
        )
    except Rejected as error:
        if error.parameter != "uris" or len(batch) == 1:
            raise
    # Fewer than documented are too many: in halves, then.
    middle = len(batch) // 2
    first = await _saved_of_batch(client, listener, batch[:middle])
    return first | await _saved_of_batch(client, listener, batch[middle:])


T = TypeVar("T")

# The lists, and how many pages of each an answer is worth.

PLAYLISTS = PagedEndpoint(
    "/me/playlists",
    decoding.PLAYLIST.decode_page,
    max_pages=20,
    key=attrgetter("id", "name"),
)

PLAYLIST_ITEMS = PagedEndpoint(
    "/playlists/{id}/items",
    decoding.PLAYLIST_ITEM.decode_page,
    max_pages=10,
    key=attrgetter("track.id", "track.title", "added_at"),
    repeats=True,
)

TOP_ARTISTS = PagedEndpoint(
    "/me/top/artists", decoding.ARTIST.decode_page, max_pages=1, key=attrgetter("id")
)

TOP_TRACKS = PagedEndpoint(
    "/me/top/tracks", decoding.TRACK.decode_page, max_pages=1, key=attrgetter("id")
)

SAVED_TRACKS = PagedEndpoint(
    "/me/tracks",
    decoding.SAVED_TRACK.decode_page,
    max_pages=5,
    key=attrgetter("track.id"),
)

SAVED_ALBUMS = PagedEndpoint(
    "/me/albums",
    decoding.SAVED_ALBUM.decode_page,
    max_pages=2,
    key=attrgetter("album.id"),
)

FOLLOWED_ARTISTS = PagedEndpoint(
    "/me/following", decoding.decode_followed, max_pages=4, key=attrgetter("id")
)

# https://developer.spotify.com/documentation/web-api/reference/get-an-artists-albums
ARTIST_ALBUMS = PagedEndpoint(
    "/artists/{id}/albums",
    decoding.ALBUM.decode_page,
    max_pages=1,
    page_size=10,
    key=attrgetter("id"),
)

ALBUM_TRACKS = PagedEndpoint(
    "/albums/{id}/tracks",
    decoding.TRACK.decode_page,
    max_pages=4,
    key=attrgetter("id", "title"),
    repeats=True,
)

_EPISODES_TOO: Query = {"additional_types": "track,episode"}

# https://developer.spotify.com/documentation/web-api/reference/get-users-top-artists
TIME_RANGES: Mapping[Period, str] = {
    "weeks": "short_term",
    "months": "medium_term",
    "years": "long_term",
}
"""The service's word for each period."""


class SpotifyLibrary:
    """`providers.library.Library` at Spotify.

    Every method raises `ProviderError`s only. `Playlist.mine` is left None: see
    `providers.music.with_ownership`. Each list is read up to the number of pages in
    the table above; a longer list comes back with `complete` False.
    """

    def __init__(self, client: SpotifyClient) -> None:
        self._client = client

    async def account(self, listener: Listener) -> Account:
        """Return the account of the listener's token.

        https://developer.spotify.com/documentation/web-api/reference/get-current-users-profile
        """
        return await self._client.get(listener, "/me", decoding.ACCOUNT.decode_one)

    async def playlists(self, listener: Listener) -> Listing[Playlist]:
        """Return the listener's playlists, own and followed, at most 1,000.

        https://developer.spotify.com/documentation/web-api/reference/get-a-list-of-current-users-playlists
        """
        return await PLAYLISTS.fetch_by_offset(self._client, listener)

    async def first_page_of_playlists(self, listener: Listener) -> Listing[Playlist]:
        """Return the first 50 of `playlists`, with one call."""
        endpoint = msgspec.structs.replace(PLAYLISTS, max_pages=1)
        return _first_page(await endpoint.fetch_by_offset(self._client, listener))

    async def playlist_items(
        self, listener: Listener, playlist: Playlist
    ) -> Listing[PlaylistItem]:
        """Return the items of `playlist`, at most 500; raise `Forbidden` if not own.

        Spotify answers 403 for somebody else's playlist and 404 for its own editorial
        playlists, which are there all the same. Raises `NotFound` for an own playlist,
        or one whose owner is unknown, that is gone.
        Episodes come as episodes because `additional_types` asks for them.
        https://developer.spotify.com/documentation/web-api/reference/get-playlists-items
        """
        return await self._items(listener, playlist, PLAYLIST_ITEMS)

    async def page_of_items(
        self, listener: Listener, playlist: Playlist, end: End
    ) -> Listing[PlaylistItem]:
        """Return the first 50 of `playlist_items`, or the last, with one call."""
        if end == "last":
            last = PLAYLIST_ITEMS.last_page(
                self._client, listener, playlist.id, playlist.size or 0, _EPISODES_TOO
            )
            return await _opened(playlist, last)
        endpoint = msgspec.structs.replace(PLAYLIST_ITEMS, max_pages=1)
        return _first_page(await self._items(listener, playlist, endpoint))

    async def _items(
        self,
        listener: Listener,
        playlist: Playlist,
        endpoint: PagedEndpoint[PlaylistItem],
    ) -> Listing[PlaylistItem]:
        reading = endpoint.fetch_by_offset(
            self._client, listener, entity_id=playlist.id, query=_EPISODES_TOO
        )
        return await _opened(playlist, reading)

    async def top_artists(self, listener: Listener, period: Period) -> Listing[Artist]:
        """Return the 50 artists that the listener heard most in `period`.

        https://developer.spotify.com/documentation/web-api/reference/get-users-top-artists
        """
        query = {"time_range": TIME_RANGES[period]}
        return _whole_ranking(
            await TOP_ARTISTS.fetch_by_offset(self._client, listener, query=query)
        )

    async def top_tracks(self, listener: Listener, period: Period) -> Listing[Track]:
        """Return the 50 tracks that the listener heard most in `period`.

        https://developer.spotify.com/documentation/web-api/reference/get-users-top-tracks
        """
        query = {"time_range": TIME_RANGES[period]}
        return _whole_ranking(
            await TOP_TRACKS.fetch_by_offset(self._client, listener, query=query)
        )

    async def recent_plays(self, listener: Listener) -> Listing[Play]:
        """Return the last 50 plays, newest first; a play that came twice counts once.

        One page is all that Spotify remembers.
        https://developer.spotify.com/documentation/web-api/reference/get-recently-played
        """
        request = PageRequest(
            "/me/player/recently-played",
            decoding.PLAY.decode_page,
            {"limit": PAGE_SIZE},
        )
        page = await get_page(self._client, listener, request)
        distinct = {
            (play.played_at, play.track.id, play.track.title): play
            for play in page.items
        }
        newest_first = sorted(
            distinct.values(), key=lambda play: play.played_at, reverse=True
        )
        plays = tuple(newest_first)
        return Listing(plays, len(plays), unreadable=page.broken)

    async def now_playing(self, listener: Listener) -> NowPlaying:
        """Return what plays; an empty answer (204) says that nothing does.

        Episodes come as episodes because `additional_types` asks for them.
        https://developer.spotify.com/documentation/web-api/reference/get-the-users-currently-playing-track
        """
        return await self._client.get(
            listener,
            "/me/player/currently-playing",
            decoding.decode_now_playing,
            query={"additional_types": "track,episode"},
        )

    async def saved_tracks(self, listener: Listener) -> Listing[SavedTrack]:
        """Return the saved tracks, newest first, at most 250.

        https://developer.spotify.com/documentation/web-api/reference/get-users-saved-tracks
        """
        return await SAVED_TRACKS.fetch_by_offset(self._client, listener)

    async def latest_saved_tracks(self, listener: Listener) -> Listing[SavedTrack]:
        """Return the 50 newest of `saved_tracks`, with one call."""
        endpoint = msgspec.structs.replace(SAVED_TRACKS, max_pages=1)
        return _first_page(await endpoint.fetch_by_offset(self._client, listener))

    async def saved_albums(self, listener: Listener) -> Listing[SavedAlbum]:
        """Return the saved albums, newest first, at most 100.

        https://developer.spotify.com/documentation/web-api/reference/get-users-saved-albums
        """
        return await SAVED_ALBUMS.fetch_by_offset(self._client, listener)

    async def followed_artists(self, listener: Listener) -> Listing[Artist]:
        """Return the artists that the listener follows, at most 200.

        https://developer.spotify.com/documentation/web-api/reference/get-followed
        """
        return await FOLLOWED_ARTISTS.fetch_by_cursor(
            self._client, listener, query={"type": "artist"}
        )

    async def first_page_of_followed(self, listener: Listener) -> Listing[Artist]:
        """Return the first 50 of `followed_artists`, with one call."""
        endpoint = msgspec.structs.replace(FOLLOWED_ARTISTS, max_pages=1)
        query = {"type": "artist"}
        return _first_page(
            await endpoint.fetch_by_cursor(self._client, listener, query=query)
        )

    async def artist(self, listener: Listener, artist_id: str) -> Artist:
        """Return the artist; raise `NotFound` for an id that names none.

        https://developer.spotify.com/documentation/web-api/reference/get-an-artist
        """
        return await self._client.get(
            listener,
            "/artists/{id}",
            decoding.ARTIST.decode_one,
            entity_id=artist_id,
        )

    async def artist_albums(
        self, listener: Listener, artist_id: str, groups: Sequence[AlbumGroup]
    ) -> Listing[Album]:
        """Return the first ten albums, newest first within a group.

        Without `groups`, albums of all groups.
        https://developer.spotify.com/documentation/web-api/reference/get-an-artists-albums
        """
        return await ARTIST_ALBUMS.fetch_by_offset(
            self._client,
            listener,
            entity_id=artist_id,
            query={"include_groups": ",".join(groups)} if groups else {},
        )

    async def album_tracks(self, listener: Listener, album_id: str) -> Listing[Track]:
        """Return the tracks of an album, at most 200; they come without the album.

        https://developer.spotify.com/documentation/web-api/reference/get-an-albums-tracks
        """
        return await ALBUM_TRACKS.fetch_by_offset(
            self._client, listener, entity_id=album_id
        )

    async def track(self, listener: Listener, track_id: str) -> Track:
        """Return the track; raise `NotFound` for an id that names none.

        https://developer.spotify.com/documentation/web-api/reference/get-track
        """
        return await self._client.get(
            listener, "/tracks/{id}", decoding.TRACK.decode_one, entity_id=track_id
        )

    async def search(
        self, listener: Listener, query: str, kinds: Sequence[Kind], limit: int = 10
    ) -> Found:
        """Return up to `limit` (at most 10) matches of each of `kinds`.

        https://developer.spotify.com/documentation/web-api/reference/search
        """
        return await search(
            self._client, listener, SearchQuery(query, tuple(kinds), limit)
        )

    async def saved_among(
        self, listener: Listener, track_ids: Sequence[str]
    ) -> frozenset[str]:
        """Return those of `track_ids` that the listener saved.

        https://developer.spotify.com/documentation/web-api/reference/check-library-contains
        """
        return await saved_among(self._client, listener, track_ids)

    async def known_contents(
        self,
        listener: Listener,  # noqa: ARG002 - the protocol's
        playlists: Sequence[Playlist],  # noqa: ARG002 - the protocol's
    ) -> Mapping[str, Sequence[Track]]:
        """Return an empty mapping: nothing is known here without a call."""
        return {}


async def _opened(playlist: Playlist, reading: Awaitable[T]) -> T:
    """Return what is read of a playlist; `Forbidden` where it is only "not found"."""
    try:
        return await reading
    except NotFound:
        if playlist.readable:
            raise
    raise Forbidden


def _whole_ranking(page: Listing[T]) -> Listing[T]:
    """The best of a ranking is a list of its own: nobody misses the places below."""
    return msgspec.structs.replace(page, complete=True, total=len(page.items))


def _first_page(page: Listing[T]) -> Listing[T]:
    """One page is all that was asked for, so nothing is missing where it came."""
    return msgspec.structs.replace(page, complete=True)
