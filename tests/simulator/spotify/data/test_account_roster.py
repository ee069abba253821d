"""Everybody who is always there."""

import pytest

from simulator.spotify.data.account_roster import roster
from simulator.spotify.data.user_library import (
    Altered,
    FakePlaylist,
    LocalTrack,
    PlaylistEntry,
    UserLibrary,
    Verbatim,
    without_changes,
)
from simulator.spotify.world import MAX_GENERATED, World
from tests.simulator.spotify.conftest import NOW

WORLD = World(now=lambda: NOW)


def library(name: str) -> UserLibrary:
    account = WORLD.account(name)
    assert account is not None
    return account.library


def shelf(name: str) -> list[FakePlaylist]:
    return [one for one in library(name).playlists if isinstance(one, FakePlaylist)]


@pytest.mark.parametrize("name", sorted(roster()))
def test_every_playlist_holds_as_much_as_it_says(name: str) -> None:
    for playlist in shelf(name):
        assert len(playlist.items) == playlist.size
        assert [*playlist.items] == playlist.items


def test_ada_has_every_kind_of_playlist() -> None:
    ours = shelf("ada")
    account = WORLD.account("ada")
    assert account is not None
    me = account.profile.id
    assert len(ours) == 240
    assert any(one.owner.id == me and one.public for one in ours)
    assert any(one.owner.id == me and not one.public for one in ours)
    assert any(one.owner.id != me and one.collaborative for one in ours)
    others = [one for one in ours if not one.readable_by(me)]
    assert 20 < len(others) < 120
    assert None in {one.owner.display_name for one in others}


def test_nobody_has_nothing() -> None:
    nothing = library("nobody")
    assert nothing.playlists == nothing.saved_tracks == nothing.followed == []
    assert nothing.plays(NOW) == ()
    assert not nothing.top_artists


def test_single_has_one_of_everything() -> None:
    one = library("single")
    (playlist,) = shelf("single")
    (entry,) = playlist.items
    assert isinstance(entry, PlaylistEntry)
    assert len(one.saved_tracks) == len(one.plays(NOW)) == 1
    assert one.top_tracks["long_term"] == [entry.item]


def test_collector_has_ten_thousand_saved_tracks() -> None:
    assert len(library("collector").saved_tracks) == 10_000
    assert len(shelf("collector")[0].items) == 5000


def test_local_has_files_and_talk_only() -> None:
    entries = [entry for one in shelf("local") for entry in one.items]
    kinds = {type(e.item).__name__ for e in entries if isinstance(e, PlaylistEntry)}
    assert kinds == {"LocalTrack", "Episode"}


def test_nasty_names_are_on_the_shelf() -> None:
    names = [one.name for one in shelf("emoji")]
    assert {"R&B <3", "AT&T", "", "   ", "👩🏽‍🚀🇯🇵"} <= set(names)
    assert len(names) == 40
    assert max(map(len, names)) == 200
    assert any("\u200b" in name for name in names)
    assert any("\u202e" in name for name in names)
    assert any("\u000b" in name for name in names)


def test_quirky_mixes_the_unsound_with_the_sound() -> None:
    quirky = library("quirky")
    kinds = {type(one) for one in quirky.playlists}
    assert kinds == {FakePlaylist, Altered, Verbatim}
    for as_json in (
        quirky.saved_tracks,
        quirky.saved_albums,
        quirky.followed,
        quirky.plays(NOW),
        *quirky.top_artists.values(),
        *quirky.top_tracks.values(),
    ):
        assert {Altered, Verbatim} & {type(one) for one in as_json}
        assert len(as_json) > 5
    (*_, files) = shelf("quirky")
    items = [e.item for e in files.items if isinstance(e, PlaylistEntry)]
    assert any(isinstance(item, LocalTrack) for item in items)
    assert all(without_changes(one) is not None for one in quirky.playlists)


def test_two_accounts_on_one_device_have_different_accounts_and_tastes() -> None:
    ada, ben = WORLD.account("ada"), WORLD.account("ben")
    assert ada is not None
    assert ben is not None
    assert ada.profile.account_id != ben.profile.account_id
    tops = [set(a.library.top_artists["medium_term"]) for a in (ada, ben)]
    assert tops[0].isdisjoint(tops[1])


def test_the_crowd_is_generated_and_forgotten_when_it_is_too_large() -> None:
    world = World(now=lambda: NOW)
    first = world.account("load-0")
    for number in range(1, MAX_GENERATED + 1):
        world.account(f"load-{number}")
    again = world.account("load-0")
    assert first is not None
    assert again is not None
    assert again is not first
    assert again.profile == first.profile
    for name in (
        "load-",
        "load-x",
        "load-01",
        "load--1",
        "load-9999999999",
        "stranger",
    ):
        assert world.account(name) is None


def test_an_account_may_bring_its_own_holdings() -> None:
    world = World(now=lambda: NOW)
    (artist, *_) = world.catalogue.artists
    own = UserLibrary(top_artists={"short_term": [artist]})
    account = world.add_account("guest", own, "Gus Guest")
    assert world.account("guest") is account
    assert account.library is own
    assert account.profile.display_name == "Gus Guest"
