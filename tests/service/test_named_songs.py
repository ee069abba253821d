"""Songs that are named where something is done with them: signed conversations."""

import pytest

from tests.service.talking import listening, says

CONNECT = "spotify-connect"
OPEN, RECOMMEND = "open record shelf", "what should I listen to"
TOP = "what are my top tracks"
SONG = "velvet gardens"
WHOSE = "Several songs are called Velvet Gardens"

CONVERSATIONS = {
    "added": (
        (f"add {SONG} to morning coffee", WHOSE),
        ("the second one", "I've added Velvet Gardens by Cobalt Union to Morning"),
        ("save it", "I've saved Velvet Gardens by Cobalt Union"),
    ),
    "added by the artist's name": (
        (f"put {SONG} on morning coffee", WHOSE),
        ("the one by thistle ministry", "I've added Velvet Gardens by Thistle"),
    ),
    "no such number": (
        (f"save {SONG}", WHOSE),
        ("the one by purple elephants", "Which number"),
        ("number three", "I've saved Velvet Gardens by Thistle Ministry"),
    ),
    "of the page": (
        (TOP, "Your top songs"),
        ("save satellites", "saved Satellites by Saint & the Tidewater"),
    ),
    "no song's name": (
        ("save purple elephants from mars", "can't find a song called purple"),
    ),
    "it": (
        (RECOMMEND, "because"),
        ("add that one there to deep focus", "I've added"),
    ),
    "the one by": (
        (TOP, "Your top songs"),
        ("the one by tobias vance", "Winter Carousel by Tobias Vance"),
    ),
    "concerts": (("when is tobias vance on tour", "oncert dates"),),
}


@pytest.mark.parametrize("turns", CONVERSATIONS.values(), ids=CONVERSATIONS)
async def test_a_song_by_its_name(turns: tuple[tuple[str, str], ...]) -> None:
    async with listening() as console:
        await says(console, OPEN)
        for sentence, heard in turns:
            speech = await says(console, sentence)
            assert heard in speech, (sentence, speech)


@pytest.mark.parametrize(
    ("asked", "heard"),
    [
        ("what else by those guys", "because"),
        ("anything new by them", "from"),
        ("tell me about that band", "The newest by"),
        ("when did that come out", "released in"),
    ],
)
async def test_the_song_that_was_started_is_meant(asked: str, heard: str) -> None:
    async with listening(playback=CONNECT) as console:
        recommended = await says(console, f"ask record shelf {RECOMMEND}")
        await says(console, "play it")
        artist = recommended.partition(" by ")[2].partition(",")[0]
        speech = await says(console, f"ask record shelf {asked}")
        assert artist in speech, speech
        assert heard in speech, speech
