"""What a recommendation has to beat: ways that take a few lines each.

The first two need no listener's data beyond what Spotify tells; each way gives songs,
best first, and makes its calls through the same client and cache as the service. With
each song it says how many calls it took to find it: searches are made one by one.
"""

from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import nlargest
from itertools import zip_longest
from typing import NamedTuple

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


class Found(NamedTuple):
    """A song, and how many calls a baseline had made when it was found."""

    song: Track
    calls: int


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

    async def by_artist(self, name: str) -> Sequence[Found]:
        """Search for an artist's songs."""
        found = await self.search(f'artist:"{name}"')
        return [one for one in found if name in _performers(one.song)]

    async def search(self, query: str) -> Sequence[Found]:
        """Return the songs that a search finds."""
        found = await self.library.search(self.listener, query, ("track",), DEPTH)
        return [Found(song, len(self.listener.turn.calls)) for song in found.tracks]

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


Baseline = Callable[[Asking], Awaitable[Sequence[Found]]]


def _performers(song: Track) -> list[str]:
    return [artist.name for artist in song.artists[:1]]


async def _one_song_each(asking: Asking, names: Iterable[str]) -> Sequence[Found]:
    """Search for each of the first ten artists; the first song of each."""
    found = [await asking.by_artist(name) for name in list(names)[:DEPTH]]
    return [songs[0] for songs in found if songs]


async def popular(asking: Asking) -> Sequence[Found]:
    """Recommend the artists with the most listeners whom the listener lacks."""
    taste = await asking.taste()
    names = [name for name in asking.popular[:500] if name not in taste.known]
    return await _one_song_each(asking, names)


async def favourites_searched(asking: Asking) -> Sequence[Found]:
    """Recommend other songs by the five favourite artists, one of each in turn."""
    taste = await asking.taste()
    found = [
        await asking.by_artist(artist.name) for artist in taste.artists[:FAVOURITES]
    ]
    return _in_turn(found, taste)


async def genres_searched(asking: Asking) -> Sequence[Found]:
    """Recommend what searches for the five dearest genres find by other artists."""
    taste = await asking.taste()
    genres: defaultdict[str, float] = defaultdict(float)
    for rank, artist in enumerate(taste.artists):
        for genre in artist.genres:
            genres[genre] += RRF / (RRF + rank)
    dearest = nlargest(FAVOURITES, genres, key=genres.__getitem__)
    found = [await asking.search(f'genre:"{genre}"') for genre in dearest]
    new = [
        [one for one in songs if taste.known.isdisjoint(_performers(one.song))]
        for songs in found
    ]
    return _in_turn(new, taste)


async def neighbours_searched(asking: Asking) -> Sequence[Found]:
    """Fuse the similar artists of twenty favourites by their ranks, search ten."""
    taste = await asking.taste()
    scores: defaultdict[str, float] = defaultdict(float)
    for artist in taste.artists[:SEEDS]:
        for rank, other in enumerate(asking.similar.get(artist.name, ())):
            scores[other.name] += 1 / (RRF + rank)
    return await _one_song_each(asking, _unknown(scores, taste))


async def item_knn(asking: Asking) -> Sequence[Found]:
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


def _in_turn(found: Iterable[Sequence[Found]], taste: Taste) -> list[Found]:
    """Return the first of each list, then the second, without songs that are known."""
    rows = zip_longest(*found)
    songs = (one for row in rows for one in row if one is not None)
    unique = {one.song.id: one for one in songs if one.song.id not in taste.songs}
    return list(unique.values())[:DEPTH]


BASELINES: Mapping[str, Baseline] = {
    "popularity": popular,
    "favourites searched": favourites_searched,
    "genres searched": genres_searched,
    "neighbours searched": neighbours_searched,
    "item-kNN": item_knn,
}
