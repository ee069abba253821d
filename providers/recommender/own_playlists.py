"""Own playlists: forgotten songs to rediscover, and playlists to listen to.

`Rediscovery` recommends songs of the listener's own playlists that were not heard for a
while. `PlaylistRecommender` recommends the playlists themselves.
"""

from collections import Counter
from collections.abc import Awaitable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from math import fsum
from typing import Any

import msgspec

from providers.fan_out import Outcome, fan_out, optional, raise_first
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
from providers.recommender.ranking.domain_types import (
    Evidence,
    RankedList,
    Ranking,
    Taste,
)
from providers.recommender.ranking.history import StoredRanking, short_key
from providers.recommender.ranking.rank_fusion import seeded_random
from providers.recommender.ranking.ranker import RankingContext, rediscover
from providers.recommender.ranking.recommendation_query import (
    Mood,
    RecommendationQuery,
)
from providers.recommender.ranking.track_identity import credited, song_key
from providers.recommender.retrieval import read_taste
from providers.recommender.service import RecommendationAnswer, RecommendationService

PLAYLISTS_READ = 3
"""Own playlists that are read from Spotify; those in the cache come on top."""

_TIMEOUT = 2.0  # seconds for reading these playlists

_LONG = 200  # tracks: longer ones cost more calls than they are worth

_EARLIEST = datetime(1, 1, 1, tzinfo=UTC)


class Rediscovery(msgspec.Struct, frozen=True):
    """Recommends songs of own playlists that the listener does not hear these days."""

    library: Library
    recommendations: RecommendationService

    async def answer(self, listener: Listener) -> RecommendationAnswer:
        """Return the next forgotten songs, from a ranking that is stored for the day.

        `stored.playlists_searched` of the answer counts the playlists. Raise a
        `ProviderError` where the list of playlists, or all that were tried, cannot be
        read.
        """
        context = await self.recommendations.context(listener)
        name = f"{context.day}-rediscovery"
        store = self.recommendations.store
        stored_ranking = await store.ranking(listener, name)
        if stored_ranking is None or not stored_ranking.ranking.picks:
            ranking, count = await self._ranking(listener, context)
            now = context.now.timestamp()
            query = RecommendationQuery()
            stored_ranking = StoredRanking(name, ranking, query, now, count)
            await store.keep_ranking(listener, stored_ranking)
        return await self.recommendations.picked(listener, stored_ranking, context)

    async def _ranking(
        self, listener: Listener, context: RankingContext
    ) -> tuple[Ranking, int]:
        """Return the ranking, and the number of playlists that it is made of."""
        playlists = await self.library.playlists(listener)
        own = [playlist for playlist in playlists.items if playlist.readable]
        known = await self.library.known_contents(listener, own)
        unread = [
            playlist
            for playlist in own
            if playlist.id not in known and playlist.size != 0
        ]
        unread.sort(key=lambda playlist: _reading_order(playlist, context.seed))
        items, taste = await self._read(listener, unread[:PLAYLISTS_READ])
        read = {playlist_id: _oldest_first(items[playlist_id]) for playlist_id in items}
        contents = {**known, **read}
        ranked_lists = [
            RankedList(
                tuple(contents[playlist.id]), Evidence("playlist", 1, playlist.name)
            )
            for playlist in own
            if contents.get(playlist.id)
        ]
        names = {playlist.id: playlist.name for playlist in own}
        ranking = rediscover(ranked_lists, taste, context)
        return _dated(ranking, _added(items, names)), len(ranked_lists)

    async def _read(
        self, listener: Listener, playlists: Sequence[Playlist]
    ) -> tuple[Mapping[str, Listing[PlaylistItem]], Taste]:
        """Return the contents by playlist id, and what is heard these days."""
        # No source is called so, whatever the id of a playlist is.
        names = {playlist.id: f"playlist {playlist.id}" for playlist in playlists}
        by_name = {names[playlist.id]: playlist for playlist in playlists}
        calls: dict[str, Awaitable[Listing[Any]]] = {
            name: self.library.playlist_items(listener, playlist)
            for name, playlist in by_name.items()
        }
        calls["recent_plays"] = self.library.recent_plays(listener)
        calls["top_tracks_weeks"] = self.library.top_tracks(listener, "weeks")
        with listener.turn.phase("rediscovery"):
            outcome = await fan_out(calls, listener.deadline, seconds=_TIMEOUT)
        contents = {
            playlist_id: outcome.results[name]
            for playlist_id, name in names.items()
            if name in outcome.results
        }
        if by_name and not contents:
            errors = {name: outcome.errors[name] for name in by_name}
            raise_first(errors)
        return contents, _taste_of_these_days(outcome)


