"""Catalogue generator: artists, albums, tracks and podcasts from a seed and a date."""

import itertools
import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache, lru_cache
from pathlib import Path
from random import Random

import msgspec

from simulator.spotify.data.catalogue import (
    AlbumKind,
    Catalogue,
    CatalogueAlbum,
    CatalogueArtist,
    CatalogueShow,
    CatalogueTrack,
    Episode,
)
from simulator.spotify.data.ids import base62_id, isrc, seeded_random


class LanguageWords(msgspec.Struct, frozen=True):
    """The parts of names in one language, from `vocabulary.toml`.

    joiner: stands between the two parts of a name.
    heads, tails: parts of titles.
    artist_heads, artist_tails: parts of band names.
    given, family: parts of people's names.
    """

    joiner: str
    heads: list[str]
    tails: list[str]
    artist_heads: list[str]
    artist_tails: list[str]
    given: list[str]
    family: list[str]

    def title(self, rng: Random) -> str:
        """Return a random title of a track or album; titles may repeat."""
        shape = rng.random()
        tail = rng.choice(self.tails)
        if shape < 0.12:
            return tail
        return f"{rng.choice(self.heads)}{self.joiner}{tail}"

    def artist_names(self, rng: Random) -> list[str]:
        """Return every artist name that the parts allow, shuffled, each once."""
        bands = itertools.product(self.artist_heads, self.artist_tails)
        people = itertools.product(self.given, self.family)
        names = [self.joiner.join(parts) for parts in (*bands, *people)]
        rng.shuffle(names)
        return names


class Genre(msgspec.Struct, frozen=True):
    """A genre.

    near: the genres with a similar taste.
    tags: finer genres that its artists may have.
    language: of its artists' names.
    since: the year of its first albums.
    """

    near: list[str]
    tags: list[str]
    language: str
    since: int


class Vocabulary(msgspec.Struct, frozen=True):
    """The words of `vocabulary.toml`: languages by code, genres by name."""

    languages: dict[str, LanguageWords]
    genres: dict[str, Genre]


