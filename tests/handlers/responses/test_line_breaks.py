"""Long words have hyphens where syllables end; Japanese lines end between phrases."""

import pytest

from handlers.responses.line_breaks import (
    CAPTION,
    HEADLINE,
    in_sentence,
    typographic,
    with_breaks,
)
from tests.browser.music import GERMAN, JAPANESE
from tests.handlers.alexa import Alexa
from tests.handlers.collection import Collection, playlist
from tests.handlers.screens import drawn, watching


@pytest.mark.parametrize(
    ("text", "longest", "lines"),
    [
        ("Deep Focus", CAPTION, ["Deep Focus"]),
        ("Straßenbahn", CAPTION, ["Straßenbahn"]),
        ("Straßenbahnfahrten", CAPTION, ["Straßen-", "bahnfahrten"]),
        ("Die Außergewöhnlichen", HEADLINE, ["Die Außergewöhnlichen"]),
        (
            "Donaudampfschifffahrtsgesellschaft (Live)",
            CAPTION,
            ["Donaudampf-", "schifffahrts-", "gesellschaft (Live)"],
        ),
        (
            "Donaudampfschifffahrtsgesellschaft",
            HEADLINE,
            ["Donaudampfschiff-", "fahrtsgesellschaft"],
        ),
        ("anticonstitutionnellement", HEADLINE, ["anticonstitu-", "tionnellement"]),
        ("W" * 20, CAPTION, ["W" * 13 + "-", "W" * 7]),
        ("ÀÉÎÕÜ" * 4, CAPTION, ["ÀÉÎÕÜÀÉÎÕÜÀÉÎ-", "ÕÜÀÉÎÕÜ"]),
        ("https://open.spotify.com/playlist/1234567890123456789", CAPTION, None),
    ],
)
def test_long_words_have_hyphens(
    text: str, longest: int, lines: list[str] | None
) -> None:
    assert with_breaks(text, longest).split("<br>") == (lines or [text])


@pytest.mark.parametrize("longest", [CAPTION, HEADLINE])
@pytest.mark.parametrize("title", [each for each, _ in GERMAN.songs] + ["x" * 200])
def test_no_line_is_longer_than_it_may_be(title: str, longest: int) -> None:
    words = with_breaks(title, longest).replace("<br>", " ").split()
    assert max(map(len, words)) <= longest
    whole = with_breaks(title, longest).replace("-<br>", "")
    assert whole == title


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("冬の果樹園で会いましょう", ["冬の", "果樹園で", "会いましょう"]),
        ("夜明けまで歩いて帰る道", ["夜明けまで", "歩いて", "帰る道"]),
        ("雨の日のジャズ喫茶", ["雨の", "日の", "ジャズ喫茶"]),
        ("Adaさん、こんにちは。", ["Adaさん、", "こんにちは。"]),
        ("Spotifyにつながりません。", ["Spotifyに", "つながりません。"]),
        ("カードを開きます。", ["カードを開きます。"]),
        ("よく聴いているからです。", ["よく", "聴いているからです。"]),
        (
            "青い電車の「夜明け」を保存しました。",
            ["青い", "電車の", "「夜明け」を", "保存しました。"],
        ),
    ],
)
def test_japanese_phrases_stay_together(text: str, phrases: list[str]) -> None:
    broken = with_breaks(text, HEADLINE)
    assert broken.replace("\u2060", "") == text
    assert _phrases(broken) == phrases


@pytest.mark.parametrize(
    "text", [*JAPANESE.playlists, "「アレクサ、冬をかけて」", "夜" * 40, "そ" * 40]
)
def test_no_last_character_stands_alone(text: str) -> None:
    assert len(_phrases(with_breaks(text, HEADLINE))[-1].strip("」。")) > 1


@pytest.mark.parametrize(
    ("text", "names", "runs"),
    [
        ("Link your Spotify account", (), ["Link", "your", "Spotify account"]),
        ("Verknüpfe dein Spotify-Konto", (), ["Verknüpfe", "dein", "Spotify-Konto"]),
        ("Please try again in a while.", (), ["Please", "try again", "in a while."]),
        ("Tente de novo em um momento.", (), ["Tente", "de novo", "em um momento."]),
        ("Du hast 9 Playlists.", (), ["Du hast", "9 Playlists."]),
        ("It is saved. What next?", (), ["It is saved.", "What next?"]),
        (
            "Play Salt Highway by Ferrous Bloom on Spotify",
            ("Salt Highway", "Ferrous Bloom"),
            ["Play", "Salt Highway", "by Ferrous Bloom", "on Spotify"],
        ),
        (
            "Play Donaudampfschifffahrtsgesellschaft by Die Außergewöhnlichen",
            ("Donaudampfschifffahrtsgesellschaft", "Die Außergewöhnlichen"),
            [
                "Play",
                "Donaudampfschiff-<br>fahrtsgesellschaft",
                "by Die",
                "Außergewöhnlichen",
            ],
        ),
    ],
)
def test_lines_of_a_sentence_end_between_phrases(
    text: str, names: tuple[str, ...], runs: list[str]
) -> None:
    broken = in_sentence(text, names).replace("\u2060", "")
    assert [run.replace("\u00a0", " ") for run in broken.split(" ")] == runs


def test_no_line_ends_in_a_compound_that_has_room() -> None:
    assert in_sentence("Alexa-App") == "Alexa-\u2060App"


def test_apostrophes_are_typographic() -> None:
    assert in_sentence("can't") == "can\u2019t"
    assert typographic("l'appli") == "l\u2019appli"


async def test_a_caption_has_the_breaks_of_its_name(
    alexa: Alexa, collection: Collection
) -> None:
    collection.shelf = tuple(
        map(playlist, ("Straßenbahnfahrten", "Gym", "Sonntagnachmittagsspaziergang"))
    )
    screen = drawn(await watching(alexa, collection).says("ListPlaylistsIntent"))
    assert screen is not None
    first, second, third = screen["rows"]
    assert (first["title"], first["lines"]) == (
        "Straßenbahnfahrten",
        "Straßen-<br>bahnfahrten",
    )
    assert "lines" not in second
    assert "broad" not in first
    assert third["broad"] == "Sonntagnachmit-<br>tagsspaziergang"


def _phrases(text: str) -> list[str]:
    """Return the pieces between which a line may end."""
    pieces: list[str] = []
    for at, character in enumerate(text):
        if character == "\u2060":
            continue
        held = at and (text[at - 1] == "\u2060" or _holds(text[at - 1], character))
        if held and pieces:
            pieces[-1] += character
        else:
            pieces.append(character)
    return pieces


def _holds(before: str, after: str) -> bool:
    """Return whether no line ends there by Unicode's rules."""
    return (
        before in "「『（"
        or after in "」』）、。！？"
        or (before.isascii() and after.isascii())
    )
