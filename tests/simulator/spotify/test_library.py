"""What was saved, whom one follows, and changing both."""

import pytest

from tests.simulator.spotify.conftest import ApiAnswer, ApiCaller

UNKNOWN = "1" * 22


async def _contains(ask: ApiCaller, uri: str) -> bool:
    (answer,) = (await ask("/me/library/contains", uris=uri)).json
    assert isinstance(answer, bool)
    return answer


async def test_saved_tracks_and_albums_newest_first(ask: ApiCaller) -> None:
    for path, kind in (("/me/tracks", "track"), ("/me/albums", "album")):
        page = (await ask(path, limit=30)).json
        dates = [one["added_at"] for one in page["items"]]
        assert dates == sorted(dates, reverse=True)
        assert all(one[kind]["type"] == kind for one in page["items"])
    assert page["items"][0]["album"]["tracks"]["items"][0]["track_number"] == 1


async def test_followed_artists_are_walked_by_cursor(ask: ApiCaller) -> None:
    names = []
    url: str | None = "/me/following?type=artist&limit=10"
    while url:
        page = (await ask(url)).json["artists"]
        names += [one["name"] for one in page["items"]]
        url = page["next"]
    assert page["cursors"]["after"] is None
    assert len(names) == len(set(names)) == page["total"] == 24
    nothing = await ask("/me/following", "nobody", type="artist")
    assert nothing.json["artists"]["items"] == []
    past = await ask("/me/following", type="artist", after=UNKNOWN)
    assert past.json["artists"]["items"] == []


@pytest.mark.parametrize("query", ["", "?type=user", "?type=artist&limit=0"])
async def test_following_refuses(ask: ApiCaller, query: str) -> None:
    assert (await ask(f"/me/following{query}")).status == 400


@pytest.mark.parametrize("kind", ["track", "album", "artist"])
async def test_saving_and_removing_what_the_catalogue_has(
    ask: ApiCaller, kind: str
) -> None:
    found = (await ask("/search", "nobody", q="glass", type=kind)).json[f"{kind}s"]
    uri = found["items"][0]["uri"]
    list_of = {
        "track": "/me/tracks",
        "album": "/me/albums",
        "artist": "/me/following?type=artist",
    }[kind]
    before = (await ask(list_of)).text
    was_there = await _contains(ask, uri)
    for _ in range(2):
        assert (await ask(f"/me/library?uris={uri}", method="PUT")).status == 200
    assert await _contains(ask, uri)
    if not was_there:
        assert found["items"][0]["id"] in (await ask(list_of)).text
    assert (await ask(f"/me/library?uris={uri}", method="DELETE")).status == 200
    assert not await _contains(ask, uri)
    if not was_there:
        assert (await ask(list_of)).text == before


async def test_following_the_playlist_of_another(ask: ApiCaller) -> None:
    playlists = (await ask("/me/playlists", limit=12)).json["items"]
    uri = playlists[3]["uri"]
    assert (await ask("/me/playlists", "ben")).json["total"] == 6
    await ask(f"/me/library?uris={uri}", "ben", method="PUT")
    mine = (await ask("/me/playlists", "ben")).json["items"]
    assert (len(mine), mine[0]["name"]) == (7, "Sunday Dinner")
    await ask(f"/me/library?uris={uri}", "ben", method="DELETE")
    assert (await ask("/me/playlists", "ben")).json["total"] == 6


@pytest.mark.parametrize("kind", ["show", "episode", "audiobook", "user"])
async def test_of_other_things_the_address_is_kept(ask: ApiCaller, kind: str) -> None:
    uri = f"spotify:{kind}:{UNKNOWN}"
    assert not await _contains(ask, uri)
    await ask(f"/me/library?uris={uri}", method="PUT")
    assert await _contains(ask, uri)
    await ask(f"/me/library?uris={uri}", method="DELETE")
    assert not await _contains(ask, uri)


async def test_what_does_not_exist_is_not_saved(ask: ApiCaller) -> None:
    for kind in ("track", "album", "artist", "playlist"):
        uri = f"spotify:{kind}:{UNKNOWN}"
        assert (await ask(f"/me/library?uris={uri}", method="PUT")).status == 200
        assert not await _contains(ask, uri)


@pytest.mark.parametrize(
    "uris",
    [
        "",
        "spotify:track:short",
        "spotify:mood:" + UNKNOWN,
        "track:" + UNKNOWN,
        ",".join([f"spotify:track:{UNKNOWN}"] * 41),
    ],
)
@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE"])
async def test_addresses_that_are_refused(
    ask: ApiCaller, method: str, uris: str
) -> None:
    path = "/me/library/contains" if method == "GET" else "/me/library"
    assert (await ask(path, method=method, uris=uris)).status == 400


async def test_forty_addresses_are_answered_in_order(ask: ApiCaller) -> None:
    page = (await ask("/me/tracks", limit=20)).json["items"]
    saved = [one["track"]["uri"] for one in page]
    mixed = [uri for one in saved for uri in (one, f"spotify:track:{UNKNOWN}")]
    answer = await ask("/me/library/contains", uris=",".join(mixed))
    assert answer.json == [True, False] * 20


@pytest.mark.parametrize(
    ("scope", "kind", "method"),
    [
        ("user-library-read", "track", "GET"),
        ("user-follow-read", "artist", "GET"),
        ("playlist-read-private", "playlist", "GET"),
        ("user-library-modify", "album", "PUT"),
        ("user-follow-modify", "artist", "DELETE"),
        ("playlist-modify-public", "playlist", "PUT"),
    ],
)
async def test_each_kind_of_address_needs_its_permission(
    ask: ApiCaller, scope: str, kind: str, method: str
) -> None:
    path = "/me/library/contains" if method == "GET" else "/me/library"

    async def answer(token: str) -> ApiAnswer:
        return await ask(path, token, method=method, uris=f"spotify:{kind}:{UNKNOWN}")

    assert (await answer("ada")).status == 200
    refused = await answer(f"ada-without-{scope}")
    assert refused.message == "Insufficient client scope"
