"""The skill before an account is linked."""

import pytest

from tests.handlers.alexa import Alexa, said
from tests.handlers.collection import Collection

pytestmark = pytest.mark.no_cover


@pytest.fixture
async def visitor(alexa: Alexa) -> Alexa:
    alexa.unlinks()
    await alexa.opens()
    reply = await alexa.says("DemoIntent")
    assert reply.open
    assert "Shall I pick something" in reply.speech
    return alexa


async def test_the_demo_lists_opens_and_pages(
    visitor: Alexa, collection: Collection
) -> None:
    reply = await visitor.says("ListPlaylistsIntent")
    assert "Deep Focus, Sunday Morning, and Dinner with Friends" in reply.speech
    opened = await visitor.says("OpenPlaylistIntent", playlist="ragtime party")
    assert "The Entertainer by Scott Joplin" in opened.speech
    assert "From the built-in sample shelf" in opened.card
    assert "From Spotify" not in opened.card
    assert "Elite Syncopations" in (await visitor.says("NextSongIntent")).speech
    assert collection.calls == []


@pytest.mark.parametrize(
    ("intent", "expected"),
    [
        ("TopArtistsIntent", "Erik Satie"),
        ("TopTracksIntent", "Gymnopédie"),
        ("RecentPlaysIntent", "The Entertainer"),
        ("LatestAdditionsIntent", "Clair de lune"),
        ("NewReleasesIntent", "released anything"),
        ("WhoseAccountIntent", "the demo"),
        ("CountPlaylistsIntent", "7 playlists"),
    ],
)
async def test_everything_works_on_the_demo(
    visitor: Alexa, intent: str, expected: str
) -> None:
    assert expected in (await visitor.says(intent)).speech


async def test_the_demo_recommends_and_says_why(
    visitor: Alexa, collection: Collection
) -> None:
    first = await visitor.says("RecommendIntent")
    assert first.open
    assert " by " in first.speech
    why = await visitor.says("WhyIntent")
    assert why.open
    assert why.turn.outcome == "answered"
    second = await visitor.says("AnotherIntent")
    assert second.speech != first.speech
    third = await visitor.says("NextSongIntent")
    assert " by " in third.speech
    assert third.speech not in (first.speech, second.speech)
    calm = await visitor.says("RecommendIntent", mood=said("calm", "calm"))
    assert "Satie" in calm.speech  # the mood itself is no reason
    assert collection.calls == []


async def test_no_reason_tells_of_a_listening_that_nobody_knows(
    visitor: Alexa,
) -> None:
    told = [await visitor.says("RecommendIntent"), await visitor.says("WhyIntent")]
    for _ in range(6):
        told.append(await visitor.says("AnotherIntent"))
        told.append(await visitor.says("WhyIntent"))
    for reply in told:
        _, _, reason = reply.speech.partition("ecause it's ")
        assert reason.split(".")[0].isalpha()  # a genre and no more
    playlist = await visitor.says("RecommendPlaylistIntent")
    assert "it's part of the demo" in playlist.speech


async def test_a_new_session_is_no_demo(visitor: Alexa) -> None:
    assert "link Spotify" in (await visitor.opens()).speech
    assert (await visitor.says("ListPlaylistsIntent")).links


@pytest.mark.parametrize("first", [None, "AMAZON.HelpIntent", "AMAZON.FallbackIntent"])
async def test_who_declines_it_is_told_how_to_link(
    alexa: Alexa, first: str | None
) -> None:
    alexa.unlinks()
    await (alexa.says(first) if first else alexa.opens())
    declined = await alexa.says("AMAZON.NoIntent")
    assert declined.closed
    assert declined.links
    assert "link Spotify" in declined.speech
    assert "?" not in declined.speech


async def test_no_to_the_demos_own_offer_goes_on(visitor: Alexa) -> None:
    await visitor.says("DemoIntent")
    assert (await visitor.says("AMAZON.NoIntent")).open


async def test_again(visitor: Alexa) -> None:
    assert (await visitor.says("DemoIntent")).open
    assert "Deep Focus" in (await visitor.says("ListPlaylistsIntent")).speech


async def test_with_a_link_nobody_needs_it(alexa: Alexa) -> None:
    reply = await alexa.says("DemoIntent")
    assert "your own library is linked" in reply.speech
    assert "demo" not in alexa.attributes


async def test_a_forged_demo_does_not_hide_ones_own_library(
    alexa: Alexa, collection: Collection
) -> None:
    alexa.attributes = {"demo": {"on": True}}
    reply = await alexa.says("ListPlaylistsIntent")
    assert "Sunday Roast" in reply.speech
    assert "playlists" in collection.calls


async def test_play_takes_the_offer_of_a_song(visitor: Alexa) -> None:
    assert "pick" in (await visitor.says("DemoIntent")).speech
    assert "because" in (await visitor.says("PlayIntent")).speech
