"""Songs of the listener's own playlists that they have not heard for a while."""

from collections import Counter
from collections.abc import Awaitable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from math import fsum
from typing import Any

from providers.errors import TooSlow
from providers.fan_out import fan_out, optional
from providers.library import Library
from providers.listener import Listener
from providers.music import Listing, Playlist, PlaylistItem, Track
from providers.recommender.ranking.affinity import (
    Affinity,
    GenreAffinity,
    affinities,
    by_strength,
    genre_affinities,
)
from providers.recommender.ranking.history import StoredRanking
from providers.recommender.ranking.model import Evidence, RankedList, Ranking, Taste
from providers.recommender.ranking.query import RecommendationQuery
from providers.recommender.ranking.rank_fusion import seeded_random
from providers.recommender.ranking.ranker import RankingContext, rediscover
from providers.recommender.ranking.track_identity import credited
from providers.recommender.retrieval import read_taste
from providers.recommender.service import RecommendationAnswer, Recommendations

PLAYLISTS_READ = 3

"""Own playlists that are read for this; what is known already comes on top."""

_PATIENCE = 2.0

_LONG = 200  # tracks: longer ones cost more calls than they are worth

_EARLIEST = datetime(1, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Rediscovery:
    """Answers from own playlists, in the same way as other recommendations."""

    library: Library
    recommendations: Recommendations

    async def answer(self, listener: Listener) -> RecommendationAnswer:
        """The next forgotten songs; `record.searched` counts the playlists searched.

        Raises `ProviderError`s where the shelf, or all that was tried of it, cannot be
        read.
        """
        occasion = await self.recommendations.context(listener)
        name = f"{occasion.day}-rediscovery"
        shelf = self.recommendations.store
        record = await shelf.ranking(listener, name)
        if record is None or not record.ranking.picks:
            ranking, searched = await self._ranking(listener, occasion)
            now = occasion.now.timestamp()
            record = StoredRanking(name, ranking, RecommendationQuery(), now, searched)
            await shelf.keep_ranking(listener, record)
        return await self.recommendations.picked(listener, record, occasion)

    async def _ranking(
        self, listener: Listener, occasion: RankingContext
    ) -> tuple[Ranking, int]:
        """The ranking, and how many playlists it was searched for in."""
        shelf = await self.library.playlists(listener)
        own = [one for one in shelf.items if one.readable]
        known = await self.library.known_contents(listener, own)
        unread = [one for one in own if one.id not in known and one.size != 0]
        unread.sort(key=lambda one: (_long(one), seeded_random(occasion.seed, one.id)))
        read, taste = await self._read(listener, unread[:PLAYLISTS_READ])
        contents = {**known, **read}
        findings = [
            RankedList(tuple(contents[one.id]), Evidence("playlist", 1, one.name))
            for one in own
            if one.id in contents
        ]
        return rediscover(findings, taste, occasion), len(findings)

    async def _read(
        self, listener: Listener, playlists: Sequence[Playlist]
    ) -> tuple[Mapping[str, Sequence[Track]], Taste]:
        """The contents by playlist, and what is heard these days."""
        calls: dict[str, Awaitable[Listing[Any]]] = {
            one.id: self.library.playlist_items(listener, one) for one in playlists
        }
        calls["recent_plays"] = self.library.recent_plays(listener)
        calls["top_tracks_weeks"] = self.library.top_tracks(listener, "weeks")
        with listener.turn.phase("rediscovery"):
            outcome = await fan_out(calls, listener.deadline, seconds=_PATIENCE)
        found = outcome.results
        contents = {one.id: found[one.id] for one in playlists if one.id in found}
        if playlists and not contents:
            told = (outcome.errors.get(one.id) for one in playlists)
            raise next((error for error in told if error), TooSlow())
        lately = {name: found[name].items for name in calls if name in found}
        taste = Taste(
            plays=lately.get("recent_plays", ()),
            top_tracks={"weeks": lately.get("top_tracks_weeks", ())},
            missing=outcome.missing,
        )
        return {name: _oldest_first(one) for name, one in contents.items()}, taste


def _long(playlist: Playlist) -> bool:
    return (playlist.size or 0) > _LONG


def _oldest_first(contents: Listing[PlaylistItem]) -> list[Track]:
    """What was put there long ago is the most likely to be forgotten."""
    items = sorted(contents.items, key=lambda item: item.added_at or _EARLIEST)
    return [item.track for item in items]


# FOLDED Which of the listener's own playlists to recommend, and by which facts.

_CLOSE = 10  # artists and genres that count as close

_FEW = 2  # tracks by a close artist that are worth saying


@dataclass(frozen=True, slots=True)
class PlaylistPick:
    """A playlist to recommend; no evidence where nothing but the day speaks for it."""

    playlist: Playlist
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class TasteProfile:
    """What the listener is close to, closest first, and the seed of the day."""

    artists: Mapping[str, Affinity]
    genres: Mapping[str, GenreAffinity]
    seed: int


def rank_playlists(
    playlists: Sequence[Playlist],
    contents: Mapping[str, Sequence[Track]],
    close: TasteProfile,
) -> tuple[PlaylistPick, ...]:
    """All that hold anything, those that most speaks for first.

    `contents` by playlist id, as far as they are known.
    """
    picks = []
    for one in playlists:
        if one.size == 0:
            continue
        words = f" {' '.join(_words(one.name))} "
        facts = [
            *_named(words, close),
            *_held(contents.get(one.id, ()), close),
        ]
        picks.append(PlaylistPick(one, tuple(sorted(facts, key=by_strength))))
    return tuple(sorted(picks, key=lambda pick: _place(pick, close.seed)))


def _words(name: str) -> list[str]:
    plain = (c if c.isalnum() or c in "&-" else " " for c in name.casefold())
    return "".join(plain).split()


def _place(pick: PlaylistPick, seed: int) -> tuple[float, float, str]:
    strength = fsum(fact.strength for fact in pick.evidence)
    return (-strength, seeded_random(seed, pick.playlist.id), pick.playlist.id)


def _named(words: str, close: TasteProfile) -> Iterator[Evidence]:
    """A close genre or artist in the playlist's name."""
    for place, (genre, affinity) in enumerate(list(close.genres.items())[:_CLOSE]):
        if f" {genre} " in words:
            yield Evidence("genre", 1 / (1 + place), genre, count=affinity.artists)
    for place, (key, artist) in enumerate(list(close.artists.items())[:_CLOSE]):
        if f" {key} " in words:
            yield Evidence("named", 1 / (1 + place), artist.name)


def _held(tracks: Sequence[Track], close: TasteProfile) -> Iterator[Evidence]:
    """Several tracks by a close artist on it."""
    counts = Counter(key for track in tracks for key in set(credited(track)))
    for place, (key, artist) in enumerate(list(close.artists.items())[:_CLOSE]):
        if counts[key] >= _FEW:
            yield Evidence("holds", 1 / (1 + place), artist.name, count=counts[key])


# FOLDED Recommending some of the listener's own playlists.


@dataclass(frozen=True, slots=True)
class PlaylistRecommender:
    """Ranks the shelf's playlists by names, known contents and the day."""

    library: Library
    recommendations: Recommendations

    async def ranked(self, listener: Listener) -> tuple[PlaylistPick, ...]:
        """Own playlists first, in an order that stays for the day.

        Raises `ProviderError`s where the shelf cannot be read; without a taste the day
        alone decides.
        """
        occasion = await self.recommendations.context(listener)
        shelf = await self.library.playlists(listener)
        taste = await self._taste(listener)
        known = affinities(taste, occasion.now)
        close = TasteProfile(known, genre_affinities(known), occasion.seed)
        own = [one for one in shelf.items if one.readable]
        contents = await self.library.known_contents(listener, own)
        others = [one for one in shelf.items if not one.readable]
        return (
            *rank_playlists(own, contents, close),
            *rank_playlists(others, contents, close),
        )

    async def _taste(self, listener: Listener) -> Taste:
        return await optional(read_taste(self.library, listener), Taste())
