"""Listening history: a listener's taste, and the plays and saves that follow."""

import heapq
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from random import Random

from simulator.spotify.data.catalogue import Catalogue, CatalogueArtist, CatalogueTrack
from simulator.spotify.data.ids import seeded_random
from simulator.spotify.data.user_library import (
    TIME_RANGES,
    Element,
    FakePlay,
    Saved,
    TimeRange,
)

TOP_LENGTH = 99

MIN_SCORE = 0.02  # a liking below this is none

# The weight of the old, the constant and the new genre in each time range.
GENRE_WEIGHTS: dict[TimeRange, tuple[float, float, float]] = {
    "long_term": (1.0, 0.8, 0.02),
    "medium_term": (0.5, 0.9, 0.4),
    "short_term": (0.1, 0.7, 1.0),
}


@dataclass(eq=False)
class ListenerTaste:
    """A listener's taste; everything follows from `seed`, the account's name.

    catalogue: where the music comes from.
    home_genres: an old favourite, a constant one and a new one, in this order.
    artists_liked: how many favourite artists there are at most.
    """

    catalogue: Catalogue
    seed: str
    home_genres: tuple[str, str, str]
    artists_liked: int = 40

    @classmethod
    def generated(cls, catalogue: Catalogue, seed: str) -> "ListenerTaste":
        """Return a taste with three random genres."""
        old, constant, new = seeded_random(seed, "homes").sample(
            list(catalogue.by_genre), 3
        )
        return cls(catalogue, seed, (old, constant, new))

    @cached_property
    def _preferences(self) -> dict[str, float]:
        """How much the listener likes each artist, beside rank and genre (0 to 1)."""
        rng = seeded_random(self.seed, "keen")
        return {
            artist.id: rng.random()
            for home in self.home_genres
            for artist in self.catalogue.by_genre[home]
        }

    @cached_property
    def top_artists(self) -> Mapping[TimeRange, list[CatalogueArtist]]:
        """The favourite artists in each time range, best first."""
        return {span: self._rank_artists(span) for span in TIME_RANGES}

    def _rank_artists(self, span: TimeRange) -> list[CatalogueArtist]:
        scored = []
        for home, weight in zip(self.home_genres, GENRE_WEIGHTS[span], strict=True):
            for artist in self.catalogue.by_genre[home]:
                familiar = 1.0 - artist.rank / 24
                scored.append(
                    (weight * familiar * self._preferences[artist.id], artist)
                )
        best = heapq.nlargest(self.artists_liked, scored, key=lambda pair: pair[0])
        return [artist for score, artist in best if score > MIN_SCORE]

    @cached_property
    def top_tracks(self) -> Mapping[TimeRange, list[CatalogueTrack]]:
        """The favourite tracks in each time range, best first; at most 99."""
        return {span: self._rank_tracks(span) for span in TIME_RANGES}

    def _rank_tracks(self, span: TimeRange) -> list[CatalogueTrack]:
        artists = self.top_artists[span]
        rounds = [
            track
            for turn in range(4)
            for artist in artists[: TOP_LENGTH // 2 >> turn]
            if (track := self._liked_track(artist, turn))
        ]
        return list(dict.fromkeys(rounds))[:TOP_LENGTH]

    def _liked_track(self, artist: CatalogueArtist, turn: int) -> CatalogueTrack | None:
        # The preference's last digits are random enough to choose the songs.
        digits = int(self._preferences[artist.id] * 1e9)
        albums = self.catalogue.by_artist[artist.id]
        album = albums[(digits + turn) % len(albums)]
        place = turn * 2 + digits // 7 % 3
        return album.tracks[place] if place < len(album.tracks) else None

    def random_track(self, rng: Random, span: TimeRange) -> CatalogueTrack:
        """Return a track of a favourite artist; the first artists come more often."""
        artists = self.top_artists[span]
        artist = artists[int(len(artists) * rng.random() ** 2)]
        albums = self.catalogue.by_artist[artist.id]
        album = albums[int(len(albums) * rng.random())]
        return album.tracks[int(len(album.tracks) * rng.random())]


RECENT_PLAYS = 50  # the most that the Web API ever tells

PLAYS_A_DAY = (8, 22)

DAYS_KEPT = 16


@dataclass(eq=False)
class ListeningHistory:
    """A listener's plays and saves.

    taste: what the music is drawn from.
    began: when the world was made: nothing was saved after this moment.
    """

    taste: ListenerTaste
    began: datetime
    _days: dict[date, list[FakePlay]] = field(default_factory=dict, repr=False)

    def plays(self, now: datetime) -> list[Element]:
        """Return the last fifty plays up to `now`, newest first.

        The plays of a day never change: a clock that moves forward only adds plays.
        """
        newest: list[Element] = []
        day = now.date()
        while len(newest) < RECENT_PLAYS:
            plays = self._days.get(day) or self._plays_of(day)
            newest.extend(play for play in reversed(plays) if play.played_at < now)
            day -= timedelta(1)
        return newest[:RECENT_PLAYS]

    def _plays_of(self, day: date) -> list[FakePlay]:
        """Return a day's plays; a few days are cached."""
        if len(self._days) >= DAYS_KEPT:
            self._days.clear()
        self._days[day] = plays = self._generate_plays(day)
        return plays

    def _generate_plays(self, day: date) -> list[FakePlay]:
        rng = seeded_random(self.taste.seed, "plays", day.toordinal())
        clock = datetime(day.year, day.month, day.day, tzinfo=UTC)
        clock += timedelta(hours=rng.randint(5, 18), minutes=rng.randrange(60))
        plays = []
        for _ in range(rng.randint(*PLAYS_A_DAY)):
            track = self.taste.random_track(rng, "short_term")
            # Sometimes the same song is played twice in a row.
            for _ in range(2 if rng.random() < 0.06 else 1):
                clock += timedelta(milliseconds=track.duration_ms)
                plays.append(FakePlay(track, clock))
        return plays

    def saved_tracks(self, count: int) -> list[Element]:
        """Return at most `count` saved tracks, newest first.

        The oldest come from the old favourite genre.
        """
        rng = seeded_random(self.taste.seed, "saved tracks")
        saved: dict[str, Saved] = {}
        saved_at = self.began
        for _ in range(count):
            saved_at -= timedelta(hours=rng.expovariate(1 / 60))
            track = self.taste.random_track(rng, _span(self.began - saved_at))
            saved.setdefault(track.id, Saved(track, saved_at))
        return [*saved.values()]

    def saved_albums(self, count: int) -> list[Element]:
        """Return at most `count` saved albums, newest first."""
        rng = seeded_random(self.taste.seed, "saved albums")
        saved: dict[str, Saved] = {}
        saved_at = self.began
        for _ in range(count):
            saved_at -= timedelta(days=rng.expovariate(1 / 25))
            album = self.taste.random_track(rng, _span(self.began - saved_at)).album
            saved.setdefault(album.id, Saved(album, saved_at))
        return [*saved.values()]


def _span(age: timedelta) -> TimeRange:
    if age < timedelta(weeks=4):
        return "short_term"
    return "medium_term" if age < timedelta(days=180) else "long_term"
