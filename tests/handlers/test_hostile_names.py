"""Turns over names of 100 kB, made to keep the service busy."""

import time

import pytest

from handlers.responses.sanitizing import NAME_LIMIT
from providers.name_matching.normalization import LONGEST_NAME
from tests.handlers.alexa import Alexa
from tests.handlers.collection import Collection, items, playlist, track

SECONDS = 2.0  # of CPU time for a conversation; it took 11 for one turn of six names

NAMES = [
    "<" + " " * 100_000,
    "<" * 100_000,
    "&" + "amp;" * 25_000,
    "one " * 25_000,
    "ﷺ" * 50_000,
    "a\u0301" * 50_000,
    "プレ" * 50_000,
    "<a " * 30_000,
    "\u202e" * 100_000,
    "🎸 " * 50_000,
]


@pytest.fixture
def collection() -> Collection:
    shelf = tuple(playlist(f"{name}{n}", size=5) for n, name in enumerate(NAMES))
    tracks = [track(name, name) for name in NAMES]
    return Collection(shelf=shelf, contents={one.id: items(*tracks) for one in shelf})


@pytest.mark.parametrize("locale", ["en-US", "ja-JP"])
async def test_no_name_keeps_a_turn_busy(alexa: Alexa, locale: str) -> None:
    alexa.speaks(locale)
    began = time.process_time()
    await alexa.opens()
    for _ in range(3):
        reply = await alexa.says("ListPlaylistsIntent")
        assert len(reply.speech) < 8_000
        await alexa.says("AMAZON.NextIntent")
        await alexa.says("OpenPlaylistIntent", playlist="deep focus " * 11)
        await alexa.says("OpenPlaylistIntent", playlist="one one one")
        await alexa.says("PlaylistContainsIntent", playlist="one", track="one")
        await alexa.says("SelectIntent", position="2")
    assert time.process_time() - began < SECONDS


def test_the_bounds_leave_room_for_what_people_call_their_playlists() -> None:
    assert LONGEST_NAME >= 2 * 100, "Spotify's own limit, twice"
    assert NAME_LIMIT >= LONGEST_NAME
