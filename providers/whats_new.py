"""What is new: finds what has come to a listener's music since the last visit.

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

from providers.cache.read_through import Cache
from providers.cache.records import DAY, LONGEST, CacheKey, RecordType
from providers.cache.request_state import ResolvedAccount
from providers.cache.ttl import record_type
from providers.cached_library import CachedLibrary
from providers.errors import (
    Forbidden,
    NotFound,
    ProviderError,
    ScopeMissing,
    Unavailable,
)
from providers.fan_out import Outcome, fan_out, gather_both, raise_first
from providers.last_visit import (
    Arrived,
    LastVisit,
    Looked,
    after_look,
    artists_due,
    coverage_of,
    fingerprint,
    playlists_due,
    visit_at,
)
from providers.library import Library
from providers.listener import Listener
from providers.music import Account, Album, AlbumGroup, Artist, Listing, Playlist
from providers.secret import Secret
from providers.turn_telemetry import Turn

T = TypeVar("T")

CALLS = 8
"""Calls to the music service that one answer makes at most, retries included."""

LIST_SECONDS, LOOK_SECONDS = 3.0, 2.5
"""How long the lists, and then the looks at playlists and artists, may take."""

GROUPS: tuple[AlbumGroup, ...] = ("album", "single")
"""Which of an artist's releases are news."""

_NEEDED = ("playlists", "followed")  # nothing is left to look at without both

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
    def needed_errors(self) -> dict[str, ProviderError | None]:
        """The errors of the playlists and of the followed artists."""
        return {name: self.errors[name] for name in _NEEDED if name in self.errors}

    @property
    def shelf(self) -> Sequence[Playlist]:
        """The playlists, in the service's order."""
        return self.playlists.items if self.playlists else ()

    @property
    def artist_ids(self) -> list[str]:
        """Ids of the followed artists, the most important one first."""
        followed = self.followed.items if self.followed else ()
        return by_importance(followed, self.top.items if self.top else ())


def by_importance(followed: Sequence[Artist], top: Sequence[Artist]) -> list[str]:
    """Return the ids of the followed artists: those that are played most first."""
    rank = {artist.id: place for place, artist in enumerate(top)}
    ids = dict.fromkeys(artist.id for artist in followed if artist.id)
    return sorted(ids, key=lambda artist_id: rank.get(artist_id, len(rank)))


class _Plan(NamedTuple):
    """What to look at: playlists, and the calls for each artist; and what is left."""

    playlists: Sequence[Playlist]
    artists: Mapping[str, Sequence[tuple[AlbumGroup, ...]]]
    retries: int


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
        missed = len(errors) + len(lists.needed_errors) - unfollowed
        if coverage == "none" and not visit.artists_checked and not visit.arrivals:
            raise_first({**errors, **lists.needed_errors})
            if lists.artist_ids or any(each.readable for each in lists.shelf):
                raise Unavailable  # no call was left to look at anything
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
        results = outcome.results
        lists = _Lists(
            results.get("account", Account("")),
            results.get("playlists"),
            results.get("followed"),
            results.get("top"),
            outcome.errors,
        )
        if len(lists.needed_errors) == len(_NEEDED):
            raise_first(lists.needed_errors)
        return lists

    async def _look(
        self, listener: Listener, lists: _Lists, visit: LastVisit, now: int
    ) -> _Look:
        """Look at playlists and artists whose turn it is."""
        spare = max(0, CALLS - _calls_made(listener.turn))
        plan = _plan(lists, visit, spare, now)
        listener.turn.retries_left = plan.retries
        library, deadline = self.library, listener.deadline
        pages = {
            each.id: library.page_of_items(listener, each, "last")
            for each in plan.playlists
        }
        albums = {
            _name(each, groups): library.artist_albums(listener, each, groups)
            for each, calls in plan.artists.items()
            for groups in calls
        }
        contents, releases = await gather_both(
            fan_out(pages, deadline, seconds=LOOK_SECONDS),
            fan_out(albums, deadline, seconds=LOOK_SECONDS),
        )
        by_artist = _by_artist(plan.artists, _settled(releases))
        looked = Looked(lists.shelf, _settled(contents), by_artist, lists.account)
        errors = {**contents.errors, **releases.errors}
        return _Look(looked, {n: e for n, e in errors.items() if not _is_gone(e)})


def _groups_of(visit: LastVisit, artist_id: str) -> Sequence[tuple[AlbumGroup, ...]]:
    """Return which groups of an artist's releases to ask for, each with one call.

    The service sends group after group and ten releases a page: of an artist with ten
    albums no single is on the first page.
    """
    if fingerprint(artist_id) not in visit.prolific:
        return (GROUPS,)
    return tuple((group,) for group in GROUPS)


def _plan(lists: _Lists, visit: LastVisit, spare: int, now: int) -> _Plan:
    """Return what to look at with `spare` calls.

    Playlists get half of them, and what the artists leave over.
    """
    due = artists_due(visit, lists.artist_ids, now)
    calls = {each: _groups_of(visit, each) for each in due}
    wanted = sum(map(len, calls.values()))
    share = max(spare - wanted, (spare + 1) // 2)
    playlists = playlists_due(visit, lists.shelf)[:share]
    left = spare - len(playlists)
    artists: dict[str, Sequence[tuple[AlbumGroup, ...]]] = {}
    for artist_id, groups in calls.items():
        if len(groups) <= left:
            artists[artist_id] = groups
            left -= len(groups)
    return _Plan(playlists, artists, left)


def _name(artist_id: str, groups: Sequence[AlbumGroup]) -> str:
    return " ".join((artist_id, *groups))


def _by_artist(
    artists: Mapping[str, Sequence[tuple[AlbumGroup, ...]]],
    found: Mapping[str, Listing[Album] | None],
) -> dict[str, Listing[Album] | None]:
    """Return the albums of each artist of whom every call was answered."""
    names = {
        each: [_name(each, groups) for groups in calls]
        for each, calls in artists.items()
    }
    return {
        each: _joined([found[name] for name in calls])
        for each, calls in names.items()
        if found.keys() >= set(calls)
    }


def _joined(listings: Sequence[Listing[Album] | None]) -> Listing[Album] | None:
    """Return several lists as one; None where one of them was refused for good."""
    read = [listing for listing in listings if listing is not None]
    if len(read) < len(listings):
        return None
    items = tuple(album for listing in read for album in listing.items)
    return Listing(items, sum(listing.total for listing in read))


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
