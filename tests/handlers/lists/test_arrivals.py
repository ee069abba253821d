""" "What's new for me?": songs on playlists and releases since the last visit."""

import asyncio
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import msgspec
import pytest

from handlers.lists.new_releases import Checked
from providers.errors import (
    Forbidden,
    LinkExpired,
    NotFound,
    ProviderError,
    ScopeMissing,
    Unavailable,
)
from providers.last_visit import Coverage, LastVisit
from providers.music import Album, Artist, Listing, PlaylistItem
from providers.sample_library import LibraryRouter
from tests.handlers.alexa import NOON, Alexa, Reply, said
from tests.handlers.collection import Collection, playlist, track
from tests.handlers.conftest import SAMPLE
from tests.handlers.skill import configuration

FIRST, SECOND = {"position": said("first", "1")}, {"position": said("second", "2")}
SHARED = playlist("Road Trip", collaborative=True, version="1", size=3)
OWN = playlist("Gym", version="1", size=2)
FRAHM, ENO = Artist("id-frahm", "Nils Frahm"), Artist("id-eno", "Brian Eno")


def added(title: str, days: float, by: str) -> PlaylistItem:
    moment = NOON - timedelta(days=days)
    return PlaylistItem(track(title, "Aphex Twin"), moment, by)


@dataclass
class Kitchen:
    """Ada's device, her library, and a clock that she can turn."""

    library: Collection
    hour: datetime = NOON
    alexa: Alexa = field(init=False)

    def __post_init__(self) -> None:
        router = LibraryRouter(self.library, SAMPLE)
        self.alexa = Alexa(configuration(router, now=lambda: self.hour))

    async def asks(self, *, days: float = 0.0) -> Reply:
        self.hour += timedelta(days=days)
        return await self.alexa.says("WhatsNewIntent")

    def changes(self, song: PlaylistItem, version: str = "2") -> None:
        """Somebody adds a song to the shared playlist."""
        changed = msgspec.structs.replace(self.library.shelf[0], version=version)
        self.library.shelf = (changed, *self.library.shelf[1:])
        self.library.contents[SHARED.id] += (song,)


@pytest.fixture
def kitchen() -> Kitchen:
    songs = (
        added("Old", 30, "ada"),
        added("Rhubarb", 2, "ben"),
        added("Xtal", 1, "ada"),
    )
    late = Album("id-late", "Late", (FRAHM,), "2026-11-20", 9)
    return Kitchen(
        Collection(
            shelf=(SHARED, OWN),
            contents={SHARED.id: songs, OWN.id: (added("Ageispolis", 3, "ada"),)},
            followed=(FRAHM, ENO),
            albums={"id-frahm": (late,)},
        )
    )


async def test_the_first_time_it_is_the_last_week(kitchen: Kitchen) -> None:
    reply = await kitchen.asks()
    assert reply.speech == (
        "New in the last week: Rhubarb by Aphex Twin on Road Trip, the new release "
        "Late by Nils Frahm, and Xtal by Aphex Twin on Road Trip. Want more?"
    )
    assert "2. Late by Nils Frahm, November 20, 2026" in reply.card
    more = await kitchen.alexa.says("AMAZON.NextIntent")
    assert more.speech == "And Ageispolis by Aphex Twin on Gym. What next?"
    assert kitchen.library.calls.count("page_of_items") == 2
    again = await kitchen.alexa.says("AMAZON.RepeatIntent")
    assert again.speech == more.speech


