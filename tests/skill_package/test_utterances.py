"""What people say, in their own language, reaches the intent that they mean.

`utterances/<locale>.toml` is a locale's corpus, a table for each kind of utterance:

    [moods]
    "something calm" = "RecommendIntent mood=calm"
    "open my road trip" = "OpenPlaylistIntent playlist=road-trip"

Left is what is said, right the intent and every slot that is filled: the resolved id
where the words match a value, else the words. "launch" and "exit" stand for opening the
skill by its name and for leaving it. Two tables are no kinds:

- `[library.UserPlaylist]`, `[library.UserArtist]`: the names of a small library by id.
  The skill sends them as dynamic entities; they are in force everywhere, and their ids
  come before those of the model.
- `[after."OpenPlaylistIntent playlist"]`: what is said after the skill asked for that
  slot (`Dialog.ElicitSlot`).
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from simulator.alexa.interaction_model import Entity, Name
from simulator.alexa.requests import Interpretation
from tests.skill_package.package import understanding

CORPORA = sorted(Path(__file__).with_name("utterances").glob("*.toml"))
FEWEST = 150
_SLOT = re.compile(r"(\w+)=(.*?)(?=\s\w+=|$)")


class Utterance(NamedTuple):
    """One line of a corpus; `question`: the intent and slot that was asked for."""

    kind: str
    said: str
    intent: str
    slots: Mapping[str, str]
    question: tuple[str, str] | None = None


class Corpus(NamedTuple):
    """The utterances of a locale, and the library that is in force."""

    locale: str
    utterances: tuple[Utterance, ...]
    library: Mapping[str, tuple[Entity, ...]]


def read_corpus(file: Path) -> Corpus:
    tables = tomllib.loads(file.read_text(encoding="utf-8"))
    library = {
        slot_type: tuple(Entity(Name(name), value) for value, name in names.items())
        for slot_type, names in tables.pop("library", {}).items()
    }
    utterances = tuple(_utterances(tables))
    return Corpus(file.stem, utterances, library)


def _utterances(tables: Mapping[str, Mapping[str, str]]) -> Iterator[Utterance]:
    answers: Mapping[str, Mapping[str, str]] = tables.get("after", {})  # type: ignore[assignment]
    for question, lines in answers.items():
        intent, slot = question.split()
        for said, meant in lines.items():
            yield _utterance("after", said, meant)._replace(question=(intent, slot))
    for kind, lines in tables.items():
        if kind != "after":
            for said, meant in lines.items():
                yield _utterance(kind, said, meant)


def _utterance(kind: str, said: str, meant: str) -> Utterance:
    intent, _, slots = meant.partition(" ")
    return Utterance(kind, said, intent, dict(_SLOT.findall(slots)))


def misunderstood(corpus: Corpus) -> list[str]:
    """Return a line for each utterance that means something else to the simulator."""
    lines = []
    for utterance in corpus.utterances:
        heard = understanding(corpus.locale).interpret(
            utterance.said, corpus.library, elicited_slot=utterance.question
        )
        intent, slots = heard.intent or heard.kind, filled(heard)
        if (intent, slots) != (utterance.intent, utterance.slots):
            lines.append(
                f"{utterance.kind}: {utterance.said!r} is {utterance.intent} "
                f"{utterance.slots}, not {intent} {slots}"
            )
    return lines


def filled(heard: Interpretation) -> dict[str, str]:
    """Return each filled slot's id, that of a dynamic entity first, or its words."""
    values = {}
    for name, slot in heard.slots.items():
        matches = sorted(slot.matches or (), key=lambda match: not match.dynamic)
        if slot.value is not None:
            values[name] = matches[0].id if matches else slot.value
    return values


@pytest.mark.slow
@pytest.mark.parametrize("file", CORPORA, ids=lambda file: file.stem)
def test_everything_in_the_corpus_is_understood(file: Path) -> None:
    corpus = read_corpus(file)
    wrong = misunderstood(corpus)
    count = len(corpus.utterances)
    print(f"{corpus.locale}: {count - len(wrong)} of {count} understood")
    assert "\n".join(wrong) == ""
    assert count >= FEWEST


def test_what_is_not_understood_is_found() -> None:
    calm = Utterance("moods", "something calm", "RecommendIntent", {"mood": "happy"})
    (line,) = misunderstood(Corpus("en-US", (calm,), {}))
    assert line.endswith("not RecommendIntent {'mood': 'calm'}")
