"""Speech recognition text, spoken numbers, and sample patterns."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.alexa.interaction_model import LanguageModel
from simulator.alexa.language_understanding import LanguageUnderstanding
from simulator.alexa.sample_patterns import SamplePattern
from simulator.alexa.speech_recognition import (
    language_of,
    letters_only,
    parse_number,
    phrases_of,
    transcribe,
    without_polite_words,
)


@pytest.mark.parametrize(
    ("typed", "heard"),
    [
        (
            "Alexa,  what\u2019s on \u201cDeep Focus\u201d?",
            "alexa what's on deep focus",
        ),
        ("M.I.A. mix", "m.i.a. mix"),
        ("One, two.", "one two"),
        ("Sunday - Dinner", "sunday dinner"),
        ("R&B <3", "r&b <3"),
        ("プレイリスト を 見せて。", "プレイリストを見せて"),
        ("２番", "2番"),
        ("   ", ""),
    ],
)
def test_typed_text_becomes_what_is_heard(typed: str, heard: str) -> None:
    assert transcribe(typed) == heard


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Café del Mar", "cafe del mar"),
        ("deep-focus", "Deep Focus"),
        ("Dinner (Sunday)", "dinner sunday"),
        ("ﾃﾞｨｰﾌﾟ", "ディープ"),
    ],
)
def test_names_are_compared_by_their_letters(one: str, other: str) -> None:
    assert letters_only(one) == letters_only(other)


def test_marks_that_make_another_letter_stay() -> None:
    assert letters_only("が") != letters_only("か")


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80))
def test_hearing_twice_changes_nothing(text: str) -> None:
    assert transcribe(transcribe(text)) == transcribe(text)


@pytest.mark.parametrize(
    ("words", "language", "number"),
    [
        ("5", "en", 5),
        ("twenty one", "en", 21),
        ("einundzwanzig", "de", 21),
        ("vingt et un", "fr", 21),
        ("veintiuno", "es", 21),
        ("ventuno", "it", 21),
        ("vinte e um", "pt", 21),
        ("二十一", "ja", 21),
        ("百五", "ja", 105),
        ("三つ", "ja", 3),
        ("一二", "ja", None),
        ("朝", "ja", None),
        ("", "ja", None),
        ("five apples", "en", None),
        ("", "en", None),
        ("9999999999", "en", None),
        ("five " * 20, "en", None),
        ("vyf", "af", None),
    ],
)
def test_numbers_as_they_are_said(
    words: str, language: str, number: int | None
) -> None:
    assert parse_number(words, language) == number


@pytest.mark.parametrize(
    ("sample", "heard", "slots"),
    [
        ("open {playlist}", "open sesame street", {"playlist": "sesame street"}),
        ("open {playlist} please", "open sesame please", {"playlist": "sesame"}),
        ("{artist}'s albums", "zola's albums", {"artist": "zola"}),
        ("{a} {b}", "one two three", {"a": "one", "b": "two three"}),
        ("{artist} のアルバム", "zola のアルバム", {"artist": "zola"}),
        ("{playlist}を開いて", "朝を開いて", {"playlist": "朝"}),
        ("open {playlist}", "opens sesame", None),
        ("open {playlist}", "open", None),
        ("what (is) this+", "what is this+", {}),
    ],
)
def test_a_sample_reads_its_slots(
    sample: str, heard: str, slots: dict[str, str] | None
) -> None:
    assert SamplePattern.compile("AnyIntent", sample).match(heard) == slots


def test_every_language_calls_the_skill_by_name(english: LanguageModel) -> None:
    for locale in ("en-GB", "de-DE", "es-MX", "fr-CA", "it-IT", "pt-BR", "ja-JP"):
        listening = LanguageUnderstanding(english, locale)
        for phrase in phrases_of(locale).launch:
            said = phrase.replace("{skill}", english.invocation_name)
            assert listening.interpret(said).kind == "launch", said
        for phrase in phrases_of(locale).ask:
            said = phrase.replace("{skill}", english.invocation_name)
            heard = listening.interpret(said.replace("{request}", "list my playlists"))
            assert heard.intent == "ListPlaylistsIntent", said


@pytest.mark.parametrize(
    ("locale", "typed", "bare"),
    [
        ("en-US", "huh, okay, open Deep Focus, would ya", "open deep focus"),
        ("en-US", "listen up, open Deep Focus quickly if you can", "open deep focus"),
        ("de-DE", "also gut, los, öffne Deep Focus nochmal", "öffne deep focus"),
        ("de-DE", "mal eben öffne Deep Focus, wenn möglich", "öffne deep focus"),
        ("fr-FR", "bon alors, allez, ouvre Deep Focus pour voir", "ouvre deep focus"),
        ("fr-FR", "dis-moi, ouvre Deep Focus si tu peux", "ouvre deep focus"),
        ("es-ES", "venga, pues abre Deep Focus si puedes", "abre deep focus"),
        ("it-IT", "dai, su dai, apri Deep Focus se puoi", "apri deep focus"),
        ("pt-BR", "beleza, então abre Deep Focus se puder", "abre deep focus"),
        ("ja-JP", "あのさ、それじゃdeep focusを開いて", "deep focusを開いて"),
        ("ja-JP", "ねえ、できればdeep focusを開いて", "deep focusを開いて"),
    ],
)
def test_openers_and_tails_carry_no_meaning(locale: str, typed: str, bare: str) -> None:
    language = language_of(locale)
    text = without_polite_words(transcribe(typed), phrases_of(locale), language)
    assert text == bare
