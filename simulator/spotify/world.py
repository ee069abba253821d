"""Everything behind the stand-in's door: catalogue, accounts, time, faults, figures."""

import asyncio
from collections import Counter, deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property
from itertools import chain
from random import Random
from typing import Any

from simulator.spotify.data.account_roster import AccountBuilder, is_generated
from simulator.spotify.data.accounts import (
    AccountProfile,
    FakeAccount,
    TokenSession,
    session_of_fixed_token,
    token_error,
)
from simulator.spotify.data.catalogue import Catalogue
from simulator.spotify.data.catalogue_generator import generate_catalogue
from simulator.spotify.data.ids import base62_id
from simulator.spotify.data.search_index import Index, shared_index
from simulator.spotify.data.user_library import FakePlaylist, PlaylistEntry, UserLibrary
from simulator.spotify.errors import ApiError
from simulator.spotify.faults import Faults
from simulator.spotify.images_and_links import Links
from simulator.spotify.oauth.clients import Clients
from simulator.spotify.oauth.tokens import Grants, TokenEndpoint
from simulator.spotify.serializers import LibrarySerializer, Regime

# FOLDED What was asked of the stand-in: calls, statuses, concurrency, the last of them.

MAX_RECORDED_CALLS = 1000


@dataclass(slots=True)
class RecordedCall:
    """One call; `began` and `seconds` by the loop's clock, `status` None while it is
    under way and for one that ended without an answer. No token is kept."""

    endpoint: str
    query: str
    account: str | None
    began: float
    seconds: float = 0.0
    status: int | None = None


@dataclass(slots=True)
class EndpointCounter:
    """The figures of one endpoint, or of all."""

    calls: int = 0
    in_flight: int = 0
    peak: int = 0
    statuses: Counter[str] = field(default_factory=Counter)

    def begin(self) -> None:
        self.calls += 1
        self.in_flight += 1
        self.peak = max(self.peak, self.in_flight)

    def end(self, status: int | None) -> None:
        self.in_flight -= 1
        self.statuses["none" if status is None else str(status)] += 1

    def as_json(self) -> dict[str, Any]:
        return {
            "calls": self.calls,
            "in_flight": self.in_flight,
            "peak": self.peak,
            "statuses": dict(self.statuses),
        }


class Counters:
    """Counts every API call under its endpoint, `GET /me/playlists`."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._waiters: list[tuple[Callable[[Counters], bool], asyncio.Event]] = []
        self.reset()

    def reset(self) -> None:
        """Begins anew; a call under way ends on the tallies that it began on."""
        self.all = EndpointCounter()
        self.endpoints: dict[str, EndpointCounter] = {}
        self.recent: deque[RecordedCall] = deque(maxlen=MAX_RECORDED_CALLS)

    def of(self, endpoint: str) -> EndpointCounter:
        return self.endpoints.setdefault(endpoint, EndpointCounter())

    def calls(self, endpoint: str | None = None) -> int:
        """How many calls there were, in all or of one endpoint."""
        return (self.all if endpoint is None else self.of(endpoint)).calls

    @contextmanager
    def count_call(
        self, endpoint: str, query: str, account: str | None
    ) -> Iterator[RecordedCall]:
        """Counts the call within; set its `status` before the end."""
        call = RecordedCall(endpoint, query, account, self._clock())
        endpoint_counters = (self.all, self.of(endpoint))
        for counter in endpoint_counters:
            counter.begin()
        self.recent.append(call)
        self._changed()
        try:
            yield call
        finally:
            call.seconds = self._clock() - call.began
            for counter in endpoint_counters:
                counter.end(call.status)
            self._changed()

    async def until(self, condition: "Callable[[Counters], bool]") -> None:
        """Waits for the figures to fulfil a condition; it may be fulfilled already."""
        if condition(self):
            return
        reached = asyncio.Event()
        self._waiters.append((condition, reached))
        try:
            await reached.wait()
        finally:
            self._waiters.remove((condition, reached))

    def _changed(self) -> None:
        for condition, reached in self._waiters:
            if condition(self):
                reached.set()

    def as_json(self) -> dict[str, Any]:
        """All of it as JSON-able values."""
        return {
            "all": self.all.as_json(),
            "endpoints": {name: t.as_json() for name, t in self.endpoints.items()},
            "recent": [
                {
                    "endpoint": call.endpoint,
                    "query": call.query,
                    "account": call.account,
                    "began": call.began,
                    "seconds": call.seconds,
                    "status": call.status,
                }
                for call in self.recent
            ],
        }


# FOLDED The stand-in's own time: the machine's, moved on request.


class AdjustableClock:
    """Runs on `now`, an aware clock, and may be set forward or back."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self.ahead = timedelta()

    def __call__(self) -> datetime:
        return self._now() + self.ahead

    def advance(self, by: timedelta) -> None:
        self.ahead += by

    def set(self, moment: datetime) -> None:
        """Makes it that moment now; `moment` is aware."""
        self.ahead = moment - self._now()

    def reset(self) -> None:
        self.ahead = timedelta()


