"""Help, stop, cancel, home, fallback, and the requests that want no words."""

import pytest

from tests.handlers.alexa import Alexa


async def test_help_gives_examples_and_stays_open(alexa: Alexa) -> None:
    reply = await alexa.says("AMAZON.HelpIntent")
    assert "list my playlists" in reply.speech
    assert reply.open
    assert reply.speech.endswith("?")


async def test_help_is_for_this_moment(alexa: Alexa) -> None:
    alone = (await alexa.says("AMAZON.HelpIntent")).speech
    await alexa.says("ListPlaylistsIntent")
    listing = (await alexa.says("AMAZON.HelpIntent")).speech
    await alexa.says("OpenPlaylistIntent")
    naming = (await alexa.says("AMAZON.HelpIntent")).speech
    alexa.unlinks()
    alexa.attributes = {}
    unlinked = (await alexa.says("AMAZON.HelpIntent")).speech
    assert len({alone, listing, naming, unlinked}) == 4


async def test_help_keeps_the_question(alexa: Alexa) -> None:
    await alexa.says("OpenPlaylistIntent")
    await alexa.says("AMAZON.HelpIntent")
    assert alexa.attributes["question"]["kind"] == "which"


async def test_fallback_says_what_can_be_said(alexa: Alexa) -> None:
    reply = await alexa.says("AMAZON.FallbackIntent")
    assert "list my playlists" in reply.speech
    assert reply.open


@pytest.mark.parametrize(
    "intent", ["AMAZON.StopIntent", "AMAZON.CancelIntent", "AMAZON.NavigateHomeIntent"]
)
async def test_the_end_is_always_the_end(alexa: Alexa, intent: str) -> None:
    await alexa.says("OpenPlaylistIntent")
    reply = await alexa.says(intent)
    assert reply.closed
    assert "?" not in reply.speech
    assert reply.speech


async def test_an_intent_of_a_newer_model_is_not_met_with_silence(
    alexa: Alexa,
) -> None:
    reply = await alexa.says("BrandNewIntent")
    assert "list my playlists" in reply.speech
    assert reply.open


async def test_no_words_after_the_session(alexa: Alexa) -> None:
    assert (await alexa.hangs_up()).silent


async def test_no_words_to_an_exception(alexa: Alexa) -> None:
    reply = await alexa.refuses()
    assert reply.silent
    assert reply.turn.outcome == "failed"
