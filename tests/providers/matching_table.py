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
        "morning coffee": None,
        "focus group": None,
        "the weather": None,
        "gin": None,
        "winter": None,
        "work": None,
        "blink one eighty three": None,
        "nine inch nails": None,
        "sinner": None,
        "right drive": "Night Drive",
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
        "années soixante dix": None,
    },
    "it": {
        "anni sessanta": "Anni '60",
        "gli anni sessanta": "Anni '60",
        "musica per studiare": "Musica per studiare",
        "la mia playlist musica per studiare": "Musica per studiare",
        "musica per dormire": None,
        "anni novanta": None,
    },
    "pt": {
        "churrasco do zé": "Churrasco do Zé",
        "churrasco do ze": "Churrasco do Zé",
        "sertanejo raiz": "Sertanejo Raiz",
        "minha playlist sertanejo raiz": "Sertanejo Raiz",
        "daily mix dois": "Daily Mix 2",
        "samba de roda": None,
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
