"""Errors in the dialog model that Amazon refuses, or that leave a question unheard."""

from tests.skill_package.package import Json, Package
from tests.skill_package.planting import Planted
from tests.skill_package.rules import dialog


def _inner(package: Package) -> Json:
    inner: Json = package.models["en-US"]["interactionModel"]
    return inner


def _without_a_slot(package: Package) -> None:
    del _inner(package)["dialog"]["intents"][0]


def _of_another_type(package: Package) -> None:
    _inner(package)["dialog"]["intents"][0]["slots"][0]["type"] = "Mood"


def _delegated(package: Package) -> None:
    _inner(package)["dialog"]["intents"][1]["delegationStrategy"] = "ALWAYS"


def _without_a_prompt(package: Package) -> None:
    del _inner(package)["prompts"][2]


def _that_does_not_ask(package: Package) -> None:
    _inner(package)["prompts"][0]["variations"][0]["value"] = "A playlist."


PLANTED: tuple[Planted, ...] = (
    Planted(
        dialog.has_every_elicited_slot,
        _without_a_slot,
        "en-US: OpenPlaylistIntent.playlist is not both",
    ),
    Planted(
        dialog.declares_what_the_language_model_has,
        _of_another_type,
        "en-US: OpenPlaylistIntent.playlist is of another type",
    ),
    Planted(
        dialog.asks_by_itself, _delegated, "en-US: RecommendIntent is delegated to"
    ),
    Planted(
        dialog.has_a_prompt_for_each,
        _without_a_prompt,
        "en-US: Elicit.WhichPlaylistIntent.song is not both",
    ),
    Planted(dialog.has_a_prompt_for_each, _that_does_not_ask, "does not ask"),
)
