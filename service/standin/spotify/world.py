"""Everything behind the stand-in's door: catalogue, accounts, time, faults, figures."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from itertools import chain
from random import Random

from service.standin.spotify.account import Account, Profile, Session
from service.standin.spotify.catalogue import Catalogue
from service.standin.spotify.clock import AdjustableClock
from service.standin.spotify.counters import Counters
from service.standin.spotify.faults import Faults
from service.standin.spotify.finding import Index, index_of
from service.standin.spotify.holdings import Entry, Holdings, Playlist
from service.standin.spotify.identity import base62_id
from service.standin.spotify.links import Links
from service.standin.spotify.oauth.clients import Clients
from service.standin.spotify.oauth.grants import Grants
from service.standin.spotify.oauth.tokens import TokenDesk
from service.standin.spotify.pressing import press
from service.standin.spotify.refusal import Refusal
from service.standin.spotify.rendering import Rendering
from service.standin.spotify.roster import Casting, in_the_crowd
from service.standin.spotify.songbook import Regime
from service.standin.spotify.tokens import fixed_session, unknown

CROWD_KEPT = 5_000


class World:
    """The same `seed` on the same day gives the same world; `now` is an aware clock.

    `base_url` is where clients reach the stand-in; whoever serves it sets it. `mint`
    makes the texts of codes and tokens; without it they too follow from the seed.
    """

    def __init__(
        self,
        *,
        seed: int = 1,
        now: Callable[[], datetime],
        base_url: str = "http://127.0.0.1",
        mint: Callable[[], str] | None = None,
    ) -> None:
        self.seed = seed
        self.clock = AdjustableClock(now)
        self.began = now().replace(hour=0, minute=0, second=0, microsecond=0)
        self.base_url = base_url
        self.regime: Regime = "development"
        self.faults = Faults(Random(seed))
        self.counters = Counters(lambda: asyncio.get_running_loop().time())
        self.clients = Clients()
        self.grants = Grants(self.clock, mint or _seeded_mint(seed))
        self.tokens = TokenDesk(self.clients, self.grants)
        self._accounts: dict[str, Account] = {}
        self._crowd: dict[str, Account] = {}
        self._renderings: dict[tuple[str, Regime], Rendering] = {}

    @cached_property
    def catalogue(self) -> Catalogue:
        return press(self.seed, self.began.date())

    @cached_property
    def index(self) -> Index:
        return index_of(self.catalogue, self.began.date())

    @cached_property
    def public_playlists(self) -> list[Playlist]:
        """The radio station's own: what a search for playlists finds."""
        account = self.account("radio")
        shelf = [] if account is None else account.holdings.playlists
        return [one for one in shelf if isinstance(one, Playlist)]

    @property
    def rendering(self) -> Rendering:
        """For the regime and the address that hold now."""
        key = (self.base_url, self.regime)
        found = self._renderings.get(key)
        if found is None:
            found = Rendering(Links(self.base_url), self.regime)
            self._renderings[key] = found
        return found

    def session(self, token: str) -> Session | None:
        """Whom a token names, if anybody, and what it was given."""
        if grant := self.grants.holder(token):
            account = self.account(grant.account)
            return None if account is None else Session(account, grant.scopes)
        return fixed_session(token, self.account)

    def refusal(self, token: str) -> Refusal:
        """Why a token names nobody."""
        return unknown(token, issued=self.grants.known(token))

    def account(self, name: str) -> Account | None:
        """The account of that name: of the roster, of the crowd, or admitted."""
        known = self._accounts.get(name) or self._crowd.get(name)
        account = known or Casting(self.catalogue, self.began).account(name)
        if known is None and account is not None:
            self._keep(account)
        return account

    def admit(self, name: str, holdings: Holdings, display_name: str = "") -> Account:
        """A new account with holdings of your own making; its token is its name."""
        profile = Profile(
            name=name,
            id=f"user-{name}",
            account_id=base62_id("account", name),
            display_name=display_name or None,
        )
        account = Account(profile, lambda _profile: holdings)
        self._keep(account)
        return account

    def _keep(self, account: Account) -> None:
        if not in_the_crowd(account.profile.name):
            self._accounts[account.profile.name] = account
            return
        # The crowd can be larger than memory; the first to come are forgotten first,
        # and are made again, the same, when they come back.
        while len(self._crowd) >= CROWD_KEPT:
            del self._crowd[next(iter(self._crowd))]
        self._crowd[account.profile.name] = account

    def playlist_elsewhere(self, playlist_id: str) -> Playlist | None:
        """A playlist that somebody else is known to have."""
        everybody = chain(self._accounts.values(), self._crowd.values())
        shelves = (account.holdings for account in everybody if account.made)
        found = (shelf.playlist(playlist_id) for shelf in shelves)
        return next((playlist for playlist in found if playlist is not None), None)

    def edit(self, playlist: Playlist) -> None:
        """Puts one more track on a playlist; its snapshot changes."""
        track = self.faults.rng.choice(self.catalogue.tracks)
        playlist.add([Entry(track, self.clock(), playlist.owner.id)])


def _seeded_mint(seed: int) -> Callable[[], str]:
    rng = Random(f"mint {seed}")
    return lambda: f"{rng.getrandbits(256):064x}"
