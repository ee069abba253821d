"""Amazon's errors of a package or a model: what is wrong, and what to change, plainly.

Amazon publishes no list of these errors. The rules are those of its documentation
(https://developer.amazon.com/docs/custom-skills/, the pages that are named below and
https://developer.amazon.com/docs/smapi/interaction-model-schema.html); the codes and
words are those that developers quoted in public issues, read on 2026-11-29. What is not
recognised is told in Amazon's words alone.
"""

import re
from collections.abc import Mapping

_ADVICE = {
    # create-intents-utterances-and-slots.html: a sample belongs to one intent.
    r"(sample|utterance).*(duplicate|unique|more than once|already)"
    r"|duplicate.*(sample|utterance)": "the same sample stands in two places; leave it"
    " in one of them",
    # slot-type-reference.html: "MissingSlot", "InvalidSlotTypeName".
    r"slot type.*(unknown|not (defined|exist|found|supported|valid)|invalid)"
    r"|(unknown|undefined|invalid) slot type|InvalidSlotType"
    r"|missing slot values": "a slot has a type that is not there; define it under"
    " `types`, with values, or use one that Amazon has in this language",
    # choose-the-invocation-name-for-a-custom-skill.html
    r"invocation ?name": "Amazon does not take the invocation name; it wants two words"
    " or more in small letters, numbers spelled out, and no wake word or word that"
    " opens skills",
    # interaction-model-schema.html: "MissingDialogIntentSlotPrompt".
    r"prompt.*(not present|not found|missing)|missing\w*prompt"
    r"|missing prompt": "`dialog` names a question that is not there; add its id to"
    " `prompts`",
    # slot-type-reference.html, on AMAZON.SearchQuery
    r"carrier phrase|only slots|InvalidIntentSamplePhraseSlot"
    r"|phrase types?\b": "a sample with a free text (AMAZON.SearchQuery) needs a word"
    " beside it, and no other slot",
    r"missing ?(sample|utterance)|at least one sample"
    r"|no sample": "an intent, or a slot that Alexa asks for, has no sample; add one",
    r"slot.*(not defined in|not declared)|doesn't declare"
    r"|undefined slot": "a sample has a slot in braces that its intent does not have;"
    " add the slot, or correct its name",
    r"invalid characters?|not valid.*token|token.*not valid|valid punctuation"
    r"|Invalid(Intent|Slot)Name": "there is a sign that Amazon does not take; write"
    " words only, numbers spelled out, and names with letters and underscores",
    r"\bicon": "an icon is not as Amazon wants it: PNG or JPEG, 108x108 and 512x512"
    " points",
    r"internal (service )?error|unavailable"
    r"|try again later": "Amazon's service failed; run this again",
}
"""What to do, by a pattern of what Amazon says; the first one that fits counts."""

# What it quotes of ours may hold any word.
_QUOTED = re.compile(r"\"[^\"]*\"|(?<!\w)'[^']*'(?!\w)")

_CODE = re.compile(r"[A-Z]\w+")


def in_plain_words(error: Mapping[str, object]) -> str:
    """Return what an error of Amazon's (`message`, `code`) means and what to change.

    Amazon's own words follow in brackets. "" for an error without a message.
    """
    said, code = error.get("message"), error.get("code")
    if not isinstance(said, str) or not said:
        return ""
    if isinstance(code, str) and _CODE.fullmatch(code) and code not in said:
        said = f"{code}: {said}"
    own_words = _QUOTED.sub("…", said)
    for words, advice in _ADVICE.items():
        if re.search(words, own_words, re.IGNORECASE):
            return f'{advice} (Amazon says: "{said}")'
    return said
