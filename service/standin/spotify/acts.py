"""The artists: so many for each genre, ranked, none called as another is."""

from collections.abc import Iterator

from service.standin.spotify.catalogue import Artist
from service.standin.spotify.identity import base62_id, chance
from service.standin.spotify.invention import Genre, Vocabulary

ARTISTS_PER_GENRE = 16


def acts(seed: int, words: Vocabulary) -> Iterator[Artist]:
    """Every artist, genre by genre, the best known of each first."""
    names = {
        code: iter(language.acts(chance(seed, "acts", code)))
        for code, language in words.languages.items()
    }
    for name, genre in words.genres.items():
        for rank in range(ARTISTS_PER_GENRE):
            yield _artist(seed, next(names[genre.language]), (name, genre), rank)


def _artist(seed: int, name: str, of: tuple[str, Genre], rank: int) -> Artist:
    genre, traits = of
    rng = chance(seed, "artist", name)
    # Some artists carry no genre at all, as with the real service.
    genres = (genre, *rng.sample(traits.tags, min(2, len(traits.tags))))
    if rng.random() < 0.3:
        genres = (*genres, rng.choice(traits.near))
    return Artist(
        id=base62_id(seed, "artist", name),
        name=name,
        genre=genre,
        genres=genres if rng.random() > 0.08 else (),
        rank=rank,
        popularity=max(3, 86 - 5 * rank + rng.randint(-3, 3)),
    )
