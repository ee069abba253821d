"""Spoken kinds: the genre, mood or language that words mean, "good old soul".

A recogniser puts an adjective and a genre into one slot, often that of an artist. All
words have to be known: "Crowded House" is no house music.
"""

import re
from collections.abc import Iterator, Sequence

from handlers.slot_words import folded, words_of
from providers.lazy_imports import deferred_pattern
from providers.recommender.ranking.recommendation_query import Kind, Mood, Moods

KINDS: tuple[Kind, ...] = (
    "mood", "activity", "genre", "era", "change", "source", "language",
)  # fmt: skip
"""What a spoken word may mean; the first that knows the word counts."""

SpokenKind = tuple[Kind, str]  # the kind, and the id in the moods file

_HEADS: tuple[Kind, ...] = ("activity", "genre", "mood")
_SHORTEST_HEAD = 5  # letters of a word that ends a compound
_SHORTEST_STEM = 3  # letters of an adjective without its ending
_SHORTEST_CLAUSE = 3  # words of an activity that is told in a clause
_LONGEST_FEELING = 12  # words in which a known one is looked for
_VERB_LAST = ("de", "ja")  # languages whose clauses end with the verb

# "Some jazz" means jazz; recognisers leave the first word in, or in another slot.
_QUANTIFIERS = {
    language: deferred_pattern(rf"^(?:(?:{elided})['’]|(?:{words})\s+)", re.IGNORECASE)
    for language, words, elided in (
        ("de", "etwas|ein bisschen|ein wenig|ein paar", "(?!)"),
        ("en", "some|any|a bit of|a little", "(?!)"),
        ("es", "algo de|un poco de|del|de la|de", "(?!)"),
        ("fr", "un peu de|quelque chose de|du|de la|des|de", "un peu d|de l|d"),
        ("it", "un po['’] di|qualcosa di|del|dello|della|dei|di", "dell|un po['’] d|d"),
        ("pt", "um pouco de|algo de|do|da|de", "(?!)"),
    )
} | {
    "ja": deferred_pattern(
        "(?:に合う|のときに聴く|のときの|のとき|用の|向けの|っぽい)$"
    )
}


def without_quantifier(spoken: str, language: str) -> str:
    """Return the spoken words without "some" and the like, unless nothing would remain.

    >>> without_quantifier("some jazz", "en")
    'jazz'
    """
    pattern = _QUANTIFIERS.get(language)
    remaining = pattern.sub("", spoken) if pattern else spoken
    return remaining.strip() or spoken


def named_kind(
    moods: Moods, kinds: Sequence[Kind], text: str, language: str
) -> SpokenKind | None:
    """Return what all of the text names, in the order of `kinds`; None for nothing."""
    for kind in kinds:
        if entry := moods.find(kind, text, language):
            return kind, entry.id
    return None


def compound_kind(moods: Moods, text: str, language: str) -> SpokenKind | None:
    """Return what the longest known end of the last word means, or None.

    Of a German compound its last part says what it is: "Silvesterparty".
    """
    word = text.rpartition(" ")[2] if language == "de" else ""
    ends = (word[start:] for start in range(1, len(word) - _SHORTEST_HEAD + 1))
    found = (named_kind(moods, _HEADS, end, language) for end in ends)
    return next(filter(None, found), None)


def known_kinds(
    moods: Moods, kind: Kind | None, text: str, language: str
) -> tuple[SpokenKind, ...] | None:
    """Return the kinds that all of a text means; None for what is not known.

    `kind`: what the text was heard as. A clause that was heard as an activity may mean
    none: "feed the cat".
    """
    named = named_kind(moods, KINDS, text, language)
    named = named or compound_kind(moods, text, language)
    named = named or (
        clause_kind(moods, text, language) if kind == "activity" else None
    )
    if named:
        return (named,)
    is_clause = kind == "activity" and len(text.split()) >= _SHORTEST_CLAUSE
    return described_kinds(moods, text, language) or (() if is_clause else None)


def clause_kind(moods: Moods, text: str, language: str) -> SpokenKind | None:
    """Return the activity of a clause's verb, else of its longest known part, or None.

    "Writing the party invitations" is work.
    """
    gap = "" if language == "ja" else " "
    spoken = folded(text, language)
    parts = spoken.split() if gap else list(spoken)
    places = range(len(parts))
    for start in reversed(places) if language in _VERB_LAST else places:
        said = gap.join(parts[start:])
        for activity in moods.entries["activity"].values():
            heads = activity.heads.get(language, ())
            if any(_begins(said, head, gap) for head in heads):
                return "activity", activity.id
    for length in reversed(places):
        for start in range(len(parts) - length + 1):
            part = gap.join(parts[start : start + length])
            if part and (known := moods.find("activity", part, language)):
                return "activity", known.id
    return None


def _begins(text: str, head: str, gap: str) -> bool:
    """Return whether a text begins with a verb, or a word that begins so: "bak-"."""
    if head.endswith("-"):
        return text.startswith(head[:-1])
    return f"{text}{gap}".startswith(f"{head}{gap}")


def described_kinds(moods: Moods, text: str, language: str) -> tuple[SpokenKind, ...]:
    """Return what adjectives and a genre mean: "quiet German folk", "good old soul".

    Praise means nothing. Empty where a word is not known, or none is a kind of music.
    """
    gap = "" if language == "ja" else " "
    spoken = folded(text, language)
    parts = spoken.split() if gap else list(spoken)
    praise = words_of(language).praise
    found: list[SpokenKind] = []
    start = 0
    while start < len(parts):
        for end in range(len(parts), start, -1):
            phrase = gap.join(parts[start:end])
            forms = tuple(inflected(phrase)) if gap else (phrase,)
            is_praise = not praise.isdisjoint(forms)
            named = (named_kind(moods, KINDS, form, language) for form in forms)
            kind = None if is_praise else next(filter(None, named), None)
            if kind or is_praise:
                found += [kind] if kind else []
                start = end
                break
        else:
            return ()
    return tuple(found) if any(kind in _HEADS for kind, _ in found) else ()


def is_praise(text: str, language: str) -> bool:
    """Return whether a text says only how good the music is: "really nice"."""
    praise = words_of(language).praise
    spoken = folded(text, language)
    parts = (spoken,) if language == "ja" else spoken.split()
    return all(not praise.isdisjoint(inflected(part)) for part in parts)


def inflected(name: str) -> Iterator[str]:
    """Yield a name, and the name with other endings of adjectives.

    >>> list(inflected("calma"))
    ['calma', 'calm', 'calmo', 'cal', 'calo']
    """
    yield name
    for stem in (name[:-1], name[:-2]):
        if len(stem) >= _SHORTEST_STEM:
            yield from (stem, f"{stem}o")


def mood_in(moods: Moods, text: str, language: str) -> Mood | None:
    """Return the mood that the longest known part of the text means, or None."""
    words = text.split()[:_LONGEST_FEELING]
    for length in range(len(words), 0, -1):
        for start in range(len(words) - length + 1):
            part = " ".join(words[start : start + length])
            if mood := moods.find("mood", part, language):
                return mood
    return None
