"""Changing a library by voice: signed conversations against the fake Spotify.

Each table gives what is said, and what the fake Spotify has afterwards: the songs and
playlists themselves, and how often each change was sent.
"""

from collections.abc import Sequence

import pytest

from simulator.console.console import Console
from simulator.console.simulated_environment import ListeningPort, SimulatedEnvironment
from simulator.console.steps import Break, Heal, Wait
from simulator.spotify.data.catalogue import CatalogueTrack
from simulator.spotify.data.user_library import (
    FakePlaylist,
    PlaylistEntry,
    ids_in,
    without_changes,
)
from simulator.spotify.faults import Fault
from tests.service.talking import listening, says

pytestmark = pytest.mark.no_cover

SAVE, TAKE_OFF = "PUT /me/library", "DELETE /me/library"
MAKE, ADD = "POST /me/playlists", "POST /playlists/{id}/items"
QUESTIONS = ("list my playlists", "how many playlists do I have")
CHANGES = (SAVE, TAKE_OFF, MAKE, ADD)


class Shelf:
    """What the fake Spotify has of one listener, and what was sent to it."""

    def __init__(self, console: Console, account: str = "ada") -> None:
        self.world = console.environment.spotify.world
        found = self.world.account(account)
        assert found is not None
        self.library = found.library
        self.before = ids_in(self.library.saved_tracks)
        self.owned = len(self.library.playlists)

    @property
    def saved(self) -> int:
        """How many songs are saved now that were not before, or fewer than before."""
        return len(ids_in(self.library.saved_tracks)) - len(self.before)

    def playlist(self, name: str) -> FakePlaylist:
        playlists = map(without_changes, self.library.playlists)
        return next(
            p for p in playlists if isinstance(p, FakePlaylist) and name in p.name
        )

    @property
    def sent(self) -> dict[str, int]:
        """How often each change was sent."""
        counts = {name: self.world.counters.calls(name) for name in CHANGES}
        return {name: count for name, count in counts.items() if count}


async def test_a_song_is_saved_and_taken_off_again() -> None:
    table: Sequence[tuple[str, str, int, dict[str, int]]] = (
        # said, part of the answer, saved songs, changes sent
        ("open record shelf", "Shall I", 0, {}),
        ("what should I listen to", "because", 0, {}),
        ("save this song", "I've saved", 1, {SAVE: 1}),
        ("save it", "already", 1, {SAVE: 1}),
        ("what did I save last", "You last saved", 1, {SAVE: 1}),
        ("take it off again", "?", 1, {SAVE: 1}),  # three songs were read: which one
        ("number one", "Number 1 is", 1, {SAVE: 1}),
        ("take it off again", "off your saved songs", 0, {SAVE: 1, TAKE_OFF: 1}),
        ("take it off again", "hadn't saved", 0, {SAVE: 1, TAKE_OFF: 1}),
    )
    async with listening() as console:
        shelf = Shelf(console)
        for said, heard, saved, sent in table:
            speech = await says(console, said)
            assert heard in speech, (said, speech)
            assert (shelf.saved, shelf.sent) == (saved, sent), said
        assert "I've saved" not in await says(console, "what did I save last")


async def test_a_song_is_added_to_a_playlist() -> None:
    async with listening() as console:
        shelf = Shelf(console)
        size = shelf.playlist("Deep Focus").size
        table = (
            ("what should I listen to", "because", 0),
            ("add it to deep focus", "to Deep Focus", 1),
            ("add it to deep focus", "already have", 1),
            ("add it to a playlist", "Which", 1),
            ("deep focus", "already have", 1),
            ("what's new on deep focus", "New on Deep Focus", 1),
        )
        for said, heard, added in table:
            speech = await says(console, said)
            assert heard in speech, (said, speech)
            assert shelf.playlist("Deep Focus").size == size + added, said
        assert shelf.sent == {ADD: 1}


