"""What a recommendation has to beat: ways that take a few lines each.

The first two need no listener's data beyond what Spotify tells; each way gives songs,
best first, and makes its calls through the same client and cache as the service.
"""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import nlargest
from itertools import zip_longest

from providers.library import Library
from providers.listener import Listener
from providers.music import Artist, Track
from providers.recommender.ranking.domain_types import PERIODS
from tests.evaluation.listens import SimilarArtists

DEPTH = 10
FAVOURITES = 5
SEEDS = 20  # favourites of whom similar artists are looked for
RRF = 60
PLAYLISTS = 3


@dataclass(frozen=True)
class Taste:
    """What Spotify tells of a listener: artists with genres, the dearest first."""

    artists: Sequence[Artist]
    songs: frozenset[str]

    @cached_property
    def known(self) -> frozenset[str]:
        """The names of the artists on any list."""
        return frozenset(artist.name for artist in self.artists)


@dataclass(frozen=True, slots=True)
class Asking:
    """What a baseline may use.

    popular: all artists' names, those with most listeners first.
    similar: artists who share listeners, learnt from other listeners.
    """

    library: Library
    listener: Listener
    popular: Sequence[str]
    similar: SimilarArtists

    async def by_artist(self, name: str) -> Sequence[Track]:
        """Search for an artist's songs."""
        found = await self.library.search(
            self.listener, f'artist:"{name}"', ("track",), DEPTH
        )
        return [t for t in found.tracks if name in [a.name for a in t.artists[:1]]]

    async def taste(self) -> Taste:
        """Read top lists and plays; three playlists where all of them are empty."""
        scores: defaultdict[str, float] = defaultdict(float)
        artists: dict[str, Artist] = {}
        tracks: list[Track] = []
        for period in PERIODS:
            top = await self.library.top_artists(self.listener, period)
            for rank, artist in enumerate(top.items):
                artists.setdefault(artist.name, artist)
                scores[artist.name] += RRF / (RRF + rank)
            tracks += (await self.library.top_tracks(self.listener, period)).items
        plays = await self.library.recent_plays(self.listener)
        tracks += [play.track for play in plays.items]
        if not tracks:
            tracks = await self._of_playlists()
        for track in tracks:
            for artist in track.artists[:1]:
                artists.setdefault(artist.name, artist)
                scores[artist.name] += 0.02
        ranked = sorted(artists, key=lambda name: (-scores[name], name))
        songs = frozenset(track.id or "" for track in tracks)
        return Taste([artists[name] for name in ranked], songs)

    async def _of_playlists(self) -> list[Track]:
        playlists = await self.library.playlists(self.listener)
        contents = [
            await self.library.playlist_items(self.listener, playlist)
            for playlist in playlists.items[:PLAYLISTS]
        ]
        return [item.track for listing in contents for item in listing.items]


Baseline = Callable[[Asking], Awaitable[Sequence[Track]]]


async def _one_song_each(asking: Asking, names: Iterable[str]) -> Sequence[Track]:
    """Search for each of the first ten artists; the first song of each."""
    found = await asyncio.gather(
        *(asking.by_artist(name) for name in list(names)[:DEPTH])
    )
    return [tracks[0] for tracks in found if tracks]


async def popular(asking: Asking) -> Sequence[Track]:
    """Recommend the artists with the most listeners whom the listener lacks."""
    taste = await asking.taste()
    names = [name for name in asking.popular[:500] if name not in taste.known]
    return await _one_song_each(asking, names)


async def favourites_searched(asking: Asking) -> Sequence[Track]:
    """Recommend other songs by the five favourite artists, one of each in turn."""
    taste = await asking.taste()
    found = await asyncio.gather(
        *(asking.by_artist(artist.name) for artist in taste.artists[:FAVOURITES])
    )
    return _in_turn(found, taste)


async def genres_searched(asking: Asking) -> Sequence[Track]:
    """Recommend what searches for the five dearest genres find by other artists."""
    taste = await asking.taste()
    genres: defaultdict[str, float] = defaultdict(float)
    for rank, artist in enumerate(taste.artists):
        for genre in artist.genres:
            genres[genre] += RRF / (RRF + rank)
    found = await asyncio.gather(
        *(
            asking.library.search(
                asking.listener, f'genre:"{genre}"', ("track",), DEPTH
            )
            for genre in nlargest(FAVOURITES, genres, key=genres.__getitem__)
        )
    )
    new = [
        [t for t in one.tracks if not {a.name for a in t.artists[:1]} & taste.known]
        for one in found
    ]
    return _in_turn(new, taste)


async def neighbours_searched(asking: Asking) -> Sequence[Track]:
    """Fuse the similar artists of twenty favourites by their ranks, search ten."""
    taste = await asking.taste()
    scores: defaultdict[str, float] = defaultdict(float)
    for artist in taste.artists[:SEEDS]:
        for rank, other in enumerate(asking.similar.get(artist.name, ())):
            scores[other.name] += 1 / (RRF + rank)
    return await _one_song_each(asking, _unknown(scores, taste))


async def item_knn(asking: Asking) -> Sequence[Track]:
    """Sum the likenesses to all of the listener's artists (item-based neighbours).

    https://doi.org/10.1145/371920.372071
    """
    taste = await asking.taste()
    scores: defaultdict[str, float] = defaultdict(float)
    for artist in taste.artists:
        for other in asking.similar.get(artist.name, ()):
            scores[other.name] += other.strength
    return await _one_song_each(asking, _unknown(scores, taste))


def _unknown(scores: Mapping[str, float], taste: Taste) -> list[str]:
    ranked = sorted(scores, key=lambda name: (-scores[name], name))
    return [name for name in ranked if name not in taste.known]


def _in_turn(found: Iterable[Sequence[Track]], taste: Taste) -> list[Track]:
    """Return the first of each list, then the second, without songs that are known."""
    rows = zip_longest(*found)
    tracks = (track for row in rows for track in row if track is not None)
    unique = {track.id: track for track in tracks if track.id not in taste.songs}
    return list(unique.values())[:DEPTH]


BASELINES: Mapping[str, Baseline] = {
    "popularity": popular,
    "favourites searched": favourites_searched,
    "genres searched": genres_searched,
    "neighbours searched": neighbours_searched,
    "item-kNN": item_knn,
}
