"""State of the fake Spotify: catalogue, accounts, clock, faults, counters."""

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

MAX_RECORDED_CALLS = 1000


@dataclass(slots=True)
class RecordedCall:
    """One API call. The token is not kept.

    endpoint: such as `GET /me/playlists`.
    query: the query string.
    account: the token's account; None for an unknown token.
    began, seconds: start and duration by the event loop's clock.
    status: None while the call runs, and for one that ended without a response.
    """

    endpoint: str
    query: str
    account: str | None
    began: float
    seconds: float = 0.0
    status: int | None = None


@dataclass(slots=True)
class EndpointCounter:
    """The counters of one endpoint, or of all.

    calls: how many calls began.
    in_flight: how many calls run now.
    peak: the most calls that ran at once.
    statuses: how many calls ended with each status; "none" without a response.
    """

    calls: int = 0
    in_flight: int = 0
    peak: int = 0
    statuses: Counter[str] = field(default_factory=Counter)

    def begin(self) -> None:
        """Count a call that begins."""
        self.calls += 1
        self.in_flight += 1
        self.peak = max(self.peak, self.in_flight)

    def end(self, status: int | None) -> None:
        """Count the end of a call."""
        self.in_flight -= 1
        self.statuses["none" if status is None else str(status)] += 1

    def as_json(self) -> dict[str, Any]:
        """Return the counters as JSON values."""
        return {
            "calls": self.calls,
            "in_flight": self.in_flight,
            "peak": self.peak,
            "statuses": dict(self.statuses),
        }


class Counters:
    """Count every API call under its endpoint, such as `GET /me/playlists`.

    all: the counters of all calls together.
    endpoints: the counters by endpoint.
    recent: the last 1,000 calls.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._waiters: list[tuple[Callable[[Counters], bool], asyncio.Event]] = []
        self.reset()

    def reset(self) -> None:
        """Start from zero; a running call ends on the counters that it began on."""
        self.all = EndpointCounter()
        self.endpoints: dict[str, EndpointCounter] = {}
        self.recent: deque[RecordedCall] = deque(maxlen=MAX_RECORDED_CALLS)

    def of(self, endpoint: str) -> EndpointCounter:
        """Return the counters of one endpoint."""
        return self.endpoints.setdefault(endpoint, EndpointCounter())

    def calls(self, endpoint: str | None = None) -> int:
        """Return how many calls there were, in all or of one endpoint."""
        return (self.all if endpoint is None else self.of(endpoint)).calls

    @contextmanager
    def count_call(
        self, endpoint: str, query: str, account: str | None
    ) -> Iterator[RecordedCall]:
        """Count the call within the block, which sets the call's `status`."""
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
        """Wait until the counters fulfil a condition; return at once if they do."""
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
        """Return all counters and the last calls as JSON values."""
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


class AdjustableClock:
    """A clock that runs on `now`, an aware clock, and can be moved.

    ahead: by how much this clock is ahead of `now`.
    """

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self.ahead = timedelta()

    def __call__(self) -> datetime:
        return self._now() + self.ahead

    def advance(self, by: timedelta) -> None:
        """Move the clock; a negative `by` moves it back."""
        self.ahead += by

    def set(self, moment: datetime) -> None:
        """Set the clock to an aware moment."""
        self.ahead = moment - self._now()

    def reset(self) -> None:
        """Follow `now` again."""
        self.ahead = timedelta()


MAX_GENERATED = 5_000


