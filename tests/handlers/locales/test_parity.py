"""Every language says what English says, with the same facts, in words of its own."""

import re
import tomllib

import pytest

from handlers import catalogue_search, slot_words, spoken_kinds
from handlers.responses import listening_times, responder
from handlers.responses.responder import FALLBACK, LOCALES
from providers.name_matching import matcher, short_forms, vocabulary
from tests.handlers.locales.catalogue import Catalogue, catalogue, keys, locales

TRANSLATED = locales()[1:]
ENGLISH = catalogue(FALLBACK)
KEYS = keys()

# Words that are English and nothing else in any of the languages that there are.
_ENGLISH_WORDS = re.compile(
    r"\b(the|you|your|would|which|shall|what|this|with|playing|again|please)\b",
    re.IGNORECASE,
)


@pytest.fixture(params=locales())
def any_language(request: pytest.FixtureRequest) -> Catalogue:
    return catalogue(request.param)


@pytest.fixture(params=TRANSLATED)
def language(request: pytest.FixtureRequest) -> Catalogue:
    return catalogue(request.param)


def test_every_file_can_be_read_whole(any_language: Catalogue) -> None:
    assert any_language.junk == ()


def test_every_message_is_there_once(any_language: Catalogue) -> None:
    assert set(any_language.messages) == set(KEYS)
    assert any_language.terms == ENGLISH.terms
    written = re.findall(r"^([a-z][a-z-]*) *=", any_language.text, re.MULTILINE)
    assert sorted(written) == KEYS


def test_every_message_has_the_same_roles(language: Catalogue) -> None:
    for key in KEYS:
        there = set(language.messages[key].wordings)
        assert there == set(ENGLISH.messages[key].wordings), key


def test_what_is_said_often_varies(language: Catalogue) -> None:
    for key in KEYS:
        for role, wordings in ENGLISH.messages[key].wordings.items():
            own = language.messages[key].wordings[role]
            assert len(own) >= min(len(wordings), 2), f"{key}.{role}"


def test_every_wording_tells_the_facts(language: Catalogue) -> None:
    """What each English wording of a role tells, each wording of a language tells."""
    for key in KEYS:
        for role, wordings in ENGLISH.messages[key].wordings.items():
            told = [ENGLISH.variables(key, one) for one in wordings]
            always, ever = frozenset.intersection(*told), frozenset.union(*told)
            for pattern in language.messages[key].wordings[role]:
                there = language.variables(key, pattern)
                assert always <= there <= ever, f"{key}.{role}"


def test_every_reference_leads_somewhere(any_language: Catalogue) -> None:
    referred = set(re.findall(r"\{ ?(-?[a-z][a-z-]*) ?\}", any_language.text))
    terms = {f"-{term}" for term in any_language.terms}
    assert referred <= set(any_language.messages) | terms


def test_the_service_is_named_in_one_place(any_language: Catalogue) -> None:
    assert any_language.text.count("Spotify") == 1


def test_no_english_is_left(language: Catalogue) -> None:
    left = [line for line in _said(language) if _ENGLISH_WORDS.search(line)]
    assert left == []


def test_no_sentence_begins_with_what_was_heard(any_language: Catalogue) -> None:
    """Alexa hands words over in lower case."""
    assert not re.findall(
        r"^ *\.\w+(?:-\d)? = \{ \$heard \}", any_language.text, re.MULTILINE
    )


def test_no_wording_is_said_twice(any_language: Catalogue) -> None:
    for key in KEYS:
        for role, wordings in any_language.messages[key].wordings.items():
            for place, one in enumerate(wordings):
                others = wordings[place + 1 :]
                assert not any(one.equals(other) for other in others), f"{key}.{role}"


def test_every_choice_is_one_that_english_knows(language: Catalogue) -> None:
    """A variant of a misspelt name would never be said."""
    for key in KEYS:
        for role in language.messages[key].wordings:
            known, there = (_variants(one, key, role) for one in (ENGLISH, language))
            for variable, names in there.items():
                assert names <= known.get(variable, set()), f"{key}.{role}: {variable}"


def _said(language: Catalogue) -> list[str]:
    """The lines of a file without comments, keys, and what stands in braces."""
    lines = (
        re.sub(r"^[\w.-]+ =|^ *\.[\w-]+ =|\{[^{}]*\}?|\[\w+\]", " ", line)
        for line in language.text.splitlines()
        if not line.startswith("#")
    )
    return [line.strip() for line in lines if line.strip()]


def _variants(language: Catalogue, key: str, role: str) -> dict[str, set[str]]:
    """Word variants by variable; numbers and plural categories differ by language."""
    found: dict[str, set[str]] = {}
    for pattern in language.messages[key].wordings.get(role, ()):
        for variable, names in language.choices(pattern).items():
            words = {n for n in names if not n.isdecimal()} - {"one", "many", "other"}
            if words:
                found.setdefault(variable, set()).update(words)
    return found


def test_every_table_of_languages_has_every_language() -> None:
    """Those of words with spaces between them have no Japanese."""
    spoken = {locale.partition("-")[0] for locale in locales()}
    for table in (
        responder._HOMES,
        catalogue_search._SONG_BY,
        spoken_kinds._QUANTIFIERS,
        tomllib.loads(slot_words.WORDS_FILE.read_text(encoding="utf-8")),
    ):
        assert set(table) == spoken
    for spaced in (
        set(matcher._DESCRIPTIONS),
        set(vocabulary._FILLERS),
        set(short_forms._SPOKEN),
        short_forms._tables().keys() - {"all"},
    ):
        assert spaced == spoken - {"ja"}
    assert set(listening_times._HOURS) >= set(locales())


STIFF = {
    "es-ES": (r"\bEse es el (?:final|principio)\b",),
    "fr-FR": (r"ça sonne \{",),
    "it-IT": (r"\] Dopo,", r"\}, piuttosto"),
    "pt-BR": (r"(?<!deixa )\b[Pp]r[ao]s?\b",),  # "para", as everywhere else
    "ja-JP": (r"= それは", r"から.*から$", r"\}年からの"),
}


@pytest.mark.parametrize(
    ("locale", "pattern"),
    [(locale, each) for locale, patterns in STIFF.items() for each in patterns],
)
def test_nothing_sounds_translated(locale: str, pattern: str) -> None:
    text = (LOCALES / f"{locale}.ftl").read_text(encoding="utf-8")
    assert re.findall(pattern, text, re.MULTILINE) == []
