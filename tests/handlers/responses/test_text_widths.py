"""How wide a text is on a screen."""

import pytest

from handlers.responses.text_widths import characters_within, columns


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("Deep Focus", 10),
        ("Äpfel & Öl", 10),
        ("朝のコーヒー", 12),
        ("朝\u2060の", 4),
        ("ドライブ 2026", 13),
        ("أغاني الصباح", 12),
        ("🎸", 2),
    ],
)
def test_widths(text: str, width: int) -> None:
    assert columns(text) == width


@pytest.mark.parametrize(
    ("text", "within"), [("a" * 80, 60), ("夜" * 80, 30), ("é" * 80, 60), ("夜", 60)]
)
def test_a_line_takes_as_many_characters_as_columns(text: str, within: int) -> None:
    assert characters_within(text, 60) == within
