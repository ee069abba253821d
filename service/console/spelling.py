"""Typed text as a recogniser would hand it on: lower case, without punctuation."""

import re
import unicodedata

_MARKS = re.compile(r"[!?…;:\"“”„«»¿¡。、・！？「」『』（）()\[\]]")
_AFTER_WORD = re.compile(r"(?<=\w\w)[.,](?=\s|$)|,(?=\s|$)|(?<=\s)[-–—](?=\s)")
_CJK = r"[\u3005-\u30ff\u3400-\u9fff]"
_CJK_GAP = re.compile(rf"(?<={_CJK})\s+(?={_CJK})")
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ`´", "'"))
_NOT_LETTERS = re.compile(r"[\W_]+")


def as_heard(text: str) -> str:
    """Lower case and single spaces; initials and apostrophes stay.

    >>> as_heard("Alexa,  what's on “Deep Focus”?")
    "alexa what's on deep focus"
    """
    plain = unicodedata.normalize("NFKC", text).translate(_APOSTROPHES).lower()
    plain = _AFTER_WORD.sub(" ", _MARKS.sub(" ", plain))
    return _CJK_GAP.sub("", " ".join(plain.split()))


def letters_of(text: str) -> str:
    """Nothing but letters and digits, without accents: what names are compared by.

    Marks of scripts that cannot do without them (kana, Devanagari) stay.
    """
    split = unicodedata.normalize("NFD", as_heard(text))
    bare = "".join(c for c in split if not "\u0300" <= c <= "\u036f")
    return _NOT_LETTERS.sub("", unicodedata.normalize("NFC", bare))
