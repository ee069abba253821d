""" "What should I listen to?", wishes, and what comes next."""

import re
from datetime import timedelta

import pytest

from providers.music import Artist
from providers.recommender.ranking.domain_types import Taste
from tests.handlers.alexa import Alexa, Reply, said
from tests.handlers.recommending_skill import CATALOGUE, Stage
from tests.providers.sample_music import rich_taste, track, tracks

pytestmark = pytest.mark.no_cover


@pytest.fixture
def stage() -> Stage:
    return Stage()


@pytest.fixture
def alexa(stage: Stage) -> Alexa:
    return stage.alexa()


def songs(reply: Reply) -> list[str]:
    return re.findall(r"Song \d+", reply.speech)


def numbered(reply: Reply) -> list[str]:
    return re.findall(r"^\d\. (Song \d+)", reply.card, re.MULTILINE)


async def test_one_song_with_its_reason_and_two_more_on_the_card(alexa: Alexa) -> None:
    reply = await alexa.says("RecommendIntent")
    assert len(numbered(reply)) == 3
    assert songs(reply) == numbered(reply)[:1]
    assert " by Artist " in reply.speech
    assert "because" in reply.speech
    assert reply.card.count(" – ") == 3
    assert reply.open
    assert reply.speech.endswith("?")
    assert reply.reprompt


async def test_the_same_request_is_answered_from_what_is_kept(
    stage: Stage, alexa: Alexa
) -> None:
    await alexa.says("RecommendIntent")
    stage.library.calls.clear()
    reply = await alexa.says("RecommendIntent")
    assert stage.library.calls == []
    assert len(numbered(reply)) == 3


async def test_thirty_asks_bring_thirty_songs(alexa: Alexa) -> None:
    heard = songs(await alexa.says("RecommendIntent"))
    for intent in ("AnotherIntent", "AMAZON.NextIntent", "AMAZON.NoIntent") * 10:
        heard += songs(await alexa.says(intent))
    assert len(heard) == len(set(heard)) == 31


async def test_in_the_end_the_well_is_dry(stage: Stage) -> None:
    stage.library.taste = Taste(top_tracks={"weeks": tracks(1, 3, 5, 7)})
    stage.library.catalogue = ()
    alexa = stage.alexa()
    first = await alexa.says("RecommendIntent")
    assert len(numbered(first)) == 3
    rest = [await alexa.says("AMAZON.NextIntent") for _ in range(3)]
    assert len(numbered(rest[-1])) == 1
    end = await alexa.says("AMAZON.NextIntent")
    assert "for today" in end.speech
    assert "start over" in end.reprompt
    assert end.open
    assert (await alexa.says("AMAZON.NoIntent")).closed
    again = await alexa.says("AMAZON.StartOverIntent")
    assert numbered(again) == numbered(first)
    for _ in range(3):
        await alexa.says("AMAZON.NextIntent")
    anew = await alexa.says("RecommendIntent")
    assert "from the top" in anew.speech


@pytest.mark.parametrize(
    ("intent", "noted"), [("LikeIntent", "Good to know"), ("DislikeIntent", "not that")]
)
async def test_an_opinion_of_the_last_one_is_noted(
    stage: Stage, intent: str, noted: str
) -> None:
    stage.library.taste = Taste(top_tracks={"weeks": tracks(1)})
    stage.library.catalogue = ()
    alexa = stage.alexa()
    await alexa.says("RecommendIntent")
    end = await alexa.says(intent)
    assert noted in end.speech
    assert "for today" in end.speech
    yes = await alexa.says("AMAZON.YesIntent")
    assert noted not in yes.speech


async def test_another_before_anything_is_an_answer_too(alexa: Alexa) -> None:
    assert len(numbered(await alexa.says("AnotherIntent"))) == 3


