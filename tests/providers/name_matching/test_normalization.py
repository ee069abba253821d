"""One spelling for names and for what was heard."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.request import HEARD_LIMIT
from providers.name_matching.japanese import (
    in_hiragana,
    reading,
    similar_sound,
    without_japanese_fillers,
)
from providers.name_matching.normalization import (
    LONGEST_NAME,
    normal_form,
)
from providers.name_matching.numbers import homophones, numbers_as_digits
from providers.name_matching.short_forms import spoken_form
from providers.name_matching.vocabulary import folded


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "M.I.A. & Friends", "m i a and friends"),
        ("en", "'90s R&B <3", "nineties r and b"),
        ("en", "Rock 'n' Roll", "rock n roll"),
        ("en", "ROCK’N’ROLL", "rock and roll"),
        ("en", "A$AP, Ke$ha & P!nk", "asap kesha and pink"),
        ("en", "Songs w/ Anna", "songs with anna"),
        ("en", "Rocky III", "rocky three"),
        ("en", "World War I", "world war one"),
        ("en", "1990s", "nineties"),
        ("en", "Best of 2024", "best of twenty twenty four"),
        ("en", "1999", "nineteen ninety nine"),
        ("en", "2004", "twenty oh four"),
        ("en", "Blink-182", "blink one eighty two"),
        ("en", "ｆｕｌｌ　ｗｉｄｔｈ", "full width"),
        ("en", "Don't", "dont"),
        ("en", "Smørrebrød", "smorrebrod"),
        ("en", "Lo-Fi 📚", "lo fi"),
        ("de", "Größte Hits der 80er", "grösste hits der achtziger"),
        ("de", "Schlager & Pop", "schlager und pop"),
        ("de", "Lieder m/ Anna", "lieder m anna"),
        ("de", "Songs w/ Anna", "songs mit anna"),
        ("es", "Éxitos de los 90", "exitos de los noventa"),
        ("es", "Sol & Mar", "sol y mar"),
        ("fr", "Années 80", "années quatre vingt"),
        ("it", "Anni '60", "anni sessanta"),
        ("pt", "Anos 90", "anos noventa"),
        ("ja", "ジブリ", "じぶり"),
        ("ja", "80年代", "80s"),
        ("en", "Hits Vol. 2", "hits volume two"),
        ("en", "Hits Vol. II", "hits volume 2"),
        ("en", "Hits Pt. 3", "hits part three"),
        ("en", "Chapter V", "chapter five"),
        ("en", "Mambo No. 5", "mambo number five"),
        ("en", "#1 Hits", "number one hits"),
        ("en", "100 %", "one hundred percent"),
        ("en", "A+", "a plus"),
        ("en", "½", "half"),
        ("en", "2½ Men", "two and a half men"),
        ("en", "St. Patrick", "saint patrick"),
        ("en", "Main St.", "main street"),
        ("en", "Dr. Feelgood", "doctor feelgood"),
        ("en", "Rock vs. Metal", "rock versus metal"),
        ("en", "DnB", "drum and bass"),
        ("en", "DnB", "d n b"),
        ("en", "R&B", "r and b"),
        ("en", "R&B", "r n b"),
        ("en", "Xmas", "christmas"),
        ("en", "S02E05", "season two episode five"),
        ("en", "v2.0", "version two point oh"),
        ("en", "Summer '23", "summer twenty twenty three"),
        ("en", "05/2024", "may twenty twenty four"),
        ("en", "2000s", "the two thousands"),
        ("en", "00s", "noughties"),
        ("en", "2010s", "twenty tens"),
        ("en", "1st Dance", "first dance"),
        ("en", "F**k It", "fuck it"),
        ("en", "Chiiill", "chill"),
        ("en", "Vol2", "volume two"),
        ("en", "Summer2023", "summer twenty twenty three"),
        ("en", "Room 101", "room one oh one"),
        ("en", "1,000 Songs", "one thousand songs"),
        ("en", "$100", "one hundred dollars"),
        ("pt", "Os anos 80", "os anos oitenta"),
        ("en", "2100", "twenty one hundred"),
        ("de", "2000er", "zweitausender"),
        ("de", "90er Jahre", "neunzigerjahre"),
        ("de", "Teil 2", "teil zwei"),
        ("de", "Nr. 5", "nummer fünf"),
        ("de", "100 %", "hundert prozent"),
        ("de", "1984", "neunzehnhundertvierundachtzig"),
        ("fr", "n° 5", "numéro cinq"),
        ("fr", "100 %", "cent pour cent"),
        ("fr", "Années 2000", "années deux mille"),
        ("es", "Años 2000", "los dos mil"),
        ("es", "A+", "a más"),
        ("it", "Anni 2000", "anni duemila"),
        ("it", "Dell'estate", "dell estate"),
        ("pt", "Anos 2000", "anos dois mil"),
        ("ja", "第二章", "2章"),
        ("ja", "二〇二四年", "2024年"),
        ("ja", "二千二十四年", "2024年"),
        ("ja", "ミックスツー", "みっくす2"),
        ("en", "Hits 2010 – 2019", "hits two thousand ten to two thousand nineteen"),
        ("en", "A–Z", "from a to zee"),
        ("fr", "Top 50 1984", "top cinquante mille neuf cent quatre-vingt-quatre"),
        ("fr", "Rap 2000-2010", "rap deux mille deux mille dix"),
        ("es", "Hits 2000-2010", "hits del dos mil al dos mil diez"),
        ("pt", "Top 50 1994", "top cinquenta mil novecentos e noventa e quatro"),
        ("it", "A–Z", "dalla a alla z"),
        ("ja", "2000-2010ヒット", "二千年から二千十ヒット"),
        ("es", "1er baile", "primer baile"),
    ],
)
def test_the_same_letters(language: str, one: str, other: str) -> None:
    assert normal_form(one, language).letters == normal_form(other, language).letters


@pytest.mark.parametrize(
    ("language", "text", "core"),
    [
        ("en", "my gym playlist", "gym"),
        ("en", "my playlist", "my playlist"),
        ("en", "the the", "the the"),
        ("de", "meine liste für oma", "fur oma"),
        ("es", "mi lista de verano", "verano"),
        ("fr", "la playlist d'été", "ete"),
        ("it", "la mia playlist estate", "estate"),
        ("pt", "minha playlist do zé", "ze"),
        ("ja", "私のドライブプレイリスト", "どらいぶ"),
        ("ja", "プレイリスト", "ぷれいりすと"),
        ("xx", "my gym playlist", "gym"),
    ],
)
def test_fillers_go_where_something_remains(
    language: str, text: str, core: str
) -> None:
    assert normal_form(text, language).core_words == core


def test_other_scripts_keep_their_marks() -> None:
    assert normal_form("हिंदी गाने", "hi").words == "हिंदी गाने"
    assert normal_form("ガ", "ja").letters != normal_form("カ", "ja").letters


def test_signs_that_are_a_name_are_spoken() -> None:
    spoken = normal_form("drei Fragezeichen", "de")
    assert normal_form("Die drei ???", "de").core_words == spoken.core_words
    assert normal_form("Wer war's???", "de").words == "wer wars"


def test_alphabets_are_spelt_in_latin_letters() -> None:
    assert normal_form("Ёлка", "en").words == "elka"
    assert normal_form("Любимые песни", "de").words == "lyubimye pesni"
    assert normal_form("Ελληνικά", "fr").words == "ellinika"
    assert normal_form("한국 노래", "en").words == "hanguk norae"


def test_numbers_are_counted() -> None:
    assert normal_form("Top 50 of the 90s", "en").numbers == ("50", "90")
    assert normal_form("Heart <3", "en").numbers == ()


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("vol ii", "vol 2"),
        ("xxxix", "39"),
        ("xiv", "14"),
        ("i love you", "i love you"),
        ("you and i", "you and 1"),
        ("i", "i"),
        ("mix", "mix"),
        ("volume i", "volume 1"),
        ("generation x", "generation 10"),
        ("x files", "x files"),
        ("", ""),
        ("80s", "80s"),
        ("1980s hits", "80s hits"),
        ("20 24", "2024"),
        ("182", "182"),
    ],
)
def test_numbers_as_digits(text: str, digits: str) -> None:
    assert numbers_as_digits(text, "en") == digits


@pytest.mark.parametrize(
    ("kana", "latin"),
    [
        ("ディープフォーカス", "deep focus"),
        ("ロックンロール", "rock and roll"),
        ("クリスマス", "christmas"),
        ("ロードトリップ", "road trip"),
        ("ハウスミュージック", "house music"),
    ],
)
def test_sounds_that_are_alike(kana: str, latin: str) -> None:
    assert similar_sound(in_hiragana(kana), latin) >= 90


@pytest.mark.parametrize(
    ("kana", "latin"),
    [
        ("シャワー", "summer"),
        ("ピアノ", "guitar"),
        ("カラオケ", "deep focus"),
        ("春の歌2023", "may 2023"),
        ("ア", "a"),
    ],
)
def test_sounds_that_are_not(kana: str, latin: str) -> None:
    assert similar_sound(in_hiragana(kana), latin) < 72


@pytest.mark.parametrize(
    ("text", "kana"),
    [
        ("朝の音楽", "あさのおんがく"),
        ("私の夜カフェのプレイリスト", "よるかふぇ"),
        ("勉強用bgm", "べんきょうようbgm"),
        ("プレイリスト", "ぷれいりすと"),
        ("jazz", "jazz"),
    ],
)
def test_how_japanese_is_read(text: str, kana: str) -> None:
    assert reading(text) == kana


def test_the_dictionary_is_loaded_at_the_first_kanji_of_a_japanese_listener() -> None:
    script = (
        "import sys\n"
        "from providers.name_matching.normalization import normal_form\n"
        "for name, language in (('朝', 'en'), ('ジャズ', 'ja'), ('朝', 'ja')):\n"
        "    normal_form(name, language)\n"
        "    print('sudachipy' in sys.modules)\n"
    )
    run = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert run.stdout.split() == ["False", "False", "True"]


def test_other_languages_need_no_readings() -> None:
    assert normal_form("朝の音楽", "ja").reading == "あさのおんがく"
    assert normal_form("朝の音楽", "en").reading == ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("colours", "color"),
        ("favourites", "favorite"),
        ("organised", "organized"),
        ("theatre", "theater"),
        ("parties", "party"),
        ("canciones", "cancion"),
    ],
)
def test_words_that_fold_to_one(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    ("language", "name", "spoken"),
    [
        ("en", "Hits Vol. II", "hits volume 2"),
        ("de", "Hits Vol. 2", "hits volume 2"),
        ("en", "Mambo No. 5", "mambo number 5"),
        ("en", "No Rain", None),
        ("de", "Schlager & Pop", "schlager und pop"),
        ("fr", "Rock & Folk", "rock et folk"),
        ("es", "100 %", "100 porciento"),
        ("it", "#1", "numero 1"),
        ("pt", "A+", "a mais"),
        ("en", "90s R&B <3", "90s r and b"),
        ("en", "Rain", None),
        ("ja", "Vol. 2", None),
    ],
)
def test_how_a_name_is_said(language: str, name: str, spoken: str | None) -> None:
    assert spoken_form(name.casefold(), language) == spoken


def test_what_sounds_like_a_digit() -> None:
    assert homophones("Daily Mix for", "en") == ("daily mix 4",)
    assert homophones("songs for you too", "en") == (
        "songs for you 2",
        "songs 4 you 2",
    )
    assert homophones("daily mix for", "de") == ()
    assert homophones("summer oh five", "en") == ("summer '05",)
    assert homophones("oh five", "en") == ()
    assert homophones("what an oh wow", "en") == ()


def test_nothing_but_a_filler_stays() -> None:
    assert without_japanese_fillers("りすと") == "りすと"


@given(st.text(max_size=50), st.sampled_from(["en", "de", "fr", "ja"]))
@settings(max_examples=150)
def test_any_text_has_a_stable_form(text: str, language: str) -> None:
    form = normal_form(text, language)
    assert form.letters == form.words.replace(" ", "")
    assert form.words == " ".join(form.words.split())
    assert bool(form.core_words) == bool(form.words)


@pytest.mark.parametrize("unit", ["one ", "ﷺ", "ß", "< ", "İ", "あ", "a "])
@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_name_is_cut_before_anything_reads_or_keeps_it(
    unit: str, language: str
) -> None:
    name = unit * 50_000
    form = normal_form(name, language)
    assert form is normal_form(name[:LONGEST_NAME], language)
    assert len(form.words) <= 2 * LONGEST_NAME
    assert len(form.letters) <= 2 * LONGEST_NAME


def test_what_can_be_said_is_not_cut() -> None:
    longest = "long " * 30
    assert len(longest) > HEARD_LIMIT
    assert normal_form(longest, "en").words == longest.strip()
