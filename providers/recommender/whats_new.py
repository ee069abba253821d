"""What's new: what has come to a listener's playlists and from followed artists.

Spotify has no feed of news, so playlists whose version changed are read, and the albums
of some followed artists, others each time. What was not read is counted, not called
without news.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec

from providers.errors import Forbidden, NotFound, TooSlow
from providers.fan_out import fan_out, raise_first
from providers.library import Library
from providers.listener import Listener
from providers.music import Album, AlbumGroup, Artist, Listing, Playlist, PlaylistItem
from providers.recommender.ranking.history import RecommendationStore
from providers.recommender.ranking.visits import (
    Arrival,
    Visit,
    albums_since,
    artists_to_read,
    in_turns,
    next_visit,
    playlists_to_read,
    songs_since,
    unread_names,
    versions,
    with_arrivals,
)

GROUPS: tuple[AlbumGroup, ...] = ("album", "single")

_LISTS, _CONTENTS = 1.6, 3.0  # seconds that the two waves of calls may take


@dataclass(frozen=True, slots=True)
class _Lists:
    """The listener's playlists, and the followed artists, who matter most first.

    `complete`: all playlists are there. `failed`: how many of the lists are not.
    """

    playlists: Sequence[Playlist]
    artists: Sequence[Artist]
    complete: bool
    failed: int


@dataclass(frozen=True, slots=True)
class WhatsNew:
    """Answer "what's new for me?"; `now` returns the time with its zone."""

    library: Library
    store: RecommendationStore
    now: Callable[[], datetime]

    async def look(self, listener: Listener) -> Visit:
        """Return what has come since the listener asked last, and store the visit.

        Within an hour, what was told before follows what is found now. Raise a
        `ProviderError` where nothing could be read.
        """
        visit, now = await self.store.visit(listener), self.now().timestamp()
        lists = await self._lists(listener)
        playlists = playlists_to_read(lists.playlists, visit)
        artists = artists_to_read(lists.artists, visit)
        contents, failed = await self._contents(listener, playlists, artists)
        sources = [
            *_new_albums(visit, artists, contents, now),
            *_new_songs(visit, playlists, contents, now),
        ]
        current = versions(lists.playlists)
        if not lists.complete:  # what was seen before may be on a page that is missing
            seen = {key: seen.version for key, seen in visit.playlists.items()}
            current = seen | current
        empty = [playlist.id for playlist in lists.playlists if playlist.size == 0]
        after = next_visit(visit, current, dict.fromkeys((*contents, *empty), now), now)
        after = msgspec.structs.replace(
            with_arrivals(after, visit, in_turns(sources)),
            left=len(list(unread_names(after, lists.artists))),
            failed=failed + lists.failed,
        )
        await self.store.keep_visit(listener, after)
        return after

    async def told(self, listener: Listener) -> Visit:
        """Return what was found last, to go on in it."""
        return await self.store.visit(listener)

    async def _lists(self, listener: Listener) -> _Lists:
        library = self.library
        calls: dict[str, Awaitable[Listing[Any]]] = {
            "playlists": library.playlists(listener),
            "followed": library.first_page_of_followed(listener),
            "top": library.top_artists(listener, "months"),
        }
        outcome = await fan_out(calls, listener.deadline, seconds=_LISTS)
        results = outcome.results
        if not results.keys() & {"playlists", "followed"}:
            raise_first(outcome.errors)
        empty: Listing[Any] = Listing((), 0)
        top = [artist.id for artist in results.get("top", empty).items]
        rank = {artist_id: place for place, artist_id in enumerate(top)}
        followed: list[Artist] = sorted(
            results.get("followed", empty).items,
            key=lambda artist: rank.get(artist.id, len(rank)),
        )
        playlists = results.get("playlists", Listing[Any]((), 0, complete=False))
        failed = len({"playlists", "followed"} - {*results})
        return _Lists(playlists.items, followed, playlists.complete, failed)

    async def _contents(
        self,
        listener: Listener,
        playlists: Sequence[Playlist],
        artist_ids: Sequence[str],
    ) -> tuple[Mapping[str, Listing[Any]], int]:
        """Return items and albums by playlist and artist id, and how many failed.

        A playlist or artist that is gone or refused is read: it has nothing new.
        """
        library = self.library
        calls: dict[str, Awaitable[Listing[Any]]] = {
            playlist.id: library.playlist_items(listener, playlist)
            for playlist in playlists
        }
        for artist_id in artist_ids:
            calls[artist_id] = library.artist_albums(listener, artist_id, GROUPS)
        outcome = await fan_out(calls, listener.deadline, seconds=_CONTENTS)
        gone = {
            name: Listing[Any]((), 0)
            for name, error in outcome.errors.items()
            if isinstance(error, Forbidden | NotFound)
        }
        failed = {n: e for n, e in outcome.errors.items() if n not in gone}
        if failed and not outcome.results and not gone:
            raise_first({name: error or TooSlow() for name, error in failed.items()})
        return {**outcome.results, **gone}, len(failed)


def _new_albums(
    visit: Visit,
    artist_ids: Sequence[str],
    contents: Mapping[str, Listing[Album]],
    now: float,
) -> list[list[Arrival]]:
    return [
        albums_since(
            contents[artist_id].items,
            visit.start_of(visit.artists.get(artist_id), now),
            now,
            visit.told,
        )
        for artist_id in artist_ids
        if artist_id in contents
    ]


def _new_songs(
    visit: Visit,
    playlists: Sequence[Playlist],
    contents: Mapping[str, Listing[PlaylistItem]],
    now: float,
) -> list[list[Arrival]]:
    new = []
    for playlist in playlists:
        if playlist.id in contents:
            seen = visit.playlists.get(playlist.id)
            start = visit.start_of(seen.at if seen else None, now)
            new.append(songs_since(playlist, contents[playlist.id].items, start))
    return new
