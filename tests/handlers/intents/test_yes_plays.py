""" "Play it?": asked of a recommendation where the skill plays; a yes plays it."""

from copy import deepcopy
from dataclasses import replace

import pytest

from handlers.responses.responder import Responder
from providers.sample_library import LibraryRouter
from tests.handlers.alexa import Alexa
from tests.handlers.collection import Collection, items, playlist, track
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
async def test_a_playlist_that_was_opened_is_offered(
    collection: Collection, locale: str
) -> None:
    alexa = skill(collection, NoDevices())
    alexa.speaks(locale)
    collection.shelf = (playlist("Gym"),)
    collection.contents["id-Gym"] = items(*(track(f"Song {n}") for n in range(9)))
    opened = await alexa.says("OpenPlaylistIntent", playlist="gym")
    assert alexa.attributes["question"]["purpose"] == "play"
    more = await alexa.says("AMAZON.NextIntent")
    assert "Song 3" in more.speech
    await alexa.says("OpenPlaylistIntent", playlist="gym")
    played = await alexa.says(YES)
    assert played.speech != opened.speech
    assert "Song" not in played.speech


async def test_without_a_player_a_yes_reads_on(collection: Collection) -> None:
    alexa = skill(collection, None)
    collection.shelf = (playlist("Gym"),)
    collection.contents["id-Gym"] = items(*(track(f"Song {n}") for n in range(9)))
    opened = await alexa.says("OpenPlaylistIntent", playlist="gym")
    assert "play" not in opened.speech.removeprefix("playlist")
    assert "Song 3" in (await alexa.says(YES)).speech


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


ASIDES = (
    "PlaylistOwnerIntent", "PlaylistLengthIntent", "SongFactsIntent",
    "WhoseAccountIntent",
)  # fmt: skip


@pytest.mark.parametrize("locale", locales())
@pytest.mark.parametrize("intent", ASIDES)
async def test_an_aside_leaves_the_song_offered(
    collection: Collection, locale: str, intent: str
) -> None:
    alexa = skill(collection, NoDevices())
    alexa.speaks(locale)
    await alexa.says("RecommendIntent")
    offers = Responder.read().localization(locale).wordings("play-it", "words")
    said = set()
    for _ in range(2):
        aside = await alexa.says(intent)
        assert aside.speech.endswith(offers), aside.speech
        said.add(aside.speech)
    assert len(said) == 2
    offered = deepcopy(alexa.attributes)
    played = await alexa.says(YES)
    alexa.attributes = offered
    assert played.speech == (await alexa.says("PlayIntent")).speech


async def test_a_song_that_was_named_since_is_not_the_one_offered(
    collection: Collection,
) -> None:
    alexa = skill(collection, NoDevices())
    await alexa.says("RecommendIntent")
    other = await alexa.says("NowPlayingIntent")
    assert not other.speech.endswith(("Play it?", "to hear it?", "I play it?"))


@pytest.mark.parametrize("name", ["Morning Coffee", "Dinner"])  # one is a kind, too
async def test_a_playlist_is_a_model(collection: Collection, name: str) -> None:
    alexa = skill(collection, None)
    collection.shelf = (playlist(name),)
    own = [track(f"Cup {n}", "Low Orbit") for n in range(3)]
    collection.contents[f"id-{name}"] = items(*own, track("Else", "Somebody"))
    reply = await alexa.says("RecommendIntent", artist=name.lower())
    assert f"More like {name}" in reply.speech
