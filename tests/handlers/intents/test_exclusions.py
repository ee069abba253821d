"""Standing exclusions: told, heard, and taken back."""

import re

import pytest

from providers.listener import Listener
from providers.recommender.ranking.history import MOST_EXCLUSIONS, History
from providers.recommender.ranking.recommendation_query import Exclusion
from simulator.alexa.requests import SlotMatch, SlotValue
from tests.handlers.alexa import Alexa, Reply
from tests.handlers.recommending_skill import Stage
from tests.providers.fake_library import InMemoryStore


class Forgetful(InMemoryStore):
    """Loses every history, as where the listener's account is unknown."""

    async def keep_history(self, listener: Listener, memory: History) -> None: ...


def matched(words: str, value_id: str, slot_type: str) -> SlotValue:
    return SlotValue(words, (SlotMatch(words, value_id),), slot_type)


JAZZ = {"genre": matched("jazz", "jazz", "GenreName")}
THIS_SONG = {"thing": matched("this song", "song", "RecommendedThing")}
THIS_ARTIST = {"thing": matched("this artist", "artist", "RecommendedThing")}


@pytest.fixture
def stage() -> Stage:
    return Stage()


@pytest.fixture
def alexa(stage: Stage) -> Alexa:
    return stage.alexa()


def kept(stage: Stage) -> tuple[Exclusion, ...]:
    (history,) = stage.shelf.memories.values()
    return history.exclusions


def artists(reply: Reply) -> list[str]:
    return re.findall(r"Artist \d+", reply.speech)


async def test_never_recommend_a_genre(stage: Stage, alexa: Alexa) -> None:
    reply = await alexa.says("NeverRecommendIntent", **JAZZ)
    assert "jazz" in reply.speech
    assert reply.open
    assert kept(stage) == (Exclusion("genre", "jazz"),)
    heard = [await alexa.says("AMAZON.YesIntent")]
    heard += [await alexa.says("AnotherIntent") for _ in range(12)]
    numbers = [int(name.split()[1]) for one in heard for name in artists(one)]
    assert numbers
    assert all(number % 4 != 1 for number in numbers)  # these play jazz


async def test_while_picks_are_read_the_next_one_follows(alexa: Alexa) -> None:
    await alexa.says("RecommendIntent")
    reply = await alexa.says("NeverRecommendIntent", **JAZZ)
    assert reply.speech.startswith("OK, no more jazz. ")
    assert artists(reply)


async def test_the_artist_in_focus_is_never_heard_again(
    stage: Stage, alexa: Alexa
) -> None:
    (name, *_) = artists(await alexa.says("RecommendIntent"))
    reply = await alexa.says("NeverRecommendIntent", **THIS_ARTIST)
    assert reply.speech.startswith(f"OK, no more {name}.")
    assert kept(stage) == (Exclusion("artist", name),)
    for _ in range(20):
        assert name not in artists(await alexa.says("AnotherIntent"))[:1]


@pytest.mark.parametrize("slots", [THIS_SONG, {}])
async def test_the_song_in_focus(
    stage: Stage, alexa: Alexa, slots: dict[str, SlotValue]
) -> None:
    first = await alexa.says("RecommendIntent")
    title = re.findall(r"Song \d+", first.speech)[0]
    await alexa.says("NeverRecommendIntent", **slots)
    (exclusion,) = kept(stage)
    assert (exclusion.kind, exclusion.title) == ("song", title)
    told = await alexa.says("ListExclusionsIntent")
    assert title in told.speech


async def test_a_place_on_the_page_is_no_name(stage: Stage, alexa: Alexa) -> None:
    first = await alexa.says("RecommendIntent")
    title = re.findall(r"Song \d+", first.speech)[0]
    await alexa.says("NeverRecommendIntent", artist="the first one")
    (exclusion,) = kept(stage)
    assert (exclusion.kind, exclusion.title) == ("song", title)


@pytest.mark.parametrize(
    "slots",
    [
        *({}, THIS_SONG, THIS_ARTIST, {"artist": ""}, {"artist": "that band"}),
        {"artist": "the second one"},
    ],
)
async def test_without_a_name_and_a_focus_it_is_asked_for(
    stage: Stage, alexa: Alexa, slots: dict[str, SlotValue]
) -> None:
    reply = await alexa.says("NeverRecommendIntent", **slots)
    assert "never recommend" in reply.speech
    assert reply.open
    assert stage.shelf.memories == {}


