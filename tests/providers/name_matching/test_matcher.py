"""Which name is meant: sure, unsure, unknown."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from providers.name_matching.japanese import has_kana
from providers.name_matching.matcher import Verdict, answer, decide, described
from providers.name_matching.normalization import normal_form
from providers.name_matching.similarity import contains
from tests.providers import matching_table
from tests.providers.matching_table import HEARD, NAMES, Row

pytestmark = pytest.mark.no_cover


@pytest.fixture(scope="module")
def table() -> list[Row]:
    return list(matching_table.rows())


def test_the_table_is_large_and_speaks_every_language() -> None:
    assert sum(map(len, HEARD.values())) >= 120
    assert len(set(NAMES)) >= 60
    assert set(HEARD) >= {"en", "de", "es", "fr", "it", "pt", "ja"}
    katakana = [h for h, name in HEARD["ja"].items() if has_kana(h) and name]
    assert len([h for h in katakana if not has_kana(str(HEARD["ja"][h]))]) >= 15
    assert {n for spoken in HEARD.values() for n in spoken.values() if n} <= set(NAMES)


def test_at_least_nine_in_ten_are_right(table: list[Row]) -> None:
    assert sum(row.right for row in table) / len(table) >= 0.9


def test_nothing_is_opened_that_was_not_meant(table: list[Row]) -> None:
    assert [row for row in table if row.false_accept] == []


def test_where_the_one_that_is_meant_is_missing_only_one_with_its_words_is_opened() -> (
    None
):
    for language, spoken in HEARD.items():
        for heard, meant in spoken.items():
            others = [name for name in NAMES if name != meant]
            decision = decide(heard, others, language=language)
            if decision.verdict is Verdict.ACT:
                opened = normal_form(others[decision.matches[0].index], language)
                assert contains(opened, normal_form(heard, language)), (language, heard)


def test_most_are_found_at_once(table: list[Row]) -> None:
    named = [row for row in table if row.meant]
    assert sum(row.at_once for row in named) / len(named) >= 0.85


def test_the_report_counts() -> None:
    report = matching_table.report()
    assert "0 false accepts" in report.splitlines()[-1]
    assert "means 'Summer': ask Summer" in report


@pytest.mark.parametrize(
    ("heard", "names", "verdict", "chosen"),
    [
        ("rain", ["Rain", "Train"], Verdict.ACT, [0]),
        ("morning fun", ["Morning Run", "Morning Sun"], Verdict.ASK, [0, 1]),
        ("best of folk classics", ["Best of Rock Classics"], Verdict.OFFER, []),
        ("songs for mum", ["Songs for Dad"], Verdict.OFFER, []),
        ("summer 2018", ["Summer 2019"], Verdict.OFFER, []),
        ("summer 19", ["Summer 2018", "Summer 2019"], Verdict.ACT, [1]),
        ("summer hits", ["Summer Hits 2019", "Winter Hits"], Verdict.ACT, [0]),
        ("summer hits", ["Summer Hits 1", "Summer Hits 2"], Verdict.ASK, [0, 1]),
        ("daily mix", [f"Daily Mix {n}" for n in range(1, 7)], Verdict.ASK, range(6)),
        ("daily mix for", ["Daily Mix 3", "Daily Mix 4"], Verdict.ACT, [1]),
        (
            "songs for the road",
            ["Songs for the Road", "Songs 4 the Road"],
            Verdict.ACT,
            [0],
        ),
        ("calm evening jazz", ["Evening Jazz", "Rock"], Verdict.ASK, [0]),
        ("hits volume two", ["Hits Pt. 2", "Hits Vol. 3"], Verdict.ASK, [0]),
        ("the sleep one", ["Deep Sleep", "Slow Jams", "Rock"], Verdict.ACT, [0]),
        ("the sleep one", ["Deep Sleep", "Sleep Well"], Verdict.ASK, [1, 0]),
        ("the one with guitars", ["Guitar Solos", "Piano"], Verdict.ACT, [0]),
        ("party", ["Party Mix"], Verdict.ACT, [0]),
        ("party", ["Party Mix", "Kids' Party"], Verdict.ASK, [0, 1]),
        ("songs", ["Songs for Later"], Verdict.ASK, [0]),
        ("sad girl autumn", ["Sad Girl Autumn feat. Phoebe"], Verdict.ACT, [0]),
        ("mix four", ["Running Mix Vol. 4"], Verdict.ASK, [0]),
        ("top songs 2023", ["Your Top Songs 2023"], Verdict.ACT, [0]),
        ("season three", ["Season 1 Episode 3"], Verdict.ASK, [0]),
        ("my playlist number one", ["My Playlist #7"], Verdict.OFFER, []),
        ("march", ["Café del Mar"], Verdict.OFFER, []),
        ("march twenty twenty", ["Mar. 2020", "May 2020"], Verdict.ACT, [0]),
        ("road trip", ["Road Trip 2019", "Road Trip Songs"], Verdict.ASK, [0, 1]),
        ("like day", ["Leg Day", "Rain"], Verdict.ASK, [0]),
        ("the playlist called deep sleep", ["Deep Sleep"], Verdict.ACT, [0]),
        ("daily mix", ["Daily Mix 1", "Daily Mix 2"], Verdict.ASK, [0, 1]),
        ("workout 3", ["Workout 1", "Workout 2"], Verdict.OFFER, []),
        ("elephants", ["Rain", "Train"], Verdict.OFFER, []),
        ("!!!", ["!!!", "Rain"], Verdict.OFFER, []),
        ("", ["Rain"], Verdict.OFFER, []),
        ("rain", [], Verdict.OFFER, []),
        ("the playlist", ["The Playlist", "My Playlist"], Verdict.ACT, [0]),
        ("x" * 500, ["Rain"], Verdict.OFFER, []),
        ("commute", ["Commute (AM)", "Commute (PM)"], Verdict.ASK, [0, 1]),
        ("workout", ["Workout A", "Workout B"], Verdict.ASK, [0, 1]),
        ("workout b", ["Workout A", "Workout B"], Verdict.ACT, [1]),
        ("workout c", ["Workout A", "Workout B"], Verdict.OFFER, []),
        (
            "the wedding one",
            ["Wedding – Ceremony", "Wedding – First Dance"],
            Verdict.ASK,
            [1, 0],
        ),
        ("garden of", ["Garden", "Garden of Eden"], Verdict.ACT, [1]),
        ("garden of", ["Garden of Eden", "Garden of Love"], Verdict.ASK, [0, 1]),
        ("garden of", ["Garden", "Rain"], Verdict.ACT, [0]),
        ("songs of", ["Songs of", "Songs of Rain"], Verdict.ACT, [0]),
        ("divorce julie and marc", ["Mariage Julie & Marc"], Verdict.OFFER, []),
        ("martes", ["Café del Mar"], Verdict.OFFER, []),
        ("sunday", ["Sun & Moon"], Verdict.OFFER, []),
        (
            "monday morning coffee songs",
            ["Sunday Morning Coffee Songs"],
            Verdict.ASK,
            [0],
        ),
        (
            "sundae morning coffee songs",
            ["Sunday Morning Coffee Songs"],
            Verdict.ACT,
            [0],
        ),
    ],
)
def test_decisions(
    heard: str, names: list[str], verdict: Verdict, chosen: Sequence[int]
) -> None:
    decision = decide(heard, names, language="en")
    assert decision.verdict is verdict
    assert [match.index for match in decision.matches] == list(chosen)


@pytest.mark.parametrize(
    ("language", "heard", "name", "verdict"),
    [
        ("de", "grill party", "Grillparty mit d. Nachbarn", Verdict.ACT),
        ("de", "ballermann sex", "Ballermann 6", Verdict.ACT),
        ("de", "november zweitausendzwanzig", "Nov. 2020", Verdict.ACT),
        ("de", "laufen fünf kilometer", "Laufen 5 km", Verdict.ACT),
        ("de", "anderthalb stunden yoga", "1,5 Std. Yoga", Verdict.ACT),
        ("de", "sankt pauli abend", "St. Pauli Abend", Verdict.ACT),
        ("de", "sommer null fünf", "Sommer '05", Verdict.ACT),
        ("en", "summer oh five", "Summer '05", Verdict.ACT),
        ("es", "verano cero nueve", "Verano '09", Verdict.ACT),
        ("it", "estate zero sette", "Estate '07", Verdict.ACT),
        ("fr", "été zéro huit", "Été '08", Verdict.ACT),
        ("fr", "rap français", "Rap FR", Verdict.ACT),
        ("fr", "manège du dimanche", "Ménage du dimanche", Verdict.ASK),
        ("it", "canzoni per dormire", "Canzoni x dormire", Verdict.ACT),
        ("es", "cumpleaños de abuela", "Cumple de Abuela (80 años)", Verdict.ACT),
        ("es", "años cuarenta", "Los 40 Clásicos", Verdict.OFFER),
        ("pt", "fim de semana", "FDS", Verdict.ACT),
        ("pt", "bahia dezembro dois mil e vinte", "Bahia dez. 2020", Verdict.ACT),
        ("pt", "dez músicas", "10 músicas", Verdict.ACT),
        ("ja", "旅行二千二十三京都", "旅行2023京都", Verdict.ACT),
        ("ja", "懐メロボリュームワン", "懐メロ Vol.1", Verdict.ACT),
        ("ja", "作業用ビージーエム", "作業用BGM", Verdict.ACT),
        ("ja", "よねづけんし", "米津玄師", Verdict.ACT),
        ("ja", "ナンバーワンヒッツ", "No.1ヒッツ", Verdict.ACT),
        ("ja", "クリスマスパーティー", "Xmasパーティー 🎄", Verdict.ACT),
        ("ja", "ドラムンベース", "DnB", Verdict.ACT),
        ("ja", "二次会のやつ", "2次会 2025", Verdict.ASK),
        ("ja", "お母さんが好きな曲", "お母さんの好きな曲", Verdict.ACT),
        ("ja", "ヨアソビ", "YOASOBI & Ado", Verdict.ASK),
        ("ja", "ヨルシカ", "YOASOBI & Ado", Verdict.OFFER),
        ("en", "later gators", "L8r Gators", Verdict.ACT),
        ("en", "bee four bed", "B4 Bed", Verdict.ACT),
        ("en", "skater boy", "Sk8er Boi", Verdict.ACT),
        ("de", "achtung ohrwurm", "8ung Ohrwurm", Verdict.ACT),
        ("de", "zu zweit", "Zu 2t", Verdict.ACT),
        ("fr", "demain je m'y mets", "2main je m'y mets", Verdict.ACT),
        ("fr", "cassette de papa", "K7 de papa", Verdict.ACT),
        ("fr", "sans prise de tête", "100 prise de tête", Verdict.ACT),
        ("es", "siempre juntos", "100pre juntos", Verdict.ACT),
        ("it", "ci sei", "C6?", Verdict.ACT),
        ("pt", "sem noção", "100 noção", Verdict.ACT),
        ("pt", "bom demais", "Bom d+", Verdict.ACT),
        ("ja", "よろしくソング", "4649ソング", Verdict.ACT),
        ("ja", "サンキューの日", "39の日", Verdict.ACT),
        ("ja", "第一賞", "第1章", Verdict.ACT),
        ("ja", "ふじいかぜ", "藤井風", Verdict.ACT),
        ("ja", "父のおはこ", "父の十八番", Verdict.ACT),
        ("ja", "父の18番", "父の十八番", Verdict.ACT),
        ("ja", "ドラクエアンドエフエフ", "ドラクエ&FF", Verdict.ACT),
        ("ja", "猫と犬", "猫&犬", Verdict.ACT),
        ("ja", "帰りの通勤", "通勤(帰り)", Verdict.ACT),
        ("ja", "2023年のロッキン", "ロッキン2023", Verdict.ACT),
        ("ja", "朝準備", "朝の準備", Verdict.ACT),
        ("ja", "春の", "春の海", Verdict.ACT),
        ("en", "mount washington hike", "Mt. Washington Hike", Verdict.ACT),
        ("en", "fort worth country", "Ft. Worth Country", Verdict.ACT),
        ("en", "drake featuring rihanna", "Drake ft. Rihanna", Verdict.ACT),
        ("en", "abba plus friends", "ABBA + Friends", Verdict.ACT),
        ("en", "abba and friends", "ABBA + Friends", Verdict.ACT),
        ("de", "köln hauptbahnhof", "Köln Hbf", Verdict.ACT),
        ("de", "musik circa eine stunde", "Musik ca. 1 Std.", Verdict.ACT),
        ("fr", "monsieur et madame disco", "M. et Mme Disco", Verdict.ACT),
        ("es", "feliz día de la madre", "Feliz día del padre", Verdict.ASK),
        ("en", "boys to men", "Boyz II Men", Verdict.ACT),
        ("en", "week two", "Wk 2", Verdict.ACT),
        ("de", "klasse drei a", "Klasse 3a", Verdict.ACT),
        ("de", "klasse drei c", "Klasse 3a", Verdict.OFFER),
        ("it", "prima media", "1a media", Verdict.ACT),
        ("de", "heiligabend", "Hl. Abend", Verdict.ACT),
        ("ja", "三月九日", "3月9日", Verdict.ACT),
        ("ja", "三百六十五日", "365日", Verdict.ACT),
        ("ja", "エーケービーフォーティーエイト", "AKB48", Verdict.ACT),
        ("fr", "mylène farmer", "Mylène F.", Verdict.ASK),
        ("fr", "natation mille mètres", "Natation 1000 m", Verdict.ACT),
        ("de", "schwimmen tausend meter", "Schwimmen 1000 m", Verdict.ACT),
        ("it", "edizione limitata", "Ed. limitata", Verdict.ACT),
        ("it", "quella dell'addio", "Addio – cena", Verdict.ACT),
        ("pt", "seu madruga", "Sr. Madruga", Verdict.ACT),
        ("ja", "水泳五百メートル", "水泳500m", Verdict.ACT),
        ("ja", "ドリカム", "DREAMS COME TRUE", Verdict.ASK),
        ("ja", "セカオワ", "SEKAI NO OWARI", Verdict.ASK),
        ("ja", "アジカン", "ASIAN KUNG-FU GENERATION", Verdict.ASK),
        ("ja", "マジカル", "ASIAN KUNG-FU GENERATION", Verdict.OFFER),
        ("es", "tú más yo", "Tú + yo", Verdict.ACT),
        ("it", "fratelli rossi", "F.lli Rossi", Verdict.ACT),
        ("pt", "parque ibirapuera", "Pq. Ibirapuera", Verdict.ACT),
        ("pt", "porque sim", "Pq sim", Verdict.ACT),
        ("en", "beatles a to zed", "Beatles A–Z", Verdict.ACT),
        ("de", "queen a bis z", "Queen A–Z", Verdict.ACT),
        ("en", "symphonies one through nine", "Symphonies 1-9", Verdict.ACT),
        ("de", "die vom geburtstag", "Geburtstag Opa", Verdict.ACT),
    ],
)
def test_how_a_name_is_said_in_other_languages(
    language: str, heard: str, name: str, verdict: Verdict
) -> None:
    assert decide(heard, [name, "Rain"], language=language).verdict is verdict


def test_namesakes_are_asked_about_the_favoured_one_first() -> None:
    names = ["Summer", "SUMMER!", "Rain", "Summer"]
    decision = decide("summer", names, language="en", favoured={3})
    assert decision.verdict is Verdict.ASK
    assert [match.index for match in decision.matches] == [3, 0, 1]


def test_of_names_with_one_meaning_the_likest_spelling_is_meant() -> None:
    names = ["Nullerjahre", "Années 2000", "Vol. II", "Volume 2"]
    assert decide("années deux mille", names, language="fr").matches[0].index == 1
    assert decide("volume two", names, language="en").matches[0].index == 3
    assert decide("two thousands", names, language="en").verdict is Verdict.ASK


@pytest.mark.parametrize(
    ("language", "heard", "described_as"),
    [
        ("en", "the nineties one", "nineties"),
        ("en", "the one with Anna", "anna"),
        ("de", "die für oma", "oma"),
        ("es", "la de los noventa", "noventa"),
        ("fr", "celle de l'été", "l'été"),
        ("it", "quella degli anni novanta", "anni novanta"),
        ("pt", "a dos anos noventa", "anos noventa"),
        ("ja", "睡眠のやつ", "睡眠"),
        ("en", "the nineties", None),
        ("xx", "the nineties one", None),
    ],
)
def test_descriptions(language: str, heard: str, described_as: str | None) -> None:
    assert described(heard, language) == described_as


@pytest.mark.parametrize(
    ("heard", "bucket"),
    [("rain", "90-100"), ("rainy", "80-90"), ("purple", "0-10"), ("", "0-10")],
)
def test_the_bucket_tells_no_name(heard: str, bucket: str) -> None:
    assert decide(heard, ["Rain"], language="en").bucket == bucket


@pytest.mark.parametrize(
    ("heard", "chosen"),
    [
        ("sun", 1),
        ("the run one", 0),
        ("morning sun", 1),
        ("mornin sunn", 1),
        ("morning", None),
        ("evening", None),
        ("", None),
    ],
)
def test_answers_to_a_question(heard: str, chosen: int | None) -> None:
    names = ["Morning Run", "Morning Sun"]
    assert answer(heard, names, language="en") == chosen


def test_an_answer_among_no_names() -> None:
    assert answer("sun", [], language="en") is None


names = st.lists(st.text(max_size=30), max_size=8)


@given(st.text(max_size=60), names, st.sampled_from(["en", "de", "ja", "hi", "xx"]))
@settings(max_examples=150)
def test_any_text_is_decided(heard: str, names: list[str], language: str) -> None:
    decision = decide(heard, names, language=language)
    assert all(0 <= match.index < len(names) for match in decision.matches)
    assert 0 <= decision.best <= 100
    assert (decision.verdict is Verdict.OFFER) == (decision.matches == ())


@given(st.sampled_from(NAMES), st.sampled_from(["en", "de", "es", "fr", "it", "pt"]))
@settings(max_examples=100)
def test_a_name_said_as_it_is_written_is_found(name: str, language: str) -> None:
    decision = decide(name, NAMES, language=language)
    if name == "🎸🔥":
        assert decision.verdict is Verdict.OFFER
    else:
        assert decision.verdict is Verdict.ACT
        assert NAMES[decision.matches[0].index] == name
