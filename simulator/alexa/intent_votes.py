"""Votes for an intent: each word and pair of words of a sentence has some.

Where no sample is near, single words and pairs still tell what is meant: "throw" and
"onto {playlist}" are said for few intents. Each is a feature that votes for the intents
whose samples have it, by how often they do; a feature weighs the more the fewer intents
it has (inverse document frequency), and a pair may have one word between the two.
https://nlp.stanford.edu/IR-book/html/htmledition/inverse-document-frequency-1.html
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain, pairwise

MIN_SHARE = 0.25  # of 1; of all votes, for the intent that wins
MIN_LEAD = 1.6  # times the votes of the next one

_START, _END, _ANY = "^", "$", "…"

Feature = tuple[str, ...]


class IntentVotes:
    """The votes of all samples' words and pairs; they are counted when asked for.

    samples: the intent of each sample, and its tokens in their order.
    """

    def __init__(self, samples: Iterable[tuple[str, Sequence[str]]]) -> None:
        self._samples = [
            (intent, (_START, *tokens, _END)) for intent, tokens in samples
        ]
        sizes = Counter(intent for intent, _ in self._samples)
        self._scales = {intent: math.sqrt(size) for intent, size in sizes.items()}
        self._rarest = math.log(1 + len(sizes))
        self._places: dict[str, set[int]] = defaultdict(set)
        for place, (_, tokens) in enumerate(self._samples):
            for token in tokens:
                self._places[token].add(place)
        self._shares: dict[Feature, Mapping[str, float]] = {}

    def winner(
        self, tokens: Sequence[str], among: AbstractSet[str] | None = None
    ) -> str | None:
        """Return the intent with most of the votes; None where none has many more.

        A word that no sample has is a vote for none; most words have to be known.
        among: the intents that take a name, where such words are one; they win alone.
        """
        if 2 * sum(token not in self._places for token in tokens) > len(tokens):
            return None
        votes: dict[str, float] = defaultdict(float)
        total = 0.0
        for feature in features(tokens):
            shares = self._shares_of(feature)
            if not shares:
                is_unknown_word = len(feature) == 1 and among is None
                total += self._rarest if is_unknown_word else 0.0
                continue
            weight = math.log(1 + len(self._scales) / len(shares))
            total += weight
            for intent, share in shares.items():
                if among is None or intent in among:
                    votes[intent] += weight * share
        most, *others = sorted(votes.values(), reverse=True) or (0.0,)
        if not most or most < max(MIN_SHARE * total, MIN_LEAD * max(others, default=0)):
            return None
        return max(votes, key=votes.__getitem__)

    def _shares_of(self, feature: Feature) -> Mapping[str, float]:
        """Return how a feature's vote is shared (the sum is 1), by intent."""
        shares = self._shares.get(feature)
        if shares is None:
            counts = Counter(self._users(feature))
            scaled = {i: count / self._scales[i] for i, count in counts.items()}
            whole = sum(scaled.values())
            shares = {intent: part / whole for intent, part in scaled.items()}
            self._shares[feature] = shares
        return shares

    def _users(self, feature: Feature) -> Iterator[str]:
        """Yield the intent of each sample that has the feature."""
        found = (self._places.get(t, set()) for t in feature if t != _ANY)
        places = set.intersection(*found)
        step = len(feature) - 1
        for place in places:
            intent, tokens = self._samples[place]
            if not step or (feature[0], feature[-1]) in zip(
                tokens, tokens[step:], strict=False
            ):
                yield intent


def features(tokens: Sequence[str]) -> Iterator[Feature]:
    """Yield the tokens, pairs of neighbours, and pairs with one token between.

    >>> [" ".join(feature) for feature in features(["open", "it"])]
    ['open', 'it', '^ open', 'open it', 'it $', '^ … it', 'open … $']
    """
    framed = (_START, *tokens, _END)
    apart = ((a, _ANY, b) for a, b in zip(framed, framed[2:], strict=False))
    single = ((token,) for token in tokens)
    return iter(dict.fromkeys(chain(single, pairwise(framed), apart)))