def _taste_of_these_days(outcome: Outcome[Listing[Any]]) -> Taste:
    plays = outcome.results.get("recent_plays")
    top_tracks = outcome.results.get("top_tracks_weeks")
    return Taste(
        plays=plays.items if plays else (),
        top_tracks={"weeks": top_tracks.items if top_tracks else ()},
        missing=outcome.missing,
    )


def _reading_order(playlist: Playlist, seed: int) -> tuple[bool, bool, float]:
    """Sort: playlists that Spotify surely gives first, then short ones, then by day."""
    is_long = (playlist.size or 0) > _LONG
    return (not playlist.surely_readable, is_long, seeded_random(seed, playlist.id))


def _oldest_first(contents: Listing[PlaylistItem]) -> list[Track]:
    """Sort by date: what was added long ago is the most likely to be forgotten."""
    items = sorted(contents.items, key=lambda item: item.added_at or _EARLIEST)
    return [item.track for item in items]


_Place = tuple[str, str]  # the name of a playlist, and the key of a song on it


def _added(
    items: Mapping[str, Listing[PlaylistItem]], names: Mapping[str, str]
) -> Mapping[_Place, int]:
    """Return the day on which each song came to a playlist, where it is known.

    `names`: of the playlists, by id.
    """
    return {
        (names[playlist_id], short_key(song_key(item.track))): item.added_at.toordinal()
        for playlist_id, listing in items.items()
        for item in listing.items
        if item.added_at is not None
    }


def _dated(ranking: Ranking, added: Mapping[_Place, int]) -> Ranking:
    """Return the ranking with the day from which on a song is on a playlist."""

    def dated(fact: Evidence, song: str) -> Evidence:
        since = added.get((fact.about or "", song))
        return msgspec.structs.replace(fact, since=since) if since else fact

    picks = [
        msgspec.structs.replace(
            pick, evidence=tuple([dated(fact, pick.key) for fact in pick.evidence])
        )
        for pick in ranking.picks
    ]
    return msgspec.structs.replace(ranking, picks=tuple(picks))


_CLOSE = 10  # artists and genres that count as close

_SHORT = 3  # letters: such words tell nothing of a mood ("a", "the", "les")

_FEW = 2  # tracks by a close artist that are worth saying


class PlaylistPick(msgspec.Struct, frozen=True):
    """A playlist to recommend.

    `evidence`: strongest first; empty where only the day's random order speaks for it.
    """

    playlist: Playlist
    evidence: tuple[Evidence, ...] = ()


class TasteProfile(msgspec.Struct, frozen=True):
    """What the listener is close to, closest first, and the seed of the day.

    `artists`: by artist key. `genres`: by name, lower case.
    """

    artists: Mapping[str, Affinity]
    genres: Mapping[str, GenreAffinity]
    seed: int


def rank_playlists(
    playlists: Sequence[Playlist],
    contents: Mapping[str, Sequence[Track]],
    profile: TasteProfile,
) -> tuple[PlaylistPick, ...]:
    """Return all playlists that are not empty, those with the most evidence first.

    `contents`: tracks by playlist id, as far as they are known; none for a playlist
    that cannot be opened.
    """
    picks = []
    for playlist in playlists:
        known = contents.get(playlist.id)
        if playlist.size == 0 or (known is not None and not known):
            continue
        name = f" {' '.join(_words(playlist.name))} "
        evidence = [
            *_by_name(name, profile),
            *_by_contents(known or (), profile),
        ]
        picks.append(PlaylistPick(playlist, tuple(sorted(evidence, key=by_strength))))
    return tuple(sorted(picks, key=lambda pick: _sort_key(pick, profile.seed)))


