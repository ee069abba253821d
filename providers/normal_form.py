"""Names and spoken words in one spelling, so that they can be compared."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_KEPT = 20_000
_NOT_WORDS = re.compile(r"[^\w\s]|_")
_INITIALS = re.compile(r"\b(?:\w(?:\.\s*|\s+)){1,}\w\b\.?")
_FILLERS = {
    "en": frozenset(("playlist", "playlists", "my", "the")),
}


class NormalForm(NamedTuple):
    """`words` in full, `core` without fillers, the `numbers`, its `sound` in kana."""

    words: str
    core: str
    numbers: tuple[str, ...]
    sound: str | None = None
    kana: bool = False


@lru_cache(_KEPT)
def normal_form(text: str, language: str) -> NormalForm:
    """The comparable form of a name or of what was heard in this language."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(c for c in plain if unicodedata.category(c) != "Mn")
    plain = plain.replace("&", " and ").replace("w/", "with ")
    words = _NOT_WORDS.sub(" ", plain.replace("'", "").replace(".", "")).split()
    fillers = _FILLERS.get(language, frozenset())
    core = [w for w in words if w not in fillers] or words
    numbers = tuple(w for w in words if any(c.isdigit() for c in w))
    return NormalForm(" ".join(words), " ".join(core), numbers)
