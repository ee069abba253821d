"""Search index over the catalogue: query language, matching and order of results."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property, lru_cache

from simulator.spotify.data.catalogue import (
    Catalogue,
    CatalogueAlbum,
    CatalogueArtist,
    CatalogueTrack,
)

# https://developer.spotify.com/documentation/web-api/reference/search
_FILTER = re.compile(
    r'(?P<name>album|artist|track|year|genre|isrc|upc|tag):(?:"(?P<quoted>[^"]*)"?|(?P<bare>\S+))',
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Query:
    """A parsed search query.

    words: each must occur in some field.
    filters: field filters such as `artist:x`; each value must occur in its field.
    """

    words: tuple[str, ...]
    filters: Mapping[str, str]

    @classmethod
    def parse(cls, text: str) -> "Query":
        """Parse a query; a filter's value is one word or quoted.

        Text that is no filter counts as words.
        """
        filters = {
            match["name"].lower(): normalized(match["quoted"] or match["bare"] or "")
            for match in _FILTER.finditer(text)
        }
        rest = normalized(_FILTER.sub(" ", text).replace('"', " "))
        return cls(tuple(rest.split()), filters)


@lru_cache(maxsize=65_536)
def normalized(text: str) -> str:
    """Return the text without case and accents, as a listener would type it.

    https://www.unicode.org/versions/latest/core-spec/chapter-3/ (caseless matching)
    """
    folded = text
    for form in ("NFD", "NFKD"):
        folded = unicodedata.normalize(form, folded).casefold()
    parts = unicodedata.normalize("NFKD", folded)
    return "".join(item for item in parts if not unicodedata.combining(item))


def parse_years(text: str) -> tuple[int, int] | None:
    """Return the first and last year of `1984` or `1980-1989`; None for other text."""
    match = re.fullmatch(r"(\d{4})(?:-(\d{4}))?", text)
    return None if match is None else (int(match[1]), int(match[2] or match[1]))


SearchItem = CatalogueArtist | CatalogueAlbum | CatalogueTrack

NEW_RELEASE_AGE = timedelta(days=14)

MAX_RESULTS = 1010  # the furthest offset and the longest page


@dataclass(frozen=True, slots=True, eq=False)
class _IndexEntry:
    """An indexed item: its normalized name and its searchable fields."""

    item: SearchItem
    name: str
    fields: Mapping[str, str]
    year: int | None
    rank: int

    def matches(self, query: Query) -> bool:
        """Return whether the item matches the query."""
        text = self.fields["all"]
        return all(word in text for word in query.words) and all(
            self._matches_filter(name, value) for name, value in query.filters.items()
        )

    def _matches_filter(self, name: str, value: str) -> bool:
        if name == "year":
            span = parse_years(value)
            return bool(span and self.year and span[0] <= self.year <= span[1])
        if name == "genre":
            return _has_words(self.fields.get("genre", ""), value)
        return value in self.fields.get(name, "\0")

    def score(self, query: Query) -> tuple[bool, bool, int]:
        """Return the sort key: whole names, then beginnings, then popularity."""
        text = " ".join(query.words) or query.filters.get(
            _NAME_FILTERS[type(self.item)], ""
        )
        return (self.name == text, self.name.startswith(text), self.rank)


_NAME_FILTERS: dict[type[SearchItem], str] = {
    CatalogueArtist: "artist",
    CatalogueAlbum: "album",
    CatalogueTrack: "track",
}


def _has_words(genres: str, value: str) -> bool:
    """Return whether one of the `|`-separated genres has all words of `value`."""
    wanted = set(value.split())
    return any(wanted <= set(genre.split()) for genre in genres.split("|"))


@lru_cache(maxsize=4)
def shared_index(catalogue: Catalogue, today: date) -> "Index":
    """Return the index of a catalogue; worlds of the same seed and day share it."""
    return Index(catalogue, today)


class Index:
    """Search one catalogue; results are cached and always in the same order.

    find: `find(text, kind)` returns everything of the kind ("artist", "album",
        "track") that matches, best first; at most 1,010 items.
    """

    def __init__(self, catalogue: Catalogue, today: date) -> None:
        self._catalogue = catalogue
        self._today = today
        self.find = lru_cache(maxsize=4096)(self._find)
        # An entry is made when it is first looked at: a large catalogue has most of
        # its tracks never searched for.
        self._entry = lru_cache(maxsize=None)(self._entry_of)

    def _entry_of(self, item: SearchItem) -> _IndexEntry:
        if isinstance(item, CatalogueArtist):
            return _artist_entry(item)
        if isinstance(item, CatalogueAlbum):
            return self._album_entry(item)
        return _track_entry(item)

    @cached_property
    def _items(self) -> Mapping[str, Sequence[SearchItem]]:
        catalogue = self._catalogue
        return {
            "artist": catalogue.artists,
            "album": catalogue.albums,
            "track": catalogue.tracks,
        }

    def _find(self, text: str, kind: str) -> Sequence[SearchItem]:
        """Return the matching items, best first; none for an empty query."""
        query = Query.parse(text)
        if not query.words and not query.filters:
            return ()
        entries = [
            entry
            for entry in self._possible_entries(query, kind)
            if entry.matches(query)
        ]
        entries.sort(key=lambda entry: entry.score(query), reverse=True)
        return [entry.item for entry in entries[:MAX_RESULTS]]

    def _possible_entries(self, query: Query, kind: str) -> Iterable[_IndexEntry]:
        """Return the entries to look at; a filter by artist or genre leaves fewer."""
        # Only one of the two: the genre is the main artist's, the name may be of a
        # guest.
        name = next((n for n in ("artist", "genre") if n in query.filters), None)
        if kind not in self._by_artist or name is None:
            return map(self._entry, self._items.get(kind, ()))
        value = query.filters[name]
        artists = [
            item
            for item, text in self._artist_texts[name]
            if (_has_words(text, value) if name == "genre" else value in text)
        ]
        by_artist = self._by_artist[kind]
        found = (item for artist in artists for item in by_artist.get(artist.id, ()))
        return map(self._entry, dict.fromkeys(found))

    @cached_property
    def _artist_texts(self) -> Mapping[str, Sequence[tuple[SearchItem, str]]]:
        """Every artist with the text that a filter by artist or genre looks at."""
        entries = [self._entry(item) for item in self._items["artist"]]
        return {
            name: [(entry.item, entry.fields[name]) for entry in entries]
            for name in ("artist", "genre")
        }

    @cached_property
    def _by_artist(self) -> Mapping[str, Mapping[str, list[SearchItem]]]:
        items_by_kind: dict[str, dict[str, list[SearchItem]]] = {
            "album": {},
            "track": {},
        }
        for kind, by_artist in items_by_kind.items():
            for item in self._items[kind]:
                for artist in _artists_of(item):
                    by_artist.setdefault(artist.id, []).append(item)
        return items_by_kind

    def _album_entry(self, album: CatalogueAlbum) -> _IndexEntry:
        fields = {
            "album": normalized(album.name),
            "artist": _joined_names(album.artists),
            "tag": self._tags(album),
        }
        fields["all"] = f"{fields['album']} {fields['artist']}"
        return _entry(album, album.name, fields, album.released)

    def _tags(self, album: CatalogueAlbum) -> str:
        """Return the tags: `new` for two weeks from release, `hipster` if obscure."""
        day = date.fromisoformat((album.released + "-01-01")[:10])
        new = timedelta() <= self._today - day <= NEW_RELEASE_AGE
        hipster = album.popularity < 10
        return " ".join(["new"] * new + ["hipster"] * hipster) or "\0"


def _artists_of(item: SearchItem) -> Sequence[CatalogueArtist]:
    return () if isinstance(item, CatalogueArtist) else item.artists


def _artist_entry(artist: CatalogueArtist) -> _IndexEntry:
    name = normalized(artist.name)
    fields = {"all": name, "artist": name, "genre": _joined_genres(artist)}
    return _entry(artist, artist.name, fields, None)


def _track_entry(track: CatalogueTrack) -> _IndexEntry:
    fields = {
        "track": normalized(track.title),
        "artist": _joined_names(track.artists),
        "album": normalized(track.album.name),
        "isrc": track.isrc.lower(),
        "genre": _joined_genres(track.artists[0]),
    }
    fields["all"] = " ".join((fields["track"], fields["artist"], fields["album"]))
    return _entry(track, track.title, fields, track.album.released)


def _entry(
    item: SearchItem, name: str, fields: Mapping[str, str], released: str | None
) -> _IndexEntry:
    year = int(released[:4]) if released else None
    return _IndexEntry(item, normalized(name), fields, year, item.popularity)


def _joined_names(artists: Iterable[CatalogueArtist]) -> str:
    return "|".join(normalized(artist.name) for artist in artists)


def _joined_genres(artist: CatalogueArtist) -> str:
    return "|".join(artist.genres)
