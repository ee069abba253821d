"""Line breaks: where long words and Japanese phrases of a name end a line on a screen.

Devices break a word that is longer than a line wherever the line ends, and Japanese
after any character. They ignore soft hyphens, so long words get hyphens and line feeds.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from math import ceil

CAPTION = 14
"""Letters that a line of a caption has room for."""

HEADLINE = 18
"""Letters that a line of a large title or of a sentence has room for."""

_KEPT = 4096  # texts whose line breaks are remembered
_LINE_FEED = "<br>"
_JOINER = "\u2060"  # WORD JOINER: no line may end here
_LEAST = 3  # letters before and after a hyphen
_PHRASE = 11  # Japanese characters that stay together, about what fits into a line
_END = 4  # characters of a longer phrase that stay together at its end

_LATIN = "a-zß-öø-ÿāăąćčďēęěğīıłńňōőœřśşšťūůűźżž"
_LONG_WORD = re.compile(f"[{_LATIN}]{{{CAPTION + 1},}}", re.IGNORECASE)
_VOWEL = "aeiouyà-æè-ïò-öøù-ýÿāăąēęěīıōőœūůű"
# A syllable begins with the last consonant before a vowel; some stay together.
_SYLLABLE = re.compile(
    f"(?:sch|[cpt]h|ck|qu|[bcdfgkpt][lr]|(?<=[^{_VOWEL}])s[pt]|[^{_VOWEL}])[{_VOWEL}]",
    re.IGNORECASE,
)

_KANA, _OPENING, _CLOSING = "\u3041-\u309f", "「『（", "」』）"
_WIDE = "\u3005-\u3007\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f"
_JAPANESE = re.compile(f"[{_WIDE}]")
# Particles and endings are written in hiragana, behind the word that they belong to.
_PHRASES = re.compile(
    f"[{_OPENING}]*(?:[A-Za-z]+[がではとにのも]"
    f"|[^{_KANA}{_OPENING}{_CLOSING}、。！？\\s]*[\u3041-\u3091\u3093-\u309f]*を?)"
    f"(?:[{_CLOSING}]+[{_KANA}]*)?[、。！？]*|\\s+|."
)
_JOINT = re.compile(f"(?<=[^\\s{_OPENING}])(?=[{_WIDE}])")


@lru_cache(_KEPT)
def with_breaks(text: str, longest: int) -> str:
    """Return the text with line breaks in words of more than `longest` letters.

    Japanese phrases have word joiners, so that lines end between them.
    """
    if len(text) > longest:
        text = _LONG_WORD.sub(lambda word: _hyphenated(word[0], longest), text)
    return "".join(_phrases(text)) if _JAPANESE.search(text) else text


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


def _phrases(text: str) -> Iterator[str]:
    """Yield the phrases of the text; a short last one together with the one before."""
    phrases = [phrase for phrase in _PHRASES.findall(text) if phrase]
    if len(phrases) > 1 and len(phrases[-1]) <= 2:
        phrases[-2:] = ["".join(phrases[-2:])]
    for phrase in phrases:
        if len(phrase) <= _PHRASE:
            yield _JOINT.sub(_JOINER, phrase)
        else:
            yield phrase[:-_END] + _JOINT.sub(_JOINER, phrase[-_END:])
