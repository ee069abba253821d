""" "I like it", "not that", "more like this", "why this?"."""

import re
from typing import Any

import pytest

from tests.handlers.alexa import Alexa, Reply, said
from tests.handlers.recommending_skill import Stage
from tests.providers.sample_music import track

pytestmark = pytest.mark.no_cover


@pytest.fixture
def stage() -> Stage:
    return Stage()


@pytest.fixture
def alexa(stage: Stage) -> Alexa:
    return stage.alexa()


def lines(reply: Reply) -> list[tuple[str, str]]:
    """Songs and artists of a card."""
    return re.findall(r"^\d\. (Song \d+) by (Artist \d+)", reply.card, re.MULTILINE)


async def test_why_gives_two_reasons_at_most(stage: Stage, alexa: Alexa) -> None:
    stage.library.catalogue = ()
    first = await alexa.says("RecommendIntent")
    song, artist = lines(first)[0]
    why = await alexa.says("WhyIntent")
    assert f"{song} by {artist}: " in why.card
    record = next(iter(stage.shelf.records.values()))
    assert len(record.ranking.picks[0].evidence) > 2
    assert artist in why.speech
    assert why.speech.count(", and ") == 0
    assert why.open


async def test_why_of_the_one_that_was_picked(alexa: Alexa) -> None:
    first = await alexa.says("RecommendIntent")
    await alexa.says("SelectIntent", position=said("third", "3"))
    why = await alexa.says("WhyIntent")
    assert lines(first)[2][0] in why.card


async def test_why_before_anything(alexa: Alexa) -> None:
    reply = await alexa.says("WhyIntent")
    assert "haven't recommended anything yet" in reply.speech
    assert reply.open


@pytest.mark.parametrize("intent", ["LikeIntent", "AMAZON.YesIntent"])
async def test_a_like_is_remembered_and_heard(alexa: Alexa, intent: str) -> None:
    song, artist = lines(await alexa.says("RecommendIntent"))[0]
    reply = await alexa.says(intent)
    assert reply.speech.startswith("Good to know.")
    assert f"it's the kind of music {artist} makes" in reply.speech
    assert len(lines(reply)) == 3
    assert (song, artist) not in lines(reply)


async def test_a_dislike_takes_the_artist_away(alexa: Alexa) -> None:
    song, artist = lines(await alexa.says("RecommendIntent"))[0]
    reply = await alexa.says("DislikeIntent")
    assert reply.speech.startswith("OK, not that.")
    assert song not in reply.speech
    for _ in range(8):
        assert artist not in {by for _, by in lines(reply)}
        reply = await alexa.says("AnotherIntent")


@pytest.mark.parametrize(
    ("intent", "place", "liked"),
    [
        ("LikeIntent", {"position": said("second", "2")}, True),
        ("LikeIntent", {"number": "3"}, True),
        ("DislikeIntent", {"position": said("first", "1")}, False),
    ],
)
async def test_an_opinion_of_one_of_the_page(
    stage: Stage, alexa: Alexa, intent: str, place: dict[str, Any], liked: bool
) -> None:
    songs = lines(await alexa.says("RecommendIntent"))
    for _ in range(2):  # a number counts what was heard
        await alexa.says("AnotherIntent")
    number = int(place["number"]) if "number" in place else 2 if liked else 1
    song, artist = songs[number - 1]
    reply = await alexa.says(intent, **place)
    named = f"you like {song}." if liked else f"no more of {song}"
    assert named in reply.speech
    opinions = next(iter(stage.shelf.memories.values())).feedback
    assert [(each.name, each.liked) for each in opinions] == [(artist, liked)]


@pytest.mark.parametrize("intent", ["DislikeIntent", "MoreLikeThisIntent"])
async def test_before_anything_another_song_is_found(alexa: Alexa, intent: str) -> None:
    assert len(lines(await alexa.says(intent))) == 3


async def test_a_like_of_nothing_says_so(alexa: Alexa) -> None:
    reply = await alexa.says("LikeIntent")
    assert "don't know which song" in reply.speech
    assert len(lines(await alexa.says("AMAZON.YesIntent"))) == 3


async def test_yes_to_nothing_is_not_ours(alexa: Alexa) -> None:
    reply = await alexa.says("AMAZON.YesIntent")
    assert not lines(reply)


@pytest.mark.parametrize("intent", ["AMAZON.YesIntent", "AMAZON.NoIntent"])
async def test_after_another_answer_yes_and_no_mean_no_song(
    stage: Stage, alexa: Alexa, intent: str
) -> None:
    await alexa.says("RecommendIntent")
    kept = dict(stage.shelf.memories)
    alexa.attributes["answer"] = {"kind": "intent", "name": "WhoseAccountIntent"}
    assert not lines(await alexa.says(intent))
    assert stage.shelf.memories == kept


async def test_more_like_this_is_never_this(alexa: Alexa) -> None:
    song, _ = lines(await alexa.says("RecommendIntent"))[0]
    reply = await alexa.says("MoreLikeThisIntent")
    for _ in range(8):
        assert song not in {title for title, _ in lines(reply)}
        reply = await alexa.says("AnotherIntent")


