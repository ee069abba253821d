"""Synthetic listeners with known tastes.

Each listener lives for 400 days among the artists of the fake Spotify: in clusters.

1. *Affection.* A few clusters are dear, with random weights. How dear an artist of such
   a cluster is follows from a log-normal draw of the listener's own; what the world
   thinks of an artist hardly matters.
2. *Drift.* Interests move in a straight line from the weights of the first day to those
   of the last; for half of the listeners the two are the same.
3. *Likes.* A track of a dear artist is liked with a chance that grows with affection on
   the last day and with the track's charm, which is the same for everybody.
4. *Held out.* Half of the likes are set aside: a few of them were heard but never
   saved, the others never came up. They are what a recommendation should find.
5. *History.* Every day brings plays: of liked tracks mostly, sometimes of any track
   of a dear artist. Some of what is liked is saved, some artists are followed.

Top lists, last plays, saves and follows are counted from that history. No number here
is one of the recommender's.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from simulator.spotify.data.catalogue import Catalogue, CatalogueArtist, CatalogueTrack
from simulator.spotify.data.user_library import (
    Element,
    FakePlay,
    Saved,
    TimeRange,
    UserLibrary,
)

DAYS = 400
SPANS: Mapping[TimeRange, int] = {
    "short_term": 28,
    "medium_term": 182,
    "long_term": 365,
}
HELD_OUT, HEARD_OF_IT = 0.5, 0.2
SAVED, FOLLOWED = 0.45, 0.5
PLAYS_A_DAY = (3, 15)
BEYOND_LIKES = 0.25  # of the plays
LIKES = 480
PAGE = 50


@dataclass(frozen=True, slots=True)
class SyntheticListener:
    """`held_out` are the ids of liked tracks that a recommendation should find."""

    name: str
    library: UserLibrary
    held_out: frozenset[str]


class Life:
    """One listener's 400 days, all of them following from `rng`."""

    def __init__(self, catalogue: Catalogue, rng: Random, now: datetime) -> None:
        self._catalogue = catalogue
        self._rng = rng
        self._now = now
        count = rng.randint(2, 4)
        self._clusters = rng.sample(sorted(catalogue.by_genre), count)
        self._first = self._weights(count)
        self._last = self._weights(count) if rng.random() < 0.5 else self._first
        self._dear = {
            artist: rng.lognormvariate(0, 1.1)
            for cluster in self._clusters
            for artist in catalogue.by_genre[cluster]
        }

    def _weights(self, count: int) -> list[float]:
        drawn = [self._rng.gammavariate(1.2, 1) + 1e-6 for _ in range(count)]
        return [weight / sum(drawn) for weight in drawn]

    def affection(self, artist: CatalogueArtist, day: int) -> float:
        """How dear an artist is on a day, 0 being the first one."""
        place = self._clusters.index(artist.genre)
        moved = day / (DAYS - 1)
        weight = (1 - moved) * self._first[place] + moved * self._last[place]
        return self._dear[artist] * weight

    def likes(self) -> list[CatalogueTrack]:
        """The liked tracks, by chance but in proportion."""
        pool = [
            (self.affection(artist, DAYS - 1) * _charm(track), track)
            for artist in self._dear
            for album in self._catalogue.by_artist[artist.id]
            for track in album.tracks
        ]
        keyed = [(self._rng.random() ** (1 / max(w, 1e-9)), t.id, t) for w, t in pool]
        return [track for _, _, track in sorted(keyed, reverse=True)[:LIKES]]

    def listener(self, name: str) -> SyntheticListener:
        likes = self.likes()
        held_out = likes[:: round(1 / HELD_OUT)]
        self._rng.shuffle(held_out)
        heard = held_out[: round(len(held_out) * HEARD_OF_IT)]
        kept = [track for track in likes if track not in set(held_out)]
        plays = self._history([*kept, *heard], unheard=set(held_out) - set(heard))
        library = UserLibrary(
            top_artists={s: self._top_artists(plays, d) for s, d in SPANS.items()},
            top_tracks={s: self._top_tracks(plays, d) for s, d in SPANS.items()},
            plays=lambda _now: list[Element](reversed(plays[-PAGE:])),
            saved_tracks=self._saved(kept),
            followed=self._followed(),
        )
        return SyntheticListener(name, library, frozenset(t.id for t in held_out))

    def _history(
        self, liked: Sequence[CatalogueTrack], unheard: set[CatalogueTrack]
    ) -> list[FakePlay]:
        artists = sorted(self._dear, key=lambda artist: artist.id)
        plays: list[FakePlay] = []
        for day in range(DAYS):
            count = self._rng.randint(*PLAYS_A_DAY)
            others = round(count * BEYOND_LIKES)
            weights = [self.affection(t.artists[0], day) for t in liked]
            heard = self._rng.choices(liked, weights, k=count - others)
            near = [self.affection(artist, day) for artist in artists]
            for artist in self._rng.choices(artists, near, k=others):
                album = self._rng.choice(self._catalogue.by_artist[artist.id])
                track = self._rng.choice(album.tracks)
                heard += [track] if track not in unheard else []
            plays += [
                FakePlay(track, self._moment(day, n)) for n, track in enumerate(heard)
            ]
        return plays

    def _moment(self, day: int, number: int) -> datetime:
        return self._now - timedelta(days=DAYS - day, minutes=-4 * number)

    def _within(self, plays: Sequence[FakePlay], days: int) -> list[CatalogueTrack]:
        since = self._now - timedelta(days=days)
        return [
            play.track
            for play in plays
            if play.played_at >= since and isinstance(play.track, CatalogueTrack)
        ]

    def _top_tracks(self, plays: Sequence[FakePlay], days: int) -> list[Element]:
        counted = Counter(self._within(plays, days))
        ranked = sorted(counted, key=lambda track: (-counted[track], track.id))
        return list[Element](ranked[:PAGE])

    def _top_artists(self, plays: Sequence[FakePlay], days: int) -> list[Element]:
        heard = self._within(plays, days)
        counted = Counter(artist for track in heard for artist in track.artists)
        ranked = sorted(counted, key=lambda artist: (-counted[artist], artist.id))
        return list[Element](ranked[:PAGE])

    def _saved(self, liked: Sequence[CatalogueTrack]) -> list[Element]:
        saved = [track for track in liked if self._rng.random() < SAVED]
        self._rng.shuffle(saved)
        return [
            Saved(track, self._now - timedelta(days=3 * place + 1))
            for place, track in enumerate(saved)
        ]

    def _followed(self) -> list[Element]:
        dearest = sorted(self._dear, key=lambda artist: -self._dear[artist])[:8]
        return [artist for artist in dearest if self._rng.random() < FOLLOWED]


def _charm(track: CatalogueTrack) -> float:
    """What a song has by itself, the same for everybody; known songs a little more."""
    own = Random(track.id).lognormvariate(0, 0.7)
    return own * (0.5 + track.popularity / 100)


def born(
    catalogue: Catalogue, *, count: int, seed: int, now: datetime
) -> list[SyntheticListener]:
    """Listeners `heard-0` … by `seed`."""
    return [
        Life(catalogue, Random(f"{seed} {n}"), now).listener(f"heard-{n}")
        for n in range(count)
    ]
