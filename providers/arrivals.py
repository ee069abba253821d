"""Arrivals: finds what has come to a listener's music since the last visit.

One answer makes at most `CALLS` calls to the music service. Four of them may be needed
for whose library it is, the playlists, the followed artists and those that are played
most; the cache has most of these. The others are for looking at playlists that changed
and at artists, in turns: see `providers.last_visit`.
"""

from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple, Protocol, TypeVar

from msgspec.structs import replace

from providers.cache.cache_request import ResolvedAccount
from providers.cache.read_through import Cache
from providers.cache.records import DAY, LONGEST, CacheKey, RecordType
from providers.cache.ttl import record_type
from providers.cached_library import CachedLibrary
from providers.errors import Forbidden, NotFound, ProviderError, ScopeMissing
from providers.fan_out import Outcome, fan_out, gather_both, raise_first
from providers.last_visit import (
    Arrived,
    LastVisit,
    Looked,
    after_look,
    artists_due,
    by_importance,
    coverage_of,
    playlists_due,
    visit_at,
)
from providers.library import Library
from providers.listener import Listener
from providers.music import Account, AlbumGroup, Artist, Listing, Playlist
from providers.secret import Secret
from providers.turn_telemetry import Turn

T = TypeVar("T")

CALLS = 8
"""Calls to the music service that one answer makes at most, retries included."""

LIST_SECONDS, LOOK_SECONDS = 2.0, 2.5
"""How long the lists, and then the looks at playlists and artists, may take."""

GROUPS: tuple[AlbumGroup, ...] = ("album", "single")
"""Which of an artist's releases are news."""

_NEEDED = frozenset(("playlists", "followed"))  # nothing is left without both

_ASKING = ("fetch", "off", "stale")  # the roles in the cache of which calls come

# Marks are kept as long as opinions: they are hashes and moments. What was found is
# music, which is kept for a day.
LAST_VISIT = record_type("last_visit", LastVisit, LONGEST, LONGEST)
ARRIVED = record_type("arrived", Arrived, DAY)


class VisitStore(Protocol):
    """Keeps each listener's last visit as long as opinions are kept.

    No method raises for want of storage: a visit that cannot be read is absent, one
    that cannot be stored is lost, and what it told is told again.
    """

    async def visit(self, listener: Listener) -> LastVisit | None:
        """Return the stored visit, or None; without arrivals where these are gone."""
        ...

    async def keep_visit(self, listener: Listener, visit: LastVisit) -> None:
        """Store the visit, in place of the earlier one."""
        ...


class CachedVisits:
    """Stores visits in the cache, under the listener's account.

    Two processes that answer at the same time look from the same marks on; the visit
    that is stored last stays, and what only the other one found is told once more.
    """

    def __init__(self, library: CachedLibrary, cache: Cache) -> None:
        self._library = library
        self._cache = cache

    async def visit(self, listener: Listener) -> LastVisit | None:
        """Return the visit that Redis has, because another process may have kept it."""
        account = await self._library.resolve_account(listener)
        if account is None:
            return None
        request = self._library.request(listener)
        visit = await self._cache.latest(self._key(account, LAST_VISIT), request)
        arrived = await self._cache.latest(self._key(account, ARRIVED), request)
        if visit is None or arrived is None or arrived.began != visit.began:
            return visit
        return replace(visit, arrivals=arrived.arrivals)

    async def keep_visit(self, listener: Listener, visit: LastVisit) -> None:
        """Store the visit; do nothing where the listener's account is unknown."""
        request = self._library.request(listener)
        account = request.account
        if account is None:
            return
        arrived = Arrived(visit.began, visit.arrivals)
        await self._cache.put(self._key(account, ARRIVED), arrived, request)
        marks = replace(visit, arrivals=())
        await self._cache.put(self._key(account, LAST_VISIT), marks, request)

    def _key(self, account: ResolvedAccount, record: RecordType[T]) -> CacheKey[T]:
        """Return a key in a scope of its own: a refresh of the library keeps it."""
        scope = self._cache.account_scope(b"visits", account.account)
        return self._cache.key(scope, record)


class MemoryVisits:
    """Stores visits in this process alone, for users of the demo: the last `limit`."""

    def __init__(self, limit: int = 256) -> None:
        self._limit = limit
        self._visits: OrderedDict[str, LastVisit] = OrderedDict()

    async def visit(self, listener: Listener) -> LastVisit | None:
        """Return the listener's visit, or None."""
        return self._visits.get(listener.key.reveal())

    async def keep_visit(self, listener: Listener, visit: LastVisit) -> None:
        """Store the visit."""
        key = listener.key.reveal()
        self._visits[key] = visit
        self._visits.move_to_end(key)
        if len(self._visits) > self._limit:
            self._visits.popitem(last=False)

    def forget(self, key: Secret) -> None:
        """Remove the visit of the person with this `Listener.key`."""
        self._visits.pop(key.reveal(), None)


