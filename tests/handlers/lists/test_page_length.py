"""A page of a list reads out what fits into one breath."""

from typing import Any

import pytest

from handlers.lists.tracks import TopTracks
from handlers.responses.spoken_list import (
    PAGE_SIZE,
    ListContents,
    numbered_index,
    page_length,
)
from providers.music import Track
from tests.handlers.alexa import Alexa
from tests.handlers.collection import Collection, items, track

LONG = "Piano Sonata No. 14 in C-Sharp Minor, Op. 27 No. 2"
SHORT = [track(f"Song {number}", "Ada") for number in range(4)]
LONG_NAMES = [track(f"{LONG}: {n}", "Ludwig van Beethoven") for n in "ABCD"]
JAPANESE = [track("真夜中の星座をながめて" * 3, "さよならスーパーノヴァ")] * 3


def length(*tracks: Track) -> int:
    top_tracks: Any = TopTracks.__new__(TopTracks)  # what is read needs no library
    return page_length(top_tracks, ListContents(tracks, len(tracks)), 0)


@pytest.mark.parametrize(
    ("tracks", "expected"),
    [(SHORT, PAGE_SIZE), (LONG_NAMES, 1), (JAPANESE, 1), (SHORT[:1], PAGE_SIZE)],
)
def test_long_names_make_a_page_shorter(tracks: list[Track], expected: int) -> None:
    assert length(*tracks) == expected


def test_a_number_counts_on_the_page_or_in_the_list() -> None:
    page = range(2, 4)
    numbers = (-1, 1, 2, 3, 6, 7, 0)
    on_page = [numbered_index(n, page, 6, on_page=True) for n in numbers]
    assert on_page == [3, 2, 3, 2, 5, None, None]
    assert numbered_index(1, page, 6, on_page=False) == 0


async def test_no_song_is_left_out_between_short_pages(
    alexa: Alexa, collection: Collection
) -> None:
    collection.contents["id-Deep Focus"] = items(*LONG_NAMES[:2], *SHORT)
    said = [await alexa.says("OpenPlaylistIntent", playlist="deep focus")]
    for _ in range(3):
        said += [await alexa.says("AMAZON.NextIntent")]
    names = ("2: A", "2: B", "Song 0", "Song 1", "Song 2", "Song 3")
    pages = [[name for name in names if name in reply.speech] for reply in said]
    assert [name for page in pages for name in page] == list(names)
    back = await alexa.says("AMAZON.PreviousIntent")
    assert "Song" in back.speech
