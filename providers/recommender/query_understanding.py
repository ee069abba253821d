"""Query understanding: turns a query into facets and exclusions.

This is the first stage of a recommendation.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from providers.fan_out import optional
from providers.library import Library
from providers.listener import Listener
from providers.music import (
    Artist,
    Found,
    Listing,
    Play,
    Playlist,
    PlaylistItem,
    SavedTrack,
    Track,
)
from providers.name_matching.matcher import Verdict, decide
from providers.recommender.ranking.domain_types import Taste
from providers.recommender.ranking.eras import years_of
from providers.recommender.ranking.exclusions import Exclusions, compiled
from providers.recommender.ranking.facets import Facet
from providers.recommender.ranking.recommendation_query import (
    Moods,
    RecommendationQuery,
)
from providers.recommender.ranking.similar_artists import SimilarArtists, find_artist
from providers.recommender.ranking.track_identity import artist_key, known_artists

_SEARCH_LIMIT = 10
_NO_PLAYS: Listing[Play] = Listing((), 0)
_NO_SAVES: Listing[SavedTrack] = Listing((), 0)
_NO_PLAYLISTS: Listing[Playlist] = Listing((), 0)
_NO_ITEMS: Listing[PlaylistItem] = Listing((), 0)


class ResolvedQuery(msgspec.Struct, frozen=True):
    """What a query means in music.

    `facets`: what a song must be. `exclusions`: what it must not be. `source`: the part
    of the library that it must come from, an id of the moods file, or None.
    """

    facets: tuple[Facet, ...] = ()
    exclusions: Exclusions = msgspec.field(default_factory=Exclusions)
    source: str | None = None


class QueryResolver(msgspec.Struct, frozen=True):
    """Query understanding: turns a query into facets and exclusions.

    `library` finds artists by their spoken names, `moods` gives the musical meaning of
    moods, activities and genres. `source`: similar artists, where there are some.
    """

    library: Library
    moods: Moods
    source: SimilarArtists | None = None

    async def artists(
        self, listener: Listener, query: RecommendationQuery
    ) -> tuple[Artist, ...]:
        """Return the artists that Spotify finds for the query's artist, best first.

        Empty where the query names no artist, or the search fails.
        """
        return await self.artists_named(listener, query.performer or query.artist)

    async def artists_named(
        self, listener: Listener, name: str | None
    ) -> tuple[Artist, ...]:
        """Return the artists that Spotify finds for a name; none if that fails."""
        if not name:
            return ()
        call = self.library.search(listener, name, ("artist",), _SEARCH_LIMIT)
        return (await optional(call, Found())).artists

    def resolved(
        self,
        query: RecommendationQuery,
        artists: Sequence[Artist],
        taste: Taste,
        language: str,
    ) -> ResolvedQuery:
        """Return what a query means.

        `artists`: what the method `artists` returned. `language`: "en", "ja".
        """
        own = known_artists(taste.artists())
        facets = [*self._musical(query), *self._required(query)]
        if query.artist:
            facet = _artist_facet(query.artist, artists, own, language)
            facets += (facet, *self._near(facet))
        if query.performer:
            facet = _artist_facet(query.performer, artists, own, language)
            facets.append(msgspec.structs.replace(facet, genres=(), required=True))
        exclusions = compiled(query.unwanted, self.moods, of_query=True)
        return ResolvedQuery(tuple(facets), exclusions, query.source)

    def _near(self, facet: Facet) -> Iterator[Facet]:
        """Yield the facet of those who are similar to the artist of a facet."""
        name = facet.about
        if self.source is None or name is None:
            return
        number = find_artist(self.source, Artist(None, name))
        if number is not None:
            near = self.source.neighbours(number)
            names = (self.source.names(each.number).name for each in near)
            yield Facet("neighbour", name, artists=tuple(map(artist_key, names)))

    def _required(self, query: RecommendationQuery) -> Iterator[Facet]:
        """Yield what every song must meet: language and era."""
        if language := self.moods.get("language", query.language):
            genres = language.genres
            yield Facet("asked_genre", None, genres, required=True)
        if query.era and (years := years_of(query.era)):
            yield Facet("era", query.era, years=years, required=True)

    def _musical(self, query: RecommendationQuery) -> list[Facet]:
        facets = []
        if mood := self.moods.get("mood", query.mood):
            facets.append(mood.facet("mood"))
        if activity := self.moods.get("activity", query.activity):
            facets.append(activity.facet("activity"))
        if genre := self.moods.get("genre", query.genre):
            facets.append(genre.facet("asked_genre"))
            if wider := self.moods.wider(query.genre):
                facet = wider.facet("asked_genre")
                facets.append(msgspec.structs.replace(facet, wider=True))
        elif query.genre:
            genres = (query.genre.casefold(),)
            facets.append(Facet("asked_genre", query.genre, genres))
        return facets


def _artist_facet(
    spoken_name: str, found: Sequence[Artist], own: dict[str, Artist], language: str
) -> Facet:
    """Return the facet of the artist with the best matching name, own artists first."""
    candidates = [*own.values(), *found]
    names = [artist.name for artist in candidates]
    favoured = range(len(own))
    matches = decide(spoken_name, names, language=language, favoured=favoured).matches
    artist = candidates[matches[0].index] if matches else Artist(None, spoken_name)
    namesakes = [other for other in candidates if other.name == artist.name]
    genres = {genre.casefold() for other in namesakes for genre in other.genres}
    key = artist_key(artist.name)
    return Facet("asked_artist", artist.name, tuple(sorted(genres)), (key,))


class Seed(msgspec.Struct, frozen=True):
    """A song that others shall be like, and the name that was said for it.

    `name`: the song's title, or the name of the playlist that it stands for.
    """

    name: str
    track: Track


class SongSeeds(msgspec.Struct, frozen=True):
    """Finds the song that is meant where an artist could be named: "like Dreams".

    In the listener's `library`, then in the catalogue. For a playlist of theirs stands
    a song on it, by the artist who is on it most.
    """

    library: Library

    async def find(self, listener: Listener, name: str, language: str) -> Seed | None:
        """Return the playlist, or the song, the listener's own before any other.

        None where an artist is called so, or nothing, and where the search fails.
        `language`: "en", "ja".
        """
        call = self.library.search(listener, name, ("artist", "track"), _SEARCH_LIMIT)
        found = await optional(call, Found())
        if _called(name, [artist.name for artist in found.artists], language):
            return None
        if of_playlist := await self.of_playlist(listener, name, language):
            return of_playlist
        titles = [track.title for track in found.tracks]
        songs = [found.tracks[index] for index in _called(name, titles, language)]
        if not songs:
            return None
        plays = await optional(self.library.recent_plays(listener), _NO_PLAYS)
        saved = await optional(self.library.saved_tracks(listener), _NO_SAVES)
        own = [*(play.track for play in plays.items), *(s.track for s in saved.items)]
        of_title = _called(name, [track.title for track in own], language)
        song = own[of_title[0]] if of_title else songs[0]
        return Seed(song.title, song)

    async def of_playlist(
        self, listener: Listener, name: str, language: str
    ) -> Seed | None:
        """Return the playlist that is surely called so, with a song of it."""
        playlists = await optional(self.library.playlists(listener), _NO_PLAYLISTS)
        names = [playlist.name for playlist in playlists.items]
        decision = decide(name, names, language=language)
        if decision.verdict is not Verdict.ACT:
            return None
        playlist = playlists.items[decision.matches[0].index]
        call = self.library.playlist_items(listener, playlist)
        items = (await optional(call, _NO_ITEMS)).items
        by_artist = [item.track for item in items if item.track.artists]
        counts = Counter(track.artists[0].name for track in by_artist)
        songs = (t for t in by_artist if t.artists[0].name in _most_common(counts))
        song = next(songs, None)
        return Seed(playlist.name, song) if song else None


def _most_common(counts: Counter[str]) -> Sequence[str]:
    return [name for name, _ in counts.most_common(1)]


def _called(name: str, names: Sequence[str], language: str) -> Sequence[int]:
    """Return the places of the names that are surely meant, the likeliest first."""
    decision = decide(name, names, language=language)
    if decision.verdict is Verdict.OFFER:
        return ()
    return [match.index for match in decision.matches]