@cache
def vocabulary() -> Vocabulary:
    """Return the vocabulary of `vocabulary.toml`."""
    text = Path(__file__).with_name("vocabulary.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), Vocabulary)


SHOWS = 8


def generate_show(seed: int, today: date, index: int) -> CatalogueShow:
    """Return a podcast with ten weekly episodes, the newest a week before `today`."""
    languages = vocabulary().languages
    code = sorted(languages)[index % len(languages)]
    rng = seeded_random(seed, "show", index)
    podcast = CatalogueShow(
        id=base62_id(seed, "show", index),
        name=f"{languages[code].title(rng)}: the podcast",
        publisher="Needle & Thread Radio",
        language=code,
        episodes=[],
    )
    podcast.episodes.extend(
        Episode(
            id=base62_id("episode", podcast.id, number),
            title=f"{number}. {languages[code].title(rng)}",
            show=podcast,
            released=(today - timedelta(7 * number)).isoformat(),
            duration_ms=rng.randint(20, 90) * 60_000,
        )
        for number in range(1, 11)
    )
    return podcast


ARTISTS_PER_GENRE = 16


def generate_artists(seed: int, words: Vocabulary) -> Iterator[CatalogueArtist]:
    """Yield every artist, genre by genre, the best known first; no name repeats."""
    names = {
        code: iter(language.artist_names(seeded_random(seed, "acts", code)))
        for code, language in words.languages.items()
    }
    for name, genre in words.genres.items():
        for rank in range(ARTISTS_PER_GENRE):
            yield _artist(seed, next(names[genre.language]), (name, genre), rank)


def _artist(
    seed: int, name: str, genre_entry: tuple[str, Genre], rank: int
) -> CatalogueArtist:
    genre, genre_words = genre_entry
    rng = seeded_random(seed, "artist", name)
    # Some artists have no genre at all, as with the real service.
    genres = (genre, *rng.sample(genre_words.tags, min(2, len(genre_words.tags))))
    if rng.random() < 0.3:
        genres = (*genres, rng.choice(genre_words.near))
    return CatalogueArtist(
        id=base62_id(seed, "artist", name),
        name=name,
        genre=genre,
        genres=genres if rng.random() > 0.08 else (),
        rank=rank,
        popularity=max(3, 86 - 5 * rank + rng.randint(-3, 3)),
    )


NEW_SHARE = 0.3  # of the artists released an album within the last eight weeks

BACK_CATALOGUE_ENDS = date(2026, 1, 1)  # fixed: the same ids whatever day it is


@lru_cache(maxsize=4)
def generate_catalogue(seed: int, today: date) -> Catalogue:
    """Return a catalogue of some 370 artists and 15,000 tracks.

    today: the newest releases are at most eight weeks older.
    """
    words = vocabulary()
    artists = list(generate_artists(seed, words))
    albums = [
        album
        for artist in artists
        for album in _CatalogueGenerator(seed, today, words, artists).albums(artist)
    ]
    shows = [generate_show(seed, today, index) for index in range(SHOWS)]
    return catalogue_of(artists, albums, shows)


class _CatalogueGenerator:
    """Generate the albums of one artist after another."""

    def __init__(
        self, seed: int, today: date, words: Vocabulary, artists: list[CatalogueArtist]
    ) -> None:
        self._seed = seed
        self._today = today
        self._words = words
        self._artists = artists

    def albums(self, artist: CatalogueArtist) -> list[CatalogueAlbum]:
        """Return an artist's releases, newest first.

        The track of every single is also on an album, with the same ISRC.
        """
        rng = seeded_random(self._seed, "albums", artist.name)
        released = self._releases(artist, rng)
        long_albums = [
            self._album(artist, f"{index}", day, rng)
            for index, day in enumerate(released)
        ]
        singles = [
            self._single(album, rng) for album in long_albums if rng.random() < 0.5
        ]
        albums = [*long_albums, *singles]
        return sorted(albums, key=lambda album: album.released, reverse=True)

    def _language(self, artist: CatalogueArtist) -> LanguageWords:
        return self._words.languages[self._words.genres[artist.genre].language]

    def _releases(self, artist: CatalogueArtist, rng: Random) -> list[date]:
        first = date(self._words.genres[artist.genre].since, 1, 1)
        span = (BACK_CATALOGUE_ENDS - first).days
        days = [
            first + timedelta(rng.randrange(span)) for _ in range(rng.randint(2, 5))
        ]
        if rng.random() < NEW_SHARE:
            days.append(self._today - timedelta(rng.randint(0, 55)))
        return days

    def _album(
        self, artist: CatalogueArtist, place: str, day: date, rng: Random
    ) -> CatalogueAlbum:
        language = self._language(artist)
        kind: AlbumKind = "compilation" if rng.random() < 0.06 else "album"
        album = CatalogueAlbum(
            id=base62_id(self._seed, "album", artist.id, place),
            name=language.title(rng),
            artists=(artist,),
            kind=kind,
            released=_release_date(day, rng),
            popularity=max(0, artist.popularity - rng.randint(0, 25)),
            tracks=[],
        )
        album.tracks.extend(
            self._track(album, number, language.title(rng), rng)
            for number in range(1, rng.randint(8, 13))
        )
        return album

    def _track(
        self, album: CatalogueAlbum, number: int, title: str, rng: Random
    ) -> CatalogueTrack:
        (artist,) = album.artists
        guest = (self._neighbour(artist, rng),) if rng.random() < 0.08 else ()
        return CatalogueTrack(
            id=base62_id("track", album.id, number),
            title=title,
            artists=(artist, *guest),
            album=album,
            number=number,
            duration_ms=rng.randint(118_000, 347_000),
            isrc=isrc(album.id, number, year=int(album.released[:4])),
            explicit=rng.random() < (0.45 if artist.genre == "hip hop" else 0.05),
            playable=rng.random() > 0.01,
            popularity=max(0, album.popularity - 2 * number + rng.randint(0, 10)),
        )

    def _neighbour(self, artist: CatalogueArtist, rng: Random) -> CatalogueArtist:
        near = self._words.genres[artist.genre].near
        others = [a for a in self._artists if a.genre in near]
        return rng.choice(others)

    def _single(self, album: CatalogueAlbum, rng: Random) -> CatalogueAlbum:
        song = album.tracks[rng.randrange(4)]
        single = CatalogueAlbum(
            id=base62_id(self._seed, "single", song.id),
            name=song.title,
            artists=album.artists,
            kind="single",
            released=_weeks_before(album.released),
            popularity=album.popularity,
            tracks=[],
        )
        single.tracks.append(
            CatalogueTrack(
                id=base62_id("single", song.id),
                title=song.title,
                artists=song.artists,
                album=single,
                number=1,
                duration_ms=song.duration_ms,
                isrc=song.isrc,
                explicit=song.explicit,
                playable=song.playable,
                popularity=song.popularity,
            )
        )
        return single


def _release_date(day: date, rng: Random) -> str:
    """Return a release date; old albums often have a year only, rarely a month."""
    if day.year < 2000 and rng.random() < 0.5:
        return str(day.year)
    return f"{day:%Y-%m}" if rng.random() < 0.02 else day.isoformat()


def _weeks_before(released: str) -> str:
    if len(released) < len("2024-05-17"):
        return released
    return (date.fromisoformat(released) - timedelta(21)).isoformat()


def catalogue_of(
    artists: list[CatalogueArtist],
    albums: list[CatalogueAlbum],
    shows: list[CatalogueShow],
) -> Catalogue:
    """Return the catalogue of these artists, albums (with tracks) and podcasts."""
    tracks = [track for album in albums for track in album.tracks]
    episodes = [episode for podcast in shows for episode in podcast.episodes]
    by_genre: dict[str, list[CatalogueArtist]] = {}
    by_artist: dict[str, list[CatalogueAlbum]] = {artist.id: [] for artist in artists}
    for artist in artists:
        by_genre.setdefault(artist.genre, []).append(artist)
    for album in albums:
        by_artist[album.artists[0].id].append(album)
    everything: list[
        CatalogueArtist | CatalogueAlbum | CatalogueTrack | CatalogueShow | Episode
    ]
    everything = [*artists, *albums, *tracks, *shows, *episodes]
    return Catalogue(
        artists=artists,
        albums=albums,
        tracks=tracks,
        shows=shows,
        by_genre=by_genre,
        by_artist=by_artist,
        guests=_guest_albums(tracks),
        by_id={item.id: item for item in everything},
    )


def _guest_albums(tracks: list[CatalogueTrack]) -> dict[str, list[CatalogueAlbum]]:
    """Return for each artist id the albums of other artists with this guest."""
    guests: dict[str, list[CatalogueAlbum]] = {}
    for track in tracks:
        for guest in track.artists[1:]:
            guests.setdefault(guest.id, []).append(track.album)
    return guests
