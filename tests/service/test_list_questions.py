"""Questions about the list that was just read: signed conversations."""

import pytest

from tests.handlers.locales.conversation import scene
from tests.service.talking import BEGAN, listening, says

TOP = ("what are my top tracks", "Your top songs")

CONVERSATIONS = {
    "songs": (
        TOP,
        ("which of these is the longest", "That's Satellites by Saint"),
        ("who sings it", "Saint & the Tidewater"),
        ("how many are there", "There are 50 on this list"),
        ("which one is the oldest", "That's Paper Shoreline by Farrah Nakagawa"),
    ),
    "playlists": (
        ("list my playlists", "Morning Coffee, Deep Focus"),
        ("which of these is the longest", "Deep Focus has 120 tracks"),
        ("how many are there", "There are 240 on this list"),
    ),
    "artists have no length": (
        ("who are my top artists", "Farrah Nakagawa"),
        ("which of these is the longest", "compare"),
    ),
    "without a list": (
        ("which one is the oldest", "compare"),
        ("how many are there", "240 playlists"),
    ),
    "recommendations are no list": (
        ("what should I listen to", "because"),
        ("how many are there", "240 playlists"),
    ),
}


@pytest.mark.parametrize("turns", CONVERSATIONS.values(), ids=CONVERSATIONS)
async def test_the_list_that_was_read_is_meant(
    turns: tuple[tuple[str, str], ...],
) -> None:
    async with listening() as console:
        await says(console, "open record shelf")
        for sentence, heard in turns:
            speech = await says(console, sentence)
            assert heard in speech, (sentence, speech)


MORE_OF_A_PAGE = {
    "en-US": ("what are my top tracks", "more of those"),
    "de-DE": ("was sind meine lieblingslieder", "mehr davon"),
}


@pytest.mark.parametrize("locale", MORE_OF_A_PAGE)
async def test_more_of_a_page_is_the_next_page(locale: str) -> None:
    state = scene(locale, BEGAN)
    listed, more = MORE_OF_A_PAGE[locale]
    async with listening(locale=locale, account=state.account) as console:
        first = await says(console, listed)
        second = await says(console, more)
    assert second.count(",") + second.count(" and ") + second.count(" und ") >= 2
    assert "because" not in second
    assert "weil" not in second
    assert first != second
