"""Last visit: when a listener asked what is new, and up to where it was looked at.

A visit begins when the listener asks "what's new for me?", and lasts an hour: who asks
again within it, in whatever room, hears the same things, with what came meanwhile
before them. The next visit tells what was not told in this one. So nothing counts as
told because the listener asked the skill for something else.

Each playlist and each artist has a mark of its own, which moves only when it is looked
at, so that neither an answer's few calls nor an error of the music service loses
anything. Without a mark the week before the first visit counts as new, too.

All functions here are pure. Moments are seconds since 1970.
"""

from collections.abc import Iterable, Mapping, Sequence, Set
from datetime import UTC, datetime
from hashlib import blake2b
from itertools import chain, zip_longest
from operator import itemgetter
from typing import Literal

import msgspec
from msgspec.structs import replace

from providers.music import (
    Account,
    Album,
    Artist,
    Listing,
    Playlist,
    PlaylistItem,
    Track,
    Value,
)

HOUR, DAY = 3600, 24 * 3600

VISIT = HOUR
"""How long a visit lasts."""

FIRST_SPAN = 7 * DAY
"""What came in this time before the first visit is new at it."""

OLDEST = 30 * DAY
"""What is older is no news, however long nobody looked at the artist or playlist."""

REST = 12 * HOUR
"""An artist is not looked at again before; for so long the cached albums are fresh."""

MOST_ARTISTS = 30
"""The followed artists that take turns: those that matter most to the listener."""

MOST_PLAYLISTS = MOST_RELEASES = MOST_ARRIVALS = MOST_PROLIFIC = 200

Coverage = Literal["all", "some", "none"]
"""How many of a listener's playlists are known to have been looked at."""


class NewSong(Value, frozen=True, tag="song"):
    """A song that was added to a playlist.

    - `playlist`, `number`: its name, and its position in the listener's list, from 1.
    - `by_others`: somebody else than the listener added the song.
    """

    track: Track
    playlist: str
    number: int
    by_others: bool = False


class NewRelease(Value, frozen=True, tag="release"):
    """An album or a single; `by` is the artist of it whom the listener follows."""

    album: Album
    by: Artist | None = None


Arrival = NewSong | NewRelease
"""Something that is new for a listener."""


class PlaylistMark(Value, frozen=True):
    """Up to where a playlist was looked at.

    - `version`: fingerprint of the version that was read; "" for an unknown one.
    - `newest`: when the newest song was added that was looked at.
    - `refused`: the service did not give the contents of this version.
    """

    version: str
    newest: int
    refused: bool = False


class LastVisit(Value, frozen=True):
    """A listener's last visit.

    - `began`: when it began.
    - `first`: from when on something is new that was never looked at.
    - `again`: there was a visit before it.
    - `playlists`: the marks, by the fingerprint of the playlist's id.
    - `artists`: when each was looked at last, by the fingerprint of the artist's id.
    - `prolific`: the artists whose singles do not fit beside the albums on one page.
    - `releases`: fingerprints of the releases that were found, the oldest first.
    - `arrivals`: what was found at this visit, in the order in which it is told; it is
      stored apart, because music is kept for a day only.
    - `found`: how many these are.
    - `coverage`: how many of the playlists were looked at by now.
    - `partly`: of a long playlist only the end was read at this visit.
    - `missed`: how much could not be looked at in the last answer, because it failed.
    - `unfollowed`: the music service did not let us see whom the listener follows.
    """

    began: int
    first: int
    again: bool = False
    playlists: dict[str, PlaylistMark] = msgspec.field(default_factory=dict)
    artists: dict[str, int] = msgspec.field(default_factory=dict)
    prolific: frozenset[str] = frozenset()
    releases: tuple[str, ...] = ()
    arrivals: tuple[Arrival, ...] = ()
    found: int = 0
    coverage: Coverage = "none"
    partly: bool = False
    missed: int = 0
    unfollowed: bool = False

    @property
    def artists_checked(self) -> int:
        """How many artists were looked at today, that is within `REST` of the visit."""
        return sum(at > self.began - REST for at in self.artists.values())


class Arrived(Value, frozen=True):
    """What was found at the visit that began at `began`."""

    began: int
    arrivals: tuple[Arrival, ...]


class Looked(Value, frozen=True):
    """What one answer looked at.

    - `shelf`: the listener's playlists, as far as they are known.
    - `contents`: the last page of each playlist that was looked at, by its id; None
      where the service refused it for good.
    - `albums`: the newest albums of each artist, by the artist's id.
    - `account`: the listener's own.
    """

    shelf: Sequence[Playlist]
    contents: Mapping[str, Listing[PlaylistItem] | None]
    albums: Mapping[str, Listing[Album] | None]
    account: Account


