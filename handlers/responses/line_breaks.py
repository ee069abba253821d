"""Line breaks: where long words, phrases and sentences end a line on a screen.

Devices break a word that is longer than a line wherever the line ends, and Japanese
after any character. They ignore soft hyphens, so long words get hyphens and line feeds.
They fill each line, so that a sentence may end with one word alone on its last line.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from math import ceil

from handlers.responses.text_widths import columns, is_latin
from providers.lazy_imports import deferred_pattern

CAPTION = 14
"""Letters that a line of a caption has room for."""

BROAD_CAPTION = 16
"""Letters that a line of a caption has room for on most screens."""

HEADLINE = 18
"""Letters that a line of a large title or of a sentence has room for."""

_KEPT = 4096  # texts whose line breaks are remembered
_LINE_FEED = "<br>"
_JOINER = "\u2060"  # WORD JOINER: no line may end here
_SPACE = "\u00a0"  # NO-BREAK SPACE
_TOGETHER = 17  # columns of a name and a word before it that a line has room for
_RUN = 15  # columns of other words that stay together
_LAST_LINE = 11  # columns that the last line has at least, if a sentence has more
_LEAST = 3  # letters before and after a hyphen
_PHRASE = 11  # Japanese characters that stay together, about what fits into a line
_LAST = 4  # characters of a last phrase that is too short for a line of its own
_WIDE_SHARE = 0.6  # Japanese characters that take the room of a Latin letter
_END = 4  # characters of a longer phrase that stay together at its end

_INNER_HYPHEN = re.compile(r"(?<=\w)-(?=\w)")
# Articles, prepositions and numbers: "by", "von", "9".
_SHORT_WORD, _SHORT = re.compile(r"[^\W\d_]{1,3}|\d{1,4}"), 4
# Both cases are written out: IGNORECASE takes four times as long.
_LATIN_EXTENDED = "ÿāăąćčďēęěğīıłńňōőœřśşšťūůűźżž"
_LATIN = f"A-Za-zÀ-ÖØ-öø-þ{_LATIN_EXTENDED}{_LATIN_EXTENDED.upper()}"
_LONG_WORD = re.compile(f"[{_LATIN}]{{{CAPTION + 1},}}")
_VOWEL = "aeiouyà-æè-ïò-öøù-ýÿāăąēęěīıōőœūůű"
# A syllable begins with the last consonant before a vowel; some stay together.
_SYLLABLE = deferred_pattern(
    f"(?:sch|[cpt]h|ck|qu|[bcdfgkpt][lr]|(?<=[^{_VOWEL}])s[pt]|[^{_VOWEL}])[{_VOWEL}]",
    re.IGNORECASE,
)

_KANA, _OPENING, _CLOSING = "\u3041-\u309f", "「『（", "」』）"
_WIDE = "\u3005-\u3007\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f"
_JAPANESE = deferred_pattern(f"[{_WIDE}]")
# Particles and endings are written in hiragana, behind the word that they belong to.
_PHRASES = deferred_pattern(
    f"[{_OPENING}]*(?:[A-Za-z]+[がではとにのも]"
    f"|[^{_KANA}{_OPENING}{_CLOSING}、。！？\\s]*[\u3041-\u3091\u3093-\u309f]*を?)"
    f"(?:[{_CLOSING}]+[{_KANA}]*)?[、。！？]*|\\s+|."
)
_JOINT = deferred_pattern(f"(?<=[^\\s{_OPENING}])(?=[{_WIDE}])")


@lru_cache(_KEPT)
def with_breaks(text: str, longest: int) -> str:
    """Return the text with line breaks in words of more than `longest` letters.

    Japanese phrases have word joiners, so that lines end between them.
    """
    if len(text) > longest:
        text = _LONG_WORD.sub(lambda word: _hyphenated(word[0], longest), text)
    if text.isascii() or not _JAPANESE.search(text):
        return text
    return "".join(_phrases(text, ceil(longest * _WIDE_SHARE)))


@lru_cache(_KEPT)
def in_sentence(text: str, names: Iterable[str] = ()) -> str:
    """Return a sentence whose lines end between phrases, with typographic apostrophes.

    Short words stay with the next one, the last words and each name of `names` together
    where a line has room for them.
    """
    for name in names:
        if len(name) <= _TOGETHER:
            text = text.replace(name, name.replace(" ", _SPACE))
    broken = with_breaks(typographic(text), HEADLINE)
    width_of = len if is_latin(broken) else columns
    runs: list[str] = []
    run_width, after = 0, ""
    for word in reversed(broken.split(" ")):
        width, whole = width_of(word), _whole(word) if "-" in word else word
        longest = _TOGETHER if _SPACE in after else _RUN
        fits = run_width + 1 + width <= longest
        if runs and fits and _belongs_to(whole, runs, run_width):
            runs[-1], run_width = f"{whole}{_SPACE}{runs[-1]}", run_width + 1 + width
        else:
            runs.append(whole)
            run_width = width
        after = word
    return " ".join(reversed(runs))


def typographic(text: str) -> str:
    """Return the text with typographic apostrophes."""
    return text.replace("'", "\u2019")


def _whole(word: str) -> str:
    """Return the word, which no line ends in at a hyphen of its own."""
    if len(word) > _TOGETHER:
        return word
    return _INNER_HYPHEN.sub(f"-{_JOINER}", word)


def _belongs_to(word: str, runs: Sequence[str], width: int) -> bool:
    """Return whether no line may end between a word and the last run, of this width."""
    if _LINE_FEED in word or _LINE_FEED in runs[-1]:
        return False
    is_last = len(runs) == 1
    is_alone = is_last and width < _LAST_LINE and word[-1:] not in ".!?"
    return is_alone or (len(word) <= _SHORT and bool(_SHORT_WORD.fullmatch(word)))


def _hyphenated(word: str, longest: int) -> str:
    if len(word) <= longest:
        return word
    return f"-{_LINE_FEED}".join(_pieces(word, longest))


def _pieces(word: str, longest: int) -> Iterator[str]:
    """Yield pieces of about one length that end where a syllable ends."""
    starts = [each.start() for each in _SYLLABLE.finditer(word)]
    begin = 0
    while len(word) - begin > longest:
        rest = len(word) - begin
        aim = begin + ceil(rest / ceil(rest / (longest - 1)))
        end = _nearest(starts, aim, begin + _LEAST, begin + longest - 1)
        yield word[begin:end]
        begin = end
    yield word[begin:]


def _nearest(places: list[int], aim: int, least: int, most: int) -> int:
    """Return the place from `least` to `most` nearest to `aim`; else `most`."""
    at = bisect_left(places, aim)
    around = places[max(0, at - 2) : at + 2]
    near = [place for place in around if least <= place <= most]
    return min(near, key=lambda place: abs(place - aim), default=most)


def _phrases(text: str, longest: int) -> Iterator[str]:
    """Yield the phrases of the text; a short last one together with the one before.

    `longest`: Japanese characters that a line has room for.
    """
    phrases = [phrase for phrase in _PHRASES.findall(text) if phrase]
    last, together = phrases[-1].rstrip("。」"), "".join(phrases[-2:])
    if len(last) <= (_LAST if len(together) <= longest else 2):
        phrases[-2:] = [together]
    for phrase in phrases:
        if len(phrase) <= _PHRASE:
            yield _JOINT.sub(_JOINER, phrase)
        else:
            yield phrase[:-_END] + _JOINT.sub(_JOINER, phrase[-_END:])
