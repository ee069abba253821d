"""Name matcher: which of a listener's names was spoken, and what to do about it."""

from collections.abc import Collection, Sequence
from enum import Enum
from functools import lru_cache

import msgspec

from providers.lazy_imports import deferred_pattern
from providers.name_matching.japanese_sayings import may_sound, spoken_sound
from providers.name_matching.normalization import (
    LONGEST_NAME,
    NormalForm,
    normal_form,
)
from providers.name_matching.number_comparison import counts_alike, other_number
from providers.name_matching.numbers import homophones
from providers.name_matching.short_forms import (
    as_spoken,
    short_forms,
    spoken_runs,
)
from providers.name_matching.similarity import (
    ALL_BUT_NUMBERS,
    SAME_CORE,
    SURE,
    UNSURE,
    contains,
    says_little,
    similarities,
)
from providers.name_matching.vocabulary import goes_on

LEAD = 8.0
"""How far ahead of the second name the best one must be."""

_WORD = deferred_pattern(r"\w+")
_ASKED_WITHIN = 10.0  # how far behind the best name one is still asked about
_ANSWER = 55.0  # least score for one of the names that were just read out
_OTHER_SPELLING = 1.0  # what a spelling of the spoken words costs that was not heard


class Verdict(Enum):
    """What to do: act on the name, ask which of some, or offer the list."""

    ACT = "act"
    ASK = "ask"
    OFFER = "offer"


class NameMatch(msgspec.Struct, frozen=True):
    """A name that is similar to the spoken words.

    `index`: its place among the names. `score`: 0 to 100.
    """

    index: int
    score: float


