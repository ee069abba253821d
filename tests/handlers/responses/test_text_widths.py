"""What a screen is told of a text's width, so that no word is broken in a name."""

import pytest

from handlers.responses.text_widths import (
    characters_within,
    columns,
    longest_word,
    title_widths,
)


@pytest.mark.parametrize(
    ("text", "width", "first", "longest"),
    [
        ("", 0, 0, 0),
        ("Deep Focus", 10, 4, 5),
        ("Äpfel & Öl", 10, 5, 5),
        ("Sonntagnachmittagsspaziergang", 29, 29, 29),
        ("Für Kopfhörerkonzentration", 26, 3, 22),
        ("Lo-Fi Beats", 11, 3, 5),  # a line may end after the hyphen
        ("朝のコーヒー", 12, 0, 0),  # and after each of these
        ("ドライブ 2026", 13, 4, 4),
        ("أغاني الصباح", 12, 5, 6),
        ("🎸", 2, 2, 2),
    ],
)
def test_widths(text: str, width: int, first: int, longest: int) -> None:
    assert columns(text) == width
    assert title_widths(text) == (width, first)
    assert longest_word(text) == longest


@pytest.mark.parametrize(
    ("text", "within"), [("a" * 80, 60), ("夜" * 80, 30), ("é" * 80, 60), ("夜", 60)]
)
def test_a_line_takes_as_many_characters_as_columns(text: str, within: int) -> None:
    assert characters_within(text, 60) == within
