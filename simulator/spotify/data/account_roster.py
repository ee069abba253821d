"""Account roster: the named accounts of `roster.toml`, and generated accounts."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache, partial
from pathlib import Path
from typing import Literal

import msgspec

from simulator.spotify.data.accounts import AccountProfile, FakeAccount
from simulator.spotify.data.catalogue import Catalogue
from simulator.spotify.data.catalogue_generator import LanguageWords, vocabulary
from simulator.spotify.data.ids import base62_id, number, seeded_random
from simulator.spotify.data.irregular_data import IRREGULAR_LIBRARIES
from simulator.spotify.data.listening_history import ListenerTaste, ListeningHistory
from simulator.spotify.data.user_library import (
    Element,
    FakePlaylist,
    FakeUser,
    PlaylistEntry,
    UserLibrary,
)

Kind = Literal["own", "public", "followed", "shared"]

OTHER_USERS = (
    FakeUser("needleandthread", "Needle & Thread Radio"),
    FakeUser("petra.k", "Petra K."),
    FakeUser("1187342905", None),
    FakeUser("mixmaster_olu", "Olu"),
)

LARGE_PLAYLIST = 1000  # from here a playlist holds anything, not only favourites


class PlaylistOutline(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A playlist of the roster, before its contents are generated.

    kind: "own", "public" (own), "followed" (another's) or "shared" (another's, and
        collaborative).
    size: how many items; None: 5 to 80, by the seed.
    """

    name: str
    kind: Kind = "own"
    size: int | None = None


@dataclass(frozen=True, slots=True)
class PlaylistGenerator:
    """Generate the playlists of one account.

    profile: the account.
    taste: what the tracks are drawn from.
    began: when the world was made; no track was added later.
    """

    profile: AccountProfile
    taste: ListenerTaste
    began: datetime

    def playlist(self, outline: PlaylistOutline, place: int) -> FakePlaylist:
        """Return the playlist of an outline; `place` is its place in the list."""
        draw = number(self.taste.seed, "playlist", place, below=1 << 32)
        size = 5 + draw % 76 if outline.size is None else outline.size
        owner = self.profile.user
        if outline.kind in {"followed", "shared"}:
            owner = OTHER_USERS[draw % len(OTHER_USERS)]
        return FakePlaylist(
            id=base62_id(self.taste.seed, "playlist", place),
            name=outline.name,
            owner=owner,
            size=size,
            fill=lambda: self._entries(place, owner, size),
            public=outline.kind in {"public", "followed"},
            collaborative=outline.kind == "shared",
            picture=size > 0,
        )

    def _entries(self, place: int, owner: FakeUser, size: int) -> list[Element]:
        rng = seeded_random(self.taste.seed, "entries", place)
        tracks = self.taste.catalogue.tracks
        if size < LARGE_PLAYLIST:
            tracks_chosen = [
                self.taste.random_track(rng, "medium_term") for _ in range(size)
            ]
        else:
            tracks_chosen = rng.sample(tracks, size)
        dates = sorted(rng.random() for _ in range(size))
        return [
            PlaylistEntry(track, self.began - timedelta(days=900 * (1 - age)), owner.id)
            for track, age in zip(tracks_chosen, dates, strict=True)
        ]


def generate_outlines(
    language: LanguageWords, seed: str, count: int
) -> Iterator[PlaylistOutline]:
    """Yield `count` outlines with names in the language."""
    rng = seeded_random(seed, "outlines")
    for place in range(count):
        name = language.title(rng)
        if place % 3 == 0:
            name = f"{name} {rng.randint(2008, 2026)}"
        kind: Kind = rng.choices(
            ("own", "public", "followed", "shared"), (60, 10, 22, 8)
        )[0]
        yield PlaylistOutline(name, kind)


_GENERATED_NAME = re.compile(r"load-(0|[1-9][0-9]{0,8})")


class RosterEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One account of the roster: a table of `roster.toml`.

    language: of the names of generated playlists.
    display_name: None for an account without one.
    picture: whether the account has a picture.
    country, premium: of the account.
    registered: whether the app's owner allow-listed the account.
    lapsed: whether the app owner's own Premium has ended.
    home_genres: an old favourite, a constant one and a new one; None: no history.
    playlists: named playlists; a name alone is an own playlist.
    more: how many playlists are generated after these.
    saved_tracks, saved_albums, followed: at most how many there are.
    """

    language: str
    display_name: str | None = None
    picture: bool = False
    country: str = "US"
    premium: bool = True
    registered: bool = True
    lapsed: bool = False
    home_genres: tuple[str, str, str] | None = None
    playlists: tuple[str | PlaylistOutline, ...] = ()
    more: int = 0
    saved_tracks: int = 0
    saved_albums: int = 0
    followed: int = 24


def is_generated(name: str) -> bool:
    """Return whether the name is of a generated account: `load-0`, `load-1` …"""
    return _GENERATED_NAME.fullmatch(name) is not None


@cache
def roster() -> dict[str, RosterEntry]:
    """Return the named accounts, in the file's order."""
    text = Path(__file__).with_name("roster.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), dict[str, RosterEntry])


@dataclass(frozen=True, slots=True)
class AccountBuilder:
    """Build accounts over one catalogue.

    catalogue: where the music comes from.
    began: when the world was made.
    """

    catalogue: Catalogue
    began: datetime

    def account(self, name: str) -> FakeAccount | None:
        """Return the roster's or the generated account; None for other names."""
        entry = roster().get(name)
        if entry is None and is_generated(name):
            entry = self._generated_entry(name)
        if entry is None:
            return None
        return FakeAccount(_profile(name, entry), partial(self._make_library, entry))

    def _generated_entry(self, name: str) -> RosterEntry:
        """Return a generated account: 5 to 60 playlists, its own taste and history."""
        rng = seeded_random(name)
        return RosterEntry(
            language="en",
            display_name=rng.choice(vocabulary().languages["en"].given),
            home_genres=ListenerTaste.generated(self.catalogue, name).home_genres,
            more=rng.randint(5, 60),
            saved_tracks=rng.randint(20, 120),
            saved_albums=rng.randint(0, 20),
            followed=rng.randint(5, 40),
        )

    def _make_library(self, entry: RosterEntry, profile: AccountProfile) -> UserLibrary:
        taste = ListenerTaste.generated(self.catalogue, profile.name)
        library = UserLibrary()
        if entry.home_genres is not None:
            taste = ListenerTaste(self.catalogue, profile.name, entry.home_genres)
            _add_history(library, entry, ListeningHistory(taste, self.began))
        generator = PlaylistGenerator(profile, taste, self.began)
        outlines = [
            *map(_outline_of, entry.playlists),
            *_generated_outlines(profile.name, entry),
        ]
        library.playlists.extend(
            generator.playlist(outline, place) for place, outline in enumerate(outlines)
        )
        if add_irregularities := IRREGULAR_LIBRARIES.get(profile.name):
            add_irregularities(library, taste, self.began)
        return library


def _add_history(
    library: UserLibrary, entry: RosterEntry, history: ListeningHistory
) -> None:
    taste = history.taste
    library.top_artists = taste.top_artists
    library.top_tracks = taste.top_tracks
    library.plays = history.plays
    library.saved_tracks.extend(history.saved_tracks(entry.saved_tracks))
    library.saved_albums.extend(history.saved_albums(entry.saved_albums))
    library.followed.extend(taste.top_artists["long_term"][: entry.followed])


def _outline_of(outline: str | PlaylistOutline) -> PlaylistOutline:
    return PlaylistOutline(outline) if isinstance(outline, str) else outline


def _generated_outlines(name: str, entry: RosterEntry) -> Iterator[PlaylistOutline]:
    return generate_outlines(vocabulary().languages[entry.language], name, entry.more)


def _profile(name: str, entry: RosterEntry) -> AccountProfile:
    return AccountProfile(
        name=name,
        id=f"31{base62_id('user', name).lower()}",
        account_id=base62_id("account", name),
        display_name=entry.display_name,
        picture=entry.picture,
        country=entry.country,
        premium=entry.premium,
        registered=entry.registered,
        lapsed=entry.lapsed,
    )