class World:
    """All data and state of one fake Spotify.

    seed: the same seed on the same day gives the same data.
    catalogue: generated from the seed, or as given. The named and generated accounts
        need the generated one.
    clock: the fake Spotify's time; runs on `now`, an aware clock.
    began: midnight of the day on which the world was made.
    base_url: where clients reach the fake Spotify; the server sets it.
    regime: whose rules the Web API follows.
    faults, counters: which calls fail; which calls there were.
    clients, grants, tokens: the state of the accounts service.

    `new_token` makes codes and tokens; without it they too follow from the seed.
    """

    def __init__(
        self,
        *,
        seed: int = 1,
        now: Callable[[], datetime],
        base_url: str = "http://127.0.0.1",
        new_token: Callable[[], str] | None = None,
        catalogue: Catalogue | None = None,
    ) -> None:
        self.seed = seed
        self.clock = AdjustableClock(now)
        self.began = now().replace(hour=0, minute=0, second=0, microsecond=0)
        self.base_url = base_url
        self.regime: Regime = "development"
        self.faults = Faults(Random(seed))
        self.counters = Counters(lambda: asyncio.get_running_loop().time())
        self.clients = Clients()
        self.grants = Grants(self.clock, new_token or _seeded_tokens(seed))
        self.tokens = TokenEndpoint(self.clients, self.grants)
        if catalogue is not None:
            self.catalogue = catalogue
            self.index = Index(catalogue, self.began.date())
        self._accounts: dict[str, FakeAccount] = {}
        self._generated: dict[str, FakeAccount] = {}
        self._serializers: dict[tuple[str, Regime], LibrarySerializer] = {}

    @cached_property
    def catalogue(self) -> Catalogue:
        """The catalogue of the world's seed and day."""
        return generate_catalogue(self.seed, self.began.date())

    @cached_property
    def index(self) -> Index:
        """The search index over the catalogue."""
        return shared_index(self.catalogue, self.began.date())

    @cached_property
    def public_playlists(self) -> list[FakePlaylist]:
        """The playlists of the account `radio`: a search for playlists finds these."""
        account = self.account("radio")
        elements = [] if account is None else account.library.playlists
        return [element for element in elements if isinstance(element, FakePlaylist)]

    @property
    def serializer(self) -> LibrarySerializer:
        """The serializer for the present regime and base address."""
        key = (self.base_url, self.regime)
        serializer = self._serializers.get(key)
        if serializer is None:
            serializer = LibrarySerializer(Links(self.base_url), self.regime)
            self._serializers[key] = serializer
        return serializer

    def session(self, token: str) -> TokenSession | None:
        """Return the account and permissions of a token; None for an unknown token."""
        if grant := self.grants.find_by_access_token(token):
            account = self.account(grant.account)
            return None if account is None else TokenSession(account, grant.scopes)
        return session_of_fixed_token(token, self.account)

    def token_error(self, token: str) -> ApiError:
        """Return the error for a token without a session."""
        return token_error(token, issued=self.grants.was_issued(token))

    def account(self, name: str) -> FakeAccount | None:
        """Return the account with this name; None for an unknown name.

        Known are the roster's accounts, the generated `load-<n>`, and added ones.
        """
        cached = self._accounts.get(name) or self._generated.get(name)
        account = cached or AccountBuilder(self.catalogue, self.began).account(name)
        if cached is None and account is not None:
            self._keep(account)
        return account

    def add_account(
        self, name: str, library: UserLibrary, display_name: str = ""
    ) -> FakeAccount:
        """Add an account with this library; its token is its name."""
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
        # There may be more generated accounts than fit into memory: the oldest are
        # dropped first, and are made again, the same, at their next call.
        while len(self._generated) >= MAX_GENERATED:
            del self._generated[next(iter(self._generated))]
        self._generated[account.profile.name] = account

    def find_playlist(self, playlist_id: str) -> FakePlaylist | None:
        """Return the playlist with this id from any library made so far, or None."""
        accounts = chain(self._accounts.values(), self._generated.values())
        libraries = (account.library for account in accounts if account.library_made)
        playlists = (library.playlist(playlist_id) for library in libraries)
        return next((playlist for playlist in playlists if playlist is not None), None)

    def add_random_track(self, playlist: FakePlaylist) -> None:
        """Add a random track to a playlist; its snapshot id changes."""
        track = self.faults.rng.choice(self.catalogue.tracks)
        playlist.add([PlaylistEntry(track, self.clock(), playlist.owner.id)])


def _seeded_tokens(seed: int) -> Callable[[], str]:
    rng = Random(f"mint {seed}")
    return lambda: f"{rng.getrandbits(256):064x}"
