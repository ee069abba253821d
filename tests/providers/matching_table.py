"""Spoken forms held against nasty names: how many are understood, how many wrongly.

python -m tests.providers.matching_table
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass

from providers.name_matching.matcher import Decision, Verdict, decide

NAMES = (
    "Deep Focus", "Deep Focus Classical", "Discover Weekly", "Release Radar",
    "Daily Mix 1", "Daily Mix 2", "Daily Mix 3", "On Repeat",
    "90s R&B <3", "'80s Synthwave", "Best of 2023", "Best of 2024",
    "M.I.A. & Friends", "A$AP & P!nk", "Blink-182", "Rock 'n' Roll",
    "Top 50 – Global", "Café del Mar ☕", "Motörhead!!!", "Beyoncé – Best Of",
    "Rocky III", "Final Fantasy VII OST", "Vol. II", "Sigur Rós / Björk",
    "lofi hip hop 📚", "Lo-Fi Beats", "Workout", "WORKOUT 2",
    "My Playlist", "the the", "Gym 💪", "Songs w/ Anna",
    "🎸🔥", "Summer", "Summer 2019", "Road Trip (2018-2020)",
    "Größte Hits der 80er", "Für Oma", "Grillen mit Freunden", "Schlager & Stimmung",
    "Éxitos de los 90", "Música para cocinar", "Canciones de mamá",
    "Soirée d'été", "Années 80", "Chansons françaises",
    "Anni '60", "Musica per studiare", "Churrasco do Zé", "Sertanejo Raiz",
    "朝の音楽", "ドライブ用", "ジブリ", "J-Rock",
    "Party Mix", "Chill Out", "Rainy Day Jazz", "Guitar Solos",
    "Night Drive", "हिंदी गाने",
    # Volumes, parts, numbers, signs.
    "Hip Hop Classics Vol. 2", "Hip Hop Classics Vol. 3", "Mambo No. 5", "#1 Hits",
    "100 % Energy", "A+ Students", "½ Marathon", "Summer Jams Pt. 3", "Chapter IV",
    "Season 2 Soundtrack", "Love Songs 4 You", "Top 2000", "v2.0 Beats",
    # Abbreviations.
    "St. Patrick's Day", "Dr. Feelgood", "Rock vs. Metal", "Calvin feat. Rihanna",
    "DnB Bangers", "Xmas 2022", "Mr. Blue Sky", "Bday Bash", "Sat Nite Fever",
    # Decades, years and dates.
    "2000s Throwback", "2010s Indie", "Sommer '23", "May 2024", "1984",
    # Families, long names, other orders.
    "Morning Coffee & Calm Piano for Sundays", "Family Trip 2026",
    "Deep Sleep", "Running Songs", "Favourite Colours", "Chiiill Vibes", "F**k It",
    "🔥 Fire 🔥 Hits", "Rock Ballads", "Kids' Party", "Dad's Garage Rock", "AC/DC",
    # Other languages.
    "Teil 3: Die Rückkehr", "Lieder für unterwegs", "Nullerjahre", "Doktor Schlager",
    "Années 2000", "L'heure du thé", "Numéro 1", "Rock et Folk", "Chanson d'amour",
    "Años 2000", "Cumbia y Salsa", "Boleros Volumen 2", "Cena para dos",
    "Anni 2000", "Dell'estate", "Cantautori e poeti",
    "Anos 2000", "Forró & Axé", "Músicas pra ninar", "Parte 2",
    "家族の旅行２０２６", "夜カフェ", "雨の日のジャズ", "平成アニソン", "第二章",
    "90年代J-POP", "カラオケ十八番", "勉強用BGM",
)  # fmt: skip

HEARD: dict[str, dict[str, str | None]] = {
    "en": {
        "deep focus": "Deep Focus",
        "my deep focus playlist": "Deep Focus",
        "deep focus classical": "Deep Focus Classical",
        "deep focus classic": "Deep Focus Classical",
        "discover weekly": "Discover Weekly",
        "discovery weekly": "Discover Weekly",
        "release radar": "Release Radar",
        "daily mix one": "Daily Mix 1",
        "daily mix two": "Daily Mix 2",
        "the daily mix three": "Daily Mix 3",
        "on repeat": "On Repeat",
        "nineties r and b": "90s R&B <3",
        "nineties r. and b.": "90s R&B <3",
        "eighties synthwave": "'80s Synthwave",
        "eighties synth wave": "'80s Synthwave",
        "best of twenty twenty three": "Best of 2023",
        "best of two thousand twenty four": "Best of 2024",
        "the best of 2024": "Best of 2024",
        "m. i. a. and friends": "M.I.A. & Friends",
        "mia and friends": "M.I.A. & Friends",
        "asap and pink": "A$AP & P!nk",
        "blink one eighty two": "Blink-182",
        "blink 182": "Blink-182",
        "rock and roll": "Rock 'n' Roll",
        "rock n roll": "Rock 'n' Roll",
        "top fifty global": "Top 50 – Global",
        "cafe del mar": "Café del Mar ☕",
        "motorhead": "Motörhead!!!",
        "motor head": "Motörhead!!!",
        "beyonce best of": "Beyoncé – Best Of",
        "best of beyonce": "Beyoncé – Best Of",
        "rocky three": "Rocky III",
        "final fantasy seven": "Final Fantasy VII OST",
        "final fantasy seven o. s. t.": "Final Fantasy VII OST",
        "vol two": "Vol. II",
        "sigur ros bjork": "Sigur Rós / Björk",
        "lo fi hip hop": "lofi hip hop 📚",
        "lofi hiphop": "lofi hip hop 📚",
        "lofi beats": "Lo-Fi Beats",
        "low fi beats": "Lo-Fi Beats",
        "workout": "Workout",
        "work out": "Workout",
        "work out two": "WORKOUT 2",
        "my playlist": "My Playlist",
        "the the": "the the",
        "gym": "Gym 💪",
        "the gym playlist": "Gym 💪",
        "songs with anna": "Songs w/ Anna",
        "songs with hannah": "Songs w/ Anna",
        "summer": "Summer",
        "summer twenty nineteen": "Summer 2019",
        "road trip": "Road Trip (2018-2020)",
        "party mix": "Party Mix",
        "chillout": "Chill Out",
        "rainy day jazz": "Rainy Day Jazz",
        "jazz for a rainy day": "Rainy Day Jazz",
        "guitar solo": "Guitar Solos",
        "night drive": "Night Drive",
        "j. rock": "J-Rock",
        "daily mix seven": None,
        "best of twenty twenty one": None,
        "purple elephants": None,
        "death metal": None,
        "rocky": "Rocky III",
        "morning coffee": "Morning Coffee & Calm Piano for Sundays",
        "focus group": None,
        "the weather": None,
        "gin": None,
        "winter": None,
        "work": None,
        "blink one eighty three": None,
        "nine inch nails": None,
        "sinner": None,
        "right drive": "Night Drive",
        "hip hop classics volume two": "Hip Hop Classics Vol. 2",
        "hip hop classics volume three": "Hip Hop Classics Vol. 3",
        "hip hop classics volume 2": "Hip Hop Classics Vol. 2",
        "hip-hop classics part two": None,
        "hip hop classics volume four": None,
        "mambo number five": "Mambo No. 5",
        "mambo number six": None,
        "number one hits": "#1 Hits",
        "number 1 hits": "#1 Hits",
        "one hundred percent energy": "100 % Energy",
        "hundred percent energy": "100 % Energy",
        "a plus students": "A+ Students",
        "half marathon": "½ Marathon",
        "summer jams part three": "Summer Jams Pt. 3",
        "summer jams part four": None,
        "chapter four": "Chapter IV",
        "chapter five": None,
        "season two soundtrack": "Season 2 Soundtrack",
        "season three soundtrack": None,
        "love songs for you": "Love Songs 4 You",
        "top two thousand": "Top 2000",
        "version two point oh beats": "v2.0 Beats",
        "saint patrick's day": "St. Patrick's Day",
        "st patricks day": "St. Patrick's Day",
        "doctor feelgood": "Dr. Feelgood",
        "doctor feel good": "Dr. Feelgood",
        "rock versus metal": "Rock vs. Metal",
        "calvin featuring rihanna": "Calvin feat. Rihanna",
        "drum and bass bangers": "DnB Bangers",
        "d. n. b. bangers": "DnB Bangers",
        "christmas twenty twenty two": "Xmas 2022",
        "christmas twenty twenty three": None,
        "mister blue sky": "Mr. Blue Sky",
        "birthday bash": "Bday Bash",
        "saturday night fever": "Sat Nite Fever",
        "noughties throwback": "2000s Throwback",
        "two thousands throwback": "2000s Throwback",
        "the two thousands throwback playlist": "2000s Throwback",
        "twenty tens indie": "2010s Indie",
        "nineties indie": None,
        "sommer twenty three": "Sommer '23",
        "may twenty twenty four": "May 2024",
        "may twenty twenty five": None,
        "nineteen eighty four": "1984",
        "daily mix for": None,
        "daily mix too": "Daily Mix 2",
        "daily mix to": "Daily Mix 2",
        "morning coffee and calm piano": "Morning Coffee & Calm Piano for Sundays",
        "family trip": "Family Trip 2026",
        "family trip twenty twenty five": None,
        "the sleep one": "Deep Sleep",
        "the synthwave one": "'80s Synthwave",
        "songs for running": "Running Songs",
        "favorite colors": "Favourite Colours",
        "chill vibes": "Chiiill Vibes",
        "fuck it": "F**k It",
        "fire hits": "🔥 Fire 🔥 Hits",
        "rock ballad": "Rock Ballads",
        "ballads rock": "Rock Ballads",
        "kids party": "Kids' Party",
        "kid's party": "Kids' Party",
        "dads garage rock": "Dad's Garage Rock",
        "a. c. d. c.": "AC/DC",
        "the quick brown fox": None,
        "polka": None,
        "mambo": "Mambo No. 5",
        "deep house": None,
        "night shift": None,
        "summer breeze": None,
        "rock concerto": None,
        "calm waters": None,
        "the purple one": None,
        "number nine hits": None,
    },
    "de": {
        "größte hits der achtziger": "Größte Hits der 80er",
        "grösste hits der 80er": "Größte Hits der 80er",
        "die größten hits der achtziger": "Größte Hits der 80er",
        "für oma": "Für Oma",
        "meine playlist für oma": "Für Oma",
        "grillen mit freunden": "Grillen mit Freunden",
        "schlager und stimmung": "Schlager & Stimmung",
        "top fünfzig global": "Top 50 – Global",
        "deep focus": "Deep Focus",
        "best of zweitausendvierundzwanzig": "Best of 2024",
        "songs mit anna": "Songs w/ Anna",
        "daily mix drei": "Daily Mix 3",
        "rocky drei": "Rocky III",
        "rock and roll": "Rock 'n' Roll",
        "teil drei die rückkehr": "Teil 3: Die Rückkehr",
        "teil vier die rückkehr": None,
        "lieder für unterwegs": "Lieder für unterwegs",
        "die lieder für unterwegs": "Lieder für unterwegs",
        "zweitausender": "Nullerjahre",
        "die nuller jahre": "Nullerjahre",
        "dr. schlager": "Doktor Schlager",
        "hip hop classics volume zwei": "Hip Hop Classics Vol. 2",
        "mambo nummer fünf": "Mambo No. 5",
        "hundert prozent energy": "100 % Energy",
        "halb marathon": "½ Marathon",
        "sommer dreiundzwanzig": "Sommer '23",
        "sommer zweitausenddreiundzwanzig": "Sommer '23",
        "daily mix sieben": None,
        "neunzehnhundertvierundachtzig": "1984",
        "die mit freunden": "Grillen mit Freunden",
        "gitarre und bass": None,
        "kochen mit opa": None,
        "beste hits der siebziger": None,
    },
    "es": {
        "éxitos de los noventa": "Éxitos de los 90",
        "los éxitos de los noventa": "Éxitos de los 90",
        "música para cocinar": "Música para cocinar",
        "canciones de mama": "Canciones de mamá",
        "mi lista canciones de mamá": "Canciones de mamá",
        "daily mix dos": "Daily Mix 2",
        "lo mejor del verano": None,
        "los dos mil": "Años 2000",
        "años dos mil": "Años 2000",
        "cumbia e salsa": "Cumbia y Salsa",
        "salsa y cumbia": "Cumbia y Salsa",
        "boleros volumen dos": "Boleros Volumen 2",
        "boleros volumen tres": None,
        "cena para dos": "Cena para dos",
        "mambo número cinco": "Mambo No. 5",
        "cien por ciento energy": "100 % Energy",
        "la de cocinar": "Música para cocinar",
        "mi lista de canciones de mamá": "Canciones de mamá",
        "canciones de papá": None,
        "éxitos de los setenta": None,
        "café del mar": "Café del Mar ☕",
    },
    "fr": {
        "soirée d'été": "Soirée d'été",
        "soiree d ete": "Soirée d'été",
        "années quatre vingt": "Années 80",
        "les années 80": "Années 80",
        "chansons françaises": "Chansons françaises",
        "ma playlist chansons françaises": "Chansons françaises",
        "daily mix trois": "Daily Mix 3",
        "musique du matin": None,
        "années deux mille": "Années 2000",
        "les années deux mille": "Années 2000",
        "heure du thé": "L'heure du thé",
        "l'heure du thé": "L'heure du thé",
        "numéro un": "Numéro 1",
        "numéro deux": None,
        "rock & folk": "Rock et Folk",
        "chansons d'amour": "Chanson d'amour",
        "celle de l'amour": "Chanson d'amour",
        "mambo numéro cinq": "Mambo No. 5",
        "années soixante dix": None,
    },
    "it": {
        "anni sessanta": "Anni '60",
        "gli anni sessanta": "Anni '60",
        "musica per studiare": "Musica per studiare",
        "la mia playlist musica per studiare": "Musica per studiare",
        "musica per dormire": None,
        "anni duemila": "Anni 2000",
        "gli anni duemila": "Anni 2000",
        "estate": "Dell'estate",
        "dell'estate": "Dell'estate",
        "cantautori poeti": "Cantautori e poeti",
        "quella per studiare": "Musica per studiare",
        "mambo numero cinque": "Mambo No. 5",
        "mambo numero sei": None,
        "anni novanta": None,
    },
    "pt": {
        "churrasco do zé": "Churrasco do Zé",
        "churrasco do ze": "Churrasco do Zé",
        "sertanejo raiz": "Sertanejo Raiz",
        "minha playlist sertanejo raiz": "Sertanejo Raiz",
        "daily mix dois": "Daily Mix 2",
        "samba de roda": None,
        "anos dois mil": "Anos 2000",
        "forró e axé": "Forró & Axé",
        "axé e forró": "Forró & Axé",
        "música pra ninar": "Músicas pra ninar",
        "músicas para ninar": "Músicas pra ninar",
        "a de ninar": "Músicas pra ninar",
        "parte dois": "Parte 2",
        "parte três": None,
        "mambo número cinco": "Mambo No. 5",
    },
    "ja": {
        "ディープフォーカス": "Deep Focus",
        "チルアウト": "Chill Out",
        "パーティーミックス": "Party Mix",
        "レイニーデイジャズ": "Rainy Day Jazz",
        "ギターソロ": "Guitar Solos",
        "ナイトドライブ": "Night Drive",
        "ディスカバーウィークリー": "Discover Weekly",
        "リリースレーダー": "Release Radar",
        "ロックンロール": "Rock 'n' Roll",
        "ワークアウト": "Workout",
        "オンリピート": "On Repeat",
        "トップ50グローバル": "Top 50 – Global",
        "ローファイビーツ": "Lo-Fi Beats",
        "サマー": "Summer",
        "モーターヘッド": "Motörhead!!!",
        "ブリンク182": "Blink-182",
        "朝の音楽": "朝の音楽",
        "朝の音楽のプレイリスト": "朝の音楽",
        "ドライブ用": "ドライブ用",
        "ドライブ用プレイリスト": "ドライブ用",
        "じぶり": "ジブリ",
        "夜の散歩": None,
        "家族の旅行": "家族の旅行２０２６",
        "家族の旅行2026": "家族の旅行２０２６",
        "家族の旅行2025": None,
        "かぞくのりょこう": "家族の旅行２０２６",
        "よるカフェ": "夜カフェ",
        "ヨルカフェ": "夜カフェ",
        "雨の日のジャズ": "雨の日のジャズ",
        "あめのひのジャズ": "雨の日のジャズ",
        "へいせいアニソン": "平成アニソン",
        "アニソン": "平成アニソン",
        "第2章": "第二章",
        "だいにしょう": "第二章",
        "第3章": None,
        "90年代jポップ": "90年代J-POP",
        "べんきょうようbgm": "勉強用BGM",
        "勉強用": "勉強用BGM",
        "デイリーミックス3": "Daily Mix 3",
        "デイリーミックス7": None,
        "昭和歌謡": None,
        "子守唄": None,
        "クリスマスソング": None,
        "シャワー": None,
    },
    "hi": {
        "हिंदी गाने": "हिंदी गाने",
        "पुराने गीत": None,
    },
}


@dataclass(frozen=True)
class Row:
    """One spoken form, the name it stands for (None: no such), and what was decided."""

    language: str
    heard: str
    meant: str | None
    decision: Decision

    @property
    def chosen(self) -> tuple[str, ...]:
        return tuple(NAMES[match.index] for match in self.decision.matches)

    @property
    def right(self) -> bool:
        """Found or asked about; where there is no such name, nothing was opened."""
        if self.meant is None:
            return self.decision.verdict is not Verdict.ACT
        return self.meant in self.chosen

    @property
    def at_once(self) -> bool:
        """The right name, without asking back."""
        return self.decision.verdict is Verdict.ACT and self.chosen == (self.meant,)

    @property
    def false_accept(self) -> bool:
        """Another playlist than the one that was meant, opened without asking."""
        return self.decision.verdict is Verdict.ACT and self.chosen != (self.meant,)


def rows() -> Iterator[Row]:
    for language, spoken in HEARD.items():
        for heard, meant in spoken.items():
            yield Row(language, heard, meant, decide(heard, NAMES, language=language))


def report() -> str:
    """The table: what went otherwise than at once, then the counts."""
    table = list(rows())
    lines = [f"{len(table)} spoken forms against {len(NAMES)} names"]
    for row in table:
        if not row.at_once and (row.meant or row.decision.verdict is Verdict.ACT):
            found = " / ".join(row.chosen) or "-"
            verdict, best = row.decision.verdict.value, row.decision.best
            lines.append(
                f"{row.language}  {row.heard!r} means {row.meant!r}: "
                f"{verdict} {found} ({best:.0f})"
            )
    for language in HEARD:
        ours = [row for row in table if row.language == language]
        lines.append(f"{language}: {_counts(ours)}")
    lines.append(f"all: {_counts(table)}")
    return "\n".join(lines)


def _counts(table: list[Row]) -> str:
    right, wrong = sum(r.right for r in table), sum(r.false_accept for r in table)
    named = [row for row in table if row.meant]
    at_once = sum(row.at_once for row in named)
    return (
        f"{right}/{len(table)} right ({right / len(table):.1%}), "
        f"{at_once}/{len(named)} at once, {wrong} false accepts"
    )


if __name__ == "__main__":
    sys.stdout.write(report() + "\n")
