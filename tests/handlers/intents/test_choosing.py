""" "I'll take that one": the song stays in focus, whatever was read out."""

import dataclasses
import re

import pytest
from msgspec.structs import replace

from tests.handlers.alexa import Alexa, Reply, said
from tests.handlers.recommending_skill import CATALOGUE
from tests.handlers.screens import SCREENS
from tests.handlers.skill import configuration
from tests.providers.fake_library import FakeLibrary
from tests.providers.sample_music import NOW, rich_taste


@pytest.fixture
def alexa() -> Alexa:
    library = FakeLibrary(rich_taste(), CATALOGUE)
    return Alexa(configuration(library, now=lambda: NOW))


def songs(reply: Reply) -> list[tuple[str, str]]:
    """Songs and artists of a card."""
    return re.findall(r"^\d\. (Song \d+) by (Artist \d+)", reply.card, re.MULTILINE)


async def artist_of_focus(alexa: Alexa) -> str:
    """Return whom "who is it by?" names."""
    found = re.search(r"Artist \d+", (await alexa.says("PlaylistOwnerIntent")).speech)
    assert found is not None
    return found[0]


async def test_the_song_that_is_chosen_stays(alexa: Alexa) -> None:
    await alexa.says("RecommendIntent")
    artist = await artist_of_focus(alexa)
    chosen = await alexa.says("ChooseIntent")
    assert "play it" in chosen.speech
    assert artist in chosen.speech
    assert chosen.open
    assert await artist_of_focus(alexa) == artist


async def test_a_choice_is_a_like(alexa: Alexa) -> None:
    await alexa.says("RecommendIntent")
    artist = await artist_of_focus(alexa)
    await alexa.says("ChooseIntent")
    liked = await alexa.says("LikeIntent")
    assert f"it's the kind of music {artist} makes" in liked.speech


async def test_a_choice_of_several_asks_for_the_number(alexa: Alexa) -> None:
    await alexa.says("TopTracksIntent")
    assert (await alexa.says("ChooseIntent")).speech == "Which number?"


async def test_a_choice_answers_an_open_question(alexa: Alexa) -> None:
    await alexa.opens()
    assert "because" in (await alexa.says("ChooseIntent")).speech


async def test_a_playlist_in_focus_is_chosen_to_be_played(alexa: Alexa) -> None:
    await alexa.says("ListPlaylistsIntent")
    await alexa.says("SelectIntent", position=said("first", "1"))
    assert "Alexa, play the playlist" in (await alexa.says("ChooseIntent")).speech


async def test_next_in_a_neighbours_place_goes_on(alexa: Alexa) -> None:
    first = await alexa.says("TopTracksIntent")
    after = await alexa.says("SelectIntent", neighbour="next")
    assert after.speech not in (first.speech, "Which number?")
    assert (await alexa.says("SelectIntent", neighbour="purple")).speech == (
        "Which number?"
    )


@pytest.mark.parametrize("intent", ["PlayIntent", "LikeIntent"])
async def test_a_song_that_was_not_said_has_no_number(
    alexa: Alexa, intent: str
) -> None:
    await alexa.says("RecommendIntent")
    reply = await alexa.says(intent, position=said("second", "2"))
    assert "only one on this list" in reply.speech
    await alexa.says("AnotherIntent")
    assert "one to 2. " in (await alexa.says("PlayIntent", number="3")).speech


async def test_the_second_is_the_second_that_was_heard(alexa: Alexa) -> None:
    first = songs(await alexa.says("RecommendIntent"))[0]
    second = songs(await alexa.says("RecommendIntent"))[0]
    for position, (song, artist) in (("2", second), ("1", first), ("-1", second)):
        place = said("one", position)
        reply = await alexa.says("PlayIntent", position=place)
        assert f"{song} by {artist}" in reply.speech


async def test_only_what_was_said_is_compared() -> None:
    timed = [replace(song, duration_ms=n * 60_000) for n, song in enumerate(CATALOGUE)]
    library = FakeLibrary(rich_taste(), timed)
    alexa = Alexa(configuration(library, now=lambda: NOW))
    (song, _), *_ = songs(await alexa.says("RecommendIntent"))
    for extreme in ("longest", "shortest"):
        reply = await alexa.says("CompareIntent", extreme=said(extreme, extreme))
        assert song in reply.speech


async def test_a_number_means_what_a_screen_shows(alexa: Alexa) -> None:
    alexa.device = dataclasses.replace(alexa.device, screen=SCREENS["large"])
    first, shown, *_ = songs(await alexa.says("RecommendIntent"))
    second = said("second", "2")
    assert shown[0] in (await alexa.says("PlayIntent", position=second)).speech
    heard, *_ = songs(await alexa.says("RecommendIntent"))
    assert first != heard
    assert heard[0] in (await alexa.says("PlayIntent", position=second)).speech


SAVED = {"kind": "intent", "name": "SaveSongIntent"}


async def test_the_song_before_is_the_pick_before(alexa: Alexa) -> None:
    (first, _) = songs(await alexa.says("RecommendIntent"))[0]
    await alexa.says("AnotherIntent")
    for aside in ("PlaylistOwnerIntent", "SongFactsIntent"):
        await alexa.says(aside)
        before = await alexa.says("PreviousSongIntent")
        assert first in before.speech
        await alexa.says("AMAZON.NextIntent")
    alexa.attributes["answer"] = SAVED
    assert first in (await alexa.says("PreviousSongIntent")).speech


async def test_what_was_saved_is_told_again(alexa: Alexa) -> None:
    (first, _) = songs(await alexa.says("RecommendIntent"))[0]
    alexa.attributes["answer"] = SAVED
    again = await alexa.says("AMAZON.RepeatIntent")
    assert again.speech.startswith("That's")
    assert first in again.speech
