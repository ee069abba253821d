"""Questions to the catalogue and the library: what is there, and what is saved."""

import asyncio
from collections.abc import Sequence
from typing import NamedTuple, TypeVar

import msgspec

from providers.errors import Unreadable
from providers.listener import Listener
from providers.music import Found, Kind
from providers.spotify import shapes, wire
from providers.spotify.client import SpotifyClient
from providers.spotify.decoding import NULL, Shape, decoded
from providers.spotify.identifiers import is_id, track_uri

W = TypeVar("W", bound=wire.Wire)
D = TypeVar("D", bound=msgspec.Struct)

# https://developer.spotify.com/documentation/web-api/reference/search
MOST_RESULTS = 10
LONGEST_QUERY = 250
# https://developer.spotify.com/documentation/web-api/reference/check-library-contains
MOST_URIS = 40

_RESULTS = msgspec.json.Decoder(wire.SearchResults)
_ANSWERS = msgspec.json.Decoder(list[bool | None])


class Question(NamedTuple):
    """What to search for, as which kinds of thing, how many of each."""

    query: str
    kinds: tuple[Kind, ...]
    limit: int


async def search(
    client: SpotifyClient, listener: Listener, question: Question
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
    artists = _kind(shapes.ARTIST, results.artists)
    tracks = _kind(shapes.TRACK, results.tracks)
    albums = _kind(shapes.ALBUM, results.albums)
    playlists = _kind(shapes.PLAYLIST, results.playlists)
    read = (artists, tracks, albums, playlists)
    if None in read and not any(read):
        raise Unreadable
    return Found(artists or (), tracks or (), albums or (), playlists or ())


def _kind(shape: Shape[W, D], page: msgspec.Raw) -> tuple[D, ...] | None:
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
