"""A sample utterance made into something that recognises what people say."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from service.console.spelling import as_heard

_SLOT = re.compile(r"\{([A-Za-z_][\w.]*)\}")
_SPACELESS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Pattern:
    """`weight` counts the sample's own letters: the more of them, the more certain."""

    intent: str
    sample: str
    slots: tuple[str, ...]
    regex: re.Pattern[str]
    weight: int

    @classmethod
    def of(cls, intent: str, sample: str) -> Self:
        parts = _SLOT.split(sample)
        literals, slots = parts[::2], tuple(parts[1::2])
        pieces = [_literal(literal) for literal in literals]
        source = pieces[0]
        for number, piece in enumerate(pieces[1:]):
            source += f"(?P<slot{number}>.+?){piece}"
        return cls(
            intent=intent,
            sample=sample,
            slots=slots,
            regex=re.compile(source),
            weight=sum(len("".join(as_heard(text).split())) for text in literals),
        )

    def read(self, heard: str) -> Mapping[str, str] | None:
        """The words of each slot; None where this is not what the sample says."""
        found = self.regex.fullmatch(heard)
        if found is None:
            return None
        words = [value.strip() for value in found.groups()]
        return dict(zip(self.slots, words, strict=True)) if all(words) else None


def _literal(text: str) -> str:
    """The text between slots; scripts without spaces take them anywhere or nowhere."""
    words = as_heard(text)
    if not words:
        return " " if text and not text.strip() else ""
    gap = r"\s*" if _SPACELESS.search(words) else " "
    inner = gap.join(re.escape(word) for word in words.split())
    before = gap if text[:1].isspace() or gap != " " else ""
    after = gap if text[-1:].isspace() or gap != " " else ""
    return f"{before}{inner}{after}"
