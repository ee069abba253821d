"""Playlists from outlines, and names from a vocabulary."""

from collections import Counter
from datetime import UTC, datetime
from itertools import pairwise
from random import Random

import pytest

from simulator.spotify.data.account_roster import (
    LARGE_PLAYLIST,
    OTHER_USERS,
    Kind,
    PlaylistGenerator,
    PlaylistOutline,
    generate_outlines,
)
from simulator.spotify.data.accounts import AccountProfile
from simulator.spotify.data.catalogue_generator import generate_catalogue, vocabulary
from simulator.spotify.data.ids import is_base62_id
from simulator.spotify.data.listening_history import ListenerTaste
from simulator.spotify.data.user_library import LocalTrack, PlaylistEntry

BEGAN = datetime(2026, 11, 22, tzinfo=UTC)
CATALOGUE = generate_catalogue(1, BEGAN.date())
PROFILE = AccountProfile(name="me", id="u-me", account_id="a-me", display_name="Me")
SHELF = PlaylistGenerator(PROFILE, ListenerTaste.generated(CATALOGUE, "me"), BEGAN)


@pytest.mark.parametrize(
    ("kind", "mine", "public", "shared"),
    [
        ("own", True, False, False),
        ("public", True, True, False),
        ("followed", False, True, False),
        ("shared", False, False, True),
    ],
)
def test_kinds_of_playlists(kind: Kind, mine: bool, public: bool, shared: bool) -> None:
    playlist = SHELF.playlist(PlaylistOutline("Mix", kind), 3)
    assert (playlist.owner == PROFILE.user) is mine
    assert mine or playlist.owner in OTHER_USERS
    assert playlist.public is public
    assert playlist.collaborative is shared
    assert playlist.readable_by(PROFILE.id) is (mine or shared)
    assert is_base62_id(playlist.id)


@pytest.mark.parametrize("size", [0, 1, 40, LARGE_PLAYLIST, LARGE_PLAYLIST + 1])
def test_contents_are_dated_in_order_and_as_many_as_said(size: int) -> None:
    playlist = SHELF.playlist(PlaylistOutline("Mix", size=size), 1)
    entries = [one for one in playlist.items if isinstance(one, PlaylistEntry)]
    assert len(entries) == playlist.size == size
    assert all(a.added_at <= b.added_at for a, b in pairwise(entries))
    assert all(one.added_at <= BEGAN for one in entries)
    assert playlist.picture is (size > 0)


def test_places_on_the_shelf_are_different_playlists() -> None:
    first, second = (
        SHELF.playlist(PlaylistOutline("Mix", size=9), place) for place in (1, 2)
    )
    assert first.id != second.id
    tracks = [
        [e.item for e in p.items if isinstance(e, PlaylistEntry)]
        for p in (first, second)
    ]
    assert tracks[0] != tracks[1]
    again = SHELF.playlist(PlaylistOutline("Mix", size=9), 1)
    assert [e.item for e in again.items if isinstance(e, PlaylistEntry)] == tracks[0]


def test_what_is_added_stays_where_it_was_put() -> None:
    playlist = SHELF.playlist(PlaylistOutline("Mix", size=2), 5)
    files = [LocalTrack(f"{n}", "", "", 1) for n in range(3)]
    playlist.add(files[:1])
    playlist.add(files[1:], 0)
    assert playlist.items[:2] == files[1:]
    assert playlist.items[-1] is files[0]
    assert (playlist.size, playlist.edits) == (5, 2)


@pytest.mark.parametrize("code", sorted(vocabulary().languages))
def test_invented_playlists_are_of_every_kind(code: str) -> None:
    outlines = list(generate_outlines(vocabulary().languages[code], "somebody", 200))
    assert len(outlines) == 200
    kinds = Counter(outline.kind for outline in outlines)
    assert kinds.keys() == {"own", "public", "followed", "shared"}
    assert kinds["own"] > kinds["followed"] > kinds["shared"]
    assert len({outline.name for outline in outlines}) > 60
    assert any(outline.name[-4:].isdigit() for outline in outlines)
    assert outlines == list(
        generate_outlines(vocabulary().languages[code], "somebody", 200)
    )


@pytest.mark.parametrize("code", sorted(vocabulary().languages))
def test_languages_have_enough_names(code: str) -> None:
    language = vocabulary().languages[code]
    genres = [g for g in vocabulary().genres.values() if g.language == code]
    acts = language.artist_names(Random(1))
    assert len(set(acts)) == len(acts) >= 16 * len(genres)
    titles = {language.title(Random(n)) for n in range(300)}
    assert len(titles) > 40


def test_genres_have_neighbours_that_exist() -> None:
    genres = vocabulary().genres
    for name, genre in genres.items():
        assert set(genre.near) <= genres.keys() - {name}
        assert genre.tags
        assert genre.language in vocabulary().languages
        assert 1970 <= genre.since <= 2015
