"""Numbers of names compared: whether a name has those that were spoken, or others.

Another number, or another letter at the end ("workout B"), makes another name.
"""

from enum import Enum

from providers.lazy_imports import deferred_pattern
from providers.name_matching.normalization import NormalForm
from providers.name_matching.vocabulary import LABELS

_LAST_LETTER = deferred_pattern(r"(?<=[ \d]|[^\x00-\x7f])[a-z]$")


class Numbers(Enum):
    """How the numbers of a name compare to those that were spoken."""

    SAME = "same"
    MORE = "more"  # the name has those that were spoken, and others
    OTHER = "other"


def compare_numbers(spoken: NormalForm, name: NormalForm) -> Numbers:
    """Return whether the name has the spoken numbers, and others beside them."""
    heard, written = spoken.numbers, name.numbers
    if heard == written or "".join(heard) == "".join(written):
        return Numbers.SAME
    left = list(written)
    for number in heard:
        found = next((other for other in left if _same_number(number, other)), None)
        if found is None:
            return Numbers.OTHER
        left.remove(found)
    return Numbers.MORE if left else Numbers.SAME


def _same_number(one: str, other: str) -> bool:
    """Return whether the numbers are equal, a year also without its century."""
    short, long = sorted((one, other), key=len)
    year = len(short) == 2 and len(long) == 4 and long[:2] in ("19", "20")
    return one == other or (year and long.endswith(short))


def other_number(spoken: NormalForm, name: NormalForm) -> bool:
    """Return whether a number was spoken that the name does not have."""
    return compare_numbers(spoken, name) is Numbers.OTHER


def other_letter(spoken: NormalForm, name: NormalForm) -> bool:
    """Return whether each ends with a letter, but not the same: "workout A", "B"."""
    one = _LAST_LETTER.search(spoken.core_words)
    other = _LAST_LETTER.search(name.core_words)
    return one is not None and other is not None and one[0] != other[0]


def counts_alike(spoken: NormalForm, name: NormalForm) -> bool:
    """Return whether what was counted is what the name counts; true for no number."""
    numbers = compare_numbers(spoken, name)
    labelled = not LABELS.isdisjoint(spoken.words.split())
    if not spoken.numbers or (numbers is Numbers.MORE and not labelled):
        return True
    return numbers is Numbers.SAME and not counts_another(spoken, name)


def counts_another(spoken: NormalForm, name: NormalForm) -> bool:
    """Return whether one has a volume, the other a part, or the like."""
    labels = [LABELS.intersection(form.words.split()) for form in (spoken, name)]
    return all(labels) and labels[0].isdisjoint(labels[1])
