"""Finding things in the catalogue: what answers to a query, and in which order."""

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

# FOLDED The language of searches, and what a listener would type for a name.

# https://developer.spotify.com/documentation/web-api/reference/search
_FILTER = re.compile(
    r'(?P<name>album|artist|track|year|genre|isrc|upc|tag):(?:"(?P<quoted>[^"]*)"?|(?P<bare>\S+))',
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Query:
    """`words` are to be found anywhere, each filter's value in its own field."""

    words: tuple[str, ...]
    filters: Mapping[str, str]

    @classmethod
    def parsed(cls, text: str) -> "Query":
        """Fields may be quoted or one word long; a broken one counts as words."""
        filters = {
            match["name"].lower(): plain(match["quoted"] or match["bare"] or "")
            for match in _FILTER.finditer(text)
        }
        rest = plain(_FILTER.sub(" ", text).replace('"', " "))
        return cls(tuple(rest.split()), filters)


@lru_cache(maxsize=65_536)
def plain(text: str) -> str:
    """Without case and accents: what a listener would type.

    https://www.unicode.org/versions/latest/core-spec/chapter-3/ (caseless matching)
    """
    folded = text
    for form in ("NFD", "NFKD"):
        folded = unicodedata.normalize(form, folded).casefold()
    parts = unicodedata.normalize("NFKD", folded)
    return "".join(one for one in parts if not unicodedata.combining(one))


def years(text: str) -> tuple[int, int] | None:
    """`1984` or `1980-1989` as first and last year; None for anything else."""
    match = re.fullmatch(r"(\d{4})(?:-(\d{4}))?", text)
    return None if match is None else (int(match[1]), int(match[2] or match[1]))


Findable = CatalogueArtist | CatalogueAlbum | CatalogueTrack

NEW = timedelta(days=14)

MOST_FOUND = 1010  # the furthest offset and the longest page


@dataclass(frozen=True, slots=True, eq=False)
class _Card:
    """One thing as the index has it: what its name says, and what may be asked."""

    thing: Findable
    name: str
    fields: Mapping[str, str]
    year: int | None
    rank: int

    def answers(self, query: Query) -> bool:
        around = self.fields["all"]
        return all(word in around for word in query.words) and all(
            self._fits(name, value) for name, value in query.filters.items()
        )

    def _fits(self, name: str, value: str) -> bool:
        if name == "year":
            span = years(value)
            return bool(span and self.year and span[0] <= self.year <= span[1])
        if name == "genre":
            return _has_words(self.fields.get("genre", ""), value)
        return value in self.fields.get(name, "\0")

    def score(self, query: Query) -> tuple[bool, bool, int]:
        """Whole names before beginnings before popularity."""
        asked = " ".join(query.words) or query.filters.get(_OWN[type(self.thing)], "")
        return (self.name == asked, self.name.startswith(asked), self.rank)


_OWN: dict[type[Findable], str] = {
    CatalogueArtist: "artist",
    CatalogueAlbum: "album",
    CatalogueTrack: "track",
}


def _has_words(genres: str, value: str) -> bool:
    """Whether one of the genres, `|` between them, has all the words of the value."""
    wanted = set(value.split())
    return any(wanted <= set(genre.split()) for genre in genres.split("|"))


@lru_cache(maxsize=4)
def index_of(catalogue: Catalogue, today: date) -> "Index":
    """Worlds of the same seed and day share it, as they share the catalogue."""
    return Index(catalogue, today)


class Index:
    """Answers queries over one catalogue; the answers are kept, the order is fixed."""

    def __init__(self, catalogue: Catalogue, today: date) -> None:
        self._catalogue = catalogue
        self._today = today
        self.find = lru_cache(maxsize=4096)(self._find)

    @cached_property
    def _cards(self) -> Mapping[str, Sequence[_Card]]:
        return {
            "artist": [_artist_card(one) for one in self._catalogue.artists],
            "album": [self._album_card(one) for one in self._catalogue.albums],
            "track": [_track_card(one) for one in self._catalogue.tracks],
        }

    def _find(self, text: str, kind: str) -> Sequence[Findable]:
        """Everything of the kind that answers, best first; nothing for no question."""
        query = Query.parsed(text)
        if not query.words and not query.filters:
            return ()
        cards = [card for card in self._nearby(query, kind) if card.answers(query)]
        cards.sort(key=lambda card: card.score(query), reverse=True)
        return [card.thing for card in cards[:MOST_FOUND]]

    def _nearby(self, query: Query, kind: str) -> Iterable[_Card]:
        """Fewer cards to look at where an artist or a genre is asked for."""
        # One of the two: a guest's name may stand beside the main artist's genre.
        name = next((n for n in ("artist", "genre") if n in query.filters), None)
        if kind not in self._by_artist or name is None:
            return self._cards.get(kind, ())
        only = Query((), {name: query.filters[name]})
        makers = [card.thing for card in self._cards["artist"] if card.answers(only)]
        shelves = self._by_artist[kind]
        found = (card for one in makers for card in shelves.get(one.id, ()))
        return dict.fromkeys(found)

    @cached_property
    def _by_artist(self) -> Mapping[str, Mapping[str, list[_Card]]]:
        filed: dict[str, dict[str, list[_Card]]] = {"album": {}, "track": {}}
        for kind, shelves in filed.items():
            for card in self._cards[kind]:
                for artist in _makers(card.thing):
                    shelves.setdefault(artist.id, []).append(card)
        return filed

    def _album_card(self, album: CatalogueAlbum) -> _Card:
        fields = {
            "album": plain(album.name),
            "artist": _names(album.artists),
            "tag": self._tags(album),
        }
        fields["all"] = f"{fields['album']} {fields['artist']}"
        return _card(album, album.name, fields, album.released)

    def _tags(self, album: CatalogueAlbum) -> str:
        """`tag:new` within two weeks of release, `tag:hipster` for the least known."""
        day = date.fromisoformat((album.released + "-01-01")[:10])
        new = timedelta() <= self._today - day <= NEW
        hipster = album.popularity < 10
        return " ".join(["new"] * new + ["hipster"] * hipster) or "\0"


def _makers(thing: Findable) -> Sequence[CatalogueArtist]:
    return () if isinstance(thing, CatalogueArtist) else thing.artists


def _artist_card(artist: CatalogueArtist) -> _Card:
    name = plain(artist.name)
    fields = {"all": name, "artist": name, "genre": _genres(artist)}
    return _card(artist, artist.name, fields, None)


def _track_card(track: CatalogueTrack) -> _Card:
    fields = {
        "track": plain(track.title),
        "artist": _names(track.artists),
        "album": plain(track.album.name),
        "isrc": track.isrc.lower(),
        "genre": _genres(track.artists[0]),
    }
    fields["all"] = " ".join((fields["track"], fields["artist"], fields["album"]))
    return _card(track, track.title, fields, track.album.released)


def _card(
    thing: Findable, name: str, fields: Mapping[str, str], released: str | None
) -> _Card:
    year = int(released[:4]) if released else None
    return _Card(thing, plain(name), fields, year, thing.popularity)


def _names(artists: Iterable[CatalogueArtist]) -> str:
    return "|".join(plain(artist.name) for artist in artists)


def _genres(artist: CatalogueArtist) -> str:
    return "|".join(artist.genres)
