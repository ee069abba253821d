"""Tokens of a sentence: stems of words, with short forms written out."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from simulator.alexa.speech_recognition import CJK, Phrases, transcribe

_STEM = 4  # letters that a word keeps at least when its ending is cut


class Tokenizer:
    """Splits text of one language into the tokens by which sentences compare."""

    def __init__(self, phrases: Phrases) -> None:
        self._tokens: dict[str, tuple[str, ...]] = {}
        self._contractions = phrases.contractions
        short_forms = (
            re.escape(short) if "'" in short else rf"\b{re.escape(short)}"
            for short in phrases.contractions
        )
        self._contraction = re.compile(rf"(?:{'|'.join(short_forms) or '(?!)'})\b")
        self._endings = sorted(phrases.endings, key=len, reverse=True)
        self._negations = frozenset(
            token for word in phrases.negations for token in self.tokens(word)
        )

    def tokens(self, text: str) -> Iterator[str]:
        """Yield the words' stems; in scripts without spaces, pairs of letters."""
        for word in text.split():
            yield from self._tokens_of(word)

    def _tokens_of(self, word: str) -> tuple[str, ...]:
        """Return the tokens of a word; most words of a model are in many samples."""
        tokens = self._tokens.get(word)
        if tokens is None:
            tokens = self._tokens[word] = tuple(self._split(word))
        return tokens

    def _split(self, word: str) -> Iterator[str]:
        written_out = self._contraction.sub(lambda m: self._contractions[m[0]], word)
        for part in written_out.split():
            if part.startswith("{"):
                yield part
            elif CJK.search(part):
                yield from map("".join, pairwise(f" {part}"))
            else:
                yield self._stem(part)

    def fillers(self, polite: Iterable[str]) -> Iterator[str]:
        """Yield the tokens of polite phrases that are single words."""
        for phrase in polite:
            tokens = list(self.tokens(transcribe(phrase)))
            if len(tokens) == 1:
                yield tokens[0]

    def is_negative(self, tokens: Iterable[str]) -> bool:
        """Return whether one of the tokens says "not"."""
        return not self._negations.isdisjoint(tokens)

    def _stem(self, word: str) -> str:
        for ending in self._endings:
            if len(word) >= len(ending) + _STEM and word.endswith(ending):
                return word.removesuffix(ending)
        return word
