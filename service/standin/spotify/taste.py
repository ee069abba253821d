"""A listener's taste: home genres that drift, and what follows from them."""

import heapq
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from random import Random

from service.standin.spotify.catalogue import Artist, Catalogue, Track
from service.standin.spotify.holdings import (
    TIME_RANGES,
    TimeRange,
)
from service.standin.spotify.identity import chance

TOP_LENGTH = 99
FAINTEST = 0.02  # a liking below this is none

# How strongly the old home, the constant home and the new interest pull in each range.
PULL: dict[TimeRange, tuple[float, float, float]] = {
    "long_term": (1.0, 0.8, 0.02),
    "medium_term": (0.5, 0.9, 0.4),
    "short_term": (0.1, 0.7, 1.0),
}


@dataclass(eq=False)
class Taste:
    """All of it follows from `seed`, the account's own number.

    `homes`: an old favourite genre, a constant one and a new interest, in that order.
    """

    catalogue: Catalogue
    seed: str
    homes: tuple[str, str, str]
    artists_liked: int = 40

    @classmethod
    def drawn(cls, catalogue: Catalogue, seed: str) -> "Taste":
        """Three different homes, by chance."""
        old, constant, new = chance(seed, "homes").sample(list(catalogue.by_genre), 3)
        return cls(catalogue, seed, (old, constant, new))

    @cached_property
    def _keen(self) -> dict[str, float]:
        """How much an artist of the homes is liked beyond rank and genre."""
        rng = chance(self.seed, "keen")
        return {
            artist.id: rng.random()
            for home in self.homes
            for artist in self.catalogue.by_genre[home]
        }

    @cached_property
    def top_artists(self) -> Mapping[TimeRange, list[Artist]]:
        return {span: self._favourites(span) for span in TIME_RANGES}

    def _favourites(self, span: TimeRange) -> list[Artist]:
        scored = []
        for home, pull in zip(self.homes, PULL[span], strict=True):
            for artist in self.catalogue.by_genre[home]:
                familiar = 1.0 - artist.rank / 24
                scored.append((pull * familiar * self._keen[artist.id], artist))
        best = heapq.nlargest(self.artists_liked, scored, key=lambda pair: pair[0])
        return [artist for score, artist in best if score > FAINTEST]

    @cached_property
    def top_tracks(self) -> Mapping[TimeRange, list[Track]]:
        return {span: self._favourite_tracks(span) for span in TIME_RANGES}

    def _favourite_tracks(self, span: TimeRange) -> list[Track]:
        artists = self.top_artists[span]
        rounds = [
            track
            for turn in range(4)
            for artist in artists[: TOP_LENGTH // 2 >> turn]
            if (track := self._liked_track(artist, turn))
        ]
        return list(dict.fromkeys(rounds))[:TOP_LENGTH]

    def _liked_track(self, artist: Artist, turn: int) -> Track | None:
        # The digits behind the liking are chance enough for which songs are liked.
        digits = int(self._keen[artist.id] * 1e9)
        albums = self.catalogue.by_artist[artist.id]
        album = albums[(digits + turn) % len(albums)]
        place = turn * 2 + digits // 7 % 3
        return album.tracks[place] if place < len(album.tracks) else None

    def some_track(self, rng: Random, span: TimeRange) -> Track:
        """Any track of a favourite artist; the first of them come more often."""
        artists = self.top_artists[span]
        artist = artists[int(len(artists) * rng.random() ** 2)]
        albums = self.catalogue.by_artist[artist.id]
        album = albums[int(len(albums) * rng.random())]
        return album.tracks[int(len(album.tracks) * rng.random())]
