"""Changing a library by voice: signed conversations against the fake Spotify.

Each table gives what is said, and what the fake Spotify has afterwards: the songs and
playlists themselves, and how often each change was sent.
"""

import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime

from simulator.console.console import Console, Sessions, open_session
from simulator.console.environment import ListeningPort, SimulatedEnvironment
from simulator.console.steps import InitialState, Say
from simulator.spotify.data.user_library import FakePlaylist, ids_in, without_changes

BEGAN = datetime(2026, 11, 22, 12, tzinfo=UTC)
SAVE, TAKE_OFF = "PUT /me/library", "DELETE /me/library"
MAKE, ADD = "POST /me/playlists", "POST /playlists/{id}/items"
QUESTIONS = ("list my playlists", "how many playlists do I have")
CHANGES = (SAVE, TAKE_OFF, MAKE, ADD)


@asynccontextmanager
async def listening(**initial: str) -> AsyncIterator[Console]:
    state = InitialState(began=BEGAN, screen="none", **initial)  # type: ignore[arg-type]
    sessions = Sessions(lambda: BEGAN, time.monotonic)
    async with open_session(sessions, state) as console:
        yield console


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


async def says(console: Console, *sentences: str) -> str:
    """Say sentences; return the answer to the last one."""
    speech = ""
    for sentence in sentences:
        report = await console.perform(Say(sentence))
        assert report is not None
        assert report.captured.violations == ()
        speech = report.reply.speech
    return speech


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