def is_named_for(name: str, wish: Mood, language: str) -> bool:
    """Return whether a playlist's name tells that it is for a mood or an activity.

    It has a word that the moods file has for it in `language` or in English, of a title
    or as a genre: "Sunday Dinner" for dinner, "Road Trip" for driving.
    """
    words = set(_words(name))
    said = (*wish.said.get(language, ()), *wish.said.get("en", ()), *wish.genres)
    names = (telling for each in (wish.id, *said) if (telling := _telling(each)))
    is_japanese = language == "ja" and any(each in name for each in wish.said["ja"])
    return is_japanese or any(words >= telling for telling in names)


def _telling(name: str) -> frozenset[str]:
    """Return the words of a name without articles and the like, which are short."""
    return frozenset(word for word in _words(name) if len(word) > _SHORT)


def _profile(taste: Taste, context: RankingContext) -> TasteProfile:
    """Return what the listener is close to, without what they excluded."""
    closest = affinities(taste, context.now)
    exclusions = context.exclusions
    artists = {
        key: affinity
        for key, affinity in closest.items()
        if not exclusions.excludes_artist(key)
    }
    genres = {
        genre: affinity
        for genre, affinity in genre_affinities(artists).items()
        if not exclusions.excludes_genre(genre)
    }
    return TasteProfile(artists, genres, context.seed)


def _words(name: str) -> list[str]:
    plain = (c if c.isalnum() or c in "&-" else " " for c in name.casefold())
    return "".join(plain).split()


def _sort_key(pick: PlaylistPick, seed: int) -> tuple[float, float, str]:
    strength = fsum(fact.strength for fact in pick.evidence)
    return (-strength, seeded_random(seed, pick.playlist.id), pick.playlist.id)


def _by_name(name: str, profile: TasteProfile) -> Iterator[Evidence]:
    """Yield the close genres and artists that the playlist's name contains."""
    for place, (genre, affinity) in enumerate(list(profile.genres.items())[:_CLOSE]):
        if f" {genre} " in name:
            yield Evidence("genre", 1 / (1 + place), genre, count=affinity.artists)
    for place, (key, artist) in enumerate(list(profile.artists.items())[:_CLOSE]):
        if f" {key} " in name:
            yield Evidence("named", 1 / (1 + place), artist.name)


def _by_contents(tracks: Sequence[Track], profile: TasteProfile) -> Iterator[Evidence]:
    """Yield the close artists by whom the playlist has two or more tracks."""
    counts = Counter(key for track in tracks for key in set(credited(track)))
    for place, (key, artist) in enumerate(list(profile.artists.items())[:_CLOSE]):
        if counts[key] >= _FEW:
            yield Evidence("holds", 1 / (1 + place), artist.name, count=counts[key])


class PlaylistRecommender(msgspec.Struct, frozen=True):
    """Ranks the listener's playlists by names, known contents and the day."""

    library: Library
    recommendations: RecommendationService

    async def ranked(self, listener: Listener) -> tuple[PlaylistPick, ...]:
        """Return all playlists, own ones first, in an order that stays for the day.

        Raise a `ProviderError` where the list of playlists cannot be read. Where the
        taste cannot be read, the seed of the day alone decides.
        """
        context = await self.recommendations.context(listener)
        playlists = await self.library.playlists(listener)
        taste = await optional(read_taste(self.library, listener), Taste())
        profile = _profile(taste, context)
        exclusions = context.exclusions
        wanted = [
            playlist
            for playlist in playlists.items
            if not exclusions.excludes_playlist(playlist.name)
        ]
        own = [playlist for playlist in wanted if playlist.readable]
        others = [playlist for playlist in wanted if not playlist.readable]
        contents = await self.library.known_contents(listener, playlists.items)
        return (
            *rank_playlists(own, contents, profile),
            *rank_playlists(others, contents, profile),
        )
