"""The dialog model: each slot that the skill elicits, with its prompt in every locale.

https://developer.amazon.com/docs/alexa/custom-skills/define-the-dialog-to-collect-and-confirm-required-information.html
"""

from collections.abc import Iterator

from handlers.dialog import ELICITED
from tests.skill_package.package import Json, Package
from tests.skill_package.rules import Rule

BY_THE_SKILL = "SKILL_RESPONSE"
"""The skill asks; Alexa never asks for a slot by herself."""


def has_every_elicited_slot(package: Package) -> Iterator[str]:
    for locale, model in package.models.items():
        wanted, there = set(ELICITED.values()), set(_slots(model))
        for intent, slot in sorted(wanted ^ there):
            yield f"{locale}: {intent}.{slot} is not both elicited and in the dialog"


def declares_what_the_language_model_has(package: Package) -> Iterator[str]:
    for locale, words in package.language_models().items():
        types = {(i.name, s.name): s.type for i in words.intents for s in i.slots}
        for (intent, slot), told in _slots(package.models[locale]).items():
            if types.get((intent, slot)) != told["type"]:
                yield f"{locale}: {intent}.{slot} is of another type"


def asks_by_itself(package: Package) -> Iterator[str]:
    for locale, model in package.models.items():
        dialog = _inner(model).get("dialog", {})
        for told in (dialog, *dialog.get("intents", [])):
            if told.get("delegationStrategy") != BY_THE_SKILL:
                yield f"{locale}: {told.get('name', 'dialog')} is delegated to Alexa"


def has_a_prompt_for_each(package: Package) -> Iterator[str]:
    for locale, model in package.models.items():
        prompts = {p["id"]: p["variations"] for p in _inner(model).get("prompts", [])}
        used = {t["prompts"].get("elicitation") for t in _slots(model).values()}
        for name in sorted(used ^ set(prompts), key=str):
            yield f"{locale}: {name} is not both a prompt and used"
        for name, variations in prompts.items():
            if not all(v["value"].endswith(("?", "？")) for v in variations):
                yield f"{locale}: {name} does not ask"


def _inner(model: Json) -> Json:
    inner: Json = model["interactionModel"]
    return inner


def _slots(model: Json) -> dict[tuple[str, str], Json]:
    intents = _inner(model).get("dialog", {}).get("intents", [])
    return {(i["name"], s["name"]): s for i in intents for s in i["slots"]}


RULES: tuple[Rule, ...] = (
    has_every_elicited_slot,
    declares_what_the_language_model_has,
    asks_by_itself,
    has_a_prompt_for_each,
)