async def test_back_to_the_pick_before_a_wish_and_an_opinion(alexa: Alexa) -> None:
    first = numbered(await alexa.says("RecommendIntent"))[0]
    second = numbered(await alexa.says("DislikeIntent"))[0]
    await alexa.says("RecommendIntent", mood="calm")
    for song in (second, first):
        assert numbered(await alexa.says("AMAZON.PreviousIntent"))[0] == song
    start = await alexa.says("AMAZON.PreviousIntent")
    assert "start of the list" in start.speech


async def test_what_is_forgotten_is_made_anew(stage: Stage, alexa: Alexa) -> None:
    await alexa.says("RecommendIntent")
    stage.shelf.records.clear()
    assert len(numbered(await alexa.says("AnotherIntent"))) == 3


async def test_the_next_page_of_another_list_is_not_ours(alexa: Alexa) -> None:
    reply = await alexa.says("AMAZON.NextIntent")
    assert not numbered(reply)


async def test_repeat_and_a_number_of_the_list(stage: Stage, alexa: Alexa) -> None:
    first = await alexa.says("RecommendIntent")
    again = await alexa.says("AMAZON.RepeatIntent")
    assert numbered(again) == numbered(first)
    second = await alexa.says("SelectIntent", position=said("second", "2"))
    assert second.speech.startswith(f"Number 2 is {numbered(first)[1]} by")
    stage.shelf.records.clear()
    gone = await alexa.says("AMAZON.RepeatIntent")
    assert "lost track" in gone.speech


@pytest.mark.parametrize(
    ("slots", "reason"),
    [
        ({"mood": said("chilled", "calm")}, ", on the calm side"),
        ({"mood": said("relaxing")}, ", on the calm side"),
        (
            {"genre": said("happy")},
            "by Artist 8, because it's happy, and they're one of",
        ),
        ({"activity": said("gym", "workout")}, "it's techno, good for working out"),
        ({"genre": said("techno", "techno")}, "it's techno"),
        ({"genre": said("dream pop")}, "it's dream pop"),
        ({"artist": said("jazz")}, "it's jazz"),
        (
            {"artist": said("artist 9")},
            "by Artist 9, because they're one of your top artists",
        ),
        ({"mood": said("odd", "removed")}, ""),
    ],
)
async def test_wishes(stage: Stage, slots: dict[str, str], reason: str) -> None:
    stage.library.taste = rich_taste(
        top_tracks={"weeks": tracks(*range(40)), "months": (track(90, title="Happy"),)}
    )
    reply = await stage.alexa().says("RecommendIntent", **slots)
    assert reason in reply.speech
    assert numbered(reply) or "Happy" in reply.card


@pytest.mark.parametrize("slot", ["mood", "activity", "genre", "artist"])
@pytest.mark.parametrize("words", ["purple", "x" * 500, "\u202epurple"])
async def test_nonsense_is_answered_kindly(alexa: Alexa, slot: str, words: str) -> None:
    reply = await alexa.says("RecommendIntent", **{slot: said(words)})
    assert "I found nothing for" in reply.speech
    assert len(numbered(reply)) == 3
    assert reply.open


@pytest.mark.parametrize("slot", ["genre", "activity", "artist", "novelty"])
async def test_a_mood_is_understood_in_any_slot(stage: Stage, slot: str) -> None:
    meant = await stage.alexa().says("RecommendIntent", mood=said("calm", "calm"))
    heard = await Stage().alexa().says("RecommendIntent", **{slot: "calm"})
    assert heard.speech == meant.speech


@pytest.mark.parametrize("slot", ["mood", "activity", "genre", "artist", "novelty"])
async def test_empty_slots_are_as_good_as_none(alexa: Alexa, slot: str) -> None:
    reply = await alexa.says("RecommendIntent", **{slot: said(None)})
    assert len(numbered(reply)) == 3


async def test_something_new(alexa: Alexa) -> None:
    reply = await alexa.says("RecommendIntent", novelty=said("new", "new"))
    assert all(int(song.split()[1]) >= 100 for song in numbered(reply))
    more = await alexa.says("AnotherIntent")
    assert all(int(song.split()[1]) >= 100 for song in numbered(more))


