""" "Here's something new", "you know this one": which is which."""

import pytest

from providers.music import Artist
from providers.recommender.ranking.domain_types import Taste
from tests.handlers.alexa import said
from tests.handlers.recommending_skill import Stage
from tests.providers.fake_library import FakeLibrary
from tests.providers.sample_music import plays, rich_taste, track, tracks

pytestmark = pytest.mark.no_cover

NEW, KNOWN = "Here's something new.", "You know this one."


async def test_the_first_song_is_new_and_said_to_be() -> None:
    alexa = Stage().alexa()
    first = await alexa.says("RecommendIntent")
    assert first.speech.startswith(NEW)
    second = await alexa.says("AnotherIntent")
    assert NEW not in second.speech  # it was said, and this one is new as well


async def test_what_does_not_change_is_said_once() -> None:
    alexa = Stage().alexa()
    replies = [await alexa.says("RecommendIntent")]
    replies += [await alexa.says("AnotherIntent") for _ in range(6)]
    assert [NEW in reply.speech for reply in replies] == [True] + [False] * 6
    assert len({reply.card for reply in replies}) > 1  # more than one answer's songs


@pytest.mark.parametrize("intent", ["LikeIntent", "DislikeIntent"])
async def test_one_notice_is_enough(intent: str) -> None:
    stage = Stage(
        FakeLibrary(rich_taste(plays=plays(20, 22)), Stage().library.catalogue)
    )
    alexa = stage.alexa()
    await alexa.says("RecommendIntent")
    for _ in range(4):
        speech = (await alexa.says(intent)).speech
        assert NEW not in speech
        assert KNOWN not in speech


async def test_a_song_that_the_listener_knows_is_said_to_be_known() -> None:
    stage = Stage(
        FakeLibrary(rich_taste(plays=plays(20, 22)), Stage().library.catalogue)
    )
    alexa = stage.alexa()
    speeches = [(await alexa.says("RecommendIntent")).speech]
    speeches += [(await alexa.says("AnotherIntent")).speech for _ in range(3)]
    told = [next((t for t in (NEW, KNOWN) if t in speech), "") for speech in speeches]
    assert told == [NEW, "", KNOWN, NEW]


async def test_without_anything_new_it_is_not_called_new() -> None:
    stage = Stage(FakeLibrary(Taste(top_tracks={"weeks": tracks(1, 3, 5)})))
    alexa = stage.alexa()
    assert (await alexa.says("RecommendIntent")).speech.startswith(KNOWN)


async def test_who_asked_for_something_new_need_not_be_told() -> None:
    reply = await Stage().alexa().says("RecommendIntent", novelty=said("new", "new"))
    assert NEW not in reply.speech


async def test_a_guest_on_the_listeners_songs_is_a_lead_and_the_reason() -> None:
    host, guest = Artist("a1", "Nina"), Artist("a2", "Lou")
    song = track(1, artists=(host, guest))
    theirs = track(2, artists=(guest,))
    library = FakeLibrary(Taste(top_tracks={"months": (song,)}), (theirs,))
    reply = await Stage(library).alexa().says("RecommendIntent")
    assert 'search artist:"Lou"' in library.calls
    assert "by Lou, because they're on a song by Nina that you know" in reply.speech
