"""Short forms in names, written out as they were spoken."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from providers.name_matching.japanese_sayings import may_sound, spoken_sound
from providers.name_matching.short_forms import (
    FORMS_FILE,
    as_spoken,
    short_forms,
    spoken_runs,
    written_out,
)

LANGUAGES = ("en", "de", "fr", "es", "it", "pt")


@pytest.mark.parametrize(
    ("language", "name", "spoken", "written"),
    [
        ("en", "B4 Bed", "before bed", "before bed"),
        ("en", "2gether 4ever", "together forever", "together forever"),
        ("en", "Str8 2 Bed", "straight to bed", "straight 2 bed"),
        ("en", "10nis", "tennis", "tennis"),
        ("en", "Gym (Sat)", "gym saturday", "gym (saturday )"),
        ("en", "Sat Nav", "saturday", None),
        ("en", "Elem. School Days", "elementary school days", "elementary school days"),
        ("en", "Mt. Fuji", "the motown one", None),
        ("de", "Mein Mix Nr. 3", "die mit den nachbarn", None),
        ("de", "5nach12", "fünf nach zwölf", "fünf nach zwölf"),
        ("en", "Ft. Worth", "fort worth", "fort worth"),
        ("en", "70s", "seventies", None),
        ("de", "Gute N8", "gute nacht", "gute nacht"),
        ("de", "K1 Bock", "kein bock", "kein bock"),
        ("de", "4ever", "forever", "forever"),
        ("fr", "A12C4", "à un de ces quatre", "à un de ces quatre"),
        ("fr", "Bi1 joué", "bien joué", "bien joué"),
        ("es", "Salu2", "saludos", "saludos"),
        ("it", "Ris8", "risotto", "risotto"),
        ("pt", "10culpa", "desculpa", "desculpa"),
        ("pt", "Av. Paulista", "avenida paulista", "avenida paulista"),
        ("xx", "B4 Bed", "before bed", "before bed"),
    ],
)
def test_a_short_form_is_written_out_as_it_was_spoken(
    language: str, name: str, spoken: str, written: str | None
) -> None:
    found = as_spoken(name, spoken_runs(spoken), language)
    assert (found and found.text) == written


@pytest.mark.parametrize("name", ["Mylène F.", "M. Farmer"])
def test_what_an_initial_stands_for_is_guessed(name: str) -> None:
    found = as_spoken(name, spoken_runs("mylène farmer"), "fr")
    assert found == ("mylène farmer", True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_forms_are_in_the_spelling_that_is_compared(language: str) -> None:
    text = FORMS_FILE.read_text(encoding="utf-8")
    assert text == text.casefold().replace("ß", "ss") or "8ung" in text
    assert re.findall("[à-ÿ]", text.partition("[all")[2]) == []
    assert written_out(language)["prof"] in ("professor", "profesor", "professeur")


@given(st.text(max_size=40), st.text(max_size=40), st.sampled_from(LANGUAGES))
@settings(max_examples=150)
def test_any_name_is_read(name: str, spoken: str, language: str) -> None:
    written = as_spoken(name, spoken_runs(spoken), language)
    assert written is None or short_forms(name, language)


@pytest.mark.parametrize(
    ("name", "spoken"),
    [
        ("0840ソング", "おはようソング"),
        ("831サラダ", "やさいサラダ"),
        ("第3巻", "第三館"),
        ("1軍", "一郡"),
        ("父+母", "父プラス母"),
        ("Dr.コトー", "ドクターコトー"),
        ("Mr.サマータイム", "ミスターサマータイム"),
        ("あいみょんA–Z", "あいみょんエーからゼット"),
        ("在宅ワークBGM", "在宅ワークビージーエム"),
        ("アニソン神曲", "アニソンかみきょく"),
        ("十八番", "おはこ"),
        ("十八番", "じゅうはちばん"),
    ],
)
def test_what_a_japanese_name_may_sound_like(name: str, spoken: str) -> None:
    assert may_sound(name, spoken_sound(spoken))


@pytest.mark.parametrize(
    ("name", "spoken"),
    [("第3巻", "第四館"), ("2", "に"), ("猫&犬", "猫"), ("ジブリ", "ジブリ")],
)
def test_what_it_does_not(name: str, spoken: str) -> None:
    assert not may_sound(name, spoken_sound(spoken))


@given(st.text(max_size=40))
@settings(max_examples=150)
def test_any_text_has_sayings(text: str) -> None:
    sound = spoken_sound(text)
    assert may_sound(text, sound) in (True, False)
    assert " " not in sound