@pytest.mark.parametrize(
    ("novelty", "taste", "catalogue", "notice"),
    [
        ("new", rich_taste(), (), "nothing new"),
        ("familiar", Taste(followed=rich_taste().followed), CATALOGUE, "something new"),
    ],
)
async def test_of_one_kind_there_may_be_none(
    stage: Stage, novelty: str, taste: Taste, catalogue: object, notice: str
) -> None:
    stage.library.taste = taste
    stage.library.catalogue = (track(500, by=31), track(501, by=2)) if catalogue else ()
    reply = await stage.alexa().says("RecommendIntent", novelty=said(novelty, novelty))
    assert notice in reply.speech
    assert numbered(reply)


async def test_the_next_day_brings_others(stage: Stage, alexa: Alexa) -> None:
    first = numbered(await alexa.says("RecommendIntent"))
    stage.now += timedelta(days=1)
    assert not set(first) & set(numbered(await alexa.says("RecommendIntent")))


async def test_a_reason_tells_how_the_wish_is_met_once_and_then_varies(
    stage: Stage,
) -> None:
    favourite = Artist("top", "Ada", ("folk",))
    songs = tuple(track(700 + n, artists=(favourite,)) for n in range(9))
    stage.library.taste = rich_taste(
        top_artists={"weeks": (favourite,)},
        top_tracks={"weeks": (*songs, *tracks(*range(40)))},
        followed=(favourite,),
    )
    alexa = stage.alexa()
    first = await alexa.says("RecommendIntent", performer="Ada", genre=said("folk"))
    assert "because it's folk, and " in first.speech
    assert (await alexa.says("AMAZON.RepeatIntent")).speech.count("it's folk, and") == 1
    second = await alexa.says("AnotherIntent")
    assert "it's folk" not in second.speech
    reasons = [reply.speech.partition("because ")[2] for reply in (first, second)]
    assert reasons[0].partition(", and ")[2] != reasons[1]


async def test_each_further_pick_tells_that_the_wish_is_met(stage: Stage) -> None:
    alexa = stage.alexa()
    reading = said("reading", "reading")
    first = await alexa.says("RecommendIntent", activity=reading)
    assert "good for reading" in first.speech
    spoken = [first.speech]
    for intent in ("AnotherIntent", "LikeIntent", "AMAZON.NoIntent", "DislikeIntent"):
        spoken.append((await alexa.says(intent)).speech)
        assert "reading" in spoken[-1]
    assert ["Also for reading: " in text for text in spoken] == [0, 1, 0, 1, 0]
    plain = await alexa.says("RecommendIntent", novelty=said("new", "new"))
    further = await alexa.says("AnotherIntent")
    assert not any("Also" in reply.speech for reply in (plain, further))


async def test_like_a_song_is_like_its_artist_and_never_that_song(
    stage: Stage,
) -> None:
    stage.library.catalogue = (*CATALOGUE, track(103, by=300))  # two are called so
    alexa = stage.alexa()
    reply = await alexa.says("RecommendIntent", artist=said("song 103"))
    assert reply.speech.startswith("More like Song 103. ")
    for _ in range(6):
        assert "Song 103 by" not in reply.speech
        reply = await alexa.says("AnotherIntent")


async def test_the_artist_is_no_reason_for_a_song_by_the_artist(stage: Stage) -> None:
    stranger = Artist("strange", "Ada")
    stage.library.catalogue = tuple(
        track(800 + n, artists=(stranger,)) for n in range(5)
    )
    alexa = stage.alexa()
    reply = await alexa.says("RecommendIntent", performer="Ada")
    assert " by Ada. " in reply.speech
    assert "because" not in reply.speech
    assert "it's by Ada" in (await alexa.says("WhyIntent")).speech
