"""Playlists, from a few words about each."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

import msgspec

from service.standin.spotify.account import Profile
from service.standin.spotify.holdings import Element, Entry, Playlist, User
from service.standin.spotify.identity import base62_id, chance, number
from service.standin.spotify.invention import Language
from service.standin.spotify.taste import Taste

Kind = Literal["own", "public", "followed", "shared"]

OTHERS = (
    User("needleandthread", "Needle & Thread Radio"),
    User("petra.k", "Petra K."),
    User("1187342905", None),
    User("mixmaster_olu", "Olu"),
)

LARGE = 1000  # from here a playlist holds anything, not only favourites


class Outline(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A playlist before it is made; `shared` is collaborative and somebody else's."""

    name: str
    kind: Kind = "own"
    size: int | None = None


@dataclass(frozen=True, slots=True)
class Shelf:
    """Makes the playlists of one account."""

    profile: Profile
    taste: Taste
    began: datetime

    def playlist(self, outline: Outline, place: int) -> Playlist:
        luck = number(self.taste.seed, "playlist", place, below=1 << 32)
        size = 5 + luck % 76 if outline.size is None else outline.size
        owner = self.profile.user
        if outline.kind in {"followed", "shared"}:
            owner = OTHERS[luck % len(OTHERS)]
        return Playlist(
            id=base62_id(self.taste.seed, "playlist", place),
            name=outline.name,
            owner=owner,
            size=size,
            fill=lambda: self._entries(place, owner, size),
            public=outline.kind in {"public", "followed"},
            collaborative=outline.kind == "shared",
            picture=size > 0,
        )

    def _entries(self, place: int, owner: User, size: int) -> list[Element]:
        rng = chance(self.taste.seed, "entries", place)
        tracks = self.taste.catalogue.tracks
        if size < LARGE:
            picked = [self.taste.some_track(rng, "medium_term") for _ in range(size)]
        else:
            picked = rng.sample(tracks, size)
        dates = sorted(rng.random() for _ in range(size))
        return [
            Entry(track, self.began - timedelta(days=900 * (1 - age)), owner.id)
            for track, age in zip(picked, dates, strict=True)
        ]


def invented(language: Language, seed: str, count: int) -> Iterator[Outline]:
    """`count` more playlists with names of the language."""
    rng = chance(seed, "outlines")
    for place in range(count):
        name = language.title(rng)
        if place % 3 == 0:
            name = f"{name} {rng.randint(2008, 2026)}"
        kind: Kind = rng.choices(
            ("own", "public", "followed", "shared"), (60, 10, 22, 8)
        )[0]
        yield Outline(name, kind)
