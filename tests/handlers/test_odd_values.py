"""Libraries of odd values, in every language: an answer to everything, never a failure.

Each answer is checked against the rules of every response by `Alexa.sends`.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, TypeVar

import pytest

from providers.music import (
    Album,
    Artist,
    Listing,
    Period,
    Play,
    Playlist,
    PlaylistItem,
    SavedTrack,
    Track,
)
from providers.sample_library import LibraryRouter, SampleLibrary
from simulator.alexa.requests import ScreenProfile
from tests.handlers.alexa import NOON, Alexa
from tests.handlers.collection import Collection
from tests.handlers.skill import configuration

T = TypeVar("T")

NAMES = (
    *("", "🎧", "\u202e", "\x00", "\\", '"quoted"', "a\nb", "I", "Hielo", "٣٤"),
    *("</speak>", "{ $name }", "\ue000name\ue001", "&" + "amp;" * 5_000),
    *("x" * 50_000, "<" + " " * 20_000, "夜" * 5_000, "word " * 40, "😀" * 500),
)
NUMBERS = (None, 0, -1, 1, 2**31, 2**63 - 1, 10**30, -(10**30))
DATES = (
    *(None, NOON, datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)),
)
RELEASES = (
    None,
    "",
    "2026",
    "2026-11",
    "2026-11-01",
    "9999-99-99",
    "x" * 9_000,
    "٢٠٢٦",
)
PICTURES = (
    None,
    "http://x/y",
    "https://i.scdn.co/" + "a" * 9_000,
    "https://i.scdn.co/a",
)
LOCALES = ("en-US", "de-DE", "es-ES", "fr-FR", "it-IT", "pt-BR", "ja-JP")
PERIODS: tuple[Period, ...] = ("weeks", "months", "years")
STEPS: tuple[tuple[str, dict[str, str]], ...] = (
    ("OpenPlaylistIntent", {"playlist": "x" * 120}),
    ("ListPlaylistsIntent", {}),
    ("AMAZON.NextIntent", {}),
    ("SelectIntent", {"number": "1"}),
    ("PlaylistNewsIntent", {}),
    ("PlaylistLengthIntent", {}),
    ("PlaylistOwnerIntent", {}),
    ("CountPlaylistsIntent", {}),
    ("LatestAdditionsIntent", {}),
    ("RecentPlaysIntent", {}),
    ("TopTrackIntent", {}),
    ("TopTracksIntent", {}),
    ("SelectIntent", {"number": "2"}),
    ("TopArtistsIntent", {}),
    ("SelectIntent", {"number": "1"}),
    ("NewReleasesIntent", {}),
    ("SelectIntent", {"number": "1"}),
    ("WhatsNewIntent", {}),
    ("SelectIntent", {"number": "1"}),
    ("WhyIntent", {}),
    ("RecommendIntent", {}),
    ("WhyIntent", {}),
    ("MoreLikeThisIntent", {}),
    ("LikeIntent", {}),
    ("AnotherIntent", {}),
    ("RediscoverIntent", {}),
    ("RecommendPlaylistIntent", {}),
    ("WhichPlaylistIntent", {"song": "song"}),
    ("WhoseAccountIntent", {}),
    ("RefreshIntent", {}),
    ("AMAZON.HelpIntent", {}),
)


@dataclass
class Invention:
    """Makes values up; the same ones for the same seed."""

    rng: random.Random

    def any(self, *values: T) -> T:
        return self.rng.choice(values)

    def several(self, make: Any, most: int = 4) -> tuple[Any, ...]:
        return tuple(make() for _ in range(self.rng.randrange(most + 1)))

    def name(self) -> str:
        return self.any(*NAMES)

    def artist(self) -> Artist:
        genres = self.several(self.name)
        artist_id = self.any(None, "", "a" * 22, "i" * 5_000)
        return Artist(artist_id, self.name(), genres, self.any(*PICTURES))

    def album(self) -> Album:
        return Album(
            self.any(None, "album"),
            self.name(),
            artists=self.several(self.artist, 2),
            released=self.any(*RELEASES),
            size=self.any(*NUMBERS),
            image=self.any(*PICTURES),
        )

    def track(self) -> Track:
        return Track(
            self.any(None, "i" * 5_000, str(self.rng.random())),
            self.name(),
            artists=self.several(self.artist, 3),
            album=self.any(None, self.album()),
            duration_ms=self.any(*NUMBERS),
        )

    def playlist(self) -> Playlist:
        return Playlist(
            self.any("z" * 500, "") + str(self.rng.random()),
            self.name(),
            owner=self.any(None, self.name()),
            mine=self.any(None, True, False),
            collaborative=self.any(True, False),
            size=self.any(*NUMBERS),
            image=self.any(*PICTURES),
        )

    def item(self) -> PlaylistItem:
        return PlaylistItem(self.track(), self.any(*DATES))


@dataclass
class OddCollection(Collection):
    """Totals that do not fit, lists that are old or have gaps."""

    invention: Invention = field(default_factory=lambda: Invention(random.Random(0)))

    def _listing(
        self,
        name: str,  # noqa: ARG002 - the base class names it
        values: Sequence[T],
    ) -> Listing[T]:
        count, odd = len(values), self.invention
        return Listing(
            tuple(values),
            odd.any(count, 0, -3, count + 7, 10**30),
            complete=odd.any(True, False),
            stale_for=odd.any(None, 0.0, 59.0, 5400.0, 1e300),
            unreadable=odd.any(0, 1, 10**12),
        )


def odd_collection(seed: int) -> OddCollection:
    odd = Invention(random.Random(seed))
    shelf = odd.several(odd.playlist, 6)
    followed = odd.several(odd.artist, 3)
    return OddCollection(
        name=odd.any(None, odd.name()),
        shelf=shelf,
        contents={one.id: odd.several(odd.item, 6) for one in shelf},
        plays=tuple(Play(track, NOON) for track in odd.several(odd.track)),
        saved=tuple(SavedTrack(track) for track in odd.several(odd.track)),
        followed=followed,
        artists={period: odd.several(odd.artist) for period in PERIODS},
        tracks={period: odd.several(odd.track) for period in PERIODS},
        albums={str(one.id): odd.several(odd.album) for one in followed},
        invention=odd,
    )


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(21))
async def test_odd_values_fail_no_turn(seed: int) -> None:
    library = LibraryRouter(odd_collection(seed), SampleLibrary(lambda: NOON))
    alexa = Alexa(configuration(library))
    alexa.speaks(LOCALES[seed % len(LOCALES)])
    alexa.device = replace(alexa.device, screen=ScreenProfile() if seed % 2 else None)
    assert (await alexa.opens()).turn.outcome != "failed"
    for intent, slots in STEPS:
        reply = await alexa.says(intent, **slots)
        assert reply.turn.outcome != "failed", intent
