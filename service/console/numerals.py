"""Numbers as they are said: "21", "twenty one", "二十一"."""

from text_to_num import text2num

_DIGITS = {c: n for n, c in enumerate("〇一二三四五六七八九")}
_TENS = {"十": 10, "百": 100, "千": 1000}
_LANGUAGES = frozenset(("de", "en", "es", "fr", "it", "pt"))
_LONGEST = 60  # characters; nobody says a longer number to a list


def whole_number(text: str, language: str) -> int | None:
    """The number that these words are in full; None for anything else."""
    words = text.strip()
    if words.isdecimal():
        return int(words) if len(words) < 10 else None
    if language == "ja":
        return _japanese(words.removesuffix("番").removesuffix("つ"))
    if language not in _LANGUAGES or not words or len(words) > _LONGEST:
        return None
    try:
        return int(text2num(words, language))
    except ValueError:
        return None


def _japanese(words: str) -> int | None:
    """Numbers up to 9,999 in kanji."""
    if not words or any(c not in _DIGITS and c not in _TENS for c in words):
        return None
    total, digit = 0, None
    for char in words:
        if char in _TENS:
            total += _TENS[char] * (1 if digit is None else digit)
            digit = None
        elif digit is None:
            digit = _DIGITS[char]
        else:
            return None
    return total + (digit or 0)
