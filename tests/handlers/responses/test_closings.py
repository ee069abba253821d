"""No two answers in a row end in the same words, in any language."""

from itertools import pairwise

import pytest

from handlers.responses.responder import Responder
from tests.handlers.alexa import Alexa
from tests.handlers.collection import Collection, playlist
from tests.handlers.locales.catalogue import locales

CLOSINGS = ("what-next", "what-then", "go-on", "play-it", "like-it")


def last_words(speech: str, closings: list[str]) -> str:
    return max(
        (each for each in closings if speech.endswith(each)), key=len, default=""
    )


@pytest.mark.parametrize("locale", locales())
async def test_what_is_asked_at_the_end_changes(
    alexa: Alexa, collection: Collection, locale: str
) -> None:
    collection.shelf = tuple(playlist(f"List {n}") for n in range(15))
    alexa.speaks(locale)
    localization = Responder.read().localization(locale)
    closings = [w for key in CLOSINGS for w in localization.wordings(key, "words")]
    ends = []
    for intent in (
        *("ListPlaylistsIntent", "AMAZON.NextIntent", "AMAZON.NextIntent"),
        *("AMAZON.NextIntent", "AMAZON.NextIntent", "NewReleasesIntent"),
        *("WhatIKeepIntent", "AMAZON.HelpIntent", "AMAZON.HelpIntent"),
        *("WhoseAccountIntent", "WhoseAccountIntent", "WhoseAccountIntent"),
    ):
        reply = await alexa.says(intent)
        ends.append(last_words(reply.speech, closings))
        again = await alexa.says("AMAZON.RepeatIntent")
        assert last_words(again.speech, closings) == ends[-1]
    assert all(one != other or not one for one, other in pairwise(ends))
    assert sum(map(bool, ends)) >= 5
