"""Facets: the parts of a query in musical terms, and how a track meets them."""

import re
from collections.abc import Collection, Iterable, Sequence

import msgspec

from providers.recommender.ranking.domain_types import Evidence, Signal

# A facet met by the artist says more than a word in a title.
_BY_GUEST = 0.8  # somebody who names an artist wants their own songs first
_BY_ARTIST, _BY_GENRE, _BY_NEAR_GENRE, _BY_WORD, _BY_YEAR = 1.0, 1.0, 0.7, 0.4, 0.4

# Somebody who names an artist wants that artist before others like them.
_RELATED = 0.6

_WIDER = 0.3  # of the genre that the one that was asked for is a kind of


class Facet(msgspec.Struct, frozen=True):
    """One part of a query in musical terms; a track meets it or not.

    `signal`: the kind of evidence that a match gives. `about`: what the listener called
    it, or the id of the mood; None for the genre that matches. `genres`, `words` (of a
    title): lower case. `artists`: artist keys. `years`: first and last year of release.
    `required`: a song must meet this facet; of the others, one is enough. `wider`: it
    is the genre that the one that was asked for is a kind of.
    """

    signal: Signal
    about: str | None
    genres: tuple[str, ...] = ()
    artists: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    years: tuple[int, int] | None = None
    required: bool = False
    wider: bool = False

    @property
    def by_genre(self) -> Signal:
        """The signal of a match by genre.

        A track of the asked artist's genre is not by that artist: `kindred`.
        """
        return "kindred" if self.signal == "asked_artist" else self.signal

    def met(
        self,
        artists: Sequence[str],
        genres: Collection[str],
        title: str,
        year: int | None = None,
    ) -> Evidence | None:
        """Return the evidence that a track meets this facet, or None.

        `artists` are the track's artist keys, `genres` are lower case, `year` is that
        of its release. A match by artist counts before one by genre, and that before
        one by a word of the title.
        """
        if self.years is not None:
            return self._met_by_year(self.years, year)
        if self.signal == "neighbour":  # of whose song it is: a guest is not enough
            is_near = bool(artists) and artists[0] in self.artists
            return Evidence("neighbour", _RELATED, self.about) if is_near else None
        if not set(self.artists).isdisjoint(artists):
            is_guest = artists[0] not in self.artists
            return Evidence(
                self.signal, _BY_GUEST if is_guest else _BY_ARTIST, self.about
            )
        if strength := genre_match(self.genres, genres):
            signal = self.by_genre
            strength *= _RELATED if signal == "kindred" else 1
            strength *= _WIDER if self.wider else 1
            return Evidence(signal, strength, self.about or self._matching(genres))
        if self.words and _says(title.casefold(), self.words):
            return Evidence(self.signal, _BY_WORD, self.about)
        return None

    def _met_by_year(self, years: tuple[int, int], year: int | None) -> Evidence | None:
        if year is None or not years[0] <= year <= years[1]:
            return None
        return Evidence(self.signal, _BY_YEAR, self.about, count=year)

    def _matching(self, genres: Collection[str]) -> str:
        """Return the genre that matches best, the first of equals."""
        return max(sorted(genres), key=lambda genre: genre_match(self.genres, (genre,)))


def genre_match(wanted: Sequence[str], genres: Collection[str]) -> float:
    """Return 1 if a genre is wanted, 0.7 if it is a kind of a wanted genre, else 0.

    >>> genre_match(["jazz"], ["vocal jazz"])
    0.7
    """
    if any(genre in genres for genre in wanted):
        return _BY_GENRE
    genre_words = [set(genre.split()) for genre in genres]
    near = any(set(genre.split()) < words for genre in wanted for words in genre_words)
    return _BY_NEAR_GENRE if near else 0.0


_WORD = re.compile(r"[^\W_]+")

_UNSPACED = "\u3040"  # from here on, scripts write words without spaces between them


def _says(title: str, words: Collection[str]) -> bool:
    """Return whether a title in lower case has one of the words."""
    title_words = set(_WORD.findall(title))
    return any(
        word in title_words or (word >= _UNSPACED and word in title) for word in words
    )


Song = tuple[Sequence[str], Collection[str], str, int | None]
"""What `Facet.met` looks at."""


def met_facets(facets: Iterable[Facet], song: Song) -> list[Evidence]:
    """Return how a song meets facets; a wider genre where it is not the narrower."""
    facts: list[Evidence] = []
    for facet in facets:
        is_narrower = facet.wider and any(f.signal == facet.signal for f in facts)
        if not is_narrower and (fact := facet.met(*song)):
            facts.append(fact)
    return facts
