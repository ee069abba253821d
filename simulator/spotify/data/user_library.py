"""What one account holds: playlists, favourites, plays, saved and followed things."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from simulator.spotify.data.catalogue import (
    CatalogueAlbum,
    CatalogueArtist,
    CatalogueTrack,
    Episode,
)

TimeRange = Literal["short_term", "medium_term", "long_term"]

TIME_RANGES: tuple[TimeRange, ...] = ("short_term", "medium_term", "long_term")

ABSENT = object()

"""In an `Altered`, the field is left out."""


@dataclass(frozen=True, slots=True, eq=False)
class Altered:
    """An element as it must not be: `changes` are dotted paths and their values."""

    base: "Element"
    changes: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Verbatim:
    """Exactly these bytes where an element belongs."""

    json: bytes


NULL = Verbatim(b"null")


@dataclass(frozen=True, slots=True, eq=False)
class LocalTrack:
    """A file from the listener's own disk: it has a name and no id."""

    title: str
    artist: str
    album: str
    duration_ms: int


@dataclass(frozen=True, slots=True, eq=False)
class PlaylistEntry:
    """Something on a playlist; `added_by` is a user id."""

    item: "Element"
    added_at: datetime
    added_by: str


@dataclass(frozen=True, slots=True, eq=False)
class Saved:
    """A saved track or album."""

    item: "Element"
    saved_at: datetime


@dataclass(frozen=True, slots=True, eq=False)
class FakePlay:
    track: "Element"
    played_at: datetime


@dataclass(frozen=True, slots=True)
class FakeUser:
    """As others see an account."""

    id: str
    display_name: str | None


@dataclass(slots=True, eq=False)
class FakePlaylist:
    """`fill` makes the contents at the first look; `edits` counts the changes since.

    `readable`: the Web API gives the contents of the account's own and of
    collaborative playlists only.
    """

    id: str
    name: str
    owner: FakeUser
    size: int
    fill: "Callable[[], list[Element]]" = field(repr=False)
    description: str = ""
    public: bool | None = False
    collaborative: bool = False
    picture: bool = True
    edits: int = 0
    _items: "list[Element] | None" = field(default=None, repr=False)

    @property
    def items(self) -> "list[Element]":
        if self._items is None:
            self._items = self.fill()
        return self._items

    def add(self, items: "Sequence[Element]", position: int | None = None) -> None:
        """Inserts before `position`, or appends; the snapshot changes."""
        place = len(self.items) if position is None else position
        self.items[place:place] = items
        self.size = len(self.items)
        self.edits += 1

    def readable_by(self, user_id: str) -> bool:
        return self.collaborative or self.owner.id == user_id


Element = (
    CatalogueAlbum | Altered | CatalogueArtist | PlaylistEntry | Episode | LocalTrack
    | FakePlay | FakePlaylist | Saved | CatalogueTrack | Verbatim
)  # fmt: skip


def no_plays(_now: datetime) -> Sequence[Element]:
    """The plays of somebody who never listens."""
    return ()


@dataclass(slots=True, eq=False)
class UserLibrary:
    """Lists in the order in which the service gives them; `plays` up to a moment;
    `other_ids` are those of saved shows and the like, of which only the id is kept.

    Give your own to `World.admit` for a listener whose taste you decide.
    """

    playlists: list[Element] = field(default_factory=list)
    top_artists: Mapping[TimeRange, Sequence[Element]] = field(default_factory=dict)
    top_tracks: Mapping[TimeRange, Sequence[Element]] = field(default_factory=dict)
    plays: Callable[[datetime], Sequence[Element]] = no_plays
    saved_tracks: list[Element] = field(default_factory=list)
    saved_albums: list[Element] = field(default_factory=list)
    followed: list[Element] = field(default_factory=list)
    other_ids: set[str] = field(default_factory=set)

    def playlist(self, playlist_id: str) -> FakePlaylist | None:
        """The playlist of that id on this shelf, if it is there."""
        playlists = map(without_changes, self.playlists)
        matches = (
            p for p in playlists if isinstance(p, FakePlaylist) and p.id == playlist_id
        )
        return next(matches, None)


def without_changes(element: Element) -> Element:
    """What an altered element was before."""
    while isinstance(element, Altered):
        element = element.base
    return element


def ids_in(elements: Iterable[Element]) -> set[str]:
    """The ids of whatever is in a list, wrappers seen through."""
    matches = set()
    for element in map(without_changes, elements):
        inner = without_changes(element.item) if isinstance(element, Saved) else element
        if isinstance(
            inner,
            CatalogueAlbum | CatalogueArtist | CatalogueTrack | FakePlaylist | Episode,
        ):
            matches.add(inner.id)
    return matches


# FOLDED Making sound JSON unsound at a dotted path.


def with_changes(value: Any, changes: Mapping[str, Any]) -> Any:
    """`value` itself with each path set, or taken away where it is `ABSENT`.

    >>> altered({"owner": {"name": "x"}}, {"owner.name": None})
    {'owner': {'name': None}}
    """
    for path, new in changes.items():
        *parents, last = path.split(".")
        place = value
        for step in parents:
            place = place[_key(step)]
        if new is ABSENT:
            del place[_key(last)]
        else:
            place[_key(last)] = new
    return value


def _key(step: str) -> str | int:
    return int(step) if step.isdigit() else step
