"""Artists, albums, tracks and the search over them."""

from datetime import date
from typing import Any

import pytest

from simulator.spotify.data.search_index import Query, parse_years
from simulator.spotify.data.user_library import FakePlaylist
from simulator.spotify.world import World
from tests.simulator.spotify.conftest import ApiCaller


async def _search(ask: ApiCaller, q: str, kind: str = "track", limit: int = 5) -> Any:
    answer = await ask("/search", q=q, type=kind, limit=limit)
    assert answer.status == 200
    return answer.json[f"{kind}s"]["items"]


async def test_an_artist_and_all_groups_of_albums(ask: ApiCaller, world: World) -> None:
    guest_id, albums = next(iter(world.catalogue.guests.items()))
    artist = (await ask(f"/artists/{guest_id}")).json
    assert artist["type"] == "artist"
    assert "popularity" not in artist
    path = f"/artists/{guest_id}/albums"
    on = (await ask(path, include_groups="appears_on")).json
    assert {one["id"] for one in on["items"]} <= {album.id for album in albums}
    own = (await ask(path, include_groups="album", limit=10)).json["items"]
    dates = [one["release_date"] for one in own]
    assert dates == sorted(dates, reverse=True)
    assert {one["album_type"] for one in own} == {"album"}
    everything = (await ask(path, limit=10)).json["total"]
    parts = [
        (await ask(path, include_groups=group)).json["total"]
        for group in ("album", "single", "appears_on", "compilation")
    ]
    assert everything == sum(parts)
    assert (await ask(path)).json["limit"] == 5
    for query in ("?limit=11", "?limit=0", "?include_groups=bootleg"):
        assert (await ask(path + query)).status == 400
    world.regime = "extended"
    grouped = (await ask(path, include_groups="appears_on")).json["items"]
    assert {one["album_group"] for one in grouped} == {"appears_on"}
    assert (await ask(f"/artists/{guest_id}")).json["followers"]["total"] > 0


async def test_an_album_and_its_tracks(ask: ApiCaller, world: World) -> None:
    album = next(one for one in world.catalogue.albums if len(one.tracks) > 8)
    whole = (await ask(f"/albums/{album.id}")).json
    page = (await ask(f"/albums/{album.id}/tracks", limit=5, offset=5)).json
    assert whole["total_tracks"] == page["total"] == len(album.tracks)
    assert page["items"][0] == whole["tracks"]["items"][5]
    assert "album" not in page["items"][0]


async def test_a_track_that_cannot_be_played_says_why(
    ask: ApiCaller, world: World
) -> None:
    track = next(one for one in world.catalogue.tracks if not one.playable)
    answer = (await ask(f"/tracks/{track.id}")).json
    assert answer["is_playable"] is False
    assert answer["restrictions"] == {"reason": "market"}
    assert answer["external_ids"]["isrc"] == track.isrc


@pytest.mark.parametrize("kind", ["artists", "albums", "tracks"])
async def test_ids_that_name_nothing(ask: ApiCaller, world: World, kind: str) -> None:
    assert (await ask(f"/{kind}/{'1' * 22}")).status == 404
    assert (await ask(f"/{kind}/not-an-id")).message == "Invalid base62 id"
    show = world.catalogue.shows[0]
    assert (await ask(f"/{kind}/{show.id}")).status == 404


async def test_names_are_found_without_case_and_accents(
    ask: ApiCaller, world: World
) -> None:
    artist = next(one for one in world.catalogue.artists if "Weißenberg" in one.name)
    (first, *_) = await _search(ask, artist.name.upper().replace("Ö", "o"), "artist")
    assert first["name"] == artist.name
    (whole, *_) = await _search(ask, f'artist:"{artist.name}"', "artist")
    assert whole["id"] == artist.id
    tracks = await _search(ask, f'artist:"{artist.name}"', "track", limit=10)
    assert all(artist.name in str(track["artists"]) for track in tracks)


async def test_genres_years_titles_and_codes(ask: ApiCaller, world: World) -> None:
    tracks = await _search(ask, 'genre:"city pop" year:1980-1989', limit=10)
    assert len(tracks) == 10
    for track in tracks:
        found = world.catalogue.by_id[str(track["id"])]
        assert world.catalogue.by_genre["city pop"]
        assert "198" in str(track["album"])
        assert found is not None
    (one, *_) = world.catalogue.tracks
    (by_code, *_) = await _search(ask, f"isrc:{one.isrc}")
    assert by_code["external_ids"] == {"isrc": one.isrc}
    titled = await _search(ask, f'track:"{one.title}" artist:"{one.artists[0].name}"')
    assert titled[0]["name"] == one.title
    on_album = await _search(ask, f'album:"{one.album.name}"', limit=10)
    assert all(one.album.name in str(track["album"]) for track in on_album)
    assert await _search(ask, "year:1850") == []
    assert await _search(ask, "year:soon") == []
    assert await _search(ask, 'genre:"no such thing"', "artist") == []
    assert await _search(ask, "upc:1", "album") == []


async def test_new_and_unknown_albums(ask: ApiCaller, world: World) -> None:
    new = await _search(ask, "tag:new", "album", limit=10)
    assert new
    for album in new:
        day = date.fromisoformat(str(album["release_date"]))
        assert 0 <= (world.began.date() - day).days <= 14
    assert await _search(ask, "tag:hipster", "album")


async def test_playlists_are_found_with_a_hole_among_them(
    ask: ApiCaller, world: World
) -> None:
    found = await _search(ask, "focus", "playlist", limit=10)
    assert found[0]["name"] == "Deep Focus Radio"
    assert None in found
    assert await _search(ask, "nothing of the kind", "playlist") == []
    assert await _search(ask, "genre:jazz", "playlist") == []
    assert all(isinstance(one, FakePlaylist) for one in world.public_playlists)


async def test_a_question_without_words_finds_nothing(ask: ApiCaller) -> None:
    assert await _search(ask, '"""') == []


async def test_several_kinds_at_once_and_pages(ask: ApiCaller) -> None:
    answer = await ask("/search", q="night", type="track,show,episode,audiobook")
    assert set(answer.json) == {"tracks", "shows", "episodes", "audiobooks"}
    assert answer.json["shows"]["items"] == []
    page = answer.json["tracks"]
    assert (page["limit"], len(page["items"])) == (5, 5)
    second = (await ask(page["next"])).json["tracks"]
    assert second["previous"]
    assert second["items"][0] != page["items"][0]
    far = (await ask("/search", q="a", type="track", offset=1000)).json["tracks"]
    assert far["total"] <= 1010


@pytest.mark.parametrize(
    "query",
    [
        "type=track", "q=&type=track", "q=x", "q=x&type=", "q=x&type=mood",
        "q=x&type=track&limit=11", "q=x&type=track&offset=1001",
        "q=x&type=track&offset=-1", f"q={'x' * 251}&type=track",
    ],
)  # fmt: skip
async def test_searches_that_are_refused(ask: ApiCaller, query: str) -> None:
    assert (await ask(f"/search?{query}")).status == 400


def test_the_query_language() -> None:
    query = Query.parse('Blue genre:"City Pop" YEAR:1984 artist:Élodie "and more"')
    assert query.words == ("blue", "and", "more")
    assert query.filters == {"genre": "city pop", "year": "1984", "artist": "elodie"}
    assert Query.parse('artist:"never closed').filters == {"artist": "never closed"}
    assert Query.parse('artist:""').filters == {"artist": ""}
    assert parse_years("1999") == (1999, 1999)
    assert parse_years("1990-1999") == (1990, 1999)
    assert parse_years("the nineties") is None
