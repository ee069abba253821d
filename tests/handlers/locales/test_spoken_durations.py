"""No answer of the whole skill takes longer than a breath, in any language.

Here every sixth sentence is said, with `--whole` each of them.
"""

import time

import pytest

from simulator.console.console import Sessions
from tests.handlers.locales.catalogue import locales
from tests.handlers.locales.conversation import held, scene
from tests.handlers.locales.spoken_durations import (
    NOON,
    figures,
    seconds,
    sentences,
    spoken_durations,
)

LONGEST = 12.0  # seconds
LONGEST_ON_REQUEST = 15.0  # lists and help that were asked for
MEAN = 9.0
EVERY = 6

ON_REQUEST = frozenset(
    (
        *("AMAZON.HelpIntent", "AMAZON.NextIntent", "AMAZON.PreviousIntent"),
        *("AMAZON.RepeatIntent", "AMAZON.StartOverIntent", "AMAZON.YesIntent"),
        *("AlbumTracksIntent", "FollowedArtistsIntent", "ForgetMeIntent"),
        *("GoBackIntent", "LatestAdditionsIntent", "ListExclusionsIntent"),
        *("ListPlaylistsIntent", "NewReleasesIntent", "OpenPlaylistIntent"),
        *("PlaylistNewsIntent", "RecentPlaysIntent", "SelectIntent"),
        *("TopArtistsIntent", "TopTracksIntent", "WhatIKeepIntent"),
        *("WhatsNewIntent", "WhichPlaylistIntent"),
    )
)
"""What reads out a list or help."""


def test_the_figures_are_mean_late_and_longest() -> None:
    assert figures([1.0] * 98 + [2.0, 100.0]) == "2.0 s, 2.0 s, 100.0 s"


@pytest.mark.slow
@pytest.mark.parametrize("locale", locales())
async def test_every_answer_to_the_corpus_is_one_breath(
    locale: str, whole: bool
) -> None:
    said = sentences(locale)[:: 1 if whole else EVERY]
    sessions = Sessions(lambda: NOON, time.monotonic)
    durations = await spoken_durations(sessions, locale, said)
    for name, found in sorted(durations.items()):
        print(f"{locale} {name}: {len(found)}, {figures(found)}")
    too_long = {
        name: max(found)
        for name, found in durations.items()
        if max(found) > (LONGEST_ON_REQUEST if name in ON_REQUEST else LONGEST)
    }
    assert too_long == {}
    together = [length for found in durations.values() for length in found]
    assert sum(together) / len(together) < MEAN


async def test_a_pick_for_a_wish_has_as_many_reasons_as_fit_a_breath() -> None:
    said = ("open record shelf", "something calm", "another", "recommend some jazz")
    turns = await held(Sessions(lambda: NOON, lambda: 0.0), scene("en-US", NOON), said)
    picks = [seen.reply.speech for text, seen in turns[1:]]
    assert all("because" in speech for speech in picks)
    assert max(seconds(speech, "en") for speech in picks) <= MEAN + 1
