"""Which of the listener's own playlists to recommend, and by which facts."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import fsum

from providers.music import Playlist, Track
from providers.recommending.affinity import Affinity, GenreAffinity, by_strength
from providers.recommending.evidence import Evidence
from providers.recommending.fusion import chance
from providers.recommending.identity import credited

_CLOSE = 10  # artists and genres that count as close
_FEW = 2  # tracks by a close artist that are worth saying


@dataclass(frozen=True, slots=True)
class PlaylistPick:
    """A playlist to recommend; no evidence where nothing but the day speaks for it."""

    playlist: Playlist
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Closeness:
    """What the listener is close to, closest first, and the seed of the day."""

    artists: Mapping[str, Affinity]
    genres: Mapping[str, GenreAffinity]
    seed: int


def rank_playlists(
    playlists: Sequence[Playlist],
    contents: Mapping[str, Sequence[Track]],
    close: Closeness,
) -> tuple[PlaylistPick, ...]:
    """All that hold anything, those that most speaks for first.

    `contents` by playlist id, as far as they are known.
    """
    picks = []
    for one in playlists:
        if one.size == 0:
            continue
        words = f" {' '.join(_words(one.name))} "
        facts = [
            *_named(words, close),
            *_held(contents.get(one.id, ()), close),
        ]
        picks.append(PlaylistPick(one, tuple(sorted(facts, key=by_strength))))
    return tuple(sorted(picks, key=lambda pick: _place(pick, close.seed)))


def _words(name: str) -> list[str]:
    plain = (c if c.isalnum() or c in "&-" else " " for c in name.casefold())
    return "".join(plain).split()


def _place(pick: PlaylistPick, seed: int) -> tuple[float, float, str]:
    strength = fsum(fact.strength for fact in pick.evidence)
    return (-strength, chance(seed, pick.playlist.id), pick.playlist.id)


def _named(words: str, close: Closeness) -> Iterator[Evidence]:
    """A close genre or artist in the playlist's name."""
    for place, (genre, affinity) in enumerate(list(close.genres.items())[:_CLOSE]):
        if f" {genre} " in words:
            yield Evidence("genre", 1 / (1 + place), genre, count=affinity.artists)
    for place, (key, artist) in enumerate(list(close.artists.items())[:_CLOSE]):
        if f" {key} " in words:
            yield Evidence("named", 1 / (1 + place), artist.name)


def _held(tracks: Sequence[Track], close: Closeness) -> Iterator[Evidence]:
    """Several tracks by a close artist on it."""
    counts = Counter(key for track in tracks for key in set(credited(track)))
    for place, (key, artist) in enumerate(list(close.artists.items())[:_CLOSE]):
        if counts[key] >= _FEW:
            yield Evidence("holds", 1 / (1 + place), artist.name, count=counts[key])
