"""Each oddity that clients have reported is in the data of one account."""

from typing import Any

import msgspec
import pytest

from simulator.spotify.world import World
from tests.simulator.spotify.conftest import ApiCaller


async def _items(ask: ApiCaller, path: str, **query: Any) -> list[Any]:
    page = (await ask(path, "quirky", limit=50, **query)).json
    found = page.get("artists", page)["items"]
    assert isinstance(found, list)
    return found


async def _shelf(ask: ApiCaller) -> dict[str, Any]:
    return {one["name"]: one for one in await _items(ask, "/me/playlists") if one}


async def _entries(ask: ApiCaller, name: str) -> list[Any]:
    return await _items(ask, f"/playlists/{(await _shelf(ask))[name]['id']}/items")


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("/me/playlists", {}),
        ("/me/top/artists", {}),
        ("/me/top/tracks", {}),
        ("/me/tracks", {}),
        ("/me/albums", {}),
        ("/me/player/recently-played", {}),
        ("/me/following", {"type": "artist"}),
    ],
)
async def test_nulls_among_the_elements(
    ask: ApiCaller, path: str, query: dict[str, str]
) -> None:
    items = await _items(ask, path, **query)
    assert None in items
    assert items[0] is not None or items[-1] is not None


async def test_playlists_with_something_missing(ask: ApiCaller) -> None:
    playlists = await _shelf(ask)
    assert playlists["No images"]["images"] is None
    assert playlists["No owner's name"]["owner"]["display_name"] is None
    assert playlists["Unknown size"]["items"]["total"] is None
    assert "items" not in playlists["No contents"]
    assert playlists["Public or not"]["public"] is None
    assert playlists[None]["id"]  # type: ignore[index]
    assert playlists["No id"]["id"] is None
    assert playlists["A picture without address"]["images"][0]["url"] is None
    assert playlists["Plain"]["images"][0]["height"] is None


async def test_entries_with_something_missing(ask: ApiCaller) -> None:
    entries = await _entries(ask, "Plain")
    assert [one["item"] is None for one in entries].count(True) == 1
    assert [one["added_at"] is None for one in entries].count(True) == 1
    assert [one["added_by"] is None for one in entries].count(True) == 1
    tracks = [one["item"] for one in entries if one["item"]]
    assert ["external_ids" in one for one in tracks].count(False) == 1
    assert "0000" in {one["album"]["release_date"] for one in tracks}
    assert [one["album"]["images"] for one in tracks].count(None) == 1


async def test_holes_files_and_talk(ask: ApiCaller) -> None:
    holes = await _entries(ask, "Holes")
    assert [one is None for one in holes] == [False, True, False, True]
    local, episode, track = await _entries(ask, "Files and talk")
    assert local["is_local"] is True
    assert local["item"]["id"] is None
    assert local["item"]["artists"][0]["id"] is None
    assert local["item"]["album"]["album_type"] is None
    assert local["item"]["uri"].startswith("spotify:local:")
    assert episode["item"]["type"] == "episode"
    assert "artists" not in episode["item"]
    assert track["item"]["type"] == "track"


async def test_tracks_with_something_missing(ask: ApiCaller) -> None:
    tracks = [one for one in await _items(ask, "/me/top/tracks") if one][:7]
    no_artists, no_album, no_length, unnamed, old, unknown, no_id = tracks
    assert no_artists["artists"] is None
    assert no_album["album"] is None
    assert no_length["duration_ms"] is None
    assert unnamed["artists"][0]["name"] is None
    assert old["album"]["release_date"] == "1987"
    assert "is_playable" not in unknown
    assert no_id["artists"][0]["id"] is None


async def test_artists_with_something_missing(ask: ApiCaller, world: World) -> None:
    world.regime = "extended"  # development mode gives no artist genres
    for path, query in (("/me/top/artists", {}), ("/me/following", {"type": "artist"})):
        artists = [one for one in await _items(ask, path, **query) if one]
        assert any(one["images"] is None for one in artists)
        assert any("genres" not in one for one in artists)
        assert any(one.get("genres", ()) is None for one in artists)


async def test_saved_things_with_something_missing(ask: ApiCaller) -> None:
    tracks = [one for one in await _items(ask, "/me/tracks") if one]
    assert [one["added_at"] for one in tracks].count(None) == 1
    albums = [one for one in await _items(ask, "/me/albums") if one]
    assert [one["album"] for one in albums].count(None) == 1
    whole = [one["album"] for one in albums if one["album"]]
    assert [one["images"] for one in whole].count(None) == 1
    assert "0000" in {one["release_date"] for one in whole}
    assert ["popularity" in one for one in whole].count(False) == 1


async def test_plays_told_twice_and_without_a_track(ask: ApiCaller) -> None:
    first, second, third, fourth, fifth, *rest = await _items(
        ask, "/me/player/recently-played"
    )
    assert first == second
    assert third["context"] is None
    assert fourth["track"] is None
    assert fifth is None
    assert all(one["track"] for one in rest)


async def test_a_lone_surrogate_is_sent_as_json_allows(ask: ApiCaller) -> None:
    answer = await ask("/me/playlists", "quirky", limit=50)
    assert '"\\ud800"' in answer.text
    with pytest.raises(msgspec.DecodeError):
        msgspec.json.decode(answer.text)


async def test_older_shapes_have_the_same_oddities(
    ask: ApiCaller, world: World
) -> None:
    world.regime = "extended"
    playlists = await _shelf(ask)
    assert playlists["Unknown size"]["tracks"]["total"] is None
    assert not playlists["No contents"].keys() & {"tracks", "items"}
    entries = await _entries(ask, "Plain")
    assert [one["track"] is None for one in entries].count(True) == 1
    assert not any("item" in one for one in entries)
