"""The data file of moods, activities and genres, and what it may not say."""

from typing import get_args

import pytest

from providers.recommender.factory import read_moods
from providers.recommender.ranking.recommendation_query import (
    Kind,
    Moods,
    MoodsUnreadable,
)

MOODS = read_moods()
LANGUAGES = {"en", "de", "es", "fr", "it", "pt", "ja"}
SAMPLE = """
[moods.calm]
genres = ["Ambient"]
words = ["Quiet"]
said = { en = ["calm"] }
[activities]
[genres]
"""
OPERA = '[genres.opera]\ngenres = ["opera"]\nsaid = { en = ["opera"] }\n'


def test_a_genre_is_a_kind_of_another() -> None:
    within = OPERA + 'within = "arts"\n' + OPERA.replace("genres.opera", "genres.arts")
    moods = Moods(lambda: SAMPLE + within)
    wider = moods.wider("opera")
    assert wider is not None
    assert wider.id == "arts"
    assert moods.wider("arts") is None


def test_an_entry_is_read() -> None:
    calm = Moods(lambda: SAMPLE).get("mood", "calm")
    assert calm is not None
    assert (calm.genres, calm.words, calm.artists) == (("ambient",), ("quiet",), ())


@pytest.mark.parametrize(
    "text",
    [
        "[moods",
        "[moods.calm]\n[activities]\n[genres]",
        SAMPLE.replace('["Ambient"]', "[]"),
        SAMPLE.replace('["calm"]', "[]"),
        SAMPLE.replace("words", "wrods"),
        SAMPLE.replace("words =", 'mood = "merry"\nwords ='),
        "[moods]\n[genres]",
        SAMPLE + OPERA + 'within = "noise"',
        SAMPLE + OPERA + 'mood = "merry"',
    ],
)
def test_what_cannot_be_meant_is_refused(text: str) -> None:
    with pytest.raises(MoodsUnreadable):
        assert Moods(lambda: text).entries


@pytest.mark.parametrize("kind", get_args(Kind))
def test_everything_has_a_name_in_every_language(kind: Kind) -> None:
    for entry in MOODS.entries[kind].values():
        assert set(entry.said) == LANGUAGES, entry.id


@pytest.mark.parametrize("kind", get_args(Kind))
@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_a_name_means_one_entry(kind: Kind, language: str) -> None:
    for entry in MOODS.entries[kind].values():
        for said in entry.said[language]:
            found = MOODS.find(kind, said.upper(), language)
            assert found is not None
            if said == entry.said[language][0]:
                assert found.id == entry.id, said


def test_unknown_names_mean_nothing() -> None:
    assert MOODS.find("mood", "purple", "en") is None
    assert MOODS.get("mood", None) is None
    assert MOODS.name("genre", "zydeco", "en") == "zydeco"
    assert MOODS.name("genre", "classical", "de") == "Klassik"
    assert MOODS.name("genre", "classical", "xx") == "classical"


@pytest.mark.parametrize(
    ("genre", "language", "name"),
    [
        ("dream pop", "ja", "ドリームポップ"),
        ("lo-fi", "ja", "ローファイ"),
        ("classical", "de", "Klassik"),
        ("zolo", "ja", "zolo"),
        ("zolo pop", "ja", "zolo pop"),
        ("dream pop", "de", "Dream Pop"),
        ("french pop", "it", "pop francese"),
        ("dinner", "it", None),
    ],
)
def test_a_genre_of_the_service_is_said_in_the_language(
    genre: str, language: str, name: str | None
) -> None:
    assert MOODS.genre_name(genre, language) == name
