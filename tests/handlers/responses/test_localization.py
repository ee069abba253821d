"""Messages: variants, numbers, lists, nesting, escaping; mistakes that are raised."""

from datetime import date
from enum import Enum

import pytest

from handlers.responses.localization import (
    Argument,
    Lines,
    Localization,
    MessageError,
    Phrase,
    SilentName,
)

FTL = """
# A comment.
-brand = Shelf
one-of = { $count ->
        [one] one { $thing }
       *[other] { $count } { $thing }
    }
greeting =
    .speech = Hello { $name } of { -brand }?
    .speech-2 = Hi { $name }?
    .speech-10 = Hey { $name }?
    .reprompt = You there?
    .title = { $name }
    .card = { $lines }
listed = { $items }
nested = I have { one-of }
chosen = { $mood ->
        [calm] Calm
       *[wild] Wild
    }
dated = On { $day }
missing-reference = { not-there }
needs = { $this }
number = playlist number { $n }
by = { $title } by { $artist }
braces = {"{"}{ $name }{"}"}
speaks =
    .speechless = Nothing
"""


class Mood(Enum):
    CALM = "calm"
    WILD = "wild"


@pytest.fixture(scope="module")
def english() -> Localization:
    return Localization("en-US", (FTL,))


def test_wordings_take_turns(english: Localization) -> None:
    said = [
        english.ssml("greeting", {"name": "Bo"}, role="speech", seed=seed)
        for seed in range(4)
    ]
    assert said == ["Hello Bo of Shelf?", "Hi Bo?", "Hey Bo?", "Hello Bo of Shelf?"]


def test_spoken_is_escaped_and_written_is_not(english: Localization) -> None:
    name = {"name": "R&B <3 💪"}
    assert "R&amp;B &lt;3 of" in english.ssml("greeting", name, role="speech")
    assert english.text("greeting", name, role="title") == "R&B <3 💪"


def test_numbers_choose_and_are_grouped(english: Localization) -> None:
    assert english.ssml("one-of", {"count": 1, "thing": "fish"}) == "one fish"
    assert english.ssml("one-of", {"count": 2400, "thing": "a&b"}) == "2,400 a&amp;b"


def test_enums_choose(english: Localization) -> None:
    assert english.ssml("chosen", {"mood": Mood.CALM}) == "Calm"
    assert english.ssml("chosen", {"mood": Mood.WILD}) == "Wild"


def test_messages_inside_messages(english: Localization) -> None:
    assert english.text("nested", {"count": 3, "thing": "cats"}) == "I have 3 cats"
    inner = Phrase("one-of", {"count": 1, "thing": "R&B"})
    assert english.ssml("listed", {"items": inner}) == "one R&amp;B"


def test_lists_are_spoken_as_the_language_does(english: Localization) -> None:
    items: list[str | Phrase] = ["A & B", Phrase("chosen", {"mood": Mood.CALM}), "C"]
    assert english.ssml("listed", {"items": items}) == "A &amp; B, Calm, and C"
    german = Localization("de-DE", (FTL,))
    assert german.ssml("listed", {"items": ["A", "B", "C"]}) == "A, B und C"
    japanese = Localization("ja-JP", (FTL,))
    assert japanese.ssml("listed", {"items": ["A", "B"]}) == "A、B"
    assert english.ssml("listed", {"items": []}) == ""


def test_lines_of_a_card_are_numbered(english: Localization) -> None:
    texts: list[str | Phrase] = ["A", Phrase("chosen", {"mood": Mood.WILD})]
    lines = Lines([english.line(text) for text in texts], 4)
    written = english.text("greeting", {"lines": lines}, role="card")
    assert written == "4. A\n5. Wild"


def test_rows_begin_with_a_capital_letter_but_names_keep_theirs(
    english: Localization,
) -> None:
    number = Phrase("number", {"n": 3})
    assert english.row(number) == "Playlist number 3"
    assert english.display(number) == "playlist number 3"
    assert english.row("deadmau5") == "deadmau5"
    assert english.row(Phrase("by", {"title": "says", "artist": number})) == (
        "says by playlist number 3"
    )
    assert english.row(Phrase("by", {"title": number, "artist": "x"})) == (
        "Playlist number 3 by x"
    )
    assert english.row([number, number]) == "Playlist number 3 and playlist number 3"
    assert english.line(number) == "Playlist number 3"
    assert english.line("rain") == "rain"


def test_a_silent_name_is_shown_and_told_otherwise(english: Localization) -> None:
    name = SilentName("🎸", Phrase("number", {"n": 3}))
    by: dict[str, Argument] = {"title": name, "artist": "Bo"}
    assert english.ssml("by", by) == "playlist number 3 by Bo"
    assert english.text("by", by) == "🎸 by Bo"
    assert english.row(name) == "🎸"


def test_days(english: Localization) -> None:
    day = {"day": date(2026, 3, 1)}
    assert english.ssml("dated", day) == "On March 1, 2026"
    assert Localization("de-DE", (FTL,)).ssml("dated", day) == "On 1. März 2026"


def test_names_cannot_bring_in_arguments(english: Localization) -> None:
    tricky = {"name": "\ue000name\ue001 { $x }"}
    assert english.ssml("greeting", tricky, role="speech", seed=1) == "Hi name { $x }?"
    assert english.text("braces", {"name": "x"}) == "{x}"


@pytest.mark.parametrize(
    ("key", "arguments", "role"),
    [
        ("nowhere", {}, ""),
        ("greeting", {}, ""),
        ("greeting", {"name": "Bo"}, "shout"),
        ("greeting", {}, "speech"),
        ("missing-reference", {}, ""),
        ("needs", {"that": "x"}, ""),
        ("speaks", {}, "speech"),
        ("needs", {"this": 3.5}, ""),
    ],
)
def test_mistakes_are_raised(
    english: Localization, key: str, arguments: dict[str, object], role: str
) -> None:
    with pytest.raises(MessageError):
        english.ssml(key, arguments, role=role)  # type: ignore[arg-type]


def test_an_own_text_comes_before_its_parents() -> None:
    british = Localization("en-GB", ("one-of = one of { $thing }\n", FTL))
    assert british.ssml("one-of", {"count": 2, "thing": "them"}) == "one of them"
    assert british.ssml("nested", {"count": 2, "thing": "them"}) == "I have one of them"
    assert british.ssml("listed", {"items": ["A", "B", "C"]}) == "A, B and C"


def test_keys_and_roles(english: Localization) -> None:
    assert "greeting" in english.messages
    assert "-brand" not in english.messages
    assert english.has("greeting", "reprompt")
    assert not english.has("greeting", "screen")
    assert not english.has("nowhere", "speech")
