"""Exclusions: what must not be recommended, held against each song.

Every candidate of every ranking passes through `Exclusions.excludes`, and so does every
pick of a ranking that was stored before the listener excluded something.
"""

import unicodedata
from collections.abc import Collection, Sequence
from functools import lru_cache
from hashlib import blake2b

import msgspec

from providers.music import Track
from providers.recommender.ranking.eras import release_year, years_of
from providers.recommender.ranking.facets import Facet, genre_match
from providers.recommender.ranking.recommendation_query import (
    Exclusion,
    Moods,
)
from providers.recommender.ranking.track_identity import credited, song_key

_VOICED_KANA = frozenset("\u3099\u309a")  # these marks make another letter

_LONGEST_TITLE = 30  # words of a playlist's name that are looked at


@lru_cache(maxsize=4096)
def folded(name: str) -> str:
    """Return a name without case, accents, spaces and signs; names compare by this.

    >>> folded("Beyoncé"), folded("AC/DC"), folded("Simon & Garfunkel")
    ('beyonce', 'acdc', 'simonandgarfunkel')
    """
    text = unicodedata.normalize("NFKD", name.replace("&", " and ")).casefold()
    letters = "".join(c for c in text if c.isalnum() or c in _VOICED_KANA)
    return unicodedata.normalize("NFC", letters) or name.casefold().strip()


def same_thing(first: Exclusion, second: Exclusion) -> bool:
    """Return whether two exclusions exclude the same, however they are spelled."""
    if first.kind != second.kind:
        return False
    return first.value == second.value or (
        first.kind in ("artist", "name") and folded(first.value) == folded(second.value)
    )


class Exclusions(msgspec.Struct, frozen=True):
    """What must not be recommended, in musical terms.

    `facets`: a song that meets one is excluded. `artists`: folded names of artists.
    `names`: folded names of artists, genres and titles. `songs`: song keys.
    `starts`: those of them that "more like this" starts from: nobody ruled them out.
    `needs_genres`: songs without known genres are left out where there are others,
    because the query excluded a genre.
    """

    facets: tuple[Facet, ...] = ()
    artists: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    songs: frozenset[str] = frozenset()
    starts: frozenset[str] = frozenset()
    needs_genres: bool = False

    def __or__(self, other: "Exclusions") -> "Exclusions":
        """Return what either of the two excludes."""
        return Exclusions(
            (*self.facets, *other.facets),
            self.artists | other.artists,
            self.names | other.names,
            self.songs | other.songs,
            self.starts | other.starts,
            self.needs_genres or other.needs_genres,
        )

    def __bool__(self) -> bool:
        return bool(self.facets or self.artists or self.names or self.songs)

    def excludes(self, track: Track, genres: Collection[str]) -> bool:
        """Return whether this song must not be recommended; `genres` are lower case."""
        if not self:
            return False
        artists, year = credited(track), release_year(track)
        genres = {*genres, *(g.casefold() for a in track.artists for g in a.genres)}
        if any(f.met(artists, genres, track.title, year) for f in self.facets):
            return True
        key = song_key(track)
        return (
            key in self.songs
            or folded(key.partition("|")[0]) in self.names
            or any(map(self.excludes_artist, artists))
            or not self.names.isdisjoint(map(folded, genres))
        )

    def excludes_artist(self, name: str) -> bool:
        """Return whether the artist is excluded by name."""
        spelling = folded(name)
        return spelling in self.artists or spelling in self.names

    def excludes_genre(self, genre: str) -> bool:
        """Return whether the genre, in lower case, is excluded."""
        return folded(genre) in self.names or any(
            genre_match(facet.genres, (genre,)) for facet in self.facets
        )

    def excludes_playlist(self, name: str) -> bool:
        """Return whether up to four words of a playlist's name are excluded."""
        if not self:
            return False
        genres = {folded(genre) for facet in self.facets for genre in facet.genres}
        words = name.split()[:_LONGEST_TITLE]
        spans = {
            folded(" ".join(words[start:end]))
            for start in range(len(words))
            for end in range(start + 1, start + 5)
        }
        return not spans.isdisjoint(genres | self.artists | self.names)


NOTHING_EXCLUDED = Exclusions()


def compiled(
    exclusions: Collection[Exclusion], moods: Moods, *, of_query: bool = False
) -> Exclusions:
    """Return the exclusions in musical terms; ids that nobody knows exclude nothing."""
    if not exclusions:
        return NOTHING_EXCLUDED
    facets: list[Facet] = []
    artists, names, songs = set[str](), set[str](), set[str]()
    needs_genres = False
    for exclusion in exclusions:
        kind, value = exclusion.kind, exclusion.value
        if kind == "song":
            songs.add(value)
        elif kind == "artist":
            artists.add(folded(value))
        elif kind == "name":
            names.add(folded(value))
        elif kind == "era":
            years = years_of(value)
            facets += [Facet("era", value, years=years)] if years else []
        elif entry := moods.get(kind, value):
            facets.append(entry.facet("asked_genre"))
            needs_genres = of_query
    spelled = frozenset(artists), frozenset(names), frozenset(songs)
    starts = spelled[-1] if of_query else frozenset[str]()
    return Exclusions(tuple(facets), *spelled, starts, needs_genres)


def fingerprint(exclusions: Sequence[Exclusion]) -> str:
    """Return a hash (8 hex digits) of exclusions for cache keys; "" for none."""
    if not exclusions:
        return ""
    packed = msgspec.json.encode(tuple(exclusions))
    return blake2b(packed, digest_size=4).hexdigest()
