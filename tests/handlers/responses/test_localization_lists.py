"""Texts side by side, as each language speaks them."""

import pytest
from babel import Locale

from handlers.responses.joining import ListFormatter, joined_word


@pytest.mark.parametrize(
    ("locale", "texts", "expected"),
    [
        ("en-US", [], ""),
        ("es-ES", [], ""),
        ("en-US", ["A"], "A"),
        ("en-US", ["A", "B"], "A and B"),
        ("en-US", ["A", "B", "C"], "A, B, and C"),
        ("de-DE", ["A", "B", "C"], "A, B und C"),
        ("ja-JP", ["A", "B", "C"], "A、B、C"),
        ("fr-FR", ["A", "Iris"], "A et Iris"),
        ("es-ES", ["A", "B", "C"], "A, B y C"),
        ("es-ES", ["A", "Invierno"], "A e Invierno"),
        ("es-ES", ["A", "B", "Himnos"], "A, B e Himnos"),
        ("es-ES", ["Invierno", "A"], "Invierno y A"),
        ("es-ES", ["A", "Hielo"], "A y Hielo"),
        ("es-ES", ["A", "Ice Cube"], "A y Ice Cube"),
        ("es-ES", ["A", "I Want to Break Free"], "A y I Want to Break Free"),
        ("es-ES", ["A", "Iron Maiden"], "A y Iron Maiden"),
        ("es-ES", ["A", "Highway"], "A y Highway"),
        ("es-ES", ["A", "Yves"], "A e Yves"),
        ("it-IT", ["A", "Electric Alibi"], "A ed Electric Alibi"),
        ("it-IT", ["Electric Alibi", "A"], "Electric Alibi e A"),
    ],
)
def test_the_conjunction_fits(locale: str, texts: list[str], expected: str) -> None:
    assert ListFormatter(Locale.parse(locale, sep="-")).join(texts) == expected


@pytest.mark.parametrize(
    ("locale", "texts", "expected"),
    [
        ("en-US", ["A, B", "C", "D"], "A, B| C| and D"),
        ("en-US", ["A, B", "C"], "A, B| and C"),
        ("de-DE", ["A", "B, C", "D"], "A| B, C| und D"),
        ("es-ES", ["A, B", "Invierno"], "A, B| e Invierno"),
        ("it-IT", ["A, B", "Electric Alibi"], "A, B| ed Electric Alibi"),
        ("ja-JP", ["A、B", "C"], "A、B|C"),
        ("en-US", ["A", "B", "C"], "A, B, and C"),
    ],
)
def test_names_with_commas_are_said_with_pauses(
    locale: str, texts: list[str], expected: str
) -> None:
    formatter = ListFormatter(Locale.parse(locale, sep="-"))
    paused = expected.replace("|", '<break time="350ms"/>')
    assert formatter.join(texts, aloud=True) == paused
    assert "<break" not in formatter.join(texts)


@pytest.mark.parametrize(
    ("language", "before", "after", "expected"),
    [
        ("fr", "Letters de ", "Odette", "Letters d'"),
        ("fr", "Letters de ", '<lang xml:lang="en-US">Odette', "Letters d'"),
        ("fr", "de ", "Élodie", "d'"),
        ("fr", "de ", "Hugo", "de "),
        ("fr", "de ", "U2", "de "),
        ("fr", "de ", "One Direction", "de "),
        ("fr", "parce que ", "Imogen Vance", "parce qu'"),
        ("fr", "parce que ", "Low Orbit", "parce que "),
        ("es", "A, o ", "Orchard", "A, u "),
        ("es", "A, o ", "One", "A, o "),
        ("it", "aggiunto a ", "Amber", "aggiunto ad "),
        ("it", "della ", "Amber", "della "),
    ],
)
def test_a_word_fits_what_follows(
    language: str, before: str, after: str, expected: str
) -> None:
    join = joined_word(language)
    assert join is not None
    assert join(before, after) == expected


def test_a_language_without_such_words_joins_nothing() -> None:
    assert joined_word("en") is None
