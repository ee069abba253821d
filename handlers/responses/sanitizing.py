"""Sanitise names from elsewhere for cards, screens and speech (SSML).

A name may have any length. So every function cuts the name first: neither an expression
nor a cache meets more than `NAME_LIMIT` characters. Measured before: six names of "<"
and 20,000 spaces took 11 seconds, and the caches kept names of 100 kB. The expressions
here do not backtrack (possessive quantifiers).
"""

import html
import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

from providers.lazy_imports import deferred_pattern

NAME_LIMIT = 500
"""Characters of a name that are looked at at all; a playlist's name has 100 at most."""

SPOKEN_LIMIT = 60
"""Characters of a name that a listener can follow; the rest is cut at a word."""

SHOWN_LIMIT = 120
"""Characters of a name on a card, well within Amazon's limits."""

_KEPT = 4096  # cleaned names, and characters whose treatment is known, that are kept

# Control, format (zero-width, bidi), surrogate, private-use and unassigned characters:
# they break the XML or make the voice stumble.
_UNPRINTABLE = frozenset(("Cc", "Cf", "Cs", "Co", "Cn"))
# Symbols that are letters to a reader, beside currency (Sc) and mathematics (Sm).
_SPOKEN_SYMBOLS = frozenset("°©®™№")
# Decorated letters, which no voice can read: 𝓕𝓪𝓷𝓬𝔂, Ｗｉｄｅ, Ⓒ. And the strokes that
# are drawn through others.
_DECORATED = ("<font>", "<wide>", "<narrow>", "<circle>")
_STROKES = frozenset(map(chr, range(0x334, 0x339)))
_SAYABLE = re.compile(r"[^\W_]")  # a letter or a digit of any script
# ASCII words with one blank between them, which are shown and spoken as they are.
_PLAIN = re.compile(r"\A(?=[0-9A-Za-z])(?:[!-%'-;=-~]++ )*+[!-%'-;=-~]++")
_VISIBLE = re.compile(r"[^\s\u200d\u2068\u2069\ufe0e\ufe0f\u2800\u3164\u115f]")
# https://www.unicode.org/reports/tr9/: Hebrew, Arabic and the scripts around them.
_RIGHT_TO_LEFT = deferred_pattern(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_ISOLATE, _END = "\u2068", "\u2069"  # FIRST STRONG ISOLATE, POP DIRECTIONAL ISOLATE


_LONGEST_URL = 256
_URL = re.compile(
    r"(?i:https)://[A-Za-z0-9.-]++(?::[0-9]{1,5})?(?:[/?#][!#-;=?-~]*+)?", re.ASCII
)


def _run(letters: str) -> re.Pattern[str]:
    """Return what finds text in a script, with the blanks and digits inside it."""
    return deferred_pattern(rf"[{letters}]++(?:[ \d・～〜-]*+[{letters}]++)*+")


# Scripts that a voice of Alexa's reads, by the language that needs no tag for them.
# https://developer.amazon.com/docs/alexa/custom-skills/speech-synthesis-markup-language-ssml-reference.html#lang
_VOICES = {
    "ja": ("ja-JP", _run("\u3005-\u3007\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff")),
    "hi": ("hi-IN", _run("\u0900-\u097f")),
}
_FIRST_TAGGED = "\u0900"  # no character of these scripts comes before
# Some names come as they stood on a web page.
_ENTITY = re.compile("&(?:amp|lt|gt|quot|apos|#39|#x27);")
_TAG = re.compile(r"<(\s*+/?+\s*+[a-zA-Z][^<>]*+)>")
_XML = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;"}
)


def bounded(name: str) -> str:
    """Return the first `NAME_LIMIT` characters of the name."""
    return name[:NAME_LIMIT]


def for_display(name: str, limit: int = SHOWN_LIMIT) -> str:
    """Return the name as a card or a screen shows it: plain text, emoji kept.

    Cut at a word within `limit` characters, with an ellipsis. Cards hold no markup and
    screens would obey it, so what looks like a tag gets other brackets. A name that is
    written from right to left is isolated, so that it does not turn the words around
    it.
    """
    return _for_display(name[:NAME_LIMIT], limit)


def for_speech(name: str) -> str:
    """Return the name without what cannot be spoken, not yet escaped for SSML.

    Cut at a word after `SPOKEN_LIMIT` characters. Empty where nothing of the name can
    be spoken: an emoji, a row of control characters.
    """
    return _for_speech(name[:NAME_LIMIT])


def for_ssml(name: str, language: str) -> str:
    """Return `for_speech(name)`, escaped for SSML, for a listener's language code.

    What is written in another script is tagged with a language that Alexa can speak,
    so that it is read by that language's rules: a Japanese name to an English listener.
    """
    return _for_ssml(name[:NAME_LIMIT], language)