async def test_anything_else_is_the_rest_of_the_news(kitchen: Kitchen) -> None:
    await kitchen.asks()
    alexa = kitchen.alexa
    for intent in ("AnotherIntent", "AMAZON.NextIntent"):
        await kitchen.asks()
        assert "Ageispolis" in (await alexa.says(intent)).speech
    assert "all I've found" in (await alexa.says("AnotherIntent")).speech
    await kitchen.asks()
    await alexa.says("AnotherIntent")
    kitchen.changes(added("Fresh", 0, "ben"))
    more = await alexa.says("AnotherIntent")
    assert "week: Fresh by Aphex Twin on Road Trip. " in more.speech
    assert (await alexa.says("AMAZON.RepeatIntent")).speech == more.speech
    assert "Fresh" in (await alexa.says("SelectIntent", **FIRST)).speech
    assert "goes from" not in (await alexa.says("AnotherIntent")).speech


async def test_within_the_hour_it_is_the_same_visit(kitchen: Kitchen) -> None:
    first = await kitchen.asks()
    looks = kitchen.library.calls.count("page_of_items")
    assert (await kitchen.asks(days=0.03)).speech == first.speech
    assert kitchen.library.calls.count("page_of_items") == looks
    kitchen.changes(added("Fresh", 0, "ben"))
    assert "week: Fresh by" in (await kitchen.asks()).speech


async def test_the_next_time_it_is_what_came_since(kitchen: Kitchen) -> None:
    await kitchen.asks()
    kitchen.changes(added("Fresh", -0.5, "ben"))
    reply = await kitchen.asks(days=1)
    assert reply.speech == "New for you: Fresh by Aphex Twin on Road Trip. What next?"
    reply = await kitchen.asks(days=1)
    assert reply.speech == (
        "I found nothing new on your playlists, and there's nothing by the artists I "
        "checked today. What else would you like?"
    )
    assert reply.open


async def test_two_devices_at_once_hear_the_same(kitchen: Kitchen) -> None:
    other = Alexa(kitchen.alexa.skill)
    first, second = await asyncio.gather(kitchen.asks(), other.says("WhatsNewIntent"))
    assert first.speech == second.speech
    assert "nothing new" in (await kitchen.asks(days=1)).speech


async def test_what_was_named_can_be_played_and_explained(kitchen: Kitchen) -> None:
    alexa = kitchen.alexa
    await kitchen.asks()
    assert "Rhubarb by Aphex Twin" in (await alexa.says("PlayIntent", **FIRST)).speech
    why = await alexa.says("WhyIntent")
    assert "Number 1 is Rhubarb" in why.speech
    assert "Someone else added it to Road Trip." in why.speech
    assert (await alexa.says("AMAZON.RepeatIntent")).speech == why.speech
    assert "More like Rhubarb" in (await alexa.says("MoreLikeThisIntent")).speech
    await kitchen.asks()
    await alexa.says("SelectIntent", **SECOND)
    assert alexa.attributes["focus"]["kind"] == "album"
    reason = (await alexa.says("WhyIntent")).speech
    assert "released on November 20, 2026. You follow Nils Frahm." in reason
    assert "Nils Frahm" in (await alexa.says("PlaylistOwnerIntent")).speech
    named = await alexa.says("PlayIntent", playlist="xtal")
    assert "Xtal by Aphex Twin" in named.speech
    before = dict(alexa.attributes)
    await kitchen.asks(days=1)  # on another device
    alexa.attributes = before
    assert "there any more" in (await alexa.says("WhyIntent")).speech


async def test_a_fault_in_the_middle_loses_nothing(kitchen: Kitchen) -> None:
    kitchen.library.fails["artist_albums"] = Unavailable()
    reply = await kitchen.asks()
    assert reply.speech.startswith("I couldn't check everything just now. New in the")
    assert "Late" not in reply.speech
    kitchen.library.fails.clear()
    assert "New for you: the new release Late" in (await kitchen.asks(days=1)).speech


async def test_playlists_that_fail_are_not_called_unchanged(kitchen: Kitchen) -> None:
    kitchen.library.albums.clear()
    kitchen.library.fails["page_of_items"] = Unavailable()
    reply = await kitchen.asks()
    assert (
        "everything just now. In the last week, I found nothing new by" in reply.speech
    )
    assert "playlist" not in reply.speech
    kitchen.library.fails["page_of_items"] = Forbidden()
    reply = await kitchen.asks(days=1)
    assert reply.speech.startswith(
        "I found nothing new by the artists I checked today."
    )