async def test_a_playlist_is_made_of_what_was_recommended() -> None:
    async with listening() as console:
        shelf = Shelf(console)
        await says(console, "what should I listen to", "another", "another")
        made = await says(console, "make a playlist of these")
        assert "private playlist, Record Shelf, November 22, 2026, with 3 songs" in made
        playlist = shelf.playlist("Record Shelf")
        assert (playlist.public, playlist.size) == (False, 3)
        assert playlist.description == "Made by Record Shelf, a skill for Alexa."
        again = await says(console, "make a playlist of these")
        assert "They're all on" in again
        await says(console, "another", "make a playlist of these")
        assert playlist.size == 4
        assert len(shelf.library.playlists) == shelf.owned + 1
        assert shelf.sent == {MAKE: 1, ADD: 2}
        speech = await says(console, "list my playlists")
        assert "starting with Record Shelf" in speech or "are Record Shelf" in speech


async def test_a_playlist_is_made_of_the_last_ones_that_were_recommended() -> None:
    async with listening() as console:
        await says(console, "what should I listen to", *["another"] * 4)
        assert "with 2 songs" in await says(console, "put the last two in a playlist")
        await says(console, "what have you recommended so far")
        assert "3 songs" in await says(console, "put those three in a playlist")
        assert Shelf(console).playlist("Record Shelf").size == 5


async def test_only_songs_that_were_said_are_on_it_and_all_of_them() -> None:
    wishes = (
        *("what should I listen to", "another", "something new", "another"),
        *("something by Otis Penhallow", "not that", "some jazz", "I like it"),
    )
    async with listening() as console:
        said = [await says(console, wish) for wish in wishes]
        await says(console, "make a playlist of these")
        items = Shelf(console).playlist("Record Shelf").items
        tracks = [entry.item for entry in items if isinstance(entry, PlaylistEntry)]
        titles = {track.title for track in tracks if isinstance(track, CatalogueTrack)}
        songs = [text for text in said if "because" in text]
        assert len(titles) == len(tracks) == len(songs) - 1
        assert all(any(f"{title} by" in text for text in said) for title in titles)
        disliked, liked = said[4], said[6]
        assert any(f"{title} by" in liked for title in titles)
        assert not any(f"{title} by" in disliked for title in titles)


async def another_instance(environment: SimulatedEnvironment) -> ListeningPort:
    """Start the skill once more, beside the one that runs; return where it listens."""
    environment.skill = None
    await environment.start_skill()
    other: ListeningPort | None = environment.skill
    assert other is not None
    return other


async def test_another_instance_knows_at_once() -> None:
    async with listening(cache="redis") as console:
        environment = console.environment
        first = environment.skill
        assert first is not None
        other = await another_instance(environment)
        try:
            before = await says(console, "what did I save last")
            assert "There are 240" in await says(
                console, "how many playlists do I have"
            )
            environment.client.url = f"{first.url}/alexa"
            await says(console, "what should I listen to", "save this song")
            assert "private" in await says(console, "make a playlist of these")
            environment.client.url = f"{other.url}/alexa"
            assert "There are 241" in await says(
                console, "how many playlists do I have"
            )
            assert await says(console, "what did I save last") != before
        finally:
            await first.runner.cleanup()


COMMANDS = {
    SAVE: ("save this song", "I've saved"),
    ADD: ("add it to deep focus", "Deep Focus"),
    MAKE: ("make a playlist of these", "Record Shelf"),
}
UNSURE = "I'm not sure that worked"


@pytest.mark.slow
@pytest.mark.parametrize("fault", ["unavailable", "reset"])
@pytest.mark.parametrize("endpoint", COMMANDS)
async def test_what_was_not_certain_is_done_when_it_is_said_again(
    endpoint: str, fault: str
) -> None:
    sentence, done = COMMANDS[endpoint]
    async with listening() as console:
        shelf = Shelf(console)
        await says(console, "what should I listen to")
        await console.perform(Break(Fault(kind=fault, endpoint=endpoint)))
        assert UNSURE in await says(console, sentence)
        assert shelf.sent[endpoint] == 1
        await console.perform(Heal())
        assert done in await says(console, sentence)
        assert shelf.sent[endpoint] == 2


