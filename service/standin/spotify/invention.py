"""Names of artists and songs in several languages, joined from a fixed vocabulary."""

import itertools
import tomllib
from functools import cache
from pathlib import Path
from random import Random

import msgspec


class Language(msgspec.Struct, frozen=True):
    """Parts of names; `joiner` stands between the parts of a title or an act."""

    joiner: str
    heads: list[str]
    tails: list[str]
    acts_heads: list[str]
    acts_tails: list[str]
    given: list[str]
    family: list[str]

    def title(self, rng: Random) -> str:
        """A song's or an album's name; they may repeat, as they do in the world."""
        shape = rng.random()
        tail = rng.choice(self.tails)
        if shape < 0.12:
            return tail
        return f"{rng.choice(self.heads)}{self.joiner}{tail}"

    def acts(self, rng: Random) -> list[str]:
        """Every artist name that the parts allow, shuffled, none twice."""
        bands = itertools.product(self.acts_heads, self.acts_tails)
        people = itertools.product(self.given, self.family)
        names = [self.joiner.join(parts) for parts in (*bands, *people)]
        rng.shuffle(names)
        return names


class Genre(msgspec.Struct, frozen=True):
    """`near` are its neighbours in taste, `since` the year of its first albums."""

    near: list[str]
    tags: list[str]
    language: str
    since: int


class Vocabulary(msgspec.Struct, frozen=True):
    languages: dict[str, Language]
    genres: dict[str, Genre]


@cache
def vocabulary() -> Vocabulary:
    text = Path(__file__).with_name("vocabulary.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), Vocabulary)