def usable_url(url: str | None) -> str | None:
    """Return the address if it may be sent to a device; None if it may not.

    https only, ASCII without blanks and quotes, no user name, at most 256 characters.
    """
    if url is None or len(url) > _LONGEST_URL or not _is_usable(url):
        return None
    return url


@lru_cache(_KEPT)
def _is_usable(url: str) -> bool:
    return _URL.fullmatch(url) is not None


def is_visible(name: str) -> bool:
    """Return whether anything of the name can be seen: an emoji, a letter."""
    return bool(_VISIBLE.search(for_display(name)))


def escaped(text: str) -> str:
    """Return the text with XML's five special characters escaped."""
    return text.translate(_XML)


@lru_cache(_KEPT)
def _for_display(name: str, limit: int) -> str:
    if len(name) <= limit and _PLAIN.fullmatch(name):
        return name
    if not (name.isascii() and name.isprintable()):
        name = " ".join(name.translate(_SHOWN).split())
    name = shortened(_without_tags(_unescaped(name)), limit)
    return f"{_ISOLATE}{name}{_END}" if _RIGHT_TO_LEFT.search(name) else name


@lru_cache(_KEPT)
def _for_speech(name: str) -> str:
    if len(name) <= SPOKEN_LIMIT and _PLAIN.fullmatch(name):
        return name
    if not (name.isascii() and name.isprintable()):
        name = name.translate(_SPOKEN)
    name = " ".join(_unescaped(name).split())
    if not _SAYABLE.search(name):
        return ""
    return _cut(name, SPOKEN_LIMIT)


@lru_cache(_KEPT)
def _for_ssml(name: str, language: str) -> str:
    text = escaped(_for_speech(name))
    if text.isascii() or max(text) < _FIRST_TAGGED:
        return text
    for code, (locale, script) in _VOICES.items():
        if code != language:
            text = script.sub(rf'<lang xml:lang="{locale}">\g<0></lang>', text)
    return text


def _without_tags(name: str) -> str:
    """Replace the brackets of tags; where tags nest, the inner ones first."""
    replaced = 1 if "<" in name else 0
    while replaced:
        name, replaced = _TAG.subn("‹\\1›", name)
    return name


def _unescaped(name: str) -> str:
    while "&" in name and _ENTITY.search(name):
        name = _ENTITY.sub(lambda entity: html.unescape(entity[0]), name)
    return name


class _CharacterTable(dict[int, str]):
    """Translation table that is filled at first sight: most characters come again."""

    def __init__(self, clean: Callable[[str], str]) -> None:
        super().__init__()
        self._clean = clean

    def __missing__(self, point: int) -> str:
        if len(self) >= _KEPT:
            self.clear()
        cleaned = self[point] = self._clean(chr(point))
        return cleaned


def _shown_character(character: str) -> str:
    unprintable = unicodedata.category(character) in _UNPRINTABLE
    return " " if unprintable and character != "\u200d" else character


def _spoken_character(character: str) -> str:
    if unicodedata.decomposition(character).startswith(_DECORATED):
        return unicodedata.normalize("NFKC", character)
    category = unicodedata.category(character)
    silent = character in _STROKES or _is_variation_selector(character)
    if character == "\u200d" or (category == "Mn" and silent):
        return ""
    if category in _UNPRINTABLE:
        # A zero-width character stands inside a word, a control character between two.
        return "" if category in ("Cf", "Cs") else " "
    if category == "So" and character not in _SPOKEN_SYMBOLS:
        return " "
    # Skin tones; keycaps and other enclosing marks.
    if category == "Me" or "\U0001f3fb" <= character <= "\U0001f3ff":
        return ""
    return character


def _is_variation_selector(character: str) -> bool:
    return "\ufe00" <= character <= "\ufe0f" or character > "\U000e0000"


_SHOWN = _CharacterTable(_shown_character)
_SPOKEN = _CharacterTable(_spoken_character)


def shortened(text: str, limit: int = SHOWN_LIMIT) -> str:
    """Return the text, cut at a word and with an ellipsis where it is longer.

    In UTF-8 it takes at most twice as many bytes: a response has room for 24,576, and
    scripts of three bytes a character say more with each.
    """
    if len(text) <= limit and (text.isascii() or len(text.encode()) <= 2 * limit):
        return text
    head = text[: limit - 1].encode()[: 2 * limit - 3]
    whole = head.decode(errors="ignore")
    return f"{_cut(text, min(len(whole), limit - 1))}…"


def _cut(text: str, limit: int) -> str:
    if len(text) <= limit:
        return text
    head = text[:limit]
    words = head.rsplit(" ", 1)[0]
    return (words if len(words) > limit // 2 else head).rstrip()
