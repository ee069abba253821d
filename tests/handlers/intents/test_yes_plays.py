""" "Play it?": asked of a recommendation where the skill plays; a yes plays it."""

from dataclasses import replace

import pytest

from providers.sample_library import LibraryRouter
from tests.handlers.alexa import Alexa
from tests.handlers.collection import Collection, track
from tests.handlers.conftest import SAMPLE
from tests.handlers.locales.catalogue import locales
from tests.handlers.screens import SCREENS, drawn
from tests.handlers.skill import configuration
from tests.skill_package.conversing import NoDevices
from tests.skill_package.test_hints import HINTS

YES, NO = "AMAZON.YesIntent", "AMAZON.NoIntent"


def skill(collection: Collection, player: NoDevices | None) -> Alexa:
    songs = [track(f"Song {n}", f"By {n}") for n in "1234"]
    collection.tracks = {"months": tuple(songs)}
    router = LibraryRouter(collection, SAMPLE)
    return Alexa(configuration(router, player=player))


@pytest.mark.parametrize("aside", [None, "WhyIntent", NO, "AnotherIntent"])
async def test_a_yes_is_no_opinion_where_it_plays(
    collection: Collection, aside: str | None
) -> None:
    alexa = skill(collection, NoDevices())
    asked = await alexa.says("RecommendIntent")
    if aside is not None:
        asked = await alexa.says(aside)
    assert asked.speech.endswith(("Play it?", "to hear it?", "I play it?"))
    answer = await alexa.says(YES)
    assert "I can't find a speaker" in answer.speech


async def test_the_demo_asks_for_an_opinion(collection: Collection) -> None:
    alexa = skill(collection, NoDevices())
    alexa.unlinks()
    await alexa.says("DemoIntent")
    asked = await alexa.says(YES)
    assert asked.speech.endswith("ike it?")
    liked = await alexa.says(YES)
    assert liked.speech.startswith("Good to know.")


@pytest.mark.parametrize("locale", locales())
@pytest.mark.parametrize("player", [None, NoDevices()])
async def test_help_and_screen_say_play_it(
    collection: Collection, locale: str, player: NoDevices | None
) -> None:
    alexa = skill(collection, player)
    alexa.speaks(locale)
    alexa.device = replace(alexa.device, screen=SCREENS["large"])
    (play_it,) = HINTS[locale]["PlayIntent"]
    screen = drawn(await alexa.says("RecommendIntent"))
    assert screen is not None
    helped = await alexa.says("AMAZON.HelpIntent")
    for text in (screen["say"], helped.speech):
        plain = text.replace("\N{NO-BREAK SPACE}", " ").casefold()
        assert (play_it in plain) is (player is not None), text
