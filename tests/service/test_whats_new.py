""" "What's new for me?": signed conversations against the fake Spotify.

Ben has six playlists that can be opened. Each test counts every call to the fake.
"""

from collections.abc import Sequence

import pytest

from providers.whats_new import CALLS
from simulator.console.console import Console
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
from tests.service.test_library_writes import another_instance

pytestmark = pytest.mark.no_cover

DAY = 24 * 3600
ITEMS, ALBUMS = "GET /playlists/{id}/items", "GET /artists/{id}/albums"

QUESTIONS = {
    "en-US": ("what's new for me", "in the last week", "New for you: ", "nothing new"),
    "de-DE": ("was gibt es neues für mich", "letzten Woche", "Neu für dich", "nichts"),
    "fr-FR": ("quoi de neuf pour moi", "une semaine", "nouveau pour vous", "Rien de"),
    "es-ES": ("qué hay de nuevo para mí", "última semana", "Nuevo para ti", "nada"),
    "it-IT": ("cosa c'è di nuovo per me", "ultima settimana", "per te", "Niente di"),
    "pt-BR": ("o que tem de novo pra mim", "última semana", "para você", "nada de"),
    "ja-JP": ("私に何か新しいのある", "一週間", "新着は、", "ありません"),
}
"""What is said in each language; what is heard at the first, second and third visit."""


class Ben:
    """Ben's account at the fake Spotify, and how often his skill called it."""

    def __init__(self, console: Console) -> None:
        self.console = console
        self.world = console.environment.spotify.world
        account = self.world.account("ben")
        assert account is not None
        self.library = account.library
        self.user = account.profile.id

    def playlist(self, name: str) -> FakePlaylist:
        playlists = map(without_changes, self.library.playlists)
        return next(
            p for p in playlists if isinstance(p, FakePlaylist) and p.name == name
        )

    def adds(self, name: str, by: str, *, position: int | None = None) -> str:
        """Let somebody add a song to a playlist; return its title."""
        playlist = self.playlist(name)
        entries = self.world.catalogue.by_id.values()
        songs = [each for each in entries if isinstance(each, CatalogueTrack)]
        song = songs[100 + 10 * playlist.edits + len(name)]
        playlist.add([PlaylistEntry(song, self.world.clock(), by)], position)
        return song.title

    async def asks(self, question: str = "what's new for me") -> str:
        """Ask; no answer may take more than eight calls."""
        self.world.counters.reset()
        speech = await says(self.console, question)
        assert 0 < self.world.counters.calls() <= CALLS
        return speech

    async def knows_all(self) -> None:
        """Ask until every playlist was looked at."""
        for _ in range(3):
            await self.asks()

    def calls(self, *endpoints: str) -> Sequence[int]:
        return [self.world.counters.calls(each) for each in endpoints]


async def test_two_playlists_that_changed_are_read_and_no_other() -> None:
    async with listening(account="ben") as console:
        ben = Ben(console)
        assert "in the last week" in await ben.asks()
        await ben.knows_all()
        await console.perform(Wait(DAY))
        theirs = ben.adds("Winter Family", "ada")
        own = ben.adds("Gaming", ben.user)
        speech = await ben.asks()
        assert "New for you: " in speech
        assert ben.calls(ITEMS) == [2]
        whole = speech
        while "?" in whole and "What next" not in whole:
            whole = await says(console, "next")
            speech += whole
        assert f"{theirs} by" in speech.partition(" on ")[0]
        assert own in speech
        before = len(ids_in(ben.library.saved_tracks))
        assert f"{theirs} by" in await says(console, "start over", "save the first one")
        assert len(ids_in(ben.library.saved_tracks)) == before + 1
        assert f"play {theirs} by" in await says(console, "play it")
        await console.perform(Wait(DAY))
        assert theirs not in await ben.asks()
        assert ben.calls(ITEMS) == [0]


async def test_where_nobody_looked_is_not_called_unchanged() -> None:
    async with listening(account="ben") as console:
        ben = Ben(console)
        await ben.knows_all()
        await console.perform(Wait(DAY))
        ben.adds("Gaming", ben.user, position=0)  # of its 90 songs the last 50 are read
        speech = await ben.asks()
        assert "nothing new on the playlists I checked" in speech


async def test_what_failed_is_looked_at_the_next_time() -> None:
    async with listening(account="ben") as console:
        ben = Ben(console)
        await ben.knows_all()
        await console.perform(Wait(DAY))
        song = ben.adds("Loud", ben.user)
        await console.perform(Break(Fault(kind="unavailable", endpoint=ITEMS)))
        speech = await ben.asks()
        assert "I couldn't check everything just now." in speech
        assert song not in speech
        assert "your playlists" not in speech
        await console.perform(Heal())
        await console.perform(Wait(DAY))
        assert song in await ben.asks()


FAULTS = (
    Fault(kind="unavailable", probability=0.5),
    Fault(kind="reset", times=2),
    Fault(kind="limit_refused", largest=20),
    Fault(kind="limit_refused", largest=5),
    Fault(kind="unavailable", endpoint="GET /me"),
)


async def test_no_fault_costs_more_calls_or_claims_what_nobody_saw() -> None:
    async with listening(account="ben") as console:
        ben = Ben(console)
        for fault in FAULTS:
            await console.perform(Break(fault))
            speech = await ben.asks()  # counts the calls
            assert "no playlists of your own" not in speech, fault
            assert "your playlists" not in speech, fault
            await console.perform(Heal())
            await console.perform(Wait(DAY))


async def test_who_is_forgotten_asks_for_the_first_time() -> None:
    async with listening(account="ben", cache="redis") as console:
        ben = Ben(console)
        await ben.knows_all()
        await console.perform(Wait(DAY))
        assert "in the last week" not in await ben.asks()
        await says(console, "refresh my library")
        assert "in the last week" not in await ben.asks()
        assert "forgotten" in await says(console, "forget me", "yes")
        assert "in the last week" in await ben.asks()


async def test_another_instance_goes_on_from_the_same_visit() -> None:
    async with listening(account="ben", cache="redis") as console:
        environment = console.environment
        first = environment.skill
        assert first is not None
        environment.client.url = f"{first.url}/alexa"
        speech = await says(console, "what's new for me")
        other = await another_instance(environment)
        environment.client.url = f"{other.url}/alexa"
        try:
            again = await says(console, "repeat")
            assert again.partition(":")[2] == speech.partition(":")[2]
            await console.perform(Wait(DAY))
            speech = await says(console, "what's new for me")
            assert "in the last week" not in speech
        finally:
            await first.runner.cleanup()


@pytest.mark.slow
@pytest.mark.parametrize("locale", QUESTIONS)
async def test_three_visits_in_each_language(locale: str) -> None:
    question, first, second, third = QUESTIONS[locale]
    async with listening(account="ben", locale=locale) as console:
        ben = Ben(console)
        assert first in await ben.asks(question)
        for _ in range(3):
            await ben.asks(question)
        await console.perform(Wait(DAY))
        song = ben.adds("Winter Family", "ada")
        speech = await ben.asks(question)
        assert second in speech
        assert song in speech
        assert "Winter Family" in speech
        for _ in range(5):
            await console.perform(Wait(DAY))
            speech = await ben.asks(question)
            assert song not in speech
            if third in speech:
                return
        raise AssertionError(speech)