@pytest.mark.parametrize("error", [NotFound(), Forbidden()])
async def test_an_artist_that_is_gone_is_not_asked_about_again(
    kitchen: Kitchen, error: ProviderError
) -> None:
    kitchen.library.fails["artist_albums"] = error
    assert "everything" not in (await kitchen.asks()).speech
    await kitchen.asks()
    assert kitchen.library.calls.count("artist_albums") == 2


@pytest.mark.parametrize("also", ["playlists", "page_of_items"])
async def test_everything_failing_is_an_apology_and_no_visit(
    kitchen: Kitchen, also: str
) -> None:
    for name in ("followed_artists", also):
        kitchen.library.fails[name] = Unavailable()
    assert "can't reach Spotify" in (await kitchen.asks()).speech
    kitchen.library.fails.clear()
    assert "New in the last week" in (await kitchen.asks(days=0.5)).speech


async def test_a_missing_permission_costs_only_the_releases(kitchen: Kitchen) -> None:
    kitchen.library.fails["followed_artists"] = ScopeMissing()
    reply = await kitchen.asks()
    assert reply.speech.startswith(
        "To use the artists you follow too, link your account again. New in the last"
    )
    assert not reply.links
    kitchen.library.fails["playlists"] = ScopeMissing()
    assert (await kitchen.asks()).links
    kitchen.library.fails = {"account": LinkExpired()}
    assert (await kitchen.asks()).links


async def test_singles_of_somebody_with_many_albums(
    kitchen: Kitchen, monkeypatch: pytest.MonkeyPatch
) -> None:
    ten = tuple(
        Album(f"a{n}", f"A{n}", (FRAHM,), "2009", 9, group="album") for n in range(10)
    )
    single = Album("s", "Single", (FRAHM,), "2026-11-20", 1, group="single")
    groups_read: list[object] = []

    async def by_group(_listener: object, artist_id: str, groups: object) -> object:
        if artist_id == "id-eno":
            return Listing((), 0)
        groups_read.append(groups)
        return Listing((single,), 1) if groups == ("single",) else Listing(ten, 40)

    monkeypatch.setattr(kitchen.library, "artist_albums", by_group)
    await kitchen.asks()
    assert "Single by Nils Frahm" in (await kitchen.asks()).speech
    await kitchen.asks()
    assert groups_read == [("album", "single"), ("album",), ("single",)]


async def test_somebody_without_anything_to_look_at(kitchen: Kitchen) -> None:
    kitchen.library.shelf, kitchen.library.followed = (), ()
    reply = await kitchen.asks()
    assert "no playlists of your own to check, and no artists" in reply.speech


async def test_the_demo_has_no_news(kitchen: Kitchen) -> None:
    kitchen.alexa.unlinks()
    await kitchen.alexa.says("DemoIntent")
    reply = await kitchen.asks()
    assert "In the last week, I found nothing new on" in reply.speech
    assert "nothing" in (await kitchen.alexa.says("AMAZON.RepeatIntent")).speech
    assert kitchen.library.calls == []


def test_only_what_was_looked_at_is_named() -> None:
    table: dict[tuple[Coverage, bool], Checked] = {
        ("all", True): Checked.BOTH,
        ("some", True): Checked.SOME,
        ("none", True): Checked.ARTISTS,
        ("all", False): Checked.PLAYLISTS,
        ("some", False): Checked.SOME_PLAYLISTS,
        ("none", False): Checked.NOTHING,
    }
    for (coverage, with_artists), expected in table.items():
        artists = {"a": 9} if with_artists else {}
        visit = LastVisit(9, 0, artists=artists, coverage=coverage)
        assert Checked.of(visit) is expected
