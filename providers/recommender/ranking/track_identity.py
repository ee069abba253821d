"""When two entries are the same song, and two credits the same artist."""

import re
from collections.abc import Iterable

from providers.music import Artist, Track

# What the services append to a title without making it another song.
_EDITION = re.compile(
    r"\s+(?:-\s+|[(\[])"
    r"(?:feat\b|ft\b|with\b|(?:\d{4}\s+)?(?:digital(?:ly)?\s+)?remaster|mono\b"
    r"|stereo\b|single version|radio edit|album version|explicit\b).*$"
)


def artist_key(name: str) -> str:
    """Artists go by name: local files have no id, and some artists have several.

    >>> artist_key("Sigur  Rós")
    'sigur rós'
    """
    return " ".join(name.casefold().split())


def song_key(track: Track) -> str:
    """Title without its edition, and the first artist.

    >>> song_key(Track(id="1", title="Hurt (Remastered 2014)", artists=()))
    'hurt|'
    """
    title = " ".join(track.title.casefold().split())
    if "(" in title or "[" in title or " - " in title:
        title = _EDITION.sub("", title) or title
    return f"{title}|{artist_key(track.artists[0].name) if track.artists else ''}"


def credited(track: Track) -> tuple[str, ...]:
    """The keys of all artists on a track."""
    return tuple([artist_key(artist.name) for artist in track.artists])


def known_artists(artists: Iterable[Artist]) -> dict[str, Artist]:
    """One entry per artist: the one that tells most, whatever order they come in."""
    best: dict[str, Artist] = {}
    for artist in artists:
        key = artist_key(artist.name)
        held = best.get(key)
        if held is None or _richness(artist) > _richness(held):
            best[key] = artist
    return best


def _richness(artist: Artist) -> tuple[int, bool, str, str, tuple[str, ...]]:
    genres = artist.genres
    return (len(genres), artist.id is not None, artist.id or "", artist.name, genres)


class Identities:
    """Names each song of a set once: by ISRC, else by title and artist.

    Which name a song gets does not depend on the order of `tracks`.
    """

    def __init__(self, tracks: Iterable[Track]) -> None:
        self._merged: dict[str, str] = {}
        # By object, because titles are costly to read; the tracks are kept alive here.
        self._keys = {id(track): (song_key(track), track) for track in tracks}
        by_isrc: dict[str, str] = {}
        for key, track in self._keys.values():
            if track.isrc:
                self._join(by_isrc.setdefault(track.isrc, key), key)

    def key(self, track: Track) -> str:
        """The song's name; `track` is one of the set."""
        key, _ = self._keys[id(track)]
        return self._root(key) if self._merged else key

    def _root(self, key: str) -> str:
        while (parent := self._merged.get(key)) is not None:
            key = parent
        return key

    def _join(self, one: str, other: str) -> None:
        low, high = sorted((self._root(one), self._root(other)))
        if low != high:
            self._merged[high] = low
