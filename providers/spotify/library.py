"""A listener's music at Spotify, in the words of the knowledge."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import NamedTuple, TypeVar

import msgspec

from providers.errors import Unreadable
from providers.listener import Listener
from providers.music import (
    Account,
    Album,
    AlbumGroup,
    Artist,
    Found,
    Kind,
    Listing,
    Period,
    Play,
    Playlist,
    PlaylistItem,
    SavedAlbum,
    SavedTrack,
    Track,
)  # fmt: skip
from providers.spotify import decoding, schema
from providers.spotify.client import SpotifyClient
from providers.spotify.decoding import NULL, EntityDecoder, decoded
from providers.spotify.ids import is_id, track_uri
from providers.spotify.pagination import PAGE_SIZE, PagedEndpoint

# FOLDED Questions to the catalogue and the library: what is there, and what is saved.

W = TypeVar("W", bound=schema.Wire)

D = TypeVar("D", bound=msgspec.Struct)

# https://developer.spotify.com/documentation/web-api/reference/search
MOST_RESULTS = 10

LONGEST_QUERY = 250

# https://developer.spotify.com/documentation/web-api/reference/check-library-contains
MOST_URIS = 40

_RESULTS = msgspec.json.Decoder(schema.SearchResults)

_ANSWERS = msgspec.json.Decoder(list[bool | None])


class SearchQuery(NamedTuple):
    """What to search for, as which kinds of thing, how many of each."""

    query: str
    kinds: tuple[Kind, ...]
    limit: int


async def search(
    client: SpotifyClient, listener: Listener, question: SearchQuery
) -> Found:
    """Nothing is found, without a call, where nothing is asked."""
    words = question.query.strip()[:LONGEST_QUERY]
    if not words or not question.kinds:
        return Found()
    return await client.get(
        listener,
        "/search",
        _found,
        query={
            "q": words,
            "type": ",".join(question.kinds),
            "limit": min(max(question.limit, 1), MOST_RESULTS),
        },
    )


def _found(body: bytes) -> Found:
    results = decoded(_RESULTS, body)
    artists = _kind(decoding.ARTIST, results.artists)
    tracks = _kind(decoding.TRACK, results.tracks)
    albums = _kind(decoding.ALBUM, results.albums)
    playlists = _kind(decoding.PLAYLIST, results.playlists)
    read = (artists, tracks, albums, playlists)
    if None in read and not any(read):
        raise Unreadable
    return Found(artists or (), tracks or (), albums or (), playlists or ())


def _kind(shape: EntityDecoder[W, D], page: msgspec.Raw) -> tuple[D, ...] | None:
    """One kind's results, None where they cannot be read: that costs only itself, as
    long as something else was found."""
    if page == NULL:
        return ()
    try:
        return shape.page(page).items
    except Unreadable:
        return None


async def saved_among(
    client: SpotifyClient, listener: Listener, track_ids: Sequence[str]
) -> frozenset[str]:
    """One call for forty tracks; impossible ids are not saved, without a call."""
    asked = [one for one in dict.fromkeys(track_ids) if is_id(one)]
    batches = [asked[at : at + MOST_URIS] for at in range(0, len(asked), MOST_URIS)]
    answers = await asyncio.gather(*(_saved(client, listener, it) for it in batches))
    return frozenset[str]().union(*answers)


async def _saved(
    client: SpotifyClient, listener: Listener, batch: Sequence[str]
) -> frozenset[str]:
    def read(body: bytes) -> frozenset[str]:
        answers = decoded(_ANSWERS, body)
        if len(answers) != len(batch):
            raise Unreadable
        return frozenset(
            one for one, saved in zip(batch, answers, strict=True) if saved
        )

    return await client.get(
        listener,
        "/me/library/contains",
        read,
        query={"uris": ",".join(map(track_uri, batch))},
    )


T = TypeVar("T")

PLAYLISTS = PagedEndpoint(
    "/me/playlists", decoding.PLAYLIST.page, pages=20, key=attrgetter("id", "name")
)

CONTENTS = PagedEndpoint("/playlists/{id}/items", decoding.PLAYLIST_ITEM.page, pages=10)

TOP_ARTISTS = PagedEndpoint(
    "/me/top/artists", decoding.ARTIST.page, pages=1, key=attrgetter("id")
)

TOP_TRACKS = PagedEndpoint(
    "/me/top/tracks", decoding.TRACK.page, pages=1, key=attrgetter("id")
)

SAVED_TRACKS = PagedEndpoint(
    "/me/tracks", decoding.SAVED_TRACK.page, pages=5, key=attrgetter("track.id")
)

SAVED_ALBUMS = PagedEndpoint(
    "/me/albums", decoding.SAVED_ALBUM.page, pages=2, key=attrgetter("album.id")
)

FOLLOWED = PagedEndpoint(
    "/me/following", decoding.followed, pages=4, key=attrgetter("id")
)

# https://developer.spotify.com/documentation/web-api/reference/get-an-artists-albums
ARTIST_ALBUMS = PagedEndpoint(
    "/artists/{id}/albums", decoding.ALBUM.page, pages=1, size=10, key=attrgetter("id")
)

ALBUM_TRACKS = PagedEndpoint("/albums/{id}/tracks", decoding.TRACK.page, pages=4)

# https://developer.spotify.com/documentation/web-api/reference/get-users-top-artists-and-tracks
RANGES: Mapping[Period, str] = {
    "weeks": "short_term",
    "months": "medium_term",
    "years": "long_term",
}


class SpotifyLibrary:
    """`providers.library.Library`.

    Leaves `Playlist.mine` to whoever knows the account. Each list is read up to the
    number of pages in the table above; what is longer comes back incomplete.
    """

    def __init__(self, client: SpotifyClient) -> None:
        self._client = client

    async def account(self, listener: Listener) -> Account:
        return await self._client.get(listener, "/me", decoding.ACCOUNT.one)

    async def playlists(self, listener: Listener) -> Listing[Playlist]:
        return await PLAYLISTS.fetch_by_offset(self._client, listener)

    async def playlist_items(
        self, listener: Listener, playlist: Playlist
    ) -> Listing[PlaylistItem]:
        """Episodes come as episodes because they are asked for."""
        return await CONTENTS.fetch_by_offset(
            self._client,
            listener,
            of=playlist.id,
            query={"additional_types": "track,episode"},
        )

    async def top_artists(self, listener: Listener, period: Period) -> Listing[Artist]:
        query = {"time_range": RANGES[period]}
        return _top(
            await TOP_ARTISTS.fetch_by_offset(self._client, listener, query=query)
        )

    async def top_tracks(self, listener: Listener, period: Period) -> Listing[Track]:
        query = {"time_range": RANGES[period]}
        return _top(
            await TOP_TRACKS.fetch_by_offset(self._client, listener, query=query)
        )

    async def recent_plays(self, listener: Listener) -> Listing[Play]:
        """One page is all that Spotify remembers; a play told twice counts once."""
        page = await self._client.get(
            listener,
            "/me/player/recently-played",
            decoding.PLAY.page,
            query={"limit": PAGE_SIZE},
        )
        once = {(it.played_at, it.track.id, it.track.title): it for it in page.items}
        plays = sorted(once.values(), key=lambda it: it.played_at, reverse=True)
        return Listing(tuple(plays), len(plays))

    async def saved_tracks(self, listener: Listener) -> Listing[SavedTrack]:
        return await SAVED_TRACKS.fetch_by_offset(self._client, listener)

    async def first_page_of_playlists(self, listener: Listener) -> Listing[Playlist]:
        page = replace(PLAYLISTS, pages=1)
        return _beginning(await page.fetch_by_offset(self._client, listener))

    async def latest_saved_tracks(self, listener: Listener) -> Listing[SavedTrack]:
        page = replace(SAVED_TRACKS, pages=1)
        return _beginning(await page.fetch_by_offset(self._client, listener))

    async def first_page_of_followed(self, listener: Listener) -> Listing[Artist]:
        page = replace(FOLLOWED, pages=1)
        query = {"type": "artist"}
        return _beginning(
            await page.fetch_by_cursor(self._client, listener, query=query)
        )

    async def saved_albums(self, listener: Listener) -> Listing[SavedAlbum]:
        return await SAVED_ALBUMS.fetch_by_offset(self._client, listener)

    async def followed_artists(self, listener: Listener) -> Listing[Artist]:
        return await FOLLOWED.fetch_by_cursor(
            self._client, listener, query={"type": "artist"}
        )

    async def artist(self, listener: Listener, artist_id: str) -> Artist:
        return await self._client.get(
            listener, "/artists/{id}", decoding.ARTIST.one, of=artist_id
        )

    async def artist_albums(
        self, listener: Listener, artist_id: str, groups: Sequence[AlbumGroup]
    ) -> Listing[Album]:
        """The first ten, newest first within a group; all groups if none is named."""
        return await ARTIST_ALBUMS.fetch_by_offset(
            self._client,
            listener,
            of=artist_id,
            query={"include_groups": ",".join(groups)} if groups else {},
        )

    async def album_tracks(self, listener: Listener, album_id: str) -> Listing[Track]:
        return await ALBUM_TRACKS.fetch_by_offset(self._client, listener, of=album_id)

    async def track(self, listener: Listener, track_id: str) -> Track:
        return await self._client.get(
            listener, "/tracks/{id}", decoding.TRACK.one, of=track_id
        )

    async def search(
        self, listener: Listener, query: str, kinds: Sequence[Kind], limit: int = 10
    ) -> Found:
        return await search(
            self._client, listener, SearchQuery(query, tuple(kinds), limit)
        )

    async def saved_among(
        self, listener: Listener, track_ids: Sequence[str]
    ) -> frozenset[str]:
        return await saved_among(self._client, listener, track_ids)

    async def known_contents(
        self,
        listener: Listener,  # noqa: ARG002 - the protocol's
        playlists: Sequence[Playlist],  # noqa: ARG002 - the protocol's
    ) -> Mapping[str, Sequence[Track]]:
        """Return an empty mapping: nothing is known here without a call."""
        return {}


def _top(page: Listing[T]) -> Listing[T]:
    """The best of a ranking is a list of its own: nobody misses the places below."""
    return msgspec.structs.replace(page, complete=True, total=len(page.items))


def _beginning(page: Listing[T]) -> Listing[T]:
    """One page is all that was asked for, so nothing is missing where it came."""
    return msgspec.structs.replace(page, complete=True)


# FOLDED New playlists, and tracks put on them: the door that not every operator opens.

# https://developer.spotify.com/documentation/web-api/reference/add-items-to-playlist
MOST_TRACKS = 100


class SpotifyLibraryWriter:
    """`providers.music.Shelving`. A change is never sent twice."""

    def __init__(self, client: SpotifyClient) -> None:
        self._client = client

    async def create_playlist(
        self, listener: Listener, name: str, description: str = ""
    ) -> Playlist:
        """A private one; Spotify takes no line breaks and no empty description."""
        body: dict[str, object] = {"name": name, "public": False}
        if told := " ".join(description.split()):
            body["description"] = told
        made = await self._client.post(
            listener, "/me/playlists", decoding.PLAYLIST.one, body=body
        )
        return msgspec.structs.replace(made, mine=True)

    async def add_tracks(
        self, listener: Listener, playlist_id: str, track_ids: Sequence[str]
    ) -> None:
        """At the end, in this order; hundreds go one after the other to keep it."""
        uris = [track_uri(one) for one in track_ids]
        for at in range(0, len(uris), MOST_TRACKS):
            await self._client.post(
                listener,
                "/playlists/{id}/items",
                _nothing,
                of=playlist_id,
                body={"uris": uris[at : at + MOST_TRACKS]},
            )


def _nothing(_: bytes) -> None:
    """The answer is a new snapshot id, which the next reading brings anyway."""