class Decision(msgspec.Struct, frozen=True):
    """Which names were spoken, and what to do about it.

    - `matches`: the name to act on, the names to ask about, best first, or nothing
    - `best`: the highest score of all names, 0 where there are none
    """

    verdict: Verdict
    matches: tuple[NameMatch, ...]
    best: float

    @property
    def bucket(self) -> str:
        """The range of the best score ("70-80"), for a log; it reveals no name."""
        floor = int(min(self.best, 99.0) // 10 * 10)
        return f"{floor}-{floor + 10}"


def decide(
    spoken: str,
    names: Sequence[str],
    *,
    language: str,
    favoured: Collection[int] = (),
) -> Decision:
    """Compare the spoken words with every name, and return what to do.

    `language` is a language code ("en", "ja"). Of names that are equally similar, those
    whose index is in `favoured` (recent, much used, one's own) come first.
    2,000 names take about 5 ms.
    """
    forms, guessed = _forms(spoken, names, language)
    decision = _decision(spoken, names, forms, language, favoured)
    if decision.verdict is Verdict.ACT and decision.matches[0].index in guessed:
        return Decision(Verdict.ASK, decision.matches, decision.best)
    return decision


def _decision(
    spoken: str,
    names: Sequence[str],
    forms: Sequence[NormalForm],
    language: str,
    favoured: Collection[int],
) -> Decision:
    form = normal_form(spoken, language)
    if begun := _begun(form, forms, language):
        return begun
    decision = _decide(_scores(spoken, forms, language), forms, favoured)
    decision = _by_words(decision, form, forms)
    if decision.best >= SAME_CORE:
        return _by_spelling(decision, spoken, names)
    description = described(spoken, language)
    if description is None:
        if decision.best >= SURE:
            return _by_spelling(decision, spoken, names)
        return decision
    return _by_description(decision, description, forms, language, favoured)


def _by_description(
    decision: Decision,
    description: str,
    forms: Sequence[NormalForm],
    language: str,
    favoured: Collection[int],
) -> Decision:
    """Return the decision for a description, unless the name as it was said is surer.

    In "the wedding one", "one" is no number.
    """
    form = normal_form(description, language)
    by_words = _by_words(
        _decide(similarities(form, forms), forms, favoured), form, forms
    )
    counted = normal_form("one", language).numbers == ("1",)
    if by_words.verdict is Verdict.ACT or (counted and by_words.matches):
        return by_words
    if decision.verdict is Verdict.ACT:
        return decision
    return max(by_words, decision, key=lambda found: found.best)


def _forms(
    spoken: str, names: Sequence[str], language: str
) -> tuple[list[NormalForm], set[int]]:
    """Return the normal form of each name, its short forms as they were spoken.

    And the indices of the names in which a word was guessed: "Francis C.".
    """
    if language == "ja":
        return _japanese_forms(spoken, names), set()
    known = [_known_form(name[:LONGEST_NAME], language) for name in names]
    forms, guessed = [form for form, _ in known], set[int]()
    runs = spoken_runs(spoken)
    for index, (_, short) in enumerate(known):
        if short and (said := as_spoken(names[index][:LONGEST_NAME], runs, language)):
            forms[index] = normal_form(said.text, language)
            if said.guessed:
                guessed.add(index)
    return forms, guessed


@lru_cache(16_384)
def _known_form(name: str, language: str) -> tuple[NormalForm, bool]:
    """Return the normal form of a name, and whether it has short forms."""
    return normal_form(name, language), bool(short_forms(name, language))


def _japanese_forms(spoken: str, names: Sequence[str]) -> list[NormalForm]:
    """Return the normal form of each name; of one that may sound so, the spoken one.

    "AのB" is also "AB" and "BA".
    """
    forms = [normal_form(name, "ja") for name in names]
    form, sound = normal_form(spoken, "ja"), spoken_sound(spoken)
    if any(name.letters == form.letters for name in forms):
        return forms
    first, _, second = spoken.rpartition("の")
    swapped = normal_form(f"{second}{first.removesuffix('年')}", "ja").letters
    letters = {form.letters.replace("の", ""), swapped} if second else set()
    for index, name in enumerate(names):
        swaps = forms[index].letters.replace("の", "") in letters
        if swaps or may_sound(name[:LONGEST_NAME], sound):
            forms[index] = form
    return forms


def _begun(
    spoken: NormalForm, forms: Sequence[NormalForm], language: str
) -> Decision | None:
    """Return the names that begin with words which want another: "garden of".

    None where the spoken words end as a name does, or where no name begins with them.
    """
    if not goes_on(spoken.words.split(), language):
        return None
    if any(form.letters == spoken.letters for form in forms):
        return None
    begun = spoken.words if language == "ja" else f"{spoken.words} "
    found = [i for i, form in enumerate(forms) if form.words.startswith(begun)]
    matches = tuple(NameMatch(index, ALL_BUT_NUMBERS) for index in found)
    verdict = Verdict.ACT if len(found) == 1 else Verdict.ASK
    return Decision(verdict, matches, ALL_BUT_NUMBERS) if found else None


def _by_words(
    decision: Decision, spoken: NormalForm, forms: Sequence[NormalForm]
) -> Decision:
    """Return the decision, for the one name that has all the spoken words.

    "Sad girl autumn" is "Sad girl autumn feat. Phoebe", where no other name has the
    words. Common words alone ("songs") are not enough.
    """
    matches, best = decision.matches, decision.best
    if not matches or best >= SURE or says_little(spoken):
        return decision
    having = tuple(m for m in matches if contains(forms[m.index], spoken))
    if having == matches[:1] and counts_alike(spoken, forms[having[0].index]):
        return Decision(Verdict.ACT, having, best)
    return decision


def _by_spelling(decision: Decision, spoken: str, names: Sequence[str]) -> Decision:
    """Return the decision, of names with the same letters for the one spelt likest.

    "Années deux mille" is "Années 2000" rather than "2000s", though both mean the same.
    """
    scores = {match.score for match in decision.matches}
    equal = len(scores) == 1 and decision.best >= SAME_CORE - _OTHER_SPELLING
    if decision.verdict is Verdict.ACT or not equal:
        return decision
    heard = set(_WORD.findall(spoken.casefold()))
    shared = [
        len(heard.intersection(_WORD.findall(names[match.index].casefold())))
        for match in decision.matches
    ]
    most = max(shared)
    likest = tuple(
        match
        for match, count in zip(decision.matches, shared, strict=True)
        if count == most
    )
    verdict = Verdict.ACT if len(likest) == 1 else Verdict.ASK
    return Decision(verdict, likest, decision.best)


def _scores(spoken: str, forms: Sequence[NormalForm], language: str) -> list[float]:
    """Return each name's best score over all spellings of the spoken words."""
    scores = similarities(normal_form(spoken, language), forms)
    if max(scores, default=0.0) >= SAME_CORE:
        return scores
    for other in homophones(spoken, language):
        others = similarities(normal_form(other, language), forms)
        scores = [
            max(score, another - _OTHER_SPELLING)
            for score, another in zip(scores, others, strict=True)
        ]
    return scores


def _decide(
    scores: Sequence[float], forms: Sequence[NormalForm], favoured: Collection[int]
) -> Decision:
    matches = [NameMatch(index, score) for index, score in enumerate(scores) if score]
    matches.sort(key=lambda m: (-m.score, m.index not in favoured, m.index))
    best = matches[0].score if matches else 0.0
    if best < UNSURE:
        return Decision(Verdict.OFFER, (), best)
    letters = forms[matches[0].index].letters
    same = tuple(m for m in matches if forms[m.index].letters == letters)
    others = [m for m in matches if forms[m.index].letters != letters]
    second = others[0].score if others else 0.0
    exact = best >= SAME_CORE - _OTHER_SPELLING and best > second
    if exact or (best >= SURE and second < max(UNSURE, best - LEAD)):
        return Decision(Verdict.ACT if len(same) == 1 else Verdict.ASK, same, best)
    least = max(UNSURE, best - _ASKED_WITHIN)
    return Decision(Verdict.ASK, tuple(m for m in matches if m.score >= least), best)


def is_sure(heard: str, names: Sequence[str], index: int, language: str) -> bool:
    """Return whether a name that speech recognition chose can be acted upon.

    False where other names sound the same, and where another number was heard.
    """
    form = normal_form(names[index], language)
    spoken = normal_form(heard, language)
    if other_number(spoken, form):
        return False
    letters = [normal_form(name, language).letters for name in names]
    return letters.count(form.letters) == 1


def answer(spoken: str, names: Sequence[str], *, language: str) -> int | None:
    """Return the index of the name that was chosen among a few, None for neither.

    `names` are those that were just asked about. A word or a number that only one of
    them contains is enough.
    """
    spoken = described(spoken, language) or spoken
    spoken_form = normal_form(spoken, language)
    forms = [normal_form(name, language) for name in names]
    if any(form.letters == spoken_form.letters for form in forms):
        exact = [i for i, f in enumerate(forms) if f.letters == spoken_form.letters]
        return exact[0] if len(exact) == 1 else None
    spoken_words = set(spoken_form.core_words.split())
    shared = [spoken_words & set(form.core_words.split()) for form in forms]
    unique = [i for i, words in enumerate(shared) if words - _of_others(shared, i)]
    if len(unique) == 1:
        return unique[0]
    scores = similarities(spoken_form, forms)
    best = max(scores, default=0.0)
    if best < _ANSWER or sum(score > best - LEAD for score in scores) > 1:
        return None
    return scores.index(best)


def _of_others(word_sets: Sequence[set[str]], index: int) -> set[str]:
    """Return the words of all sets but the one at `index`."""
    return {w for i, words in enumerate(word_sets) if i != index for w in words}


_ARTICLES_AND_LINKS = {
    "en": (
        "(?:the|that|my) (?:ones?|playlist)",
        "with|for|from|of|about|called|named|by|to|in|at",
        "the|my",
    ),
    "de": (
        "(?:die|das|der|den)(?: (?:playlist|liste))?",
        "mit|für|fuer|zum|zur|von|vom|aus|namens|über|beim|bei|im|am|in",
        "den|dem|der|die|das",
    ),
    "es": (
        "(?:la|el|esa|ese|aquella)(?: (?:playlist|lista))?",
        "de|del|para|con|sobre|en|por|que se llama",
        "los|las|la|el|mi",
    ),
    "fr": (
        "celle|celui|(?:la|le)(?: (?:playlist|liste))?",
        "de|des|du|pour|avec|sur|chez|au|aux|à|en|d'|qui s'appelle",
        "les|la|le|mon|ma",
    ),
    "it": (
        "quella|quello|la (?:playlist|lista)",
        "d(?:i|a|ei|egli|el|ell[aoe']|')|per|con|sui|sugli|al|all[a']|che si chiama",
        "il|la|lo|i|gli",
    ),
    "pt": (
        "(?:a|o|aquela|aquele)(?: (?:playlist|lista))?",
        "de|do|da|dos|das|para|pra|com|sobre|em|no|na|que se chama",
        "os|as|a|o",
    ),
}
_DESCRIPTIONS = {
    language: [
        deferred_pattern(rf"(?:{begin}) (?:{link})(?:(?: (?:{article}))? |(?<='))(.+)")
    ]
    for language, (begin, link, article) in _ARTICLES_AND_LINKS.items()
}
_DESCRIPTIONS["en"].append(
    deferred_pattern(
        r"(?:the|that|my) (.+)(?<!\bnumber)(?<!\bvolume)(?<!\bpart)(?<!\bmix)"
        r" (?:ones?|1)"
    )
)
_JAPANESE_DESCRIPTION = deferred_pattern("の(?:やつ|ほう|方|もの|リスト)?$")


def described(spoken: str, language: str) -> str | None:
    """Return what the listener says of a name that is not its name, or None.

    >>> described("the nineties one", "en")
    'nineties'
    """
    text = " ".join(spoken.casefold().split())
    if language == "ja":
        found = _JAPANESE_DESCRIPTION.search(text)
        return text[: found.start()] if found and found.start() else None
    for pattern in _DESCRIPTIONS.get(language, ()):
        if found := pattern.fullmatch(text):
            return found[1]
    return None
