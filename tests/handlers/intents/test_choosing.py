""" "I'll take that one": the song stays in focus, whatever was read out."""

import re

import pytest

from tests.handlers.alexa import Alexa, said
from tests.handlers.recommending_skill import CATALOGUE
from tests.handlers.skill import configuration
from tests.providers.fake_library import FakeLibrary
from tests.providers.sample_music import NOW, rich_taste


@pytest.fixture
def alexa() -> Alexa:
    library = FakeLibrary(rich_taste(), CATALOGUE)
    return Alexa(configuration(library, now=lambda: NOW))


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
