"""User library: an account's playlists, favourites, plays, saves and follows."""

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

"""A value for `Altered.changes`: the field is left out."""


@dataclass(frozen=True, slots=True, eq=False)
class Altered:
    """An element with irregular JSON.

    base: the sound element.
    changes: dotted paths in the JSON and their new values.
    """

    base: "Element"
    changes: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Verbatim:
    """An element whose JSON is exactly these bytes."""

    json: bytes


NULL = Verbatim(b"null")


@dataclass(frozen=True, slots=True, eq=False)
class LocalTrack:
    """A file from the listener's own disk; the service knows its tags, and no id."""

    title: str
    artist: str
    album: str
    duration_ms: int


@dataclass(frozen=True, slots=True, eq=False)
class PlaylistEntry:
    """An item of a playlist; `added_by` is a user id."""

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
    """A track that was played, and when."""

    track: "Element"
    played_at: datetime


@dataclass(frozen=True, slots=True)
class FakeUser:
    """A user as other users see them."""

    id: str
    display_name: str | None


@dataclass(slots=True, eq=False)
class FakePlaylist:
    """A playlist whose items are made at the first use.

    size: how many items there are.
    fill: makes the items.
    public: None where the service does not know.
    picture: whether there is an image.
    edits: how many changes there were.
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
        """The playlist's items, in order."""
        if self._items is None:
            self._items = self.fill()
        return self._items

    def add(self, items: "Sequence[Element]", position: int | None = None) -> None:
        """Insert items before `position`, or append; the snapshot id changes."""
        place = len(self.items) if position is None else position
        self.items[place:place] = items
        self.size = len(self.items)
        self.edits += 1

    def readable_by(self, user_id: str) -> bool:
        """Return whether the Web API gives this user the items.

        It gives those of the user's own and of collaborative playlists only.
        """
        return self.collaborative or self.owner.id == user_id


Element = (
    CatalogueAlbum | Altered | CatalogueArtist | PlaylistEntry | Episode | LocalTrack
    | FakePlay | FakePlaylist | Saved | CatalogueTrack | Verbatim
)  # fmt: skip


def no_plays(_now: datetime) -> Sequence[Element]:
    """Return no plays: the default of `UserLibrary.plays`."""
    return ()


@dataclass(slots=True, eq=False)
class UserLibrary:
    """An account's library; every list is in the order of the Web API.

    playlists: own and followed playlists.
    top_artists, top_tracks: the favourites by time range.
    plays: returns the plays up to a moment, newest first.
    saved_tracks, saved_albums, followed: newest first.
    other_ids: ids of saved podcasts and the like; only the id is kept.

    Tests give libraries of their own to `World.add_account`.
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
        """Return the playlist with this id, or None."""
        playlists = map(without_changes, self.playlists)
        matches = (
            p for p in playlists if isinstance(p, FakePlaylist) and p.id == playlist_id
        )
        return next(matches, None)


def without_changes(element: Element) -> Element:
    """Return the sound element below any `Altered`."""
    while isinstance(element, Altered):
        element = element.base
    return element


def ids_in(elements: Iterable[Element]) -> set[str]:
    """Return the ids of the elements; `Saved` and `Altered` give their item's id."""
    matches = set()
    for element in map(without_changes, elements):
        inner = without_changes(element.item) if isinstance(element, Saved) else element
        if isinstance(
            inner,
            CatalogueAlbum | CatalogueArtist | CatalogueTrack | FakePlaylist | Episode,
        ):
            matches.add(inner.id)
    return matches


def with_changes(value: Any, changes: Mapping[str, Any]) -> Any:
    """Return `value`, changed in place: each path set, or removed for `ABSENT`.

    A field to remove may be missing: the regimes have different fields.

    >>> with_changes({"owner": {"name": "x"}}, {"owner.name": None})
    {'owner': {'name': None}}
    """
    for path, new in changes.items():
        *parents, last = path.split(".")
        place = value
        for step in parents:
            place = place[_key(step)]
        if new is ABSENT:
            place.pop(_key(last), None)
        else:
            place[_key(last)] = new
    return value


def _key(step: str) -> str | int:
    return int(step) if step.isdigit() else step