MAX_GENERATED = 5_000


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
        new_token: Callable[[], str] | None = None,
    ) -> None:
        self.seed = seed
        self.clock = AdjustableClock(now)
        self.began = now().replace(hour=0, minute=0, second=0, microsecond=0)
        self.base_url = base_url
        self.regime: Regime = "development"
        self.faults = Faults(Random(seed))
        self.counters = Counters(lambda: asyncio.get_running_loop().time())
        self.clients = Clients()
        self.grants = Grants(self.clock, new_token or _seeded_mint(seed))
        self.tokens = TokenEndpoint(self.clients, self.grants)
        self._accounts: dict[str, FakeAccount] = {}
        self._generated: dict[str, FakeAccount] = {}
        self._serializers: dict[tuple[str, Regime], LibrarySerializer] = {}

    @cached_property
    def catalogue(self) -> Catalogue:
        return generate_catalogue(self.seed, self.began.date())

    @cached_property
    def index(self) -> Index:
        return shared_index(self.catalogue, self.began.date())

    @cached_property
    def public_playlists(self) -> list[FakePlaylist]:
        """The radio station's own: what a search for playlists finds."""
        account = self.account("radio")
        shelf = [] if account is None else account.library.playlists
        return [one for one in shelf if isinstance(one, FakePlaylist)]

    @property
    def serializer(self) -> LibrarySerializer:
        """For the regime and the address that hold now."""
        key = (self.base_url, self.regime)
        found = self._serializers.get(key)
        if found is None:
            found = LibrarySerializer(Links(self.base_url), self.regime)
            self._serializers[key] = found
        return found

    def session(self, token: str) -> TokenSession | None:
        """Whom a token names, if anybody, and what it was given."""
        if grant := self.grants.find_by_access_token(token):
            account = self.account(grant.account)
            return None if account is None else TokenSession(account, grant.scopes)
        return session_of_fixed_token(token, self.account)

    def token_error(self, token: str) -> ApiError:
        """Why a token names nobody."""
        return token_error(token, issued=self.grants.was_issued(token))

    def account(self, name: str) -> FakeAccount | None:
        """The account of that name: of the roster, of the crowd, or admitted."""
        known = self._accounts.get(name) or self._generated.get(name)
        account = known or AccountBuilder(self.catalogue, self.began).account(name)
        if known is None and account is not None:
            self._keep(account)
        return account

    def add_account(
        self, name: str, library: UserLibrary, display_name: str = ""
    ) -> FakeAccount:
        """A new account with holdings of your own making; its token is its name."""
        profile = AccountProfile(
            name=name,
            id=f"user-{name}",
            account_id=base62_id("account", name),
            display_name=display_name or None,
        )
        account = FakeAccount(profile, lambda _profile: library)
        self._keep(account)
        return account

    def _keep(self, account: FakeAccount) -> None:
        if not is_generated(account.profile.name):
            self._accounts[account.profile.name] = account
            return
        # The crowd can be larger than memory; the first to come are forgotten first,
        # and are made again, the same, when they come back.
        while len(self._generated) >= MAX_GENERATED:
            del self._generated[next(iter(self._generated))]
        self._generated[account.profile.name] = account

    def find_playlist(self, playlist_id: str) -> FakePlaylist | None:
        """A playlist that somebody else is known to have."""
        everybody = chain(self._accounts.values(), self._generated.values())
        shelves = (account.library for account in everybody if account.library_made)
        found = (shelf.playlist(playlist_id) for shelf in shelves)
        return next((playlist for playlist in found if playlist is not None), None)

    def add_random_track(self, playlist: FakePlaylist) -> None:
        """Puts one more track on a playlist; its snapshot changes."""
        track = self.faults.rng.choice(self.catalogue.tracks)
        playlist.add([PlaylistEntry(track, self.clock(), playlist.owner.id)])


def _seeded_mint(seed: int) -> Callable[[], str]:
    rng = Random(f"mint {seed}")
    return lambda: f"{rng.getrandbits(256):064x}"
