"""What is offered to be said is understood when it is said."""

import pytest

from simulator.alexa.entity_resolution import Entities
from simulator.alexa.interaction_model import (
    Entity,
    Intent,
    LanguageModel,
    ModelMissing,
    ModelUnreadable,
    Name,
    SlotSpec,
    locales,
    parse_model,
    read_model,
)
from simulator.console.page_state import MAX_SUGGESTIONS, sentences, suggestions
from tests.skill_package.package import understanding


def test_a_sample_of_each_intent_with_its_slots_filled(english: LanguageModel) -> None:
    offered = suggestions(Entities(english), 0)
    assert "what are my playlists" in offered
    assert "open Morning Coffee" in offered
    assert not any("{" in one for one in offered)


def test_other_samples_from_turn_to_turn(english: LanguageModel) -> None:
    several = {suggestions(Entities(english), turn) for turn in range(4)}
    assert len(several) == 4


def test_the_listeners_own_names_come_first(english: LanguageModel) -> None:
    sent = {"UserPlaylist": (Entity(Name("Deep Focus")),)}
    assert "open Deep Focus" in suggestions(Entities(english, sent), 0)


def test_what_alexa_has_just_named_comes_first(english: LanguageModel) -> None:
    spoken = ["Say, list my playlists, or ask: what should I listen to?"]
    offered = suggestions(Entities(english), 1, spoken)
    assert offered[:2] == ("what should i listen to", "list my playlists")
    assert "my playlists" not in offered[:3]  # a part of one that is there


def test_a_language_without_spaces_is_searched_by_letters(
    japanese: LanguageModel,
) -> None:
    spoken = ["プレイリストを見せて、と言ってください。"]
    assert suggestions(Entities(japanese), 0, spoken)[0] == "プレイリスト を 見せて"


def test_samples_that_cannot_be_filled_are_not_offered(english: LanguageModel) -> None:
    assert not any("neighbours" in one for one in sentences(Entities(english)))


def test_no_intents_no_suggestions() -> None:
    empty = LanguageModel("nobody")
    assert suggestions(Entities(empty), 3) == ()
    unfillable = Intent("A", (SlotSpec("x", "Nothing"),), ("say {x}", "{x}"))
    assert suggestions(Entities(LanguageModel("n", (unfillable,))), 0) == ()


# The other English models have en-US's samples (tests/skill_package/test_english.py).
LANGUAGES = [name for name in locales() if name == "en-US" or name[:2] != "en"]


@pytest.mark.slow
@pytest.mark.parametrize("locale", LANGUAGES)
def test_everything_that_is_offered_is_understood(locale: str) -> None:
    listening = understanding(locale)
    model = listening.model
    declared = {intent.name for intent in model.intents}
    for turn in range(12):
        offered = suggestions(Entities(model), turn)
        assert 0 < len(offered) <= MAX_SUGGESTIONS
        for sentence in offered:
            report_after = listening.interpret(sentence)
            assert report_after.intent in declared - {"AMAZON.FallbackIntent"}, sentence


@pytest.mark.slow
@pytest.mark.parametrize("locale", LANGUAGES)
def test_every_sample_leads_to_its_own_intent(locale: str) -> None:
    listening = understanding(locale)
    strays = [
        (intent.name, sample, report_after.intent)
        for intent in listening.model.intents
        for sample in intent.samples
        if "{" not in sample
        and (report_after := listening.interpret(sample)).intent != intent.name
    ]
    assert strays == []


def test_a_locale_without_a_model_names_those_with_one() -> None:
    with pytest.raises(ModelMissing, match="en-US"):
        read_model("tlh-QO")


@pytest.mark.parametrize("text", [b"", b"[]", b'{"interactionModel": {}}'])
def test_a_file_that_is_no_model_says_where(text: bytes) -> None:
    with pytest.raises(ModelUnreadable, match="xx-XX: not an interaction model"):
        parse_model(text, "xx-XX")
