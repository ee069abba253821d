"""What a listener asked for, and how well a track meets it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Literal

import msgspec

from providers.music import Value
from providers.recommending.evidence import Evidence, Signal
from providers.recommending.identity import artist_key

Novelty = Literal["new", "familiar"]

# A facet met by the artist says more than a word in a title.
_BY_ARTIST, _BY_GENRE, _BY_NEAR_GENRE, _BY_WORD = 1.0, 1.0, 0.7, 0.4
# Somebody who names an artist wants that artist before others like them.
_KINDRED = 0.6


class Wish(Value, frozen=True):
    """What was asked for; everything is optional, and ids are language-free.

    `mood` and `activity` are ids of the moods file, `genre` is one too or as spoken,
    `artist` is as spoken.
    """

    mood: str | None = None
    activity: str | None = None
    genre: str | None = None
    artist: str | None = None
    novelty: Novelty | None = None

    @property
    def faceted(self) -> bool:
        """Whether anything but novelty was asked for."""
        return any((self.mood, self.activity, self.genre, self.artist))

    def name(self) -> str:
        """A short name of this wish that tells nothing, for keys; novelty aside."""
        sides = "\0".join(map(str, (self.mood, self.activity, self.genre, self.artist)))
        return blake2b(sides.encode(), digest_size=8).hexdigest()

    def legible(self) -> "Wish":
        """The same without what no text can hold: halves of surrogate pairs."""
        sides = msgspec.structs.asdict(self).items()
        return Wish(**{k: v and v.encode(errors="replace").decode() for k, v in sides})


@dataclass(frozen=True, slots=True)
class Facet:
    """One side of a wish, in musical terms; `about` is what the listener called it.

    `artists` are artist keys; `genres` and `words` are lower case.
    """

    signal: Signal
    about: str
    genres: tuple[str, ...] = ()
    artists: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    @property
    def by_genre(self) -> Signal:
        """A track of the asked artist's genre is not by that artist."""
        return "kindred" if self.signal == "asked_artist" else self.signal

    def met(
        self, artists: Collection[str], genres: Collection[str], title: str
    ) -> Evidence | None:
        """The fact by which a track meets this facet, if it does."""
        if not set(self.artists).isdisjoint(artists):
            return Evidence(self.signal, _BY_ARTIST, self.about)
        if strength := genre_match(self.genres, genres):
            signal = self.by_genre
            strength *= _KINDRED if signal == "kindred" else 1
            return Evidence(signal, strength, self.about)
        words = title.casefold().split()
        if any(word in words for word in self.words):
            return Evidence(self.signal, _BY_WORD, self.about)
        return None


def genre_match(wanted: Sequence[str], genres: Collection[str]) -> float:
    """1 for the same genre, a little less for a kind of it, else 0.

    >>> genre_match(["jazz"], ["vocal jazz"])
    0.7
    """
    if any(genre in genres for genre in wanted):
        return _BY_GENRE
    kinds = [set(genre.split()) for genre in genres]
    near = any(set(genre.split()) < kind for genre in wanted for kind in kinds)
    return _BY_NEAR_GENRE if near else 0.0


class Mood(Value, frozen=True):
    """An entry of the moods file; `said` maps a language to its names."""

    id: str
    genres: tuple[str, ...] = ()
    artists: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    said: Mapping[str, tuple[str, ...]] = {}

    def facet(self, signal: Signal) -> Facet:
        keys = tuple(artist_key(name) for name in self.artists)
        return Facet(signal, self.id, self.genres, keys, self.words)
