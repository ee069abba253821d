"""Each object of the Web API, to the letter, in both regimes."""

from typing import Any

import pytest

from simulator.spotify.data.catalogue import CatalogueAlbum
from simulator.spotify.data.user_library import (
    ABSENT,
    NULL,
    Altered,
    Element,
    FakePlay,
    PlaylistEntry,
    Saved,
    Verbatim,
)
from simulator.spotify.images_and_links import Links
from simulator.spotify.serializers import LibrarySerializer
from tests.simulator.spotify.serializer_cases import (
    ALBUM,
    ARTIST,
    BASE,
    EPISODE,
    MOMENT,
    OWNED_BY,
    PICTURES,
    PLAYLIST,
    SIMPLE_ALBUM,
    SIMPLE_ARTIST,
    SIMPLE_TRACK,
    TRACK,
    WHOLE_TRACK,
    identified,
    pictures,
    shown,
)


def test_an_artist() -> None:
    development = SIMPLE_ARTIST | {"images": pictures("artist", "ar1")}
    assert shown(ARTIST) == development
    assert shown(ARTIST, "extended") == development | {
        "genres": ["jazz", "dinner"],
        "popularity": 80,
        "followers": {"href": None, "total": 512_000},
    }


def test_an_album_in_a_list() -> None:
    assert shown(ALBUM) == shown(ALBUM, "extended") == SIMPLE_ALBUM


@pytest.mark.parametrize(
    ("released", "precision"),
    [("2024", "year"), ("2024-05", "month"), ("2024-05-17", "day")],
)
def test_how_precisely_a_release_is_known(released: str, precision: str) -> None:
    album = CatalogueAlbum("al2", "Dated", (ARTIST,), "single", released, 1, [])
    made = shown(album)
    assert made["release_date"] == released
    assert made["release_date_precision"] == precision


def test_a_saved_album_is_whole() -> None:
    made = shown(Saved(ALBUM, MOMENT))
    page = made["album"].pop("tracks")
    assert made == {
        "added_at": "2026-11-22T20:15:01Z",
        "album": SIMPLE_ALBUM
        | {
            "copyrights": [{"text": "℗ 2024 Invented", "type": "P"}],
            "external_ids": {},
            "genres": [],
            "label": "Invented Records",
            "popularity": 60,
        },
    }
    assert page == {
        "href": f"{BASE}/v1/albums/al1/tracks?offset=0&limit=50",
        "items": [SIMPLE_TRACK],
        "limit": 50,
        "next": None,
        "offset": 0,
        "previous": None,
        "total": 1,
    }


def test_a_track() -> None:
    assert shown(TRACK) == WHOLE_TRACK
    assert shown(TRACK, "extended") == WHOLE_TRACK | {"popularity": 55}
    assert shown(Saved(TRACK, MOMENT)) == {
        "added_at": "2026-11-22T20:15:01Z",
        "track": WHOLE_TRACK,
    }


def test_a_play() -> None:
    context = identified("album", "al1")
    del context["id"]
    assert shown(FakePlay(TRACK, MOMENT)) == {
        "context": context,
        "played_at": "2026-11-22T20:15:01.250Z",
        "track": WHOLE_TRACK,
    }


def test_an_episode_and_its_show() -> None:
    made = shown(EPISODE)
    show = made.pop("show")
    assert made == identified("episode", "ep1") | {
        "description": "1. Hello",
        "duration_ms": 1_800_000,
        "explicit": False,
        "html_description": "<p>1. Hello</p>",
        "images": pictures("episode", "ep1"),
        "is_externally_hosted": False,
        "is_playable": True,
        "languages": ["de"],
        "name": "1. Hello",
        "release_date": "2026-11-15",
        "release_date_precision": "day",
    }
    assert show == identified("show", "sh1") | {
        "copyrights": [],
        "description": "Talk, every week.",
        "explicit": False,
        "html_description": "<p>Talk, every week.</p>",
        "images": pictures("show", "sh1"),
        "is_externally_hosted": False,
        "languages": ["de"],
        "media_type": "audio",
        "name": "Talk",
        "total_episodes": 0,
    }


def _playlist(contents: str) -> dict[str, Any]:
    url = f"{PICTURES}/images/playlist/pl1/640.png"
    return identified("playlist", "pl1") | {
        "collaborative": False,
        "description": "Daily",
        "images": [{"url": url, "height": None, "width": None}],
        contents: {"href": f"{BASE}/v1/playlists/pl1/items", "total": 3},
        "name": "Mix",
        "owner": OWNED_BY | {"display_name": "Una"},
        "public": True,
        "snapshot_id": "MSxwbDE=",
    }


def test_a_playlist_in_old_words_and_new() -> None:
    assert shown(PLAYLIST) == _playlist("items")
    assert shown(PLAYLIST, "extended") == _playlist("tracks")


def test_an_entry_in_old_words_and_new() -> None:
    known = {
        "added_at": "2026-11-22T20:15:01Z",
        "added_by": OWNED_BY,
        "is_local": False,
    }
    entry = PlaylistEntry(TRACK, MOMENT, "u1")
    assert shown(entry) == known | {"item": WHOLE_TRACK}
    old = known | {"track": WHOLE_TRACK | {"popularity": 55}}
    assert shown(entry, "extended") == old


@pytest.mark.parametrize(
    ("element", "changes", "path"),
    [
        (PLAYLIST, {"items.total": None}, ("tracks", "total")),
        (PlaylistEntry(TRACK, MOMENT, "u1"), {"item.name": None}, ("track", "name")),
        (TRACK, {"album.images": None}, ("album", "images")),
        (Saved(TRACK, MOMENT), {"added_at": None}, ("added_at",)),
    ],
)
def test_alterations_are_written_once_for_both_regimes(
    element: Element, changes: dict[str, Any], path: tuple[str, ...]
) -> None:
    with_changes = Altered(element, changes)
    for regime, way in (
        ("extended", path),
        ("development", next(iter(changes)).split(".")),
    ):
        place = shown(with_changes, regime)  # type: ignore[arg-type]
        for step in way:
            place = place[step]
        assert place is None


def test_alterations_upon_alterations() -> None:
    once = Altered(PLAYLIST, {"name": "Other"})
    twice = shown(Altered(once, {"items": ABSENT}), "extended")
    assert twice["name"] == "Other"
    assert not twice.keys() & {"items", "tracks"}
    assert shown(PLAYLIST)["name"] == "Mix"


def test_verbatim_is_what_it_says() -> None:
    assert shown(NULL) is None
    assert shown(Verbatim(b'{"a":[1]}')) == {"a": [1]}


def test_what_never_changes_is_rendered_once() -> None:
    serializer = LibrarySerializer(Links(BASE), "development")
    assert serializer.element(TRACK) is serializer.element(TRACK)
    assert serializer.all([TRACK, ALBUM]) == [
        serializer.element(TRACK),
        serializer.element(ALBUM),
    ]
    other = LibrarySerializer(Links("http://there"), "development").element(TRACK)
    assert other != serializer.element(TRACK)
