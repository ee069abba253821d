""" "Help me rediscover something", "recommend a playlist"."""

import re

import pytest

from providers.errors import Forbidden, LinkExpired, Unavailable
from providers.recommender import own_playlists
from providers.recommender.factory import Recommenders
from providers.recommender.pipeline import RankingPipeline
from providers.recommender.ranking.domain_types import Taste
from tests.handlers.alexa import Reply, said
from tests.handlers.recommending_skill import Stage
from tests.providers.fake_library import Hang, listener
from tests.providers.sample_music import (
    every_source,
    playlist,
    rich_taste,
    track,
    tracks,
)


@pytest.fixture
def stage() -> Stage:
    """Five own playlists, one of somebody else's, one empty one."""
    stage = Stage()
    own = [playlist(n) for n in range(1, 6)]
    theirs = playlist(6, mine=False, name="Jazz of Artist 0")
    stage.library.taste = rich_taste(playlists=(*own, theirs, playlist(7, size=0)))
    stage.library.contents = {
        one.id: tracks(*range(n * 100, n * 100 + 6), 0, 2)
        for n, one in enumerate(own, 3)
    }
    return stage


def songs(reply: Reply) -> list[str]:
    return re.findall(r"^\d\. (Song \d+)", reply.card, re.MULTILINE)


async def test_songs_of_own_playlists_that_were_not_heard_lately(stage: Stage) -> None:
    alexa = stage.alexa()
    reply = await alexa.says("RediscoverIntent")
    assert re.match(r"(Try|How about|Here's) Song \d", reply.speech)  # no notice
    assert len(songs(reply)) == 3
    assert re.search(r"on your playlist .+ since \w+ 2026", reply.speech)
    read = [call for call in stage.library.calls if call.startswith("playlist_items")]
    assert len(read) == 3
    stage.library.calls.clear()
    heard, spoken = set(songs(reply)), re.findall(r"Song \d+", reply.speech)
    for _ in range(5):
        reply = await alexa.says("AnotherIntent")
        heard |= set(songs(reply))
        spoken += re.findall(r"Song \d+", reply.speech)
    assert stage.library.calls == []
    assert len(set(spoken)) == len(spoken) == 6
    assert not {"Song 0", "Song 2"} & heard


async def test_without_own_playlists_there_is_nothing_to_search(stage: Stage) -> None:
    stage.library.taste = rich_taste(playlists=(playlist(6, mine=False),))
    reply = await stage.alexa().says("RediscoverIntent")
    assert "don't have a playlist of your own" in reply.speech
    assert reply.open


async def test_everything_heard_lately(stage: Stage) -> None:
    stage.library.contents = dict.fromkeys(stage.library.contents, tracks(0, 2))
    reply = await stage.alexa().says("RediscoverIntent")
    assert (
        "I looked through 3 of your playlists, and you've heard it all" in reply.speech
    )


async def test_one_of_them_out_is_searched_without(stage: Stage) -> None:
    stage.library.faults = {
        "playlist_items p1": Unavailable(),
        "playlist_items p2": Unavailable(),
        "playlist_items p3": Unavailable(),
        "recent_plays": Unavailable(),
    }
    reply = await stage.alexa().says("RediscoverIntent")
    assert "on your playlist Playlist" in reply.speech
    assert songs(reply)


async def test_all_of_them_out_is_an_apology(stage: Stage) -> None:
    stage.library.faults = {"playlist_items": Unavailable()}
    reply = await stage.alexa().says("RediscoverIntent")
    assert "can't reach" in reply.speech


async def test_playlists_that_can_be_opened_are_recommended(stage: Stage) -> None:
    alexa = stage.alexa()
    reply = await alexa.says("RecommendPlaylistIntent")
    assert len(re.findall(r"Playlist \d", reply.speech)) == 3
    assert "chance put it first today" in reply.speech
    again = await alexa.says("AMAZON.NextIntent")
    last = await alexa.says("AMAZON.NextIntent")
    assert "Jazz of Artist 0" not in again.speech + last.speech
    assert "end of the list" in last.speech
    assert reply.open


async def test_why_tells_the_reason_of_the_first_and_offers_it(stage: Stage) -> None:
    alexa = stage.alexa()
    reply = await alexa.says("RecommendPlaylistIntent")
    first = re.findall(r"Playlist \d", reply.speech)[0]
    why = await alexa.says("WhyIntent")
    assert why.speech.startswith(
        f"{first} came first, because chance put it first today."
    )
    assert why.speech.endswith("Shall I open it?")
    focused = alexa.attributes["focus"]["id"]
    assert alexa.attributes["question"]["ids"] == [focused]
    assert alexa.attributes["question"]["purpose"] == "open"


async def test_why_of_playlists_that_are_gone(stage: Stage) -> None:
    alexa = stage.alexa()
    await alexa.says("RecommendPlaylistIntent")
    stage.library.taste = rich_taste(playlists=())
    assert "don't have a playlist" in (await alexa.says("WhyIntent")).speech


async def test_somebody_elses_alone_is_not_offered_for_opening(stage: Stage) -> None:
    stage.library.taste = rich_taste(playlists=(playlist(6, mine=False),))
    reply = await stage.alexa().says("RecommendPlaylistIntent")
    assert "don't have a playlist to recommend" in reply.speech