async def test_more_like_this(alexa: Alexa) -> None:
    await alexa.says("RecommendIntent")
    first = await alexa.says("RecommendIntent")
    _, artist = lines(first)[0]
    reply = await alexa.says("MoreLikeThisIntent")
    assert reply.speech.startswith("More like")
    assert artist in reply.speech
    assert len(lines(reply)) == 3
    more = await alexa.says("AnotherIntent")
    assert len(lines(more)) == 3


async def test_who_else_is_like_this_is_somebody_else(alexa: Alexa) -> None:
    _, artist = lines(await alexa.says("RecommendIntent"))[0]
    reply = await alexa.says("SimilarArtistIntent")
    assert "More like" not in reply.speech  # that was asked for
    for _ in range(4):
        assert lines(reply)
        assert artist not in {by for _, by in lines(reply)}
        reply = await alexa.says("AnotherIntent")


async def test_more_like_the_only_song_rules_out_nothing(stage: Stage) -> None:
    stage.library.taste = stage.library.taste.__class__(
        top_tracks={"weeks": (track(1),)}
    )
    stage.library.catalogue = ()
    alexa = stage.alexa()
    assert "Song 1" in (await alexa.says("RecommendIntent")).speech
    reply = await alexa.says("MoreLikeThisIntent")
    assert "ruled out" not in reply.speech
    assert "I found nothing for Artist 0" in reply.speech
    assert reply.open


async def test_more_like_a_song_of_nobody(stage: Stage) -> None:
    stage.library.taste = stage.library.taste.__class__(
        top_tracks={"weeks": (track(1, artists=()), track(3, artists=()))}
    )
    alexa = stage.alexa()
    assert "Song 1" in (await alexa.says("RecommendIntent")).speech
    reply = await alexa.says("MoreLikeThisIntent")
    assert reply.open
    assert (await alexa.says("LikeIntent")).open


async def test_a_session_that_was_tampered_with(stage: Stage, alexa: Alexa) -> None:
    await alexa.says("RecommendIntent")
    for broken in (7, {"record": "x"}, {"record": "x", "songs": ["y"], "focus": 9}):
        alexa.attributes["suggested"] = broken
        assert (await alexa.says("WhyIntent")).open


async def test_a_session_holds_no_titles(alexa: Alexa) -> None:
    await alexa.says("RecommendIntent", mood=said("calm", "calm"))
    kept = str(alexa.attributes)
    assert "Song" not in kept
    assert "Artist" not in kept
    assert len(kept) < 400


async def test_a_repeat_stores_no_second_like(stage: Stage, alexa: Alexa) -> None:
    await alexa.says("RecommendIntent")
    liked = await alexa.says("LikeIntent")
    kept = dict(stage.shelf.memories)
    again = await alexa.says("AMAZON.RepeatIntent")
    assert lines(again)[:1] == lines(liked)[:1]
    assert stage.shelf.memories == kept


async def test_previous_is_the_pick_before(alexa: Alexa) -> None:
    first = await alexa.says("RecommendIntent")
    await alexa.says("AnotherIntent")
    back = await alexa.says("AMAZON.PreviousIntent")
    song = lines(first)[0][0]
    assert song in back.speech
    assert "start of the list" in (await alexa.says("AMAZON.PreviousIntent")).speech
    assert song in (await alexa.says("WhyIntent")).card


async def test_what_was_recommended_is_known_so_far(alexa: Alexa) -> None:
    nothing = await alexa.says("PicksSoFarIntent")
    assert "haven't recommended anything lately" in nothing.speech
    songs = [lines(await alexa.says("RecommendIntent"))[0][0]]
    replies = [await alexa.says("AnotherIntent") for _ in range(3)]
    songs += map(spoken_song, replies)
    so_far = await alexa.says("PicksSoFarIntent")
    assert re.findall(r"Song \d+", so_far.speech) == songs[:3]
    assert songs[3] in (await alexa.says("AMAZON.NextIntent")).speech
    first = await alexa.says("PicksSoFarIntent", position=said("first", "1"))
    assert first.speech.startswith(f"Number 1 is {songs[0]} ")
    assert songs[0] in (await alexa.says("WhyIntent")).card
    last = await alexa.says("PicksSoFarIntent", position=said("last", "-1"))
    assert last.speech.startswith(f"Number 4 is {songs[3]} ")


async def test_what_is_known_already_makes_way_for_what_is_new(
    stage: Stage, alexa: Alexa
) -> None:
    known = lines(await alexa.says("RecommendIntent"))[0][0]
    reply = await alexa.says("KnownAlreadyIntent")
    assert reply.speech.startswith("Okay, something new, then.")
    given = [spoken_song(reply)]
    while "out of ideas" not in reply.speech and "all I have" not in reply.speech:
        reply = await alexa.says("AnotherIntent")
        given += re.findall(r"(?:Try|Maybe|Here's) (Song \d+)", reply.speech)
    again = await alexa.says("AMAZON.StartOverIntent")
    assert given
    assert known not in (*given, spoken_song(again))


def spoken_song(reply: Reply) -> str:
    """Return the first song that is named."""
    found = re.search(r"Song \d+", reply.speech)
    assert found
    return found[0]
