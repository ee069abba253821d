"""Name matching: which of a listener's names was spoken.

`decide` compares the spoken words with every name, `answer` with the few that were just
asked about. `normal_form` brings names and spoken words into one spelling.
"""

from providers.name_matching.matcher import (
    Decision,
    NameMatch,
    Verdict,
    answer,
    decide,
)
from providers.name_matching.normalization import NormalForm, normal_form
from providers.name_matching.similarity import SURE, similarities

__all__ = [
    "SURE",
    "Decision",
    "NameMatch",
    "NormalForm",
    "Verdict",
    "answer",
    "decide",
    "normal_form",
    "similarities",
]
