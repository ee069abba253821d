"""Track identity: when two tracks are the same song, two credits the same artist."""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from providers.lazy_imports import deferred_pattern
from providers.music import Artist, Track

# What the services append to a title without making it another song. The title has
# single spaces by then: to look for runs of them would cost the square of their length.
_EDITION = deferred_pattern(
    r" (?:- |[(\[])"
    r"(?:feat\b|ft\b|with\b|(?:\d{4} )?(?:digital(?:ly)? )?remaster|mono\b"
    r"|stereo\b|single version|radio edit|album version|explicit\b).*$"
)


@lru_cache(maxsize=4096)
def artist_key(name: str) -> str:
    """Return the key of an artist: the name in lower case with single spaces.

    Artists are compared by name, because local files have no id and some artists have
    several.

    >>> artist_key("Sigur  Rós")
    'sigur rós'
    """
    return " ".join(name.casefold().split())


def song_key(track: Track) -> str:
    """Return the key of a song: its title without the edition, and its first artist.

    >>> song_key(Track(id="1", title="Hurt (Remastered 2014)", artists=()))
    'hurt|'
    """
    title = " ".join(track.title.casefold().split())
    if "(" in title or "[" in title or " - " in title:
        title = _EDITION.sub("", title) or title
    return f"{title}|{artist_key(track.artists[0].name) if track.artists else ''}"


def credited(track: Track) -> tuple[str, ...]:
    """Return the keys of all artists of a track, in their order."""
    return tuple([artist_key(artist.name) for artist in track.artists])


def first_credited(track: Track) -> str | None:
    """Return the key of the artist whose song it is; None where nobody is named."""
    return artist_key(track.artists[0].name) if track.artists else None


def known_artists(artists: Iterable[Artist]) -> dict[str, Artist]:
    """Return one artist for each `artist_key`: the entry with the most genres.

    The result does not depend on the order of `artists`.
    """
    richest: dict[str, Artist] = {}
    for artist in artists:
        key = artist_key(artist.name)
        known = richest.get(key)
        if known is None or _richness(artist) > _richness(known):
            richest[key] = artist
    return richest


def _richness(artist: Artist) -> tuple[int, bool, str, str, tuple[str, ...]]:
    genres = artist.genres
    return (len(genres), artist.id is not None, artist.id or "", artist.name, genres)


class Identities:
    """Map each track of a set to the key of its song.

    Tracks with the same ISRC, or with the same title and artist, are the same song.
    The key of a song does not depend on the order of `tracks`.
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
        """Return the key of the song; `track` must be one of the set."""
        key, _ = self._keys[id(track)]
        return self._root(key) if self._merged else key

    def _root(self, key: str) -> str:
        while (parent := self._merged.get(key)) is not None:
            key = parent
        return key

    def _join(self, first: str, second: str) -> None:
        low, high = sorted((self._root(first), self._root(second)))
        if low != high:
            self._merged[high] = low


_ONE_SCRIPT = frozenset(("CJK", "HIRAGANA", "KATAKANA"))


def script_of(title: str) -> str:
    """Return the script of the first letter that is not Latin; else "LATIN".

    That is the first word of its Unicode name. Japanese is one script.

    >>> script_of("नीली हवा")
    'DEVANAGARI'
    """
    if title.isascii():
        return "LATIN"
    names = unicodedata.name
    scripts = (names(c, "").partition(" ")[0] for c in title if c.isalpha())
    found = next((each for each in scripts if each != "LATIN"), "LATIN")
    return "CJK" if found in _ONE_SCRIPT else found