def fingerprint(text: str) -> str:
    """Return twelve hexadecimal digits that stand for an id or a version."""
    return blake2b(text.encode(), digest_size=6).hexdigest()


def visit_at(last: LastVisit | None, now: int) -> LastVisit:
    """Return the visit that a question at `now` belongs to."""
    if last is None:
        return LastVisit(now, now - FIRST_SPAN)
    if 0 <= now - last.began < VISIT:
        return last
    return replace(last, began=now, again=True, arrivals=(), found=0, partly=False)


def artists_due(visit: LastVisit, artist_ids: Sequence[str], now: int) -> list[str]:
    """Return which artists to look at: the one first that was looked at longest ago.

    `artist_ids`: the most important one first.
    """
    turns = {each: _artist_mark(visit, each) for each in artist_ids[:MOST_ARTISTS]}
    due = [each for each, at in turns.items() if not now - REST < at <= now]
    return sorted(due, key=turns.__getitem__)


def playlists_due(visit: LastVisit, shelf: Sequence[Playlist]) -> list[Playlist]:
    """Return which playlists to look at: those that have changed for certain first.

    Among equals those first that other people may change. An id may be listed twice.
    """
    due = {each.id: each for each in shelf if each.readable and _is_due(visit, each)}
    return sorted(
        due.values(),
        key=lambda each: (
            fingerprint(each.id) not in visit.playlists,
            not each.collaborative,
        ),
    )


def after_look(visit: LastVisit, looked: Looked, now: int) -> LastVisit:
    """Return the visit with the marks moved, and with what was found told first."""
    songs = [
        _new_songs(visit, (playlist, number), page, looked.account)
        for number, playlist in enumerate(looked.shelf, 1)
        if (page := looked.contents.get(playlist.id)) is not None
    ]
    releases = _each_once(
        release
        for artist_id, listing in looked.albums.items()
        for release in _new_releases(visit, artist_id, listing, now)
    )
    new = _songs_once([*_in_order(songs, releases), *visit.arrivals])[:MOST_ARRIVALS]
    found = [_release_key(each.album) for each in releases]
    hiding = {fingerprint(n) for n, page in looked.albums.items() if _hides(page)}
    return replace(
        visit,
        playlists=_moved(visit, looked),
        artists=_with_seen(visit, looked, hiding, now),
        prolific=frozenset(sorted(visit.prolific | hiding)[:MOST_PROLIFIC]),
        releases=(*visit.releases, *found)[-MOST_RELEASES:],
        arrivals=tuple(new),
        found=len(new),
        partly=visit.partly or any(map(_is_partial, looked.contents.values())),
    )


def _with_seen(
    visit: LastVisit, looked: Looked, hiding: Set[str], now: int
) -> dict[str, int]:
    """Return when each artist was looked at last, the latest at the end.

    An artist whose singles were hidden was not looked at.
    """
    seen = set(map(fingerprint, looked.albums)) - (hiding - visit.prolific)
    marks = {**visit.artists, **dict.fromkeys(seen, now)}
    return dict(sorted(marks.items(), key=itemgetter(1))[-2 * MOST_ARTISTS :])


def coverage_of(
    visit: LastVisit, looked: Looked, playlists: Listing[Playlist] | None
) -> Coverage:
    """Return how many of these playlists have nothing new that was not looked at.

    `visit` is the one after `looked`.
    """
    if playlists is None:
        return "none"
    read = {name for name, page in looked.contents.items() if page is not None}
    seen = [
        each for each in playlists.items if each.id in read or _is_covered(visit, each)
    ]
    is_whole = playlists.complete and playlists.stale_for is None
    count = max(playlists.total, len(playlists.items)) + playlists.unreadable
    if seen and is_whole and len(seen) == count and not visit.partly:
        return "all"
    return "some" if seen else "none"


def _is_covered(visit: LastVisit, playlist: Playlist) -> bool:
    mark = visit.playlists.get(fingerprint(playlist.id))
    is_refused = mark is not None and mark.refused
    return playlist.readable and not is_refused and not _is_due(visit, playlist)


def _is_partial(page: Listing[PlaylistItem] | None) -> bool:
    return page is not None and page.total > len(page.items)


def _hides(page: Listing[Album] | None) -> bool:
    """Return whether there may be singles behind a page of albums."""
    if page is None or page.total <= len(page.items):
        return False
    return all(album.group != "single" for album in page.items)


def _artist_mark(visit: LastVisit, artist_id: str) -> int:
    return visit.artists.get(fingerprint(artist_id), 0)


