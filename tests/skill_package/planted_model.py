"""Samples, slots and types that certification or the recogniser would refuse."""

from tests.skill_package.package import Package
from tests.skill_package.planting import (
    Plant,
    Planted,
    intent,
    say,
    say_only,
    slot_type,
    spoken_as,
    words,
)
from tests.skill_package.rules import collisions, parity, samples, slot_types

EIGHT = tuple(f"tell me {one} thing" for one in ("a", "no", *"bcdefg"))


def _free_slot(*more: str) -> Plant:
    """The search for a song says this as well."""

    def plant(package: Package) -> None:
        searching = intent(package, "WhichPlaylistIntent")
        searching["slots"] += [{"name": "mood", "type": "Mood"}]
        searching["samples"] += more

    return plant


def _typed(kind: str) -> Plant:
    """The slot of the intent that opens a playlist is of another type."""

    def plant(package: Package) -> None:
        intent(package, "OpenPlaylistIntent")["slots"][0]["type"] = kind

    return plant


def _declared_twice(package: Package) -> None:
    opening = intent(package, "OpenPlaylistIntent")
    opening["slots"] += opening["slots"]


def _value(kind: str, word: str, **changes: object) -> Plant:
    """A slot type has one more value."""

    def plant(package: Package) -> None:
        value = {"id": "more", "name": {"value": word}, **changes}
        slot_type(package, kind)["values"].append(value)

    return plant


def _nothing_in(kind: str) -> Plant:
    def plant(package: Package) -> None:
        slot_type(package, kind)["values"] = []

    return plant


def _no_synonyms(package: Package) -> None:
    del slot_type(package, "Mood")["values"][0]["name"]["synonyms"]


def _without(name: str, locale: str) -> Plant:
    """A locale, a new one perhaps, lacks an intent."""

    def plant(package: Package) -> None:
        spoken_as("musik regal", locale)(package)
        kept = [one for one in words(package)["intents"] if one["name"] != name]
        words(package, locale)["intents"] = kept

    return plant


def _twice(package: Package) -> None:
    words(package)["intents"].append(intent(package, "WhyIntent"))


def _unknown_built_in(package: Package) -> None:
    words(package)["intents"].append({"name": "AMAZON.HlepIntent", "samples": []})


def _other_values(package: Package) -> None:
    spoken_as("musik regal", "de-DE")(package)
    other = [{**slot_type(package, "Mood"), "values": []}]
    rest = [one for one in words(package)["types"] if one["name"] != "Mood"]
    words(package, "de-DE")["types"] = rest + other


def _unpublished(package: Package) -> None:
    spoken_as("musik regal", "nl-NL")(package)


PLANTED = (
    Planted(samples.are_legal, say("WhyIntent", "why, then"), "no use"),
    Planted(samples.are_legal, say("WhyIntent", "why?"), "no use"),
    Planted(samples.are_legal, say("WhyIntent", "why number 9"), "no use"),
    Planted(samples.are_legal, say("WhyIntent", "why this. and that"), "no use"),
    Planted(samples.are_legal, say("WhyIntent", "почему"), "no use"),
    Planted(samples.are_legal, say("WhyIntent", " why"), "no use"),
    Planted(samples.are_legal, say("WhyIntent", "why {Slot}"), "no use"),
    Planted(samples.are_legal, say("WhyIntent", "why " * 60 + "oh"), "too long"),
    Planted(samples.are_enough, say_only("WhyIntent", *EIGHT[:7]), "7 samples"),
    Planted(
        samples.are_enough, say_only("WhyIntent", *EIGHT[:7], "Tell me, a thing"), "7"
    ),
    Planted(samples.are_varied, say_only("WhyIntent", *EIGHT), "one way: {'tell me'}"),
    Planted(samples.appear_once, say("WhyIntent", "Why this"), "'why this' is there 2"),
    Planted(samples.say_every_slot, say("WhyIntent", "why {mood}"), "mood is not both"),
    Planted(samples.say_every_slot, _free_slot(), "mood is not both"),
    Planted(samples.say_every_slot, _declared_twice, "playlist is declared twice"),
    Planted(
        samples.say_a_slot_once,
        say("OpenPlaylistIntent", "open {playlist} or {playlist}"),
        "has a slot twice",
    ),
    Planted(
        samples.set_slots_apart,
        say("OpenPlaylistIntent", "reopen{playlist}"),
        "has a slot within a word",
    ),
    Planted(
        collisions.mean_one_intent,
        say("WhyIntent", "Forget  me"),
        "'forget me' means ForgetMeIntent and WhyIntent",
    ),
    Planted(
        collisions.mean_one_intent,
        say("PlaylistOwnerIntent", "look into {playlist}"),
        "means OpenPlaylistIntent and PlaylistOwnerIntent",
    ),
    Planted(
        collisions.mean_one_intent_when_filled,
        say("WhyIntent", "recommend some jazz"),
        "'recommend some jazz' means",
    ),
    Planted(
        collisions.keep_search_queries_apart,
        _free_slot("find {song} {mood}"),
        "more than the free slot",
    ),
    Planted(collisions.keep_search_queries_apart, _free_slot("{song}"), "with no word"),
    Planted(
        collisions.catch_not_everything,
        say_only("OpenPlaylistIntent", "{playlist}"),
        "takes whatever is said",
    ),
    Planted(
        collisions.catch_not_everything,
        _typed("AMAZON.MusicPlaylist"),
        "AMAZON.MusicPlaylist is not the same everywhere",
    ),
    Planted(slot_types.are_used, _typed("Playlist"), "Playlist: is not both"),
    Planted(slot_types.have_values_with_ids, _nothing_in("Mood"), "has no values"),
    Planted(
        slot_types.have_values_with_ids, _value("Mood", "odd", id=None), "None is no id"
    ),
    Planted(
        slot_types.have_values_with_ids, _value("Mood", "odd", id="So odd"), "is no id"
    ),
    Planted(
        slot_types.have_values_with_ids,
        _value("Mood", "odd", id="calm"),
        "the id 'calm' is there 2 times",
    ),
    Planted(slot_types.have_synonyms, _no_synonyms, "no other word for calm"),
    Planted(
        slot_types.tell_values_apart, _value("Mood", "Relaxed"), "'relaxed' is there 2"
    ),
    Planted(slot_types.are_spelled_as_said, _value("Mood", "so: so"), "cannot be said"),
    Planted(slot_types.are_spelled_as_said, _value("Mood", ""), "cannot be said"),
    Planted(slot_types.are_spelled_as_said, _value("Mood", "тоска"), "cannot be said"),
    Planted(
        parity.understand_the_built_in_intents,
        _without("AMAZON.StopIntent", "de-DE"),
        "de-DE: does not understand AMAZON.StopIntent",
    ),
    Planted(
        parity.understand_the_built_in_intents, _unknown_built_in, "HlepIntent is no"
    ),
    Planted(parity.name_an_intent_once, _twice, "has WhyIntent twice"),
    Planted(
        parity.have_the_same_intents,
        _without("WhyIntent", "de-DE"),
        "de-DE: lacks WhyIntent, which en-US has",
    ),
    Planted(
        parity.have_the_same_values,
        _other_values,
        "de-DE: lacks Mood calm, which en-US",
    ),
    Planted(parity.are_of_the_same_locales, _unpublished, "nl-NL: has no legal pages"),
    Planted(parity.are_of_a_known_language, _unpublished, "nl-NL: the linter does not"),
)
