"""Listeners whose tastes are known: from habits to an account of the fake Spotify.

`Habits` say how much an artist is played, on the first and on the last of 400 days, and
which songs are liked. `Life` draws plays from them; the top lists, last plays, saves,
follows and playlists of the account are counted from these plays. No number here is
one of the recommender's.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Literal

from simulator.spotify.data.catalogue import Catalogue, CatalogueArtist, CatalogueTrack
from simulator.spotify.data.ids import base62_id
from simulator.spotify.data.user_library import (
    Element,
    FakePlay,
    FakePlaylist,
    FakeUser,
    PlaylistEntry,
    Saved,
    TimeRange,
    UserLibrary,
)
from tests.evaluation.catalogues import tracks_of

DAYS = 400
SPANS: Mapping[TimeRange, int] = {
    "short_term": 28,
    "medium_term": 182,
    "long_term": 365,
}
PLAYS_A_DAY = (3, 15)
BLOCK = 20  # days that are drawn with the same weights
HEARD_SONGS = 0.6  # of an artist's songs a listener has come across these
SAVED, FOLLOWED = 0.25, 0.4
PAGE = 50
PLAYLISTS, PLAYLIST_SIZES = (2, 5), (10, 30)
FEW_PLAYS = 3

Extent = Literal["whole", "three plays", "playlists only"]
"""How much of a listener's life the account shows."""


@dataclass(frozen=True, slots=True)
class Habits:
    """What a listener plays, and would like.

    early, late: how much each artist is played on the first and on the last day.
    liked: the songs that are liked, heard of or not.
    unheard: the liked artists that have never been played.
    """

    early: Mapping[CatalogueArtist, float]
    late: Mapping[CatalogueArtist, float]
    liked: frozenset[CatalogueTrack]
    unheard: frozenset[CatalogueArtist]


@dataclass(frozen=True, slots=True)
class Subject:
    """A listener under test.

    name: of the account, and its token.
    heard: the names of all artists that the listener has ever heard; a guest on
        another artist's song is not heard for that.
    unheard: the names of the liked artists that a recommendation should find.
    unheard_songs: the ids of the liked songs that were never played nor saved.
    """

    name: str
    library: UserLibrary
    heard: frozenset[str]
    unheard: frozenset[str]
    unheard_songs: frozenset[str]


class Life:
    """One listener's 400 days, all of them following from `rng`.

    now: midnight of the last day or later; nothing happened after it.
    """

    def __init__(
        self, catalogue: Catalogue, habits: Habits, rng: Random, now: datetime
    ) -> None:
        self._habits = habits
        self._rng = rng
        self._now = now
        self._songs = {
            artist: self._repertoire(tracks_of(catalogue, artist))
            for artist in sorted({*habits.early, *habits.late}, key=lambda a: a.id)
        }

    def _repertoire(self, tracks: list[CatalogueTrack]) -> list[CatalogueTrack]:
        """Return the songs of an artist that the listener plays, liked ones first."""
        self._rng.shuffle(tracks)
        heard = tracks[: max(1, round(len(tracks) * HEARD_SONGS))]
        return sorted(heard, key=lambda track: track not in self._habits.liked)

    def subject(self, name: str, extent: Extent = "whole") -> Subject:
        """Return the listener with an account that shows so much of the life."""
        plays = self._plays()
        owner = FakeUser(f"user-{name}", None)
        library = UserLibrary()
        if extent == "whole":
            self._show_plays(library, plays)
            library.saved_tracks = self._saved(plays)
            library.followed = self._followed()
        elif extent == "three plays":
            self._show_plays(library, plays[-FEW_PLAYS:])
        if extent != "three plays":
            library.playlists = self._playlists(owner, plays)
        heard = {_artist(play).name for play in plays}
        played = {play.track for play in plays}
        return Subject(
            name=name,
            library=library,
            heard=frozenset(heard),
            unheard=frozenset(a.name for a in self._habits.unheard) - heard,
            unheard_songs=frozenset(t.id for t in self._habits.liked - played),
        )

    def _plays(self) -> list[FakePlay]:
        artists = list(self._songs)
        plays: list[FakePlay] = []
        for first in range(0, DAYS, BLOCK):
            moved = first / (DAYS - BLOCK)
            weights = [self._weight(artist, moved) for artist in artists]
            for day in range(first, first + BLOCK):
                count = self._rng.randint(*PLAYS_A_DAY)
                heard = self._rng.choices(artists, weights, k=count)
                plays += [
                    FakePlay(self._song(artist), self._moment(day, number))
                    for number, artist in enumerate(heard)
                ]
        return plays

    def _weight(self, artist: CatalogueArtist, moved: float) -> float:
        early = self._habits.early.get(artist, 0.0)
        late = self._habits.late.get(artist, 0.0)
        return (1 - moved) * early + moved * late

    def _song(self, artist: CatalogueArtist) -> CatalogueTrack:
        songs = self._songs[artist]
        return songs[int(len(songs) * self._rng.random() ** 2)]

    def _moment(self, day: int, number: int) -> datetime:
        return self._now - timedelta(days=DAYS - day, minutes=-4 * number)

    def _show_plays(self, library: UserLibrary, plays: Sequence[FakePlay]) -> None:
        within = {
            span: [p for p in plays if p.played_at >= self._now - timedelta(days)]
            for span, days in SPANS.items()
        }
        library.top_artists = {span: _top_artists(p) for span, p in within.items()}
        library.top_tracks = {span: _top_tracks(p) for span, p in within.items()}
        newest = list[Element](reversed(plays[-PAGE:]))
        library.plays = lambda _now: newest

    def _saved(self, plays: Sequence[FakePlay]) -> list[Element]:
        heard = dict.fromkeys(play.track for play in plays)
        chosen = [t for t in heard if t in self._habits.liked]
        saved = [track for track in chosen if self._rng.random() < SAVED]
        self._rng.shuffle(saved)
        return [
            Saved(track, self._now - timedelta(days=3 * place + 1))
            for place, track in enumerate(saved)
        ]

    def _followed(self) -> list[Element]:
        late = self._habits.late
        dearest = sorted(late, key=lambda artist: -late[artist])[:8]
        return [artist for artist in dearest if self._rng.random() < FOLLOWED]

    def _playlists(self, owner: FakeUser, plays: Sequence[FakePlay]) -> list[Element]:
        found: list[Element] = []
        for place in range(self._rng.randint(*PLAYLISTS)):
            size = self._rng.randint(*PLAYLIST_SIZES)
            chosen = self._rng.sample(plays, size)
            entries: list[Element] = [
                PlaylistEntry(play.track, play.played_at, owner.id)
                for play in {play.track: play for play in chosen}.values()
            ]
            found.append(
                FakePlaylist(
                    id=base62_id(owner.id, place),
                    name=f"Mix {place + 1}",
                    owner=owner,
                    size=len(entries),
                    fill=entries.copy,
                )
            )
        return found


def _artist(play: FakePlay) -> CatalogueArtist:
    assert isinstance(play.track, CatalogueTrack)
    return play.track.artists[0]


def _top_tracks(plays: Sequence[FakePlay]) -> list[Element]:
    counted = Counter(p.track for p in plays if isinstance(p.track, CatalogueTrack))
    ranked = sorted(counted, key=lambda track: (-counted[track], track.id))
    return list[Element](ranked[:PAGE])


def _top_artists(plays: Sequence[FakePlay]) -> list[Element]:
    counted = Counter(map(_artist, plays))
    ranked = sorted(counted, key=lambda artist: (-counted[artist], artist.id))
    return list[Element](ranked[:PAGE])