async def test_a_spoken_name_becomes_the_artists_own(stage: Stage) -> None:
    alexa = stage.alexa()
    await alexa.says("NeverRecommendIntent", artist="artist 205")
    await alexa.says("NeverRecommendIntent", artist="nobody's song")
    assert kept(stage) == (
        Exclusion("artist", "Artist 205"),
        Exclusion("name", "nobody's song"),
    )


async def test_the_same_again_is_kept_once(stage: Stage, alexa: Alexa) -> None:
    for name in ("artist 205", "ARTIST 205", "Artist  205"):
        assert (await alexa.says("NeverRecommendIntent", artist=name)).open
    assert len(kept(stage)) == 1


async def test_what_is_left_out_can_be_heard(alexa: Alexa) -> None:
    nothing = await alexa.says("ListExclusionsIntent")
    assert "don't leave anything out" in nothing.speech
    await alexa.says("NeverRecommendIntent", **JAZZ)
    for number in range(6):
        await alexa.says("NeverRecommendIntent", artist=f"nobody {number}")
    reply = await alexa.says("ListExclusionsIntent")
    assert "nobody 5" in reply.speech
    assert "2 more" in reply.speech
    assert "jazz" in reply.card
    assert reply.open


async def test_it_can_be_taken_back(stage: Stage, alexa: Alexa) -> None:
    await alexa.says("NeverRecommendIntent", **JAZZ)
    await alexa.says("NeverRecommendIntent", artist="artist 205")
    reply = await alexa.says("AllowAgainIntent", artist="artist 205")
    assert "Artist 205 is back" in reply.speech
    assert kept(stage) == (Exclusion("genre", "jazz"),)
    await alexa.says("AllowAgainIntent", **JAZZ)
    assert kept(stage) == ()


async def test_taking_back_what_was_never_left_out(alexa: Alexa) -> None:
    reply = await alexa.says("AllowAgainIntent", **JAZZ)
    assert "wasn't leaving out jazz" in reply.speech
    which = await alexa.says("AllowAgainIntent")
    assert "bring back" in which.speech
    assert which.open


async def test_a_wish_for_what_is_left_out_is_told_how_to_get_it(alexa: Alexa) -> None:
    await alexa.says("NeverRecommendIntent", **JAZZ)
    reply = await alexa.says("RecommendIntent", **JAZZ)
    assert "You asked me to leave out jazz" in reply.speech
    assert reply.open


async def test_one_too_many_is_refused_and_said_to_be(
    stage: Stage, alexa: Alexa
) -> None:
    await alexa.says("NeverRecommendIntent", **JAZZ)
    (key,) = stage.shelf.memories
    many = tuple(Exclusion("name", f"n{number}") for number in range(MOST_EXCLUSIONS))
    stage.shelf.memories[key] = History(exclusions=many)
    reply = await alexa.says("NeverRecommendIntent", **JAZZ)
    assert "a hundred things" in reply.speech
    assert kept(stage) == many


async def test_what_cannot_be_stored_is_not_promised(stage: Stage) -> None:
    stage.shelf = Forgetful()
    alexa = stage.alexa()
    reply = await alexa.says("NeverRecommendIntent", **JAZZ)
    assert "couldn't make a note" in reply.speech


async def test_exclusions_of_everything_are_said_to_be_that(stage: Stage) -> None:
    alexa = stage.alexa()
    await alexa.says("NeverRecommendIntent", **JAZZ)
    (key,) = stage.shelf.memories
    everyone = tuple(Exclusion("artist", f"Artist {n}") for n in range(300))
    stage.shelf.memories[key] = History(exclusions=everyone)
    for intent in ("RecommendIntent", "AnotherIntent", "AMAZON.StartOverIntent"):
        reply = await stage.alexa().says(intent)
        assert reply.turn.outcome == "answered"
    reply = await stage.alexa().says("RecommendIntent")
    assert "ruled out everything" in reply.speech
    assert reply.open


@pytest.mark.parametrize("intent", ["NeverRecommendIntent", "AllowAgainIntent"])
@pytest.mark.parametrize("value", ["?", "absurd " * 70, "<b>&</b>", "\0", "!!!"])
async def test_whatever_is_named_there_is_an_answer(
    alexa: Alexa, intent: str, value: str
) -> None:
    for slot in ("artist", "genre", "mood", "thing"):
        reply = await alexa.says(intent, **{slot: value})
        assert reply.turn.outcome == "answered"
        assert reply.open