async def test_what_was_made_without_an_answer_is_found() -> None:
    async with listening() as console:
        shelf = Shelf(console)
        recommended = await says(console, "what should I listen to")
        await console.perform(Break(Fault(kind="truncate", endpoint=MAKE)))
        assert UNSURE in await says(console, "make a playlist of these")
        await console.perform(Heal())
        added = await says(console, "make a playlist of these")
        song = added.removeprefix("I added ").partition(" to ")[0]
        assert song != added
        assert song in recommended
        await console.perform(Break(Fault(kind="truncate", endpoint=ADD)))
        assert UNSURE in await says(console, "another", "add it to deep focus")
        await console.perform(Heal())
        assert "already have" in await says(console, "add it to deep focus")
        assert shelf.sent == {MAKE: 1, ADD: 2}
        assert len(shelf.library.playlists) == shelf.owned + 1


async def test_playlists_that_take_nothing() -> None:
    async with listening() as console:
        shelf = Shelf(console)
        await says(console, "what should I listen to")
        theirs = await says(console, "add it to discover weekly")
        assert "Discover Weekly belongs to" in theirs
        assert "Which of your own?" in theirs
        assert "I've added" in await says(console, "deep focus")
        shelf.playlist("Road Trip").size = 11_000
        await console.perform(Wait(600))
        await says(console, "what should I listen to")
        assert "full" in await says(console, "add it to road trip")
        assert shelf.sent == {ADD: 1}


async def test_a_name_that_two_playlists_have_is_asked_about() -> None:
    async with listening() as console:
        shelf = Shelf(console)
        first, second = shelf.playlist("Running"), shelf.playlist("Sleep")
        first.name = second.name = "Summer"
        sizes = first.size, second.size
        await says(console, "what should I listen to")
        asked = await says(console, "add it to summer")
        assert "64 tracks" in asked
        assert "20 tracks" in asked
        assert (first.size, second.size) == sizes
        assert "to Summer" in await says(console, "the second one")
        assert (first.size, second.size) == (sizes[0], sizes[1] + 1)
        assert shelf.sent == {ADD: 1}


async def test_what_is_no_song_is_not_saved() -> None:
    async with listening(account="local") as console:
        shelf = Shelf(console, "local")
        await says(console, "open my files")
        for sentence in ("save the first one", "add the first one to my files"):
            assert "a file of your own" in await says(console, sentence)
        assert shelf.sent == {}


async def test_the_switch_is_off() -> None:
    async with listening(library_writes="off") as console:
        shelf = Shelf(console)
        await says(console, "what should I listen to")
        for sentence in (
            "save this song",
            "take it off again",
            "add it to deep focus",
            "make a playlist of these",
        ):
            speech = await says(console, sentence)
            assert "I can't save songs or change playlists" in speech
        assert shelf.sent == {}


async def test_what_was_added_to_a_playlist_is_not_unsaved() -> None:
    async with listening() as console:
        shelf = Shelf(console)
        await says(console, "open record shelf", "what should I listen to")
        await says(console, "save this song", "add it to deep focus")
        for _ in range(2):
            speech = await says(console, "take it off again")
            assert "I can't take songs off a playlist" in speech
            await says(console, "add it to deep focus")
        assert shelf.saved == 1
        assert shelf.sent == {SAVE: 1, ADD: 1}


async def test_a_place_on_no_page_saves_nothing() -> None:
    async with listening(playback="spotify-connect") as console:
        shelf = Shelf(console)
        await says(console, "what's on machines")
        assert "Playing" in await says(
            console, "play the third one"
        )  # ends the session
        speech = await says(console, "ask record shelf to save the second one")
        assert "not reading a list" in speech
        assert shelf.sent == {}