class _Lists(NamedTuple):
    """The lists that tell what to look at; None for what could not be read."""

    account: Account
    playlists: Listing[Playlist] | None
    followed: Listing[Artist] | None
    top: Listing[Artist] | None
    errors: Mapping[str, ProviderError | None]

    @property
    def shelf(self) -> Sequence[Playlist]:
        """The playlists, in the service's order."""
        return self.playlists.items if self.playlists else ()

    @property
    def artist_ids(self) -> list[str]:
        """Ids of the followed artists, the most important one first."""
        followed = self.followed.items if self.followed else ()
        return by_importance(followed, self.top.items if self.top else ())


class _Look(NamedTuple):
    """What one answer looked at, and the errors of what it could not look at."""

    looked: Looked
    errors: Mapping[str, ProviderError | None]


class Arrivals(NamedTuple):
    """Finds what is new for a listener.

    - `library`: the listener's.
    - `store_of`: returns where a listener's visits are kept.
    - `now`: the time with its zone.
    """

    library: Library
    store_of: Callable[[Listener], VisitStore]
    now: Callable[[], datetime]

    async def last_visit(self, listener: Listener) -> LastVisit:
        """Return the last visit as it is stored; look as at a new one if there is none.

        Raises what `look` raises, and `NotFound` where the arrivals are gone.
        """
        visit = await self.store_of(listener).visit(listener)
        if visit and visit.found > len(visit.arrivals):
            raise NotFound
        return visit or await self.look(listener)

    async def look(self, listener: Listener) -> LastVisit:
        """Look at what may be new, and return the visit with everything it has found.

        A call that fails beside others is counted in `LastVisit.missed`. Where nothing
        at all is known, the first error is raised and nothing is stored.
        """
        lists = await self._lists(listener)
        store, now = self.store_of(listener), int(self.now().timestamp())
        visit = visit_at(await store.visit(listener), now)
        looked, errors = await self._look(listener, lists, visit, now)
        visit = after_look(visit, looked, now)
        coverage = coverage_of(visit, looked, lists.playlists)
        unfollowed = isinstance(lists.errors.get("followed"), ScopeMissing)
        missed = len(errors) + len(lists.errors.keys() & _NEEDED) - unfollowed
        if coverage == "none" and not visit.artists_checked and not visit.arrivals:
            raise_first({**errors, **lists.errors})
        visit = replace(visit, coverage=coverage, missed=missed, unfollowed=unfollowed)
        await store.keep_visit(listener, visit)
        return visit

    async def _lists(self, listener: Listener) -> _Lists:
        """Read the lists; raise the first error where nothing is left to look at."""
        library = self.library
        listener.turn.retries_left = 1
        calls: Mapping[str, Awaitable[Any]] = {
            "account": library.account(listener),
            "playlists": library.first_page_of_playlists(listener),
            "followed": library.first_page_of_followed(listener),
            "top": library.top_artists(listener, "months"),
        }
        outcome = await fan_out(calls, listener.deadline, seconds=LIST_SECONDS)
        if outcome.errors.keys() >= _NEEDED:
            raise_first({name: outcome.errors[name] for name in _NEEDED})
        results = outcome.results
        return _Lists(
            results.get("account", Account("")),
            results.get("playlists"),
            results.get("followed"),
            results.get("top"),
            outcome.errors,
        )

    async def _look(
        self, listener: Listener, lists: _Lists, visit: LastVisit, now: int
    ) -> _Look:
        """Look at playlists and artists whose turn it is.

        Playlists get half of the calls that are left, and what the artists leave over.
        """
        artists = artists_due(visit, lists.artist_ids, now)
        playlists = playlists_due(visit, lists.shelf)
        spare = max(0, CALLS - _calls_made(listener.turn))
        playlists = playlists[: max(spare - len(artists), (spare + 1) // 2)]
        artists = artists[: spare - len(playlists)]
        listener.turn.retries_left = spare - len(playlists) - len(artists)
        library, deadline = self.library, listener.deadline
        pages = {
            each.id: library.page_of_items(listener, each, "last") for each in playlists
        }
        albums = {
            each: library.artist_albums(listener, each, GROUPS) for each in artists
        }
        contents, releases = await gather_both(
            fan_out(pages, deadline, seconds=LOOK_SECONDS),
            fan_out(albums, deadline, seconds=LOOK_SECONDS),
        )
        looked = Looked(
            lists.shelf, _settled(contents), _settled(releases), lists.account
        )
        errors = {**contents.errors, **releases.errors}
        return _Look(looked, {n: e for n, e in errors.items() if not _is_gone(e)})


def _calls_made(turn: Turn) -> int:
    """Return how many calls the request has made, those that have not ended included.

    A stale value was served while a call for a newer one may be under way.
    """
    begun = sum(use.role in _ASKING for use in turn.cache)
    ended = sum(call.attempt == 1 for call in turn.calls)
    return len(turn.calls) + max(0, begun - ended)


def _is_gone(error: ProviderError | None) -> bool:
    """Return whether the service refused for good: no later look would help."""
    return isinstance(error, Forbidden | NotFound)


def _settled(outcome: Outcome[Listing[T]]) -> dict[str, Listing[T] | None]:
    """Return what was looked at, with None for what the service refused for good.

    A list that is only an old copy was not looked at.
    """
    fresh = {n: each for n, each in outcome.results.items() if each.stale_for is None}
    gone = [name for name, error in outcome.errors.items() if _is_gone(error)]
    return {**fresh, **dict.fromkeys(gone)}
