"""Fits of a sentence: which sample it fits where words around the sample are left out.

"No, play Road Trip" fits without its first word; "open Deep Focus and how long is it"
without the clause at its end.
"""

from collections.abc import Mapping, Sequence

from simulator.alexa.entity_resolution import Entities
from simulator.alexa.intent_index import IntentIndex
from simulator.alexa.sample_patterns import FittingSamples, SampleFit, UnsureMatch
from simulator.alexa.speech_recognition import Phrases, without_refusal


class SentenceFits:
    """Choose among the samples of `fitting`, by the words that `index` counted."""

    def __init__(
        self, fitting: FittingSamples, index: IntentIndex, phrases: Phrases
    ) -> None:
        self._fitting = fitting
        self._index = index
        self._phrases = phrases

    def after_refusal(self, text: str, entities: Entities) -> SampleFit | None:
        """Return what a sentence surely asks for after "no" or "never mind".

        Not "sad songs": whoever says "no sad songs" wants none.
        """
        rest = without_refusal(text, self._phrases)
        match = None if rest == text else self._fitting.best(rest, entities)
        is_request = match and match.sure and match.pattern.literals[0].strip()
        return match if is_request else None

    def with_shortest_name(
        self, bare: str, matches: Mapping[str, SampleFit | None], entities: Entities
    ) -> UnsureMatch | None:
        """Return the unsure match whose name holds no clause and no refusal, if any.

        "Open Deep Focus and how long is it"; "no, open Deep Focus" excludes nothing.
        """
        text = next(iter(matches))
        unsure = self._unsure(text, (matches[bare], matches[text]), entities)
        unsure = unsure or self._unsure(text, tuple(matches.values()), entities)
        if unsure is None:
            return None
        heads = self._index.before_clause(text)
        others = [self._fitting.best(head, entities) for head in heads]
        rest = without_refusal(bare, self._phrases)
        taken, intent = unsure.match.unknown, unsure.match.pattern.intent
        if rest != bare and taken in (rest, without_refusal(text, self._phrases)):
            after = self._fitting.best(rest, entities)
            others += [after] if after and after.pattern.intent != intent else []
        return unsure.with_shorter_name(others, self._index.is_name)

    def _unsure(
        self, text: str, matches: Sequence[SampleFit | None], entities: Entities
    ) -> UnsureMatch | None:
        """Return the match with fewest unknown words, unless these are most of `text`.

        A slot whose type takes any words may take most of them, unless these are a
        known name among words of the samples: "the songs on Road Trip" is no name.
        """
        found = (match for match in matches if match)
        match = min(found, key=lambda match: len(match.unknown), default=None)
        if match is None:
            return None
        words = match.unknown
        is_open = match.is_open and not self._index.frames_name(words, entities)
        explained = self._index.explained(text, words, is_open=is_open)
        unsure = UnsureMatch(match, explained)
        return unsure if unsure.is_clear else None