def _is_due(visit: LastVisit, playlist: Playlist) -> bool:
    """Return whether this version was not read yet; an unknown version may be any."""
    if playlist.size == 0:
        return False
    mark = visit.playlists.get(fingerprint(playlist.id))
    return not (mark and mark.version and mark.version == _version(playlist))


def _version(playlist: Playlist) -> str:
    return fingerprint(playlist.version) if playlist.version else ""


def _since(visit: LastVisit, playlist: Playlist) -> int:
    mark = visit.playlists.get(fingerprint(playlist.id))
    return mark.newest if mark else max(visit.first, visit.began - OLDEST)


def _added(item: PlaylistItem) -> int:
    return int(item.added_at.timestamp()) if item.added_at else 0


def _moved(visit: LastVisit, looked: Looked) -> dict[str, PlaylistMark]:
    """Return the marks of the playlists, those that were looked at last at the end.

    A mark is where the newest song was added, not the time of the look: the list of
    playlists that named the version may be minutes old.
    """
    marks = dict(visit.playlists)
    for playlist in looked.shelf:
        if playlist.id not in looked.contents:
            continue
        page = looked.contents[playlist.id]
        newest = max(map(_added, page.items), default=0) if page else 0
        key = fingerprint(playlist.id)
        marks.pop(key, None)
        newest = max(newest, _since(visit, playlist))
        marks[key] = PlaylistMark(_version(playlist), newest, refused=page is None)
    return dict(list(marks.items())[-MOST_PLAYLISTS:])


def _new_songs(
    visit: LastVisit,
    numbered: tuple[Playlist, int],
    page: Listing[PlaylistItem],
    account: Account,
) -> list[NewSong]:
    """Return the songs that were added since the playlist's mark, the newest first."""
    playlist, number = numbered
    since = _since(visit, playlist)
    new = sorted(
        (item for item in page.items if _added(item) > since), key=_added, reverse=True
    )
    return [
        NewSong(
            item.track,
            playlist.name,
            number,
            by_others=bool(account.user) and item.added_by not in (None, account.user),
        )
        for item in new
    ]


def _new_releases(
    visit: LastVisit, artist_id: str, listing: Listing[Album] | None, now: int
) -> list[NewRelease]:
    """Return the artist's releases since the mark that were not found before.

    Only what is dated to the day can be called new. The albums may have been read
    twelve hours ago, so the day before the mark is looked at again.
    """
    mark = _artist_mark(visit, artist_id)
    since = mark - DAY if mark else visit.first
    oldest = datetime.fromtimestamp(max(since, now - OLDEST), UTC)
    first_day = oldest.date().isoformat()
    return [
        NewRelease(album, next((a for a in album.artists if a.id == artist_id), None))
        for album in (listing.items if listing else ())
        if len(day := album.released or "") == len(first_day)
        and day >= first_day
        and _release_key(album) not in visit.releases
    ]


def _release_key(album: Album) -> str:
    """Return what is equal for the editions of a release, e.g. for the clean one."""
    first = album.artists[0].name if album.artists else ""
    parts = (album.name.casefold(), first.casefold(), album.released or "")
    return fingerprint("\x00".join(parts))


def _each_once(releases: Iterable[NewRelease]) -> list[NewRelease]:
    """Return each release once, the newest first."""
    distinct = {_release_key(each.album): each for each in releases}
    newest_first = sorted(distinct.values(), key=lambda each: each.album.released or "")
    return newest_first[::-1]


def _in_order(
    songs: Sequence[Sequence[NewSong]], releases: Sequence[NewRelease]
) -> list[Arrival]:
    """Return first what others added and what was released, one of each in turn.

    What the listener added comes last: they know.
    """
    shared = [group for group in songs if any(each.by_others for each in group)]
    others = [[each for each in group if each.by_others] for group in shared]
    own = [[each for each in group if not each.by_others] for group in songs]
    return [*_in_turn([*others[:1], releases, *others[1:]]), *_in_turn(own)]


def _in_turn(groups: Sequence[Sequence[Arrival]]) -> list[Arrival]:
    rounds = zip_longest(*groups)
    return [each for each in chain.from_iterable(rounds) if each is not None]


def _songs_once(arrivals: Sequence[Arrival]) -> list[Arrival]:
    """Return the arrivals without songs that came to another playlist, too."""
    distinct: dict[object, Arrival] = {}
    for arrival in arrivals:
        thing = arrival.track if isinstance(arrival, NewSong) else arrival.album
        distinct.setdefault(thing.id or arrival, arrival)
    return list(distinct.values())
