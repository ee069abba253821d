"""Whatever the models let somebody say, the conversation answers."""

from typing import get_args

import msgspec
import pytest

from handlers.intents.builtins import Capability
from handlers.responses.listening_times import ListeningTime
from providers.music import Period
from providers.recommender.factory import read_moods
from providers.recommender.ranking.recommendation_query import Novelty
from simulator.alexa.interaction_model import Intent, LanguageModel, SlotSpec
from tests.handlers.alexa import Alexa
from tests.skill_package.conversing import answered, filled, skill, slots_read
from tests.skill_package.package import Package
from tests.skill_package.rules.example_phrases import asked
from tests.skill_package.rules.understanding import are_answered, are_known, are_read

SKILL = skill()
MOODS = read_moods().entries


@pytest.fixture
def model(package: Package) -> LanguageModel:
    return package.language_model("en-US")


_TIMES = frozenset(time.value for time in ListeningTime) - {ListeningTime.EVER.value}

KNOWN = {
    "Mood": frozenset(MOODS["mood"])
    | {genre.id for genre in MOODS["genre"].values() if genre.mood},
    "Activity": frozenset(MOODS["activity"]),
    "GenreName": frozenset(MOODS["genre"]),
    "Era": frozenset(MOODS["era"]),
    "MoodChange": frozenset(MOODS["change"]),
    "MusicSource": frozenset(MOODS["source"]),
    "MusicLanguage": frozenset(MOODS["language"]),
    "RecommendedThing": frozenset(("song", "artist")),
    "Period": frozenset(get_args(Period))
    | _TIMES
    | {"month", "this-year", "last-year"},
    "Novelty": frozenset(get_args(Novelty)),
    "Capability": frozenset(Capability) - {Capability.OTHER},
    "Neighbour": frozenset(("after", "before", "other")),
    "Position": frozenset(str(place) for place in (-1, *range(1, 11))),
}


async def _read(model: LanguageModel) -> dict[str, set[str]]:
    """Slots that were looked at where they were all filled, or all empty."""
    read = {}
    for intent in model.intents:
        empty = {slot.name: None for slot in intent.slots}
        read[intent.name] = await slots_read(
            SKILL, intent, filled(intent, model)
        ) | await slots_read(SKILL, intent, empty)
    return read


def test_every_intent_is_answered_and_every_answer_asked_for(
    model: LanguageModel,
) -> None:
    assert list(are_answered(model, answered(SKILL))) == []


async def test_every_slot_is_looked_at(model: LanguageModel) -> None:
    assert list(are_read(model, await _read(model))) == []


def test_every_value_means_something(model: LanguageModel) -> None:
    assert list(are_known(model, KNOWN)) == []


def test_an_intent_without_a_handler_is_found(model: LanguageModel) -> None:
    more = msgspec.structs.replace(
        model, intents=(*model.intents, Intent("DanceIntent"))
    )
    findings = list(are_answered(more, answered(SKILL)))
    assert findings == ["DanceIntent: nobody answers"]


def test_a_handler_without_an_intent_is_found(model: LanguageModel) -> None:
    fewer = msgspec.structs.replace(model, intents=model.intents[:-1])
    (finding,) = are_answered(fewer, answered(SKILL))
    assert finding == f"{model.intents[-1].name}: nobody can say it"


async def test_a_slot_that_nobody_looks_at_is_found(model: LanguageModel) -> None:
    intents = tuple(
        msgspec.structs.replace(one, slots=(*one.slots, SlotSpec("shape", "Mood")))
        if one.name == "RecommendIntent"
        else one
        for one in model.intents
    )
    more = msgspec.structs.replace(model, intents=intents)
    findings = list(are_read(more, await _read(more)))
    assert findings == ["RecommendIntent: nobody looks at shape"]


def test_a_value_that_nobody_knows_is_found(model: LanguageModel) -> None:
    known = KNOWN | {"Novelty": frozenset(("new",))}
    assert list(are_known(model, known)) == [
        "Novelty: familiar is not both said and known"
    ]


async def test_example_phrases_work_before_linking_or_say_so(package: Package) -> None:
    for locale, told in package.published().items():
        understood = package.language_model(locale)
        for phrase in told["examplePhrases"][1:]:
            meant = asked(phrase, locale, understood)
            assert meant
            alexa = Alexa(SKILL)
            alexa.unlinks()
            reply = await alexa.says(meant.intent, **meant.slots)
            assert reply.speech
            assert reply.turn.reason in (None, "not_linked")
            assert reply.open or (reply.links and reply.closed)
