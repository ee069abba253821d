"""Amazon's errors in plain words, as developers quoted them in public."""

import pytest

from service.commands.publish.interaction_model_errors import in_plain_words

QUOTED = {
    'Sample utterance "play it" is already used in intent "PlayIntent".': "two places",
    "Duplicate sample utterances in intent Help": "two places",
    "model.type.name is unknown slot type name": "a type that is not there",
    'InvalidSlotTypeName: Slot type name "AMAZON.FirstName" is invalid.': "`types`",
    'There are missing slot values in slot type "AMAZON.FirstName"': "`types`",
    "InvalidInvocationName": "invocation name; it wants two words or more",
    'MissingDialogIntentSlotPrompt: Prompt id "Elicit.Slot.1" for slot "Address" is not'
    " present in prompts, but is referenced in the dialog model": "to `prompts`",
    "MissingSampleUtterance: Missing sample utterance. At least one sample utterance is"
    " required.": "has no sample; add one",
    'Sample utterance "what have i already" in intent "A" must include a carrier'
    " phrase. Sample intent utterances with phrase types cannot consist of only"
    " slots.": "needs a word beside it",
    "A sample utterance references a slot that is not defined in the intent.": "braces",
    'InvalidIntentName: Intent name "Hello.Intent" contains invalid'
    " characters.": "a sign that Amazon does not take",
    "An internal service error occurred.": "run this again",
}


@pytest.mark.parametrize("said", QUOTED)
def test_the_usual_errors_say_what_to_change(said: str) -> None:
    told = in_plain_words({"message": said})
    assert QUOTED[said] in told.partition(" (Amazon says: ")[0]
    assert told.endswith(f' (Amazon says: "{said}")')


def test_a_code_counts_and_what_is_not_known_stays_amazons() -> None:
    told = in_plain_words({"code": "InvalidIntentSamplePhraseSlot", "message": "No."})
    assert told.startswith("a sample with a free text")
    assert told.endswith('(Amazon says: "InvalidIntentSamplePhraseSlot: No.")')
    for unknown in ("Something else.", "Correct the manifest and try again."):
        assert in_plain_words({"message": unknown}) == unknown
    for shapeless in ({}, {"message": None}, {"message": ""}, {"message": ["a"]}):
        assert in_plain_words(shapeless) == ""
