"""The accounts that are always there, from `roster.toml`, and the generated crowd."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache, partial
from pathlib import Path

import msgspec

from service.standin.spotify.account import Account, Profile
from service.standin.spotify.catalogue import Catalogue
from service.standin.spotify.history import History
from service.standin.spotify.holdings import Holdings
from service.standin.spotify.identity import base62_id, chance
from service.standin.spotify.invention import vocabulary
from service.standin.spotify.oddities import ODD_HOLDINGS
from service.standin.spotify.shelves import Outline, Shelf, invented
from service.standin.spotify.taste import Taste

_CROWD = re.compile(r"load-(0|[1-9][0-9]{0,8})")


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table of the roster; without `homes` there is no history."""

    language: str
    display_name: str | None = None
    picture: bool = False
    country: str = "US"
    premium: bool = True
    registered: bool = True
    lapsed: bool = False
    homes: tuple[str, str, str] | None = None
    playlists: tuple[str | Outline, ...] = ()
    more: int = 0
    saved_tracks: int = 0
    saved_albums: int = 0
    followed: int = 24


def in_the_crowd(name: str) -> bool:
    """Whether it is `load-0`, `load-1` and so on: a generated listener's name."""
    return _CROWD.fullmatch(name) is not None


@cache
def roster() -> dict[str, Part]:
    text = Path(__file__).with_name("roster.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), dict[str, Part])


@dataclass(frozen=True, slots=True)
class Casting:
    """Makes accounts over one catalogue; `began` is when the world was made."""

    catalogue: Catalogue
    began: datetime

    def account(self, name: str) -> Account | None:
        """The account of that name, of the roster or of the crowd; None for others."""
        part = roster().get(name)
        if part is None and in_the_crowd(name):
            part = self._extra(name)
        if part is None:
            return None
        return Account(_profile(name, part), partial(self._hold, part))

    def _extra(self, name: str) -> Part:
        """One of the crowd: 5 to 60 playlists, a taste and a history of its own."""
        rng = chance(name)
        return Part(
            language="en",
            display_name=rng.choice(vocabulary().languages["en"].given),
            homes=Taste.drawn(self.catalogue, name).homes,
            more=rng.randint(5, 60),
            saved_tracks=rng.randint(20, 120),
            saved_albums=rng.randint(0, 20),
            followed=rng.randint(5, 40),
        )

    def _hold(self, part: Part, profile: Profile) -> Holdings:
        taste = Taste.drawn(self.catalogue, profile.name)
        holdings = Holdings()
        if part.homes is not None:
            taste = Taste(self.catalogue, profile.name, part.homes)
            _remember(holdings, part, History(taste, self.began))
        shelf = Shelf(profile, taste, self.began)
        outlines = [*map(_outlined, part.playlists), *_more(profile.name, part)]
        holdings.playlists.extend(
            shelf.playlist(outline, place) for place, outline in enumerate(outlines)
        )
        if odd := ODD_HOLDINGS.get(profile.name):
            odd(holdings, taste, self.began)
        return holdings


def _remember(holdings: Holdings, part: Part, history: History) -> None:
    taste = history.taste
    holdings.top_artists = taste.top_artists
    holdings.top_tracks = taste.top_tracks
    holdings.plays = history.plays
    holdings.saved_tracks.extend(history.saved_tracks(part.saved_tracks))
    holdings.saved_albums.extend(history.saved_albums(part.saved_albums))
    holdings.followed.extend(taste.top_artists["long_term"][: part.followed])


def _outlined(wish: str | Outline) -> Outline:
    return Outline(wish) if isinstance(wish, str) else wish


def _more(name: str, part: Part) -> Iterator[Outline]:
    return invented(vocabulary().languages[part.language], name, part.more)


def _profile(name: str, part: Part) -> Profile:
    return Profile(
        name=name,
        id=f"31{base62_id('user', name).lower()}",
        account_id=base62_id("account", name),
        display_name=part.display_name,
        picture=part.picture,
        country=part.country,
        premium=part.premium,
        registered=part.registered,
        lapsed=part.lapsed,
    )
