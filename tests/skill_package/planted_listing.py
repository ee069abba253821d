"""Texts, example phrases and icons that certification refuses."""

from tests.skill_package.package import Package
from tests.skill_package.planting import Plant, Planted, listing
from tests.skill_package.rules import example_phrases
from tests.skill_package.rules import listing as rules

OPEN = "Alexa, open record shelf"


def _trying(*phrases: str) -> Plant:
    return listing(examplePhrases=[OPEN, *phrases])


def _icon(kind: str, data: bytes) -> Plant:
    def plant(package: Package) -> None:
        package.files[f"assets/images/en-US_{kind}.png"] = data

    return plant


def _swapped(package: Package) -> None:
    large = package.files["assets/images/en-US_largeIcon.png"]
    _icon("smallIcon", large)(package)


def _tested(instructions: str) -> Plant:
    def plant(package: Package) -> None:
        told = package.manifest["publishingInformation"]
        told["testingInstructions"] = instructions

    return plant


PLANTED = (
    Planted(example_phrases.are_a_few, listing(examplePhrases=None), "0 example"),
    Planted(example_phrases.are_a_few, _trying("a", "b", "c"), "4 example phrases"),
    Planted(example_phrases.are_a_few, _trying(OPEN), "different"),
    Planted(example_phrases.are_a_few, _trying("why " * 60), "longer than 200"),
    Planted(
        example_phrases.begin_by_opening,
        listing(examplePhrases=["Alexa, ask record shelf why"]),
        "the first example phrase is not 'Alexa, open record shelf'",
    ),
    *(
        Planted(example_phrases.are_samples, _trying(phrase), "is no sample")
        for phrase in (
            "Alexa, ask record shelf to make me a sandwich",
            "Alexa, ask vinyl shelf to try the demo",
            "Alexa, try the demo",
            "Alexa, ask record shelf to recommend some polka",
            "Alexa, ask record shelf to recommend some {genre}",
            "Alexa, ask record shelf number five",
        )
    ),
    Planted(rules.has_a_name, listing(name="Spotify Shelf"), "cannot be the skill's"),
    Planted(rules.has_a_name, listing(name="Alexa Shelf"), "cannot be the skill's"),
    Planted(rules.has_a_name, listing(name="R"), "cannot be the skill's name"),
    Planted(rules.has_a_short_summary, listing(summary="s" * 161), "longer than 160"),
    Planted(rules.has_a_short_summary, listing(summary=None), "missing"),
    Planted(rules.has_a_description, listing(description="d" * 4001), "than 4000"),
    Planted(rules.has_a_description, listing(description=""), "missing"),
    Planted(
        rules.has_few_keywords,
        listing(keywords=[f"word {n}" for n in range(31)]),
        "more than 30",
    ),
    Planted(rules.has_few_keywords, listing(keywords=["a", "a"]), "double"),
    Planted(rules.has_few_keywords, listing(keywords=["k" * 151]), "longer than 150"),
    Planted(
        rules.names_whose_metadata_it_is,
        listing(description="Spotify and Spotify.\n\nHave fun with Spotify!"),
        "does not end with what Spotify asks",
    ),
    Planted(rules.has_icons, listing(smallIconUri=None), "smallIconUri is not file://"),
    Planted(rules.has_icons, _icon("largeIcon", b""), "no PNG of 512 by 512"),
    Planted(rules.has_icons, _icon("largeIcon", b"GIF89a" * 9), "no PNG of 512 by 512"),
    Planted(rules.has_icons, _swapped, "no PNG of 108 by 108"),
    Planted(rules.tells_how_to_test, _tested(""), "missing"),
    Planted(rules.tells_how_to_test, _tested("demo, link, Spotify" * 300), "than 4000"),
    Planted(rules.tells_how_to_test, _tested("Spotify: link it"), "mention 'demo'"),
)