async def test_an_unknown_owners_stands_in_where_no_other_is_left(stage: Stage) -> None:
    unknown = playlist(6, mine=None, name="Whose")
    stage.library.taste = rich_taste(playlists=(unknown, playlist(1)))
    reply = await stage.alexa().says("RecommendPlaylistIntent")
    assert "Whose" not in reply.speech
    stage.library.taste = rich_taste(playlists=(unknown,))
    reply = await stage.alexa().says("RecommendPlaylistIntent")
    assert "Whose" in reply.speech


async def test_a_name_may_speak_for_a_playlist(stage: Stage) -> None:
    named = playlist(8, name="Best of Artist 0!")
    stage.library.taste = rich_taste(playlists=(playlist(1), named, playlist(2)))
    reply = await stage.alexa().says("RecommendPlaylistIntent")
    assert reply.card.splitlines()[1].startswith("1. Best of Artist 0!")
    assert "its name says Artist 0" in reply.speech


async def test_a_genre_in_its_name_too_and_without_a_taste_the_day(
    stage: Stage,
) -> None:
    named = playlist(8, name="late night jazz")
    stage.library.taste = rich_taste(playlists=(playlist(1), named, playlist(2)))
    reply = await stage.alexa().says("RecommendPlaylistIntent")
    assert "you listen to a lot of jazz" in reply.speech
    stage.library.faults = dict.fromkeys(every_source(), Unavailable())
    assert (
        "chance put it first"
        in (await stage.alexa().says("RecommendPlaylistIntent")).speech
    )
    stage.library.faults = dict.fromkeys(every_source(), Forbidden())
    assert (
        "chance put it first"
        in (await stage.alexa().says("RecommendPlaylistIntent")).speech
    )


@pytest.mark.parametrize(
    ("wish", "name"),
    [
        ({"activity": "dinner"}, "Sunday Dinner"),
        ({"activity": "driving"}, "Road Trip"),
        ({"mood": "calm"}, "Quiet evenings"),
        ({"activity": "running"}, None),
        ({"genre": "a genre that nobody knows"}, None),
    ],
)
async def test_a_playlist_is_named_for_what_is_wished(
    stage: Stage, wish: dict[str, str], name: str | None
) -> None:
    names = ("Sunday Dinner", "Road Trip", "Quiet evenings")
    lists = tuple(playlist(n, name=each) for n, each in enumerate(names, 1))
    stage.library.taste = rich_taste(playlists=lists)
    slots = {slot: said(value, value) for slot, value in wish.items()}
    reply = await stage.alexa().says("RecommendPlaylistIntent", **slots)
    assert ("No name fits." in reply.speech) is (name is None)
    spoken = {each for each in names if each in reply.speech}
    assert spoken == ({name} if name else set(names))


async def test_the_one_that_is_chosen_is_opened(stage: Stage) -> None:
    alexa = stage.alexa()
    reply = await alexa.says("RecommendPlaylistIntent")
    names = re.findall(r"Playlist \d", reply.speech)
    await alexa.says("SelectIntent", position=said("second", "2"))
    assert [one.name for one in stage.opened.playlists] == names[1:2]
    assert stage.opened.numbers == [2]


async def test_yes_opens_the_one_that_was_given_a_reason(stage: Stage) -> None:
    alexa = stage.alexa()
    reply = await alexa.says("RecommendPlaylistIntent")
    names = re.findall(r"Playlist \d", reply.speech)
    await alexa.says("AMAZON.YesIntent")
    assert [one.name for one in stage.opened.playlists] == names[:1]


async def test_an_empty_shelf(stage: Stage) -> None:
    stage.library.taste = Taste()
    reply = await stage.alexa().says("RecommendPlaylistIntent")
    assert "don't have a playlist" in reply.speech
    assert reply.open


async def test_playlists_that_hang_are_too_slow(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own_playlists, "_TIMEOUT", 0.01)
    stage.library.faults = {"playlist_items": Hang()}
    reply = await stage.alexa().says("RediscoverIntent")
    assert "is slow" in reply.speech


async def test_the_same_day_rediscovers_on(stage: Stage) -> None:
    first = songs(await stage.alexa().says("RediscoverIntent"))
    stage.library.calls.clear()
    again = songs(await stage.alexa().says("RediscoverIntent"))
    assert stage.library.calls == []
    assert not set(first) & set(again)


async def test_an_expired_link_is_said_for_playlists_too(stage: Stage) -> None:
    stage.library.faults = dict.fromkeys(every_source(), LinkExpired())
    assert (await stage.alexa().says("RecommendPlaylistIntent")).links


async def test_what_is_on_a_playlist_may_speak_for_it(stage: Stage) -> None:
    fourth = stage.library.taste.playlists[3]
    stage.library.known = {fourth.id: (track(200, by=0), track(201, by=0))}
    advice = Recommenders.build(
        RankingPipeline(stage.library), stage.shelf, lambda: stage.now
    )
    best, *_ = await advice.playlists.ranked(listener())
    (fact,) = best.evidence
    assert (fact.signal, fact.about, fact.count) == ("holds", "Artist 0", 2)
    found = await advice.rediscovery.answer(listener())
    assert found.stored.playlists_searched == 4


async def test_a_playlist_of_unknown_size_is_written_without_one(stage: Stage) -> None:
    stage.library.taste = rich_taste(playlists=(playlist(1, size=None),))
    reply = await stage.alexa().says("RecommendPlaylistIntent")
    assert "1. Playlist 1\n" in reply.card
