"""Many generated listeners at once."""

import asyncio
from collections import Counter

import pytest

from simulator.spotify.data.catalogue import CatalogueArtist, CatalogueTrack
from simulator.spotify.data.user_library import (
    FakePlay,
    FakePlaylist,
    PlaylistEntry,
    Saved,
)
from simulator.spotify.world import World
from tests.simulator.spotify.conftest import NOW, ApiCaller

pytestmark = pytest.mark.no_cover

WORLD = World(now=lambda: NOW)
CROWD = [WORLD.account(f"load-{n}") for n in range(60)]
LISTENERS = [account for account in CROWD if account is not None]


async def test_a_few_hundred_listeners_at_once(ask: ApiCaller, world: World) -> None:
    world.faults.add("hold")
    calls = [
        asyncio.create_task(ask("/me/playlists", f"load-{n}", limit=50))
        for n in range(100)
    ]
    await world.counters.until(lambda seen: seen.all.in_flight == 100)
    world.faults.release()
    pages = [answer.json for answer in await asyncio.gather(*calls)]
    assert world.counters.of("GET /me/playlists").peak == 100
    ids = [one["id"] for page in pages for one in page["items"]]
    assert len(set(ids)) == len(ids)


def test_they_are_all_different_people() -> None:
    assert len(LISTENERS) == 60
    for ids in (
        {one.profile.id for one in LISTENERS},
        {one.profile.account_id for one in LISTENERS},
    ):
        assert len(ids) == 60
    sizes = Counter(len(one.library.playlists) for one in LISTENERS)
    assert min(sizes) >= 5
    assert max(sizes) <= 60
    assert len(sizes) > 20
    tastes = {tuple(one.library.top_artists["short_term"][:3]) for one in LISTENERS}
    assert len(tastes) == 60


def test_every_one_of_them_has_a_whole_life() -> None:
    for listener in LISTENERS:
        library = listener.library
        assert listener.profile.display_name
        assert len(library.plays(NOW)) == 50
        assert 15 <= len(library.saved_tracks) <= 120
        assert 5 <= len(library.followed) <= 40
        for several in (*library.top_artists.values(), *library.top_tracks.values()):
            assert len(several) >= 15


def _artists(tracks: list[object]) -> set[CatalogueArtist]:
    return {one.album.artists[0] for one in tracks if isinstance(one, CatalogueTrack)}


def test_what_they_hold_fits_together() -> None:
    for listener in LISTENERS[:20]:
        library = listener.library
        liked = {a for several in library.top_artists.values() for a in several}
        saved = [one.item for one in library.saved_tracks if isinstance(one, Saved)]
        played = [p.track for p in library.plays(NOW) if isinstance(p, FakePlay)]
        assert _artists([*saved]) <= liked
        assert _artists([*played]) <= liked
        shelves = [one for one in library.playlists if isinstance(one, FakePlaylist)]
        entries = [e for e in shelves[0].items if isinstance(e, PlaylistEntry)]
        assert _artists([entry.item for entry in entries]) <= liked


def test_what_is_not_looked_at_is_not_made() -> None:
    world = World(now=lambda: NOW)
    account = world.account("load-1")
    assert account is not None
    looked_at = [account.library_made]
    library = account.library
    looked_at.append(account.library_made)
    assert looked_at == [False, True]
    assert account.library is library
    playlists = next(p for p in library.playlists if isinstance(p, FakePlaylist))
    assert playlists._items is None
    assert len(playlists.items) == playlists.size
    assert playlists.items is playlists.items
